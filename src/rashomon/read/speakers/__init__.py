"""Who speaks behind "he", "the ministry" or a surname: the fullest name that the document itself gives.

Rules over names, roles, pronouns and places in the text; no model beside the parse that the reader has made
already. With the source words given, 92 % of the 690 quotes of the Gender Gap Tracker's 49 articles get exactly
the name its annotators gave (94 % by surname; 91 % and 93 % without a parse). The rules were shaped on these
articles; on the half that was kept unseen at first the figure was 90.5 %, so expect that on new ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.read.speakers.scene import Scene
from rashomon.records import Attribution, Mention, Range

if TYPE_CHECKING:
    from spacy.tokens import Doc


def resolve(
    text: str,
    title_end: int,
    sentences: Sequence[Range],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    doc: Doc | None = None,
) -> tuple[Attribution, ...]:
    """The attributions, in the order given, each with ``speaker.text`` filled where the document tells it.

    ``title_end`` is the offset behind the headline (0 where there is none), ``doc`` spaCy's parse of ``text``
    where the reader has one. The speaker of a quote without a source is the one who spoke before it in the
    same or the last paragraph. A source that no name stands behind ("a US official") keeps its own words;
    one that is only a pronoun without antecedent stays empty. Never raises.
    """
    if not attributions:
        return ()
    from rashomon.read.speakers.cast import Cast

    cast = Cast(Scene(text, title_end, sentences, attributions, doc), mentions, attributions)
    return cast.run()
