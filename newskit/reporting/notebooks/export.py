"""Run a notebook and write it as one HTML file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from newskit.errors import InputError, ReadError
from newskit.html import STYLE, safe_language, table_html
from newskit.html.show import STYLE as SHOWN_STYLE
from newskit.reporting.notebooks.need import SECONDS_A_CELL, need_running, need_showing
from newskit.reporting.notebooks.notebook_file import NotebookFile, read_notebook
from newskit.reporting.notebooks.parameters import inject
from newskit.reporting.provenance import versions
from newskit.reporting.rendering import render, resource, write_page
from newskit.tables import TEXT

FEWEST_HEADINGS = 3  # of a notebook that gets a list of contents
_PACKAGES = ("nbclient", "ipykernel", "nh3", "mistune", "latex2mathml")
# Of the extra "lab": what shows a notebook, and what runs it.
_SHOWS, _RUNS = (
    ("nbformat", "nh3", "mistune", "pygments", "latex2mathml"), ("nbclient", "ipykernel")
)


class WrittenPage(NamedTuple):
    """A page that was written, and the files that the notebook wrote while it ran."""

    path: Path
    wrote: list[str]


def export(
    notebook: str | Path,
    path: str | Path | None = None,
    *,
    run: bool = True,
    parameters: Mapping[str, Any] | None = None,
    show_code: bool = True,
    timeout: float = SECONDS_A_CELL,
    title: str | None = None,
    language: str = "en",
    progress: bool = True,
) -> Path:
    """Run a notebook and write it as one HTML file that is safe to pass on.

    The file holds no script and fetches nothing; what a cell or its Markdown has of that is left
    out, and the page says so. It is read on a phone, in the dark and on paper. The notebook itself
    is not changed. It runs in its own folder, as in Jupyter: files that it writes are left there.

    Parameters
    ----------
    notebook : str or pathlib.Path
        The notebook, in Python.
    path : str or pathlib.Path, optional
        The file to write; without it the notebook's name with ".html", beside it. It is written
        when all is done: if a cell fails, there is no file, or the one from before.
    run : bool
        Whether to run it; if not, the outputs that are stored in it are shown.
    parameters : mapping of str to value, optional
        Values to run it with: they are set behind the cell that has the tag "parameters", which
        sets each of them to something. Texts, numbers, True, False, None, and lists and
        dictionaries of these.
    show_code : bool
        Whether the page shows the code, or only prose and results.
    timeout : float
        Seconds that each cell may take.
    title : str, optional
        Title of the page; without it the heading that the notebook begins with, or its name.
    language : str
        Code of the language of the page: "en", "pt-BR".
    progress : bool
        Show how many cells have been run.

    Returns
    -------
    pathlib.Path
        The file. The same notebook, data and versions give the same bytes, in every folder and
        time zone: it runs with TZ=UTC, and places in memory and names of folders are left out.
        What the cells draw from chance or the clock is theirs.

    Raises
    ------
    InputError
        If a parameter cannot be set, or the notebook is not in Python.
    MissingExtraError
        If newskit's extra "lab" is not installed.
    NotebookError
        If a cell raises an error, takes longer than `timeout`, or ends the kernel.
    ReadError
        If the notebook cannot be read, or the file not be written.

    Examples
    --------
    >>> import json, pathlib, tempfile
    >>> import newskit as nk
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> cell = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# A lesson"}
    >>> lesson = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]}
    >>> _ = (folder / "lesson.ipynb").write_text(json.dumps(lesson))
    >>> nk.export(folder / "lesson.ipynb", run=False).name
    'lesson.html'
    """
    wish = ExportWish(run, dict(parameters or {}), show_code, timeout, title, language, progress)
    return export_notebook(Path(notebook), path, wish).path


class ExportWish(NamedTuple):
    """What was asked for: see `export`."""

    run: bool
    parameters: dict[str, Any]
    show_code: bool
    timeout: float
    title: str | None
    language: str
    progress: bool


def export_notebook(
    source: Path,
    path: str | Path | None,
    wish: ExportWish,
) -> WrittenPage:
    """Do what `export` says; return also which files the notebook wrote."""
    _check_wish(wish)
    notebook = read_notebook(source)
    target = Path(path) if path is not None else source.with_suffix(".html")
    _check_target(target, source)
    inject(notebook.node, wish.parameters, source.name)
    before = _files(notebook.folder)
    if wish.run:
        # Loaded here: what was run before can be exported without a kernel.
        from newskit.reporting.notebooks.running import run

        run(notebook, wish.timeout, wish.progress)

    wrote = [name for name, state in _files(notebook.folder).items() if before.get(name) != state]
    return WrittenPage(write_page(page_html(notebook, wish), target), sorted(wrote))


def _check_wish(wish: ExportWish) -> None:
    """Say what is missing or wrong before anything runs."""
    need_showing()
    if wish.run:
        need_running(wish.timeout)
    elif wish.parameters:
        raise InputError("Parameters need the notebook to be run; leave out run=False (--no-run).")

    if safe_language(wish.language) is None:
        raise InputError(
            f"language={wish.language!r} is no code of a language, such as en or pt-BR."
        )


def _check_target(target: Path, source: Path) -> None:
    if target.resolve() == source.resolve():
        raise InputError(f"{target} is the notebook itself; write the page to another file.")

    if not target.resolve().parent.is_dir():
        raise ReadError(f"{target}: there is no folder {str(target.parent)!r}.")

    if target.is_dir():
        raise ReadError(f"{target} is a folder; name the file to write.")


def _files(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the files of a folder, with size and time of change."""
    with os.scandir(folder) as entries:
        states = [(entry.name, entry.stat()) for entry in entries if entry.is_file()]

    return {name: (state.st_size, state.st_mtime_ns) for name, state in states}


def page_html(notebook: NotebookFile, wish: ExportWish) -> str:
    """Return the page of a notebook that was run."""
    # Loaded here, since it stands on the extra.
    from newskit.reporting.notebooks.cells import view

    shown = view(notebook, wish.show_code)
    return render(
        "notebooks/notebook.html.j2",
        {
            "title": wish.title or shown.title,
            "language": wish.language,
            "cells": shown.cells,
            "contents": shown.contents if len(shown.contents) >= FEWEST_HEADINGS else [],
            "was_run": wish.run,
            "name": notebook.path.name,
            "hash": notebook.sha256,
            "parameters": _parameters_html(wish.parameters),
            "versions": table_html(versions(_PACKAGES), "Versions"),
            "style": _style(),
        },
    )


def _style() -> str:
    """Return the style of the page, and of what newskit shows in a cell."""
    own = "".join(map(resource, ("style.css", "notebooks/notebook.css")))
    # By its path: the room of revisions need not be loaded for it.
    versions_style = (files("newskit") / "revisions/highlight.css").read_text(encoding="utf-8")
    return own + STYLE + SHOWN_STYLE + versions_style


def _parameters_html(parameters: dict[str, Any]) -> str:
    if not parameters:
        return ""

    rows = [(name, repr(value)) for name, value in parameters.items()]
    frame = pd.DataFrame(rows, columns=["parameter", "value"], dtype=TEXT)
    return table_html(frame, "Parameters")
