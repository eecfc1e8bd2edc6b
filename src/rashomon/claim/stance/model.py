"""The trained pair model: loading it, running it over one claim and one report.

The network is int8 and its scales follow each input's own values, so a pair is run alone and never padded: what else is
asked beside it changes no answer. Pairs run on as many threads as there are cores, one pair on each.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from rashomon import models
from rashomon.claim.stance.cues import Floats, Regression, counted, cues
from rashomon.claim.stance.passages import Shown, shown
from rashomon.claim.stance.place import folder
from rashomon.claim.stance.related import chance, features, weigh
from rashomon.claim.stance.words import Text
from rashomon.errors import MissingModel
from rashomon.records import ReportLabel

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LABELS: tuple[ReportLabel, ...] = ("agree", "disagree", "discuss", "unrelated")


@dataclass(frozen=True, slots=True)
class Looked:
    """A pair after the cheap step."""

    claim: Text
    report: Text
    weights: Mapping[str, float]
    """How rare each stem of the claim is."""
    features: list[float]
    related: float


@dataclass(frozen=True, slots=True)
class Model:
    """The network, its tokenizer, its card, how rare words are, and what cues weigh."""

    session: Any
    tokenizer: Tokenizer
    card: Mapping[str, Any]
    idf: Mapping[str, float]
    most: float
    regression: Regression

    def look(self, claim: Text, report: Text) -> Looked:
        """The cheap step: the chance that the report speaks of the claim's matter, and what it rests on."""
        weights = weigh(claim, self.idf, self.most)
        found = features(claim, report, weights)
        cheap = self.card["cheap"]
        return Looked(claim, report, weights, found, chance(found, cheap["weights"], cheap["offset"]))

    def show(self, one: Looked) -> Shown:
        """The pair as the network gets it."""
        return shown(one.claim, one.report, one.weights, self.tokenizer)

    def read(self, one: Looked) -> Floats:
        """The network's label scores."""
        made = self.show(one)
        given = {"ids": made.ids[None], "kinds": made.kinds[None], "features": made.features[None]}
        return np.asarray(self.session.run(None, given)[0][0], dtype=np.float64)

    def count(self, one: Looked) -> Floats:
        """The regression's label scores."""
        found = counted(one.report)
        return self.regression.scores(cues(one.claim, one.report, one.weights, found, one.features))

    def chances(self, one: Looked) -> list[float]:
        """Calibrated probabilities in the order of ``LABELS``: network and regression, each with its weight, and an offset for each label."""
        fitted = self.card["calibration"]
        raised = (
            fitted["network"] * self.read(one)
            + fitted["cues"] * self.count(one)
            + np.asarray(fitted["offsets"])
        )
        raised = np.exp(raised - raised.max())
        return [float(x) for x in raised / raised.sum()]


@cache
def model() -> Model:
    """The model, loaded once.

    Raises:
        MissingModel: no folder holds it, or a file of it is broken.
    """
    place = folder()
    if place is None:
        raise MissingModel("stance", "models/stance is not there")
    made = models.opened("stance", place)
    try:
        words = json.loads((place / "words.json").read_text(encoding="utf-8"))
        idf, most, regression = words["idf"], words["most"], Regression.of(words["cues"])
    except Exception as error:
        raise models.unreadable("stance", place, error) from error
    return Model(made.session, made.tokenizer, made.card, idf, most, regression)
