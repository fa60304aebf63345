"""What a release is called besides its id: names for versions, from labels and code names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from estate.frozen import frozen
from estate.lifecycle.wording import components, plain

__all__ = ["Called", "names_of"]

_PACK = re.compile(r"(?:sp|u)\d+[a-z]?")
_Key = tuple[str, ...]


@frozen
class Called:
    """A release's id, with its label and code name as the source gives them."""

    cycle: str
    label: str = ""
    codename: str = ""


def names_of(
    releases: Iterable[Called], title: str, *, first_words: bool = False
) -> dict[_Key, tuple[str, ...]]:
    """Return the releases' other names, by components, with every cycle that each may mean.

    `first_words` also takes a code name's first word, as Linux distributions are called (`jammy`).
    What is some cycle's own id is no other name. A bare name beside ones with service packs or
    updates (`2016` beside `2016 SP3`) may mean any of them: people leave these unsaid.
    """
    releases = list(releases)
    ids = {components(release.cycle) for release in releases}
    found: dict[_Key, list[str]] = {}
    for release in releases:
        for key in _names(release, title, first_words=first_words):
            if key and key not in ids and release.cycle not in found.setdefault(key, []):
                found[key].append(release.cycle)
    return {key: tuple(dict.fromkeys(_with_packs(key, found))) for key in sorted(found)}


def _with_packs(key: _Key, found: dict[_Key, list[str]]) -> Iterable[str]:
    yield from found[key]
    for other, cycles in found.items():
        if other[:-1] == key and _PACK.fullmatch(other[-1]):
            yield from cycles


def _names(release: Called, title: str, *, first_words: bool) -> set[_Key]:
    codename = plain(release.codename)
    names = {components(codename)}
    if first_words:
        names.add(components(codename)[:1])
    if "{" not in release.label:
        names.add(components(_without_title(_shown(release), title)))
    return names


def _shown(release: Called) -> str:
    """Return the label as it is shown, without mark-up and code name."""
    label = release.label.replace("__RELEASE_CYCLE__", release.cycle)
    label = re.sub(r"<[^>]*>|__CODENAME__", "", label)
    if release.codename:
        label = label.replace(release.codename, "")
    return label.strip()


def _without_title(label: str, title: str) -> str:
    for name in (title, title.partition(" ")[2]):
        if name and label.casefold().startswith(name.casefold() + " "):
            return label[len(name) :]
    return label
