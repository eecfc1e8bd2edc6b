"""A text as the grouping sees it: body words, shingles, and words and names in one script."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from rashomon.records import Document

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
SHINGLE = 4
"""Words in a shingle. Five lose short posts; three join reports that only share stock phrases."""
STEM = 6
"""A word is known by its first six letters: crude, the same for every language, and it joins most inflected forms."""
NAME = 5
"""A name by its first five after transliteration: "Lermontov" and «Лермонтов» meet, their endings differ."""

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ye", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_TO_LATIN = str.maketrans(_LATIN)
_STOP = frozenset(
    """a about after again all also am an and any are as at be because been before being between both but by can could
    did do does doing down during each few for from further had has have having he her here hers him his how i if in
    into is it its itself just me more most my no nor not now of off on once only or other our out over own said same
    says say she should so some such than that the their them then there these they this those through to told too
    under until up us very was we were what when where which while who whom why will with would you your one two new
    like get got going go make made may might many much still even back well way since including according
    и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня
    еще нет о из ему теперь когда даже ну ли если уже или быть был него до вас над это этом при для об этого
    і й та що як до від за не на у в з із зі про але або чи це цей ця те той для під над при же ж був була було були
    """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A document as grouping sees it; everything is worked out when asked for."""

    document: Document

    @property
    def body(self) -> list[str]:
        """Words of the text without the headline, as written."""
        return WORD.findall(body(self.document))

    @property
    def heading(self) -> list[str]:
        """Words of the title, or of the first line where there is none."""
        document = self.document
        return WORD.findall(document.title or document.text.split("\n", 1)[0][:200])

    @property
    def terms(self) -> Counter[str]:
        """Stems of telling words (title words three times), and names marked ``@``."""
        found: Counter[str] = Counter()
        for part, weight in ((self.heading, 3), (self.body, 1)):
            for word, count in Counter(part).items():
                for term in forms(word)[:2]:
                    if term:
                        found[term] += weight * count
        return found


def latin(word: str) -> str:
    """The word in Latin letters; other scripts than Cyrillic stay as they are."""
    return word.lower().translate(_TO_LATIN)


def bones(word: str) -> str:
    """The first four consonants of a name in Latin letters: Kyiv and «Київ», Moscow and «Москва» meet."""
    level = latin(word).replace("kh", "h").replace("ck", "k").replace("c", "k").replace("w", "v")
    return level[:1] + re.sub(r"[aeiouyjh']|(.)(?=\1)", "", level[1:])[:3]


def body(document: Document) -> str:
    """The text without its headline line."""
    text, title = document.text, document.title
    return text[len(title) :] if title and text.startswith(title) else text


@lru_cache(maxsize=1 << 12)
def forms(word: str) -> tuple[str, str, str]:
    """A word's term, its name form and its bones; empty where it has none. ``word`` is as written."""
    base = word.lower().removesuffix("'s").removesuffix("’s")
    if len(base) < 2 or base in _STOP:
        return "", "", ""
    if base.isdigit():
        return base, "", base
    return base[:STEM], *(("@" + latin(base)[:NAME], bones(base)) if word[0].isupper() else ("", ""))


def look(document: Document) -> Look:
    """The document, to be grouped."""
    return Look(document=document)
