"""What became of each quotation: the same, altered inside its marks, paraphrased, gone."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import product
from typing import Any, NamedTuple

import pandas as pd

from newskit import tables
from newskit.comparing.altered import changes as wording_changes
from newskit.comparing.altered import holds, in_one_line, n_kept
from newskit.comparing.joined_names import joined_names
from newskit.revisions.columns import QUOTE_CHANGES
from newskit.revisions.steps import VersionBatch, VersionStep, over_steps
from newskit.revisions.version_sentence import VersionSentence
from newskit.revisions.voices import UNNAMED, Voice, voices
from newskit.text.near_duplicates import candidate_pairs, shingles

_ALTERED = 0.6
"""Share of the shorter one's words that both have, in one order: as where articles are compared."""
_ALTERED_IN_PLACE = 0.3
"""The same in a sentence that was edited: it is the quotation of that place."""
_RESPELLED = 0.85
"""Likeness of the letters of two names: "Orlov" was a mistake for "Orlev"."""
_RUN = 2  # words in a row that quotations share that may be one
_Row = dict[str, Any]


class _Scored(NamedTuple):
    """Numbers of two quotations, the share of words both have, and whether their place is one."""

    is_here: bool
    share: float
    old: int
    new: int


class QuotePair(NamedTuple):
    """A quotation of the older version, and of the newer: one may be missing."""

    old: Voice | None
    new: Voice | None
    similarity: float | None = None


def quote_changes_of(batch: VersionBatch) -> pd.DataFrame:
    """Return what became of the quotations of a batch of versions."""
    heard = voices(batch)
    rows = (
        batch.key(step) | {"quote_change_id": n} | _row(pair)
        for step in batch.steps
        for n, pair in enumerate(quote_pairs(batch, step, heard))
    )
    return tables.from_rows(QUOTE_CHANGES, rows)


def quote_pairs(
    batch: VersionBatch,
    step: VersionStep,
    heard: dict[int, list[Voice]],
) -> list[QuotePair]:
    """Pair the quotations of two versions, the most alike first; in order of the newer version."""
    olds, news = heard.get(step.old, []), heard.get(step.new, [])
    places = _Places(batch, step)
    # What stands in linked sentences goes before what is only alike.
    scored = sorted(_scored(olds, news, places), key=lambda s: (not s.is_here, -s.share, *s[2:]))
    to_new: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for one in scored:
        if one.old not in to_new and one.new not in taken:
            to_new[one.old] = one.new, one.share
            taken.add(one.new)

    to_old = {b: (a, score) for a, (b, score) in to_new.items()}
    pairs = [
        QuotePair(olds[to_old[b][0]], new, to_old[b][1])
        if b in to_old
        else QuotePair(None, new)
        for b, new in enumerate(news)
    ]
    gone = (
        QuotePair(old, None)
        for a, old in enumerate(olds)
        if a not in to_new
    )
    return [*pairs, *gone]


class _Places:
    """Which sentences of two versions are linked, and in which a quotation stands."""

    def __init__(self, batch: VersionBatch, step: VersionStep) -> None:
        fields = batch.all_aligned(step)
        self.old = {one.field: _starts(one.old) for one in fields}
        self.new = {one.field: _starts(one.new) for one in fields}
        self.links = {
            (one.field, s.old, s.new)
            for one in fields
            for s in one.steps
            if s.link is not None
        }

    def is_linked(self, old: Voice, new: Voice) -> bool:
        """Say whether two quotations stand in linked sentences."""
        (field, a), (other, b) = _place(self.old, old), _place(self.new, new)
        return field == other and (field, a, b) in self.links


def _place(starts: Mapping[str, list[int]], voice: Voice) -> tuple[str, int]:
    """Return the field and the sentence in which a quotation begins."""
    field = voice.row["field"]
    return field, bisect_right(starts[field], voice.row["start"]) - 1


def _starts(sentences: list[VersionSentence]) -> list[int]:
    return [sentence.start for sentence in sentences]


def _scored(
    olds: list[Voice],
    news: list[Voice],
    places: _Places,
) -> Iterator[_Scored]:
    """Yield pairs that may be one quotation, and how alike they are."""
    for a, b in _candidates(olds, news, places):
        old, new = olds[a], news[b]
        shorter, longer = sorted((old.wording, new.wording), key=lambda one: len(one.keys))
        if not shorter.keys:
            continue

        kept = n_kept(old.wording, new.wording)
        is_here = places.is_linked(old, new)
        if kept >= (_ALTERED_IN_PLACE if is_here else _ALTERED) * len(shorter.keys):
            yield _Scored(is_here, kept / len(longer.keys), a, b)


