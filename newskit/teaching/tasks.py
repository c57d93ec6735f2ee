"""The tasks of a worksheet, as they stand in `tasks.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from newskit.errors import unknown_name

TASKS = ("quotations", "times", "sources", "hedges")
"""The tasks of a worksheet, unless others are asked for."""


class PenTask(NamedTuple):
    """What is done with the article by pen."""

    name: str
    title: str
    mark: str
    sample: str
    do: str
    ask: list[str]
    doubts: str
    tables: list[str]


def chosen(names: str | Iterable[str]) -> list[PenTask]:
    """Return the tasks of these names, in their order; an unknown one is an error."""
    listed = [names] if isinstance(names, str) else list(names)
    known = all_tasks()
    for name in listed:
        if name not in known:
            raise unknown_name("task", name, known)

    return [known[name] for name in dict.fromkeys(listed)]


@cache
def all_tasks() -> dict[str, PenTask]:
    """Return every task by its name, its texts on one line each."""
    told = tomllib.loads((files("newskit.teaching") / "tasks.toml").read_text(encoding="utf-8"))
    return {name: PenTask(name, **task | _on_one_line(task)) for name, task in told.items()}


def _on_one_line(task: dict[str, Any]) -> dict[str, str]:
    return {part: " ".join(task[part].split()) for part in ("do", "doubts")}
