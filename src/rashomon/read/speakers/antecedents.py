"""Who "he", "it" or "the mayor" is: every figure spoken of before, weighed by a short table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log

from rashomon.read.speakers.figures import Figure, Place, Role
from rashomon.read.speakers.names import role_pronoun, words
from rashomon.read.speakers.scene import Scene

# Points for one place where a candidate is spoken of; the best place counts. Set by hand on half of the
# Gender Gap Tracker's articles, checked on the other half.
SENTENCE_AWAY = -0.9
"""Per sentence of the reporter's own words between (sentences inside quotes do not count), eight at most."""
PARAGRAPH_AWAY = -0.5
SUBJECT = 1.0
SPEAKS = 1.1
IN_QUOTE = -2.0
"""Named inside someone's quoted words: spoken of, not speaking."""
OWNER = -0.6
LAST_SPEAKER = 0.8
OFTEN = 0.4
"""Per natural log of the number of places."""
FIT = 1.3
"""The pronoun is the one the figure's name or title tells, not merely possible."""

GENERIC = frozenset(
    "company firm corporation business agency group organization organisation association body outfit".split()
)
"""Nouns that take up whichever body was spoken of last; "the insurer" needs one that is told to insure."""
BODIES = GENERIC | frozenset(
    "company firm corporation business agency group organization organisation association union utility team "
    "outlet network newspaper charity club bank startup start-up retailer giant maker automaker manufacturer "
    "carrier airline producer operator provider institute institution university school college hospital "
    "magazine broadcaster society foundation coalition alliance brand chain developer conglomerate lender "
    "insurer militia movement".split()
)
"""Nouns for private bodies; "ministry", "court", "board", "government" need a name that
holds them."""

OFFICES = frozenset(
    "president minister judge official officials spokesman spokeswoman spokesperson government court "
    "ministry department city state county province police army military commission board council committee "
    "parliament law source sources premier prime governor senator chief justice secretary chancellor".split()
)
"""Nouns that stay as they are unless the document tells who bears them: the mayor of some other town may be
meant."""

INSTITUTIONS = frozenset(
    "ministry department agency government court board commission council committee company firm group union "
    "organisation organization city state county province police army military parliament institute "
    "university".split()
)
"""Nouns for bodies: "it" may take them up, and no person is ever one."""

PRESS = frozenset("radio television tv newspaper paper daily weekly channel website media press wire".split())
"""Nouns for outlets, which no personal pronoun takes up."""

PUBLIC = frozenset(
    "ministry department government court commission council committee parliament police army senate "
    "congress office secretariat embassy".split()
)
"""Words in names of bodies of state, which "the company" or "the group" never takes up."""

KIN = frozenset(
    "father mother son daughter brother sister husband wife parent grandfather grandmother uncle aunt cousin "
    "nephew niece partner widow widower girlfriend boyfriend mom mum dad spouse".split()
)
"""Nouns that point at someone else than the one spoken of."""

SPOKES = {"spokesman": "spokes", "spokeswoman": "spokes", "spokesperson": "spokes", "advisor": "adviser"}
_PERSON_ENDS = (
    "er", "or", "ist", "ian", "man", "woman", "person", "ant", "ent", "ee", "ard", "ive", "old", "ess", "ick",
    "wright", "ete", "ar", "eur", "boss", "star", "chief", "head", "native", "mom", "dad", "mother", "father",
    "king", "queen", "coach", "pilot", "chef", "guy", "cop", "monk", "rookie", "champ", "champion", "rep",
    "mp", "aide", "ally", "captain",
)  # fmt: skip


def fold(head: str) -> str:
    return SPOKES.get(head, head)


def singular(head: str) -> str:
    if head.endswith("ies") and len(head) > 4:
        return head[:-3] + "y"
    if head.endswith("s") and not head.endswith(("ss", "us", "is")) and len(head) > 3:
        return head[:-1]
    return head


def personal(head: str) -> bool:
    """Whether a noun looks like one for a person ("captain", "goaltender", "39-year-old")."""
    return bool(role_pronoun(head)) or (head.endswith(_PERSON_ENDS) and head not in BODIES | OFFICES)


