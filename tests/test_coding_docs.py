"""docs/coding.md runs, and says what is true."""

from __future__ import annotations

import doctest
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest

import newskit as nk
from tests.coding_examples import EXAMPLES
from tests.evaluation.alpha_intervals import CODES, SEEN, UNITS, measured

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE = (DOCS / "coding.md").read_text(encoding="utf-8")
SHEETS = sorted((DOCS / "_static" / "coding").glob("tone_*.csv"))


def test_the_example_runs(tmp_path, monkeypatch):
    for sheet in SHEETS:
        shutil.copy(sheet, tmp_path)
    monkeypatch.chdir(tmp_path)
    (first,) = re.findall(r"```python\n(.*?)```", PAGE, flags=re.S)
    exec(first, {})
    assert {path.name for path in tmp_path.glob("*.xlsx")} == {"tone_ann.xlsx", "tone_ben.xlsx"}
    said = "\n".join(re.findall(r"```pycon\n(.*?)```", PAGE, flags=re.S))
    test = doctest.DocTestParser().get_doctest(said, {}, "coding.md", None, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    assert runner.run(test).failed == 0


def test_the_sheets_are_what_sheet_draws():
    articles = nk.load_example("harbor")
    drawn = nk.coding.sheet(articles, n=40, by="publisher", codes={"tone": None})
    for path in SHEETS:
        read = pd.read_csv(path, dtype=str)
        assert sorted(read["unit_id"]) == sorted(drawn["unit_id"])
        assert set(read["text"]) == set(drawn["text"])


def test_figures_on_the_page():
    assert f"on {len(EXAMPLES)} published examples" in PAGE


@pytest.mark.slow
@pytest.mark.parametrize("row", range(3))  # those with more units take minutes
def test_the_table_of_widths(row):
    table = [line.split("|")[1:-1] for line in PAGE.splitlines() if re.match(r"\| \d+ \|", line)]
    told = [float(cell.strip(" ±")) for cell in table[row][1:]]
    assert int(table[row][0]) == UNITS[row]
    found = [measured(frequent, seen, UNITS[row], 60)[0] for frequent in CODES.values() for seen in SEEN]
    assert told == pytest.approx(found, abs=0.03)
