"""The documentation leads somewhere, and its examples work."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from estate.cli import cli

LINK = re.compile(r"(?<!\\)\[(?:[^\]\\]|\\.)*\]\(<?([^)>\s]+)>?\)")
BLOCK = re.compile(r"^(`{3,})(\w*)[^\n]*\n(.*?)^\1$", re.DOTALL | re.MULTILINE)
NAMED = re.compile(r"# (\S+\.yaml)\n")
SKELETON = """\
rules:
  a-rule:
    title: A rule
    severity: low
    for: server
    when: |-
      {condition}
    message: "{{name}}"
    why: Because.
    fix: Mend it.
"""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _without_code(text: str) -> str:
    return re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "code", BLOCK.sub("", text))


def _slug(heading: str) -> str:
    """Return the anchor that a heading gets: as GitHub makes them."""
    shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
    words = re.sub(r"[^\w\s-]", "", html.unescape(shown.replace("\\", "")).lower())
    return re.sub(r"\s", "-", words.strip())


def _anchors(path: Path) -> Iterator[str]:
    seen: Counter[str] = Counter()
    text = BLOCK.sub("", _text(path))
    for heading in re.findall(r"^#{1,6} +(.+)$", text, re.MULTILINE):
        slug = _slug(heading)
        yield f"{slug}-{seen[slug]}" if seen[slug] else slug
        seen[slug] += 1
    yield from re.findall(r'<a id="([^"]+)">', text)


def _lost(root: Path, page: Path) -> Iterator[str]:
    """Yield each link of a page that leads nowhere."""
    for target in LINK.findall(_without_code(_text(page))):
        name, _, anchor = target.partition("#")
        to = page.parent / name if name else page
        if "://" in target:
            continue
        there = to.resolve().is_relative_to(root) and to.exists()
        if not there or (anchor and anchor not in set(_anchors(to))):
            yield f"{page.name}: {target}"


PAGES = [
    Path(__file__).parents[2] / "README.md",
    *sorted((Path(__file__).parents[2] / "docs").rglob("*.md")),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: "/".join(page.parts[-2:]))
def test_every_link_leads_somewhere(page: Path, root: Path) -> None:
    assert list(_lost(root, page)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: "/".join(page.parts[-2:]))
def test_every_anchor_is_one_place(page: Path) -> None:
    anchors = Counter(_anchors(page))
    assert [name for name, times in anchors.items() if times > 1] == []


def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Here\n\n[a](#here) [b](#there) [c](gone.md) [d](page.md#x.y) `[e](code.md)`\n"
        '<a id="x.y"></a> [f](../out.md)\n\n```text\n[g](block.md)\n```\n'
    )
    assert list(_lost(tmp_path, page)) == [
        "page.md: #there",
        "page.md: gone.md",
        "page.md: ../out.md",
    ]


@pytest.fixture(scope="session")
def guide(root: Path) -> str:
    """Return the guide on writing rules."""
    return _text(root / "docs" / "rules" / "writing.md")


def _files(guide: str) -> Iterator[tuple[str, str]]:
    for _, language, text in BLOCK.findall(guide):
        if language == "yaml":
            name = NAMED.match(text)
            assert name, text
            yield name[1], text


def _run(*arguments: str, at: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str, str]:
    monkeypatch.chdir(at)
    done = CliRunner().invoke(cli, arguments, prog_name="estate")
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.no_cover
def test_the_rules_of_the_guide_pass_their_examples(
    guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules").mkdir()
    out = ""
    files = list(_files(guide))
    assert len({name for name, _ in files}) >= 6
    for name, text in sorted(files, key=lambda file: file[0], reverse=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
        if name == "estate.yaml":  # they come last, in the order of the page
            code, out, err = _run("rules", "list", at=tmp_path, monkeypatch=monkeypatch)
            assert (code, err) == (0, "")
    assert _run("rules", "test", "-q", at=tmp_path, monkeypatch=monkeypatch) == (0, "", "")
    for rule in ("unpatched-server-software", "exposed-slow-patching"):
        assert f"\n{rule} " in out
    assert "ignored in estate.yaml" in out


def test_the_mistakes_of_the_guide_are_told_as_it_says(
    guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = re.findall(
        r"^\| `(.+)` \| (.+) \| (.+) \|$", guide.partition("| you write")[2], re.MULTILINE
    )
    assert len(rows) >= 10
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: Sandling\nrules: [own.yaml]\n")
    for condition, said, expected in rows:
        (tmp_path / "own.yaml").write_text(SKELETON.format(condition=condition))
        code, _, err = _run("rules", "test", at=tmp_path, monkeypatch=monkeypatch)
        assert code == 2
        assert f"critical[invalid-rule]: {said}\n" in err
        assert f"= expected: {expected}\n" in err
        assert "\n1 problem in 1 file" in err


def test_what_the_guide_shows_of_an_example_that_does_not_hold(
    guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = dict(_files(guide))["rules/gaps.yaml"]
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: Sandling\nrules: [rules]\n")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "gaps.yaml").write_text(text.replace("virtual", "physical"))
    _, out, _ = _run("rules", "test", "-q", at=tmp_path, monkeypatch=monkeypatch)
    assert f"```text\n{out}```\n" in guide
