"""What of an English content is denied: "not", "no one", "failed to", "has yet to", "unaware"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claim.ideas import VAGUE, ideas
from rashomon.claim.proposition.words import Word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOT = frozenset({"not", "n't", "never", "n’t", "neither", "nor", "no", "hardly", "barely", "scarcely"})
NOBODY = frozenset({"nobody", "none", "nothing", "no-one", "noone", "neither"})
UNDONE = frozenset("fail refuse deny decline neglect unable lack avoid forget stop refrain cease".split())
"""Verbs that say of what follows that it was not done."""
NO_WAY = frozenset("time way circumstance circumstances point means account stage event case longer".split())
"""Behind "no" these deny what is said of the time or the manner: "at no time", "in no way"."""
UN = ("un", "non-", "non", "in", "dis")
"""Beginnings that deny the rest of a word that no list knows as a whole."""
LIKE_NOT = frozenset("without minus excluding sans".split())
ABSENCE = frozenset("lack absence free shortage".split())
"""Nouns and adjectives whose complement ("of lead") is not there."""


def denied(doc: Doc, words: list[Word]) -> set[int]:
    """Places of the verbs and nouns that a negation stands with."""
    count: dict[int, int] = {}

    def flip(at: int) -> None:
        count[at] = count.get(at, 0) + 1

    for token in doc:
        low, head = token.lower_, token.head
        contrast = _contrasted(token) if low == "not" else None
        if contrast is not None:
            flip(contrast.i)
        elif token.dep_ == "neg" or (low in {"never", "not"} and head.i != token.i):
            flip(_verb_of(head).i if head.pos_ == "AUX" and head.dep_ in {"aux", "auxpass"} else head.i)
        elif low == "yet" and token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "to":
            following = next((t for t in doc[token.i + 2 : token.i + 5] if t.pos_ == "VERB"), None)
            if following is not None:
                flip(following.i)
        elif low == "short" and token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "of":
            following = next((t for t in doc[token.i + 2 : token.i + 5] if t.tag_ == "VBG"), None)
            if following is not None:
                flip(following.i)
                for n in range(max(0, token.i - 2), token.i):
                    if words[n].kind == "verb":
                        words[n].kind = "small"  # "stopped short of signing" says that it was not signed
        elif low == "no" and head.lower_ in NO_WAY:
            at = head
            while at.pos_ not in {"VERB", "AUX"} and at.head.i != at.i:
                at = at.head
            flip(at.i)
            words[head.i].kind = "small"
        elif (low == "no" and token.dep_ in {"det", "neg"}) or low in NOBODY:
            noun = head if low == "no" else token
            verb = _clause(noun)
            if (
                noun.dep_ == "conj"
                or (noun.dep_ in {"pobj", "appos"} and noun.head.lower_ not in {"by", "of"})
                or verb is None
            ):
                flip(noun.i)
            else:
                flip(verb.i)
        elif low in LIKE_NOT or (low == "than" and head.lower_ == "rather") or (low == "instead"):
            for child in [*token.children, *(head.children if low == "than" else ())]:
                if child.dep_ in {"pobj", "pcomp", "conj"} and child.i > token.i:
                    flip(child.i)
                elif child.lower_ == "of":
                    for inner in child.children:
                        flip(inner.i)
        elif token.lemma_.lower() in UNDONE:
            for child in token.children:
                if child.dep_ == "dobj" and token.lemma_.lower() == "lack":
                    flip(child.i)
                if child.dep_ in {"xcomp", "ccomp", "acomp", "pcomp"} and child.i > token.i:
                    flip(child.i)
                    words[token.i].kind = "small"  # "failed to pay" says no more than "did not pay"
        if _unlike(words[token.i]):
            flip(token.i)
        if low in ABSENCE:
            for child in token.children:
                if child.lower_ in {"of", "from"}:
                    for inner in child.children:
                        if inner.dep_ == "pobj":
                            flip(inner.i)
    return {at for at, times in count.items() if times % 2}


def _unlike(word: Word) -> bool:
    """Whether a word is another one with a denial before it ("unaware"), of which it is made here."""
    if word.kind not in {"adjective", "adverb", "verb"} or ideas(word.low):
        return False
    for one in UN if word.kind != "verb" else UN[:1]:
        rest = word.low.removeprefix(one)
        if rest != word.low and len(rest) > 3 and ideas(rest) - {VAGUE}:
            word.low = word.lemma = rest
            return True
    return False


def _contrasted(token: Token) -> Token | None:
    """The noun that "not" sets against one before it: "food, not weapons"."""
    if (
        token.i == 0
        or token.nbor(-1).lower_ not in {",", "and", "but", "-", "–", "—"}
        or token.i + 1 >= len(token.doc)
    ):
        return None
    for n in range(token.i + 1, min(token.i + 5, len(token.doc))):
        one = token.doc[n]
        if one.pos_ in {"VERB", "AUX"}:
            return None
        if one.pos_ in {"NOUN", "PROPN"} and (
            n + 1 == len(token.doc) or token.doc[n + 1].pos_ not in {"NOUN", "PROPN"}
        ):
            return one
    return None


def _verb_of(token: Token) -> Token:
    return token.head


def _clause(noun: Token) -> Token | None:
    """The verb whose subject or object a noun is, be it inside "none of the pupils"."""
    at = noun
    for _ in range(4):
        if at.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "oprd", "dative"}:
            head: Token = at.head
            return head
        if at.dep_ in {"pobj", "prep", "nmod", "compound", "det"}:
            at = at.head
        else:
            return None
    return None
