"""Who goes on speaking where a quote or a "saying that" has no source of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.read.speakers.figures import Figure
from rashomon.read.speakers.scene import Scene
from rashomon.records import Attribution

Speakers = Mapping[int, Figure]
"""Speaker of an attribution by its place in the list."""


def goes_on(
    i: int, attributions: Sequence[Attribution], speakers: Speakers, figures: Sequence[Figure], scene: Scene
) -> Figure | None:
    """The one who goes on speaking: the same paragraph's speaker, else the last paragraph's."""
    a = attributions[i]
    if not a.content or (a.form == "indirect" and not a.cue):
        return None
    at = a.content[0][0]
    if a.form == "indirect":
        return _of_sentence(a.cue[0][0], attributions, speakers, figures, scene)
    paragraph = scene.paragraph(at)
    near: list[tuple[int, bool, int, Figure]] = []
    for j, who in speakers.items():
        there = attributions[j]
        if there.source and scene.quoted(there.source[0][0]):
            continue
        anchor = (there.source or there.content)[0][0]
        away = paragraph - scene.paragraph(anchor)
        if away >= 0:
            # In the same paragraph who spoke before the quote comes first; in those before, who was quoted.
            later = anchor > at if away == 0 else there.form == "indirect"
            near.append((away, later, abs(anchor - at), who))
    near.sort(key=lambda n: (max(0, n[0] - 1), n[0] > 0, n[1], n[2]))
    # 'Smith was pleased. "We won."': the subject of the last sentence, unless someone spoke since.
    spoke = max((attributions[j].end for j in speakers if begin_of(attributions[j]) < at), default=0)
    told = _subject_before(at, max(scene.paragraph_start(at), spoke), figures, scene)
    if told is not None:
        return told
    return near[0][3] if near else None


def _subject_before(at: int, since: int, figures: Sequence[Figure], scene: Scene) -> Figure | None:
    """The person who is the subject of the sentence right before a quote, between two offsets."""
    end = len(scene.text[:at].rstrip(" “\"«‘'\n"))
    if end <= since:
        return None
    begin = max(scene.sentences[scene.sentence(end - 1)][0], since)
    found = [
        (place.start, k)
        for k, f in enumerate(figures)
        for place in f.places
        if f.kind == "person" and place.subject and not place.quoted and begin <= place.start < end
    ]
    return figures[min(found)[1]] if found else None


def _of_sentence(
    at: int, attributions: Sequence[Attribution], speakers: Speakers, figures: Sequence[Figure], scene: Scene
) -> Figure | None:
    """The subject of "…, saying that" and "… but added that": this sentence's speaker, else its subject
    before."""
    sentence = scene.sentence(at)
    said = [
        (a.source[0][0], j)
        for j, a in enumerate(attributions)
        if j in speakers and a.source and a.source[0][0] < at and scene.sentence(a.source[0][0]) == sentence
    ]
    if said:
        return speakers[max(said)[1]]
    before = [
        (place.start, k)
        for k, f in enumerate(figures)
        for place in f.places
        if place.subject and place.start < at and scene.sentence(place.start) == sentence
    ]
    if before and figures[min(before)[1]].kind in {"person", "organisation", "state", "group"}:
        return figures[min(before)[1]]
    return None


def begin_of(a: Attribution) -> int:
    """Offset of an attribution's first piece; 0 for one without pieces."""
    pieces = (*a.content, *a.cue, *a.source)
    return min(r[0] for r in pieces) if pieces else 0
