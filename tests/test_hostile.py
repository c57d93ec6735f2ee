"""Files made to hurt: none takes 10 seconds or writes anything, each is a row that says what became of it."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from newskit.errors import ReadError
from newskit.reading import read_articles
from newskit.reading.page import check_page
from tests.growth import yardstick
from tests.hostile.corpus import BODY, CASES, page

ROOT = Path(__file__).resolve().parent.parent
YARDSTICKS = 40  # a hostile file may take as long as finding eighty million words
LIMIT = re.compile(r"\blimit\b")


@pytest.mark.parametrize("name", CASES)
@pytest.mark.slow
def test_a_hostile_file_is_rows(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    path = tmp_path / f"case{case.ending}"
    path.write_bytes(case.make())
    begin = time.process_time()
    rows = read_articles(path, on_error="row")
    assert time.process_time() - begin < YARDSTICKS * yardstick()
    assert len(rows)
    assert [p.name for p in tmp_path.rglob("*")] == [path.name]  # nothing is unpacked or written
    for row in rows.to_dict("records"):
        check(row, case.outcome)


def check(row: dict[str, object], outcome: str) -> None:
    error, text = row["error"], row["text"]
    if outcome == "limit":
        assert isinstance(error, str)
        assert LIMIT.search(error), error
    elif outcome == "error":
        assert isinstance(error, str)
    elif outcome == "warned":
        assert pd.isna(error)
        assert pd.isna(text)
        assert "no article was found" in " ".join(row["warnings"])  # type: ignore[arg-type]
    else:
        assert isinstance(error, str) or isinstance(text, str) or row["warnings"]


@pytest.mark.parametrize(
    "name", ["xxe", "entity-bomb", "ld-nested", "nul", "truncated-comment", "zip-names", "ld-cycle"]
)
def test_what_can_be_read_of_it_is_read(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    path = tmp_path / f"case{case.ending}"
    path.write_bytes(case.make())
    rows = read_articles(path, on_error="row")
    for text in rows["text"]:
        assert "The ferry left the old harbor" in text
        assert "root:" not in text
        assert "lollol" not in text


def test_names_in_a_zip_lead_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "names.zip"
    path.write_bytes(CASES["zip-names"].make())
    assert read_articles(path, progress=False)["source"].to_list() == [
        "names.zip/C:/x/y.html", "names.zip/abs.html", "names.zip/evil.html",
    ]  # fmt: skip


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is there on Linux only")
@pytest.mark.slow
def test_memory_stays_below_a_gigabyte(tmp_path: Path) -> None:
    names = (
        "unclosed-p-below-the-limit", "many-metas", "text-node", "too-large", "attributes", "lt", "boxes",
        "ld-body-huge", "text-one-line", "text-brackets", "text-lines-below-the-limit", "zip-bomb",
    )  # fmt: skip
    for name in names:
        (tmp_path / f"{name}{CASES[name].ending}").write_bytes(CASES[name].make())
    code = f"""
import pathlib, re
from newskit.reading import read_articles
read_articles({str(tmp_path)!r}, progress=False)
print(re.search(r"VmHWM:\\s+(\\d+) kB", pathlib.Path("/proc/self/status").read_text())[1])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert int(done.stdout) * 1024 < 1_000_000_000


@pytest.mark.parametrize(
    "piece", ["<p>", "<div>", "<a b='", "<!--", "<script>", '<a b="', "<", "</p>", "<a\n", "='\"<"]
)
@pytest.mark.slow
def test_the_check_before_parsing_is_linear(piece: str) -> None:
    def seconds(n: int) -> float:
        text = piece * n
        best = 9.0
        for _ in range(3):
            begin = time.process_time()
            try:
                check_page(text)
            except ReadError:
                pass
            best = min(best, time.process_time() - begin)
        return best

    small, large = seconds(20_000), seconds(160_000)
    assert large < 40 * small + 0.05


def test_the_check_lets_an_ordinary_page_pass() -> None:
    check_page(page(f"<article>{BODY}</article><script>if (a < b && c > d) {{}}</script>").decode())
