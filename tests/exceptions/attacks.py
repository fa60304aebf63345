"""Attacks on accepted risks: each is a change of the files of the signed estate."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.serialization import load_ssh_private_key
from tests.exceptions.blobs import Blob, armoured, bared, blob_of, string, to_sign
from tests.exceptions.signed_estate import (
    EARLY,
    ESTATE,
    EXCEPTIONS,
    JOINT,
    ONE,
    ORGANISATIONS,
    SYSTEMS,
    TODAY,
    Signed,
)

FORGED, UNAUTHORISED, STALE = "forged-acceptance", "unauthorised-acceptance", "stale-acceptance"
HALF, ORPHANED, INCOMPLETE = (
    "missing-joint-acceptance",
    "orphaned-acceptance",
    "incomplete-acceptance",
)
SIRO = "Directrice générale"
UNSIGNED = "unsigned-acceptance"
NEW = "ex-2026-009"

Change = Callable[[Signed], Signed]


@dataclass(frozen=True)
class Attack:
    """A change, and how the acceptance that it is after stands then.

    `rules` are all those of `acceptance.yaml` that find something in it. Without signatures being
    required, it stands in the state `optional`; "" is the same.
    """

    does: str
    change: Change
    state: str
    rules: tuple[str, ...]
    key: str = ONE
    server: str = "srv-one"
    day: date = TODAY
    optional: str = ""


def forged(does: str, change: Change, key: str = ONE) -> Attack:
    """Return an attack that leaves a signature that does not hold, and nothing else wrong."""
    server = {ONE: "srv-one", JOINT: "srv-both", EARLY: "srv-early"}[key]
    return Attack(does, change, "forged", (FORGED,), key, server)


def nobody(does: str, change: Change, key: str = ONE) -> Attack:
    """Return an attack by somebody who has no such role, and so no key for it."""
    server = {ONE: "srv-one", JOINT: "srv-both", EARLY: "srv-early"}[key]
    return Attack(does, change, "unauthorised", (FORGED, UNAUTHORISED), key, server)


def edited(old: str, new: str, key: str = ONE) -> Change:
    """Change a text of a record, and leave its signature."""
    return lambda files: files.edit(key, old, new)


def again(who: str, old: str, new: str, key: str = ONE) -> Change:
    """Change a text of a record, and have somebody sign it again."""
    return lambda files: files.edit(key, old, new).sign(key, who)


def listed(old: str, new: str) -> Change:
    """Change what the organisations list; `KEY-name` stands for somebody's key."""

    def change(files: Signed) -> Signed:
        told = [old, new]
        for name in ("resources", "interim", "finance", "architect", "mallory"):
            told = [text.replace(f"KEY-{name}", files.keys.public(name)) for text in told]
        return files.swap(ORGANISATIONS, *told)

    return change


def put(make: Callable[[Signed], str]) -> Change:
    """Put a signature that was made in another way under a record."""
    return lambda files: files.put(ONE, make(files))


def resigned(change: Change, who: str, key: str = ONE) -> Change:
    """Have somebody sign a record after a change."""
    return lambda files: change(files).sign(key, who)


def _proof(files: Signed, who: str, message: bytes) -> bytes:
    """Return a signature's innermost part, as SSH writes it."""
    key = load_ssh_private_key((files.keys.folder / who).read_bytes(), None)
    return string(b"ssh-ed25519") + string(key.sign(to_sign(message)))  # type: ignore[call-arg] # an Ed25519 key


def _by(files: Signed, named: str, signer: str) -> str:
    blob = blob_of(files.keys.public(named))
    return Blob(blob, _proof(files, signer, files.payload(ONE))).armoured()


def _certificate(files: Signed) -> str:
    """Return the line of a certificate that a passing authority gave the SIRO's key."""
    authority, public = files.keys.make("authority"), files.keys.folder / "resources.pub"
    files.keys.certify(authority, public)
    return (files.keys.folder / "resources-cert.pub").read_text("utf-8").strip()


def _certified(files: Signed) -> str:
    proof = _proof(files, "resources", files.payload(ONE))
    return Blob(blob_of(_certificate(files)), proof).armoured()


def _list_key(line: Callable[[Signed], str]) -> Change:
    """List something else in the place of the SIRO's key."""

    def change(files: Signed) -> Signed:
        return files.swap(ORGANISATIONS, files.keys.public("resources"), line(files))

    return change


