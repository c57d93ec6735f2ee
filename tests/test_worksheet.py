"""The worksheet: lines that are the same for everybody, tasks, and a key that says what it does not know."""

from __future__ import annotations

import html
import re
from itertools import chain
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newskit as nk
from newskit.cli import main
from newskit.errors import InputError, ReadError, UnknownNameError
from newskit.teaching.key import shortened
from newskit.teaching.printed_lines import MEASURE, direction, printed
from newskit.teaching.tasks import TASKS, all_tasks
from tests.test_reporting import Page, article, articles


def made(source, folder, **more):
    return nk.worksheet(source, Path(folder) / "w.html", **more).read_text(encoding="utf-8")


def shown_lines(source):
    found = re.findall(r'<span class="no">(\d+)</span><span class="words"[^>]*>(.*?)</span>', source)
    return {int(number): html.unescape(words) for number, words in found}


def cells(source, caption):
    table = re.search(rf"<caption>{caption}</caption>(.*?)</table>", source, re.S)[1]
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.S)
    return [[html.unescape(re.sub("<[^>]*>", "", c)) for c in re.findall(r"<t[hd].*?</t[hd]>", r)] for r in rows[1:]]


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    return made(nk.load_example(), tmp_path_factory.mktemp("sheet"))


def test_every_word_stands_on_a_numbered_line(page):
    lines = shown_lines(page)
    text = nk.load_example()["text"][0]
    assert list(lines) == list(range(1, len(lines) + 1))
    assert " ".join(lines.values()).split() == text.split()


def test_the_key_names_the_line_on_which_a_thing_stands(page):
    lines = shown_lines(page)
    for line, words, *_ in cells(page, "Quotations") + cells(page, "Times") + cells(page, "Hedges"):
        if line.removeprefix("? ") not in ("H", "S"):
            numbers = [int(n) for n in line.removeprefix("? ").split("–")]
            there = " ".join(lines[n] for n in range(numbers[0], numbers[-1] + 1))
            assert words.split("…")[0].strip() in there


def test_the_key_says_who_speaks_and_what_a_time_means(page):
    assert ["21", "“a bandage”", "Mara Denholm", "called"] in cells(page, "Quotations")
    assert ["9", "Today", "Thu 12 Sep 2024"] in cells(page, "Times")
    assert ["a letter", "document", "–", "12"] in cells(page, "Sources")
    assert ["19", "could", "possibility modal", "the outlet's"] in cells(page, "Hedges")
    assert "328 words in 19 sentences" in page
    assert "met for the first time" in page


def test_what_is_not_sure_is_to_be_checked_together(page):
    doubtful = nk.quotes(nk.load_example()).query("confidence < 0.8")
    marked = [row for row in cells(page, "Sources") if "?" in "".join(row)]
    assert [row[0] for row in marked] == doubtful["speaker"].tolist() != []


def test_times_without_a_day_of_publication(tmp_path):
    page = made("It rained on Friday, and it may snow.", tmp_path)
    assert "No day of publication is known" in page
    assert ["? 1", "Friday", "not resolved"] in cells(page, "Times")


def test_tasks_are_chosen_and_the_key_left_out(tmp_path):
    page = made(nk.load_example(), tmp_path, tasks=["times", "hedges", "times"], key=False, title="Monday")
    assert re.findall("<li><b>(.*?)</b>", page) == ["Times", "Hedges"]
    assert 'class="key"' not in page
    assert "Monday" in page
    assert set(TASKS) == set(all_tasks())


def test_no_task_is_an_article_with_numbers(tmp_path):
    page = made("It rained.", tmp_path, tasks=(), key=False)
    assert shown_lines(page) == {1: "It rained."}
    assert "<ul" not in page


