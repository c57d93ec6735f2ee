"""The working of a sentiment score: each word that counted, and how it came to what it adds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from newskit import tables
from newskit.analyses.sentiment.by_group import HITS_BY_GROUP
from newskit.analyses.sentiment.columns import SENTIMENT_HITS
from newskit.analyses.sentiment.forms import Trait, stripped
from newskit.analyses.sentiment.lexicons import DEFAULT, Lexicon, chosen_lexicon, is_topic
from newskit.analyses.sentiment.scores import Weighed, weigh, without_rounding
from newskit.analyses.sentiment.vader_words import VaderWords
from newskit.grouping import By, by_group
from newskit.inputs import Articles, as_articles, batches, stack
from newskit.text.batch import Batch
from newskit.text.scopes import first_of_text
from newskit.text.tokens import Tokens

Array = npt.NDArray[Any]
COUNTED, NAMED = "listed", "part of a name: not counted"
DENIAL = "denial"


def sentiment_hits_of(
    batch: Batch, lexicon: str | pd.DataFrame | Lexicon = DEFAULT
) -> pd.DataFrame:
    """Show the working of one batch; see `sentiment_hits`."""
    tokens, words = batch.tokens(), chosen_lexicon(lexicon)
    weighed = tokens.once(weigh, words)
    by_form = words.by_form(tokens.vocabulary, weighed.words.form)
    at, rules = _rules(weighed, by_form)
    places = _places(batch, weighed.words, at)
    columns = {
        **places,
        "topic": [is_topic(text) for text in places["text"]],
        **rules,
        **_of_sentences(weighed, at, rules["contribution"]),
        "lexicon": np.full(len(at), words.name, dtype=object),
    }
    return tables.conform(SENTIMENT_HITS, columns)


def _rules(weighed: Weighed, valence_of_form: Array) -> tuple[Array, dict[str, Array]]:
    """Return the words that count and those in names, in order, and what the rules made of them."""
    hits, named = weighed.hits, weighed.words.named
    at = np.concatenate([hits.word, named])
    order = np.argsort(at, kind="stable")

    is_listed = (weighed.words.code[hits.word] & Trait.LISTED) > 0
    unused = valence_of_form[weighed.words.form[named]]
    nothing = np.zeros(len(named))
    columns = {
        "valence": np.concatenate([hits.valence, unused]),
        "boost": np.concatenate([hits.boost, nothing]),
        "negated": np.concatenate([hits.negated, nothing > 0]),
        "but": np.concatenate([hits.but, nothing + 1]),
        "contribution": np.concatenate([hits.value, nothing]),
        "rule": np.append(np.where(is_listed, COUNTED, DENIAL), [NAMED] * len(named)),
    }
    return at[order], {name: values[order] for name, values in columns.items()}


def _places(batch: Batch, words: VaderWords, at: Array) -> dict[str, Any]:
    """Return in which article and where in it each word stands, and how it is printed."""
    tokens = batch.tokens()
    article = tokens.article[words.token[at]]
    spans = np.array(list(_spans(tokens, words, at)), dtype=np.int64).reshape(-1, 2)
    texts = (tokens.texts[i] for i in article.tolist())
    return {
        "article_id": np.array(batch.ids, dtype=object)[article],
        "hit": np.arange(len(at)) - np.searchsorted(article, article),
        "sentence": first_of_text(tokens)[1][words.sentence(at)],
        "start": spans[:, 0],
        "end": spans[:, 1],
        "text": [text[a:b] for text, (a, b) in zip(texts, spans.tolist(), strict=True)],
    }


def _of_sentences(
    weighed: Weighed,
    at: Array,
    contribution: Array,
) -> dict[str, Array]:
    """Return, for each word, what its sentence adds up to."""
    home = weighed.words.sentence(at)
    total = np.bincount(home, weights=contribution, minlength=len(weighed.emphasis))
    emphasis = np.sign(without_rounding(total)) * weighed.emphasis
    return {
        "emphasis": emphasis[home],
        "sentence_sum": (total + emphasis)[home],
        "alpha": weighed.alpha[home],
        "compound": weighed.scores().compound[home],
    }


def _spans(
    tokens: Tokens,
    words: VaderWords,
    at: Array,
) -> Iterator[tuple[int, int]]:
    """Find where each word stands in its text, without the marks around it."""
    units = np.unique(words.token)
    last = np.append(units[1:], len(tokens.form)) - 1
    previous, done = -1, 0
    for k in at.tolist():
        unit = int(words.token[k])
        begin = int(tokens.start[unit])
        end = int(tokens.end[last[np.searchsorted(units, unit)]])
        # The last token of the form is in the next text.
        if end <= begin:
            end = int(tokens.end[unit])

        low = _typed(tokens.texts[int(tokens.article[unit])][begin:end])
        bare = _typed(stripped(tokens.vocabulary.forms[int(words.form[k])]))
        # "good—good": the second is looked for behind the first.
        place = low.find(bare, done if unit == previous else 0)
        # An emoji is read by its description; İ has two characters in small letters.
        if place < 0 or len(low) != end - begin:
            yield begin, end
            continue

        previous, done = unit, place + len(bare)
        yield begin + place, begin + done


def _typed(text: str) -> str:
    """Return a text in small letters with plain apostrophes, character by character."""
    return text.replace("’", "'").replace("‘", "'").lower()


def sentiment_hits(
    articles: Articles,
    *,
    lexicon: str | pd.DataFrame = DEFAULT,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Show every word that made a sentiment score, and what the rules made of it.

    In each sentence the contributions and the emphasis of its ! and ? add up to `sentence_sum`, and
    ``compound = sentence_sum / sqrt(sentence_sum ** 2 + alpha)``, rounded to four decimals.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    lexicon : {"news", "vader"} or DataFrame
        Word list, as for `newskit.sentiment`.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; the words of all its articles together.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per listed word: `article_id`, `hit` (its number), `sentence`, `start`, `end` and
        `text`; `lexicon`; `valence` (the list's; VADER's run from -4 to 4, higher is more
        positive); `topic`, whether the word names what a text is about (war, tax); `boost`, what
        boosters and dampeners added before negation; `negated`; `but`, the factor of a "but" in the
        sentence; `contribution`, what the word adds to the sum; `rule` (listed; denial; or why it
        does not count); and of its sentence `emphasis`, `sentence_sum`, `alpha` (15 for VADER's
        rules, four for each word and for three more with "news") and `compound` (-1
        to 1).

        With `by`, one row per group and word, the most frequent first: the keys, `rank`, `word`
        (small letters), `n_articles` and `n_words` (of the group), `n`, `per_1000` (words of the
        group), `contribution` (added up), `mean_contribution`, `n_articles_with` (articles that
        have it), `caveats`.

    Raises
    ------
    UnknownNameError
        If there is no such lexicon.
    InputError
        If a lexicon's frame is not as it should be, or `articles` cannot be read as texts.

    Examples
    --------
    >>> import newskit as nk
    >>> hits = nk.sentiment_hits("The plan isn’t very good.", lexicon="vader")
    >>> hits[["text", "valence", "boost", "negated", "contribution", "alpha", "compound"]]
       text  valence  boost  negated  contribution  alpha  compound
    0  good      1.9  0.293     True      -1.62282   15.0   -0.3865
    """
    frame, words = as_articles(articles), chosen_lexicon(lexicon)
    table = stack([sentiment_hits_of(Batch(part), words) for part in batches(frame)])
    return by_group(HITS_BY_GROUP, table, articles, by, interval)
