"""The working of a sentiment score: every word that counted, and how its valence became what it adds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from newskit import tables
from newskit.analyses.sentiment.columns import SENTIMENT_HITS
from newskit.analyses.sentiment.forms import stripped
from newskit.analyses.sentiment.lexicons import DEFAULT, Lexicon, chosen
from newskit.analyses.sentiment.scores import Weighed, weigh
from newskit.analyses.sentiment.words import VaderWords
from newskit.inputs import Articles, as_articles, batches, stack
from newskit.text.batch import Batch
from newskit.text.scopes import first_of_text
from newskit.text.tokens import Tokens

Array = npt.NDArray[Any]
COUNTED, NAMED = "listed", "part of a name: not counted"


def sentiment_hits_of(batch: Batch, lexicon: str | pd.DataFrame | Lexicon = DEFAULT) -> pd.DataFrame:
    """Show the working of one batch; see `sentiment_hits`."""
    tokens, words = batch.tokens(), chosen(lexicon)
    weighed = weigh(tokens, words)
    hits = weighed.hits
    named = weighed.words.named
    at = np.concatenate([hits.word, named])
    zero = np.zeros(len(named))
    order = np.argsort(at, kind="stable")
    unused = words.by_form(tokens.vocabulary, weighed.words.form)[weighed.words.form[named]]
    columns = {
        "valence": np.concatenate([hits.valence, unused]),
        "boost": np.concatenate([hits.boost, zero]),
        "negated": np.concatenate([hits.negated, zero > 0]),
        "but": np.concatenate([hits.but, zero + 1]),
        "contribution": np.concatenate([hits.value, zero]),
        "rule": np.repeat(np.array([COUNTED, NAMED], dtype=object), [len(hits.word), len(named)]),
    }
    return _table(batch, weighed, at[order], {name: values[order] for name, values in columns.items()}, words.name)


def _table(batch: Batch, weighed: Weighed, at: Array, columns: dict[str, Array], name: str) -> pd.DataFrame:
    tokens, home = batch.tokens(), weighed.words.sentence(at)
    article = tokens.article[weighed.words.token[at]]
    first = np.searchsorted(article, article)
    total = np.bincount(home, weights=columns["contribution"], minlength=len(weighed.emphasis))
    emphasis = np.sign(np.where(np.abs(total) < 1e-9, 0.0, total)) * weighed.emphasis
    spans = np.array(list(_spans(tokens, weighed.words, at)), dtype=np.int64).reshape(-1, 2)
    texts = [tokens.texts[i][a:b] for i, (a, b) in zip(article.tolist(), spans.tolist(), strict=True)]
    data = {
        "article_id": np.array(batch.ids, dtype=object)[article],
        "hit": np.arange(len(at)) - first,
        "sentence": first_of_text(tokens)[1][home],
        "start": spans[:, 0],
        "end": spans[:, 1],
        "text": texts,
        "lexicon": np.full(len(at), name, dtype=object),
        **columns,
        "emphasis": emphasis[home],
        "sentence_sum": (total + emphasis)[home],
        "alpha": weighed.alpha[home],
        "compound": weighed.scores().compound[home],
    }
    return tables.conform(SENTIMENT_HITS, data)


def _spans(tokens: Tokens, words: VaderWords, at: Array) -> Iterator[tuple[int, int]]:
    """Find where each word stands in its text, without the marks around it."""
    units = np.unique(words.token)
    last = np.append(units[1:], len(tokens.form)) - 1
    previous, done = -1, 0
    for k in at.tolist():
        unit = int(words.token[k])
        begin, end = int(tokens.start[unit]), int(tokens.end[last[np.searchsorted(units, unit)]])
        text = tokens.texts[int(tokens.article[unit])]
        end = end if end > begin else int(tokens.end[unit])
        low = text[begin:end].replace("’", "'").replace("‘", "'").lower()
        bare = stripped(tokens.vocabulary.forms[int(words.form[k])]).replace("’", "'").lower()
        place = low.find(bare, done if unit == previous else 0)
        if place < 0 or len(low) != end - begin:
            yield begin, end  # an emoji, which is read by its description
            continue
        previous, done = unit, place + len(bare)
        yield begin + place, begin + done


def sentiment_hits(articles: Articles, *, lexicon: str | pd.DataFrame = DEFAULT) -> pd.DataFrame:
    """Show every word that made a sentiment score, and what the rules made of it.

    In each sentence the contributions and the emphasis of its ! and ? add up to `sentence_sum`, and
    ``compound = sentence_sum / sqrt(sentence_sum ** 2 + alpha)``, rounded to four decimals.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    lexicon : {"news", "vader"} or DataFrame
        Word list, as for `newskit.sentiment`.

    Returns
    -------
    pandas.DataFrame
        One row per listed word: `article_id`, `hit` (its number), `sentence`, `start`, `end` and `text`; `lexicon`;
        `valence` (the list's; VADER's run from -4 to 4, higher is more positive); `boost`, what boosters and dampeners
        added before negation; `negated`; `but`, the factor of a "but" in the sentence; `contribution`, what the word
        adds to the sum; `rule` (listed, or why it does not count); and of its sentence `emphasis`, `sentence_sum`,
        `alpha` (15 for VADER's rules, four for each word and for three more with "news") and `compound` (-1 to 1).

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
    frame, words = as_articles(articles), chosen(lexicon)
    return stack([sentiment_hits_of(Batch(part), words) for part in batches(frame)])
