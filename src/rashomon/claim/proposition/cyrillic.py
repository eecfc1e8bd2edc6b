"""Russian and Ukrainian contents: who does what to whom, by case, voice and agreement; no parser is needed.

pymorphy3 gives every word's possible cases; the clause and the order of the words choose among them.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rashomon.claim.ideas import VAGUE, deeds, ideas, qualities, stemmed, whole
from rashomon.claim.proposition.english import INTRANSITIVE
from rashomon.claim.proposition.quantities import NUMBERS
from rashomon.claim.proposition.words import AGENT, ORIGIN, RECIPIENT, TARGET, WILD, Parsed, Word

TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
MOST = 6
"""Readings of a word that are looked at, the likeliest first."""
ONTO = frozenset("по на против проти в у во від от из з із у с від".split())
FROM = frozenset("у".split())
AIMED = frozenset("против проти по".split())
CUTS = frozenset(",;:—–-()«»\"“”")
PARTS = frozenset(",;:—–()")
"""Signs that part clauses."""
NOT = frozenset("не".split())
BOUND = re.compile(r"(?:мен(?:ее|ьше|ше|ш)|бол(?:ее|ьше)|більше|більш|только|лишь|тільки|лише|ли)")
BE_THERE = frozenset("есть є".split())
BE = frozenset("быть бути".split())
SUFFER = re.compile(r"(?:зазна\w+|подверг\w+|піддав\w+|піддал\w+|стал\w*_жерт\w+)")
"""What has a deed for its object and makes its subject the one it is done to."""
PREPOSITIONS = frozenset(
    "у в во з із зі до від від для без за под під над перед после після против проти на по при через про о об к ко с со из от из-за біля возле около крім кроме між между".split()
)
NONE = frozenset("нет нету немає нема нема".split())
WITHOUT = frozenset("без".split())
NO_ONE = frozenset("ни ні никто ніхто ничего нічого никогда ніколи жоден жодна жодного жодної".split())
IMPERSONAL = re.compile(r"(?:удал|вда|удас|вдас|пришл|довел)\w*")
CAN = re.compile(r"(?:смог|сумел|мог|могл|зміг|змогл|зумі|міг|удал|вдал)\w*")
REFUSE = re.compile(r"(?:отказ|відмов)\w+")
RELATIVE = re.compile(r"(?:котор\w+|який|яка|яке|які|якого|якої|яким|якими|що|кто|хто|где|де)")
DOING = re.compile(r"(?:силами|усилиями|зусиллями|руками)")
SURE = 5
"""Letters of a beginning in the tables from which a word that no dictionary has is taken for one of its words."""
VOWELS = "аяиыуюоеєіїь"
_lock = threading.Lock()
_analysers: dict[str, Any] = {}


def _analyser(language: str) -> Any:
    with _lock:
        if language not in _analysers:
            import pymorphy3

            _analysers[language] = pymorphy3.MorphAnalyzer(lang=language)
        return _analysers[language]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word's form."""

    part: str
    lemma: str
    cases: str
    plural: bool
    gender: str
    traits: frozenset[str]


_CASES = {"nomn": "n", "gent": "g", "datv": "d", "accs": "a", "ablt": "i", "loct": "l", "loc2": "l", "gen2": "g", "acc2": "a"}


@lru_cache(maxsize=60_000)
def readings(word: str, language: str, capital: bool = False) -> tuple[tuple[Reading, ...], bool, bool]:
    """The readings of a lower-case word, whether a dictionary has it, and whether as a common word."""
    analyser = _analyser(language)
    found: list[Reading] = []
    proper = False
    for parse in analyser.parse(word)[: MOST * 2]:
        tag = parse.tag
        grammemes = frozenset(str(g) for g in tag.grammemes)
        if "Abbr" in grammemes and len(word) > 4:
            continue
        proper = proper or bool(grammemes & {"Name", "Surn", "Patr", "Geox", "Orgn"})
        case = next((_CASES[g] for g in _CASES if g in grammemes), "")
        gender = next((g for g in ("masc", "femn", "neut") if g in grammemes), "")
        part = str(tag.POS or "")
        if "Impe" in grammemes or "impe" in grammemes:
            part = "IMPE"
        found.append(Reading(part, parse.normal_form.replace("ё", "е"), case, "plur" in grammemes, gender, grammemes))
    if language == "uk":
        found.sort(key=lambda r: r.part == "ADVB")
    known = analyser.word_is_known(word)
    if not known:
        # A guess: what looks like an adjective is one, made of a name, before it is a verb nobody has heard of.
        found.sort(key=lambda r: (r.part != ("NOUN" if capital else "ADJF"), r.part == "VERB"))
    return tuple(found[: MOST * 2]), known, known and not proper


