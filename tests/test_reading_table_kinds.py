"""Tables as different people hand them over: each is read as its author meant it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from newskit.reading import read_articles
from tests.table_kinds import KINDS, Kind


WATCHED = pytest.mark.xfail(strict=True, raises=AssertionError, reason="known, and watched")
PARAMS = [pytest.param(kind, id=kind.name, marks=[WATCHED] if kind.is_watched else []) for kind in KINDS]


@pytest.mark.parametrize("kind", PARAMS)
def test_a_table_is_read_as_it_is_meant(tmp_path: Path, kind: Kind) -> None:
    made = kind.make()
    if kind.ending != "frame":
        path = tmp_path / f"export.{kind.ending}"
        path.write_bytes(made)
        made = path
    articles = read_articles(made)
    found = [
        {name: plain(row[name], wanted[name]) for name in wanted}
        for row, wanted in zip(articles.to_dict("records"), kind.right, strict=False)
    ]  # fmt: skip
    assert found == kind.right
    assert len(articles) == len(kind.right)


def plain(cell: Any, wanted: Any) -> Any:
    """Write a cell as `right` does: times as far as it states them."""
    if isinstance(cell, list):
        return cell or None
    if pd.isna(cell):
        return None
    if isinstance(cell, pd.Timestamp):
        return cell.isoformat(sep=("T" if cell.tzinfo else " "))[: len(str(wanted))]
    return cell
