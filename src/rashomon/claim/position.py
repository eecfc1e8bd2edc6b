"""Who stands where on a claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from rashomon.claim import lexicon
from rashomon.claim.same import conflicting, opposed
from rashomon.claim.saying import Said
from rashomon.claim.sense import STEM, Sense
from rashomon.claim.stand import AGAINST, is_bare
from rashomon.records import Position, Range, Silence, Stance


@dataclass(frozen=True, kw_only=True)
class Group:
    """Sayings of one proposition, and the one that stands for them."""

    head: Said
    members: tuple[Said, ...]

    @cached_property
    def parties(self) -> frozenset[str]:
        """Parties that say it."""
        return frozenset(one.party for one in self.members)

    @cached_property
    def accused(self) -> frozenset[str]:
        """Parties that it makes out to have done something."""
        return frozenset(doer for one in self.members for doer in one.sense.doers if doer != one.party)

    @cached_property
    def words(self) -> frozenset[str]:
        """The head's words, and what at least two of the others say as well."""
        counts = Counter(word for one in self.members for word in one.sense.words)
        return self.head.sense.words | {word for word, count in counts.items() if count > 1}

    @cached_property
    def kin(self) -> frozenset[str]:
        """Its words, ideas that come to the same as one."""
        return lexicon.kin(self.words)

    @cached_property
    def by_document(self) -> Mapping[str, tuple[Said, ...]]:
        """Its members by the document they stand in."""
        found: dict[str, list[Said]] = {}
        for one in self.members:
            found.setdefault(one.saying.document_id, []).append(one)
        return {document: tuple(some) for document, some in found.items()}

    @cached_property
    def first(self) -> datetime | None:
        """When it was first told; ``None`` where a member has no date."""
        dates = [one.saying.at for one in self.members]
        return min((at for at in dates if at), default=None) if all(dates) else None

    @cached_property
    def roots(self) -> int:
        """Independent roots that carry it."""
        return len({one.root for one in self.members})


WEIGHTS = {
    "words": 1.0,
    "speaker_is_accused": 0.7,
    "accusation": 0.3,
    "told_just_before": 0.5,
    "takes_back_own": 0.7,
    "same_report": 0.1,
    "deeds": 0.01,
    "roots": 0.08,
    "explains": -0.3,
}
"""What ties a stand to the claim it is taken on: the share of its words that the claim holds, that the claim accuses the
speaker and had been made by then, that it words an accusation, that it stands before it in the same report (the nearer, the more), that it is what the
speaker takes back, that it explains what the stand only names ("no word of an attack" is not on who staged it), and (a little) that it stands in the same report, how many roots carry it and how many of its words are deeds or things."""
LEAST = 0.6
"""A stand scoring less is on something that was not collected."""
SHARE = 0.4
"""Of the words in which a stand says for itself what it is on, the claim must hold this share, a deed among them."""
OWN_SHARE = 0.2
"""Of the words of "we do not …", the claim that makes the speaker the doer must hold this share."""
PLAIN_SHARE = 0.6
"""The same for a plain "it was not so", which is a denial only of what accuses the speaker or was told just before."""
UNNAMED = 0.6
"""How near a claim counts that does not name the one who takes the stand."""
NEAR = 1_500
"""Characters before a stand in which a report tells what it is a stand on."""


def position(said: Said, stance: Stance, scope: str = "") -> Position:
    return Position(
        party=said.party,
        name=said.party_name,
        stance=stance,
        scope=scope,
        at=said.saying.at,
        span=said.saying.span,
        root_id=said.root,
        saying=said.saying,
    )


def silent(one: Silence) -> Position:
    """The silence of a party that was heard on other things, as a position: as of then, on these grounds."""
    return Position(
        party=one.party,
        name=one.name,
        stance="silent",
        at=one.as_of,
        span=one.why,
        root_id=one.why.document_id,
    )


def takes_a_stand(said: Said) -> bool:
    """Whether it is a stand on some claim rather than a claim of its own."""
    return said.stand.stance in AGAINST or said.stand.stance == "declines"


def target(said: Said, groups: Sequence[Group]) -> int | None:
    """Index of the claim that a stand is on; ``None`` where it is on nothing that was collected."""
    if said.answers is not None and (told := _answered(said, said.answers, groups)) is not None:
        return told
    best: tuple[float, int] | None = None
    for number, group in enumerate(groups):
        score = _score(said, group)
        if score is not None and score >= LEAST and (best is None or score > best[0] + 1e-9):
            best = (score, number)
    return best[1] if best else None