@dataclass(slots=True)
class Clause:
    """Places of the words of one clause, and of its predicates."""

    places: list[int] = field(default_factory=list)
    predicates: list[int] = field(default_factory=list)
    passive: bool = False
    negated: bool = False
    inset: bool = False


@dataclass(slots=True)
class Sentence:
    """A content while it is read."""

    words: list[Word]
    forms: list[tuple[Reading, ...]]
    clauses: list[Clause]
    language: str = ""
    preposition: dict[int, str] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)
    """Places of capitalised words between quotation marks: names that take no case."""


def parse(text: str, language: str, dates: Sequence[tuple[int, int]] = ()) -> Parsed:
    """Words with their roles. ``dates``: stretches of the text that tell when, and take none."""
    sentence = _read(text, language)
    for word in sentence.words:
        if any(s < word.end and word.start < e for s, e in dates):
            word.kind = "small"
    _cut(sentence)
    for clause in sentence.clauses:
        _predicates(sentence, clause)
        telling = [n for n in clause.predicates if sentence.words[n].lemma not in BE]
        clause.predicates = telling or clause.predicates
    _join(sentence)
    for clause in sentence.clauses:
        _roles(sentence, clause)
    _deny(sentence)
    return Parsed(words=sentence.words, language=language)


def _read(text: str, language: str) -> Sentence:
    words: list[Word] = []
    forms: list[tuple[Reading, ...]] = []
    quoted = False
    proper_names: set[int] = set()
    for m in TOKEN.finditer(text):
        raw = m.group()
        low = raw.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")
        if raw in "«“":
            quoted = True
        elif raw in "»”":
            quoted = False
        if not raw[0].isalpha():
            words.append(Word(low, low, "number" if raw[0].isdigit() else "small", m.start(), m.end()))
            forms.append(())
            continue
        if low in PREPOSITIONS:
            words.append(Word(low, low, "small", m.start(), m.end()))
            forms.append(())
            continue
        if low in NUMBERS or low in BE_THERE or low in NONE:
            words.append(Word(low, low, "number" if low in NUMBERS else "small", m.start(), m.end()))
            forms.append(())
            continue
        found, known, common = readings(low, language, raw[0].isupper())
        first = found[0] if found else None
        part = first.part if first else ""
        capital = raw[0].isupper() and (m.start() > 0 or not known)
        kind = "small"
        strange = not known and not whole(low, language) and len(stemmed(low, language)) < SURE
        if strange and ideas(low, language) and "-" not in low:
            kind = "name"
        elif part in {"NOUN", "UNKN", ""} or (capital and not known):
            kind = "noun"
        elif part in {"VERB", "INFN", "PRTS", "IMPE", "GRND"}:
            kind = "verb"
        elif part in {"ADJF", "ADJS", "PRTF", "COMP"}:
            kind = "adjective" if part != "PRTF" else "verb"
        elif part == "ADVB":
            kind = "adverb"
        elif part == "NUMR":
            kind = "number"
        if kind == "small" and ideas(low, language) - {VAGUE} and part not in {"PREP", "CONJ", "PRCL"}:
            kind = "noun"
        if kind in {"noun", "adjective"} and not known and not ideas(low, language) and part.startswith("ADJ"):
            kind = "name"  # "велдорийские": an adjective that no dictionary has is made of a name
        if first is not None and (part == "NPRO" or "Apro" in first.traits):
            kind = "small"
        if quoted and raw[0].isupper():
            proper_names.add(len(words))
        if kind in {"noun", "adjective"} and not ideas(low, language) and ((capital and (not known or m.start() > 0)) or (quoted and not known)):
            kind = "name"
        lemma = first.lemma if first else low
        words.append(Word(low, lemma, kind, m.start(), m.end(), listed=common))
        forms.append(found)
    return Sentence(words, forms, [], language, quoted=proper_names)


