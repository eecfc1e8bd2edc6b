"""Every table as it stands now. ``migrations/`` brings an older database here; a test compares the two.

Rows are added, never changed: a person's word stands beside the machine's, a new parser's answer beside the
old one's. The full-text index is apart, in ``fulltext.py``, because each database has its own kind. Addresses
and subjects are as long as the outside makes them and PostgreSQL indexes at most 2,704 bytes: keys are hashes
of them.
"""

from __future__ import annotations

from sqlalchemy import Column, Double, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

from rashomon.store.columns import Number, UtcTime

metadata = MetaData()

schema_version = Table(
    "schema_version",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
)

raws = Table(
    "raws",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),  # zlib
    Column("size", Number, nullable=False),  # bytes before packing
)

fetches = Table(  # the same bytes may lie at several places
    "fetches",
    metadata,
    Column("item", String(16), primary_key=True),  # content_id(sha256, location)
    Column("sha256", String(64), ForeignKey("raws.sha256"), nullable=False),
    Column("location", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("fetched_at", UtcTime, nullable=False),
    Column("modified_at", UtcTime),
)

parses = Table(  # written last, with what the parser gave: a row means that nothing of it is missing
    "parses",
    metadata,
    Column("item", String(16), primary_key=True),
    Column("parser", Text, primary_key=True),
)

documents = Table(
    "documents",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),  # the full-text index points here
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("published_at", UtcTime),
    Column("edited_at", UtcTime),
    Column("fetched_at", UtcTime),
    Column("language", Text, nullable=False),
    Column("location", Text, nullable=False),
    Column("raw_sha256", String(64), nullable=False),
    Column("forwarded_from", Text, nullable=False),
    Column("media", Text, nullable=False),  # JSON list
)

document_raws = Table(  # two pages that differ only in an advertisement give one document
    "document_raws",
    metadata,
    Column("item", String(16), primary_key=True),
    Column("parser", Text, primary_key=True),
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
)

issues = Table(
    "issues",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("subject_key", String(16), nullable=False),  # content_id(subject)
    Column("item", String(16), nullable=False),  # of fetches; empty where none led to it
    Column("version", Text, nullable=False),  # of the parser or reader that met it
    Column("at", UtcTime, nullable=False),
    Index("issues_once", "id", "item", "version", unique=True),
    Index("issues_of_item", "item"),
    Index("issues_of_subject", "subject_key"),
)

readings = Table(
    "readings",
    metadata,
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    Column("version", Text, primary_key=True),
    Column("json", Text, nullable=False),
)

selections = Table(  # a row means that the stage's results are all there, be they none
    "selections",
    metadata,
    Column("selection", Text, primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("records", Integer, nullable=False),
)

results = Table(
    "results",
    metadata,
    Column("selection", Text, primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("json", Text, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),  # content_id of all that follows
    Column("subject", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
)

registry_records = Table(  # records that a desk imports beside those that ship
    "registry_records",
    metadata,
    Column("id", Text, primary_key=True),
    Column("list", Text, nullable=False),  # name of the list it was imported as
    Column("data", Text, nullable=False),  # an Entry as JSON
    Column("imported_at", UtcTime, nullable=False),
    Index("registry_records_list", "list"),
)

registry_names = Table(
    "registry_names",
    metadata,
    Column("key", String(120), primary_key=True),  # link.candidates.keys
    Column("id", Text, primary_key=True),
)

known_claims = Table(  # claims met before, each once
    "known_claims",
    metadata,
    Column(
        "number", Number, primary_key=True, autoincrement=True
    ),  # the index points here; never given twice
    Column("id", String(16), nullable=False, unique=True),  # Earlier.key
    Column("list", Text, nullable=False),  # the list it was imported with; empty for this desk's own
    Column("text", Text, nullable=False),
    Column("title", Text, nullable=False),
    Index("known_claims_list", "list"),
    sqlite_autoincrement=True,
)

known_details = Table(  # what was known of a claim, each time it was met with something new
    "known_details",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),  # content_id of claim and json
    Column("claim", String(16), nullable=False),  # known_claims.id
    Column("json", Text, nullable=False),  # an Earlier
    Column("at", UtcTime, nullable=False),
    Index("known_details_claim", "claim"),
)

known_parts = Table(  # the index, in parts made of all claims from number ``first`` to ``last``
    "known_parts",
    metadata,
    Column("version", String(80), primary_key=True),  # of encoder and rules
    Column("first", Number, primary_key=True, autoincrement=False),
    Column("last", Number, nullable=False),
    Column("size", Number, nullable=False),  # claims in it
    Column("data", LargeBinary, nullable=False),
)

cases = Table(  # settled claims, each time somebody settled one
    "cases",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),  # Case.id
    Column("claim", String(16), nullable=False),  # content_id of the claim's id
    Column("json", Text, nullable=False),  # a Case, with its reports
    Column("at", UtcTime, nullable=False),
    Index("cases_claim", "claim"),
)

ledger = Table(  # questions, forecasts and resolutions, each version once
    "ledger",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),  # content_id of kind and json
    Column("kind", String(16), nullable=False),  # question, forecast, resolution
    Column("question", String(16), nullable=False),  # Question.id
    Column("json", Text, nullable=False),
    Column("at", UtcTime, nullable=False),  # when it was kept
    Index("ledger_question", "question"),
)

runs = Table(  # a row for each time that briefs were made or found made
    "runs",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("scope", String(16), nullable=False),  # content_id of the locations
    Column("selection", Text, nullable=False),  # of selections
    Column("at", UtcTime, nullable=False),
    Index("runs_scope", "scope"),
)

past_events = Table(  # what archives tell was done, each once however many reports tell it
    "past_events",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),  # PastEvent.id
    Column("origin", Text, nullable=False),
    Column("day", String(10), nullable=False),  # ISO 8601, so it sorts
    Column("actor_key", String(120), nullable=False),  # the name in small letters, cut: what is asked for
    Column("target_key", String(120), nullable=False),
    Column("actor", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("actor_state", Text, nullable=False),
    Column("target_state", Text, nullable=False),
    Column("actor_kind", Text, nullable=False),
    Column("target_kind", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("lat", Double),
    Column("lon", Double),
    Column("place_trust", Text, nullable=False),
    Column("day_trust", Text, nullable=False),
    Index("past_events_actor", "actor_key", "day"),
    Index("past_events_target", "target_key", "day"),
)

past_reports = Table(  # every report of a past event
    "past_reports",
    metadata,
    Column("id", String(16), primary_key=True),  # content_id of the event and the archive's own number
    Column("event", String(16), nullable=False),  # past_events.id
    Column("report", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("line", Text, nullable=False),
    Column("day_trust", Text, nullable=False),
    Index("past_reports_event", "event"),
)

past_files = Table(  # how far a file was read; the furthest row counts
    "past_files",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("line", Number, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
)

alerts = Table(  # what there was to tell, each change once
    "alerts",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),  # Alert.id
    Column("json", Text, nullable=False),
    Column("at", UtcTime, nullable=False),  # when the run made it
)

alerts_sent = Table(  # what was told, a row for each channel
    "alerts_sent",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("channel", String(80), nullable=False),
    Column("alert", String(16), nullable=False),  # alerts.id
    Column("digest", Integer, nullable=False),  # 1: it went with others in one message
    Column("at", UtcTime, nullable=False),
    Index("alerts_sent_once", "channel", "alert", unique=True),
)
