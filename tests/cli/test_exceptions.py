"""The register on the command line: drafted, tried, signed, checked, ended, listed."""

from __future__ import annotations

import json
import subprocess
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import DAY, Ran, Run
from tests.exceptions.signed_estate import Keys

from estate.findings import Acceptance

NEW = "ex-2026-002"
FOUND = "38542445916975302a61"
"""The old PostgreSQL on srv-revenues, which nobody has accepted."""
ACCEPTED, LAPSED = "ex-2026-001", "ex-2025-004"
FILLED = {
    "# risk:": "risk: Faults found in the database stay open.",
    '# mitigation: [{control: "", claims: isolated, evidence: ""}]': "mitigation: [{control: A}]",
    "# treatment: treat": "treatment: treat",
    "# plan: {action: replace, project: , target: 2027-05-21}": (
        "plan: {action: replace, target: 2027-05-21}  # with the next release"
    ),
    "# requested_by:": "requested_by: Head of Revenues",
    "# accepted_by:": "accepted_by: Town Clerk",
    "# expires: 2027-05-21": "expires: 2027-05-21",
}


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    """Return where keys are made."""
    return Keys(tmp_path_factory.mktemp("keys"))


@pytest.fixture
def register(plain: Path) -> Path:
    """Return the file of the exceptions."""
    return plain / "inventory" / "register.yaml"


@pytest.fixture
def keyed(plain: Path, keys: Keys) -> Path:
    """Return the plain estate, whose town clerk has a key."""
    path = plain / "inventory" / "organisations.yaml"
    text = path.read_text("utf-8")
    holder = "{name: Town Clerk, from: 2024-04-01}"
    assert holder in text
    listed = f"{{name: Town Clerk, from: 2024-04-01, keys: [{keys.public('clerk')}]}}"
    path.write_text(text.replace(holder, listed), "utf-8")
    return plain


def on(run: Run, at: Path, *arguments: str, day: str = DAY) -> Ran:
    return run("exceptions", *arguments, "--as-of", day, at=at)


def listed(run: Run, at: Path, *options: str, day: str = DAY) -> dict[str, dict[str, Any]]:
    done = on(run, at, "list", "--format", "json", *options, day=day)
    assert done.code in (0, 1), done.err
    found: list[dict[str, Any]] = json.loads(done.out)["exceptions"]
    return {each["id"]: each for each in found}


def drafted(run: Run, plain: Path, register: Path) -> str:
    """Draft an acceptance and fill it in; return the file's text."""
    assert on(run, plain, "new", FOUND).code == 0
    text = register.read_text("utf-8")
    for blank, line in FILLED.items():
        assert text.count(f"    {blank}\n") == 1, blank
        text = text.replace(f"    {blank}\n", f"    {line}\n")
    register.write_text(text, "utf-8")
    return text


def kept(before: str, after: str) -> bool:
    """Whether every line that was there is still there, in its order."""
    lines = iter(after.splitlines())
    return all(line in lines for line in before.splitlines())


def test_a_draft_is_added_and_counts_for_nothing(run: Run, plain: Path, register: Path) -> None:
    before = register.read_bytes()
    done = on(run, plain, "new", FOUND)
    assert done == (
        0,
        f"{NEW} is drafted in inventory/register.yaml\nnext: estate exceptions preview {NEW}\n",
        "",
    )
    assert register.read_bytes().startswith(before)
    draft = listed(run, plain)[NEW]
    assert (draft["state"], draft["counts"], draft["findings"][0]) == ("incomplete", False, FOUND)
    assert draft["covers"] == ["postgresql 14 on REV01"]
    assert {each["sameness"] for each in draft["comparisons"]} == {"same"}
    check = json.loads(run("check", "--as-of", DAY, "--format", "json", at=plain).out)
    assert {f["status"] for f in check["findings"] if f["fingerprint"] == FOUND} == {"open"}


