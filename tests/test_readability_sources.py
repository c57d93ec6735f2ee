"""Every formula against a second source: what other programs give, or a worked example, for the same counts.

The files tests/golden/formulas_*.json hold counts, values, and where each value is from. textstat is asked live.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from newskit.analyses.readability.formulas.english import ALL, CLASSIC
from newskit.analyses.readability.formulas.measure import Measure
from newskit.analyses.readability.formulas.units import CLOZE, EASIER, GRADE, HARDER
from newskit.analyses.readability.textstat_engine import offline
from newskit.csv_files import csv_rows
from tests.texts import PASSAGES

FORMULAS = "newskit.analyses.readability.formulas"
GOLDEN = sorted((Path(__file__).parent / "golden").glob("formulas_*.json"))
NAMED = {m.measure: m for m in ALL}
# measure -> what textstat gives for a text; its counts for the same text are in `textstat_counts`.
TEXTSTAT = {
    "flesch_reading_ease": lambda t, x: t.flesch_reading_ease(x),
    "flesch_kincaid": lambda t, x: t.flesch_kincaid_grade(x),
    "gunning_fog_textstat": lambda t, x: t.gunning_fog(x),
    "smog": lambda t, x: t.smog_index(x),
    "coleman_liau_textstat": lambda t, x: t.coleman_liau_index(x),
    "ari": lambda t, x: t.automated_readability_index(x),
    "dale_chall_textstat": lambda t, x: t.dale_chall_readability_score(x),
    "dale_chall_v2_textstat": lambda t, x: t.dale_chall_readability_score_v2(x),
    "spache_textstat": lambda t, x: t.spache_readability(x),
    "linsear_write": lambda t, x: t.linsear_write_formula(x, strict_upper=False),
    "lix": lambda t, x: t.lix(x),
    "rix": lambda t, x: t.rix(x),
    "mcalpine_eflaw": lambda t, x: t.mcalpine_eflaw(x),
    "mean_sentence_length": lambda t, x: t.words_per_sentence(x),
    "mean_word_syllables": lambda t, x: t.syllable_count(x) / t.lexicon_count(x),
    "mean_word_letters": lambda t, x: t.avg_letter_per_word(x),
}
# No dash stands alone in them: textstat's ARI divides by tokens, of which a dash is one.
TEXTS = [
    PASSAGES[0],
    PASSAGES[2],
    " ".join([PASSAGES[0], PASSAGES[2]] * 6),
    "The cat sat. The dog ran. We saw it all. It was fun.",
    "Considerable deterioration of infrastructure necessitates immediate governmental intervention and "
    "unprecedented municipal expenditure throughout the metropolitan administrative territories.",
]


def recorded() -> list[tuple[str, dict[str, float], float, float, str]]:
    found = []
    for path in GOLDEN:
        file = json.loads(path.read_text(encoding="utf-8"))
        for case in file["cases"]:
            tolerance = case.get("tolerance", file["tolerance"])
            for measure, value in case["values"].items():
                label = f"{path.stem.removeprefix('formulas_')}-{case['case'][:20]}-{measure}"
                found.append((measure, case["counts"], value, tolerance, label))
    return found


@pytest.mark.parametrize(
    ("measure", "counts", "value", "tolerance"), [pytest.param(*case[:4], id=case[4]) for case in recorded()]
)
def test_value_of_a_second_source(measure: str, counts: dict[str, float], value: float, tolerance: float) -> None:
    assert NAMED[measure].compute(counts) == pytest.approx(value, abs=tolerance, rel=0)


def test_golden_files_say_where_their_values_are_from() -> None:
    assert len(GOLDEN) == 7
    for path in GOLDEN:
        file = json.loads(path.read_text(encoding="utf-8"))
        assert len(file["source"]) > 20, path.name
        assert len(file["how"]) > 20, path.name
        assert 0 < file["tolerance"] <= 0.051, path.name


def textstat_counts(t: Any, text: str) -> dict[str, float]:
    return {
        "n_words": t.lexicon_count(text),
        "n_sentences": t.sentence_count(text),
        "n_syllables": t.syllable_count(text),
        "n_letters": t.letter_count(text),
        "n_characters": t.char_count(text),
        "n_polysyllables": t.polysyllabcount(text),
        "n_monosyllables": t.monosyllabcount(text),
        "n_long_words": t.long_word_count(text),
        "n_mini_words": t.miniword_count(text),
        "n_unlisted_words": t.difficult_words(text, 0, unique=False),
        "n_unlisted_2_syllables": t.difficult_words(text, 2, unique=False),
        "n_unlisted_3_syllables": t.difficult_words(text, 3, unique=False),
    }


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
@pytest.mark.parametrize("measure", TEXTSTAT)
def test_parity_with_textstat_on_its_own_counts(measure: str, text: str) -> None:
    pytest.importorskip("textstat")
    with offline() as t:
        value, counts = float(TEXTSTAT[measure](t, text)), textstat_counts(t, text)
    assert NAMED[measure].compute(counts) == pytest.approx(value, abs=1e-9, rel=0)


def test_every_measure_has_a_second_source() -> None:
    tested = {case[0] for case in recorded()} | set(TEXTSTAT)
    assert tested == set(NAMED)
    assert len(ALL) == len(NAMED) >= 40


def bormuth_grade_35(c: Mapping[str, float]) -> float:
    """Bormuth's shorter formula for the same grade, as Readability Studio has it."""
    length, familiar = c["n_words"] / c["n_sentences"], 1 - c["n_unfamiliar_words"] / c["n_words"]
    letters = c["n_letters"] / c["n_words"]
    return 3.761864 + 1.053153 * letters - 2.138595 * familiar**3 + 0.152832 * length - 0.002077 * length**2


