"""The architecture map of a system, told: components, dependencies, boundaries, sites, data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from estate import __version__
from estate.impact.architecture import Component, Dependency, Map
from estate.model import Asset
from estate.model.scalars import NEVER
from estate.report.impact.parts import part
from estate.report.impact.words import UNKNOWN, called
from estate.report.statement import Section, Statement
from estate.report.wording import counted, listed

__all__ = ["answer", "statement"]


def statement(found: Map, status: Mapping[str, str], plan: str = "") -> Statement:
    """Return a map as sentences and tables; `status` is the support of what components run.

    `plan` says what of the work plan is done.
    """
    return Statement(
        estate=found.estate,
        title=f"architecture map of {found.subject.name} as of {found.on}",
        tool=__version__,
        lead=(answer(found), *filter(None, (plan, *_reasons(found)))),
        sections=(
            *_components(found, status),
            *_dependencies(found),
            *_boundaries(found),
            *_crossings(found),
            *_sites(found),
            *_lines(found),
            *_zones(found),
            *_flows(found),
            *_data(found),
            *_serves(found),
        ),
    )


def answer(found: Map) -> str:
    """Return in a sentence of how much a system is made, and who answers for it."""
    below = len(found.components) - 1
    sites = counted(len(found.sites), "site")
    crossings = len(found.crossings)
    crossed = (
        f"{crossings:,} of its dependencies cross" if crossings != 1 else "1 dependency crosses"
    )
    return (
        f"{found.subject.name} is made of {counted(below, 'component')} at {sites}, within "
        f"{counted(len(set(found.boundaries.values())), 'boundary', 'boundaries')} of "
        f"responsibility; {crossed} one."
    )


def _reasons(found: Map) -> Iterator[str]:
    if found.single_sites:
        names = {site.id: site.name for site in found.sites}
        alone = [names.get(site, site) for site in found.single_sites if site]
        if alone:
            verb = "is a single site" if len(alone) == 1 else "are single sites"
            yield f"{listed(alone)} {verb}: when it alone is lost, the service stops."
        elif None in found.single_sites:
            yield "Whether one site alone stops it cannot be known: not all places are recorded."
    elif found.subject.kind == "service":
        yield "No single site stops it."
    components = [each.entry for each in found.components]
    gaps = [
        (sum(not each.organisation for each in components), "organisation"),
        (sum(None in each.sites for each in found.components), "site"),
        (sum(each.zone is None for each in components), "zone"),
        (sum(each.exposure is None for each in components), "exposure"),
    ]
    said = [f"{field} of {number:,}" for number, field in gaps if number]
    if said:
        yield f"Of {counted(len(components), 'component')} it is not recorded: {listed(said)}."
    if not found.flows:
        yield "No data flow is recorded."


def _components(found: Map, status: Mapping[str, str]) -> Iterator[Section]:
    return part(
        "components",
        counted(len(found.components), "component"),
        "The system first, then what it needs, the nearest first. Soft: it goes on without.",
        ("steps", "kind", "what", "need", "criticality", "support", "boundary"),
        tuple(_component(each, status) for each in found.components),
        numbers=("steps",),
        under=("boundary",),
    )


def _component(each: Component, status: Mapping[str, str]) -> tuple[str, ...]:
    entry = each.entry
    need = "itself" if not each.steps else "hard" if each.hard else "soft"
    support = status.get(entry.id, "none")
    return (
        str(each.steps),
        entry.kind,
        called(entry),
        need,
        entry.criticality or UNKNOWN,
        "no software" if support == "none" else support,
        each.boundary,
    )


def _dependencies(found: Map) -> Iterator[Section]:
    return part(
        "dependencies",
        f"{len(found.dependencies):,} dependencies",
        "Who needs whom, among the components. Of a redundancy group some members are enough.",
        ("who", "needs", "relation", "strength", "enough"),
        tuple(map(_dependency, found.dependencies)),
    )


def _dependency(each: Dependency) -> tuple[str, ...]:
    enough = f"{each.at_least} of {each.out_of}" if each.out_of > each.at_least else ""
    strength = "hard" if each.hard else "soft"
    return (each.source, each.target, each.relation, strength, enough)


def _boundaries(found: Map) -> Iterator[Section]:
    number = Counter(found.boundaries.values())
    rows = tuple(
        (name, str(count), ", ".join(k for k, said in found.boundaries.items() if said == name))
        for name, count in sorted(number.items(), key=lambda item: (-item[1], item[0]))
    )
    return part(
        "boundaries",
        "Who is responsible",
        "The organisation that has a component; where a supplier or partner runs it, these.",
        ("boundary", "components", "which"),
        rows,
        numbers=("components",),
        under=("which",),
    )


def _crossings(found: Map) -> Iterator[Section]:
    known = found.boundaries
    rows = tuple(
        (each.source, each.target, each.relation, f"{known[each.source]} → {known[each.target]}")
        for each in found.crossings
    )
    return part(
        "crossings",
        "Where responsibility changes hands",
        "Dependencies of which the two ends lie within different boundaries.",
        ("who", "needs", "relation", "boundary"),
        rows,
        under=("boundary",),
    )


def _sites(found: Map) -> Iterator[Section]:
    rows = tuple(
        (
            called(site),
            "yes" if site.id in found.single_sites else "",
            _closes(site),
            ", ".join(
                c.entry.id for c in found.components if site.id in c.sites and c.entry != site
            ),
        )
        for site in found.sites
    )
    unknown = ", ".join(each.entry.id for each in found.components if None in each.sites)
    rows += ((UNKNOWN, "", "", unknown),) if unknown else ()
    return part(
        "sites",
        "Where it stands",
        "The sites on which the components ultimately stand.",
        ("site", "stops it alone", "closes", "components"),
        rows,
        under=("components",),
    )


def _closes(site: Asset) -> str:
    closes = getattr(site, "closes", NEVER)
    return "" if closes == NEVER else str(closes)


def _lines(found: Map) -> Iterator[Section]:
    rows = tuple(
        (
            called(line),
            line.technology or UNKNOWN,
            ", ".join(key for link in line.connects or () for key in link.targets) or UNKNOWN,
            ", ".join(key for link in line.supplied_by or () for key in link.targets) or UNKNOWN,
        )
        for line in found.lines
    )
    return part(
        "links",
        "Lines",
        "Connections between its sites or into them, and those that it needs.",
        ("line", "technology", "joins", "supplied by"),
        rows,
        under=("joins",),
    )


def _zones(found: Map) -> Iterator[Section]:
    zones: dict[tuple[str, str], list[str]] = {}
    for each in found.components:
        entry = each.entry
        key = (entry.zone or UNKNOWN, entry.exposure or UNKNOWN)
        zones.setdefault(key, []).append(entry.id)
    rows = tuple((*key, ", ".join(ids)) for key, ids in sorted(zones.items()))
    return part(
        "zones",
        "Network zones",
        "The zone and the exposure that each component states.",
        ("zone", "exposure", "components"),
        rows,
        under=("components",),
    )


def _flows(found: Map) -> Iterator[Section]:
    known = found.boundaries
    rows = tuple(
        (
            called(each.source),
            called(each.target),
            each.style or UNKNOWN,
            each.purpose or "",
            ""
            if each.source.id in known and each.target.id in known
            else "leaves or enters the map",
        )
        for each in found.flows
    )
    return part(
        "flows",
        "Data flows",
        "What components send and receive, also from and to what is not part of the system.",
        ("from", "to", "style", "purpose", "map"),
        rows,
        under=("purpose", "map"),
    )


def _data(found: Map) -> Iterator[Section]:
    rows = tuple(
        (
            called(data),
            called(holder),
            getattr(data, "classification", None) or UNKNOWN,
            getattr(data, "personal_data", None) or UNKNOWN,
        )
        for holder, data in found.holds
    )
    return part(
        "data",
        "Data that is held",
        "The datasets that components hold.",
        ("dataset", "held by", "classification", "personal data"),
        rows,
    )


def _serves(found: Map) -> Iterator[Section]:
    rows = tuple((each.kind, called(each), each.criticality or UNKNOWN) for each in found.serves)
    return part(
        "serves",
        "What needs it",
        "What needs the system directly.",
        ("kind", "what", "criticality"),
        rows,
    )
