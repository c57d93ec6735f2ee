"""Every notebook runs from top to bottom, without a warning, and is stored without outputs."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


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
