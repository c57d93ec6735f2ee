"""Files read side by side in processes of their own; one that hangs is ended and costs only its own row."""

from __future__ import annotations

import multiprocessing as mp
import time
from collections import deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any

import pandas as pd

from newskit.reading.rows import Row
from newskit.reading.single import Task
from newskit.reading.sources import File

TIME_LIMIT = 10.0
"""Seconds that one file may take in a worker."""


class Worker:
    """A process, its end of the pipe, and what it is at."""

    def __init__(self, task: Task) -> None:
        # spawn everywhere: what works on Windows and macOS works on Linux, not the other way.
        context = mp.get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=_serve, args=(other, task), daemon=True)
        self.process.start()
        other.close()
        self.ready = False
        self.number: int | None = None
        self.since = 0.0

    def give(self, number: int, file: File) -> None:
        """Send a file to read."""
        self.number, self.since = number, time.monotonic()
        self.pipe.send(file)

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.process.terminate()
        self.process.join()
        self.pipe.close()


def _serve(pipe: Connection, task: Task) -> None:
    """Read files until the pipe is closed."""
    pipe.send(None)
    while True:
        try:
            file = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer: Any = task(file)
        except Exception as err:  # handed on to the parent, which raises it
            answer = err
        pipe.send(answer)


def in_workers(task: Task, files: Sequence[File], workers: int) -> Iterator[Row | pd.DataFrame]:
    """Read files in worker processes and return what they hold, in the files' order."""
    waiting = deque(enumerate(files))
    done: dict[int, Any] = {}
    crew = [Worker(task) for _ in range(min(workers, len(files)))]
    try:
        for number in range(len(files)):
            while number not in done:
                _hand_out(crew, waiting)
                _collect(crew, done, task, files)
            answer = done.pop(number)
            if isinstance(answer, BaseException):
                raise answer
            yield answer
    finally:
        for worker in crew:
            worker.stop()


def _hand_out(crew: list[Worker], waiting: deque[tuple[int, File]]) -> None:
    for worker in crew:
        if worker.ready and worker.number is None and waiting:
            worker.give(*waiting.popleft())


def _collect(crew: list[Worker], done: dict[int, Any], task: Task, files: Sequence[File]) -> None:
    """Take what is finished; replace workers that are over the time or gone."""
    finished = wait([w.pipe for w in crew], timeout=0.5)
    for i, worker in enumerate(crew):
        if worker.pipe in finished:
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                _replace(crew, i, done, task, files, "The process that read the file ended without an answer.")
                continue
            if worker.number is not None:
                done[worker.number] = answer
            worker.ready, worker.number = True, None
        elif worker.number is not None and time.monotonic() - worker.since > TIME_LIMIT:
            why = f"Reading the file took longer than {TIME_LIMIT:.0f} seconds; that is the limit for one file."
            _replace(crew, i, done, task, files, why)


def _replace(crew: list[Worker], i: int, done: dict[int, Any], task: Task, files: Sequence[File], why: str) -> None:
    worker = crew[i]
    worker.stop()
    if worker.number is None:  # it never began: a second one would not either
        raise RuntimeError("A reading process could not be started. In a script, call read_articles under "
                           'if __name__ == "__main__":')  # fmt: skip
    try:
        done[worker.number] = task.failed(files[worker.number], why)
    except OSError as err:
        done[worker.number] = err
    crew[i] = Worker(task)
