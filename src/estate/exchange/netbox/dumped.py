"""Objects as `manage.py dumpdata` writes them, turned into what the API gives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

__all__ = ["Dump", "is_dumped"]

_ENDPOINTS: Final = {
    "circuits.circuit": "circuits/circuits",
    "circuits.circuittype": "circuits/circuit-types",
    "circuits.provider": "circuits/providers",
    "dcim.device": "dcim/devices",
    "dcim.devicerole": "dcim/device-roles",
    "dcim.devicetype": "dcim/device-types",
    "dcim.manufacturer": "dcim/manufacturers",
    "dcim.platform": "dcim/platforms",
    "dcim.site": "dcim/sites",
    "tenancy.tenant": "tenancy/tenants",
    "virtualization.cluster": "virtualization/clusters",
    "virtualization.clustertype": "virtualization/cluster-types",
    "virtualization.virtualmachine": "virtualization/virtual-machines",
}
_REFERENCES: Final = {
    "cluster": "virtualization.cluster",
    "device": "dcim.device",
    "device_role": "dcim.devicerole",
    "device_type": "dcim.devicetype",
    "manufacturer": "dcim.manufacturer",
    "platform": "dcim.platform",
    "provider": "circuits.provider",
    "role": "dcim.devicerole",
    "site": "dcim.site",
    "tenant": "tenancy.tenant",
    "termination_a": "circuits.circuittermination",
    "termination_z": "circuits.circuittermination",
}
"""Fields that hold the number of another object. What `type` names hangs on the object."""
_NAMED: Final = ("name", "model", "slug", "manufacturer", "site", "_site")
"""What one object says of another that it names."""


def is_dumped(value: dict[str, Any]) -> bool:
    """Whether an object comes from a dump."""
    return isinstance(value.get("fields"), dict) and isinstance(value.get("model"), str)


class Dump:
    """All objects of a dump, by what they are and their numbers."""

    def __init__(self, values: Iterable[dict[str, Any]]) -> None:
        """Index the objects."""
        self._fields = {(_model(value), str(value.get("pk"))): value["fields"] for value in values}

    def as_given(self, value: dict[str, Any]) -> dict[str, Any]:
        """Return an object as the API gives it: with an address, and what it names by name.

        Of an object that is nothing to an inventory only the address is left: a dump holds users
        and their passwords as well.
        """
        model, number = _model(value), str(value.get("pk"))
        address = {"url": _address(model, number)}
        return {**address, **self._told(model, value["fields"])} if model in _ENDPOINTS else address

    def _told(self, model: str, fields: dict[str, Any]) -> dict[str, Any]:
        told = {name: self._named(_meant(model, name), value) for name, value in fields.items()}
        site = told.pop("_site", None)  # of newer ones, where a scope or an end of a circuit is
        if site is not None and told.get("site") is None:
            told["site"] = site
            scope = ("scope_type", "scope_id", "termination_type", "termination_id")
            told = {name: value for name, value in told.items() if name not in scope}
        return {name: value for name, value in told.items() if not name.startswith("_")}

    def _named(self, model: str, value: Any) -> Any:  # noqa: ANN401 - whatever a field may hold
        found = self._fields.get((model, value)) if isinstance(value, str) else None
        if found is None:
            return value  # a number that names nothing here stays one, and is lost as that
        said = {name: found[name] for name in _NAMED if name in found}
        return {"url": _address(model, str(value)), **self._told(model, said)}


def _model(value: dict[str, Any]) -> str:
    return str(value["model"]).lower()


def _meant(model: str, name: str) -> str:
    if name == "type":
        return f"{model}type"
    return _REFERENCES.get("site" if name == "_site" else name, "")


def _address(model: str, number: str) -> str:
    return f"/api/{_ENDPOINTS.get(model, model.replace('.', '/'))}/{number}/"
