"""Package URLs and CPE names: what they name, and the version they give."""

from __future__ import annotations

import re

from estate.frozen import frozen

__all__ = ["DISTRIBUTED", "PackageUrl", "canonical", "cpe", "package_url"]

DISTRIBUTED = frozenset({"alpm", "apk", "deb", "rpm"})
"""Package types that a distribution builds, and keeps alive with fixes carried back."""

_PURL = r"(?s)pkg:/*(?P<type>[^/@?#]+)/(?P<path>[^?#]*)(?:\?(?P<rest>[^#]*))?(?:#.*)?"
_UNSAID = frozenset({"", "*", "-"})


@frozen
class PackageUrl:
    """A package URL's parts, decoded and in lower case but for the version."""

    type: str
    namespace: str
    name: str
    version: str | None
    qualifiers: dict[str, str]

    @property
    def key(self) -> str:
        """Return what names the package whatever its version: `pkg:type/namespace/name`."""
        path = "/".join(part for part in (self.namespace, self.name) if part)
        return f"pkg:{self.type}/{path}"


def package_url(text: str) -> PackageUrl | None:
    """Read a package URL; None where the text is none. (ECMA-427)."""
    found = re.fullmatch(_PURL, text)
    if not found:
        return None
    path, version = found["path"].strip("/"), ""
    if path.rfind("@") > max(path.rfind("/"), 0):
        path, _, version = path.rpartition("@")
    namespace, _, name = _decoded(path).casefold().rpartition("/")
    pairs = (pair.partition("=") for pair in (found["rest"] or "").split("&"))
    qualifiers = {key.casefold(): _decoded(value) for key, _, value in pairs if key and value}
    kind = found["type"].casefold()
    return PackageUrl(kind, namespace, name, _decoded(version) or None, qualifiers)


def cpe(text: str) -> tuple[str, str | None] | None:
    """Read a CPE name, 2.2 or 2.3: its key `cpe:part:vendor:product`, and its version if given.

    The version carries the update with it (`2014` and `sp3`). None where the text is none.
    (NIST IR 7695).
    """
    lowered = text.casefold()
    if lowered.startswith("cpe:2.3:"):
        fields = re.split(r"(?<!\\):", lowered[8:])
    elif lowered.startswith("cpe:/"):
        fields = _decoded(lowered[5:]).split(":")
    else:
        return None
    fields = [field.replace("\\", "") for field in fields]
    said = [field for field in fields[3:5] if field not in _UNSAID]
    return "cpe:" + ":".join(fields[:3]), " ".join(said) or None


def canonical(identifier: str) -> str:
    """Return the key under which an identifier is found, or "" where it names no product.

    A distribution's package names none: its dates are the distribution's, not the maker's.
    """
    if named := cpe(identifier):
        return named[0]
    url = package_url(identifier)
    if url is None:
        return identifier.casefold() if identifier.startswith("repology:") else ""
    if url.type in DISTRIBUTED or not url.name:
        return ""
    where = url.qualifiers.get("repository_url", "")
    return url.key + (f"?repository_url={where.casefold()}" if where else "")


def _decoded(text: str) -> str:
    if "%" not in text:
        return text
    from urllib.parse import unquote  # noqa: PLC0415 - costs a cold start what few texts need

    return unquote(text)
