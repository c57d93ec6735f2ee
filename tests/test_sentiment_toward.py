"""Sentiment toward a target: what is judged, what is said of why, and bad input."""

from __future__ import annotations

import pandas as pd
import pytest

import newskit as nk
from newskit.analyses.sentiment.context_features import features
from newskit.analyses.sentiment.sentiment_toward import LABELS, target_weights
from newskit.analyses.sentiment.target_context import context_of
from newskit.errors import InputError

COLUMNS = nk.codebook("sentiment_toward")["column"].tolist()

# Written for this test, labelled before the model was run on them.
CASES = [
    ("Voters praised Mayor Lee for her honest and brave work.", "Lee", "positive"),
    ("Critics slammed Hall as a corrupt liar who betrayed the city.", "Hall", "negative"),
    ("The report accused Hall of lying about the money.", "Hall", "negative"),
    ("Lee won a prestigious award for saving the children.", "Lee", "positive"),
    ("Hall was arrested and charged with fraud.", "Hall", "negative"),
    ("Lee met with the council on Monday to discuss the budget.", "Lee", "neutral"),
    ("The council will hear from Lee on Tuesday.", "Lee", "neutral"),
    ("Supporters admire Lee, a hero of the flood.", "Lee", "positive"),
    ("He attacked Hall as a disgrace.", "Hall", "negative"),
    ("“Hall is a liar,” the senator said.", "Hall", "negative"),
]


def test_clear_cases():
    """A floor on clear cases; how well the model does on news is in docs/sentiment.md."""
    right = [nk.sentiment_toward(text, target)["label"][0] == label for text, target, label in CASES]
    assert sum(right) >= 8, [case for case, r in zip(CASES, right, strict=True) if not r]


def test_two_targets_of_one_sentence_differ():
    text = "Lee praised Hall but slammed the corrupt Wood."
    table = nk.sentiment_toward(text, ["Hall", "Wood"]).set_index("target")
    assert table.loc["Hall", "score"] > table.loc["Wood", "score"]


def test_the_table():
    text = "The bridge is open. Critics slammed Hall as a liar.\n\nHall’s plan failed. Marshall Halls was there."
    table = nk.sentiment_toward(text, ["Hall"])
    assert list(table.columns) == COLUMNS
    assert [text[row.start : row.end] for row in table.itertuples()] == ["Hall", "Hall"]
    assert table["sentence"].tolist() == [1, 2]
    assert table["score"].between(-1, 1).all()
    chances = table[list(LABELS)]
    assert (chances.sum(axis=1) - 1).abs().lt(3e-4).all()
    assert (chances.idxmax(axis=1) == table["label"]).all()
    assert table["score"].tolist() == pytest.approx((table["positive"] - table["negative"]).tolist(), abs=2e-4)
    assert "slammed" in table["words"][0]
    assert "Hall" not in table["words"][0]


def test_all_mentions_of_a_target_count():
    text = (
        "Mayor Ann Lee opened the bridge. She lied to voters, critics said. The mayor was praised by Bo Ek. "
        "Lee’s plan failed. Nobody told Bo Lee."
    )
    table = nk.sentiment_toward(text, ["Ann Lee"])
    assert table["text"].tolist() == ["Ann Lee", "She", "The mayor", "Lee"]
    assert table["form"].tolist() == ["full", "pronoun", "noun", "short"]
    assert (table["target"] == "Ann Lee").all()
    assert table["label"][1] == "negative"
    given = nk.sentiment_toward(text, table[["article_id", "target", "start", "end"]].head(1))
    assert given["form"].isna().all()
    assert given["text"].tolist() == ["Ann Lee"]


@pytest.mark.parametrize("text", ["", "Lee", "LEE LEE LEE", "Lee " * 500, "She saw her. Lee"])
def test_odd_texts_with_a_target(text):
    table = nk.sentiment_toward(text, "Lee")
    assert (table["text"].str.lower() == "lee").all() or not len(table)


def test_no_name_speaks_for_or_against():
    assert not any("trump" in name or "clinton" in name or "obama" in name for name in target_weights())
    names = ("Trump", "Zyx")
    one, other = (nk.sentiment_toward(f"The council met {name} on Monday.", name)["score"][0] for name in names)
    assert one == other


