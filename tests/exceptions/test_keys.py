"""The lines under a role: which are keys that may sign, and why the others are not."""

from __future__ import annotations

import base64
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exceptions.blobs import Token, blob_of, line, mpint, string
from tests.exceptions.records import KEYS, public

from estate.exceptions.keys import NoKey, PublicKey, read_key

NAMES = ["ed25519", "ecdsa-256", "ecdsa-384", "ecdsa-521", "rsa-2048", "rsa-3072"]
LINES = [*map(public, NAMES), line(Token(curve=False).blob), line(Token(curve=True).blob)]
GOOD = public("ed25519")
ENCODED = GOOD.split()[1]
POINT = string(b"p" * 32)
NUMBERS = 65537, 2**2047 + 1


def _reason(text: str) -> str:
    key = read_key(text)
    assert isinstance(key, NoKey)
    return key.reason


def _rsa(exponent: int, modulus: int) -> str:
    return line(string(b"ssh-rsa") + mpint(exponent) + mpint(modulus))


@pytest.mark.parametrize("text", LINES)
def test_a_key_is_read_with_its_type_bytes_and_comment(text: str) -> None:
    key = read_key(text)
    assert isinstance(key, PublicKey)
    kind, encoded, comment = text.strip().split(" ", 2)
    assert (key.type, key.blob, key.comment) == (kind, base64.b64decode(encoded), comment)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed")
def test_fingerprints_are_those_of_ssh_keygen(name: str) -> None:
    key = read_key(public(name))
    assert isinstance(key, PublicKey)
    said = subprocess.run(
        ["ssh-keygen", "-l", "-f", KEYS / f"{name}.pub"], check=True, capture_output=True, text=True
    )
    assert key.fingerprint == said.stdout.split()[1]


@pytest.mark.parametrize("text", [f"ssh-ed25519 {ENCODED}", f"  ssh-ed25519\t{ENCODED}  c d \n"])
def test_blanks_around_a_key_and_a_missing_comment_are_no_matter(text: str) -> None:
    key = read_key(text)
    assert isinstance(key, PublicKey)
    assert key.blob == blob_of(GOOD)
    assert key.comment in ("", "c d")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not a public key of a known type"),
        ("Director of Resources", "not a public key of a known type"),
        (ENCODED, "the type of the key is missing"),
        (f"no-pty {GOOD}", "options stand before the key"),
        (f'from="10.0.0.1" {GOOD}', "options stand before the key"),
        ("SHA256:5YXwLEMI9JCVvhKRL2E8wunoix8EfBaFzRWbXsNWd9Y", "a fingerprint is no key"),
        (GOOD + GOOD, "more than one line"),
        ("ssh-ed25519", "it is cut off"),
        ("ssh-ed25519 ***", "it is not base64"),
        (f"ssh-ed25519 {ENCODED[:-1]}é", "it is not base64"),
        (f"ssh-ed25519 {ENCODED[:-4]}", "it is cut off"),
        (f"ecdsa-sha2-nistp256 {ENCODED}", "holds a key of type ssh-ed25519"),
        (line(blob_of(GOOD) + b"x"), "bytes follow its end"),
        (line(string(b"ssh-ed25519") + string(b"p" * 31)), "its length is wrong"),
        (f"ssh-ed25519 {base64.b64encode(string(b'')).decode()}", "not a public key of a known"),
        (f"ssh-ed25519 {base64.b64encode(string(b'a b')).decode()}", "a name in it is not plain"),
        (line(string(b"ssh-dss") + mpint(5)), "DSA keys are not accepted"),
        (
            line(string(b"ecdsa-sha2-nistp384") + string(b"nistp256") + POINT),
            "another curve than its type",
        ),
        (line(string(b"ssh-ed25519-cert-v01@openssh.com") + POINT), "certificates are not"),
        (
            f"ssh-ed25519 {base64.b64encode(string(b'ssh-rsa-cert-v01@openssh.com')).decode()}",
            "certificates are not accepted",
        ),
        (public("rsa-1024"), "an RSA key of 1024 bits is too weak; it takes 2048"),
        (_rsa(65537, 2**2046 + 1), "an RSA key of 2047 bits is too weak"),
        (_rsa(65537, 2**16384 + 1), "is longer than 16384"),
        (_rsa(65537, 2**2047), "not those of an RSA key"),
        (_rsa(65536, NUMBERS[1]), "not those of an RSA key"),
        (_rsa(1, NUMBERS[1]), "not those of an RSA key"),
        (_rsa(2**64 + 1, NUMBERS[1]), "not those of an RSA key"),
        (line(string(b"ssh-rsa") + string(b"") + mpint(NUMBERS[1])), "is not positive"),
        (line(string(b"ssh-rsa") + string(b"\xff") + mpint(NUMBERS[1])), "is not positive"),
        (line(string(b"ssh-rsa") + string(b"\0\3") + mpint(NUMBERS[1])), "its shortest form"),
        (line(string(b"ssh-rsa") + string(b"\0") + mpint(NUMBERS[1])), "its shortest form"),
    ],
)
def test_a_line_that_may_not_sign_says_why(text: str, reason: str) -> None:
    assert reason in _reason(text)


def test_unused_bits_of_base64_are_none() -> None:
    assert base64.b64decode("QR==") == base64.b64decode("QQ==")
    assert "usual form" in _reason("ssh-ed25519 " + "QR==")


def test_the_smallest_and_the_longest_rsa_keys_are_keys() -> None:
    for text in (_rsa(*NUMBERS), _rsa(3, 2**16383 + 1), _rsa(2**64 - 1, NUMBERS[1])):
        assert isinstance(read_key(text), PublicKey)


@pytest.mark.parametrize(
    "text",
    [
        (KEYS / "ed25519").read_text(encoding="ascii"),
        (KEYS / "ed25519").read_text(encoding="ascii").splitlines()[1],
        "-----BEGIN RSA PRIVATE KEY-----",
        "PuTTY-User-Key-File-3: ssh-ed25519",
    ],
)
def test_a_private_key_is_called_one_and_not_repeated(text: str) -> None:
    reason = _reason(text)
    assert reason.startswith("this is a private key")
    assert not any(word in reason for word in text.split() if len(word) > len("PRIVATE"))


@given(st.text() | st.text().map(lambda text: f"ssh-ed25519 {text}"))
def test_no_text_is_a_key_by_accident(text: str) -> None:
    assert isinstance(read_key(text), NoKey)


@given(st.sampled_from(LINES), st.data())
def test_a_key_that_is_cut_is_none(text: str, data: st.DataObject) -> None:
    blob = blob_of(text)
    cut = blob[: data.draw(st.integers(0, len(blob) - 1))]
    kind = text.split(maxsplit=1)[0]
    assert isinstance(read_key(f"{kind} {base64.b64encode(cut).decode()}"), NoKey)