def test_the_page_is_safe_and_the_same_every_time(tmp_path):
    hostile = '"><script>alert(1)</script>'
    source = articles(article(headline=hostile, text=f"{hostile} said: “We {hostile} will pay.”", subheads=[hostile]))
    first, again = made(source, tmp_path), made(source, tmp_path, title=None)
    assert first == again
    page = Page(made(source, tmp_path, title=hostile))
    assert not {"script", "img", "iframe", "svg", "form", "link"} & set(page.tags)
    assert page.events == []
    policy = next(a for tag, a in page.attributes if a.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"].startswith("default-src 'none'")


@pytest.mark.parametrize("text", ["Snow.", "x", "“", "7", "\u0301", "x" * 5_000, "𝐍𝐀𝐓𝐎 " * 50, "a\n\n\n b\n c"])
def test_articles_of_any_size(tmp_path, text):
    page = made(pd.DataFrame({"text": [text]}), tmp_path)
    assert "".join(shown_lines(page).values()).split() == text.split() or len(text) > 100 or "\n" in text


def test_text_from_right_to_left_keeps_its_direction_on_every_line(tmp_path):
    text = "قال عمدة سيهام يوم الجمعة إن البلدة ستدفع ثمن الميناء. " * 5 + "NATO said so."
    page = made(pd.DataFrame({"text": [text], "language": ["ar"]}), tmp_path)
    assert set(re.findall(r'class="words" dir="(\w+)"', page)) == {"rtl"}
    assert '<article class="sheet airy" lang="ar">' in page
    assert "this article says that it is ar" in page
    assert [direction(t) for t in ("", "1. NATO", "«قال»")] == ["ltr", "ltr", "rtl"]


def test_errors_name_the_remedy(tmp_path):
    target = tmp_path / "w.html"
    with pytest.raises(InputError, match=r"one article; got 2\. Choose one: nk\.worksheet\(articles\.iloc"):
        nk.worksheet(["It rained.", "It snowed."], target)
    with pytest.raises(InputError, match="has no text in its column 'text'"):
        nk.worksheet(pd.DataFrame({"text": [" \n"], "headline": ["Rain"]}), target)
    with pytest.raises(UnknownNameError, match=r"quotations"):
        nk.worksheet("It rained.", target, tasks=["quotation"])
    with pytest.raises(ReadError, match=r"The page could not be written to .*no-such"):
        nk.worksheet("It rained.", tmp_path / "no-such" / "w.html")
    assert not target.exists()


def test_a_target_that_is_a_folder_is_left_alone(tmp_path):
    with pytest.raises(ReadError, match="could not be written"):
        nk.worksheet("It rained.", tmp_path)


def test_the_command(tmp_path, capsys):
    source, target = tmp_path / "a.txt", tmp_path / "out" / "sheet.html"
    source.write_text("Rain\n\nIt rained on Friday, the mayor said. It may snow, too, she added.\n", encoding="utf-8")
    assert main(["worksheet", str(source), "-o", str(target), "--tasks", "times", "--no-key"]) == 0
    assert re.findall("<li><b>(.*?)</b>", target.read_text(encoding="utf-8")) == ["Times"]
    assert main(["worksheet", str(source), "-o", str(target), "--tasks", "tims"]) == 2
    assert "times" in capsys.readouterr().err


@given(st.text(alphabet="ab Né新\u0301\n“", max_size=300), st.integers(4, 40))
def test_no_line_is_wider_than_the_measure_and_no_letter_is_lost(text, measure):
    lines = list(chain.from_iterable(printed(text, measure).paragraphs))
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert "".join("".join(text[a.start : a.end] for a in lines).split()) == "".join(text.split())
    assert all(len(text[line.start : line.end]) <= measure * 2 or "\u0301" in text for line in lines)


def test_breaking_lines_takes_linear_time():
    printed("word " * 200_000)
    printed("x" * 200_000)
    assert len(printed("x" * 740).starts) == 740 / MEASURE


def test_long_quotations_are_told_by_their_ends():
    assert shortened(" ".join("abcdefghijkl")) == "a b c d e f g h i j k l"
    assert shortened(" ".join("abcdefghijklm")) == "a b c d e f … j k l m"
