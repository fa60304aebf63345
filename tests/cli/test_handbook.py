"""`estate rules docs`: the handbook of a pack, with everything in it once, and nothing obeyed."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.conftest import Run

from estate.cli.handbook import MARK, handbook
from estate.cli.handbook.section import wrapped
from estate.cli.handbook.yaml import as_yaml
from estate.pipeline import load_pack
from estate.read import read_document
from estate.report.markup import code, escaped, fenced, fragment, prose, table, web_link
from estate.rules import Pack

OTHERS = {"README.md", "facts.md", "authorities.md"}
RULE = """\
rules:
  {name}:
    title: "{title}"
    severity:
      - high: cores > most
      - low
    for: server
    where: not missing(owner)
    population: all
    unknown: gap
    when: cores > 2
    message: "{{name}}"
    why: |
      First.

      Second, `cores` | more.
    fix: Mend it.
    authority: [ours]
    parameters: {{most: 8, words: [one, two]}}
authorities:
  {authority}: {{name: Ours, url: "{url}"}}
"""


def _rule(
    name: str = "big", title: str = "Big", authority: str = "ours", url: str = "https://a.example"
) -> str:
    return RULE.format(name=name, title=title, authority=authority, url=url)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(None)


@pytest.fixture(scope="module")
def pages(pack: Pack) -> dict[str, str]:
    return handbook(pack, "writing.md")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return an estate with one rule, and nothing else."""
    home = tmp_path / "own"
    (home / "rules").mkdir(parents=True)
    (home / "estate.yaml").write_text("estate: 1\nname: Sandling\nrules: [rules]\n")
    (home / "rules" / "big.yaml").write_text(_rule())
    return home


def _write(run: Run, own: Path) -> dict[str, str]:
    done = run("rules", "docs", "-o", "pages", at=own)
    assert (done.code, done.err) == (0, "")
    return {path.name: path.read_text() for path in (own / "pages").iterdir()}


class TestTheStandardPack:
    def test_every_family_has_a_page(self, pages: dict[str, str], pack: Pack) -> None:
        families = {f"{Path(rule.location.file).stem}.md" for rule in pack.rules.values()}
        assert {*pages} == families | OTHERS
        assert all(text.startswith(MARK) for text in pages.values())

    def test_every_rule_has_one_place(self, pages: dict[str, str], pack: Pack) -> None:
        families = "".join(t for n, t in pages.items() if n not in OTHERS)
        headings = Counter(re.findall(r"^## ([a-z0-9-]+)$", families, re.MULTILINE))
        assert headings == Counter(list(pack.rules))

    def test_the_index_has_every_rule_once(self, pages: dict[str, str], pack: Pack) -> None:
        rows = re.findall(r"^\| \[`([a-z0-9-]+)`\]\(.*#", pages["README.md"], re.MULTILINE)
        assert Counter(rows) == Counter(list(pack.rules))
        assert f"\n{len(rows)} rules in " in pages["README.md"]

    def test_every_fact_has_one_place(self, pages: dict[str, str], pack: Pack) -> None:
        rows = re.findall(r'^\| <a id="([^"]+)"></a>', pages["facts.md"], re.MULTILINE)
        assert rows == sorted(rows, key=lambda name: name.split("."))
        assert Counter(rows) == Counter(fact.column for fact in pack.dictionary.facts())

    def test_a_fact_names_the_rules_that_read_it(self, pages: dict[str, str]) -> None:
        (row,) = re.findall(
            r'^.*<a id="installation.patch_days">.*$', pages["facts.md"], re.MULTILINE
        )
        assert "[`slow-patching`](support.md#slow-patching)" in row
        assert "(facts.md#installation.patch_days)" in pages["support.md"]

    def test_every_authority_has_one_place(self, pages: dict[str, str], pack: Pack) -> None:
        text = pages["authorities.md"]
        assert Counter(re.findall(r'<a id="authority\.(.+)">', text)) == Counter(
            list(pack.authorities)
        )
        for rule in pack.rules.values():
            assert text.count(f"[`{rule.id}`]") == len(set(rule.authority))

    def test_what_can_be_set_says_how(self, pages: dict[str, str]) -> None:
        how = (
            "```yaml\nparameters:\n  slow-patching:\n    days: 14\n    patched_within: 45 days\n```"
        )
        assert how in pages["support.md"]

    def test_the_same_pack_gives_the_same_pages(self, pages: dict[str, str], pack: Pack) -> None:
        assert handbook(pack, "writing.md") == pages
        assert handbook(load_pack(None), "writing.md") == pages

    def test_without_a_guide_none_is_named(self, pack: Pack) -> None:
        assert "writing.md" not in "".join(handbook(pack).values())

    def test_examples_read_back_as_they_were(self, pack: Pack) -> None:
        for rule in pack.rules.values():
            for example in rule.examples:
                text = as_yaml(example.inventory)
                assert read_document("example", text.encode()).values == example.inventory


