"""Who says what in a text, by the short lists of its language: source, cue and content with exact offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from rashomon.read.languages.lists import Lists, act_of
from rashomon.read.readers._light.marks import speech
from rashomon.read.readers._light.sources import after, before
from rashomon.records import Attribution, Form, Range

_NEAR = 200
"""Characters before a cue that are searched for what stands with it."""
_CUES = 24
"""Cues of one sentence at most. Real ones hold two or three; a hostile one costs no more than its length."""
_DASH = re.compile(r"\s*[,.!?…]?\s*[—–-]\s+")


@dataclass
class Page:
    """A text with its sentences and quotes, as the rules below need it."""

    text: str
    sentences: Sequence[Range]
    quotes: Sequence[Range]
    lists: Lists
    spoken: list[Range] = field(init=False)

    def __post_init__(self) -> None:
        self.spoken = speech(self.text, self.quotes)

    def quotes_in(self, start: int, end: int) -> list[Range]:
        """Spoken quotes that lie wholly in a range."""
        return [r for r in _between(self.spoken, start, end) if r[0] >= start and r[1] <= end]

    def quoted(self, at: int) -> bool:
        return any(s <= at < e for s, e in _between(self.spoken, at, at + 1))

    def only_quoted(self, start: int, end: int) -> bool:
        """Whether no word of a range stands outside quotation marks, be the quote ever so short."""
        at = start
        for s, e in _between(self.quotes, start, end):
            if any(c.isalnum() for c in self.text[at:s]):
                return False
            at = max(at, e)
        return at > start and not any(c.isalnum() for c in self.text[at:end])


def _between(ranges: Sequence[Range], start: int, end: int) -> Sequence[Range]:
    """The ranges that touch ``start:end``, of ranges that are sorted and apart."""
    first = max(0, bisect_right(ranges, (start, 0)) - 1)
    last = bisect_right(ranges, (end, 0))
    return [r for r in ranges[first:last] if r[0] < end and start < r[1]]


def sayings(page: Page, title_end: int) -> tuple[Attribution, ...]:
    """Attributions of a text in the order of their content; ``speaker`` is left to ``speakers.fill``."""
    found: list[Attribution] = []
    for index, (start, end) in enumerate(page.sentences):
        if end <= title_end and (made := headline(page, start, end)):
            found.append(made)
            continue
        found.extend(_sentence(page, index))
    return tuple(sorted(found, key=lambda a: (a.start, a.end)))


def headline(page: Page, start: int, end: int) -> Attribution | None:
    """ "Мэр: город готов" and "Город готов — мэр Лис": the source before a colon or behind the last dash."""
    text = page.text
    if match := re.match(r"([^:«\"„“.!?\n]{2,60}):\s+(?=\S)", text[start:end]):
        words = match.group(1).split()
        if len(words) <= 6 and (words[0][:1].isupper()) and _can_speak(words, page.lists):
            source = (start, start + len(match.group(1).rstrip()))
            return _made(
                page,
                source,
                (start + match.end(1), start + match.end(1) + 1),
                [(start + match.end(), end)],
                "asserts",
            )
    if match := re.search(r"[,»\w]\s+[—–-]\s+([^—–:.!?«»]{2,60})$", text[start:end]):
        words = match.group(1).split()
        if (
            len(words) <= 5
            and any(w[:1].isupper() for w in words)
            and not _has_cue(match.group(1), page.lists)
        ):
            dash = re.search(r"[—–-]", text[start + match.start() + 1 : end])
            if dash and _can_speak(words, page.lists):
                at = start + match.start() + 1 + dash.start()
                content = (start, len(text[:at].rstrip(" ,")))
                if content[0] < content[1]:
                    return _made(page, (start + match.start(1), end), (at, at + 1), [content], "asserts")
    return None


def _can_speak(words: list[str], lists: Lists) -> bool:
    return any(lists.is_role(w) for w in words) or (
        words[-1][:1].isupper() and words[0].casefold() not in lists.prepositions
    )


def _has_cue(words: str, lists: Lists) -> bool:
    return lists.cue_pattern.search(words) is not None


def _sentence(page: Page, index: int) -> Iterator[Attribution]:
    text, lists = page.text, page.lists
    start, end = page.sentences[index]
    done: list[Range] = []
    for match in islice(lists.owned_pattern.finditer(text, start, end), _CUES):
        who = next(k for k, v in match.groupdict().items() if v)
        if not page.quoted(match.start()):
            content = _around(page, start, match.start(), match.end(), end)
            act = "believes" if re.search(r"мнени|думк|оцен|оцін", match.group(), re.I) else "asserts"
            if content:
                yield _made(page, match.span(who), match.span(), content, act)
            done.append(match.span())
    for match in islice(lists.according_pattern.finditer(text, start, end), _CUES):
        if page.quoted(match.start()) or _touches(done, match.span()):
            continue
        source = _object(page, match.end(), end)
        if source is not None:
            content = _around(page, start, match.start(), source[1], end)
            if content:
                yield _made(page, source, match.span(), content, act_of(match))
            done.append((match.start(), source[1]))
    since = start
    for match in islice(lists.cue_pattern.finditer(text, start, end), _CUES):
        if page.quoted(match.start()) or _touches(done, match.span()):
            continue
        made = _verb(page, index, match, since)
        if made is not None:
            yield made
            since = max(since, match.end(), max((r[1] for r in made.source), default=0))
            if made.content[-1][1] >= end and made.content[-1][0] >= match.end():
                # What follows "that" is the content: a verb of saying inside it is the speaker's own.
                break


def _touches(ranges: Sequence[Range], span: Range) -> bool:
    return any(s < span[1] and span[0] < e for s, e in ranges)


def _object(page: Page, start: int, end: int) -> Range | None:
    """The source behind "according to": up to a comma or dash, else the first name."""
    text = page.text
    stop = re.search(r"[,;:—–]|\s-\s|[.!?]$", text[start:end])
    reach = start + stop.start() if stop else end
    words = [(m.start(), m.end()) for m in re.finditer(r"[^\s,;:]+", text[start:reach])]
    if not words:
        return None
    if text[start + words[0][0] : start + words[0][1]].casefold() in page.lists.hollow:
        return None
    if len(words) <= 12 and stop:
        return start + words[0][0], start + words[-1][1]
    last = 0
    for i, (a, b) in enumerate(words[:6]):
        if text[start + a : start + b][:1].isupper():
            last = i
        elif last:
            break
    return (
        (start + words[0][0], start + words[last][1]) if last or text[start + words[0][0]].isupper() else None
    )


def _around(page: Page, start: int, cue: int, behind: int, end: int) -> list[Range]:
    """A sentence without the cue and source inside it: what stands before and what stands behind."""
    pieces = [_clean(page.text, start, _tail(page, start, cue)), _clean(page.text, behind, end)]
    return [p for p in pieces if p is not None]


def _clean(text: str, start: int, end: int) -> Range | None:
    """A range without punctuation and spaces at its ends, quote marks kept; ``None`` where fewer than two
    words stay."""
    while start < end and text[start] in " \t\n\u00a0,;:—–-.":
        start += 1
    while end > start and text[end - 1] in " \t\n\u00a0,;:—–-.":
        end -= 1
    if len(re.findall(r"\w+", text[start:end])) < 1 or text[start:end].casefold() in {
        "а",
        "но",
        "и",
        "как",
        "як",
        "при этом",
    }:
        return None
    return start, end


def _verb(page: Page, index: int, match: re.Match[str], since: int) -> Attribution | None:
    text, lists = page.text, page.lists
    start, end = page.sentences[index]
    act, cue = act_of(match), match.span()
    left = text[max(start, cue[0] - _NEAR) : cue[0]]
    whole = cue[0] - start <= _NEAR
    negated = act != "declines" and re.search(rf"(?<!\w)(?:{lists.negation})\s+$", left, re.I) is not None
    if act == "denies" and re.search(rf"(?<!\w)(?:{lists.partly})\s+$", left, re.I):
        act = "partly_denies"
    if back := lists.this_pattern.search(left):
        # "Об этом сообщил мэр": the words are those of the sentence before.
        source = after(text, cue[1], end, lists) or before(
            text, start, cue[0] - len(left) + back.start(), lists
        )
        if source is not None and index and whole and not left[: back.start()].strip(" ,—"):
            return _made(page, source, cue, [page.sentences[index - 1]], act, negated)
    that = lists.that_pattern.match(text, cue[1], end)
    bare = left.rstrip()
    # Behind a closing mark only when the quote is speech: in "Профсоюз «Причал» потребовал" it is a name.
    closes = bare[-1:] in tuple('»”“"') and any(
        q[1] == cue[0] - (len(left) - len(bare)) for q in page.quotes_in(start, cue[0])
    )
    trailing = (closes or bare.endswith((",", "—", "–", "-"))) and not that
    trailing = trailing and not text[cue[1] : end].lstrip().startswith(":")
    if bare.casefold().endswith((" как", " як", ",как")) or bare.casefold() in {"как", "як"}:
        # "Как сообщил мэр, …" · "…, как заявил мэр, …"
        source = after(text, cue[1], end, lists)
        content = (
            _around(page, start, cue[0] - len(left) + max(0, len(bare) - 3), source[1], end) if source else []
        )
        return _made(page, source, cue, content, act, negated) if source and content else None
    if trailing:
        source = after(text, cue[1], end, lists) or _close_before(page, start, cue[0])
        content = _said_before(page, index, since, cue[0], max(cue[1], source[1] if source else 0))
        if source is None and not page.quotes_in(start, cue[0]):
            return None
        return _made(page, source, cue, content, act, negated) if content else None
    source = before(text, max(start, since if since > start else start), cue[0], lists)
    behind = cue[1]
    if source is None:
        source = after(text, cue[1], end, lists)
        behind = source[1] if source else behind
    if source is None or (source[0] < cue[0] and page.quoted(source[0])):
        return None
    content = _said_after(page, index, behind, act, match.group())
    return _made(page, source, cue, content, act, negated) if content or act == "declines" else None


def _close_before(page: Page, start: int, cue: int) -> Range | None:
    """ "— Лис сказала": the source between dash and cue, when the cue does not stand right behind the
    dash."""
    dash = max(page.text.rfind(d, start, cue) for d in "—–,")
    return (
        before(page.text, dash + 1, cue, page.lists)
        if dash >= start and page.text[dash + 1 : cue].strip()
        else None
    )


def _said_before(page: Page, index: int, since: int, cue: int, behind: int) -> list[Range]:
    """Content before "…, — сказал мэр", and the quote's part that goes on behind."""
    text = page.text
    start, end = page.sentences[index]
    quotes = [q for q in page.quotes_in(start, cue) if not text[q[1] : cue].strip(" ,.!?…—–-\n")]
    if quotes:
        content: list[Range] = [quotes[-1]]
    else:
        piece = _clean(text, max(start, since), cue)
        if piece is None:
            return []
        content = [piece]
    content.extend(q for q in page.quotes_in(behind, end) if not text[behind : q[0]].strip(" ,.:—–-"))
    rest = text[behind:end]
    opened = text[start : start + 2].strip()[:1] in "—–-"
    if opened and (gap := _DASH.match(rest)):
        # A dialogue's dash: "— Мы ушли, — сказал он, — и не жалеем".
        piece = _clean(text, behind + gap.end(), end)
        content.extend([piece] if piece else [])
    if index + 1 < len(page.sentences):
        follow = page.sentences[index + 1]
        gap_text = text[end : follow[0]]
        more = [
            q
            for q in page.quotes_in(*follow)
            if q[0] - follow[0] <= 2 and text[follow[0] : q[0]].strip(" —–-") == ""
        ]
        if "\n" not in gap_text and more and not _cue_near(page, more[0][1], follow[1]):
            content.append(more[0])
    return content


