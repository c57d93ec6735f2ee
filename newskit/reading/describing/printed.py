"""A description in words: for each form its facts, its fields and what to know of it."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from newskit.html.wording import plural
from newskit.reading.describing.fields import BEHIND, EXTRA, NOT_READ
from newskit.reading.describing.files import COUNTED, STATED
from newskit.reading.describing.first_lines import shortened

WIDTH = 80
_NONE, _NOTHING, _UNKNOWN = "none could be read", "nothing that newskit knows", "not known"
_NAME = 12
"""Characters of the name of a fact."""
_WIDEST = (14, 26, 15)
"""Characters of the columns of fields, at most; the example has the rest."""
_TOLD = ("headline", "publisher", "authors", "published", "text", "url")
"""Fields of which it is said that there are none."""
_MOST = 5
"""Files, or notes, that are named one by one."""
_UNITS = (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000))
_OTHERWISE = "nk.read_articles(..., columns={{{!r}: 'headline'}}) reads it as the headline"
_AS_TEXT = "nk.read_articles(..., format='text') reads it as one pasted article"
_TO_ADD = "a form that newskit should know: see 'Adding a form' in the documentation"


class Part(NamedTuple):
    """What is told of the files of one form."""

    title: str
    facts: list[tuple[str, str]]
    table: pd.DataFrame | None
    notes: list[tuple[str, str]]


def parts(files: pd.DataFrame, fields: pd.DataFrame) -> Iterator[Part]:
    """Return what is to be told, form by form; of several files first how many there are."""
    forms = files["format"].fillna("") + " " + files["form"].fillna("")
    groups = [files[forms == form] for form in dict.fromkeys(forms)]
    if len(groups) > 1:
        yield _overview(files, groups)

    for group in groups:
        yield _part(group, fields[fields["source"].isin(group["source"])])


def text_of(part: Part) -> str:
    """Return a part as lines of 80 characters."""
    lines = [shortened(part.title, WIDTH), *map(_fact, part.facts)]
    if part.table is not None and len(part.table):
        lines += ["", *_table(part.table)]

    notes = list(map(_fact, part.notes))
    return "\n".join([*lines, *([""] if notes else []), *notes])


def size_text(size: Any) -> str:
    """Return a number of bytes in few figures.

    >>> size_text(512), size_text(3_940_000_000)
    ('512 bytes', '3.9 GB')
    """
    for unit, least in _UNITS:
        if size >= least:
            return f"{size / least:.1f} {unit}"

    return plural(int(size), "byte")


def _overview(files: pd.DataFrame, groups: list[pd.DataFrame]) -> Part:
    facts = [(_format_of(group), f"{_title_of(group)}: {_counted(group)}") for group in groups]
    return Part(plural(len(files), "file"), facts, None, [])


def _format_of(files: pd.DataFrame) -> str:
    found = files["format"].iloc[0]
    return found if isinstance(found, str) else _UNKNOWN


def _title_of(files: pd.DataFrame) -> str:
    title = files["form"].iloc[0]
    return title if isinstance(title, str) else _NOTHING


def _part(files: pd.DataFrame, fields: pd.DataFrame) -> Part:
    first = files.iloc[0]
    is_one = len(files) == 1
    form = _format_of(files)
    title = str(first["source"]) if is_one else f"{plural(len(files), 'file')}: {form}"
    called = "" if form == _UNKNOWN else f" (format {form!r})"
    facts = [("taken for", _title_of(files) + called)]
    if isinstance(first["mark"], str):
        facts.append(("known by", first["mark"]))

    facts.append(("articles", _counted(files)))
    table = _summed(fields)
    notes = [*_others(table), *_notes(files), *_advice(files, table)]
    return Part(title, facts, _shown(table), notes)


def _counted(files: pd.DataFrame) -> str:
    """Say how many articles there are, and how that is known."""
    if len(files) == 1:
        return _counted_in(files.iloc[0])

    known = files.dropna(subset="n_all")
    n_read = files["n_articles"].notna().sum()
    if not n_read:
        return _NONE

    about = "" if (known["all_from"] == COUNTED).all() else "about "
    said = f"{about}{known['n_all'].sum():,} in {plural(len(known), 'file')}"
    others = len(files) - len(known)
    unknown = f"; {plural(others, 'file')} not counted" if others else ""
    looked = f"; {n_read:,} of them were looked at" if n_read < len(known) else ""
    return said + unknown + looked


def _counted_in(file: pd.Series) -> str:
    if pd.isna(file["n_articles"]):
        return _NONE

    size = "" if pd.isna(file["size"]) else f" in {size_text(file['size'])}"
    if file["all_from"] == COUNTED:
        return f"{file['n_articles']:,}{size}"

    is_told = not pd.isna(file["looked_at"])
    first = f"first {size_text(file['looked_at'])}" if is_told else "beginning"
    looked = f"{file['n_articles']:,} were looked at, in the {first} of{size.removeprefix(' in')}"
    if pd.isna(file["n_all"]):
        return f"not counted; {looked}"

    how = "stated by the file" if file["all_from"] == STATED else "estimated"
    return f"about {file['n_all']:,} ({how}); {looked}"


def _summed(fields: pd.DataFrame) -> pd.DataFrame:
    """Return the fields of several files as those of one."""
    name = fields["field"].fillna(fields["found"])
    keyed = fields.assign(name=name)
    summed = keyed.groupby(["kept", "name"], sort=False, as_index=False)
    firsts = dict.fromkeys(("field", "found", "example"), "first")
    return summed.agg(firsts | dict.fromkeys(("filled", "n_articles"), "sum"))


def _shown(table: pd.DataFrame) -> pd.DataFrame:
    is_listed = ~table["kept"].isin((EXTRA, BEHIND))
    listed = table[is_listed]
    filled = [_share(*pair) for pair in zip(listed["filled"], listed["n_articles"], strict=True)]
    cells = {"here": listed["field"], "there": listed["found"], "filled": filled}
    return pd.DataFrame(cells | {"for example": listed["example"]}).fillna("–")


def _share(filled: int, n_articles: int) -> str:
    return f"{filled:,}" if filled == n_articles else f"{filled:,} of {n_articles:,}"


def _others(table: pd.DataFrame) -> Iterator[tuple[str, str]]:
    for kept, said in ((EXTRA, "in 'extra'"), (BEHIND, "kept behind")):
        names = table.loc[table["kept"] == kept, "name"]
        if len(names):
            yield said, ", ".join(names)

    is_read = not (table["kept"] == NOT_READ).any()
    missing = [name for name in _TOLD if name not in set(table["field"].dropna())]
    if missing and is_read and len(table):
        yield "not found", ", ".join(missing)


def _notes(files: pd.DataFrame) -> Iterator[tuple[str, str]]:
    warned = Counter(one for cell in files["warnings"] for one in cell)
    for warning, _ in warned.most_common(_MOST):
        yield "note", warning

    if len(warned) > _MOST:
        yield "note", f"and {plural(len(warned) - _MOST, 'other note')}: see .files"

    wrong = files[files["error"].notna()]
    for _, file in wrong.head(_MOST).iterrows():
        where = "" if len(files) == 1 else f"{file['source']}: "
        yield "not read", f"{where}{_rows(file)}{file['error']}"
        for line in file["begins"]:
            yield "  begins", line

    if len(wrong) > _MOST:
        yield "not read", f"and {plural(len(wrong) - _MOST, 'other file')}: see .files"


def _rows(file: pd.Series) -> str:
    is_row = not pd.isna(file["n_errors"]) and file["n_errors"] > 0
    return f"{plural(int(file['n_errors']), 'row')}, the first: " if is_row else ""


def _advice(files: pd.DataFrame, table: pd.DataFrame) -> Iterator[tuple[str, str]]:
    is_broken = files["n_articles"].isna() & files["error"].notna() & (files["size"] > 0)
    others = table[table["kept"].isin((BEHIND, NOT_READ)) & table["field"].isna()]
    if is_broken.any() and table.empty:
        yield "what to do", f"{_AS_TEXT}; {_TO_ADD}"
    elif len(others) and not files["error"].str.contains("columns=", na=False).any():
        yield "to change", _OTHERWISE.format(others["name"].iloc[-1])


def _fact(fact: tuple[str, str]) -> str:
    name, told = fact
    left = f"  {name:<{_NAME - 1}} "
    return textwrap.fill(
        left + " ".join(told.split()),
        WIDTH,
        subsequent_indent=" " * len(left),
        break_on_hyphens=False,
    )


def _table(table: pd.DataFrame) -> Iterator[str]:
    cells = [list(table.columns), *table.to_numpy().tolist()]
    rows = [list(map(str, row)) for row in cells]
    widest = (max(map(len, column)) for column in zip(*rows, strict=True))
    widths = [min(pair) for pair in zip(widest, _WIDEST, strict=False)]
    rest = WIDTH - 2 - sum(widths) - 2 * len(widths)
    for row in rows:
        pairs = zip(row, (*widths, rest), strict=True)
        told = (f"{shortened(cell, width):<{width}}" for cell, width in pairs)
        yield f"  {'  '.join(told)}".rstrip()
