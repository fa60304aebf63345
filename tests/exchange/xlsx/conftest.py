"""Workbooks need the extras that read and write them; without these the suite runs all the same."""

from __future__ import annotations

from importlib.util import find_spec

MISSING = [name for name in ("openpyxl", "xlsxwriter") if find_spec(name) is None]
collect_ignore = ["test_round_trip.py"] if MISSING else []
