"""Public keys as organisations list them: `ssh-ed25519 AAAA… comment`, one to a line.

Reading a line needs no cryptography. What is refused, and why:

* certificates: an organisation lists the key itself, and no authority beside it;
* DSA, and RSA below 2048 bits (NIST SP 800-131A);
* options before the key, as in `authorized_keys`: they would promise what nobody checks.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from estate.exceptions.wire import Malformed, Wire
from estate.frozen import frozen

__all__ = [
    "CURVES",
    "Ecdsa",
    "Ed25519",
    "Material",
    "NoKey",
    "PublicKey",
    "Rsa",
    "fingerprint",
    "key_in",
    "read_key",
]

CURVES: Final = ("nistp256", "nistp384", "nistp521")
"""The curves of RFC 5656."""

_SHORTEST_RSA: Final = 2048
_LONGEST_RSA: Final = 16384
_LONGEST_EXPONENT: Final = 64
_ED25519_LENGTH: Final = 32
_PRIVATE: Final = ("PRIVATE KEY", "PuTTY-User-Key-File", "b3BlbnNzaC1rZXktdjE")


@frozen
class Ed25519:
    """An Ed25519 key (RFC 8709); `application` is that of a hardware key, None without one."""

    point: bytes
    application: bytes | None = None


@frozen
class Ecdsa:
    """A key on a NIST curve (RFC 5656); `application` as above."""

    curve: str
    point: bytes
    application: bytes | None = None


@frozen
class Rsa:
    """An RSA key (RFC 4253), of 2048 to 16384 bits."""

    exponent: int
    modulus: int


Material: TypeAlias = Ed25519 | Ecdsa | Rsa


@frozen
class PublicKey:
    """A key: its type as SSH names it, what it consists of, its bytes, and whose it says it is."""

    type: str
    material: Material
    blob: bytes
    comment: str = ""

    @property
    def fingerprint(self) -> str:
        """The key's fingerprint, as ssh-keygen prints it: `SHA256:…`."""
        return fingerprint(self.blob)


@frozen
class NoKey:
    """A line that is no key that may sign, and why. The reason never repeats the line."""

    reason: str


def fingerprint(blob: bytes) -> str:
    """Return the fingerprint of the bytes of a key, as ssh-keygen prints it."""
    digest = base64.b64encode(hashlib.sha256(blob).digest()).decode("ascii")
    return "SHA256:" + digest.rstrip("=")


def read_key(line: str) -> PublicKey | NoKey:
    """Read a line as a role lists it. Never raises."""
    if any(mark in line for mark in _PRIVATE):
        return NoKey(
            "this is a private key: it is no secret any more; stop using it, make a new one, "
            "and list the line from the new key's .pub file"
        )
    if len(line.strip().splitlines()) > 1:
        return NoKey("it is more than one line; list each key by itself")
    kind, encoded, comment = (*line.split(maxsplit=2), "", "", "")[:3]
    try:
        _refuse_unknown(kind, line)
        key = key_in(_decoded(encoded))
    except Malformed as error:
        return NoKey(str(error))
    if key.type != kind:
        return NoKey(f"it says {kind} and holds a key of type {key.type}")
    return PublicKey(key.type, key.material, key.blob, comment.strip())


def key_in(blob: bytes) -> PublicKey:
    """Read the bytes of a key. Raises Malformed."""
    wire = Wire(blob)
    try:
        kind = wire.word()
    except Malformed as error:
        raise Malformed(f"the key is malformed: {error}") from None
    _refuse_other(kind)
    try:
        material = _MATERIALS[kind](wire)
        wire.end()
    except Malformed as error:
        raise Malformed(f"the key is malformed: {error}") from None
    if isinstance(material, Rsa):
        _refuse_weak(material)
    return PublicKey(kind, material, blob)


def _refuse_unknown(kind: str, line: str) -> None:
    """Refuse a line that does not begin with a type of key, and say what it looks like."""
    if kind in _MATERIALS:
        return
    if any(word in _MATERIALS for word in line.split()):
        raise Malformed("options stand before the key; list the key alone")
    if kind.startswith("AAAA"):
        raise Malformed("the type of the key is missing before it")
    if kind.startswith(("SHA256:", "MD5:")):
        raise Malformed("a fingerprint is no key; list the line from the key's .pub file")
    _refuse_other(kind)


def _refuse_other(kind: str) -> None:
    """Refuse the types of keys that may not sign."""
    if kind.endswith("-cert-v01@openssh.com"):
        raise Malformed("certificates are not accepted; list the key itself")
    if kind == "ssh-dss":
        raise Malformed("DSA keys are not accepted; they are too weak")
    if kind not in _MATERIALS:
        raise Malformed("it is not a public key of a known type (" + ", ".join(_MATERIALS) + ")")


def _refuse_weak(key: Rsa) -> None:
    bits = key.modulus.bit_length()
    if bits < _SHORTEST_RSA:
        raise Malformed(f"an RSA key of {bits} bits is too weak; it takes {_SHORTEST_RSA}")
    if bits > _LONGEST_RSA:
        raise Malformed(f"an RSA key of {bits} bits is longer than {_LONGEST_RSA}")
    odd = key.exponent % 2 and key.modulus % 2
    if not odd or key.exponent == 1 or key.exponent.bit_length() > _LONGEST_EXPONENT:
        raise Malformed("the key is malformed: its numbers are not those of an RSA key")


def _decoded(encoded: str) -> bytes:
    try:
        blob = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise Malformed("the key is malformed: it is not base64") from None
    if base64.b64encode(blob).decode("ascii") != encoded:
        raise Malformed("the key is malformed: its base64 is not in its usual form")
    return blob


def _ed25519(wire: Wire) -> Ed25519:
    point = wire.string()
    if len(point) != _ED25519_LENGTH:
        raise Malformed("its length is wrong")
    return Ed25519(point)


def _hardware_ed25519(wire: Wire) -> Ed25519:
    return Ed25519(_ed25519(wire).point, wire.string())


def _ecdsa(curve: str) -> Callable[[Wire], Ecdsa]:
    def read(wire: Wire) -> Ecdsa:
        if wire.word() != curve:
            raise Malformed("it names another curve than its type")
        return Ecdsa(curve, wire.string())

    return read


def _hardware_ecdsa(wire: Wire) -> Ecdsa:
    key = _ecdsa(CURVES[0])(wire)
    return Ecdsa(key.curve, key.point, wire.string())


def _rsa(wire: Wire) -> Rsa:
    return Rsa(wire.mpint(), wire.mpint())


_MATERIALS: Final[Mapping[str, Callable[[Wire], Material]]] = {
    "ssh-ed25519": _ed25519,
    **{f"ecdsa-sha2-{curve}": _ecdsa(curve) for curve in CURVES},
    "ssh-rsa": _rsa,
    "sk-ssh-ed25519@openssh.com": _hardware_ed25519,
    "sk-ecdsa-sha2-nistp256@openssh.com": _hardware_ecdsa,
}