def _answered(said: Said, words: Range, groups: Sequence[Group]) -> int | None:
    """Index of the claim told in the words that a denial in the same sentence is on."""
    shares = [
        (min(span.end, words[1]) - max(span.start, words[0]), -(span.end - span.start), -number)
        for number, group in enumerate(groups)
        for one in group.by_document.get(said.saying.document_id, ())
        if one.party != said.party
        for span in one.saying.content
        if span.start < words[1] and words[0] < span.end
    ]
    return -max(shares)[2] if shares else None


def _score(said: Said, group: Group) -> float | None:
    """How strongly a stand is tied to a claim, or ``None`` where it cannot be on it."""
    own, head, taken = said.sense, group.head.sense, said.stand
    if _within(said, group):
        return None  # "denied any allegations of …": the allegations are part of its own words
    accused = said.party in group.accused
    mine = said.party in group.parties
    here = group.by_document.get(said.saying.document_id, ())
    if (
        mine
        and taken.stance != "retracts"
        and any(one.party == said.party for one in here)
        and not _another(said, group)
    ):
        return None  # what one grants in a report one does not deny there
    if mine and not accused and taken.stance != "retracts" and not _another(said, group):
        return None  # nobody denies what they say themselves; who first denied and then admitted is accused as well
    if taken.stance == "retracts" and said.saying.entity and not mine:
        return None  # taken back is what one said oneself; an outlet takes back what it reported of others
    if group.accused and not accused and taken.stance in ("denies", "partly_denies") and _of_own_deed(said):
        return None  # "Chad denies firing on it" is on no charge against others
    if taken.about == "pointer" and (owners := _owners(said)) and not owners & group.parties:
        return None  # "rejected Chad's claim": what Chad claims
    near = _nearness(said, group)
    # What is taken back in its own words is one wording, which others need not carry and the corrected report no longer holds.
    quoted = taken.stance == "retracts" and taken.about == "words"
    score = 0.0 if quoted else WEIGHTS["roots"] * min(group.roots, 5) + WEIGHTS["told_just_before"] * near
    if any(one.saying.act == "accuses" for one in group.members):
        score += WEIGHTS["accusation"]
    if accused and not told_later(said, group):
        score += WEIGHTS["speaker_is_accused"]
    if mine and taken.stance == "retracts":
        score += WEIGHTS["takes_back_own"]
    if said.saying.document_id in group.by_document and not quoted:
        score += WEIGHTS["same_report"]
    if taken.about == "pointer":
        # "Denied it" is on what was told just before; "called the reports absurd" may be on any accusation.
        far = accused and not is_bare(said.scope or _content(said))
        return score if near or far else None
    words, deeds = lexicon.telling(own.words, STEM), lexicon.telling(own.deeds, STEM)
    if taken.stance == "declines":
        deeds -= PART  # "does not know who was responsible" is on no claim more than on another
        if HOW_MANY.search(own.text) and any(one.sense.numbers for one in group.members):
            score += COUNTED  # who will not say how many speaks of the claim that does
    held = words & group.kin
    if taken.stance == "retracts":  # taken back is one wording of the claim, not what most say of it
        told = (words & lexicon.telling(one.sense.words, STEM) for one in group.members)
        held = max(told, key=len, default=held)
    share = len(held) / max(1, len(words))
    if MOCK in group.kin and MOCK not in words:
        score += WEIGHTS["explains"]
    if taken.about == "own_part":
        elsewhere = said.saying.document_id not in group.by_document
        if not accused or (deeds - PART and elsewhere and not held & deeds):
            return None
        return score + WEIGHTS["words"] * share
    if taken.flipped and taken.worded:
        if contradicts(said, group):
            return score + WEIGHTS["words"] * max(share, SHARE)
        if share < PLAIN_SHARE or not (accused or near or _suffers(said, group)):
            return None  # "he has never seen such a crowd" is on nobody's claim of a crowd
    alone = accused or near or taken.stance == "declines"
    unknowing = (
        accused and taken.stance == "declines"
    )  # who is accused and knows of no attack answers, in whatever other words
    few = len(held) < 2 and not (held and (unknowing or (len(words) == 1 and alone)))
    answer = accused and near and said.tells_self and taken.stance in ("denies", "partly_denies")
    if conflicting(own, head) or not held & deeds or (not answer and (few or share < SHARE)):
        return (
            None  # "its forces had used no gas", told right behind the accusation, answers it in other words
        )
    if not accused and said.tells_self and group.head.tells_self:
        return None  # "denied that it had lost a ship" is on no other party's "said that it had lost a ship"
    if own.modality != head.modality and own.modality not in ("", "if") and head.modality:
        return None
    if taken.stance in ("denies", "partly_denies") and (own.negated != head.negated) is not taken.flipped:
        return None  # what is denied must be what is claimed, not its contrary
    return score + WEIGHTS["words"] * share + WEIGHTS["deeds"] * len(held & deeds)


