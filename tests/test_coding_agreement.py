"""Agreement of coders: equal to what is published, to the printed digit; and what it does with poor sheets."""

from __future__ import annotations

import re
import time
from collections import Counter

import numpy as np
import pandas as pd
import pytest

import newskit as nk
from newskit.coding.alpha import LEVELS, krippendorff_alpha
from newskit.coding.ratings import Ratings
from newskit.errors import InputError, ReadError
from tests.coding_examples import EXAMPLES, ORDINAL, ORDINAL_BY_A_PEER, Example

PRINTED = [(example, what) for example in EXAMPLES for what in example.printed]


def measured(example: Example, what: str) -> float:
    measure, _, distance = what.partition(" ")
    is_alpha = measure == "krippendorff_alpha"
    weights = distance if measure == "cohen_kappa" and distance != "nominal" else None
    found = nk.coding.agreement(
        example.frame, level=distance if is_alpha else "nominal", kappa_weights=weights, interval=False
    )
    row = found[(found["measure"] == measure) & (found["distance"] == distance)]
    return float(row["value"].iloc[0])


@pytest.mark.parametrize(("example", "what"), PRINTED, ids=lambda x: x if isinstance(x, str) else x.source[:40])
def test_equals_what_is_printed(example, what):
    printed = example.printed[what]
    digits = len(printed.partition(".")[2])
    assert f"{measured(example, what):.{digits}f}" == printed, example.source


@pytest.mark.parametrize("source", ORDINAL_BY_A_PEER)
def test_ordinal_alpha_is_that_of_a_peer(source):
    (example,) = (example for example in EXAMPLES if example.source.startswith(source))
    assert f"{measured(example, ORDINAL):.6f}" == ORDINAL_BY_A_PEER[source]


def test_every_measure_has_five_published_examples():
    n = Counter(what for _, what in PRINTED)
    assert n.pop(ORDINAL) == 4  # and five by a peer
    assert min(n.values()) >= 5, n


TONES = ["negative", "neutral", "positive"]
IDS = [f"a:s{n}" for n in range(6)]
ANN = pd.DataFrame({"unit_id": IDS, "tone": ["negative", "neutral", "neutral", "positive", "neutral", "negative"]})
BEN = pd.DataFrame({"unit_id": IDS, "tone": ["negative", "neutral", "positive", "positive", "neutral", "neutral"]})


def alpha(found, variable="tone"):
    chosen = found[(found["variable"] == variable) & (found["measure"] == "krippendorff_alpha")]
    return chosen.iloc[0]


def test_all_ways_to_hand_sheets_over_are_the_same(tmp_path):
    ANN.to_csv(tmp_path / "ann.csv", index=False)
    BEN.to_csv(tmp_path / "ben.csv", index=False, sep=";", encoding="utf-16")
    long = pd.concat([ANN.assign(coder="ann"), BEN.assign(coder="ben")])[["coder", "unit_id", "tone"]]
    long.to_excel(tmp_path / "both.xlsx", index=False)
    wide = pd.DataFrame({"ann": ANN["tone"], "ben": BEN["tone"]})
    paths = [tmp_path / "ann.csv", str(tmp_path / "ben.csv")]
    named = dict(zip(("ann", "ben"), paths, strict=True))
    given = ([ANN, BEN], {"ann": ANN, "ben": BEN}, paths, named, long, tmp_path / "both.xlsx")
    found = list(map(nk.coding.agreement, given))
    for other in found[1:]:
        pd.testing.assert_frame_equal(found[0], other)
    pd.testing.assert_series_equal(found[0]["value"], nk.coding.agreement(wide)["value"])
    (tmp_path / "both.xlsx").unlink()
    (tmp_path / "~$ann.xlsx").write_bytes(b"a lock of Excel")
    pd.testing.assert_frame_equal(found[0], nk.coding.agreement(tmp_path))


def test_the_table_is_what_the_codebook_says_and_does_not_change():
    found = nk.coding.agreement([ANN, BEN])
    assert list(found.columns) == nk.codebook("agreement")["column"].tolist()
    assert [str(t) for t in found.dtypes] == nk.codebook("agreement")["dtype"].tolist()
    pd.testing.assert_frame_equal(found, nk.coding.agreement([ANN, BEN]))
    assert (found["low"] <= found["value"]).all()
    assert (found["value"] <= found["high"]).all()
    assert found["n_units"].tolist() == [6] * 6


