"""Who said what, as one line: always a speaker, a verb and exact words, the speaker's or the report's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.brief.material import Material
from rashomon.brief.phrase import CITED, LONG, Line, count_line
from rashomon.brief.words import is_latin, language, listed, sentence_case, verb
from rashomon.records import Attribution, Claim, Position, Saying, Sentence, Span


def saying(material: Material, said: Saying, *, most: int = LONG) -> Line:
    """ "Dmitry Peskov says: “…”", or "Russia accuses: ‹…› — as the Northern Ledger words it."."""
    voice = _Voice(material, said.document_id, material.speaker(said), said.act, said.negated)
    if not said.content:
        return voice.tells([said.span.quote], direct=False, most=most)
    return voice.tells([span.quote for span in said.content], direct=said.form == "direct", most=most)


def attribution(material: Material, document_id: str, made: Attribution, *, most: int = LONG) -> Line:
    """The same for an attribution that no claim was made of."""
    text = material.by_id[document_id].text
    voice = _Voice(material, document_id, material.named(document_id, made), made.act, made.negated)
    pieces = [text[start:end] for start, end in made.content]
    return voice.tells(pieces, direct=made.form == "direct", most=most)


def report(material: Material, span: Span, *, speaker: str = "", most: int = LONG) -> Line:
    """A report's own sentence: "Northern Ledger reports: ‹…›", "… reports, of Dmitry Peskov: ‹…›"."""
    line = Line().say(sentence_case(material.outlet(span.document_id)) + " reports")
    if speaker:
        line.say(f", after {speaker}")
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
    for one in positions:
        if one.span is not None:
            named.setdefault(material.stands(one), one.span)
    if not named:
        return []
    shown = list(named)[:CITED]
    lines = [Line().say(f"{lead} {listed(shown)}.").cite([named[name] for name in shown], mark=mark)]
    if len(named) > CITED:
        more = len(named) - CITED
        lines.append(count_line(f"And by {more} more.", f"{len(named)} speakers, the oldest {CITED} cited"))
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

    def tells(self, pieces: Sequence[str], *, direct: bool, most: int) -> Line:
        outlet = self.material.outlet(self.document_id)
        if self.speaker:
            lead = f"{self.speaker} {verb(self.act, self.speaker, negated=self.negated)}: "
        elif self.act == "asserts" and not direct and not self.negated:
            lead = f"{outlet} reports: "
        else:
            lead = f"someone whom {outlet} does not name {verb(self.act, '', negated=self.negated)}: "
        line = Line().say(sentence_case(lead)).quote(pieces, own=direct, most=most)
        if direct:
            tongue = _tongue(self.material, self.document_id, " (in {})")
            return line.say(f"{tongue}.") if tongue else line.stop()
        if not self.speaker:
            return line.stop()
        return line.say(f" — as {outlet} words it{_tongue(self.material, self.document_id, ', in {}')}.")


def _tongue(material: Material, document_id: str, form: str) -> str:
    """The language of a document, where it is not the page's own."""
    code = material.language(document_id)
    if code == "en" or (not code and is_latin(material.by_id[document_id].text[:400])):
        return ""
    return form.format(language(code)) if code else ""