class TestAPackOfOnesOwn:
    def test_what_a_rule_says(self, run: Run, own: Path) -> None:
        page = _write(run, own)["big.md"]
        assert "- Severity: **high** where `cores > most`; else **low**\n" in page
        assert "- Population: every one\n- Of those, where: `not missing(owner)`\n" in page
        assert "- Where the answer is unknown: a gap of this rule\n" in page
        assert "- Accepted by: the SIRO if critical or high, else the architect\n" in page
        assert "**Why.** First.\n\nSecond, `cores` | more.\n" in page
        assert "- Authority: [Ours](authorities.md#authority.ours)\n" in page
        assert "| `words` | `one, two` |  | list of text |\n" in page
        assert "Examples" not in page
        assert (
            "- Where: [https://a.example](<https://a.example>)\n"
            in _write(run, own)["authorities.md"]
        )

    def test_a_rule_about_acceptances_that_rests_on_nothing(self, run: Run, own: Path) -> None:
        (own / "rules" / "big.yaml").write_text(
            "rules: {late: {title: Late, severity: low, for: exception, when: current,"
            " message: m, why: w, fix: f, voids: true, only: comparison}}"
        )
        page = _write(run, own)["big.md"]
        assert "- Accepted by: nobody; findings about acceptances cannot be accepted\n" in page
        assert "- An acceptance in which it finds something does not count\n" in page
        assert "- Judged only where two estates are compared\n" in page
        assert "Authority:" not in page
        assert "Since:" not in page

    def test_what_the_estate_sets(self, run: Run, own: Path) -> None:
        with (own / "estate.yaml").open("a") as file:
            file.write("parameters: {big: {most: 4}}\nignore: [big]\nseverity: {big: info}\n")
        pages = _write(run, own)
        assert "| `most` | `8` | `4` | number |\n" in pages["big.md"]
        assert "    most: 4\n" in pages["big.md"]
        assert "> Not run: ignored in estate.yaml.\n" in pages["big.md"]
        assert "- Severity: **info**\n" in pages["big.md"]
        assert "Not run here: `big`." in pages["README.md"]

    def test_files_of_one_name_have_pages_of_their_own(self, run: Run, own: Path) -> None:
        (own / "rules" / "more").mkdir()
        for number, name in enumerate(("more/Big.yaml", "README.yaml", "!.yaml")):
            text = _rule(f"rule-{number}").partition("authorities:\n")[0]
            (own / "rules" / name).write_text(text)
        pages = _write(run, own)
        assert "## big\n" in pages["big.md"]
        assert "## rule-0\n" in pages["big-2.md"]
        assert "## rule-1\n" in pages["readme-2.md"]
        assert "## rule-2\n" in pages["rules.md"]

    def test_no_text_is_obeyed(self, run: Run, own: Path) -> None:
        title = "<script>a</script> [x](y) **b** | c\\u202e"
        (own / "rules" / "big.yaml").write_text(_rule(title=title, url="javascript:alert(1)"))
        pages = _write(run, own)
        shown = r"\<script\>a\</script\> \[x\](y) \*\*b\*\* "
        assert f"**{shown}| c⟨U+202E⟩**\n" in pages["big.md"]
        assert f" | {shown}\\| c⟨U+202E⟩ |\n" in pages["README.md"]
        assert "- Where: `javascript:alert(1)`\n" in pages["authorities.md"]