@pytest.mark.parametrize("length", [12, 16, 20, 24, 28])
@pytest.mark.parametrize("unfamiliar", [60, 120, 200, 280])
def test_bormuths_two_formulas_for_one_grade_agree(length: int, unfamiliar: int) -> None:
    """They would not with 0.21401 or 42.285, nor with unfamiliar words for familiar ones."""
    counts = {
        "n_words": 1000.0,
        "n_sentences": 1000 / length,
        "n_letters": 4300.0 + 3 * unfamiliar,
        "n_unfamiliar_words": float(unfamiliar),
    }
    assert NAMED["bormuth_grade"].compute(counts) == pytest.approx(bormuth_grade_35(counts), abs=0.5)


def test_danielson_and_bryan_made_two_scales_of_one_formula() -> None:
    counts = {"n_words": 270.0, "n_sentences": 10.0, "n_characters": 1164.0}
    first, second = (NAMED[f"danielson_bryan_{n}"].compute(counts) for n in (1, 2))
    assert second == pytest.approx(125 - 10 * first, abs=1e-9)


def news(length: float, hard: float) -> dict[str, float]:
    """Counts of a thousand words: `length` words a sentence, `hard` from 0 (plain) to 1 (heavy)."""
    shares = {
        "n_syllables": (1.42, 1.80), "n_letters": (4.4, 5.3), "n_characters": (4.5, 5.4),
        "n_polysyllables": (0.08, 0.20), "n_complex_words": (0.06, 0.15), "n_long_words": (0.18, 0.35),
        "n_monosyllables": (0.69, 0.53), "n_mini_words": (0.45, 0.35), "n_scrabble_points": (7.2, 9.2),
        "n_unfamiliar_words": (0.08, 0.28), "n_unlisted_words": (0.20, 0.42),
        "n_unlisted_2_syllables": (0.15, 0.36), "n_unlisted_3_syllables": (0.07, 0.19),
    }  # fmt: skip
    counted = {name: 1000 * (a + (b - a) * hard) for name, (a, b) in shares.items()}
    return {"n_words": 1000.0, "n_sentences": 1000 / length, **counted}


@pytest.mark.parametrize("measure", ALL, ids=lambda m: m.measure)
class TestEntry:
    def test_direction_is_as_stated(self, measure: Measure) -> None:
        plain, heavy = measure.compute(news(14, 0)), measure.compute(news(26, 1))
        assert (heavy > plain) == (measure.direction == HARDER)

    def test_news_lies_in_the_stated_range(self, measure: Measure) -> None:
        for counts in (news(15, 0.1), news(20, 0.5), news(25, 0.8)):
            assert measure.low <= measure.compute(counts) <= measure.high

    def test_scale_of_the_text_does_not_matter(self, measure: Measure) -> None:
        counts = news(20, 0.5)
        doubled = {name: 2 * n for name, n in counts.items()}
        assert measure.compute(doubled) == pytest.approx(measure.compute(counts), abs=1e-9)

    def test_needs_are_what_it_reads(self, measure: Measure) -> None:
        read: set[str] = set()

        class Spy(dict[str, float]):
            def __getitem__(self, name: str, /) -> float:
                read.add(name)
                return super().__getitem__(name)

        measure.compute(Spy(news(20, 0.5)))
        assert read == set(measure.needs)

    def test_columns_and_na(self, measure: Measure) -> None:
        rows = pd.DataFrame([news(14, 0), {name: float("nan") for name in news(14, 0)}, news(26, 1)])
        column = measure.compute(rows)
        assert column.isna().tolist() == [False, True, False]
        assert column.iloc[2] == pytest.approx(measure.compute(news(26, 1)))

    def test_it_is_described(self, measure: Measure) -> None:
        assert measure.measure.isidentifier()
        assert measure.measure == measure.measure.lower()
        assert measure.direction in (EASIER, HARDER)
        assert measure.low < measure.high
        assert all((measure.name, measure.formula, measure.unit, measure.calibrated_on, measure.source))
        assert (measure.unit == GRADE) <= (measure.direction == HARDER)
        assert (measure.unit == CLOZE) <= (measure.direction == EASIER)


def test_names_are_unique_and_the_classic_ones_among_them() -> None:
    assert len({m.name for m in ALL}) == len(ALL)
    assert {m.measure for m in CLASSIC} <= set(NAMED)
    assert len(CLASSIC) == 9


def test_left_out_says_why() -> None:
    left_out = {row["measure"]: row["why"] for row in csv_rows(FORMULAS, "left_out.csv")}
    assert not set(left_out) & {m.name for m in ALL}
    assert all(len(reason) > 20 for reason in left_out.values())
