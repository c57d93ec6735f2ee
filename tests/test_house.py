"""Rules of the house that a machine can check: layers, lazy imports, names, sizes, empty tables."""

from __future__ import annotations

import ast
import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest

import newskit as nk
from docs._ext import architecture_picture
from newskit import registry

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "newskit"
CODE = sorted(p for p in PACKAGE.rglob("*.py"))
LINES_A_FILE = 350
FUNCTIONS = [name for name in nk.__all__ if callable(getattr(nk, name)) and not isinstance(getattr(nk, name), type)]
MADE = [table.name for table in registry.TABLES.values() if table.is_made_by_analyze]


def python(code: str) -> str:
    """Run code in an interpreter of its own and return what it prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_import_layers() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 kept, 0 broken" in done.stdout


def test_import_newskit_loads_nothing_heavy() -> None:
    heavy = "{'matplotlib', 'jinja2', 'textstat', 'nltk', 'pyarrow', 'IPython'}"
    assert python(f"import sys, newskit; print(sorted({heavy} & set(sys.modules)))") == "[]"


def test_naming_every_function_loads_nothing_heavy() -> None:
    """Only calling a function may load what it needs."""
    code = """
import sys, newskit as nk
for name in nk.__all__:
    if name != "plots":
        getattr(nk, name)
print(sorted({'matplotlib', 'jinja2', 'textstat', 'nltk'} & set(sys.modules)))
"""
    assert python(code) == "[]"


def test_the_default_engine_loads_neither_textstat_nor_nltk() -> None:
    code = """
import sys, newskit as nk
nk.analyze("A bridge was closed on Friday, the mayor said.", progress=False)
print(sorted({'matplotlib', 'jinja2', 'textstat', 'nltk'} & set(sys.modules)))
"""
    assert python(code) == "[]"


def test_no_public_function_is_hidden_by_a_module() -> None:
    """After every module of newskit was imported, every public function must still be one."""
    modules = [".".join(p.relative_to(ROOT).with_suffix("").parts) for p in CODE]
    wanted = [m.removesuffix(".__init__") for m in modules if not m.endswith("__main__")]
    code = f"""
import importlib, newskit as nk
for module in {wanted!r}:
    importlib.import_module(module)
print([name for name in {FUNCTIONS!r} if not callable(getattr(nk, name))])
"""
    assert python(code) == "[]"


def test_no_top_level_module_has_the_name_of_a_public_function() -> None:
    modules = {p.stem for p in PACKAGE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    assert modules.isdisjoint(FUNCTIONS)


def test_unknown_attribute_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="readabilty"):
        nk.readabilty  # noqa: B018


def test_dir_lists_every_public_name() -> None:
    assert set(nk.__all__) <= set(dir(nk))


def test_public_names_are_documented_names() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\.\. auto(?:function|class):: (\w+)$", page, flags=re.M)
    modules = re.findall(r"^\.\. automodule:: newskit\.(\w+)$", page, flags=re.M)
    assert sorted(documented + modules) == sorted(nk.__all__)


@pytest.mark.parametrize("room", ["coding", "errors", "lexicons", "plots", "revisions", "times"])
def test_names_of_rooms_are_documented_names(room: str) -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    documented = re.findall(rf"^\.\. auto(?:function|exception):: newskit\.{room}\.(\w+)$", page, flags=re.M)
    assert sorted(documented) == sorted(getattr(nk, room).__all__)


def test_public_names_are_tested_names() -> None:
    """Every public name is used, as a name and not in a comment, in a test of its own room, not here."""
    used: set[str] = set()
    for path in sorted((ROOT / "tests").glob("test_*.py")):
        if path.name != Path(__file__).name:
            used |= _names(ast.parse(path.read_text(encoding="utf-8")))
    assert set(nk.__all__) - used == set()
    for room in (nk.coding, nk.lexicons, nk.plots, nk.revisions, nk.times):
        assert set(room.__all__) - used == set()


def _names(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
    return found


@pytest.mark.parametrize("name", FUNCTIONS)
def test_public_functions_have_a_full_docstring(name: str) -> None:
    text = getattr(nk, name).__doc__
    for part in ("Returns\n", "Examples\n", ">>> "):
        assert part in text, f"nk.{name} has no {part.strip()!r} in its docstring"


@pytest.mark.parametrize("name", MADE)
def test_tables_have_their_columns_when_empty(name: str) -> None:
    some = nk.analyze(nk.load_example(), only=name).tables()[name]
    none = nk.analyze(registry.empty("articles"), only=name).tables()[name]
    assert len(none) == 0
    assert list(none.columns) == list(some.columns)
    assert [str(t) for t in none.dtypes] == [str(t) for t in some.dtypes]
    stated = [c.name for c in registry.table(name).columns]
    assert [c for c in stated if c in none.columns] == list(none.columns)


def test_tables_that_need_others_come_after_them() -> None:
    order = ["articles", *MADE]
    for name in MADE:
        assert set(registry.TABLES[name].needs) <= set(order), name


def test_the_picture_shows_every_module_and_room() -> None:
    """It is drawn from the layers; a module that is in none of them would be missing."""
    modules = {p.stem for p in PACKAGE.glob("*.py")} | {p.parent.name for p in PACKAGE.glob("*/__init__.py")}
    drawn = {name for layer in architecture_picture.layers() for name in layer}
    assert drawn == modules - {"__init__", "__main__"}
    rooms = {p.parent.name for p in (PACKAGE / "analyses").glob("*/__init__.py")}
    assert set(architecture_picture.rooms("analyses")) == rooms
    svg = architecture_picture.svg()
    assert all(f">{name}</text>" in svg for name in drawn | rooms)


def test_lists_in_docstrings_are_those_of_the_registry() -> None:
    told = set(re.findall(r"`(\w+)`", nk.analyze.__doc__.partition("by default")[2].partition("Raises")[0]))
    assert told == {"articles", *(t.name for t in registry.TABLES.values() if t.by_default)}


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES_A_FILE


def test_no_assert_in_the_package() -> None:
    """An assert is gone under python -O, and has the wrong type: errors come from newskit.errors."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assert)
    ]
    assert found == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.csv")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_row_of_a_list_has_its_cells(path: Path) -> None:
    """A comma in a cell without quotation marks cuts the cell, and nobody hears of it."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = (row for row in csv.reader(file) if row and not row[0].startswith("#"))
    assert [row for row in rows if len(row) != len(header)] == []


def test_top_level_folders() -> None:
    command = ["git", "ls-files", "-z"]  # else names with an umlaut are put in quotation marks
    listed = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if listed.returncode:
        pytest.skip("not a git clone")
    folders = {line.split("/")[0] for line in listed.stdout.split("\0") if "/" in line}
    hidden = {".ci", ".conda", ".github"}
    assert folders == {"newskit", "notebooks", "data", "tests", "docs", *hidden}


def test_the_architecture_counts_the_caches() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "newskit").rglob("*.py")]
    sizes = [int(size) for source in sources for size in re.findall(r"lru_cache\(maxsize=([\d_]+)\)", source)]
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert f"{len(sizes)} caches of single functions" in told
    assert f"{sum(sizes):,} entries at most" in " ".join(told.split())
