"""Outcomes in which every text that people write is one that somebody made up to do harm."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from tests.report.stored_outcome import FINDINGS, HOSTILE, RULES, acceptance, stored

from estate.errors import Location
from estate.findings import Outcome, Place, Related, Subject

PIECES = (
    "\n", "\r\n", "\t", "\x00", "\x1b[2J", "\x85", "\u2028", "\u202e", "\u2066", "\ufeff", "\ufffe",
    "\ud800", "%", "%0A", "%25", "|", "\\|", "\\", "<", ">", "&", "&amp;", "]]>", "<!--", "-->",
    "<details>", "</details>", "<script>", "::", "::error::x", "##[error]x", "::endgroup::", ",",
    '"', "'", ";", "=1+1", "+1", "-1", "@SUM(A1)", "\uff1d1", "`", "```", "**", "_", "#", "# a",
    "[a](javascript:b)", "![a](b)", "{0}", "{", "}", "@someone", "#12", "https://example.org",
    "www.example.org", " ", "  ", "a", "étude", "文書", "🦆", *HOSTILE,
)  # fmt: skip

hostile_texts = (
    st.lists(st.sampled_from(PIECES) | st.text(max_size=5), min_size=1, max_size=6)
    .map("".join)
    .filter(str.strip)  # a name is never empty
)


def attacked(text: str) -> Outcome:
    """Return the stored outcome with `text` in every place where people write one."""
    subject = Subject(
        "application", text, (("members", (text, "b")), ("name", text)), text, (text,)
    )
    return replace(
        stored(),
        estate=text,
        organisations={text: text},
        rules=tuple(
            replace(rule, title=text, why=text, fix=text, authority=(text,)) for rule in RULES
        ),
        findings=tuple(
            replace(
                finding,
                fingerprint=f"{number:020x}",
                subject=replace(subject, id=f"{text}{number}"),
                message=text,
                place=Place(text),
                facts=((text, text),),
                path=(text, "gone"),
                related=(Related(Place(text), text), Related(Place("gone"), text)),
                exception=text if finding.exception else None,
            )
            for number, finding in enumerate(FINDINGS)
        ),
        acceptances=(
            replace(
                acceptance(text, "active", counts=True), risk=text, plan=text, accepted_by=text
            ),
        ),
        not_run=((text, text),),
        places={Place(text): Location(f"inventory/{text}.yaml", 3, 3, 3, 12, text)},
    )
