"""What `describe_source` returns: its tables as attributes, and the same as a text and as HTML."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from newskit.html import escape, replace_unprintable
from newskit.html.escaping import NO_FORMULAS
from newskit.html.show import STYLE
from newskit.html.table import table_html
from newskit.reading.describing.printed import text_of
from newskit.reading.describing.told import Fact, Part, parts


@dataclass(frozen=True, repr=False)
class SourceDescription:
    """What newskit takes files for: `.files` has a row per file, `.fields` one per file and field.

    `newskit.codebook("described_files")` and `codebook("described_fields")` explain the columns.
    """

    files: pd.DataFrame
    fields: pd.DataFrame

    def __repr__(self) -> str:
        """Return the description as a text of 80 columns."""
        told = "\n\n".join(map(text_of, parts(self.files, self.fields)))
        return "\n".join(replace_unprintable(line) for line in told.split("\n"))

    def _repr_html_(self) -> str:
        made = "".join(map(_html, parts(self.files, self.fields)))
        return f'<style>{STYLE}</style><div class="nk-shown {NO_FORMULAS}">{made}</div>'


def _html(part: Part) -> str:
    fields = table_html(part.table, "fields") if len(part.table) else ""
    made = f"{_facts(part.facts)}{fields}{_facts(part.notes)}"
    return f"<p><strong>{escape(part.title)}</strong></p>{made}"


def _facts(facts: list[Fact]) -> str:
    rows = (
        f'<tr><th scope="row">{escape(name)}</th><td dir="auto">{escape(told)}</td></tr>'
        for name, told in facts
    )
    return f'<table style="margin:.8em 0">{"".join(rows)}</table>'
