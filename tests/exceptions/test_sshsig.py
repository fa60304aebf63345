"""Signatures: which hold, and that nothing else does, whatever the bytes."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from hypothesis import given
from hypothesis import strategies as st
from tests.exceptions.blobs import (
    BEGIN,
    END,
    Blob,
    Token,
    armoured,
    bared,
    blob_of,
    line,
    mpint,
    string,
    to_sign,
)
from tests.exceptions.records import VECTORS, public, signature, single

from estate.exceptions.keys import NoKey, PublicKey
from estate.exceptions.sshsig import Verdict, signer, verify

MESSAGE = single()
NAMES = ["ed25519", "ecdsa-256", "ecdsa-384", "ecdsa-521", "rsa-2048", "rsa-3072"]
TOKENS = [Token(curve=False), Token(curve=True)]
ALL = [public(name) for name in NAMES]
GOOD = signature("ed25519.sha512")
ED25519 = public("ed25519")
SIGNED = {
    **{
        f"{name} {digest}": signature(f"{name}.{digest}")
        for name in NAMES
        for digest in ("sha256", "sha512")
    },
    **{token.kind.decode(): token.sign(MESSAGE).armoured() for token in TOKENS},
}
LISTED = [*ALL, *(line(token.blob) for token in TOKENS)]


def _parts(text: str) -> Blob:
    """Take a signature of ours apart."""
    data = bared(text)[10:]
    parts = []
    while data:
        end = 4 + int.from_bytes(data[:4], "big")
        parts.append(data[4:end])
        data = data[end:]
    key, namespace, reserved, digest, proof = parts
    return Blob(key, proof, namespace=namespace, reserved=reserved, digest=digest)


def _refused(text: str, *lines: str, message: bytes = MESSAGE) -> str:
    verdict = verify(text, message, lines or LISTED)
    assert not verdict.holds
    return verdict.reason


@pytest.mark.parametrize("name", SIGNED)
def test_a_signature_of_every_kind_holds_for_its_message_alone(name: str) -> None:
    named = signer(SIGNED[name])
    assert isinstance(named, PublicKey)
    assert verify(SIGNED[name], MESSAGE, LISTED) == Verdict(holds=True, key=named.fingerprint)
    assert _refused(SIGNED[name], message=MESSAGE + b"\n") == "it does not fit this record"


def test_taking_a_signature_apart_and_putting_it_together_is_identity() -> None:
    assert [_parts(text).armoured() for text in SIGNED.values()] == [*SIGNED.values()]


def test_an_approval_of_a_shared_risk_holds_for_its_own_line() -> None:
    text = signature("shared-marram")
    assert verify(text, (VECTORS / "shared-marram.json").read_bytes(), ALL).holds
    assert _refused(text) == "it does not fit this record"


@pytest.mark.parametrize("name", SIGNED)
def test_a_key_that_is_not_listed_signs_for_nobody(name: str) -> None:
    named = signer(SIGNED[name])
    assert isinstance(named, PublicKey)
    others = [text for text in LISTED if blob_of(text) != named.blob]
    said = f"the key {named.fingerprint} is not listed"
    assert verify(SIGNED[name], MESSAGE, others) == Verdict(
        holds=False, key=named.fingerprint, reason=said
    )
    assert verify(SIGNED[name], MESSAGE, []).reason == said


def test_a_listed_line_that_is_no_key_is_said_where_the_key_is_missed() -> None:
    junk = ["Director", "ssh-dss AAAA", "Director of Finance"]
    assert verify(GOOD, MESSAGE, [*junk, ED25519]).holds
    reason = _refused(GOOD, *junk)
    assert reason.count("a line that is listed is no key") == len(junk) - 1
    assert "DSA keys are not accepted" in reason


def test_another_namespace_is_for_something_else() -> None:
    assert (
        _refused(signature("namespace-file"))
        == "it was made for 'file', not for 'estate-acceptance'"
    )
    moved = _parts(signature("namespace-file")).armoured(namespace=b"estate-acceptance")
    assert _refused(moved) == "it does not fit this record"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"magic": b"SSHSIH"}, "it is no SSH signature"),
        ({"magic": b""}, "it is no SSH signature"),
        ({"version": 0}, "its version is 0, not 1"),
        ({"version": 2}, "its version is 2, not 1"),
        ({"reserved": b"x"}, "what is reserved in it is not empty"),
        ({"digest": b"sha1"}, "its digest is neither sha256 nor sha512"),
        ({"digest": b""}, "its digest is neither"),
        ({"digest": b"sha256"}, "it does not fit this record"),
        ({"namespace": b""}, "it was made for ''"),
        ({"namespace": b"estate acceptance"}, "not plain text"),
        ({"namespace": b"estate-acceptance\0"}, "not plain text"),
        ({"rest": b"\0"}, "bytes follow its end"),
        ({"key": b""}, "the key in the signature cannot sign"),
        ({"proof": b""}, "it is cut off"),
        ({"proof": string(b"ssh-ed25519") + string(b"s" * 64)}, "it does not fit this record"),
        ({"proof": string(b"ssh-ed25519") + string(b"s" * 63)}, "it does not fit this record"),
        ({"proof": string(b"ssh-ed25519") + string(b"s" * 64) + b"x"}, "bytes follow its end"),
        ({"proof": string(b"ssh-rsa") + string(b"s" * 64)}, "made by ssh-rsa, which is not"),
    ],
)
def test_what_is_not_in_its_form_is_refused(changes: dict[str, object], reason: str) -> None:
    assert reason in _refused(_parts(GOOD).armoured(**changes))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it does not begin with the line"),
        (f"\n{GOOD}", "it does not begin with the line"),
        (f" {GOOD}", "it does not begin with the line"),
        (GOOD.replace("\n", "\r\n"), "it does not begin with the line"),
        (GOOD.replace(BEGIN, f"{BEGIN} "), "it does not begin with the line"),
        (GOOD.replace(END, f"{END} "), "it does not end with the line"),
        (GOOD.replace(END, ""), "it does not end with the line"),
        (f"{GOOD}x", "it does not end with the line"),
        (BEGIN, "it does not end with the line"),
        (f"{BEGIN}\n{END}", "it is cut off"),
        (GOOD.replace("\n", "\n\n", 1), "there is an empty line in it"),
        (GOOD.replace("\nU1", " \nU1"), "it does not begin with the line"),
        (GOOD.replace("U1", "U1 "), "is not base64"),
        (GOOD.replace("U1", "U1\u00e9"), "is not base64"),
        (GOOD + GOOD, "is not base64"),
        (f"{BEGIN}\nQR==\n{END}\n", "its base64 is not in its usual form"),
        (armoured(b"SSHSIG" + b"x" * 20_000), "it is too long"),
    ],
)
def test_the_armour_is_strict(text: str, reason: str) -> None:
    assert reason in _refused(text)
    assert isinstance(signer(text), NoKey)


@pytest.mark.parametrize("text", [GOOD.rstrip("\n"), GOOD + "\n\n"])
def test_line_breaks_at_the_end_and_the_length_of_lines_are_no_matter(text: str) -> None:
    assert verify(text, MESSAGE, [ED25519]).holds
    encoded = base64.b64encode(bared(GOOD)).decode()
    assert verify(f"{BEGIN}\n{encoded}\n{END}\n", MESSAGE, [ED25519]).holds


RSA = rsa.generate_private_key(65537, 2048)
RSA_BLOB = string(b"ssh-rsa") + mpint(65537) + mpint(RSA.public_key().public_numbers().n)


@pytest.mark.parametrize(
    ("algorithm", "digest", "holds"),
    [
        (b"rsa-sha2-256", SHA256(), True),
        (b"rsa-sha2-512", SHA256(), False),
        (b"ssh-rsa", SHA1(), False),  # noqa: S303 - it must be refused
        (b"rsa-sha2-256", SHA1(), False),  # noqa: S303 - it must be refused
    ],
)
def test_rsa_signs_with_sha_2_alone(
    algorithm: bytes,
    digest: SHA256 | SHA1,
    holds: bool,  # noqa: FBT001 - from the table
) -> None:
    raw = RSA.sign(to_sign(MESSAGE), padding.PKCS1v15(), digest)
    text = Blob(RSA_BLOB, string(algorithm) + string(raw)).armoured()
    assert verify(text, MESSAGE, [line(RSA_BLOB)]).holds is holds
    assert not verify(text, MESSAGE, [line(RSA_BLOB)[:-30]]).holds


def test_an_rsa_signature_is_as_long_as_its_key() -> None:
    messages = (str(number).encode() for number in range(100_000))
    made = ((m, RSA.sign(to_sign(m), padding.PKCS1v15(), SHA256())) for m in messages)
    message, raw = next((m, raw) for m, raw in made if raw[0] == 0)
    kept = {b"": False, b"\0": True, b"\0\0": False}
    for noughts, holds in kept.items():
        proof = string(b"rsa-sha2-256") + string(noughts + raw[1:])
        text = Blob(RSA_BLOB, proof).armoured()
        assert verify(text, message, [line(RSA_BLOB)]).holds is holds


def test_a_weak_rsa_key_is_refused_even_where_it_is_listed() -> None:
    reason = _refused(signature("rsa-1024.sha512"), public("rsa-1024"))
    assert reason.startswith("the key in the signature cannot sign: an RSA key of 1024 bits")


def test_a_certificate_is_refused() -> None:
    certificate = string(b"ssh-ed25519-cert-v01@openssh.com") + string(b"n" * 32)
    assert "certificates are not accepted" in _refused(_parts(GOOD).armoured(key=certificate))


@pytest.mark.parametrize("token", TOKENS, ids=lambda token: token.kind.decode())
def test_a_hardware_key_signs_only_when_touched(token: Token) -> None:
    for flags, holds in ((0x00, False), (0x01, True), (0x04, False), (0x05, True), (0xFE, False)):
        held = Token(curve=token.curve, flags=flags)
        verdict = verify(held.sign(MESSAGE).armoured(), MESSAGE, [line(held.blob)])
        assert verdict.holds is holds
        assert holds or "nobody touched the hardware key" in verdict.reason


@pytest.mark.parametrize("token", TOKENS, ids=lambda token: token.kind.decode())
def test_what_a_hardware_key_says_beside_it_is_signed(token: Token) -> None:
    proof = token.proof(MESSAGE)
    other = Token(curve=token.curve, application=b"ssh:other")
    listed = [line(token.blob), line(other.blob)]
    changed = {
        "another counter": Blob(token.blob, proof[:-1] + b"\x08"),
        "another flag": Blob(token.blob, proof[:-5] + b"\x05" + proof[-4:]),
        "another application": Blob(other.blob, proof),
        "no counter": Blob(token.blob, proof[:-4]),
        "more": Blob(token.blob, proof + b"\0"),
        "another algorithm": Blob(token.blob, string(b"webauthn-" + token.kind) + proof[39:]),
    }
    held = {name: verify(b.armoured(), MESSAGE, listed).holds for name, b in changed.items()}
    assert held == dict.fromkeys(changed, False)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (mpint(1), "it is cut off"),
        (mpint(1) + mpint(1) + b"\0", "bytes follow its end"),
        (mpint(1) + string(b"\0\1"), "not in its shortest form"),
        (mpint(1) + string(b""), "is not positive"),
        (mpint(1) + string(b"\x80"), "is not positive"),
        (mpint(1) + mpint(1), "it does not fit this record"),
        (mpint(2**4000) + mpint(1), "it does not fit this record"),
    ],
)
def test_the_numbers_of_an_ecdsa_signature_are_strict(raw: bytes, reason: str) -> None:
    blob = _parts(signature("ecdsa-256.sha512"))
    proof = string(b"ecdsa-sha2-nistp256") + string(raw)
    assert reason in _refused(blob.armoured(proof=proof))


@pytest.mark.parametrize(
    ("point", "reason"),
    [
        (b"\x04" + b"\1" * 64, "its key is none that can be computed with"),
        (b"\x00", "its key is not written in full"),
        (b"\x02" + b"\1" * 32, "its key is not written in full"),
        (b"", "its key is not written in full"),
    ],
)
def test_a_point_that_is_not_on_its_curve_is_refused(point: bytes, reason: str) -> None:
    key = string(b"ecdsa-sha2-nistp256") + string(b"nistp256") + string(point)
    blob = _parts(signature("ecdsa-256.sha512"))
    assert reason in _refused(blob.armoured(key=key), line(key))


@given(st.sampled_from(sorted(SIGNED)), st.data())
def test_no_flipped_bit_of_a_good_signature_holds(name: str, data: st.DataObject) -> None:
    good = bared(SIGNED[name])
    bit = data.draw(st.integers(0, len(good) * 8 - 1))
    bad = bytearray(good)
    bad[bit // 8] ^= 1 << bit % 8
    _refused(armoured(bytes(bad)))


@given(st.sampled_from(sorted(SIGNED)), st.data())
def test_no_flipped_bit_of_its_text_holds(name: str, data: st.DataObject) -> None:
    good = SIGNED[name].rstrip("\n").encode()
    bit = data.draw(st.integers(0, len(good) * 8 - 1))
    bad = bytearray(good)
    bad[bit // 8] ^= 1 << bit % 8
    _refused(bad.decode("latin-1"))


@given(st.sampled_from(sorted(SIGNED)), st.data())
def test_no_part_of_a_signature_holds(name: str, data: st.DataObject) -> None:
    text, good = SIGNED[name].rstrip("\n"), bared(SIGNED[name])
    _refused(text[: data.draw(st.integers(0, len(text) - 1))])
    _refused(armoured(good[: data.draw(st.integers(0, len(good) - 1))]))


@given(st.binary(), st.lists(st.text(), max_size=3))
def test_no_bytes_hold(data: bytes, lines: list[str]) -> None:
    for text in (data.decode("latin-1"), armoured(data), armoured(b"SSHSIG\0\0\0\1" + data)):
        _refused(text, *lines, *LISTED)


@given(st.sampled_from(LISTED), st.binary(max_size=80), st.binary(max_size=300))
def test_no_proof_made_up_for_a_listed_key_holds(text: str, raw: bytes, rest: bytes) -> None:
    kind = text.split(maxsplit=1)[0].encode()
    for algorithm in (kind, b"rsa-sha2-512"):
        for proof in (
            rest,
            string(algorithm) + string(raw) + rest,
            string(algorithm) + string(raw),
        ):
            _refused(Blob(blob_of(text), proof).armoured())


@given(st.text())
def test_no_text_is_a_signature(text: str) -> None:
    _refused(text)
    _refused(f"{BEGIN}\n{text}\n{END}\n")


@given(st.binary())
def test_a_signature_fits_no_other_message(message: bytes) -> None:
    assert verify(GOOD, message, LISTED).holds == (message == MESSAGE)