def _private(files: Signed) -> str:
    return json.dumps((files.keys.folder / "resources").read_text("utf-8"))


def _weak(files: Signed) -> Signed:
    files.keys.make("weak", "-t", "rsa", "-b", "1024")
    return _list_key(lambda them: them.keys.public("weak"))(files).sign(ONE, "weak")


def _sha1(files: Signed) -> Signed:
    path = files.keys.make("rsa", "-t", "rsa", "-b", "2048")
    done = _list_key(lambda them: them.keys.public("rsa"))(files)
    key = load_ssh_private_key(path.read_bytes(), None)
    assert isinstance(key, RSAPrivateKey)
    made = key.sign(to_sign(done.payload(ONE)), padding.PKCS1v15(), SHA1())  # noqa: S303 - the attack
    proof = string(b"ssh-rsa") + string(made)
    return done.put(ONE, Blob(blob_of(done.keys.public("rsa")), proof).armoured())


def _cut(files: Signed) -> str:
    return armoured(files.proof(ONE)[:-8])


def _flipped(files: Signed) -> str:
    whole = bytearray(files.proof(ONE))
    whole[-1] ^= 1
    return armoured(bytes(whole))


def _pretty(files: Signed) -> str:
    spaced = json.dumps(json.loads(files.payload(ONE)), indent=2, ensure_ascii=False)
    return files.keys.sign("resources", spaced.encode())


def _normal(files: Signed, form: str) -> Signed:
    return files.edit(ONE, SIRO, unicodedata.normalize(form, SIRO))  # type: ignore[arg-type] # NFD


def _copied(body: str) -> Change:
    """Add a record that borrows from a signed one, whose record becomes an anchor."""

    def change(files: Signed) -> Signed:
        record = files.record(ONE)
        anchored = record.replace(f"  {ONE}:\n", f"  {ONE}: &one\n").replace(
            "    signature: ", "    signature: &signature "
        )
        done = files.swap(EXCEPTIONS, record, anchored)
        return done.write(EXCEPTIONS, done.files[EXCEPTIONS] + f"  {NEW}:\n{body}")

    return change


def _swapped(files: Signed) -> Signed:
    marram, saltern = (files.signature(JOINT, name) for name in ("marram", "saltern"))
    there = files.edit(JOINT, marram, "HERE").edit(JOINT, saltern, marram)
    return there.edit(JOINT, "HERE", saltern)


def _added(line: str) -> Change:
    """Add a line to the approvals of the joint acceptance."""
    return edited("    approvals:\n", f"    approvals:\n      - {line}\n", JOINT)


def _later(files: Signed) -> Signed:
    """Repeat a line on a later day, so that the longest time and the review begin anew."""
    line = f"{{organisation: marram, by: {SIRO}, on: 2026-11-20, signature: "
    return _added(f"{line}{files.signature(JOINT, 'marram')}}}")(files)


def _alone(files: Signed) -> Signed:
    """Make one council's line the acceptance of the whole."""
    record = files.record(JOINT)
    head, rest = record.split("    approvals:\n")
    signature = files.signature(JOINT, "marram")
    tail = "".join(line for line in rest.splitlines(keepends=True) if "by: " not in line)
    people = f"    accepted_by: {SIRO}\n    accepted_on: 2026-09-12\n    signature: {signature}\n"
    return files.swap(EXCEPTIONS, record, head + people + tail)


def _extended(line: str, *more: str) -> Change:
    ends = "".join(f"      - {{{each}}}\n" for each in (line, *more))
    return edited("    expires: 2027-01-31\n", f"    expires: 2027-01-31\n    extended:\n{ends}")


def _extended_joint(files: Signed) -> Signed:
    line = f"{{from: 2027-01-31, to: 2027-02-28, on: 2026-11-01, accepted_by: {SIRO}, "
    done = files.edit(
        JOINT,
        "    expires: 2027-01-31\n",
        f"    expires: 2027-01-31\n    extended: [{line}organisation: marram}}]\n",
    )
    return done.sign(JOINT, "resources", "marram")


