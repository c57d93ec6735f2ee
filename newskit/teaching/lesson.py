"""One tagged notebook becomes two: one for students, one with the solutions."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newskit.errors import InputError, ReadError
from newskit.reporting.notebooks import (
    SECONDS_A_CELL,
    NotebookFile,
    need_running,
    read_notebook,
    tags_of,
)
from newskit.reporting.rendering import write_page
from newskit.teaching.answers import (
    WRITTEN,
    guarded,
    opened,
    outside_regions,
    stub,
    without_hidden_tests,
)
from newskit.teaching.grading import CHECK, SOLUTION, grading, role_of
from newskit.teaching.names_used import Use, uses

_KEPT = ("kernelspec", "language_info")  # of the metadata of a notebook
_KIND = "AssertionError"


class Lesson(NamedTuple):
    """The two notebooks that were written, and what was noticed of the checks.

    `notes` is empty unless the lesson was run: it names checks that pass without an answer, and
    those that fail with another error than their own words.
    """

    student: Path
    solution: Path
    notes: list[str]


def lesson(
    notebook: str | Path,
    folder: str | Path,
    *,
    run: bool = False,
    timeout: float = SECONDS_A_CELL,
    progress: bool = True,
) -> Lesson:
    """Make a notebook for students and one with the solutions out of one with tags.

    A cell with the tag "solution" is a stub in the student version: the names that later cells
    need are set to "...", functions keep their heads; of written answers (Markdown) a line to write
    at is left. A cell with the tag "check" is in both: plain asserts, before which newskit puts one
    for each name that is still open. A cell with the tag "exercise" is in both. Part of a cell is a
    solution between lines "### BEGIN SOLUTION" and "### END SOLUTION"; what is between "### BEGIN
    HIDDEN TESTS" and "### END HIDDEN TESTS" is in the solution version only.

    Both versions are graded by nbgrader as they are (a tag "points:2" says what a check is worth),
    and work without it.

    Parameters
    ----------
    notebook : str or pathlib.Path
        The tagged notebook; it is not changed.
    folder : str or pathlib.Path
        Where the notebooks are put: "student/" and "solution/" with a notebook of the same name in
        each. Folders are made; notebooks of that name are replaced.
    run : bool
        Run both in the folder of the tagged notebook: the solution version has to pass and keeps
        its results, and the notes say which checks do not answer kindly to students.
    timeout : float
        Seconds that each cell may take.
    progress : bool
        Show how many cells have been run.

    Returns
    -------
    Lesson
        `.student` and `.solution`, the two files, and `.notes`.

    Raises
    ------
    InputError
        If no cell has the tag "solution", or two cells have one id for grades.
    MissingExtraError
        If newskit's extra "lab" is not installed.
    NotebookError
        If a cell of the solution version fails. Nothing is written then.
    ReadError
        If the notebook cannot be read, or the others not be written.

    Examples
    --------
    >>> import json, pathlib, tempfile
    >>> import newskit as nk
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> code = {"cell_type": "code", "outputs": [], "execution_count": None}
    >>> answer = {"id": "a", "metadata": {"tags": ["solution"]}, "source": "n = 3"} | code
    >>> check = {"id": "b", "metadata": {"tags": ["check"]}, "source": "assert n == 3"} | code
    >>> book = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [answer, check]}
    >>> _ = (folder / "count.ipynb").write_text(json.dumps(book))
    >>> made = nk.lesson(folder / "count.ipynb", folder)
    >>> print("".join(json.loads(made.student.read_text())["cells"][0]["source"]))
    # Your code here.
    n = ...
    """
    if run:
        need_running(timeout)

    source = read_notebook(notebook)
    student, solution = _versions(source)
    notes: list[str] = []
    if run:
        notes = _tried(student, solution, timeout, progress)

    target = Path(folder)
    paths = [target / name / source.path.name for name in ("student", "solution")]
    if source.path.resolve() in [path.resolve() for path in paths]:
        raise InputError(f"{source.path} would be replaced by one of its versions.")

    for path, version in zip(paths, (student, solution), strict=True):
        _write(version, path)

    return Lesson(paths[0], paths[1], notes)


def _versions(source: NotebookFile) -> tuple[NotebookFile, NotebookFile]:
    """Return the version for students and the one with the solutions."""
    solution = source._replace(node=copy.deepcopy(source.node))
    _prepare(solution)
    student = solution._replace(node=copy.deepcopy(solution.node))
    later = _used_later(solution.node.cells)
    for place, cell in enumerate(student.node.cells):
        role = role_of(tags_of(cell))
        if role == SOLUTION:
            _open(cell, later[place + 1 :])
        elif role == CHECK:
            cell.source = without_hidden_tests(cell.source)

    return student, solution


def _prepare(notebook: NotebookFile) -> None:
    """Clear a notebook, mark its cells for nbgrader, and put guards before its checks."""
    node = notebook.node
    cells = node.cells
    if not any(role_of(tags_of(cell)) == SOLUTION for cell in cells):
        raise InputError(
            f"{notebook.path.name} has no solutions: none of its cells has the tag 'solution'. "
            "Give the cells their tags in Jupyter (gear, Cell Tags): exercise, solution, check."
        )

    for name in [name for name in node.metadata if name not in _KEPT]:
        del node.metadata[name]

    names = _open_names(cells)
    for place, cell in enumerate(cells):
        _clear(cell)
        if role_of(tags_of(cell)) == CHECK and cell.cell_type == "code":
            cell.source = guarded(cell.source, names[place])

        told = grading(cell, tags_of(cell))
        if told is not None:
            cell.metadata["nbgrader"] = told

    _need_own_ids(notebook)


def _clear(cell: Any) -> None:
    for name in ("execution", "ExecuteTime", "collapsed", "scrolled"):
        cell.metadata.pop(name, None)

    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None


def _open_names(cells: list[Any]) -> list[list[str]]:
    """Return for each cell the names that are open before it in the student version."""
    later = _used_later(cells)
    found: list[list[str]] = []
    names: dict[str, None] = {}
    for place, cell in enumerate(cells):
        found.append(list(names))
        if cell.cell_type == "code" and role_of(tags_of(cell)) == SOLUTION:
            names |= dict.fromkeys(opened(cell.source, later[place + 1 :]))

    return found


def _used_later(cells: list[Any]) -> list[list[Use]]:
    """Return for each cell the names that it uses of what students get of it."""
    used: list[list[Use]] = []
    for cell in cells:
        source = cell.source if cell.cell_type == "code" else ""
        if role_of(tags_of(cell)) == SOLUTION:
            source = outside_regions(source)

        used.append(uses(source))

    return used


def _open(cell: Any, later: list[list[Use]]) -> None:
    if cell.cell_type == "code":
        cell.source = stub(cell.source, later)
        return

    cell.source = WRITTEN
    cell.pop("attachments", None)


def _need_own_ids(notebook: NotebookFile) -> None:
    seen: set[str] = set()
    for cell in notebook.node.cells:
        told = cell.metadata.get("nbgrader")
        name = told.get("grade_id") if isinstance(told, dict) else None
        if name in seen:
            raise InputError(
                f"{notebook.path.name}: two cells have the grade_id {name!r}; "
                "nbgrader needs one of its own for each."
            )

        if name is not None:
            seen.add(name)


def _tried(
    student: NotebookFile,
    solution: NotebookFile,
    timeout: float,
    progress: bool,
) -> list[str]:
    """Run both: the solution has to pass; what of the student version is not kind is noted."""
    from newskit.reporting.notebooks.running import run

    run(solution, timeout, progress)
    tried = student._replace(node=copy.deepcopy(student.node))
    run(tried, timeout, progress, allow_errors=True)
    return list(_unkind(tried))


def _unkind(tried: NotebookFile) -> Iterator[str]:
    for number, cell in enumerate(tried.node.cells, start=1):
        if cell.cell_type != "code" or role_of(tags_of(cell)) != CHECK:
            continue

        errors = [out for out in cell.outputs if out.output_type == "error"]
        where = f"cell {number} ({cell.metadata['nbgrader']['grade_id']})"
        if not errors:
            yield f"{where} passes without an answer"
        elif errors[0].ename != _KIND:
            yield f"{where} fails with {errors[0].ename} instead of words of its own"
        elif not errors[0].evalue.strip():
            yield f"{where} fails without a word: give its assert a message"


def _write(version: NotebookFile, path: Path) -> None:
    import nbformat

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReadError(f"{path.parent}: {error.strerror or error}.") from error

    told: str = nbformat.writes(version.node)  # type: ignore[no-untyped-call]
    write_page(told.rstrip("\n") + "\n", path)