def _candidates(
    olds: list[Voice],
    news: list[Voice],
    places: _Places,
) -> Iterator[tuple[int, int]]:
    """Yield pairs that share two words in a row, or stand in linked sentences."""
    runs = [
        shingles(" ".join(voice.wording.keys), _RUN)
        for voice in (*olds, *news)
    ]
    n = len(olds)
    pairs = (sorted(pair) for pair in candidate_pairs(runs, sketch=None))
    across = {(a, b - n) for a, b in pairs if a < n <= b}
    yield from sorted(across | set(_in_linked(olds, news, places)))


def _in_linked(
    olds: list[Voice],
    news: list[Voice],
    places: _Places,
) -> Iterator[tuple[int, int]]:
    """Yield pairs that stand in linked sentences."""
    of_old: dict[tuple[str, int], list[int]] = defaultdict(list)
    of_new: dict[tuple[str, int], list[int]] = defaultdict(list)
    for a, old in enumerate(olds):
        of_old[_place(places.old, old)].append(a)

    for b, new in enumerate(news):
        of_new[_place(places.new, new)].append(b)

    for field, old_number, new_number in places.links:
        yield from product(
            of_old[field, old_number or 0],
            of_new[field, new_number or 0],
        )


def _row(pair: QuotePair) -> _Row:
    old, new = pair.old, pair.new
    shown = new or old
    row: _Row = {
        "change": change_of(pair),
        "field": shown.row["field"] if shown else None,
        "similarity": pair.similarity,
        **_side(old, "old", "before"),
        **_side(new, "new", "after"),
    }
    if old and new:
        row["wording"] = in_one_line(wording_changes(old.wording, new.wording))
        row["attribution"] = attribution_of(old, new)

    return row


def _side(
    voice: Voice | None,
    side: str,
    when: str,
) -> _Row:
    if voice is None:
        return {}

    row = voice.row
    return {
        f"{side}_text": row["text"],
        f"{side}_start": row["start"],
        f"{side}_end": row["end"],
        f"kind_{when}": row["kind"],
        f"speaker_{when}": voice.speaker,
        f"type_{when}": row["speaker_type"],
        f"cue_{when}": row["cue"],
    }


def change_of(pair: QuotePair) -> str:
    """Say what became of a quotation."""
    old, new = pair.old, pair.new
    if old is None:
        return "added"

    if new is None:
        return "deleted"

    if old.is_marked != new.is_marked:
        return "quoted" if new.is_marked else "paraphrased"

    if old.wording.keys == new.wording.keys:
        return "same"

    if not new.is_marked:
        return "reworded"

    if holds(old.wording, new.wording):
        return "shortened"
    return "lengthened" if holds(new.wording, old.wording) else "altered"


def is_respelled(name: str, other: str) -> bool:
    """Say whether two names of one quotation are one name, spelled in two ways.

    >>> is_respelled("Viktor Orlov", "Viktor Orlev"), is_respelled("Ann Lee", "Ann Day")
    (True, False)
    """
    ratio = SequenceMatcher(None, name.casefold(), other.casefold()).ratio()
    return ratio >= _RESPELLED


def _is_one_speaker(old: Voice, new: Voice) -> bool:
    if old.is_named != new.is_named:
        return False

    if not old.is_named:
        return old.key == new.key

    names = [str(old.speaker), str(new.speaker)]
    are_joined = len(set(joined_names(names))) == 1
    return are_joined or is_respelled(*names)


def attribution_of(old: Voice, new: Voice) -> str:
    """Say what became of the speaker of a quotation."""
    if _is_one_speaker(old, new):
        return "same"

    if new.is_named and old.row["speaker_type"] == UNNAMED:
        return "named"

    if old.is_named and new.row["speaker_type"] == UNNAMED:
        return "unnamed"
    return "changed"


def quote_changes(versions: Any, *, pairs: str = "consecutive") -> pd.DataFrame:
    """Say what became of each quotation and paraphrase from a version to the next.

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
        One row per step and quotation of either version: `change` (same, altered inside its marks,
        shortened, lengthened, reworded (a paraphrase), paraphrased (the marks are gone), quoted
        (they are new), added or deleted), `field`, the quotation in both versions with its offsets,
        `kind_before` and `kind_after` (direct, mixed, turn or indirect), `wording` (one upon the
        other), `attribution` (same, named, unnamed or changed), speaker, type and cue verb before
        and after, and `similarity`.

    Raises
    ------
    InputError
        If they cannot be read as versions, or `pairs` is unknown.

    Notes
    -----
    What stands between quotation marks is somebody's own words: a change there is shown however
    small it is. It may be a better transcript, or a mistake mended; the table cannot know.

    Examples
    --------
    >>> import newskit as nk
    >>> old = '"We will never close the pier," said Ann Lee.'
    >>> new = '"We will not close the pier," said Ann Lee.'
    >>> nk.revisions.quote_changes([old, new])[["change", "wording"]].values.tolist()
    [['altered', '"We will [-never-] {+not+} close the pier,"']]
    """
    return over_steps(versions, pairs, quote_changes_of)
