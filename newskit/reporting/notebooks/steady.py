"""What differs from run to run without meaning anything: places in memory, folders, progress."""

from __future__ import annotations

import re
import sysconfig
from pathlib import Path
from typing import NamedTuple

_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
_ADDRESS = re.compile(r"\bat 0x[0-9A-Fa-f]{5,16}\b")
# Bounded, since a line of a megabyte may hold no blank.
_CELL_FILE = re.compile(r"[^\s\"'<>]{0,200}[/\\]ipykernel_\d+[/\\]\d+\.py")
_RATES = ("it/s]", "s/it]")  # of tqdm
_WORTH_HIDING = 3  # parts of a path: "/tmp" may stand in any text


class Steady(NamedTuple):
    """Rewrites text so that it is the same in every folder, process and run."""

    places: tuple[tuple[re.Pattern[str], str], ...]

    def text(self, text: str) -> str:
        """Rewrite what a cell has printed."""
        shown = _ANSI.sub("", text.replace("\r\n", "\n"))
        if "\r" in shown or "\b" in shown:
            shown = "\n".join(map(_as_terminal, shown.split("\n")))
        return self.places_of(_without_progress(shown))

    def places_of(self, text: str) -> str:
        """Rewrite addresses and folders only; HTML stays HTML."""
        shown = _CELL_FILE.sub("this cell", _ADDRESS.sub("at 0x…", text))
        for pattern, name in self.places:
            shown = pattern.sub(name, shown)

        return shown


def steady_in(folder: Path) -> Steady:
    """Return what rewrites text of a notebook that runs in `folder`."""
    named = {str(folder): ".", str(folder.parent): "..", str(folder.parent.parent): "../.."}
    library = {sysconfig.get_path(name): "site-packages" for name in ("purelib", "platlib")}
    python = {sysconfig.get_path("stdlib"): "python"}
    home = {str(Path.home()): "~"}
    # Each by its longest name first: what lies in a folder, then the folder.
    every = {**home, **python, **library, **{p: n for p, n in named.items() if _is_telling(p)}}
    ordered = sorted(every.items(), key=lambda item: -len(item[0]))
    return Steady(tuple((_place(path), name) for path, name in ordered))


def _is_telling(path: str) -> bool:
    return len(Path(path).parts) >= _WORTH_HIDING


def _place(path: str) -> re.Pattern[str]:
    # Not "/lessons/ab" in "/lessons/abc"; Windows doubles its slashes in a repr.
    written = re.escape(path).replace(r"\\", r"\\{1,2}")
    return re.compile(rf"(?<![\w/\\]){written}(?![\w-])")


def _as_terminal(line: str) -> str:
    """Return what a terminal shows of a line that was written over."""
    shown: list[str] = []
    for letter in line.rstrip("\r").rpartition("\r")[2]:
        if letter != "\b":
            shown.append(letter)
        elif shown:
            shown.pop()

    return "".join(shown)


def _without_progress(text: str) -> str:
    """Leave out bars of progress: when all is done they say nothing but how long it took."""
    if "]" not in text:
        return text

    lines = text.split("\n")
    return "\n".join(line for line in lines if not _is_progress(line.strip()))


def _is_progress(line: str) -> bool:
    """Return whether tqdm wrote it: "quotes:  40%|████      | 4/10 [00:01<00:02,  2.9it/s]"."""
    if line.endswith(_RATES):
        return True

    _, _, behind = line.partition("%|")
    is_timed = "<" in behind.rpartition("[")[2]
    return "|" in behind and line.endswith("]") and is_timed
