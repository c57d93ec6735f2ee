"""What a git repository holds, read without believing anything that the repository configures.

git is given a folder of our own as its repository, and of the other one only the store of objects:
no configuration, no hook, no filter and no attribute of it is ever looked at.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from newskit.errors import ReadError
from newskit.reading.limits import MAX_ARTICLE

COMMIT = re.compile(r"[0-9a-f]{7,64}")
"""What ids of commits and objects look like; nothing else is ever handed to git as one."""
_REF = re.compile(r"refs/[\w./+@-]{1,200}")
_WHOLE_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_GITDIR = "gitdir: "
_SECONDS = 600  # 52,000 commits of one file were listed in less than one minute
_LONGEST = 10_000_000  # bytes of a list of names
_MOST_RESTARTS = 100
"""Objects that are damaged, each of which ends a process of git."""
_SETTINGS = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LC_ALL": "C",
}
_SHA256 = "[core]\nrepositoryformatversion = 1\n[extensions]\nobjectformat = sha256\n"
"""Our own configuration for a repository with the longer ids."""
_SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "--no-pager")


class InRepository(NamedTuple):
    """A repository, and the path of a file in it."""

    repository: Path
    path: str


def find_repository(path: Path) -> InRepository | None:
    """Return the repository that a path leads into; None if there is none above it."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100  (a link is a name of its own in git)
    for folder in whole.parents:
        inside = whole.relative_to(folder).as_posix()
        if (folder / ".git").exists():
            return InRepository(_linked(folder / ".git"), inside)

        if _is_repository(folder):
            return InRepository(folder, inside)

    return None


def repository_in(folder: Path) -> Path | None:
    """Return the repository of a folder, which may be one without files."""
    if (folder / ".git").exists():
        return _linked(folder / ".git")

    return folder if _is_repository(folder) else None


def _is_repository(folder: Path) -> bool:
    return (folder / "objects").is_dir() and (folder / "HEAD").is_file()


def _linked(place: Path) -> Path:
    """Return what a file `.git` leads to, as worktrees have it."""
    if place.is_dir():
        return place

    told = _read(place).strip()
    if not told.startswith(_GITDIR):
        raise ReadError(f"{str(place)!r} is no git repository.")

    return place.parent / told.removeprefix(_GITDIR)


class Store:
    """The objects of a repository: its history, and the content of its files."""

    def __init__(self, repository: Path, folder: Path) -> None:
        common = repository / _read(repository / "commondir").strip()
        self.repository, self.common = repository, common
        self._folder = folder
        (folder / "refs").mkdir()
        (folder / "objects").mkdir()
        (folder / "HEAD").write_text("ref: refs/heads/none\n")
        if "sha256" in _read(common / "config"):
            (folder / "config").write_text(_SHA256)

        ids = _read(common / "shallow").split()
        shallow = [line for line in ids if _WHOLE_ID.fullmatch(line)]
        if shallow:
            (folder / "shallow").write_text("\n".join(shallow) + "\n")

        self._env = {
            "PATH": os.environ.get("PATH", os.defpath),
            "GIT_DIR": str(folder),
            "GIT_OBJECT_DIRECTORY": str((common / "objects").resolve()),
            **_SETTINGS,
        }

    def head(self) -> str:
        """Return the id of the commit that is checked out.

        Raises
        ------
        ReadError
            If there is none.
        """
        told = _read(self.repository / "HEAD").strip()
        for _ in range(5):  # a name may stand for another one
            if _WHOLE_ID.fullmatch(told):
                return told

            name = told.removeprefix("ref: ").strip()
            if not _REF.fullmatch(name) or ".." in name:
                break

            told = _read(self.common / name).strip() or self._packed(name)

        raise ReadError(f"The git repository {str(self.repository)!r} has no commit.")

    def _packed(self, name: str) -> str:
        for line in _read(self.common / "packed-refs").splitlines():
            commit, _, ref = line.partition(" ")
            if ref == name:
                return commit

        return ""

    def log(self, path: str) -> str:
        """Return the commits that changed a file, the newest first, one process for all of them."""
        format_ = "--format=%x00%H %cI"
        command = ("log", "--follow", "--raw", "--no-abbrev", "--no-ext-diff", "--no-textconv",
                   "--no-show-signature", format_, self.head(), "--", path)  # fmt: skip
        return _run(command, self._env).decode("utf-8", "replace")

    @contextmanager
    def contents(self) -> Iterator[Contents]:
        """Let files be asked for, one process for all of them."""
        asked = Contents(self._env)
        try:
            yield asked
        finally:
            asked.close()


