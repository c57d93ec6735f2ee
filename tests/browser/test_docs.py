"""Pages of the built documentation in a browser: no request, no error, no barrier."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser.chromium import LOOKS, barriers, opened

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]
BUILT = Path(os.environ.get("NEWSKIT_DOCS", ROOT / "docs" / "_build" / "html"))
# Prose with a picture, a page of code and tables, a notebook.
PAGES = ("index", "quotes", "_executed/01_one_article")


@pytest.mark.skipif(not (BUILT / "index.html").exists(), reason="the docs are not built: make docs, then these tests")
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_leaves_and_nothing_is_in_the_way(browser, name, look):
    with opened(browser, BUILT / f"{name}.html", look, home=BUILT) as seen:
        # The theme's column is as wide as the window; on paper Chromium scales what is wider.
        assert look == "print" or seen.overflow() <= 0
        assert barriers(seen.page) == []
        assert (seen.requests, seen.errors, seen.events) == ([], [], [])
