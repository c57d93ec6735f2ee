"""The rules that find times, as a table: what each reads, an example, and how often it is right."""

from __future__ import annotations

import pandas as pd

from newskit import tables
from newskit.analyses.timeline.columns import TIME_RULES
from newskit.analyses.timeline.grammar import RULES
from newskit.csv_files import csv_rows


def rules_table() -> pd.DataFrame:
    """List the rules in the order in which they are tried; see `nk.rules`."""
    measured = {row["rule"]: row for row in csv_rows(__package__, "rule_precision.csv")}
    rows = []
    for rule in RULES:
        counts = measured.get(rule.name, {"n": "0", "right": "0"})
        n, right = int(counts["n"]), int(counts["right"])
        rows.append(
            {
                "rule": rule.name,
                "kind": rule.build.__module__.rpartition(".")[2],
                "pattern": rule.pattern,
                "example": rule.example,
                "precision": right / n if n else None,
                "n": n,
            }
        )

    return tables.from_rows(TIME_RULES, rows)
