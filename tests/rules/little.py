"""A little estate with a little fact dictionary, as judging sees one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import Any

from estate.facts.dictionary import Dictionary, Fact, Type
from estate.findings import Place, Subject
from estate.model.scalars import Term

STATES = ("proposed", "planned", "live", "retiring", "retired")
LEVELS = ("critical", "high", "medium", "low")

TEXT = Type("text")
NUMBER = Type("number")
DURATION = Type("duration")
BOOLEAN = Type("boolean")
DAY = Type("date")
LAST_DAY = Type("date", ends=True)


def own(owner: str, name: str, kind: Type, **more: Any) -> Fact:  # noqa: ANN401 - the rest of a fact
    return Fact(owner, name, kind, f"The {name}.", attribute=more.pop("attribute", name), **more)


def derived(owner: str, name: str, kind: Type, **more: Any) -> Fact:  # noqa: ANN401 - the rest of a fact
    return Fact(owner, name, kind, f"The {name}.", **more)


def records(kind: str) -> Type:
    return Type(kind, many=True)


FACTS = (
    own("estate", "today", DAY, open=False),
    own("estate", "policy", Type("policy"), open=False),
    own("policy", "horizons", Type("term", many=True), open=False),
    own("policy", "internet_zones", Type("text", many=True), open=False),
    own("policy", "signatures", Type("enumeration", values=("optional", "required")), open=False),
    own("asset", "name", TEXT, open=False),
    own("asset", "owner", TEXT),
    own("asset", "zone", TEXT),
    own("asset", "criticality", Type("enumeration", values=LEVELS)),
    own("asset", "exposure", Type("enumeration", values=("internal", "partner", "internet"))),
    own("asset", "begins", DAY, attribute="from_", settles=("from",), open=False),
    own("asset", "until", LAST_DAY, open=False),
    own("asset", "reviewed", DAY),
    own("asset", "tags", Type("text", many=True)),
    own("asset", "recovery", Type("recovery")),
    own("asset", "answers", Type("boolean", many=True)),
    own("asset", "costs", Type("number", many=True)),
    derived("asset", "state", Type("enumeration", values=STATES), open=False, settles=("status",)),
    derived("asset", "needs", records("asset"), open=False),
    derived("asset", "effective_rto", DURATION, settles=("recovery.rto",)),
    derived("asset", "internet_path", Type("trail")),
    derived("asset", "trails", records("trail")),
    own("trail", "ids", Type("text", many=True), open=False),
    own("recovery", "rto", DURATION),
    own("recovery", "rpo", DURATION),
    own("recovery", "tested", DAY),
    own("application", "mfa", BOOLEAN),
    own("application", "users", Type("users")),
    own("users", "named", NUMBER),
    own("users", "active", NUMBER),
    own("application", "hosting", Type("enumeration", values=("on-premise", "hosted", "partner"))),
    own("application", "support_model", Type("enumeration", values=("vendor", "in-house"))),
    own("application", "hosted_assessment", Type("hosted_assessment")),
    own("hosted_assessment", "exit_plan", BOOLEAN),
    own("hosted_assessment", "data_location", TEXT),
    own("hosted_assessment", "certificates", records("certificate")),
    own("certificate", "name", TEXT, open=False),
    own("certificate", "expires", LAST_DAY),
    own("server", "cores", NUMBER),
    own("licence", "quantity", NUMBER),
    own("licence", "ends", LAST_DAY, null="perpetual"),
    own("installation", "asset", Type("asset"), open=False),
    own("installation", "version", TEXT),
    own("installation", "patch_days", NUMBER),
    derived("installation", "support", Type("support"), open=False),
    own(
        "support",
        "status",
        Type("enumeration", values=("supported", "extended", "ended")),
        settles=("version",),
    ),
    own("support", "ended", LAST_DAY, settles=("version",)),
    own("dependency", "source", Type("asset"), open=False),
    own("dependency", "targets", records("asset"), open=False),
    derived("dependency", "back_in", DURATION, settles=("target.recovery.rto",)),
    own("exception", "residual", NUMBER),
    derived("exception", "state", Type("enumeration", values=("valid", "expired")), open=False),
)
WIDER = {"application": ("asset",), "server": ("asset",), "licence": ("asset",)}
DICTIONARY = Dictionary(FACTS, WIDER)


class Record(SimpleNamespace):
    """A record: whatever is not said of it is unknown."""

    def __getattr__(self, name: str) -> None:
        if name in {"id", "place"} or name.startswith("__"):
            raise AttributeError(name)


def application(name: str, **fields: Any) -> Record:  # noqa: ANN401 - fields of every type
    given = {"name": name.title(), "from_": date.min, "until": date.max, **fields}
    return Record(id=name, **given)


@dataclass
class LittleWorld:
    """A world of which a test says what it needs; every other derived fact is a fault."""

    records: Mapping[str, Sequence[Any]]
    columns: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    dictionary: Dictionary = DICTIONARY
    scope: Mapping[str, object] = field(
        default_factory=lambda: {
            "today": date(2026, 11, 21),
            "policy": Record(
                horizons=(Term(months=12), Term(months=24)),
                internet_zones=("internet", "dmz"),
                signatures="optional",
            ),
        }
    )
    asked: list[str] = field(default_factory=list)

    def subjects(self, kind: str) -> Sequence[Any]:
        return self.records.get(kind, ())

    def column(self, name: str) -> Mapping[str, Any]:
        self.asked.append(name)
        if name == "asset.state" and name not in self.columns:
            return dict.fromkeys([r.id for kind in self.records.values() for r in kind], "live")
        return self.columns[name]

    def describe(self, kind: str, subject: Any) -> tuple[Subject, Place]:  # noqa: ANN401 - records of every kind
        if kind == "installation":
            detail = (("product", "oracle"), ("version", subject.version or ""))
            place = Place(subject.asset.id, ("software", 0))
            return Subject(kind, subject.asset.id, detail, subject.asset.name), place
        place = getattr(subject, "place", None) or Place(subject.id)
        return Subject(kind, subject.id, name=subject.name or ""), place
