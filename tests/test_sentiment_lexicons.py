"""Word lists: news, VADER's, and any that a user brings; the working of a score; two lists side by side."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

import newskit as nk
from newskit.analyses.sentiment.lexicons import Lexicon, news
from newskit.analyses.sentiment.vader_words import vader_words_of
from newskit.errors import InputError, UnknownNameError
from newskit.text.stems import stem
from newskit.text.tokens import encode

TEXT = (
    "Critics say the plan isn’t very good. It was a terrible—truly awful—idea, but the mayor "
    "smiled!\n\nThe United Nations Security Council met. “Great work”, she said?? Nothing "
    "happened."
)


def named(text):
    """Return the words that are part of a name, in a list that holds every word."""
    tokens = encode([text])
    every = {word.strip(".,").lower(): 1.0 for word in text.split()}
    words = vader_words_of(tokens, Lexicon("given", every, for_news=True))
    return [text[a:b].strip(".,") for a, b in zip(tokens.start[words.named], tokens.end[words.named], strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leaders of the United Nations Security Council met.", ["United", "Nations", "Security", "Council"]),
        ("The United Nations Security Council met.", ["United", "Nations", "Security", "Council"]),
        ("UN Security Council Adopts Peace Plan for the Port", []),
        ("It was the Department of Justice that sued.", ["Department", "Justice"]),
        ("She said that Justice matters in Rome.", ["Justice", "Rome"]),
        ("GREAT NEWS FOR THE PORT", []),
        ("Happy people live in Bonn and Great Britain alike, they say.", ["Bonn", "Great", "Britain"]),
        ("They met Justice — Party leaders in Rome.", ["Justice", "Rome"]),
        ("Mr. Grace left. Grace smiled.", ["Grace", "Grace"]),
        ("Grace said no. Hope is fading.", ["Grace"]),
        ("Hope Hicks resigned. Great Expectations fell flat.", ["Hope", "Hicks", "Expectations"]),
        ("Ann Savage left early. Savage is right, he says.", ["Ann", "Savage", "Savage"]),
        ("Mr Savage Quits Post", ["Savage"]),
        ("Senator Slams Plan", []),
        ("He said: “Great news for all.” Fine: Good for them.", []),
        ("It is the Liberal leader of D.C. Peace is good.", ["Liberal", "D.C"]),
        ("", []),
    ],
)
def test_words_of_names(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize("example", ["ferry", "school"])
def test_light_path_finds_what_the_register_finds(example):
    """Every word of a person's name that the register reads carries no tone."""
    articles = nk.load_example(example)
    people = nk.mentions(articles)
    people = people[(people["type"] == "person") & people["form"].isin(["full", "short"]) & (people["field"] == "text")]
    hits = nk.sentiment_hits(articles)
    for row in people.itertuples():
        inside = hits[(hits["article_id"] == row.article_id) & hits["start"].between(row.start, row.end - 1)]
        assert (inside["contribution"] == 0).all(), row.text


DENIALS = [
    ("Nobody in the old town really likes it.", ["likes"]),
    ("No one there likes it, but she is glad.", ["likes"]),
    ("They failed to win the support of the council.", ["win", "support"]),
    ("They did not fail to win.", []),
    ("She refused to attack him.", []),
    ("I do not really think that the plan of the mayor is good.", ["good"]),
    ("I doubt if it is good.", ["good"]),
    ("There is no doubt that it is good.", []),
    ("It is anything but good.", ["good"]),
    ("It is nothing but good.", []),
    ("Not only good but great, not just bad.", []),
    ("I don’t believe it, because it is bad.", []),
]


@pytest.mark.parametrize(("text", "expected"), DENIALS, ids=[text for text, _ in DENIALS])
def test_denials_reach_over_a_clause_in_news(text, expected):
    hits = nk.sentiment_hits(text)
    found = hits[hits["text"].isin(["likes", "glad", "win", "support", "attack", "good", "great", "bad", "fail"])]
    assert found.loc[found["negated"], "text"].tolist() == expected


