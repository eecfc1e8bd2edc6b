"""Small words of English, by what they do in a sentence."""

from __future__ import annotations

DETERMINERS = frozenset(
    "the a an this that these those its their his her our my your any some no every each all both another such "
    "several many most few more what whose 's".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for with from to against into over under near after before during since until amid among between "
    "across around through throughout towards toward about without within despite following behind upon outside inside "
    "along beyond past per via as like".split()
)
BE = frozenset("is are was were be been being am isn't wasn't weren't aren't".split())
HAVE = frozenset("has have had having hasn't haven't hadn't".split())
MODALS = frozenset(
    "will would shall should may might must can could won't wouldn't cannot can't couldn't shouldn't mustn't 'll".split()
)
DO = frozenset("do does did don't doesn't didn't".split())
NOT = frozenset("not never n't neither nor no-one nobody".split())
PRONOUNS = frozenset(
    "it he she they we i you who which that one him her them us me himself itself themselves".split()
)
BREAKS = frozenset(';:—–-.!?()[]“”"…|{}')
CLAUSES = frozenset(
    "that but while because although though after before when if unless whether since until as which who whom where "
    "whereas so saying adding".split()
)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WHEN = frozenset(
    "today yesterday tomorrow tonight overnight now recently again here there ago earlier later last next week month "
    "year night morning evening afternoon weekend also once already reportedly allegedly outright yet still even just soon together jointly twice thereby instead ever thus then".split()
) | frozenset(DAYS)
"""Words that stand between a verb and its nouns and belong to neither."""


def adverb(word: str) -> bool:
    """Whether a word only tells how or when a verb's act was done."""
    return (
        word in WHEN
        or word in NOT
        or (
            word.endswith("ly")
            and len(word) > 4
            and word
            not in {"family", "italy", "july", "assembly", "ally", "supply", "rally", "reply", "apply"}
        )
    )
