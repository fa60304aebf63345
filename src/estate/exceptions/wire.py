"""The binary form of SSH keys and signatures (RFC 4251, section 5), read strictly."""

from __future__ import annotations

__all__ = ["Malformed", "Wire"]

_SIGN_BIT = 0x80


class Malformed(Exception):  # noqa: N818 - what it is, not what went wrong in us
    """Bytes that are not what they should be. Says why; never leaves the reading of keys."""


class Wire:
    """Bytes, read from the front. Every method raises Malformed where they end too early."""

    __slots__ = ("_rest",)

    def __init__(self, data: bytes) -> None:
        self._rest = data

    def take(self, count: int) -> bytes:
        """Return the next bytes."""
        if count > len(self._rest):
            raise Malformed("it is cut off")
        taken, self._rest = self._rest[:count], self._rest[count:]
        return taken

    def uint32(self) -> int:
        """Read a number of four bytes."""
        return int.from_bytes(self.take(4), "big")

    def string(self) -> bytes:
        """Read bytes that stand after their length."""
        return self.take(self.uint32())

    def word(self) -> str:
        """Read a string of printable ASCII, as names of types and namespaces are."""
        raw = self.string()
        if not all(0x20 < byte < 0x7F for byte in raw):  # noqa: PLR2004 - the ends of ASCII
            raise Malformed("a name in it is not plain text")
        return raw.decode("ascii")

    def mpint(self) -> int:
        """Read a positive number in its shortest form."""
        raw = self.string()
        if not raw or raw[0] & _SIGN_BIT:
            raise Malformed("a number in it is not positive")
        if raw[0] == 0 and not (len(raw) > 1 and raw[1] & _SIGN_BIT):
            raise Malformed("a number in it is not in its shortest form")
        return int.from_bytes(raw, "big")

    def end(self) -> None:
        """Refuse bytes that are left over."""
        if self._rest:
            raise Malformed("bytes follow its end")
