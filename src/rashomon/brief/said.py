"""Who said what, as one line: always a speaker, a verb and exact words, the speaker's or the report's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.brief.material import Material
from rashomon.brief.phrase import CITED, LONG, Line, count_line
from rashomon.brief.words import is_latin, language, listed, sentence_case, verb
from rashomon.records import Attribution, Claim, Position, Saying, Sentence, Span

_PLAIN = frozenset("say says said saying tell tells told state states stated add adds added".split())
"""Cues that say no more than our own "says"; any other is printed as the report has it."""
_BE = frozenset("is are was were be been being to has have had by of".split())
UNSURE = 0.15
"""Score below which a line says that its passage may be misread: ``bench.scores`` prints how many are, and how often
such a one is right."""
_GAP = 60
"""Characters between cue and content up to which both are printed in one piece ("alleged on Friday that")."""


def saying(material: Material, said: Saying, *, most: int = LONG) -> Line:
    """ "Ann Lee says: “…”", or "Peru ‹accused Chile of …›, as the Coast Ledger words it."."""
    return _doubted(_said(material, said, most), said.score)


def _said(material: Material, said: Saying, most: int) -> Line:
    voice = _Voice(material, said.document_id, material.speaker(said), said.act, said.negated)
    if not said.content:
        return voice.tells([said.span.quote], most=most)
    pieces = [span.quote for span in said.content]
    if said.form == "direct":
        return voice.quotes(pieces, most=most)
    quote, first = said.span.quote, said.content[0].start - said.span.start
    at = quote.rfind(said.cue, 0, max(first, 0)) if said.cue else -1
    if at > 0 and _leads(said.cue, quote[at + len(said.cue) : first]):
        return voice.does([quote[at : first + len(pieces[0])], *pieces[1:]], most=most)
    return voice.tells(pieces, most=most)


def attribution(material: Material, document_id: str, made: Attribution, *, most: int = LONG) -> Line:
    """The same for an attribution that no claim was made of."""
    return _doubted(_made(material, document_id, made, most), made.score)


def _made(material: Material, document_id: str, made: Attribution, most: int) -> Line:
    text = material.by_id[document_id].text
    voice = _Voice(material, document_id, material.named(document_id, made), made.act, made.negated)
    content = sorted(made.content)
    pieces = [text[start:end] for start, end in content]
    if made.form == "direct":
        return voice.quotes(pieces, most=most)
    if len(made.cue) == 1 and made.source and max(end for _, end in made.source) <= made.cue[0][0]:
        (start, end), first = made.cue[0], content[0][0]
        if end <= first and _leads(text[start:end], text[end:first]):
            return voice.does([text[start : content[0][1]], *pieces[1:]], most=most)
    return voice.tells(pieces, most=most)


def _doubted(line: Line, score: float | None) -> Line:
    """The line, with a warning where the reader may have got wrong who says what."""
    if score is None or score >= UNSURE:
        return line
    return line.say(" (The program is unsure that it read this passage rightly: check the words.)")


def _leads(cue: str, gap: str) -> bool:
    """Whether cue and content can stand after the speaker's name: an active verb, nothing foreign between."""
    words = cue.lower().split() or [""]
    return (
        len(gap) <= _GAP
        and not gap.lstrip().startswith(("by ", "от ", "від "))
        and not set(words[:1]) & _BE
        and not words[0].endswith("ing")
        and not (len(words) == 1 and words[0] in _PLAIN)
    )


def report(material: Material, span: Span, *, speaker: str = "", most: int = LONG) -> Line:
    """A report's own sentence: "Coast Ledger reports: ‹…›", "… reports of Ann Lee: ‹He …›"."""
    line = Line().say(sentence_case(material.outlet(span.document_id)) + " reports")
    if speaker and speaker.rsplit(maxsplit=1)[-1].casefold() not in span.quote.casefold():
        line.say(f" of {speaker}")
    line.say(_tongue(material, span.document_id, ", in {}")).say(": ")
    return line.quote([span.quote], own=False, most=most).stop()


def recall(material: Material, claim: Claim, *, most: int) -> Line:
    """A claim already printed, called to mind in few words; still with its speaker."""
    return saying(material, material.lead(claim), most=most)


def by_whom(
    material: Material, lead: str, positions: Sequence[Position], *, mark: str = ""
) -> list[Sentence]:
    """ "Also asserted by A, B and C.", cited; and a counted line where there are more places than we cite."""
    named: dict[str, Span] = {}
    counted: set[str] = set()
    for one in positions:
        if one.span is not None and one.party not in counted:
            counted.add(one.party)
            named.setdefault(material.stands(one), one.span)
    if not named:
        return []
    shown = list(named)[:CITED]
    lines = [
        Line()
        .say(f"{lead} {listed(shown)}".removesuffix(".") + ".")
        .cite([named[name] for name in shown], mark=mark)
    ]
    if len(named) > CITED:
        more = len(named) - CITED
        lines.append(count_line(f"And by {more} more.", f"{len(named)} parties, the oldest {CITED} cited"))
    return lines


def words_of(said: Saying) -> str:
    """The letters of what was said, to tell repeats: case, marks and spaces do not count."""
    content = " ".join(span.quote for span in said.content) or said.span.quote
    return "".join(c for c in content.casefold() if c.isalnum())


@dataclass(frozen=True, slots=True)
class _Voice:
    """Someone who does something with words, in a document."""

    material: Material
    document_id: str
    speaker: str
    act: str
    negated: bool

    def quotes(self, pieces: Sequence[str], *, most: int) -> Line:
        """Their own words: "Ann Lee says: “…” (in Russian)."."""
        line = Line().say(self._lead()).quote(pieces, own=True, most=most)
        tongue = _tongue(self.material, self.document_id, " (in {})")
        return line.say(f"{tongue}.") if tongue else line.stop()

    def does(self, pieces: Sequence[str], *, most: int) -> Line:
        """The report's words, verb and all: "Peru ‹accused Chile of …›, as the Ledger words it."."""
        if not self.speaker:
            return self.tells(pieces, most=most)
        return self._worded(Line().say(sentence_case(self.speaker) + " ").quote(pieces, own=False, most=most))

    def tells(self, pieces: Sequence[str], *, most: int) -> Line:
        """The report's words for what was said: "Ann Lee says: ‹…›, as the Ledger words it."."""
        return self._worded(Line().say(self._lead()).quote(pieces, own=False, most=most))

    def _lead(self) -> str:
        outlet = self.material.outlet(self.document_id)
        if self.speaker:
            return sentence_case(f"{self.speaker} {verb(self.act, self.speaker, negated=self.negated)}: ")
        done = verb(self.act, "", negated=self.negated)
        return f"Someone whom {outlet} does not name {done}: "

    def _worded(self, line: Line) -> Line:
        tongue = _tongue(self.material, self.document_id, ", in {}")
        return line.say(f", as {self.material.outlet(self.document_id)} words it{tongue}.")


def _tongue(material: Material, document_id: str, form: str) -> str:
    """The language of a document, where it is not the page's own."""
    code = material.language(document_id)
    if code == "en" or (not code and is_latin(material.by_id[document_id].text[:400])):
        return ""
    return form.format(language(code)) if code else ""
