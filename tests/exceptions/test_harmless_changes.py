"""What does not change what a record says leaves its acceptance as it was."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Callable

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.exceptions.attacks import COVERED, HOLDER, SIRO, Change, edited, listed
from tests.exceptions.signed_estate import (
    EARLY,
    EXCEPTIONS,
    JOINT,
    ONE,
    ORGANISATIONS,
    SYSTEMS,
    Signed,
)

SERVERS = {ONE: "srv-one", JOINT: "srv-both", EARLY: "srv-early"}
KEYS = (ONE, JOINT, EARLY)


def _whole(change: Callable[[str], str], name: str = EXCEPTIONS) -> Change:
    return lambda files: files.write(name, change(files.files[name]))


def _moved(files: Signed) -> Signed:
    """Move a record into a folder, in a file of its own."""
    record = files.record(ONE)
    left = files.files[EXCEPTIONS].replace(record, "")
    return files.write(EXCEPTIONS, left).write("siro/marram.yml", f"exceptions:\n{record}")


def _in_json(files: Signed) -> Signed:
    read = yaml.load(files.files[EXCEPTIONS], yaml.BaseLoader)  # noqa: S506 - texts alone
    left = {"plan", "residual"}
    for record in read["exceptions"].values():
        record["residual"] = {key: int(value) for key, value in record["residual"].items()}
        assert left <= record.keys()
    text = json.dumps(read, ensure_ascii=False)
    return files.write(EXCEPTIONS, "exceptions: {}\n").write("exceptions.json", text)


def _as_block(files: Signed) -> Signed:
    lines = "".join(f"      {line}\n" for line in files.armoured(ONE).splitlines())
    return files.edit(ONE, files.signature(ONE) + "\n", f"|\n{lines}")


def _lent(files: Signed) -> Signed:
    """Let the file say for whom, where every record of it says the same."""
    records = [files.record(key).replace("    organisation: marram\n", "") for key in (ONE, EARLY)]
    text = "defaults: {organisation: marram}\nexceptions:\n" + "".join(records)
    rest = f"exceptions:\n{files.record(JOINT)}"
    return files.write(EXCEPTIONS, text).write("joint.yaml", rest)


def _anchored(files: Signed) -> Signed:
    """Bring what records share by aliases and merge keys."""
    shared = (
        "    treatment: treat\n",
        "    residual: {likelihood: 2, impact: 3}\n",
        "    requested_by: Head of Revenues\n",
    )
    done = files.edit(ONE, "    risk: Faults", "    risk: &risk Faults")
    done = done.edit(
        EARLY, "    risk: Faults found in the database from now on stay open.", "    risk: *risk"
    )
    first = done.record(EARLY)
    rest = first
    for line in shared:
        rest = rest.replace(line, "")
    fields = "".join(f"    {line}" for line in shared)
    merged = rest.replace(f"  {EARLY}:\n", f"  {EARLY}:\n    <<:\n{fields}")
    return done.swap(EXCEPTIONS, first, merged)


def _lines_swapped(files: Signed) -> Signed:
    lines = [line for line in files.record(JOINT).splitlines(keepends=True) if "by: " in line]
    marram, saltern = (line for line in lines if "- {" in line)
    return files.edit(JOINT, marram + saltern, saltern + marram)


HARMLESS: dict[str, Change] = {
    "comments": _whole(
        lambda text: text.replace("\n    risk:", "\n    # Minutes of 12 September.\n    risk:")
    ),
    "a comment beside": edited("    treatment: treat\n", "    treatment: treat  # for now\n"),
    "empty lines": _whole(lambda text: text.replace("\n    risk:", "\n\n    risk:")),
    "quotes": edited("treatment: treat", 'treatment: "treat"'),
    "other quotes": edited("accepted_by: " + SIRO, f"accepted_by: '{SIRO}'"),
    "no quotes": edited('version: "12.2"}]', "version: 12.2}]"),
    "escapes": edited(SIRO, '"Directrice g\\u00e9n\\u00e9rale"'),
    "blanks around a plain text": edited(SIRO, f"   {SIRO}   "),
    "a folded text": edited(
        "risk: Faults found in the database from", "risk: Faults found in the database\n      from"
    ),
    "a list of one": edited("organisation: marram", "organisation: [marram]"),
    "a block for brackets": edited(
        COVERED + "]",
        'covers:\n      - asset: srv-one\n        product: old-db\n        version: "12.2"',
    ),
    "the order of a cover's keys": edited(
        COVERED, 'covers: [{version: "12.2", asset: srv-one, product: old-db}'
    ),
    "the order of scores": edited("{likelihood: 2, impact: 3}", "{impact: 3, likelihood: 2}"),
    "the order of fields": lambda f: f.edit(ONE, "    rule: unsupported-software\n", "").edit(
        ONE, "    treatment:", "    rule: unsupported-software\n    treatment:"
    ),
    "the order of approvals": _lines_swapped,
    "deeper": _whole(lambda text: text.replace("\n  ", "\n     ").replace("     ex-", "     ex-")),
    "line ends": _whole(lambda text: text.replace("\n", "\r\n")),
    "a mark of byte order": _whole(lambda text: "\ufeff" + text),
    "a document's beginning": _whole(lambda text: f"%YAML 1.2\n---\n{text}...\n"),
    "another file": _moved,
    "JSON": _in_json,
    "a block for the signature": _as_block,
    "line ends around the block of a signature": lambda f: _whole(
        lambda text: text.replace("\n", "\r\n")
    )(_as_block(f)),
    "the file's defaults": _lent,
    "aliases and merge keys": _anchored,
    "another record": _whole(lambda text: text + "  ex-1: {rule: unsupported-software}\n"),
    "a note on the asset": _whole(
        lambda text: text.replace("{name: DB01,", "{name: DB01, notes: Old., "), SYSTEMS
    ),
    "the order of role holders' fields": listed(
        f"{{name: {SIRO}, {HOLDER}}}",
        f"{{keys: [KEY-resources], until: 2027-08-31, name: {SIRO}, from: 2026-09-01}}",
    ),
    "the comment of a key": _whole(
        lambda text: text.replace(" resources]", " siro@marram.example]"), ORGANISATIONS
    ),
    "another key beside": listed("[KEY-resources]", "[KEY-mallory, KEY-resources]"),
    "a role holder's name composed otherwise": _whole(
        lambda text: unicodedata.normalize("NFD", text), ORGANISATIONS
    ),
    "blanks around a role holder's name": _whole(
        lambda text: text.replace(f"name: {SIRO}", f'name: " {SIRO} "'), ORGANISATIONS
    ),
    "the end of a role, after the day": listed("until: 2027-08-31", "until: 2026-09-12"),
    "the beginning of a role, by the day": listed("from: 2026-09-01", "from: 2026-09-12"),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_it_still_counts(name: str, signed: Signed) -> None:
    changed = HARMLESS[name](signed)
    assert changed.files != signed.files
    judged = changed.judged()
    for key in KEYS:
        stands = judged.acceptance(key)
        assert (stands.state, stands.counts, judged.rules(key)) == ("valid", True, set())
        assert [sign.signature for sign in stands.signs] == ["verified"] * len(stands.signs)
        assert judged.found(SERVERS[key]).exception == key


@given(st.randoms(use_true_random=False))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_order_of_fields_records_or_files_is_signed(
    signed: Signed, chance: random.Random
) -> None:
    read = yaml.load(signed.files[EXCEPTIONS], yaml.BaseLoader)["exceptions"]  # noqa: S506 - texts
    changed = signed.write(EXCEPTIONS, "exceptions: {}\n")
    for number, key in enumerate(chance.sample(KEYS, len(KEYS))):
        fields = [*read[key].items()]
        chance.shuffle(fields)
        text = yaml.safe_dump({"exceptions": {key: dict(fields)}}, sort_keys=False)
        changed = changed.write(f"{number}.yaml", text)
    assert [changed.payload(key) for key in (ONE, EARLY)] == [
        signed.payload(key) for key in (ONE, EARLY)
    ]
    assert all(changed.judged().acceptance(key).counts for key in KEYS)
