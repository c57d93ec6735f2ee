"""Tables as different people hand them over: each is read as it was meant."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from newskit.reading import read_articles
from tests import table_kinds, table_kinds_later

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "evaluation" / "table_cases.jsonl").read_text(encoding="utf-8").splitlines()
]
WATCHED = pytest.mark.xfail(strict=True, raises=AssertionError, reason="known, and watched")


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case["id"], marks=[WATCHED] * (case["expect"] == "fail")) for case in CASES]
)
def test_a_table_is_read_as_it_is_meant(tmp_path: Path, case: dict[str, Any]) -> None:
    makers = vars(table_kinds) | vars(table_kinds_later)
    made = makers[case["id"]]()
    if case["form"] != "frame":
        path = tmp_path / f"export.{case['form']}"
        path.write_bytes(made)
        made = path
    articles = read_articles(made)
    found = [
        {name: plain(row[name], wanted[name]) for name in wanted}
        for row, wanted in zip(articles.to_dict("records"), case["right"], strict=False)
    ]
    assert found == case["right"]
    assert len(articles) == len(case["right"])


def plain(cell: Any, wanted: Any) -> Any:
    """Write a cell as `right` does: times as far as it states them."""
    if isinstance(cell, list):
        return cell or None
    if pd.isna(cell):
        return None
    if isinstance(cell, pd.Timestamp):
        return cell.isoformat(sep=("T" if cell.tzinfo else " "))[: len(str(wanted))]
    return cell
