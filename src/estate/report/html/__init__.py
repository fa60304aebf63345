"""One self-contained page: no network, no file beside it, nothing an asset's name could start.

It is put together from templates that escape by default; the style sheet and the script are in
the page, and its Content Security Policy lets these two alone run, by their digest.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

from estate.findings import SEVERITIES, Outcome
from estate.report.html.listing import FEW, MANY, groups
from estate.report.html.tables import by_organisation, by_severity, missing, organisations
from estate.report.missing import settles
from estate.report.visible import clip, visible
from estate.report.wording import age, counted, grounds, listed, organisations_of

if TYPE_CHECKING:
    import jinja2

__all__ = ["render"]


def render(outcome: Outcome, *, beside: Sequence[str] = ("findings.json",)) -> Iterator[str]:
    """Yield the page in pieces. `beside` names the files that are written next to it."""
    style = _asset("page.css") + "".join(f".w{n}{{width:{n}%}}" for n in range(101))
    script = _asset("page.js")
    keys = organisations(outcome)
    shown = [item for item in outcome.findings if item.kind == "fault"]
    gaps = [item for item in outcome.findings if item.kind == "gap"]
    fields, more_fields = missing(outcome)
    yield from (
        _environment()
        .get_template("page.html.j2")
        .stream(
            outcome=outcome,
            style=style,
            script=script,
            policy=_policy(style, script),
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


def _environment() -> jinja2.Environment:
    # Only a run that writes the page pays for the template engine.
    import jinja2  # noqa: PLC0415
    from markupsafe import Markup  # noqa: PLC0415

    def shown(value: object) -> object:
        """Leave nothing invisible in what is printed; the engine escapes it afterwards."""
        return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("estate.report.html"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "age": age,
        "clip": clip,
        "counted": counted,
        "day": _day,
        "grounds": grounds,
        "listed": listed,
        "number": "{:,}".format,
        "organisations": organisations_of,
        "paragraphs": _paragraphs,
        "settles": settles,
    }
    return environment


def _asset(name: str) -> str:
    return files("estate.report.html").joinpath("assets", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return the Content Security Policy (W3C, CSP Level 3) that allows these two texts alone."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B} {day.year}" if day else "not stated"


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
