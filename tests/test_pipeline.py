from __future__ import annotations

import copy
import pickle
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

import newskit as nk
from docs._ext import generated_pages
from newskit import cli, registry
from newskit.tables import ARTICLE_ID, WHOLE, Column, Table
from newskit.text import batch
from newskit.text.batch import Batch
from tests.texts import PASSAGES


def articles() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "article_id": [f"a{i}" for i in range(len(PASSAGES))],
            "text": PASSAGES,
            "headline": ["Port shuts ferry line", pd.NA, "‘Reckless’ plan", "", "A line"],
            "published": pd.to_datetime(["2024-11-30T10:00Z"] * len(PASSAGES)),
        }
    )


def test_analysis_holds_what_the_functions_give() -> None:
    made = nk.analyze(articles(), progress=False)
    pd.testing.assert_frame_equal(made.sentences, nk.sentences(articles()))
    pd.testing.assert_frame_equal(made.counts, nk.counts(articles()))
    pd.testing.assert_frame_equal(made.readability, nk.readability(articles()))
    pd.testing.assert_frame_equal(made.readability_by_voice, nk.readability(articles(), voice=True))
    pd.testing.assert_frame_equal(made.sentiment, nk.sentiment(articles()))
    pd.testing.assert_frame_equal(made.sentence_sentiment, nk.sentiment(articles(), unit="sentence"))
    pd.testing.assert_frame_equal(made.quotes, nk.quotes(articles()))
    pd.testing.assert_frame_equal(made.speakers, nk.speakers(made.quotes))
    pd.testing.assert_frame_equal(made.sentiment_by_speaker, nk.sentiment_by_speaker(made.quotes))
    who = ["voice", "speaker"]  # joined by analyze
    pd.testing.assert_frame_equal(made.timeline.drop(columns=who), nk.timeline(articles()).drop(columns=who))


def test_each_text_is_encoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: Counter[str] = Counter()
    encode = batch.encode

    def counting(texts: list[str]) -> object:
        seen.update(t for t in texts if t)
        return encode(texts)

    monkeypatch.setattr(batch, "encode", counting)
    nk.analyze(articles(), progress=False)
    assert all(seen[text] == 1 for text in PASSAGES)
    assert max(seen.values()) == 1


def test_rows_follow_the_articles_over_batches() -> None:
    many = pd.concat([articles().assign(article_id=lambda f, k=k: f["article_id"] + f"-{k}") for k in range(120)])
    made = nk.analyze(many, progress=False)
    assert made.readability["article_id"].tolist() == many["article_id"].tolist()
    for name, table in made.tables().items():
        assert set(table["article_id"]) <= set(many["article_id"]), name
        dtypes = {c: str(t) for c, t in table.dtypes.items()}
        alone = {c: str(t) for c, t in nk.analyze(articles(), progress=False).tables()[name].dtypes.items()}
        assert dtypes == alone, name


def test_nothing_is_mutated() -> None:
    before = articles()
    given = before.copy(deep=True)
    nk.analyze(given, progress=False)
    pd.testing.assert_frame_equal(given, before)


def test_no_articles_give_empty_tables_with_their_columns() -> None:
    made = nk.analyze(pd.DataFrame({"article_id": [], "text": []}), progress=False)
    for name, table in made.tables().items():
        assert len(table) == 0, name
    for name in ("sentences", "quotes", "speakers", "timeline"):
        assert getattr(made, name).columns.tolist() == nk.codebook(name)["column"].tolist()


@pytest.mark.parametrize(
    "text", ["", "   ", "...", "word", "😀", "مرحبا بالعالم.", None, "<script>alert(1)</script>", "\ud800"]
)
def test_odd_texts_keep_their_row(text: str | None) -> None:
    texts = pd.Series([text, PASSAGES[0]], dtype="object")  # Arrow-backed strings cannot hold a lone surrogate
    made = nk.analyze(pd.DataFrame({"article_id": ["odd", "fine"], "text": texts}), progress=False)
    assert made.readability["article_id"].tolist() == ["odd", "fine"]
    assert made.sentiment["article_id"].tolist() == ["odd", "fine"]


def test_every_table_of_the_registry_can_be_asked_for() -> None:
    able = [t.name for t in registry.TABLES.values() if t.is_made_by_analyze]
    made = nk.analyze(articles().assign(provenance="{}", dropped="[]"), progress=False, only=able)
    assert list(made.tables()) == ["articles", *able]
    assert set(able) < set(dir(made))


def test_an_analysis_can_be_copied_and_pickled() -> None:
    made = nk.analyze("A bridge was closed on Friday, the mayor said.")
    for twin in (copy.copy(made), pickle.loads(pickle.dumps(made))):
        pd.testing.assert_frame_equal(twin.quotes, made.quotes)


def test_a_table_is_registered_in_one_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One entry in a room makes a table of `analyze`, of the codebook, of the docs and of the command line."""

    def commas_of(batch: Batch) -> pd.DataFrame:
        texts = batch.tokens().texts
        return pd.DataFrame({"article_id": batch.ids, "n_commas": [text.count(",") for text in texts]})

    columns = (ARTICLE_ID, Column("n_commas", WHOLE, "commas", "commas in the text"))
    new = Table("commas", columns, "one row per article", from_batch=commas_of)
    monkeypatch.setitem(registry.TABLES, new.name, new)

    assert nk.analyze("One, two, three.", only="commas").commas["n_commas"].tolist() == [2]
    assert nk.codebook("commas")["column"].tolist() == ["article_id", "n_commas"]
    assert "## commas" in generated_pages.tables_page()
    (tmp_path / "a.txt").write_text("One, two, three.\n\nFour, five.\n", encoding="utf-8")
    assert cli.main(["tables", str(tmp_path / "a.txt"), "-o", str(tmp_path), "--only", "commas"]) == 0
    assert (tmp_path / "commas.csv").read_text(encoding="utf-8").startswith("article_id,n_commas")
    assert "commas" in capsys.readouterr().out


def test_repr_names_the_tables() -> None:
    made = nk.analyze(articles(), progress=False)
    assert repr(made).startswith("<newskit.Analysis of 5 articles: ")
    assert "; rows: articles 5, " in repr(made)
    html = made._repr_html_()
    assert "<code>.quotes</code>" in html
    assert html.count("<tr>") == len(made.tables()) + 1


def test_times_know_who_speaks_of_them() -> None:
    text = '"We will close on Friday," said Ann Lee. It rained last week. The port shut in "May 2021".'
    made = nk.analyze(text).timeline
    assert made["voice"].tolist()[:2] == ["quoted", "own"]
    assert made["speaker"].fillna("").tolist()[:2] == ["Ann Lee", ""]
    assert nk.timeline(text)["voice"].isna().all()


def test_only_some_tables() -> None:
    made = nk.analyze(articles(), progress=False, only=["readability", "timeline"])
    assert list(made.tables()) == ["articles", "readability", "timeline"]
    pd.testing.assert_frame_equal(made.readability, nk.readability(articles()))
    pd.testing.assert_frame_equal(made.timeline, nk.analyze(articles(), progress=False).timeline)
    with pytest.raises(nk.errors.NotMadeError, match=r"counts was not made: newskit.analyze\(articles, only="):
        made.counts  # noqa: B018
    with pytest.raises(AttributeError, match="an Analysis has no attribute 'sentimant'"):
        made.sentimant  # noqa: B018
    assert not hasattr(made, "cue_verbs")
    with pytest.raises(nk.errors.UnknownNameError, match=r"There is no table of an analysis named 'readib"):
        nk.analyze(articles(), only="readibility")
