"""The forms of a Russian or Ukrainian verb from its infinitive, each with what it is.

Rules of the productive classes, and a table of families for the rest ("-слать", "-вести"), told by the infinitive's
ending with any prefix before it. Letters are folded as ``sentence.folded`` does: "ё" is "е", apostrophes are gone.
"""

from __future__ import annotations

from dataclasses import dataclass

PAST, PRESENT, INFINITIVE, SHORT, PASSIVE, ACTIVE, GERUND, IMPERSONAL = (
    "past", "present", "infinitive", "short", "passive", "active", "gerund", "impersonal",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """What one form of a verb is."""

    kind: str
    """``past``, ``present`` (of a perfective verb: future), ``infinitive``, ``short`` ("убит"), ``passive`` ("убитый"), ``active``
    ("убивший"), ``gerund`` or ``impersonal`` ("вбито")."""
    agrees: str = ""
    """Its subject: ``m``, ``f``, ``n``, ``p`` (plural), ``s`` (singular); empty where it shows none."""
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Stems:
    """What the forms of a verb are made of."""

    past: tuple[str, ...]
    """Masculine past, with its ending."""
    past_stem: str
    """Of the other past forms: "нанес" of "нанесла"."""
    third: tuple[str, str]
    """Third person, singular and plural."""
    passive: tuple[str, ...] = ()
    """Short passive participles, masculine in Russian, "-но" in Ukrainian without its "о"."""


_RU_MUTATED: dict[str, tuple[str, ...]] = {"ст": ("щ",), "т": ("ч", "щ"), "д": ("жд", "ж"), "с": ("ш",), "з": ("ж",), "п": ("пл",), "б": ("бл",),
               "м": ("мл",), "в": ("вл",), "ф": ("фл",)}  # fmt: skip
_UK_MUTATED: dict[str, tuple[str, ...]] = {"ст": ("щ",), "т": ("ч",), "д": ("дж",), "с": ("ш",), "з": ("ж",), "п": ("пл",), "б": ("бл",), "м": ("мл",),
               "в": ("вл",), "ф": ("фл",)}  # fmt: skip


def _mutated(stem: str, table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    for tail, others in table.items():
        if stem.endswith(tail):
            return tuple(stem.removesuffix(tail) + other for other in others)
    return (stem,)


_RU_FAMILIES: dict[str, tuple[str, str, str, str, str]] = {
    # ending of the infinitive: masculine past, other past, third singular, third plural, passive
    "слать": ("слал", "сла", "шлет", "шлют", "слан"),
    "звать": ("звал", "зва", "зовет", "зовут", "зван"),
    "рвать": ("рвал", "рва", "рвет", "рвут", "рван"),
    "брать": ("брал", "бра", "берет", "берут", "бран"),
    "гнать": ("гнал", "гна", "гонит", "гонят", "гнан"),
    "писать": ("писал", "писа", "пишет", "пишут", "писан"),
    "казать": ("казал", "каза", "кажет", "кажут", "казан"),
    "резать": ("резал", "реза", "режет", "режут", "резан"),
    "искать": ("искал", "иска", "ищет", "ищут", "искан"),
    "держать": ("держал", "держа", "держит", "держат", "держан"),
    "стоять": ("стоял", "стоя", "стоит", "стоят", ""),
    "бежать": ("бежал", "бежа", "бежит", "бегут", ""),
    "ехать": ("ехал", "еха", "едет", "едут", ""),
    "дать": ("дал", "да", "даст", "дадут", "дан"),
    "стать": ("стал", "ста", "станет", "станут", ""),
    "взять": ("взял", "взя", "возьмет", "возьмут", "взят"),
    "изъять": ("изъял", "изъя", "изымет", "изымут", "изъят"),
    "принять": ("принял", "приня", "примет", "примут", "принят"),
    "нять": ("нял", "ня", "нимет", "нимут", "нят"),
    "занять": ("занял", "заня", "займет", "займут", "занят"),
    "начать": ("начал", "нача", "начнет", "начнут", "начат"),
    "бить": ("бил", "би", "бьет", "бьют", "бит"),
    "избить": ("избил", "изби", "изобьет", "изобьют", "избит"),
    "отбить": ("отбил", "отби", "отобьет", "отобьют", "отбит"),
    "разбить": ("разбил", "разби", "разобьет", "разобьют", "разбит"),
    "подбить": ("подбил", "подби", "подобьет", "подобьют", "подбит"),
    "сбить": ("сбил", "сби", "собьет", "собьют", "сбит"),
    "отозвать": ("отозвал", "отозва", "отзовет", "отзовут", "отозван"),
    "разогнать": ("разогнал", "разогна", "разгонит", "разгонят", "разогнан"),
    "отобрать": ("отобрал", "отобра", "отберет", "отберут", "отобран"),
    "лететь": ("летел", "лете", "летит", "летят", ""),
    "смотреть": ("смотрел", "смотре", "смотрит", "смотрят", "смотрен"),
    "терпеть": ("терпел", "терпе", "терпит", "терпят", ""),
    "сидеть": ("сидел", "сиде", "сидит", "сидят", ""),
    "видеть": ("видел", "виде", "видит", "видят", ""),
    "мереть": ("мер", "мер", "мрет", "мрут", ""),
    "жечь": ("жег", "жг", "жжет", "жгут", "жжен"),
    "сжечь": ("сжег", "сожг", "сожжет", "сожгут", "сожжен"),
    "лечь": ("лек", "лек", "лечет", "лекут", "лечен"),
    "сечь": ("сек", "сек", "сечет", "секут", "сечен"),
    "красть": ("крал", "кра", "крадет", "крадут", "краден"),
    "пасть": ("пал", "па", "падет", "падут", ""),
    "сесть": ("сел", "се", "сядет", "сядут", ""),
    "вести": ("вел", "ве", "ведет", "ведут", "веден"),
    "нести": ("нес", "нес", "несет", "несут", "несен"),
    "везти": ("вез", "вез", "везет", "везут", "везен"),
    "йти": ("шел", "ш", "йдет", "йдут", ""),
    "расти": ("рос", "рос", "растет", "растут", ""),
    "быть": ("был", "бы", "будет", "будут", ""),
    "плыть": ("плыл", "плы", "плывет", "плывут", ""),
    "рыть": ("рыл", "ры", "роет", "роют", "рыт"),
    "крыть": ("крыл", "кры", "кроет", "кроют", "крыт"),
    "гибнуть": ("гиб", "гиб", "гибнет", "гибнут", ""),
    "свергнуть": ("сверг", "сверг", "свергнет", "свергнут", "свергнут"),
    "вергнуть": ("верг", "верг", "вергнет", "вергнут", "вергнут"),
    "стигнуть": ("стиг", "стиг", "стигнет", "стигнут", "стигнут"),
    "торгнуться": ("торгся", "торг", "торгнется", "торгнутся", ""),
    "чезнуть": ("чез", "чез", "чезнет", "чезнут", ""),
    "хотеть": ("хотел", "хоте", "хочет", "хотят", ""),
    "мочь": ("мог", "мог", "может", "могут", ""),
    "ковать": ("ковал", "кова", "кует", "куют", "кован"),
}  # fmt: skip
_UK_FAMILIES: dict[str, tuple[str, str, str, str, str]] = {
    "слати": ("слав", "сла", "шле", "шлють", "слан"),
    "звати": ("звав", "зва", "зве", "звуть", "зван"),
    "рвати": ("рвав", "рва", "рве", "рвуть", "рван"),
    "брати": ("брав", "бра", "бере", "беруть", "бран"),
    "гнати": ("гнав", "гна", "жене", "женуть", "гнан"),
    "писати": ("писав", "писа", "пише", "пишуть", "писан"),
    "казати": ("казав", "каза", "каже", "кажуть", "казан"),
    "різати": ("різав", "різа", "ріже", "ріжуть", "різан"),
    "тримати": ("тримав", "трима", "тримає", "тримають", "триман"),
    "стояти": ("стояв", "стоя", "стоїть", "стоять", ""),
    "бігти": ("біг", "біг", "біжить", "біжать", ""),
    "їхати": ("їхав", "їха", "їде", "їдуть", ""),
    "дати": ("дав", "да", "дасть", "дадуть", "дан"),
    "стати": ("став", "ста", "стане", "стануть", ""),
    "взяти": ("взяв", "взя", "візьме", "візьмуть", "взят"),
    "узяти": ("узяв", "узя", "візьме", "візьмуть", "узят"),
    "прийняти": ("прийняв", "прийня", "прийме", "приймуть", "прийнят"),
    "йняти": ("йняв", "йня", "йме", "ймуть", "йнят"),
    "няти": ("няв", "ня", "німе", "німуть", "нят"),
    "почати": ("почав", "поча", "почне", "почнуть", "почат"),
    "бити": ("бив", "би", "бє", "бють", "бит"),
    "відбити": ("відбив", "відби", "відібє", "відібють", "відбит"),
    "розбити": ("розбив", "розби", "розібє", "розібють", "розбит"),
    "підбити": ("підбив", "підби", "підібє", "підібють", "підбит"),
    "збити": ("збив", "зби", "зібє", "зібють", "збит"),
    "розігнати": ("розігнав", "розігна", "розжене", "розженуть", "розігнан"),
    "зібрати": ("зібрав", "зібра", "збере", "зберуть", "зібран"),
    "відібрати": ("відібрав", "відібра", "відбере", "відберуть", "відібран"),
    "летіти": ("летів", "леті", "летить", "летять", ""),
    "сидіти": ("сидів", "сиді", "сидить", "сидять", ""),
    "терпіти": ("терпів", "терпі", "терпить", "терплять", ""),
    "мерти": ("мер", "мер", "мре", "мруть", ""),
    "красти": ("крав", "кра", "краде", "крадуть", "краден"),
    "пасти": ("пав", "па", "паде", "падуть", ""),
    "сісти": ("сів", "сі", "сяде", "сядуть", ""),
    "вести": ("вів", "ве", "веде", "ведуть", "веден"),
    "нести": ("ніс", "нес", "несе", "несуть", "несен"),
    "везти": ("віз", "вез", "везе", "везуть", "везен"),
    "йти": ("йшов", "йш", "йде", "йдуть", ""),
    "бути": ("був", "бу", "буде", "будуть", ""),
    "рити": ("рив", "ри", "риє", "риють", "рит"),
    "крити": ("крив", "кри", "криє", "криють", "крит"),
    "гинути": ("гинув", "гину", "гине", "гинуть", ""),
    "хотіти": ("хотів", "хоті", "хоче", "хочуть", ""),
    "могти": ("міг", "мог", "може", "можуть", ""),
    "сікти": ("сік", "сік", "січе", "січуть", "січен"),
    "текти": ("тік", "тек", "тече", "течуть", ""),
    "палити": ("палив", "пали", "палить", "палять", "пален"),
}  # fmt: skip


_PREFIXES = frozenset(
    "в вы во вз воз вос до за из изо ис на недо о об обо от ото пере по под подо пре при про раз разо рас с со соз у".split()
)
_UK_PREFIXES = frozenset(
    "в ви від віді ві до ді за зі з із на над наді о об обі пере перед по під піді пре при про роз розі с спо у уві".split()
)


def _prefix(lead: str, known: frozenset[str]) -> bool:
    """Whether what stands before a family's verb is a prefix of one: "осуждать" is not of "дать"."""
    return (
        not lead or lead in known or any(lead[:k] in known and lead[k:] in known for k in range(1, len(lead)))
    )


def _family(infinitive: str, families: dict[str, tuple[str, str, str, str, str]]) -> Stems | None:
    known = _PREFIXES if families is _RU_FAMILIES else _UK_PREFIXES
    fit = [f for f in families if infinitive.endswith(f) and _prefix(infinitive.removesuffix(f), known)]
    if not fit:
        return None
    tail = max(fit, key=len)
    lead = infinitive.removesuffix(tail)
    past, other, one, many, passive = families[tail]
    short = (lead + passive,) if passive else ()
    return Stems((lead + past,), lead + other, (lead + one, lead + many), short)


def _russian(infinitive: str) -> Stems:
    if made := _family(infinitive, _RU_FAMILIES):
        return made
    stem = infinitive[:-2]
    if stem.endswith(("ова", "ева")):
        present = stem[:-3] + ("у" if stem.endswith("ова") or stem[-4:-3] in "жшчщц" else "ю")
        return Stems((stem + "л",), stem, (present + "ет", present + "ют"), (stem + "н",))
    if stem.endswith("ну"):
        return Stems((stem + "л",), stem, (stem[:-1] + "ет", stem[:-1] + "ут"), (stem + "т",))
    if stem.endswith("и"):
        core = stem[:-1]
        many = core + ("ат" if core[-1:] in "жшчщ" else "ят")
        return Stems(
            (stem + "л",), stem, (core + "ит", many), tuple(m + "ен" for m in _mutated(core, _RU_MUTATED))
        )
    passive = (stem + "н",) if stem.endswith(("а", "я")) else ()
    return Stems((stem + "л",), stem, (stem + "ет", stem + "ют"), passive)


def _ukrainian(infinitive: str) -> Stems:
    if made := _family(infinitive, _UK_FAMILIES):
        return made
    stem = infinitive.removesuffix("ти")
    if stem.endswith(("ува", "юва")):
        present = stem[:-2]
        return Stems(
            (stem + "в",),
            stem,
            (present + "є", present + "ють"),
            (stem + "н", *(stem[:-3] + end for end in ("ован", "йован", "ьован"))),
        )
    if stem.endswith("ну"):
        core = stem[:-1]
        return Stems((stem + "в",), stem, (core + "е", core + "уть"), (stem + "т", core + "ен"))
    if stem.endswith(("и", "ї")):
        core = stem[:-1]
        many = core + ("ать" if core[-1:] in "жшчщ" else "ять")
        soft = tuple(m + "ять" for m in _mutated(core, _UK_MUTATED) if m.endswith("л") and m != core)
        third = core + ("їть" if stem.endswith("ї") else "ить")
        return Stems(
            (stem + "в",),
            stem,
            (third, soft[0] if soft else many),
            tuple(m + "ен" for m in _mutated(core, _UK_MUTATED)),
        )
    passive = (stem + "н",) if stem.endswith(("а", "я")) else ()
    return Stems((stem + "в",), stem, (stem + "є", stem + "ють"), passive)


_RU_LONG = tuple("ый ая ое ые ого ой ому ую ым ом ых ыми".split())
_RU_SOFT = tuple("ий ая ее ие его ей ему ую им ем их ими".split())
_UK_LONG = tuple("ий а е і ого ої ому ій у им ою их ими".split())


def verb_forms(infinitive: str, language: str, *, perfective: bool) -> dict[str, Verb]:
    """Every form that news uses to what it is. ``infinitive`` may be reflexive; ``language`` is ``ru`` or ``uk``."""
    self_ = infinitive.endswith(("ся", "сь"))
    core = infinitive[:-2] if self_ else infinitive
    made = _ru_forms(core, perfective) if language == "ru" else _uk_forms(core, perfective)
    if self_:
        return {
            _self(form, language): verb
            for form, verb in made.items()
            if verb.kind not in {SHORT, PASSIVE, IMPERSONAL}
        }
    # "обстреливается", "эвакуируются": an imperfective verb makes its passive with -ся.
    extra = {} if perfective else {
        _self(form, language): Verb(verb.kind, verb.agrees, passive=True)
        for form, verb in made.items() if verb.kind in {PAST, PRESENT}
    }  # fmt: skip
    return extra | made


def _self(form: str, language: str) -> str:
    if language == "ru":
        return form + ("сь" if form[-1] in "аеиоуыюя" else "ся")
    return form + "ся"


def _ru_forms(core: str, perfective: bool) -> dict[str, Verb]:
    stems = _russian(core)
    out: dict[str, Verb] = {core: Verb(INFINITIVE)}
    last = stems.past_stem
    consonant = not stems.past[0].endswith("л")
    for past in stems.past:
        out[past] = Verb(PAST, "m")
    for end, agrees in (("ла", "f"), ("ло", "n"), ("ли", "p")):
        out[last + end] = Verb(PAST, agrees)
    out[stems.third[0]], out[stems.third[1]] = Verb(PRESENT, "s"), Verb(PRESENT, "p")
    if not consonant:
        for end in ("в", "вши"):
            out[last + end] = Verb(GERUND)
        out |= {last + "вш" + end: Verb(ACTIVE) for end in _RU_SOFT}
    else:
        out |= {last + "ш" + end: Verb(ACTIVE) for end in _RU_SOFT}
    many = stems.third[1]
    if core.endswith("йти"):
        out[core.removesuffix("ти") + "дя"] = Verb(GERUND)
    if not perfective:
        stem = many[:-2]
        out[stem + ("а" if stem[-1:] in "жшчщ" else "я")] = Verb(GERUND)
        out |= {many[:-1] + "щ" + end: Verb(ACTIVE) for end in _RU_SOFT}
        if many.endswith("ют"):
            out |= {many[:-2] + "ем" + end: Verb(PASSIVE, passive=True) for end in _RU_LONG}
    elif core.endswith(("вести", "нести", "везти")):
        out[many[:-2] + "я"] = Verb(GERUND)
    for short in stems.passive:
        for end, agrees in (("", "m"), ("а", "f"), ("о", "n"), ("ы", "p")):
            out.setdefault(short + end, Verb(SHORT, agrees, passive=True))
        double = "н" if short.endswith("н") else ""
        out |= {short + double + end: Verb(PASSIVE, passive=True) for end in _RU_LONG}
    return out


def _uk_forms(core: str, perfective: bool) -> dict[str, Verb]:
    stems = _ukrainian(core)
    out: dict[str, Verb] = {core: Verb(INFINITIVE)}
    last = stems.past_stem
    for past in stems.past:
        out[past] = Verb(PAST, "m")
    for end, agrees in (("ла", "f"), ("ло", "n"), ("ли", "p")):
        out[last + end] = Verb(PAST, agrees)
    out[stems.third[0]], out[stems.third[1]] = Verb(PRESENT, "s"), Verb(PRESENT, "p")
    out[last + "вши"] = Verb(GERUND)
    if not perfective:
        out[core + "ме"], out[core + "муть"] = Verb("future", "s"), Verb("future", "p")
        many = stems.third[1].removesuffix("ть")
        out[many + "чи"] = Verb(GERUND)
    for short in stems.passive:
        out[short + "о"] = Verb(IMPERSONAL, passive=True)
        out |= {short + end: Verb(PASSIVE, passive=True) for end in _UK_LONG}
    return out
