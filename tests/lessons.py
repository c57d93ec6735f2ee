"""Runs the code of a notebook in this process, without a kernel: quick, and its outputs are text."""

from __future__ import annotations

import ast
import contextlib
import io
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib.pyplot as plt
import nbformat
import pandas as pd

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


class Run(NamedTuple):
    """A cell of code, and what it printed and showed."""

    tags: tuple[str, ...]
    source: str
    output: str


@cache
def run(notebook: Path, folder: Path | None = None) -> list[Run]:
    """Run it in its own folder, or in another one where nothing of the repository is near."""
    known: dict[str, Any] = {}
    with contextlib.chdir(folder or notebook.parent), pd.option_context("display.max_colwidth", None):
        cells = [
            Run(tuple(cell.metadata.get("tags", ())), cell.source, _output(cell.source, known))
            for cell in nbformat.read(notebook, as_version=4).cells
            if cell.cell_type == "code"
        ]
    plt.close("all")
    return cells


def _output(source: str, known: dict[str, Any]) -> str:
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    printed, value = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "<cell>", "exec"), known)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), known)
    if value is None:
        return printed.getvalue()
    shown = value.to_string() if type(value) is pd.DataFrame else str(getattr(value, "html", value))
    return f"{printed.getvalue()}{shown}"
