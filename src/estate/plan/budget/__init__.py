"""The architecture budget per organisation and financial year; amounts are whole hundredths.

What is unknown is counted as unknown, and never as nothing.
"""

from __future__ import annotations

from estate.plan.budget.budget import Budget, Row, budget_of
from estate.plan.budget.checks import Envelope, PlanDifference, Reconciliation
from estate.plan.budget.dues import Due, Part, Renewals
from estate.plan.budget.lines import CATEGORIES, Category, Line, Payers, Standing
from estate.plan.budget.sums import Sum, apportioned, hundredths, total

__all__ = [
    "CATEGORIES",
    "Budget",
    "Category",
    "Due",
    "Envelope",
    "Line",
    "Part",
    "Payers",
    "PlanDifference",
    "Reconciliation",
    "Renewals",
    "Row",
    "Standing",
    "Sum",
    "apportioned",
    "budget_of",
    "hundredths",
    "total",
]
