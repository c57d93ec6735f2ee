"""An article with its quotations, speakers, times and colored sentences marked, as HTML that is safe to show."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from newskit.errors import InputError
from newskit.html.escaping import escape, safe_language
from newskit.html.palette import COLORS, LINES, UNKNOWN, speaker_order
from newskit.html.spans import Span, mark, paragraphs
from newskit.html.wording import known, when_text
from newskit.html.working import SENTENCES_KEY, WORDS_KEY, sentence_spans, word_spans
from newskit.html.working import STYLE as WORKING_STYLE
from newskit.tables import need_columns, one_article

_FIELDS = ("headline", "standfirst", "text", "caption")
# VADER's own bounds for calling a compound score neutral.
_NEUTRAL = 0.05
_STRONG_WORD = 2.0


def _inks() -> str:
    rules = []
    for i in range(len(COLORS) * len(LINES)):
        color = COLORS[i % len(COLORS)]
        red, green, blue = (int(color[k : k + 2], 16) for k in (1, 3, 5))
        rules.append(f".nk-k{i}{{--k:{color};--t:rgba({red},{green},{blue},.13);--l:{LINES[i % len(LINES)]}}}")
    return "\n".join(rules)


STYLE = f"""
.nk-article{{line-height:1.65;overflow-wrap:anywhere}}
.nk-article p{{white-space:pre-line;margin:0 0 .85em}}
.nk-article .nk-headline{{font-size:1.3em;font-weight:700;line-height:1.25}}
.nk-article .nk-standfirst{{font-style:italic}}
.nk-article .nk-subhead{{font-weight:700;margin:1.3em 0 .4em}}
.nk-article .nk-caption{{font-size:.9em;opacity:.85}}
.nk-q{{--k:{UNKNOWN};--t:rgba(120,120,120,.13);--l:dotted}}
{_inks()}
.nk-q{{background:var(--t);border-radius:2px}}
.nk-q{{text-decoration:underline var(--l) var(--k) 2px;text-underline-offset:.22em}}
.nk-q.nk-scare{{background:none;text-decoration-thickness:1px}}
.nk-who{{font-weight:600;border-bottom:3px double var(--k,{UNKNOWN})}}
.nk-cue{{font-style:italic;border-bottom:1px solid var(--k,{UNKNOWN})}}
.nk-time{{border:1px solid currentColor;border-radius:3px;padding:0 .2em}}
.nk-time{{-webkit-box-decoration-break:clone;box-decoration-break:clone}}
.nk-time.nk-open{{border-style:dashed}}
.nk-pos{{background:rgba(0,114,178,.12)}}.nk-neg{{background:rgba(213,94,0,.13)}}
.nk-pos.nk-strong{{background:rgba(0,114,178,.26)}}.nk-neg.nk-strong{{background:rgba(213,94,0,.28)}}
.nk-pos.nk-first::before,.nk-neg.nk-first::before{{font-size:.72em;font-weight:700;vertical-align:.35em;margin-right:.15em}}
.nk-pos.nk-first::before{{content:"+"}}.nk-neg.nk-first::before{{content:"\\2212"}}
.nk-key{{font-size:.85em;margin:0 0 1.2em;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.35em 1.2em}}
{WORKING_STYLE}
@media print,(hover:none){{.nk-time::after{{content:" [" attr(data-value) "]";font-size:.8em}}}}
""".strip()


@dataclass(frozen=True)
class Highlight:
    """One article, marked up. Jupyter shows it; `.html` and `str()` give the HTML with its style, `.body` without.

    Examples
    --------
    >>> from newskit.html import highlight
    >>> highlight("Rain & <script>").body
    '<div class="nk-article tex2jax_ignore mathjax_ignore"><p dir="auto">Rain &amp; &lt;script&gt;</p></div>'
    """

    body: str = field(repr=False)

    @property
    def html(self) -> str:
        """The marked article with the style it needs, to be put into any page."""
        return f"<style>{STYLE}</style>{self.body}"

    def _repr_html_(self) -> str:
        return self.html

    def __str__(self) -> str:
        """Return the same as `.html`."""
        return self.html


def highlight(
    article: str | pd.Series | pd.DataFrame,
    *,
    quotes: pd.DataFrame | None = None,
    timeline: pd.DataFrame | None = None,
    sentiment: pd.DataFrame | None = None,
    words: pd.DataFrame | None = None,
    sentences: pd.DataFrame | None = None,
) -> Highlight:
    """Show an article with what was found in it marked where it stands.

    Parameters
    ----------
    article : str, pandas.Series or pandas.DataFrame
        A text, one row of `articles`, or a frame with exactly one row. Of a row the headline, standfirst,
        text with its subheads and caption are shown.
    quotes : pandas.DataFrame, optional
        Table `quotes`: each quotation gets its speaker's color and line; speaker and cue are marked too.
    timeline : pandas.DataFrame, optional
        Table `timeline`: each time that the article names is boxed and says what it was resolved to.
    sentiment : pandas.DataFrame, optional
        Sentiment by sentence (`start`, `end`, `compound`): blue and + for positive, orange and - for negative. Or
        the table `sentiment_hits`: the words that made the scores, in the same colors.
    words : pandas.DataFrame, optional
        Table `words`: long, many-syllabled, hard and unfamiliar words are marked, each with its counts, so that every
        number of `counts` can be checked by hand.
    sentences : pandas.DataFrame, optional
        Table `sentences`: a bar where each sentence ends, with its number of words.

    Returns
    -------
    Highlight
        Shows itself in Jupyter; `.html` is the same as a string. All text of the article is escaped.

    Raises
    ------
    InputError
        If there is not exactly one article, a table lacks a column, or its offsets lie outside the text.

    Examples
    --------
    >>> from newskit.html import highlight
    >>> highlight("Rain at noon.").body
    '<div class="nk-article tex2jax_ignore mathjax_ignore"><p dir="auto">Rain at noon.</p></div>'
    """
    row = _one_row(article)
    article_id = row.get("article_id")
    tables = {"quotes": quotes, "timeline": timeline, "sentiment": sentiment, "words": words, "sentences": sentences}
    mine = {name: one_article(frame, article_id, name) for name, frame in tables.items() if frame is not None}
    spans: dict[str, list[Span]] = {name: [] for name in _FIELDS}
    for name, column, span in _all_spans(mine):
        if column in spans:
            spans[column].append(_checked(span, row, column, name))
    language = safe_language(row.get("language"))
    lang = f' lang="{escape(language)}"' if language else ""
    parts = [_block(row, column, spans[column]) for column in _FIELDS if known(row.get(column))]
    key = _key(mine)
    return Highlight(f'<div class="nk-article tex2jax_ignore mathjax_ignore"{lang}>{key}{"".join(parts)}</div>')


def _one_row(article: Any) -> dict[str, Any]:
    if isinstance(article, str):
        return {"text": article}
    if isinstance(article, pd.DataFrame):
        if len(article) != 1:
            raise InputError(
                f"highlight() shows one article; the frame has {len(article)} rows. Choose one: articles.iloc[[0]]."
            )
        article = article.iloc[0]
    if not isinstance(article, pd.Series):
        raise InputError(f"Expected a text or one row of articles; got {type(article).__name__}.")
    if "text" not in article.index:
        raise InputError(f"The row has no 'text'. It has: {', '.join(map(str, article.index)) or 'nothing'}.")
    return {str(k): v for k, v in article.items()}


def _checked(span: Span, row: dict[str, Any], column: str, table: str) -> Span:
    text = row.get(column)
    length = len(text) if isinstance(text, str) else 0
    if 0 <= span.start <= span.end <= length:
        return span
    raise InputError(
        f"A row of {table!r} marks {column}[{span.start}:{span.end}], but that {column} has {length} characters. "
        "Is it the table of another article?"
    )


def _all_spans(tables: dict[str, pd.DataFrame]) -> Iterator[tuple[str, str, Span]]:
    if "sentiment" in tables:
        found = _word_spans if "contribution" in tables["sentiment"].columns else _sentence_spans
        yield from (("sentiment", "text", span) for span in found(tables["sentiment"]))
    for name, spans_of in (("sentences", sentence_spans), ("words", word_spans)):
        if name in tables:
            yield from ((name, "text", span) for span in spans_of(tables[name]))
    if "quotes" in tables:
        yield from (("quotes", *found) for found in _quote_spans(tables["quotes"]))
    if "timeline" in tables:
        yield from (("timeline", *found) for found in _time_spans(tables["timeline"]))


def _rows(frame: pd.DataFrame, columns: tuple[str, ...], name: str) -> Iterator[dict[str, Any]]:
    need_columns(frame, columns, name)
    for record in frame.to_dict("records"):
        if known(record["start"]) and known(record["end"]):
            yield {str(k): v if known(v) else None for k, v in record.items()}


def _sentence_spans(frame: pd.DataFrame) -> Iterator[Span]:
    for row in _rows(frame, ("start", "end", "compound"), "sentiment"):
        score = row["compound"]
        if score is None or abs(score) < _NEUTRAL:
            continue
        side = "pos" if score > 0 else "neg"
        strength = " nk-strong" if abs(score) >= 0.5 else ""
        title = f"{'positive' if score > 0 else 'negative'} sentence: compound {score:+.2f} of -1 to 1"
        yield Span(int(row["start"]), int(row["end"]), f"nk-{side}{strength}", (("title", title),), rank=0)


def _word_spans(frame: pd.DataFrame) -> Iterator[Span]:
    for row in _rows(frame, ("start", "end", "contribution"), "sentiment"):
        adds = row["contribution"]
        if adds:
            css = f"nk-{'pos' if adds > 0 else 'neg'}{' nk-strong' if abs(adds) >= _STRONG_WORD else ''}"
            title = f"adds {adds:+.2f} to its sentence"
            yield Span(int(row["start"]), int(row["end"]), css, (("title", title),), rank=0)


def _quote_spans(frame: pd.DataFrame) -> Iterator[tuple[str, Span]]:
    ink = {name: f" nk-k{i % (len(COLORS) * len(LINES))}" for i, name in enumerate(_order(frame))}
    for row in _rows(frame, ("field", "start", "end", "speaker", "kind"), "quotes"):
        where, who, kind = row["field"] or "text", row["speaker"], row["kind"] or "quotation"
        color = ink.get(who, "")
        said = f"{kind}: words of {who}" if who else f"{kind}: speaker not known"
        css = "nk-q nk-scare" if kind == "scare" else f"nk-q{color}"
        title = "scare quotes: no one is quoted" if kind == "scare" and not who else said
        yield where, Span(int(row["start"]), int(row["end"]), css, (("title", title),), rank=1)
        for part, css, what in (("speaker", "nk-who", f"speaker: {who}"), ("cue", "nk-cue", _cue(row))):
            if row.get(f"{part}_start") is not None and row.get(f"{part}_end") is not None:
                start, end = int(row[f"{part}_start"]), int(row[f"{part}_end"])
                yield where, Span(start, end, css + color, (("title", what),), rank=2)


def _order(quotes: pd.DataFrame) -> list[str]:
    need_columns(quotes, ("field", "kind", "start", "speaker"), "quotes")
    return speaker_order(quotes)


def _cue(row: dict[str, Any]) -> str:
    cue_class = row.get("cue_class")
    return f"cue: {row.get('cue') or ''}" + (f" ({cue_class})" if cue_class else "")


def _time_spans(frame: pd.DataFrame) -> Iterator[tuple[str, Span]]:
    for row in _rows(frame, ("kind", "field", "start", "end", "time_from", "time_to"), "timeline"):
        if row["kind"] != "mention":
            continue
        value = when_text(row["time_from"], row["time_to"], row.get("precision"), row.get("timex_type"))
        attributes = (("title", f"time: {value}"), ("data-value", value))
        css = "nk-time" if row["time_from"] is not None else "nk-time nk-open"
        yield row["field"] or "text", Span(int(row["start"]), int(row["end"]), css, attributes, rank=3)


def _block(row: dict[str, Any], column: str, spans: list[Span]) -> str:
    text = str(row[column])
    if column != "text":
        return f'<p dir="auto" class="nk-{column}">{mark(text, spans)}</p>'
    subheads = _subheads(row)
    blocks = paragraphs(text)
    out = []
    for number, ((start, end), mine) in enumerate(zip(blocks, _clip(spans, blocks), strict=True)):
        out += [f'<p dir="auto" class="nk-subhead">{escape(s)}</p>' for s in subheads.pop(number, ())]
        out.append(f'<p dir="auto">{mark(text[start:end], mine)}</p>')
    out += [f'<p dir="auto" class="nk-subhead">{escape(s)}</p>' for rest in subheads.values() for s in rest]
    return "".join(out)


def _subheads(row: dict[str, Any]) -> dict[int, list[str]]:
    heads, before = row.get("subheads"), row.get("subhead_before")
    found: dict[int, list[str]] = {}
    if known(heads) and known(before):
        for text, number in zip(list(heads or ()), list(before or ()), strict=False):
            found.setdefault(int(number), []).append(str(text))
    return found


def _clip(spans: list[Span], blocks: list[tuple[int, int]]) -> list[list[Span]]:
    """Give each paragraph its piece of each span; only the first piece of a sentence is told to carry its sign."""
    mine: list[list[Span]] = [[] for _ in blocks]
    ends = [end for _, end in blocks]
    for span in spans:
        first = " nk-first" if span.rank == 0 else ""
        for number in range(bisect_right(ends, span.start), len(blocks)):
            start, end = blocks[number]
            if start >= span.end:
                break
            left, right = max(span.start, start) - start, min(span.end, end) - start
            mine[number].append(span._replace(start=left, end=right, css=span.css + first))
            first = ""
    return mine


def _key(tables: dict[str, pd.DataFrame]) -> str:
    entries = _quote_key(tables["quotes"]) if "quotes" in tables else []
    if "timeline" in tables and (tables["timeline"]["kind"] == "mention").any():
        entries.append('<span class="nk-time" data-value="what it means">boxed</span> a time the article names')
    if "sentiment" in tables and len(tables["sentiment"]):
        what = "word" if "contribution" in tables["sentiment"].columns else "sentence"
        entries.append(f'<span class="nk-pos nk-first">positive</span> {what}')
        entries.append(f'<span class="nk-neg nk-first">negative</span> {what}')
    entries += [*(WORDS_KEY if "words" in tables else ()), *(SENTENCES_KEY if "sentences" in tables else ())]
    items = "".join(f"<li>{entry}</li>" for entry in entries)
    return f'<ul class="nk-key" aria-label="Key">{items}</ul>' if entries else ""


def _quote_key(quotes: pd.DataFrame) -> list[str]:
    entries = [
        f'<span class="nk-q nk-k{i % (len(COLORS) * len(LINES))}">{escape(name)}</span> quoted'
        for i, name in enumerate(speaker_order(quotes))
    ]
    scare = quotes["kind"].fillna("") == "scare"
    if (quotes["speaker"].isna() & ~scare).any():
        entries.append('<span class="nk-q">gray</span> quoted, speaker not known')
    if scare.any():
        entries.append('<span class="nk-q nk-scare">thin</span> set apart, no one quoted')
    return entries
