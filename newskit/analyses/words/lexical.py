"""How varied the words of a text are. These numbers do not add up: no part tells about the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from newskit import tables
from newskit.analyses.words.columns import FREQUENT_WORDS, LENGTH_DISTRIBUTION, LEXICAL_DIVERSITY
from newskit.errors import InputError
from newskit.inputs import Articles, as_articles, batches
from newskit.text.batch import Batch
from newskit.text.forms import fold, word
from newskit.text.word_counts import FUNCTION_WORDS

MTLD_THRESHOLD = 0.72  # type-token ratio at which a factor is full (McCarthy and Jarvis)


def _folded(form: str) -> str:
    """Return the word of a token in small letters, "" where it holds none."""
    found = word(form)
    return fold(found.text) if found else ""


def _words_by_article(articles: Articles) -> Iterator[tuple[str, list[str]]]:
    """Give each article's words in order, in small letters."""
    for part in batches(as_articles(articles)):
        batch = Batch(part)
        tokens = batch.tokens()
        folded = tokens.feature(_folded, object)
        for i, article_id in enumerate(batch.ids):
            yield article_id, [w for w in folded[tokens.first[i] : tokens.first[i + 1]].tolist() if w]


def lexical_diversity(articles: Articles, *, window: int = 100) -> pd.DataFrame:
    """Measure how varied the words of each text are.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    window : int
        Words in the window of the moving average.

    Returns
    -------
    pandas.DataFrame
        One row per article: `article_id`, `n_words`, `n_types` (different words, capitals aside), `type_token_ratio`
        (0 to 1, higher is more varied; falls with length, so compare texts of one length only), `mattr` (moving-average
        type-token ratio over `window` words, 0 to 1; NA for a shorter text), `mtld` (measure of textual lexical
        diversity, words, higher is more varied; NA where no factor can be had), `n_hapaxes` (words that stand once),
        `hapax_share` (0 to 1, of the types). A text without words has NA ratios.

    Raises
    ------
    InputError
        If `window` is not 1 or more.

    Notes
    -----
    None of these adds up over articles: measure the joined text instead. MATTR: Covington, M. A. & McFall, J. D.
    (2010), Cutting the Gordian knot, Journal of Quantitative Linguistics 17(2). MTLD: McCarthy, P. M. & Jarvis,
    S. (2010), MTLD, vocd-D, and HD-D, Behavior Research Methods 42(2); the mean of a pass forward and one back,
    threshold 0.72.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.lexical_diversity("The bridge is shut. The road is shut.", window=4)[["n_types", "mattr", "n_hapaxes"]]
       n_types  mattr  n_hapaxes
    0        5    1.0          2
    """
    if window < 1:
        raise InputError(f"window={window!r}: expected a number of words, 1 or more.")
    rows = []
    for article_id, words in _words_by_article(articles):
        times = Counter(words)
        once = sum(n == 1 for n in times.values())
        rows.append(
            {
                "article_id": article_id,
                "n_words": len(words),
                "n_types": len(times),
                "type_token_ratio": len(times) / len(words) if words else None,
                "mattr": mattr(words, window),
                "mtld": mtld(words),
                "n_hapaxes": once,
                "hapax_share": once / len(times) if times else None,
            }
        )
    return tables.from_rows(LEXICAL_DIVERSITY, rows)


def mattr(words: list[str], window: int) -> float | None:
    """Return the mean type-token ratio of all windows, None for fewer words than one window."""
    if len(words) < window:
        return None
    inside = Counter(words[:window])
    total = types = len(inside)
    for leaving, entering in zip(words, words[window:], strict=False):
        types += inside[entering] == 0
        inside[entering] += 1
        inside[leaving] -= 1
        types -= inside[leaving] == 0
        total += types
    return total / (len(words) - window + 1) / window


def mtld(words: list[str]) -> float | None:
    """Return the mean length of stretches that keep the type-token ratio above the threshold, both ways."""
    factors = [_factors(words), _factors(words[::-1])]
    if not all(factors):
        return None
    return sum(len(words) / f for f in factors) / 2


def _factors(words: list[str]) -> float:
    full, seen, n, ratio = 0.0, set[str](), 0, 1.0
    for one in words:
        seen.add(one)
        n += 1
        ratio = len(seen) / n
        if ratio <= MTLD_THRESHOLD:
            full, seen, n, ratio = full + 1, set(), 0, 1.0
    return full + (1 - ratio) / (1 - MTLD_THRESHOLD)


def frequent_words(articles: Articles, *, n: int = 20) -> pd.DataFrame:
    """List the most frequent content words of each text.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    n : int
        How many words for each article, at most.

    Returns
    -------
    pandas.DataFrame
        One row per article and word, the most frequent first (of equals the one that stands first): `article_id`,
        `rank` (from 1), `word` (small letters), `n`, `per_1000` (per thousand words of the article). Function words
        (``newskit.lexicons.load("function_words")``), numbers and single letters are left out.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.frequent_words("The bridge is shut. The bridge will not open.", n=2)[["word", "n", "per_1000"]]
         word  n    per_1000
    0  bridge  2  222.222222
    1    shut  1  111.111111
    """
    rows = []
    for article_id, words in _words_by_article(articles):
        content = Counter(w for w in words if len(w) > 1 and w not in FUNCTION_WORDS and not any(map(str.isdigit, w)))
        for rank, (one, times) in enumerate(content.most_common(n), 1):
            share = 1000 * times / len(words)
            rows.append({"article_id": article_id, "rank": rank, "word": one, "n": times, "per_1000": share})
    return tables.from_rows(FREQUENT_WORDS, rows)


def length_distribution(articles: Articles, *, of: str = "words") -> pd.DataFrame:
    """Count how many words, or sentences, there are of each length.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    of : {"words", "sentences"}
        Words by their letters and digits, or sentences by their words.

    Returns
    -------
    pandas.DataFrame
        One row per article and length that occurs: `article_id`, `length` (letters and digits, or words), `n` (how
        many), `share` (0 to 1, of the article's words or sentences).

    Raises
    ------
    InputError
        If `of` is something else.

    Examples
    --------
    >>> import newskit as nk
    >>> nk.length_distribution("The bridge is shut.")[["length", "n"]].values.tolist()
    [[2, 1], [3, 1], [4, 1], [6, 1]]
    """
    if of not in ("words", "sentences"):
        raise InputError(f"of={of!r}: expected 'words' or 'sentences'.")
    rows = []
    for article_id, lengths in _words_lengths(articles) if of == "words" else _sentence_lengths(articles):
        times = Counter(lengths)
        for length in sorted(times):
            share = times[length] / len(lengths)
            rows.append({"article_id": article_id, "length": length, "n": times[length], "share": share})
    return tables.from_rows(LENGTH_DISTRIBUTION, rows)


def _words_lengths(articles: Articles) -> Iterator[tuple[str, list[int]]]:
    for article_id, words in _words_by_article(articles):
        yield article_id, [sum(map(str.isalnum, w)) for w in words]


def _sentence_lengths(articles: Articles) -> Iterator[tuple[str, list[int]]]:
    for part in batches(as_articles(articles)):
        batch = Batch(part)
        tokens = batch.tokens()
        for i, article_id in enumerate(batch.ids):
            inside = slice(int(tokens.first[i]), int(tokens.first[i + 1]))
            counted = Counter(tokens.sentence[inside][tokens.is_word[inside]].tolist())
            yield article_id, list(counted.values())
