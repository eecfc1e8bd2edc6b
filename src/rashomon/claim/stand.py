"""The stand a saying takes, from its act and its words, before it is known on which claim.

``read`` gives the act of the cue ("denied", "said"). Here the words count too: "said the reports were absurd" denies,
"said it had nothing to do with it" denies a part in it, "said it had no information" takes no stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.claim import lexicon
from rashomon.claim.sense import MAIN, POINT, framed, main_part, modality, negations
from rashomon.records import Stance

About = Literal["words", "own_part", "pointer"]
"""What a stand is on: the content's own words; the speaker's part in something; a claim only pointed to ("it")."""

BY_ACT: dict[str, Stance] = {
    "asserts": "asserts", "confirms": "asserts", "accuses": "asserts", "warns": "asserts", "believes": "asserts",
    "hearsay": "reports", "denies": "denies", "partly_denies": "partly_denies", "doubts": "doubts",
    "declines": "declines", "retracts": "retracts",
}  # fmt: skip
"""Acts whose content is a claim or a stand on one. Threats, promises, demands and questions are not true or false."""
CLAIMING = frozenset({"asserts", "confirms", "believes", "declines", "accuses"})
"""Acts whose cue may say that one cannot tell."""
AGAINST = frozenset({"denies", "partly_denies", "doubts", "retracts"})


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance and what it is on. ``flipped``: the content itself words the denial ("it did not …")."""

    stance: Stance
    about: About = "words"
    flipped: bool = False
    worded: bool = False
    """The stand lies in the content's own words, so that these are a statement by themselves as well."""


def stand(
    act: str, negated: bool, cue: str, source: str, content: str, before: str = "", between: str = ""
) -> Stand | None:
    """The stand, or ``None`` for one that says nothing of what is so: "did not say that …", "did not deny …".

    ``before``: the words of the text right before the cue; ``between``: those between cue and content.
    """
    if act not in BY_ACT:
        return None
    if act in ("denies", "confirms") and lexicon.pattern("neither").search(before + cue):
        return Stand("declines", _about(content))
    if act in CLAIMING and lexicon.pattern("cannot_tell").search(cue):
        # "Has not been confirmed by the army" is no refusal that points to what was told before.
        active = lexicon.pattern("passive").search(cue) is None
        return Stand("declines", _about(content) if active else "words" if content else "pointer")
    if negated:
        # "Cannot confirm" and "does not believe" say something; what was not said or not denied does not.
        if act == "confirms":
            return Stand("declines", "words" if content else "pointer")
        if act == "believes" and lexicon.pattern("disbelief").search(cue) and not _asks(content):
            return Stand("doubts")
        return None
    stance = BY_ACT[act]
    if stance == "asserts" and lexicon.pattern("rejecting").search(between):
        return Stand("denies", _about(content))  # "called nonsense the claim" that P
    if stance == "asserts" and (called := branded(cue, content)):
        return Stand("denies", _about(called))
    if stance == "asserts" and lexicon.pattern("taking_back").search(f"{cue} {content}"):
        return Stand("retracts", _about(content))
    if stance == "asserts" and content and lexicon.pattern("excluding").search(cue):
        return Stand("denies", _about(content))
    if stance == "denies" and lexicon.pattern("in_part").search(f"{cue} {content[:MAIN]}"):
        return Stand("partly_denies", _about(content))
    if stance == "doubts" and lexicon.pattern("sure").search(cue):
        return Stand("asserts")
    if stance in AGAINST or stance == "declines":
        return None if stance in AGAINST and _refuses(cue, content) else Stand(stance, _about(content))
    main = main_part(content)
    if lexicon.pattern("neither").search(main) or lexicon.pattern("no_stand").search(main):
        return Stand("declines", worded=True)
    if lexicon.pattern("half_true").search(main):
        return Stand("partly_denies", "pointer", worded=True)
    if lexicon.pattern("own_part").search(near := content[framed(content) :][:MAIN]) and lexicon.pattern(
        "negation"
    ).search(near):
        return Stand("denies", "own_part", flipped=True, worded=True)
    if lexicon.pattern("reversal").search(main):
        return Stand("denies", worded=True)
    if act == "accuses" and lexicon.pattern("lying").search(content[:MAIN]):
        return Stand(
            stance
        )  # "of fabricating stories" is an accusation; what it says of a claim, ``belied`` tells
    judged = lexicon.pattern("rejecting").search(main)
    if judged and (
        lexicon.pattern("allegation").search(main)
        or _is_pointer(content.partition(",")[0])
        or _judges(main, judged.span())
    ):
        return Stand("denies", "pointer", flipped=True, worded=True)
    if lexicon.pattern("salt").search(content[:TWOFOLD]):
        return Stand("doubts", "pointer", worded=True)
    if lexicon.pattern("doubting").search(main):
        return Stand("doubts", worded=True)
    if granted(content):
        return Stand("partly_denies", flipped=True, worded=True)
    if stance == "asserts" and is_media(source) and lexicon.pattern("reporting").search(cue):
        return Stand("reports")
    if stance == "asserts" and act != "accuses" and is_plain_denial(content):
        return Stand("denies", flipped=True, worded=True)
    return Stand(stance)


