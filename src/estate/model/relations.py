"""The relations, as one table: from it come validation, the graph's edges and the documentation."""

from __future__ import annotations

from typing import Final, Literal

from estate.frozen import frozen

ANY: Final = (
    "application",
    "server",
    "device",
    "site",
    "connection",
    "licence",
    "contract",
    "agreement",
    "api",
    "dataset",
    "service",
)
"""The kinds that are assets: records of any section but those about people, plans and products."""

Need = Literal["owner", "target", "either", "none"]


@frozen
class Relation:
    """One relation.

    `owners` may have the field, `targets` may stand in it. `need` says who needs whom: the
    `owner` needs the target, the `target` needs the owner, `either` is enough (redundancy), or
    `none`. `stands_on` says that the owner ultimately stands on its target, so that the target's
    weaknesses are the owner's. `fields` are the fields that hold it. An empty `targets` means
    the owner's own kind.
    """

    name: str
    owners: tuple[str, ...]
    targets: tuple[str, ...]
    need: Need
    says: str
    stands_on: bool = False
    fields: tuple[str, ...] = ()

    @property
    def holders(self) -> tuple[str, ...]:
        """The fields that hold items of this relation: its own name unless stated."""
        return self.fields or (self.name,)

    def allowed(self, owner: str) -> tuple[str, ...]:
        """Return the kinds that an owner of this kind may point at."""
        return self.targets or (owner,)


_SUPPORTERS: Final = ("application", "api", "server", "connection")

RELATIONS: Final[tuple[Relation, ...]] = (
    Relation(
        "runs_on",
        ("application", "api"),
        ("server", "device", "application"),
        "owner",
        "owner needs target",
        stands_on=True,
    ),
    Relation(
        "hosted_on", ("server",), ("server",), "owner", "a server needs its host", stands_on=True
    ),
    Relation(
        "located_at",
        ("server", "device", "connection"),
        ("site",),
        "owner",
        "owner needs target",
    ),
    Relation("uses", ("application",), ("application",), "owner", "owner needs target"),
    Relation("consumes", ("application", "service"), ("api",), "owner", "owner needs target"),
    Relation("provides", ("application",), ("api",), "target", "the api needs the application"),
    Relation(
        "stores_in",
        ("application",),
        ("application", "server"),
        "owner",
        "owner needs target",
        stands_on=True,
    ),
    Relation("supports", _SUPPORTERS, ("service",), "target", "the service needs the asset"),
    Relation("depends_on", ANY, ANY, "owner", "owner needs target", stands_on=True),
    Relation("holds", ("application", "server"), ("dataset",), "none", "no dependency"),
    Relation(
        "sends_to",
        ("application", "api"),
        ("application", "api", "supplier"),
        "none",
        "a data flow; no dependency",
    ),
    Relation(
        "connects",
        ("connection",),
        ("site",),
        "none",
        "no dependency: a route between sites, or a line into one",
    ),
    Relation("licensed_by", ANY, ("licence",), "none", "no dependency"),
    Relation("covered_by", ANY, ("contract", "agreement"), "none", "no dependency"),
    Relation(
        "supplied_by",
        ANY,
        ("supplier",),
        "none",
        "supplier risk, not run-time dependency",
        fields=("supplied_by", "supplier"),
    ),
    Relation("backs_up_to", ANY, ("site", "server", "application"), "none", "no dependency"),
    Relation(
        "fails_over_to",
        ANY,
        (),
        "either",
        "redundancy: owner or target is enough",
    ),
    Relation("replaces", ANY, ANY, "none", "no dependency"),
)
"""Every relation of the inventory format, in the order of its documentation."""

BY_NAME: Final = {relation.name: relation for relation in RELATIONS}


@frozen
class Reference:
    """A field that names records without relating assets.

    `path` leads to it from records of `owner`. `*` stands for every item of a list, or for the one
    text that may stand in its place, `#` for every key of a mapping.
    """

    owner: str
    path: tuple[str, ...]
    targets: tuple[str, ...]


_ORGANISATION: Final = ("organisation",)

REFERENCES: Final[tuple[Reference, ...]] = (
    *(Reference(kind, ("organisation", "*"), _ORGANISATION) for kind in (*ANY, "project")),
    *(Reference(kind, ("shares", "#"), _ORGANISATION) for kind in ANY),
    *(
        Reference(kind, ("software", "*", "extended_support"), ("licence",))
        for kind in ("application", "server", "device", "api")
    ),
    Reference("contract", ("covers", "*"), ANY),
    Reference("organisation", ("members", "*"), _ORGANISATION),
    Reference("organisation", ("budget", "*", "organisation"), _ORGANISATION),
    Reference("organisation", ("budget", "*", "for", "*"), ANY),
    Reference("agreement", ("parties", "*"), _ORGANISATION),
    Reference("agreement", ("lead",), _ORGANISATION),
    Reference("application", ("partner", "lead"), _ORGANISATION),
    Reference("application", ("partner", "agreement"), ("agreement",)),
    Reference("project", ("budget", "*", "organisation"), _ORGANISATION),
    Reference("project", ("budget", "*", "for", "*"), ANY),
    Reference("exception", ("organisation", "*"), _ORGANISATION),
    Reference("exception", ("approvals", "*", "organisation"), _ORGANISATION),
    Reference("exception", ("plan", "project"), ("project",)),
)
"""Every other reference that must resolve.

A project's changes and an exception's covers may name what is not there: that is for rules to
judge (`inapplicable-change`, `orphaned-acceptance`). A successor may be an organisation that is
not in the inventory yet.
"""
