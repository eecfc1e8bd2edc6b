"""Whether an act was done: asserted, attempted, failed, planned, threatened, hypothetical, negated or historical.

PLOVER counts a friendly act that is announced as AGREE and a hostile one as THREATEN; so do we for "will", "would" and
words of intention, with the status ``planned`` or ``threatened``. What is merely due ("is expected to visit") keeps its
category and is ``planned``.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.read.events.english.lexicon import controls, plain
from rashomon.read.events.english.line import BE, BREAKS, DO, HAVE, MODALS, NOT, adverb
from rashomon.read.events.found import Found, Group
from rashomon.read.events.line import Line
from rashomon.read.events.plover import FRIENDLY, HOSTILE, refused, threat

_FAILED = frozenset(
    "failed unsuccessful foiled thwarted abortive aborted botched bungled repelled averted prevented".split()
)
_ATTEMPTED = frozenset("attempted".split())
_PLANNED = frozenset(
    "planned upcoming scheduled proposed forthcoming imminent impending future intended".split()
)
_POSSIBLE = frozenset("possible potential hypothetical feared likely eventual any".split())
_STOPPERS = frozenset(
    "foil foiled foils foiling thwart thwarted thwarts thwarting prevent prevented prevents preventing avert averted averts repel "
    "repelled repels repelling repulse repulsed stopped disrupted disrupt intercepted blocked averting prevented".split()
)
_COLLAPSED = frozenset("failed foiled thwarted prevented averted repelled repulsed fizzled".split())
_FEARS = frozenset(
    "risk risks danger fear fears feared prospect prospects possibility threat case event chance fearing avoid against".split()
)
_NONE = frozenset("no without neither nor never zero not".split())
_PAST_AGES = frozenset("anniversary commemorate commemorated commemorating decades century centuries".split())
_DENIALS = frozenset("deny denied denies denying".split())


def group(line: Line, head: int, form: str) -> Group:
    """The auxiliaries, negations and governing words to the left of a verb."""
    k = head - 1
    start = head
    one = Group(head)
    passive_open = "p" in form
    while k >= 0 and head - k < 24:
        word = line.low[k]
        if word in NOT:
            one = replace(one, negated=True)
        elif adverb(word) or (
            word in {"on", "been"} and k + 1 < head and (word == "been" or adverb(line.low[k + 1]))
        ):
            if word == "been" and passive_open:
                one = replace(one, passive=True)
        elif word in BE:
            one = replace(
                one,
                passive=one.passive or (passive_open and not one.infinitive),
                negated=one.negated or word.endswith("n't"),
            )
            if one.infinitive and not one.control:
                one = replace(one, control="planned")  # "is to visit"
        elif word in HAVE:
            one = replace(one, negated=one.negated or word.endswith("n't"))
            passive_open = False
        elif word in MODALS:
            no = word.endswith("n't") or word == "cannot"
            one = replace(one, modal=word.removesuffix("n't"), negated=one.negated or no)
            passive_open = False
        elif word in DO:
            one = replace(one, negated=one.negated or word.endswith("n't"))
            passive_open = False
        elif word == "to" and k:
            one = replace(one, infinitive=True)
            passive_open = False
            before = k - 1
            while before > 0 and adverb(line.low[before]):
                before -= 1
            effect = controls().get(line.low[before], "")
            if effect:
                one = replace(one, control=_stronger(one.control, effect))
                k = before
            elif line.low[before] in plain("aspects") or line.low[before] in BE:
                k = before + (line.low[before] in BE)
            else:
                start = k
                break
        elif (
            "i" in form
            and k == head - 1
            and (word in plain("aspects") or word in _DENIALS or word in {"of", "at"})
        ):
            if word in {"of", "at"}:  # "was accused of trying", "an attempt at hijacking"
                effect = controls().get(line.low[k - 1], "") if k else ""
                if effect != "attempted":
                    break
                one = replace(one, control=effect)
                k -= 1
            one = replace(one, denied=word in _DENIALS)
        else:
            break
        start = k
        k -= 1
    return replace(
        one,
        start=start,
        future=one.modal in {"will", "shall", "would", "'ll", "wo", "won"} or one.control == "intends",
    )


_ORDER = ("failed", "attempted", "hypothetical", "planned", "intends", "")


def _stronger(a: str, b: str) -> str:
    return min(a, b, key=_ORDER.index)


def of_verb(line: Line, found: Found, own: Group, clause: int, *, quoted: bool) -> tuple[str, str, str]:
    """Category, mode and status of a verb. ``quoted``: it stands in what someone said."""
    category, mode = found.entry.category, found.entry.mode
    status = "asserted"
    if own.future and not own.control.startswith(("fail", "attempt")):
        conditional = own.modal == "would" and not quoted and _conditional(line, found.head)
        if conditional:
            return category, mode, "hypothetical"
        if own.negated:
            if category in FRIENDLY:
                return "REJECT", refused(category), "asserted"
            return category, mode, "negated"
        if category in FRIENDLY and mode != "resign":
            return "AGREE", "", "planned"
        if category in HOSTILE:
            return "THREATEN", threat(category, mode), "threatened"
        return category, mode, "planned"
    inside = line.low[found.head + 1 : found.last]
    if any(w in _FAILED for w in inside):  # "launched an unsuccessful attack"
        return category, mode, "failed"
    if any(w in _ATTEMPTED for w in inside):
        return category, mode, "attempted"
    if own.negated and not own.control.startswith("fail"):
        return category, mode, "negated"
    if own.control == "failed":
        if category == "AGREE":
            return "REJECT", "", "asserted"  # "failed to reach agreement"
        return category, mode, "failed"
    if own.control == "attempted":
        noun = line.low[own.start] not in {"to"} and any(
            w in {"attempt", "attempts", "bid", "effort", "efforts"}
            for w in line.low[max(0, own.start) : found.head]
        )
        lost = _came_to_nothing(line, found.last) or (
            noun and "failed" in line.low[found.last + 1 : found.last + 18]
        )
        return category, mode, "failed" if lost else "attempted"
    if (
        own.modal in {"could", "might", "may", "can", "should", "must"}
        or own.control == "hypothetical"
        or _if(line, clause)
    ):
        return category, mode, "hypothetical"
    if own.control == "planned":
        return category, mode, "planned"
    if category == "THREATEN":
        status = "threatened"
    elif _old(line, found.head):
        status = "historical"
    return category, mode, status


def of_noun(line: Line, found: Found, clause: int) -> str:
    """Status of an event told by a noun, by the words around it."""
    first = found.first
    near = line.low[max(clause, first - 4) : first]
    wide = line.low[max(0, first - 7) : first]
    after = _verb_after(line, found.last)
    if any(w in _NONE for w in near[-3:]) or (wide and any(w in {"neither"} for w in wide)):
        return "negated"
    if (
        any(w in _FAILED for w in near)
        or any(w in _STOPPERS for w in wide)
        or after & _COLLAPSED
        or _came_to_nothing(line, found.last)
    ):
        return "failed"
    if any(line.low[k] in {"attempted", "attempt", "attempts"} for k in found.used):
        return "attempted"
    if any(w in _ATTEMPTED for w in near) or any(controls().get(w) == "attempted" for w in near):
        return "attempted"
    if (
        any(w in _PLANNED for w in near)
        or after & {"due", "scheduled", "expected", "planned", "set"}
        or (after & {"will"} and found.entry.category not in {"ASSAULT", "COERCE"})
    ):
        return "planned"
    if (
        any(w in _POSSIBLE for w in near)
        or any(w in _FEARS for w in wide[-4:])
        or after & {"could", "would", "might"}
        or _if(line, clause)
    ):
        return "hypothetical"
    if found.entry.category == "THREATEN":
        return "threatened"
    if _old(line, first):
        return "historical"
    return "asserted"


def _verb_after(line: Line, last: int) -> set[str]:
    """The words of the verb group behind a noun and its complements, as far as the clause goes."""
    out: set[str] = set()
    for k in range(last + 1, min(len(line), last + 16)):
        word = line.low[k]
        if word in BREAKS or word in {"which", "who", "that", "but", "and"}:
            break
        if word in BE or word in MODALS or word in _COLLAPSED or word in HAVE:
            out.update(line.low[k : k + 4])
            if word not in _COLLAPSED:
                break
    return out


def _came_to_nothing(line: Line, last: int) -> bool:
    """Whether it is said right behind that an attempt failed: "… but was repelled"."""
    rest = line.low[last + 1 : last + 22]
    for k, word in enumerate(rest):
        if word in {"foiled", "thwarted", "repelled", "repulsed", "averted", "fizzled"}:
            return True
        if word == "failed" and (
            k == 0
            or rest[k - 1] in {"but", "and", "which", "that", "had", "has", "have", ","}
            or "but" in rest[:k]
        ):
            return not (k + 1 < len(rest) and rest[k + 1] == "to" and "but" not in rest[:k])
        if word in {"unsuccessfully", "unsuccessful"}:
            return True
        if word in BREAKS:
            return False
    return False


def _if(line: Line, clause: int) -> bool:
    return (clause > 0 and line.low[clause - 1] in {"if", "unless", "whether"}) or (
        clause < len(line) and line.low[clause] in {"if", "unless", "whether"}
    )


def _conditional(line: Line, head: int) -> bool:
    return any(w in {"if", "unless", "were"} for w in line.low) or head < 3


def _old(line: Line, head: int) -> bool:
    near = line.low[max(0, head - 8) : head + 12]
    return any(w in _PAST_AGES for w in near)