def test_kind_of_weakens_a_negative_word_in_news():
    plain, kind_of = (nk.sentiment_hits(text) for text in ("It was bad.", "It was kind of bad."))
    assert plain["contribution"][0] < kind_of["contribution"].iloc[-1] < 0
    assert nk.sentiment("It was kind of bad.", lexicon="vader")["compound"][0] < -0.55


@pytest.mark.parametrize("text", ["", "But", "No", "Grace", "Mr.", "anything but", "failed to", "nobody"])
def test_texts_that_end_where_a_rule_begins(text):
    assert len(nk.sentiment(text)) == 1


def test_names_do_not_count_in_news():
    pair = ["They wrote to the Free Trust Party in May.", "They wrote to the Blue Door Room in May."]
    table = nk.sentiment(pair, lexicon="news")
    assert table["compound"][0] == table["compound"][1]
    assert table["n_hits"][0] == table["n_hits"][1]
    assert nk.sentiment(pair[0], lexicon="vader")["compound"][0] > 0.7


def test_news_can_be_worked_out_by_hand():
    hits = nk.sentiment_hits("The port was a success for the city.", lexicon="news")
    total = hits["contribution"].sum()
    assert total == pytest.approx(sum(news().listed[w] for w in hits["text"].str.lower()))
    # Eight words, and three more, four for each.
    assert hits["alpha"].tolist() == [44.0] * len(hits)
    assert hits["compound"].iloc[0] == round(total / np.sqrt(total**2 + 44), 4)
    table = nk.sentiment("The port was a success for the city.", lexicon="news")
    assert table["compound"][0] == hits["compound"].iloc[0]


def test_every_sign_in_news_is_defended():
    table = nk.lexicons.load("news").set_index("word")
    assert table.index.is_unique
    assert news().listed == table["valence"].to_dict()
    assert table["valence"].abs().between(0.3, 4).all()
    reasons = {"readers", "a reader and a list", "two lists", "opinion lexicon", "inflection"}
    assert set(table["reason"]) == reasons
    plain = ["said", "first", "get", "law", "means", "percent", "muslim", "black", "women", "immigrants", "not"]
    assert not table.index.isin(plain).any()

    readers = pd.read_csv(Path(__file__).parents[1] / "data/word_lists/readers.csv", keep_default_na=False)
    signs = np.sign(readers.set_index("word")[["first", "second", "third"]])
    rated = table.join(signs, how="inner")
    votes = rated[["first", "second", "third"]].mul(np.sign(rated["valence"]), axis=0)
    assert (votes >= 0).all(axis=None)
    assert (votes.sum(axis=1) >= np.where(rated["reason"] == "readers", 2, 1)).all()


def test_topics_are_marked():
    hits = nk.sentiment_hits("The war was awful. War’s awful, the WAR.").set_index("text")
    assert hits["topic"].tolist() == [True, False, True, False, True]


def test_a_denial_counts_for_itself_in_news():
    hits = nk.sentiment_hits("The shop does not open. It is never good.")
    assert hits.loc[hits["rule"] == "denial", "text"].tolist() == ["not", "never"]
    assert nk.sentiment("The shop does not open.", lexicon="vader")["compound"][0] == 0


def test_possessives_are_looked_up_in_news():
    assert "victory" in nk.sentiment_hits("The victory’s end.", lexicon="news")["text"].str[:7].tolist()
    assert nk.sentiment("The victory's end.", lexicon="vader")["n_hits"][0] == 0


def test_capitals_are_no_shout_in_news():
    pair = ["The DISPUTE was over.", "The dispute was over."]
    quiet, loud = (nk.sentiment(pair, lexicon=name)["compound"] for name in ("news", "vader"))
    assert quiet[0] == quiet[1] < 0
    assert loud[0] < loud[1] < 0


def test_voice_by_outlet():
    articles = pd.DataFrame(
        {
            "article_id": ["a", "b", "c"],
            "publisher": ["Herald", "Herald", "Times"],
            "text": [
                "The plan is great. “It is a terrible mistake,” Lee said.",
                "The plan is a success. “We hate it,” Hall said.",
                "The plan is terrible.",
            ],
        }
    )
    scored = nk.sentiment(articles, voice=True).merge(articles[["article_id", "publisher"]])
    table = scored.groupby(["publisher", "voice"])["compound"].mean()
    assert table["Herald", "own"] > 0 > table["Herald", "quoted"]
    assert table["Times", "own"] < 0
    assert pd.isna(table["Times", "quoted"])  # nobody is quoted: no score, not a neutral one