def test_targets_that_cannot_be_judged_are_rows_with_a_reason():
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["Lee won the prize.", None]})
    targets = pd.DataFrame(
        {
            "article_id": ["a", "a", "a", "a", "a", "b", "c", "a"],
            "target": ["Lee", "Hall", "Lee", "Lee", ".", "Lee", "Lee", None],
            "start": pd.array([0, 0, 5, None, 17, 0, 0, 0], dtype="Int64"),
            "end": pd.array([3, 3, 500, 3, 18, 3, 3, 3], dtype="Int64"),
        }
    )
    table = nk.sentiment_toward(articles, targets)
    assert len(table) == len(targets)
    assert table["rule"].tolist() == [
        "model",
        "another text at the offsets",
        "offsets 5:500 lie outside a text of 18 characters",
        "no offsets",
        "no word at the offsets",
        "no such article, or it has no text",
        "no such article, or it has no text",
        "model",
    ]
    judged = table["rule"] == "model"
    assert (table["label"].notna() == judged).all()
    assert (table["score"].notna() == judged).all()
    assert table["article_id"].tolist() == targets["article_id"].tolist()


def test_nothing_to_judge():
    none = pd.DataFrame({"article_id": [], "target": [], "start": [], "end": []})
    for articles, targets in (("text", none), ("text", []), ("", ["Lee"]), ("No one.", "Lee"), ([], none)):
        table = nk.sentiment_toward(articles, targets)
        assert table.empty
        assert list(table.columns) == COLUMNS


def test_the_input_is_left_alone():
    articles = pd.DataFrame({"text": ["Lee won.", "Lee lost."]})
    targets = pd.DataFrame({"article_id": ["0", "1"], "target": ["Lee", "Lee"], "start": [0, 0], "end": [3, 3]})
    before = articles.copy(deep=True), targets.copy(deep=True)
    both = nk.sentiment_toward(articles, targets)
    pd.testing.assert_frame_equal(articles, before[0])
    pd.testing.assert_frame_equal(targets, before[1])
    turned = nk.sentiment_toward(articles.iloc[::-1], targets.iloc[::-1]).iloc[::-1].reset_index(drop=True)
    pd.testing.assert_frame_equal(both, turned)


@pytest.mark.parametrize(
    ("targets", "message"),
    [
        ([1], "targets holds 1; expected names"),
        ([""], "targets holds ''"),
        (pd.DataFrame({"target": []}), "no column 'article_id', 'start', 'end'. Its columns: target"),
        (
            pd.DataFrame({"article_id": ["0"], "target": ["a"], "start": ["x"], "end": [1]}, index=[9]),
            "Row 9 of targets: 'start' holds 'x'; expected a whole number",
        ),
        (pd.DataFrame({"article_id": ["0"], "target": ["a"], "start": [0.5], "end": [1]}), "'start' holds 0.5"),
    ],
)
def test_bad_targets(targets, message):
    with pytest.raises(InputError, match=message):
        nk.sentiment_toward("a text", targets)


@pytest.mark.parametrize(
    "text",
    ["Lee " * 20_000, "Lee, " + "very " * 20_000, '"' * 20_000 + "Lee", "Lee" + "—good" * 20_000, "Lee\ud800 won"],
)
@pytest.mark.slow
def test_hostile_text(text):
    first = pd.DataFrame({"article_id": ["0"], "target": ["Lee"], "start": [text.index("Lee")]})
    first["end"] = first["start"] + 3
    assert nk.sentiment_toward(text, first)["label"][0] in LABELS


def test_features_are_readable():
    place = context_of("Critics did not praise the honest Lee, who failed.", 34, 37)
    found = {f.name for f in features(place)}
    assert {"left: not prais", "left 1: honest", "vader− left 1", "left: critic", "target: length"} <= found


def test_valences_go_to_the_nearest_name():
    sentence = "Near the port Lee was honest while the voters of the town called Hall terrible."
    found = {f.name for f in features(context_of(sentence, 14, 17))}
    assert {"vader+ nearest to target", "vader− nearest to another name"} <= found
    assert "vader− nearest to target" not in found
