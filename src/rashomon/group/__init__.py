"""group: Documents → Stories. Which reports tell of one happening, and whose words each of them is."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.group.copies import Descent, descents
from rashomon.group.likeness import likenesses
from rashomon.group.words import Look, look
from rashomon.records import Document, Membership, Reading, Story, content_id

THRESHOLD = 0.08
"""Mean likeness from which two groups of reports are one story; see decisions/0004 for how it was measured."""

HOME = 5
"""Reports from which a story is large enough to take in strays."""
STRAY = 0.12
"""Mean likeness of a stray to its three nearest reports of a story, from which it joins."""


def group(
    documents: Sequence[Document],
    readings: Sequence[Reading] = (),
    *,
    threshold: float | None = None,
    owners: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Story, ...]:
    """Stories, oldest first; every document is in exactly one, a lone report in a story of its own.

    The answer does not depend on the order of the documents. ``threshold`` (0…1) replaces the measured one;
    ``owners`` (owner → outlets) adds to the table of who owns whom.
    """
    looks = [look(document) for document in sorted(documents, key=lambda document: document.id)]
    origin = descents(looks, owners=owners)
    roots = [one for one in looks if origin[one.document.id].root == one.document.id]
    clusters = _clusters(roots, THRESHOLD if threshold is None else threshold)
    place = {one.document.id: number for number, cluster in enumerate(clusters) for one in cluster}
    members: list[list[Look]] = [[] for _ in clusters]
    for one in looks:
        members[place[origin[one.document.id].root]].append(one)
    stories = [
        _story(group, _central(clusters[number], group, origin), origin)
        for number, group in enumerate(members)
    ]
    return tuple(
        sorted(stories, key=lambda story: (story.started_at is None, str(story.started_at), story.id))
    )


def _central(cluster: Sequence[Look], members: Sequence[Look], origin: dict[str, Descent]) -> Look:
    """The report that stands for the story: the one with most copies, among equals the nearest to all others."""
    copies = Counter(origin[one.document.id].root for one in members)
    titled = [one for one in cluster if one.document.title] or cluster
    return max(titled, key=lambda one: copies[one.document.id])


def _clusters(looks: Sequence[Look], threshold: float) -> list[list[Look]]:
    """Average-linkage clusters over the pairs that share anything; a pair that shares nothing counts 0.

    Each cluster has its most central report first.
    """
    likeness = likenesses(looks)
    near: list[dict[int, float]] = [{} for _ in looks]
    for (a, b), value in likeness.items():
        near[a][b] = near[b][a] = value
    alike = [dict(ties) for ties in near]
    size = [1] * len(looks)
    parts: list[list[int]] = [[number] for number in range(len(looks))]
    queue = [(-value, a, b, 1, 1) for (a, b), value in likeness.items() if value >= threshold]
    heapq.heapify(queue)
    while queue:
        _, a, b, size_a, size_b = heapq.heappop(queue)
        if size[a] != size_a or size[b] != size_b or not parts[a] or not parts[b]:
            continue
        parts[a] += parts[b]
        parts[b] = []
        size[a], size[b] = len(parts[a]), 0
        near[a].pop(b, None)
        for other, total in near[b].items():
            if other != a:
                near[other].pop(b, None)
                near[a][other] = near[other][a] = near[a].get(other, 0.0) + total
        near[b] = {}
        for other, total in near[a].items():
            mean = total / (size[a] * size[other])
            if mean >= threshold:
                low, high = min(a, other), max(a, other)
                heapq.heappush(queue, (-mean, low, high, size[low], size[high]))
    found = []
    for part in _strays_home(parts, alike):
        if part:
            part.sort(key=lambda n: (-sum(alike[n].get(m, 0.0) for m in part), looks[n].document.id))
            found.append([looks[number] for number in part])
    return found


def _strays_home(parts: list[list[int]], alike: Sequence[dict[int, float]]) -> list[list[int]]:
    """Lone reports and pairs join the story to whose three nearest reports they are near enough.

    A short report of one side of a large story is far from most of it, so its mean likeness is low though it
    plainly belongs.
    """
    homes = [part for part in parts if len(part) >= HOME]
    strays = [part for part in parts if 0 < len(part) < 3 and len(part) < HOME]
    moved: list[tuple[list[int], list[int]]] = []
    for stray in strays:
        worth = []
        for home in homes:
            nearest = sorted((max(alike[n].get(m, 0.0) for n in stray) for m in home), reverse=True)[:3]
            worth.append((sum(nearest) / 3, min(home), home))
        if worth and max(worth)[0] >= STRAY:
            moved.append((stray, max(worth)[2]))
    for stray, home in moved:
        home.extend(stray)
        stray.clear()
    return [part for part in parts if part]


def _story(members: Sequence[Look], central: Look, origin: dict[str, Descent]) -> Story:
    dates = sorted(one.document.published_at for one in members if one.document.published_at)
    title = central.document.title or " ".join(central.document.text.split()[:14])
    return Story(
        id=content_id("story", *sorted({origin[one.document.id].root for one in members})),
        title=title,
        members=tuple(
            Membership(
                document_id=one.document.id,
                story_id=content_id("story", *sorted({origin[m.document.id].root for m in members})),
                root_id=origin[one.document.id].root,
                relation=origin[one.document.id].relation,
                why=origin[one.document.id].why,
                manner=origin[one.document.id].manner,
                passages=origin[one.document.id].passages,
                against=origin[one.document.id].against,
                changes=origin[one.document.id].changes,
            )
            for one in sorted(members, key=lambda one: one.document.id)
        ),
        started_at=dates[0] if dates else None,
        ended_at=dates[-1] if dates else None,
    )
