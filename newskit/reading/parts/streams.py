"""The content of a file as a stream: from disk, out of a ZIP, unpacked, or as handed over."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from newskit.reading.archives import open_member
from newskit.reading.file import File
from newskit.reading.packed import Careful, blocks_of

BLOCK = 1_000_000


@contextmanager
def raw_stream(file: File) -> Iterator[IO[bytes]]:
    """Open the content of a file, packed as it is."""
    if file.data is not None:
        yield io.BytesIO(file.data)
    elif file.member is not None:
        with open_member(file.path, file.member) as stream:
            yield stream
    else:
        with file.path.open("rb") as stream:
            yield stream


@contextmanager
def careful_stream(file: File) -> Iterator[Careful]:
    """Open the content of a file; where it is damaged, the stream ends and says so."""
    with raw_stream(file) as stream:
        yield Careful(blocks_of(stream, file.is_packed))


def is_seekable(file: File) -> bool:
    """Say whether a piece of it can be read from the middle of the file."""
    return file.stands_alone
