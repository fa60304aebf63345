"""Exports of ServiceNow's CMDB: configuration items, and how they relate, as CSV."""
