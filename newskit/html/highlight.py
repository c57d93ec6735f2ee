"""An article with what was found in it marked where it stands, as HTML that is safe to show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import chain
from os import PathLike
from typing import Any

import pandas as pd

from newskit.errors import InputError
from newskit.html.article import SHOWN, article_html
from newskit.html.escaping import NO_FORMULAS, escape, safe_language
from newskit.html.marking import MARKING
from newskit.html.palette import palette_css
from newskit.html.spans import MarkedSpan
from newskit.places import need_texts
from newskit.tables import one_article

# The palette first: what it states for every quotation, a speaker's own class then overrules.
STYLE = palette_css() + (files("newskit.html") / "highlight.css").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Highlight:
    """One article, marked up; Jupyter shows it.

    `.html` and `str()` give the HTML with its style, `.body` without.

    Examples
    --------
    >>> from newskit.html import highlight
    >>> highlight("<script>").body
    '<div class="nk-article tex2jax_ignore mathjax_ignore"><p dir="auto">&lt;script&gt;</p></div>'
    """

    body: str = field(repr=False)
    style: str = field(default=STYLE, repr=False)
    """The CSS of the marks."""

    @property
    def html(self) -> str:
        """The marked article with the style it needs, to be put into any page."""
        return f"<style>{self.style}</style>{self.body}"

    def _repr_html_(self) -> str:
        return self.html

    def __str__(self) -> str:
        """Return the same as `.html`."""
        return self.html


def highlight(
    article: str | pd.Series | pd.DataFrame,
    *,
    quotes: pd.DataFrame | None = None,
    timeline: pd.DataFrame | None = None,
    sentiment: pd.DataFrame | None = None,
    words: pd.DataFrame | None = None,
    sentences: pd.DataFrame | None = None,
    certainty: pd.DataFrame | None = None,
) -> Highlight:
    """Show an article with what was found in it marked where it stands.

    Parameters
    ----------
    article : str, pandas.Series or pandas.DataFrame
        A text, one row of `articles`, or a frame with exactly one row. Of a row the headline,
        standfirst, text with its subheads and caption are shown.
    quotes : pandas.DataFrame, optional
        Table `quotes`: each quotation gets its speaker's color and line; speaker and cue are
        marked too.
    timeline : pandas.DataFrame, optional
        Table `timeline`: each time that the article names is boxed and says what it was resolved
        to.
    sentiment : pandas.DataFrame, optional
        Table `sentence_sentiment` (`start`, `end` and `compound` are used): blue and + for
        positive, orange and - for negative. Or the table `sentiment_hits`: the words that made the
        scores, in the same colors.
    words : pandas.DataFrame, optional
        Table `words`: long, hard, unfamiliar words and those of many syllables are marked, each
        with its counts, so that every number of `counts` can be checked by hand.
    sentences : pandas.DataFrame, optional
        Table `sentences`: a bar where each sentence ends, with its number of words.
    certainty : pandas.DataFrame, optional
        Table `certainty`: hedges, modals, boosters and commitments are underlined, each in its way.

    Returns
    -------
    Highlight
        Shows itself in Jupyter; `.html` is the same as a string. All text of the article is
        escaped.

    Raises
    ------
    InputError
        If there is not exactly one article, its text is the name of a file, a table lacks a column,
        or its offsets lie outside the text.

    Examples
    --------
    >>> from newskit.html import highlight
    >>> highlight("Rain at noon.").body
    '<div class="nk-article tex2jax_ignore mathjax_ignore"><p dir="auto">Rain at noon.</p></div>'
    """
    row = _one_row(article)
    tables = (quotes, timeline, sentiment, words, sentences, certainty)
    given = {
        name: one_article(frame, row.get("article_id"), name)
        for name, frame in zip(MARKING, tables, strict=True)
        if frame is not None
    }

    marked = article_html(row, _spans_by_column(row, given))
    language = safe_language(row.get("language"))
    lang = f' lang="{escape(language)}"' if language else ""
    return Highlight(f'<div class="nk-article {NO_FORMULAS}"{lang}>{_key(given)}{marked}</div>')


def _one_row(article: Any) -> dict[str, Any]:
    if isinstance(article, str | PathLike):
        need_texts([article])
        return {"text": article}

    if isinstance(article, pd.DataFrame):
        if len(article) != 1:
            raise InputError(
                f"highlight() shows one article; the frame has {len(article)} rows. "
                "Choose one: articles.iloc[[0]]."
            )

        article = article.iloc[0]

    if not isinstance(article, pd.Series):
        got = type(article).__name__
        raise InputError(f"Expected a text or one row of articles; got {got}.")

    if "text" not in article.index:
        has = ", ".join(map(str, article.index)) or "nothing"
        raise InputError(f"The row has no 'text'. It has: {has}.")

    return {str(name): value for name, value in article.items()}


def _spans_by_column(
    row: Mapping[str, Any],
    given: Mapping[str, pd.DataFrame],
) -> Mapping[str, list[MarkedSpan]]:
    found: defaultdict[str, list[MarkedSpan]] = defaultdict(list)
    # Quotations can stand in a column that is not shown, such as the subheads.
    for name, frame in given.items():
        for span in MARKING[name].spans(frame):
            if span.field in SHOWN:
                _check_offsets(span, row, name)
                found[span.field].append(span)

    return found


def _check_offsets(
    span: MarkedSpan,
    row: Mapping[str, Any],
    table: str,
) -> None:
    # Offsets of another article would mark words that say something else.
    text = row.get(span.field)
    length = len(text) if isinstance(text, str) else 0
    if not 0 <= span.start <= span.end <= length:
        raise InputError(
            f"A row of {table!r} marks {span.field}[{span.start}:{span.end}], "
            f"but that {span.field} has {length} characters. "
            "Is it the table of another article?"
        )


def _key(given: Mapping[str, pd.DataFrame]) -> str:
    entries = chain.from_iterable(MARKING[name].key(frame) for name, frame in given.items())
    items = "".join(f"<li>{entry}</li>" for entry in entries)
    return f'<ul class="nk-key" aria-label="Key">{items}</ul>' if items else ""
