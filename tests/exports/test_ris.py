"""RIS of archives and of Zotero: invented records."""

from __future__ import annotations

import pytest

from tests.datasets.test_datasets import check
from tests.exports.reading import cells, read

RIS = """TY  - NEWS
T1  - Ferry sails again: Nobody cheered
AU  - Bell, Ann
AU  - Moor, Karl
T2  - The Harbor Post
Y1  - 2022
DA  - 2022/05/02/
SP  - A.7
AB  - The ferry sailed at noon.
It was the first
time in a year.
KW  - Ferries
KW  - Harbors
UR  - https://www.proquest.example/docview/1234567890
AN  - 1234567890
LA  - English
ER  -

TY  - MGZN
TI  - March 5, 2002: a day of ferries
JF  - The Bay Courier (Dullport)
Y1  - 2002/03/06/
N2  - AU - this looks like a label, says the ferry
ER  -
TY  - NEWS
JF  - The Bay Courier
PY  - 2003
AU  -
ER  -
"""
EXPECTED = [
    {
        "headline": "Ferry sails again: Nobody cheered", "publisher": "The Harbor Post", "authors": ["Ann Bell", "Karl Moor"],
        "day": "2022-05-02", "page": "A.7", "tags": ["Ferries", "Harbors"], "archive_id": "1234567890", "language": "en",
        "standfirst": "The ferry sailed at noon. It was the first time in a year.", "text": None,
        "url": "https://www.proquest.example/docview/1234567890",
    },
    {
        "headline": "March 5, 2002: a day of ferries", "publisher": "The Bay Courier", "authors": [], "day": "2002-03-06",
        "standfirst": "AU - this looks like a label, says the ferry",
    },
    {"headline": None, "publisher": "The Bay Courier", "authors": [], "day": None},
]  # fmt: skip


@pytest.mark.parametrize("text", [RIS, RIS.replace("\n", "\r\n"), "\ufeff\n" + RIS])
def test_ris(text: str) -> None:
    articles = read(text)
    assert set(articles["format"]) == {"ris"}
    check(articles, EXPECTED)


def test_a_record_that_is_cut_off() -> None:
    articles = read(RIS[:-20])
    assert articles["error"].notna().tolist() == [False, False, True]
    assert "The Bay Courier" in articles.loc[2, "error"]


def test_a_text_that_begins_like_it() -> None:
    articles = read("TY COBB SAILS\nBy Ann Bell\n\nThe ferry sailed at noon.\n\nIt rained on the pier.")
    assert cells(articles, 0, "format") == ["text"]