def _exposed(files: Signed) -> Signed:
    """Move what was accepted to where the internet reaches it."""
    return files.swap(
        SYSTEMS,
        "srv-one: {name: DB01, organisation: marram, exposure: internal",
        "srv-one: {name: DB01, organisation: marram, exposure: internet",
    )


def _exposed_and_pinned(files: Signed) -> Signed:
    return _exposed(files).edit(ONE, '"asset.exposure": "internal"', '"asset.exposure": "internet"')


def _ignored(files: Signed) -> Signed:
    done = files.edit(ONE, "stay open", "are harmless")
    return done.write("estate.yaml", f"{ESTATE}ignore: [{FORGED}]\n")


def _shared(files: Signed) -> Signed:
    return files.swap(
        SYSTEMS, "DB01, organisation: marram", "DB01, organisation: [marram, saltern]"
    )


def _by_default(files: Signed) -> Signed:
    """Let the file say who accepts and until when, for a draft that leaves it open."""
    record = files.record(ONE)
    signature = next(line for line in record.splitlines(keepends=True) if "signature: " in line)
    draft = record.replace(signature, "")
    for line in (f"    accepted_by: {SIRO}\n", "    accepted_on: 2026-09-12\n"):
        draft = draft.replace(line, "")
    lent = f"defaults: {{accepted_by: {SIRO}, accepted_on: 2026-09-12}}\n"
    text = files.files[EXCEPTIONS].replace(record, "")
    return files.write(EXCEPTIONS, text).write("draft.yaml", f"{lent}exceptions:\n{draft}")


def _signed_by_default(files: Signed) -> Signed:
    done = _by_default(files)
    lent = f"signature: {files.signature(EARLY)}, accepted_by:"
    return done.swap("draft.yaml", "accepted_by:", lent)


def _noted_by_default(files: Signed) -> Signed:
    return files.write(EXCEPTIONS, f"defaults: {{notes: Agreed.}}\n{files.files[EXCEPTIONS]}")


def _excepted(rule: str) -> Change:
    """Accept the finding about a forged acceptance by another acceptance, signed and all."""

    def change(files: Signed) -> Signed:
        done = files.edit(ONE, "stay open", "are harmless")
        record = files.record(ONE).replace(ONE, NEW).replace("unsupported-software", rule)
        cover = '{asset: srv-one, product: old-db, version: "12.2"}'
        done = done.write(EXCEPTIONS, done.files[EXCEPTIONS] + record.replace(cover, ONE))
        return done.sign(NEW, "resources")

    return change


def _without(field: str, key: str = ONE) -> Change:
    """Take a line out of a record."""

    def change(files: Signed) -> Signed:
        lines = files.record(key).splitlines(keepends=True)
        (line,) = (each for each in lines if each.startswith(f"    {field}: "))
        return files.edit(key, line, "")

    return change


COVERED = 'covers: [{asset: srv-one, product: old-db, version: "12.2"}'
HOLDER = "from: 2026-09-01, until: 2027-08-31, keys: [KEY-resources]"
_ENTRY = f"{{name: {SIRO}, {HOLDER}}}"
_LATER = (
    f"{{name: {SIRO}, from: 2026-09-01, until: 2026-10-31, keys: [KEY-mallory]}}\n"
    f"        - {{name: {SIRO}, from: 2026-11-01, keys: [KEY-resources]}}"
)
_LOOKS = "      enterprise-architect:\n"

