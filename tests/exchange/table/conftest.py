"""Workbooks need the extra that reads them; without it the suite runs all the same."""

from __future__ import annotations

from importlib.util import find_spec

WITH_WORKBOOKS = ["test_xlsx_file.py", "test_messy_sheets.py", "guess/test_guess.py"]
collect_ignore = [] if find_spec("openpyxl") else WITH_WORKBOOKS
