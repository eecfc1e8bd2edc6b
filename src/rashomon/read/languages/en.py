"""English cue words: verbs with their complements, nouns, and the act each one does.

Verbs and rates come from ``_en_frames.py`` (measured); what reporting on conflict needs and the measured set lacks is
added by hand below. Acts are those of ``read/codebook.md``.
"""

from __future__ import annotations

from functools import cache

from rashomon.read.languages._en_frames import MEASURED, TOO_RARE

BY_HAND = """
accuse o oof oo p+of; acknowledge c o; add c; admit c o g +to; advise c ox; affirm c o; agree c x; allege c o; announce c
o; answer c; apologise c +for; apologize c +for; argue c; assert c o; assess c; assure c; aver c; avow c; beg ox; believe c;
blame o ofor oon; boast c +about +of; caution c +against; challenge ox; charge c; clarify c; comment c; complain c +about
+of; concede c o; conclude c; condemn o oo; confirm c o g; contend c; contradict o; counter c; criticise o ofor; criticize o
ofor; cry c; declare c o; decline x; decry o; demand c o x; denounce o oo; deny c o g oin; describe oo; disclose c o; dismiss o
oo; dispute o c; disavow o; doubt c o; emphasise c o; emphasize c o; estimate c; exclaim c; expect c x ox px; explain c;
fear c; forbid ox; forecast c o; guarantee c; hint c +at; hope c x +for; imply c; inform c; insist c +on; instruct ox;
intend x; joke c; judge c; lament c o; maintain c; mention c o; mutter c; note c o; notify c; object c +to; observe c;
order ox; plead c +for; pledge c x o; point c +to; predict c o; proclaim c o; promise c x o; propose c g x o; protest c;
query c; question c o; quip c; quote oo; reaffirm c o; reassure c; rebuke o; rebut o; recall c g; recant o; recommend c g;
refuse x; refute o; reiterate c o; reject o oo; remark c; remind c; renounce o; repeat c; reply c; report c g; repudiate o;
request c o ox; respond c; restate c o; retort c; retract o; reveal c o; say c; scold o; shout c; speculate c; state c;
stress c o; suggest c g; surmise c; suspect c o; swear c x; tell c; testify c; think c; threaten x c o; tout o oo; tweet c;
underline c o; underscore c o; urge ox c g; vow c x o; warn c ox +against +about +of; whisper c; withdraw o; wonder c;
worry c +about; write c; yell c; post c; opine c; venture c; rule +out; walk +back; call +for +on oo; lash +at; hit +at;
put c; say pc px; believe pc px; think pc px; report pc px; allege pc px; know pc; claim pc px; tell pc; rumour pc px; rumor pc px;
expect px; accuse p+of; suspect p+of; blame p+for; quote p+as; cite p+as; describe p+as; fault o ofor; ask c x ox +for
oabout; invite ox; signal c; indicate c; note c; vouch +for; defy o; denigrate o; liken oto
"""
"""Verbs of reporting that any event may bring, whether or not the counted articles held enough of them."""

KEPT = """
accuse p+of; admit o; demand o; promise o; pledge o; call +for +on oo
"""
"""Complements that the counted articles use too loosely, and reports on conflict do not ("demanded an apology")."""

NOT_CUES = frozenset(
    """
    attack assail blast hit strike target battle bash fight lash defend bombard block knock throw sue press fire
    pass approve adopt sign ban nominate elect appoint hire join watch avoid tie sanction arrest
    accord connect attain consume crystallize cut capture dawn lure own sell hire wear
    """.split()
)

SPEECH = frozenset(
    """
    say tell add ask write tweet post note argue explain continue declare state announce reply respond answer insist
    warn joke quip shout yell cry exclaim recall remark observe comment begin conclude read retort counter claim
    suggest admit concede acknowledge agree think stress emphasize emphasise reiterate repeat promise vow predict
    complain lament muse wonder boast assert contend maintain testify report tell interject whisper mutter murmur
    demand urge plead beg scream chant sing laugh smile sigh nod shrug blog blurt bellow bark snap growl thunder
    intone deadpan caution advise confirm deny reveal disclose confide confess protest object charge allege accuse
    proclaim opine surmise speculate venture volunteer inquire query caption headline text email cable
    """.split()
)
"""Verbs that may stand with a quotation right beside them; "he smiled" reports only there."""

IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "think": "thinks thought thinking",
    "know": "knows knew known knowing", "write": "writes wrote written writing", "swear": "swears swore sworn swearing",
    "forbid": "forbids forbade forbidden forbidding", "withdraw": "withdraws withdrew withdrawn withdrawing",
    "see": "sees saw seen seeing", "find": "finds found finding", "hear": "hears heard hearing",
    "feel": "feels felt feeling", "make": "makes made making", "take": "takes took taken taking",
    "give": "gives gave given giving", "have": "has had having", "be": "is are was were been being am",
    "put": "puts putting", "hit": "hits hitting", "bet": "bets betting", "cast": "casts casting",
    "forecast": "forecasts forecasting forecasted", "speak": "speaks spoke spoken speaking",
    "choose": "chooses chose chosen choosing", "teach": "teaches taught teaching",
    "seek": "seeks sought seeking", "fight": "fights fought fighting", "foresee": "foresees foresaw foreseen foreseeing",
    "understand": "understands understood understanding", "mean": "means meant meaning", "lead": "leads led leading",
    "read": "reads reading", "sing": "sings sang sung singing", "begin": "begins began begun beginning",
    "overstate": "overstates overstated overstating", "hold": "holds held holding", "keep": "keeps kept keeping",
    "go": "goes went gone going", "come": "comes came coming", "run": "runs ran running", "show": "shows showed shown showing",
    "learn": "learns learned learnt learning", "forget": "forgets forgot forgotten forgetting",
    "lay": "lays laid laying", "pay": "pays paid paying", "quit": "quits quitting", "stand": "stands stood standing",
    "draw": "draws drew drawn drawing", "throw": "throws threw thrown throwing", "spell": "spells spelled spelt spelling",
    "cut": "cuts cutting", "break": "breaks broke broken breaking", "get": "gets got gotten getting",
    "set": "sets setting", "let": "lets letting", "win": "wins won winning", "meet": "meets met meeting",
    "leave": "leaves left leaving", "bring": "brings brought bringing", "buy": "buys bought buying",
    "sell": "sells sold selling", "send": "sends sent sending", "spend": "spends spent spending",
    "build": "builds built building", "do": "does did done doing", "rise": "rises rose risen rising",
    "forgive": "forgives forgave forgiven forgiving", "wear": "wears wore worn wearing",
    "strike": "strikes struck striking", "shake": "shakes shook shaken shaking", "sink": "sinks sank sunk sinking",
    "undercut": "undercuts undercutting", "rebut": "rebuts rebutted rebutting", "commit": "commits committed committing",
    "admit": "admits admitted admitting", "refer": "refers referred referring", "prefer": "prefers preferred preferring",
    "plan": "plans planned planning", "brag": "brags bragged bragging", "quip": "quips quipped quipping",
    "beg": "begs begged begging", "rip": "rips ripped ripping", "slam": "slams slammed slamming",
    "permit": "permits permitted permitting", "regret": "regrets regretted regretting", "blog": "blogs blogged blogging",
    "label": "labels labeled labelled labeling labelling", "signal": "signals signaled signalled signaling signalling",
    "ban": "bans banned banning", "rap": "raps rapped rapping", "nod": "nods nodded nodding",
    "knock": "knocks knocked knocking", "plot": "plots plotted plotting", "drop": "drops dropped dropping",
    "stop": "stops stopped stopping", "shrug": "shrugs shrugged shrugging", "snap": "snaps snapped snapping",
    "pin": "pins pinned pinning", "cancel": "cancels canceled cancelled canceling cancelling",
    "dub": "dubs dubbed dubbing", "infer": "infers inferred inferring", "defer": "defers deferred deferring",
    "concur": "concurs concurred concurring", "pan": "pans panned panning", "spot": "spots spotted spotting",
    "counsel": "counsels counseled counselled counseling", "model": "models modeled modeling",
    "chat": "chats chatted chatting", "rumor": "rumors rumored rumoring", "lie": "lies lied lying",
    "rely": "relies relied relying",
}  # fmt: skip


