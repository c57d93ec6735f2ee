"""How many articles there are in files, in words: counted, stated by a file, or estimated."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.html.wording import plural
from newskit.reading.describing.files import COUNTED, STATED

NONE = "none could be read"
_UNITS = (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000))


def counted(files: pd.DataFrame) -> str:
    """Say how many articles files hold, and how that is known."""
    if len(files) == 1:
        return _in_one(files.iloc[0])

    known = files.dropna(subset="n_all")
    n_read = files["n_articles"].count()
    if not n_read:
        return NONE

    is_counted = bool((known["all_from"] == COUNTED).all())
    about = "" if is_counted else "about "
    told = [f"{about}{known['n_all'].sum():,} in {plural(len(known), 'file')}"]
    if len(known) < len(files):
        told.append(f"{plural(len(files) - len(known), 'file')} not counted")

    if n_read < len(known):
        told.append(f"{n_read:,} of them were looked at")

    return "; ".join(told)


def size_text(size: Any) -> str:
    """Return a number of bytes in few figures.

    >>> size_text(512), size_text(3_940_000_000)
    ('512 bytes', '3.9 GB')
    """
    for unit, least in _UNITS:
        if size >= least:
            return f"{size / least:.1f} {unit}"

    return plural(int(size), "byte")


def _in_one(file: pd.Series) -> str:
    n_articles, size = file["n_articles"], file["size"]
    if pd.isna(n_articles):
        return NONE

    whole = "" if pd.isna(size) else size_text(size)
    how = "" if pd.isna(file["all_from"]) else str(file["all_from"])
    if how == COUNTED:
        return f"{n_articles:,} in {whole}" if whole else f"{n_articles:,}"

    looked = f"{n_articles:,} were looked at, in the {_part(file)} of {whole}"
    if not how:
        return f"not counted; {looked}"

    told = "stated by the file" if how == STATED else "estimated"
    return f"about {file['n_all']:,} ({told}); {looked}"


def _part(file: pd.Series) -> str:
    looked_at = file["looked_at"]
    return "beginning" if pd.isna(looked_at) else f"first {size_text(looked_at)}"
