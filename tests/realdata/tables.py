"""The tables of docs/real-estates.md, made from fresh imports and audits.

`python -m tests.realdata.tables`, with ESTATE_REAL_DATA set, writes them into the page.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path

from tests.realdata import foreign
from tests.realdata.counting import within
from tests.realdata.estates import TODAY, RealEstate, lancashire, platform
from tests.realdata.lists import tables_of
from tests.realdata.markdown import Cell, grid, rewritten

from estate.facts import Installation
from estate.model import Asset

PAGE = Path(__file__).parents[2] / "docs" / "real-estates.md"
STANDINGS = ("no end", "later", "36 months", "24 months", "12 months", "extended")
WORSE = ("unpaid", "ended", "unknown")
NAMES = {
    "": "no product recorded (applications)",
    "amazon-rds": "Amazon RDS, engine not stated",
    "amazon-rds-oracle": "Amazon RDS for Oracle",
    "amazon-rds-sqlserver": "Amazon RDS for SQL Server",
}
LATER = (TODAY, date(2027, 3, 1), date(2027, 11, 8), date(2029, 3, 1))
"""Days on which the platform is judged, as if nobody did anything until then."""

RECORDS = {
    "organisations": "business units",
    "services": "what production namespaces call their application",
    "applications": "namespaces: an application in one environment",
    "servers": "what runs: databases, caches, search, queues, topics, pods",
    "devices": "what guards the network: egress controls, security groups",
    "datasets": "what is kept: buckets, images, secrets, identities, settings",
    "suppliers": "Amazon Web Services",
}
OF_LANCASHIRE = {
    "organisations": "councils, and the fire and police bodies",
    "contracts": "notices that were awarded",
    "suppliers": "each once, however it is spelt",
}


def standing(found: Installation) -> str:
    """Return how an installation stands, in the words of the page."""
    match found.support.status:
        case None:
            return "unknown"
        case "supported":
            ends = found.support.ends
            return "no end" if ends is None or ends == date.max else within(ends)
        case "extended-unpaid":
            return "unpaid"
        case status:
            return status


def installations(real: RealEstate) -> tuple[Installation, ...]:
    """Return every installation of an estate."""
    return tuple(real.run.facts.subjects("installation"))


def answers(real: RealEstate) -> str:
    """Return what is asked first of the platform."""
    tags = Counter(tag for entry in real.run.facts.assets for tag in entry.tags or ())
    found = Counter(standing(f) for f in installations(real) if f.given)
    soon = [sum(found[name] for name in STANDINGS[n:5]) for n in (4, 3, 2)]
    apart = sum(not f.given for f in installations(real))
    databases = f"{tags['database']:,} RDS instances, {tags['aurora database']} Aurora clusters"
    unknown = f"{found['unknown']:,} of the {found.total():,} of them that have versions"
    rows = [
        ["databases", f"{databases}, {tags['table store']} DynamoDB tables"],
        ["caches", f"{tags['cache']:,}"],
        ["search clusters", f"{tags['search cluster']:,}"],
        ["unsupported", f"{found['ended'] + found['unpaid']:,}"],
        ["on extended support, and so legacy", f"{found['extended']:,}"],
        ["support ends within 12, 24, 36 months", " / ".join(f"{n:,}" for n in soon)],
        ["unknown", f"{unknown}, and {apart:,} applications"],
    ]
    return grid(["question", "answer"], rows)


def records(real: RealEstate, meanings: Mapping[str, str]) -> str:
    """Return the records by section."""
    counts = real.imported.counts.records
    rows: list[list[Cell]] = [[name, counts[name], meanings[name]] for name in meanings]
    return grid(["section", "records", "what they are"], [*rows, ["all", sum(counts.values()), ""]])


def kinds(real: RealEstate) -> str:
    """Return the platform's servers by kind, and how many state a version."""
    servers = [entry for entry in real.run.facts.assets if entry.kind == "server"]
    counts = Counter(tag for server in servers for tag in server.tags or ())
    versions = Counter(
        tag for found in installations(real) if found.version for tag in found.asset.tags or ()
    )
    rows: list[list[Cell]] = [[kind, count, versions[kind]] for kind, count in counts.most_common()]
    return grid(["kind", "resources", "with a version"], rows)


