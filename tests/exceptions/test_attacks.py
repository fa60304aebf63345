"""Every attack on an accepted risk is refused, in the right state and by the right rule."""

from __future__ import annotations

from typing import Literal

import pytest
from tests.exceptions.attacks import ATTACKS, NEW, Attack
from tests.exceptions.signed_estate import EARLY, JOINT, ONE, Signed

ABOUT = {
    "expired-acceptance",
    "forged-acceptance",
    "incomplete-acceptance",
    "missing-joint-acceptance",
    "open-ended-acceptance",
    "orphaned-acceptance",
    "overlong-acceptance",
    "excessive-residual-risk",
    "self-approved-acceptance",
    "stale-acceptance",
    "unauthorised-acceptance",
    "unsigned-acceptance",
}

NAMES = [attack.does.replace(" ", "-") for attack in ATTACKS]


@pytest.mark.parametrize("signatures", ["required", "optional"])
def test_what_is_attacked_counts_before(
    signatures: Literal["required", "optional"], signed: Signed
) -> None:
    judged = signed.judged(signatures=signatures)
    for key, server in ((ONE, "srv-one"), (JOINT, "srv-both"), (EARLY, "srv-early")):
        stands = judged.acceptance(key)
        assert (stands.state, stands.counts, judged.rules(key)) == ("valid", True, set())
        assert judged.found(server).exception == key


def test_no_attack_is_told_twice() -> None:
    assert len({*NAMES}) == len(NAMES) >= 40


@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
def test_an_attack_is_refused(attack: Attack, signed: Signed) -> None:
    attacked = attack.change(signed)
    judged = attacked.judged(attack.day)
    stands = judged.acceptance(attack.key)
    assert stands.state == attack.state
    assert judged.rules(attack.key) & ABOUT == {*attack.rules}
    assert judged.found(attack.server).exception in (None, _elsewhere(attack))
    optional = attacked.judged(attack.day, "optional")
    assert optional.acceptance(attack.key).state == (attack.optional or attack.state)


def _elsewhere(attack: Attack) -> str | None:
    """Return the acceptance that still counts for what the attack is after."""
    return EARLY if (attack.key, attack.server) == (NEW, "srv-early") else None
