"""Clauses and noun phrases of a Russian or Ukrainian sentence, by endings: no parse and no dictionary.

A phrase has every case that its words allow together: "двух экологов" may be genitive or accusative, "новую базу" only
accusative. What it is of these the verb decides (``roles``).
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.read.events.slavic.grammar import ANY, NONE, Case, Cases, Grammar
from rashomon.read.events.slavic.text import Text, preposition

LONGEST = 16
"""Words of a noun phrase at most."""
_OPENING, _CLOSING = frozenset('«„“"'), frozenset('»”“"')


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words without the preposition, and what it may be."""

    first: int
    last: int
    head: int
    cases: Cases
    preposition: str = ""
    counted: bool = False
    """Whether a number leads it: "63 участника"."""
    joined: bool = False
    """Whether "and" joins several in it."""
    person: bool = False
    """Whether its head is a noun for who acts, or a name."""
    pronoun: str = ""
    """``he``, ``she``, ``it``, ``they``, ``we``, ``i``, ``you``, ``who``; empty for a noun."""
    inner: tuple[int, int] | None = None
    """First and last word of the genitive that belongs to its head."""

    def may_be(self, case: str) -> bool:
        """Whether it may stand in a case."""
        return any(c.case == case for c in self.cases)


def phrases(text: Text, start: int, stop: int) -> list[Phrase]:
    """The noun phrases in a range of words, in order."""
    out: list[Phrase] = []
    k = start
    lead, lead_word = "", ""
    while k < stop:
        about = text.low(k) in text.grammar.words["about"] and text.number(k + 1)
        if (lead_is := preposition(text, k)) and not about:
            lead, lead_word = lead_is, text.low(k)
            k += 1
            continue
        made = (
            phrase_at(text, k, stop, lead, lead_word)
            if about or text.nominal(k) or text.low(k) in _OPENING
            else None
        )
        if made is None:
            if not text.adverb(k) and text.low(k) not in text.grammar.words["negation"]:
                lead, lead_word = "", ""
            k += 1
            continue
        out.append(made)
        lead, lead_word = "", ""
        k = made.last + 1
    return out


def phrase_at(text: Text, k: int, stop: int, lead: str = "", lead_word: str = "") -> Phrase | None:
    """The noun phrase that begins at a word, at most ``LONGEST`` words; ``None`` where none does."""
    g = text.grammar
    first = k
    if (told := g.pronouns.get(text.low(k))) is not None and not text.nominal(k + 1):
        return Phrase(k, k, k, _governed(told[0], lead_word, g), lead, person=True, pronoun=told[1])
    counted = False
    told_cases: Cases | None = None
    while k < stop and (
        text.number(k) or text.low(k) in g.words["about"] or text.low(k) in g.words["determiners"]
    ):
        if text.number(k):
            counted = True
            told_cases = _number_cases(text, k)
        k += 1
    agreed: Cases | None = None
    adjective = -1
    while k < stop and text.nominal(k):
        fit = g.adjective(text.low(k))
        if not fit or not _agrees_with_next(text, k, stop, fit):
            break
        agreed = _both(agreed, fit) if agreed is not None else fit
        adjective = k
        k += 1
    if k < stop and text.low(k) in _OPENING:
        end = _closing(text, k, stop)
        if end is None:
            return None
        return Phrase(
            first if first < k else k + 1, end - 1, end - 1, _governed(ANY, lead_word, g), lead, person=True
        )
    if k < stop and text.nominal(k):
        head = k
        plain = _noun(text, head)
        whole = g.adjective(text.low(head)) if not text.low(head).endswith(("ой", "ей", "ом", "ем")) else NONE
        if text.lexicon.person(text.low(head)) and any(c.number == "p" or c.gender == "m" for c in whole):
            plain = whole  # "военные", "раненых"
        cases = _both(agreed, plain) if agreed is not None else plain
    elif adjective >= 0:  # "раненые", "военные"
        head, cases = adjective, agreed or NONE
        k = adjective
    elif counted:
        head, cases = k - 1, told_cases or ANY
        k -= 1
    else:
        return None
    if counted and told_cases is not None:
        cases = told_cases
    person = _person(text, head)
    if (
        not counted
        and not text.name(head)
        and text.lexicon.person(text.low(head))
        and _man_in_a(text.low(head), g)
    ):
        cases = frozenset(c for c in cases if c.case not in "n") or cases
    cases = _alive(cases, text.lexicon.person(text.low(head)) and not text.low(head).startswith(g.lifeless))
    last, inner = _dependents(text, head, stop)
    joined = False
    more = last + 2 + (text.low(last + 2) in {"еще", "ще", "также"})
    if more < stop and text.low(last + 1) in g.words["and"] and text.nominal(more):
        other = phrase_at(text, more, min(stop, more + LONGEST))
        if (
            other is not None
            and inner is not None
            and other.may_be("g")
            and not _shares_subject(cases, other, text)
        ):
            last = other.last
        elif other is not None and {c.case for c in other.cases} & {c.case for c in cases}:
            last, joined = other.last, True
            shared = {c.case for c in other.cases} & {c.case for c in cases}
            cases = frozenset(Case(c.case, "p", "-") for c in cases if c.case in shared)
    return Phrase(
        first, last, head, _governed(cases, lead_word, g), lead, counted, joined, person, inner=inner
    )