def test_a_draft_says_whose_decision_it_is_and_for_how_long(
    run: Run, plain: Path, register: Path
) -> None:
    on(run, plain, "new", FOUND)
    text = register.read_text("utf-8")
    for guide in (
        "# Whoever holds the role siro on that day. Today sandling: Town Clerk.",
        "# Accepted today, it may last until 2027-05-21.",
        "# The risk that is left; likelihood times impact at most 9.",
        "# Who asks for it; not whoever accepts it.",
    ):
        assert guide in text


def test_a_draft_may_have_an_id_of_its_own_and_few_digits(run: Run, plain: Path) -> None:
    assert on(run, plain, "new", FOUND[:6], "--id", "siro/revenues", "-q") == (0, "", "")
    assert listed(run, plain)["siro/revenues"]["state"] == "incomplete"


def test_the_next_draft_has_the_next_id(run: Run, plain: Path) -> None:
    on(run, plain, "new", FOUND)
    assert on(run, plain, "new", FOUND).out.startswith("ex-2026-003 is drafted")
    assert "ex-2027-001 is drafted" in on(run, plain, "new", FOUND, day="2027-01-01").out


def test_a_draft_in_an_estate_without_exceptions(run: Run, plain: Path, register: Path) -> None:
    text = register.read_text("utf-8")
    register.write_text(text[: text.index("exceptions:")], "utf-8")
    assert "drafted in inventory/exceptions.yaml" in on(run, plain, "new", FOUND).out
    assert [*listed(run, plain)] == ["ex-2026-001"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ffffffff"], "no finding is called 'ffffffff'; 'estate check' prints fingerprints"),
        (["38542"], "no finding is called '38542'"),
        (["srv-revenues"], "no finding is called 'srv-revenues'"),
        (["22cb98"], f"22cb98e5fd292d7b587c is accepted already, by {ACCEPTED}"),
        (["687346"], "6873464c3f792b2465cb (expired-acceptance) cannot be accepted by anybody"),
        (["385424", "76ef2e"], "about inherited-unsupported-software and unsupported-software"),
        (["385424", "--id", "Ex 1"], "'Ex 1' is no id"),
        (["385424", "--id", "ex-1\n"], "is no id"),
        (["385424", "--id", "srv-web"], "'srv-web' is the id of another record"),
        (["385424", "--id", ACCEPTED], f"'{ACCEPTED}' is the id of another record"),
        ([], "Missing argument 'FINGERPRINT...'"),
    ],
)
def test_a_draft_that_is_refused_is_not_written(
    arguments: list[str], says: str, run: Run, plain: Path, register: Path
) -> None:
    before = register.read_bytes()
    done = on(run, plain, "new", *arguments)
    assert (done.code, done.out) == (2, "")
    assert says in done.err.replace("\n", " ")
    assert register.read_bytes() == before


def test_a_draft_is_signed_and_counts(run: Run, keyed: Path, register: Path, keys: Keys) -> None:
    before = drafted(run, keyed, register)
    preview = on(run, keyed, "preview", NEW)
    assert preview.code == 0
    assert "If it were accepted today, by Town Clerk for sandling" in preview.out
    assert "critical[unsupported-software]" in preview.out.split("It would cover")[1]
    assert "unmanaged unsupported installations: 2 → 1" in preview.out
    assert register.read_text("utf-8") == before

    done = on(run, keyed, "sign", NEW, "--key", str(keys.folder / "clerk"))
    assert done == (0, f"{NEW} is accepted and signed: inventory/register.yaml\n", "")
    after = register.read_text("utf-8")
    assert kept(before, after)
    assert "# with the next release" in after
    record = listed(run, keyed)[NEW]
    assert (record["state"], record["accepted_on"]) == ("valid", DAY)
    assert [sign["signature"] for sign in record["signs"]] == ["verified"]
    verified = on(run, keyed, "verify", NEW)
    assert verified.code == 0
    assert "holds, by the key SHA256:" in verified.out
    for command in (["pin", NEW], ["withdraw", NEW, "--reason", "Sold"]):
        assert on(run, keyed, *command).code == (2 if command[0] == "pin" else 0)
    assert listed(run, keyed)[NEW]["state"] == "withdrawn"


