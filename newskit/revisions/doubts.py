"""What speaks against conclusions from a step: codes, each with its test and its meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

import pandas as pd

from newskit.revisions.steps import VersionBatch, VersionStep
from newskit.text.word_counts import FUNCTION_WORDS

FAR_APART: Final = pd.Timedelta(hours=24)
"""Between two captures: a text may have changed and changed back."""
SHORT: Final = 0.5
"""Share of the older version's words: a resend of half an article is no deletion of the rest."""
LITTLE: Final = 0.05
"""Share of the words that two versions of one article have in common, at least."""
_TELLING, _FEW_FUNCTION_WORDS = (20, 0.2)  # as in the caveats of readability
_LIVE = re.compile(r"\blive\b(?!s)|as it happened|\bminute[- ]by[- ]minute|liveblog", re.I)
_LIVE_URL = re.compile(r"[/-]live[/-]|/live\b|liveblog", re.I)
_Row = Mapping[str, Any]


class _Doubt(NamedTuple):
    """The code's test on a step and its row, and what it means."""

    holds: Callable[[VersionBatch, VersionStep, _Row], bool]
    meaning: str


def _far_apart(
    _: VersionBatch,
    __: VersionStep,
    row: _Row,
) -> bool:
    times = row["changed_after"], row["changed_before"]
    return None not in times and times[1] - times[0] > FAR_APART


def _no_capture_time(
    _: VersionBatch,
    __: VersionStep,
    row: _Row,
) -> bool:
    return row["changed_after"] is None or row["changed_before"] is None


def _out_of_order(
    _: VersionBatch,
    __: VersionStep,
    row: _Row,
) -> bool:
    times = row["changed_after"], row["changed_before"]
    return None not in times and times[1] < times[0]


def _no_stamp(
    _: VersionBatch,
    __: VersionStep,
    row: _Row,
) -> bool:
    return row["updated_moved"] is None


def _stamp_went_back(
    _: VersionBatch,
    __: VersionStep,
    row: _Row,
) -> bool:
    stamps = row["updated_from"], row["updated_to"]
    return None not in stamps and stamps[1] < stamps[0]


def _failed_between(
    batch: VersionBatch,
    step: VersionStep,
    _: _Row,
) -> bool:
    between = batch.table["capture_ok"].iloc[step.old + 1 : step.new]
    return bool((~between).any())


def _short_resend(
    batch: VersionBatch,
    step: VersionStep,
    row: _Row,
) -> bool:
    old, new = (batch.n_words(number) for number in (step.old, step.new))
    return new < SHORT * old and row["n_added"] == 0


def _extraction_differs(
    batch: VersionBatch,
    step: VersionStep,
    _: _Row,
) -> bool:
    ways = ("captured_source", "format")
    known = [name for name in ways if name in batch.table.columns]
    return any(
        batch.value(name, step.old) != batch.value(name, step.new)
        for name in known
    )


def _little_in_common(
    _: VersionBatch,
    __: VersionStep,
    row: _Row,
) -> bool:
    kept = row["words_kept"]
    return (
        kept is not None
        and kept < LITTLE
        and row["headline_changed"] is not False
    )


def _live(
    batch: VersionBatch,
    step: VersionStep,
    _: _Row,
) -> bool:
    return _is_live(batch, step.new)


def _is_live(batch: VersionBatch, row: int) -> bool:
    headline, url = (
        str(batch.value(name, row) or "")
        for name in ("headline", "url")
    )
    return bool(_LIVE.search(headline) or _LIVE_URL.search(url))


def _language_differs(
    batch: VersionBatch,
    step: VersionStep,
    _: _Row,
) -> bool:
    return _is_foreign(batch, step.old) != _is_foreign(batch, step.new)


def _not_english(
    batch: VersionBatch,
    step: VersionStep,
    _: _Row,
) -> bool:
    return _is_foreign(batch, step.old) or _is_foreign(batch, step.new)


def _is_foreign(batch: VersionBatch, row: int) -> bool:
    words = batch.words("text", row)
    n_function = sum(word in FUNCTION_WORDS for word in words)
    return len(words) >= _TELLING and n_function < _FEW_FUNCTION_WORDS * len(words)


CAVEATS: Final[Mapping[str, _Doubt]] = {
    "no-capture-time": _Doubt(
        _no_capture_time,
        "when it changed is not known, only in which order the versions stand",
    ),
    "captures-far-apart": _Doubt(
        _far_apart,
        "more than 24 hours between the captures: versions between them are not seen",
    ),
    "captures-out-of-order": _Doubt(
        _out_of_order,
        "the newer version was captured before the older: the numbers disagree",
    ),
    "failed-capture-between": _Doubt(
        _failed_between,
        "a capture between the two has no text: it is passed over, not a deletion",
    ),
    "no-stamp": _Doubt(
        _no_stamp,
        "neither version prints when it was updated: a quiet change cannot be told",
    ),
    "stamp-went-back": _Doubt(
        _stamp_went_back, "the newer version claims an earlier update than the older"
    ),
    "short-resend": _Doubt(
        _short_resend,
        "less than half of the words and nothing new: an agency's short form, or a page that was "
        "not read whole; no deletion of what was known",
    ),
    "extraction-differs": _Doubt(
        _extraction_differs,
        "the two were read in different ways: a difference may be the reader's",
    ),
    "little-in-common": _Doubt(
        _little_in_common,
        "hardly a word is the same: perhaps two articles under one address",
    ),
    "live-blog": _Doubt(
        _live,
        "a live page: entries come on top and go, which is no correction of what was said",
    ),
    "language-differs": _Doubt(
        _language_differs,
        "one version is perhaps in another language: nothing can be linked",
    ),
    "not-english": _Doubt(
        _not_english,
        "few English function words: rules of notes, names and sentiment do not fit",
    ),
}
"""Codes of the column `caveats` of `updates`, and what each means."""
ONE_VERSION: Final = "one-version"
"""Code of an article of which there is one version: nothing can be compared."""


def caveats_of_step(
    batch: VersionBatch,
    step: VersionStep,
    row: _Row,
) -> str | None:
    """Return the codes of what speaks against conclusions from a step."""
    codes = [
        code
        for code, doubt in CAVEATS.items()
        if doubt.holds(batch, step, row)
    ]
    return "; ".join(codes) or None


def caveats_of_version(batch: VersionBatch, row: int) -> str:
    """Return the codes of an article of which there is one version."""
    tests = {
        "no-stamp": batch.value("updated", row) is None,
        "live-blog": _is_live(batch, row),
        "not-english": _is_foreign(batch, row),
    }
    return "; ".join(
        [ONE_VERSION, *(code for code, holds in tests.items() if holds)]
    )