KEYS: tuple[Attack, ...] = (
    forged("another's key signs", lambda f: f.sign(ONE, "mallory")),
    forged("the other council's key signs", lambda f: f.sign(ONE, "finance")),
    forged("a key that is listed for another role signs", lambda f: f.sign(ONE, "architect")),
    forged("the key of who left the role signs", lambda f: f.sign(ONE, "interim")),
    nobody("another role accepts", again("architect", SIRO, "Chief Architect")),
    nobody("another council's officer accepts", again("finance", SIRO, "Director of Finance")),
    nobody("nobody in particular accepts", again("mallory", SIRO, "Mallory")),
    nobody(
        "who has left the role accepts",
        again("interim", "accepted_on: 2026-08-31", "accepted_on: 2026-09-01", EARLY),
        EARLY,
    ),
    Attack(
        "who has not taken the role yet accepts",
        again("resources", "accepted_on: 2026-09-12", "accepted_on: 2026-08-31"),
        "unauthorised",
        (FORGED, STALE, UNAUTHORISED),
    ),
    forged("the key is revoked", listed("[KEY-resources]", "[]")),
    forged("another key takes its place", listed("[KEY-resources]", "[KEY-mallory]")),
    nobody("the role ended before", listed("until: 2027-08-31", "until: 2026-09-11")),
    nobody("the role began after", listed("from: 2026-09-01", "from: 2026-09-13")),
    forged("the key came to the role after", listed(_ENTRY, _LATER)),
    forged("a certificate is listed", _list_key(_certificate)),
    forged("a certificate signs", put(_certified)),
    forged(
        "a fingerprint is listed", listed("KEY-resources", '"SHA256:5YXwLEMI9JCVvhKRL2E8wunoix8"')
    ),
    forged(
        "options stand before the key",
        _list_key(lambda f: json.dumps(f"cert-authority {f.keys.public('resources')}")),
    ),
    forged("a private key is listed", _list_key(_private)),
    forged("a weak key is listed and signs", _weak),
    forged("RSA signs with SHA-1", _sha1),
    nobody(
        "a role that looks alike is listed",
        resigned(
            lambda f: listed(
                _LOOKS, "      sir\u043e: [{name: Mallory, keys: [KEY-mallory]}]\n" + _LOOKS
            )(f).edit(ONE, SIRO, "Mallory"),
            "mallory",
        ),
    ),
    Attack(
        "the organisation lists no roles",
        lambda f: f.swap(
            ORGANISATIONS,
            f.files[ORGANISATIONS].split("    type: council\n")[1].split("  saltern:")[0],
            "",
        ),
        "unauthorised",
        (FORGED,),
    ),
)

SIGNATURES: tuple[Attack, ...] = (
    forged("a signature of another record", lambda f: f.put(ONE, f.armoured(EARLY))),
    forged(
        "a signature made for git", put(lambda f: f.keys.sign("resources", f.payload(ONE), "git"))
    ),
    forged(
        "a signature made for files",
        put(lambda f: f.keys.sign("resources", f.payload(ONE), "file")),
    ),
    forged("a signature of nothing", put(lambda f: f.keys.sign("resources", b""))),
    forged(
        "a signature of a line", put(lambda f: f.keys.sign("resources", f.payload(ONE) + b"\n"))
    ),
    forged("a signature of another layout", put(_pretty)),
    forged("a signature that is cut off", put(_cut)),
    forged("a signature without its end", put(lambda f: f.armoured(ONE).rsplit("-----END")[0])),
    forged("a signature with a bit changed", put(_flipped)),
    forged("a signature that names another's key", put(lambda f: _by(f, "resources", "mallory"))),
    forged("carriage returns in a signature", put(lambda f: f.armoured(ONE).replace("\n", "\r\n"))),
    forged("blanks in a signature", put(lambda f: f.armoured(ONE).replace("\n", " \n"))),
    forged("words before a signature", put(lambda f: "Agreed.\n" + f.armoured(ONE))),
    forged("two signatures", put(lambda f: f.armoured(ONE) * 2)),
    forged(
        "another digest is named",
        put(lambda f: armoured(bared(f.armoured(ONE)).replace(b"sha512", b"sha384"))),
    ),
    forged("words for a signature", put(lambda _: f"signed: {SIRO}")),
    forged("null for a signature", lambda f: f.edit(ONE, f.signature(ONE), "null")),
    Attack("no signature", _without("signature"), "unsigned", (UNSIGNED,), optional="valid"),
)