def test_a_signature_made_elsewhere_is_added(
    run: Run, keyed: Path, register: Path, keys: Keys, tmp_path: Path
) -> None:
    text = drafted(run, keyed, register)
    assert "it lacks on which day it is accepted" in on(run, keyed, "payload", NEW).err
    before = text.replace("    # accepted_on: 2026-11-21\n", "    accepted_on: 2026-11-21\n")
    register.write_text(before, "utf-8")
    payload = on(run, keyed, "payload", NEW)
    assert (payload.code, payload.err) == (0, "")
    assert payload.out.endswith("}")
    assert json.loads(payload.out)["id"] == NEW
    assert on(run, keyed, "payload", NEW, day="2026-12-24").out == payload.out

    (tmp_path / "ex.json").write_bytes(payload.out.encode())
    command = ["ssh-keygen", "-q", "-Y", "sign", "-n", "estate-acceptance"]
    signing = [*command, "-f", str(keys.folder / "clerk"), str(tmp_path / "ex.json")]
    subprocess.run(signing, check=True, stdin=subprocess.DEVNULL, capture_output=True)
    done = on(run, keyed, "attach", NEW, str(tmp_path / "ex.json.sig"))
    assert done == (0, f"the signature is added to {NEW}: inventory/register.yaml\n", "")
    assert kept(before, register.read_text("utf-8"))
    assert listed(run, keyed)[NEW]["state"] == "valid"


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (b"", "the signature is malformed"),
        (b"\xff\xfe\x00", "the signature is malformed"),
        (b"x" * 20_000, "is no signature: it is too long"),
        ("mallory", "is not listed"),
        ("git", "it was made for 'git', not for 'estate-acceptance'"),
        ("other", "it does not fit this record"),
    ],
)
def test_a_signature_that_does_not_hold_is_not_added(  # noqa: PLR0913 - fixtures
    made: bytes | str,
    says: str,
    run: Run,
    keyed: Path,
    register: Path,
    keys: Keys,
    tmp_path: Path,
) -> None:
    text = drafted(run, keyed, register).replace("# accepted_on", "accepted_on")
    register.write_text(text, "utf-8")
    message = on(run, keyed, "payload", NEW).out.encode()
    if isinstance(made, str):
        who = "mallory" if made == "mallory" else "clerk"
        message += b"\n" * (made == "other")
        made = keys.sign(who, message, "git" if made == "git" else "estate-acceptance").encode()
    (tmp_path / "given.sig").write_bytes(made)
    done = on(run, keyed, "attach", NEW, str(tmp_path / "given.sig"))
    assert (done.code, done.out) == (2, "")
    assert says in done.err.replace("\n", " ")
    assert register.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("old", "new", "key", "says"),
    [
        ("", "", "mallory", "is not listed"),
        ("", "", "nowhere", "there is no key"),
        ("accepted_by: Town Clerk\n    # acc", "# acc", "clerk", "names nobody who accepts it"),
        (": Town Clerk\n    # acc", ": Mayor\n    # acc", "clerk", "Mayor is not listed for the"),
    ],
)
def test_a_signature_that_would_not_hold_is_not_made(  # noqa: PLR0913 - fixtures
    old: str, new: str, key: str, says: str, run: Run, keyed: Path, register: Path, keys: Keys
) -> None:
    keys.public("mallory")
    text = drafted(run, keyed, register)
    assert not old or text.count(old) == 1
    text = text.replace(old, new) if old else text
    register.write_text(text, "utf-8")
    done = on(run, keyed, "sign", NEW, "--key", str(keys.folder / key))
    assert (done.code, done.out) == (2, "")
    assert says in done.err.replace("\n", " ")
    assert register.read_text("utf-8") == text


@pytest.mark.parametrize(
    "command",
    [
        ["preview", "ex-2026-1"],
        ["payload", "ex-2026-1"],
        ["sign", "ex-2026-1", "--key", "k"],
        ["attach", "ex-2026-1", "estate.yaml"],
        ["pin", "srv-web"],
        ["withdraw", "ex-2026-1", "--reason", "x"],
        ["verify", "ex-2026-1"],
    ],
)
def test_an_exception_that_is_not_there_is_named_with_the_nearest(
    command: list[str], run: Run, plain: Path, register: Path
) -> None:
    before = register.read_bytes()
    done = on(run, plain, *command)
    assert (done.code, done.out) == (2, "")
    hint = "'estate exceptions list' shows them"
    near = hint if command[1] == "srv-web" else f"did you mean '{ACCEPTED}'?"
    assert f"no exception is called '{command[1]}'; {near}" in done.err
    assert register.read_bytes() == before


