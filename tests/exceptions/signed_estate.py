"""A small estate on disk whose acceptances are signed by real keys, and its files to be changed."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from tests.exceptions.blobs import bared

from estate.exceptions.canonical import payload
from estate.findings import Acceptance, Finding
from estate.model import Estate, RiskAcceptance
from estate.pipeline import Loaded, Options, Run, load_estate, load_pack, run
from estate.pipeline.acceptances.approving import pinned

Asked = Literal["required", "optional"]
TODAY = date(2026, 11, 21)
CHANGED = "acceptance-changed"
PACK = load_pack(None)
JUDGING = ("unsupported-software", *(rule.id for rule in PACK.about_exceptions()), CHANGED)
"""The rules that matter here; others would only take their time."""
ORGANISATIONS, SYSTEMS, EXCEPTIONS = "organisations.yaml", "systems.yaml", "exceptions.yaml"
ONE, JOINT, EARLY = "ex-2026-001", "ex-2026-002", "ex-2026-003"
"""Signed by one SIRO; by the SIROs of two councils; by one who has left since."""
PEOPLE = ("resources", "interim", "finance", "architect", "mallory")

ESTATE = """\
estate: 1
name: Marram and Saltern
policy: {acceptance: {signatures: required}}
"""
_ORGANISATIONS = """\
organisations:
  marram:
    name: Marram Borough Council
    type: council
    roles:
      siro:
        - {name: Interim Director, from: 2026-04-01, until: 2026-08-31, keys: [KEY-interim]}
        - {name: Directrice générale, from: 2026-09-01, until: 2027-08-31, keys: [KEY-resources]}
      enterprise-architect:
        - {name: Chief Architect, from: 2023-01-01, keys: [KEY-architect]}
  saltern:
    name: Saltern District Council
    type: council
    roles:
      siro:
        - {name: Director of Finance, from: 2023-05-15, keys: [KEY-finance]}
"""
_SYSTEMS = """\
products:
  old-db: {name: Old database, versions: {"12.2": {support_ends: 2022-03-31}}}
projects:
  prj-db: {name: Replacement, starts: 2026-06-01, ends: 2027-01-31, status: live}
servers:
  srv-one: {name: DB01, organisation: marram, exposure: internal, software: [old-db@12.2]}
  srv-both:
    {name: DB02, organisation: [marram, saltern], exposure: internal, software: [old-db@12.2]}
  srv-early: {name: DB03, organisation: marram, exposure: internal, software: [old-db@12.2]}
  srv-other: {name: DB04, organisation: saltern, exposure: internal, software: [old-db@12.2]}
"""
_RECORD = """\
  {id}:
    rule: unsupported-software
    covers: [{{asset: {asset}, product: old-db, version: "12.2"}}]
    organisation: {organisation}
    risk: Faults found in the database from now on stay open.
    mitigation:
      - control: A network of its own
    treatment: treat
    plan: {{action: replace, project: prj-db, target: 2027-01-31}}
    residual: {{likelihood: 2, impact: 3}}
    requested_by: Head of Revenues
    requested_on: 2026-08-20
{people}
    review_by: 2027-01-10
    expires: 2027-01-31
"""
_ONE = """\
    accepted_by: Directrice générale
    accepted_on: 2026-09-12
"""
_EARLY = """\
    accepted_by: Interim Director
    accepted_on: 2026-08-31
"""
_JOINT = """\
    approvals:
      - {organisation: marram, by: Directrice générale, on: 2026-09-12}
      - {organisation: saltern, by: Director of Finance, on: 2026-09-14}
