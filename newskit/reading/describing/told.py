"""What is told of files, form by form: their facts, their fields, and what to know of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from newskit.html.wording import plural
from newskit.reading.describing.counted import counted
from newskit.reading.describing.fields import BEHIND, EXTRA, NOT_READ

Fact = tuple[str, str]
_NOTHING, _UNKNOWN = "nothing that newskit knows", "not known"
_TOLD = ("headline", "publisher", "authors", "published", "text", "url")
"""Fields of which it is said that there are none."""
_MOST = 5
"""Files, or notes, that are named one by one."""
_OTHERWISE = "nk.read_articles(..., columns={{{!r}: 'headline'}}) reads it as the headline"
_AS_TEXT = "nk.read_articles(..., format='text') reads it as one pasted article"
_TO_ADD = "a form that newskit should know: see 'Adding a form' in the documentation"


class Part(NamedTuple):
    """What is told of the files of one form."""

    title: str
    facts: list[Fact]
    table: pd.DataFrame
    notes: list[Fact]


def parts(files: pd.DataFrame, fields: pd.DataFrame) -> Iterator[Part]:
    """Return what is to be told, form by form; of several files first how many there are."""
    forms = files["format"].fillna("") + " " + files["form"].fillna("")
    groups = [files[forms == form] for form in dict.fromkeys(forms)]
    if len(groups) > 1:
        told = [f"{_title_of(group)}: {counted(group)}" for group in groups]
        overview = list(zip(map(_format_of, groups), told, strict=True))
        yield Part(plural(len(files), "file"), overview, pd.DataFrame(), [])

    for group in groups:
        of_group = fields["source"].isin(group["source"])
        yield _part(group, _summed(fields[of_group]))


def _part(files: pd.DataFrame, fields: pd.DataFrame) -> Part:
    notes = [
        *_left_out(fields),
        *_warnings(files),
        *_errors(files),
        *_advice(files, fields),
    ]
    return Part(_heading(files), _facts(files), _mapping(fields), notes)


def _heading(files: pd.DataFrame) -> str:
    if len(files) == 1:
        return str(files["source"].iloc[0])

    return f"{plural(len(files), 'file')}: {_format_of(files)}"


def _facts(files: pd.DataFrame) -> list[Fact]:
    form = _format_of(files)
    called = "" if form == _UNKNOWN else f" (format {form!r})"
    mark = _first(files, "mark", "")
    return [
        ("taken for", _title_of(files) + called),
        *([("known by", mark)] if mark else []),
        ("articles", counted(files)),
    ]


def _format_of(files: pd.DataFrame) -> str:
    return _first(files, "format", _UNKNOWN)


def _title_of(files: pd.DataFrame) -> str:
    return _first(files, "form", _NOTHING)


def _first(
    files: pd.DataFrame,
    column: str,
    missing: str,
) -> str:
    told = files[column].iloc[0]
    return told if isinstance(told, str) else missing


def _summed(fields: pd.DataFrame) -> pd.DataFrame:
    """Return the fields of several files as those of one."""
    name = fields["field"].fillna(fields["found"])
    keyed = fields.assign(name=name)
    by_name = keyed.groupby(["kept", "name"], sort=False, as_index=False)
    firsts = dict.fromkeys(("field", "found", "example"), "first")
    sums = dict.fromkeys(("filled", "n_articles"), "sum")
    return by_name.agg(firsts | sums)


def _mapping(fields: pd.DataFrame) -> pd.DataFrame:
    """Return which fields are which, as a table to look at."""
    is_listed = ~fields["kept"].isin((EXTRA, BEHIND))
    listed = fields[is_listed]
    pairs = zip(listed["filled"], listed["n_articles"], strict=True)
    cells = {
        "here": listed["field"],
        "there": listed["found"],
        "filled": [_share(filled, of) for filled, of in pairs],
        "for example": listed["example"],
    }
    return pd.DataFrame(cells).fillna("–")


def _share(filled: int, n_articles: int) -> str:
    return f"{filled:,}" if filled == n_articles else f"{filled:,} of {n_articles:,}"


def _left_out(fields: pd.DataFrame) -> Iterator[Fact]:
    """Say what is kept beside the columns of articles, and which of these are empty."""
    names = {kept: list(group["name"]) for kept, group in fields.groupby("kept")}
    if EXTRA in names:
        yield "in 'extra'", ", ".join(names[EXTRA])

    if BEHIND in names:
        yield "kept behind", ", ".join(names[BEHIND])

    missing = [name for name in _TOLD if name not in names]
    is_read = bool(names) and NOT_READ not in names
    if missing and is_read:
        yield "not found", ", ".join(missing)


def _warnings(files: pd.DataFrame) -> Iterator[Fact]:
    warned = Counter(files["warnings"].explode().dropna())
    for warning, _ in warned.most_common(_MOST):
        yield "note", warning

    n_more = len(warned) - _MOST
    if n_more > 0:
        yield "note", f"and {plural(n_more, 'other note')}: see .files"


def _errors(files: pd.DataFrame) -> Iterator[Fact]:
    wrong = files[files["error"].notna()]
    for file in wrong.head(_MOST).to_dict("records"):
        where = f"{file['source']}: " if len(files) > 1 else ""
        yield "not read", f"{where}{_rows(file)}{file['error']}"
        yield from (("  begins", line) for line in file["begins"])

    n_more = len(wrong) - _MOST
    if n_more > 0:
        yield "not read", f"and {plural(n_more, 'other file')}: see .files"


def _rows(file: dict[Any, Any]) -> str:
    n_errors = file["n_errors"]
    if pd.isna(n_errors) or not n_errors:
        return ""

    return f"{plural(int(n_errors), 'row')}, the first: "


def _advice(files: pd.DataFrame, fields: pd.DataFrame) -> Iterator[Fact]:
    """Say what to do about a file that was not understood, or a column that is not known."""
    is_broken = files["n_articles"].isna() & files["error"].notna() & (files["size"] > 0)
    is_other = fields["kept"].isin((BEHIND, NOT_READ)) & fields["field"].isna()
    is_told = files["error"].str.contains("columns=", na=False).any()
    if is_broken.any() and fields.empty:
        yield "what to do", f"{_AS_TEXT}; {_TO_ADD}"
    elif is_other.any() and not is_told:
        yield "to change", _OTHERWISE.format(fields.loc[is_other, "name"].iloc[-1])