def _of_own_deed(said: Said) -> bool:
    """Whether what is denied is the speaker's own deed: "firing on the town", "having fired"."""
    words = _content(said)
    return said.stand.about == "words" and not said.stand.worded and _DOING.match(words) is not None


_DOING = re.compile(
    r"(?:\w+ly )?(?!(?:any|every|some|no)thing|during|regarding|concerning)[a-z]{2,}ing\s(?!of\b)"
)


def _owners(said: Said) -> frozenset[str]:
    """Parties whose claim a pointer names: "Chad's allegation", "the Chadian report"."""
    text = said.sense.text
    named = [ids.split()[-1] for _, end, ids in said.sense.spans if _ITS_CLAIM.match(text, end) and ids]
    return frozenset(named) - {said.party}


_ITS_CLAIM = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s)?(?:allegation|accusation|claim|charge|assertion|statement|version)s?\b",
    re.IGNORECASE,
)


def _suffers(said: Said, group: Group) -> bool:
    """Whether others claim to have done to the speaker what the speaker says was not done: "we sank Peru's ship"."""
    head = group.head.sense
    return said.party in head.actors and said.party not in head.doers and bool(head.doers & group.parties)


MOCK = "=mock"
"""What a claim holds that something was staged or made up; see ``kin`` in ``lexicon.yaml``."""
PART = frozenset({"=involved", "=responsible"})


def _content(said: Said) -> str:
    return " ".join(span.quote for span in said.saying.content)


def _inside_one_another(a: Said, b: Said) -> bool:
    """Whether two sayings share words of one document: one is told within the other."""
    return a.saying.document_id == b.saying.document_id and any(
        s.start < t.end and t.start < s.end for s in a.saying.content for t in b.saying.content
    )


def _within(said: Said, group: Group) -> bool:
    """Whether all of a claim is told inside a saying's own words."""
    same = group.by_document.get(said.saying.document_id, ())
    return len(same) == len(group.members) and all(_inside_one_another(said, one) for one in same)


HOW_MANY = re.compile(r"\b(?:how many|how much|скольк|скільк|число|кількість|the number of)", re.IGNORECASE)
COUNTED = 0.5
"""Half of what sharing all its words adds at most: enough beside a claim that more sources tell without a number."""


def _another(said: Said, group: Group) -> bool:
    """Whether it is someone of the claim's own side who will not say, or doubts, what others of that side say."""
    own = said.saying.entity
    return said.stand.stance in ("declines", "doubts") and bool(own) and own != said.party and all(
        one.saying.entity != own for one in group.members
    )  # fmt: skip


LATER = timedelta(hours=2)
"""Time by which a claim must be younger than a stand for that stand not to be on it: reports of one event cross."""


def told_later(said: Said, group: Group) -> bool:
    at, first = said.saying.at, group.first
    return at is not None and first is not None and first > at + LATER


def _nearness(said: Said, group: Group) -> float:
    """From 0 (not told before it in the same report) to 1 (told right before, of the one who takes the stand)."""
    best = 0.0
    for one in group.by_document.get(said.saying.document_id, ()):
        gap = said.saying.span.start - one.saying.span.start
        if 0 < gap < NEAR and one.party != said.party and not _inside_one_another(said, one):
            named = said.party in one.sense.actors
            best = max(best, (1.0 if named else UNNAMED) * (1 - gap / NEAR / 2))
    return best


def contradicts(said: Said, group: Group) -> bool:
    """Whether a plain statement "we did not …" says that a rival's claim is not so.

    The claim must make its speaker out as the doer, or say the very opposite.
    """
    plain = said.stand.stance == "asserts" or (said.stand.worded and said.stand.flipped)
    if not plain or not said.sense.negated or said.party in group.parties:
        return False
    head: Sense = group.head.sense
    same = group.by_document.get(said.saying.document_id, ())
    if head.negated or any(_inside_one_another(said, one) for one in same):
        return False
    if opposed(said.sense, head):
        return True
    own_doing = said.sense.first_person or said.party in said.sense.doers or not said.sense.doers
    deeds = (lexicon.kin(said.sense.deeds) & group.kin) - PART
    accused = said.party in group.accused
    own = lexicon.telling(said.sense.words, STEM)
    common = len(own & group.kin)
    near = common > 1 and common >= OWN_SHARE * len(own) and said.sense.modality == head.modality
    return (
        said.sense.not_done
        and accused
        and own_doing
        and near
        and bool(deeds)
        and not conflicting(said.sense, head)
    )
