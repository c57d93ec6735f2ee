"""What the site without a server is made of: everything newskit needs is pure Python, or Pyodide has it."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution, requires
from pathlib import Path
from types import ModuleType

import nbformat
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
# Installed here with compiled parts; there is a pure wheel, too.
ALSO_PURE = {"charset-normalizer"}
# What is imported by all that lessons do.
USED = """
import json, sys
import newskit as nk
article = nk.load_example()
analysis = nk.analyze(article)
nk.plots.timeline(analysis.timeline)
nk.report(analysis, sys.argv[1])
nk.read_articles(b"<html><body><article><h1>Rain</h1><p>It rained for a long time.</p></article></body></html>")
from importlib.metadata import packages_distributions
known = packages_distributions()
roots = {name.partition(".")[0] for name in sys.modules}
print(json.dumps(sorted({known[root][0] for root in roots if root in known})))
"""


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_site", ROOT / "docs" / "browser" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_pure(name: str) -> bool:
    wheel = distribution(name).read_text("WHEEL") or ""
    return "none-any" in wheel


def needed_in_a_browser(build: ModuleType) -> dict[str, Requirement]:
    """Return what newskit needs there, directly or not, and Pyodide lacks."""
    found: dict[str, Requirement] = {}
    # newskit's own are read where they are written: an installed copy may be older.
    left = [tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]]
    while left:
        for line in left.pop():
            needed = Requirement(line)
            if needed.marker is not None and not needed.marker.evaluate(build.BROWSER):
                continue
            name = canonicalize_name(needed.name)
            if not build.is_in_pyodide(needed) and name not in found:
                found[name] = needed
                left.append(requires(needed.name) or [])
    return found


def test_all_that_pyodide_lacks_is_pure(build: ModuleType) -> None:
    found = needed_in_a_browser(build)
    assert {"trafilatura", "ftfy"} <= set(found)
    assert {"textstat", "nltk", "pandas"}.isdisjoint(found)
    assert [name for name in set(found) - ALSO_PURE if not is_pure(name)] == []
    # The page names them.
    page = (ROOT / "docs" / "browser.md").read_text(encoding="utf-8")
    listed = re.search(r"```text\n(newskit, .*?)```", page, re.S)[1]
    assert {canonicalize_name(n) for n in re.findall(r"\w+", listed)} == {*found, "newskit"}


@pytest.mark.slow
def test_what_is_imported_runs_in_a_browser(build: ModuleType, tmp_path: Path) -> None:
    """A compiled package that Pyodide lacks must not be imported by what lessons do."""
    done = subprocess.run(
        [sys.executable, "-c", USED, str(tmp_path / "report.html")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    imported = {canonicalize_name(name) for name in json.loads(done.stdout.splitlines()[-1])}
    assert {"pandas", "numpy", "matplotlib", "lxml"} <= imported
    compiled = {name for name in imported - ALSO_PURE - {"newskit"} if not is_pure(name)}
    assert compiled - set(build.pyodide_packages()) == set()


def test_lessons_of_the_site_install_newskit_first(build: ModuleType, tmp_path: Path) -> None:
    folder = build.lessons(tmp_path / "files")
    for path in folder.glob("*.ipynb"):
        lesson = nbformat.read(path, as_version=4)
        nbformat.validate(lesson)
        assert lesson.cells[0].source == build.INSTALL
    assert len(list(folder.iterdir())) == len(build.LESSONS)
