"""One article in five versions: what its data card says of each step is found, or missed, as it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import newskit as nk

FOLDER = Path(nk.__file__).parent / "samples" / "harbor-versions"
PLANTED = pd.read_csv(FOLDER / "planted.csv", keep_default_na=False)
LEAST_FOUND = 0.9
Tables = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def tables() -> Tables:
    versions = nk.load_example("harbor-versions")
    made = ("changes", "word_changes", "updates", "quote_changes")
    return {name: getattr(nk.revisions, name)(versions) for name in made}


def holds(column: pd.Series, words: str) -> pd.Series:
    """Return where a column holds the words; no words, where it is empty."""
    return column.fillna("").str.contains(words, regex=False) if words else column.isna()


def words_changed(field: str) -> Callable[[Tables, pd.Series], bool]:
    def found(tables: Tables, fact: pd.Series) -> bool:
        rows = tables["word_changes"]
        rows = rows[rows["field"] == field]
        return bool((holds(rows["removed"], fact["where"]) & holds(rows["added"], fact.what)).any())

    return found


def operation(tables: Tables, fact: pd.Series) -> bool:
    rows = tables["changes"]
    rows = rows[rows["operation"] == fact.kind]
    here = holds(rows["old_text"], fact["where"])
    there = rows["direction"] == fact.what if fact.kind == "moved" else holds(rows["new_text"], fact.what)
    return bool((here & there).any())


def stamp(tables: Tables, fact: pd.Series) -> bool:
    rows = tables["updates"]
    return bool((rows["updated_moved"] & (rows["updated_to"] == pd.Timestamp(fact.what))).any())


def notice(tables: Tables, fact: pd.Series) -> bool:
    rows = tables["changes"]
    noted = holds(rows["new_text"], fact.what) & rows["notice"].notna()
    return bool(noted.any()) and tables["updates"]["notice"].all()


def no_notice(tables: Tables, fact: pd.Series) -> bool:
    return not tables["updates"]["notice"].any()


def unannounced(tables: Tables, fact: pd.Series) -> bool:
    return tables["updates"]["unannounced"].fillna(False).all()


def source_named(tables: Tables, fact: pd.Series) -> bool:
    rows = tables["quote_changes"]
    is_it = (rows["speaker_before"] == fact["where"]) & (rows["speaker_after"] == fact.what)
    return bool((is_it & (rows["attribution"] == "named")).any())


def altered_quote(tables: Tables, fact: pd.Series) -> bool:
    rows = tables["quote_changes"]
    rows = rows[rows["change"] == "altered"]
    return bool((holds(rows["old_text"], fact["where"]) & holds(rows["new_text"], fact.what)).any())


def in_notice(tables: Tables, fact: pd.Series) -> bool:
    rows = tables["changes"]
    return rows.loc[holds(rows["new_text"], fact.what), "in_notice"].fillna(False).any()


def not_in_notice(tables: Tables, fact: pd.Series) -> bool:
    rows = tables["changes"]
    return not rows.loc[holds(rows["old_text"], fact["where"]), "in_notice"].fillna(False).any()


CHECKS: dict[str, Callable[[Tables, pd.Series], bool]] = {
    "headline": words_changed("headline"),
    "standfirst": words_changed("standfirst"),
    "number": words_changed("text"),
    **dict.fromkeys(("edited", "added", "deleted", "moved", "merged", "split"), operation),
    "stamp": stamp,
    "notice": notice,
    "no_notice": no_notice,
    "unannounced": unannounced,
    "source_named": source_named,
    "altered_quote": altered_quote,
    "in_notice": in_notice,
    "not_in_notice": not_in_notice,
}


def test_versions_are_those_of_one_article() -> None:
    versions = nk.load_example("harbor-versions")
    assert versions["version"].tolist() == [1, 2, 3, 4, 5]
    assert versions["article_id"].unique().tolist() == ["compass-3"]
    assert versions["captured"].is_monotonic_increasing
    assert (versions["published"] < versions["captured"]).all()
    assert (versions["updated"].fillna(versions["published"]) < versions["captured"]).all()


def test_second_version_is_the_article_of_the_corpus() -> None:
    article = nk.load_example("harbor").set_index("article_id").loc["compass-3"]
    version = nk.load_example("harbor-versions").iloc[1]
    for column in ("headline", "standfirst", "text", "published", "updated", "authors"):
        assert version[column] == article[column], column


@pytest.mark.parametrize("number", PLANTED.index, ids=PLANTED["kind"] + "/" + PLANTED["where"] + PLANTED["what"])
def test_planted(tables: Tables, number: int) -> None:
    fact = PLANTED.loc[number]
    step = {
        name: table[(table["version_from"] == fact["from"]) & (table["version_to"] == fact["to"])]
        for name, table in tables.items()
    }
    assert bool(CHECKS[fact.kind](step, fact)) == (fact.expect == "found"), fact.to_dict()


def test_nearly_all_is_found() -> None:
    assert (PLANTED["expect"] == "found").mean() >= LEAST_FOUND
    assert PLANTED.loc[PLANTED["expect"] == "missed", "note"].str.len().gt(0).all()
