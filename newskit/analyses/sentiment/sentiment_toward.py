"""Sentiment toward a target: whether a sentence is for or against the one it names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.sentiment.by_group import LABELS, TOWARD_BY_GROUP
from newskit.analyses.sentiment.columns import SENTIMENT_TOWARD
from newskit.analyses.sentiment.context_features import features
from newskit.analyses.sentiment.feature import Feature
from newskit.analyses.sentiment.target_context import context_of
from newskit.analyses.sentiment.target_mentions import mentions_of_targets
from newskit.errors import InputError
from newskit.grouping import By, by_group
from newskit.inputs import Articles, as_articles, batches
from newskit.text.batch import Batch
from newskit.text.tokens import Tokens, encode
from newskit.word_lists import rows

SCALE = 100  # the weights in toward.csv are hundredths
WORDS_SHOWN = 5
# Characters on either side: a list of a thousand names without a full stop is read in linear time.
_FARTHEST = 600
MODEL = "model"
_NEEDED = ("article_id", "target", "start", "end")


@cache
def target_weights() -> dict[str, list[float]]:
    """Return feature -> weight for each of LABELS."""
    listed = rows("toward.csv.xz")
    return {name: [int(n) / SCALE for n in hundredths] for name, *hundredths in listed}


class TargetSentence(NamedTuple):
    """The sentence that a target begins in: sentence[start:end] is the target."""

    sentence: str
    start: int
    end: int
    number: int


def sentence_of(
    text: str, start: int, end: int, tokens: Tokens | None = None, i: int = 0
) -> TargetSentence:
    """Return the sentence in which text[start:end] begins."""
    found = (tokens or encode([text])).sentences(i)
    for sentence in found:
        if sentence.end > start:
            begin = max(sentence.start, start - _FARTHEST)
            stop = max(end, min(sentence.end, end + _FARTHEST))
            return TargetSentence(text[begin:stop], start - begin, end - begin, sentence.number)
    return TargetSentence(text[start:end], 0, end - start, max(len(found) - 1, 0))


def judge(found: list[Feature]) -> tuple[list[float], dict[int, list[float]]]:
    """Return the chance of each label, and what each token adds to the score of each."""
    known, total = target_weights(), [0.0, 0.0, 0.0]
    by_token: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for name, value, token in found:
        for k, weight in enumerate(known.get(name, ())):
            total[k] += weight * value
            by_token[token][k] += weight * value
    # What is said of the sentence as a whole.
    by_token.pop(-1, None)

    # Taken away, so that no score is too large for exp.
    top = max(total)
    odds = [math.exp(score - top) for score in total]
    return [o / sum(odds) for o in odds], dict(by_token)


def _scored(found: TargetSentence) -> dict[str, Any]:
    """Return the columns that say what was found."""
    context = context_of(found.sentence, found.start, found.end)
    chances, by_token = judge(features(context))
    best = chances.index(max(chances))
    words = (context.printed[token] for token in _loudest(by_token, best))
    return {
        "score": round(chances[2] - chances[0], 4),
        "label": LABELS[best],
        **{label: round(chance, 4) for label, chance in zip(LABELS, chances, strict=True)},
        "words": "; ".join(words) or None,
        "rule": MODEL,
    }


def _loudest(by_token: dict[int, list[float]], best: int) -> list[int]:
    """Return the tokens that spoke most for a label rather than the mean of the other two."""
    share = {}
    for token, scores in by_token.items():
        others = sum(scores) - scores[best]
        share[token] = scores[best] - others / 2

    speaking = [token for token in share if share[token] > 0]
    return sorted(speaking, key=lambda token: (-share[token], token))[:WORDS_SHOWN]


def _wrong(
    text: str | None,
    target: Any,
    start: Any,
    end: Any,
) -> str | None:
    """Say why a target cannot be judged; None if it can."""
    if text is None:
        return "no such article, or it has no text"
    if pd.isna(start) or pd.isna(end):
        return "no offsets"
    if not 0 <= start < end <= len(text):
        return f"offsets {start}:{end} lie outside a text of {len(text)} characters"
    piece = text[int(start) : int(end)]
    if not any(map(str.isalnum, piece)):
        return "no word at the offsets"
    if isinstance(target, str) and piece.split() != target.split():
        return "another text at the offsets"
    return None


def _named(targets: str | Iterable[Any]) -> list[str]:
    names = [targets] if isinstance(targets, str) else list(targets)
    for name in names:
        if not isinstance(name, str) or not name.strip():
            raise InputError(
                f"targets holds {name!r}; expected names to look for, "
                f"or a frame of {', '.join(_NEEDED)}."
            )
    return list(dict.fromkeys(name.strip() for name in names))


def _frame(targets: pd.DataFrame) -> list[dict[str, Any]]:
    tables.need_columns(targets, _NEEDED, "targets")
    for column in ("start", "end"):
        for row, value in zip(targets.index, targets[column], strict=True):
            if not _may_be_offset(value):
                raise InputError(
                    f"Row {row!r} of targets: {column!r} holds {value!r}; expected a whole number."
                )
    found = targets[list(_NEEDED)].to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in found]


def _may_be_offset(value: Any) -> bool:
    """Say whether a value is whole or missing; a column with a missing one holds floats."""
    if pd.isna(value):
        return True
    is_number = isinstance(value, int | float | np.integer | np.floating)
    return is_number and float(value).is_integer()


def sentiment_toward(
    articles: Articles,
    targets: str | list[str] | pd.DataFrame,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Judge whether a sentence is for, against or neutral toward someone it names.

    A small linear model of what stands round the target: words by side and distance, their valence
    in the lexicons "vader" and "news", negation, the verb that the target is subject of or hangs
    on, quotation marks. Its weights are a table (``nk.lexicons.load("toward")``). It knows no
    names. On sentences of US news that it has not seen, two in three labels are right: good enough
    to compare outlets over many sentences, not to rely on a single one.

    Parameters
    ----------
    articles : str, list of str, Series or DataFrame
        Texts, or a frame with a column `text`.
    targets : str, list of str or DataFrame
        Names to look for, as they are written: every mention counts that `newskit.mentions` finds,
        other forms of the name, pronouns and "the mayor" too. Or a frame with `article_id`,
        `target`, `start`, `end`, one row per mention, for example the speakers' mentions of
        `newskit.quotes`.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; the mentions of all its articles together.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per mention: `article_id`, `target`, `start`, `end`, `text` (as printed), `form`
        (full, short, acronym, noun or pronoun; NA with a frame), `sentence` (its number);
        `score`, the chance of positive minus that of negative (-1 to 1; higher is more favorable),
        `label` (positive, neutral or negative: the likeliest), the three chances `positive`,
        `neutral`, `negative` (0 to 1, together 1); `words`, up to five words that spoke most for
        the label; `rule`: ``model``, or why there is no score (offsets outside the text, another
        text there, no such article), the others then NA. A name that an article does not hold has
        no row in it.

        With `by`, one row per group and target, the most mentioned first: the keys, `rank`,
        `target`, `n_articles` and `n_words` (of the group), `n_mentions`, `score` (the mean over
        them), `negative_share`, `neutral_share` and `positive_share` (0 to 1, of them),
        `n_articles_with` (articles that name it), `caveats`.

    Raises
    ------
    InputError
        If `targets` is neither names nor a frame with these columns, or `articles` cannot be read
        as texts.

    Source
    ------
    Weights fitted on NewsMTSC: Hamborg, F. & Donnay, K. (2021). NewsMTSC: A Dataset for
    (Multi-)Target-dependent Sentiment Classification in Political News Articles. EACL 2021.

    Examples
    --------
    >>> import newskit as nk
    >>> text = "Critics slammed Smith as a corrupt liar. Voters praised Lee for her brave work."
    >>> nk.sentiment_toward(text, ["Smith", "Lee"])[["target", "label"]]
      target     label
    0  Smith  negative
    1    Lee  positive
    """
    frame = as_articles(articles)
    if isinstance(targets, pd.DataFrame):
        wanted = _frame(targets)
    else:
        wanted = list(mentions_of_targets(frame, _named(targets)))

    by_article: dict[str, list[int]] = defaultdict(list)
    for n, target in enumerate(wanted):
        by_article[str(target["article_id"])].append(n)

    made: dict[int, dict[str, Any]] = {}
    for part in batches(frame[frame["article_id"].isin(list(by_article))]):
        batch = Batch(part)
        for i, article in enumerate(batch.ids):
            text = part["text"].iloc[i]
            text = text if isinstance(text, str) else None
            for n in by_article[article]:
                made[n] = _row(wanted[n], text, batch.tokens(), i)

    # Targets of articles that there are not have a row, too: with the reason in it.
    rows_made = [made.get(n) or _row(target, None) for n, target in enumerate(wanted)]
    table = tables.from_rows(SENTIMENT_TOWARD, rows_made)
    return by_group(TOWARD_BY_GROUP, table, articles, by, interval)


def _row(
    target: dict[str, Any], text: str | None, tokens: Tokens | None = None, i: int = 0
) -> dict[str, Any]:
    row: dict[str, Any] = {
        name: None if pd.isna(target[name]) else target[name] for name in _NEEDED
    }
    form = target.get("form")
    # What the register says is meant may be printed as "she".
    printed = row["target"] if form is None else None
    why = _wrong(text, printed, row["start"], row["end"])
    if why or text is None:
        return {**row, "rule": why}
    row |= {"text": text[int(row["start"]) : int(row["end"])], "form": form}
    found = sentence_of(text, int(row["start"]), int(row["end"]), tokens, i)
    return {**row, "sentence": found.number, **_scored(found)}
