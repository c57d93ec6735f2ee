"""The table of quotations."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

import numpy as np
import pandas as pd

from newskit import tables
from newskit.analyses.names.tag_sequence import Array, TagSequence, tag_sequences
from newskit.analyses.quotes.by_group import QUOTES_BY_GROUP
from newskit.analyses.quotes.columns import QUOTES
from newskit.analyses.quotes.confidence import calibrated
from newskit.analyses.quotes.cues import cue_class
from newskit.analyses.quotes.echoes import share_speakers
from newskit.analyses.quotes.noun_phrases import NounPhrase
from newskit.analyses.quotes.quotation import Quotation
from newskit.analyses.quotes.speech import quotations
from newskit.analyses.quotes.surnames import name_by_text
from newskit.grouping import By, by_group
from newskit.text.batch import Batch, over_batches

FIELDS = ("headline", "standfirst", "text", "caption")
_COLUMNS = tuple(c.name for c in QUOTES if c.name != "n_words")


def quotes(
    articles: Any,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """Find who said what: every quotation and all indirect speech, its speaker, and the verb.

    Quotation marks of all common kinds are read: “ ”, " ", ‘ ’, ' ' (where the text quotes with
    single marks), „ “, « », ‹ ›, 「 」; not two single marks in a row (''). A mark that is never
    closed ends with its paragraph, unless the next paragraph opens with a mark: then both are one
    quotation. So are paragraphs of nothing but quoted words that go on with the same speech.
    Without quotation marks, two things are read: the turns of a transcript (NAME: ..., two or more
    in a text that has marks elsewhere) and block quotes (paragraphs that begin with >). Indirect
    speech (she said that ...) is covered where a verb of speech introduces it, not where someone
    thinks or does something.

    Parameters
    ----------
    articles : str, list of str, pandas.Series or pandas.DataFrame
        Texts, or a frame with a column `text`; `headline`, `standfirst` and `caption` are read
        where present.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per quoted span or span of indirect speech, in the order headline, standfirst, text,
        caption; spans nest or are apart. Columns: `article_id`; `quote_id` (from 0 in each
        article); `field` (column that the offsets index into); `paragraph` (from 0);
        `utterance_id` (the same for the parts of one split quotation, and for a paraphrase and the
        quoted words in it); `kind` (direct: a sentence or clause, or all that is reported; mixed:
        quoted words inside a paraphrase; turn: of a transcript, without marks; indirect: the
        paraphrase, without marks of its own; nested: inside another quotation, whose `quote_id` is
        `inside`; scare: a title, a nickname, or a word that the writer
        does not vouch for); `text` (with its marks); `start`, `end` (characters); `speaker`
        (resolved name, NA when it cannot be known); `also` (who else it may be, where two fit; then
        `confidence` is low); `speaker_type` (person, organization, place,
        document, unnamed or unknown); `speaker_mention` (as printed), `speaker_start`,
        `speaker_end` (characters); `cue` (verb or phrase as printed), `cue_start`, `cue_end`
        (characters); `cue_class` (neutral, claim, argue, ...); `via` (the medium it was said to or
        in, as printed: told the Post, in an interview with Sky News) and `via_type` (agency,
        broadcaster, newspaper, press, website or outlet); `n_words` (words); `mark` (opening
        mark; `:` for a turn of a transcript, `>` for a block quote) and `closed`, both NA for
        indirect speech; `confidence` (0 to 1: how often a speaker of this
        rule and reading was right, measured; lower where two people fit); `rule` (why).

        With `by`, one row per group: its keys, `n_articles` and `n_words` (of the body), `n_quotes`
        (in all fields; without nested and scare quotes), `quotes_per_article`, `n_indirect`,
        `n_quoted_words` and `quoted_share` (0 to 1, of the words of the body), `words_per_quote`,
        `named_share` (0 to 1, of the quotations: speaker with a name), `speakers_per_article`,
        `concentration` (the mean over the articles, see `newskit.speakers`), `n_articles_quoting`,
        and `caveats`.

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
    return by_group(QUOTES_BY_GROUP, over_batches(articles, quotes_of), articles, by, interval)


