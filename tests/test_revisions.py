"""Versions of one article: in order, numbered, repeats together; bad input."""

from __future__ import annotations

import pandas as pd

import newskit as nk


def test_versions_are_a_table_again() -> None:
    found = nk.revisions.versions(["Two are dead.", "Two  are dead.", "Nine are dead.", ""])
    assert found["n_captures"].tolist() == [2, 1, 1]
    assert found["capture_ok"].tolist() == [True, True, False]
    pd.testing.assert_frame_equal(found, nk.revisions.versions(found))
