"""Sources for the tests of datasets, and a part that ends the process that reads it."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pandas as pd

import newskit as nk

CHUNK = 8


def harbor() -> pd.DataFrame:
    return nk.load_example("harbor")


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class Deadly:
    """A part that kills the process which reads it, so many times."""

    def __init__(self, part: object, marks: Path, times: int) -> None:
        self.part, self.marks, self.times = part, marks, times
        self.number, self.name, self.files = part.number, part.name, part.files

    def fingerprint(self) -> str:
        return self.part.fingerprint()

    def read(self, task: object) -> pd.DataFrame:
        n = len(list(self.marks.iterdir()))
        if n < self.times:
            (self.marks / str(n)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return self.part.read(task)


class Killing:
    """A part that kills a process, and then takes its time."""

    def __init__(self, part: object, victim: int) -> None:
        self.part, self.victim = part, victim
        self.number, self.name, self.files = part.number, part.name, part.files

    def fingerprint(self) -> str:
        return self.part.fingerprint()

    def read(self, task: object) -> pd.DataFrame:
        with suppress(ProcessLookupError):
            os.kill(self.victim, signal.SIGKILL)
        time.sleep(3)
        return self.part.read(task)


class Changing:
    """A part that is written on while it is read, so many times."""

    def __init__(self, part: object, times: int) -> None:
        self.part, self.times, self.read_so_far = part, times, 0
        self.number, self.name, self.files = part.number, part.name, part.files

    def fingerprint(self) -> str:
        return f"{self.part.fingerprint()}, {min(self.read_so_far, self.times)}"

    def read(self, task: object) -> pd.DataFrame:
        self.read_so_far += 1
        return self.part.read(task)