def losses(real: RealEstate) -> str:
    """Return what the import could not take, by kind, table and reason."""
    words = {"row": "row", "record": "record not made", "cell": "cell", "column": "column"}
    found = Counter((loss.kind, loss.table, loss.reason) for loss in real.imported.losses)
    rows: list[list[Cell]] = [
        [words[kind], table, reason, n] for (kind, table, reason), n in sorted(found.items())
    ]
    return grid(["lost", "table", "reason", "times"], rows)


def support(real: RealEstate) -> str:
    """Return how installations stand, by product."""
    counts = Counter((_name(found), standing(found)) for found in installations(real))
    names = sorted({name for name, _ in counts})
    columns = (*STANDINGS, *WORSE)
    rows: list[list[Cell]] = [
        [name, sum(counts[name, c] for c in columns), *(counts[name, c] for c in columns)]
        for name in names
    ]
    every = [sum(counts[name, c] for name in names) for c in columns]
    return grid(["product", "all", *columns], [*rows, ["**all**", sum(every), *every]])


def _name(found: Installation) -> str:
    return found.product.name if found.product else NAMES[found.product_id]


def endings(real: RealEstate) -> str:
    """Return what ends inside the horizons, by last day, product and cycle."""
    soon = [f for f in installations(real) if standing(f) in {*STANDINGS[2:]}]
    rows: list[list[Cell]] = []
    for key, group in groupby(sorted(soon, key=_ending), key=_ending):
        found = list(group)
        rows.append([*key, len(found), sum(_is_production(f.asset) for f in found)])
    heads = ["last day", "status", "product", "cycle", "extended until", "all", "in production"]
    return grid(heads, rows)


def _ending(found: Installation) -> tuple[str, ...]:
    catalogued = found.product.cycle(found.cycle) if found.product and found.cycle else None
    until = catalogued.extended_support_ends if catalogued else None
    ends = found.support.ends
    status = found.support.status or ""
    last = until if isinstance(until, date) else "not offered"
    return str(ends), status, _name(found), found.cycle or "", str(last)


def _is_production(asset: Asset) -> bool:
    return asset.environment == "production"


def later(real: RealEstate) -> str:
    """Return how the platform stands on later days, if nothing is upgraded."""
    heads = ["on", "supported", "extended", "unpaid", "ended", "unknown", "services on ended ones"]
    statuses = ("supported", "extended", "extended-unpaid", "ended", None)
    rows: list[list[Cell]] = []
    for day in LATER:
        run = real.on(day)
        counts = Counter(found.support.status for found in run.facts.subjects("installation"))
        services = run.outcome.unmanaged.services
        rows.append([str(day), *(counts[status] for status in statuses), services])
    return grid(heads, rows)


def organisations(real: RealEstate) -> str:
    """Return what ends within 12 months, is on extended support or unknown, by organisation."""
    heads = ["organisation", "12 months", "of it production", "extended", "unknown"]
    rows: list[list[Cell]] = []
    for key, name in sorted(real.run.outcome.organisations.items(), key=lambda item: item[1]):
        own = [f for f in installations(real) if key in (f.asset.organisation or ())]
        soon = [f for f in own if standing(f) == "12 months"]
        counts = Counter(map(standing, own))
        live = sum(_is_production(f.asset) for f in soon)
        rows.append([name, len(soon), live, counts["extended"], counts["unknown"]])
    return grid(heads, rows)


