"""A claim's status, from the positions on it and from nothing else."""

from __future__ import annotations

from rashomon.records import Claim, Status

AGAINST = frozenset({"denies", "partly_denies", "doubts"})


def status(claim: Claim) -> Status:
    """The status of a claim.

    ``retracted``: a party that asserted it took it back and no other asserts it. ``disputed``: one party asserts it
    and another denies, partly denies or doubts it. ``denied``: it is denied, and nobody who was collected asserts it.
    A party that denied it and later asserts it stands against it no more.
    ``uncontested``: nobody who was collected stands against it; that does not make it true.
    """
    asserting = {one.party for one in claim.positions if one.stance in {"asserts", "reports"}}
    against = {one.party for one in claim.positions if one.stance in AGAINST}
    against -= {
        one.party
        for one in claim.changes
        if one.kind == "changed" and one.after.stance in {"asserts", "reports"}
    }
    retracting = {one.party for one in claim.positions if one.stance == "retracts"}
    if retracting and not asserting - retracting:
        return "retracted"
    if against and asserting and (asserting - against or against - asserting):
        return "disputed"  # who asserts it may be of two minds within; that takes no denial of a rival away
    if against:
        return "denied"
    return "uncontested"
