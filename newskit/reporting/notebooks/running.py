"""Run the cells of a notebook in a kernel of this Python, within limits."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from importlib.resources import files
from typing import Any, NoReturn

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from tqdm import tqdm

from newskit.errors import InputError, NotebookError
from newskit.reporting.notebooks.cells import LEFT_OUT
from newskit.reporting.notebooks.notebook_file import NotebookFile

MOST_OUTPUT = 20_000_000  # characters of a cell that are kept; a loop that prints makes gigabytes

LONGEST_LINE = 120  # characters of a line of code in an error
_LINE = re.compile(r"(?:Cell |Input )?In ?\[\d+\](?:, in [^\n]*)?, line:? ?(\d+)")
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
# What would be another page in another process, zone or terminal.
_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "TZ": "UTC",
    "COLUMNS": "80",
    "TQDM_DISABLE": "1",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
}
_KERNEL = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
_OPTIONS = [
    "--log-level=ERROR",
    "--HistoryManager.enabled=False",
    "--InlineBackend.figure_formats=retina",
]


def run(notebook: NotebookFile, timeout: float, progress: bool, allow_errors: bool = False) -> None:
    """Run all cells in the notebook's folder; their outputs go into the node that was read.

    Raises
    ------
    InputError
        If the notebook is not in Python.
    NotebookError
        If a cell raises, or takes longer than `timeout` seconds, or ends the kernel.
    """
    if notebook.language not in ("python", "python3", "ipython"):
        raise InputError(
            f"{notebook.path.name} is in {notebook.language}; newskit runs Python. "
            "Run it in Jupyter, save it, and export it as it is: run=False (--no-run)."
        )
    for cell in notebook.node.cells:
        if cell.cell_type == "code":
            cell.metadata.pop(LEFT_OUT, None)

    total = sum(cell.cell_type == "code" for cell in notebook.node.cells)
    with tqdm(total=total, desc=notebook.path.name, unit="cell", disable=not progress) as bar:
        client = _client(notebook, timeout, bar, allow_errors)
        try:
            client.execute(env=os.environ | _ENVIRONMENT)
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            _tell(error, notebook, client.at, timeout)
    for place, left_out in client.left_out.items():
        notebook.node.cells[place].metadata[LEFT_OUT] = left_out


class _ThisPython(KernelSpecManager):
    """The kernel is the Python that runs newskit: its versions are those that the page states."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(argv=[*_KERNEL, *_OPTIONS], display_name="Python", language="python")


class _LimitedClient(NotebookClient):
    """Keeps so much of a cell's output and no more, and remembers at which cell it is."""

    def __init__(self, *told: Any, **options: Any) -> None:
        super().__init__(*told, **options)
        self.at = 0
        self.kept: Counter[int] = Counter()
        self.left_out: Counter[int] = Counter()

    def create_kernel_manager(self) -> Any:
        self.km = AsyncKernelManager(kernel_spec_manager=_ThisPython(), kernel_name="python3")
        return self.km

    async def async_start_new_kernel_client(self) -> Any:
        client = await super().async_start_new_kernel_client()
        source = (files("newskit.reporting.notebooks") / "in_kernel.py").read_text("utf-8")
        source += "\ninstall(get_ipython())"
        # Silent, and in a namespace of its own: the notebook does not see it.
        client.execute(f"exec({source!r}, {{}})", silent=True, store_history=False)
        return client

    def output(self, outs: Any, msg: Any, display_id: str | None, cell_index: int) -> Any:
        size = _size(msg["content"])
        if self.kept[cell_index] + size > MOST_OUTPUT:
            self.left_out[cell_index] += size
            return None
        self.kept[cell_index] += size
        return super().output(outs, msg, display_id, cell_index)


def _size(content: Any) -> int:
    if isinstance(content, str):
        return len(content)
    values = content.values() if isinstance(content, dict) else content
    is_container = isinstance(content, dict | list)
    return sum(map(_size, values)) if is_container else 0


def _client(notebook: NotebookFile, timeout: float, bar: Any, allow_errors: bool) -> _LimitedClient:
    def begins(cell: Any, cell_index: int) -> None:
        client.at = cell_index

    client = _LimitedClient(
        notebook.node,
        timeout=timeout,
        allow_errors=allow_errors,
        record_timing=False,
        resources={"metadata": {"path": str(notebook.folder)}},
        on_cell_start=begins,
        on_cell_executed=lambda **_: bar.update(),
    )
    return client


def _tell(error: Exception, notebook: NotebookFile, at: int, timeout: float) -> NoReturn:
    cell = notebook.node.cells[at]
    where = f"{notebook.path.name}, cell {at + 1}"
    if isinstance(error, CellTimeoutError):
        raise NotebookError(
            f"{where} ({_line_of(cell.source)}) took longer than {timeout:g} seconds. "
            "Give it more time (timeout=, --timeout), or see whether it ever ends."
        ) from None
    if isinstance(error, CellExecutionError):
        # IPython numbers the lines from the first that is not empty.
        line = _failed_line(error.traceback) + _empty_lines(cell.source)
        why = " ".join(_ANSI.sub("", f"{error.ename}: {error.evalue}").split())
        raise NotebookError(
            f"{where}, line {line} ({_line_of(cell.source, line)}): {why[:1000]}"
        ) from None
    raise NotebookError(
        f"{where} ({_line_of(cell.source)}) ended the kernel: it called exit(), "
        "crashed, or ran out of memory."
    ) from None


def _failed_line(traceback: str) -> int:
    """Return the line of the cell at which it failed: the first place that a traceback names."""
    found = _LINE.search(_ANSI.sub("", traceback))
    return int(found[1]) if found else 1


def _empty_lines(source: str) -> int:
    return source[: len(source) - len(source.lstrip())].count("\n")


def _line_of(source: str, number: int | None = None) -> str:
    """Return a line of a cell, or the first that says something."""
    lines = source.splitlines()
    is_there = number is not None and 0 < number <= len(lines)
    told = lines[number - 1] if is_there and number else next(filter(str.strip, lines), "")
    return told.strip()[:LONGEST_LINE]
