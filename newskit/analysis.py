"""Every table of a corpus at once, each text encoded once; joins between two analyses live here."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, fields
from html import escape

import pandas as pd
from tqdm import tqdm

from newskit.chronology import timeline_of
from newskit.counting import counts_of
from newskit.formulas import readability_table
from newskit.frames import Articles, as_articles, batches, stack
from newskit.listing import sentences_of
from newskit.quotation import quotes_of, speakers
from newskit.text.batch import Batch
from newskit.valence import sentiment_of


@dataclass(frozen=True, repr=False)
class Analysis:
    """All tables of a corpus; each is a DataFrame whose columns `newskit.columns` explains.

    `articles` is what was analyzed. `sentences`, `counts`, `readability`, `sentiment`, `quotes`, `speakers` and
    `timeline` are what the functions of these names return. `readability_by_voice` and `sentiment_by_voice` have one
    row for the outlet's own words and one for quoted words; `sentence_sentiment` has one row per sentence.
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
    timeline: pd.DataFrame

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return every table by its name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

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


def analyze(articles: Articles, progress: bool = True) -> Analysis:
    """Make every table of a corpus, encoding each text once.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`, such as `newskit.read_articles` returns.
    progress : bool
        Show a progress bar for more than one batch of 500 articles.

    Returns
    -------
    Analysis
        One attribute per table: `articles`, `sentences`, `counts`, `readability`, `readability_by_voice`, `sentiment`,
        `sentiment_by_voice`, `sentence_sentiment`, `quotes`, `speakers`, `timeline`.

    Raises
    ------
    InputError
        If `articles` cannot be read as texts.

    Examples
    --------
    >>> import newskit as nk
    >>> analysis = nk.analyze(nk.sample())
    >>> len(analysis.articles), len(analysis.readability)
    (1, 1)
    """
    frame = as_articles(articles)
    parts: list[dict[str, pd.DataFrame]] = []
    with tqdm(total=len(frame), unit="article", disable=not progress or len(frame) <= 500) as bar:
        for part in batches(frame):
            parts.append(_tables_of(Batch(part)))
            bar.update(len(part))
    made = {name: stack([part[name] for part in parts]) for name in parts[0]}
    # Scores cost by the call, not by the row: they are made once, on the counts of the whole corpus.
    made["readability"] = readability_table(made["counts"])
    made["readability_by_voice"] = readability_table(made.pop("counts_by_voice"))
    made["timeline"] = _who_speaks(made["timeline"], made["quotes"])
    return Analysis(articles=frame, speakers=speakers(made["quotes"]), **made)


def _tables_of(batch: Batch) -> dict[str, pd.DataFrame]:
    return {
        "sentences": sentences_of(batch),
        "counts": counts_of(batch),
        "counts_by_voice": counts_of(batch, voice=True),
        "sentiment": sentiment_of(batch),
        "sentiment_by_voice": sentiment_of(batch, voice=True),
        "sentence_sentiment": sentiment_of(batch, by="sentence"),
        "quotes": quotes_of(batch),
        "timeline": timeline_of(batch),
    }


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


NESTED = 3  # how many quotations back one may begin that still holds a time