def test_facts_are_pinned_and_pinned_again(run: Run, plain: Path, register: Path) -> None:
    before = register.read_text("utf-8")
    done = on(run, plain, "pin", ACCEPTED, day="2026-11-02")
    assert done.code == 2
    assert "covers nothing that unsupported-software finds today" in done.err
    done = on(run, plain, "pin", ACCEPTED)
    assert done.out == f"the facts of {DAY} are pinned in {ACCEPTED}: inventory/register.yaml\n"
    pinned = register.read_text("utf-8")
    assert kept(before, pinned)
    assert on(run, plain, "pin", ACCEPTED).code == 0
    assert register.read_text("utf-8") == pinned
    stale = listed(run, plain)[ACCEPTED]
    assert stale["state"] == "stale"
    assert stale["reasons"][0].endswith("after it was accepted on 2026-11-02")


def test_a_withdrawal_opens_what_it_covered(run: Run, plain: Path, register: Path) -> None:
    before = register.read_text("utf-8")
    done = on(run, plain, "withdraw", ACCEPTED, "--reason", "Sold: all", "--by", "Town Clerk")
    assert done == (
        0,
        f"{ACCEPTED} is withdrawn from {DAY}: inventory/register.yaml\n",
        "",
    )
    assert kept(before, register.read_text("utf-8"))
    record = listed(run, plain)[ACCEPTED]
    assert (record["state"], record["withdrawn_on"]) == ("withdrawn", DAY)
    assert record["reasons"][0] == f"it was withdrawn on {DAY} by Town Clerk: Sold: all"
    check = run("check", "--as-of", DAY, "--format", "json", at=plain).out
    assert ACCEPTED not in {f["exception"] for f in json.loads(check)["findings"]}
    before = register.read_text("utf-8")
    again = on(run, plain, "withdraw", ACCEPTED, "--reason", "x")
    assert (again.code, again.out) == (2, "")
    assert f"{ACCEPTED} is withdrawn already" in again.err
    assert "Missing option '--reason'" in on(run, plain, "withdraw", LAPSED).err
    assert register.read_text("utf-8") == before


def test_a_withdrawal_may_be_for_a_later_day(run: Run, plain: Path) -> None:
    on(run, plain, "withdraw", ACCEPTED, "--reason", "Sold", "--on", "2026-12-01")
    assert listed(run, plain, day="2026-11-30")[ACCEPTED]["counts"]
    assert not listed(run, plain, day="2026-12-01")[ACCEPTED]["counts"]


def test_verify_fails_where_a_signature_does_not_hold(
    run: Run, plain: Path, register: Path
) -> None:
    done = on(run, plain, "verify")
    assert done.code == 0
    rows = [line.split() for line in done.out.splitlines()]
    assert rows[0] == ["exception", "state", "for", "person", "signature"]
    assert [row[:3] for row in rows[1:]] == [
        [LAPSED, "expired", "sandling"],
        [ACCEPTED, "valid", "sandling"],
    ]
    text = register.read_text("utf-8")
    day = "    accepted_on: 2026-11-02\n"
    register.write_text(text.replace(day, f"{day}    signature: x\n"), "utf-8")
    forged = on(run, plain, "verify")
    assert forged.code == 1
    assert "refused: the signature is malformed" in forged.out
    assert on(run, plain, "verify", LAPSED).code == 0
    assert on(run, plain, "verify", LAPSED, ACCEPTED).code == 1


def test_verify_fails_where_policy_asks_for_a_signature(run: Run, plain: Path) -> None:
    with (plain / "estate.yaml").open("a") as file:
        file.write("policy: {acceptance: {signatures: required}}\n")
    assert on(run, plain, "verify").code == 1


