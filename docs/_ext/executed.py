"""Runs the notebooks once for the tests and the docs together.

The tests always run them and leave the outputs in docs/_executed/; the docs take that copy if neither the notebook nor
newskit nor the data has changed since, and run the notebook themselves if one has.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
EXECUTED = ROOT / "docs" / "_executed"
SECONDS_A_CELL = 300
# What Jupyter itself sets; tests and CI may have chosen a backend that shows nothing.
INLINE = "module://matplotlib_inline.backend_inline"


def executed(notebook: Path) -> Path:
    """Return the notebook with its outputs, running it only if what it depends on has changed."""
    path = EXECUTED / notebook.name
    if path.exists() and nbformat.read(path, as_version=4).metadata.get("newskit_inputs") == _inputs(notebook):
        return path
    return execute(notebook)


def execute(notebook: Path) -> Path:
    """Run the notebook in its own folder, as Jupyter does, and write it with its outputs to docs/_executed/."""
    node = nbformat.read(notebook, as_version=4)
    NotebookClient(
        node,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(notebook.parent)}},
        record_timing=False,
    ).execute(env={**os.environ, "MPLBACKEND": INLINE})
    node.metadata["newskit_inputs"] = _inputs(notebook)
    EXECUTED.mkdir(exist_ok=True)
    path = EXECUTED / notebook.name
    nbformat.write(node, path)
    return path


def _inputs(notebook: Path) -> str:
    """SHA-256 of everything a run depends on, except the versions of other packages."""
    digest = hashlib.sha256()
    files = [notebook, *(ROOT / "newskit").rglob("*"), *(ROOT / "data").rglob("*")]
    for file in sorted(f for f in files if f.is_file() and "__pycache__" not in f.parts):
        digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
