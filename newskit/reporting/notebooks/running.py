"""Run the cells of a notebook in a kernel of this Python, within limits."""

from __future__ import annotations

from typing import Any

from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from tqdm import tqdm

from newskit.errors import InputError, NotebookError
from newskit.reporting.notebooks.cells import LEFT_OUT
from newskit.reporting.notebooks.failures import failure
from newskit.reporting.notebooks.kernel import LimitedClient, environment
from newskit.reporting.notebooks.notebook_file import NotebookFile

_PYTHON = ("python", "python3", "ipython")
_STOPS = (CellExecutionError, CellTimeoutError, DeadKernelError)


def run(
    notebook: NotebookFile,
    timeout: float,
    progress: bool,
    *,
    allow_errors: bool = False,
) -> None:
    """Run all cells in the notebook's folder; their outputs go into the node that was read.

    Raises
    ------
    InputError
        If the notebook is not in Python.
    NotebookError
        If a cell raises, or takes longer than `timeout` seconds, or ends the kernel.
    """
    if notebook.language not in _PYTHON:
        raise InputError(
            f"{notebook.path.name} is in {notebook.language}; newskit runs Python. "
            "Run it in Jupyter, save it, and export it as it is: run=False (--no-run)."
        )

    coded = [cell for cell in notebook.node.cells if cell.cell_type == "code"]
    for cell in coded:
        cell.outputs = []
        cell.metadata.pop(LEFT_OUT, None)

    name = notebook.path.name
    with tqdm(total=len(coded), desc=name, unit="cell", disable=not progress) as bar:
        client = LimitedClient(
            notebook.node,
            timeout=timeout,
            allow_errors=allow_errors,
            record_timing=False,
            resources={"metadata": {"path": str(notebook.folder)}},
            on_cell_executed=lambda **_: bar.update(),
        )
        _execute(client, notebook, timeout)

    for place, left_out in client.left_out.items():
        notebook.node.cells[place].metadata[LEFT_OUT] = left_out


def _execute(
    client: Any,
    notebook: NotebookFile,
    timeout: float,
) -> None:
    try:
        client.execute(env=environment())
    except (*_STOPS, AssertionError) as error:  # AssertionError: nbclient's own, after Ctrl-C
        if client.was_stopped:
            raise KeyboardInterrupt from None
        if isinstance(error, AssertionError):
            raise
        raise failure(error, notebook, client.at, timeout) from None
    except RuntimeError as error:
        raise NotebookError(f"{notebook.path.name}: no kernel could be started: {error}") from error
