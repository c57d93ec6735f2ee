"""Two or more articles on one event, side by side."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.analyses.names.names import names_of
from newskit.analyses.quotes.quotes import quotes_of
from newskit.analyses.timeline.timeline import timeline_of
from newskit.analyses.words.sentences import sentences_of
from newskit.comparing.comparison import Comparison
from newskit.comparing.headlines import compared_headlines
from newskit.comparing.keyness import keyness
from newskit.comparing.numbers import compared_numbers
from newskit.comparing.only_here import only_here
from newskit.comparing.people import compared_people
from newskit.comparing.quotations import compared_quotes
from newskit.comparing.sentences import compared_sentences
from newskit.comparing.times_told import compared_times
from newskit.errors import InputError
from newskit.inputs import as_articles
from newskit.places import are_places
from newskit.reading import read_articles
from newskit.text.batch import Batch

MOST = 100
"""Articles on one event; more are a corpus, for which other questions are asked."""
_LEAST_COUNT = 2  # of a word in one article


def compare(articles: Any) -> Comparison:
    """Set two or more articles on one event side by side.

    Parameters
    ----------
    articles : list of str, Series, DataFrame, or list of paths
        Two or more texts, or a frame with a column `text`, such as `newskit.read_articles` returns.
        Paths of files, or of a folder, are read with `newskit.read_articles` first.

    Returns
    -------
    Comparison
        One attribute per table: `headlines` (one row per article: headline and standfirst with what
        makes them sound certain or not, words that no other headline has, share of quoted words),
        `people` (who is named and quoted where, for how many words, with which verbs; joined across
        articles by name, whatever its accents), `quotes` (each quotation: the same, shortened,
        altered, or in one article only, with what was changed word by word), `sentences`
        (likewise), `numbers` and `times` (those of one thing together: whether they agree or
        differ), `only_here` (speakers, quotations, numbers and times of one article only) and
        `words` (`newskit.keyness` of each article against the others). `findings` says the most
        telling in words. `newskit.report(comparison, path)` writes all of it as a page,
        `newskit.plots.compared_people(comparison.people)` draws who speaks where.

    Raises
    ------
    InputError
        If there are fewer than two articles, or more than 100, or they cannot be read as texts.

    Notes
    -----
    Numbers and times are held against each other if enough of the words near them are the same
    ("14 were injured", "Twelve people were injured"): a difference is a place to look at, not an
    error, since articles may count different things at different hours. What one article lacks it
    may say in other words.

    Examples
    --------
    >>> import newskit as nk
    >>> found = nk.compare([
    ...     'Ann Lee was blunt. "We will not close the pier," Lee said. Some 14 boats sank.',
    ...     '"We won’t close the pier," said Ann Lee. Twelve boats sank.',
    ... ])
    >>> found.quotes[["relation", "speaker", "n_words"]].values.tolist()
    [['altered', 'Ann Lee', 6], ['altered', 'Ann Lee', 5]]
    >>> found.numbers[["relation", "about", "value"]].values.tolist()
    [['differs', 'boats sank', 14.0], ['differs', 'boats sank', 12.0]]
    """
    if are_places(articles):
        articles = read_articles(articles)

    frame = as_articles(articles)
    _check(frame)
    batch = Batch(frame)
    made = _made(batch)
    made["only_here"] = only_here({"articles": frame, **made})
    made["keyness"] = _words(frame)
    return Comparison(frame, made)


def _check(frame: pd.DataFrame) -> None:
    if "error" in frame.columns and frame["error"].notna().any():
        failed = frame.loc[frame["error"].notna(), ["article_id", "error"]].iloc[0]
        raise InputError(f"{failed['article_id']} could not be read: {failed['error']}")

    n = len(frame)
    if n < 2:
        raise InputError(
            f"compare() sets articles side by side: it needs two or more, and got {n}. "
            "nk.compare(['one.txt', 'another.txt']) reads two files."
        )

    if n > MOST:
        raise InputError(
            f"compare() sets up to {MOST} articles on one event side by side, and got {n:,}. "
            "Choose those of one event; for a corpus: nk.keyness(articles, by='publisher'), "
            "nk.repeated_quotes(nk.quotes(articles))."
        )


def _made(batch: Batch) -> dict[str, pd.DataFrame]:
    quotes, timeline = quotes_of(batch), timeline_of(batch)
    people = compared_people(names_of(batch), quotes)
    return {
        "compared_headlines": compared_headlines(batch, quotes, people),
        "compared_people": people,
        "compared_quotes": compared_quotes(quotes, people),
        "compared_sentences": compared_sentences(sentences_of(batch)),
        "compared_numbers": compared_numbers(batch, timeline),
        "compared_times": compared_times(batch, timeline),
    }


def _words(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the words over-used by each article; none where only one has words."""
    has_words = frame["text"].fillna("").str.contains(r"\w")
    kept = frame[has_words] if has_words.sum() > 1 else frame.iloc[:0]
    return keyness(kept, by="article_id", min_count=_LEAST_COUNT)
