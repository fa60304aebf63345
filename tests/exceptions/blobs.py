"""SSH's binary form, written by hand: keys and signatures that ssh-keygen would not make."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

BEGIN, END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
APPLICATION = b"ssh:"
TOUCHED = 0x01


def string(data: bytes) -> bytes:
    """Write bytes after their length."""
    return len(data).to_bytes(4, "big") + data


def mpint(number: int) -> bytes:
    """Write a positive number."""
    return string(number.to_bytes(number.bit_length() // 8 + 1, "big"))


def armoured(data: bytes) -> str:
    """Put bytes between the lines of a signature."""
    text = base64.b64encode(data).decode()
    lines = [text[at : at + 70] for at in range(0, len(text), 70)]
    return "\n".join([BEGIN, *lines, END, ""])


def bared(signature: str) -> bytes:
    """Return the bytes between the lines of a signature."""
    return base64.b64decode("".join(signature.split("\n")[1:-2]))


def line(blob: bytes, comment: str = "made by hand") -> str:
    """Return the line of a key."""
    kind = blob[4 : 4 + blob[3]].decode()
    return f"{kind} {base64.b64encode(blob).decode()} {comment}"


def blob_of(line_of_key: str) -> bytes:
    """Return the bytes of the key in a line."""
    return base64.b64decode(line_of_key.split()[1])


def to_sign(message: bytes, namespace: bytes = b"estate-acceptance") -> bytes:
    """Return the bytes that a key signs (PROTOCOL.sshsig)."""
    digest = hashlib.sha512(message).digest()
    return b"SSHSIG" + string(namespace) + string(b"") + string(b"sha512") + string(digest)


@dataclass(frozen=True)
class Blob:
    """A signature, part by part."""

    key: bytes
    proof: bytes
    magic: bytes = b"SSHSIG"
    version: int = 1
    namespace: bytes = b"estate-acceptance"
    reserved: bytes = b""
    digest: bytes = b"sha512"
    rest: bytes = b""

    def armoured(self, **changes: object) -> str:
        """Return it between its lines, with changes."""
        blob = replace(self, **changes)  # type: ignore[arg-type] # the tests name the fields
        parts = (blob.key, blob.namespace, blob.reserved, blob.digest, blob.proof)
        written = b"".join(string(part) for part in parts)
        return armoured(blob.magic + blob.version.to_bytes(4, "big") + written + blob.rest)


@dataclass(frozen=True)
class Token:
    """A hardware key in software: what it signs is what a real one would (PROTOCOL.u2f)."""

    curve: bool
    application: bytes = APPLICATION
    flags: int = TOUCHED
    counter: int = 7
    edwards: ed25519.Ed25519PrivateKey = field(
        default_factory=lambda: ed25519.Ed25519PrivateKey.from_private_bytes(b"t" * 32)
    )
    weierstrass: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.derive_private_key(7**80, ec.SECP256R1())
    )

    @property
    def kind(self) -> bytes:
        """The type of the key."""
        return (b"sk-ecdsa-sha2-nistp256" if self.curve else b"sk-ssh-ed25519") + b"@openssh.com"

    @property
    def blob(self) -> bytes:
        """The bytes of the public key."""
        if self.curve:
            public = self.weierstrass.public_key()
            point = public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
            body = string(b"nistp256") + string(point)
        else:
            raw = self.edwards.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
            body = string(raw)
        return string(self.kind) + body + string(self.application)

    def proof(self, message: bytes) -> bytes:
        """Return its signature, with the flags and the counter."""
        said = self.flags.to_bytes(1, "big") + self.counter.to_bytes(4, "big")
        application = hashlib.sha256(self.application).digest()
        signed = application + said + hashlib.sha256(to_sign(message)).digest()
        if self.curve:
            der = self.weierstrass.sign(signed, ec.ECDSA(SHA256()))
            raw = b"".join(mpint(number) for number in utils.decode_dss_signature(der))
        else:
            raw = self.edwards.sign(signed)
        return string(self.kind) + string(raw) + said

    def sign(self, message: bytes) -> Blob:
        """Return its signature of a message."""
        return Blob(self.blob, self.proof(message))
