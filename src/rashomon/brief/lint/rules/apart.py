"""Likelihood and confidence are two things, and stand in two sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.brief.lint._copy import Copy
from rashomon.brief.lint._terms import confidences, likelihoods, outside, percents
from rashomon.records import Finding

REMEDY = "Say how likely it is in one sentence, and in another how much the grounds bear."


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """No sentence states both; a line marked ``likelihood`` states no confidence at all, and the other way round."""

    def check(self, copy: Copy) -> Iterator[Finding]:
        for line in copy.lines:
            for sentence in line.words():
                sure = confidences(sentence)
                weighed = [term.words for term in (*likelihoods(sentence), *outside(sentence))]
                weighed += [words for words, _, _ in percents(sentence, weighs=line.mark == "likelihood")]
                if sure and (weighed or line.mark == "likelihood"):
                    words = f"{weighed[0]} … {sure[0].words}" if weighed else sure[0].words
                elif weighed and line.mark == "confidence":
                    words = weighed[0]
                else:
                    continue
                yield Finding(
                    rule="apart", section=line.section, sentence=line.number, words=words, remedy=REMEDY
                )
