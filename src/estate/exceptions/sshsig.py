"""Signatures as `ssh-keygen -Y sign` writes them (OpenSSH's PROTOCOL.sshsig), read strictly.

Whatever is not in the form that ssh-keygen writes is refused, lines of another length apart.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable
from typing import Final

from estate.exceptions.canonical import NAMESPACE
from estate.exceptions.keys import NoKey, PublicKey, key_in, read_key
from estate.exceptions.proof import proves
from estate.exceptions.wire import Malformed, Wire
from estate.frozen import frozen

__all__ = ["Verdict", "signer", "verify"]

_BEGIN: Final = "-----BEGIN SSH SIGNATURE-----"
_END: Final = "-----END SSH SIGNATURE-----"
_MAGIC: Final = b"SSHSIG"
_VERSION: Final = 1
_HASHES: Final = ("sha256", "sha512")
_LONGEST: Final = 16_384
"""In characters: twice what the longest RSA key needs."""


@frozen
class Verdict:
    """Whether a signature holds, and the fingerprint of the key that it names, if it names one.

    Where it does not hold, `reason` says why, in words.
    """

    holds: bool
    key: str = ""
    reason: str = ""


@frozen
class _Signature:
    """What an armoured signature holds: `key` are the bytes of the key that it names."""

    key: bytes
    namespace: str
    digest: str
    proof: bytes


def verify(armoured: str, message: bytes, lines: Iterable[str]) -> Verdict:
    """Return whether a signature over a message was made with one of the listed keys.

    `lines` are as roles list them. Never raises: what is malformed is refused, with a reason.
    """
    read = _opened(armoured)
    if isinstance(read, NoKey):
        return Verdict(holds=False, reason=read.reason)
    signature, named = read
    reason = _objection(signature, named, message, tuple(lines))
    return Verdict(holds=not reason, key=named.fingerprint, reason=reason)


def signer(armoured: str) -> PublicKey | NoKey:
    """Return the key that a signature names, which proves nothing yet, or why it has none."""
    read = _opened(armoured)
    return read if isinstance(read, NoKey) else read[1]


def _opened(armoured: str) -> tuple[_Signature, PublicKey] | NoKey:
    try:
        signature = _read(_dearmoured(armoured))
    except Malformed as error:
        return NoKey(f"the signature is malformed: {error}")
    try:
        return signature, key_in(signature.key)
    except Malformed as error:
        return NoKey(f"the key in the signature cannot sign: {error}")


def _objection(
    signature: _Signature, named: PublicKey, message: bytes, lines: tuple[str, ...]
) -> str:
    """Return why a signature that can be read does not hold, or ""."""
    if signature.namespace != NAMESPACE:
        return f"it was made for {signature.namespace!r}, not for {NAMESPACE!r}"
    keys = [read_key(line) for line in lines]
    if all(isinstance(key, NoKey) or key.blob != named.blob for key in keys):
        return f"the key {named.fingerprint} is not listed" + _unread(keys)
    try:
        holds = proves(named, signature.proof, _signed(signature, message))
    except Malformed as error:
        return f"the signature cannot be accepted: {error}"
    return "" if holds else "it does not fit this record"


def _unread(keys: list[PublicKey | NoKey]) -> str:
    reasons = dict.fromkeys(key.reason for key in keys if isinstance(key, NoKey))
    return "".join(f"; a line that is listed is no key: {reason}" for reason in reasons)


def _dearmoured(armoured: str) -> bytes:
    """Return the bytes between the two lines of the armour. Raises Malformed."""
    if len(armoured) > _LONGEST:
        raise Malformed("it is too long")
    first, *lines = armoured.rstrip("\n").split("\n")
    if first != _BEGIN:
        raise Malformed(f"it does not begin with the line {_BEGIN}")
    if not lines or lines.pop() != _END:
        raise Malformed(f"it does not end with the line {_END}")
    if not all(lines):
        raise Malformed("there is an empty line in it")
    encoded = "".join(lines)
    try:
        data = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise Malformed("what stands between its lines is not base64") from None
    if base64.b64encode(data).decode("ascii") != encoded:
        raise Malformed("its base64 is not in its usual form")
    return data


def _read(data: bytes) -> _Signature:
    """Read a signature. Raises Malformed."""
    wire = Wire(data)
    if wire.take(len(_MAGIC)) != _MAGIC:
        raise Malformed("it is no SSH signature")
    if (version := wire.uint32()) != _VERSION:
        raise Malformed(f"its version is {version}, not {_VERSION}")
    key, namespace = wire.string(), wire.word()
    if wire.string():
        raise Malformed("what is reserved in it is not empty")
    digest = wire.word()
    if digest not in _HASHES:
        raise Malformed("its digest is neither " + " nor ".join(_HASHES))
    signature = _Signature(key, namespace, digest, wire.string())
    wire.end()
    return signature


def _signed(signature: _Signature, message: bytes) -> bytes:
    """Return the bytes that the key signed: the digest of the message, and what it is for."""
    digest = hashlib.new(signature.digest, message).digest()
    parts = (NAMESPACE.encode(), b"", signature.digest.encode(), digest)
    return _MAGIC + b"".join(len(part).to_bytes(4, "big") + part for part in parts)
