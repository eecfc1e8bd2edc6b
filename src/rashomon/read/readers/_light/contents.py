"""What was said: the words before a cue, behind it, behind "that" or a colon, and where they end."""

from __future__ import annotations

import re
from itertools import islice

from rashomon.read.languages.lists import act_of
from rashomon.read.readers._light.page import Page
from rashomon.read.readers._light.phrases import words
from rashomon.read.readers._light.sources import subject
from rashomon.records import Range

STRONG = frozenset({"asserts", "believes", "asks", "hearsay"})
"""Acts whose cues need "that", a colon or a quote: "передал документы" says nothing."""
_DASH = re.compile(r"\s*[,.!?…]?\s*[—–-]\s+")
_JOIN = re.compile(
    r",?\s(?P<join>и|а также|а|но|однако|і|й|та|а також|але|проте|тогда как|тоді як)\s", re.IGNORECASE
)
_TURN = re.compile(
    r"[,;]\s(?:он|она|они|він|вона|вони|а|но|однако|хотя|при этом|при цьому|те|ті|тот|той|после чего|після чого|але|проте|хоча|отметив|зазначивши|назвав|назвавши)\s"
)


def said_before(page: Page, index: int, since: int, cue: int, behind: int) -> list[Range]:
    """Content before "…, — сказал мэр", and the quote's part that goes on behind."""
    text = page.text
    start, end = page.sentences[index]
    quotes = [q for q in page.quotes_in(start, cue) if not text[q[1] : cue].strip(" ,.!?…—–-\n")]
    if quotes:
        content: list[Range] = [quotes[-1]]
    else:
        piece = page.clean(max(start, since), cue)
        if piece is None:
            return []
        content = [piece]
    content.extend(q for q in page.quotes_in(behind, end) if not text[behind : q[0]].strip(" ,.:—–-"))
    opened = text[start : start + 2].strip()[:1] in "—–-" and bool(text[start : start + 2].strip())
    if opened and (gap := _DASH.match(text[behind:end])):
        # A dialogue's dash: "— Мы ушли, — сказал он, — и не жалеем".
        piece = page.clean(behind + gap.end(), end)
        content.extend([piece] if piece else [])
    if index + 1 < len(page.sentences):
        follow = page.sentences[index + 1]
        more = [q for q in page.quotes_in(*follow)[:1] if text[follow[0] : q[0]].strip(" —–") == ""]
        if "\n" not in text[end : follow[0]] and more and not _cue_near(page, more[0][1], follow[1]):
            content.append(more[0])
    return content


def _cue_near(page: Page, start: int, end: int) -> bool:
    """Whether a quote has an author's clause of its own behind it."""
    return (
        re.match(r"\s*,?\s*[—–-]", page.text[start:end]) is not None
        and page.lists.cue_pattern.search(page.text[start:end]) is not None
    )


def said_after(page: Page, index: int, behind: int, act: str, cue: str) -> list[Range]:
    """Content behind a cue: after "that", after a colon, or the cue's own object."""
    text, lists = page.text, page.lists
    end = page.sentences[index][1]
    that = lists.that_pattern.match(text, behind, end)
    if that is None or not that["that"]:
        for comma in islice(re.finditer(r",\s*(?=\w)", text[behind : min(end, behind + 160)]), 4):
            # "заявил журналистам в среду, что …" · "… в Заречье, куда он приехал, что …"
            if (
                ":" in text[behind : behind + comma.start()]
                or page.quotes_in(behind, behind + comma.start())
                or lists.cue_pattern.search(text, behind, behind + comma.start())
            ):
                break
            late = lists.that_pattern.match(text, behind + comma.end(), end)
            if (
                late
                and late["that"]
                and (act in STRONG or _said_to(text[behind : behind + comma.start()], act, page))
            ):
                that = late
                break
    if that is not None and that["that"]:
        piece = page.clean(that.start("that"), _cut(page, that.end(), end, cue, whole=True))
        return [piece] if piece else []
    if act == "asks" and (whether := re.match(r",\s*(?=\w+\s+ли\s)", text[behind:end])):
        piece = page.clean(behind + whether.end(), end)
        return [piece] if piece else []
    colon = re.match(r"([^:«»\"“„]{0,120}?):\s*", text[behind:end])
    if colon and (act in STRONG or not colon[1].strip() or _said_to(colon[1], act, page)):
        piece = page.clean(behind + colon.end(), end)
        if piece:
            quotes = page.quotes_in(behind + colon.end() - 1, end)
            if quotes and quotes[0][0] == piece[0] and _TURN.match(text, quotes[0][1], end):
                return quotes[:1]
            return quotes if quotes and quotes[0][0] == piece[0] and _fills(quotes, piece) else [piece]
        if index + 1 < len(page.sentences) and "\n" in text[end : page.sentences[index + 1][0]]:
            return page.quotes_in(*page.sentences[index + 1])[:1]
    if that is not None and that["about"]:
        piece = page.clean(that.start("about"), _cut(page, that.end(), end, cue))
        return [piece] if piece else []
    return _object(page, behind, end, act, cue)


def _said_to(between: str, act: str, page: Page) -> bool:
    """Whether the words between cue and colon are whom or how it was said, not the cue's object."""
    inner = between.split()
    return (
        len(inner) <= 2
        and act in {"warns", "promises", "threatens", "confirms"}
        and not any(w.casefold() in page.lists.prepositions for w in inner)
    )


