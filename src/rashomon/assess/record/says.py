"""What a source's record makes of its next word."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np

from rashomon.assess.record.coins import levels
from rashomon.assess.record.learn import Learned
from rashomon.assess.record.report import Word
from rashomon.assess.record.table import MIRROR, WORDS, Floats
from rashomon.assess.record.temper import Temper


class Says:
    """Log probabilities of words by source, topic and interest: of its coin, else of its voice, else of all sources."""

    def __init__(self, learned: Learned) -> None:
        self._learned = learned
        coins = learned.coins
        self._levels = levels(coins.voice, coins.kind, coins.counts, coins.told)
        here = learned.table
        self._source = {name: n for n, name in enumerate(here.sources)}
        self._topic = {name: n for n, name in enumerate(here.topics)}
        keys = zip(coins.voice.tolist(), coins.topic.tolist(), coins.kind.tolist(), strict=True)
        self._coin = {key: n for n, key in enumerate(keys)}
        self._pair = {int(key): n for n, key in enumerate(self._levels.pairs)}

    @property
    def is_settled(self) -> bool:
        """Whether any claim was settled from which it could be learnt."""
        return bool(self._learned.settled.any())

    @property
    def temper(self) -> Temper:
        """How far the sum of words may be believed."""
        return self._learned.temper

    @cached_property
    def _turned(self) -> frozenset[int]:
        return frozenset(self._learned.table.source[self._learned.part == 1].tolist())

    def words(self, topic: str) -> Callable[[str, int, Word], tuple[float, float]]:
        """For claims of a topic: (source, interest, word) → log probability if the claim is false, and if it is true."""

        def said(source: str, interest: int, word: Word) -> tuple[float, float]:
            found = self._expected(source, topic, int(interest != 0))
            number = WORDS.index(word)
            if interest >= 0:
                return float(found[0, number]), float(found[1, number])
            return float(found[1, MIRROR[number]]), float(found[0, MIRROR[number]])

        return said

    def base(self, topic: str) -> float:
        """Share of claims of a topic that turned out true; an even chance where none was ever settled."""
        learned = self._learned
        if not learned.settled.any():
            return 0.5
        own = np.flatnonzero(learned.table.subject == self._topic.get(topic, -1))
        odds = float(learned.base[own[0]]) if len(own) else float(np.median(learned.base))
        return 1 / (1 + float(np.exp(-odds)))

    def _expected(self, source: str, topic: str, kind: int) -> Floats:
        """Expected log probability by (truth in the frame of its interest, word), shape (2, 3)."""
        from scipy.special import digamma

        number = self._source.get(source, -1)
        voice = 2 * number + (number in self._turned)
        coin = self._coin.get((voice, self._topic.get(topic, -1), kind))
        pair = self._pair.get(voice * len(self._levels.world) + kind) if number >= 0 else None
        if coin is not None:
            params = self._learned.coins.counts[coin] + self._learned.coins.above[coin]
        elif pair is not None:
            params = self._levels.own[pair]
        else:
            params = self._levels.world[kind]
        made: Floats = digamma(params) - digamma(params.sum(1, keepdims=True))
        return made
