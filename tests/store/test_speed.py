"""A thousand articles go in and out quickly; processor time, so that a busy machine does not fail it."""

from __future__ import annotations

import random
import time

from rashomon.records import Attribution, Document, Mention, Reading
from rashomon.store import Store


def test_a_thousand_articles(store: Store) -> None:
    chance = random.Random(1)
    vocabulary = [
        "".join(chance.choices("abcdefghijklmnoprstuvy", k=chance.randint(2, 9))) for _ in range(20_000)
    ]
    articles = [
        Document(id=f"d{n:04}", text=" ".join(chance.choices(vocabulary, k=780))) for n in range(1_000)
    ]
    readings = [
        Reading(
            document_id=article.id,
            reader="rules",
            sentences=tuple((n, n + 100) for n in range(0, 5_000, 100)),
            mentions=tuple(Mention(start=n, end=n + 5, text="Place", kind="place") for n in range(60)),
            attributions=tuple(
                Attribution(source=((n, n + 5),), content=((n + 9, n + 90),)) for n in range(20)
            ),
        )
        for article in articles
    ]
    begun = time.process_time()
    store.documents.add(articles)
    store.readings.add(readings, "v1")
    added = time.process_time()
    ids = store.documents.ids()
    assert store.readings.missing(ids, "v1") == ()
    assert (store.documents.many(ids), store.readings.many(ids, "v1")) == (tuple(articles), tuple(readings))
    loaded = time.process_time()
    assert added - begun < 2
    assert loaded - added < 1