def _object(page: Page, behind: int, end: int, act: str, cue: str) -> list[Range]:
    """The cue's own object: "опроверг слухи", "пообещал жителям починить мост" without those to whom."""
    text, lists = page.text, page.lists
    colon = re.search(r":\s", text[behind:end])
    piece = page.clean(
        behind, _cut(page, behind, behind + colon.start() if colon and act not in STRONG else end, cue)
    )
    if piece is None:
        return []
    said = text[slice(*piece)]
    if re.search(rf"(?<!\w)(?:{lists.objections})(?!\w)", said[:60], re.IGNORECASE):
        return []
    if act in STRONG and not page.quotes_in(*piece) and not re.match(lists.plain, cue, re.IGNORECASE):
        return []
    if act == "declines" and re.search(r"\sна\s", cue):
        return []
    if act == "confirms" and re.search(rf"(?<!\w)(?:{lists.verdicts})(?!\w)", said, re.IGNORECASE):
        return []
    if (
        act == "confirms"
        and len(said.split()) == 1
        and said.casefold() not in {"это", "це"}
        and "," in text[piece[1] : end]
    ):
        return []
    if act in {"promises", "threatens", "warns", "asks"}:
        start = _past_recipient(page, *piece, act)
        return [(start, piece[1])] if start < piece[1] else []
    return [piece]


def _past_recipient(page: Page, start: int, end: int, act: str) -> int:
    """Where the promised deed begins behind those it is promised to; ``end`` where nothing else is there."""
    lists = page.lists
    inner = [w for w in words(page, start, min(end, start + 120)) if not w.stop][:7]
    if not inner or inner[0].plain in lists.prepositions or inner[0].plain.endswith(lists.infinitives):
        return start
    for i, word in enumerate(inner[1:], 1):
        if act == "warns" and re.fullmatch(lists.about, word.plain):
            return word.start
        if act in {"promises", "threatens"} and inner[0].plain.endswith(lists.dative):
            if word.plain.endswith(lists.infinitives) and len(word.plain) > 3:
                return word.start
            if (
                i <= 2
                and inner[i - 1].plain.endswith(("ам", "ям", "у", "ю", "ому", "ові"))
                and word.plain.endswith(("ами", "ями", "ым", "ими", "ыми", "ой", "ою", "ею", "им"))
            ):
                return word.start
    return start


def _fills(quotes: list[Range], piece: Range) -> bool:
    return sum(e - s for s, e in quotes) >= 0.8 * (piece[1] - piece[0])


def _cut(page: Page, start: int, end: int, cue: str, whole: bool = False) -> int:
    """Where a content ends: before "…, сообщает агентство", and before what its speaker says next.

    ``whole`` is for what "that" opens, whose clauses may be many: it ends only before another cue.
    """
    text, lists = page.text, page.lists
    end = tail(page, start, end)
    if not whole and (turn := _TURN.search(text, start, end)) and not page.quoted(turn.start()):
        end = turn.start()
    if not whole:
        for comma in islice(re.finditer(r",\s", text[start:end]), 12):
            if lists.cue_pattern.match(text, start + comma.end(), end) and not page.quoted(
                start + comma.start()
            ):
                end = start + comma.start()
                break
    finite = cue.casefold().removeprefix("не ").split()[0]
    past = re.search(r"(?:л|ла|ло|ли|в|ет|ют|ит|ят|є|ють|ить|ять)(?:ся|сь)?$", finite)
    ending = past.group() if past else lists.past if finite.endswith("г") else ""
    for join in islice(_JOIN.finditer(text, start, end), 12):
        if page.quoted(join.start()):
            continue
        first = re.match(r"(?:не\s+)?([\w'’ʼ-]+)", text[join.end() : end])
        if first is None:
            continue
        word = first[1].casefold()
        if (
            ending
            and word.endswith(ending)
            and len(word) > 4
            and (
                lists.cue_pattern.match(text, join.end(), end)
                or (not whole and re.search(r"(?:ла|ло|ли|л|в)(?:ся|сь)?$", word) and not lists.is_role(word))
            )
        ):
            return join.start()
        if whole and join["join"].casefold().startswith(("и", "й", "і", "та")) and join["join"] != "тогда":
            continue
        following = lists.cue_pattern.search(text, join.end(), min(end, join.end() + 80))
        if following and "," not in text[join.end() : following.start()]:
            between = [w for w in words(page, join.end(), following.start()) if not w.stop]
            if between and subject(between, lists, plural=False):
                return join.start()
    return end


def tail(page: Page, start: int, end: int) -> int:
    """End of the content before ", сообщает агентство" and ", — передаёт …" at a sentence's end."""
    text = page.text
    for match in islice(re.finditer(r",\s*[—–-]?\s*(?:(?:как|як)\s+)?(?=\w)", text[start:end]), 40):
        at = start + match.end()
        cue = page.lists.cue_pattern.match(text, at, end) or page.lists.impersonal_pattern.match(
            text, at, end
        )
        if (
            cue
            and act_of(cue) in {"asserts", "confirms", "hearsay"}
            and end - cue.end() <= 110
            and "," not in text[cue.end() : end]
            and not cue.group().casefold().endswith(page.lists.gerunds)
        ):
            return start + match.start()
    return end
