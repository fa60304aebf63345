"""What was measured on what: the versions of everything that takes part."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Final

_PACKAGES: Final = ("PyYAML", "pydantic", "pydantic-core", "click", "networkx", "jinja2")


def versions() -> dict[str, str]:
    """Return the versions of the program, of Python, of libraries and of the machine."""
    from estate import __version__  # noqa: PLC0415 - after the caller has said where it is

    found = {"estate": __version__, "Python": platform.python_version()}
    found |= {name: version(name) for name in _PACKAGES}
    return found | {"libyaml": _libyaml(), "system": platform.platform(), "processor": _processor()}


def _libyaml() -> str:
    try:
        from yaml._yaml import get_version_string  # noqa: PLC0415 - it may be missing
    except ImportError:
        return "missing"
    return str(get_version_string())


def _processor() -> str:
    """Return the name of the processor, and how many of them this process may use."""
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{os.cpu_count()} x {names[0] if names else platform.processor() or platform.machine()}"
