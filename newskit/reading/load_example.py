"""Articles written for newskit, in the wheel, free to use (CC0)."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pandas as pd

from newskit import tables
from newskit.errors import unknown_name
from newskit.reading.columns import ARTICLES
from newskit.reading.read_articles import read_articles
from newskit.reading.text.read_plain import read_plain
from newskit.tables import TEXT

_OUTLETS = "outlets.csv"
"""The outlets of a corpus; each has a folder that is named by the first part of its domain."""

_VERSIONS = "versions.jsonl"
"""The versions of an article, in a folder of their own."""


def load_example(name: str = "ferry") -> pd.DataFrame:
    """Return articles that come with newskit, read like any file of their form.

    They were written for newskit, are in the public domain (CC0), and speak of places and people
    that do not exist.

    Parameters
    ----------
    name : str
        One article: "ferry" (American) or "school" (British, with single quotation marks).
        A class corpus: "harbor", 24 articles of four outlets on one night and the two days after
        it, in six forms (pasted text, Word, web pages saved in two ways, CSV, JSON Lines).
        Versions: "harbor-versions", one article of that corpus as it stood at five moments.

    Returns
    -------
    pandas.DataFrame
        The articles table; `codebook("articles")` explains its columns. Versions share an
        `article_id`, and have a column `version`, from 1, and in `captured` when each was saved.

    Raises
    ------
    UnknownNameError
        If there is no such example; the message names those there are.

    Examples
    --------
    >>> from newskit.reading import load_example
    >>> load_example()["timezone"][0]
    'America/New_York'
    >>> load_example("harbor").groupby("publisher").size().to_dict()
    {'Daily Whistle': 6, 'SPB News': 6, 'The Compass': 6, 'Wirehall': 6}
    """
    folder = resources.files("newskit") / "samples"
    entries = {entry.name: entry for entry in folder.iterdir()}
    texts = {entry.removesuffix(".txt") for entry in entries if entry.endswith(".txt")}
    folders = {name for name, entry in entries.items() if entry.is_dir()}
    known = sorted(texts | folders)
    if name not in known:
        raise unknown_name("example", name, known)

    # Read anew each time: a frame that was handed out may have been changed since.
    if name in texts:
        row = read_plain(entries[f"{name}.txt"].read_text(encoding="utf-8"))
        stated = {"article_id": name, "source": f"{name}.txt", "format": "text"}
        return tables.from_rows(ARTICLES, [stated | row])

    with resources.as_file(entries[name]) as path:
        versions = path / _VERSIONS
        return _versions(versions) if versions.is_file() else _corpus(path)


def _corpus(folder: Path) -> pd.DataFrame:
    """Read the folders of the outlets, each with what is known of its outlet."""
    outlets = pd.read_csv(folder / _OUTLETS)
    parts = [
        read_articles(
            folder / domain.partition(".")[0], publisher=outlet, outlets=outlets, progress=False
        )
        for domain, outlet in zip(outlets["domain"], outlets["name"], strict=True)
    ]
    return pd.concat(parts, ignore_index=True)


def _versions(path: Path) -> pd.DataFrame:
    """Read a table with one row per version, whose ids end in its number."""
    articles = read_articles(path)
    ids = articles["article_id"].str.rpartition("/")
    articles.insert(1, "version", ids[2].astype("Int64"))
    return articles.assign(article_id=ids[0].astype(TEXT))
