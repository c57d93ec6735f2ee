"""Reports, comparisons and worksheets in a browser: no request, no error, no script, no barrier."""

from __future__ import annotations

import re

import pytest

from tests.browser import pages
from tests.browser.chromium import LIVE, LOOKS, barriers, opened
from tests.browser.hostile import STRINGS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
KINDS = ("report", "corpus", "comparison", "worksheet", "revisions", "notebook")
ATTACKED = tuple(pages.attacked())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    return {name: make(folder / f"{name}.html") for name, make in pages.friendly().items()}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_leaves_and_nothing_is_in_the_way(browser, made, kind, look):
    with opened(browser, made[kind], look) as seen:
        assert seen.overflow() <= 0
        assert barriers(seen.page) == []
        assert (seen.requests, seen.errors, seen.caught()) == ([], [], [])


@pytest.mark.parametrize("kind", KINDS)
def test_it_prints_with_what_is_folded_open(browser, made, kind):
    with opened(browser, made[kind], "print") as seen:
        folded = seen.page.evaluate(
            "[...document.querySelectorAll('details:not(.long)')].filter(d => d.getBoundingClientRect().height < "
            "d.firstElementChild.getBoundingClientRect().height + 10).map(d => d.innerText)"
        )
        assert folded == []
        assert seen.page.pdf(format="A4").startswith(b"%PDF")
        assert (seen.requests, seen.errors) == ([], [])


def test_a_worksheet_prints_its_lines_as_they_are_numbered(browser, made):
    with opened(browser, made["worksheet"], "print") as seen:
        heights = seen.page.evaluate(
            "[...document.querySelectorAll('.par .words')].map(line => line.getClientRects()[0].height)"
        )
        first, others = heights[0], set(heights)
        assert max(others) < 1.6 * min(others)  # none is broken in two; the first of a paragraph has air above
        assert first == max(others)
        for paper in ("A4", "Letter"):
            pages_of = len(re.findall(rb"/Type\s*/Page\b", seen.page.pdf(format=paper)))
            assert pages_of in (2, 3)  # one or two, and the key


@pytest.mark.parametrize("name", ATTACKED)
def test_no_hostile_string_runs_even_where_the_policy_is_off(browser, tmp_path, name):
    # The policy of the page is a second wall; the first, escaping, has to stand alone.
    path = pages.attacked()[name](tmp_path / "<img src=x onerror=ran(0)>.html")  # the name of the file is told, too
    with opened(browser, path, bypass_csp=True) as seen:
        assert seen.page.evaluate(LIVE) == []
        assert (seen.requests, seen.errors, seen.caught()) == ([], [], [])


def test_the_hostile_strings_run_where_nothing_is_escaped(browser, tmp_path):
    # Else the tests above would prove nothing.
    page, caught = tmp_path / "open.html", []
    for text in STRINGS[:48:4]:
        page.write_text(f'<!doctype html><meta charset=utf-8><p title="{text}">{text}', encoding="utf-8")
        with opened(browser, page) as seen:
            caught += [text] if seen.requests or seen.page.evaluate(LIVE) else []
    assert len(caught) >= 11  # a CDATA section is none in HTML
