"""What became of each sentence from a version to the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from newskit import tables
from newskit.aligning import Step, only_marks_differ
from newskit.revisions.columns import CHANGES
from newskit.revisions.in_notice import is_in_notice
from newskit.revisions.notes_in import Notice
from newskit.revisions.steps import Aligned, VersionBatch, over_steps
from newskit.revisions.version_sentence import VersionSentence

_Row = dict[str, Any]


def changes_of(batch: VersionBatch) -> pd.DataFrame:
    """Return the changes of a batch of versions."""
    return tables.from_rows(CHANGES, _rows(batch))


def _rows(batch: VersionBatch) -> Iterator[_Row]:
    for step in batch.steps:
        key, new = batch.key(step), batch.new_notices(step)
        for field in batch.fields:
            aligned = batch.aligned(field, step)
            for n, found in enumerate(aligned.steps):
                row = key | {"field": field, "change_id": n} | _row(aligned, found)
                row["notice"] = _note(aligned, found, new)
                row["in_notice"] = is_in_notice(aligned, found, new)
                yield row


def _note(
    aligned: Aligned,
    step: Step,
    new: list[Notice],
) -> str | None:
    """Return the kind of the new note that a sentence is part of."""
    if step.new is None:
        return None

    start = aligned.new[step.new].start
    own = (note for note in new if note.field == aligned.field)
    return next(
        (
            note.kind
            for note in own
            if note.sentence_start <= start < note.end
        ),
        None,
    )


def _row(aligned: Aligned, step: Step) -> _Row:
    old = None if step.old is None else aligned.old[step.old]
    new = None if step.new is None else aligned.new[step.new]
    row = {
        "operation": step.operation,
        "direction": step.direction,
        "quoted": _quoted(new or old),
        **_side("old", old),
        **_side("new", new),
    }
    if old is None or new is None or step.link is None:
        return row

    differs = old.text != new.text
    same_words = differs and only_marks_differ(old.text, new.text)
    return row | {"similarity": step.link.similarity, "rule": step.link.rule, "trivial": same_words}


def _quoted(sentence: VersionSentence | None) -> float:
    if sentence is None or not sentence.n_words:
        return 0.0
    return sentence.n_quoted / sentence.n_words


def _side(side: str, sentence: VersionSentence | None) -> _Row:
    if sentence is None:
        return {}
    return {
        f"{side}_sentence": sentence.number,
        f"{side}_start": sentence.start,
        f"{side}_end": sentence.end,
        f"{side}_text": sentence.text,
        f"{side}_position": sentence.position,
        f"n_words_{side}": sentence.n_words,
    }


def changes(versions: Any, *, pairs: str = "consecutive") -> pd.DataFrame:
    """Say what became of each sentence from a version to the next.

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
        One row per link between a sentence of a version and one of the next, and one per sentence
        without a link, in the order of the newer version: `article_id`, `version_from`,
        `version_to`, `field` (headline, standfirst or text), `change_id`, `operation` (unchanged,
        edited, added, deleted, moved, split, merged), the sentence, its offsets and its text in
        both versions, `similarity`, `trivial` (only case, punctuation and kinds of marks differ),
        positions (0 to 1) and `direction` of what was moved, `quoted` (share of its words inside
        quotation marks), `notice` (kind of the note that a newer sentence is), `in_notice` (whether
        the new note tells of this change) and `rule`. ``newskit.codebook("changes")`` explains
        them.

    Raises
    ------
    InputError
        If they cannot be read as versions, or `pairs` is unknown.

    Notes
    -----
    Moved are those of the linked sentences that must be lifted out so that all others stand in
    order, with the fewest words. What was split or merged is called so even where it was moved.

    Examples
    --------
    >>> import newskit as nk
    >>> old = "The pier fell. Two people died. It was built in 1969. It was painted green."
    >>> new = "The pier was painted green. The pier fell. Nine people died on Monday. Rain fell."
    >>> found = nk.revisions.changes([old, new])
    >>> found[["operation", "old_sentence", "new_sentence"]].fillna(-1).values.tolist()
    [['moved', 3, 0], ['unchanged', 0, 1], ['edited', 1, 2], ['deleted', 2, -1], ['added', -1, 3]]
    """
    return over_steps(versions, pairs, changes_of)
