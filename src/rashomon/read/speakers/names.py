"""What a personal name is made of: titles to leave out, words to compare, the pronoun that goes with it."""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.read.speakers.given_names import MEN, SHE_ENDINGS, WOMEN

HONORIFICS = {
    "mr": "he", "mister": "he", "sir": "he", "lord": "he", "king": "he", "prince": "he", "pope": "he",
    "baron": "he", "mrs": "she", "ms": "she", "miss": "she", "dame": "she", "lady": "she", "madam": "she",
    "madame": "she", "queen": "she", "princess": "she", "baroness": "she", "mx": "", "dr": "", "doctor": "",
    "prof": "", "professor": "", "rev": "", "reverend": "", "hon": "",
}  # fmt: skip
"""Titles before a surname, with the pronoun they tell (empty: none)."""

TITLES = frozenset(HONORIFICS) | frozenset(
    """
    president prime minister premier chancellor mayor senator sen representative rep congressman
    congresswoman gov governor secretary undersecretary deputy vice acting former ex interim incoming
    outgoing then senior chief foreign defence defense justice finance interior health general gen
    lieutenant lt colonel col major maj captain capt sergeant sgt staff corporal cpl private pte constable
    const inspector insp superintendent supt commissioner detective det officer sheriff marshal commander
    cmdr admiral adm brigadier brig commodore judge magistrate attorney lawyer counsel ambassador envoy
    consul councillor councilor councilman councilwoman alderman mp mla mpp mep ceo cfo coo cto chairman
    chairwoman chairperson chair director manager coach head leader speaker spokesman spokeswoman
    spokesperson adviser advisor aide analyst economist scientist historian author activist campaigner
    organizer organiser editor reporter correspondent founder owner executive police political party
    opposition national regional state federal city county bishop archbishop cardinal imam rabbi pastor
    sheikh ayatollah crown tsar emperor dictator star actor actress singer pilot co-founder cofounder
    assistant associate principal superstar rival candidate secretary-general director-general
    lieutenant-general major-general
    """.split()
)
"""Words that may stand before a name and are no part of it."""

BEARERS = frozenset(
    "president minister premier chancellor mayor senator rep gov governor secretary chief gen lieutenant col "
    "colonel maj capt captain sgt commissioner officer sheriff commander adm admiral ambassador ceo chairman "
    "chairwoman director coach leader speaker spokesman spokeswoman spokesperson adviser advisor mp "
    "mla".split()
)
"""Titles that only a person's name follows: what stands behind one in a body's name is a person."""

SEATS = frozenset(
    "ministry department office board council committee commission agency party union association service "
    "bureau house court staff force forces police club group university institute bank center centre".split()
)
"""Last words of names of bodies: titles inside those stay ("Justice Department", "Foreign Ministry")."""

PARTICLES = frozenset(
    "al el de del della di da dos du van von der den ter la le bin ibn ben abu mac mc st san y e".split()
)
SUFFIXES = frozenset("jr sr ii iii iv".split())
WORD = re.compile(r"[^\W\d_][\w'’\-]*\.?|\d[\w,.\-]*\w|\d", re.UNICODE)
POSSESSIVE = re.compile(r"(?:['’‘´`]s|(?<=s)['’‘])$", re.IGNORECASE)


def bare(word: str) -> str:
    """A word for comparing: lower case, no possessive, no full stops, straight apostrophes."""
    return POSSESSIVE.sub("", word).replace(".", "").replace("’", "'").casefold()


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """Words of a text for comparing, in order."""
    return tuple(bare(m.group()) for m in WORD.finditer(text))


def without_title(text: str, start: int, end: int) -> tuple[int, int]:
    """The name inside ``text[start:end]`` without the titles before it; the whole where nothing else is
    left."""
    found = [(m.start() + start, m.end() + start) for m in WORD.finditer(text[start:end])]
    if found and bare(text[slice(*found[-1])]) in SEATS:
        return start, end
    first = 0
    # The last title inside ends what is no name: "Surrey Mayor Ann Lee".
    for i in range(1, len(found) - 1):
        if bare(text[slice(*found[i])]) in TITLES:
            first = i + 1
    while first < len(found) - 1 and bare(text[slice(*found[first])]) in TITLES:
        first += 1
    # "Mayor McCallum" -> "McCallum", but "Foreign Minister" alone is no name: it stays whole.
    if not found or not text[found[first][0]].isupper() or bare(text[slice(*found[first])]) in TITLES:
        return start, end
    return found[first][0], end


def title_pronoun(text: str) -> str:
    """ "he" or "she" where the words before a name tell it ("Mrs", "spokesman", "Congresswoman"), else
    empty."""
    for word in reversed(words(text)):
        if HONORIFICS.get(word):
            return HONORIFICS[word]
        if pronoun := role_pronoun(word):
            return pronoun
    return ""


SHE_ROLES = frozenset(
    "woman mother daughter sister wife widow girl aunt niece grandmother actress waitress heiress hostess "
    "lady nun girlfriend businesswoman ballerina mom mum queen princess duchess female".split()
)
HE_ROLES = frozenset(
    "man father son brother husband widower boy uncle nephew grandfather actor waiter gentleman monk priest "
    "boyfriend businessman dad king prince duke male".split()
)


def role_pronoun(word: str) -> str:
    """The pronoun of a role noun ("spokeswoman": she), empty where it tells none."""
    if word in SHE_ROLES or word.endswith("woman"):
        return "she"
    if word in HE_ROLES or (
        word.endswith("man") and word not in {"human", "german", "roman", "woman", "ottoman"}
    ):
        return "he"
    return ""


def name_pronoun(name: str) -> str:
    """The pronoun that most often follows a full name; empty for one word, initials or unknown given
    names."""
    parts = words(name)
    if len(parts) < 2:
        return ""
    for part in (parts[0], *parts[0].split("-")[:1]):
        if part in MEN:
            return "he"
        if part in WOMEN:
            return "she"
    return "she" if parts[-1].endswith(SHE_ENDINGS) and len(parts[-1]) > 5 else ""