def _cue_near(page: Page, start: int, end: int) -> bool:
    """Whether a quote has an author's clause of its own behind it."""
    return re.match(r"\s*,?\s*[—–-]", page.text[start:end]) is not None and _has_cue(
        page.text[start:end], page.lists
    )


def _said_after(page: Page, index: int, behind: int, act: str, verb: str) -> list[Range]:
    """Content behind a cue: after "that", after a colon, or the cue's own object."""
    text, lists = page.text, page.lists
    end = page.sentences[index][1]
    that = lists.that_pattern.match(text, behind, end)
    if (that is None or that["object"]) and (
        comma := re.match(r"[^:«»\"]{0,80}?,\s*(?=\w)", text[behind:end])
    ):
        # "заявил журналистам в среду, что …"
        late = lists.that_pattern.match(text, behind + comma.end(), end)
        that = late if late and late["that"] else that
    strong = act in {"asserts", "believes", "asks", "hearsay"}
    if that is not None and not (strong and that["object"]):
        from_here = that.end("that") if that["that"] else that.start("about" if that["about"] else "object")
        piece = _clean(text, from_here, _tail(page, from_here, end))
        return [piece] if piece else []
    colon = re.match(r"[^:«»\"“„]{0,120}?:\s*", text[behind:end])
    if colon:
        piece = _clean(text, behind + colon.end(), end)
        if piece:
            quotes = page.quotes_in(behind + colon.end() - 1, end)
            return quotes if quotes and quotes[0][0] == piece[0] and _fills(page, quotes, piece) else [piece]
        if index + 1 < len(page.sentences) and "\n" in text[end : page.sentences[index + 1][0]]:
            follow = page.quotes_in(*page.sentences[index + 1])
            return follow[:1]
    piece = _clean(text, behind, _tail(page, behind, end))
    if piece is None or (
        strong and not page.quotes_in(*piece) and not re.match(lists.plain, verb, re.IGNORECASE)
    ):
        # "передал документы" says nothing; "назвал это ложью" does.
        return []
    return [piece]