def _agrees_with_next(text: Text, k: int, stop: int, fit: Cases) -> bool:
    """Whether what looks like an adjective goes with the word behind it; a noun may end as one does ("капитана")."""
    after = k + 1
    if after >= stop or not text.nominal(after) or text.low(after) in text.grammar.pronouns:
        return False
    other = text.grammar.adjective(text.low(after)) | _noun(text, after)
    return any(
        a.case == b.case and a.number == b.number and (a.gender == b.gender or "-" in (a.gender, b.gender))
        for a in fit
        for b in other
    )


def _shares_subject(cases: Cases, other: Phrase, text: Text) -> bool:
    """Whether what "and" joins to a phrase with a genitive may be a second subject, and not a second genitive."""
    return (
        other.may_be("n")
        and any(c.case == "n" for c in cases)
        and not text.line.raw[other.head][:1].isupper()
    )


def _closing(text: Text, k: int, stop: int) -> int | None:
    """The mark that closes a name in quotation marks; ``None`` where they hold a saying."""
    end = next((j for j in range(k + 1, min(stop, k + 7)) if text.low(j) in _CLOSING), None)
    if end is None or end == k + 1 or any(text.verbal(j) for j in range(k + 1, end)):
        return None
    return end


def _both(a: Cases, b: Cases) -> Cases:
    """Cases that two words share; those of the first where they share none (endings of nouns are told by rule)."""
    shared = frozenset(
        Case(x.case, x.number, y.gender if x.gender == "-" else x.gender, x.living or y.living)
        for x in a
        for y in b
        if x.case == y.case and x.number == y.number and (x.gender == y.gender or "-" in (x.gender, y.gender))
    )
    return shared or a


_NAME = frozenset({Case("n", "s", "m"), Case("a", "s", "m", "=")})


_NAME = frozenset({Case("n", "s", "m"), Case("a", "s", "m", "=")})


def _noun(text: Text, k: int) -> Cases:
    raw, low = text.line.raw[k], text.low(k)
    if (
        raw.isupper()
        and 1 < len(raw) < (5 if text.shouted else 8)
        and (not text.shouted or low in text.lexicon.people)
    ):
        return ANY
    if raw[:1].isupper() and len(raw) > 2:
        if low[-1] in "оэ":
            return ANY
        if low.endswith(("ов", "ев", "ин", "ів", "їв", "єв")):
            return _NAME
        if found := text.grammar.adjective(low):
            return found | text.grammar.noun(low)
    return text.grammar.noun(low)


def _person(text: Text, k: int) -> bool:
    raw = text.line.raw[k]
    return (
        text.lexicon.person(text.low(k))
        or text.name(k)
        or (raw.isupper() and len(raw) > 1 and not text.shouted)
    )


