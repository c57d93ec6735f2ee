"""Parts side by side on one machine: processes, each at one part; one that dies is replaced."""

from __future__ import annotations

import multiprocessing as mp
import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from threading import RLock
from typing import Any

from tqdm import tqdm

from newskit.errors import EngineError
from newskit.reading.pool import serve

TRIES = 3
"""Processes that a part may cost: a fourth would most likely end, too."""
_NOT_STARTED = (
    "A worker process could not be started. In a script, call analyze_dataset under "
    'if __name__ == "__main__": or with workers=1.'
)

Task = Callable[[Any], Any]


def usual_workers() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))

    return os.cpu_count() or 1


def in_processes(task: Task, parts: Iterable[Any], workers: int) -> Iterator[Any]:
    """Do a task with every part, and return what it answers, as it comes.

    No more parts are taken than are being done: they may hold articles.

    Raises
    ------
    EngineError
        If a process cannot be started, or a part ends `TRIES` of them.
    """
    if workers == 1:
        yield from map(task, parts)
        return

    shift = _Shift(task, iter(parts), workers)
    try:
        while shift.hand_out():
            yield from shift.collect()
    finally:
        shift.end()


class _PartWorker:
    """A process, its end of the pipe, and the part that it is at."""

    def __init__(self, task: Task) -> None:
        # spawn everywhere: what works on Windows and macOS works on Linux, not the other way.
        context = mp.get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=_serve, args=(other, task), daemon=True)
        self.process.start()
        other.close()
        self.is_ready = False  # before it says so, it is starting
        self.part: Any = None

    @property
    def is_idle(self) -> bool:
        return self.is_ready and self.part is None

    def give(self, part: Any) -> None:
        """Send it a part. If it is gone, that is seen when its answer is waited for."""
        self.part = part
        with suppress(OSError):
            self.pipe.send(part)

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _serve(pipe: Connection, task: Task) -> None:
    """Do the task with what comes through the pipe, until it is closed."""
    # tqdm's own lock is a semaphore of the system, which a process that is ended leaves behind.
    tqdm.set_lock(RLock())
    serve(pipe, task)


class _Shift:
    """Workers, the parts to come, and those whose worker has died."""

    def __init__(self, task: Task, parts: Iterator[Any], workers: int) -> None:
        self.task, self.parts = task, parts
        self.again: deque[Any] = deque()
        self.deaths: Counter[int] = Counter()
        self.workers = [_PartWorker(task) for _ in range(workers)]

    def hand_out(self) -> bool:
        """Give each idle worker a part; say whether anybody has anything to do."""
        for worker in self.workers:
            if worker.is_idle:
                part = self.again.popleft() if self.again else next(self.parts, None)
                if part is None:
                    break

                worker.give(part)

        return any(worker.part is not None or not worker.is_ready for worker in self.workers)

    def collect(self) -> Iterator[Any]:
        """Yield what is finished, and replace workers that are gone."""
        pipes = {worker.pipe: number for number, worker in enumerate(self.workers)}
        for pipe in wait(list(pipes)):
            number = pipes[pipe]  # type: ignore[index]
            worker = self.workers[number]
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):  # it crashed, or the system ended it for its memory
                self._replace(number)
                continue

            if isinstance(answer, BaseException):
                raise answer

            if worker.is_ready:
                worker.part = None
                yield answer

            worker.is_ready = True

    def _replace(self, number: int) -> None:
        part = self.workers[number].part
        self.workers[number].stop()
        dead = -1 if part is None else part.number
        self.deaths[dead] += 1
        if self.deaths[dead] >= TRIES:
            raise EngineError(_NOT_STARTED if part is None else died(part.name))

        if part is not None:
            self.again.append(part)

        self.workers[number] = _PartWorker(self.task)

    def end(self) -> None:
        """Stop all workers."""
        for worker in self.workers:
            worker.stop()


def died(name: str) -> str:
    """Say of a part that the processes ended that were at it."""
    return (
        f"{TRIES} worker processes ended while they were at {name!r}, perhaps for lack of memory: "
        "give a smaller chunk, or fewer workers. What is finished is kept."
    )
