"""Sheets to code by hand: a sample that can be drawn again, files that come back, nothing that runs."""

from __future__ import annotations

import numpy as np
import openpyxl
import pandas as pd
import pytest

import newskit as nk
from newskit.coding import sampling
from newskit.errors import InputError, ReadError, UnknownNameError

BOTH = pd.concat([nk.load_example(), nk.load_example("school")], ignore_index=True).assign(publisher=["Post", "Mail"])
TEXTS = dict(zip(BOTH["article_id"], BOTH["text"], strict=True))
CODES = {"tone": ["negative", "neutral", "positive"]}


@pytest.mark.parametrize("unit", ["sentence", "quotation", "paragraph", "article"])
def test_units_slice_back(unit):
    found = nk.coding.sheet(BOTH, unit=unit, n=None)
    places = zip(found["article_id"], found["start"], found["end"], strict=True)
    assert [TEXTS[article][start:end] for article, start, end in places] == found["text"].tolist()
    assert found["unit_id"].is_unique
    stated = nk.codebook("coding_sheet")["column"].tolist()
    assert list(found.columns) == [*stated[1:], "code"]
    assert found["code"].isna().all()


def test_context_is_what_stands_around():
    text = "One is here. Two is here.\n\nThree is here. Four is here. Five is here."
    found = nk.coding.sheet(text, n=None, context=1).set_index("text")
    assert found.loc["Three is here.", ["before", "after"]].tolist() == ["Two is here.", "Four is here."]
    assert found.loc["One is here.", "before"] == ""
    wide = nk.coding.sheet(text, n=None, context=9).set_index("text")
    assert wide.loc["Five is here.", "before"] == "One is here. Two is here. Three is here. Four is here."
    assert (nk.coding.sheet(text, n=None, context=0)[["before", "after"]] == "").all(axis=None)


def test_the_sample_can_be_drawn_again_and_grows():
    ids = [nk.coding.sheet(BOTH, n=n, seed=4)["unit_id"].tolist() for n in (5, 5, 12)]
    assert ids[0] == ids[1]
    assert set(ids[0]) < set(ids[2])
    assert ids[0] != nk.coding.sheet(BOTH, n=5, seed=5)["unit_id"].tolist()
    # A snapshot: on every machine, in every version.
    assert ids[0] == ["ferry:s3", "ferry:s13", "ferry:s17", "school:s10", "school:s15"]
    later = nk.coding.sheet(pd.concat([BOTH, BOTH.head(1).assign(article_id="new")]), n=None)
    assert set(nk.coding.sheet(BOTH, n=None)["unit_id"]) < set(later["unit_id"])


def test_every_unit_is_as_likely():
    ids, one_group = [f"0:s{n}" for n in range(10)], np.zeros(10, dtype=int)
    drawn = np.concatenate([sampling.drawn(ids, 3, seed, one_group) for seed in range(2000)])
    assert (abs(np.bincount(drawn) - 600) < 80).all()


def test_groups_get_as_many_as_they_have():
    short = BOTH.assign(text=["One is here. Two is here.", BOTH["text"].iloc[1]])
    found = nk.coding.sheet(short, n=10, by="publisher")
    assert found["publisher"].value_counts().to_dict() == {"Mail": 8, "Post": 2}
    assert nk.coding.sheet(BOTH, n=10, by="publisher")["publisher"].value_counts().tolist() == [5, 5]
    assert list(found.columns)[3] == "publisher"


def filled(path, codes):
    """Fill a sheet in, as a spreadsheet does."""
    book = openpyxl.load_workbook(path)
    page = book["coding"]
    names = [cell.value for cell in page[1]]
    for row, code in enumerate(codes, 2):
        page.cell(row, names.index("tone") + 1).value = code
    book.save(path)
    return [page.cell(row, names.index("unit_id") + 1).value for row in range(2, page.max_row + 1)]


def test_excel_sheets_come_back(tmp_path):
    nk.coding.sheet(BOTH, tmp_path / "tone.xlsx", n=30, codes=CODES, coders=["Ann Lee", "Ben"])
    ann, ben = tmp_path / "tone_ann_lee.xlsx", tmp_path / "tone_ben.xlsx"
    order = filled(ann, ["negative"] * 10 + ["neutral"] * 20)
    other = filled(ben, ["negative"] * 10 + ["neutral"] * 20)
    assert order != other
    assert sorted(order) == sorted(other)
    found = nk.coding.agreement(tmp_path)
    assert found["n_units"].tolist() == [30] * len(found)
    assert found["n_codes"].tolist() == [3] * len(found)  # stated in the codebook of the file
    assert nk.coding.disagreements([ann, ben])["codes"].str.contains("Ann Lee").all()
    filled(ben, ["negativ"])
    with pytest.raises(InputError, match=r"row 2 of tone_ben.xlsx, column 'tone': 'negativ' is not a code. Did you"):
        nk.coding.agreement([ann, ben])


