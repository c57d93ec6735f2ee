"""textstat and NLTK offline, against what they answer with their own data (tests/golden/oracle_*.json).

The oracle was recorded with textstat 0.7.13, NLTK 3.10.4 and NLTK's own `cmudict` and `vader_lexicon`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pandas as pd
import pytest

from newskit.analyses.readability.textstat_engine import MEASURES, offline, textstat_scores
from newskit.analyses.sentiment.nltk_engine import SCORES, analyzer, nltk_scores
from newskit.errors import MissingExtraError, NewskitError, UnknownNameError

GOLDEN = Path(__file__).parent / "golden"
SAMPLE = Path(__file__).parents[1] / "data" / "zelenskyy-nato-2024-11-30.txt"
TEXTS = json.loads((GOLDEN / "oracle_texts.json").read_text(encoding="utf-8"))
TEXTSTAT = json.loads((GOLDEN / "oracle_textstat.json").read_text(encoding="utf-8"))["values"]
VADER = json.loads((GOLDEN / "oracle_vader.json").read_text(encoding="utf-8"))["sentences"]


def test_oracle_is_whole():
    assert len(TEXTS) == 16
    assert set(TEXTSTAT) == {*TEXTS, "sample_article_whole_file"}
    assert len(VADER) == 64


@pytest.mark.parametrize("name", TEXTS)
def test_textstat_equals_the_oracle(name):
    row = textstat_scores([TEXTS[name]]).iloc[0]
    assert row.to_dict() == pytest.approx({m: TEXTSTAT[name][t] for m, t in MEASURES.items()}, abs=1e-9)


@pytest.mark.skipif(not SAMPLE.exists(), reason="data/ is not in the distribution")
def test_textstat_equals_the_oracle_on_the_sample_article():
    text = SAMPLE.read_bytes().decode("utf-8")
    expected = TEXTSTAT["sample_article_whole_file"]
    row = textstat_scores([text]).iloc[0]
    assert row.to_dict() == pytest.approx({m: expected[t] for m, t in MEASURES.items()}, abs=1e-9)


@pytest.mark.parametrize("name", TEXTS)
def test_every_other_figure_of_textstat_equals_the_oracle(name):
    with offline() as textstat:
        found = {figure: getattr(textstat, figure)(TEXTS[name]) for figure in TEXTSTAT[name]}
    numbers = {k: v for k, v in TEXTSTAT[name].items() if not isinstance(v, str)}
    assert {k: found[k] for k in numbers} == pytest.approx(numbers, abs=1e-9)
    assert found["text_standard"] == TEXTSTAT[name]["text_standard"]


def test_textstat_rows_and_columns():
    table = textstat_scores(["One bridge. Two bridges were shut.", None, "", "?!… —", "word"], ["rix", "lix"])
    assert list(table.columns) == ["rix", "lix"]
    assert table.isna().all(axis=1).tolist() == [False, True, True, True, False]
    assert (table.dtypes == "float64").all()
    assert list(textstat_scores([]).columns) == list(MEASURES)


def test_textstat_unknown_measure():
    with pytest.raises(UnknownNameError, match=r"'flesh'.*Known:.*flesch_kincaid"):
        textstat_scores(["text"], ["flesh"])


def test_textstat_is_left_as_it_was():
    from textstat.backend.counts import _count_syllables
    from textstat.backend.counts._count_syllables import count_syllables

    original = _count_syllables.get_cmudict
    with offline():
        assert _count_syllables.get_cmudict is not original
        assert count_syllables("generals", "en_US") == 3
    assert _count_syllables.get_cmudict is original
    assert count_syllables.cache_info().currsize == 0
    with pytest.raises(ZeroDivisionError), offline():
        raise ZeroDivisionError
    assert _count_syllables.get_cmudict is original


def test_textstat_does_not_take_over_a_users_settings():
    import textstat

    before = textstat_scores([TEXTS["bridge_agency"]])
    textstat.textstat.set_lang("de_DE")
    textstat.textstat.set_rounding_points(0)
    try:
        pd.testing.assert_frame_equal(textstat_scores([TEXTS["bridge_agency"]]), before)
    finally:
        textstat.textstat.set_lang("en_US")
        textstat.textstat.set_rounding_points(None)


def test_textstat_in_threads():
    expected = textstat_scores(list(TEXTS.values()))
    found: list[pd.DataFrame] = []
    threads = [threading.Thread(target=lambda: found.append(textstat_scores(TEXTS.values()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    for table in found:
        pd.testing.assert_frame_equal(table, expected)


def test_textstat_of_another_build(monkeypatch):
    from textstat.backend.counts import _count_syllables

    monkeypatch.delattr(_count_syllables, "get_cmudict")
    with pytest.raises(NewskitError, match=r"textstat 0\.7\.\d+ keeps .* \(0\.7\.8 to 0\.7\.13"):
        textstat_scores(["text"])


@pytest.mark.parametrize("sentence", VADER, ids=range(len(VADER)))
def test_nltk_equals_the_oracle(sentence):
    assert nltk_scores([sentence["text"]]).iloc[0].to_dict() == {name: sentence["nltk"][name] for name in SCORES}


def test_nltk_rows_and_columns():
    table = nltk_scores(["The plan is good.", None, ""])
    assert list(table.columns) == list(SCORES)
    assert table["compound"].isna().tolist() == [False, True, False]
    assert nltk_scores([]).empty


def test_nltk_lexicon_is_nltks():
    listed = analyzer().lexicon
    # NLTK's own state of the list: what vaderSentiment added since is not in it, two valences are older.
    assert len(listed) == 7502
    assert {"flawed", "heart", "hearts", ":P"}.isdisjoint(listed)
    assert (listed["badass"], listed[":p"]) == (-0.6, 1.4)


@pytest.mark.parametrize("engine", ["textstat", "nltk"])
def test_missing_package(engine, monkeypatch):
    monkeypatch.setitem(sys.modules, engine, None)
    monkeypatch.setitem(sys.modules, "nltk.sentiment.vader", None)
    call = textstat_scores if engine == "textstat" else nltk_scores
    with pytest.raises(MissingExtraError, match=f"needs the package '{engine}'"):
        call(["text"])


HOSTILE = [
    "!" * 10**6, "? " * 10**5, "\ud800 good \udfff", "a" * 10**5,
    "שלום עולם. مرحبا بالعالم.", "😀🏳️‍🌈" * 100, "\x00\x1f",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.slow
def test_bad_input(text):
    assert len(textstat_scores([text])) == 1
    assert len(nltk_scores([text])) == 1


OFFLINE = textwrap.dedent(
    """
    import json, os, socket, sys

    def refuse(*args, **kwargs):
        raise AssertionError("the network was asked")

    socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
    import newskit
    assert not {"nltk", "textstat"} & set(sys.modules)
    from newskit.analyses.sentiment.nltk_engine import nltk_scores
    from newskit.analyses.readability.textstat_engine import textstat_scores
    assert not {"nltk", "textstat"} & set(sys.modules)
    import nltk
    nltk.data.path[:] = []
    nltk.download = refuse
    try:
        nltk.data.find("corpora/cmudict")
    except LookupError:
        pass
    else:
        raise AssertionError("there are NLTK data on this machine after all")
    text = sys.stdin.read()
    print(json.dumps([textstat_scores([text])["smog"][0], nltk_scores([text])["compound"][0]]))
    """
)


def test_no_network_and_no_nltk_data(tmp_path):
    """A process whose sockets refuse, with no NLTK data: both engines give what the oracle gives."""
    text = "The plan is not good."
    run = subprocess.run(
        [sys.executable, "-c", OFFLINE],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**_environment(), "HOME": str(tmp_path), "NLTK_DATA": str(tmp_path), "PYTHONPATH": str(GOLDEN.parents[1])},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    smog, compound = json.loads(run.stdout)
    assert compound == -0.3412
    assert smog == pytest.approx(3.1291)


def _environment() -> dict[str, str]:
    import os

    return {k: v for k, v in os.environ.items() if k not in {"HOME", "NLTK_DATA", "PYTHONPATH"}}