"""
_PINNED = {ONE: "2026-09-12", JOINT: "2026-09-12", EARLY: "2026-08-31"}


@dataclass(frozen=True)
class Keys:
    """The keys of everybody, made by ssh-keygen in a folder."""

    folder: Path

    def make(self, name: str, *options: str) -> Path:
        """Make a key and return the file of its private half."""
        path = self.folder / name
        if not path.exists():
            command = ["ssh-keygen", "-q", "-N", "", "-C", name, "-f", str(path), *options]
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        return path

    def certify(self, authority: Path, public: Path) -> None:
        """Have an authority certify a key."""
        command = ["ssh-keygen", "-q", "-s", str(authority), "-I", "somebody", str(public)]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)

    def public(self, name: str) -> str:
        """Return the line of a key."""
        return self.make(name, "-t", "ed25519").with_suffix(".pub").read_text("utf-8").strip()

    def sign(self, name: str, message: bytes, namespace: str = "estate-acceptance") -> str:
        """Return somebody's signature of a message."""
        self.public(name)
        command = ["ssh-keygen", "-qY", "sign", "-n", namespace, "-f", str(self.folder / name)]
        done = subprocess.run(command, input=message, check=True, capture_output=True)
        return done.stdout.decode("ascii")


@dataclass(frozen=True)
class Signed:
    """The files of the estate, by name; every change returns other files.

    A change that finds nothing to change fails: an attack that attacks nothing shows nothing.
    """

    keys: Keys
    files: Mapping[str, str]

    def swap(self, name: str, old: str, new: str) -> Signed:
        """Put another text in the place of one, which stands once in a file."""
        text = self.files[name]
        assert text.count(old) == 1, (name, old, text.count(old))
        return self.write(name, text.replace(old, new))

    def write(self, name: str, text: str) -> Signed:
        """Write a file."""
        return replace(self, files={**self.files, name: text})

    def record(self, key: str) -> str:
        """Return the text of a record."""
        found = [part for part in self._parts if part.startswith(f"  {key}:\n")]
        assert len(found) == 1, key
        return found[0]

    @property
    def _parts(self) -> list[str]:
        text = self.files[EXCEPTIONS].split("\n", 1)[1]
        return [f"  ex-{part}" for part in text.split("  ex-")[1:]]

    def edit(self, key: str, old: str, new: str) -> Signed:
        """Change a text that stands once in a record."""
        was = self.record(key)
        assert was.count(old) == 1, (key, old, was.count(old))
        return self.swap(EXCEPTIONS, was, was.replace(old, new))

    def signature(self, key: str, organisation: str = "") -> str:
        """Return the signature of a record, or of one organisation's line, as it is written."""
        lines = self.record(key).splitlines()
        mine = f"organisation: {organisation}, by" if organisation else "    signature: "
        (line,) = (each for each in lines if mine in each)
        return line[line.index('"-----') :].rstrip("}")

    def put(self, key: str, armoured: str, organisation: str = "") -> Signed:
        """Put another signature in the place of one."""
        return self.edit(key, self.signature(key, organisation), json.dumps(armoured))

    def payload(self, key: str, organisation: str = "") -> bytes:
        """Return what is signed of a record as these files have it."""
        record = self.estate[key]
        lines = {line.organisation: line for line in record.approvals or ()}
        return payload(record, lines[organisation] if organisation else None)

    def sign(self, key: str, who: str, organisation: str = "") -> Signed:
        """Have a record signed as it now is."""
        message = self.payload(key, organisation)
        return self.put(key, self.keys.sign(who, message), organisation)

    def armoured(self, key: str) -> str:
        """Return the signature of a record."""
        text: str = json.loads(self.signature(key))
        return text

    def proof(self, key: str) -> bytes:
        """Return the bytes of the signature of a record."""
        return bared(self.armoured(key))

    def lay(self, root: Path) -> Path:
        """Write the files as an estate into a folder."""
        (root / "estate.yaml").write_text(self.files.get("estate.yaml", ESTATE), "utf-8")
        (root / "inventory").mkdir(exist_ok=True)
        for name, text in self.files.items():
            if name != "estate.yaml":
                path = root / "inventory" / name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(text.encode())
        return root

    def judged(self, day: date = TODAY, signatures: Asked = "required") -> Judged:
        """Judge these files as they stand in a folder."""
        return Judged(run(self.asking(signatures), self.options(day)))

    def options(self, day: date) -> Options:
        """Return how to judge: by the rules that matter, unless the estate has its own settings."""
        rules = () if "estate.yaml" in self.files else JUDGING
        return Options(day, select=rules)

    def asking(self, signatures: Asked) -> Loaded:
        """Return the estate as it is loaded, where signatures are required or optional."""
        estate = self.loaded.inventory.estate
        acceptance = replace(estate.policy.acceptance, signatures=signatures)
        policy = replace(estate.policy, acceptance=acceptance)
        asked = Estate(estate.name, estate.sections, policy, estate.digest)
        return replace(self.loaded, inventory=replace(self.loaded.inventory, estate=asked))

    @cached_property
    def loaded(self) -> Loaded:
        """The estate as it is loaded from a folder of these files."""
        with TemporaryDirectory() as folder:
            pack = None if "estate.yaml" in self.files else PACK
            return load_estate(self.lay(Path(folder)), pack)

    @cached_property
    def estate(self) -> Mapping[str, RiskAcceptance]:
        """The acceptances as they are read from these files."""
        entries = self.loaded.inventory.estate.of("exception")
        return {key: each for key, each in entries.items() if isinstance(each, RiskAcceptance)}


