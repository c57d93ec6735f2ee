"""A browser for the tests of this folder, which are skipped where there is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser import chromium

_NEEDED = "CHROMIUM" in os.environ  # whoever names a browser wants no skips


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One Chromium for the tests of a file."""
    if not _NEEDED:
        pytest.importorskip("playwright", reason="playwright is not installed: no browser tests")
        pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    if chromium.path_of_chromium() is None:
        pytest.skip("no Chromium here, and $CHROMIUM names none: no browser tests")
    with chromium.browser() as started:
        yield started
