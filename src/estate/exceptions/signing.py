"""Making a signature: the work of ssh-keygen, which alone sees the private key.

So keys of an agent, keys with a passphrase and hardware keys work as they do for ssh.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Final

from estate.errors import AcceptanceError
from estate.exceptions.canonical import NAMESPACE
from estate.exceptions.keys import NoKey, read_key
from estate.exceptions.sshsig import signer

__all__ = ["sign"]

_PATIENCE: Final = 60
"""Seconds for which a program that can ask nobody may take: a hardware key waits for a touch."""
_LONGEST_KEY: Final = 65_536

_NOT_INSTALLED: Final = (
    "signing needs ssh-keygen of OpenSSH 8.2 or later: on Debian and Ubuntu, install the package "
    "openssh-client; macOS brings it along; on Windows, add the optional feature OpenSSH Client"
)
_HINTS: Final = {
    "incorrect passphrase": "the passphrase is wrong, or there is no terminal to ask for it: "
    "sign at a terminal, or add the key to an agent with ssh-add",
    "are too open": "others may read the key: make it yours alone, with chmod 600",
    "agent refused operation": "the agent refused: it may wait for a touch or a confirmation",
    "No private key found": "only the public key is here: name the private key, or add it to a "
    "running agent with ssh-add",
    "Couldn't load public key": "the file holds no key that ssh-keygen can read",
}


def sign(message: bytes, key: Path, *, asking: bool, program: str = "ssh-keygen") -> str:
    """Return the armoured signature of a message by the key in a file.

    The file holds a private key, or the public one of a key in an agent. With `asking`,
    ssh-keygen has the terminal: it asks for a passphrase, for a PIN or for a touch, and its own
    words are shown. Without, nobody is asked and it has a minute.

    Raises AcceptanceError if it does not sign.
    """
    _refuse_unfit(key)
    # A file, not the input: from its input ssh-keygen would take the passphrase.
    with tempfile.TemporaryDirectory(prefix="estate-") as folder:
        payload = Path(folder) / "payload.json"
        payload.write_bytes(message)
        command = [program, "-Y", "sign", "-n", NAMESPACE, "-f", str(key), str(payload)]
        said = _run(command, asking=asking)
        try:
            signature = payload.with_name("payload.json.sig").read_text(encoding="ascii")
        except (OSError, UnicodeDecodeError) as error:
            raise _failure(key, said) from error
    if isinstance(named := signer(signature), NoKey):
        raise AcceptanceError(f"what ssh-keygen made with {key} is refused: {named.reason}")
    return signature


def _refuse_unfit(key: Path) -> None:
    """Refuse a file that holds nothing to sign with; a private key is never read."""
    if not key.is_file():
        raise AcceptanceError(f"there is no key {key}: name the file of your key")
    if key.suffix != ".pub":
        return
    with key.open("rb") as file:
        line = file.read(_LONGEST_KEY).decode("utf-8", "replace")
    if isinstance(public := read_key(line), NoKey):
        raise AcceptanceError(f"{key} cannot sign: {public.reason}")


def _run(command: list[str], *, asking: bool) -> str:
    """Run ssh-keygen and return what it said, if that is not on the terminal already."""
    try:
        done = subprocess.run(  # noqa: S603 - the caller names the program; there is no shell
            command,
            stdin=None if asking else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=None if asking else subprocess.PIPE,
            timeout=None if asking else _PATIENCE,
            check=False,
            encoding="utf-8",
            errors="replace",
        )
    except FileNotFoundError as error:
        raise AcceptanceError(_NOT_INSTALLED) from error
    except subprocess.TimeoutExpired as error:
        raise AcceptanceError(f"{command[0]} did not sign within {_PATIENCE} seconds") from error
    except OSError as error:
        raise AcceptanceError(f"{command[0]} cannot be run: {error}") from error
    return done.stderr or ""


def _failure(key: Path, said: str) -> AcceptanceError:
    """Say why ssh-keygen did not sign, as far as its words tell."""
    hint = next((hint for words, hint in _HINTS.items() if words in said), "")
    last = said.strip().rpartition("\n")[2]
    why = hint or last or "its own words stand above"
    return AcceptanceError(f"ssh-keygen did not sign with {key}: {why}")
