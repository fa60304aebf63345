"""Contracts: when they really end, whether they hold today, and whom they cover."""

from __future__ import annotations

from datetime import date

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.life import PRESENT
from estate.model import Asset, Contract
from estate.model.commercial import Published
from estate.model.scalars import ALWAYS, Term

_LONGEST_MONTH = 31


def current_end(contract: Contract, today: date) -> date | None:
    """Return the last day of the term that a contract is in, rolled on where it renews itself.

    Each renewal counts in calendar months from the first end, so that a clamped month is made
    good. None is unknown: no end is recorded; or it is past, and nobody says whether the contract
    renews itself, or by which term.
    """
    end = contract.ends
    if end is None or end >= today or contract.auto_renews is False:
        return end
    if contract.auto_renews is None or contract.renews_for is None:
        return None
    return _rolled_on(end, contract.renews_for, today)


def _rolled_on(end: date, term: Term, today: date) -> date | None:
    """Return the first end of a term, counted on from an end, that is not past."""
    longest = term.months * _LONGEST_MONTH + term.days
    if not longest:
        return None
    renewals = max(1, (today - end).days // longest)
    while (rolled := Term(term.months * renewals, term.days * renewals).after(end)) < today:
        renewals += 1
    return rolled


def _in_force(facts: Facts, contract: Contract) -> bool | None:
    """Whether a contract holds today; None where its beginning or end is not recorded."""
    if facts.column("asset.state")[contract.id] not in PRESENT:
        return False
    if contract.starts is not None and contract.starts > facts.today:
        return False
    end = facts.column("contract.current_end")[contract.id]
    if end is not None and end < facts.today:
        return False
    return None if end is None or contract.starts is None else True


def notice_by(contract: Contract, today: date) -> date | None:
    """Return the last day on which notice can be given to end a contract with its present term."""
    end = current_end(contract, today)
    return None if end is None or contract.notice is None else contract.notice.before(end)


def renewed_end(contract: Contract, today: date) -> date | None:
    """Return the end of the term that follows if nobody gives notice."""
    end = current_end(contract, today)
    if end is None or contract.auto_renews is False:
        return end
    return contract.renews_for.after(end) if contract.auto_renews and contract.renews_for else None


def unpublished(contract: Contract) -> tuple[str, ...]:
    """Return the fields of the Local Government Transparency Code 2015 that are not recorded."""
    published = contract.published or Published()
    said = {
        "reference": contract.reference,
        "supplier": contract.supplier or contract.supplied_by,
        "starts": contract.starts,
        "ends": contract.ends,
        "published.title": published.title,
        "published.description": published.description,
        "published.department": published.department,
        "published.process": published.process,
        "published.sme": published.sme,
    }
    return tuple(name for name, value in said.items() if value in (None, "", ()))


def _covered(facts: Facts) -> dict[str, tuple[Asset, ...]]:
    graph, estate = facts.graph, facts.estate
    return {
        contract.id: tuple(
            entry
            for key in graph.holders(contract.id, "covered_by")
            if isinstance(entry := estate.get(key), Asset)
        )
        for contract in _each(facts)
    }


def _needed_until(facts: Facts) -> dict[str, date | None]:
    """For each contract the last planned end of what it covers; None where it covers nothing.

    What is retired on no recorded day needed it at no time that is still to come.
    """
    state, leaving = facts.column("asset.state"), facts.column("asset.planned_end")
    ends = {
        key: [
            ALWAYS
            if state[asset.id] == "retired" and leaving[asset.id] >= facts.today
            else leaving[asset.id]
            for asset in covered
        ]
        for key, covered in facts.column("contract.covered").items()
    }
    return {key: max(days, default=None) for key, days in ends.items()}


def _replaced(facts: Facts) -> dict[str, bool]:
    """Whether a contract that is planned or in use names this one under `replaces`."""
    state, graph = facts.column("asset.state"), facts.graph
    standing = {"planned", *PRESENT}
    return {
        contract.id: any(
            state.get(key) in standing for key in graph.holders(contract.id, "replaces")
        )
        for contract in _each(facts)
    }


def _contracts(facts: Facts) -> dict[str, tuple[Contract, ...] | None]:
    """For each asset the contracts that cover it; None where nobody says, () where known none."""
    covering: dict[str, list[Contract]] = {}
    for contract in _each(facts):
        for key in facts.graph.holders(contract.id, "covered_by"):
            covering.setdefault(key, []).append(contract)
    return {
        asset.id: tuple(covering.get(asset.id, ()))
        if asset.id in covering or asset.covered_by is not None
        else None
        for asset in facts.assets
    }


def _each(facts: Facts) -> list[Contract]:
    return [c for c in facts.estate.of("contract").values() if isinstance(c, Contract)]


COMMERCE = (
    Derived(
        Fact(
            "contract",
            "current_end",
            Type("date", ends=True),
            "The last day of the term it is in: a contract that renews itself rolls on.",
            settles=("ends", "auto_renews", "renews_for"),
            null="it never ends",
        ),
        lambda facts: {c.id: current_end(c, facts.today) for c in _each(facts)},
    ),
    Derived(
        Fact(
            "contract",
            "in_force",
            Type("boolean"),
            "Whether it holds today.",
            settles=("starts", "ends", "auto_renews", "renews_for"),
        ),
        lambda facts: {c.id: _in_force(facts, c) for c in _each(facts)},
    ),
    Derived(
        Fact(
            "contract",
            "notice_by",
            Type("date", ends=True),
            "The last day on which notice can be given to end it with its present term: its end "
            "less the notice, in calendar months.",
            settles=("notice", "ends"),
            null="it never ends",
        ),
        lambda facts: {c.id: notice_by(c, facts.today) for c in _each(facts)},
    ),
    Derived(
        Fact(
            "contract",
            "renewed_end",
            Type("date", ends=True),
            "The last day of the term that follows if nobody gives notice; of one that does not "
            "renew itself, of its present term.",
            settles=("auto_renews", "renews_for", "ends"),
            null="it never ends",
        ),
        lambda facts: {c.id: renewed_end(c, facts.today) for c in _each(facts)},
    ),
    Derived(
        Fact(
            "contract",
            "covered",
            Type("asset", many=True),
            "The assets that it covers, whichever side says so.",
            open=False,
            settles=("covers",),
        ),
        _covered,
    ),
    Derived(
        Fact(
            "contract",
            "needed_until",
            Type("date", ends=True),
            "The day on which the last of what it covers leaves, by plan or by `until`.",
            settles=("covers",),
            null="nothing takes away what it covers",
        ),
        _needed_until,
    ),
    Derived(
        Fact(
            "contract",
            "replaced",
            Type("boolean"),
            "Whether another contract, planned or in use, replaces it.",
            open=False,
            settles=("replaces",),
        ),
        _replaced,
    ),
    Derived(
        Fact(
            "contract",
            "unpublished_fields",
            Type("text", many=True),
            "The fields that the Local Government Transparency Code 2015 has a council publish "
            "and that are not recorded.",
            open=False,
        ),
        lambda facts: {c.id: unpublished(c) for c in _each(facts)},
    ),
    Derived(
        Fact(
            "asset",
            "contracts",
            Type("contract", many=True),
            "The contracts that cover it, whichever side says so.",
            settles=("covered_by",),
        ),
        _contracts,
    ),
)
