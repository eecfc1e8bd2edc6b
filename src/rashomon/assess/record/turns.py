"""Whether a source is still what it was: one turn in its record at most, where its cases speak for one.

A source bought, closed down or put under new orders is a new source from that day. For each source the best day is sought among the
quantiles of its reports; the two parts are taken for two sources if that makes its words likelier by ``GAIN`` (the
Bayes factor of one change point against none, Dirichlet-multinomial).
"""

from __future__ import annotations

import numpy as np

from rashomon.assess.record.coins import PRIOR
from rashomon.assess.record.table import Floats, Ints, Table

GAIN = 0.0
"""Nats, beyond the logarithm of the number of days tried: even odds that a source turns at some time."""
PLACES = 12
FEWEST = 8
"""Reports on either side of a turn."""
STRENGTH = 8.0
"""Cases that PRIOR is worth here."""


def turned(table: Table, true: Floats) -> Ints:
    """0 before, 1 after a turn of its source, for each report; shape (N,). ``true`` (N,): how probable its claim is."""
    from scipy.special import gammaln

    part = np.zeros(len(table.source), np.int64)
    order = np.lexsort((table.at, table.source))
    ends = np.flatnonzero(np.diff(table.source[order], append=-1)) + 1
    here = np.where(table.turned, 1 - true, true)
    start = 0
    for end in ends:
        rows = order[start:end]
        start = int(end)
        if len(rows) < 2 * FEWEST:
            continue
        cells = np.zeros((len(rows), 2, 3))
        numbers = np.arange(len(rows))
        cells[numbers, 1, table.word[rows]] = here[rows]
        cells[numbers, 0, table.word[rows]] = 1 - here[rows]
        a = STRENGTH * PRIOR[np.bincount(table.kind[rows]).argmax()]
        running = np.cumsum(cells, 0)
        cuts = np.unique(np.linspace(FEWEST, len(rows) - FEWEST, PLACES).astype(int))

        def likelihood(counts: Floats, a: Floats = a) -> Floats:
            made: Floats = (
                gammaln(a.sum(1))
                - gammaln(a.sum(1) + counts.sum(-1))
                + (gammaln(counts + a) - gammaln(a)).sum(-1)
            ).sum(-1)
            return made

        before = running[cuts - 1]
        gain = likelihood(before) + likelihood(running[-1] - before) - likelihood(running[-1])
        best = int(gain.argmax())
        if gain[best] > GAIN + np.log(len(cuts)):
            part[rows[cuts[best] :]] = 1
    return part
