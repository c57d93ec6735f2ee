"""A table of places in texts that shows itself as lines, what was found below one another."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.html import escape, plural, replace_unprintable

SHOWN = 25
"""Lines that are shown; the table has all."""
WIDTH = 36
"""Characters of each side in plain text, so that a line fits a terminal."""
_NEEDED = ("article_id", "left", "match", "right")
_NAME = 12  # characters of an article_id
_STYLE = (
    "<style>.nk-kwic td{white-space:nowrap;text-align:left}.nk-kwic td.nk-l{text-align:right}"
    ".nk-kwic td.nk-m{font-weight:700;text-align:center}</style>"
)


class Concordance(pd.DataFrame):
    """A frame with the columns of the table `concordance`, shown as aligned lines.

    It is a DataFrame in all else; `pandas.DataFrame(lines)` shows its columns.
    """

    @property
    def _constructor(self) -> type[Concordance]:
        return Concordance

    def __repr__(self) -> str:
        """Show the first lines, the matches below one another."""
        if not self._is_whole():
            return super().__repr__()
        return "\n".join([self._title(), *map(_line, self._shown())])

    def _repr_html_(self) -> str:
        if not self._is_whole():
            return str(pd.DataFrame(self)._repr_html_())  # type: ignore[operator]

        rows = "".join(map(_row, self._shown()))
        return (
            f"{_STYLE}<table class='nk-kwic tex2jax_ignore mathjax_ignore'>"
            f"<caption>{escape(self._title())}</caption><thead><tr><th scope='col'>article</th>"
            "<th scope='col'>left</th><th scope='col'>match</th><th scope='col'>right</th>"
            f"</tr></thead><tbody>{rows}</tbody></table>"
        )

    def _is_whole(self) -> bool:
        return all(name in self.columns for name in _NEEDED)

    def _title(self) -> str:
        n_articles = self["article_id"].nunique()
        more = f", the first {SHOWN} shown" if len(self) > SHOWN else ""
        found = plural(len(self), "place")
        return f"{found} in {plural(n_articles, 'article')}{more}"

    def _shown(self) -> list[tuple[Any, ...]]:
        return list(self[list(_NEEDED)].head(SHOWN).itertuples(index=False, name=None))


def _line(row: tuple[Any, ...]) -> str:
    name, left, match, right = map(_plain, row)
    before, behind = _fitted(left[::-1])[::-1], _fitted(right)
    return f"{name[:_NAME]:{_NAME}} {before:>{WIDTH}} [{match}] {behind}".rstrip()


def _fitted(text: str) -> str:
    """Cut a text to the width, between two words where it can be."""
    return (
        text
        if len(text) <= WIDTH
        else text[: WIDTH + 1].rpartition(" ")[0] or text[:WIDTH]
    )


def _plain(cell: Any) -> str:
    # A control sequence of an article must not reach the terminal.
    return "" if pd.isna(cell) else replace_unprintable(cell)


def _row(row: tuple[Any, ...]) -> str:
    name, left, match, right = (
        "" if pd.isna(cell) else escape(cell) for cell in row
    )
    return (
        f"<tr><td>{name}</td><td class='nk-l'><bdi>{left}</bdi></td>"
        f"<td class='nk-m'><bdi>{match}</bdi></td><td><bdi>{right}</bdi></td></tr>"
    )
