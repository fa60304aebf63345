"""Run the program as `python -m estate`."""

from __future__ import annotations

from estate.cli import main

if __name__ == "__main__":
    main()
