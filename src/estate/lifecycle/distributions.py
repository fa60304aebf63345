"""Which release of which distribution a package belongs to, as its package URL says.

Said by `distro=` (`debian-12`, `bookworm`), or by the mark that a distribution puts into the
package's version (`+deb12u2`, `.el8`) where the namespace names the distribution. The namespace
alone names the distribution and leaves its release unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from estate.lifecycle.identifiers import PackageUrl

__all__ = ["distribution_of"]

_MARKS = r"[+~]deb(\d+)u\d|\.el(\d+)|\.fc(\d+)|\.amzn(\d+)"


def distribution_of(url: PackageUrl, known: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the distribution's product and its release ("" where that is unknown).

    `known` maps the names of distributions to products. None where no distribution is named.
    """
    own = known.get(url.namespace, "")
    if said := url.qualifiers.get("distro", "").casefold():
        return _said(said, own, known)
    if not own:
        return None
    mark = re.search(_MARKS, url.version or "")
    return own, next((part for part in mark.groups() if part), "") if mark else ""


def _said(distro: str, own: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """Read `debian-12`, `opensuse-leap-15.6`, `el8`, or the bare release of the namespace's own."""
    for end in (*(found.start() for found in re.finditer("[-_: ]", distro)), len(distro))[::-1]:
        if product := known.get(distro[:end]):
            return product, distro[end + 1 :]
    release = re.fullmatch(r"(?:el|fc|amzn)(\d+)", distro)
    return (own, release[1] if release else distro) if own else None