def _cut(sentence: Sentence) -> None:
    clause = Clause()
    for n, word in enumerate(sentence.words):
        if word.low in PARTS or (word.low in {"а", "но", "але", "проте", "однако"} and clause.places):
            if clause.places:
                sentence.clauses.append(clause)
            clause = Clause()
            continue
        clause.places.append(n)
    if clause.places:
        sentence.clauses.append(clause)


def _predicates(sentence: Sentence, clause: Clause) -> None:
    for at, n in enumerate(clause.places):
        parts = [r.part for r in sentence.forms[n][:4]]
        traits = sentence.forms[n][0].traits if sentence.forms[n] else frozenset()
        top = parts[0] if parts else ""
        if at == 0 and (top in {"PRTF", "GRND"} or RELATIVE.fullmatch(sentence.words[n].low) or ("pssv" in traits and top == "ADJF")):
            clause.inset = True
        short = top == "ADJF" and "pssv" in traits and not _noun_follows(sentence, clause, at)
        if top in {"VERB", "INFN", "PRTS", "IMPE", "GRND"} or short or (top == "PRTF" and at == 0) or "IMPE" in parts[:2]:
            if not clause.predicates or top != "INFN" or True:
                clause.predicates.append(n)
            if top in {"PRTS"} or short or "IMPE" in parts[:2] or (top == "PRTF" and "pssv" in traits):
                clause.passive = True


def _noun_follows(sentence: Sentence, clause: Clause, at: int) -> bool:
    following = clause.places[at + 1 : at + 3]
    if not following:
        return False
    n = following[0]
    own, other = sentence.forms[clause.places[at]], sentence.forms[n]
    if sentence.words[n].kind not in {"noun", "name"}:
        return sentence.words[n].kind == "adjective" and len(following) > 1
    cases = {r.cases for r in own if r.part == "ADJF"}
    return any(r.cases in cases for r in other if r.part == "NOUN") and "i" not in {r.cases for r in other[:1]}


def _join(sentence: Sentence) -> None:
    """Clauses without a predicate belong to the one before or, at the start, to the one after; insets stay apart."""
    out: list[Clause] = []
    waiting: list[int] = []
    main: Clause | None = None
    for clause in sentence.clauses:
        if clause.inset:
            out.append(clause)
            continue
        if not clause.predicates and main is None:
            waiting += clause.places
            continue
        if not clause.predicates and main is not None:
            negation = any(sentence.words[n].low in NOT | NONE | NO_ONE for n in clause.places)
            if not negation:
                main.places += clause.places
                continue
            out.append(clause)
            continue
        clause.places = [*waiting, *clause.places]
        waiting = []
        main = clause
        out.append(clause)
    if waiting:
        out.append(Clause(places=waiting))
    sentence.clauses = out


