"""Every notebook runs from top to bottom, without a warning, and is stored without outputs."""

from __future__ import annotations

import contextlib
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import nbformat
import pandas as pd
import pytest

import newskit as nk
from tests.lessons import NOTEBOOKS, ROOT, run

MOST_CELLS = 24  # a lesson, not a manual
WIDEST = 96  # characters of code that a projector of 1024 pixels shows


def runner() -> ModuleType:
    """Load the one place that runs notebooks; the docs show what it leaves behind."""
    spec = importlib.util.spec_from_file_location("executed", ROOT / "docs" / "_ext" / "executed.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_notebook_is_stored_without_outputs(path: Path) -> None:
    node = nbformat.read(path, as_version=4)
    nbformat.validate(node)
    code = [cell for cell in node.cells if cell.cell_type == "code"]
    assert [c.execution_count for c in code if c.execution_count is not None] == []
    assert [c.source for c in code if c.outputs] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_notebook_is_listed(path: Path) -> None:
    assert path.name in (ROOT / "notebooks" / "README.md").read_text(encoding="utf-8")
    assert f"_executed/{path.stem}" in (ROOT / "docs" / "notebooks.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_notebook_is_a_lesson(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    assert len(cells) <= MOST_CELLS
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code").splitlines()
    assert [line for line in code if len(line) > WIDEST] == []
    # Exercise, solution, check: what `newskit lesson` makes two versions of.
    tags = [tag for cell in cells for tag in cell.metadata.get("tags", ()) if not tag.startswith("q")]
    assert tags == ["exercise", "solution", "check"] * (len(tags) // 3)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_notebook_runs_where_only_newskit_is(path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    printed = "".join(cell.output for cell in run(path, tmp_path_factory.mktemp("elsewhere")))
    if "zelenskyy-nato" in path.read_text(encoding="utf-8"):
        assert "newskit's own example" in printed


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
@pytest.mark.slow
def test_notebook_runs(path: Path) -> None:
    executed = nbformat.read(runner().execute(path), as_version=4)
    code = [cell for cell in executed.cells if cell.cell_type == "code"]
    outputs = [output for cell in code for output in cell.outputs]
    assert outputs
    drawn = [cell for cell in code if "nk.plots." in cell.source]
    assert [c.source for c in drawn if not any("image/png" in o.get("data", {}) for o in c.outputs)] == []
    # Anything on stderr is a warning that a class would see.
    assert [o.text for o in outputs if o.output_type == "stream" and o.name == "stderr"] == []
    # A bare object means that a table, a figure or a marked text has lost its rich form.
    plain = [o.data["text/plain"] for o in outputs if o.output_type == "execute_result" and "text/html" not in o.data]
    assert [text for text in plain if re.match(r"<.* object at 0x", text)] == []


@pytest.mark.parametrize(
    ("name", "place", "told"),
    [
        ("Noor Halloran", "compass-6", "Whom did this outlet"),  # she did say it
        ("Berit Amsel", "Compass 6", "looks like this"),
        ("Berit Amsel", "compass-2", "says sorry"),
        ("Berit Amsel", "compass-6", ""),
    ],
)
def test_who_never_said_it(name: str, place: str, told: str) -> None:
    """What students typed into lesson 6; the first one passed the check."""
    quoted, speakers = ["The Compass", "Wirehall"], ["Berit Amsel", "Noor Halloran"]
    known = {
        "articles": nk.load_example("harbor"), "never_said": name, "put_right_in": place,
        "trombones": pd.DataFrame({"publisher": quoted, "speaker": speakers}),
    }  # fmt: skip
    cells = nbformat.read(ROOT / "notebooks" / "06_compare_outlets.ipynb", as_version=4).cells
    check = [cell.source for cell in cells if "check" in cell.metadata.get("tags", ())][1]
    with pytest.raises(AssertionError, match=told) if told else contextlib.nullcontext():
        exec(check, known)