RECORDS: tuple[Attack, ...] = (
    forged("the risk is reworded", edited("stay open", "are harmless")),
    forged("a letter of the risk looks alike", edited("stay open", "stay \u043epen")),
    forged("the mitigation is reworded", edited("A network of its own", "A network")),
    forged("the treatment is another", edited("treatment: treat", "treatment: transfer")),
    Attack(
        "one more thing is covered",
        edited(COVERED, COVERED + ', {asset: srv-early, product: old-db, version: "12.2"}'),
        "forged",
        (FORGED, STALE),
    ),
    forged("the expiry is moved", edited("expires: 2027-01-31", "expires: 2027-02-28")),
    forged("the target is moved", edited("target: 2027-01-31", "target: 2027-02-28")),
    forged("the review is moved", edited("review_by: 2027-01-10", "review_by: 2027-01-31")),
    forged("the risk that is left is lowered", edited("impact: 3}", "impact: 1}")),
    forged("another is said to have asked", edited("Head of Revenues", "Head of ICT")),
    forged("a note is added", edited("    treatment:", "    notes: Agreed.\n    treatment:")),
    forged("the project is another", edited(", project: prj-db", "")),
    forged(
        "it is said to be joint", edited("organisation: marram", "organisation: [marram, saltern]")
    ),
    forged("the day is another", edited("accepted_on: 2026-09-12", "accepted_on: 2026-09-13")),
    forged("a blank follows the name", edited(SIRO, f'"{SIRO} "')),
    forged("the name is composed otherwise", lambda f: _normal(f, "NFD")),
    nobody("a letter of the name looks alike", edited("Directrice", "Dir\u0435ctrice")),
    nobody("a joiner stands in the name", edited(SIRO, '"Directrice\\u200D générale"')),
    nobody("the name is in small letters", edited(SIRO, SIRO.lower())),
    Attack("a fact changes", _exposed, "stale", (STALE,)),
    Attack("it becomes a shared thing", _shared, "missing-joint", (HALF,)),
    forged("a fact changes, and what is pinned with it", _exposed_and_pinned),
    forged("a pinned fact is taken out", edited('"asset.exposure": "internal", ', "")),
    Attack(
        "the pinned facts are taken out",
        _without("facts"),
        "incomplete",
        (FORGED, INCOMPLETE),
        optional="forged",
    ),
    forged(
        "it is extended without being signed",
        _extended(f"from: 2027-01-31, to: 2027-02-28, on: 2026-11-01, accepted_by: {SIRO}"),
    ),
    nobody(
        "somebody else extends it",
        resigned(
            _extended("from: 2027-01-31, to: 2027-02-28, on: 2026-11-01, accepted_by: Mallory"),
            "mallory",
        ),
    ),
    Attack(
        "it is extended on a day before it was accepted",
        resigned(
            _extended(
                "from: 2027-01-31, to: 2027-02-28, on: 2026-08-15, accepted_by: Interim Director"
            ),
            "interim",
        ),
        "stale",
        (STALE,),
    ),
    Attack(
        "the organisation is another",
        lambda f: (
            f.edit(ONE, "organisation: marram", "organisation: saltern")
            .edit(ONE, SIRO, "Director of Finance")
            .sign(ONE, "finance")
        ),
        "missing-joint",
        (HALF,),
    ),
    Attack(
        "the id is another",
        lambda f: f.swap(EXCEPTIONS, f"  {ONE}:\n", f"  {NEW}:\n"),
        "forged",
        (FORGED,),
        NEW,
    ),
    Attack(
        "it lasts too long",
        lambda f: (
            f.edit(ONE, "expires: 2027-01-31", "expires: 2027-03-13")
            .edit(ONE, "target: 2027-01-31", "target: 2027-03-13")
            .sign(ONE, "resources")
        ),
        "overlong",
        ("overlong-acceptance",),
    ),
    Attack(
        "it never ends",
        again("resources", "expires: 2027-01-31", "expires: null"),
        "open-ended",
        ("open-ended-acceptance",),
    ),
    Attack(
        "its plan never ends",
        again("resources", "target: 2027-01-31", "target: null"),
        "open-ended",
        ("open-ended-acceptance",),
    ),
    Attack(
        "it has no day",
        again("resources", "accepted_on: 2026-09-12", "accepted_on: null"),
        "incomplete",
        (FORGED, INCOMPLETE),
    ),
    Attack(
        "its day is tomorrow",
        again("resources", "accepted_on: 2026-09-12", "accepted_on: 2026-11-22"),
        "pending",
        (),
    ),
    Attack(
        "its risk is empty",
        again("resources", "Faults found in the database from now on stay open.", '"\\u200B"'),
        "incomplete",
        (INCOMPLETE,),
    ),
    Attack(
        "too much risk is left",
        again("resources", "likelihood: 2, impact: 3", "likelihood: 3, impact: 4"),
        "above-appetite",
        ("excessive-residual-risk",),
    ),
    Attack(
        "who accepts has asked for it",
        again("resources", "Head of Revenues", SIRO.upper()),
        "self-approved",
        ("self-approved-acceptance",),
    ),
    Attack(
        "it covers whatever will be there",
        again("resources", COVERED, "covers: [srv-one"),
        "orphaned",
        (ORPHANED,),
    ),
    Attack("it has run out", lambda f: f, "expired", ("expired-acceptance",), day=date(2027, 2, 1)),
    Attack(
        "it is withdrawn",
        edited("    treatment:", "    withdrawn: {on: 2026-11-21}\n    treatment:"),
        "withdrawn",
        (),
    ),
)

