"""What stands in the place of a solution: the names that later cells need, and where to write."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterable, Sequence

YOURS = "# Your code here."
WRITTEN = "*Write your answer here.*"
OPEN = "..."
_GUARD = (
    'assert {name} is not ..., "{name} is still open: put your answer for the dots, '
    'and run that cell."'
)
_BEGIN, _END = "BEGIN SOLUTION", "END SOLUTION"
_HIDDEN = re.compile(r"^[^\n]*BEGIN HIDDEN TESTS.*?END HIDDEN TESTS[^\n]*\n?", re.M | re.S)
_REGION = re.compile(r"^[^\n]*BEGIN SOLUTION.*?END SOLUTION[^\n]*\n?", re.M | re.S)
_MAGIC = re.compile(r"^\s*[%!?]")
_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_Import = ast.Import | ast.ImportFrom


def stub(source: str, later: Sequence[str]) -> str:
    """Return a cell without its solution; `later` are the sources of the code cells behind it.

    Where "### BEGIN SOLUTION" and "### END SOLUTION" stand in the cell, what is between them is
    the solution, else all of it. Names that are needed later are set to "...", so that a check can
    say in words what is missing.
    """
    if _BEGIN in source:
        return _without_regions(source, later)
    tree = parsed(source)
    needed = {name for name in stored(tree) if is_needed(name, later)}
    lines = [*_kept(tree, needed), YOURS, *_open_names(tree, needed)]
    return "\n".join(lines)


def opened(source: str, later: Sequence[str]) -> list[str]:
    """Return the names that a stub of this cell sets to "..."."""
    left = parsed(stub(source, later))
    return [
        target.id
        for node in ast.walk(left)
        if isinstance(node, ast.Assign) and _is_dots(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]


def without_hidden_tests(source: str) -> str:
    """Return a check as students get it."""
    return _HIDDEN.sub("", source).rstrip("\n")


def outside_regions(source: str) -> str:
    """Return what of a cell is no solution; nothing, if it has no regions."""
    if _BEGIN not in source:
        return ""
    return _REGION.sub("", source)


def guarded(source: str, names: Iterable[str]) -> str:
    """Return a check that first says which of its names are still open, in words."""
    used = loaded(parsed(source))
    lines = [_GUARD.format(name=name) for name in names if name in used]
    return "\n".join([*lines, source])


def parsed(source: str) -> ast.Module:
    """Return the tree of a cell without its magics; an empty one if it is no Python."""
    plain = "\n".join("" if _MAGIC.match(line) else line for line in source.split("\n"))
    try:
        return ast.parse(plain)
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])


def stored(tree: ast.AST) -> list[str]:
    """Return the names that a cell sets, once each, in their order."""
    found = _Names()
    found.visit(tree)
    return list(dict.fromkeys(name for name, is_set in found.uses if is_set))


def loaded(tree: ast.AST) -> set[str]:
    """Return the names that a cell asks for."""
    found = _Names()
    found.visit(tree)
    return {name for name, is_set in found.uses if not is_set}


def is_needed(name: str, later: Sequence[str]) -> bool:
    """Return whether a later cell asks for a name before another sets it anew."""
    for source in later:
        found = _Names()
        found.visit(parsed(source))
        uses = [is_set for used, is_set in found.uses if used == name]
        if uses:
            return not uses[0]
    return False


class _Names(ast.NodeVisitor):
    """Collects the names of a cell in the order in which they are used: a value before its name."""

    def __init__(self) -> None:
        self.uses: list[tuple[str, bool]] = []

    def visit_Name(self, node: ast.Name) -> None:
        self.uses.append((node.id, isinstance(node.ctx, ast.Store)))

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self.visit(target)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            self.uses.append((node.target.id, False))
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        for part in (node.iter, node.target, *node.body, *node.orelse):
            self.visit(part)

    def _visit_scope(self, node: ast.AST) -> None:
        """Visit what has names of its own, and keep those that it takes from outside."""
        inner = _Names()
        inner.generic_visit(node)
        own = {name for name, is_set in inner.uses if is_set}
        own |= {part.arg for part in ast.walk(node) if isinstance(part, ast.arg)}
        taken = (name for name, is_set in inner.uses if not is_set and name not in own)
        self.uses += [(name, False) for name in taken]

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _visit_scope
    visit_Lambda = _visit_scope

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.uses.append((node.name, True))
        self._visit_scope(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.uses.append((node.name, True))

    def visit_alias(self, node: ast.alias) -> None:
        self.uses.append(((node.asname or node.name).partition(".")[0], True))


def _kept(tree: ast.Module, needed: set[str]) -> list[str]:
    """Return what students get of a solution: imports that later cells need."""
    return [
        ast.unparse(node)
        for node in tree.body
        if isinstance(node, _Import) and needed.intersection(stored(node))
    ]


def _open_names(tree: ast.Module, needed: set[str]) -> list[str]:
    lines: list[str] = []
    for node in tree.body:
        if isinstance(node, _Import):
            needed = needed.difference(stored(node))
        elif isinstance(node, _Definition) and node.name in needed:
            lines.append(_headed(node))
            needed = needed - {node.name}
    return [f"{name} = {OPEN}" for name in stored(tree) if name in needed] + lines


def _headed(node: _Definition) -> str:
    """Return a function or class without its body, but with what it says of itself."""
    says = node.body[:1] if ast.get_docstring(node) is not None else []
    node.body = [*says, ast.Expr(ast.Constant(...))]
    return ast.unparse(ast.fix_missing_locations(node))


def _is_dots(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def _without_regions(source: str, later: Sequence[str]) -> str:
    made: list[str] = []
    region: list[str] | None = None
    lines = source.split("\n")
    for number, line in enumerate(lines):
        if _BEGIN in line:
            region = []
        elif _END in line and region is not None:
            rest = "\n".join(lines[number + 1 :])
            made += _region_stub(region, line[: len(line) - len(line.lstrip())], rest, later)
            region = None
        elif region is not None:
            region.append(line)
        else:
            made.append(line)
    return "\n".join(made)


def _region_stub(region: list[str], indent: str, rest: str, later: Sequence[str]) -> list[str]:
    tree = parsed(textwrap.dedent("\n".join(region)))
    # What follows in the cell may be half a function, so that its words have to do.
    words = set(re.findall(r"\w+", rest))
    names = [name for name in stored(tree) if name in words or is_needed(name, later)]
    lines = [f"{name} = {OPEN}" for name in names] or [OPEN]
    return [indent + line for line in (YOURS, *lines)]
