"""A command of the command line: what its function says of itself is its help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from inspect import cleandoc
from typing import Any

LAYOUT = argparse.RawDescriptionHelpFormatter

Command = Callable[[argparse.Namespace], int]


def add_command(commands: Any, name: str, run: Command, **texts: str) -> Any:
    """Add a command; what its function says of itself is its help."""
    told = cleandoc(run.__doc__ or "")
    does = told.partition(".")[0]
    texts |= {"help": does[0].lower() + does[1:], "description": told}
    command = commands.add_parser(name, formatter_class=LAYOUT, **texts)
    command.set_defaults(command=run)
    return command
