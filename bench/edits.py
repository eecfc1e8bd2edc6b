"""Ways to copy a text, for the bench of roots: each takes a text and gives the copy. The same seed gives the same copy."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

_SENTENCE = re.compile(r"(?<=[.!?»\"”])\s+(?=[A-ZА-ЯЁІЇЄҐ«\"“])")
_WORD = re.compile(r"[^\W\d_]{4,}")
_ALIKE = str.maketrans("aeopcxyaeopcAEOPCXy", "аеорсхуаеорсАЕОРСХу")
_BACK = str.maketrans("аеорсху", "aeopcxy")
HEADLINES = {
    "en": ["What we know so far", "A morning nobody expected", "Officials speak"],
    "ru": ["Что известно к этому часу", "Утро, которого не ждали", "Власти рассказали"],
    "uk": ["Що відомо на цю годину", "Ранок, якого не чекали", "Влада розповіла"],
}
BOILERPLATE = {
    "en": "Follow our channel for more news and turn on notifications. This website uses cookies to improve your "
    "experience; by staying here you agree to our terms of use. Have you seen something worth telling? Write to our "
    "editors. All rights reserved, no part of this page may be reproduced without written permission.",
    "ru": "Подписывайтесь на наш канал и включайте уведомления. Сайт использует файлы cookie, оставаясь на нём, вы "
    "соглашаетесь с правилами. Стали свидетелем чего-то важного? Напишите в редакцию. Все права защищены, перепечатка "
    "без письменного разрешения запрещена.",
    "uk": "Підписуйтеся на наш канал і вмикайте сповіщення. Сайт використовує файли cookie, залишаючись на ньому, ви "
    "погоджуєтеся з правилами. Стали свідком чогось важливого? Напишіть до редакції. Усі права захищено, передрук "
    "без письмового дозволу заборонено.",
}


def sentences(text: str) -> list[str]:
    return [one for line in text.split("\n") for one in _SENTENCE.split(line) if one.strip()]


def exact(text: str, language: str, chance: random.Random, words: Sequence[str]) -> str:
    """The same words with other blanks and quotation marks."""
    return re.sub(r" ", lambda _: " " * chance.choice((1, 1, 1, 2)), text).replace('"', "”") + "\n"


def cut(text: str, language: str, chance: random.Random, words: Sequence[str]) -> str:
    parts = sentences(text)
    return " ".join(parts[: max(2, round(0.6 * len(parts)))])


def reordered(text: str, language: str, chance: random.Random, words: Sequence[str]) -> str:
    parts = sentences(text)
    chance.shuffle(parts)
    return " ".join(parts)


def edited(text: str, language: str, chance: random.Random, words: Sequence[str]) -> str:
    """One word in ten exchanged or taken out, a sentence dropped, a number changed."""
    parts = sentences(text)
    if len(parts) > 3:
        parts.pop(chance.randrange(len(parts)))

    def edit(match: re.Match[str]) -> str:
        return match.group() if chance.random() > 0.1 else chance.choice(("", chance.choice(words)))

    made = _WORD.sub(edit, " ".join(parts))
    return re.sub(r"\d+", lambda m: str(int(m.group()[:9]) + 1), made, count=1)


def boilerplate(text: str, language: str, chance: random.Random, words: Sequence[str]) -> str:
    return f"{text}\n{BOILERPLATE[language]}"


def headline(text: str, language: str, chance: random.Random, words: Sequence[str]) -> str:
    return f"{chance.choice(HEADLINES[language])}\n{text}"


def replaced(text: str, language: str, chance: random.Random, words: Sequence[str]) -> str:
    """Every fourth longer word exchanged: paraphrase by machine."""
    return _WORD.sub(lambda m: m.group() if chance.random() > 0.25 else chance.choice(words), text)


def synonyms(text: str, language: str, chance: random.Random, words: Sequence[str]) -> str:
    """Two words exchanged in each sentence, evenly, so that few runs of words are left."""
    made = []
    for part in sentences(text):
        found = list(_WORD.finditer(part))
        for match in sorted(found[len(found) // 4 :: max(2, len(found) // 3)], key=lambda m: -m.start()):
            part = part[: match.start()] + chance.choice(words) + part[match.end() :]
        made.append(part)
    return " ".join(made)


def lookalikes(text: str, language: str, chance: random.Random, words: Sequence[str]) -> str:
    """Letters of another script that look the same."""
    table = _ALIKE if language == "en" else _BACK
    return "".join(c.translate(table) if chance.random() < 0.5 else c for c in text)


def unseen(text: str, language: str, chance: random.Random, words: Sequence[str]) -> str:
    """Characters of no width inside words."""
    return "".join(c + chance.choice(("\u200b", "\u2060", "\u00ad")) if c.isalpha() and chance.random() < 0.3 else c for c in text)  # fmt: skip


def padded(text: str, language: str, chance: random.Random, words: Sequence[str]) -> str:
    """The text between twice as many words on nothing in particular."""
    noise = [chance.choice(words) for _ in range(2 * len(text.split()))]
    lines = [" ".join(noise[n : n + 12]).capitalize() + "." for n in range(0, len(noise), 12)]
    half = len(lines) // 2
    return "\n".join((" ".join(lines[:half]), text, " ".join(lines[half:])))


def split(text: str, language: str, chance: random.Random, words: Sequence[str]) -> str:
    """A third of the text, as one post of a thread."""
    parts = sentences(text)
    size = max(2, len(parts) // 3)
    start = chance.randrange(max(1, len(parts) - size + 1))
    return " ".join(parts[start : start + size])


COPIES: dict[str, Callable[[str, str, random.Random, Sequence[str]], str]] = {
    "exact": exact,
    "cut": cut,
    "reordered": reordered,
    "edited": edited,
    "boilerplate added": boilerplate,
    "headline changed": headline,
    "words replaced": replaced,
    "synonyms everywhere": synonyms,
    "letters alike": lookalikes,
    "unseen characters": unseen,
    "padded": padded,
    "split into posts": split,
}