class TestWriting:
    def test_the_pages_go_to_the_estate(self, run: Run, own: Path) -> None:
        done = run("rules", "docs", at=own)
        assert done == (0, "wrote 4 pages to docs/rules\n", "")
        assert len(list((own / "docs" / "rules").iterdir())) == 4
        assert run("rules", "docs", "-q", at=own) == (0, "", "")

    def test_what_is_written_by_hand_is_kept(self, run: Run, own: Path) -> None:
        (own / "pages").mkdir()
        mine = own / "pages" / "README.md"
        mine.write_text("# Mine\n")
        done = run("rules", "docs", "-o", "pages", at=own)
        assert (done.code, done.out) == (2, "")
        assert "pages/README.md: written by hand; name another folder with -o" in done.err
        assert list((own / "pages").iterdir()) == [mine]
        assert mine.read_text() == "# Mine\n"

    def test_pages_of_rules_that_are_gone_are_named(self, run: Run, own: Path) -> None:
        _write(run, own)
        (own / "pages" / "mine.md").write_text("# Mine\n")
        (own / "rules" / "big.yaml").rename(own / "rules" / "large.yaml")
        done = run("rules", "docs", "-o", "pages", at=own)
        assert done.code == 0
        assert done.err == "warning: pages/big.md: there are no such rules any more\n"


class TestMarkdown:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("# a", r"\# a"),
            ("- a", r"\- a"),
            ("1. a", r"1\. a"),
            ("1.5 a -b", "1.5 a -b"),
            ("---", r"--\-"),
            ("a\n\n# b", "a # b"),
            ("a & b_c", r"a \& b\_c"),
        ],
    )
    def test_a_text_is_no_sign(self, text: str, shown: str) -> None:
        assert escaped(text) == shown

    def test_code_in_prose_stays_code(self) -> None:
        assert prose("- `a_b` and c_d `") == r"\- `a_b` and c\_d \`"
        assert prose("`a`") == "`a`"

    @given(st.text(alphabet="`a b", min_size=1))
    def test_no_backtick_ends_code(self, text: str) -> None:
        shown = code(text)
        ticks = len(shown) - len(shown.lstrip("`"))
        assert shown.endswith("`" * ticks)
        inside = shown[ticks:-ticks]
        assert max(map(len, re.findall("`+", inside)), default=0) < ticks

    def test_no_backtick_ends_a_block(self) -> None:
        assert fenced("a\n```\nb") == ["````", "a", "```", "b", "````"]

    def test_a_cell_is_one_cell(self) -> None:
        assert list(table(("a", "b"), [("`x | y`", "z")]))[2] == r"| `x \| y` | z |"

    @given(st.text(), st.text())
    def test_no_two_names_share_an_anchor(self, one: str, other: str) -> None:
        assert re.fullmatch(r"[a-z0-9._~-]*", fragment(one))
        assert (fragment(one) == fragment(other)) == (one == other)

    def test_only_the_web_is_linked(self) -> None:
        assert web_link("https://a.example/x_(1)?q=<b>").endswith(
            "](<https://a.example/x_%281%29?q=%3Cb%3E>)"
        )
        assert web_link("http://[") == "`http://[`"
        assert web_link("file:///etc") == "`file:///etc`"


def test_a_condition_is_broken_between_words_only() -> None:
    text = " and ".join([f'owner == "{"word " * 30}"', *["cores > 2"] * 20])
    lines = wrapped(text).split("\n")
    assert len(lines) > 3
    assert " ".join(line.strip() for line in lines) == text
    assert all(line.count('"') % 2 == 0 for line in lines)
