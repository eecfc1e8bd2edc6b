"""What every kind of evidence draws from: the claim, its story's reports, and which of their sentences are about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from rashomon.assess.about.case import About
from rashomon.assess.about.interest import interest, is_disinterested
from rashomon.assess.about.lexicon import pattern
from rashomon.assess.about.likeness import stems
from rashomon.assess.about.named import in_words, side
from rashomon.assess.about.topic import OTHER, of_words, topic
from rashomon.assess.evidence.told import Told, told
from rashomon.assess.sides import NOBODY, is_official
from rashomon.encoder import is_latin
from rashomon.records import (
    Claim,
    Document,
    Entity,
    Hypothesis,
    Membership,
    Position,
    Reading,
    Span,
    Story,
)

_LATE = datetime.max.replace(tzinfo=UTC)
MOST_SENTENCES = 4_000
"""Sentences of a story that are looked at for one claim, the earliest reports first."""


@dataclass(frozen=True)
class Case:
    """One claim and all that may bear on it."""

    claim: Claim
    about: About
    hypotheses: Sequence[Hypothesis]
    claims: Sequence[Claim]
    story: Story
    documents: Sequence[Document]
    """Those of the story, by time."""
    readings: Mapping[str, Reading]
    entities: Mapping[str, Entity]
    now: datetime
    shared: dict[str, tuple[Told, ...]]
    """Sentences of each document, looked up once for all claims of a story."""

    # --- reports

    @cached_property
    def by_id(self) -> Mapping[str, Document]:
        return {one.id: one for one in self.documents}

    @cached_property
    def members(self) -> Mapping[str, Membership]:
        return {one.document_id: one for one in self.story.members}

    def root(self, document_id: str, start: int, end: int) -> str:
        """The root of words: that of the passage they stand in, or of the document; itself where no story holds it."""
        member = self.members.get(document_id)
        return member.root_at(start, end) if member else document_id

    def outlet(self, document_id: str) -> str:
        one = self.by_id[document_id]
        return one.source or one.author or one.location or one.id

    def span(self, document_id: str, start: int, end: int) -> Span:
        """A span without white space at its ends."""
        words = self.by_id[document_id].text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        return Span(
            document_id=document_id, start=start, end=end, quote=self.by_id[document_id].text[start:end]
        )

    # --- sentences

    def sentences(self) -> Iterator[Told]:
        """Sentences with words of evidence in the story's reports, by time of the report, each copy of the same words and root once."""
        met: set[tuple[str, str]] = set()
        count = 0
        for document in self.documents:
            if document.id not in self.shared:
                reading = self.readings.get(document.id)
                deep = document.id in self._deep
                if reading:
                    found = told(document, reading, self.entities, self.root, self.known_as, deep=deep)
                    self.shared[document.id] = tuple(found)
                else:
                    self.shared[document.id] = ()
            for one in self.shared[document.id]:
                key = one.key, one.root_id
                if key not in met:
                    met.add(key)
                    count += 1
                    if count > MOST_SENTENCES:
                        return
                    yield one

    @cached_property
    def _deep(self) -> frozenset[str]:
        """Reports that are read beyond the listed words: of their own root, the earliest, so many of a script."""
        left = dict(DEEP)
        found = set()
        for one in self.documents:
            script = "latin" if is_latin(one.text) else "other"
            if left[script] and self.root(one.id, 0, len(one.text)) == one.id:
                left[script] -= 1
                found.add(one.id)
        return frozenset(found)

    @cached_property
    def known_as(self) -> Mapping[str, str]:
        """For whom a speaker speaks, by name, as the claims of the story have it: "Peru's UN mission" for Peru."""
        found: dict[str, str] = {}
        for claim in self.claims:
            for one in claim.positions:
                if one.saying is not None and one.party in self.entities and one.saying.speaker:
                    found.setdefault(one.saying.speaker.casefold(), one.party)
        return found

    def alike(self, one: Told) -> int:
        """How many words of weight a sentence shares with what the claim's sayings hold."""
        return len(stems(one.span.quote) & self._stems)

    def bears(self, one: Told) -> bool:
        """Whether a sentence bears on the claim: it shares its words, or names who is at issue in a report that tells of it."""
        alike = self.alike(one)
        if alike >= ALIKE:
            return True
        at_issue = {*self.about.accused, *self.about.claimants, *self.about.harmed, *self.about.own}
        whom = {name.party for name in one.names} | ({one.party, self._by_role(one.span.quote)} - {""})
        if whom & at_issue and (alike or one.span.document_id in self.carriers):
            return True
        kind = of_words(one.span.quote)
        return one.span.document_id in self.carriers and (
            bool(alike) or (kind != OTHER and kind == self.topic)
        )

    @cached_property
    def topic(self) -> str:
        return topic(self.claim)

    @cached_property
    def carriers(self) -> frozenset[str]:
        """Documents in which the claim, or a stand on it, is told."""
        spans = (one.span for one in self.claim.positions if one.span)
        return frozenset(
            (*(one.document_id for one in self.claim.members), *(one.document_id for one in spans))
        )

    @cached_property
    def _stems(self) -> frozenset[str]:
        return stems(self.about.words)

    @cached_property
    def _told(self) -> Mapping[str, Sequence[Span]]:
        found: dict[str, list[Span]] = {}
        for member in self.claim.members:
            for span in member.content:
                found.setdefault(span.document_id, []).append(span)
        return found

    def says_it(self, span: Span) -> bool:
        """Whether most of a sentence is a saying of the claim itself."""
        return any(
            2 * (min(span.end, one.end) - max(span.start, one.start)) > span.end - span.start
            for one in self._told.get(span.document_id, ())
        )

    def takes_stand(self, span: Span) -> bool:
        """Whether most of a sentence is a stand on the claim that counts among the statements."""
        return any(
            one.span is not None
            and one.span.document_id == span.document_id
            and one.stance not in ("asserts", "reports", "silent")
            and 2 * (min(span.end, one.span.end) - max(span.start, one.span.start)) > span.end - span.start
            for one in self.claim.positions
        )

    def is_beside(self, one: Told) -> bool:
        """Whether a sentence stands near the claim, or a stand on it, in the same report."""
        return any(
            span.start - NEAR <= one.span.end and one.span.start <= span.end + NEAR
            for span in self._places.get(one.span.document_id, ())
        )

    @cached_property
    def _places(self) -> Mapping[str, Sequence[Span]]:
        found: dict[str, list[Span]] = {}
        stands = [one.span for one in self.claim.positions if one.span is not None]
        for span in (*(one.span for one in self.claim.members), *stands):
            found.setdefault(span.document_id, []).append(span)
        return found

    # --- parties

    def interest(self, who: str, name: str = "") -> int:
        return interest(who, name, self.about, self.entities)

    def side(self, who: str) -> str:
        return side(who, self.entities)

    def free(self, who: str, name: str) -> bool:
        """Whether a source can bear another out: it has no gain that is known, and one knows who or what it is ("people" say much)."""
        known = any(c.isupper() for c in name) and NOBODY.match(name.strip()) is None
        known = known or is_disinterested(who, name, self.entities)
        return known and self.disinterested(who, name)

    def disinterested(self, who: str, name: str) -> bool:
        """Whether a source neither gains nor loses by the claim as far as is known, and is no state that may take sides."""
        return not self.interest(who, name) and (
            not self.side(who) or is_disinterested(who, name, self.entities)
        )

    def obscure(self, who: str, name: str, span: Span | None = None) -> bool:
        """Whether a source without a known gain is still no witness: nobody knows who it is, it speaks by office for a state that may take sides, or
        nothing tells that it saw, studied or counted anything. That no gain is known of a name is no sign that there is none."""
        if self.interest(who, name) or is_disinterested(who, name, self.entities):
            return False
        if not self.free(who, name) or is_official(name, span.quote if span else ""):
            return True
        return span is None or not self._is_introduced(name, span.document_id)

    def _is_introduced(self, name: str, document_id: str) -> bool:
        """Whether a report introduces a name as that of a witness, an expert or the like: "a villager, Ann Lee", "Ann Lee, a nurse who was there"."""
        document = self.by_id.get(document_id)
        last = name.rsplit(maxsplit=1)[-1] if name.split() else ""
        if document is None or not last:
            return False
        for match in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", document.text):
            before = re.split(
                r"[.!?;\n]\s*", document.text[max(0, match.start() - INTRODUCED) : match.start()]
            )[-1]
            after = re.split(r"[.!?;\n]", document.text[match.end() : match.end() + INTRODUCED])[0]
            behind = (
                after.split(",")[1]
                if after.startswith(",")
                else after
                if after.startswith((" (", " who ", " of "))
                else ""
            )
            if is_official(behind) or is_official(name, f"{before}{last}"):
                continue
            if pattern("disinterested").search(before + behind) or SAW.search(behind):
                return True
        return False

    def camp(self, who: str) -> str:
        """The state or armed group it speaks for, or itself."""
        return side(who, self.entities) or who

    def puts_forward(self, who: str) -> tuple[bool, datetime | None]:
        """Whether its camp puts the claim forward, and when it first did."""
        own = [
            one.at
            for one in self.claim.positions
            if one.stance == "asserts" and self.camp(one.party) == self.camp(who)
        ]
        return bool(own), min((at for at in own if at), default=None)

    def lowers(self, one: Position) -> bool:
        """Whether a party that gains by the claim, or that put it forward, doubts, cuts or takes it back later."""
        if one.stance not in ("doubts", "partly_denies", "denies", "retracts") or one.at is None:
            return False
        own, since = self.puts_forward(one.party)
        return own and since is not None and one.at > since and not self.is_accused(one.party)

    def is_accused(self, who: str) -> bool:
        return bool({who, side(who, self.entities)} & set(self.about.accused))

    def is_claimant(self, who: str) -> bool:
        return self.interest(who) > 0

    def name(self, who: str, said: str = "") -> str:
        known = self.entities.get(who)
        return said or (known.name if known else who)

    def subject(self, one: Told) -> str:
        """Of whom a sentence tells something: the first at issue that it names, the speaker left out; else the speaker."""
        own = {one.party, one.entity} - {""}
        issue = [
            self.state_of(n.party)
            for n in one.names
            if n.start >= one.begins
            and (self.is_accused(self.state_of(n.party)) or self.is_claimant(self.state_of(n.party)))
        ]
        others = [who for who in issue if who not in own]
        if others:
            return others[0]
        words = one.span.quote[one.begins :]
        if issue and (
            not own or any(0 <= n.start - one.begins < OPENING for n in one.names if n.party == issue[0])
        ):
            return issue[0]  # "the US said that US ships …"
        # "Peru said it had no such ships" tells of Peru; "Peru said the ships came from the north" of nobody.
        itself = one.party if pattern("own").search(words[:OPENING]) else ""
        return self._by_role(words) or itself

    def state_of(self, who: str) -> str:
        """The state at issue in whose name a body is called ("Peruvian Naval Guard"), where that is all that is known of it."""
        known = self.entities.get(who)
        if known is None or known.kind not in ("organisation", "group") or side(who, self.entities):
            return who
        states = [self.entities[one] for one in self._at_issue if self.entities[one].kind == "state"]
        found = in_words(known.name, states, self.entities)
        return found[0].party if found else who

    def _by_role(self, text: str) -> str:
        """Who of those at issue is meant by "the army", "the group", "the council": a role that only one of them can have."""
        for match in ROLE.finditer(text):
            word = match["word"].casefold()
            fits = [
                who
                for who, (kind, last) in self._at_issue.items()
                if word == last or word in OF_KIND.get(kind, frozenset())
            ]
            if len(fits) == 1:
                return fits[0]
        return ""

    @cached_property
    def _at_issue(self) -> Mapping[str, tuple[str, str]]:
        """Those at issue: their kind and the last word of their name."""
        parties = dict.fromkeys((*self.about.accused, *self.about.claimants))
        known = {who: self.entities[who] for who in parties if who in self.entities}
        return {
            who: (one.kind, one.name.rsplit(maxsplit=1)[-1].casefold())
            for who, one in known.items()
            if one.name
        }


