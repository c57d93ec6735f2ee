"""Which names a cell sets and asks for, in their order, as Python itself sees them."""

from __future__ import annotations

import ast
import dis
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from types import CodeType
from typing import NamedTuple

_MAGIC = re.compile(r"^\s*[%!?].*$", re.M)
_SETS, _ASKS = "STORE_NAME", ("LOAD_NAME", "LOAD_GLOBAL")


class Use(NamedTuple):
    """A name, and whether it is set or asked for."""

    name: str
    is_set: bool


def parsed(source: str) -> ast.Module:
    """Return the tree of a cell without its magics; an empty one if it is no Python."""
    try:
        tree = ast.parse(_MAGIC.sub("pass", source))
        _compiled(tree)
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])

    return tree


def uses(source: str) -> list[Use]:
    """Return the names that a cell sets and asks for, in the order of its run."""
    return list(_uses(_compiled(parsed(source))))


def names_set(*statements: ast.stmt) -> list[str]:
    """Return the names that statements set, once each, in their order."""
    tree = ast.Module(body=list(statements), type_ignores=[])
    names = (use.name for use in _uses(_compiled(tree)) if use.is_set)
    return list(dict.fromkeys(names))


def names_asked(source: str) -> set[str]:
    """Return the names that a cell asks for."""
    return {use.name for use in uses(source) if not use.is_set}


def is_needed(name: str, later: Sequence[Sequence[Use]]) -> bool:
    """Return whether a later cell asks for a name before one sets it anew."""
    for use in chain.from_iterable(later):
        if use.name == name:
            return not use.is_set

    return False


def _compiled(tree: ast.Module) -> CodeType:
    compiled: CodeType = compile(
        tree, "<cell>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True
    )
    return compiled


def _uses(code: CodeType, is_inner: bool = False) -> Iterator[Use]:
    """Read the steps of Python's own machine; what a function or class sets is its own."""
    for step in dis.get_instructions(code):
        name = step.argval
        if isinstance(name, CodeType):
            yield from _uses(name, is_inner=True)
        elif step.opname in _ASKS:
            yield Use(name, False)
        elif step.opname == _SETS and not is_inner:
            yield Use(name, True)
