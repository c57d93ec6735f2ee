from __future__ import annotations

import math
import warnings

import pandas as pd
import pytest

import newskit as nk
from newskit.analyses.readability.formulas.english import ALL, CLASSIC
from tests.texts import PASSAGES

COUNTS = {
    "n_words": 100.0, "n_sentences": 5.0, "n_syllables": 150.0, "n_letters": 470.0, "n_characters": 480.0,
    "n_polysyllables": 12.0, "n_complex_words": 10.0, "n_long_words": 25.0, "n_unfamiliar_words": 20.0,
}  # fmt: skip

# Arithmetic on COUNTS, done from the published formulas with 20 words a sentence and 1.5 syllables a word.
EXPECTED = {
    "flesch_reading_ease": 206.835 - 1.015 * 20 - 84.6 * 1.5,
    "flesch_kincaid": 9.91,
    "gunning_fog": 0.4 * (20 + 10),
    "smog": 3.1291 + 1.0430 * math.sqrt(72),
    "coleman_liau": 0.0588 * 470 - 0.296 * 5 - 15.8,
    "ari": 4.71 * 4.8 + 0.5 * 20 - 21.43,
    "dale_chall": 0.1579 * 20 + 0.0496 * 20 + 3.6365,
    "lix": 20 + 25,
    "rix": 5.0,
}


@pytest.mark.parametrize("measure", [m.measure for m in CLASSIC])
def test_formula_on_counts(measure: str) -> None:
    assert nk.score(COUNTS, measures=measure)[measure] == pytest.approx(EXPECTED[measure], abs=1e-9)


def test_dale_chall_adds_its_constant_only_above_five_percent() -> None:
    easy = nk.score({**COUNTS, "n_unfamiliar_words": 5.0}, measures="dale_chall")["dale_chall"]
    assert easy == pytest.approx(0.1579 * 5 + 0.0496 * 20)


def test_score_keeps_the_index_and_ignores_other_columns() -> None:
    frame = pd.DataFrame([COUNTS, COUNTS], index=["x", "y"]).assign(publisher="P")
    names = [m.measure for m in CLASSIC]
    scored = nk.score(frame, measures=names)
    assert scored.index.tolist() == ["x", "y"]
    assert scored.columns.tolist() == names


def test_counts_are_summed_then_scored() -> None:
    counts = nk.counts(PASSAGES).assign(publisher=["A", "A", "B", "B", "B"])
    scored = nk.score(counts.groupby("publisher").sum(numeric_only=True))
    joined = nk.readability(["\n\n".join(PASSAGES[:2]), "\n\n".join(PASSAGES[2:])], measures="all")
    assert scored["flesch_kincaid"].tolist() == pytest.approx(joined["flesch_kincaid"].tolist())


def test_copies_of_a_text_score_as_one() -> None:
    one = nk.readability(PASSAGES[0], measures="all")
    five = nk.readability("\n\n".join([PASSAGES[0]] * 5), measures="all")
    for m in ALL:
        assert five[m.measure].iloc[0] == pytest.approx(one[m.measure].iloc[0]), m.measure


def test_no_words_no_score() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        row = nk.readability("!!!", measures="all").iloc[0]
    assert row["n_words"] == 0
    assert all(pd.isna(row[m.measure]) for m in ALL)
    assert pd.isna(row["caveats"])


def test_caveats() -> None:
    assert nk.readability("The bridge is shut.")["caveats"].iloc[0] == "short; one-sentence; smog-short"
    swedish = (
        "Bron har varit avstängd sedan tisdagen och ingen vet när den kan öppnas igen för trafiken enligt kommunen. "
        * 2
    )
    assert "not-english" in nk.readability(swedish)["caveats"].iloc[0]
    assert pd.isna(nk.readability("\n\n".join(PASSAGES * 4))["caveats"].iloc[0])


def test_measures_table_and_readability_agree() -> None:
    table = nk.measures()
    assert table["measure"].is_unique
    frame = ["article_id", "n_words", "n_sentences"]
    classic = table.loc[table["classic"], "measure"].tolist()
    assert nk.readability("x", measures="all").columns.tolist() == [*frame, *table["measure"], "caveats"]
    assert sorted(nk.readability("x").columns) == sorted([*frame, *classic, "caveats"])
    assert (len(table), len(classic)) == (51, 9)
    assert set(table["direction"]) == {"higher is easier", "higher is harder"}
    assert (table["low"] < table["high"]).all()


def test_errors_name_what_is_wrong() -> None:
    with pytest.raises(nk.errors.UnknownNameError, match=r"There is no measure named 'flesh'. Did you mean"):
        nk.readability("x", measures="flesh")
    with pytest.raises(nk.errors.InputError, match="The table 'counts' has no column 'n_sentences'"):
        nk.score(pd.DataFrame({"n_words": [1]}))
    with pytest.raises(nk.errors.InputError, match="engine='textstats' is unknown; expected one of newskit, textstat"):
        nk.readability("x", engine="textstats")
    with pytest.raises(nk.errors.InputError, match="engine='textstat' cannot split voices"):
        nk.readability("x", engine="textstat", voice=True)
