from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import pandas as pd
import pytest

import newskit as nk
from newskit import registry, tables
from newskit.analyses.words.columns import SENTENCES
from newskit.inputs import as_articles, batches, stack
from newskit.word_lists import files as word_files
from newskit.word_lists import lexicon_file

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", list(registry.TABLES))
def test_every_table_can_be_empty_and_is_explained(name: str) -> None:
    frame = registry.empty(name)
    stated = nk.codebook(name)
    assert frame.columns.tolist() == stated["column"].tolist()
    assert len(frame) == 0
    assert [str(t) for t in frame.dtypes] == stated["dtype"].tolist()
    assert stated["meaning"].str.len().gt(10).all()
    # Grades stand on the index of the table they were made from.
    assert stated["key"].any() or name == "grades"


def test_the_codebook_has_every_table() -> None:
    book = nk.codebook()
    assert book["table"].unique().tolist() == list(registry.TABLES)
    assert not book.duplicated(["table", "column"]).any()


def test_conform_orders_fills_and_drops() -> None:
    frame = tables.conform(SENTENCES, {"text": ["a"], "article_id": ["x"], "other": [1]})
    assert frame.columns.tolist() == [c.name for c in SENTENCES]
    assert frame["n_words"].isna().all()


def test_unknown_table() -> None:
    with pytest.raises(nk.errors.UnknownNameError, match=r"There is no table named 'quote'. Did you mean 'quotes'"):
        nk.codebook("quote")


def test_as_articles_takes_what_a_user_has() -> None:
    assert as_articles("One text.")["article_id"].tolist() == ["0"]
    assert as_articles(["a", "b"])["article_id"].tolist() == ["0", "1"]
    assert as_articles(pd.Series(["a", "b"], index=["x", "y"]))["article_id"].tolist() == ["x", "y"]
    frame = pd.DataFrame({"text": ["a"], "publisher": ["P"]}, index=[7])
    made = as_articles(frame)
    assert made["article_id"].tolist() == ["7"]
    assert made["publisher"].tolist() == ["P"]
    assert frame.columns.tolist() == ["text", "publisher"], "the input is not changed"
    assert as_articles(pd.DataFrame({"text": []})).empty


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (pd.DataFrame({"rating": ["a"]}), "The table 'articles' has no column 'text'. Its columns: rating. Rename"),
        (pd.DataFrame({"article_id": [1, 1], "text": ["a", "b"]}), "article_id '1' stands for more than one article"),
        (pd.DataFrame({"article_id": ["a", None], "text": ["a", "b"]}), "Column 'article_id' is missing in row 1"),
        ([1, 2], "Row 0 of 'text' holds int 1; expected a string"),
        (42, "Expected a text, a list or Series of texts, or a DataFrame with a column 'text'; got int"),
    ],
)
def test_as_articles_says_what_is_wrong(source: object, message: str) -> None:
    with pytest.raises(nk.errors.InputError, match=message.replace("(", r"\(")):
        as_articles(source)


def test_batches_cut_and_stack_puts_together() -> None:
    frame = as_articles([str(i) for i in range(5)])
    parts = list(batches(frame, 2))
    assert [len(p) for p in parts] == [2, 2, 1]
    pd.testing.assert_frame_equal(stack(parts), frame)
    assert [len(p) for p in batches(frame.iloc[:0])] == [0]


def test_the_catalog_is_true() -> None:
    catalog = nk.lexicons.catalog()
    assert catalog["lexicon"].is_unique
    for row in catalog.itertuples():
        data = lexicon_file(row.file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == row.sha256, row.file
        assert len(nk.lexicons.load(row.lexicon)) == row.n_rows
    here = {f.name for f in lexicon_file(".").iterdir() if f.name.endswith((".csv", ".csv.xz"))}
    shipped = here - {"catalog.csv", "columns.csv"}
    assert shipped == set(catalog["file"])
    with pytest.raises(nk.errors.UnknownNameError, match=r"There is no lexicon named 'vadr'. Did you mean 'vader'"):
        nk.lexicons.load("vadr")


@pytest.mark.parametrize("rows", [["word,n", "a,1", "ab,2", "abc,", "b,3"], ["context,weight", "A,1", "A$,-2"]])
def test_a_packed_list_is_the_list(rows: list[str]) -> None:
    spec = importlib.util.spec_from_file_location("pack", ROOT / "data" / "word_lists" / "pack.py")
    pack = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(pack)
    text = "\n".join([*rows, ""])
    names, columns = word_files.unpacked(pack.packed(text))
    assert [",".join(row) for row in [names, *zip(*columns, strict=True)]] == rows
