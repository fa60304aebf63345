"""Documents in many layouts, drawn at random: the same records, written in different ways."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from estate.read import read_document
from estate.yaml_text import scalar

FIELDS = ("rule", "risk", "on", "plan", "approvals", "covers", "signature", "tags")
WORDS = st.one_of(
    st.sampled_from(["a", "two words", "2026-01-02", "12.20", "no", "null", "", "a: b", "a #b"]),
    st.sampled_from(["it's", '"q"', "[x", "é, ü", "C:\\x", "*star", "- dash", "tab\tin", "~"]),
)
LINES = st.one_of(
    st.sampled_from(["one\ntwo", "one\ntwo\n", "one\n\n two \n", " led\nby", "a\nb\n\n", "a\n\n"]),
    st.sampled_from(["-----BEGIN\nabc=\n-----END\n", "\nb", "# no comment\nkey: x\n"]),
)
TEXTS = WORDS | LINES
MEMBERS = st.dictionaries(st.sampled_from(("by", "to", "on", "why")), TEXTS, max_size=3)
VALUES = TEXTS | MEMBERS | st.lists(WORDS | MEMBERS, max_size=3) | st.none()
RECORDS = st.dictionaries(st.sampled_from(FIELDS), VALUES, min_size=1, max_size=5)
ESTATES = st.dictionaries(
    st.sampled_from(("exceptions", "servers", "projects")),
    st.dictionaries(st.sampled_from(("ex-1", "ex-2", "srv")), RECORDS, min_size=1, max_size=3),
    min_size=1,
    max_size=2,
)
COMMENTS = ("# a comment", "#", "# key: {in: a, comment", "#- x")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'


class Layout:
    """Writes values as somebody might have; every choice is drawn."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.step = draw(st.sampled_from((2, 4)))
        self.dash = draw(st.sampled_from((0, 2)))
        self.anchors = 0

    def often(self) -> bool:
        """Toss a coin."""
        return bool(self.draw(st.booleans()))

    def seldom(self) -> bool:
        """Throw a die."""
        return self.draw(st.integers(0, 5)) == 5

    def word(self, value: str | None, *, flow: bool) -> str:
        """Write a scalar on one line."""
        if value is None:
            return self.draw(st.sampled_from(("null", "~")))
        plain = scalar(value)
        free = plain == value and not (flow and set(value) & set(",[]{}:"))
        return plain if free and self.often() else _quoted(value)

    def flow(self, value: object, margin: int = 8) -> str:
        """Write a value in brackets, on one line or on several."""
        if isinstance(value, dict):
            members = [
                f"{self.word(k, flow=True)}: {self.flow(v, margin + 2)}" for k, v in value.items()
            ]
        elif isinstance(value, list):
            members = [self.flow(item, margin + 2) for item in value]
        else:
            assert value is None or isinstance(value, str)
            return self.word(value, flow=True)
        ends = "{}" if isinstance(value, dict) else "[]"
        comma = "," if members and self.seldom() else ""
        if members and self.seldom():
            pad = "\n" + " " * (margin + 2)
            lines = [f"{pad}{member}" for member in members]
            return f"{ends[0]}{','.join(lines)}{comma}\n{' ' * margin}{ends[1]}"
        space = " " if self.seldom() else ""
        return f"{ends[0]}{space}{', '.join(members)}{comma}{space}{ends[1]}"

    def beside(self) -> str:
        """Write a comment behind a value, or none."""
        return f"  {self.draw(st.sampled_from(COMMENTS))}" if self.seldom() else ""

    def between(self, margin: int) -> list[str]:
        """Write what may stand between members."""
        lines = [""] if self.seldom() else []
        if self.seldom():
            lines.append(" " * margin + self.draw(st.sampled_from(COMMENTS)))
        return lines

    def anchor(self) -> str:
        """Write an anchor that nothing uses, or none."""
        self.anchors += 1
        return f"&a{self.anchors} " if self.seldom() else ""

    def members(self, value: dict[str, Any], margin: int) -> list[str]:
        """Write a mapping on lines of its own."""
        lines: list[str] = []
        for key, member in value.items():
            lines += self.between(margin)
            lines += self.member(f"{' ' * margin}{self.word(key, flow=False)}:", member, margin)
        return [*lines, *self.between(margin)]

    def member(self, head: str, value: object, margin: int) -> list[str]:
        """Write one member, that begins with a key or a dash."""
        head = f"{head} {self.anchor()}".rstrip() if value is not None else head
        if isinstance(value, str) and "\n" in value.strip("\n") and self.often() and value[0] > " ":
            chomp = {0: "-", 1: ""}.get(len(value) - len(value.rstrip("\n")), "+")
            pad = " " * (margin + self.step)
            body = value.removesuffix("\n").split("\n")
            return [
                f"{head} |{chomp}{self.beside()}",
                *(pad + line if line else "" for line in body),
            ]
        if isinstance(value, dict) and value and not head.rstrip().endswith("-") and self.often():
            return [f"{head}{self.beside()}", *self.members(value, margin + self.step)]
        if isinstance(value, list) and value and not head.rstrip().endswith("-") and self.often():
            return [f"{head}{self.beside()}", *self.items(value, margin + self.dash)]
        if value is None and self.often():
            return [f"{head}{self.beside()}"]
        return [f"{head} {self.flow(value, margin + 1)}{self.beside()}"]

    def items(self, values: list[Any], margin: int) -> list[str]:
        """Write a list on lines of its own."""
        lines: list[str] = []
        for value in values:
            lines += self.between(margin)
            if isinstance(value, dict) and value and self.often():
                inner = self.members(value, margin + 2)
                while not inner[0].strip() or inner[0].lstrip().startswith("#"):
                    del inner[0]
                lines += [f"{' ' * margin}- {inner[0].lstrip()}", *inner[1:]]
            else:
                lines += self.member(f"{' ' * margin}-", value, margin)
        return lines


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Draw the text of an inventory file, and what it says."""
    values = draw(ESTATES)
    layout = Layout(draw)
    lines: list[str] = [draw(st.sampled_from(COMMENTS))] if layout.seldom() else []
    if layout.seldom():
        lines.append("---")
    for section, records in values.items():
        if layout.seldom():
            lines.append(f"{section}: {layout.flow(records, 0)}")
            continue
        lines.append(f"{section}:{layout.beside()}")
        for key, record in records.items():
            head = f"{' ' * layout.step}{key}:"
            lines += layout.between(layout.step)
            lines += layout.member(head, record, layout.step)
    lines += [*layout.between(0), *(["..."] if layout.seldom() else [])]
    text = "\n".join(lines) + ("" if layout.seldom() else "\n")
    text = "\N{ZERO WIDTH NO-BREAK SPACE}" * layout.seldom() + text
    text = text.replace("\n", "\r\n") if layout.seldom() else text
    # What a reader makes of it: `|+` takes blank lines below it in, a text at the end has no break.
    document = read_document("inventory/a.yaml", text.encode())
    assert not document.problems
    assert [list(records) for records in document.values.values()] == list(
        map(list, values.values())
    )
    return text, document.values