def test_excel_sheets_offer_their_codes(tmp_path):
    meant = {"negative": "more bad than good", "positive": "more good than bad"}
    codes = {"tone": meant, "grade": [-1, 0, 1], "who": None}
    nk.coding.sheet(BOTH, tmp_path / "a.xlsx", n=4, codes=codes, coders=1, shuffle=False)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    listed = [[cell.value for cell in row] for row in book["codebook"].rows]
    assert listed[1:3] == [["tone", code, meaning] for code, meaning in meant.items()]
    assert [row[1] for row in listed[3:6]] == [-1, 0, 1]
    offered = {str(d.sqref): d.formula1 for d in book["coding"].data_validations.dataValidation}
    assert offered == {"J2:J5": "codebook!$B$2:$B$3", "K2:K5": "codebook!$B$4:$B$6"}
    page = book["coding"]
    assert [page.cell(2, column).number_format for column in (10, 11, 12)] == ["@", "General", "@"]  # "3-4" is no day
    hidden = {letter for letter, column in page.column_dimensions.items() if column.hidden}
    shown = [cell.value for cell in page[1] if cell.column_letter not in hidden]
    assert shown == ["before", "text", "after", "tone", "grade", "who", "notes"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_nothing_in_a_sheet_runs(tmp_path, ending):
    text = '=cmd|calc!A0 is here.\n\n+1 is here.\n\n@SUM(A1) is here.\n\n=HYPERLINK("x") is here.'
    frame = pd.DataFrame({"article_id": ["-2+3"], "text": [text]})
    codes = {"tone": ["=1+1", "+", "-"]}
    path = tmp_path / f"a.{ending}"
    made = nk.coding.sheet(frame, path, n=None, codes=codes, coders=1)
    if ending == "csv":
        cells = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig").to_numpy().ravel()
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    else:
        pages = openpyxl.load_workbook(path).worksheets
        cells = [cell for page in pages for row in page.rows for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]
    coded = made.assign(tone="+")
    nk.coding.agreement({"file": path, "ann": coded, "ben": coded}, codes=codes)  # the same units in file and frame


def test_csv_sheets_come_back_from_other_programs(tmp_path):
    made = nk.coding.sheet(BOTH, tmp_path / "tone.csv", n=6, codes=CODES, shuffle=False)
    first, second = (tmp_path / f"tone_coder_{n}.csv" for n in (1, 2))
    assert first.read_bytes().startswith(b"\xef\xbb\xbf")
    read = pd.read_csv(first, dtype=str)
    assert read["text"].tolist() == made["text"].tolist()
    read.assign(tone="neutral").to_csv(first, index=False, sep=";", encoding="cp1252")
    read.assign(tone="NEUTRAL", coder="coder 2").to_csv(second, index=False, sep="\t", encoding="utf-16")
    assert nk.coding.agreement([first, second])["value"].iloc[0] == 1


def test_coders_are_told_neither_the_group_nor_an_answer(tmp_path):
    nk.coding.sheet(BOTH, tmp_path / "a.csv", n=8, by="publisher", coders=1, codes=CODES)
    names = pd.read_csv(tmp_path / "a.csv").columns.tolist()
    assert names == [*nk.codebook("coding_sheet")["column"], "tone", "notes"]


def test_a_long_article_is_cut_in_excel_only(tmp_path):
    made = nk.coding.sheet("Word is here. " * 3000, tmp_path / "a.xlsx", unit="article", coders=1)
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx")["coding"]["H2"].value
    assert len(made["text"].iloc[0]) > 40_000
    assert len(cell) == 16_004
    assert cell.endswith(" […]")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"path": "a.docx"}, "expected .csv or .xlsx"),
        ({"n": 0}, "n=0"),
        ({"context": -1}, "context=-1"),
        ({"codes": {"text": ["a", "b"]}}, "cannot be called 'text'"),
        ({"codes": {"tone": ["a", "A"]}}, "twice"),
        ({"path": "a.csv", "coders": ["ann", "Ann"]}, "names that differ"),
        ({"path": "a.csv", "coders": "ann"}, r"a list: \['ann'\]"),
        ({"path": "a.csv", "coders": 0}, "expected a number, or names"),
    ],
)
def test_options_that_are_none(options, said):
    with pytest.raises(InputError, match=said):
        nk.coding.sheet(BOTH, **options)


def test_units_and_groups_that_are_none():
    with pytest.raises(UnknownNameError, match="Did you mean 'sentence'"):
        nk.coding.sheet(BOTH, unit="sentences")
    with pytest.raises(UnknownNameError, match="Did you mean 'publisher'"):
        nk.coding.sheet(BOTH, by="publishr")


def test_what_somebody_coded_is_not_written_over(tmp_path):
    nk.coding.sheet(BOTH, tmp_path / "a.csv", coders=1)
    with pytest.raises(InputError, match="may be filled in"):
        nk.coding.sheet(BOTH, tmp_path / "a.csv", coders=1)
    with pytest.raises(ReadError, match="could not be written"):
        nk.coding.sheet(BOTH, tmp_path / "no folder" / "a.xlsx", coders=1)


@pytest.mark.parametrize("text", ["", "...", "Word", "שלום עולם. מה שלומך?", "A\ud800 word is here.", "\x00 is here."])
def test_articles_with_hardly_a_word(text, tmp_path):
    for unit in ("sentence", "quotation", "paragraph", "article"):
        nk.coding.sheet(text, tmp_path / f"{unit}.csv", unit=unit, coders=1)
        found = nk.coding.sheet(text, tmp_path / f"{unit}.xlsx", unit=unit, coders=1)
        assert [text[s:e] for s, e in zip(found["start"], found["end"], strict=True)] == found["text"].tolist()