def _roles(sentence: Sentence, clause: Clause) -> None:
    words, forms = sentence.words, sentence.forms
    free: list[tuple[int, str, list[int]]] = []
    phrase: list[int] = []
    group: dict[int, list[int]] = {}
    previous, between, prep, cases = -1, False, "", ""
    pending: list[int] = []
    reflexive = any(words[n].low.endswith(("ся", "сь", "тись")) for n in clause.predicates)
    order, counted, oblique = "", False, False
    numbered: set[int] = set()
    for n in clause.places:
        word, found = words[n], forms[n]
        top = found[0].part if found else ""
        if top == "PREP" or word.low in PREPOSITIONS:
            prep, previous, between, pending = word.low, -1, False, []
            order = "before" if word.low in {"до", "перед"} else "after" if word.low in {"после", "після"} else ""
            continue
        if n in clause.predicates:
            previous, between, prep, pending = -1, False, "", []
            continue
        adjectival = word.kind == "adjective" or (word.kind == "verb" and n not in clause.predicates) or (word.kind == "name" and any(r.part == "ADJF" for r in found))
        if adjectival and _goes_with_next(sentence, clause, n):
            pending.append(n)
            continue
        if adjectival and word.kind == "name" and top == "ADJF" and not any(r.part == "NOUN" for r in found):
            continue
        if adjectival and word.kind != "name" and not ideas(word.low, sentence.language) & qualities():
            word.kind = "noun"
        elif adjectival and word.kind != "name":
            continue
        if word.kind == "number":
            if previous >= 0:
                previous = -1
            counted = True
            oblique = word.low.endswith("х")
            continue
        if word.kind not in {"noun", "name"}:
            if word.low in {"и", "та", "і", "й"}:
                between = True
                continue
            if word.low not in CUTS:
                previous, between = -1, False
            continue
        own = "".join(dict.fromkeys(r.cases for r in found if r.part in {"NOUN", "ADJF", "NPRO"} and r.cases)) or "nagdi"
        if word.kind == "name" and not word.listed:
            # A foreign name may have no cases; one that ends in a consonant is in the first or the fourth.
            own = own + "".join(c for c in ("nagdi" if word.low[-1] in "оеиуюіє" else "na" if word.low[-1] not in VOWELS else "") if c not in own)
        for a in pending:
            words[a].head = n
        members = [n, *pending]
        narrowed = _narrow(own, pending, forms)
        if counted and not prep and ("g" in narrowed or "n" in narrowed):
            # "40 детей": the case is the number's, which is that of a subject or an object.
            narrowed = "a" if oblique else "na"
            numbered.add(n)
        counted = False
        pending = []
        if prep and previous < 0:
            for m in members:
                sentence.preposition[m] = prep
                words[m].order = order
            group[n] = members
            _prepositional(sentence, clause, n, members, prep)
            previous, cases, between = n, narrowed, False
            prep_open = prep
            prep = ""
            phrase = members
            continue
        if previous >= 0 and not between and (n in sentence.quoted or "g" in narrowed or (word.kind == "name" and set(narrowed) & set(cases)) or narrowed == "i"):
            deed = bool(ideas(words[previous].low, sentence.language) & deeds())
            if narrowed == "i" and not deed:
                pass
            else:
                base = words[previous]
                for m in members:
                    if narrowed == "i" and deed:
                        words[m].role, words[m].governor = AGENT, previous
                    elif deed and "g" in narrowed:
                        words[m].role, words[m].governor = WILD, previous
                    else:
                        words[m].role, words[m].governor, words[m].order = base.role, base.governor, base.order
                    if previous in sentence.preposition:
                        sentence.preposition[m] = sentence.preposition[previous]
                phrase += members
                for one in free:
                    if previous in one[2] and not deed:
                        one[2].extend(members)
                if not (deed and narrowed == "i"):
                    previous = n if not deed else previous
                cases = cases + narrowed if not deed else cases
                continue
        if previous >= 0 and between and set(narrowed) & set(cases):
            base = words[previous]
            for m in members:
                words[m].role, words[m].governor = base.role, base.governor
                if previous in sentence.preposition:
                    sentence.preposition[m] = sentence.preposition[previous]
            for one in free:
                if previous in one[2]:
                    one[2].extend(members)
            previous, between = n, False
            continue
        free.append((n, narrowed, members))
        previous, cases, between, prep = n, narrowed, False, ""
    _settle(sentence, clause, free, reflexive, numbered)
    for n in clause.places:
        # "Він був тверезий": a quality that goes with no noun after it is what is said of someone.
        telling = bool(forms[n]) and forms[n][0].part in {"ADJF", "ADJS"} and words[n].head < 0 and words[n].kind in {"adjective", "noun"}
        if telling and n not in sentence.preposition and ideas(words[n].low, sentence.language) & qualities():
            words[n].kind = "predicate"
    for n in clause.places:
        head = words[n].head
        if head >= 0 and not words[n].role:
            words[n].role, words[n].governor = words[head].role, words[head].governor


def _goes_with_next(sentence: Sentence, clause: Clause, n: int) -> bool:
    """Whether a noun follows that an adjective agrees with in case and number."""
    own = {(r.cases, r.plural) for r in sentence.forms[n] if r.part in {"ADJF", "PRTF"} and r.cases}
    for m in (k for k in clause.places if n < k <= n + 4):
        forms = sentence.forms[m]
        top = forms[0].part if forms else ""
        if sentence.words[m].kind in {"noun", "name"} and top != "ADJF":
            return bool(own & {(r.cases, r.plural) for r in forms if r.cases}) or not own
        if top not in {"ADJF", "PRTF", "NUMR"} and sentence.words[m].low not in CUTS and sentence.words[m].low not in {"и", "та", "і", "й"}:
            return False
    return False


