"""The steps from version to version: when, how much, and whether it was said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

import pandas as pd

from newskit import tables
from newskit.aligning import Operation, only_marks_differ
from newskit.revisions.columns import UPDATES
from newskit.revisions.doubts import caveats_of_step, caveats_of_version
from newskit.revisions.in_notice import is_in_notice
from newskit.revisions.notes_in import Notice
from newskit.revisions.steps import Aligned, VersionBatch, VersionStep, over_steps
from newskit.revisions.version_sentence import VersionSentence

_Row = dict[str, Any]
_OF_OLD: tuple[Operation, ...] = ("deleted", "split")
"""Operations of which the older version's sentences are counted; of all others the newer's."""
_COUNTED: tuple[Operation, ...] = (
    "unchanged",
    "edited",
    "added",
    "deleted",
    "moved",
    "split",
    "merged",
)


class _Words(NamedTuple):
    """Words of a version, and those of them that the other version has in the linked sentence."""

    n: int
    n_common: float

    @property
    def share(self) -> float | None:
        return self.n_common / self.n if self.n else None


def updates_of(batch: VersionBatch) -> pd.DataFrame:
    """Return the steps of a batch of versions."""
    return tables.from_rows(UPDATES, chain(_rows(batch), _alone(batch)))


def _rows(batch: VersionBatch) -> Iterator[_Row]:
    for step in batch.steps:
        aligned = batch.aligned("text", step)
        changed, trivial_only = _difference(batch, step)
        row = batch.key(step) | _times(batch, step) | _headline(batch, step)
        row |= _counts(aligned) | {"changed": changed, "trivial_only": trivial_only}
        row |= _notice(batch, step)
        row["unannounced"] = _unannounced(row)
        row["caveats"] = caveats_of_step(batch, step, row)
        yield row


def _alone(batch: VersionBatch) -> Iterator[_Row]:
    """Yield a row for each article of which there is one version only: nothing can be said."""
    stepping = {step.article_id for step in batch.steps}
    for row, name in enumerate(batch.table["article_id"]):
        is_alone = name not in stepping and bool(batch.table["capture_ok"].iloc[row])
        if is_alone:
            told = {"article_id": name, "version_to": batch.value("version", row)}
            stamps = {"updated_to": batch.value("updated", row)}
            yield told | stamps | {"caveats": caveats_of_version(batch, row)}


def _times(batch: VersionBatch, step: VersionStep) -> _Row:
    stamps = [batch.value("updated", row) for row in (step.old, step.new)]
    known = [stamp for stamp in stamps if stamp is not None]
    if not known and "updated_local" in batch.table.columns:
        known = [batch.value("updated_local", row) for row in (step.old, step.new)]

    last_seen = batch.value("last_seen", step.old)
    return {
        "changed_after": last_seen or batch.value("captured", step.old),
        "changed_before": batch.value("captured", step.new),
        "updated_from": stamps[0],
        "updated_to": stamps[1],
        "updated_moved": _moved(known, stamps),
    }


def _moved(known: list[Any], stamps: list[Any]) -> bool | None:
    """Say whether a stamp differs; None where neither version has one."""
    if not any(stamp is not None for stamp in known):
        return None
    return len(set(known)) > 1 if len(known) == len(stamps) else True


def _headline(batch: VersionBatch, step: VersionStep) -> _Row:
    old, new = (batch.value("headline", row) for row in (step.old, step.new))
    words = batch.words("headline", step.old), batch.words("headline", step.new)
    both = old is not None and new is not None
    return {
        "headline_from": old,
        "headline_to": new,
        "headline_changed": words[0] != words[1] if both else None,
    }


def _difference(batch: VersionBatch, step: VersionStep) -> tuple[bool, bool]:
    """Say whether the versions differ, and whether only in case, punctuation and marks."""
    pairs = [
        (_plain(batch, f, step.old), _plain(batch, f, step.new))
        for f in batch.fields
    ]
    changed = any(old != new for old, new in pairs)
    return changed, changed and all(
        only_marks_differ(old, new) for old, new in pairs
    )


def _plain(
    batch: VersionBatch,
    field: str,
    row: int,
) -> str:
    return " ".join((batch.value(field, row) or "").split())


def _counts(aligned: Aligned) -> _Row:
    """Count the sentences by operation, and the words that were kept."""
    # A sentence that was split or merged has several rows, and counts once.
    olds = Counter({step.old: step.operation for step in aligned.steps}.values())
    news = Counter({step.new: step.operation for step in aligned.steps}.values())
    row: _Row = {
        f"n_{op}": olds[op] if op in _OF_OLD else news[op]
        for op in _COUNTED
    }
    old, new = _words(aligned)
    kept = new.share
    return row | {
        "words_kept": old.share,
        "words_new": None if kept is None else 1 - kept,
    }


def _words(aligned: Aligned) -> tuple[_Words, _Words]:
    """Return the words of both versions, and how many of them the other has in what is linked."""
    to_new: dict[int, list[int]] = defaultdict(list)
    to_old: dict[int, list[int]] = defaultdict(list)
    for step in aligned.steps:
        if step.old is not None and step.new is not None:
            to_new[step.old].append(step.new)
            to_old[step.new].append(step.old)

    return _common(aligned.old, aligned.new, to_new), _common(aligned.new, aligned.old, to_old)


def _common(
    own: list[VersionSentence],
    others: list[VersionSentence],
    partners: Mapping[int, list[int]],
) -> _Words:
    n_common = 0.0
    for number, linked in partners.items():
        one = own[number]
        beside = Counter(chain.from_iterable(others[n].words for n in linked))
        share = (Counter(one.words) & beside).total() / max(1, len(one.words))
        n_common += one.n_words * share

    return _Words(sum(one.n_words for one in own), n_common)


def _notice(batch: VersionBatch, step: VersionStep) -> _Row:
    """Return what is known of the notes of the newer version."""
    new = batch.new_notices(step)
    row: _Row = {"notice": bool(new), "notice_before": bool(batch.notices(step.old))}
    if not new:
        return row

    first = new[0]
    told = {
        "notice_kind": first.kind,
        "notice_field": first.field,
        "notice_start": first.start,
        "notice_end": first.end,
        "notice_text": (batch.value(first.field, step.new) or "")[first.start : first.end],
    }
    return row | told | {"n_not_in_notice": _n_not_told(batch, step, new)}


def _n_not_told(
    batch: VersionBatch,
    step: VersionStep,
    new: list[Notice],
) -> int:
    told = (
        is_in_notice(aligned, one, new)
        for aligned in batch.all_aligned(step)
        for one in aligned.steps
    )
    return sum(answer is False for answer in told)


def _unannounced(row: _Row) -> bool | None:
    if row["notice"] or not row["changed"]:
        return False
    return None if row["updated_moved"] is None else not row["updated_moved"]


def updates(versions: Any, *, pairs: str = "consecutive") -> pd.DataFrame:
    """Say of each step when it was, how much changed, and whether a note says so.

    Parameters
    ----------
    versions : DataFrame, or list of str
        The table of `newskit.revisions.versions`, or what that function takes: a list of texts
        holds the versions of one article, the oldest first.
    pairs : {"consecutive", "first_last"}
        Each version with the next, or the first with the last.

    Returns
    -------
    pandas.DataFrame
        One row per step: `article_id`, `version_from`, `version_to`; `changed_after` and
        `changed_before` (the captures between which it changed: an interval, never a moment);
        `updated_from`, `updated_to` and `updated_moved` (the printed stamps: claims);
        `headline_changed`, `headline_from`, `headline_to`; `changed`, sentences by operation,
        `words_kept` and `words_new` (shares), `trivial_only`; `notice`, its kind, text and place,
        `notice_before`, `n_not_in_notice`; `unannounced` (changed, no new note, and the stamp stood
        still; NA where there is neither note nor stamp) and `caveats`, codes of what speaks against
        conclusions. An article of one version has one row, with `version_from` NA and the caveat
        one-version. ``newskit.codebook("updates")`` explains the columns.

    Raises
    ------
    InputError
        If they cannot be read as versions, or `pairs` is unknown.

    Examples
    --------
    >>> import newskit as nk
    >>> old = "The pier fell on Sunday. Two people died."
    >>> new = "The pier fell on Sunday. Nine people died. Correction: the pier fell on Monday."
    >>> found = nk.revisions.updates([old, new])
    >>> found[["n_unchanged", "n_edited", "n_added", "notice_kind", "caveats"]].values.tolist()
    [[1, 1, 1, 'correction', 'no-capture-time; no-stamp']]
    """
    return over_steps(versions, pairs, updates_of)
