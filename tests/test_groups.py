"""Which group an article belongs to: columns, parts of the time of publication, functions."""

from __future__ import annotations

import pandas as pd
import pytest

import newskit as nk
from newskit.errors import InputError, UnknownNameError
from newskit.grouping import NOT_STATED, groups_of


def corpus(**columns) -> pd.DataFrame:
    n = len(next(iter(columns.values())))
    return pd.DataFrame({"text": [f"Rain fell in town {i}." for i in range(n)], **columns})


def test_a_column_and_what_is_missing_or_blank_in_it_comes_last() -> None:
    found = groups_of(corpus(desk=["News", None, "city", " ", "City"]), "desk")
    assert found.names == ["City", "city", "News", NOT_STATED]
    assert found.code.tolist() == [2, 3, 1, 3, 0]
    assert found.n_articles.tolist() == [1, 1, 1, 2]


def test_several_keys_give_the_combinations_that_occur() -> None:
    found = groups_of(corpus(desk=["A", "B", "A"], year=[2024, 2023, 2023]), ["desk", "year"])
    assert found.names == ["A, 2023", "A, 2024", "B, 2023"]
    assert found.code.tolist() == [1, 2, 0]
    assert list(found.keys.columns) == ["desk", "year"]


@pytest.mark.parametrize(
    ("by", "labels"),
    [
        ("year", ["2024", "2025"]),
        ("month", ["2024-12", "2025-01"]),
        ("week", ["2024-W49", "2025-W01"]),
        ("day", ["2024-12-02", "2025-01-01"]),
        ("weekday", ["Monday", "Wednesday"]),
        ("hour", ["07", NOT_STATED]),
    ],
)
def test_parts_of_the_time_of_publication(by: str, labels: list[str]) -> None:
    clocks = pd.to_datetime(["2025-01-01 00:00", "2024-12-02 07:53"])
    articles = corpus(published_local=clocks, published_precision=["day", "minute"])
    found = groups_of(articles, by)
    assert found.names == labels
    assert [found.names[n] for n in found.code] == [labels[1], labels[0]]


def test_hours_are_those_of_the_outlet_as_in_the_publishing_schedule() -> None:
    instants = pd.to_datetime(["2024-12-02 23:30"], utc=True)
    articles = corpus(published=instants, publisher=["The Hindu"])
    hour = nk.times.publishing_schedule(articles)["hour"].tolist()
    assert [int(name) for name in groups_of(articles, "hour").names] == hour == [5]
    assert groups_of(articles, "weekday").names == ["Tuesday"]


def test_an_instant_without_a_zone_has_a_month_and_no_hour() -> None:
    articles = corpus(published=pd.to_datetime(["2024-12-02 23:30"], utc=True))
    assert groups_of(articles, ["month", "hour"]).names == [f"2024-12, {NOT_STATED}"]


def test_a_column_of_the_name_of_a_part_of_the_time_is_the_column() -> None:
    assert groups_of(corpus(month=["May", "June"]), "month").names == ["June", "May"]


def test_a_column_that_was_renamed_is_known_by_its_own_name() -> None:
    frame = pd.DataFrame({"body": ["Rain fell."], "outlet": ["Daily"]})
    assert groups_of(frame, "outlet").names == groups_of(frame, "publisher").names == ["Daily"]


def test_categories_keep_their_order_and_numbers_are_sorted_as_numbers() -> None:
    size = pd.Categorical(["small", "large", "small"], categories=["small", "large", "huge"])
    assert groups_of(corpus(size=size), "size").names == ["small", "large"]
    assert groups_of(corpus(n=[10, 9, None]), "n").names == ["9", "10", NOT_STATED]


def test_a_list_in_a_cell_is_one_group() -> None:
    assert groups_of(corpus(authors=[["Ann", "Bo"], []]), "authors").names == ["Ann; Bo", NOT_STATED]


def test_a_function_of_the_articles() -> None:
    def length(articles: pd.DataFrame) -> pd.Series:
        return articles["text"].str.len() > 20

    found = groups_of(corpus(desk=["A"] * 12), length)
    assert list(found.keys.columns) == ["length"]
    assert found.names == ["False", "True"]
    unnamed = groups_of(corpus(desk=["A"]), lambda articles: articles["desk"])
    assert list(unnamed.keys.columns) == ["group"]


def test_a_table_of_groups_is_read_back() -> None:
    articles = corpus(desk=["B", "A", None])
    table = nk.groups(articles, "desk")
    assert table["desk"].tolist() == ["B", "A", NOT_STATED]
    again = groups_of(articles, table.iloc[::-1])
    assert again.code.tolist() == [1, 0, 2]
    assert again.names == ["A", "B", NOT_STATED]
    assert again.n_words.tolist() == table["n_words"].tolist() == [5, 5, 5]


def test_articles_that_a_table_of_groups_lacks_are_not_stated() -> None:
    articles = corpus(desk=["B", "A", "C"])
    found = groups_of(articles, nk.groups(articles, "desk").head(2))
    assert [found.names[n] for n in found.code] == ["B", "A", NOT_STATED]
    with pytest.raises(InputError, match="says nothing of these articles"):
        groups_of(articles, pd.DataFrame({"article_id": ["x"], "desk": ["A"]}))


def test_no_articles_are_no_groups() -> None:
    found = groups_of(corpus(desk=[]), ["desk", "month"])
    assert len(found) == len(found.members()) == 0


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("pubisher", "Did you mean 'publisher'"),
        ([], "names no groups"),
        (3, "a column of the articles"),
        (["publisher", "publisher"], "twice"),
        (lambda articles: [1], "1 values for 2 articles"),
        (pd.DataFrame({"publisher": ["A"]}), "nk.groups"),
    ],
)
def test_what_is_no_group_is_an_error_that_says_what_is(by, words: str) -> None:
    with pytest.raises((InputError, UnknownNameError), match=words):
        groups_of(corpus(publisher=["A", "B"]), by)


def test_a_table_of_other_articles_is_an_error() -> None:
    with pytest.raises(InputError, match="'9' is in the table"):
        groups_of(corpus(desk=["A"]), "desk").article_of(pd.DataFrame({"article_id": ["9"]}))
