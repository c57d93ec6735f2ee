"""Read a notebook, and say what is wrong with one that cannot be read."""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from newskit.errors import ReadError, import_extra

MOST_BYTES = 250_000_000  # a notebook of 100 MB, mostly output, is read in seconds
VERSION = (4, 5)  # the first whose cells have an id


class NotebookFile(NamedTuple):
    """A notebook that was read: `node` is nbformat's, and ours to change."""

    path: Path
    node: Any
    sha256: str

    @property
    def folder(self) -> Path:
        """Where it lies, and runs."""
        return self.path.resolve().parent

    @property
    def language(self) -> str:
        """The programming language of its cells."""
        metadata = self.node.metadata
        told = metadata.get("kernelspec", {}).get("language")
        return str(told or metadata.get("language_info", {}).get("name") or "python").lower()


def read_notebook(path: str | Path) -> NotebookFile:
    """Read a notebook of any version as one of version 4; the file stays as it is.

    Raises
    ------
    MissingExtraError
        If nbformat is not installed.
    ReadError
        If there is no such file, or it is not a notebook.
    """
    import_extra("nbformat", "lab", "Reading a notebook")
    source = Path(path)
    data = _bytes(source)
    return NotebookFile(source, _node(data, source), hashlib.sha256(data).hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            told = f"{size / 1e6:,.0f} MB; at most {MOST_BYTES / 1e6:,.0f} are read"
            raise ReadError(f"{path}: the notebook has {told}. Clear its outputs in Jupyter.")

        return path.read_bytes()
    except OSError as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(f"{path}: {error.strerror or error}.") from error


def _node(data: bytes, path: Path) -> Any:
    import nbformat

    try:
        told = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{path} is no notebook: it is not JSON ({_short(error)}).") from error

    if not isinstance(told, dict) or "nbformat" not in told:
        raise ReadError(f"{path} is no notebook: it has no field 'nbformat'.")

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of cells without an id; they get one here
            node: Any = nbformat.reads(  # type: ignore[no-untyped-call]
                json.dumps(_with_ids(told)), as_version=4
            )

        nbformat.validate(node)
        if told["nbformat"] < VERSION[0]:
            _renumber(node.cells)
    except Exception as error:  # nbformat raises whatever a broken field leads to
        raise ReadError(f"{path} is no valid notebook: {_short(error)}.") from error

    return node


def _with_ids(told: dict[str, Any]) -> dict[str, Any]:
    """Give each cell an id that has none of its own; nbformat would draw a random one."""
    cells = told.get("cells")
    _number([cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else [])
    if told.get("nbformat") == VERSION[0]:
        told["nbformat_minor"] = max(told.get("nbformat_minor") or 0, VERSION[1])
    return told


def _renumber(cells: Iterable[Any]) -> None:
    """Take from cells of old versions the ids that nbformat has drawn for them."""
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number:02}"


def _number(cells: Iterable[dict[str, Any]]) -> None:
    seen: set[str] = set()
    for number, cell in enumerate(cells):
        name = str(cell.get("id") or f"cell-{number:02}")
        while name in seen:
            name = f"{name}-{number:02}"

        cell["id"] = name
        seen.add(name)


def _short(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
