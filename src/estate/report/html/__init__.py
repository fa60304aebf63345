"""One self-contained page: no network, no file beside it, nothing an asset's name could start.

It is put together from templates that escape by default; the style sheet and the script are in
the page, and its Content Security Policy lets these two alone run, by their digest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from estate.findings import SEVERITIES, Outcome
from estate.report.html.listing import FEW, MANY, groups
from estate.report.html.page import asset, environment, policy, style_sheet
from estate.report.html.tables import by_organisation, by_severity, missing, organisations

__all__ = ["render"]


def render(outcome: Outcome, *, beside: Sequence[str] = ("findings.json",)) -> Iterator[str]:
    """Yield the page in pieces. `beside` names the files that are written next to it."""
    style = style_sheet()
    script = asset("page.js")
    keys = organisations(outcome)
    shown = [item for item in outcome.findings if item.kind == "fault"]
    gaps = [item for item in outcome.findings if item.kind == "gap"]
    fields, more_fields = missing(outcome)
    yield from (
        environment()
        .get_template("page.html.j2")
        .stream(
            outcome=outcome,
            style=style,
            script=script,
            policy=policy(style, script),
            beside=beside,
            severities=SEVERITIES,
            by_severity=by_severity(outcome),
            by_organisation=by_organisation(outcome),
            organisations=[
                (index, outcome.organisations.get(key, key)) for index, key in enumerate(keys)
            ],
            faults=groups(shown, outcome, keys),
            gaps=groups(gaps, outcome, keys),
            fields=fields,
            more_fields=more_fields,
            bounds=(MANY, FEW),
        )
    )
