"""What every page of ours shares: templates that escape, its style sheet, and what it may run."""

from __future__ import annotations

import base64
import hashlib
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

from estate.report.account import planned
from estate.report.visible import clip, visible
from estate.report.wording import age, counted, day

if TYPE_CHECKING:
    import jinja2

__all__ = ["asset", "environment", "policy", "style_sheet"]


def environment(package: str = "estate.report.html") -> jinja2.Environment:
    """Return the templates of a package: what they print is escaped, and nothing is invisible."""
    # Only a run that writes the page pays for the template engine.
    import jinja2  # noqa: PLC0415
    from markupsafe import Markup  # noqa: PLC0415

    def shown(value: object) -> object:
        """Leave nothing invisible in what is printed; the engine escapes it afterwards."""
        return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    made = jinja2.Environment(
        loader=jinja2.PackageLoader(package),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "age": age,
        "clip": clip,
        "counted": counted,
        "day": _day,
        "short_day": day,
        "number": "{:,}".format,
        "planned": planned,
    }
    return made


def asset(name: str, package: str = "estate.report.html") -> str:
    """Return the text of a file that travels in a package."""
    return files(package).joinpath("assets", name).read_text(encoding="utf-8")


def style_sheet() -> str:
    """Return the style of our pages, with a class for every width in percent: `w0` to `w100`."""
    return asset("page.css") + "".join(f".w{n}{{width:{n}%}}" for n in range(101))


def policy(style: str, *scripts: str, asking: bool = False) -> str:
    """Return the Content Security Policy (W3C, CSP Level 3) that allows these texts alone.

    With `asking`, a page may also ask the server that it comes from.
    """
    digests = " ".join(map(_digest, filter(None, scripts)))
    allowed = f"script-src {digests}; " if digests else ""
    asked = "connect-src 'self'; " if asking else ""
    return (
        f"default-src 'none'; style-src {_digest(style)}; {allowed}{asked}"
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B} {day.year}" if day else "not stated"