def _narrow(own: str, adjectives: list[int], forms: list[tuple[Reading, ...]]) -> str:
    """The cases a noun shares with the adjectives before it."""
    out = own
    for a in adjectives:
        cases = {r.cases for r in forms[a] if r.part in {"ADJF", "PRTF", "NOUN"}}
        kept = "".join(c for c in out if c in cases)
        out = kept or out
    return out


def _prepositional(sentence: Sentence, clause: Clause, n: int, members: list[int], prep: str) -> None:
    words = sentence.words
    deed = _deed_before(sentence, clause, n)
    role = TARGET if prep in AIMED else ORIGIN if prep in FROM or (prep == "в" and sentence.language == "uk") else ""
    for m in members:
        words[m].role, words[m].governor = role, deed


def _deed_before(sentence: Sentence, clause: Clause, n: int) -> int:
    """The noun or predicate that a phrase goes with: the nearest deed before it, else the first predicate."""
    for m in reversed([m for m in clause.places if m < n]):
        if m in clause.predicates or (sentence.words[m].kind == "noun" and ideas(sentence.words[m].low, sentence.language) & deeds()):
            return m
    return clause.predicates[0] if clause.predicates else -1


def _settle(sentence: Sentence, clause: Clause, free: list[tuple[int, str, list[int]]], reflexive: bool, numbered: set[int]) -> None:
    """Roles of the phrases that stand without a preposition."""
    words, forms = sentence.words, sentence.forms
    verb = next((n for n in clause.predicates if forms[n] and forms[n][0].part in {"VERB", "IMPE", "PRTS", "ADJF"} and not IMPERSONAL.fullmatch(words[n].low)), -1)
    main = verb if verb >= 0 else clause.predicates[0] if clause.predicates else -1
    infinitive = next((n for n in clause.predicates if forms[n] and forms[n][0].part == "INFN"), -1)
    if infinitive >= 0:
        main = infinitive
    impersonal = any(IMPERSONAL.fullmatch(words[n].low) for n in clause.predicates)
    if clause.inset and clause.predicates:
        # "запущенная с территории": what it stands with is told outside of the clause.
        before = next((m for m in range(clause.places[0] - 1, -1, -1) if words[m].kind in {"noun", "name"}), -1)
        top = forms[clause.predicates[0]][0] if forms[clause.predicates[0]] else None
        if before >= 0 and top is not None and top.part in {"PRTF", "ADJF"}:
            clause.passive = "pssv" in top.traits
    passive = clause.passive or (reflexive and any(c == "i" for _, c, _ in free))
    deed_idea = ideas(words[main].low, sentence.language) | ideas(words[main].lemma, sentence.language) if main >= 0 else frozenset()
    loose = VAGUE in deed_idea
    light = next((n for n, _, _ in free if loose and ideas(words[n].low, sentence.language) & deeds()), -1)
    # A name that no dictionary has, such as a firm's, has no gender to agree by.
    agreeing = {n for n, _, _ in free if verb >= 0 and (_agree(forms[n], forms[verb]) or _genderless(words[n], forms[n]) or n in numbered)}
    sure_subject = next((n for n, c, _ in free if n in agreeing and "n" in c and "a" not in c and n != light), -1)
    chosen: dict[int, str] = {}
    gerund = clause.inset and bool(clause.predicates) and bool(forms[clause.predicates[0]]) and forms[clause.predicates[0]][0].part == "GRND"
    for n, cases, _ in free:
        if passive:
            chosen[n] = AGENT if cases[:1] == "i" else RECIPIENT if cases[:1] == "d" and len(cases) == 1 else TARGET
        elif gerund:
            chosen[n] = "" if cases == "i" else TARGET
        elif "n" in cases and (n in agreeing or verb < 0) and (sure_subject < 0 or n == sure_subject) and AGENT not in chosen.values():
            rival = [m for m, c, _ in free if m != n and m in agreeing and "n" in c]
            first = n < main or not rival or all("a" not in c for k, c, _ in free if k == n)
            chosen[n] = AGENT if first or not any(m < main for m in rival) else TARGET
            if "a" in cases and n > main >= 0 and not rival and verb >= 0 and sure_subject < 0 and _transitive(forms[verb]) and not (n in agreeing):
                chosen[n] = TARGET
        elif cases == "i" or (cases and "i" in cases and not set(cases) & set("nag")):
            chosen[n] = ""
        elif cases == "d" or ("d" in cases and not set(cases) & set("nai")):
            chosen[n] = AGENT if impersonal else RECIPIENT if main >= 0 and _transitive(forms[main]) else WILD
        else:
            chosen[n] = TARGET
    if not passive and main >= 0 and TARGET not in chosen.values() and (deed_idea & INTRANSITIVE or loose or reflexive):
        chosen = {n: WILD if role == AGENT else role for n, role in chosen.items()}
    if main < 0 or (loose and not light >= 0):
        chosen = {n: WILD if role else role for n, role in chosen.items()}
    if main >= 0 and SUFFER.fullmatch(words[main].low):
        objects = [n for n, c, _ in free if n > main and ideas(words[n].low, sentence.language) & deeds()]
        if objects:
            light = objects[0]
            chosen = {n: TARGET if n < main else role for n, role in chosen.items()}
    for n, _, members in free:
        governor = light if light >= 0 and n != light else main
        if light < 0 and loose and chosen[n] == AGENT:
            chosen[n] = WILD
        role = chosen[n]
        if passive and role == AGENT and light < 0 and loose:
            role = AGENT
        for m in members:
            if not words[m].role or words[m].governor in (-1, main):
                words[m].role, words[m].governor = role, governor