SAW = re.compile(
    r"\bwho (?:has |had |have )?(?:\w+ly )?(?:saw|seen|heard|watched|examined|inspected|visited|treated|counted|survived|fled|was there|were there|was on|were on)\b|"
    r"(?<!\w)(?:котор\w+|як\w+) (?:видел|слышал|осмотрел|осматривал|побывал|лечил|выжил|бачи|чу[вл]|оглян|відвідал|лікува)\w*",
    re.IGNORECASE,
)
"""Words behind a name that tell that somebody was in a position to know."""
INTRODUCED = 60
"""Characters beside a name in which it is told who that is."""
OPENING = 25
"""Characters at the beginning of somebody's words in which "it" or "we" stands for the speaker."""
ROLE = re.compile(r"\b(?:the|its|their) (?P<word>[a-z]+)\b", re.IGNORECASE)
OF_KIND = {
    "state": frozenset("army government military ministry authorities president police troops navy".split()),
    "group": frozenset("group rebels militants fighters movement militia insurgents gunmen".split()),
    "organisation": frozenset("company firm party organisation organization council".split()),
}
"""Words by which a party is told again, by its kind."""
DEEP = {"latin": 60, "other": 12}
"""Reports of a story in which sentences are asked about one by one: 660 a second in Latin script, 37 in others (see ``encoder``)."""
NEAR = 400
"""Characters between a claim and a sentence that stands beside it: about three sentences."""
ALIKE = 2
"""Words of weight that a sentence shares with a claim it bears on."""
