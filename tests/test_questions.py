"""What a teacher, a doctoral student and a journalist asked is one call each; and where first users fell off."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest

import newskit as nk
from newskit.errors import InputError
from tests.lessons import NOTEBOOKS, ROOT, run

DATA = Path(__file__).resolve().parent.parent / "data" / "zelenskyy-nato-2024-11-30.txt"
TWO = pd.concat(
    [nk.load_example("ferry").assign(publisher="A"), nk.load_example("school").assign(publisher="B")],
    ignore_index=True,
)


@pytest.fixture(scope="module")
def article() -> pd.DataFrame:
    return nk.read_articles(DATA, progress=False)


def test_do_headline_caption_and_body_agree_on_certainty(article):
    found = nk.certainty(article)
    words = found.groupby("field")["text"].agg(set)
    assert "Hints" in words["headline"]
    assert "Agrees" in words["caption"]
    assert "may" in words["text"]
    kinds = dict(zip(zip(found["field"], found["text"], strict=True), found["kind"], strict=True))
    assert (kinds["headline", "Hints"], kinds["caption", "Agrees"]) == ("hedge", "commitment")


def test_ceasefire_in_which_spelling(article):
    places = pd.DataFrame(nk.concordance(article, "cease*fire"))
    assert len(places) == 2
    assert len(nk.concordance(article, "peace deal*")) == 0


def test_what_is_repeated(article):
    rows = nk.repetitions(article)
    assert "standfirst" in set(rows["first_field"])


def test_the_doctoral_student_groups_with_intervals_and_gets_a_methods_text():
    table = nk.readability(TWO, by="publisher", interval=True)
    assert list(table["publisher"]) == ["A", "B"]
    assert {"flesch_kincaid_low", "flesch_kincaid_high"} <= set(table.columns)
    assert "(Flesch, 1948)" in nk.methods(nk.analyze(TWO))
    assert "@article{Flesch1948" in nk.methods(nk.analyze(TWO), style="bibtex")


def test_the_journalist_pastes_compares_and_keeps_a_spreadsheet(tmp_path):
    text = "The lamp was stolen on Friday, and nobody at the harbor saw who did it. " * 9
    pasted = nk.read_articles(f"Lamp Stolen\n\nBy Ann Lee\n\n5 May 2024 10:15 BST\n\n{text}")
    assert pasted["headline"].iloc[0] == "Lamp Stolen"
    page = nk.report(nk.compare(TWO), tmp_path / "two.html")
    assert "side" in page.read_text(encoding="utf-8")
    nk.write_articles(TWO, tmp_path / "two.xlsx")
    assert len(nk.read_articles(tmp_path / "two.xlsx", progress=False)) == 2


# What docs/questions.md says is in the notebooks

_ROW = re.compile(r"^\| (\d+) \| (.+?) \| `(nk\.[\w.]+)` \| (\d\d), `(q\d\d)` \| (.+) \|$", re.MULTILINE)


class Answer(NamedTuple):
    number: str
    question: str
    call: str
    lesson: str
    tag: str
    said: str


ANSWERS = [Answer(*row) for row in _ROW.findall((ROOT / "docs" / "questions.md").read_text(encoding="utf-8"))]


def test_all_questions_have_an_answer():
    assert [int(answer.number) for answer in ANSWERS] == list(range(1, 25))
    assert [a.tag for a in ANSWERS] == [f"q{int(a.number):02}" for a in ANSWERS]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda a: a.tag)
def test_the_lesson_answers_the_question(answer):
    (notebook,) = (path for path in NOTEBOOKS if path.stem.startswith(answer.lesson))
    cells = [cell for cell in run(notebook) if answer.tag in cell.tags]
    assert any(f"{answer.call}(" in cell.source for cell in cells)
    output = "".join(cell.output for cell in cells)
    assert [said for said in re.findall(r"`(.+?)`", answer.said) if said not in output] == []


# Where first users fell off


def test_a_plot_or_function_given_articles_says_what_makes_its_table():
    for call, made in ((nk.plots.speakers, "nk.speakers(nk.quotes(articles))"), (nk.score, "nk.counts(articles)")):
        for given in (TWO, "text"):
            with pytest.raises(InputError) as caught:
                call(given)
            assert made in str(caught.value)
            assert "published_local" not in str(caught.value)


def test_nine_measures_and_no_odd_names():
    assert nk.readability(TWO).shape[1] < 16
    assert not nk.measures()["measure"].str.contains("fuck").any()


def test_plot_and_grades_say_the_same_range():
    scores = nk.readability(TWO.iloc[[0]])
    said = nk.grades(scores).round(1).iloc[0]
    ax = nk.plots.readability(scores)
    assert any(f"grades {said.grade_low} to {said.grade_high}" in text.get_text() for text in ax.texts)
    ax.figure.clear()


def test_a_table_whose_rows_have_names_keeps_them():
    voices = nk.sentiment(TWO.iloc[[0]], voice=True).set_index("voice")
    assert "quoted" in nk.show(voices).html
    assert "as it is" in nk.show(nk.readability("It rained.").set_axis(["as it is"])).html


def test_what_is_told_of_somebody_is_not_what_they_vowed():
    (said,) = nk.quotes("US President-elect Ann Lee, who has vowed to end the war, is seen as a key player.")["text"]
    assert said == "to end the war"
    (said,) = nk.quotes("Ann Lee, who said that nothing, not even rain, was a danger to the town.")["text"]
    assert said.endswith("to the town")


def test_a_last_name_above_the_text_is_the_person_who_speaks_in_it():
    article = pd.DataFrame(
        {
            "headline": ["Lee: “Bridge is not safe”"],
            "standfirst": ["Lee said that the bridge was old. Ek said that it was not. She said nobody asked."],
            "text": ["“It shakes,” said Mayor Ann Lee. “It holds,” said Bo Ek. “No,” said his brother, Jan Ek."],
        }
    )
    table = nk.quotes(article)
    above = table[table["field"] != "text"].set_index("speaker_mention")["speaker"]
    assert above["Lee"].tolist() == ["Ann Lee", "Ann Lee"]
    assert above["Ek"] == "Ek"  # two people bear that name
    assert pd.isna(above["She"])


def test_a_row_of_articles_in_a_cell_is_a_card_and_dollars_are_dollars():
    html = nk.show(TWO.iloc[[0]].assign(headline="$5 and $6")).html
    assert "mathjax_ignore" in html
    assert html.count("<tr>") < 20


def test_plots_by_outlet_have_names():
    ax = nk.plots.readability(nk.readability(TWO, by="publisher"))
    assert {"A", "B"} <= {tick.get_text() for tick in ax.get_yticklabels()}
    ax.figure.clear()