@pytest.mark.parametrize("lexicon", ["vader", "news"])
def test_hits_add_up(lexicon):
    hits = nk.sentiment_hits(TEXT, lexicon=lexicon)
    by_sentence = nk.sentiment(TEXT, unit="sentence", lexicon=lexicon).set_index("sentence")
    assert (hits["lexicon"] == lexicon).all()
    assert list(hits.columns) == nk.codebook("sentiment_hits")["column"].tolist()
    for number, part in hits.groupby("sentence"):
        total = part["contribution"].sum() + part["emphasis"].iloc[0]
        assert part["sentence_sum"].iloc[0] == pytest.approx(total)
        assert by_sentence.loc[number, "compound"] == pytest.approx(
            total / np.sqrt(total**2 + part["alpha"].iloc[0]), abs=6e-5
        )
        assert by_sentence.loc[number, "n_hits"] == part["rule"].isin(["listed", "denial"]).sum()
    assert by_sentence.drop(hits["sentence"].unique())["compound"].eq(0).all()
    for row in hits.itertuples():
        assert TEXT[row.start : row.end] == row.text
    assert {"good", "terrible", "awful"} <= set(hits["text"])


def test_hits_name_booster_negation_and_names():
    hits = nk.sentiment_hits(TEXT, lexicon="vader").set_index("text")
    assert hits.loc["good", ["boost", "negated", "but"]].tolist() == [0.293, True, 1.0]
    assert hits.loc["terrible", "but"] == 0.5
    assert hits.loc["smiled", "but"] == 1.5
    masked = nk.sentiment_hits(TEXT, lexicon="news").set_index("text").loc["United"]
    assert masked["contribution"] == 0.0
    assert masked["valence"] != 0.0
    assert masked["rule"] == "part of a name: not counted"


@pytest.mark.parametrize("text", ["", None, "!!!", "The bridge stands on the river."])
def test_hits_of_nothing(text):
    table = nk.sentiment_hits([text], lexicon="vader")
    assert table.empty
    assert list(table.columns) == nk.codebook("sentiment_hits")["column"].tolist()


@pytest.mark.parametrize("text", ["good—" * 20_000, "good " * 50_000, "😀" * 20_000, "’" * 10**5, "but good " * 20_000])
@pytest.mark.slow
def test_hostile_hits(text):
    hits = nk.sentiment_hits(text, lexicon="vader")
    assert (hits["end"] > hits["start"]).all() or hits.empty
    assert hits["start"].is_monotonic_increasing


def test_hits_color_the_text():
    text = "A great plan, a terrible end."
    html = nk.highlight(text, sentiment=nk.sentiment_hits(text, lexicon="vader")).body
    for word, kind, adds in (("great", "pos", "+3.10"), ("terrible", "neg", "-2.10")):
        shown = f'class="nk-{kind} nk-strong nk-first" title="adds {adds} to its sentence" tabindex="0">{word}</span>'
        assert shown in html
    assert "positive</span> word" in html


MINE = pd.DataFrame({"word": ["bridge", "River"], "valence": [2, -1.5]})


