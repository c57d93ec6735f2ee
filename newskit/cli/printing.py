"""What a command says: one line each, in letters that the terminal can show."""

from __future__ import annotations

import sys
import textwrap

DONE, UNREADABLE, USAGE, STOPPED = 0, 1, 2, 130
WIDTH = 80  # characters of a line: what every terminal shows
NAME_WIDTH = 24  # of them for the name of a table or a column


def say(message: str) -> None:
    """Say what was done."""
    sys.stdout.write(_printable(message, sys.stdout.encoding) + "\n")


def complain(message: str) -> int:
    """Say what was wrong, on stderr, and return the exit code of a wrong command."""
    sys.stderr.write(f"newskit: {_printable(message, sys.stderr.encoding)}\n")
    return USAGE


def hanging(name: str, meaning: str) -> str:
    """Write a meaning beside a name, each further line below the first."""
    left = f"{name:<{NAME_WIDTH}} "
    return textwrap.fill(left + meaning, WIDTH, subsequent_indent=" " * len(left))


def _printable(message: str, encoding: str | None) -> str:
    """Keep a message to one line that the terminal can show: names of files can hold anything."""
    # A control sequence in a name could write anything to the terminal.
    shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in message)
    return shown.encode(encoding or "ascii", "backslashreplace").decode(encoding or "ascii")
