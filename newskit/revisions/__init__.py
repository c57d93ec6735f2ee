"""What changed between the versions of an article.

versions = nk.revisions.read("snapshots/")      # folder, table, CDX, WARC, SQLite, git, ...
versions = nk.revisions.versions(articles)     # captures -> numbered versions
nk.revisions.updates(versions)                 # one row per step: when, how much, was it said
nk.revisions.changes(versions)                 # what became of each sentence
nk.revisions.word_changes(versions)            # which words, and of what kind
nk.revisions.speaker_changes(versions)         # who came and who went
nk.revisions.quote_changes(versions)           # quotations that were altered inside their marks
nk.revisions.deltas(versions)                  # every measure before and after
nk.revisions.highlight(versions)               # two of them side by side
nk.revisions.notices(articles)                 # notes in single articles: one version will do
nk.revisions.base_rates()                      # how often articles change elsewhere
"""

from newskit.errors import only_has
from newskit.revisions.base_rates import base_rates
from newskit.revisions.changes import changes
from newskit.revisions.columns import (
    BASE_RATES,
    CHANGES,
    DELTAS,
    NOTICES,
    QUOTE_CHANGES,
    SPEAKER_CHANGES,
    UPDATES,
    VERSIONS,
    WORD_CHANGES,
)
from newskit.revisions.deltas import deltas
from newskit.revisions.highlight import highlight
from newskit.revisions.notices import notices, notices_of
from newskit.revisions.quote_changes import quote_changes
from newskit.revisions.reading import read
from newskit.revisions.speaker_changes import speaker_changes
from newskit.revisions.updates import updates
from newskit.revisions.versions import versions
from newskit.revisions.word_changes import word_changes
from newskit.tables import Table

# Each needs several versions of an article, which `analyze` does not have.
TABLES = (
    Table("versions", VERSIONS, "one row per version of an article"),
    Table("updates", UPDATES, "one row per step from a version to the next"),
    Table("changes", CHANGES, "one row per sentence and what became of it, step by step"),
    Table("word_changes", WORD_CHANGES, "one row per stretch of words that changed"),
    Table("speaker_changes", SPEAKER_CHANGES, "one row per step and speaker of either version"),
    Table("quote_changes", QUOTE_CHANGES, "one row per step and quotation of either version"),
    Table("deltas", DELTAS, "one row per step and measure: before and after"),
    Table(
        "notices",
        NOTICES,
        "one row per note in an article that says that something was changed",
        from_batch=notices_of,
    ),
    Table("base_rates", BASE_RATES, "one row per figure that others counted"),
)

__all__ = [
    "base_rates",
    "changes",
    "deltas",
    "highlight",
    "notices",
    "quote_changes",
    "read",
    "speaker_changes",
    "updates",
    "versions",
    "word_changes",
]

__getattr__ = only_has(__name__, __all__)
