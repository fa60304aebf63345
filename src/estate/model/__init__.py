"""The vocabulary of an estate: every section, field and relation of the inventory format."""

from __future__ import annotations

from estate.model.acceptances import NEEDS, Approval, Cover, PinnedFacts, RiskAcceptance
from estate.model.applications import Application
from estate.model.asset import Asset, Software
from estate.model.commercial import Agreement, Contract, Licence, Product, Supplier
from estate.model.estate import SECTION_OF, SECTIONS, Estate, links_of, relations_of
from estate.model.information import Api, Dataset
from estate.model.infrastructure import Connection, Device, Server, Site
from estate.model.links import Link
from estate.model.organisations import Organisation, Service
from estate.model.policy import AcceptancePolicy, Policy
from estate.model.projects import Project
from estate.model.record import Entry
from estate.model.relations import ANY, REFERENCES, RELATIONS, Reference, Relation

__all__ = [
    "ANY",
    "NEEDS",
    "REFERENCES",
    "RELATIONS",
    "SECTIONS",
    "SECTION_OF",
    "AcceptancePolicy",
    "Agreement",
    "Api",
    "Application",
    "Approval",
    "Asset",
    "Connection",
    "Contract",
    "Cover",
    "Dataset",
    "Device",
    "Entry",
    "Estate",
    "Licence",
    "Link",
    "Organisation",
    "PinnedFacts",
    "Policy",
    "Product",
    "Project",
    "Reference",
    "Relation",
    "RiskAcceptance",
    "Server",
    "Service",
    "Site",
    "Software",
    "Supplier",
    "links_of",
    "relations_of",
]