def inflected(lemma: str) -> list[str]:
    """The forms of a verb, from the table above or by rule."""
    if lemma in IRREGULAR:
        return [lemma, *IRREGULAR[lemma].split()]
    if lemma.endswith("e"):
        ing = lemma + "ing" if lemma.endswith(("ee", "oe")) else lemma[:-1] + "ing"
        return [lemma, lemma + "s", lemma + "d", ing]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    if lemma.endswith(("s", "x", "ch", "sh", "z", "o")):
        return [lemma, lemma + "es", lemma + "ed", lemma + "ing"]
    return [lemma, lemma + "s", lemma + "ed", lemma + "ing"]


@cache
def frames() -> dict[str, dict[str, float]]:
    """Lemma to its frames, each with the rate at which it is a cue (0 to 1); a frame added by hand counts 0.8."""
    table: dict[str, dict[str, float]] = {}
    for lemma, *given in _entries(MEASURED):
        if lemma not in NOT_CUES:
            table[lemma] = {f: int(rate) / 100 for f, _, rate in (g.partition("=") for g in given)}
    rare = {(lemma, f) for lemma, *given in _entries(TOO_RARE) for f in given}
    rare -= {(lemma, f) for lemma, *given in _entries(KEPT) for f in given}
    for lemma, *given in (*_entries(BY_HAND), *_entries(KEPT)):
        for frame in given:
            if (lemma, frame) not in rare:
                table.setdefault(lemma, {}).setdefault(frame, 0.8)
    return table


def _entries(table: str) -> list[list[str]]:
    return [entry.split() for entry in table.replace("\n", " ").split(";") if entry.strip()]


@cache
def lemmas() -> dict[str, str]:
    """Form to lemma for every verb that may be a cue."""
    return {form: lemma for lemma in sorted({*frames(), *SPEECH}, reverse=True) for form in inflected(lemma)}


_ACT_WORDS = {
    "confirms": "confirm acknowledge admit concede corroborate verify reaffirm affirm confess own admission "
    "acknowledgement acknowledgment confirmation confession",
    "denies": "deny dispute reject refute rebut repudiate disavow dismiss contradict denial rejection",
    "accuses": "accuse blame allege charge fault denounce condemn accusation allegation denunciation condemnation",
    "doubts": "doubt question_o question_c query challenge suspect_o skepticism scepticism",
    "demands": "demand urge call_for call_on call_upon call_ox call_x insist_on beg plead instruct order request "
    "exhort implore ask_ox ask_x ask_for press_for push_for advise_ox warn_ox recommend forbid tell_ox tell_x plea "
    "appeal ultimatum invite_ox",
    "threatens": "threaten threat",
    "promises": "promise vow pledge swear guarantee commit commitment assurance",
    "warns": "warn caution alert warning",
    "declines": "decline refuse refusal silent",
    "retracts": "retract withdraw recant renounce walk_back",
    "asks": "ask wonder inquire question_about",
    "hearsay": "rumor rumour reportedly allegedly purportedly supposedly speculation",
    "believes": "believe think expect hope fear suspect feel worry assume consider predict want anticipate know like love "
    "hate prefer favor favour support back oppose endorse embrace see view regard plan intend seek wish dream imagine "
    "understand realize realise belief hope fear worry concern view opinion expectation assumption conviction suspicion "
    "confidence desire intention plan decision support opposition praise criticism notion idea understanding seem appear "
    "trust admire respect reckon aim decide prefer foresee envision doubt_g",
}
ACTS: dict[str, str] = {}
for _act, _given in _ACT_WORDS.items():
    for _word in _given.split():
        _lemma, _, _frame = _word.partition("_")
        _prep = "+" if _frame in ("for", "on", "upon", "about", "back") else ""
        ACTS.setdefault(f"{_lemma} {_prep}{_frame}" if _frame else _lemma, _act)
