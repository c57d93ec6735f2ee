"""Files that are there whole or not at all: written under another name first, then renamed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from newskit.errors import WriteError

UNFINISHED = ".unfinished"
"""The folder of files that are being written: what stands there means nothing."""


class Written(NamedTuple):
    """What was written: the name below the folder, its bytes and their hash."""

    file: str
    n_bytes: int
    sha256: str


def write_whole(folder: Path, name: str, content: Any) -> Written:
    """Write a file into a folder, so that a crash at any moment leaves none or all of it.

    Raises
    ------
    WriteError
        If it cannot be written; nothing of it is left.
    """
    target = folder / name
    # Of its own for each writing: somebody else may be at the same part, after a crash.
    unfinished = folder / UNFINISHED / uuid.uuid4().hex
    try:
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(unfinished, content)
        unfinished.replace(target)
    except OSError as err:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)

        raise WriteError(
            f"{str(target)!r} could not be written: {err.strerror or err}. What is finished is "
            "kept: make room, and call analyze_dataset again with the same arguments (--resume)."
        ) from err

    return Written(name, memoryview(content).nbytes, hashlib.sha256(content).hexdigest())


def _write(path: Path, content: Any) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        # Renamed before it is on the disk, it could be empty after the power has failed.
        os.fsync(stream.fileno())


def write_json(folder: Path, name: str, told: Mapping[str, Any]) -> Written:
    """Write a JSON file: the same content is the same bytes."""
    return write_whole(folder, name, as_json(told))


def as_json(told: Any) -> bytes:
    """Return JSON in UTF-8, in the order that it is told."""
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def hash_of_json(told: Any) -> str:
    """Return the SHA-256 of what is told."""
    return hashlib.sha256(as_json(told)).hexdigest()


def clear_unfinished(folder: Path) -> None:
    """Take away what crashes have left."""
    shutil.rmtree(folder / UNFINISHED, ignore_errors=True)
