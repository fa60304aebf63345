"""The exit codes of the program: the contract with scripts and CI."""

from __future__ import annotations

from typing import Final

__all__ = ["FAULT", "FOUND", "INTERRUPTED", "WRONG_INPUT"]

FOUND: Final = 1
"""Findings at or above the threshold, or examples of rules that do not hold."""
WRONG_INPUT: Final = 2
"""The user's input, configuration or options are wrong, or something cannot be written."""
FAULT: Final = 3
"""A mistake in the program."""
INTERRUPTED: Final = 130
"""Stopped from the keyboard: what a shell gives a program that SIGINT ends."""
