"""Articles written for newskit, in the wheel, free to use (CC0)."""

from __future__ import annotations

from importlib import resources

import pandas as pd

from newskit import tables
from newskit.errors import unknown_name
from newskit.reading.columns import ARTICLES
from newskit.reading.text.read_plain import read_plain


def load_example(name: str = "ferry") -> pd.DataFrame:
    """Return one of the articles that come with newskit, read like any pasted article.

    They were written for newskit, are in the public domain (CC0), and speak of places and people
    that do not exist.

    Parameters
    ----------
    name : str
        "ferry" (American) or "school" (British, with single quotation marks).

    Returns
    -------
    pandas.DataFrame
        The articles table with one row; `codebook("articles")` explains its columns.

    Raises
    ------
    UnknownNameError
        If there is no such example; the message names those there are.

    Examples
    --------
    >>> from newskit.reading import load_example
    >>> load_example("ferry")["timezone"][0]
    'America/New_York'
    """
    folder = resources.files("newskit") / "samples"
    texts = [entry for entry in folder.iterdir() if entry.name.endswith(".txt")]
    known = {entry.name.removesuffix(".txt"): entry for entry in texts}
    if name not in known:
        raise unknown_name("example", name, known)

    # Read anew each time: a frame that was handed out may have been changed since.
    row = read_plain(known[name].read_text(encoding="utf-8"))
    stated = {"article_id": name, "source": f"{name}.txt", "format": "text"}
    return tables.from_rows(ARTICLES, [stated | row])
