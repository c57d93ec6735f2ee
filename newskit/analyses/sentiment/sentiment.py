"""The table `sentiment`: sentence scores gathered by unit of analysis, and by voice."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from newskit import tables
from newskit.analyses.sentiment.by_group import SENTIMENT_BY_GROUP, VOICES_BY_GROUP
from newskit.analyses.sentiment.columns import SENTIMENT
from newskit.analyses.sentiment.lexicons import DEFAULT, Lexicon, chosen_lexicon
from newskit.analyses.sentiment.scores import SentenceScores, Weighed, weigh
from newskit.errors import InputError
from newskit.grouping import By, groups_of, need_whole_articles, without_groups
from newskit.inputs import Articles, as_articles, batches, stack
from newskit.text.batch import Batch
from newskit.text.scopes import Scope, quoted_words_of_sentences, sums_between, words_of_sentences

Array = npt.NDArray[Any]
ENGINES = ("newskit", "nltk")
# What the column `lexicon` says of NLTK's numbers.
NLTK = "vader-nltk"
VOICES = ("own", "quoted")


def sentiment_of(
    batch: Batch,
    unit: str = "article",
    voice: bool = False,
    lexicon: str | pd.DataFrame | Lexicon = DEFAULT,
    engine: str = "newskit",
) -> pd.DataFrame:
    """Score one batch; see `sentiment`."""
    _check(voice, engine)
    scope = Scope(batch, unit)
    if engine == "nltk":
        scored, name = [_by_nltk(scope)], NLTK
    else:
        words = chosen_lexicon(lexicon)
        weighed = scope.tokens.once(weigh, words)
        scored = _by_voice(scope, weighed) if voice else [_whole(scope, weighed)]
        name = words.name

    keys = {k: np.repeat(np.asarray(values), len(scored)) for k, values in scope.keys().items()}
    keys["lexicon"] = np.full(scope.n * len(scored), name, dtype=object)
    if voice:
        keys["voice"] = np.array(list(VOICES) * scope.n, dtype=object)
    values = {name: _interleave([columns[name] for columns in scored]) for name in scored[0]}
    return tables.conform((*scope.columns(voice), *SENTIMENT), keys | values)


def _check(voice: bool, engine: str) -> None:
    if engine not in ENGINES:
        raise InputError(f"engine={engine!r} is unknown; expected one of {', '.join(ENGINES)}.")
    if engine == "nltk" and voice:
        raise InputError(
            "engine='nltk' cannot split voices: it has no notion of quotation marks. "
            "Use voice=False."
        )


def _interleave(columns: list[Array]) -> Array:
    """Put the values of the voices one after the other: own, quoted, own, quoted."""
    table: Array = np.stack(columns, axis=1)
    return table.reshape(-1)


def _whole(scope: Scope, weighed: Weighed) -> dict[str, Array]:
    """Return the columns of both voices together, one value per row of the scope."""
    words = weighed.n_words
    return _columns(scope, words, words > 0, weighed.all_scores)


def _by_voice(scope: Scope, weighed: Weighed) -> list[dict[str, Array]]:
    """Return the columns of each of VOICES, one value per row of the scope."""
    tokens = scope.tokens
    quoted_token = tokens.is_word & tokens.quoted
    quoted = tokens.once(quoted_words_of_sentences)
    own = weighed.n_words - quoted
    mask = _quoted_words(quoted_token, weighed.words.token)

    # A sentence belongs to the voice of most of its words; to the outlet's when they are even.
    own_sentence = (own >= quoted) & (own > 0)
    return [
        _columns(scope, own, own_sentence, weighed.scores(~mask)),
        _columns(scope, quoted, quoted > own, weighed.scores(mask)),
    ]


def _quoted_words(quoted_token: Array, first_token: Array) -> Array:
    """Say which of VADER's words are quoted: those with a quoted token in them.

    A word goes on to the token before the next word; words of one form share its tokens.
    """
    before = np.append(0, np.cumsum(quoted_token))
    # Words stand in order; np.unique, which does not know, takes ten times as long.
    begins = np.diff(first_token, prepend=-1) > 0
    starts = first_token[begins]
    ends = np.append(starts[1:], len(quoted_token))
    holds_one = before[ends] > before[starts]
    quoted: Array = holds_one[np.cumsum(begins) - 1]
    return quoted


def _columns(
    scope: Scope, n_words: Array, is_sentence: Array, scores: SentenceScores
) -> dict[str, Array]:
    """Average and sum the sentences of each row; a sentence without a word does not count."""
    counts = {
        "n_words": n_words,
        "n_sentences": is_sentence,
        "n_hits": scores.n_hits,
        "n_negated": scores.n_negated,
    }
    out = _gather(scope, n_words > 0, scores)
    for name, values in counts.items():
        out[name] = sums_between(values, scope.sentence_bounds)
    out["hits_per_100_words"] = _divide(100 * out["n_hits"], out["n_words"])
    return out


def _gather(
    scope: Scope,
    has_words: Array,
    scores: SentenceScores,
) -> dict[str, Array]:
    """Average the sentences that hold a word; rows without one are NA."""
    row = scope.sentence_row[has_words]
    n = np.bincount(row, minlength=scope.n)

    def mean(values: Array) -> Array:
        return _divide(np.bincount(row, weights=values, minlength=scope.n), n)

    compound = scores.compound[has_words]
    average = mean(compound)
    spread = np.sqrt(mean((compound - average[row]) ** 2))
    return {
        "compound": average,
        "compound_std": np.where(n > 1, spread, np.nan),
        "positive": mean(scores.positive[has_words]),
        "neutral": mean(scores.neutral[has_words]),
        "negative": mean(scores.negative[has_words]),
    }


def _divide(total: Array, n: Array) -> Array:
    out: Array = np.full(len(n), np.nan)
    return np.divide(total, n, out=out, where=n > 0)


def _by_nltk(scope: Scope) -> dict[str, Array]:
    """Return NLTK's numbers for newskit's sentences; NLTK does not say which words it found."""
    from newskit.analyses.sentiment.nltk_engine import SCORES, nltk_scores

    tokens = scope.tokens
    words = tokens.once(words_of_sentences)
    found = nltk_scores(
        text[sentence.start : sentence.end]
        for i, text in enumerate(tokens.texts)
        for sentence in tokens.sentences(i)
    )
    nothing = np.zeros(len(words), dtype=np.int64)
    compound, positive, neutral, negative = (found[name].to_numpy() for name in SCORES)
    scores = SentenceScores(compound, positive, neutral, negative, nothing, nothing)
    means = _gather(scope, words > 0, scores)
    counts = {
        "n_words": sums_between(tokens.is_word, scope.bounds),
        "n_sentences": sums_between(words > 0, scope.sentence_bounds),
    }
    return means | counts


def sentiment(
    articles: Articles,
    *,
    unit: str = "article",
    voice: bool = False,
    lexicon: str | pd.DataFrame = DEFAULT,
    engine: str = "newskit",
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Score how positive or negative texts sound, by VADER's rules, sentence by sentence.

    VADER was made for short posts in social media. On news it agrees with people moderately at
    best; it takes the topic (war, death) for the tone and names (the Liberal Party) for praise. The
    lexicon "news" does so less, not never. Compare, do not take at face value.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text` (and `headline`, for ``unit="headline"``).
    unit : {"article", "headline", "paragraph", "sentence"}
        Unit of analysis: what one row stands for. A paragraph or a sentence is told by the key
        columns `paragraph`, `sentence` (their numbers, from 0), `start` and `end` (characters of
        the text). Sentences are scored whichever it is; the others are means over them.
    voice : bool
        Two rows for each: `own` (the outlet's words) and `quoted` (words inside quotation marks,
        scare quotes left out). The words of the other voice are masked: they keep their places
        before and after the words that are scored, but have no valence and do not count in the
        shares. `compound` is the mean over the sentences with a word of the voice; for
        `n_sentences` a sentence belongs to the voice of most of its words (ties: own).
    lexicon : {"news", "vader"} or DataFrame
        Word list. "news", the default: words whose sign readers or two lists give
        (``nk.lexicons.load("news")``), names left out, denials that reach over a clause, capitals
        no louder, and the sum of a sentence weighed against its length (that of both voices).
        "vader": VADER as published. Or a frame with the columns `word` and `valence`, used with
        VADER's rules.
    engine : {"newskit", "nltk"}
        Whose numbers: newskit's, which are those of vaderSentiment but for four faults
        (`newskit.analyses.sentiment.rules` names them; the first: typographic quotation marks,
        apostrophes and dashes are read as plain ones); or what NLTK's VADER itself gives for each
        sentence as it is printed (offline, slower).
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; the sentences of all its articles together.
        `unit` is then "article" or "headline".
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        `article_id`, the keys, and `lexicon` (``"given"`` for a frame, ``"vader-nltk"`` for
        NLTK's); `n_sentences` (those with a word), `n_words`; `compound`, the mean over the
        sentences (-1 to 1; higher is more positive), and `compound_std`, its standard deviation
        over them (0 to 1; NA for fewer than two); `positive`, `neutral` and `negative`, the mean
        shares of words (0 to 1, together 1 but for rounding); `n_hits` (words in the lexicon),
        `n_negated` (those under a negation) and `hits_per_100_words`, the three NA for NLTK.
        Without a word all scores are NA.

        With `by`, one row per group (and voice): its keys, `n_articles` and the same columns but
        `lexicon`; `compound` is the mean over the sentences of all its articles; `caveats`.

    Raises
    ------
    UnknownNameError
        If there is no such lexicon.
    InputError
        If `unit` or `engine` is unknown, a lexicon's frame is not as it should be (the message
        names the row), NLTK is asked for by voice, or `articles` cannot be read as texts.
    MissingExtraError
        If NLTK is asked for and not installed.

    Source
    ------
    Hutto, C. J. & Gilbert, E. (2014). VADER: a parsimonious rule-based model for sentiment analysis
    of social media text. ICWSM-14. Rules and lexicon as in the package vaderSentiment 3.3.2.

    Examples
    --------
    >>> import newskit as nk
    >>> text = "The plan isn’t good. It is a “great success”, she said."
    >>> nk.sentiment(text, unit="sentence")[["sentence", "compound"]]
       sentence  compound
    0         0   -0.3042
    1         1    0.6351
    """
    _check(voice, engine)
    frame, words = as_articles(articles), chosen_lexicon(lexicon)
    scored = partial(_scored, frame, voice=voice, lexicon=words, engine=engine)
    if by is None:
        return without_groups(scored(unit=unit), interval)

    need_whole_articles(unit)
    summary = VOICES_BY_GROUP if voice else SENTIMENT_BY_GROUP
    # A headline has a sentence or two: of one, the mean is its score.
    scores = scored(unit="sentence" if unit == "article" else unit)
    return summary(scores, groups_of(articles, by), interval)


def _scored(frame: pd.DataFrame, **how: Any) -> pd.DataFrame:
    return stack([sentiment_of(Batch(part), **how) for part in batches(frame)])