def test_capitals_blanks_and_numbers_as_excel_writes_them_do_not_count():
    other = BEN.assign(tone=[" Negative", "NEUTRAL ", "positive", "positive", "neutral", "neutral"])
    assert alpha(nk.coding.agreement([ANN, other])).value == alpha(nk.coding.agreement([ANN, BEN])).value
    ones, twos = (
        pd.DataFrame({"a": [1, 2, True], "b": ["1", 2.0, "TRUE"]}),
        pd.DataFrame({"a": ["0,5", "1"], "b": [0.5, 1]}),
    )
    assert alpha(nk.coding.agreement(ones), "code").value == 1
    assert alpha(nk.coding.agreement(twos, level="interval"), "code").n_codes == 3  # "0,5" and "0.5" are two spellings


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("negatve", "'negatve' is not a code. Did you mean 'negative'? Codes of 'tone': negative, neutral, positive."),
        ("negative; neutral", "'negative; neutral' is not a code"),
        (pd.Timestamp("2024-04-03"), "a spreadsheet has made a date of what was typed"),
        ("04-Mar", "a spreadsheet has made a date of what was typed"),
        (True, "'TRUE' is not a code"),
    ],
)
def test_a_cell_that_holds_no_code_is_named(tmp_path, cell, said):
    wrong = BEN.assign(tone=[*BEN["tone"][:4], cell, "neutral"])
    with pytest.raises(InputError, match="row 4 of sheet 2, column 'tone': ") as raised:
        nk.coding.agreement([ANN, wrong], codes={"tone": TONES})
    assert said in str(raised.value)
    wrong.to_excel(tmp_path / "ben.xlsx", index=False)
    with pytest.raises(InputError, match=r"row 6 of ben.xlsx, column 'tone': "):
        nk.coding.agreement([ANN, tmp_path / "ben.xlsx"], codes={"tone": TONES})


def test_a_date_is_never_a_code():
    with pytest.raises(InputError, match="format the column as text"):
        nk.coding.agreement([ANN, BEN.assign(tone=pd.Timestamp("2024-04-03"))])


def test_codes_that_excel_wrote_in_capitals_are_found():
    codes = {"attributed": ["true", "false"]}
    given = pd.DataFrame({"unit_id": IDS, "attributed": [True, False, True, False, True, False]})
    assert alpha(nk.coding.agreement([given, given], codes=codes), "attributed").value == 1


def test_missing_cells_are_left_out_and_named_where_none_may_be():
    gaps = BEN.assign(tone=["negative", None, " ", "positive", "NA", "neutral"])
    row = alpha(nk.coding.agreement([ANN, gaps]))
    assert (row.n_units, row.n_missing) == (3, 3)
    assert "missing" in row.caveats
    with pytest.raises(InputError, match=r"No code in column 'tone': row 1 of sheet 2; row 2 of sheet 2; row 4 of"):
        nk.coding.agreement([ANN, gaps], complete=True)


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        ([ANN], "All is coded by 'coder 1': agreement needs two"),
        ([], "There is no sheet"),
        ([ANN.head(0), BEN.head(0)], "All is coded by nobody"),
        (7, "Expected coding sheets, got int"),
        ([7], "Sheet 1 is int"),
        ([ANN, BEN.rename(columns={"tone": "tonne"})], "sheet 1 has no column 'tonne'. Did you mean 'tone'?"),
        ([ANN, BEN.drop(columns="unit_id")], "sheet 2 has no column 'unit_id'"),
        ([ANN[["unit_id"]], BEN], "sheet 1 has no column 'tone'"),
        ([ANN[["unit_id"]], BEN[["unit_id"]]], "has no column for codes right of unit_id"),
        (
            [ANN, pd.concat([BEN, BEN.tail(1)])],
            "'coder 2' has the unit 'a:s5' twice: row 5 of sheet 2, and row 5 of sheet 2",
        ),
        (pd.DataFrame([["a", "b"]], columns=["x", "x"]), "the frame has two columns 'x'"),
        ([ANN.assign(coder="ann"), BEN.assign(coder="ann")], "'ann' has the unit 'a:s0' twice"),
        ([ANN, BEN.assign(unit_id=[f"b:s{n}" for n in range(6)])], "No unit was coded by two coders"),
        ([ANN, BEN.assign(unit_id=[None, *IDS[1:]])], "row 0 of sheet 2 has no unit_id"),
    ],
)
def test_sheets_that_do_not_fit(sheets, said):
    with pytest.raises(InputError, match=re.escape(said)):
        nk.coding.agreement(sheets)


def test_other_words_under_one_id_are_another_unit():
    one, two = (f.assign(text=t)[["unit_id", "text", "tone"]] for f, t in ((ANN, "Rain fell."), (BEN, "Snow fell.")))
    with pytest.raises(InputError, match="sheets are of different articles"):
        nk.coding.agreement([one, two])
    assert len(nk.coding.agreement([one, two.assign(text="rain fell")], interval=False)) == 6


