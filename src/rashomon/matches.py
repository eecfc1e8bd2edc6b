"""Claims that were put forward before: those a desk keeps, and lists of checked claims that it takes in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.flow import Desk, Tell, silence
from rashomon.records import Earlier, Issue

if TYPE_CHECKING:
    from rashomon.claim.match import Index


def known_claims(desk: Desk) -> tuple[Index, tuple[Issue, ...]]:
    """All claims that are kept, this desk's own and imported lists, ready to be asked. What is new since is indexed first."""
    return desk.store.known.index(desk.tell, threads=len(os.sched_getaffinity(0)))


def listed_claims(path: Path, tell: Tell = silence) -> tuple[Index, tuple[Issue, ...]]:
    """The claims of a file, ready to be asked, with no database."""
    from rashomon.claim.match import Index
    from rashomon.claim.match.lists import read

    made = list(read(path))
    claims = [one for one in made if isinstance(one, Earlier)]
    tell("match", 0, len(claims))
    index = Index.of(claims, threads=len(os.sched_getaffinity(0)))
    return index, tuple(one for one in made if isinstance(one, Issue))


def import_claims(
    desk: Desk, path: Path, called: str, now: datetime, *, replace: bool = False
) -> tuple[int, int, tuple[Issue, ...]]:
    """Take in a list of checked claims and index it: how many were read, how many of them were new, and what was left out."""
    from rashomon.claim.match.lists import read

    store, issues, seen = desk.store, list[Issue](), 0

    def claims() -> Iterator[Earlier]:
        nonlocal seen
        for one in read(path, called):
            if isinstance(one, Issue):
                issues.append(one)
            else:
                seen += 1
                yield one

    if replace:
        store.known.drop(called or path.name.split(".")[0])
    new, refused = store.known.add(claims(), at=now)
    _, more = known_claims(desk)
    return seen, new, (*issues, *refused, *more)
