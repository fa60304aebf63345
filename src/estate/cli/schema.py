"""`estate schema`: JSON Schemas for editors and validators."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import click

from estate.cli.options import Invocation, estate_options
from estate.cli.screen import say


@click.command()
@click.option(
    "--of",
    "what",
    type=click.Choice(
        [
            "inventory",
            "config",
            "rules",
            "findings",
            "comparison",
            "duplicates",
            "merge",
            "plan",
            "budget",
            "forecast",
            "trend",
            "impact",
            "map",
            "closing",
            "tables",
            "update",
            "import",
            "export",
        ]
    ),
    default="inventory",
    show_default=True,
    help="What the schema describes.",
)
@estate_options
def schema(said: Invocation, what: str) -> None:
    """Print a JSON Schema (2020-12), generated from the program itself."""
    del said
    made = json.dumps(_schemas()[what](), indent=2, ensure_ascii=False, sort_keys=False)
    say(made)


def _schemas() -> dict[str, Callable[[], dict[str, Any]]]:
    from estate.config import config_schema  # noqa: PLC0415 - not for help
    from estate.exchange.schema import export_schema, import_schema  # noqa: PLC0415 - as above
    from estate.exchange.update.schema import update_schema  # noqa: PLC0415 - as above
    from estate.model.schema import inventory_schema  # noqa: PLC0415 - as above
    from estate.report.budget.schema import budget_schema  # noqa: PLC0415 - as above
    from estate.report.difference.schema import comparison_schema  # noqa: PLC0415 - as above
    from estate.report.duplicates.schema import duplicates_schema  # noqa: PLC0415 - as above
    from estate.report.findings_schema import findings_schema  # noqa: PLC0415 - as above
    from estate.report.forecast.schema import forecast_schema  # noqa: PLC0415 - as above
    from estate.report.impact.closing_document import closing_schema  # noqa: PLC0415 - as above
    from estate.report.impact.map_document import map_schema  # noqa: PLC0415 - as above
    from estate.report.impact.schema import impact_schema  # noqa: PLC0415 - as above
    from estate.report.merge.schema import merge_schema  # noqa: PLC0415 - as above
    from estate.report.roadmap.schema import plan_schema  # noqa: PLC0415 - as above
    from estate.report.tables.document import tables_schema  # noqa: PLC0415 - as above
    from estate.report.trend.schema import trend_schema  # noqa: PLC0415 - as above
    from estate.rules import rules_schema  # noqa: PLC0415 - as above

    return {
        "inventory": inventory_schema,
        "config": config_schema,
        "rules": rules_schema,
        "findings": findings_schema,
        "comparison": comparison_schema,
        "duplicates": duplicates_schema,
        "merge": merge_schema,
        "plan": plan_schema,
        "budget": budget_schema,
        "forecast": forecast_schema,
        "trend": trend_schema,
        "impact": impact_schema,
        "map": map_schema,
        "closing": closing_schema,
        "tables": tables_schema,
        "update": update_schema,
        "import": import_schema,
        "export": export_schema,
    }
