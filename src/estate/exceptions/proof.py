"""Whether a signature by a key holds for bytes: the one module that calls on cryptography.

Sources: RFC 8709 (Ed25519), RFC 5656 (ECDSA), RFC 8332 (RSA with SHA-2; SHA-1 is refused), and
OpenSSH's PROTOCOL.u2f for hardware keys.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512

from estate.exceptions.keys import CURVES, Ecdsa, Ed25519, PublicKey, Rsa
from estate.exceptions.wire import Malformed, Wire

__all__ = ["proves"]

_CURVES: Final = dict(zip(CURVES, (ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1()), strict=True))
_DIGESTS: Final = dict(zip(CURVES, (SHA256(), SHA384(), SHA512()), strict=True))
_RSA_DIGESTS: Final = {"rsa-sha2-256": SHA256(), "rsa-sha2-512": SHA512()}
_FLAGS_AND_COUNTER: Final = 5
"""In bytes."""
_PRESENT: Final = 0x01
"""The flag of a hardware key that somebody touched it."""
_UNCOMPRESSED: Final = b"\x04"


def proves(key: PublicKey, signature: bytes, signed: bytes) -> bool:
    """Return whether a signature, as SSH writes one, was made with a key over these bytes.

    Raises Malformed for one that cannot be this key's, or that nobody was present for.
    """
    wire = Wire(signature)
    algorithm, raw = wire.word(), wire.string()
    message = _message(wire, key, signed)
    wire.end()
    if algorithm not in _algorithms(key):
        raise Malformed(f"it was made by {algorithm}, which is not accepted of a key {key.type}")
    try:
        _check(key, algorithm, raw, message)
    except InvalidSignature:
        return False
    except (ValueError, UnsupportedAlgorithm):
        raise Malformed("its key is none that can be computed with") from None
    return True


def _algorithms(key: PublicKey) -> Collection[str]:
    return _RSA_DIGESTS if isinstance(key.material, Rsa) else (key.type,)


def _message(wire: Wire, key: PublicKey, signed: bytes) -> bytes:
    """Return what the key itself signed: of a hardware key, digests with its flags and counter."""
    material = key.material
    if isinstance(material, Rsa) or material.application is None:
        return signed
    said = wire.take(_FLAGS_AND_COUNTER)
    if not said[0] & _PRESENT:
        raise Malformed("nobody touched the hardware key")
    application, digest = hashlib.sha256(material.application), hashlib.sha256(signed)
    return application.digest() + said + digest.digest()


def _check(key: PublicKey, algorithm: str, raw: bytes, message: bytes) -> None:
    match key.material:
        case Ed25519(point=point):
            ed25519.Ed25519PublicKey.from_public_bytes(point).verify(raw, message)
        case Ecdsa(curve=curve, point=point):
            signature = _pair(raw)
            if point[:1] != _UNCOMPRESSED:
                raise Malformed("its key is not written in full")
            public = ec.EllipticCurvePublicKey.from_encoded_point(_CURVES[curve], point)
            public.verify(signature, message, ec.ECDSA(_DIGESTS[curve]))
        case Rsa(exponent=exponent, modulus=modulus):
            numbers = rsa.RSAPublicNumbers(exponent, modulus)
            numbers.public_key().verify(raw, message, padding.PKCS1v15(), _RSA_DIGESTS[algorithm])


def _pair(raw: bytes) -> bytes:
    """Turn the two numbers of an ECDSA signature from SSH's form into that of X.509."""
    wire = Wire(raw)
    r, s = wire.mpint(), wire.mpint()
    wire.end()
    return utils.encode_dss_signature(r, s)
