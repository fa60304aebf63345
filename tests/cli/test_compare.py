"""`estate compare` and `estate check --base`, on real repositories."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from tests.cli.conftest import Run
from tests.pipeline.repositories import RULES, SERVERS, Made, content, repository

DAY = ("--as-of", "2026-11-21")
SMALLER = SERVERS.replace("cores: 8", "cores: 1")


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return repository(tmp_path / "work")


def _json(run: Run, made: Made, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    ran = run("compare", *arguments, "--format", "json", at=made.estate)
    assert ran.err == ""
    return json.loads(ran.out)


def _found(document: Any) -> list[tuple[str, str, str, str]]:  # noqa: ANN401 - JSON
    keys = ("change", "cause", "rule")
    return [(*(each[key] for key in keys), each["subject"]["id"]) for each in document["findings"]]


class TestRevisions:
    """Two revisions, or one and what stands here."""

    def test_a_change_brings_a_finding_by_the_line_that_was_edited(
        self, run: Run, made: Made
    ) -> None:
        made.write("inventory/servers.yaml", "# Moved down\n" + SMALLER)
        found = _json(run, made, "HEAD", *DAY)
        assert _found(found) == [("came", "change", "small-server", "one")]
        (edit,) = found["findings"][0]["edits"]
        assert edit["text"] == "one: cores 8 → 1"
        assert (edit["location"]["file"], edit["location"]["line"]) == ("inventory/servers.yaml", 3)
        assert [each["id"] for each in found["records"]] == ["one"]

    def test_a_rename_and_a_move_are_no_change(self, run: Run, made: Made) -> None:
        before = made.estate / "inventory" / "servers.yaml"
        made.write("inventory/deep/er/again.yml", "\n\n" + before.read_text())
        before.unlink()
        ran = run("compare", "HEAD", *DAY, at=made.estate)
        assert ran.code == 0
        assert "nothing differs" in ran.out

    def test_a_revision_does_not_differ_from_itself(self, run: Run, made: Made) -> None:
        found = _json(run, made, "HEAD", "main")
        assert not any(found[name] for name in ("records", "relations", "settings", "findings"))
        assert found["base"]["as_of"] == found["head"]["as_of"] == "2026-11-01"

    def test_two_revisions_mirror_one_another(self, run: Run, made: Made) -> None:
        made.write("inventory/servers.yaml", SMALLER + "  three: {name: T, status: live}\n")
        made.commit(day="2026-11-20")
        there, back = _json(run, made, "HEAD~1", "HEAD"), _json(run, made, "HEAD", "HEAD~1")
        turned = {"came": "went", "went": "came", "changed": "changed"}
        for name in ("records", "relations", "findings"):
            one = sorted(
                (turned[e["change"]], str(e.get("subject", e.get("id")))) for e in there[name]
            )
            assert one == sorted(
                (e["change"], str(e.get("subject", e.get("id")))) for e in back[name]
            )
        assert (there["base"], there["head"]) == (back["head"], back["base"])

    def test_the_calendar_goes_on_from_the_day_of_the_commit(self, run: Run, made: Made) -> None:
        made.write("inventory/servers.yaml", SMALLER)
        made.commit(day="2026-11-20")
        found = _json(run, made, "HEAD~1", "HEAD")
        assert _found(found) == [
            ("came", "change", "small-server", "one"),
            ("came", "calendar", "past-review", "one"),
        ]
        assert found["findings"][1]["edits"] == []

    def test_what_was_deleted_is_shown_where_it_stood(self, run: Run, made: Made) -> None:
        made.write(
            "inventory/servers.yaml", "servers: {one: {name: One, status: live, cores: 8}}\n"
        )
        ran = run("compare", "HEAD", *DAY, at=made.estate)
        assert "The change ends 2 findings" in ran.out
        assert "--> inventory/servers.yaml:3:41 before the change" in ran.out

    def test_a_rule_that_changed_is_what_brought_its_findings(self, run: Run, made: Made) -> None:
        rules = (made.estate / "own.yaml").read_text()
        made.write("own.yaml", rules.replace("cores < 4", "cores < 16"))
        found = _json(run, made, "HEAD", *DAY)
        assert [(each["kind"], each["id"]) for each in found["settings"]] == [
            ("rule", "small-server")
        ]
        (edit,) = found["findings"][0]["edits"]
        assert edit["text"] == "the rule small-server changed"
        assert edit["location"]["file"] == "own.yaml"

    def test_a_setting_that_changed_is_what_altered_a_finding(self, run: Run, made: Made) -> None:
        with (made.estate / "estate.yaml").open("a") as file:
            file.write("severity: {small-server: low}\n")
        found = _json(run, made, "HEAD", *DAY)
        (change,) = found["findings"]
        assert change["differences"] == [{"field": "severity", "before": "high", "after": "low"}]
        assert change["edits"][0]["location"]["file"] == "estate.yaml"

    def test_an_estate_below_the_top(self, run: Run, tmp_path: Path) -> None:
        made = repository(tmp_path / "work", "ict/estate")
        made.write("inventory/servers.yaml", SMALLER)
        found = _json(run, made, "HEAD", *DAY)
        assert found["findings"][0]["location"]["file"] == "inventory/servers.yaml"

    def test_the_repository_is_only_read(self, run: Run, made: Made) -> None:
        made.write("inventory/servers.yaml", SMALLER)
        made.write("inventory/untracked.yaml", "servers: {x: {name: X}}\n")
        before = content(made.top)
        run("compare", "HEAD", at=made.estate)
        run("check", "--base", "HEAD", at=made.estate)
        assert content(made.top) == before

    def test_a_branch_that_is_called_like_an_option(self, run: Run, made: Made) -> None:
        made.git("update-ref", "refs/heads/--format=json", "HEAD")
        ran = run("compare", *DAY, "--", "--format=json", at=made.estate)
        assert ran.code == 2
        assert "write refs/heads/" in ran.err
        assert run("compare", "refs/heads/--format=json", at=made.estate).code == 0

    def test_rules_and_a_catalogue_that_came_and_went(self, run: Run, small: Path) -> None:
        made = Made(small)
        made.git("init", "--quiet", "--initial-branch", "main")
        made.write("own.yaml", RULES)
        made.write("estate.yaml", "estate: 1\nname: One\nrules: [own.yaml]\n")
        made.commit()
        made.write("own.yaml", RULES.replace("past-review", "late-review"))
        (small / "lifecycle.json").unlink()
        found = _json(run, made, "HEAD", *DAY)
        assert [(each["change"], each["kind"], each["id"]) for each in found["settings"]] == [
            ("came", "rule", "late-review"),
            ("went", "rule", "past-review"),
            ("changed", "catalogue", "lifecycle catalogue"),
        ]
        text = run("compare", "HEAD", *DAY, "--format", "markdown", at=small).out
        assert "- came: rule `late-review`" in text


class TestSides:
    """What a side may be."""

    def test_two_days(self, run: Run, made: Made) -> None:
        found = _json(run, made, "2026-11-10", "2026-11-11")
        assert _found(found) == [("came", "calendar", "past-review", "one")]
        assert found["records"] == []

    def test_a_day_and_today(self, run: Run, made: Made) -> None:
        assert _found(_json(run, made, "2026-11-01", *DAY)) == [
            ("came", "calendar", "past-review", "one")
        ]

    def test_a_day_and_a_revision_are_that_revision_on_two_days(self, run: Run, made: Made) -> None:
        made.write("inventory/servers.yaml", SMALLER)
        found = _json(run, made, "2026-11-21", "HEAD")
        assert _found(found) == [("went", "calendar", "past-review", "one")]

    @pytest.mark.parametrize("lead", ["", "./", "{top}/"])
    def test_two_folders(self, run: Run, made: Made, lead: str) -> None:
        shutil.copytree(made.estate, made.top / "other", ignore=lambda *_: [".git"])
        (made.top / "other" / "inventory" / "servers.yaml").write_text(SMALLER)
        other = lead.format(top=made.top) + "other"
        assert _found(_json(run, made, ".", other, *DAY)) == [
            ("came", "change", "small-server", "one")
        ]

    def test_folders_need_no_git(
        self, run: Run, made: Made, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", "/nowhere")
        assert run("compare", ".", at=made.estate).code == 0
        ran = run("compare", "HEAD", at=made.estate)
        assert (ran.code, ran.err) == (
            2,
            "error: a revision needs git, which is not installed; folders do without\n",
        )

    def test_what_may_be_a_folder_or_a_revision_is_neither(self, run: Run, made: Made) -> None:
        shutil.copytree(made.estate, made.top / "side", ignore=lambda *_: [".git"])
        made.git("branch", "side")
        ran = run("compare", "side", at=made.estate)
        assert ran.code == 2
        assert "side is a folder and a revision; write ./side or refs/heads/side" in ran.err

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("gone", "there is no revision 'gone'"),
            ("2026-02-30", "2026-02-30 is no date of the calendar"),
            ("./inventory", "./inventory has no estate.yaml"),
        ],
    )
    def test_what_is_none_of_them(self, run: Run, made: Made, name: str, said: str) -> None:
        for command in (["compare", name], ["compare", "HEAD", name]):
            ran = run(*command, at=made.estate)
            assert ran.code == 2
            assert said in ran.err

    def test_a_shallow_clone_says_what_to_do(self, run: Run, made: Made, tmp_path: Path) -> None:
        made.write("inventory/servers.yaml", SMALLER)
        made.commit()
        made.git("clone", "--quiet", "--depth=1", f"file://{made.top}", str(tmp_path / "clone"))
        for command in (["compare", "HEAD~1"], ["check", "--base", "HEAD~1"]):
            ran = run(*command, at=tmp_path / "clone")
            assert ran.code == 2
            assert "git fetch --unshallow" in ran.err
            assert "fetch-depth: 0" in ran.err

    @pytest.mark.parametrize("command", [["compare"], ["check", "--base"]])
    def test_a_base_that_does_not_load_says_that_it_is_the_base(
        self, run: Run, made: Made, command: list[str]
    ) -> None:
        made.write("inventory/servers.yaml", "servers:\n  one: {name: One, colour: red}\n")
        key = made.commit()
        made.write("inventory/servers.yaml", SERVERS)
        ran = run(*command, "HEAD", at=made.estate)
        assert ran.code == 2
        assert f"--> HEAD ({key[:9]}): inventory/servers.yaml:2:20" in ran.err
        assert f"error: the base, HEAD ({key[:9]}), does not load: the inventory has" in ran.err

    def test_a_base_without_files_is_named_and_not_its_temporary_folder(
        self, run: Run, made: Made
    ) -> None:
        made.git("rm", "-r", "--quiet", "inventory")
        made.commit()
        made.write("inventory/servers.yaml", SERVERS)
        ran = run("compare", "HEAD", at=made.estate)
        assert ran.code == 2
        assert "/estate-" not in ran.err
        assert "the base, HEAD (" in ran.err


class TestFormats:
    """One comparison in several forms."""

    def test_several_at_once(self, run: Run, made: Made, tmp_path: Path) -> None:
        made.write("inventory/servers.yaml", SMALLER)
        names = {form: tmp_path / f"out.{form}" for form in ("json", "markdown", "html")}
        formats = [f"--format={form}:{path}" for form, path in names.items()]
        ran = run("compare", "HEAD", *DAY, "--format", "text", *formats, at=made.estate)
        assert "The change brings 1 finding" in ran.out
        assert all("One has 1 cores" in path.read_text() for path in names.values())

    def test_json_keeps_to_its_schema(self, run: Run, made: Made) -> None:
        schema = json.loads(run("schema", "--of", "comparison").out)
        jsonschema.Draft202012Validator.check_schema(schema)
        made.write("inventory/servers.yaml", SMALLER + "  three: {name: T, hosted_on: [one]}\n")
        found = _json(run, made, "HEAD", *DAY)
        assert found["relations"]
        jsonschema.validate(found, schema)
        made.write("own.yaml", (made.estate / "own.yaml").read_text().replace("< 4", "< 1"))
        jsonschema.validate(_json(run, made, "HEAD", *DAY), schema)

    @pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
    def test_nothing_differs_in_any_form(self, run: Run, made: Made, form: str) -> None:
        ran = run("compare", "HEAD", "HEAD", "--format", form, at=made.estate)
        assert ran.code == 0
        said = '"findings": []' if form == "json" else "othing differs"
        assert said in ran.out

    @pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
    def test_the_same_bytes_twice(self, run: Run, made: Made, form: str) -> None:
        made.write("inventory/servers.yaml", SMALLER)
        call = ("compare", "HEAD", *DAY, "--format", form)
        assert run(*call, at=made.estate).out == run(*call, at=made.estate).out

    def test_names_are_not_trusted(self, run: Run, made: Made) -> None:
        evil = r"'<script>`[x](y)` \e[31m @all'"
        made.write("inventory/servers.yaml", SMALLER.replace("name: One", f"name: {evil}"))
        page = run("compare", "HEAD", *DAY, "--format", "html", at=made.estate).out
        assert "<script>" not in page
        assert 'http-equiv="Content-Security-Policy" content="default-src' in page
        text = run("compare", "HEAD", *DAY, "--format", "markdown", at=made.estate).out
        assert r"\<script\>\`\[x\]\(y\)\`" in text

    def test_more_is_said_and_less(self, run: Run, made: Made) -> None:
        many = "".join(f"  s{n}: {{name: S, status: live, cores: 1}}\n" for n in range(30))
        made.write("inventory/servers.yaml", SERVERS + many)
        normal = run("compare", "HEAD", *DAY, at=made.estate).out
        assert "and 10 more (-v, or --format json)" in normal
        assert "and 10 more" not in run("compare", "HEAD", *DAY, "-v", at=made.estate).out
        quiet = run("compare", "HEAD", *DAY, "-q", at=made.estate).out
        assert "findings, by the change" in quiet
        assert "The change brings" not in quiet

    def test_a_format_that_there_is_not(self, run: Run, made: Made) -> None:
        ran = run("compare", "HEAD", "--format", "hmtl", at=made.estate)
        assert (ran.code, ran.err) == (2, "error: no format 'hmtl'; did you mean 'html'?\n")


class TestThreshold:
    """Only what the change brings or makes worse fails."""

    @pytest.mark.parametrize(
        ("fail_on", "code"), [("never", 0), ("critical", 0), ("high", 1), ("info", 1)]
    )
    def test_what_the_change_brings(self, run: Run, made: Made, fail_on: str, code: int) -> None:
        made.write("inventory/servers.yaml", SMALLER)
        ran = run("compare", "HEAD", *DAY, "--fail-on", fail_on, at=made.estate)
        assert ran.code == code

    def test_what_it_makes_worse(self, run: Run, made: Made) -> None:
        made.write("inventory/servers.yaml", SERVERS.replace("cores: 2", "cores: 0"))
        call = ("compare", "HEAD", *DAY, "--fail-on", "critical")
        assert run(*call, at=made.estate).code == 1
        made.commit()
        made.write("inventory/servers.yaml", SERVERS)
        assert run("compare", "HEAD", *DAY, "--fail-on", "info", at=made.estate).code == 0

    def test_what_the_calendar_brings_fails_nothing(self, run: Run, made: Made) -> None:
        ran = run("compare", "2026-11-01", "2026-12-01", "--fail-on", "info", at=made.estate)
        assert ran.code == 0
        assert "The calendar brings 1 finding" in ran.out


class TestCheck:
    """`estate check --base`: judged on one day, failing for the change alone."""

    def test_what_was_there_before_fails_nothing_and_is_listed(self, run: Run, made: Made) -> None:
        assert run("check", *DAY, at=made.estate).code == 1
        ran = run("check", *DAY, "--base", "HEAD", at=made.estate)
        assert ran.code == 0
        assert "Not caused by the change" in ran.out
        assert "nothing at or above high that the change caused" in ran.out
        whole = run("check", *DAY, "--base", "HEAD", "--show", "all", at=made.estate)
        assert "Two has 2 cores (not caused by the change)" in whole.out

    def test_what_the_change_caused_fails(self, run: Run, made: Made) -> None:
        made.write("inventory/servers.yaml", SMALLER)
        ran = run("check", *DAY, "--base", "HEAD", "-q", at=made.estate)
        assert ran.code == 1
        assert "high[small-server]: One has 1 cores" in ran.out
        assert "Two has 2 cores" not in ran.out

    def test_json_says_who_caused_what_and_keeps_to_its_schema(self, run: Run, made: Made) -> None:
        made.write("inventory/servers.yaml", SMALLER)
        call = ("check", *DAY, "--format", "json")
        schema = json.loads(run("schema", "--of", "findings").out)
        alone = json.loads(run(*call, at=made.estate).out)
        since = json.loads(run(*call, "--base", "HEAD", at=made.estate).out)
        jsonschema.validate(since, schema)
        assert {(e["rule"], e["subject"]["id"]): e["caused_by"] for e in since["findings"]} == {
            ("small-server", "one"): "change",
            ("small-server", "two"): "before",
            ("past-review", "one"): "before",
        }
        assert not any("caused_by" in each for each in alone["findings"])

    def test_the_calendar_fails_nothing(self, run: Run, made: Made) -> None:
        late = ("--as-of", "2030-01-01", "--fail-on", "info")
        assert run("check", *late, "--base", "HEAD", at=made.estate).code == 0

    def test_a_folder_will_do_and_a_day_will_not(self, run: Run, made: Made) -> None:
        assert run("check", *DAY, "--base", ".", at=made.estate).code == 0
        ran = run("check", *DAY, "--base", "2026-11-01", at=made.estate)
        assert ran.code == 2
        assert "'estate compare' takes days" in ran.err

    def test_a_rule_that_the_base_does_not_know_may_be_chosen(self, run: Run, made: Made) -> None:
        rules = (made.estate / "own.yaml").read_text()
        made.write("own.yaml", rules.replace("small-server:", "tiny-server:"))
        call = ("check", *DAY, "--base", "HEAD", "--select", "tiny-server")
        assert run(*call, at=made.estate).code == 1

    def test_paths_and_baselines_go_on_counting(self, run: Run, made: Made, tmp_path: Path) -> None:
        made.write("inventory/servers.yaml", SMALLER)
        known = ("--write-baseline", str(tmp_path / "known.json"))
        call = ("check", *DAY, "--base", "HEAD")
        assert run(*call, *known, at=made.estate).code == 0
        made.write("inventory/empty.yaml", "sites: {s: {name: S}}\n")
        assert run(*call, "inventory/empty.yaml", at=made.estate).code == 0
        assert run(*call, "inventory/servers.yaml", at=made.estate).code == 1


class TestAcceptances:
    """What somebody accepted is not for a change to edit."""

    @pytest.fixture
    def signed(self, small: Path) -> Made:
        """Return a small estate with an acceptance that counts, committed."""
        made = Made(small)
        made.git("init", "--quiet", "--initial-branch", "main")
        made.commit()
        return made

    def _about(self, run: Run, made: Made) -> list[str]:
        found = _json(run, made, "HEAD", *DAY)
        return [each["message"] for each in found["about_change"]]

    def _edit(self, made: Made, name: str, old: str, new: str) -> None:
        path = made.estate / "inventory" / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    def test_nothing_is_said_where_nothing_is_done(self, run: Run, signed: Made) -> None:
        assert self._about(run, signed) == []
        ran = run("check", *DAY, at=signed.estate)
        assert "acceptance-changed" not in ran.out

    @pytest.mark.parametrize(
        ("name", "old", "new", "said"),
        [
            ("register.yaml", "from now on stay open", "are fine", "edited (risk)"),
            (
                "register.yaml",
                "review_by: 2027-01-31\n    expires: 2027-02-28",
                "review_by: 2027-01-31\n    expires: 2027-02-27",
                "edited (expires)",
            ),
            (
                "organisations.yaml",
                "name: Town Clerk, from: 2024-04-01",
                "name: Town Clerk, from: 2024-04-02",
                "the dates of Town Clerk as siro of sandling are edited",
            ),
            (
                "organisations.yaml",
                "name: Town Clerk, from: 2024-04-01",
                "name: Town Clerk, from: 2024-04-01, keys: [ssh-ed25519 AAAA]",
                "the keys of Town Clerk as siro of sandling are edited",
            ),
            (
                "organisations.yaml",
                "name: Town Clerk,",
                "name: Head of ICT,",
                "the entry of Town Clerk as siro of sandling is taken away",
            ),
        ],
    )
    def test_an_edit_is_named_with_who_may_approve_it(  # noqa: PLR0913 - an attack and its answer
        self, run: Run, signed: Made, name: str, old: str, new: str, said: str
    ) -> None:
        self._edit(signed, name, old, new)
        (message,) = self._about(run, signed)
        assert said in message
        assert message.startswith("ex-2026-001: ")
        assert message.endswith("Town Clerk (siro of sandling) may approve this")

    @pytest.mark.parametrize("form", ["text", "markdown", "html"])
    def test_every_form_tells_it_first(self, run: Run, signed: Made, form: str) -> None:
        self._edit(signed, "register.yaml", "from now on stay open", "are fine")
        self._edit(signed, "systems.yaml", 'version: "14"', 'version: "12"')
        out = run("compare", "HEAD", *DAY, "--format", form, at=signed.estate).out
        about = out.index("About the change itself")
        assert about < out.index("The change brings 1 finding") < out.index("The change ends")

    def test_it_fails_a_check_and_no_baseline_or_threshold_of_theirs_hides_it(
        self, run: Run, signed: Made, tmp_path: Path
    ) -> None:
        self._edit(signed, "register.yaml", "from now on stay open", "are fine")
        call = ("check", *DAY, "--base", "HEAD")
        ran = run(*call, at=signed.estate)
        assert ran.code == 1
        assert "high[acceptance-changed]: ex-2026-001" in ran.out
        known = ("--write-baseline", str(tmp_path / "known.json"))
        assert "acceptance-changed" in run(*call, *known, at=signed.estate).out
        failing = ("compare", "HEAD", *DAY, "--fail-on", "high")
        assert run(*failing, at=signed.estate).code == 1

    @pytest.mark.parametrize(
        "setting",
        [
            "ignore: [acceptance-changed]",
            "severity: {acceptance-changed: info}",
            "policy: {fail_on: never}",
            "rules: [own.yaml]",
        ],
    )
    def test_a_change_does_not_switch_off_the_rule_that_finds_it(
        self, run: Run, signed: Made, setting: str
    ) -> None:
        signed.write("own.yaml", "rules: {}\n")
        with (signed.estate / "estate.yaml").open("a") as file:
            file.write(f"{setting}\n")
        self._edit(signed, "register.yaml", "from now on stay open", "are fine")
        ran = run("check", *DAY, "--base", "HEAD", at=signed.estate)
        assert "high[acceptance-changed]: ex-2026-001" in ran.out
        assert ran.code == 1

    def test_taking_it_away_is_an_edit_while_what_it_accepts_is_there(
        self, run: Run, signed: Made
    ) -> None:
        path = signed.estate / "inventory" / "register.yaml"
        text = path.read_text()
        start, end = text.index("  ex-2026-001:"), text.index("  ex-2025-004:")
        path.write_text(text[:start] + text[end:])
        (message,) = self._about(run, signed)
        assert "removed while what it accepts is still there" in message
        self._edit(signed, "systems.yaml", "ubuntu@24.04, postgresql@14.2", "ubuntu@24.04")
        assert self._about(run, signed) == []

    def test_a_role_that_is_listed_and_used_at_once(self, run: Run, signed: Made) -> None:
        self._edit(
            signed,
            "organisations.yaml",
            "- {name: Town Clerk, from: 2024-04-01}",
            "- {name: Town Clerk, from: 2024-04-01}\n        - {name: Intern, from: 2024-04-01}",
        )
        assert self._about(run, signed) == []
        path = signed.estate / "inventory" / "register.yaml"
        text = path.read_text()
        start, end = text.index("  ex-2026-001:"), text.index("  ex-2025-004:")
        new = text[start:end].replace("ex-2026-001", "ex-new").replace("Town Clerk", "Intern")
        path.write_text(text + new)
        (message,) = self._about(run, signed)
        assert message.startswith("ex-new: the same change lists who accepts it: Intern")
        signed.commit()
        assert self._about(run, signed) == []

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("risk: Faults found in the operating system", "risk: Other faults"),
            (
                "plan: {action: upgrade, project: prj-library, target: 2027-02-28}",
                (
                    "plan: {action: upgrade, project: prj-library, target: 2027-02-28}\n"
                    "    withdrawn: {on: 2026-11-20, by: Town Clerk, reason: Gone}"
                ),
            ),
        ],
    )
    def test_what_does_not_count_may_be_edited_and_what_does_withdrawn(
        self, run: Run, signed: Made, old: str, new: str
    ) -> None:
        self._edit(signed, "register.yaml", old, new)
        assert self._about(run, signed) == []


def test_the_tests_run_without_anybodys_settings() -> None:
    assert os.environ.get("GIT_CONFIG_GLOBAL") == os.devnull