@dataclass(frozen=True)
class Judged:
    """How the acceptances of the estate stand, and what was found."""

    run: Run

    def acceptance(self, key: str) -> Acceptance:
        """Return how an acceptance stands."""
        return next(each for each in self.run.outcome.acceptances if each.id == key)

    def rules(self, key: str) -> set[str]:
        """Return the rules that find something in an acceptance."""
        return {f.rule for f in self.run.outcome.findings if f.subject.id == key}

    def found(self, server: str) -> Finding:
        """Return what is found of the old database on a server."""
        (found,) = (
            f
            for f in self.run.outcome.findings
            if (f.rule, f.subject.id) == ("unsupported-software", server)
        )
        return found


def signed_estate(folder: Path) -> Signed:
    """Make the keys, pin the facts and sign every acceptance on its day."""
    keys = Keys(folder)
    organisations = _ORGANISATIONS
    for name in PEOPLE:
        organisations = organisations.replace(f"KEY-{name}", keys.public(name))
    records = [
        _RECORD.format(id=ONE, asset="srv-one", organisation="marram", people=_ONE.rstrip()),
        _RECORD.format(
            id=JOINT, asset="srv-both", organisation="[marram, saltern]", people=_JOINT.rstrip()
        ),
        _RECORD.format(id=EARLY, asset="srv-early", organisation="marram", people=_EARLY.rstrip()),
    ]
    text = "exceptions:\n" + "".join(records)
    made = Signed(keys, {ORGANISATIONS: organisations, SYSTEMS: _SYSTEMS, EXCEPTIONS: text})
    for key, day in _PINNED.items():
        made = _pinned(made, key, date.fromisoformat(day))
    for key, who in ((ONE, "resources"), (EARLY, "interim")):
        signature = json.dumps(keys.sign(who, made.payload(key)))
        made = made.swap(
            EXCEPTIONS, made.record(key), f"{made.record(key)}    signature: {signature}\n"
        )
    for organisation, who in (("marram", "resources"), ("saltern", "finance")):
        signature = json.dumps(keys.sign(who, made.payload(JOINT, organisation)))
        day = "2026-09-12" if organisation == "marram" else "2026-09-14"
        made = made.edit(JOINT, f"on: {day}}}", f"on: {day}, signature: {signature}}}")
    return made


def _pinned(made: Signed, key: str, day: date) -> Signed:
    """Pin the facts of a day."""
    (edit,) = pinned(made.judged(day).run, key).edits
    facts: dict[str, Any] = {**edit.value, "on": day.isoformat()}
    record = made.record(key)
    return made.swap(EXCEPTIONS, record, f"{record}    facts: {json.dumps(facts)}\n")