"""Head word of a cue, or head word and frame, to its act; every other cue asserts."""

NOUNS = """
accusation c +of +against; admission c +of; agreement c x; allegation c +of +against; appeal x +for; argument c; assertion c;
assessment c; assumption c; assurance c; belief c; bid x; boast c; call +for x; caution c; charge c; claim c x +of;
comment c +about +on; commitment x; complaint c +about +of; concern c +about +over; conclusion c; condemnation +of; confession c;
confidence c; confirmation c +of; contention c; conviction c; criticism +of c; critique +of; declaration c +of; defense +of; defence
+of; demand c +for x; denial c +of; denunciation +of; desire x; disclosure +of c; doubt c +about; endorsement +of; estimate c; excuse
c; expectation c; explanation c; fear c +about +of; forecast c; hint c; hope c; idea c; insistence c; intention x; objection +to;
offer x; opinion c +of +on; opposition +to; pledge x c; plea +for x; praise +for +of; prediction c; proclamation c; promise x c;
proposal x +for; protest +against; refusal x; rejection +of; remark c +about; report c; request x +for; revelation c; ruling c;
rumor c; rumour c; speculation c; statement c +about; suggestion c; support +for +of; suspicion c +of; theory c; threat x c +of;
ultimatum x; understanding c; view c +of +about; vow x c; warning c +of +about +against x; worry c +about; testimony c; notion c;
question +about; reference +to; mention +of; decision x; plan x; order x
"""
"""Nouns that report and the complements they report with. Counted like the verbs on PolNeAR's train part (76 of these
frames were cues half the time or more, "claim that" 12 of 14, "call for" 13 of 16, "support for" 24 of 37); the others
stand by likeness to a verb that reports."""

LENDING = (
    "make issue give offer express voice repeat reiterate have hold share raise deliver renew send level face show "
    "announce publish release post lodge file"
).split()
"""Verbs that only lend a reporting noun its tense: their subject is the noun's speaker."""

HEARSAY = frozenset("reportedly allegedly purportedly supposedly".split())
"""Adverbs that pass on what others say."""

LABELS = frozenset(
    """
    live update updates updated analysis opinion exclusive breaking news watch video photos photo pictures listen read
    explainer explained factbox correction editor's note timeline profile interview transcript q q&a a why how what when
    where who fact-check fact poll review comment report special podcast gallery map graphic quiz recap preview summary
    context background sources source advisory bulletin urgent alert dateline opinion: editorial letters letter column
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today tomorrow yesterday part chapter episode day week results result score
    note notes p.s ps tip tips warning related more also here there this that now then first next finally re fw fwd
    subject from to cc date by photo: credit image caption
    """.split()
)
"""Words before a colon that file a text and name no speaker."""


@cache
def noun_frames() -> dict[str, frozenset[str]]:
    """Noun to the frames it reports with."""
    return {noun: frozenset(given) for noun, *given in _entries(NOUNS)}


@cache
def lending() -> frozenset[str]:
    """Every form of the verbs in LENDING."""
    return frozenset(form for verb in LENDING for form in inflected(verb))


@cache
def noun_lemmas() -> dict[str, str]:
    """Singular and plural to the singular."""
    out: dict[str, str] = {}
    for noun in noun_frames():
        plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
        out[noun] = out[plural] = noun
    return out


ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt maj adm cmdr rep reps sen sens gov st jr sr inc ltd co corp no nos vs etc "
    "jan feb mar apr jun jul aug sept sep oct nov dec dept est approx messrs rev hon pres".split()
)
"""Words whose full stop ends no sentence."""
