"""Notebooks: `newskit export` makes a page of one, `newskit lesson` two versions for a class."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import newskit as nk
from newskit.cli.command import add_command
from newskit.cli.printing import DONE, UNREADABLE, complain, say
from newskit.errors import NotebookError

SECONDS_A_CELL = 300.0  # as in Python; the help should not wait for what runs notebooks


def add(commands: Any) -> None:
    """Add the commands of this file."""
    _add_export(commands)
    _add_lesson(commands)


def _add_export(commands: Any) -> None:
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


def _add_lesson(commands: Any) -> None:
    command = add_command(commands, "lesson", _lesson)
    add = command.add_argument
    add("notebook", type=Path, metavar="NOTEBOOK", help="a notebook with tagged cells")
    where = "folder for student/ and solution/; made if needed"
    add("-o", "--output", type=Path, required=True, metavar="DIR", help=where)
    add(
        "--run", action="store_true", help="run both: the solution has to pass, the checks to speak"
    )
    _add_running(command)


def _add_running(command: argparse.ArgumentParser) -> None:
    limit = f"seconds that a cell may take; default: {SECONDS_A_CELL:.0f}"
    add = command.add_argument
    add("--timeout", type=float, default=SECONDS_A_CELL, metavar="SECONDS", help=limit)


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
        complain(f"{error} (nothing was written; --no-run exports the notebook as it stands)")
        return UNREADABLE

    if made.wrote:
        complain(f"note: the notebook wrote into its folder: {', '.join(made.wrote)}")
    say(str(made.path))
    return DONE


def _lesson(arguments: argparse.Namespace) -> int:
    """Make a notebook for students and one with the solutions out of one with tags.

    Cells with the tag "exercise" and "check" are in both; of a cell with the tag
    "solution" students get the names that are to be found, set to "...". Checks are plain
    asserts; nbgrader grades both versions as they are.
    """
    try:
        made = nk.lesson(
            arguments.notebook,
            arguments.output,
            run=arguments.run,
            timeout=arguments.timeout,
            progress=sys.stderr.isatty(),
        )
    except NotebookError as error:
        complain(f"{error} (nothing was written)")
        return UNREADABLE

    for note in made.notes:
        complain(f"note: {note}")
    say(str(made.student))
    say(str(made.solution))
    return DONE
