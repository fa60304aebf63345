"""Writes what looks at the members of a list as loops: any, all, count, len, sum, min, max."""

from __future__ import annotations

from typing import TYPE_CHECKING

from estate.rules.expression.register import Code, Operand, indented, known, unknown
from estate.rules.expression.tree import Count, Fold, Quantifier

if TYPE_CHECKING:
    from estate.rules.expression.writer import Writer


def quantifier(writer: Writer, condition: Quantifier, *, sure: bool) -> Code:
    """Write `any` and `all`; an unknown list leaves both possible and neither certain."""
    flag, member = writer.register.fresh("q"), f"x{condition.variable.number}"
    body = writer.test(condition.body, sure=sure)
    test = f"not ({body.text})" if condition.every else body.text
    lines = [*body.lines, f"if {test}:", f"    {flag} = {not condition.every}", "    break"]
    if condition.every is not sure:
        # A member that is unknown may not be there, so it decides nothing in this reading.
        lines = [f"if {member} is not None:", *indented(lines)]
    source = writer.operand(condition.source)
    loop = [
        f"{flag} = {condition.every}",
        f"for {member} in {source.text}:",
        *indented(lines),
    ]
    start = [] if not source.guards else [f"{flag} = {not sure}"]
    return Code([*source.lines, *start, *_guarded(source, loop)], flag)


def bounds(writer: Writer, count: Count, *, low: bool, high: bool) -> tuple[list[str], str, str]:
    """Write how many there are: lines, and the names of the least and the greatest number."""
    least, most = writer.register.fresh("a"), writer.register.fresh("z")
    member = f"x{count.variable.number}"
    source = writer.operand(count.source)
    if count.body is None and not low:
        text = f"len({source.text})"
        if source.guards:
            text = f"{text} if {known(source.guards)} else UNLIMITED"
        return [*source.lines, f"{most} = {text}"], least, most
    lines = [f"{most} += 1"] if high else []
    surely = [f"if {member} is not None:", f"    {least} += 1"] if low else []
    if count.body is not None:
        lines, surely = _counted(writer, count, lines, surely)
    start = [f"{least} = 0"] if low else []
    start += [f"{most} = UNLIMITED"] if high and source.guards else []
    loop = [f"{most} = 0"] if high else []
    loop += [f"for {member} in {source.text}:", *indented([*lines, *surely])]
    return [*source.lines, *start, *_guarded(source, loop)], least, most


def _counted(
    writer: Writer, count: Count, lines: list[str], surely: list[str]
) -> tuple[list[str], list[str]]:
    """Put the body's two readings before what they let count."""
    assert count.body is not None  # noqa: S101 - asked for only where there is a body
    if lines:
        test = writer.test(count.body, sure=False)
        lines = [*test.lines, f"if {test.text}:", *indented(lines)]
    if surely:
        test = writer.test(count.body, sure=True)
        surely = [*test.lines, f"if {test.text}:", *indented(surely)]
    return lines, surely


def counted(writer: Writer, count: Count) -> Operand:
    """Write how many there are where that is certain."""
    lines, least, most = bounds(writer, count, low=True, high=True)
    number = writer.register.fresh("v")
    lines.append(f"{number} = {least} if {least} == {most} else None")
    return Operand(lines, [number], number)


def fold(writer: Writer, value: Fold) -> Operand:
    """Write `sum`, `min` and `max`; anything unknown about a member makes them unknown."""
    total, members = writer.register.fresh("v"), writer.register.fresh("m")
    member = f"x{value.variable.number}"
    source, body = writer.operand(value.source), writer.operand(value.body)
    guards = [member, *(guard for guard in body.guards if guard != member)]
    lines = [*body.lines, f"if {unknown(guards)}:", f"    {total} = None", "    break"]
    lines.append(f"{members}.append({body.text})")
    if value.filter is not None:
        lines = _filtered(writer, value, total, lines)
    kind = "DURATION" if value.type.name == "duration" else "NUMBER"
    loop = [
        f"{members} = []",
        f"for {member} in {source.text}:",
        *indented(lines),
        "else:",
        f"    {total} = fold({value.name!r}, {kind}, {members})",
    ]
    start = [*source.lines, f"{total} = None"]
    return Operand([*start, *_guarded(source, loop)], [total], total)


def _filtered(writer: Writer, value: Fold, total: str, lines: list[str]) -> list[str]:
    assert value.filter is not None  # noqa: S101 - asked for only where there is a filter
    may, must = writer.test(value.filter, sure=False), writer.test(value.filter, sure=True)
    held = [*must.lines, f"if not ({must.text}):", f"    {total} = None", "    break", *lines]
    return [*may.lines, f"if {may.text}:", *indented(held)]


def _guarded(source: Operand, lines: list[str]) -> list[str]:
    if not source.guards:
        return lines
    return [f"if {known(source.guards)}:", *indented(lines)]