JOINTLY: tuple[Attack, ...] = (
    forged("the signatures change places", _swapped, JOINT),
    forged(
        "one council's key signs for the other",
        lambda f: f.sign(JOINT, "resources", "saltern"),
        JOINT,
    ),
    nobody(
        "one council's officer accepts for the other",
        lambda f: f.edit(JOINT, "Director of Finance", SIRO).sign(JOINT, "resources", "saltern"),
        JOINT,
    ),
    Attack(
        "one council's line is missing",
        lambda f: f.edit(
            JOINT,
            next(
                line
                for line in f.record(JOINT).splitlines(keepends=True)
                if "organisation: saltern, by" in line
            ),
            "",
        ),
        "missing-joint",
        (HALF,),
        JOINT,
        "srv-both",
    ),
    Attack(
        "one council's signature is missing",
        lambda f: f.edit(JOINT, f", signature: {f.signature(JOINT, 'saltern')}", ""),
        "unsigned",
        (UNSIGNED,),
        JOINT,
        "srv-both",
        optional="valid",
    ),
    Attack(
        "one council's line is made the whole",
        _alone,
        "missing-joint",
        (FORGED, HALF),
        JOINT,
        "srv-both",
    ),
    forged("the day of a line is moved", edited("on: 2026-09-14", "on: 2026-09-15", JOINT), JOINT),
    forged("a later line borrows the signature of another", _later, JOINT),
    forged(
        "a line says the same once more, signed by nobody",
        _added(f"{{organisation: marram, by: {SIRO}, on: 2026-09-12, signature: nobody}}"),
        JOINT,
    ),
    forged(
        "a later line, unsigned, stands behind another",
        lambda f: f.edit(
            JOINT,
            "    review_by:",
            f"      - {{organisation: marram, by: {SIRO}, on: 2026-11-20}}\n    review_by:",
        ),
        JOINT,
    ),
    Attack(
        "somebody adds a line of their own",
        _added("{organisation: marram, by: Mallory, on: 2026-09-12}"),
        "unauthorised",
        (FORGED, UNAUTHORISED, UNSIGNED),
        JOINT,
        "srv-both",
    ),
    forged(
        "the whole is signed beside the lines",
        edited(
            "    approvals:\n",
            f"    accepted_by: {SIRO}\n    signature: x\n    approvals:\n",
            JOINT,
        ),
        JOINT,
    ),
    Attack(
        "one council extends it for both",
        _extended_joint,
        "missing-joint",
        (FORGED, HALF),
        JOINT,
        "srv-both",
    ),
    forged(
        "the record is changed after both signed", edited("stay open", "are harmless", JOINT), JOINT
    ),
)

_BORROWED = '    <<: *one\n    covers: [{asset: srv-early, product: old-db, version: "12.2"}]\n'

WRITTEN: tuple[Attack, ...] = (
    Attack(
        "a merge key brings a signature",
        _copied(_BORROWED),
        "forged",
        (FORGED, STALE),
        NEW,
        "srv-early",
    ),
    Attack("the file lends who accepts", _by_default, "unsigned", (UNSIGNED,), optional="valid"),
    forged("the file lends a signature", _signed_by_default),
    forged("the file lends a note", _noted_by_default),
    Attack("the rule is ignored", _ignored, "forged", ()),
    forged("its forgery is accepted", _excepted(FORGED)),
    Attack("an acceptance of an acceptance", _excepted(FORGED), "forged", (FORGED, ORPHANED), NEW),
    Attack(
        "an acceptance of what is no finding",
        _excepted("invalid-field"),
        "forged",
        (FORGED, ORPHANED),
        NEW,
    ),
)

ATTACKS = (*KEYS, *SIGNATURES, *RECORDS, *JOINTLY, *WRITTEN)