def quotes_of(batch: Batch) -> pd.DataFrame:
    """Return the table of quotations of a batch; see `quotes`."""
    names = filter(batch.has, FIELDS)
    tagged = {name: tag_sequences(batch.tokens(name)) for name in names}
    rows: list[tuple[Any, ...]] = []
    places: list[tuple[int, int, int]] = []
    for number, article_id in enumerate(batch.ids):
        fields = {name: next(sequences) for name, sequences in tagged.items()}
        ids: dict[int, int] = {}
        for quote_id, (name, found, utterance) in enumerate(_found_in(fields)):
            ids[id(found)] = quote_id
            inside = ids.get(id(found.outer))
            rows.append((article_id, quote_id, inside, name, *_row(fields[name], found, utterance)))
            places.append((number, found.span.inner_start, found.span.inner_end))

    data: dict[str, Any] = {
        name: list(map(itemgetter(i), rows)) for i, name in enumerate(_COLUMNS)
    }
    data["n_words"] = _n_words(batch, data["field"], np.array(places).reshape(-1, 3))
    return tables.conform(QUOTES, data)


def _found_in(fields: dict[str, TagSequence]) -> Iterator[tuple[str, Quotation, int]]:
    """Yield the quotations of an article with their field, and utterances counted through them."""
    found = {name: quotations(tagged) for name, tagged in fields.items()}
    every = [(fields[name], quotation) for name in found for quotation in found[name]]
    share_speakers(every, fields.get("headline"))
    name_by_text(every, fields.get("text"))
    first = 0
    for name in fields:
        utterance = -1
        for quotation in found[name]:
            yield name, quotation, first + quotation.utterance
            utterance = max(utterance, quotation.utterance)
        first += utterance + 1


def _row(
    tagged: TagSequence,
    found: Quotation,
    utterance: int,
) -> tuple[Any, ...]:
    """Return the columns from `paragraph` on, without `n_words`."""
    span, attribution, speaker = found.span, found.attribution, found.speaker
    mention = _printed(tagged, found, attribution.speaker)
    cue = _printed(tagged, found, attribution.cue)
    speaker_type = None if found.kind == "scare" else speaker.kind

    # Confidence is of the speaker: a rule may have found the verb alone.
    confidence = None
    if mention[0] or speaker.name:
        confidence = calibrated(attribution.confidence * speaker.factor)

    # Indirect speech has no mark, and so none that could stay open.
    mark, closed = (span.mark, span.closed) if span.mark else (None, None)
    return (
        span.paragraph, utterance, found.kind,
        tagged.text[span.start : span.end], span.start, span.end,
        speaker.name, speaker.also, speaker_type, *mention,
        *cue, cue_class(cue[0]) if cue[0] else None, *_via(tagged, found),
        mark, closed, confidence, attribution.rule,
    )  # fmt: skip


def _via(
    tagged: TagSequence,
    found: Quotation,
) -> tuple[Any, Any]:
    """Return the medium through which it came as printed, and its type."""
    if found.medium is None:
        return None, None
    return tagged.text[found.medium.start : found.medium.end], found.medium.kind


def _printed(
    tagged: TagSequence,
    found: Quotation,
    phrase: NounPhrase | None,
) -> tuple[Any, Any, Any]:
    """Return the words of a phrase, and where they begin and end."""
    if phrase is None:
        return None, None, None
    low, high = (found.tagged or tagged).offsets(*phrase)
    low, high = low + found.shift, high + found.shift
    return tagged.text[low:high], low, high


def _n_words(
    batch: Batch,
    fields: list[str],
    places: Array,
) -> list[int]:
    """Count the words of all quotations at once; a place is number of the text, start and end."""
    counted = np.zeros(len(fields), dtype=np.int64)
    for name in set(fields):
        rows = np.flatnonzero(np.array(fields) == name)
        article, starts, ends = places[rows].T

        tokens = batch.tokens(name)
        lows, highs = tokens.within(article, starts, ends)
        before = np.append(0, np.cumsum(tokens.is_word))
        counted[rows] = before[np.maximum(highs, lows)] - before[lows]
    return counted.tolist()