def test_a_list_of_ones_own():
    table = nk.sentiment("The bridge is good. The RIVER isn’t.", unit="sentence", lexicon=MINE)
    assert table["lexicon"].tolist() == ["given", "given"]
    assert table["n_hits"].tolist() == [1, 1]
    assert table["compound"][0] == round(2 / np.sqrt(4 + 15), 4)
    other = nk.sentiment("The bridge.", lexicon=MINE.assign(valence=[-2, 1]))
    assert other["compound"][0] < 0  # the lists are not mixed up
    assert nk.sentiment("The bridge is good.", lexicon=MINE.iloc[:0])["compound"][0] == 0.0


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pd.DataFrame({"word": ["a"]}), r"'lexicon' has no column 'valence'\. Its columns: word"),
        (pd.DataFrame(), "has no column 'word', 'valence'. Its columns: none"),
        (pd.DataFrame({"word": ["a", "A"], "valence": [1, 2]}, index=[7, 8]), "Row 8 .* 'A' stands there twice"),
        (pd.DataFrame({"word": ["a", "b"], "valence": [1, np.nan]}), "Row 1 .* of 'b' is nan; expected a finite"),
        (pd.DataFrame({"word": ["a"], "valence": [np.inf]}), "Row 0 .* is inf"),
        (pd.DataFrame({"word": ["a"], "valence": ["high"]}), "Row 0 .* is 'high'"),
        (pd.DataFrame({"word": ["a"], "valence": [True]}, dtype=object), "Row 0 .* is True"),
        (pd.DataFrame({"word": [None], "valence": [1]}), "Row 0 .* expected a word"),
        (pd.DataFrame({"word": [" "], "valence": [1]}), "Row 0 .* expected a word"),
    ],
)
def test_bad_lists(frame, message):
    for use in (lambda f: nk.sentiment("text", lexicon=f), lambda f: nk.sentiment_hits("text", lexicon=f)):
        with pytest.raises(InputError, match=message):
            use(frame)


def test_unknown_list():
    with pytest.raises(UnknownNameError, match="no sentiment lexicon named 'afinn'"):
        nk.lexicons.compare("vader", "afinn")


def test_two_lists_compared():
    one = pd.DataFrame({"word": ["a", "b", "c", "d", "e"], "valence": [1, 2, 3, -1, 1]})
    other = pd.DataFrame({"word": ["a", "b", "c", "d", "f"], "valence": [1, 1, -3, -2, 2]})
    table = nk.lexicons.compare(one, other)
    assert table["change"].tolist() == ["same", "damped", "turned", "stronger", "dropped", "added"]
    assert table["difference"].tolist() == [0, -1, -6, -1, -1, 2]
    assert table["valence_other"].isna().tolist() == [False] * 4 + [True, False]
    assert nk.lexicons.compare(one.iloc[:0], one.iloc[:0]).empty


def test_plot_of_two_lists():
    ax = nk.plots.lexicon_comparison(nk.lexicons.compare(MINE, MINE.assign(valence=[1.0, 1.0])), ax=Figure().subplots())
    ax.get_figure().savefig(io.BytesIO(), format="svg")
    assert {t.get_text() for t in ax.texts} == {"bridge", "river"}
    empty = nk.plots.lexicon_comparison(nk.lexicons.compare(MINE.iloc[:0], MINE.iloc[:0]), ax=Figure().subplots())
    assert empty.texts[0].get_text() == "no words"
    with pytest.raises(InputError, match="valence_one"):
        nk.plots.lexicon_comparison(pd.DataFrame({"word": []}))


def test_sentiment_by_speaker():
    text = (
        "“It is a great plan,” said Ann Lee. “It is a terrible mistake,” said Bo Hall. “I love "
        "it,” Lee said. He spoke of a “so-called” plan."
    )
    table = nk.sentiment_by_speaker(nk.quotes(text), lexicon="vader")
    assert list(table.columns) == nk.codebook("sentiment_by_speaker")["column"].tolist()
    rows = table.set_index("speaker")
    assert rows.loc["Ann Lee", "n_quotes"] == 2
    assert rows.loc["Ann Lee", "compound"] == pytest.approx((0.6249 + 0.6369) / 2)
    assert rows.loc["Bo Hall", "compound"] < -0.5
    assert rows["n_quotes"].sum() == 3
    none = nk.sentiment_by_speaker(nk.quotes(""))
    assert none.empty
    assert list(none.columns) == list(table.columns)
    with pytest.raises(InputError, match="no column 'speaker'"):
        nk.sentiment_by_speaker(pd.DataFrame({"article_id": []}))


def test_stems():
    assert stem("") == ""
    assert stem("a" * 10**5)
    assert stem("supporting") == stem("supporters") == stem("support's")
