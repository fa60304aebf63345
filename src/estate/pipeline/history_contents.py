"""What of a commit an estate is read from, told from every other by a digest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from estate.config import FILE, Config, parse_config
from estate.errors import ConfigError
from estate.pipeline.git import Commit, Item, Repository
from estate.pipeline.revisions import read_from

__all__ = ["contents_of"]


def contents_of(repository: Repository, commits: Iterable[Commit]) -> Mapping[str, str]:
    """Return the digest of what each commit's estate is read from, by the commit's hash.

    It covers names, kinds and the hashes that git has of contents; "" stands for no estate.
    Raises UsageError.
    """
    trees = {commit.key: list(repository.tree(commit)) for commit in commits}
    settings = {item.key: item for items in trees.values() for item in items if _is_settings(item)}
    texts = repository.contents(settings.values())
    configs = {key: _config(text) for key, text in zip(settings, texts, strict=True)}
    return {key: _digest(items, configs) for key, items in trees.items()}


def _is_settings(item: Item) -> bool:
    return item.name == FILE and item.kind == "file"


def _config(text: bytes | None) -> Config | None:
    """Return what an estate.yaml says; reading the estate tells what is wrong with it."""
    try:
        return None if text is None else parse_config(text)
    except ConfigError:
        return None


def _digest(items: list[Item], configs: Mapping[str, Config | None]) -> str:
    if not any(item.name == FILE for item in items):
        return ""
    config = next((configs[item.key] for item in items if _is_settings(item)), None)
    whole = sha256()
    for item in read_from(items, config):
        whole.update(f"{item.kind} {item.key} {item.name}\0".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()
