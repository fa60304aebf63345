"""The layouts of an inventory: YAML as Ansible has it, YAML in nested lists, and INI."""

from __future__ import annotations

import re
import shlex
from typing import Any, Final

from estate.exchange.ansible.hosts import Hosts, spread
from estate.exchange.inward.documents import yaml_mappings
from estate.exchange.inward.source import Source
from estate.exchange.table.encoding import decoded
from estate.exchange.table.unreadable import unreadable

__all__ = ["ENCRYPTED", "hosts_of"]

ENCRYPTED: Final = "(encrypted by Ansible Vault)"
_TAGS: Final = {"!vault": ENCRYPTED, "!vault-encrypted": ENCRYPTED, "!unsafe": None}
_SECTION: Final = re.compile(r"\[([^\]:]+)(?::(hosts|children|vars))?\]")


def hosts_of(source: Source) -> tuple[Hosts, str]:
    """Return the hosts of a file, and how it was read. Raises ExchangeError."""
    if source.name.lower().endswith((".yml", ".yaml", ".json")):
        return _of_yaml(source)
    return _of_ini(source), "Ansible inventory, INI"


def _of_yaml(source: Source) -> tuple[Hosts, str]:
    hosts = Hosts(source.name)
    remark = "Ansible inventory, YAML"
    for document in yaml_mappings(source, tags=_TAGS):
        if isinstance(document.get("hosts"), list):
            _nested(hosts, document["hosts"], ())
            remark = "hosts in nested lists, YAML"
            continue
        for name, group in document.items():
            _group(hosts, name, group, source)
    return hosts, remark


def _group(hosts: Hosts, name: str, group: Any, source: Source) -> None:  # noqa: ANN401 - any YAML
    if group is None:
        return
    if not isinstance(group, dict):
        expected = "hosts, children and vars"
        raise unreadable(source.name, f"the group {name!r} is no mapping", expected=expected)
    members = group.get("hosts") or {}
    if isinstance(members, list):
        members = dict.fromkeys(str(pattern) for pattern in members)
    for pattern, values in members.items() if isinstance(members, dict) else ():
        for host in spread(pattern):
            own = values if isinstance(values, dict) else {}
            hosts.host(host, name).values.update(own)
    _variables(hosts, group.get("vars"))
    children = group.get("children") or {}
    for child, inner in children.items() if isinstance(children, dict) else ():
        hosts.parents.setdefault(child, []).append(name)
        _group(hosts, child, inner, source)


def _variables(hosts: Hosts, values: Any) -> None:  # noqa: ANN401 - any YAML
    for name in values if isinstance(values, dict) else ():
        hosts.variables[name] = hosts.variables.get(name, 0) + 1


def _nested(hosts: Hosts, value: Any, path: tuple[str, ...]) -> None:  # noqa: ANN401 - any YAML
    """Take hosts out of lists of groups: a mapping of mappings below a group is of hosts."""
    if isinstance(value, list):
        for member in value:
            _nested(hosts, member, path)
        return
    for name, inner in value.items() if isinstance(value, dict) else ():
        if isinstance(inner, list) or _holds_hosts(inner):
            _nested(hosts, inner, (*path, name))
        else:
            host = hosts.host(name, "", path)
            host.values.update(inner if isinstance(inner, dict) else {})
            host.groups = list(path)


def _holds_hosts(value: Any) -> bool:  # noqa: ANN401 - any YAML
    return (
        isinstance(value, dict)
        and bool(value)
        and all(inner is None or isinstance(inner, dict | list) for inner in value.values())
    )


def _of_ini(source: Source) -> Hosts:
    hosts, group, kind = Hosts(source.name), "", "hosts"
    text, _ = decoded(source.data, source.name)
    for number, line in enumerate(text.splitlines(), 1):
        plain = line.strip()
        if not plain or plain.startswith(("#", ";")):
            continue
        if plain.startswith("["):
            section = _SECTION.fullmatch(plain)
            if section is None:
                expected = "[group], [group:children] or [group:vars]"
                raise unreadable(source.name, "no section", line=number, expected=expected)
            group, kind = section[1], section[2] or "hosts"
        elif kind == "children":
            hosts.parents.setdefault(plain, []).append(group)
        elif kind == "vars":
            _variables(hosts, {plain.partition("=")[0].strip(): ""})
        else:
            _line(hosts, group, plain, number)
    return hosts


def _line(hosts: Hosts, group: str, line: str, number: int) -> None:
    try:
        pattern, *assigned = shlex.split(line, comments=True)
    except ValueError as error:
        raise unreadable(hosts.file, f"no line of an inventory: {error}", line=number) from error
    values = dict(each.split("=", 1) for each in assigned if "=" in each)
    for host in spread(pattern):
        hosts.host(host, group).values.update(values)
