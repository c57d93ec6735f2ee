"""Plots on a dark ground, as a style of matplotlib asks for it: words can be read; a light style changes nothing."""

from __future__ import annotations

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_rgba
from matplotlib.text import Text

import newskit as nk

ARTICLE = nk.load_example()
TWO = nk.load_example().assign(publisher="Gazette"), nk.load_example("school").assign(publisher="Post")
QUOTES, TIMELINE = nk.quotes(ARTICLE), nk.timeline(ARTICLE)
BOTH = pd.concat(TWO, ignore_index=True)
SHEETS = {"ann": ["yes", "no", "no", "yes"], "ben": ["yes", "no", "yes", "yes"]}
CODED = nk.coding.sheet(ARTICLE, n=4, codes={"said": ["yes", "no"]}).assign(said=["yes", "no", "no", "yes"])
VERSIONS = nk.revisions.versions(nk.load_example("harbor-versions"))
TABLES = {
    "agreement": nk.coding.agreement(pd.DataFrame(SHEETS)),
    "validation_confusion": nk.coding.validate(CODED, QUOTES).confusion,
    "changes": nk.revisions.changes(VERSIONS),
    "deltas": nk.revisions.deltas(VERSIONS),
    "versions": VERSIONS,
    "compared_people": nk.compare(BOTH).people,
    "differences": nk.differences(BOTH, by="publisher"),
    "groups": nk.sentences(BOTH, by="publisher"),
    "cue_verbs": nk.cue_verbs(QUOTES),
    "keyness": nk.keyness(BOTH, by="publisher"),
    "lexicon_comparison": nk.lexicons.compare().head(50),
    "publishing_schedule": nk.times.publishing_schedule(ARTICLE),
    "quotes": QUOTES,
    "readability": nk.readability(ARTICLE),
    "sentiment": nk.sentiment(ARTICLE, unit="sentence"),
    "speakers": nk.speakers(QUOTES),
    "time_horizon": nk.times.time_horizon(TIMELINE),
    "timeline": TIMELINE,
}
READABLE = 4.5  # contrast that WCAG asks of text


def luminance(color):
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgba(color)[:3]]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_plot_is_tried():
    assert set(nk.plots.__all__) <= set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_words_can_be_read_on_a_dark_ground(name):
    with plt.style.context("dark_background"):
        ax = getattr(nk.plots, name)(TABLES[name])
    said = [text for text in ax.figure.findobj(Text) if text.get_text().strip()]
    # A dark number stands on a cell that is bright.
    has_cells = name in ("publishing_schedule", "validation_confusion")
    on_cells = [text for text in ax.texts if has_cells and luminance(text.get_color()) < 0.2]
    assert min(contrast(t.get_color(), "black") for t in said if t not in on_cells) >= READABLE
    assert all(contrast(text.get_color(), "#56b4e9") >= READABLE for text in on_cells)
    plt.close("all")


@pytest.mark.parametrize("name", TABLES)
def test_a_light_style_keeps_the_inks(name):
    ax = getattr(nk.plots, name)(TABLES[name])
    assert ax.title is not None
    assert ax._left_title.get_color() == "#222222"
    plt.close("all")
