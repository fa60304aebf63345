"""What the columns and the words of a CMDB mean: by their names, and by their labels."""

from __future__ import annotations

from typing import Final

__all__ = [
    "CRITICALITY",
    "ENVIRONMENTS",
    "INSTALLED",
    "OPERATIONAL",
    "RELATIONS",
    "SPELT",
    "section_of",
]

SPELT: Final = {
    "sys_id": ("sysid", "uniqueid"),
    "class": ("sysclassname", "class", "citype", "type"),
    "name": ("name", "configurationitem", "displayname"),
    "description": ("shortdescription", "description"),
    "vendor": ("vendor", "manufacturer", "supplier"),
    "status": ("operationalstatus", "lifecyclestage", "status"),
    "install_status": ("installstatus",),
    "support_group": ("supportgroup", "assignmentgroup", "managedby", "managedbygroup"),
    "owner": ("ownedby", "businessowner", "owner", "itapplicationowner"),
    "contract_end": ("ucontractenddate", "contractenddate"),
    "location": ("location",),
    "company": ("company", "organisation", "organization"),
    "os": ("os", "operatingsystem"),
    "os_version": ("osversion",),
    "cores": ("cpucount", "cpucorecount", "numberofcpus"),
    "version": ("version",),
    "criticality": ("businescriticality", "businesscriticality", "criticality"),
    "environment": ("usedfor", "environment"),
    "model": ("modelid", "model"),
    "comments": ("comments", "notes"),
    "parent": ("parent",),
    "child": ("child",),
    "relation": ("type", "relationshiptype"),
}
"""What each column is called in exports, letters and digits alone; `busines_criticality` is so."""

_STATUS: Final = {
    "operational": "live",
    "installed": "live",
    "in use": "live",
    "retired": "retired",
    "pipeline": "planned",
    "on order": "planned",
    "design": "planned",
    "end of life": "retired",
}
OPERATIONAL: Final = {**_STATUS, "1": "live", "6": "retired"}
INSTALLED: Final = {**_STATUS, "1": "live", "2": "planned", "7": "retired"}
"""What a status means. The numbers of the two columns differ: 6 is retired in one, in stock in
the other."""
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
    ("sites", ("computer_room",)),
    ("devices", ("ip_switch", "ip_router", "ip_firewall", "netgear", "lb_", "load_balancer")),
    ("devices", ("computer", "pc_hardware", "switch", "router", "firewall", "printer")),
    ("devices", ("appliance", "ip_phone")),
    (
        "applications",
        ("appl", "business_app", "app_server", "db_", "database", "web_server", "software"),
    ),
    ("servers", ("server", "vm_", "vmware_instance", "virtual_machine")),
    ("servers", ("cluster", "mainframe", "esx", "hyper_v")),
    ("sites", ("datacenter", "data_center", "building", "location")),
)
"""Sections by what a class is called; the first that fits."""

RELATIONS: Final = {
    "consumes": ("uses", "runs_on", "depends_on"),
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
