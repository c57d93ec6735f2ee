"""What is built is what was promised: contents, size, version, extras."""

from __future__ import annotations

import lzma
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

import newskit as nk
from newskit.csv_files import csv_rows

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the wheel and the sdist, built without a network."""
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    (path,) = built.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.mark.slow
def test_wheel_holds_newskit_only(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert tops == {"newskit", f"newskit-{nk.__version__}.dist-info"}


def test_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    """Word lists, samples, template and style are data, and data is what packaging forgets."""
    here = {
        p.relative_to(ROOT).as_posix()
        for p in (ROOT / "newskit").rglob("*")
        if p.is_file() and not any(part.startswith((".", "__pycache__")) for part in p.parts[len(ROOT.parts) :])
    }
    packed = {name for name in wheel.namelist() if name.startswith("newskit/")}
    assert packed == here
    assert "newskit/py.typed" in packed
    assert "newskit/word_lists/catalog.csv" in packed
    assert {Path(name).suffix for name in packed} >= {".py", ".csv", ".css", ".md", ".txt", ".typed"}


def test_packed_files_are_those_beside_their_scripts() -> None:
    for name, packed in (
        ("word_lists/given_names.csv", "analyses/names"), ("line_model/line_weights.csv", "reading/text")
    ):  # fmt: skip
        plain = ROOT / "data" / name
        assert lzma.decompress((ROOT / "newskit" / packed / f"{plain.name}.xz").read_bytes()) == plain.read_bytes()


def test_wheel_is_small(built: Path) -> None:
    (path,) = built.glob("*.whl")
    assert path.stat().st_size < 2_000_000


def test_wheel_carries_the_notices(wheel: zipfile.ZipFile) -> None:
    licences = {name.split("/licenses/")[1] for name in wheel.namelist() if "/licenses/" in name}
    assert licences == {"LICENSE", "newskit/word_lists/NOTICE.md"}


def test_sdist_leaves_the_article_out(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as packed:
        names = [name.partition("/")[2] for name in packed.getnames()]
    assert "pyproject.toml" in names
    assert "newskit/__init__.py" in names
    data = {n.rpartition("/")[0] for n in names if n.split("/")[0] == "data"}
    assert data == {"data/word_lists", "data/line_model", "data/line_model/layouts"}
    assert [n for n in names if "_executed" in n or "_build" in n] == []


def test_version_is_stated_once_and_repeated_rightly(wheel: zipfile.ZipFile) -> None:
    metadata = wheel.read(f"newskit-{nk.__version__}.dist-info/METADATA").decode()
    assert f"\nVersion: {nk.__version__}\n" in metadata
    assert f"\nversion: {nk.__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## [{nk.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_extra_an_error_names_is_declared() -> None:
    """`import_extra(package, extra, ...)` names an extra: it has to exist and hold the package."""
    declared = PROJECT["optional-dependencies"]
    asked = [
        found
        for path in (ROOT / "newskit").rglob("*.py")
        for found in re.findall(r'(?:missing|import)_extra\(\s*"([\w-]+)",\s*"(\w+)"', path.read_text(encoding="utf-8"))
    ]
    assert asked
    for package, extra in asked:
        lines = declared[extra] + PROJECT["dependencies"]
        assert any(re.match(rf"{package}\b", line) for line in lines), (package, extra)


def test_all_is_every_extra() -> None:
    extras = set(PROJECT["optional-dependencies"])
    (everything,) = PROJECT["optional-dependencies"]["all"]
    assert set(re.search(r"\[(.*)\]", everything)[1].split(",")) == extras - {"all"}


def test_dependencies_are_used() -> None:
    """Every package that is required is imported somewhere in newskit, under its own name."""
    code = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "newskit").rglob("*.py"))
    names = {re.match(r"[\w-]+", line)[0].replace("-", "_") for line in PROJECT["dependencies"]}
    # tzdata is data: zoneinfo finds it by itself where the system has no zones. lxml_html_clean is
    # what trafilatura imports.
    imported = r'(?:import |from |import_(?:module|extra)\(")'
    unused = {n for n in names - {"tzdata", "lxml_html_clean"} if not re.search(rf"{imported}{n}\b", code)}
    assert unused == set()


def test_ci_runs_the_python_that_is_promised() -> None:
    promised = PROJECT["requires-python"].removeprefix(">=")
    assert f"find_python {promised}" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_description_has_no_address_that_a_package_index_lacks(wheel: zipfile.ZipFile) -> None:
    metadata = wheel.read(f"newskit-{nk.__version__}.dist-info/METADATA").decode()
    assert "python -m pip install" in metadata
    assert re.findall(r"\]\((?!https?:)[^)]*\)", metadata) == []


def test_conda_recipe_asks_for_what_pip_asks_for() -> None:
    recipe = (ROOT / ".conda" / "meta.yaml").read_text(encoding="utf-8")
    run = recipe.partition("  run:\n")[2].partition("\ntest:")[0]
    here = {line.strip(" -") for line in run.splitlines() if line.strip()}
    # What conda-forge calls by another name.
    names = {"matplotlib": "matplotlib-base", "lazy-loader": "lazy_loader", "tzdata": "python-tzdata"}
    asked = [re.match(r"([\w-]+)([^;]*)", line).groups() for line in PROJECT["dependencies"]]
    python = f"python {PROJECT['requires-python']}"
    assert here == {f"{names.get(name, name)} {version}" for name, version in asked} | {python}
    assert f'version = "{nk.__version__}"' in recipe


def test_paper_is_short_and_its_figures_are_the_published_ones() -> None:
    paper = (ROOT / "docs" / "paper.md").read_text(encoding="utf-8")
    told = paper.partition("# Summary")[2]
    assert len(told.split()) < 1_000
    published = {row["value"] for row in csv_rows("newskit.reporting", "accuracy.csv")}
    table = re.findall(r"^\| .* \| (\.\d+) \|", told, re.M)
    assert table
    assert set(table) <= published
    cited = {key for group in re.findall(r"\[(@[^\]]+)\]", told) for key in re.findall(r"@(\w+)", group)}
    listed = set(re.findall(r"^@\w+\{(\w+),", (ROOT / "docs" / "paper.bib").read_text(encoding="utf-8"), re.M))
    assert cited == listed
