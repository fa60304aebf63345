"""Signing with ssh-keygen, and that it and we agree on what holds, in both directions."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.exceptions.blobs import Token, line
from tests.exceptions.records import KEYS, public, signature, single

from estate.errors import AcceptanceError
from estate.exceptions.signing import sign
from estate.exceptions.sshsig import verify

MESSAGE = single()
KINDS = ["ed25519", "ecdsa-256", "ecdsa-384", "ecdsa-521", "rsa-2048", "rsa-3072"]
TOKENS = [Token(curve=False), Token(curve=True)]
PASSPHRASE = "correct horse"  # noqa: S105 - of keys that live for one test

pytestmark = pytest.mark.skipif(
    not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed"
)


def _made(folder: Path, kind: str, passphrase: str = "") -> Path:
    kind, _, bits = kind.partition("-")
    key = folder / f"{kind}{bits}"
    size = ["-b", bits] if bits else []
    command = [
        "ssh-keygen",
        "-q",
        "-t",
        kind,
        *size,
        "-N",
        passphrase,
        "-C",
        "test",
        "-f",
        str(key),
    ]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return key


def _line(key: Path) -> str:
    return key.with_name(key.name + ".pub").read_text(encoding="ascii")


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a new private key of every kind."""
    folder = tmp_path_factory.mktemp("keys")
    return {kind: _made(folder, kind) for kind in KINDS}


def _accepted(folder: Path, text: str, message: bytes, listed: str) -> bool:
    """Return whether ssh-keygen accepts a signature by a listed key."""
    (folder / "allowed_signers").write_text(f"siro {listed}", encoding="ascii")
    (folder / "signature").write_text(text, encoding="utf-8", newline="")
    command = ["ssh-keygen", "-Y", "verify", "-f", "allowed_signers", "-I", "siro"]
    command += ["-n", "estate-acceptance", "-s", "signature"]
    return not subprocess.run(
        command, cwd=folder, input=message, capture_output=True, check=False
    ).returncode


