"""Each rule of quotations is tested by its own example, and the table lists them all."""

from __future__ import annotations

import pytest

import newskit as nk
from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.quotes import quotes
from newskit.analyses.quotes.confidence import calibrated
from newskit.analyses.quotes.rule_book import BY_NAME, Rule
from newskit.errors import UnknownNameError
from newskit.text.patterns import translate

UNRULED = {"no attribution found", "scare quote"}


@pytest.mark.parametrize("rule", BY_NAME.values(), ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_read_by_it(rule: Rule) -> None:
    found = quotes(rule.example)
    own = found[found["rule"] == rule.name]
    assert len(own), found[["text", "rule"]]
    assert set(own["speaker_mention"].str.removesuffix("’s")) == {"Ann Lee"}
    assert 0 < own["confidence"].max() <= calibrated(rule.sure)


def test_rules_are_listed_with_example_and_precision() -> None:
    table = nk.rules("quotes")
    assert table["rule"].is_unique
    assert table["example"].is_unique
    measured = table[table["n"] >= 10]
    assert measured["precision"].between(0.4, 1).all()
    assert table.loc[table["n"] < 10, "precision"].isna().all()


def test_every_row_has_a_rule_of_the_table() -> None:
    examples = [rule.example for rule in BY_NAME.values()]
    assert set(quotes(examples)["rule"]) - UNRULED <= set(nk.rules("quotes")["rule"])


def test_rules_of_another_table() -> None:
    with pytest.raises(UnknownNameError, match=r"There is no table with rules named 'quote'. Did you mean 'quotes'\?"):
        nk.rules("quote")


def test_brackets_are_tags_too() -> None:
    letters = {"open": "(", "close": ")", "noun": "n", "name": "N"}
    assert translate("open (noun|name) close", letters, {}) == r"\((?:n|N)\)"
    assert pattern("comma says").pattern == ",V"
    assert one_of("comma nothing") == {",", ""}
