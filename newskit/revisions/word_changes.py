"""Which words changed in the sentences that two versions share, and of what kind they are."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import chain
from typing import Any, NamedTuple

import pandas as pd

from newskit import tables
from newskit.errors import InputError
from newskit.html import records
from newskit.revisions.changed_sides import ChangedSide
from newskit.revisions.changes import changes
from newskit.revisions.columns import WORD_CHANGES
from newskit.revisions.word_kinds import KINDS, number_of, word_kind
from newskit.text.word_counts import FUNCTION_WORDS

_STEP = ("article_id", "version_from", "version_to", "field")
_ONE_TO_ONE = ("edited", "moved")
_OF_SEVERAL = {"split": "old_sentence", "merged": "new_sentence"}
"""Operations of several rows, and the sentence that these have in common."""
_NEEDED = (*_STEP, "operation", "old_text", "new_text", "old_start", "new_start", "change_id")
_Row = dict[str, Any]


class _Stretch(NamedTuple):
    """Words of both sides that differ, by their numbers."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def is_both(self) -> bool:
        """Whether both sides have words there."""
        return self.old < self.old_end and self.new < self.new_end


def word_changes(given: Any, *, kind: str | None = None) -> pd.DataFrame:
    """Say which words changed in the sentences that two versions share.

    Parameters
    ----------
    given : DataFrame
        The table of `newskit.revisions.changes`, or versions.
    kind : {"number", "time", "name", "cue verb", "certainty", "other"}, optional
        Only changes of this kind; all by default.

    Returns
    -------
    pandas.DataFrame
        One row per stretch of words: `article_id`, `version_from`, `version_to`, `field`,
        `change_id` (row of `changes`), `run`, `kind` (number, time, name, cue verb, certainty or
        other: the first of these that either side holds), `removed`, `added`, their offsets and
        sentences, `quoted` (whether it stands inside quotation marks), `old_value` and `new_value`
        (where it is one number), and `context`, the sentence with this change alone. Sentences
        that were added or deleted are in `changes`.

    Raises
    ------
    InputError
        If it is neither, or there is no such kind.

    Examples
    --------
    >>> import newskit as nk
    >>> found = nk.revisions.word_changes(
    ...     ["Two people may have died, Ann Lee said.", "Nine people have died, Ann Lee claimed."]
    ... )
    >>> found[["kind", "removed", "added"]].fillna("").values.tolist()
    [['number', 'Two', 'Nine'], ['certainty', 'may', ''], ['cue verb', 'said', 'claimed']]
    >>> found.loc[0, "context"]
    '[-Two-] {+Nine+} people have died, Ann Lee claimed.'
    """
    if kind is not None and kind not in KINDS:
        raise InputError(f"kind={kind!r} is unknown; expected one of {', '.join(KINDS)}.")

    is_changes = isinstance(given, pd.DataFrame) and "operation" in given.columns
    table = given if is_changes else changes(given)
    tables.need_columns(table, _NEEDED, "changes")

    rows: Iterator[_Row] = chain.from_iterable(map(_runs, _groups(records(table))))
    if kind is not None:
        rows = (row for row in rows if row["kind"] == kind)
    return tables.from_rows(WORD_CHANGES, rows)


def _groups(rows: list[_Row]) -> list[list[_Row]]:
    """Return the rows that are looked at together: one, or those of a split or a merger."""
    together: dict[Any, list[_Row]] = {}
    for n, row in enumerate(rows):
        operation = row["operation"]
        if operation in _OF_SEVERAL:
            step = tuple(row[name] for name in _STEP)
            key = (*step, operation, row[_OF_SEVERAL[operation]])
            together.setdefault(key, []).append(row)
        elif operation in _ONE_TO_ONE:
            together[n] = [row]

    return list(together.values())


def _runs(rows: list[_Row]) -> Iterator[_Row]:
    """Yield the stretches of words in which two sides differ."""
    old, new = ChangedSide(rows, "old"), ChangedSide(rows, "new")
    key = {name: rows[0][name] for name in (*_STEP, "change_id")}
    for run, stretch in enumerate(_differences(old.keys, new.keys)):
        yield key | {"run": run} | _run(old, new, stretch)


def _run(
    old: ChangedSide,
    new: ChangedSide,
    stretch: _Stretch,
) -> _Row:
    gone = stretch.old, stretch.old_end
    come = stretch.new, stretch.new_end
    removed, added = old.printed(*gone), new.printed(*come)
    is_quoted = new.is_quoted(*come) if added else old.is_quoted(*gone)
    return {
        "kind": word_kind(old.told(*gone), new.told(*come)),
        "removed": removed,
        "added": added,
        "old_value": number_of(removed),
        "new_value": number_of(added),
        "quoted": is_quoted,
        "context": _context(new, stretch, removed, added),
        **_place(old, "old", gone),
        **_place(new, "new", come),
    }


def _differences(old: list[str], new: list[str]) -> list[_Stretch]:
    """Return where words differ; two places that only a function word parts are one."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found: list[_Stretch] = []
    for tag, *places in matcher.get_opcodes():
        if tag == "equal":
            continue

        one = _Stretch(*places)
        if found and _is_one_rewording(found[-1], one, old):
            last = found.pop()
            one = one._replace(old=last.old, new=last.new)

        found.append(one)

    return found


def _is_one_rewording(
    last: _Stretch,
    one: _Stretch,
    old: list[str],
) -> bool:
    """Say whether two differences are one: words on both sides, and one function word between."""
    is_near = one.old - last.old_end == 1
    are_reworded = last.is_both and one.is_both
    return (
        is_near and are_reworded and old[last.old_end] in FUNCTION_WORDS
    )


def _place(
    side: ChangedSide,
    name: str,
    words: tuple[int, int],
) -> _Row:
    sentence, start, end = side.place(*words)
    return {f"{name}_sentence": sentence, f"{name}_start": start, f"{name}_end": end}


def _context(
    new: ChangedSide,
    stretch: _Stretch,
    removed: str | None,
    added: str | None,
) -> str:
    """Write the newer sentence with what was left out and put in."""
    sentence, start, end = new.place(stretch.new, stretch.new_end)
    part = next(one for one in new.parts if one.sentence == sentence)
    before = part.text[: start - part.start]
    after = part.text[end - part.start :]

    out = f"[-{removed}-]" if removed else ""
    put = f"{{+{added}+}}" if added else ""
    is_glued = bool(before) and not before[-1].isspace() and not added
    glue = " " if is_glued else ""
    return f"{before}{glue}{' '.join(filter(None, (out, put)))}{after}"