def _by_ssh_keygen(key: Path, digest: str, namespace: str = "estate-acceptance") -> str:
    command = ["ssh-keygen", "-Y", "sign", "-n", namespace, "-O", f"hashalg={digest}"]
    command += ["-f", str(key)]
    return subprocess.run(command, input=MESSAGE, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_what_we_sign_holds_for_both(kind: str, keys: dict[str, Path], tmp_path: Path) -> None:
    text = sign(MESSAGE, keys[kind], asking=False)
    assert _accepted(tmp_path, text, MESSAGE, _line(keys[kind]))
    assert verify(text, MESSAGE, [_line(keys[kind])]).holds


@pytest.mark.parametrize("digest", ["sha256", "sha512"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_ssh_keygen_signs_holds_for_us(kind: str, digest: str, keys: dict[str, Path]) -> None:
    assert verify(_by_ssh_keygen(keys[kind], digest), MESSAGE, [_line(keys[kind])]).holds


@pytest.mark.parametrize("token", TOKENS, ids=lambda token: token.kind.decode())
def test_ssh_keygen_and_we_agree_on_hardware_keys(token: Token, tmp_path: Path) -> None:
    text, listed = token.sign(MESSAGE).armoured(), line(token.blob)
    for message in (MESSAGE, b"another"):
        held = verify(text, message, [listed]).holds
        assert held is _accepted(tmp_path, text, message, listed) is (message == MESSAGE)


@pytest.mark.parametrize("kind", KINDS)
def test_both_refuse_the_same(kind: str, keys: dict[str, Path], tmp_path: Path) -> None:
    text, listed = _by_ssh_keygen(keys[kind], "sha512"), _line(keys[kind])
    middle = len(text) // 2
    flipped = "A" if text[middle] != "A" else "B"
    attempts = {
        "another message": (text, MESSAGE + b" ", listed),
        "another key": (text, MESSAGE, public("ed25519")),
        "another namespace": (_by_ssh_keygen(keys[kind], "sha512", "file"), MESSAGE, listed),
        "cut": (text[:middle], MESSAGE, listed),
        "changed": (text[:middle] + flipped + text[middle + 1 :], MESSAGE, listed),
        "nothing": ("", MESSAGE, listed),
    }
    for name, (tried, message, known) in attempts.items():
        assert not verify(tried, message, [known]).holds, name
        assert not _accepted(tmp_path, tried, message, known), name


def test_ed25519_signs_the_same_each_time(tmp_path: Path) -> None:
    key = tmp_path / "ed25519"
    shutil.copy(KEYS / "ed25519", key)
    key.chmod(0o600)
    assert sign(MESSAGE, key, asking=False) == signature("ed25519.sha512")


def test_a_key_in_an_agent_signs_by_its_public_half(
    keys: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = tmp_path / "half.pub"
    half.write_text(_line(keys["ed25519"]), encoding="ascii")
    monkeypatch.setenv("SSH_AUTH_SOCK", str(tmp_path / "nothing"))
    with pytest.raises(AcceptanceError, match="only the public key is here"):
        sign(MESSAGE, half, asking=False)
    socket = tmp_path / "agent"
    with subprocess.Popen(["ssh-agent", "-D", "-a", socket], stdout=subprocess.PIPE) as agent:
        try:
            assert agent.stdout is not None
            agent.stdout.readline()
            monkeypatch.setenv("SSH_AUTH_SOCK", str(socket))
            subprocess.run(["ssh-add", "-q", keys["ed25519"]], check=True)
            text = sign(MESSAGE, half, asking=False)
        finally:
            agent.terminate()
    assert verify(text, MESSAGE, [_line(keys["ed25519"])]).holds


def _at_a_terminal(key: Path, answer: str) -> tuple[int, str]:
    """Sign as a person would, who types an answer; return the exit code and what was shown."""
    code = (
        "import sys; from pathlib import Path; from estate.exceptions.signing import sign\n"
        "sys.stdout.write(sign(sys.argv[2].encode(), Path(sys.argv[1]), asking=True))"
    )
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", code, key, "message"],
        stdin=theirs,
        stderr=theirs,
        stdout=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as run:
        os.close(theirs)
        shown = os.read(ours, 4096)
        while b"assphrase" not in shown:
            shown += os.read(ours, 4096)
        os.write(ours, f"{answer}\n".encode())
        assert run.stdout is not None
        made = run.stdout.read().decode()
    os.close(ours)
    return run.returncode, made


def test_ssh_keygen_asks_for_the_passphrase_at_the_terminal(tmp_path: Path) -> None:
    key = _made(tmp_path, "ed25519", PASSPHRASE)
    status, text = _at_a_terminal(key, PASSPHRASE)
    assert status == 0
    assert verify(text, b"message", [_line(key)]).holds
    status, text = _at_a_terminal(key, "wrong")
    assert (status, text) == (1, "")


def _refusal(key: Path, program: str = "ssh-keygen") -> str:
    with pytest.raises(AcceptanceError) as caught:
        sign(MESSAGE, key, asking=False, program=program)
    return caught.value.message


def test_a_key_that_cannot_sign_says_why(keys: dict[str, Path], tmp_path: Path) -> None:
    locked = _made(tmp_path, "ed25519", PASSPHRASE)
    open_to_all = tmp_path / "open"
    shutil.copy(keys["ed25519"], open_to_all)
    open_to_all.chmod(0o644)
    junk, half = tmp_path / "junk", tmp_path / "weak.pub"
    junk.write_text("nothing", encoding="ascii")
    junk.chmod(0o600)
    half.write_text(public("rsa-1024"), encoding="ascii")
    assert "there is no terminal to ask for it" in _refusal(locked)
    assert "make it yours alone, with chmod 600" in _refusal(open_to_all)
    assert "holds no key that ssh-keygen can read" in _refusal(junk)
    assert "an RSA key of 1024 bits is too weak" in _refusal(half)
    assert "there is no key" in _refusal(tmp_path / "missing")
    assert "there is no key" in _refusal(tmp_path)


def test_a_weak_key_that_ssh_keygen_still_signs_with_is_refused(tmp_path: Path) -> None:
    assert "an RSA key of 1024 bits is too weak" in _refusal(_made(tmp_path, "rsa-1024"))


def test_a_program_that_does_not_sign_is_named(keys: dict[str, Path], tmp_path: Path) -> None:
    silent = tmp_path / "silent"
    silent.write_text("#!/bin/sh\necho 'it rains' >&2\n", encoding="ascii")
    assert "cannot be run" in _refusal(keys["ed25519"], str(silent))
    silent.chmod(0o700)
    assert _refusal(keys["ed25519"], str(silent)).endswith("it rains")
    assert "openssh-client" in _refusal(keys["ed25519"], str(tmp_path / "not-there"))


def test_a_program_that_waits_for_nobody_is_stopped(
    keys: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("estate.exceptions.signing._PATIENCE", 0.01)
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 5\n", encoding="ascii")
    slow.chmod(0o700)
    assert "did not sign within" in _refusal(keys["ed25519"], str(slow))
