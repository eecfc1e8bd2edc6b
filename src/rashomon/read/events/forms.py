"""The forms of an event's verb or noun, each with what it may be: base, s, past or ing."""

from __future__ import annotations

from rashomon.read.languages.en import IRREGULAR, inflected

_IRREGULAR = {
    "fight": "fights fought fighting", "shoot": "shoots shot shooting", "hit": "hits hit hitting",
    "slay": "slays slew slain slaying", "overrun": "overruns overran overrun overrunning",
    "drive": "drives drove driven driving", "flee": "flees fled fleeing", "fall": "falls fell fallen falling",
    "fly": "flies flew flown flying", "blow": "blows blew blown blowing", "take": "takes took taken taking",
    "hold": "holds held holding", "burn": "burns burned burnt burning", "bring": "brings brought bringing",
    "lend": "lends lent lending", "feed": "feeds fed feeding", "overthrow": "overthrows overthrew overthrown overthrowing",
    "sink": "sinks sank sunk sinking", "steal": "steals stole stolen stealing", "shut": "shuts shut shutting",
    "cut": "cuts cut cutting", "set": "sets set setting", "put": "puts put putting", "spread": "spreads spread spreading",
    "send": "sends sent sending", "withhold": "withholds withheld withholding", "uphold": "upholds upheld upholding",
    "beat": "beats beat beaten beating", "break": "breaks broke broken breaking", "strike": "strikes struck stricken striking",
    "withdraw": "withdraws withdrew withdrawn withdrawing", "tear": "tears tore torn tearing", "ride": "rides rode riding",
    "retake": "retakes retook retaken retaking", "undertake": "undertakes undertook undertaken undertaking",
    "sell": "sells sold selling", "buy": "buys bought buying", "catch": "catches caught catching",
    "freeze": "freezes froze frozen freezing", "forgive": "forgives forgave forgiven forgiving", "cast": "casts cast casting",
    "hang": "hangs hanged hung hanging", "hurt": "hurts hurt hurting", "seek": "seeks sought seeking",
    "die": "dies died dying", "sue": "sues sued suing", "set upon": "sets", "run": "runs ran run running",
    "hew": "hews hewed", "walk": "walks walked walking", "upset": "upsets", "step": "steps stepped stepping",
    "let": "lets let letting", "quit": "quits quit quitting", "bow": "bows bowed bowing", "come": "comes came come coming",
    "become": "becomes became becoming", "speak": "speaks spoke spoken speaking", "leave": "leaves left leaving",
    "stab": "stabs stabbed stabbing", "slit": "slits slit slitting", "meet": "meets met meeting", "sit": "sits sat sitting",
    "lay": "lays laid laying", "give": "gives gave given giving", "begin": "begins began begun beginning",
    "swear": "swears swore sworn swearing", "stand": "stands stood standing", "forbid": "forbids forbade forbidden forbidding",
    "read": "reads read reading", "split": "splits split splitting", "go": "goes went gone going", "mow": "mows mowed mown mowing",
    "be": "is are was were been being am", "have": "has had having", "make": "makes made making", "say": "says said saying",
    "lose": "loses lost losing", "win": "wins won winning", "teargas": "teargases teargassed teargassing",
    "gas": "gases gassed gassing", "offer": "offers offered offering", "suffer": "suffers suffered suffering",
    "throw": "throws threw thrown throwing", "rebuild": "rebuilds rebuilt rebuilding", "expel": "expels expelled expelling",
    "rebel": "rebels rebelled rebelling", "compel": "compels compelled compelling", "pay": "pays paid paying",
    "torpedo": "torpedoes torpedoed torpedoing", "veto": "vetoes vetoed vetoing", "mete": "metes meted meting",
    "kidnap": "kidnaps kidnapped kidnaped kidnapping kidnaping", "handcuff": "handcuffs handcuffed handcuffing",
    "commit": "commits committed committing", "permit": "permits permitted permitting", "abet": "abets abetted abetting",
    "acquit": "acquits acquitted acquitting", "admit": "admits admitted admitting", "readmit": "readmits readmitted",
    "transfer": "transfers transferred transferring", "confer": "confers conferred conferring", "swap": "swaps swapped swapping",
    "sympathise": "sympathises sympathised sympathising", "rebut": "rebuts rebutted rebutting", "panic": "panics panicked",
    "grow": "grows grew grown growing", "draw": "draws drew drawn drawing", "hide": "hides hid hidden hiding",
    "shake": "shakes shook shaken shaking", "tell": "tells told telling", "forsake": "forsakes forsook forsaken forsaking",
    "dissolve": "dissolves dissolved dissolving", "equip": "equips equipped equipping", "cancel": "cancels cancelled canceled cancelling canceling",
    "visit": "visits visited visiting", "renege": "reneges reneged reneging", "prohibit": "prohibits prohibited prohibiting",
}  # fmt: skip
"""Verbs that ``languages/en.py`` does not inflect, since no speaker speaks with them."""
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
