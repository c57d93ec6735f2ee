"""Notebooks: `newskit export` runs one and writes it as a page."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from newskit.cli.command import add_command
from newskit.cli.printing import DONE, UNREADABLE, complain, say
from newskit.errors import NotebookError

SECONDS_A_CELL = 300.0


def add(commands: Any) -> None:
    """Add the commands of this file."""
    command = add_command(commands, "export", _export)
    add, beside = command.add_argument, "default: the notebook's name with .html, beside it"
    add("notebook", type=Path, metavar="NOTEBOOK", help="a notebook in Python: lesson.ipynb")
    add("-o", "--output", type=Path, metavar="FILE", help=beside)
    add("--title", help="title of the page; default: the notebook's first heading")
    add("--language", default="en", metavar="CODE", help="language of the page; default: en")
    add("--no-run", action="store_true", help="show the results that are stored in it")
    add("--no-input", action="store_true", help="show prose and results without the code")
    _add_running(command)
    given = "set a name of the cell that is tagged parameters; may be repeated"
    add("-p", "--parameter", nargs=2, action="append", metavar=("NAME", "VALUE"), help=given)


def _add_running(command: argparse.ArgumentParser) -> None:
    limit = f"seconds that a cell may take; default: {SECONDS_A_CELL:.0f}"
    command.add_argument(
        "--timeout", type=float, default=SECONDS_A_CELL, metavar="SECONDS", help=limit
    )


def _export(arguments: argparse.Namespace) -> int:
    """Run a notebook and write it as one HTML file that is safe to pass on.

    The file has no script and needs no network. The notebook is not changed; it runs in
    its own folder, and files that it writes are left there. If a cell fails, the
    command says which and why, and writes nothing.

    A value of -p is a number, True, False or None where it looks like one, else a text.
    """
    from newskit.reporting.notebooks.export import ExportWish, export_notebook
    from newskit.reporting.notebooks.parameters import told

    wish = ExportWish(
        run=not arguments.no_run,
        parameters={name: told(value) for name, value in arguments.parameter or ()},
        show_code=not arguments.no_input,
        timeout=arguments.timeout,
        title=arguments.title,
        language=arguments.language,
        progress=sys.stderr.isatty(),
    )
    if arguments.output:
        arguments.output.parent.mkdir(parents=True, exist_ok=True)
    try:
        made = export_notebook(arguments.notebook, arguments.output, wish)
    except NotebookError as error:
        complain(f"{error} Nothing was written.")
        return UNREADABLE

    if made.wrote:
        complain(f"note: the notebook wrote into its folder: {', '.join(made.wrote)}")
    say(str(made.path))
    return DONE
