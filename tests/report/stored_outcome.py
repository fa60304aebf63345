"""A settled outcome of a small fictional estate, and hostile and large ones, for reports to show.

Plain values, built by hand: a report must not need anything but an `Outcome`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from estate.errors import Location
from estate.findings import (
    Acceptance,
    Finding,
    Outcome,
    Place,
    Related,
    RuleResult,
    Severity,
    Subject,
    Unknown,
    Unmanaged,
    fingerprint,
)

AS_OF = date(2026, 11, 21)
ORGANISATIONS = {"marram": "Marram Borough Council", "saltern": "Saltern District Council"}

REVENUES = "inventory/applications/revenues.yaml"
SERVERS = "inventory/servers/windows.yaml"
ACADEMY = Place("academy", ("software", 0))
ACADEMY_HOST = Place("academy", ("software", 1))
LINE = "    software: [oracle-database@12.2, windows-server@2012-r2]"

PLACES = {
    Place("academy"): Location(REVENUES, 12, 3, 12, 10, "  academy:"),
    ACADEMY: Location(REVENUES, 14, 16, 14, 36, LINE),
    ACADEMY_HOST: Location(REVENUES, 14, 38, 14, 60, LINE),
    Place("academy", ("recovery", "rto")): Location(
        REVENUES, 22, 16, 22, 18, "    recovery: {rto: 4h}"
    ),
    Place("planning-north"): Location(REVENUES, 40, 3, 40, 17, "  planning-north:"),
    Place("srv-rev-01"): Location(SERVERS, 3, 3, 3, 13, "  srv-rev-01:"),
    Place("srv-rev-01", ("software", 0)): Location(
        SERVERS, 6, 7, 6, 29, "\t- windows-server@2012-r2   # 文書 サーバー"
    ),
    Place("cluster-a"): Location(SERVERS, 30, 3, 30, 12, "  cluster-a:"),
    Place("ex-2026-014"): Location("inventory/exceptions.yaml", 3, 3, 3, 14, "  ex-2026-014:"),
    Place("ex-2026-015"): Location("inventory/exceptions.yaml", 21, 3, 21, 14, "  ex-2026-015:"),
}


def rule(  # noqa: PLR0913 - the counts of a rule are what the tests vary
    name: str,
    title: str,
    severity: Severity,
    *,
    gap: bool = False,
    population: int = 0,
    failed: int = 0,
    accepted: int = 0,
    unknown: int = 0,
) -> RuleResult:
    return RuleResult(
        id=name,
        title=title,
        severity=severity,
        kind="gap" if gap else "fault",
        why="Software past the end of its security support receives no fixes.\n"
        "What is found in it stays open.\n\nThe strategy allows no unmanaged risk from it.",
        fix="Upgrade, replace or retire it, or ask the SIRO to accept the risk for a stated time.",
        authority=("stockton-2017-p8", "caf-b4d"),
        pack="standard",
        population=population,
        failed=failed,
        accepted=accepted,
        unknown=unknown,
        passed=population - failed - unknown,
    )


RULES = (
    rule(
        "unsupported-software",
        "Unsupported software without SIRO sign-off",
        "critical",
        population=903,
        failed=4,
        accepted=1,
        unknown=41,
    ),
    rule(
        "expired-acceptance", "An acceptance that has run out", "critical", population=2, failed=1
    ),
    rule(
        "inherited-unsupported-software",
        "Standing on unsupported software",
        "high",
        population=80,
        failed=1,
        unknown=12,
    ),
    rule("duplicate-system", "Two systems for one job", "medium", population=60, failed=1),
    rule(
        "version-sprawl", "Three or more versions of one product", "low", population=120, failed=1
    ),
    rule(
        "unknown-support",
        "Software whose support nobody knows",
        "high",
        gap=True,
        population=903,
        failed=3,
    ),
    rule(
        "stale-catalogue",
        "A lifecycle catalogue older than 90 days",
        "medium",
        population=1,
        failed=1,
    ),
)


def installation(asset: str, product: str, version: str, *owners: str) -> Subject:
    detail = (("product", product), ("version", version))
    return Subject("installation", asset, detail, name=asset, organisations=owners or ("marram",))


def finding(rule_id: str, subject: Subject, message: str, place: Place) -> Finding:
    result = next(each for each in RULES if each.id == rule_id)
    return Finding(
        fingerprint=fingerprint(rule_id, subject),
        rule=rule_id,
        severity=result.severity,
        kind=result.kind,
        subject=subject,
        message=message,
        place=place,
        status="open" if result.severity in {"critical", "high"} else "below-threshold",
    )


ENDED = (
    ("asset.exposure", "internal"),
    ("asset.personal_data", "special-category"),
    ("support.ended", "2022-03-31"),
    ("support.source", "endoflife.date"),
    ("support.status", "ended"),
)

FINDINGS = (
    replace(
        finding(
            "expired-acceptance",
            Subject("exception", "ex-2026-014", (), "ex-2026-014", ("marram",)),
            "ex-2026-014 ended on 2026-10-31 and covers software that is still live",
            Place("ex-2026-014"),
        ),
        related=(Related(ACADEMY, "what it covers"),),
    ),
    replace(
        finding(
            "unsupported-software",
            installation("academy", "oracle-database", "12.2"),
            "Academy runs Oracle Database 12.2, unsupported since 2022-03-31",
            ACADEMY,
        ),
        facts=ENDED,
        path=("academy", "srv-rev-01", "cluster-a"),
    ),
    replace(
        finding(
            "unsupported-software",
            installation("academy", "windows-server", "2012-r2"),
            "Academy runs Windows Server 2012 R2, unsupported since 2023-10-10",
            ACADEMY_HOST,
        ),
        facts=(("support.ended", "2023-10-10"), ("support.status", "ended")),
    ),
    replace(
        finding(
            "unsupported-software",
            installation("cluster-a", "esxi", "6.7", "marram", "saltern"),
            "Cluster A runs ESXi 6.7, unsupported since 2022-10-15",
            Place("cluster-a", ("software", 0)),
        ),
        facts=(("support.ended", "2022-10-15"), ("support.status", "ended")),
        status="accepted",
        exception="ex-2026-015",
    ),
    replace(
        finding(
            "unsupported-software",
            installation("srv-rev-01", "windows-server", "2012-r2"),
            "srv-rev-01 runs Windows Server 2012 R2, unsupported since 2023-10-10",
            Place("srv-rev-01", ("software", 0)),
        ),
        facts=(*((f"asset.fact_{n}", f"value {n}") for n in range(7)), ("support.status", "ended")),
    ),
    replace(
        finding(
            "inherited-unsupported-software",
            Subject("application", "academy", (), "Academy", ("marram",)),
            "Academy stands on unsupported Windows Server 2012 R2 of srv-rev-01",
            Place("academy"),
        ),
        path=("academy", "srv-rev-01"),
        related=(
            Related(Place("srv-rev-01", ("software", 0)), "the root"),
            Related(Place("gone"), "elsewhere"),
        ),
    ),
    *(
        finding(
            "unknown-support",
            installation(f"app-{n}", "housing", "", *owners),
            f"Nobody knows the support of app-{n}",
            Place("academy"),
        )
        for n, owners in enumerate((("marram",), ("marram", "saltern"), ("saltern",)))
    ),
    finding(
        "duplicate-system",
        Subject(
            "duplication",
            "service:planning",
            (("members", ("planning-north", "planning-south")),),
            "planning",
            ("marram", "saltern"),
        ),
        "Two systems serve planning: planning-north and planning-south",
        Place("planning-north"),
    ),
    finding(
        "stale-catalogue",
        Subject("estate", "estate", (), "Marram and Saltern"),
        "The lifecycle catalogue is 91 days old",
        Place("estate"),
    ),
    finding(
        "version-sprawl",
        Subject("product", "windows-server", (), "Windows Server", ("saltern",)),
        "Windows Server is here in 4 versions",
        Place("srv-rev-01"),
    ),
)


def acceptance(name: str, state: str, *, counts: bool, reasons: tuple[str, ...] = ()) -> Acceptance:
    return Acceptance(
        id=name,
        rule="unsupported-software",
        state=state,
        counts=counts,
        reasons=reasons,
        organisations=("marram", "saltern"),
        covers=("cluster-a esxi 6.7",),
        findings=(FINDINGS[3].fingerprint,) if counts else (),
        risk="The hypervisor receives no fixes; a flaw in it would reach every guest.",
        plan="replace by 2027-02-28 (prj-virtual)",
        accepted_by="Director of Resources",
        accepted_on=date(2026, 9, 12),
        review_by=date(2026, 12, 12),
        expires=date(2027, 2, 28) if counts else date(2026, 10, 31),
        place=Place(name),
    )


UNKNOWN = (
    *(
        Unknown("unsupported-software", installation(f"app-{n}", "housing", ""), ("version",))
        for n in range(41)
    ),
    *(
        Unknown(
            "inherited-unsupported-software",
            Subject("application", f"sys-{n}", (), f"System {n}"),
            ("runs_on", "software", "hosted_on", "hosting")[: 1 + n % 4],
        )
        for n in range(12)
    ),
)


def stored() -> Outcome:
    """Return the outcome that the golden reports show."""
    return Outcome(
        estate="Marram and Saltern",
        as_of=AS_OF,
        tool="0.1.0",
        assets=412,
        relations=1630,
        digest="sha256:" + "ab" * 32,
        catalogue_as_of=date(2026, 8, 22),
        catalogue_digest="sha256:" + "cd" * 32,
        threshold="high",
        gaps_fail=False,
        rules=RULES,
        findings=FINDINGS,
        unknown=UNKNOWN,
        acceptances=(
            acceptance(
                "ex-2026-014",
                "expired",
                counts=False,
                reasons=("it ended on 2026-10-31", "review was due on 2026-10-01"),
            ),
            acceptance(
                "ex-2026-015", "expiring", counts=True, reasons=("it ends within 100 days",)
            ),
        ),
        unmanaged=Unmanaged(installations=3, services=5, unknown=41),
        organisations=ORGANISATIONS,
        not_run=(("unpublished-contract-fields", "ignored in estate.yaml"),),
        places=PLACES,
    )


HOSTILE = (
    "<script>alert(1)</script>",
    '"onmouseover="alert(1)',
    "=HYPERLINK(evil)",
    "safe\u202egpj.exe",
    "\x1b[31mred\x1b]0;title\x07",
    "long" * 2500,
    "two\nlines\r\n\tand\u2028more",
    "🦆 👩\u200d💻 étude \uff57\uff49\uff44\uff45\u0301",
    "]]> --> </style></title> <!-- {{ 7*7 }} {% raw %} \\N\\G %s {0} \x00\x9b\ud800",
    "'; DROP TABLE assets; --",
)


def hostile() -> Outcome:
    """Return an outcome in which every text that people write is an attack."""
    base = stored()
    findings = [
        _attacked(FINDINGS[index % len(FINDINGS)], text, index)
        for index, text in enumerate(HOSTILE)
    ]
    line = "\u202e\x1b[2J" + HOSTILE[0]
    places = {
        Place(text): Location(f"inventory/{text[:60]}.yaml", 3, 3, 3, 12, line) for text in HOSTILE
    }
    return replace(
        base,
        estate=HOSTILE[0] + HOSTILE[4],
        organisations={text: text for text in HOSTILE},
        findings=tuple(findings),
        rules=tuple(replace(each, title=each.title + HOSTILE[0], why=HOSTILE[8]) for each in RULES),
        acceptances=tuple(
            replace(
                acceptance(text, "expired", counts=False),
                reasons=(text,),
                covers=(text,),
                risk=text,
                plan=text,
                accepted_by=text,
                organisations=(text,),
            )
            for text in HOSTILE
        ),
        unknown=tuple(
            Unknown("unsupported-software", Subject("asset", text), (text,)) for text in HOSTILE
        ),
        not_run=tuple((text, text) for text in HOSTILE),
        places=places,
    )


def _attacked(found: Finding, text: str, index: int) -> Finding:
    subject = Subject("application", text, (("members", (text,)),), text, (text,))
    return replace(
        found,
        fingerprint=f"{index:020x}",
        subject=subject,
        message=f"{text} is old",
        place=Place(text),
        facts=((text, text),),
        path=(text, text),
        related=(Related(Place(text), text),),
    )


def large(number: int, rules: int = 12) -> Outcome:
    """Return an outcome with `number` findings, shared out evenly among `rules` rules."""
    base = stored()
    grades: tuple[Severity, ...] = ("critical", "high", "medium", "low", "info")
    names = [f"rule-{n:02}" for n in range(rules)]
    each = number // rules
    findings = [
        replace(
            FINDINGS[1],
            fingerprint=fingerprint(name, Subject("application", f"app-{n}")),
            rule=name,
            severity=grades[index * len(grades) // rules],
            subject=Subject("application", f"app-{n}", (), f"Application {n}", (f"org-{n % 7}",)),
            message=f"Application {n} runs Oracle Database 12.2, unsupported since 2022-03-31",
            place=Place(f"app-{n}", ("software", 0)),
        )
        for index, name in enumerate(names)
        for n in range(each)
    ]
    places = {
        Place(f"app-{n}", ("software", 0)): Location(
            f"inventory/part-{n % 40:02}.yaml", n + 1, 16, n + 1, 36, LINE
        )
        for n in range(each)
    }
    results = tuple(
        replace(
            rule(name, f"Rule number {name}", grades[index * len(grades) // rules]),
            population=each * 2,
            failed=each,
            passed=each,
        )
        for index, name in enumerate(names)
    )
    organisations = {f"org-{n}": f"Organisation {n}" for n in range(7)}
    return replace(
        base,
        rules=results,
        findings=tuple(findings),
        places=places,
        organisations=organisations,
        acceptances=(),
    )
