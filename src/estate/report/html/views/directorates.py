"""Sunburst: organisation, directorate, service and system, coloured by the worst open finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from estate.facts import PRESENT
from estate.findings import SEVERITIES
from estate.frozen import slotted
from estate.model import Application, Service
from estate.report.html.source import Source
from estate.report.html.view import Block, Cell, Column, Part, Picture, Prose, Table, View, cells
from estate.report.wording import counted

__all__ = ["directorates"]

_NO_SERVICE = "Serves no recorded service"
_NO_DIRECTORATE = "No directorate recorded"
_NOBODY = "No organisation recorded"
_NONE = len(SEVERITIES)


@slotted
class _Branch:
    """A part of the estate: its name, where it leads, and what is in it.

    `worst` is the place of its worst grade among the severities, `records` are the ids in it.
    """

    name: str
    href: str = ""
    branches: dict[str, _Branch] = field(default_factory=dict)
    worst: int = _NONE
    records: set[str] = field(default_factory=set)


def directorates(source: Source) -> View:
    """Return the view of who uses what, and where the worst of it is."""
    tree = _tree(source)
    return View(
        id="estate",
        title="Who uses what",
        lead=(
            "From the organisation through directorate and service to the system. Each part has "
            "the colour of the worst open finding in it. Choose a part to look into it."
        ),
        group="At a glance",
        parts=(Part("", _blocks(tree, source)),),
    )


def _blocks(tree: _Branch, source: Source) -> tuple[Block, ...]:
    if not tree.branches:
        return (Prose("No system in use is recorded, so that there is nothing to show."),)
    bad = [branch for branch in tree.branches.values() if branch.worst == 0]
    picture = Picture(
        "sunburst",
        "sunburst",
        f"{counted(len(tree.branches), 'organisation')} with their directorates, services and "
        f"systems; {len(bad)} with a critical finding.",
        {"root": source.outcome.estate, "children": _children(tree)},
        46,
    )
    return picture, _table(tree, source)


def _tree(source: Source) -> _Branch:
    root = _Branch("")
    for organisations, path in _systems(source):
        for organisation in organisations or ("",):
            name = source.organisation(organisation) if organisation else _NOBODY
            branch = _into(root, name, "")
            for step, key in path:
                branch = _into(branch, step, f"#/asset/{key}" if key else "")
    for branch in root.branches.values():
        _grade(branch, source)
    return root


def _systems(
    source: Source,
) -> Iterator[tuple[tuple[str, ...], tuple[tuple[str, str], ...]]]:
    """Yield, for each system in use and each service that it supports, whose it is, and the way."""
    estate, graph = source.facts.estate, source.facts.graph
    services = estate.of("service")
    for key, system in estate.of("application").items():
        if source.state[key] not in PRESENT or not isinstance(system, Application):
            continue
        leaf = (system.name, key)
        held = [services[each] for each in graph.related(key, "supports") if each in services]
        if not held:
            yield system.organisation or (), ((_NO_SERVICE, ""), leaf)
        for service in held:
            if isinstance(service, Service):
                directorate = service.directorate or _NO_DIRECTORATE
                way = ((directorate, ""), (service.name, service.id), leaf)
                yield service.organisation or system.organisation or (), way


def _into(branch: _Branch, name: str, href: str) -> _Branch:
    return branch.branches.setdefault(href or name, _Branch(name, href))


def _grade(branch: _Branch, source: Source) -> None:
    """Give each part the worst grade in it, and the records in it."""
    if branch.href:
        key = branch.href.removeprefix("#/asset/")
        branch.records.add(key)
        if found := source.faults_of.get(key):
            branch.worst = SEVERITIES.index(found[0].severity)
    for part in branch.branches.values():
        _grade(part, source)
        branch.worst = min(branch.worst, part.worst)
        branch.records |= part.records


def _faults(branch: _Branch, source: Source) -> int:
    return sum(len(source.faults_of.get(key, ())) for key in branch.records)


def _children(branch: _Branch) -> list[object]:
    """Return the parts as the picture takes them: name, grade, where it leads, parts."""
    return [
        [part.name, part.worst, part.href, _children(part)]
        for part in sorted(branch.branches.values(), key=lambda each: (each.name, each.href))
    ]


def _leaves(branch: _Branch) -> set[str]:
    if not branch.branches:
        return {branch.href}
    return set[str]().union(*map(_leaves, branch.branches.values()))


def _table(tree: _Branch, source: Source) -> Table:
    return Table(
        "Directorates by organisation: the systems they use, and the open faults in what they use.",
        (
            Column("Organisation"),
            Column("Directorate"),
            Column("Services", "number"),
            Column("Systems", "number"),
            Column("Worst open finding"),
            Column("Open faults", "number"),
        ),
        tuple(
            cells(
                organisation.name,
                part.name,
                sum(1 for each in part.branches.values() if each.branches),
                len(_leaves(part)),
                _grade_cell(part),
                _faults(part, source),
            )
            for organisation in sorted(tree.branches.values(), key=lambda each: each.name)
            for part in sorted(organisation.branches.values(), key=lambda each: each.name)
        ),
    )


def _grade_cell(branch: _Branch) -> Cell:
    if branch.worst == _NONE:
        return Cell("none found", tone="quiet")
    grade = SEVERITIES[branch.worst]
    return Cell(grade, tone=grade)
