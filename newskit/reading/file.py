"""One file to read: where it is, what it is called in the table, and how its content is got at."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from newskit.errors import ReadError
from newskit.reading.archives import Numbers, ending_of, read_member
from newskit.reading.gzips import ENDING, Unpacked, opening_of, unpacked
from newskit.reading.limits import MAX_ARTICLE, MAX_COLLECTION, MAX_TABLE, check_size
from newskit.reading.segment import Segment

if TYPE_CHECKING:
    import pandas as pd

    from newskit.reading.content import Content


class File(NamedTuple):
    """A file to read, its name in the table, and the id its article gets.

    Files are sent to other processes, so this is plain data.
    """

    path: Path
    name: str
    article_id: str = ""
    member: Numbers | None = None
    """Which entry of the ZIP at `path` it is."""
    data: bytes | None = None
    """The content, where it was handed over and stands in no file."""
    is_pasted: bool = False
    """Whether that content was handed over as a string."""
    why: str | None = None
    """Why it cannot be read, where that is known before it is opened."""

    is_packed: bool = False
    """Whether it is packed with gzip, and what is in it is read."""
    damage: str | None = None
    """Where it breaks off, and why: of a piece that is the last one."""
    segment: Segment | None = None
    """Which piece of the file it is, where the file is read in pieces."""
    frame: pd.DataFrame | None = None
    """The raw rows, where a table was cut that cannot be read from its middle on."""

    content: Content | None = None
    """What it holds, where somebody has looked: filled in where it is read."""

    @property
    def suffix(self) -> str:
        """Ending of the file's own name, in small letters; of a packed one of what it holds."""
        return ending_of(self.name)

    @property
    def stem(self) -> str:
        """The file's own name, without folders and without its endings."""
        name = PurePosixPath(self.name)
        return PurePosixPath(name.stem).stem if name.suffix.lower() == ENDING else name.stem

    @property
    def skipped_lines(self) -> int:
        """Lines of the file that a piece of it does not have before its rows."""
        return self.segment.skipped_lines if self.segment else 0

    @property
    def is_later(self) -> bool:
        """Whether it is a piece of a file of which others come before."""
        return self.segment is not None and self.segment.first > 0

    @property
    def stands_alone(self) -> bool:
        """Whether it is a file on disk of its own, not an entry of a ZIP, not packed, not bytes."""
        return self.is_on_disk and not self.is_packed

    @property
    def is_on_disk(self) -> bool:
        """Whether it is a file on disk, packed or not."""
        return self.member is None and self.data is None

    def read(self) -> bytes:
        """Return the content.

        Raises
        ------
        ReadError
            If it is larger than an article may be, or cannot be read.
        """
        # Before it is read: a file of many gigabytes would fill the memory first.
        if self.stands_alone and not self.why:
            check_size(self.path.stat().st_size, "The file")

        return self._content(MAX_ARTICLE)

    def read_table(self) -> bytes:
        """Return the content of a table: of a file on disk all of it.

        Raises
        ------
        ReadError
            If it is larger than a table in a ZIP, or in bytes, may be; or cannot be read.
        """
        return self._content(MAX_TABLE)

    def read_collection(self) -> bytes:
        """Return the content of a file that holds many articles.

        Raises
        ------
        ReadError
            If it is larger than such a file may be, or cannot be read.
        """
        if self.stands_alone and not self.why and not self.segment:
            check_size(self.path.stat().st_size, "The file", MAX_COLLECTION)

        return self._content(MAX_COLLECTION)

    def opening(self, size: int) -> bytes:
        """Return the first bytes of a file on disk."""
        with self.path.open("rb") as stream:
            first = stream.read(size)

        return opening_of(first, size) if self.is_packed else first

    def unpack(self, limit: int) -> Unpacked:
        """Return what a packed file holds.

        Raises
        ------
        ReadError
            If it is more than the limit, or cannot be read.
        """
        packed = self._replace(is_packed=False, content=None)
        return unpacked(packed.read_collection(), limit)

    def _content(self, limit: int) -> bytes:
        if self.why:
            raise ReadError(self.why)

        if self.segment:
            return self.segment.read(self.path, self.data)

        # Whoever looked for its form has unpacked it already.
        seen = self.content.seen if self.content else None
        if seen is not None and len(seen) <= limit:
            return seen

        if self.is_packed:
            found = self.unpack(limit)
            if self.content:
                self.content.damage = found.damage

            return found.data

        if self.data is not None:
            check_size(len(self.data), "The content", limit)
            return self.data

        if self.member is not None:
            return read_member(self.path, self.member, limit)

        return self.path.read_bytes()
