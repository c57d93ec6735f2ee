"""newskit's VADER against vaderSentiment 3.3.2 itself, on sentences made for the purpose.

The program runs with its faults number 2 and 3 of newskit.analyses.sentiment.rules put right
(`Mended`); everything else must be equal to the last digit. The faults themselves are shown one by
one.
"""

from __future__ import annotations

import json
import math
import random
from pathlib import Path

import pytest
from vaderSentiment.vaderSentiment import BOOSTER_DICT, NEGATE, SPECIAL_CASES, SentimentIntensityAnalyzer

from newskit.analyses.sentiment import forms, score_sentences
from newskit.analyses.sentiment.nltk_engine import nltk_scores
from newskit.text.tokens import encode

ORACLE = json.loads((Path(__file__).parent / "golden" / "oracle_vader.json").read_text(encoding="utf-8"))["sentences"]
FIELDS = ("compound", "pos", "neu", "neg")


class Mended(SentimentIntensityAnalyzer):
    """vaderSentiment with a "but" rule that goes by place; remembers the valences it summed."""

    @staticmethod
    def _but_check(words_and_emoticons, sentiments):
        low = [word.lower() for word in words_and_emoticons]
        if "but" not in low:
            return sentiments
        at = low.index("but")
        return [value * (0.5 if i < at else 1.5 if i > at else 1) for i, value in enumerate(sentiments)]

    def score_valence(self, sentiments, text):
        self.summed = sentiments
        return super().score_valence(sentiments, text)

    def is_tie(self):
        """Whether positive and negative are equal, so that the program goes by the rounding of floats."""
        up, down = sum(v + 1 for v in self.summed if v > 0), sum(1 - v for v in self.summed if v < 0)
        return abs(math.fsum(self.summed)) < 1e-9 or abs(up - down) < 1e-9


def ours(texts):
    """Return the sentences that newskit finds, and the four scores of each."""
    tokens = encode(texts)
    found = score_sentences(tokens)
    sentences = [text[s.start : s.end] for i, text in enumerate(texts) for s in tokens.sentences(i)]
    scores = zip(found.compound, found.positive, found.neutral, found.negative, strict=True)
    return list(zip(sentences, [tuple(map(float, row)) for row in scores], strict=True))


def one(text):
    [(_, scores)] = ours([text])
    return scores


LISTED = sorted(word for word in forms.vader_valences() if word.isascii() and " " not in word)
STEERING = sorted([*BOOSTER_DICT, *NEGATE, *SPECIAL_CASES])
PHRASES = """never so|never this|without doubt|at least|very least|the least|no|or|nor|but|so|this|doubt|kind of|kind|
    no good or bad|sort of|just enough""".replace("\n", "").split("|")
FILLERS = """the a plan council of in city said it was to report on minister week 12 7-4 bridge - -- ... U.S. I we's
    at""".split()
WRAPS = ("{},", "{};", "{}:", "{})", '{}"', "{}'", '"{}', "'{}", "({}", "{}!", "{}?", "{}!!", "{}...", "{}?!", "{}.")


def make_word(rng):
    pool = rng.choices([LISTED, STEERING, [p.strip() for p in PHRASES], FILLERS], [30, 25, 15, 30])[0]
    word = rng.choice(pool)
    shape = rng.random()
    word = word.upper() if shape < 0.08 else word.capitalize() if shape < 0.14 else word
    return rng.choice(WRAPS).format(word) if rng.random() < 0.12 else word


def make_sentence(rng):
    words = [make_word(rng) for _ in range(rng.randint(1, 22))]
    return " ".join(words) + rng.choice(["", ".", ".", ".", "!", "?", "!!!", "??", "????", "!?"])


@pytest.mark.slow
def test_equal_on_generated_sentences():
    rng = random.Random(2014)
    program, plain = Mended(), SentimentIntensityAnalyzer()
    found = ours([make_sentence(rng) for _ in range(21_000)])
    different, ties, buts, scored = [], 0, 0, 0
    for sentence, scores in found:
        expected = program.polarity_scores(sentence)
        scored += scores[0] != 0
        if scores == tuple(expected[name] for name in FIELDS):
            buts += expected != plain.polarity_scores(sentence)
        elif program.is_tie():
            ties += 1
        else:
            different.append((sentence, scores, expected))
    assert not different, different[:3]
    assert len(found) >= 20_000
    assert scored > 0.7 * len(found)  # the rules had something to do
    assert ties + buts < 0.005 * len(found)  # the two faults that are mended are rare


