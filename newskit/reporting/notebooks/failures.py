"""Say which cell stopped a notebook, at which line, and why."""

from __future__ import annotations

import re

from nbclient.exceptions import CellExecutionError, CellTimeoutError

from newskit.errors import NotebookError
from newskit.reporting.notebooks.notebook_file import NotebookFile

LONGEST_LINE = 120  # characters of a line of code that are shown
LONGEST_ERROR = 1_000
_LINE = re.compile(r"(?:Cell |Input )?In ?\[\d+\](?:, in [^\n]*)?, line:? ?(\d+)")
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def failure(
    error: Exception,
    notebook: NotebookFile,
    at: int,
    timeout: float,
) -> NotebookError:
    """Return the error for the cell at which a run has stopped."""
    source = notebook.node.cells[at].source
    where = f"{notebook.path.name}, cell {at + 1}"
    if isinstance(error, CellExecutionError):
        line = _failed_line(error.traceback, source)
        why = _plain(f"{error.ename}: {error.evalue}")[:LONGEST_ERROR]
        return NotebookError(f"{where}, line {line} ({_line_of(source, line)}): {why}")

    where = f"{where} ({_first_line(source)})"
    if isinstance(error, CellTimeoutError):
        return NotebookError(
            f"{where} took longer than {timeout:g} seconds. "
            "Give it more time (timeout=, --timeout), or see whether it ever ends."
        )

    return NotebookError(
        f"{where} ended the kernel: it called exit(), crashed, or ran out of memory."
    )


def _plain(text: str) -> str:
    return " ".join(_ANSI.sub("", text).split())


def _failed_line(traceback: str, source: str) -> int:
    """Return the line of the cell at which it failed: the first place that a traceback names."""
    found = _LINE.search(_ANSI.sub("", traceback))
    named = int(found[1]) if found else 1
    # IPython numbers the lines from the first that is not empty.
    empty = source[: len(source) - len(source.lstrip())]
    return named + empty.count("\n")


def _line_of(source: str, number: int) -> str:
    lines = source.splitlines()
    if number > len(lines):
        return _first_line(source)
    return lines[number - 1].strip()[:LONGEST_LINE]


def _first_line(source: str) -> str:
    return source.strip().partition("\n")[0].strip()[:LONGEST_LINE]
