"""What was known of sources before this run: settled claims, words of people and lists; and the record that comes of it with new reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.assess.record.declared import Declared, priors
from rashomon.assess.record.learn import Learned, learn
from rashomon.assess.record.report import Report
from rashomon.assess.record.shown import reliability
from rashomon.records import Reliability

Names = Mapping[str, Iterable[str]]
"""Source → what else it is called, see ``names.called``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """Settled claims and what was said of sources."""

    reports: Sequence[Report] = ()
    """On settled claims, without what sources said that are taken back."""
    settled: Mapping[str, bool] = field(default_factory=dict)
    declared: Mapping[tuple[str, str], tuple[Declared, ...]] = field(default_factory=dict)
    """Grades that hold, see ``declared.grades``."""
    gone: Collection[str] = ()
    """Ids and names of sources taken back, in lower case."""

    def learned(self, given: Sequence[Report], names: Names | None = None) -> Learned:
        """The record from all of it.

        Where a settled claim is told of anew, the new reports replace what was held of the same source: they may know of a later word.
        """
        now = {(one.claim, one.source) for one in given}
        every = [*(one for one in self.reports if (one.claim, one.source) not in now), *given]
        return learn(every, self.settled, priors(self.declared, _all(every, names))[0])

    def letters(self, names: Names | None = None) -> Callable[[str, str], Reliability]:
        """How reliable a source is on a topic, for the grades of evidence: by settled claims alone, then by what was declared; F for who is taken back."""
        record = learn(self.reports, self.settled, priors(self.declared, _all(self.reports, names))[0])
        given = reliability(record, priors(self.declared, _all(self.reports, names))[1])

        def letter(source: str, topic: str) -> Reliability:
            return "F" if source.casefold() in self.gone else given(source, topic)

        return letter


def _all(reports: Iterable[Report], names: Names | None) -> Names:
    return {**{one.source: () for one in reports}, **(names or {})}