def _genderless(word: Word, forms: tuple[Reading, ...]) -> bool:
    return word.kind == "name" and not any(r.traits & PROPER for r in forms[:3])


PROPER = frozenset({"Name", "Surn", "Patr", "Geox"})


def _transitive(forms: tuple[Reading, ...]) -> bool:
    return bool(forms) and "tran" in forms[0].traits


def _agree(noun: tuple[Reading, ...], verb: tuple[Reading, ...]) -> bool:
    """Whether a noun in the nominative can be the subject of a verb's form."""
    for v in verb[:2]:
        if v.part not in {"VERB", "PRTS", "ADJF", "IMPE"}:
            continue
        for r in noun:
            if r.cases not in {"n", ""}:
                continue
            if v.plural != r.plural and not (v.gender == "" and not v.plural and not r.plural):
                continue
            if v.gender and r.gender and v.gender != r.gender and not v.plural:
                continue
            return True
    return False


def _deny(sentence: Sentence) -> None:
    words = sentence.words
    for clause in sentence.clauses:
        places = clause.places
        verbal = False
        spans: list[int] = []
        for at, n in enumerate(places):
            low = words[n].low
            if low in NOT and at + 1 < len(places) and BOUND.fullmatch(words[places[at + 1]].low):
                continue  # "не менее 40" is a number
            if low in NOT:
                following = places[at + 1 : at + 3]
                hit = next((m for m in following if m in clause.predicates or CAN.fullmatch(words[m].low) or ideas(words[m].low, sentence.language) == {VAGUE}), -1)
                if hit >= 0 and (hit == following[0] or words[following[0]].kind == "adverb"):
                    verbal = not verbal
                else:
                    spans.append(at)
            elif low in NONE:
                verbal = True
            elif low in WITHOUT:
                spans.append(at)
            elif REFUSE.fullmatch(low) and any(sentence.forms[m] and sentence.forms[m][0].part == "INFN" for m in places[at + 1 : at + 4]):
                for m in places[at + 1 :]:
                    _flip(words[m], AGENT)
        if not verbal and not spans and any(words[n].low in NO_ONE for n in places):
            verbal = True
        absent = [n for n in places if "=absent" in ideas(words[n].low, sentence.language)]
        if absent:
            for n in absent:
                words[n].kind = "small"
            for n in places:
                if n not in sentence.preposition:
                    _flip(words[n], "")
        if verbal:
            clause.negated = True
            for n in places:
                if n in sentence.preposition and words[n].role not in {TARGET}:
                    continue
                _flip(words[n], AGENT)
        for at in spans:
            ends = ("noun", "name") if words[places[at]].low in WITHOUT else ("verb",)
            stop = next((k + (ends != ("verb",)) for k in range(at + 1, len(places)) if words[places[k]].kind in ends), len(places))
            for n in places[at + 1 : stop]:
                _flip(words[n], "")


def _flip(word: Word, spared: str) -> None:
    if word.kind in {"noun", "name", "adjective", "verb", "predicate"} and (not spared or word.role != spared):
        word.negated = not word.negated
