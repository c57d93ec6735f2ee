"""newskit beside people: which row answers for a unit, what is counted, and the intervals."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import newskit as nk
from newskit.errors import InputError, UnknownNameError

ARTICLES = pd.concat([nk.load_example(), nk.load_example("school")], ignore_index=True)
TONES = ["negative", "neutral", "positive"]
SHEET = nk.coding.sheet(ARTICLES, n=None, codes={"tone": TONES})
SENTIMENT = nk.sentiment(ARTICLES, unit="sentence")
SAID = [TONES[(c >= -0.05) + (c >= 0.05)] for c in SENTIMENT["compound"]]


def coded(codes, sheet=SHEET, variable="tone"):
    return sheet.assign(**{variable: codes})


def test_people_who_say_what_newskit_says():
    found = nk.coding.validate(coded(SAID), SENTIMENT, column="compound")
    assert found.scores["f1"].tolist() == [1] * len(found.scores)
    assert found.differences.empty
    assert found.agreement["between"].unique().tolist() == ["newskit and coder 1"]
    assert f"newskit says what people say of {len(SHEET)} of {len(SHEET)} units" in repr(found)
    assert "<li>alpha of newskit and coder 1" in found._repr_html_()


def test_tables_are_what_the_codebook_says():
    found = nk.coding.validate([coded(SAID), coded(SAID[::-1])], SENTIMENT, column="compound")
    for name, table in found.tables().items():
        book = nk.codebook(name)
        assert list(table.columns) == book["column"].tolist()
        assert [str(t) for t in table.dtypes] == book["dtype"].tolist()
    assert found.agreement["between"].unique().tolist() == [
        "coders", "newskit and people", "newskit and coder 1", "newskit and coder 2",
    ]  # fmt: skip


def test_counts_by_hand():
    """Of eight units: newskit says yes of four, people of three, both of two."""
    text = "\n\n".join("“Yes, we did it,” she said." if n < 4 else "The rain fell all day." for n in range(8))
    sheet = nk.coding.sheet(text, unit="paragraph", n=None, codes={"quoted": ["yes", "no"]})
    people = coded(["yes", "yes", "no", "no", "yes", "no", "no", "no"], sheet, "quoted")
    found = nk.coding.validate(people, nk.quotes(text), codes={"quoted": ["yes", "no"]})
    yes = found.scores.set_index("code").loc["yes"]
    assert yes[["n_people", "n_newskit", "n_both"]].tolist() == [3, 4, 2]
    assert (yes["precision"], yes["recall"], yes["f1"]) == (0.5, pytest.approx(2 / 3), pytest.approx(4 / 7))
    assert found.confusion["n"].tolist() == [2, 1, 2, 3]
    assert found.confusion["share"].round(2).tolist() == [0.67, 0.33, 0.4, 0.6]
    assert found.differences["unit_id"].tolist() == ["0:p2", "0:p3", "0:p4"]
    mean = found.scores.iloc[-1]
    assert pd.isna(mean["code"])
    assert mean["recall"] == pytest.approx((2 / 3 + 3 / 5) / 2)
    assert mean["recall_low"] < mean["recall"] < mean["recall_high"]


def test_intervals_of_shares_are_wilsons():
    """Wilson 1927, as in Brown, Cai and DasGupta 2001: 0 of 10 is [0, .278]; 5 of 10 is [.237, .763]."""
    from newskit.coding.scores import wilson

    low, high = wilson(np.array([0, 5, 10]), np.array([10, 10, 10]))
    assert low.round(3).tolist() == [0, 0.237, 0.722]
    assert high.round(3).tolist() == [0.278, 0.763, 1]


def test_units_that_people_did_not_settle_are_left_out():
    other = [TONES[0], *SAID[1:]]
    one = [TONES[2], *SAID[1:]]
    found = nk.coding.validate({"ann": coded(one), "ben": coded(other)}, SENTIMENT, column="compound")
    assert pd.isna(found.answers["people"].iloc[0])
    assert pd.isna(found.answers["same"].iloc[0])
    assert found.answers["codes"].iloc[0] == "positive (ann); negative (ben)"
    assert int(found.scores["n_people"].iloc[:-1].sum()) == len(SHEET) - 1
    assert "1 units left out" in repr(found)
    third = nk.coding.validate([coded(one), coded(other), coded(other)], SENTIMENT, column="compound")
    assert third.answers["people"].iloc[0] == TONES[0]


@pytest.mark.parametrize("make", [nk.attribution, nk.quotes])
def test_answers_are_recoded(make):
    people = coded(["yes"] * len(SHEET), variable="tone")
    column, said = ("attribution", "unattributed") if make is nk.attribution else ("speaker", None)
    by_dict = {said: "no"}
    found = nk.coding.validate(people, make(ARTICLES), column=column, recode=lambda v: "no" if v == said else "yes")
    assert set(found.answers["newskit"]) == {"yes", "no"}
    assert (found.answers["newskit"] == "no").equals(
        nk.coding.validate(people, make(ARTICLES), column=column, recode=by_dict).answers["newskit"] == "no"
    )


def test_numbers_are_cut():
    cuts = {"short": 12, "long": np.inf}
    table = nk.sentences(ARTICLES)
    people = coded(["short" if n < 12 else "long" for n in table["n_words"]])
    found = nk.coding.validate(people, table, column="n_words", cuts=cuts)
    assert found.differences.empty
    with pytest.raises(InputError, match="a column of numbers"):
        nk.coding.validate(people, table, column="text", cuts=cuts)


def test_the_row_that_shares_most_answers():
    text = "“One is here,” Ann Lee said. “Two is here, and three is here, and more,” Bo Ek said."
    sheet = nk.coding.sheet(text, unit="article", n=None, codes={"who": None})
    found = nk.coding.validate(coded(["Bo Ek"], sheet, "who"), nk.quotes(text), column="speaker")
    assert found.answers["newskit"].tolist() == ["Bo Ek"]
    none = nk.coding.validate(coded(["none"], sheet, "who"), nk.quotes(text).head(0), column="speaker")
    assert none.answers["newskit"].tolist() == ["none"]


def test_a_table_of_articles_answers_by_article():
    sheet = nk.coding.sheet(ARTICLES, unit="article", n=None, codes={"tone": TONES})
    found = nk.coding.validate(coded(["neutral", "neutral"], sheet), nk.sentiment(ARTICLES), column="compound")
    assert found.answers["value"].tolist() == [str(v) for v in nk.sentiment(ARTICLES)["compound"]]


def test_what_a_spreadsheet_does_to_places_and_ids(tmp_path):
    numbered = ARTICLES.assign(article_id=["007", "2024-05"])
    nk.coding.sheet(numbered, tmp_path / "tone.xlsx", n=None, codes={"tone": TONES}, coders=1)
    read = pd.read_excel(tmp_path / "tone.xlsx", engine="openpyxl", dtype={"start": float, "end": float})
    read["article_id"] = read["article_id"].map({"007": 7, "2024-05": pd.Timestamp("2024-05-01")}).fillna(7)
    read["tone"] = "neutral"
    found = nk.coding.validate(read, nk.sentiment(numbered, unit="sentence"), column="compound")
    assert set(found.answers["article_id"]) == {"007", "2024-05"}


@pytest.mark.parametrize(
    ("table", "options", "said"),
    [
        (SENTIMENT.assign(article_id="other"), {"column": "compound"}, "No article of the sheets"),
        (SENTIMENT, {"column": "compond"}, "Did you mean 'compound'"),
        (pd.concat([SENTIMENT, SENTIMENT]), {"column": "compound"}, "two rows at article_id ferry, start 0"),
        (ARTICLES.drop(columns="article_id"), {}, "no column 'article_id'"),
        (nk.analyze(ARTICLES, only="quotes", progress=False), {}, "got Analysis"),
    ],
)
def test_tables_that_do_not_fit(table, options, said):
    with pytest.raises(InputError, match=said):
        nk.coding.validate(coded(SAID), table, **options)


def test_sheets_that_do_not_fit():
    with pytest.raises(InputError, match="do not say where the unit"):
        nk.coding.validate(coded(SAID).drop(columns="start"), SENTIMENT, column="compound")
    two = coded(SAID).assign(frame="war")
    with pytest.raises(InputError, match="say which, variable='tone'"):
        nk.coding.validate(two, SENTIMENT, column="compound")
    with pytest.raises(InputError, match="No unit has a code"):
        nk.coding.validate(coded(None), SENTIMENT, column="compound")
    with pytest.raises(InputError, match="has no column 'tonne'"):
        nk.coding.validate(two, SENTIMENT, variable="tonne", column="compound")
    with pytest.raises(UnknownNameError, match="ordinal"):
        nk.coding.validate(coded(SAID), SENTIMENT, column="compound", level="ordnal")


def test_one_code_for_all_is_not_defined_and_said():
    same = SENTIMENT.assign(compound=0.0)
    found = nk.coding.validate([coded("neutral"), coded("neutral")], same, column="compound")
    assert "alpha of coders: not defined (all codes are the same)" in repr(found)
    assert found.scores["f1"].tolist() == [1, 1]


def test_text_of_articles_is_escaped():
    text = "<script>alert(1)</script> is here."
    sheet = nk.coding.sheet(text, n=None, codes={"<b>": ["yes", "no"]})
    found = nk.coding.validate(coded(["yes"], sheet, "<b>"), nk.quotes("x").assign(article_id="0").head(0))
    assert "<b>" not in found._repr_html_()
