"""Names that are nearly right, in every place where a name is asked for: the nearest is suggested."""

from __future__ import annotations

import subprocess
import sys

import pytest

import newskit as nk
from newskit.errors import InputError, UnknownAttributeError, UnknownNameError, nearest

ANALYSIS = nk.analyze("“We won,” Ann Lee said.", only=["quotes", "speakers"])


@pytest.mark.parametrize(
    ("owner", "name", "meant"),
    [
        (nk, "readabilty", "readability"),
        (nk, "analyse", "analyze"),
        (nk, "Quotes", "quotes"),
        (nk, "outlets", "times.outlets"),
        (nk, "publishing_shedule", "times.publishing_schedule"),
        (nk.times, "outlet", "outlets"),
        (nk.plots, "speakrs", "speakers"),
        (nk.lexicons, "lode", "load"),
        (ANALYSIS, "speekers", "speakers"),
        (ANALYSIS, "article", "articles"),
    ],
)
def test_an_attribute_that_is_nearly_right(owner, name, meant):
    with pytest.raises(UnknownAttributeError) as caught:
        getattr(owner, name)
    assert str(caught.value).endswith(f"has no attribute {name!r}. Did you mean {meant!r}?")
    assert isinstance(caught.value, AttributeError)


def test_nothing_is_suggested_for_what_is_like_no_name():
    with pytest.raises(UnknownAttributeError, match=r"^newskit has no attribute 'xyzzy'\.$"):
        nk.xyzzy  # noqa: B018
    assert not hasattr(nk, "_ipython_display_")
    assert nearest("", ["quotes"]) is None
    assert nearest("quotes", []) is None


@pytest.mark.parametrize(
    ("call", "meant"),
    [
        (lambda: nk.codebook("qoutes"), "quotes"),
        (lambda: nk.rules("timelines"), "timeline"),
        (lambda: nk.readability("It rained.", measures="gunning_fogg"), "gunning_fog"),
        (lambda: nk.analyze("It rained.", only=["redability"]), "readability"),
        (lambda: nk.lexicons.load("dale_chal"), "dale_chall"),
        (lambda: nk.sentiment("It rained.", lexicon="vadr"), "vader"),
        (lambda: nk.load_example("fery"), "ferry"),
        (lambda: nk.times.publishing_schedule(nk.load_example(), kind="update"), "updated"),
    ],
)
def test_a_name_that_is_nearly_right(call, meant):
    with pytest.raises(UnknownNameError, match=f"Did you mean '{meant}'"):
        call()


def test_a_column_that_is_nearly_right():
    with pytest.raises(InputError, match=r"has no column 'speaker'\. Did you mean 'Speaker'"):
        nk.speakers(ANALYSIS.quotes.rename(columns={"speaker": "Speaker"}))


def test_an_analysis_in_place_of_its_table_or_of_articles():
    with pytest.raises(InputError, match=r"Expected the table 'speakers', got Analysis\. analysis\.speakers is that"):
        nk.plots.speakers(ANALYSIS)
    with pytest.raises(InputError, match=r"got Analysis\. Give its articles: analysis\.articles"):
        nk.sentiment(ANALYSIS)


def test_a_missing_name_imports_nothing_before_it_is_told():
    code = "import newskit, sys; hasattr(newskit, 'nothing'); print('newskit.times' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