def _man_in_a(word: str, g: Grammar) -> bool:
    """Whether a noun for a man ends in the "-а" of the accusative: "министра"; "журналистка" and "людина" are nominatives."""
    stem = word[:-1]
    return (
        word[-1:] in "ая"
        and not stem.endswith(("к", "ц", "и", "ь"))
        and not word.startswith(g.lifeless)
        and not word.startswith(tuple(g.words["women"]))
    )


def _alive(cases: Cases, living: bool) -> Cases:
    """The cases of a noun for who lives, without the accusative that only the lifeless have."""
    kept = frozenset(c for c in cases if not (living and c.living == "=" and c.case == "a"))
    return kept or cases


def _number_cases(text: Text, k: int) -> Cases:
    word = text.low(k)
    if word in text.grammar.words["numbers_of_the_object"]:
        return frozenset({Case("g", "p", "-"), Case("a", "p", "-")})
    if word in text.grammar.words["numbers_by_what"]:
        return frozenset({Case("i", "p", "-")})
    return frozenset({Case("n", "p", "-"), Case("a", "p", "-")})


def _governed(cases: Cases, lead: str, g: Grammar) -> Cases:
    """Those cases that a preposition allows; all of its own where the words have none of them."""
    if not lead:
        return cases
    allowed = g.prepositions[lead]
    return frozenset(c for c in cases if c.case in allowed) or frozenset(
        Case(c, n, "-") for c in allowed for n in "sp"
    )


def _dependents(text: Text, head: int, stop: int) -> tuple[int, tuple[int, int] | None]:
    """The last word of a phrase past genitives, names and quotes behind its head, and where its first genitive lies."""
    k, last = head + 1, head
    inner: tuple[int, int] | None = None
    if text.time(head):
        return head, None
    proper = text.name(head) and not text.line.raw[head].isupper()
    while k < stop and k - head < LONGEST:
        if text.low(k) in _OPENING and last == k - 1:
            end = _closing(text, k, stop)
            if end is None:
                break
            last, k = end, end + 1
            continue
        if not text.nominal(k) or text.low(k) in text.grammar.pronouns:
            break
        if text.number(k) or text.time(k) or (proper and not text.name(k)):
            break
        begin = k
        while (
            k < stop
            and text.nominal(k)
            and _genitive(text.grammar.adjective(text.low(k)))
            and (not text.name(k) or text.nominal(k + 1))
        ):
            k += 1
        if k >= stop or not text.nominal(k):
            if k > begin and _substantive(text, begin, k):
                last = k - 1
                inner = inner or (begin, k - 1)
            break
        low = text.low(k)
        name = text.name(k)
        if not name and text.grammar.adjective(low) and not text.lexicon.person(low):
            break
        sort = _noun(text, k)
        measured = text.low(head) in text.grammar.words["measures"] or k > begin
        if name or (
            _genitive(sort)
            and (
                low[-1:] in "аяыиіїуюйвх" or low.endswith(("ей", "ів", "ов", "ев", "ань", "ень")) or measured
            )
        ):
            if (
                name
                and begin == k
                and text.line.raw[head][:1].islower()
                and not _genitive(sort)
                and not _apposed(text, head, k)
            ):
                break
            last = k
            inner = inner or (begin, k)
            k += 1
            continue
        break
    return last, inner


def _apposed(text: Text, head: int, k: int) -> bool:
    """Whether a noun has its bearer's name behind it, in the same case: "министр Лис", "казначей Пётр"."""
    if text.lexicon.person(text.low(head)):
        return True
    mine, other = text.grammar.noun(text.low(head)), _noun(text, k)
    return any(
        a.case == b.case == "n" and a.gender == b.gender == "m" for a in mine for b in other
    ) and text.name(k + 1)


def _substantive(text: Text, begin: int, stop: int) -> bool:
    return any(text.lexicon.person(text.low(j)) for j in range(begin, stop))


def _genitive(cases: Cases) -> bool:
    return any(c.case == "g" for c in cases)
