"""Which files a path, a folder, a pattern or a list of paths means, and what each is called."""

from __future__ import annotations

import glob
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newskit.errors import InputError, ReadError
from newskit.places import SAVE_IT, is_address, is_pasted, is_place
from newskit.reading import archives, gzips
from newskit.reading.file import File
from newskit.reading.formats import endings_known, endings_read

PASTED = "pasted"
"""What the source of a text is called that was handed over as a string."""
_MEANT_AS_TEXT = (
    ' If it is the text of an article, paste all its lines: nk.read_articles("""..."""); '
    "one line of text needs no reading: nk.readability(text)."
)
_SHOWN = 200  # characters of a path in a message: a text given for a path may be very long


def find_files(source: Any) -> list[File]:
    """Return the files that `source` means, sorted within a folder and within a pattern.

    Raises
    ------
    ReadError
        If a path is not there, or a folder or a pattern holds no file to read.
    InputError
        If `source` is not a path.
    """
    # Ids are given when all files are known: only then is it seen which names are told apart.
    found: list[File] = []
    for number, one in enumerate(_listed(source)):
        found += _files_of(one, number)

    return _distinct(_named(found))


def is_single(source: Any) -> bool:
    """Say whether one file or one text was handed over, and not a folder that may hold more."""
    one = _listed(source)
    if len(one) > 1:
        return False

    if isinstance(one[0], bytes) or is_pasted(one[0]):
        return True

    is_path = isinstance(one[0], str | Path)
    return is_path and Path(one[0]).is_file() and not _is_zip(Path(one[0]))


def _is_zip(path: Path) -> bool:
    return path.suffix.lower() == archives.ENDING


def _listed(source: Any) -> list[Any]:
    is_one = isinstance(source, str | bytes | Path) or not isinstance(source, Iterable)
    sources = [source] if is_one else list(source)

    if not sources:
        raise ReadError("source is an empty list; expected at least one path.")

    return sources


def _files_of(source: Any, number: int) -> list[File]:
    """Return the files of one source, a ZIP as the files in it."""
    if isinstance(source, bytes):
        # Bytes have no name of their own, only a place in the list.
        name = f"bytes-{number}"
        return [File(Path(name), name, data=source)]

    if isinstance(source, str) and not source.strip():
        raise ReadError("source is a blank string; expected a path or the text of an article.")

    if is_pasted(source):
        _need_no_places(source)
        # Two halves of a pair are one character; a half without the other is nothing.
        text = source.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return [File(Path(PASTED), PASTED, data=text.encode(), is_pasted=True)]

    if is_address(source):
        raise InputError(f"{source[:_SHOWN]!r} is an address on the web. {SAVE_IT}")

    kind = type(source).__name__
    if not isinstance(source, str | Path):
        raise InputError(
            f"source holds {kind} {source!r}; expected a path, a pasted text, a folder, a pattern "
            "such as 'articles/*.txt', the bytes of a page, a list of these, or a DataFrame."
        )

    files: list[File] = []
    for file in _expand(source):
        files += _unpacked(file) if _is_zip(file.path) else [file]

    return files


def _need_no_places(pasted: str) -> None:
    lines = pasted.split()
    if all(map(is_place, lines)):
        raise InputError(
            f"source is a string of {len(lines)} names of files, {lines[0][:_SHOWN]!r} first; "
            "give them as a list: nk.read_articles([...])."
        )


def _unpacked(file: File) -> list[File]:
    """Return the files in a ZIP; one that is broken stays a file, which says why it is not read."""
    try:
        members = archives.members(file.path, _known())
    except ReadError as err:
        return [file._replace(why=str(err))]

    return [File(file.path, f"{file.name}/{m.label}", member=m.number, why=m.why) for m in members]


def _known() -> set[str]:
    """Return the endings of files that articles come in, packed or not."""
    return endings_known() | {archives.ENDING, gzips.ENDING}


def _expand(source: str | Path) -> list[File]:
    """Return every file that a path or a pattern means."""
    path, written = Path(source), str(source)
    try:
        there, is_folder = path.exists(), path.is_dir()
    except (OSError, ValueError) as err:  # a name too long for the system, a NUL in it
        raise ReadError(f"{written[:_SHOWN]!r} is not a path that can be read: {err}.") from err

    if is_folder:
        return _folder(path)

    if there:
        return [File(path, path.name)]

    if set(written) & set("*?["):
        return _pattern(written)

    raise ReadError(f"There is no file or folder {written!r}.{_MEANT_AS_TEXT * (' ' in written)}")


def _folder(folder: Path) -> list[File]:
    # Also endings that are not read yet; pictures, notes and the like are passed over.
    known = _known()
    files = []
    for path in sorted(folder.rglob("*")):
        is_hidden = path.name.startswith(".")
        if is_hidden or archives.ending_of(path.name) not in known:
            continue

        if path.is_file():
            files.append(File(path, path.relative_to(folder).as_posix()))

    if not files:
        endings = ", ".join(endings_read())
        raise ReadError(
            f"The folder {str(folder)!r} holds no file that newskit can read: {endings}."
        )

    return files


def _pattern(pattern: str) -> list[File]:
    # Not Path.glob: it refuses patterns that begin at the root.
    paths = map(Path, sorted(glob.glob(pattern, recursive=True)))  # noqa: PTH207
    files = [File(path, path.name) for path in paths if path.is_file()]

    if not files:
        raise ReadError(f"No file matches {pattern!r}.")

    return files


def _named(found: list[File]) -> list[File]:
    """Name each file, and its article, by the shortest name that no other file has."""
    stems = Counter(file.stem for file in found)
    names = Counter(file.name for file in found)
    files = []
    for file in found:
        # The name of an entry has that of its ZIP before it already.
        is_unique = names[file.name] == 1 or file.member is not None
        name = file.name if is_unique else file.path.as_posix()

        article_id = file.stem if stems[file.stem] == 1 else name
        files.append(file._replace(name=name, article_id=article_id))

    return files


def _distinct(files: list[File]) -> list[File]:
    """Give files that were named twice ids of their own: "a", "a-2"."""
    seen: Counter[str] = Counter()
    distinct = []
    for file in files:
        seen[file.article_id] += 1
        times = seen[file.article_id]
        again = f"{file.article_id}-{times}"
        distinct.append(file if times == 1 else file._replace(article_id=again))

    return distinct
