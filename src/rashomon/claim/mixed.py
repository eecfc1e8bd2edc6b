"""Stands that hold two things: a part is granted and the rest denied."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.claim.saying import Said


def united(said: Sequence[Said]) -> list[Said]:
    return list(said)
