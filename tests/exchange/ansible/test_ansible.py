from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from estate.errors import ExchangeError
from estate.exchange import Imported
from estate.exchange.ansible.hosts import spread
from estate.exchange.ansible.read import read
from estate.exchange.inward import Source

YAML = """\
all:
  vars: {ansible_user: admin}
  children:
    web:
      hosts:
        web[01:02]: {description: Front}
        db1:
    databases:
      children: {sql: }
      hosts: {db1: {ansible_host: 10.0.0.1}}
    sql:
      hosts: [db1, db2]
"""
INI = """\
; remark
bare
[web]
web[1:3:2] description="The front" ansible_host=10.0.0.1 # why
[sql]
db-[a:b]
[all:vars]
ansible_user = admin
[data:children]
sql
"""


def _read(text: str, name: str = "inventory.yml") -> Imported:
    return read([Source(name, text.encode())], "ansible")


def _servers(imported: Imported) -> Mapping[str, Mapping[str, Any]]:
    return imported.sections["servers"]


def test_groups_of_yaml_become_tags() -> None:
    imported = _read(YAML)
    tags = {key: record.get("tags") for key, record in _servers(imported).items()}
    assert tags == {
        "web01": ["web"],
        "web02": ["web"],
        "db1": ["web", "databases", "sql"],
        "db2": ["sql", "databases"],
    }
    assert _servers(imported)["web01"]["description"] == "Front"
    assert {(loss.kind, loss.column, loss.value) for loss in imported.losses} == {
        ("row", "", "ansible_user"),
        ("column", "ansible_host", "once"),
    }


def test_an_ini_file_says_the_same() -> None:
    imported = _read(INI, "hosts")
    tags = {key: record.get("tags") for key, record in _servers(imported).items()}
    assert tags == {
        "bare": None,
        "web1": ["web"],
        "web3": ["web"],
        "db-a": ["sql", "data"],
        "db-b": ["sql", "data"],
    }
    assert _servers(imported)["web3"]["description"] == "The front"


def test_nested_lists_tell_hosts_of_one_name_apart() -> None:
    text = "hosts:\n- build:\n  - here: {a-1: {ip: x}, b: }\n- test:\n  - there: {a-1: {}, c: {}}\n"
    imported = _read(text)
    assert {k: (r["name"], r["tags"]) for k, r in _servers(imported).items()} == {
        "b": ("build-here-b", ["build", "here"]),
        "c": ("test-there-c", ["test", "there"]),
        "here-a-1": ("build-here-a-1", ["build", "here"]),
        "there-a-1": ("test-there-a-1", ["test", "there"]),
    }


def test_facts_say_the_system() -> None:
    facts = (
        "{ansible_distribution: RedHat, ansible_distribution_version: '8.6', "
        "ansible_processor_vcpus: 4}"
    )
    imported = _read(f"all: {{hosts: {{a: {facts}, b: {{ansible_distribution: Ubuntu}}}}}}")
    assert _servers(imported)["a"]["software"] == [{"product": "rhel", "version": "8.6"}]
    assert _servers(imported)["a"]["cores"] == "4"
    assert _servers(imported)["b"]["software"] == ["ubuntu"]


def test_secrets_stay_secret_and_templates_stay_text() -> None:
    text = """
all:
  hosts:
    a:
      password: !vault |
        $ANSIBLE_VAULT;1.1;AES256
        6665
      description: "{{ lookup('pipe', 'rm -rf /') }}"
      owner: !unsafe "{{ not a template }}"
      motto: !unsafe plain
"""
    imported = _read(text)
    assert _servers(imported)["a"] == {"name": "a", "source": "inventory.yml host 1"}
    said = {(loss.column, loss.reason, loss.value) for loss in imported.losses}
    assert ("password", "it is encrypted, and stays so", "") in said
    assert {column for column, reason, _ in said if "no template is run" in reason} == {
        "description",
        "owner",
    }
    assert "6665" not in str(imported.losses)


def test_a_host_in_two_files_is_one() -> None:
    one = Source("a.yml", b"web: {hosts: {a: {description: One}, b: }}")
    other = Source("b.yml", b"sql: {hosts: {a: {description: Two}, b: {description: B}}}")
    imported = read([one, other], "ansible")
    assert _servers(imported)["a"]["tags"] == ["web", "sql"]
    assert _servers(imported)["b"]["description"] == "B"
    assert [loss.value for loss in imported.losses] == ["Two"]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("a", ["a"]),
        ("a[1:3]b", ["a1b", "a2b", "a3b"]),
        ("[08:10]", ["08", "09", "10"]),
        ("[a:c:2]-[1:2]", ["a-1", "a-2", "c-1", "c-2"]),
        ("[a:1]", []),
        ("[1:2:0]", ["1", "2"]),
    ],
)
def test_patterns(pattern: str, names: list[str]) -> None:
    assert list(spread(pattern)) == names


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("h", "[web\na", "h:1:1: no section"),
        ("h", 'a "b', "h:1:1: no line of an inventory"),
        ("h", "a[1:999999999]", "too many hosts"),
        ("h.yml", "web: [a]", "the group 'web' is no mapping"),
        ("h.yml", "web: {hosts: {a: !!python/object:os.system {}}}", "h.yml:1:18: the tag"),
    ],
)
def test_what_is_no_inventory_is_refused(name: str, text: str, said: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        _read(text, name)
    assert said in str(caught.value.problems[0])