def branded(cue: str, content: str) -> str:
    """The claim that is called untrue: "India's claim" of "labelled India's claim as implausible"; empty where none is."""
    if lexicon.pattern("branding").search(cue) is None:
        return ""
    claimed = lexicon.pattern("allegation").search(content[:TWOFOLD])
    if claimed is None:
        return ""
    called = lexicon.pattern("branded").search(content[:TWOFOLD], claimed.end())
    if called is not None:
        return content[: called.start()].strip(" ,")
    return content if lexicon.pattern("mocking").search(cue) else ""


def is_plain_denial(content: str) -> bool:
    """Whether the point of a content is that something was not done: "it had not fired", "no gas had been used"."""
    main = content[framed(content) :]
    main = main_part(main)
    return (
        not modality(main)
        and lexicon.pattern("not_done").search(main[:POINT]) is not None
        and negations(main[:POINT]) < 2
    )


def granted(content: str) -> str:
    """The part that a content grants before it denies the rest: "the gas had leaked, but not from its plant"."""
    match = lexicon.pattern("but_not").search(content[:TWOFOLD])
    if match is None or match.start() < FIRST_PART:
        return ""
    first = content[: match.start()]
    return "" if lexicon.pattern("negation").search(first[framed(first) :]) else first


TWOFOLD = 300
"""Characters in which a content that grants one part and denies another does so."""
FIRST_PART = 8
"""Characters below which there is no first part to grant."""


def negated_clause(content: str) -> str:
    """The clause of a plain denial that denies: "nobody had died" of "he was hurt and that nobody had died"."""
    parts = lexicon.pattern("clauses").split(content)
    return next(
        (part for part in parts if len(part) > FIRST_PART and lexicon.pattern("negation").search(part)),
        content,
    )


def denied_part(content: str) -> str:
    """What a content with two parts denies."""
    match = lexicon.pattern("but_not").search(content[:TWOFOLD])
    return content[match.end() :].strip(" ,.;:") if match else content


def undecided(content: str) -> str:
    """What a content takes no stand on: "an attack on the port" of "Chad had no information about an attack on the port"."""
    found = lexicon.pattern("no_stand").search(content[:MAIN])
    if found is None or lexicon.pattern("thing").search(content[: found.start()]):
        return content  # "the pictures do not show it and cannot tell whether": they cannot, and the speaker may know
    rest = lexicon.pattern("about_what").sub("", content[found.end() :], count=1)
    return rest if len(rest) > FIRST_PART else content


def _judges(main: str, judged: tuple[int, int]) -> bool:
    """Whether "this is completely" or its like stands before a judgement with which the words end."""
    behind = main[judged[1] :].strip(" .,!”\"’'»")
    before = main[: judged[0]]
    return not behind and lexicon.pattern("judged_so").match(before[framed(before) :]) is not None


def _asks(content: str) -> bool:
    return lexicon.pattern("question").match(content) is not None


def _refuses(cue: str, content: str) -> bool:
    """Whether it turns an offer or a request down, or only asks: no word on what is so."""
    if _asks(content) or lexicon.pattern("refusable").match(content):
        return True
    if "question" in cue and not lexicon.pattern("questionable").match(content):
        return True
    if not content or not lexicon.pattern("refusing").search(cue):
        return False
    main = main_part(content)
    telling = ("allegation", "rejecting", "own_part", "negation")
    return not (_is_pointer(content) or any(lexicon.pattern(name).search(main) for name in telling))


def _about(content: str) -> About:
    if not content or _is_pointer(content):
        return "pointer"
    if lexicon.pattern("own_part").search(content):
        return "own_part"
    return "words"


def _is_pointer(content: str) -> bool:
    return lexicon.pattern("pointer").fullmatch(_bared(content)) is not None


def _bared(content: str) -> str:
    """A content without its frame, its marks and a judgement at its end: "it" of "it a lie"."""
    content = content[framed(content) : MAIN]
    return lexicon.pattern("judged").sub("", content).strip(" .,;:\"“”«»'’")


def is_bare(content: str) -> bool:
    """Whether a pointer is a mere pronoun, which leads to what the same report tells."""
    return lexicon.pattern("bare").fullmatch(_bared(content)) is not None


def is_media(source: str) -> bool:
    """Whether a source's name is that of an outlet or agency that passes on what others say."""
    return bool(lexicon.pattern("media").search(source)) and not lexicon.pattern("not_media").search(source)


def is_nobody(source: str) -> bool:
    """Whether a source is a pronoun, a letter or a thing: a video "shows", and says nothing."""
    bare = source.strip(" .,:;\"'“”«»()").lower()
    return len(bare) < 2 or bare in lexicon.words("nobody") or not any(c.isalpha() for c in bare)


def is_thing(source: str) -> bool:
    """Whether a source is a record, a picture or a finding rather than someone; no capital but the first, so no name."""
    named = any(word[:1].isupper() for word in source.split()[1:])
    return not named and lexicon.pattern("thing").search(source) is not None


def is_none(source: str) -> bool:
    """Whether a source says that there is none: "nobody", "no official", "few"."""
    return lexicon.pattern("none").match(source) is not None
