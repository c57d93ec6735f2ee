"""Every table of a corpus at once, each text encoded once; joins between two analyses live here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from html import escape

import pandas as pd
from tqdm import tqdm

from newskit import tables
from newskit.chronology import timeline_of
from newskit.counting import counts_of
from newskit.errors import InputError, unknown_name
from newskit.formulas import readability_table
from newskit.frames import Articles, as_articles, batches, stack
from newskit.listing import sentences_of
from newskit.quotation import attribution_from, quotes_of, speakers
from newskit.text.batch import Batch
from newskit.valence import sentiment, sentiment_of
from newskit.valence.lists import DEFAULT


@dataclass(frozen=True, repr=False)
class Analysis:
    """All tables of a corpus; each is a DataFrame whose columns `newskit.columns` explains.

    `articles` is what was analyzed. `sentences`, `counts`, `readability`, `sentiment`, `quotes`, `speakers`,
    `attribution`, `timeline` and `sentiment_by_speaker` are what the functions of these names return.
    `readability_by_voice` and `sentiment_by_voice` have one row for the outlet's own words and one for quoted
    words; `sentence_sentiment` has one row per sentence.
    """

    articles: pd.DataFrame
    sentences: pd.DataFrame
    counts: pd.DataFrame
    readability: pd.DataFrame
    readability_by_voice: pd.DataFrame
    sentiment: pd.DataFrame
    sentiment_by_voice: pd.DataFrame
    sentence_sentiment: pd.DataFrame
    quotes: pd.DataFrame
    speakers: pd.DataFrame
    sentiment_by_speaker: pd.DataFrame
    attribution: pd.DataFrame
    timeline: pd.DataFrame

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return every table that was made, by its name."""
        every = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: table for name, table in every.items() if len(table.columns)}

    def __repr__(self) -> str:
        """Name the tables and their sizes."""
        sizes = ", ".join(f"{name} {len(table):,}" for name, table in self.tables().items())
        return f"<newskit.Analysis of {len(self.articles):,} articles; rows: {sizes}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th scope='row' style='text-align:left'><code>.{escape(name)}</code></th><td>{len(table):,}</td>"
            f"<td style='text-align:left'>{escape(', '.join(map(str, table.columns[:6])))}"
            f"{', ...' if len(table.columns) > 6 else ''}</td></tr>"
            for name, table in self.tables().items()
        )
        return (
            f"<table class='tex2jax_ignore'><caption>newskit analysis of {len(self.articles):,} articles</caption>"
            f"<thead><tr><th scope='col'>table</th><th scope='col'>rows</th><th scope='col'>columns</th></tr></thead>"
            f"<tbody>{rows}</tbody></table>"
        )


def analyze(articles: Articles, progress: bool = True, *, only: Iterable[str] | str | None = None) -> Analysis:
    """Make every table of a corpus, encoding each text once.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`, such as `newskit.read_articles` returns.
    progress : bool
        Show a progress bar for more than one batch of 500 articles.
    only : str or iterable of str, optional
        Names of the tables to make, where not all are needed; the others are empty frames without columns.

    Returns
    -------
    Analysis
        One attribute per table: `articles`, `sentences`, `counts`, `readability`, `readability_by_voice`, `sentiment`,
        `sentiment_by_voice`, `sentence_sentiment`, `quotes`, `speakers`, `sentiment_by_speaker`, `attribution`,
        `timeline`.

    Raises
    ------
    InputError
        If `articles` cannot be read as texts.
    UnknownNameError
        If `only` names a table that there is not.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.analyze(nk.sample(), only=["readability", "speakers"])
    <newskit.Analysis of 1 articles; rows: articles 1, readability 1, speakers 4>
    """
    frame = as_articles(articles)
    wanted = _wanted(only)
    parts: list[dict[str, pd.DataFrame]] = []
    with tqdm(total=len(frame), unit="article", disable=not progress or len(frame) <= 500) as bar:
        for part in batches(frame):
            batch = Batch(part)
            parts.append({name: make(batch) for name, make in _MAKERS.items() if name in wanted})
            bar.update(len(part))
    made = {name: stack([part[name] for part in parts]) for name in parts[0]}
    # What is made of other tables is made once for the corpus: scores, for one, cost by the call and not by the row.
    for name, (needed, make_of) in _DERIVED.items():
        if name in wanted:
            made[name] = make_of(*(made[n] for n in needed))
    asked = wanted if only is None else set([only] if isinstance(only, str) else only)
    names = [field.name for field in fields(Analysis) if field.name != "articles"]
    return Analysis(articles=frame, **{n: made[n] if n in asked else pd.DataFrame() for n in names})


def _wanted(only: Iterable[str] | str | None) -> set[str]:
    """Return the names of the tables to make: those asked for, and those they are made of."""
    known = {field.name for field in fields(Analysis)} - {"articles"}
    wanted = known if only is None else set([only] if isinstance(only, str) else only)
    for name in wanted - known:
        raise unknown_name("table of an analysis", name, known)
    return wanted.union(*(needed for name, (needed, _) in _DERIVED.items() if name in wanted))


