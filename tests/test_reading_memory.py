"""What iter_articles needs does not grow with the file: peak memory of a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import resource, sys
import newskit as nk
n = sum(len(articles) for articles in nk.iter_articles(sys.argv[1], chunk=1_000))
print(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
TEXT = "The ferry left the old harbor before dawn, and nobody on the quay had heard why. " * 120
SMALL, LARGE = 30_000_000, 300_000_000
GROWTH = 60_000  # kilobytes: less than a quarter of what the larger file has more


def _write(path: Path, size: int) -> int:
    """Write a file of about a size; return how many articles it has."""
    n = size // len(TEXT)
    is_json = path.suffix == ".json"
    with path.open("w", encoding="utf-8") as file:
        file.write({".csv": "id,title,text\n", ".json": "[\n"}.get(path.suffix, ""))
        for i in range(n):
            row = {"id": f"x{i}", "title": f"Ferry {i} sails", "text": f"{i} {TEXT}"}
            line = ",".join(f'"{cell}"' for cell in row.values()) if path.suffix == ".csv" else json.dumps(row)
            file.write(line + ("," if is_json and i < n - 1 else "") + "\n")
        file.write("]" * is_json)
    return n


def _peak(path: Path) -> tuple[int, int]:
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(path)], capture_output=True, text=True, check=True)
    n, kilobytes = done.stdout.split()
    return int(n), int(kilobytes)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no resource module")
@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".json"])
def test_memory_is_flat(tmp_path: Path, ending: str) -> None:
    peaks = []
    for size in (SMALL, LARGE):
        path = tmp_path / f"wire{ending}"
        n = _write(path, size)
        found, kilobytes = _peak(path)
        assert found == n
        peaks.append(kilobytes)

    assert peaks[1] - peaks[0] < GROWTH, peaks
