"""Who is heard in each version: who came, who went, who got a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from newskit import tables
from newskit.comparing.joined_names import joined_names
from newskit.revisions.columns import SPEAKER_CHANGES
from newskit.revisions.quote_changes import QuotePair, attribution_of, quote_pairs
from newskit.revisions.steps import VersionBatch, VersionStep, over_steps
from newskit.revisions.voices import Voice, voices

_Row = dict[str, Any]
_Key = tuple[str, str | int]
"""A name by its number, or the words that stand for somebody without one."""


class _Heard(NamedTuple):
    """What one speaker says in one version."""

    name: str
    is_named: bool
    kind: str | None
    n_quotes: int
    n_words: int
    start: int


_Speakers = Mapping[_Key, _Heard]


def speaker_changes_of(batch: VersionBatch) -> pd.DataFrame:
    """Return the speakers of the steps of a batch of versions."""
    heard = voices(batch)
    rows = (
        batch.key(s) | row
        for s in batch.steps
        for row in _rows(batch, s, heard)
    )
    return tables.from_rows(SPEAKER_CHANGES, rows)


def _rows(
    batch: VersionBatch,
    step: VersionStep,
    heard: dict[int, list[Voice]],
) -> Iterator[_Row]:
    pairs = quote_pairs(batch, step, heard)
    olds, news = heard.get(step.old, []), heard.get(step.new, [])
    keys = _keys([*olds, *news])
    old, new = _by_speaker(olds, keys), _by_speaker(news, keys)
    lengths = [
        len(batch.value("text", row) or "") or 1
        for row in (step.old, step.new)
    ]
    for before, after, change in _met(old, new, _renamed(pairs, keys)):
        yield {
            "speaker": _name(before, after),
            "change": change,
            **_side(before, "before", lengths[0]),
            **_side(after, "after", lengths[1]),
        }


def _met(
    old: _Speakers,
    new: _Speakers,
    renamed: Mapping[_Key, tuple[_Key, str]],
) -> Iterator[tuple[_Heard | None, _Heard | None, str]]:
    """Yield each speaker of either version, and what became of them, in order of the newer."""
    done = set()
    for key in sorted(new, key=lambda one: new[one].start):
        before, how = key, "stayed"
        if key not in old and key in renamed:
            before, how = renamed[key]

        done.add(before)
        yield old.get(before), new[key], how if before in old else "came"

    for key in sorted(old, key=lambda one: old[one].start):
        if key not in done:
            yield old[key], None, "went"


def _name(before: _Heard | None, after: _Heard | None) -> str:
    """Return the fullest form of a speaker: a name before other words."""
    both = [heard for heard in (before, after) if heard]
    named = [heard for heard in both if heard.is_named]
    called = [heard.name for heard in named or both]
    return max(called, key=len)


def _keys(heard: list[Voice]) -> dict[str, _Key]:
    """Return what each speaker of two versions is known by; forms of a name are joined."""
    names = list(
        dict.fromkeys(str(v.speaker) for v in heard if v.is_named)
    )
    keys: dict[str, _Key] = {
        name: ("named", number)
        for name, number in zip(names, joined_names(names), strict=True)
    }
    for voice in heard:
        if voice.speaker and not voice.is_named:
            keys.setdefault(voice.speaker, ("", voice.key))

    return keys


def _by_speaker(heard: list[Voice], keys: dict[str, _Key]) -> dict[_Key, _Heard]:
    own: dict[_Key, list[Voice]] = defaultdict(list)
    for voice in heard:
        if voice.speaker:
            own[keys[voice.speaker]].append(voice)

    return {key: _heard(some) for key, some in own.items()}


def _heard(own: list[Voice]) -> _Heard:
    in_text = [v.row["start"] for v in own if v.row["field"] == "text"]
    marked = [v.row["n_words"] or 0 for v in own if v.is_marked]
    return _Heard(
        name=max((str(v.speaker) for v in own), key=len),
        is_named=own[0].is_named,
        kind=own[0].row["speaker_type"],
        n_quotes=len({v.row["utterance_id"] for v in own}),
        n_words=sum(marked),
        start=min(in_text, default=0),
    )


def _renamed(pairs: list[QuotePair], keys: dict[str, _Key]) -> dict[_Key, tuple[_Key, str]]:
    """Return the speakers who are the same under another name, by what they are called after."""
    found: dict[_Key, tuple[_Key, str]] = {}
    for pair in pairs:
        old, new = pair.old, pair.new
        if old is None or new is None:
            continue

        if not old.speaker or not new.speaker:
            continue

        how = attribution_of(old, new)
        is_respelled = how == "same" and keys[old.speaker] != keys[new.speaker]
        if is_respelled:
            found.setdefault(keys[new.speaker], (keys[old.speaker], "stayed"))

        if how in ("named", "unnamed"):
            found.setdefault(keys[new.speaker], (keys[old.speaker], how))

    return found


def _side(
    heard: _Heard | None,
    when: str,
    length: int,
) -> _Row:
    if heard is None:
        return {f"n_quotes_{when}": 0, f"n_words_{when}": 0}
    return {
        f"speaker_{when}": heard.name,
        f"type_{when}": heard.kind,
        f"n_quotes_{when}": heard.n_quotes,
        f"n_words_{when}": heard.n_words,
        f"position_{when}": heard.start / length,
    }


def speaker_changes(versions: Any, *, pairs: str = "consecutive") -> pd.DataFrame:
    """Say who is heard in the newer version and was not before, who went, and who got a name.

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
        One row per step and speaker of either version, in the order of the newer: `speaker`,
        `change` (came, went, stayed, named or unnamed), name and type before and after,
        `n_quotes_before` and `n_quotes_after` (quotations and paraphrases), `n_words_before` and
        `n_words_after` (inside quotation marks), `position_before` and `position_after` (share of
        the text before the first of them).

    Raises
    ------
    InputError
        If they cannot be read as versions, or `pairs` is unknown.

    Notes
    -----
    Speakers are those that `newskit.quotes` finds: where it is wrong, this is. One without a name
    is known by the noun ("a senior official": official), so two officials are one. Somebody is
    `named` if a quotation or paraphrase that an unnamed speaker had is now theirs.

    Examples
    --------
    >>> import newskit as nk
    >>> old = '"It could fall," a senior official said. "We ran," said Bo Ek.'
    >>> new = '"It could fall," said Ann Lee. "Nobody asked us," said Cy Dahl.'
    >>> nk.revisions.speaker_changes([old, new])[["speaker", "change"]].values.tolist()
    [['Ann Lee', 'named'], ['Cy Dahl', 'came'], ['Bo Ek', 'went']]
    """
    return over_steps(versions, pairs, speaker_changes_of)