class Contents:
    """A process that answers with the content of one object after another."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = env
        self._process = self._start()
        self._restarts = 0

    def _start(self) -> subprocess.Popen[bytes]:
        command = [_git(), *_SAFE, "cat-file", "--batch"]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=dict(self._env)
        )

    def of(self, commit: str, path: str | None = None) -> bytes | None:
        """Return the content of an object, or of a file in a commit; None if it is not there.

        Raises
        ------
        ReadError
            If its id is none, it is too large, or it is damaged.
        """
        is_name = path is None or not set("\n\0") & set(path)
        if not COMMIT.fullmatch(commit) or not is_name:
            raise ReadError(f"{commit[:70]!r} is no id of a git commit.")

        asked = commit if path is None else f"{commit}:{path}"
        try:
            return self._answer(asked.encode("utf-8", "surrogateescape"))
        except (OSError, EOFError) as err:
            self._restart()
            raise ReadError(
                f"The object {asked[:100]!r} of the git repository is damaged."
            ) from err

    def _answer(self, asked: bytes) -> bytes | None:
        put, get = _both(self._process)
        put.write(asked + b"\n")
        put.flush()
        header = get.readline()
        if not header.endswith(b"\n"):
            raise EOFError

        kind, size = _kind_and_size(header)
        if kind is None:
            return None

        data = _exactly(get, size + 1)[:-1]
        if size > MAX_ARTICLE:
            raise ReadError(f"The file in git has {size:,} bytes; the limit is {MAX_ARTICLE:,}.")

        return data if kind == b"blob" else None

    def _restart(self) -> None:
        self.close()
        self._restarts += 1
        if self._restarts > _MOST_RESTARTS:
            raise ReadError("The git repository is damaged: too many of its objects are.")

        self._process = self._start()

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                # What was written to a process that had ended is lost, as is to be.
                with contextlib.suppress(OSError):
                    stream.close()

        self._process.wait()


def _both(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise EOFError

    return process.stdin, process.stdout


def _kind_and_size(header: bytes) -> tuple[bytes | None, int]:
    """Read "<id> blob 12"; of an object that is not there it says "... missing"."""
    parts = header.rsplit(maxsplit=2)
    if len(parts) < 3 or not parts[2].isdigit():
        return None, 0

    return parts[1], int(parts[2])


def _exactly(stream: IO[bytes], size: int) -> bytes:
    """Read so many bytes; of a file over the limit only the first are kept."""
    kept, left = [], size
    while left:
        piece = stream.read(min(left, 1_000_000))
        if not piece:
            raise EOFError

        if size <= MAX_ARTICLE:
            kept.append(piece)

        left -= len(piece)

    return b"".join(kept)


def _run(command: tuple[str, ...], env: Mapping[str, str]) -> bytes:
    """Run git once, as a list of arguments, without a shell."""
    done = subprocess.run(
        [_git(), *_SAFE, *command],
        env=dict(env),
        capture_output=True,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip()[:200]
        raise ReadError(f"The git repository cannot be read: {why}.")

    return done.stdout


def _git() -> str:
    program = shutil.which("git")
    if program is None:
        raise ReadError("Reading a git repository needs the program git; install it.")

    return program


def _read(path: Path) -> str:
    """Return a small file of a repository; "" where there is none."""
    if not path.is_file():
        return ""

    with path.open("rb") as stream:
        return stream.read(_LONGEST).decode("utf-8", "replace")


@contextmanager
def open_store(repository: Path) -> Iterator[Store]:
    """Open the objects of a repository to read them.

    Raises
    ------
    ReadError
        If git is not installed, or takes too long.
    """
    with tempfile.TemporaryDirectory(prefix="newskit-git-") as folder:
        try:
            yield Store(repository, Path(folder))
        except subprocess.TimeoutExpired as err:
            raise ReadError(f"git took more than {_SECONDS} seconds.") from err
