"""Pictures of agreement and of who takes what for what."""

from __future__ import annotations

import matplotlib.pyplot as plt
import pandas as pd
import pytest

import newskit as nk
from newskit.errors import InputError

CODED = pd.DataFrame({"ann": ["yes", "no", "no", "yes"], "ben": ["yes", "no", "yes", "yes"]})


@pytest.fixture(autouse=True)
def _close():
    yield
    plt.close("all")


def words(ax):
    return [text.get_text() for text in (*ax.texts, *ax.get_yticklabels(), *ax.get_xticklabels())]


def test_agreement_of_several_variables_has_headings():
    units = pd.DataFrame({"unit_id": list("abcd"), "tone": CODED["ann"], "$x$ <b>": CODED["ben"]})
    found = nk.coding.agreement([units, units.assign(tone=CODED["ben"])])
    said = words(nk.plots.agreement(found))
    assert {"tone", "$x$ <b>", "Krippendorff's alpha", "0.667", "0.8"} <= set(said)


def test_agreement_without_intervals_or_values():
    same = pd.DataFrame({"ann": ["no"] * 4, "ben": ["no"] * 4})
    assert "no value" in words(nk.plots.agreement(nk.coding.agreement(same)))
    assert "nothing was coded by two people" in words(nk.plots.agreement(nk.coding.agreement(CODED).head(0)))
    with pytest.raises(InputError, match=r"nk.coding.agreement\(sheets\) makes it"):
        nk.plots.agreement(CODED)


def test_confusion_writes_what_was_counted():
    table = pd.DataFrame({"people": ["a", "a", "b", "b"], "newskit": ["a", "b"] * 2, "n": [3, 1, 0, 2]})
    table["share"] = [0.75, 0.25, 0, 1]
    ax = nk.plots.validation_confusion(table)
    assert {"3 (75%)", "1 (25%)", "2 (100%)"} <= set(words(ax))
    assert ax.get_xlabel() == "newskit says; 6 units"


def test_confusion_of_many_codes_draws_the_frequent_ones():
    names = [f"$name$ {n}" for n in range(30)]
    pairs = [(one, other) for one in names for other in names]
    table = pd.DataFrame(pairs, columns=["people", "newskit"]).assign(n=1, share=1 / 30)
    ax = nk.plots.validation_confusion(table)
    assert len(ax.get_yticklabels()) == 12
    assert "18 codes left out" in ax.get_xlabel()
    with pytest.raises(InputError, match=r"nk.coding.validate\(sheets, table\).confusion makes it"):
        nk.plots.validation_confusion(CODED)