@pytest.mark.parametrize("sentence", [s for s in ORACLE if s["text"].isascii()], ids=lambda s: s["text"])
def test_equal_to_the_recorded_program(sentence):
    """Recorded with vaderSentiment 3.3.2; a text of several sentences is one to the program, so these are left out."""
    found = ours([sentence["text"]])
    if len(found) != 1:
        assert sentence["text"] in ("", "Why did they lie? Why? Why??")
    else:
        assert found[0][1] == tuple(sentence["vaderSentiment"][name] for name in FIELDS)


# The closed list of what is not as in the program: text, its compound, newskit's compound, fault of
# rules.py.
FAULTS = [
    ("The plan isn’t good.", 0.4404, -0.3412, 1),
    ("“Terrible” news for the port.", 0.0, -0.4767, 1),
    ("It was a terrible—truly awful—idea.", 0.0, -0.4939, 1),
    ("They were glad, but the chance was gone.", 0.3612, 0.5423, 2),
    ("😀good", 0.3612, 0.6597, 4),
    ("❤️", 0.0, 0.6369, 4),
]


@pytest.mark.parametrize(("text", "program", "newskit", "fault"), FAULTS, ids=[row[0] for row in FAULTS])
def test_faults_that_are_not_repeated(text, program, newskit, fault):
    assert SentimentIntensityAnalyzer().polarity_scores(text)["compound"] == program
    assert one(text)[0] == newskit


def test_third_fault_a_sum_that_is_zero_but_for_rounding():
    """Kind is 2.4, lost -1.3 and risk -1.1, which floats sum to -2e-16: then "!!!" tips the program, to -0.2206.

    Only up to Python 3.11: later ones sum floats without that rest.
    """
    assert 0 < abs(2.4 - 1.3 - 1.1) < 1e-9
    assert one("They were kind, lost and at risk!!!")[0] == 0.0


def test_plain_marks_and_typographic_marks_score_the_same():
    pairs = [
        ('"It\'s not a great plan," she said.', "“It’s not a great plan,” she said."),
        ("They don't 'love' it...", "They don’t ‘love’ it…"),
        ("A good - really good - idea.", "A good—really good—idea."),
        ("A win-win deal.", "A win–win deal."),
        ("«Good», he said.", '"Good", he said.'),
        ("A disas\u00adter.", "A disaster."),
    ]
    for plain, typographic in pairs:
        assert one(plain) == one(typographic)


def test_agreement_with_nltk_on_the_recorded_sentences():
    """NLTK's VADER is another program: it drops one-letter words, has no "no" rule, strips one mark a side."""
    single = [s for s in ORACLE if s["text"].isascii() and len(ours([s["text"]])) == 1]
    texts = [s["text"] for s in single]
    equal = [one(text)[0] == value for text, value in zip(texts, nltk_scores(texts)["compound"], strict=True)]
    assert len(equal) == 59
    assert [text for text, same in zip(texts, equal, strict=True) if not same] == [
        "No, the victory was not total.",
        "No good came of it.",
        "She has no doubt that it will fail.",
    ]


def test_the_word_lists_are_the_programs():
    boosters = {word for word, step in BOOSTER_DICT.items() if step > 0}
    dampeners = {word for word, step in BOOSTER_DICT.items() if step < 0}
    assert boosters == forms.BOOSTERS
    assert dampeners == forms.DAMPENERS | set(forms.DAMPENING)
    assert set(NEGATE) == forms.NEGATIONS
    assert {phrase: value for phrase, value in SPECIAL_CASES.items() if " " in phrase} == forms.IDIOMS
    assert SentimentIntensityAnalyzer().lexicon == forms.vader_valences()
    assert len(forms.IDIOM_WORDS) < forms.IDIOM_BASE
