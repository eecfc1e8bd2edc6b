"""The forms of an event's verb or noun, each with what it may be: base, s, past or ing."""

from __future__ import annotations

from rashomon.read.languages.en import IRREGULAR, inflected

_IRREGULAR = {
    "shoot": "shoots shot shooting",
    "slay": "slays slew slain slaying", "overrun": "overruns overran overrun overrunning",
    "drive": "drives drove driven driving", "flee": "flees fled fleeing", "fall": "falls fell fallen falling",
    "fly": "flies flew flown flying", "blow": "blows blew blown blowing",
    "burn": "burns burned burnt burning",
    "lend": "lends lent lending", "feed": "feeds fed feeding", "overthrow": "overthrows overthrew overthrown overthrowing",
    "steal": "steals stole stolen stealing", "shut": "shuts shut shutting",
    "spread": "spreads spread spreading",
    "withhold": "withholds withheld withholding", "uphold": "upholds upheld upholding",
    "beat": "beats beat beaten beating", "strike": "strikes struck stricken striking",
    "tear": "tears tore torn tearing", "ride": "rides rode riding",
    "retake": "retakes retook retaken retaking", "undertake": "undertakes undertook undertaken undertaking",
    "catch": "catches caught catching",
    "freeze": "freezes froze frozen freezing",
    "hang": "hangs hanged hung hanging", "hurt": "hurts hurt hurting",
    "die": "dies died dying", "sue": "sues sued suing", "set upon": "sets",
    "hew": "hews hewed", "walk": "walks walked walking", "upset": "upsets", "step": "steps stepped stepping",
    "bow": "bows bowed bowing",
    "become": "becomes became becoming",
    "stab": "stabs stabbed stabbing", "slit": "slits slit slitting", "sit": "sits sat sitting",
    "split": "splits split splitting", "mow": "mows mowed mown mowing",
    "lose": "loses lost losing", "teargas": "teargases teargassed teargassing",
    "gas": "gases gassed gassing", "offer": "offers offered offering", "suffer": "suffers suffered suffering",
    "rebuild": "rebuilds rebuilt rebuilding", "expel": "expels expelled expelling",
    "rebel": "rebels rebelled rebelling", "compel": "compels compelled compelling",
    "torpedo": "torpedoes torpedoed torpedoing", "veto": "vetoes vetoed vetoing", "mete": "metes meted meting",
    "kidnap": "kidnaps kidnapped kidnaped kidnapping kidnaping", "handcuff": "handcuffs handcuffed handcuffing",
    "abet": "abets abetted abetting",
    "acquit": "acquits acquitted acquitting", "readmit": "readmits readmitted",
    "transfer": "transfers transferred transferring", "confer": "confers conferred conferring", "swap": "swaps swapped swapping",
    "sympathise": "sympathises sympathised sympathising", "panic": "panics panicked",
    "grow": "grows grew grown growing", "hide": "hides hid hidden hiding",
    "forsake": "forsakes forsook forsaken forsaking",
    "dissolve": "dissolves dissolved dissolving", "equip": "equips equipped equipping",
    "visit": "visits visited visiting", "renege": "reneges reneged reneging", "prohibit": "prohibits prohibited prohibiting",
}  # fmt: skip
"""Verbs that ``languages/en.py`` does not inflect, or not in all these forms."""
_VOWELS = "aeiou"


def verb_forms(lemma: str) -> dict[str, str]:
    """Form to its letters out of ``b`` (base), ``s``, ``p`` (past or participle) and ``i`` (-ing)."""
    first, hyphen, last = lemma.rpartition("-")
    core = last if hyphen else lemma
    if core in _IRREGULAR:
        made = [core, *_IRREGULAR[core].split()]
    elif core in IRREGULAR:
        made = [core, *IRREGULAR[core].split()]
    elif _doubles(core):
        made = [core, core + "s", core + core[-1] + "ed", core + core[-1] + "ing"]
    else:
        made = inflected(core)
    out: dict[str, str] = {}
    for form in made:
        kind = _kind(core, form)
        if form in {"is", "are", "am", "has", "does"}:
            kind = "s"
        out[first + hyphen + form] = kind
    # One form for base and past ("hit", "cut").
    if core in {
        "hit",
        "cut",
        "set",
        "put",
        "shut",
        "spread",
        "hurt",
        "beat",
        "slit",
        "quit",
        "let",
        "cast",
        "overrun",
        "come",
    }:
        out[first + hyphen + core] = "bp" if core not in {"overrun", "come"} else "b"
    return out


def _kind(core: str, form: str) -> str:
    if form == core:
        return "b"
    if form.endswith("ing") and len(form) > len(core):
        return "i"
    if form.endswith("s") and form[:2] == core[:2] and form not in {"was"} and len(form) > len(core):
        return "s"
    return "p"


def _doubles(core: str) -> bool:
    """Whether a verb of one syllable doubles its last letter ("ban", "rob", "stop")."""
    return (
        len(core) >= 3
        and core[-1] not in _VOWELS + "wxy"
        and core[-2] in _VOWELS
        and core[-3] not in _VOWELS
        and sum(c in _VOWELS for c in core) == 1
    )


def noun_forms(noun: str) -> tuple[str, ...]:
    """Singular and plural of a noun; one that ends in s is its own plural."""
    if noun.endswith("s") and not noun.endswith("ss"):
        return (noun,)
    if noun.endswith(("ss", "sh", "ch", "x", "z")):
        return noun, noun + "es"
    if noun.endswith("y") and len(noun) > 1 and noun[-2] not in _VOWELS:
        return noun, noun[:-1] + "ies"
    return noun, noun + "s"
