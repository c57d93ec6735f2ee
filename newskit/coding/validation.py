"""What `validate` returns: its tables as attributes, and what was found in few words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from newskit.html import escape, replace_unprintable

ATTRIBUTES: Final[Mapping[str, str]] = {
    "scores": "validation_scores",
    "confusion": "validation_confusion",
    "agreement": "validation_agreement",
    "answers": "validation_answers",
}
"""Attributes of a validation, and the names of their tables in the codebook."""
PEOPLE: Final = "people"


@dataclass(frozen=True, repr=False)
class Validation:
    """People's codes beside newskit's answers, each table a DataFrame.

    Attributes
    ----------
    scores : precision, recall and F1 of each code
    confusion : how often newskit said what where people said what
    agreement : how well people agree among themselves, and newskit with each of them
    answers : one row per unit: what people said, and what newskit said
    """

    scores: pd.DataFrame
    confusion: pd.DataFrame
    agreement: pd.DataFrame
    answers: pd.DataFrame

    @property
    def differences(self) -> pd.DataFrame:
        """Where to look: the units of which newskit says something else than people."""
        differs = self.answers["same"].eq(False).fillna(False)
        return self.answers[differs].reset_index(drop=True)

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return every table by the name that the codebook has for it."""
        return {table: getattr(self, name) for name, table in ATTRIBUTES.items()}

    @property
    def findings(self) -> list[str]:
        """What was found, each a sentence."""
        n_settled = int(self.answers["people"].notna().sum())
        n_same = int(self.answers["same"].sum())
        n_open = len(self.answers) - n_settled
        told = [
            self._alpha(between)
            for between in self.agreement["between"].unique()
        ]
        told.append(f"newskit says what people say of {n_same} of {n_settled} units")
        if n_open:
            told.append(f"{n_open} units left out: no code was given by more than half")
        return told

    def _alpha(self, between: str) -> str:
        rows = self.agreement[self.agreement["between"] == between]
        row = rows[rows["measure"] == "krippendorff_alpha"].iloc[0]
        alpha = "not defined (all codes are the same)"
        if pd.notna(row["value"]):
            alpha = f"{row['value']:.2f}"

        if pd.notna(row["low"]):
            alpha += f" [{row['low']:.2f}, {row['high']:.2f}]"
        return f"alpha of {between}: {alpha}"

    def _lines(self) -> tuple[str, list[str]]:
        variable = self.scores["variable"].iloc[0]
        title = f"{variable}: {len(self.answers)} units, people beside newskit"
        sizes = ", ".join(
            f".{name} {len(getattr(self, name)):,}" for name in ATTRIBUTES
        )
        where = f"rows: {sizes}; where to look: .differences {len(self.differences):,}"
        return title, [*self.findings, where]

    def __repr__(self) -> str:
        """Say what was found."""
        title, lines = self._lines()
        return replace_unprintable(
            "\n".join([title, *(f"  {line}" for line in lines)])
        )

    def _repr_html_(self) -> str:
        title, lines = self._lines()
        items = "".join(f"<li>{escape(line)}</li>" for line in lines)
        return (
            "<div class='tex2jax_ignore mathjax_ignore'>"
            f"<p><strong>{escape(title)}</strong></p><ul>{items}</ul></div>"
        )
