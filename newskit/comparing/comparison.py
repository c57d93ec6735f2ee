"""What `compare` returns: its tables as attributes, and what was found in few words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from newskit.comparing.findings import caveats, findings, labels, wordings
from newskit.errors import unknown_name
from newskit.html import escape, replace_unprintable

ATTRIBUTES: Mapping[str, str] = {
    "headlines": "compared_headlines",
    "people": "compared_people",
    "quotes": "compared_quotes",
    "sentences": "compared_sentences",
    "numbers": "compared_numbers",
    "times": "compared_times",
    "only_here": "only_here",
    "words": "keyness",
}
"""Attributes of a comparison, and the names of their tables in the codebook."""


@dataclass(frozen=True, repr=False)
class Comparison:
    """Articles on one event side by side, each table a DataFrame: `comparison.quotes`, for example.

    `articles` is what was compared; `findings` says the most telling in words, `caveats` what to
    keep in mind; `labels` names each article. `newskit.codebook("compared_quotes")` explains the
    columns of a table, and `tables()` has all of them under those names.
    """

    articles: pd.DataFrame
    made: Mapping[str, pd.DataFrame]

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return every table by the name that the codebook has for it."""
        return {"articles": self.articles, **self.made}

    def __getattr__(self, name: str) -> pd.DataFrame:
        """Return a table by its short name."""
        if name in ATTRIBUTES:
            made: Mapping[str, pd.DataFrame] = self.__dict__["made"]
            return made[ATTRIBUTES[name]]

        raise AttributeError(str(unknown_name("table of a comparison", name, ATTRIBUTES)))

    def __dir__(self) -> list[str]:
        """List the tables, too, so that an editor can complete their names."""
        return sorted({*super().__dir__(), *ATTRIBUTES})

    @cached_property
    def labels(self) -> dict[str, str]:
        """What each article is called: its outlet, or its headline where outlets are alike."""
        return labels(self.articles)

    @cached_property
    def findings(self) -> list[str]:
        """The most telling findings, each a sentence."""
        return findings(self.made, self.labels)

    @cached_property
    def caveats(self) -> list[str]:
        """What to keep in mind when reading this comparison."""
        return caveats(self.articles, self.made)

    def __repr__(self) -> str:
        """Say what was found."""
        told = (*self.findings, *wordings(self.made, self.labels), *self.caveats)
        lines = [self._title(), *(f"  {line}" for line in told)]
        sizes = ", ".join(
            f".{name} {len(getattr(self, name)):,}" for name in ATTRIBUTES
        )
        return replace_unprintable("\n".join([*lines, f"  rows: {sizes}"]))

    def _repr_html_(self) -> str:
        found = (*self.findings, *wordings(self.made, self.labels))
        items = "".join(f"<li>{escape(told)}</li>" for told in found)
        notes = "".join(
            f"<li><em>{escape(told)}</em></li>" for told in self.caveats
        )
        sizes = [
            f"<code>.{name}</code> {len(getattr(self, name)):,}"
            for name in ATTRIBUTES
        ]
        return (
            "<div class='tex2jax_ignore mathjax_ignore'>"
            f"<p><strong>{escape(self._title())}</strong></p>"
            f"<ul>{items}{notes}</ul><p>rows: {', '.join(sizes)}</p></div>"
        )

    def _title(self) -> str:
        names = list(self.labels.values())
        shown = "; ".join(names[:4]) + (
            f"; and {len(names) - 4} more" if len(names) > 4 else ""
        )
        return f"{len(names)} articles compared: {shown}"
