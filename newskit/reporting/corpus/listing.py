"""The articles as a compact table, and its ends in several orders: sorting without a script."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from newskit.grouping import own_clock
from newskit.html import MINUS, MISSING, REGION, escape, known, plural
from newskit.reporting.corpus.corpus import Corpus
from newskit.tables import QUOTED_KINDS

MOST = 3_000  # rows of the whole list: a megabyte is enough for a page
ENDS = 15  # articles at each end of an order
LONGEST = 48  # characters of a headline
_COLUMNS = {"words": 0, "F-K grade": 1, "tone": 2, "quoted": 2, "quotations": 0}


class Order(NamedTuple):
    """An order of the list: by what, and what stands at its two ends."""

    column: str
    last: str
    first: str


ORDERS = (
    Order("F-K grade", "Easiest", "Hardest"),
    Order("words", "Shortest", "Longest"),
    Order("tone", "Most negative", "Most positive"),
    Order("quoted", "Fewest quoted words", "Most quoted words"),
)


def listing(corpus: Corpus, quoted: pd.DataFrame) -> dict[str, str]:
    """Return folded tables: all articles by group and day, then the ends of each other order."""
    rows = _rows(corpus, quoted)
    in_order = rows.sort_values(["code", "day", "article"], kind="stable", na_position="last")
    n = len(rows)
    title = f"All {n:,} articles, by {corpus.key} and day"
    if n > MOST:
        title = f"{MOST:,} of {n:,} articles, by {corpus.key} and day"
    found = {title: _grouped(in_order.head(MOST), title, corpus)}
    for order in ORDERS:
        known_rows = rows[rows[order.column].notna()].sort_values(order.column, kind="stable")
        for name, part in ((order.first, known_rows[::-1]), (order.last, known_rows)):
            if len(part) > ENDS:
                found[f"{name}"] = _table(part.head(ENDS), f"{name}: first {ENDS} of {len(part):,}")
    return found


def _rows(corpus: Corpus, quoted: pd.DataFrame) -> pd.DataFrame:
    """Return one row per article: what it is called, its group and day, and its numbers."""
    articles, made = corpus.articles, corpus.made
    ids = articles["article_id"]

    def of(name: str, column: str) -> pd.Series:
        table = made[name] if name in made else quoted
        return ids.map(table.drop_duplicates("article_id").set_index("article_id")[column])

    headline = articles.get("headline", pd.Series(pd.NA, index=articles.index))
    said = made["quotes"][made["quotes"]["kind"].isin(QUOTED_KINDS)]
    return pd.DataFrame(
        {
            "article": [str(h) if known(h) else str(i) for h, i in zip(headline, ids, strict=True)],
            "code": corpus.groups.code,
            "group": corpus.names_of_articles,
            "day": own_clock(articles).dt.strftime("%Y-%m-%d"),
            "words": of("counts", "n_words").astype("Float64"),
            "F-K grade": of("readability", "flesch_kincaid"),
            "tone": of("sentiment", "compound"),
            "quoted": of("", "quoted_share"),
            "quotations": ids.map(said["article_id"].value_counts()).fillna(0),
        }
    )


def _grouped(rows: pd.DataFrame, caption: str, corpus: Corpus) -> str:
    """Return the list with a heading for each group, so that no row has to name it."""
    parts = []
    width = 2 + len(_COLUMNS)
    for code, name in enumerate(corpus.names):
        part = rows[rows["code"] == code]
        told = escape(f"{name}: {plural(len(part), 'article')}")
        parts.append(f'<tr><th scope="colgroup" colspan="{width}">{told}</th></tr>')
        parts += _lines(part)
    return _framed(caption, ["article", "day"], parts)


def _table(rows: pd.DataFrame, caption: str) -> str:
    return _framed(caption, ["article", "day"], _lines(rows))


def _lines(rows: pd.DataFrame) -> list[str]:
    cells = [rows["article"].map(_cut).tolist(), rows["day"].fillna(MISSING).tolist()]
    cells += [_numbers(rows[name], digits) for name, digits in _COLUMNS.items()]
    return [f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in zip(*cells, strict=True)]


def _numbers(column: pd.Series, digits: int) -> list[str]:
    values = column.astype("Float64").tolist()
    return [MISSING if pd.isna(v) else f"{v:.{digits}f}".replace("-", MINUS) for v in values]


def _cut(text: str) -> str:
    line = " ".join(text[: 4 * LONGEST].split())
    return escape(line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…")


def _framed(caption: str, first: list[str], lines: list[str]) -> str:
    label = escape(caption)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in (*first, *_COLUMNS))
    body = "\n".join(lines)
    return (
        f'{REGION}{label}">'
        f'<table class="list"><caption>{label}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>"
    )
