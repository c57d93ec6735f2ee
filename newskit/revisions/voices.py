"""Who is quoted in each version: quotations and paraphrases, and what each speaker is called."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Any, NamedTuple

from newskit.analyses.quotes.quotes import quotes_of
from newskit.comparing.altered import Wording, wording
from newskit.html import records
from newskit.revisions.notes_in import Notice
from newskit.revisions.steps import VersionBatch
from newskit.tables import QUOTED_KINDS
from newskit.text.word_counts import FUNCTION_WORDS

INDIRECT = "indirect"
UNNAMED = "unnamed"
_KINDS = (*QUOTED_KINDS, INDIRECT)
_ARTICLE = re.compile(r"(?:an?|the|one|some|another|this|that|two|three|several|many)\s+", re.I)
_BEHIND_HEAD = re.compile(r"[,(]|\b(?:of|from|at|in|on|for|with|who|which|that|close|near)\b", re.I)
_Row = dict[str, Any]


class Voice(NamedTuple):
    """A quotation or paraphrase of one version, and who is heard in it."""

    row: _Row
    wording: Wording

    @property
    def is_marked(self) -> bool:
        """Whether its words stand inside quotation marks."""
        return str(self.row["kind"]) != INDIRECT

    @property
    def speaker(self) -> str | None:
        """Its speaker's name, or the words that stand for one: official."""
        return self.row["speaker"] or _mention(self.row["speaker_mention"])

    @property
    def key(self) -> str:
        """What one without a name is known by: of a senior official from the port, official."""
        phrase = _BEHIND_HEAD.split(self.speaker or "", maxsplit=1)[0]
        words = phrase.casefold().split()
        return words[-1] if words else ""

    @property
    def is_named(self) -> bool:
        """Whether its speaker has a name."""
        return self.row["speaker"] is not None


def _mention(printed: str | None) -> str | None:
    """Return the words that stand for a speaker; a pronoun that nobody resolved is nobody."""
    if printed is None or printed.casefold() in FUNCTION_WORDS:
        return None
    return _ARTICLE.sub("", printed, count=1)


def voices(batch: VersionBatch) -> dict[int, list[Voice]]:
    """Return the quotations and paraphrases of each version, by its row."""
    found: dict[int, list[Voice]] = defaultdict(list)
    for row in records(quotes_of(batch.batch)):
        version = int(row["article_id"])
        is_heard = row["kind"] in _KINDS and row["field"] in batch.fields
        if is_heard and not _is_in_note(batch.notices(version), row):
            found[version].append(Voice(row, _wording(row["text"])))

    return found


def _is_in_note(notes: list[Notice], row: _Row) -> bool:
    """Say whether a note speaks: "an earlier version said that" is nobody's word."""
    return any(
        n.field == row["field"] and n.start <= row["start"] < n.end
        for n in notes
    )


@lru_cache(maxsize=2_000)
def _wording(text: str) -> Wording:
    return wording(text)
