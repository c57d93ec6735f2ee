"""Whatever articles are written, and as what: reading the file gives the same frame."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from newskit import tables
from newskit.errors import InputError
from newskit.reading import iter_articles, read_articles, write_articles
from newskit.reading.cleaning import clean
from newskit.reading.columns import ARTICLES
from newskit.spreadsheets import LONGEST

PHASES = (Phase.explicit, Phase.generate, Phase.shrink)
ENDINGS = ["csv", "jsonl", "parquet", "xlsx"]
ODD = [
    "=HYPERLINK(1)", "+1", "-", "@x", "NA", "nan", "None", "null", "N/A", "#N/A", "true", "007", "1e5", "1.0", "' x",
    "a,b;c\td|e", 'say ""it""', '"', "'", "\\", "\\n", "\n", "a\n\n\nb", " lead", "trail ", "_x000D_", "_x005F_",
    "[1, 2]", '["a"]', "{}", '{"a": 1}', "<p>It rained.</p>", "&amp;", "sep=;", "#", "//", "2026-03-05", "05/03/2026",
    "📰🇺🇦", "e\u0301", "ﬁ", "عربي", "漢字、", "𝔘𝔫𝔦", "12345678901234567890", "\u200b", "\ufffe", "x" * 300,
]  # fmt: skip


def _kept(text: str) -> str:
    """Return a text as read_articles gives it: clean, and not empty."""
    return clean(text) or "x"


TEXTS = st.one_of(st.sampled_from(ODD), st.text(max_size=40)).map(_kept)
LINES = TEXTS.map(lambda text: " ".join(text.split()) or "x")
# Excel counts from March 1900 on, in thousandths of a second; newskit's own clocks are whole minutes.
CLOCKS = st.datetimes(dt.datetime(1900, 3, 1), dt.datetime(2200, 1, 1)).map(lambda t: t.replace(microsecond=0))
VALUES = st.one_of(LINES, st.integers(-(2**70), 2**70), st.lists(LINES, max_size=2))
OBJECTS = st.dictionaries(LINES, VALUES, max_size=3)
CELLS: dict[str, st.SearchStrategy[Any]] = {
    tables.STRING: TEXTS,
    tables.FLAG: st.booleans(),
    tables.CLOCK: CLOCKS.map(pd.Timestamp),
    tables.INSTANT: CLOCKS.map(lambda t: pd.Timestamp(t, tz="UTC")),
    tables.LIST: st.lists(LINES, max_size=3),
}
SPECIAL = {
    "subhead_before": st.lists(st.integers(0, 99), max_size=3),
    "extra": OBJECTS.map(lambda found: json.dumps(found, ensure_ascii=False)),
    "provenance": st.just(json.dumps({"text": "rule:x"})),
}


@st.composite
def frames(draw: st.DrawFn) -> pd.DataFrame:
    ids = draw(st.lists(LINES, min_size=1, max_size=4, unique=True))
    rows = []
    for article_id in ids:
        row = {"article_id": article_id, "text": draw(TEXTS)}
        for column in ARTICLES[1:]:
            if column.name not in row and draw(st.booleans()):
                row[column.name] = draw(SPECIAL.get(column.name, CELLS[column.dtype]))
        rows.append(row)

    frame = tables.from_rows(ARTICLES, rows)
    known = {column.name for column in ARTICLES}
    names = draw(st.lists(LINES.filter(lambda name: name not in known), max_size=2, unique=True))
    for name in names:
        cells = [draw(st.one_of(st.none(), TEXTS)) for _ in ids]
        if any(cells):
            frame[name] = pd.Series(cells, dtype=object)
    return frame


def _same(found: pd.DataFrame, articles: pd.DataFrame) -> None:
    """Compare frames; what stands behind the articles table may be texts of another kind."""
    stated = [column.name for column in ARTICLES]
    pd.testing.assert_frame_equal(found[stated], articles[stated])
    assert list(found.columns) == list(articles.columns)
    for name in articles.columns.difference(stated):
        assert [None if pd.isna(c) else c for c in found[name]] == [None if pd.isna(c) else c for c in articles[name]]


@pytest.mark.parametrize("ending", ENDINGS)
@given(articles=frames())
@settings(max_examples=12, phases=PHASES, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_written_comes_back(
    tmp_path_factory: pytest.TempPathFactory, ending: str, articles: pd.DataFrame
) -> None:
    path = tmp_path_factory.mktemp("a") / f"a.{ending}"
    write_articles(articles, path)
    _same(read_articles(path), articles)
    _same(pd.concat(iter_articles(path, chunk=1), ignore_index=True), articles)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1, 32_767, 32_768, 100_000])
def test_long_texts_lose_nothing(tmp_path: Path, ending: str, length: int) -> None:
    """A cell of Excel holds 32,767 units; two for each of these."""
    texts = ["𝔘" * length, "a\n" * (length // 2) + "b", None]
    rows = [{"article_id": str(i), "text": text, "provenance": None} for i, text in enumerate(texts)]
    articles = tables.from_rows(ARTICLES, rows)
    _same(read_articles(write_articles(articles, tmp_path / f"a.{ending}")), articles)


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_half_a_character_is_refused_and_leaves_nothing(tmp_path: Path, ending: str) -> None:
    articles = tables.from_rows(ARTICLES, [{"article_id": "a", "text": "half \ud800"}])
    with pytest.raises(InputError, match="surrogate"):
        write_articles(articles, tmp_path / f"a.{ending}")
    assert not list(tmp_path.iterdir())
