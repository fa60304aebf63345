"""Every table of an audit, in the order in which a reader meets them."""

from __future__ import annotations

from estate.report.html.source import Source
from estate.report.tables.about import about
from estate.report.tables.bought import contracts, licences
from estate.report.tables.judged import exceptions, findings, rules
from estate.report.tables.pending import ends, fields
from estate.report.tables.planned import budget, projects, renewals
from estate.report.tables.recorded import assets, installations
from estate.report.tables.values import Table

__all__ = ["tables_of"]


def tables_of(source: Source) -> tuple[Table, ...]:
    """Return every table of a judged estate; the first says what the others hold.

    They read no clock and no file: the same source gives the same rows.
    """
    tables = (
        findings(source),
        exceptions(source),
        assets(source),
        installations(source),
        licences(source),
        contracts(source),
        ends(source),
        budget(source),
        renewals(source),
        projects(source),
        rules(source),
        fields(source),
    )
    return about(source, tables), *tables