def _fills(page: Page, quotes: list[Range], piece: Range) -> bool:
    return sum(e - s for s, e in quotes) >= 0.8 * (piece[1] - piece[0])


def _tail(page: Page, start: int, end: int) -> int:
    """End of the content before ", сообщает агентство" and ", — передаёт …" at a sentence's end."""
    rest = page.text[start:end]
    for match in re.finditer(r",\s*[—–-]?\s*(?=\w)", rest):
        cue = page.lists.cue_pattern.match(page.text, start + match.end(), end)
        if (
            cue
            and act_of(cue) == "asserts"
            and end - cue.end() <= 80
            and "," not in page.text[cue.end() : end]
        ):
            return start + match.start()
    return end


def _made(
    page: Page, source: Range | None, cue: Range, content: Sequence[Range], act: str, negated: bool = False
) -> Attribution:
    return Attribution(
        source=(source,) if source else (),
        cue=(cue,),
        content=tuple(content),
        act=act,
        negated=negated,
        form=_form(page, content),
    )


def _form(page: Page, content: Sequence[Range]) -> Form:
    """Direct when quotes or a dialogue line fill the content, mixed when they are a part of it."""
    if content and all(page.only_quoted(s, e) for s, e in content):
        return "direct"
    if any(page.quotes_in(s, e) for s, e in content):
        return "mixed"
    if content and page.text[max(0, content[0][0] - 2) : content[0][0]].strip() in {"—", "–"}:
        line = page.text.rfind("\n", 0, content[0][0]) + 1
        if not page.text[line : content[0][0]].strip(" —–"):
            return "direct"
    return "indirect"
