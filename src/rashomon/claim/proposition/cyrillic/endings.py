"""What a Ukrainian word may be by its ending, for where the dictionary is not installed (its licence is the GPL: the extra ``ukrainian``).

An ending tells less than a dictionary: "вибори" may be "of the choice" as well. The order of the words decides what is left open.
``tests/claim/test_no_dictionary.py`` holds what is read rightly this way.
"""

from __future__ import annotations

import re

PARTICIPLE = re.compile(r".{3,}(?:[аяеє]н|т)(?:ий|а|е|і|ого|ому|им|ій|у|их|ими|ої|ою)")
ADJECTIVES = (
    ("ий", "na", "masc", False), ("ого", "ga", "masc", False), ("ому", "dl", "masc", False), ("им", "i", "masc", False), ("ої", "g", "femn", False), ("ій", "dl", "femn", False),
    ("ою", "i", "femn", False), ("их", "gal", "", True), ("ими", "i", "", True), ("ька", "n", "femn", False), ("на", "n", "femn", False), ("ьке", "na", "neut", False),
    ("не", "na", "neut", False), ("ькі", "na", "", True), ("ні", "na", "", True), ("ьку", "a", "femn", False), ("ову", "a", "femn", False), ("ова", "n", "femn", False),
)  # fmt: skip
"""Ending, cases, gender, whether plural; "на", "не" and "ні" only of words that the tables have as a quality or a name has made."""
NOUNS = (
    ("ями", "i", "", True), ("ами", "i", "", True), ("ові", "d", "masc", False), ("еві", "d", "masc", False), ("ах", "l", "", True), ("ях", "l", "", True),
    ("ам", "d", "", True), ("ям", "d", "", True), ("ів", "ga", "", True), ("їв", "ga", "", True), ("ом", "i", "masc", False), ("ем", "i", "masc", False), ("єм", "i", "masc", False),
    ("ою", "i", "femn", False), ("ею", "i", "femn", False), ("єю", "i", "femn", False), ("ість", "na", "femn", False), ("ння", "na", "neut", False), ("ття", "na", "neut", False),
    ("а", "n", "femn", False), ("я", "n", "femn", False), ("у", "a", "femn", False), ("ю", "a", "femn", False), ("о", "na", "neut", False), ("е", "na", "neut", False),
    ("и", "na", "", True), ("і", "na", "", True), ("ї", "na", "", True),
)  # fmt: skip
ALSO = {"а": "ga", "я": "ga", "у": "dgl", "ю": "dgl", "и": "g", "і": "dl", "ї": "gdl"}
"""Other cases of the last letter, in the other gender or number."""
VERBS = (
    (re.compile(r".{2,}(?:ти|тися|тись)"), "INFN", "", False),
    (re.compile(r".{2,}(?:[аеіиоую]в|[кгхзс])(?:ся|сь)?"), "VERB", "masc", False),
    (re.compile(r".{2,}ла(?:ся|сь)?"), "VERB", "femn", False),
    (re.compile(r".{2,}ло(?:ся|сь)?"), "VERB", "neut", False),
    (re.compile(r".{2,}ли(?:ся|сь)?"), "VERB", "", True),
    (re.compile(r".{2,}(?:[аеуюія]є|[иї]ть|е)(?:ться)?"), "VERB", "", False),
    (re.compile(r".{2,}[уюяа]ть(?:ся)?"), "VERB", "", True),
    (re.compile(r".{2,}[аяеєуо]но|.{2,}[ибурія]то"), "IMPE", "neut", False),
    (re.compile(r".{2,}(?:ючи|ачи|ячи|вши)(?:сь)?"), "GRND", "", False),
)
"""Shape, part of speech, gender, whether plural."""
OTHERS = {
    "CONJ": "і й та або чи але що щоб як якщо коли бо хоча де хто",
    "PRCL": "не ні ж же б би навіть лише тільки",
    "ADVB": "вже ще також там тут тоді потім вчора сьогодні завтра дуже майже так знову",
    "NPRO": "він вона воно вони його її їх йому їй їм ним нею ними це цей ця ці цього своє свій своя свої свою свого",
    "VERB": "є був була було були буде будуть міг могла могли може можуть має мають",
}
_WHAT = {word: part for part, words in OTHERS.items() for word in words.split()}

LIKE_ADJECTIVE = (
    "ий",
    "ого",
    "ому",
    "ими",
    "их",
    "ої",
    "ські",
    "цькі",
    "ська",
    "цька",
    "ське",
    "ським",
    "ську",
)
FUTURE = re.compile(r".{3,}тим(?:е|уть|емо|у)(?:ться)?")

Form = tuple[str, str, str, bool, frozenset[str]]
"""Part of speech, cases, gender, whether plural, traits."""


def forms(word: str, verbal: bool, quality: bool) -> list[Form]:
    """The likeliest first. ``verbal``: the tables have the word as something done; ``quality``: as what something is like."""
    part = _WHAT.get(word)
    if part:
        gender = "masc" if word in {"був", "міг"} else "femn" if word in {"була", "могла"} else ""
        return [(part, "", gender, word.endswith(("ли", "уть", "ють")), frozenset())]
    out: list[Form] = []
    if verbal:
        if PARTICIPLE.fullmatch(word):
            out += _adjectival(word, frozenset({"pssv"}))
        if FUTURE.fullmatch(word):
            return [("VERB", "", "", word.endswith("уть"), frozenset({"tran", "futr"}))]
        for shape, kind, gender, plural in VERBS:
            if shape.fullmatch(word):
                out.append((kind, "", gender, plural, frozenset({"tran"})))
                break
    if quality or word.endswith(LIKE_ADJECTIVE):
        out += _adjectival(word, frozenset())
    return [*out, *_nominal(word)]


def _adjectival(word: str, traits: frozenset[str]) -> list[Form]:
    found = next((one for one in ADJECTIVES if word.endswith(one[0])), None)
    if found is None:
        last = {
            "а": ("n", "femn", False),
            "е": ("na", "neut", False),
            "і": ("na", "", True),
            "у": ("a", "femn", False),
        }.get(word[-1])
        found = ("", *last) if last else None
    return [("ADJF", case, found[2], found[3], traits) for case in found[1]] if found else []


def _nominal(word: str) -> list[Form]:
    none: frozenset[str] = frozenset()
    for ending, cases, gender, plural in NOUNS:
        if word.endswith(ending):
            also = ALSO.get(word[-1], "") if len(ending) == 1 else ""
            return [
                *(("NOUN", case, gender, plural, none) for case in cases),
                *(("NOUN", case, "masc", False, none) for case in also),
            ]
    return [("NOUN", case, "masc", False, none) for case in "na"]
