"""What the columns and the words of a CMDB mean: by their names, and by their labels."""

from __future__ import annotations

from typing import Final

__all__ = ["CRITICALITY", "ENVIRONMENTS", "RELATIONS", "SPELT", "STATUS", "section_of"]

SPELT: Final = {
    "sys_id": ("sysid", "uniqueid"),
    "class": ("sysclassname", "class", "citype", "type"),
    "name": ("name", "configurationitem", "displayname"),
    "description": ("shortdescription", "description"),
    "vendor": ("vendor", "manufacturer", "supplier"),
    "status": ("operationalstatus", "installstatus", "lifecyclestage", "status"),
    "support_group": ("supportgroup", "assignmentgroup", "managedby", "managedbygroup"),
    "owner": ("ownedby", "businessowner", "owner", "itapplicationowner"),
    "contract_end": ("ucontractenddate", "contractenddate"),
    "location": ("location",),
    "company": ("company", "organisation", "organization"),
    "os": ("os", "operatingsystem"),
    "os_version": ("osversion",),
    "cores": ("cpucount", "cpucorecount", "numberofcpus"),
    "version": ("version",),
    "criticality": ("businesscriticality", "busynesscriticality", "criticality"),
    "environment": ("usedfor", "environment"),
    "model": ("modelid", "model"),
    "comments": ("comments", "notes"),
    "parent": ("parent",),
    "child": ("child",),
    "relation": ("type", "relationshiptype"),
}
"""What each column is called in exports, letters and digits alone."""

STATUS: Final = {
    "1": "live",
    "operational": "live",
    "installed": "live",
    "in use": "live",
    "6": "retired",
    "7": "retired",
    "retired": "retired",
    "pipeline": "planned",
    "on order": "planned",
    "design": "planned",
    "end of life": "retired",
}
CRITICALITY: Final = {"1": "critical", "2": "high", "3": "medium", "4": "low"}
ENVIRONMENTS: Final = {
    "production": "production",
    "test": "test",
    "qa": "test",
    "staging": "test",
    "training": "training",
    "development": "development",
}
_CLASSES: Final = (
    ("services", ("service", "business_process")),
    ("devices", ("ip_switch", "ip_router", "ip_firewall", "netgear", "lb_", "load_balancer")),
    ("devices", ("computer", "pc_hardware", "switch", "router", "firewall", "printer")),
    (
        "applications",
        ("appl", "business_app", "app_server", "db_", "database", "web_server", "software"),
    ),
    ("servers", ("server", "vm_", "virtual_machine", "cluster", "mainframe", "esx", "hyper_v")),
    ("sites", ("datacenter", "data_center", "building", "location")),
)
"""Sections by what a class is called; the first that fits."""

RELATIONS: Final = {
    "depends on": ("runs_on", "uses", "hosted_on", "depends_on"),
    "hosted on": ("runs_on", "hosted_on", "depends_on"),
    "located in": ("located_at",),
    "runs on": ("runs_on", "hosted_on", "depends_on"),
    "sends data to": ("sends_to",),
    "stores data on": ("stores_in", "depends_on"),
    "uses": ("uses", "runs_on", "depends_on"),
    "virtualized by": ("hosted_on", "runs_on", "depends_on"),
}
"""What the parent of a relationship has, by its side of the name: `Runs on::Runs`."""


def section_of(name: str) -> str:
    """Return the section for a class, by its name or its label; "" for one that has none."""
    plain = "_".join(name.lower().replace("-", " ").split()).removeprefix("cmdb_ci_")
    for section, words in _CLASSES:
        if any(word in plain for word in words):
            return section
    return ""
