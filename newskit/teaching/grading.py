"""What nbgrader has to know of a cell: which are answers, which are graded, and for how much."""

from __future__ import annotations

import re
from typing import Any

SOLUTION, EXERCISE, CHECK = "solution", "exercise", "check"
VERSION = 3  # of nbgrader's metadata
_POINTS = re.compile(r"points[:=-](\d{1,4}(?:\.\d{1,2})?)\Z")


def role_of(tags: list[str]) -> str | None:
    """Return what a cell is in a lesson, or None if it is just text or code."""
    return next((role for role in (SOLUTION, CHECK, EXERCISE) if role in tags), None)


def grading(cell: Any, tags: list[str]) -> dict[str, Any] | None:
    """Return nbgrader's metadata for a cell, or None if it needs none.

    Checks are graded by what they say, written answers by hand; a tag "points:2" says for how
    much. Exercises and checks are locked.
    """
    role = role_of(tags)
    if role is None:
        return None

    known = cell.metadata.get("nbgrader")
    own = known if isinstance(known, dict) else {}
    is_written = role == SOLUTION and cell.cell_type == "markdown"
    is_graded = is_written or (role == CHECK and cell.cell_type == "code")
    told = {
        "schema_version": VERSION,
        # The id of a cell stays when others are put before it.
        "grade_id": str(own.get("grade_id") or cell["id"]),
        "grade": is_graded,
        "solution": role == SOLUTION,
        "locked": role != SOLUTION,
        "task": False,
        "cell_type": cell.cell_type,
    }
    return told | ({"points": _points(tags, own)} if is_graded else {})


def _points(tags: list[str], own: dict[str, Any]) -> float:
    """Return what a tag says that a cell is worth, or nbgrader itself, or one point."""
    found = list(filter(None, map(_POINTS.match, tags)))
    points = float(found[0][1]) if found else own.get("points")
    if not isinstance(points, int | float):
        return 1
    # "2" in the notebook, not "2.0".
    return int(points) if float(points).is_integer() else points