def _who_speaks(timeline: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Say of every time named in a text whether it stands in a quotation, and whose: voice and speaker."""
    spoken: dict[tuple[str, str], list[tuple[int, int, bool, object]]] = {}
    said = quotes[quotes["kind"] != "scare"].sort_values("start", kind="stable")
    for key in zip(*(said[n] for n in ("article_id", "field", "start", "end", "kind", "speaker")), strict=True):
        article_id, field, start, end, kind, speaker = key
        spoken.setdefault((article_id, field), []).append((start, end, kind != "indirect", speaker))
    voices: list[object] = []
    speakers: list[object] = []
    for article_id, field, at, of in zip(*(timeline[n] for n in ("article_id", "field", "start", "kind")), strict=True):
        inside = None
        if of == "mention":
            known = spoken.get((article_id, field), [])
            n = bisect_right(known, at, key=lambda quote: quote[0])
            inside = next((q for q in reversed(known[max(n - NESTED, 0) : n]) if at < q[1]), None)
        voices.append(("quoted" if inside and inside[2] else "own") if of == "mention" else None)
        speakers.append(inside[3] if inside else None)
    return timeline.assign(
        voice=pd.Series(voices, index=timeline.index, dtype=timeline["voice"].dtype),
        speaker=pd.Series(speakers, index=timeline.index, dtype=timeline["speaker"].dtype),
    )


def sentiment_by_speaker(quotes: pd.DataFrame, *, lexicon: str | pd.DataFrame = DEFAULT) -> pd.DataFrame:
    """Score how positive or negative the marked quotations of each speaker sound.

    Parameters
    ----------
    quotes : pandas.DataFrame
        Table `quotes`. Direct and mixed quotations count; indirect speech and scare quotes are the outlet's words.
    lexicon : {"news", "vader"} or DataFrame
        Word list, as for `newskit.sentiment`.

    Returns
    -------
    pandas.DataFrame
        One row per article and speaker, in the order of their first quotation; NA gathers the quotations without a
        known speaker: `article_id`, `speaker`, `n_quotes`, and the columns of `newskit.sentiment`, `compound` (-1 to
        1; higher is more positive) being the mean over the sentences of the speaker's quotations. Here a sentence is
        one of the quoted words alone, without what the outlet says round them.

    Raises
    ------
    InputError
        If a column is missing, or a lexicon's frame is not as it should be.

    Examples
    --------
    >>> import newskit as nk
    >>> quotes = nk.quotes("“It is a great plan,” said Ann Lee. “It is a terrible mistake,” said Bo Hall.")
    >>> nk.sentiment_by_speaker(quotes, lexicon="vader")[["speaker", "compound"]]
       speaker  compound
    0  Ann Lee    0.6249
    1  Bo Hall   -0.6705
    """
    for column in (*_BY, "kind", "text"):
        if column not in quotes.columns:
            raise InputError(f"quotes has no column {column!r}; expected the table that newskit.quotes returns.")
    said = quotes[quotes["kind"].isin(tables.QUOTED_KINDS)]
    spoken: dict[tuple[str, object], list[str]] = {}
    for article_id, speaker, text in zip(*(said[name] for name in (*_BY, "text")), strict=True):
        spoken.setdefault((article_id, None if pd.isna(speaker) else speaker), []).append(text)
    scored = sentiment(["\n\n".join(texts) for texts in spoken.values()], lexicon=lexicon)
    keys: dict[str, list[object]] = {
        "article_id": [article_id for article_id, _ in spoken],
        "speaker": [speaker for _, speaker in spoken],
        "n_quotes": [len(texts) for texts in spoken.values()],
    }
    return tables.conform("sentiment_by_speaker", {str(name): scored[name] for name in scored.columns} | keys)


_BY = ("article_id", "speaker")
NESTED = 3  # how many quotations back one may begin that still holds a time

# Tables made of a batch, and tables made of other tables of the whole corpus.
_MAKERS: dict[str, Callable[[Batch], pd.DataFrame]] = {
    "sentences": sentences_of,
    "counts": counts_of,
    "counts_by_voice": lambda batch: counts_of(batch, voice=True),
    "sentiment": sentiment_of,
    "sentiment_by_voice": lambda batch: sentiment_of(batch, voice=True),
    "sentence_sentiment": lambda batch: sentiment_of(batch, by="sentence"),
    "quotes": quotes_of,
    "timeline": timeline_of,
}
_DERIVED: dict[str, tuple[tuple[str, ...], Callable[..., pd.DataFrame]]] = {
    "readability": (("counts",), readability_table),
    "readability_by_voice": (("counts_by_voice",), readability_table),
    "speakers": (("quotes",), speakers),
    "sentiment_by_speaker": (("quotes",), sentiment_by_speaker),
    "attribution": (("sentences", "quotes"), attribution_from),
    "timeline": (("timeline", "quotes"), _who_speaks),
}
