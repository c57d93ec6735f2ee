"""The class corpus: 24 articles, and each planted fact found, or missed, as its data card says."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pandas as pd
import pytest

import newskit as nk
from newskit.reading.columns import ARTICLES
from tests.harbor_checks import CHECKS, Corpus

FOLDER = Path(nk.__file__).parent / "samples" / "harbor"
PLANTED = pd.read_csv(FOLDER / "planted.csv", keep_default_na=False)
OUTLETS = {"The Compass": 6, "Daily Whistle": 6, "SPB News": 6, "Wirehall": 6}
FORMS = {"text": 4, "docx": 1, "mhtml": 1, "html": 6, "csv": 6, "jsonl": 6}
LEAST_FOUND = 0.9
SECONDS = 0.5


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus("harbor")


def test_articles_are_read_from_their_files(corpus: Corpus) -> None:
    articles = corpus.articles
    assert list(articles.columns) == [column.name for column in ARTICLES]
    assert articles["publisher"].value_counts().to_dict() == OUTLETS
    assert articles["format"].value_counts().to_dict() == FORMS
    assert articles["error"].isna().all()
    assert articles["published"].notna().all()
    assert articles["text"].str.split().str.len().between(150, 460).all()
    assert articles["provenance"].map(json.loads).map(bool).all()


def test_each_file_of_an_outlet_is_read(corpus: Corpus) -> None:
    files = {path.name for path in FOLDER.glob("*/*")}
    assert files == set(corpus.articles["source"])


def test_corpus_is_read_in_half_a_second() -> None:
    nk.load_example("harbor")
    times = []
    for _ in range(3):
        begun = time.process_time()
        nk.load_example("harbor")
        times.append(time.process_time() - begun)
    assert min(times) < SECONDS


@pytest.mark.parametrize("number", PLANTED.index, ids=PLANTED["article"] + "/" + PLANTED["kind"])
def test_planted(corpus: Corpus, number: int) -> None:
    """What the card says is found is found; what it says is missed, or not looked for, is not."""
    fact = PLANTED.loc[number]
    assert CHECKS[fact.kind](corpus, fact) == (fact.expect == "found"), fact.to_dict()


def test_each_miss_says_why() -> None:
    missed = PLANTED[PLANTED["expect"] != "found"]
    assert missed["note"].str.len().gt(0).all()
    assert set(PLANTED["expect"]) == {"found", "missed", "not looked for"}


def test_nearly_all_is_found() -> None:
    looked_for = PLANTED[PLANTED["expect"] != "not looked for"]
    assert (looked_for["expect"] == "found").mean() >= LEAST_FOUND
