"""What may they do next, and which risk to watch: the parties' own words, and no forecast."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.brief import said
from rashomon.brief.lexicon import kinds
from rashomon.brief.material import Material
from rashomon.brief.phrase import count_line
from rashomon.brief.words import count
from rashomon.records import Attribution, Section, Sentence

MOST = 10
_ORDER = ("threatens", "demands", "promises", "asserts")


def next_steps(material: Material) -> Section:
    """Threats, demands, promises, and announcements of what someone means to do."""

    def wanted(document_id: str, made: Attribution) -> bool:
        if made.act in ("threatens", "promises", "demands"):
            return not made.negated
        return made.act == "asserts" and not made.negated and _means_to(material, document_id, made)

    return Section(
        key="next",
        heading="What may they do next?",
        sentences=(
            count_line(
                "No forecast is made: what comes next is not assessed."
                " These are the parties’ own announcements.",
                "forecasts are kept apart from briefs in this version: `rashomon forecast`",
                mark="not_assessed",
            ),
            *_said(material, wanted, "threat, demand or announcement", "threats, demands or announcements"),
        ),
    )


def watch(material: Material) -> Section:
    """Warnings, in the words of those who warn."""

    def wanted(document_id: str, made: Attribution) -> bool:
        return made.act == "warns" and not made.negated

    return Section(
        key="watch",
        heading="Which risk to watch",
        sentences=(
            count_line(
                "Which risk matters most is not assessed. These are the warnings that were spoken.",
                "indicators are kept apart from briefs in this version: `rashomon watch`",
                mark="not_assessed",
            ),
            *_said(material, wanted, "warning", "warnings"),
        ),
    )


def _means_to(material: Material, document_id: str, made: Attribution) -> bool:
    text = material.by_id[document_id].text
    content = " ".join(text[start:end] for start, end in made.content)
    return len(content) < 600 and bool(kinds("intent", content, material.language(document_id)))


def _said(
    material: Material, wanted: Callable[[str, Attribution], bool], one: str, several: str
) -> list[Sentence]:
    """The attributions that are wanted, each wording once, by act and time; the rest is counted."""
    found: dict[str, tuple[str, Attribution]] = {}
    for document_id, made in material.attributions():
        if wanted(document_id, made):
            text = material.by_id[document_id].text
            key = "".join(c for start, end in made.content for c in text[start:end].casefold() if c.isalnum())
            found.setdefault(key, (document_id, made))
    order = sorted(
        found.values(),
        key=lambda pair: (
            _ORDER.index(pair[1].act) if pair[1].act in _ORDER else len(_ORDER),
            not pair[1].speaker.entity,
            material.when(pair[0]),
            pair[0],
            pair[1].start,
        ),
    )
    lines = [
        said.attribution(material, document_id, made).cite(
            [material.span(document_id, made.start, made.end)], mark=made.act
        )
        for document_id, made in order[:MOST]
    ]
    if not lines:
        return [count_line(f"No {one} was found.", material.size, mark="none")]
    if len(order) > MOST:
        more = len(order) - MOST
        lines.append(
            count_line(
                f"{count(more, 'more ' + one, 'more ' + several)} not printed here.", f"{len(order)} found"
            )
        )
    return lines
