"""Is it the same claim? Two tiers: *confirmed*, and *suggested* ("perhaps the same").

Decided part by part (``compare``) on who does what to whom, what is denied, how many, when, where and how it is meant. Words that are
the same idea to the lists find the pairs that are worth that, and take in what adds little to a claim in the same words.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from rashomon.claim import lexicon
from rashomon.claim.chance import PERHAPS, SAME, chance
from rashomon.claim.compare import Verdict, compare
from rashomon.claim.proposition import Named, propositions
from rashomon.claim.sense import Sense, framed

Tier = Literal["confirmed", "suggested", ""]

VERBATIM = 0.6
"""Share of common words (Jaccard) from which two contents are the same words."""
CLOSE = 0.34
"""… and from which they are the same claim if most of the shorter one is in the longer."""
WITHIN = 0.7
"""That "most"."""
CONTRARY = 0.45
"""Share of common words (Jaccard) from which opposite polarity makes a contradiction."""
FEWEST = 3
"""Common words, of which one names a deed, below which only the same words are the same claim."""


def overlap(a: Sense, b: Sense) -> tuple[float, float]:
    """Jaccard of the words, and the share of the smaller set that is in the larger."""
    common = len(a.words & b.words)
    if not common:
        return 0.0, 0.0
    return common / len(a.words | b.words), common / min(len(a.words), len(b.words))


def swapped(a: Sense, b: Sense) -> bool:
    """Who did it and whom it was done to have changed places.

    By the doers where both tell them, else by the order in which two actors that both name stand.
    """
    shared = set(a.actors) & set(b.actors)
    if len(shared) < 2:
        return False
    if a.doers & shared and b.doers & shared:
        return not a.doers & b.doers
    first = [actor for actor in a.actors if actor in shared]
    second = [actor for actor in b.actors if actor in shared]
    return first[:2] != second[:2]


def conflicting(a: Sense, b: Sense) -> bool:
    """Both give numbers and neither's are among the other's."""
    return bool(a.numbers and b.numbers) and not (a.numbers <= b.numbers or b.numbers <= a.numbers)


def agreeing(a: Sense, b: Sense) -> bool:
    """Whether two contents speak of one thing, be it said to be so or not to be so."""
    if conflicting(a, b) or swapped(a, b) or a.modality != b.modality:
        return False
    if a.actors and b.actors and not set(a.actors) & set(b.actors):
        return False
    jaccard, within = overlap(a, b)
    common = a.words & b.words
    enough = len(common) >= FEWEST and bool(common & a.deeds)
    return (jaccard >= VERBATIM and len(common) > 1) or (enough and jaccard >= CLOSE and within >= WITHIN)


def content(one: Sense) -> tuple[str, str, tuple[Named, ...]]:
    """What a proposition is made of: the words, their language where it is told, and whom they name."""
    told = {i for _, _, ids in one.spans for i in ids.split()}
    beside = tuple((-1, -1, party) for party in sorted(one.doers) if party not in told)
    return one.text, "", (*one.spans, *beside)


def prepare(senses: Iterable[Sense]) -> None:
    """Parse many contents at once: several times faster than one by one as they are compared."""
    propositions([content(one) for one in senses])


def verdict(a: Sense, b: Sense, days: tuple[date | None, date | None] = (None, None)) -> Verdict:
    """What the first content is to the second, part by part."""
    one, other = propositions([content(a), content(b)])
    return compare(one, other, days)


MORE = 0.5
"""Share of the longer of two sayings in the same words that the shorter may lack and be that claim: chosen by hand on reports of 44 articles."""
VETOES = frozenset({"roles", "negation", "number", "date", "modality", "name", "instead"})
"""What tells two claims apart however many words they share."""


def tier(a: Sense, b: Sense, days: tuple[date | None, date | None] = (None, None)) -> Tier:
    """Whether two contents put forward one proposition: ``confirmed``, ``suggested``, or not."""
    return judged(a, b, verdict(a, b, days))


def judged(a: Sense, b: Sense, found: Verdict) -> Tier:
    """The tier of two contents of which it is known what one is to the other."""
    if _accuses_more(a, b) or _accuses_more(b, a):
        return "" if found.why in VETOES or found.relation == "contradicts" else "suggested"
    if of_another(a, b) or not found.signs:
        return ""
    likely = chance(found.signs, a.text, b.text)
    if likely >= SAME or (found.same and agreeing(a, b)):
        return "confirmed"  # in the same words, what little one adds is no other claim
    if found.why in VETOES:
        return ""
    if found.relation in {"narrower", "broader"}:
        # The longer of two sayings in the same words, with something more told by the way, is that claim too.
        more = found.why in {"more", "less"} and max(found.left) <= MORE
        return "confirmed" if more and a.negated == b.negated and agreeing(a, b) else "suggested"
    return "suggested" if likely >= PERHAPS else ""


def of_another(a: Sense, b: Sense) -> bool:
    """Whether the same words are said of another: of "blame each other", where each accuses the other."""
    return a.text == b.text and bool(a.doers) and bool(b.doers) and not a.doers & b.doers


def _accuses_more(a: Sense, b: Sense) -> bool:
    """Whether only the first tells who did what both tell: "Peru fired two shells at the port" of "two shells were fired at the port"."""
    rest = b.text[framed(b.text) :]
    return bool(a.doers) and not b.doers and lexicon.pattern("suffers_after").match(f" {rest}") is not None


def same(a: Sense, b: Sense, days: tuple[date | None, date | None] = (None, None)) -> bool:
    """Whether two contents put forward one proposition: the tier ``confirmed``."""
    return tier(a, b, days) == "confirmed"


def opposed(a: Sense, b: Sense) -> bool:
    """Whether one content says that what the other says is not so: the same words with the other polarity."""
    return a.negated != b.negated and agreeing(a, b) and overlap(a, b)[0] >= CONTRARY
