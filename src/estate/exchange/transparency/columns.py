"""The columns of a contracts register, and what councils call them.

The Code (part 2, procurement information) says what is to be published, not under which headings.
"""

from __future__ import annotations

from typing import Final

__all__ = ["COLUMNS", "SPELT"]

COLUMNS: Final = {
    "organisation": "Organisation",
    "reference": "Reference number",
    "title": "Title of agreement",
    "department": "Local authority department responsible",
    "description": "Description of the goods or services",
    "supplier": "Supplier name",
    "annual": "Estimated annual sum",
    "total": "Sum over the length of the contract",
    "vat": "VAT that cannot be recovered",
    "starts": "Start date",
    "ends": "End date",
    "review": "Review date",
    "process": "Invitation to quote or tender",
    "sme": "Small or medium enterprise",
}
"""Our names for the columns, and the headings that we write, in the order of the Code."""

SPELT: Final = {
    "organisation": ("organisation", "organisationname", "council", "authority", "publisher"),
    "reference": (
        *("referencenumber", "reference", "contractreference", "contractref", "contractid"),
        *("refno", "contractnumber", "uniquereference"),
    ),
    "title": (
        *("titleofagreement", "title", "contracttitle", "agreementtitle", "contractname"),
        "name",
    ),
    "department": (
        *("localauthoritydepartmentresponsible", "department", "departmentresponsible"),
        *("directorate", "servicearea", "service"),
    ),
    "description": (
        *("descriptionofthegoodsorservices", "description", "contractdescription"),
        *("descriptionofthegoodsandorservices", "descriptionofgoodsandorservices", "purpose"),
    ),
    "supplier": (
        *("suppliername", "supplier", "suppliernameanddetails", "vendor", "contractor"),
        "supplierdetails",
    ),
    "annual": (
        *("estimatedannualsum", "annualvalue", "annualcontractvalue", "estimatedannualvalue"),
        *("estimatedannualspend", "annualspend"),
    ),
    "total": (
        *("sumoverthelengthofthecontract", "contractvalue", "totalcontractvalue", "value"),
        *("totalvalue", "sum", "sumtobepaid", "amount"),
    ),
    "vat": ("vatthatcannotberecovered", "vatnotrecovered", "irrecoverablevat"),
    "starts": ("startdate", "start", "contractstartdate", "contractstart", "commencementdate"),
    "ends": ("enddate", "end", "contractenddate", "contractend", "expirydate"),
    "review": ("reviewdate", "review", "contractreviewdate"),
    "process": (
        *("invitationtoquoteortender", "process", "procurementprocess", "tenderprocess"),
        *("processtype", "procurementroute"),
    ),
    "sme": (
        *("smallormediumenterprise", "sme", "smeorvcse", "issme", "smallbusiness"),
        "suppliersizesme",
    ),
}
"""What each column is called in registers, letters and digits alone."""
