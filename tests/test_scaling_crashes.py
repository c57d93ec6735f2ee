"""Datasets when something dies: a worker, the main process, the disk, the cluster. The bytes stay the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import newskit as nk
from newskit.errors import EngineError, InputError
from newskit.scaling.local_engine import in_processes
from tests.scaling_sources import CHUNK, Changing, Deadly, Killing, bytes_of, harbor

pytest.importorskip("pyarrow")
ROOT = Path(__file__).resolve().parent.parent
# The function and its module have one name.
MODULE = sys.modules["newskit.scaling.analyze_dataset"]


def made(out: Path, **options: object) -> nk.Dataset:
    return nk.analyze_dataset(harbor(), out, **({"chunk": CHUNK, "progress": False} | options))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return bytes_of(made(tmp_path_factory.mktemp("whole") / "out", workers=1).folder)


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[object], object]], None]:
    """Put the parts of every source through a function."""
    parts_of = MODULE.parts_of

    def through(change: Callable[[object], object]) -> None:
        def changed(*args: object, **options: object) -> Iterator[object]:
            return map(change, parts_of(*args, **options))

        monkeypatch.setattr(MODULE, "parts_of", changed)

    return through


def deadly(marks: Path, times: int) -> Callable[[object], object]:
    marks.mkdir()
    return lambda part: Deadly(part, marks, times) if part.number == 1 else part


def test_a_killed_worker_is_replaced(whole: dict[str, bytes], tmp_path: Path, parts: Callable) -> None:
    parts(deadly(tmp_path / "marks", 2))
    made(tmp_path / "out", workers=2)
    assert len(list((tmp_path / "marks").iterdir())) == 2
    assert bytes_of(tmp_path / "out") == whole


def test_a_killed_worker_of_dask(whole: dict[str, bytes], tmp_path: Path, parts: Callable) -> None:
    distributed = pytest.importorskip("distributed")
    parts(deadly(tmp_path / "marks", 1))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Dask's own, of the worker that is gone
        with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            with distributed.Client(cluster, set_as_default=False) as client:
                made(tmp_path / "out", engine="dask", client=client)
            with pytest.raises(EngineError, match="the client is closed"):
                made(tmp_path / "later", engine="dask", client=client)
            with pytest.raises(InputError, match=r"client is str; expected a distributed\.Client"):
                made(tmp_path / "later", engine="dask", client="tcp://127.0.0.1:8786")
    assert len(list((tmp_path / "marks").iterdir())) == 1
    assert bytes_of(tmp_path / "out") == whole


@pytest.mark.slow
def test_a_part_that_ends_every_worker_of_dask(tmp_path: Path, parts: Callable) -> None:
    pytest.importorskip("distributed")
    parts(deadly(tmp_path / "marks", 99))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(EngineError, match="worker processes ended while they were at 'the frame"):
            made(tmp_path / "out", engine="dask", workers=1)


@pytest.mark.slow
def test_a_cluster_that_disappears(whole: dict[str, bytes], tmp_path: Path, parts: Callable) -> None:
    """The scheduler is killed while parts are being made."""
    distributed = pytest.importorskip("distributed")
    address, out = tmp_path / "scheduler.json", tmp_path / "out"
    options = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(address)]
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", *options]
    scheduler = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    command = [sys.executable, "-m", "distributed.cli.dask_worker", *options, "--nthreads", "1"]
    working = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            client = distributed.Client(scheduler_file=str(address), timeout=60)
            client.wait_for_workers(1)
            parts(lambda part: Killing(part, scheduler.pid) if part.number == 1 else part)
            with pytest.raises(EngineError, match="The Dask cluster does not answer any more"):
                made(out, engine="dask", client=client)
            client.close(timeout=1)
    finally:
        for process in (scheduler, working):
            process.kill()
            process.wait()
    made(out, workers=1)
    assert bytes_of(out) == whole


@pytest.mark.slow
def test_a_part_that_ends_every_worker(whole: dict[str, bytes], tmp_path: Path, parts: Callable) -> None:
    parts(deadly(tmp_path / "marks", 3))
    with pytest.raises(EngineError, match="3 worker processes ended while they were at 'the frame, rows"):
        made(tmp_path / "out", workers=2)
    made(tmp_path / "out", workers=1)
    assert bytes_of(tmp_path / "out") == whole


@pytest.mark.slow
def test_a_worker_that_cannot_start() -> None:
    with pytest.raises(EngineError, match='call analyze_dataset under if __name__ == "__main__"'):
        list(in_processes(_Unknown(), ["part"], 2))


class _Unknown:
    """What no process can load."""

    def __reduce__(self) -> object:
        return (os._exit, (1,))


def test_a_part_that_changes_while_it_is_read(tmp_path: Path, parts: Callable) -> None:
    parts(lambda part: Changing(part, 1) if part.number == 1 else part)
    assert made(tmp_path / "once", workers=1).manifest["n_errors"] == 0

    parts(lambda part: Changing(part, 9) if part.number == 2 else part)
    errors = made(tmp_path / "always", workers=1).table("errors")
    assert errors["article_id"].tolist() == ["part-2"]
    assert "has changed while it was read, 3 times" in errors["error"][0]


SCRIPT = """
import resource, sys
from pathlib import Path
import newskit as nk

if __name__ == "__main__":
    if sys.argv[2] != "0":
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
    nk.analyze_dataset(nk.load_example("harbor"), sys.argv[1], chunk=8, workers=2, progress=False)
"""


def script(tmp_path: Path, limit: int) -> subprocess.Popen[str]:
    path = tmp_path / "run.py"
    path.write_text(textwrap.dedent(SCRIPT))
    command = [sys.executable, str(path), str(tmp_path / "out"), str(limit)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)


def test_the_main_process_is_killed(whole: dict[str, bytes], tmp_path: Path) -> None:
    running, out = script(tmp_path, 0), tmp_path / "out"
    while not list(out.glob("parts/*.json")) and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    made(out, workers=1)
    assert bytes_of(out) == whole


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")
def test_files_may_not_grow(whole: dict[str, bytes], tmp_path: Path) -> None:
    out = tmp_path / "out"
    _, told = script(tmp_path, 10_000).communicate()
    assert "WriteError" in told
    assert "could not be written: File too large. What is finished is kept" in told
    assert all(whole[name] == content for name, content in bytes_of(out).items() if name != "manifest.json")
    made(out, workers=1)
    assert bytes_of(out) == whole
