"""What the report says beside its numbers; the words stand in `prose.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Prose(NamedTuple):
    """The words of one section: its title, how to read the plot, and what it does not mean."""

    title: str
    lead: str
    cautions: list[str]


@cache
def prose_of(section: str) -> Prose:
    """Return the words of a section, each text on one line."""
    told = tomllib.loads((files("newskit.reporting") / "prose.toml").read_text(encoding="utf-8"))
    words = told[section]
    cautions = [_one_line(caution) for caution in words["cautions"]]
    return Prose(words["title"], _one_line(words["lead"]), cautions)


def _one_line(text: str) -> str:
    return " ".join(text.split())
