"""The table `sentiment`: scopes, voices, missing values, bad input."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newskit.analyses.sentiment import score_sentences
from newskit.analyses.sentiment import sentiment as sentiment_by
from newskit.analyses.sentiment import sentiment_of as sentiment_of_by
from newskit.analyses.sentiment.columns import SENTIMENT
from newskit.analyses.sentiment.forms import traits, traits_of_all
from newskit.analyses.sentiment.lexicons import news, vader
from newskit.analyses.sentiment.nltk_engine import nltk_scores
from newskit.analyses.sentiment.rules import hits_of
from newskit.analyses.sentiment.vader_words import vader_words_of
from newskit.errors import InputError, UnknownNameError
from newskit.inputs import as_articles, batches
from newskit.places import is_place
from newskit.text.batch import Batch
from newskit.text.fast import Forms
from newskit.text.tokens import encode
from newskit.text.vocabulary import Vocabulary

# The tests here are of VADER as published; those of other lexicons are in test_sentiment_lexicons.
sentiment = partial(sentiment_by, lexicon="vader")
sentiment_of = partial(sentiment_of_by, lexicon="vader")
COLUMNS = [c.name for c in SENTIMENT]
NEWS = (
    "The council voted to close the bridge. Residents were angry and afraid.\n\n"
    "“It is a terrible, awful idea,” said Ann Lee. She isn’t alone. 12 December.\n\n"
    "The mayor called it “a great success for a safe city” and smiled."
)


def compounds(text):
    return score_sentences(encode([text])).compound.tolist()


@pytest.mark.parametrize(
    ("text", "compound"),
    [
        # Recorded from vaderSentiment 3.3.2 (tests/golden/oracle_vader.json).
        ("The plan isn't good.", -0.3412),
        ("The plan isn’t good.", -0.3412),
        ("The plan is VERY GOOD!", 0.7141),
        ("The timing is terrible, but the plan is good.", 0.4215),
        ("It was kind of sad.", -0.5256),
        ("It was a kind of victory.", 0.0),
        ("It was the bomb.", 0.6124),
        ("No good came of it.", -0.3412),
        ("The least helpful answer won.", 0.3331),
    ],
)
def test_known_sentences(text, compound):
    assert compounds(text) == [compound]


def test_article_is_the_mean_of_its_sentences():
    by_sentence = sentiment(NEWS, unit="sentence")
    article = sentiment(NEWS).iloc[0]
    assert list(sentiment(NEWS).columns) == ["article_id", *COLUMNS]
    assert article["n_sentences"] == len(by_sentence)
    assert article["compound"] == pytest.approx(by_sentence["compound"].mean())
    assert article["compound_std"] == pytest.approx(by_sentence["compound"].std(ddof=0))
    for column in ("positive", "neutral", "negative"):
        assert article[column] == pytest.approx(by_sentence[column].mean())
    for column in ("n_words", "n_hits", "n_negated", "n_sentences"):
        assert article[column] == by_sentence[column].sum()
    assert article["hits_per_100_words"] == pytest.approx(100 * article["n_hits"] / article["n_words"])
    assert by_sentence["compound_std"].isna().all()


def test_offsets_slice_back():
    for unit in ("sentence", "paragraph"):
        table = sentiment(NEWS, unit=unit)
        keys = ["article_id", "paragraph", *(["sentence"] if unit == "sentence" else []), "start", "end"]
        assert list(table.columns) == [*keys, *COLUMNS]
        for row in table.itertuples():
            assert sentiment(NEWS[row.start : row.end])["compound"][0] == pytest.approx(row.compound)


def test_headline():
    frame = pd.DataFrame({"headline": ["Great success for bridge", None, "!!!"], "text": ["War.", "Peace.", "Love."]})
    table = sentiment(frame, unit="headline")
    assert table["compound"].notna().tolist() == [True, False, False]
    assert table["compound"][0] == compounds("Great success for bridge")[0]
    assert table["n_words"].tolist() == [4, 0, 0]
    assert sentiment("No headline at all.", unit="headline")["compound"].isna().all()


def test_nothing_to_score_is_missing_not_zero():
    table = sentiment(["", None, "   \n ", "?!… — “”", "The bridge stands."])
    assert table["compound"].isna().tolist() == [True] * 4 + [False]
    scores = ["compound", "compound_std", "positive", "neutral", "negative", "hits_per_100_words"]
    assert table.loc[:3, scores].isna().all(axis=None)
    assert (table.loc[:3, ["n_words", "n_sentences", "n_hits", "n_negated"]] == 0).all(axis=None)
    assert table.loc[4, "compound"] == 0.0
    assert table.loc[4, "neutral"] == 1.0


def test_empty_table_has_its_columns():
    empty = pd.DataFrame({"text": []})
    for unit in ("article", "headline", "paragraph", "sentence"):
        for voice in (False, True):
            table = sentiment(empty, unit=unit, voice=voice)
            full = sentiment(NEWS, unit=unit, voice=voice)
            assert table.empty
            assert list(table.columns) == list(full.columns)
            assert table.dtypes.to_dict() == full.dtypes.to_dict()


def test_voices_stand_side_by_side():
    table = sentiment(NEWS, voice=True)
    assert list(table.columns) == ["article_id", "voice", *COLUMNS]
    assert table["voice"].tolist() == ["own", "quoted"]
    whole = sentiment(NEWS).iloc[0]
    for column in ("n_words", "n_sentences", "n_hits", "n_negated"):
        assert table[column].sum() == whole[column]
    assert table["n_words"].tolist() == [26, 13]
    assert sentiment(NEWS, unit="sentence", voice=True)["voice"].tolist() == ["own", "quoted"] * int(
        whole["n_sentences"]
    )


def test_a_voice_masks_the_other():
    text = "“It is a terrible, awful idea,” said Ann Lee, smiling happily."
    own, quoted = sentiment(text, voice=True)["compound"]
    assert quoted == compounds("It is a terrible, awful idea,")[0]
    assert own == compounds("said Ann Lee, smiling happily.")[0]
    # The masked words keep their places: the own negation still turns the quoted word.
    voices = sentiment("It was never “a good and wise plan” then.", voice=True).set_index("voice")
    assert voices.loc["quoted", "n_negated"] == 1
    assert voices.loc["own", "n_hits"] == 0
    assert voices.loc["own", "neutral"] == 1.0


def test_a_text_without_quotations_is_all_own():
    own, quoted = (sentiment("The plan is good. It works.", voice=True).iloc[i] for i in (0, 1))
    assert own["compound"] == sentiment("The plan is good. It works.")["compound"][0]
    assert pd.isna(quoted["compound"])
    assert quoted["n_words"] == 0


def test_hits_and_negations_are_counted():
    row = sentiment("The good plan is not good. He never liked war.").iloc[0]
    assert row["n_hits"] == 4
    # "not good", "never liked", and war two words after never.
    assert row["n_negated"] == 3


def test_hits_add_up_to_the_sentence():
    tokens = encode(["The plan is very good, but the timing was not great and the press hated it!"])
    hits = hits_of(vader_words_of(tokens, vader()))
    total = hits.value.sum() - 0.292  # one exclamation mark, away from zero
    assert score_sentences(tokens).compound[0] == round(total / np.sqrt(total**2 + 15), 4)


def test_glued_sentences_are_scored_apart():
    text = "The plan was good.But the end was bad."
    assert compounds(text) == compounds("The plan was good. But the end was bad.")
    assert len(compounds(text)) == 2


def test_the_order_and_the_batches_do_not_matter():
    texts = [NEWS, "", "War. Peace!", "“Good,” he said.", "No."] * 3
    frame = as_articles(texts)
    whole = sentiment(frame, voice=True)
    parts = [sentiment_of(Batch(part), voice=True) for part in batches(frame, 2)]
    pd.testing.assert_frame_equal(whole, pd.concat(parts, ignore_index=True))
    turned = sentiment(frame.iloc[::-1], voice=True)
    pd.testing.assert_frame_equal(
        whole.sort_values(["article_id", "voice"], ignore_index=True),
        turned.sort_values(["article_id", "voice"], ignore_index=True),
    )


def test_the_input_is_left_alone():
    frame = pd.DataFrame({"text": [NEWS, None], "outlet": ["a", "b"]})
    before = frame.copy(deep=True)
    sentiment(frame, unit="sentence", voice=True)
    pd.testing.assert_frame_equal(frame, before)


def test_nltk_gives_its_own_numbers_for_newskits_sentences():
    by_sentence = sentiment(NEWS, unit="sentence", engine="nltk")
    sentences = [NEWS[row.start : row.end] for row in by_sentence.itertuples()]
    assert by_sentence["compound"].tolist() == nltk_scores(sentences)["compound"].tolist()
    article = sentiment(NEWS, engine="nltk").iloc[0]
    assert article["lexicon"] == "vader-nltk"
    assert article["compound"] == pytest.approx(by_sentence["compound"].mean())
    assert article[["n_hits", "n_negated", "hits_per_100_words"]].isna().all()
    assert article[["n_words", "n_sentences"]].tolist() == sentiment(NEWS).loc[0, ["n_words", "n_sentences"]].tolist()
    assert sentiment("", engine="nltk")["compound"].isna().all()
    assert sentiment(pd.DataFrame({"text": []}), engine="nltk").empty


def test_unknown_names():
    with pytest.raises(UnknownNameError, match=r"no sentiment lexicon named 'vadre'\. Did you mean 'vader'"):
        sentiment("text", lexicon="vadre")
    with pytest.raises(InputError, match="engine='textblob' is unknown; expected one of newskit, nltk"):
        sentiment("text", engine="textblob")
    with pytest.raises(InputError, match="unit='page' is not known"):
        sentiment("text", unit="page")
    with pytest.raises(InputError, match="engine='nltk' cannot split voices"):
        sentiment("text", engine="nltk", voice=True)
    with pytest.raises(InputError, match="no column 'text'"):
        sentiment(pd.DataFrame({"corpo": ["text"]}))


HOSTILE = [
    "!" * 10**6,
    "good " * 10**5,
    "but " * 10**5 + "good",
    "no " * 10**5,
    "good—" * 10**5,
    "😀" * 10**5,
    "“" * 10**5,
    "kind of " * 10**5,
    "\ud800 good \udfff",
    "שלום עולם. مرحبا بالعالم.",
    "\x00\x1f\x85 good\u2028bad",
    ":) :( :D",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.slow
def test_bad_input(text):
    for voice in (False, True):
        table = sentiment([text, "The plan is good."], voice=voice)
        found = table["compound"].dropna()
        assert found.between(-1, 1).all()
        assert table["compound"].iloc[-2 if voice else -1] == 0.4404


@given(st.lists(st.text(max_size=200), max_size=4))
@pytest.mark.slow
def test_any_text(texts):
    # A list of nothing but names of files is refused, and told so.
    assume(not (texts and all(map(is_place, texts))))
    table = sentiment(texts, voice=True)
    assert len(table) == 2 * len(texts)
    found = table.dropna(subset=["compound"])
    assert found["compound"].between(-1, 1).all()
    assert (found[["positive", "neutral", "negative"]].sum(axis=1) - 1).abs().lt(0.003).all()
    assert (found["n_hits"] >= found["n_negated"]).all()
    by_sentence = sentiment(texts, unit="sentence")
    assert by_sentence["n_hits"].sum() == sentiment(texts)["n_hits"].sum()


FORM = st.text(alphabet="gonsTAI.,!?’'\"“1é:)😀", min_size=1, max_size=6)
AROUND = st.text(alphabet=".,!?:;()“”", max_size=4)
MARKED = st.builds(
    lambda before, word, tail, after: before + word + tail + after,
    AROUND,
    st.sampled_from("good Good no So very This the bad kind ROT plan it who".split()),
    st.sampled_from(["", "’s", "'s", "n’t", "’S"]),
    AROUND,
)


@given(st.lists(FORM | MARKED, min_size=1))
def test_forms_looked_at_together_and_alone(forms: list[str]) -> None:
    together = Forms(forms)
    assert traits_of_all(Vocabulary(), together).tolist() == [traits(form) for form in forms]
    for lexicon in (vader(), news()):
        alone = [lexicon.valence(form) for form in forms]
        assert np.array_equal(lexicon.valences(Vocabulary(), together), alone, equal_nan=True)
