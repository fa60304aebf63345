"""The words that a made-up estate is written in. None of them names a real body."""

from __future__ import annotations

from typing import Final

PLACES: Final = tuple(
    head + tail
    for tail in ("mouth", "ham", "ford", "by", "wick", "stead", "ley", "borough")
    for head in (
        "Heron", "Marl", "Alder", "Thorn", "Wyke", "Stan", "Brack", "Ox", "Hazel", "Ketter",
        "Rush", "Pen", "Skel", "Wither", "Dun", "Gorse", "Harrow", "Lang", "Mere", "Norton",
    )
)  # fmt: skip

MAKERS: Final = tuple(
    head + tail
    for tail in (
        "light", "mark", "field", "wave", "stone", "gate", "path", "bridge", "works", "line",
        "point", "well", "craft", "frame", "sight", "yard", "cross", "spring", "vale", "crest",
        "forge", "quay", "loft", "barn", "mill", "tide", "reach", "hurst", "view", "grove",
    )
    for head in (
        "Tide", "Ledger", "Quill", "Harbour", "Pin", "Lode", "Shear", "Way", "Rounds", "Hearth",
        "Fettle", "Kerb", "Plumb", "Bin", "Kelp", "Marlin", "Spin", "Pelican", "Cirrus", "Brook",
        "Cob", "Drift", "Ember", "Flint", "Gale", "Heath", "Ivy", "Jet", "Knot", "Larch",
        "Moss", "Nettle", "Osier", "Pike", "Quarry", "Reed", "Sedge", "Teal", "Umber", "Vetch",
        "Willow", "Yarrow", "Anchor", "Beacon", "Cairn", "Dapple", "Elder", "Fallow", "Garnet",
        "Hollow", "Iron", "Juniper", "Kestrel", "Linden", "Madder", "Nimbus", "Orchard",
        "Pebble", "Rook", "Sorrel",
    )
)  # fmt: skip

TOPICS: Final = (
    "Council tax", "Benefits", "Business rates", "Payroll", "General ledger", "Procurement",
    "Adult care", "Fostering", "School admissions", "Pupil records", "Early help", "Telecare",
    "Planning", "Building control", "Land charges", "Licensing", "Food safety", "Trading standards",
    "Housing register", "Tenancies", "Repairs", "Homelessness", "Waste rounds", "Street lighting",
    "Highways", "Parking permits", "Parking fines", "Road works", "Parks", "Burials", "Libraries",
    "Museums", "Leisure bookings", "Elections", "Registrars", "Committees", "Complaints",
    "Contact centre", "Web forms", "Payments", "Customer accounts", "Records", "Scanning",
    "Mapping", "Addresses", "Assets", "Energy", "Fleet", "Health and safety", "Recruitment",
    "Learning", "Expenses", "Legal cases", "Audit", "Insurance", "Grants", "Flood risk",
    "Emergency plans", "Youth justice", "Transport passes",
)  # fmt: skip

LEADERS: Final = (
    "Head of Revenues", "Head of Finance", "Director of Adult Social Care",
    "Director of Children's Services", "Head of Planning", "Head of Housing",
    "Head of Highways", "Head of Customer Services", "Head of Legal Services",
    "Head of Human Resources", "Libraries Manager", "Records Manager",
)  # fmt: skip

TECHNICIANS: Final = (
    "Database Manager", "Network Manager", "Infrastructure Manager", "Applications Manager",
    "Web and Integration Lead",
)  # fmt: skip

DIRECTORATES: Final = (
    "Finance", "People", "Place", "Communities", "Corporate", "Customer and Digital",
)  # fmt: skip

CAPABILITIES: Final = (
    "case-management", "payments", "booking", "reporting", "document-management", "mapping",
    "mobile-working", "web-forms", "identity", "messaging", "scheduling", "workflow",
    "customer-accounts", "finance", "data-matching", "asset-management",
)  # fmt: skip

REMARKS: Final = (
    "Bought with the service in the last contract and kept up by the supplier since.",
    "Taken over from the predecessor council; the interfaces were rebuilt when it moved.",
    "Used every day by the back office and at month end by finance.",
    "The team knows it well. What it lacks is written up in the service plan.",
    "Reviewed with the supplier twice a year, the last time without remarks.",
    "Moved to new servers during the last upgrade; the old ones were wiped and recycled.",
    "Its data go to the warehouse every night, and to the partner on the first of the month.",
    "Configured in house, with two people who can change it.",
)

COMMENTS: Final = (
    "see the service plan",
    "moved in spring",
    "the supplier has been told",
    "agreed with finance",
    "one of two",
    "asked the team again in October",
)
