"""Attacks on how files are read: nothing is judged then, and the reason has a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.exceptions.attacks import FORGED, SIRO, Change, edited
from tests.exceptions.signed_estate import EXCEPTIONS, ONE, ORGANISATIONS, SYSTEMS, Signed

from estate.cli import cli

BOMB = "\n".join(
    [
        "  - &a0 [x, x]",
        *(f"  - &a{n} [{', '.join(f'*a{n - 1}' for _ in range(9))}]" for n in range(1, 9)),
    ]
)


def _added(text: str) -> Change:
    """Add lines to the file of the acceptances."""
    return lambda files: files.write(EXCEPTIONS, files.files[EXCEPTIONS] + text)


def _twice(files: Signed) -> Signed:
    """Put the same record into another file, with another risk."""
    other = files.record(ONE).replace("stay open", "are harmless")
    return files.write("other.yaml", f"exceptions:\n{other}")


def _excused(files: Signed) -> Signed:
    """Accept an error of the inventory."""
    broken = files.swap(SYSTEMS, "srv-one: {name:", "srv-one: {nmae:")
    record = broken.files[EXCEPTIONS].split("\n", 1)[1].split("  ex-2026-002")[0]
    excuse = record.replace(ONE, "ex-2026-009").replace("unsupported-software", "invalid-field")
    return broken.write(EXCEPTIONS, broken.files[EXCEPTIONS] + excuse)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        pytest.param(
            edited("    treatment: treat\n", "    treatment: treat\n    treatment: treat\n"),
            "invalid-yaml",
            id="a-field-twice",
        ),
        pytest.param(
            edited(
                "    expires: 2027-01-31\n", '    expires: 2027-01-31\n    "expires": 2027-12-31\n'
            ),
            "invalid-yaml",
            id="a-field-twice-in-quotes",
        ),
        pytest.param(
            _added(f"  {ONE}: {{rule: unsupported-software}}\n"),
            "duplicate-id",
            id="a-record-twice",
        ),
        pytest.param(_twice, "duplicate-id", id="a-record-in-two-files"),
        pytest.param(_excused, "invalid-field", id="an-error-that-is-accepted"),
        pytest.param(
            edited("    treatment:", "    Signature: x\n    treatment:"),
            "invalid-field",
            id="a-field-nobody-knows",
        ),
        pytest.param(
            edited("    treatment:", "    id: ex-1\n    treatment:"),
            "invalid-field",
            id="an-id-of-its-own",
        ),
        pytest.param(
            edited("    treatment:", "    estate-acceptance: 2\n    treatment:"),
            "invalid-field",
            id="another-form",
        ),
        pytest.param(
            edited("organisation: marram", "organisation: m\u0430rram"),
            "unknown-reference",
            id="an-organisation-that-looks-alike",
        ),
        pytest.param(
            edited("expires: 2027-01-31", "expires: 2027-02-30"),
            "invalid-field",
            id="a-day-that-is-none",
        ),
        pytest.param(
            edited("expires: 2027-01-31", "expires: \u0662\u0660\u0662\u0667-01-31"),
            "invalid-field",
            id="digits-of-another-script",
        ),
        pytest.param(
            edited(SIRO, f"!!python/object/apply:os.system [{SIRO}]"), "invalid-yaml", id="a-tag"
        ),
        pytest.param(edited(SIRO, f"!!binary {SIRO}"), "invalid-yaml", id="a-tag-of-yaml"),
        pytest.param(
            edited("    treatment:", "    <<: *nowhere\n    treatment:"),
            "invalid-yaml",
            id="an-alias-of-nothing",
        ),
        pytest.param(
            _added(f"---\nexceptions:\n  {ONE}: {{}}\n"), "invalid-yaml", id="two-documents"
        ),
        pytest.param(
            lambda f: f.write("bomb.yaml", f"exceptions:\n{BOMB}\n"),
            "invalid-yaml",
            id="aliases-of-aliases",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(
    change: Change, rule: str, signed: Signed, tmp_path: Path
) -> None:
    change(signed).lay(tmp_path)
    done = CliRunner().invoke(cli, ["check", "--estate", str(tmp_path), "--as-of", "2026-11-21"])
    assert done.exit_code == 2
    assert not done.stdout
    assert f"critical[{rule}]" in done.stderr
    assert "nothing was judged" in done.stderr


def test_a_private_key_is_said_to_be_one_and_repeated_nowhere(
    signed: Signed, tmp_path: Path
) -> None:
    private = (signed.keys.folder / "resources").read_text("utf-8")
    quoted = '"' + private.replace("\n", "\\n") + '"'
    pasted = signed.swap(ORGANISATIONS, signed.keys.public("resources"), quoted)
    pasted.lay(tmp_path)
    secret = {line for line in private.splitlines() if len(line) == 70}
    asked = ["--estate", str(tmp_path), "--as-of", "2026-11-21"]
    for command in (
        ["check", "--show", "all"],
        ["check", "--format", "json"],
        ["check", "--format", "sarif"],
        ["exceptions", "list"],
        ["exceptions", "list", "--format", "json"],
        ["exceptions", "verify"],
        ["explain", ONE],
        ["explain", "marram"],
    ):
        done = CliRunner().invoke(cli, [*command, *asked])
        assert done.exit_code in (0, 1, 2), done.output
        assert not any(line in done.output for line in secret), command
    done = CliRunner().invoke(cli, ["exceptions", "verify", ONE, *asked])
    assert "this is a private key" in done.stdout
    assert done.exit_code == 1
    assert FORGED in CliRunner().invoke(cli, ["check", *asked]).stdout
