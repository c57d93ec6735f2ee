"""`newskit look`: what files are taken for, before anything is made of them."""

from __future__ import annotations

import argparse
import sys
from typing import Any

import newskit as nk
from newskit.cli.command import add_command
from newskit.cli.inputs import add_input, places
from newskit.cli.printing import DONE, UNREADABLE, say


def add(commands: Any) -> None:
    """Add the command of this file."""
    command = add_command(commands, "look", _look)
    add_input(command)
    command.add_argument("--format", metavar="FORM", help="read every file as this form")


def _look(arguments: argparse.Namespace) -> int:
    """Say what files are taken for, how many articles they hold, and which fields.

    The first thing to ask of an export, a data set or a folder. Of a file over
    4 MB the beginning is read, and of many files of one form the first twenty;
    what was estimated is called so. Nothing is written.
    """
    found = nk.describe_source(
        places(arguments.path),
        format=arguments.format,
        timezone=arguments.timezone,
        publisher=arguments.publisher,
        columns=dict(arguments.columns),
        progress=sys.stderr.isatty(),
    )
    for line in str(found).split("\n"):
        say(line)
    return UNREADABLE if found.files["error"].notna().any() else DONE
