"""Made-up outcomes for the exception report: every state, and one in which all is secret.

Plain values, built by hand and by Hypothesis: the report must not need anything but an `Outcome`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st
from tests.report import stored_outcome
from tests.report.stored_outcome import AS_OF, HOSTILE, finding, installation

from estate.findings import (
    SEVERITIES,
    Acceptance,
    Comparison,
    Control,
    Delivery,
    Finding,
    Outcome,
    Place,
    Prolonged,
    Revision,
    Sign,
    Step,
    Subject,
    Unmanaged,
    fingerprint,
)

STATES = (
    *("incomplete", "open-ended", "unauthorised", "missing-joint", "forged", "stale", "expired"),
    *("withdrawn", "pending", "self-approved", "contradicted", "above-appetite", "overlong"),
    *("unsigned", "void", "orphaned", "expiring", "valid"),
)
DATABASE = installation("academy", "oracle-database", "12.2")
HYPERVISOR = installation("cluster-a", "esxi", "6.7", "marram", "saltern")
ROUTE = (
    Step("council-tax", "Council tax", "service"),
    Step("academy", "Academy", "application"),
    Step("cluster-a", "Cluster A", "server"),
)


def plain(name: str, state: str = "valid", *, counts: bool = True, **more: Any) -> Acceptance:  # noqa: ANN401 - any field
    """Return an exception with little in it."""
    made = stored_outcome.acceptance(name, state, counts=counts)
    usual = {"severity": "critical", "role": "siro", "last_day": date(2027, 2, 28)}
    return replace(made, **{**usual, **more})


def full(name: str, state: str = "stale", *, counts: bool = False) -> Acceptance:
    """Return an exception with something in every field."""
    return Acceptance(
        id=name,
        rule="unsupported-software",
        state=state,
        counts=counts,
        reasons=("its review was due on 2026-10-31", "asset.exposure was internal, now internet"),
        organisations=("marram", "saltern"),
        covers=("oracle-database 12.2 on academy", "esxi 6.7 on cluster-a"),
        findings=tuple(fingerprint("unsupported-software", s) for s in (DATABASE, HYPERVISOR)),
        risk="The database gets no fixes.\nA fault there would stop billing.",
        plan="treat: replace by 2027-02-28 (Revenues)",
        accepted_by="Director of Resources (marram), Director of Finance (saltern)",
        accepted_on=date(2026, 9, 12),
        review_by=date(2026, 10, 31),
        expires=date(2027, 2, 28),
        place=Place("ex-2026-014"),
        severity="critical",
        role="siro",
        last_day=date(2027, 2, 28),
        treatment="treat",
        action="replace",
        target=date(2027, 2, 28),
        requested_by="Head of ICT",
        requested_on=date(2026, 9, 1),
        inherent=(4, 5),
        residual=(2, 4),
        withdrawn_on=date(2026, 11, 20),
        pinned_on=date(2026, 9, 10),
        comparisons=(
            Comparison(
                "oracle-database 12.2 on academy", "support.status", "ended", "ended", "same"
            ),
            Comparison("esxi 6.7 on cluster-a", "support.status", "ended", "ended", "same"),
            Comparison(
                "esxi 6.7 on cluster-a", "asset.exposure", "internal", "internet", "changed"
            ),
            Comparison(
                "esxi 6.7 on cluster-a", "support.ended", "2022-10-15", "2022-11-15", "catalogue"
            ),
            Comparison("esxi 6.7 on cluster-a", "days_left", "120", "", "calendar"),
            Comparison("esxi 6.7 on cluster-a", "supplier", "", "Broad", "changed"),
        ),
        controls=(
            Control(
                "Jump server only",
                "no-internet",
                "https://example.org/a",
                agrees=False,
                path=("forms", "academy"),
            ),
            Control("Weekly scan", "", "", agrees=None),
            Control("No accounts", "isolated", "", agrees=True),
            Control("Copies", "read-only", "", agrees=None),
        ),
        deliveries=(
            Delivery(
                "prj-revenues", "Revenues", "live", date(2027, 8, 31), in_time=False, funded=True
            ),
            Delivery("prj-cluster", "", "", None, in_time=None, funded=None),
        ),
        signs=(
            Sign(
                "marram",
                "Director of Resources",
                date(2026, 9, 12),
                held=True,
                signature="verified",
                key="SHA256:abc",
            ),
            Sign(
                "saltern",
                "Director of Finance",
                None,
                held=None,
                signature="refused",
                reason="no such key",
            ),
            Sign("", "", date(2026, 9, 12), held=False, signature="unsigned"),
        ),
        extensions=(
            Prolonged(
                date(2026, 12, 31),
                date(2027, 2, 28),
                date(2026, 11, 1),
                "Director of Resources",
                "late",
            ),
        ),
        routes=(ROUTE, ROUTE[:1], *((ROUTE,) * 5)),
        history=(Revision("0123456789abcdef", date(2026, 9, 12), "A. Writer", "Accept it"),),
    )


def outcome(*acceptances: Acceptance, **more: Any) -> Outcome:  # noqa: ANN401 - any field
    """Return the stored outcome with these exceptions."""
    return replace(stored_outcome.stored(), **{"acceptances": acceptances, **more})


def rich() -> Outcome:
    """Return an outcome with an exception in every state, and one that says all."""
    others = (
        plain(
            f"ex-2026-{100 + n}",
            state,
            counts=state in {"valid", "expiring", "orphaned"},
            findings=(),
        )
        for n, state in enumerate(STATES)
    )
    soon = plain("ex-2026-200", "expiring", last_day=AS_OF + timedelta(days=20))
    return outcome(full("ex-2026-014"), soon, *others)


def earlier() -> Outcome:
    """Return the outcome of an earlier report on the same estate."""
    now = rich()
    kept = [each for each in now.acceptances if each.id not in {"ex-2026-014", "ex-2026-101"}]
    kept[0] = replace(kept[0], last_day=AS_OF)
    kept[1] = replace(kept[1], counts=True, state="valid")
    kept[-1] = replace(kept[-1], counts=False, state="stale")
    kept[4] = replace(kept[4], state="overlong")
    gone = plain("ex-2025-001")
    return replace(
        now,
        as_of=date(2026, 8, 1),
        acceptances=(*kept, gone),
        unmanaged=Unmanaged(5, 5, 41),
        findings=now.findings[1:],
    )


def hostile() -> Outcome:
    """Return an outcome in which every text that people write is an attack."""
    texts = (*HOSTILE, *FORMULAS, *MARKUP)
    stored = stored_outcome.hostile()
    found = [_hostile_finding(n, text) for n, text in enumerate(texts)]
    return replace(
        stored,
        organisations={text: text for text in texts},
        findings=tuple(found),
        acceptances=tuple(_hostile(text, each) for text, each in zip(texts, found, strict=True)),
        places={},
    )


FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    '=HYPERLINK("https://example.org")',
)
MARKUP = (
    "#panic()",
    "$ x^2 $",
    "*bold* _it_ `raw`",
    "= Heading",
    '#include "/etc/passwd"',
    "<label> @ref",
    "\\u{202e}",
    "]] ]",
)


def _hostile_finding(number: int, text: str) -> Finding:
    subject = Subject("installation", text, (("product", text), ("version", text)), text, (text,))
    made = finding("unsupported-software", subject, text, Place(text))
    return replace(made, fingerprint=f"{number:020x}")


def _hostile(text: str, found: Finding) -> Acceptance:
    day = date(2026, 9, 12)
    return replace(
        full(text),
        rule=text,
        state=text,
        reasons=(text, text),
        organisations=(text,),
        covers=(text, text),
        findings=(found.fingerprint,),
        risk=text,
        role=text,
        treatment=text,
        action=text,
        requested_by=text,
        comparisons=(Comparison(text, text, text, text, "changed"),),
        controls=(Control(text, text, text, agrees=False, path=(text, text)),),
        deliveries=(Delivery(text, text, text, day, in_time=True, funded=True),),
        signs=(Sign(text, text, day, held=True, signature="verified", key=text, reason=text),),
        extensions=(Prolonged(day, day, day, text, text),),
        routes=((Step("s", text, "service"), Step(text, text, text)),),
        history=(Revision(text, day, text, text),),
    )


def guarded() -> tuple[Outcome, list[str]]:
    """Return an outcome whose every secret is a word of its own, and these words."""
    numbers = count(1)
    words: list[str] = []

    def secret() -> str:
        words.append(f"qx{next(numbers):03}zv")
        return words[-1]

    host, name, version = secret(), secret(), secret()
    subject = Subject(
        "installation",
        host,
        (("product", "oracle-database"), ("version", version)),
        name,
        ("marram",),
    )
    telling = Subject(
        "installation",
        host,
        (("product", f"tool-{version}"), ("version", version)),
        name,
        ("marram",),
    )
    found = [
        replace(
            finding("unsupported-software", each, secret(), Place(host)),
            facts=((secret(), secret()),),
            path=(host, secret()),
        )
        for each in (subject, telling)
    ]
    base = full("ex-2026-014")
    said = f"oracle-database {version} on {name}"
    guarded_one = replace(
        base,
        reasons=(secret(), secret()),
        covers=(said, secret()),
        findings=tuple(each.fingerprint for each in found),
        risk=secret(),
        plan=secret(),
        accepted_by=secret(),
        place=Place(secret()),
        requested_by=secret(),
        comparisons=(
            Comparison(said, "version", version, secret(), "changed"),
            Comparison(secret(), secret(), secret(), secret(), "changed"),
            Comparison(said, "annual_cost", "£91,234.56", "£99,876.54", "changed"),
        ),
        controls=(
            Control(
                secret(),
                "no-internet",
                f"https://{secret()}.example/10.11.12.13",
                agrees=False,
                path=(secret(), host),
            ),
        ),
        deliveries=(Delivery(secret(), secret(), "live", AS_OF, in_time=True, funded=False),),
        signs=(
            Sign(
                "marram",
                secret(),
                AS_OF,
                held=True,
                signature="refused",
                key=f"SHA256:{secret()}",
                reason=secret(),
            ),
        ),
        extensions=(Prolonged(AS_OF, AS_OF, AS_OF, secret(), secret()),),
        routes=(
            (
                Step("council-tax", "Council tax", "service"),
                Step(secret(), secret(), "api"),
                Step(host, name, "server"),
            ),
            (Step("svc", f"Service of {host}", "service"), Step(host, name, "server")),
        ),
        history=(Revision(secret(), AS_OF, secret(), secret()),),
    )
    other = replace(
        plain(f"ex-{host}"),
        covers=(secret(),),
        rule=secret(),
        treatment=secret(),
        action=secret(),
        findings=(),
    )
    words += ["91,234.56", "99,876.54", "10.11.12.13", found[0].fingerprint, found[1].fingerprint]
    made = outcome(
        guarded_one,
        other,
        findings=tuple(found),
        digest=f"sha256:{secret()}",
        unknown=(),
        places={},
    )
    return made, words


_TEXTS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z", "Cc", "Cf")), max_size=30
)
_DAYS = st.none() | st.dates(AS_OF - timedelta(days=400), AS_OF + timedelta(days=400))


@st.composite
def acceptances(draw: st.DrawFn) -> tuple[Acceptance, ...]:
    """Draw exceptions with unlike ids in any state, with any days."""
    ids = draw(st.lists(st.integers(1, 99), unique=True, max_size=6))
    return tuple(
        replace(
            full(f"ex-2026-{number:03}"),
            state=draw(st.sampled_from(STATES)),
            counts=draw(st.booleans()),
            severity=draw(st.sampled_from(("", *SEVERITIES))),
            last_day=draw(_DAYS),
            review_by=draw(_DAYS),
            expires=draw(_DAYS),
            pinned_on=draw(_DAYS),
            risk=draw(_TEXTS),
            requested_by=draw(_TEXTS),
            covers=tuple(draw(st.lists(_TEXTS, max_size=3))),
            findings=() if draw(st.booleans()) else full("x").findings,
        )
        for number in ids
    )