def weigh(figure: Figure, at: int, scene: Scene, last: Figure | None) -> float | None:
    """How present a figure is at an offset, in points; ``None`` when it was not spoken of before."""
    best: float | None = None
    sentence, paragraph = scene.narrative(at), scene.paragraph(at)
    for place in figure.places:
        if place.start >= at:
            break
        points = (
            SENTENCE_AWAY * min(sentence - scene.narrative(place.start), 8)
            + PARAGRAPH_AWAY * min(paragraph - scene.paragraph(place.start), 12)
            + SUBJECT * place.subject
            + SPEAKS * place.speaker
            + IN_QUOTE * place.quoted
            + OWNER * place.owner
        )
        best = points if best is None else max(best, points)
    if best is None:
        return None
    return best + LAST_SPEAKER * (figure is last) + OFTEN * log(len(figure.places))


def most_present(
    figures: Sequence[Figure],
    at: int,
    scene: Scene,
    last: Figure | None,
    bonus: Callable[[Figure], float | None],
) -> Figure | None:
    """The candidate with most points; ``bonus`` adds a figure's own points or rules it out with ``None``."""
    best: tuple[float, int] | None = None
    chosen: Figure | None = None
    for figure in figures:
        extra = bonus(figure)
        points = weigh(figure, at, scene, last) if extra is not None else None
        if extra is None or points is None:
            continue
        rank = (points + extra, -figure.places[0].start)
        if best is None or rank > best:
            best, chosen = rank, figure
    return chosen


def of_pronoun(
    pronoun: str, figures: Sequence[Figure], at: int, scene: Scene, last: Figure | None
) -> Figure | None:
    """The figure behind he, she, it or they; ``None`` where none fits."""

    def bonus(figure: Figure) -> float | None:
        person = figure.kind == "person"
        if pronoun in {"he", "she"}:
            if not person or figure.plural or figure.pronoun not in {"", pronoun}:
                return None
            return FIT * (figure.pronoun == pronoun)
        if pronoun == "it":
            if person or figure.plural or figure.kind == "group":
                return None
            return {"organisation": 1.0, "state": 0.3, "place": -0.5}.get(figure.kind, 0.0)
        if figure.plural:
            return FIT
        return {"organisation": -0.2, "group": 0.3, "state": -0.8, "place": -1.5}.get(figure.kind, -1.2)

    return most_present(figures, at, scene, last, bonus)


def of_description(
    role: Role,
    definite: bool,
    figures: Sequence[Figure],
    at: int,
    scene: Scene,
    last: Figure | None,
    *,
    placed: bool = False,
) -> Figure | None:
    """The figure that a description takes up: by a told role, by a word of its name, by kind; else ``None``.

    ``placed``: it says of what or where ("the mayor of Sandal"), so that kind alone is not enough.
    """
    head = fold(role.head)
    likely = role_pronoun(role.head)

    def told(figure: Figure) -> float | None:
        if likely and figure.kind == "person" and figure.pronoun not in {"", likely}:
            return None
        best: float | None = None
        for other in figure.roles:
            if fold(other.head) == head:
                shared = len((role.words & other.words) - {role.head})
                apart = len(role.words - other.words - {role.head})
                best = max(best if best is not None else -99.0, 2.0 * shared - 1.0 * apart)
            elif len(role.words & other.words) >= 2:
                best = max(best if best is not None else -99.0, 1.0 * len(role.words & other.words) - 1.5)
        if figure.kind in {"organisation", "place"} and figure.named:
            for name in figure.names:
                if head in words(name) and role.words <= {*words(name), head}:
                    best = max(best if best is not None else -99.0, 1.0)
        if figure.named and figure.kind == "person" and role.head in BODIES | INSTITUTIONS:
            return None
        if figure.kind != "person" and personal(role.head):
            return None
        return best

    if not definite:
        return None
    if found := most_present(figures, at, scene, last, told):
        return found
    if role.head in GENERIC and len(role.words - {role.head, *role.head.split("-")}) == 0:

        def body(figure: Figure) -> float | None:
            of_state = any(w in PUBLIC for n in figure.names for w in words(n))
            return 0.0 if figure.kind == "organisation" and figure.named and not of_state else None

        return most_present(figures, at, scene, last, body)
    if personal(role.head) and role.head not in KIN and not placed:
        return of_pronoun(likely or "he", figures, at, scene, last) or of_pronoun(
            "she", figures, at, scene, last
        )
    return None


def place_of(start: int, end: int, scene: Scene, *, speaker: bool, owner: bool = False) -> Place:
    return Place(
        start,
        end,
        subject=scene.subject(start, end),
        quoted=scene.quoted(start),
        speaker=speaker,
        owner=owner,
    )
