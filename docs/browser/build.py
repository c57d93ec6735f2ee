"""Build a website that runs newskit and its lessons in the browser, without a server: JupyterLite with Pyodide.

    python -m pip install build packaging jupyterlite-core jupyterlite-pyodide-kernel
    python docs/browser/build.py -o site
    python -m http.server --directory site          # then open http://localhost:8000

The wheel of newskit, and of every package that it needs and Pyodide lacks, goes into the site. A package that has
neither a pure wheel nor a place in Pyodide ends the build, by name. The browser fetches Pyodide itself, pandas, NumPy
and the other compiled packages from a content delivery network, unless `--pyodide` names a full distribution.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from email.parser import Parser
from pathlib import Path

import nbformat
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LESSONS = ("01_one_article", "03_readability_by_hand")
BROWSER = {"sys_platform": "emscripten", "platform_machine": "wasm32", "python_version": "3.14", "extra": ""}
INSTALL = "%pip install -q newskit"


def main() -> None:
    """Build the site."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("-o", "--out", type=Path, default=ROOT / "docs" / "_build" / "browser")
    options.add_argument("--pyodide", help="a Pyodide distribution (.tar.bz2, path or address) to put into the site")
    options.add_argument("--wheels-only", action="store_true", help="say which wheels the site needs, and stop")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheels = gathered(Path(folder))
        sys.stdout.write("".join(f"{wheel.name}\n" for wheel in wheels))
        if given.wheels_only:
            return
        contents = lessons(Path(folder) / "files")
        pyodide = ["--pyodide", given.pyodide] if given.pyodide else []
        named = [part for wheel in wheels for part in ("--piplite-wheels", str(wheel))]
        run("jupyter", "lite", "build", "--contents", str(contents), "--output-dir", str(given.out), *named, *pyodide,
            cwd=folder)  # fmt: skip


def gathered(folder: Path) -> list[Path]:
    """Return newskit's wheel, and those of all that it needs in a browser and Pyodide lacks."""
    run("-m", "build", "--wheel", "--outdir", str(folder), str(ROOT))
    (own,) = folder.glob("newskit-*.whl")
    wheels, open_wheels = [own], [own]
    while open_wheels:
        for needed in requirements(open_wheels.pop()):
            if is_in_pyodide(needed) or is_there(needed, wheels):
                continue
            wheel = pure_wheel(needed, folder)
            wheels.append(wheel)
            open_wheels.append(wheel)
    return wheels


def requirements(wheel: Path) -> Iterator[Requirement]:
    """Yield what a wheel needs in a browser."""
    with zipfile.ZipFile(wheel) as packed:
        (name,) = (n for n in packed.namelist() if n.endswith(".dist-info/METADATA"))
        told = Parser().parsestr(packed.read(name).decode("utf-8"))
    for line in told.get_all("Requires-Dist") or ():
        needed = Requirement(line)
        if needed.marker is None or needed.marker.evaluate(BROWSER):
            yield needed


def is_in_pyodide(needed: Requirement) -> bool:
    """Return whether Pyodide has it, in a version that will do."""
    version = pyodide_packages().get(canonicalize_name(needed.name))
    return version is not None and needed.specifier.contains(version, prereleases=True)


def pyodide_packages() -> dict[str, str]:
    """Return name -> version of the packages that Pyodide brings."""
    text = (Path(__file__).parent / "pyodide_packages.csv").read_text(encoding="utf-8")
    told = [line for line in text.splitlines() if not line.startswith("#")]
    return {row["name"]: row["version"] for row in csv.DictReader(told)}


def is_there(needed: Requirement, wheels: list[Path]) -> bool:
    """Return whether a wheel of this package was gathered already."""
    return canonicalize_name(needed.name) in {canonicalize_name(w.name.split("-")[0]) for w in wheels}


def pure_wheel(needed: Requirement, folder: Path) -> Path:
    """Download the wheel of a package that is Python and nothing else."""
    before = set(folder.glob("*.whl"))
    run("-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--platform", "any",
        "--implementation", "py", "--abi", "none", "--python-version", "3.14", "--dest", str(folder),
        f"{needed.name}{needed.specifier}")  # fmt: skip
    (wheel,) = set(folder.glob("*.whl")) - before
    return wheel


def lessons(folder: Path) -> Path:
    """Copy the lessons; each installs newskit first, since a browser begins with nothing."""
    folder.mkdir()
    for name in LESSONS:
        lesson = nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4)
        lesson.cells.insert(0, nbformat.v4.new_code_cell(INSTALL))
        nbformat.write(lesson, folder / f"{name}.ipynb")
    return folder


def run(*command: str, cwd: str | None = None) -> None:
    """Run a program of this Python; if it fails, so does the build."""
    first = [sys.executable] if command[0] == "-m" else [sys.executable, "-m", "jupyter"]
    rest = command if command[0] == "-m" else command[1:]
    subprocess.run([*first, *rest], check=True, cwd=cwd)


if __name__ == "__main__":
    main()
