"""What the concepts of ArchiMate 3.2 are to an inventory."""

from __future__ import annotations

from typing import Final

__all__ = ["BETWEEN", "NEEDS", "SECTIONS_OF", "why_not"]

SECTIONS_OF: Final = {
    "ApplicationComponent": "applications",
    "ApplicationInterface": "apis",
    "ApplicationService": "apis",
    "BusinessService": "services",
    "CommunicationNetwork": "connections",
    "DataObject": "datasets",
    "Device": "servers",
    "Location": "sites",
    "Node": "servers",
    "Path": "connections",
    "WorkPackage": "projects",
}
"""Concepts that are records, by the section they go to."""

BETWEEN: Final = frozenset(
    {
        "AndJunction",
        "ApplicationCollaboration",
        "ApplicationFunction",
        "ApplicationInteraction",
        "ApplicationProcess",
        "Artifact",
        "BusinessFunction",
        "BusinessInteraction",
        "BusinessProcess",
        "Junction",
        "OrJunction",
        "TechnologyCollaboration",
        "TechnologyFunction",
        "TechnologyInteraction",
        "TechnologyInterface",
        "TechnologyProcess",
        "TechnologyService",
    }
)
"""Concepts that are no records, and through which one record needs another.

ArchiMate derives relationships along such chains: a node that realises a technology service that
serves an application serves the application (specification 3.2, section 5.7).
"""

NEEDS: Final = {
    "Aggregation": "source",
    "Assignment": "target",
    "Composition": "source",
    "Realization": "target",
    "Serving": "target",
}
"""Which end of a relationship needs the other: a whole its parts, what is served its server."""

_MOTIVATION: Final = frozenset(
    {
        *("Assessment", "Constraint", "Driver", "Goal", "Meaning", "Outcome", "Principle"),
        *("Requirement", "Stakeholder", "Value"),
    }
)
_STRATEGY: Final = frozenset({"Capability", "CourseOfAction", "Resource", "ValueStream"})
_ACTORS: Final = frozenset({"BusinessActor", "BusinessCollaboration", "BusinessRole"})
_REASONS: Final = {
    "SystemSoftware": "nothing says what it is installed on",
    "Grouping": "an inventory has no groups",
}


def why_not(kind: str) -> str:
    """Say why a concept makes no record."""
    if kind in _MOTIVATION:
        return "an inventory holds no motivation"
    if kind in _STRATEGY:
        return "an inventory holds no strategy"
    if kind in _ACTORS:
        return "it may be a person, a team or a body, and the model does not say which"
    if kind in BETWEEN:
        return "it is no record; what needs what through it is kept"
    return _REASONS.get(kind, f"an inventory has no place for a {kind or 'concept without a type'}")
