"""The methods paragraph of a paper, ready to paste: corpus, versions, measures, accuracy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pandas as pd

import newskit
from newskit.analyses.readability.measures import measures
from newskit.csv_files import csv_rows
from newskit.errors import InputError, unknown_name
from newskit.findings import findings
from newskit.html import plural, records
from newskit.pipeline import Analysis
from newskit.reporting.corpus_caveats import corpus_caveats
from newskit.reporting.provenance import corpus_hash, versions
from newskit.reporting.references import Reference, entry, references

STYLES = ("apa", "markdown", "bibtex")
_ITSELF = "newskit contributors. newskit (Version {version}) [Computer software]."
_CITED = re.compile(r"\[\[(\w+)\]\]")


class MethodsText(str):
    """A text that shows itself as it is read: with its line ends, without quotation marks."""

    def __repr__(self) -> str:
        """Return the text itself."""
        return str(self)


def methods(analysis: Any, *, style: str = "apa") -> MethodsText:
    """Write the methods paragraph on an analysis, ready to paste.

    It says what the corpus is, with which versions and measures it was analyzed and after whom, how
    often newskit is right about such things, on which set and how large, and what speaks against
    the numbers of this corpus. Read it before you sign it.

    Parameters
    ----------
    analysis : Analysis
        What `newskit.analyze` returned. Only tables that were made are spoken of.
    style : {"apa", "markdown", "bibtex"}
        Paragraphs and references in the form of the APA; the same in Markdown, with headings; or
        the references as BibTeX.

    Returns
    -------
    str
        The text. The same analysis and versions give the same text.

    Raises
    ------
    InputError
        If `analysis` is none.
    UnknownNameError
        If there is no such style.

    Examples
    --------
    >>> import newskit as nk
    >>> text = nk.methods(nk.analyze("It rained. The sun set."))
    >>> text.split(". ")[0]
    'The corpus holds 1 article (5 words in 2 sentences; ...'
    """
    if not isinstance(analysis, Analysis):
        got = type(analysis).__name__
        raise InputError(f"Expected an Analysis, got {got}. Call nk.methods(nk.analyze(articles)).")
    if style not in STYLES:
        raise unknown_name("style", style, STYLES)

    digest = "" if style == "bibtex" else corpus_hash(records(analysis.articles))
    return methods_text(analysis, style, digest)


def methods_text(
    analysis: Analysis,
    style: str,
    digest: str,
    hashed: str = "the fields of all articles",
) -> MethodsText:
    """Write the paragraph where the hash of the corpus is known already."""
    cited = references(_sources(analysis))
    if style == "bibtex":
        return MethodsText("\n\n".join([_software(), *(one.bibtex for one in cited)]))

    told = _passages(analysis, digest, hashed)
    itself = _ITSELF.format(version=newskit.__version__)
    listed = [itself, *(one.apa for one in cited)]
    if style == "apa":
        return MethodsText("\n\n".join([*told.values(), "References", *listed]))
    parts = [f"## {title}\n\n{text}" for title, text in told.items()]
    bullets = "\n".join(f"- {one}" for one in listed)
    return MethodsText("\n\n".join([*parts, "## References", bullets]))


def _software() -> str:
    fields = {"author": "newskit contributors", "title": "newskit", "version": newskit.__version__}
    return entry("software", "newskit", fields)


def _passages(analysis: Analysis, digest: str, hashed: str) -> dict[str, str]:
    """Return the paragraphs by their headings; one that has nothing to say is left out."""
    made = analysis.tables()
    told = _texts()
    opening = told["opening"].format(hash=digest, hashed=hashed, **_facts(analysis))
    done = [told[name] for name in told if name in made and name != "readability"]
    if "readability" in made:
        done.insert(0, told["readability"].format(measures=_measures(made["readability"])))
    passages = {
        "Methods": _cite(" ".join([opening, *done])),
        "Accuracy": accuracy_text(_spoken_of(made)),
    }
    limits = corpus_caveats(made)
    if limits:
        passages["Limits"] = f"Of this corpus one should know: {' '.join(limits)}"
    return {title: text for title, text in passages.items() if text}


@cache
def _texts() -> dict[str, str]:
    """Return the sentences of each table, each on one line."""
    told = tomllib.loads((files("newskit.reporting") / "methods.toml").read_text(encoding="utf-8"))
    return {name: " ".join(part["text"].split()) for name, part in told.items()}


def _facts(analysis: Analysis) -> dict[str, str]:
    of = dict(versions().itertuples(index=False, name=None))
    found = "; ".join(findings(analysis.tables()))
    return {
        "articles": plural(len(analysis.articles), "article"),
        "size": f" ({found})" if found else "",
        "newskit": of["newskit"],
        "python": of["Python"],
        "pandas": of["pandas"],
        "numpy": of["numpy"],
    }


def _measures(table: pd.DataFrame) -> str:
    """Name the measures that the table has, each with its source."""
    used = _used(table)
    named = [f"{m.name}{_in_brackets(references([str(m.source)]))}" for m in used.itertuples()]
    *most, last = named
    return f"{', '.join(most)} and {last}" if most else last


def _used(table: pd.DataFrame) -> pd.DataFrame:
    stated = measures()
    return stated[stated["measure"].isin(table.columns)]


def _in_brackets(cited: list[Reference]) -> str:
    return f" ({'; '.join(one.cited for one in cited)})" if cited else ""


def _cite(text: str) -> str:
    """Put authors and year in the place of each key."""
    of = _keyed()
    return _CITED.sub(lambda found: _in_brackets(references([of[found[1]]])).strip(), text)


@cache
def _keyed() -> dict[str, str]:
    return {row["key"]: row["source"] for row in csv_rows("newskit.reporting", "sources.csv")}


def _sources(analysis: Analysis) -> list[str]:
    """Return the source of all that the text speaks of."""
    made = analysis.tables()
    keys = [
        key
        for name, text in _texts().items()
        if name in made or name == "opening"
        for key in _CITED.findall(text)
    ]
    keys += [row["key"] for row in _accuracy(_spoken_of(made)) if row["key"]]
    of_measures = list(_used(made["readability"])["source"]) if "readability" in made else []
    return [*of_measures, *(_keyed()[key] for key in dict.fromkeys(keys))]


def _spoken_of(made: Mapping[str, pd.DataFrame]) -> set[str]:
    """Return the tables that accuracy is told of: that of articles only if newskit read pages."""
    read = made["articles"].get("provenance")
    was_read = read is not None and read.notna().any()
    return {name for name in made if name != "articles" or was_read}


def _accuracy(made: set[str]) -> list[dict[str, Any]]:
    """Return the rows of accuracy.csv on tables that were made; the docs are made from it, too."""
    rows = csv_rows("newskit.reporting", "accuracy.csv")
    return [dict(row) for row in rows if row["table"] in made]


def accuracy_text(made: set[str]) -> str:
    """Say how often newskit is right about what these tables hold, on what it was measured."""
    rows = _accuracy(made)
    if not rows:
        return ""
    told = [
        f"{row['what']}, {row['figure']} {row['value']} ({row['set']}"
        f"{_also(row['key'])}, {row['size']}; {row['kind']})"
        for row in rows
    ]
    return f"How often newskit is right, as published with this version: {'; '.join(told)}."


def _also(key: str) -> str:
    return f", {references([_keyed()[key]])[0].cited}" if key else ""
