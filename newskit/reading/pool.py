"""Files read side by side in processes of their own; one that hangs costs only its own row."""

from __future__ import annotations

import multiprocessing as mp
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any

import pandas as pd

from newskit.reading.file import File
from newskit.reading.rows import Row
from newskit.reading.single import Task

TIME_LIMIT = 10.0
"""Seconds that one file may take in a worker."""
_LOOK = 0.5  # seconds between two looks at workers that may be over the limit
_GONE = "The process that read the file ended without an answer."
_NOT_STARTED = (
    "A reading process could not be started. In a script, call read_articles under "
    'if __name__ == "__main__":'
)


class Worker:
    """A process, its end of the pipe, and what it is at."""

    def __init__(self, task: Task) -> None:
        # spawn everywhere: what works on Windows and macOS works on Linux, not the other way.
        context = mp.get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=serve, args=(other, task), daemon=True)
        self.process.start()
        other.close()
        self.idle = False  # not before it says that it has started
        self.number: int | None = None
        self.since = 0.0

    def give(self, number: int, file: File) -> None:
        """Send a file to read."""
        self.idle = False
        self.number, self.since = number, time.monotonic()
        self.pipe.send(file)

    def is_late(self) -> bool:
        """Say whether its file has taken longer than a file may."""
        return self.number is not None and time.monotonic() - self.since > TIME_LIMIT

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.process.terminate()
        self.process.join()
        self.pipe.close()


def serve(pipe: Connection, task: Callable[[Any], Any]) -> None:
    """Do the task with what comes through the pipe, until it is closed."""
    with suppress(EOFError, OSError):  # the parent has gone
        pipe.send(None)  # ready: starting takes longer than most files, and is not on their time
        while True:
            piece = pipe.recv()
            try:
                answer: Any = task(piece)
            except Exception as err:  # handed on to the parent, which raises it
                answer = err

            pipe.send(answer)


class Crew:
    """Workers, the numbers of the files that wait for one, and the answers that came."""

    def __init__(self, task: Task, files: Sequence[File], workers: int) -> None:
        self.task, self.files = task, files
        self.waiting = deque(range(len(files)))
        self.answers: dict[int, Any] = {}
        self.workers = [Worker(task) for _ in range(min(workers, len(files)))]

    def hand_out(self) -> None:
        """Give files to the workers that have none."""
        for worker in self.workers:
            if worker.idle and self.waiting:
                number = self.waiting.popleft()
                worker.give(number, self.files[number])

    def collect(self) -> None:
        """Take what is finished; replace workers that are over the time or gone."""
        finished = wait([worker.pipe for worker in self.workers], timeout=_LOOK)
        for i, worker in enumerate(self.workers):
            if worker.pipe in finished:
                self._take(i)
            elif worker.is_late():
                limit = f"{TIME_LIMIT:.0f} seconds; that is the limit for one file"
                self._replace(i, f"Reading the file took longer than {limit}.")

    def _take(self, i: int) -> None:
        worker = self.workers[i]
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):  # it crashed, or the system ended it for its memory
            self._replace(i, _GONE)
            return

        if worker.number is not None:
            self.answers[worker.number] = answer

        worker.idle, worker.number = True, None

    def _replace(self, i: int, why: str) -> None:
        worker = self.workers[i]
        worker.stop()
        if worker.number is None:  # it never began: a second one would not either
            raise RuntimeError(_NOT_STARTED)

        try:
            self.answers[worker.number] = self.task.failed(self.files[worker.number], why)
        except OSError as err:  # the user wants errors raised: in the file's turn, as all others
            self.answers[worker.number] = err

        self.workers[i] = Worker(self.task)


def in_workers(
    task: Task,
    files: Sequence[File],
    workers: int,
) -> Iterator[Row | pd.DataFrame]:
    """Read files in worker processes and return what they hold, in the files' order."""
    crew = Crew(task, files, workers)
    try:
        for number in range(len(files)):
            while number not in crew.answers:
                crew.hand_out()
                crew.collect()

            answer = crew.answers.pop(number)
            if isinstance(answer, BaseException):
                raise answer

            yield answer
    finally:
        for worker in crew.workers:
            worker.stop()
