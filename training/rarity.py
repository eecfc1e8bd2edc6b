"""How common words are, for ``group/rarity.csv``: made once from the word frequencies of wordfreq (CC BY-SA 4.0).

    pip install wordfreq && python -m training.rarity

A word's frequency f becomes the share of documents of ``LENGTH`` words that hold it, ``1 - exp(-f · LENGTH)``; words are joined by
the stems, name forms and bones by which grouping knows them. Only those in more than one of ``RAREST`` documents are listed: all
others count as that rare. One line a level, a level being ten times ``-ln`` of the share.
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from pathlib import Path

from wordfreq import get_frequency_dict

from rashomon.group.rarity import RAREST, TABLE
from rashomon.group.words import NAME, STEM, bones, latin

LENGTH = 400
"""Words of a report of usual length."""
WHOLE = ("en", "ru", "uk")
OTHERS = ("de", "fr", "es", "it", "pt", "pl", "nl", "ro", "cs", "bg", "sr", "tr", "sv", "hu")
"""Languages of which only the commonest words are listed, so that "und" is not taken for a rare word."""
COMMONEST = 1e-4


def main() -> None:
    share: dict[str, float] = defaultdict(float)
    for language in (*WHOLE, *OTHERS):
        own: dict[str, float] = defaultdict(float)
        for word, frequency in get_frequency_dict(language, wordlist="small").items():
            base = word.replace("’", "'").removesuffix("'s")
            if base.isalpha() and (language in WHOLE or frequency >= COMMONEST):
                own[base[:STEM]] += frequency
                own["@" + latin(base)[:NAME]] += frequency
                own["~" + bones(base)] += frequency
        for key, frequency in own.items():
            share[key] = max(share[key], 1 - math.exp(-frequency * LENGTH))
    levels: dict[int, list[str]] = defaultdict(list)
    for key, value in share.items():
        if value * RAREST > 1 and len(key) > 1:
            levels[round(-10 * math.log(value))].append(key)
    with Path(TABLE).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows((level, " ".join(sorted(levels[level]))) for level in sorted(levels))


if __name__ == "__main__":
    main()
