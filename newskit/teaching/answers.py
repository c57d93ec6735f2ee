"""What stands in the place of a solution: the names that later cells need, and where to write."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterable, Sequence

from newskit.teaching.names_used import Use, is_needed, names_asked, names_set, parsed

YOURS = "# Your code here."
WRITTEN = "*Write your answer here.*"
_GUARD = (
    'assert {name} is not ..., "{name} is still open: put your answer for the dots, '
    'and run that cell."'
)
# The marks are nbgrader's.
_BEGIN, _END = "BEGIN SOLUTION", "END SOLUTION"
_REGION = re.compile(r"^[^\n]*BEGIN SOLUTION.*?END SOLUTION[^\n]*\n?", re.M | re.S)
_HIDDEN = re.compile(r"^[^\n]*BEGIN HIDDEN TESTS.*?END HIDDEN TESTS[^\n]*\n?", re.M | re.S)
_OPENED = re.compile(r"^\s*(\w+) = \.\.\.$", re.M)
_WORD = re.compile(r"\w+")
_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
Later = Sequence[Sequence[Use]]
_Import = ast.Import | ast.ImportFrom


def stub(source: str, later: Later) -> str:
    """Return a cell without its solution; `later` are the names that the code cells behind it use.

    Where "### BEGIN SOLUTION" and "### END SOLUTION" stand in the cell, what is between them is
    the solution, else all of it. Names that are needed later are set to "...", so that a check can
    say in words what is missing.
    """
    if _BEGIN in source:
        return _without_regions(source, later)

    imports: list[str] = []
    values: list[str] = []
    heads: list[str] = []
    for statement in parsed(source).body:
        names = [name for name in names_set(statement) if is_needed(name, later)]
        if not names:
            continue

        if isinstance(statement, _Import):
            imports.append(ast.unparse(statement))
        elif isinstance(statement, _Definition):
            heads.append(_headed(statement))
        else:
            values += _open(names)

    return "\n".join(dict.fromkeys([*imports, YOURS, *values, *heads]))


def opened(source: str, later: Later) -> list[str]:
    """Return the names that a stub of this cell sets to "..."."""
    return _OPENED.findall(stub(source, later))


def without_hidden_tests(source: str) -> str:
    """Return a check as students get it."""
    return _HIDDEN.sub("", source).rstrip("\n")


def outside_regions(source: str) -> str:
    """Return what of a cell is no solution; nothing, if it has no regions."""
    return _REGION.sub("", source) if _BEGIN in source else ""


def guarded(source: str, names: Iterable[str]) -> str:
    """Return a check that first says which of its names are still open, in words."""
    asked = names_asked(source)
    lines = [_GUARD.format(name=name) for name in names if name in asked]
    return "\n".join([*lines, source])


def _open(names: Iterable[str]) -> list[str]:
    return [f"{name} = ..." for name in names]


def _headed(node: _Definition) -> str:
    """Return a function or class without its body, but with what it says of itself."""
    says = node.body[:1] if ast.get_docstring(node) is not None else []
    node.body = [*says, ast.Expr(ast.Constant(...))]
    return ast.unparse(ast.fix_missing_locations(node))


def _without_regions(source: str, later: Later) -> str:
    made: list[str] = []
    region: list[str] | None = None
    lines = source.split("\n")
    for number, line in enumerate(lines, start=1):
        if _BEGIN in line:
            region = []
        elif region is None:
            made.append(line)
        elif _END in line:
            rest = "\n".join(lines[number:])
            indent = line[: len(line) - len(line.lstrip())]
            made.append(textwrap.indent(_region_stub(region, rest, later), indent))
            region = None
        else:
            region.append(line)

    return "\n".join(made)


def _region_stub(
    region: list[str],
    rest: str,
    later: Later,
) -> str:
    body = parsed(textwrap.dedent("\n".join(region))).body
    # What follows in the cell may be half a function, so that its words have to do.
    words = set(_WORD.findall(rest))
    names = [name for name in names_set(*body) if name in words or is_needed(name, later)]
    lines = _open(names) or ["..."]
    return "\n".join([YOURS, *lines])