def test_verify_of_nothing(run: Run, plain: Path, register: Path) -> None:
    text = register.read_text("utf-8")
    register.write_text(text[: text.index("exceptions:")], "utf-8")
    assert on(run, plain, "verify") == (0, "no exceptions\n", "")
    assert on(run, plain, "list").code == 0


def test_the_register_is_json_with_all_that_is_known_of_each(run: Run, plain: Path) -> None:
    done = on(run, plain, "list", "--format", "json")
    told = json.loads(done.out)
    assert (done.code, done.err) == (1, "")
    assert {key: told[key] for key in ("schema", "estate", "as_of")} == {
        "schema": "estate-register/1",
        "estate": "Sandling",
        "as_of": DAY,
    }
    names = {field.name for field in fields(Acceptance)}
    assert all({*each} == names for each in told["exceptions"])
    assert [each["id"] for each in told["exceptions"]] == [LAPSED, ACCEPTED]
    assert told["exceptions"][0]["place"] == {"file": "inventory/register.yaml", "line": 37}


@pytest.mark.parametrize(
    ("options", "shown", "code"),
    [
        ([], [LAPSED, ACCEPTED], 1),
        (["--expired"], [LAPSED], 1),
        (["--role", "siro"], [LAPSED, ACCEPTED], 1),
        (["--role", "enterprise-architect"], [], 0),
        (["--organisation", "sandling"], [LAPSED, ACCEPTED], 1),
        (["--expiring-in", "98 days"], [], 0),
        (["--expiring-in", "99 days"], [ACCEPTED], 0),
        (["--expiring-in", "4 months"], [ACCEPTED], 0),
        (["--expired", "--expiring-in", "99 days"], [], 0),
    ],
)
def test_the_register_shows_what_is_asked_for(
    options: list[str], shown: list[str], code: int, run: Run, plain: Path
) -> None:
    assert [*listed(run, plain, *options)] == shown
    assert on(run, plain, "list", *options).code == code


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2027-01-28", []),
        ("2027-01-29", [ACCEPTED]),
        ("2027-02-27", [ACCEPTED]),
        ("2027-02-28", [ACCEPTED]),
        ("2027-03-01", []),
    ],
)
def test_what_expires_in_thirty_days(day: str, shown: list[str], run: Run, plain: Path) -> None:
    assert [*listed(run, plain, "--expiring-in", "30 days", day=day)] == shown
    state = {"2027-01-28": "valid", "2027-03-01": "expired"}.get(day, "expiring")
    assert listed(run, plain, day=day)[ACCEPTED]["state"] == state


def test_what_has_lapsed_fails_the_list_from_its_day_on(run: Run, plain: Path) -> None:
    on(run, plain, "withdraw", LAPSED, "--reason", "Sold")
    assert on(run, plain, "list", day="2027-02-28").code == 0
    assert on(run, plain, "list", day="2027-03-01").code == 1


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--expiring-in", "soon"], "'soon' is no term; write '30 days' or '3 months'"),
        (["--organisation", "sandlin"], "no organisation is called 'sandlin'; did you mean 'sand"),
        (["--format", "yaml"], "'yaml' is not one of 'text', 'json'"),
    ],
)
def test_the_register_refuses_what_it_does_not_know(
    options: list[str], says: str, run: Run, plain: Path
) -> None:
    done = on(run, plain, "list", *options)
    assert (done.code, done.out) == (2, "")
    assert says in done.err


def test_a_preview_of_what_nobody_may_accept(run: Run, plain: Path, register: Path) -> None:
    text = register.read_text("utf-8")
    register.write_text(text.replace("rule: unsupported-software", "rule: no-such-rule"), "utf-8")
    done = on(run, plain, "preview", ACCEPTED)
    assert (done.code, done.out) == (2, "")
    assert "no rule whose findings can be accepted is called 'no-such-rule'" in done.err


def test_a_preview_of_what_is_past_changes_nothing(run: Run, plain: Path) -> None:
    done = on(run, plain, "preview", ACCEPTED, day="2027-03-31")
    assert done.code == 0
    assert "What is accepted would not change." in done.out
