"""Write the standard rules as a module, read, checked and fused: `make docs`, or `make docs-check`.

A start then need not read them. With `--check` nothing is written: a module that is out of date is
named, and the script ends with 1.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from pathlib import Path

from estate.facts.dictionary import Fact
from estate.pipeline import load_pack
from estate.pipeline.packs import RuleFile, rule_files
from estate.rules import Example, Pack, Rule
from estate.rules.expression.program import Program
from estate.rules.expression.values import OPERATIONS
from estate.rules.prepared import digest, programs_of
from estate.shipped import standard_rules
from estate.writing import write as write_file

ROOT = Path(__file__).parents[1]
MODULE = ROOT / "src" / "estate" / "rules" / "standard.py"
COMMAND = ".venv/bin/python scripts/prepare_rules.py"

AUTHORITIES = "authorities() -> dict[str, Authority]"
RULES = (
    "rules(fact: Callable[[str, str], Fact], source: Callable[[str], RuleSource])"
    " -> dict[str, Rule]"
)
TABLE = "PROGRAMS: dict[Part, tuple[tuple[str, ...], Judge]]"

HEAD = f'''"""The standard rules, read, checked and fused: written by `{COMMAND}`."""
# mypy: ignore-errors

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from estate.facts.dictionary import Fact, Type
from estate.model.scalars import ALWAYS, NEVER, UNLIMITED, UNLIMITED_DURATION, Term
from estate.rules.definition import (
    Acceptability, Authority, Ladder, Parameter, Question, Rule, Template,
)
from estate.rules.entry import RuleSource
from estate.rules.expression.program import Judge, Part
from estate.rules.expression.tree import (
    DURATION, NUMBER, Affix, Comparison, Constant, Count, Element, Fold, Junction, Member, Missing,
    Negation, Operation, Path, Quantifier, Truth, Variable,
)
from estate.rules.expression.values import (
    {", ".join(["element", "fold", "hollow", *OPERATIONS])},
)
from estate.rules.prepared import Examples
'''


class Writing:
    """Writes values as code. What is made of parts is made once, in a local of its own."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._locals: dict[str, str] = {}

    def text(self, value: object) -> str:
        """Return what stands for a value. Raises TypeError where nothing does."""
        if isinstance(value, Rule):
            return self._rule(value)
        if isinstance(value, Fact):
            return self._local(f"fact({value.owner!r}, {value.name!r})")
        if isinstance(value, RuleFile):
            return self._local(f"source({Path(value.path).name!r})")
        if is_dataclass(value):
            parts = (self.text(getattr(value, field.name)) for field in fields(value))
            return self._local(f"{type(value).__name__}({', '.join(parts)})")
        return self._several(value)

    def _several(self, value: object) -> str:
        if isinstance(value, tuple):
            return f"({''.join(f'{self.text(part)}, ' for part in value).rstrip()})"
        if isinstance(value, Mapping):
            return f"{{{', '.join(f'{name!r}: {self.text(v)}' for name, v in value.items())}}}"
        return _literal(value)

    def _rule(self, rule: Rule) -> str:
        given = {field.name: getattr(rule, field.name) for field in fields(rule)}
        given["examples"] = ()
        parts = {name: self.text(value) for name, value in given.items()}
        if rule.examples:
            path = self.text(_where(rule.examples[0]))
            parts["examples"] = f"Examples({parts['source']}, {path})"
        return f"Rule({', '.join(f'{name}={part}' for name, part in parts.items())})"

    def _local(self, text: str) -> str:
        if text not in self._locals:
            self._locals[text] = f"v{len(self._locals)}"
            self.lines.append(f"{self._locals[text]} = {text}")
        return self._locals[text]


def _literal(value: object) -> str:
    match value:
        case date():
            return f"date({value.year}, {value.month}, {value.day})"
        case timedelta():
            return f"timedelta({value.days}, {value.seconds}, {value.microseconds})"
        case float() if math.isinf(value):
            return f"float({str(value)!r})"
        case None | str() | int() | float():
            return repr(value)
    raise TypeError(f"no code for {value!r}")


def _where(example: Example) -> tuple[str | int, ...]:
    """Return where all examples of a rule stand, given the first of them."""
    return example.path[:-2]


def written(pack: Pack, files: Mapping[str, bytes]) -> str:
    """Return the module that says what a pack says, which was read from some files."""
    parts = [
        HEAD,
        f"DIGEST = {digest(files.items())!r}\n",
        "\n".join(_function(AUTHORITIES, pack.authorities)),
        "\n".join(_function(RULES, pack.rules)),
    ]
    programs = programs_of(pack)
    parts += [_program(program) for program in programs]
    table = (f"    {p.part!r}: ({p.columns!r}, {_named(p)}),\n" for p in programs)
    return "\n\n".join([*parts, f"{TABLE} = {{\n{''.join(table)}}}\n"])


def _function(signature: str, values: Mapping[str, object]) -> Iterator[str]:
    writing = Writing()
    texts = {name: writing.text(value) for name, value in values.items()}
    yield f"def {signature}:"
    yield from (f"    {line}" for line in writing.lines)
    yield "    return {"
    yield from (f"        {name!r}: {text}," for name, text in texts.items())
    yield "    }\n"


def _program(program: Program) -> str:
    return program.source.replace("def judge(", f"def {_named(program)}(", 1)


def _named(program: Program) -> str:
    return f"judge_{'_'.join(program.part).replace('-', '_')}"


def module() -> str:
    """Return the module as the standard rules are today."""
    files = {path.name: path.read_bytes() for path in rule_files(standard_rules())}
    return written(load_pack(None), files)


def main() -> int:
    """Write the module, or compare it, and return the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="compare only")
    checking, text, name = options.parse_args().check, module(), MODULE.relative_to(ROOT)
    if MODULE.is_file() and MODULE.read_text(encoding="utf-8") == text:
        return 0
    if checking:
        print(f"{name} is out of date: run make docs", file=sys.stderr)
        return 1
    write_file(MODULE, [text])
    print(f"wrote {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
