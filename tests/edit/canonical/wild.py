"""Documents as people leave them: comments in odd places, folded texts, anchors and merge keys."""

from __future__ import annotations

from hypothesis import strategies as st

SECTIONS = ("servers", "applications", "defaults", "exceptions", "oddities")
FIELDS = ("name", "description", "software", "recovery", "notes", "zone", "on", "shares", "tags")
IDS = ("srv-1", "b", "z/9", "n")
WORDS = ("a", "two words", "8", "'8'", '"2026-01-02"', "2026-01-02", "null", "~", "no", '"a: b"')
MORE_WORDS = ("what?", "a:b", "[]", "{}", "!!str 12", '"\\u2028"', "x#y", "-1", "'it''s'", "a,b")
FOLDED = (
    [">-", "  one", "  two"],
    [">", "  one", "", "  two"],
    ["one", "  two"],
    ['"one', '  two"'],
    ["|", "  one", "   two"],
    ["|2-", "   led"],
    ["|+", "  kept", ""],
    ["long " * 15, "  " + "and longer " * 5],
)


class Scribe:
    """Writes a document by hand; every choice is drawn."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.count = 0
        self.anchors: list[str] = []
        self.mappings: list[str] = []

    def one_in(self, sides: int) -> bool:
        """Throw a die."""
        return bool(self.draw(st.integers(1, sides)) == sides)

    def remark(self) -> str:
        """Write a comment that is like no other."""
        self.count += 1
        return f"#{' ' * (self.count % 2)}c{self.count}"

    def beside(self) -> str:
        """Write a comment behind something, or none."""
        return f" {self.remark()}" if self.one_in(6) else ""

    def between(self, margin: int) -> list[str]:
        """Write comments and blank lines as they may stand anywhere."""
        lines = []
        while self.one_in(5):
            column = max(0, margin + self.draw(st.sampled_from((0, 0, -2, 2))))
            lines.append(" " * column + self.remark() if self.one_in(2) else "")
        return lines

    def anchor(self, *, mapping: bool = False) -> str:
        """Write an anchor, or none."""
        if not self.one_in(8):
            return ""
        name = f"a{len(self.anchors) % 4}"
        self.anchors.append(name)
        if mapping:
            self.mappings.append(name)
        return f"&{name} "

    def flow(self, margin: int, depth: int) -> list[str]:
        """Write a value in brackets, on one line or on several, with comments in it."""
        kind = self.draw(st.sampled_from("ml"))
        count = self.draw(st.integers(0, 3))
        opening, closing = ("{", "}") if kind == "m" else ("[", "]")
        lines = [opening]
        for position in range(count):
            inner = (
                self.flow(margin + 2, depth + 1)
                if depth < 2 and self.one_in(4)
                else [self.draw(st.sampled_from(WORDS[:9]))]
            )
            key = f"k{position}: " if kind == "m" else ""
            inner[0] = key + inner[0]
            inner[-1] += "," if position < count - 1 or self.one_in(4) else ""
            if self.one_in(4):
                lines[-1] += self.beside()
                lines += [" " * (margin + 1) + each for each in self.between(2) if each.strip()]
                lines.append(" " * (margin + 2))
            lines[-1] += inner[0] + " "
            lines += inner[1:]
        if " #" in lines[-1] or self.one_in(6):
            lines.append(" " * (margin + 1))
        lines[-1] += closing
        return lines

    def value(self, head: str, margin: int, depth: int) -> list[str]:
        """Write what stands behind a key or a dash."""
        kind = self.draw(st.sampled_from("wwwwfoaMMLLe"))
        if kind == "M" and depth < 3:
            lines = self.mapping(margin + self.draw(st.sampled_from((1, 2, 4))), depth + 1)
            return [f"{head} {self.anchor(mapping=True)}".rstrip() + self.beside(), *lines]
        if kind == "L" and depth < 3:
            own = (
                margin + self.draw(st.sampled_from((0, 2)))
                if not head.endswith("-")
                else margin + 2
            )
            return [head + self.beside(), *self.items(own, depth + 1)]
        if kind == "f":
            first, *rest = self.flow(margin, depth)
            return [
                f"{head} {self.anchor()}{first}",
                *rest[:-1],
                *[e + self.beside() for e in rest[-1:]],
            ]
        if kind == "o":
            first, *rest = self.draw(st.sampled_from(FOLDED))
            return [
                f"{head} {first}",
                *(" " * (margin + 1) + line if line else "" for line in rest),
            ]
        if kind == "a" and self.anchors:
            return [f"{head} *{self.draw(st.sampled_from(self.anchors))}{self.beside()}"]
        return self.word(head, margin, empty=kind == "e")

    def word(self, head: str, margin: int, *, empty: bool) -> list[str]:
        """Write a text of one line, or nothing but comments."""
        if empty:
            return [head + self.beside(), *self.between(margin + 2)]
        word = self.draw(st.sampled_from(WORDS + MORE_WORDS))
        sign = "" if word[0] in "!&" else self.anchor()
        return [f"{head} {sign}{word}{self.beside()}"]

    def mapping(self, margin: int, depth: int, names: tuple[str, ...] = FIELDS) -> list[str]:
        """Write a mapping on lines of its own."""
        pad = " " * margin
        keys = self.draw(st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True))
        lines = []
        if self.mappings and depth and self.one_in(3):
            lines.append(f"{pad}<<: *{self.mappings[-1]}{self.beside()}")
        for key in keys:
            lines += self.between(margin)
            lines += self.value(f"{pad}{key}:", margin, depth)
        return [*lines, *self.between(margin)]

    def items(self, margin: int, depth: int) -> list[str]:
        """Write a list on lines of its own."""
        lines: list[str] = []
        for _ in range(self.draw(st.integers(1, 3))):
            lines += self.between(margin)
            lines += self.value(f"{' ' * margin}-", margin, depth)
        return [*lines, *self.between(margin)]


@st.composite
def scribbles(draw: st.DrawFn) -> str:
    """Draw a document; most of them can be read."""
    scribe = Scribe(draw)
    lines = [*scribe.between(0), *(["%YAML 1.2", "---"] if scribe.one_in(9) else [])]
    for section in draw(st.lists(st.sampled_from(SECTIONS), max_size=3, unique=True)):
        lines += [*scribe.between(0), f"{section}:{scribe.beside()}"]
        lines += scribe.mapping(2, 0, FIELDS if section == "defaults" else IDS)
    return "\n".join([*lines, *scribe.between(0)]) + "\n" * draw(st.integers(0, 1))