def test_files_that_are_no_sheets(tmp_path):
    (tmp_path / "a.csv").write_text("unit_id,tone\n1,yes\n2,no,x,y,z\n")
    (tmp_path / "b.xlsx").write_bytes(b"not a workbook")
    (tmp_path / "c.docx").write_bytes(b"")
    for name, said in {
        "a.csv": "row 3",
        "b.xlsx": "Excel",
        "c.docx": "no coding sheet",
        "d.csv": "There is no file",
    }.items():
        with pytest.raises(ReadError, match=said):
            nk.coding.agreement([tmp_path / name, ANN])


def test_no_agreement_by_chance_is_not_defined():
    same = pd.DataFrame({"ann": ["no"] * 40, "ben": ["no"] * 40})
    found = nk.coding.agreement(same).set_index("measure")
    assert found.loc["percent_agreement", "value"] == 1
    assert found.drop("percent_agreement")["value"].isna().all()
    assert set(found["caveats"]) == {"no-variation; no-disagreement; one-sided"}


def test_caveats():
    sided = pd.DataFrame({"ann": ["no"] * 38 + ["yes"] * 2, "ben": ["no"] * 37 + ["yes", "no", "maybe"]})
    assert set(nk.coding.agreement(sided)["caveats"]) == {"one-sided; code-of-one"}
    (caveats,) = set(nk.coding.agreement(sided.head(20))["caveats"])
    assert caveats == "no-variation; no-disagreement; few-units; one-sided"
    alone = pd.DataFrame({"unit_id": IDS, "tone": ANN["tone"], "frame": None})
    both = nk.coding.agreement([alone, BEN.assign(frame="war")], variables=["tone", "frame"])
    assert both[both["variable"] == "frame"]["caveats"].str.contains("one-coder").all()


def test_levels():
    with pytest.raises(InputError, match=r"the order of its codes is not known \(negative, neutral, positive\)"):
        nk.coding.agreement([ANN, BEN], level="ordinal")
    ordered = alpha(nk.coding.agreement([ANN, BEN], level={"tone": "ordinal"}, codes={"tone": TONES}))
    assert ordered.distance == "ordinal"
    with pytest.raises(InputError, match="'negative' is not a number"):
        nk.coding.agreement([ANN, BEN], level="interval")
    with pytest.raises(InputError, match="its code -1 is below 0"):
        nk.coding.agreement(pd.DataFrame({"a": [-1, 2], "b": [1, 2]}), level="ratio")
    with pytest.raises(InputError, match="3,001 different numbers"):
        nk.coding.agreement(pd.DataFrame({"a": range(3001), "b": range(3001)}), level="ratio")
    with pytest.raises(nk.errors.UnknownNameError, match="Did you mean 'ordinal'"):
        nk.coding.agreement([ANN, BEN], level="ordnal")
    with pytest.raises(nk.errors.UnknownNameError, match="quadratic"):
        nk.coding.agreement([ANN, BEN], kappa_weights="squared")


@pytest.mark.parametrize(
    ("codes", "said"),
    [({"tone": ["a", "A"]}, "'a' twice"), ({"tone": ["a"]}, "1 codes"), ({"tone": "negative"}, "expected a list")],
)
def test_codes_that_are_none(codes, said):
    with pytest.raises(InputError, match=said):
        nk.coding.agreement([ANN, BEN], codes=codes)


def test_disagreements():
    cem = BEN.assign(tone=["negative", "positive", "negative", "positive", "neutral", "neutral"])
    found = nk.coding.disagreements({"ann": ANN, "ben": BEN, "cem": cem})
    assert list(found.columns) == nk.codebook("disagreements")["column"].tolist()
    assert found["unit_id"].tolist() == ["a:s2", "a:s1", "a:s5"]  # the least agreed on first
    assert found["codes"].tolist()[1:] == ["neutral (ann, ben); positive (cem)", "neutral (ben, cem); negative (ann)"]
    assert found["most"].isna().tolist() == [True, False, False]


@pytest.mark.slow
def test_time_is_linear_in_units():
    def seconds(n):
        codes = np.random.default_rng(1).integers(0, 3, (n, 3))
        ratings = Ratings(codes, np.arange(3.0))
        begin = time.perf_counter()
        for level in LEVELS:
            krippendorff_alpha(ratings, np.ones((1, n)), level)
        return time.perf_counter() - begin

    assert min(seconds(80_000) for _ in range(3)) < 8 * min(seconds(20_000) for _ in range(3))
