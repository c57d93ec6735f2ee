"""A table of a corpus made in parts is the table that is made of the corpus at once."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest

import newskit as nk
from newskit import registry
from newskit.comparing.keyness_in_parts import merge_keyness, reduce_keyness
from newskit.tables import InParts, read_frames
from newskit.text.signatures import FEW, SIZE, coded, estimates, jaccard, meeting, signatures
from tests.benchmarks.planted_copies import Planted, Settings

KNOWN = 892967990
IN_PARTS = {table.name: table.in_parts for table in registry.TABLES.values() if table.in_parts}


def in_parts(stated: InParts, table: pd.DataFrame, ids: list[str], size: int) -> pd.DataFrame:
    """Cut a table into parts of so many articles, reduce each, and merge."""
    cut = [ids[i : i + size] for i in range(0, len(ids), size)]
    reduced = [stated.reduce(table[table["article_id"].isin(part)]) for part in cut]
    return stated.merge(read_frames(reduced))


@pytest.fixture(scope="module")
def harbor() -> dict[str, pd.DataFrame]:
    articles = nk.load_example("harbor")
    quotes = nk.quotes(articles)
    return {"articles": articles, "quotes": quotes, "speakers": nk.speakers(quotes)}


@pytest.mark.parametrize("size", [1, 5, 100])
@pytest.mark.parametrize("name", IN_PARTS)
def test_the_same_in_parts(harbor: dict[str, pd.DataFrame], name: str, size: int) -> None:
    stated, ids = IN_PARTS[name], harbor["articles"]["article_id"].tolist()
    make = registry.table(name).make
    assert make is not None
    whole = make(harbor[stated.of])
    assert len(whole)
    pd.testing.assert_frame_equal(in_parts(stated, harbor[stated.of], ids, size), whole)


@pytest.mark.parametrize("name", IN_PARTS)
def test_no_parts_and_empty_parts(harbor: dict[str, pd.DataFrame], name: str) -> None:
    stated = IN_PARTS[name]
    nothing = stated.reduce(harbor[stated.of].iloc[:0])
    for frames in ([], [nothing], [nothing, nothing]):
        assert list(stated.merge(read_frames(frames))) == [c.name for c in registry.table(name).columns]
        assert not len(stated.merge(read_frames(frames)))


@pytest.mark.parametrize("name", IN_PARTS)
def test_what_is_kept_can_be_written(harbor: dict[str, pd.DataFrame], name: str) -> None:
    """Numbers, strings and bytes: what Parquet holds, as nothing else has to be asked."""
    reduced = IN_PARTS[name].reduce(harbor[IN_PARTS[name].of])
    for column in reduced:
        values = reduced[column].dropna()
        assert pd.api.types.is_numeric_dtype(values) or values.map(type).isin([str, bytes]).all(), column


def test_only_the_columns_that_are_needed_are_read() -> None:
    asked: list[tuple[str, ...]] = []
    reduced = [IN_PARTS["duplicates"].reduce(pd.DataFrame({"article_id": ["a"], "text": ["One."]}))]

    def read(*columns: str) -> Iterator[pd.DataFrame]:
        asked.append(columns)
        return (frame[list(columns)] for frame in reduced)

    IN_PARTS["duplicates"].merge(read)
    assert not {"runs", "figures", "names"} & set(asked[0])


def test_planted_copies_are_found_and_reports_on_one_template_are_not() -> None:
    """The benchmark in small: more articles than are compared pair by pair."""
    texts, origin = Planted(5, Settings(words=15_000)).corpus(2_400)
    table = nk.duplicates(texts)
    groups: dict[Any, list[int]] = {}
    for number, group in enumerate(table["group"]):
        if not pd.isna(group):
            groups.setdefault(group, []).append(origin[number])
    assert all(len(set(origins)) == 1 for origins in groups.values())
    assert len(groups) >= 0.9 * 120  # one in fourteen was edited so much that it is no copy


WEATHER = (
    "The weather in {0} will be mostly cloudy on {1}, with a high near {2} degrees and a low of {3}. Winds will come "
    "from the {4} at {5} to {6} miles an hour, and the chance of rain is {7} percent. The sun rises at {8} and sets "
    "at {9}. The forecast was written by a program from measurements of the weather service, and is read by nobody "
    "before it is printed; write to us if it is wrong, and we will look at it as soon as we can."
)


def test_the_weather_of_two_days_is_no_copy() -> None:
    monday = WEATHER.format("Harwick", "Monday", 14, 6, "south", 10, 15, 40, "6.51", "17.20")
    friday = WEATHER.format("Harwick", "Friday", 21, 9, "west", 12, 25, 70, "6.59", "17.11")
    corrected = monday.replace("17.20", "17.26")
    assert nk.duplicates([monday, friday, corrected])["kind"].tolist() == ["kept", "single", "near"]


@pytest.mark.parametrize("size", [1, 7, 100])
def test_keyness_in_parts(harbor: dict[str, pd.DataFrame], size: int) -> None:
    articles = harbor["articles"]
    parts = [articles.iloc[i : i + size] for i in range(0, len(articles), size)]
    read = read_frames(reduce_keyness(part, "publisher") for part in parts)
    pd.testing.assert_frame_equal(merge_keyness(read), nk.keyness(articles, "publisher"))
    other = read_frames(reduce_keyness(part) for part in parts[1:] or parts)
    rest = articles.iloc[size:] if size < len(articles) else articles
    pd.testing.assert_frame_equal(
        merge_keyness(read, reference=other, n=5), nk.keyness(articles, "publisher", reference=rest, n=5)
    )


def test_reports_on_one_template_are_compared_with_some_others_only() -> None:
    """Each of n reports agrees with every other in half of its values: pairs grow with n, not with its square."""

    def pairs(n: int) -> int:
        draw = np.random.default_rng(1)
        template = draw.integers(256, size=SIZE, dtype=np.uint8)
        own = draw.integers(256, size=(n, SIZE), dtype=np.uint8)
        return sum(map(len, meeting(np.where(draw.random((n, SIZE)) < 0.5, template, own), 0.5)))

    few, many = pairs(FEW + 1), pairs(4 * FEW)
    assert many < 4 * few * 1.5


def test_signatures_estimate_jaccard_and_are_the_same_everywhere() -> None:
    texts = [" ".join(f"w{i}" for i in range(first, first + 400)) for first in range(0, 400, 50)]
    found = coded(texts, 3).runs
    signature, sets = signatures(found), list(found.sets())
    pairs = np.array([[0, i] for i in range(1, len(texts))])
    exact = [jaccard(sets[a], sets[b]) for a, b in pairs.tolist()]
    assert np.abs(estimates(signature, pairs) - exact).max() < 4 * 0.5 / np.sqrt(SIZE)
    assert zlib.crc32(signature.tobytes()) == KNOWN  # parts made by other machines and versions meet
