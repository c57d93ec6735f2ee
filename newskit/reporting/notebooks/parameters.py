"""Values for a notebook: a cell of assignments behind the one that is tagged `parameters`."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterable, Mapping
from typing import Any

from newskit.errors import InputError, unknown_name

TAG, INJECTED = "parameters", "injected-parameters"  # the tags of papermill
_SIMPLE = (str, bool, int, float, type(None))


def tags_of(cell: Any) -> list[str]:
    """Return the tags of a cell."""
    tags = cell.metadata.get("tags", [])
    return [str(tag) for tag in tags] if isinstance(tags, list) else []


def inject(
    node: Any,
    parameters: Mapping[str, Any],
    where: str,
) -> None:
    """Put a cell that sets `parameters` behind the cell tagged `parameters`.

    As papermill does it, with two mistakes that it lets pass: a notebook without such a cell,
    and a name that the cell does not set.
    """
    if not parameters:
        return

    import nbformat

    place = _place(node, where)
    known = _assigned(node.cells[place].source, parameters)
    lines = ["# Parameters"]
    for name, value in parameters.items():
        if name not in known:
            raise unknown_name(f"parameter of {where}", name, known)

        _check(name, value)
        lines.append(f"{name} = {value!r}")

    cell: Any = nbformat.v4.new_code_cell(  # type: ignore[no-untyped-call]
        "\n".join(lines), id=INJECTED, metadata={"tags": [INJECTED]}
    )
    # A notebook that papermill has run holds the values of that run: they are replaced.
    kept = [c for c in node.cells[place + 1 :] if INJECTED not in tags_of(c)]
    node.cells[place + 1 :] = [cell, *kept]


def _place(node: Any, where: str) -> int:
    for place, cell in enumerate(node.cells):
        if cell.cell_type == "code" and TAG in tags_of(cell):
            return place

    raise InputError(
        f"{where} takes no parameters: none of its code cells has the tag {TAG!r}. "
        "Put what may be set into one cell, and give it that tag in Jupyter (gear, Cell Tags)."
    )


def _assigned(source: str, wanted: Iterable[str]) -> list[str]:
    """Return the names that a cell sets, or all that are wanted if it is more than plain Python."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return [name for name in wanted if name.isidentifier()]

    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return [node.id for node in names if isinstance(node.ctx, ast.Store)]


def _check(name: str, value: Any) -> None:
    """See that a value written as Python is that value: it is all that the notebook gets."""
    if isinstance(value, dict):
        _check(name, list(value))
        _check(name, list(value.values()))
        return

    if isinstance(value, list | tuple):
        for inner in value:
            _check(name, inner)

        return

    kind = type(value).__name__
    is_number = kind in ("int", "float")
    if type(value) not in _SIMPLE or (is_number and not math.isfinite(value)):
        raise InputError(
            f"The parameter {name!r} is a {kind} ({value!r}); a notebook takes texts, finite "
            "numbers, True, False, None, and lists and dictionaries of these."
        )


def told(value: str) -> Any:
    """Read a value as it is written on the command line: a number, True, False, None, or text.

    >>> [told(v) for v in ("3", "0.5", "True", "None", "03/04", "snow")]
    [3, 0.5, True, None, '03/04', 'snow']
    """
    words = {"True": True, "False": False, "None": None}
    if value in words:
        return words[value]

    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            continue

    return value