def unknowns(real: RealEstate) -> str:
    """Return why support is unknown."""
    unknown = (f for f in installations(real) if standing(f) == "unknown")
    reasons = Counter((found.reason, _settling(found)) for found in unknown)
    rows: list[list[Cell]] = [
        [reason, n, settling] for (reason, settling), n in reasons.most_common()
    ]
    return grid(["reason", "installations", "what would settle it"], rows)


def _settling(found: Installation) -> str:
    if not found.given:
        return "what runs in its pods: images, languages, frameworks"
    if found.product:
        return "the version, which the module does not state"
    if found.match == "ambiguous":
        return "the engine, which the module does not state"
    return "Amazon's dates for it, as a local product"


def findings(real: RealEstate) -> str:
    """Return every rule that found something."""
    heads = ["rule", "kind", "found", "of them", "asked of", "unknown", "passed"]
    found = Counter((f.rule, f.severity) for f in real.findings)
    rows: list[list[Cell]] = []
    for rule in real.rules.values():
        if rule.failed:
            each = [f"{n:,} {level}" for (name, level), n in found.items() if name == rule.id]
            counts = (rule.population, rule.unknown, rule.passed)
            rows.append([f"`{rule.id}`", rule.kind, rule.failed, ", ".join(each), *counts])
    return grid(heads, rows)


def passed(real: RealEstate) -> str:
    """Return every rule that found nothing and could decide something."""
    rules = [rule for rule in real.rules.values() if rule.passed and not rule.failed]
    rows: list[list[Cell]] = [
        [f"`{rule.id}`", rule.population, rule.unknown, rule.passed] for rule in rules
    ]
    return grid(["rule", "asked of", "unknown", "passed"], rows)


def undecided(real: RealEstate) -> str:
    """Return the rules that could decide nothing, by how many they were asked of."""
    asked: dict[int, list[str]] = {}
    for rule in real.rules.values():
        if rule.population and rule.unknown == rule.population:
            asked.setdefault(rule.population, []).append(f"`{rule.id}`")
    rows: list[list[Cell]] = [[n, ", ".join(sorted(asked[n]))] for n in sorted(asked, reverse=True)]
    return grid(["asked of", "rules"], rows)


def suppliers(real: RealEstate) -> str:
    """Return the suppliers that several spellings name."""
    contracts = real.imported.sections["contracts"].values()
    supplied = Counter(key for contract in contracts for key in contract["supplied_by"])
    rows: list[list[Cell]] = []
    for key, entry in sorted(real.imported.sections["suppliers"].items()):
        names = sorted({note.split(":")[0] for note in entry["notes"].split("; ")})
        if len(names) > 1:
            rows.append([f"`{key}`", len(names), ", ".join(names), supplied[key]])
    return grid(["supplier", "spellings", "as they are spelt", "contracts"], rows)


def tables(
    of_platform: RealEstate, of_lancashire: RealEstate, of_lists: Mapping[str, str]
) -> dict[str, str]:
    """Return every table of the page by name."""
    made: dict[str, Callable[[RealEstate], str]] = {
        "answers": answers,
        "kinds": kinds,
        "losses": losses,
        "support": support,
        "endings": endings,
        "later": later,
        "organisations": organisations,
        "unknowns": unknowns,
        "findings": findings,
        "passed": passed,
        "undecided": undecided,
    }
    return {
        "platform-records": records(of_platform, RECORDS),
        **{f"platform-{name}": table(of_platform) for name, table in made.items()},
        "lancashire-records": records(of_lancashire, OF_LANCASHIRE),
        "lancashire-suppliers": suppliers(of_lancashire),
        "lancashire-findings": findings(of_lancashire),
        "lancashire-undecided": undecided(of_lancashire),
        **of_lists,
    }


def main() -> None:
    """Write fresh tables into the page."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        lists = tables_of(here)
        fresh = tables(platform(here / "platform"), lancashire(here / "lancashire"), lists)
        fresh |= foreign.tables_of(here)
    PAGE.write_text(rewritten(PAGE.read_text("utf-8"), fresh), "utf-8")


if __name__ == "__main__":
    main()
