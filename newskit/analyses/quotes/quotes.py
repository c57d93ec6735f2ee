"""The table of quotations."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.quotes.columns import QUOTES
from newskit.analyses.quotes.speech import Quotation, quotations
from newskit.analyses.quotes.tag_sequence import tapes, tokens_of
from newskit.inputs import as_articles, batches, stack
from newskit.text.batch import Batch
from newskit.text.forms import fold
from newskit.text.reporting_verbs import reporting_verbs

FIELDS = ("headline", "standfirst", "text", "caption")
_COLUMNS = tuple(c.name for c in QUOTES)
_NO_SPEAKER, _NO_CUE = (None,) * 3, (None,) * 4


def quotes(articles: Any) -> pd.DataFrame:
    """Find who said what: every span in quotation marks and all indirect speech, its speaker, and the verb.

    Marks of all common kinds are read: “ ”, " ", ‘ ’, ' ' (where the text quotes with single marks), „ “, « »,
    ‹ ›, 「 」; not two single marks in a row (''). A mark that is never closed ends with its paragraph, unless the
    next paragraph opens with a mark: then both are one quotation; so are paragraphs of nothing but marked words that go
    on with the same speech. Without marks, the turns of a transcript (NAME: ..., two or more in a text that has marks
    elsewhere) and block quotes (paragraphs that begin with >) are read. Indirect speech (she said that ...) is covered
    where a verb of speech introduces it, not where someone thinks or does something.

    Parameters
    ----------
    articles : str, list of str, pandas.Series or pandas.DataFrame
        Texts, or a frame with a column `text`; `headline`, `standfirst` and `caption` are read where present.

    Returns
    -------
    pandas.DataFrame
        One row per marked span or span of indirect speech, in the order headline, standfirst, text, caption; spans
        nest or are apart: `article_id`; `quote_id` (from 0 in each article); `field` (column that the offsets index
        into); `paragraph` (from 0); `utterance_id` (the same for the parts of one split quotation, and for a
        paraphrase and the marked words in it); `kind` (direct: a sentence or clause, or all that is reported; mixed:
        marked words inside a paraphrase; turn: of a transcript, without marks; indirect: the paraphrase, without marks
        of its own; scare: a title, nickname or word held at arm's length); `text` (with its marks); `start`, `end`
        (characters); `speaker` (resolved name, NA when none is to be known); `speaker_type` (person, organization,
        place, document, unnamed or unknown); `speaker_mention` (as printed), `speaker_start`, `speaker_end`; `cue`
        (verb or phrase as printed), `cue_start`, `cue_end`; `cue_class` (neutral, claim, argue, ...); `n_words`; `mark`
        (opening mark; `:` for a turn of a transcript, `>` for a block quote) and `closed`, both NA for indirect speech;
        `confidence` (0 to 1, higher is surer of the speaker; a ranking set by hand, not a probability; lower where two
        people fit); `rule` (why).

    Raises
    ------
    InputError
        If there is no column `text`, or a text is not a string.

    Examples
    --------
    >>> from newskit.analyses.quotes import quotes
    >>> found = quotes('Mayor Ann Lee was blunt. "The pier is closed," she said.')
    >>> found.loc[0, ["text", "speaker", "speaker_mention", "cue"]].tolist()
    ['"The pier is closed,"', 'Ann Lee', 'she', 'said']
    """
    return stack([quotes_of(Batch(part)) for part in batches(as_articles(articles))])


def quotes_of(batch: Batch) -> pd.DataFrame:
    """Return the table of quotations of a batch; see `quotes`."""
    written = {field: tapes(batch.tokens(field)) for field in FIELDS if batch.has(field)}
    rows: list[tuple[Any, ...]] = []
    for number, article_id in enumerate(batch.ids):
        first = utterance = 0
        for field, tapes_of_field in written.items():
            tape = tapes_of_field[number]
            found = quotations(tape) if tape.letters else []
            for quote_id, quotation in enumerate(found, first):
                rows.append((article_id, quote_id, field, *_row(tape.text, quotation, utterance, number)))
            first += len(found)
            utterance += 1 + max([q.utterance for q in found], default=-1)
    columns = zip(*rows, strict=True) if rows else iter([[]] * len(_COLUMNS))
    data: dict[str, Any] = {name: list(values) for name, values in zip(_COLUMNS, columns, strict=True)}
    data["n_words"] = _n_words(batch, data["field"], data["n_words"])
    return tables.conform(QUOTES, data)


def _n_words(batch: Batch, fields: list[str], spans: list[tuple[int, int, int]]) -> list[int]:
    """Count the words of all spans (number of the text, start, end) at once."""
    counted = np.zeros(len(spans), dtype=np.int64)
    for field in set(fields):
        tokens, rows = batch.tokens(field), [i for i, f in enumerate(fields) if f == field]
        article, starts, ends = zip(*(spans[i] for i in rows), strict=True)
        lows, highs = tokens_of(tokens, np.array(article), list(starts), list(ends))
        before = np.append(0, np.cumsum(tokens.is_word))
        counted[rows] = before[np.maximum(highs, lows)] - before[lows]
    return counted.tolist()


def _row(text: str, found: Quotation, utterances: int, number: int) -> tuple[Any, ...]:
    """Return the columns from `paragraph` on; for the number of words the span that they are counted in."""
    mark, attribution, tape = found.mark, found.attribution, found.tape
    speaker: tuple[Any, ...] = _NO_SPEAKER
    cue: tuple[Any, ...] = _NO_CUE
    confidence, rule = None, "scare quote" if found.kind == "scare" else "no attribution found"
    if attribution is not None and tape is not None:
        rule = attribution.rule
        if attribution.speaker is not None:
            low, high = tape.span(*attribution.speaker)
            speaker = (text[low:high], low, high)
            confidence = round(attribution.confidence * found.speaker.factor, 3)
        if attribution.cue is not None:
            low, high = tape.span(*attribution.cue)
            cue = (text[low:high], low, high, cue_class(text[low:high]))
    return (
        mark.paragraph, utterances + found.utterance, found.kind, text[mark.start : mark.end], mark.start, mark.end,
        found.speaker.name, None if found.kind == "scare" else found.speaker.kind, *speaker, *cue,
        (number, mark.inner_start, mark.inner_end),
        mark.mark or None, mark.closed if mark.mark else None, confidence, rule,
    )  # fmt: skip


@lru_cache(maxsize=5_000)
def cue_class(cue: str) -> str | None:
    """Return the class of a cue: that of its verb in the list of reporting verbs, None when it has none.

    >>> cue_class("claims"), cue_class("according to"), cue_class("ate")
    ('claim', 'neutral', None)
    """
    if fold(cue) == "according to":
        return "neutral"
    known = reporting_verbs().get(fold(cue))
    return known[2] if known else None
