"""Tables: `newskit tables` writes them, `newskit codebook` says what their columns mean."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pandas as pd

import newskit as nk
from newskit import registry
from newskit.cli.command import add_command
from newskit.cli.inputs import add_input, places, read, readable
from newskit.cli.printing import DONE, UNREADABLE, complain, hanging, say
from newskit.html import plural
from newskit.spreadsheets import write_csv, write_parquet, write_xlsx
from newskit.tables import Table

_WRITERS: dict[str, Callable[[pd.DataFrame, Path], None]] = {
    "csv": write_csv,
    "parquet": write_parquet,
    "xlsx": write_xlsx,
}


def add(commands: Any) -> None:
    """Add the commands of this file."""
    _add_tables(commands)
    _add_codebook(commands)


def _add_tables(commands: Any) -> None:
    # PATH first: behind --only it would be taken for the name of a table.
    usage = "newskit tables PATH [PATH ...] -o DIR [--only NAME ...] [options]"
    command = add_command(commands, "tables", _tables, usage=usage, epilog=_listed(_writable()))
    add_input(command)
    names = [table.name for table in _writable()]
    add, which = command.add_argument, "tables to write; default: those marked * below"
    add("-o", "--output", type=Path, required=True, metavar="DIR", help="folder; made if needed")
    add("--only", nargs="+", choices=names, metavar="NAME", help=which)
    add("--format", choices=tuple(_WRITERS), help="default: csv; with --workers: parquet")
    add("--workers", type=int, metavar="N", help="make a dataset, with so many processes")
    add("--resume", action="store_true", help="go on with a dataset that was not finished")
    add("--chunk", type=int, default=2_000, metavar="N", help="articles of a part; default: 2000")


def _add_codebook(commands: Any) -> None:
    every = _listed(registry.TABLES.values())
    command = add_command(commands, "codebook", _codebook, epilog=every)
    # Without choices: the error of the registry knows what was meant, "quotes" for "quots".
    command.add_argument("table", metavar="TABLE", nargs="?", help="default: all")


def _tables(arguments: argparse.Namespace) -> int:
    """Write one file per table of articles into a folder.

    "newskit codebook" says what the columns of a table mean.

    A CSV is UTF-8. Lists (authors, tags, ...) are written as JSON. A text cell that
    begins with = + - @ (or a tab) gets an apostrophe in front, because a spreadsheet
    would run it as a formula. In an Excel file (xlsx) no text runs; instants are
    text in UTC. A Parquet file holds every value exactly as it is.

    With --workers the folder becomes a dataset: one Parquet file per table and part of the
    articles, of which no memory has to hold more than a few parts. A run that was stopped
    goes on with --resume. nk.open_dataset("DIR") reads the tables.
    """
    if arguments.workers or arguments.resume:
        return _dataset(arguments)

    articles, code = read(arguments)
    if not readable(articles):
        return code

    # Made before the folder is: a name that is wrong leaves nothing behind.
    form = arguments.format or "csv"
    write = _WRITERS[form]
    made = _made(articles, arguments.only)
    arguments.output.mkdir(parents=True, exist_ok=True)
    for name, table in made.items():
        path = arguments.output / f"{name}.{form}"
        write(table, path)
        say(f"{path}: {plural(len(table), 'row')}")
    return code


def _dataset(arguments: argparse.Namespace) -> int:
    """Make the tables part by part."""
    if arguments.format not in (None, "parquet"):
        return complain("a dataset is Parquet: leave out --format, or --workers and --resume")

    made = nk.analyze_dataset(
        places(arguments.path),
        arguments.output,
        only=arguments.only,
        workers=arguments.workers,
        chunk=arguments.chunk,
        resume=arguments.resume,
        progress=sys.stderr.isatty(),
        timezone=arguments.timezone,
        publisher=arguments.publisher,
        columns=dict(arguments.columns) or None,
    )
    for name, n_rows in made.tables.items():
        say(f"{arguments.output / name}: {plural(n_rows, 'row')}")

    if made.manifest["n_errors"]:
        complain(f"{plural(made.manifest['n_errors'], 'article')} with an error: table errors")

    return DONE if len(made) > made.manifest["n_errors"] else UNREADABLE


def _made(articles: pd.DataFrame, only: list[str] | None) -> dict[str, pd.DataFrame]:
    # The articles are a table, too, but one that was read and need not be made.
    wanted = None if only is None else set(only) - {"articles"}
    made = nk.analyze(articles, only=wanted, progress=sys.stderr.isatty()).tables()
    return {name: table for name, table in made.items() if only is None or name in only}


def _codebook(arguments: argparse.Namespace) -> int:
    """Say what each column of a table means, or of all tables."""
    names = [arguments.table] if arguments.table else registry.TABLES
    for name in names:
        for line in _explained(registry.table(name)).splitlines():
            say(line)
    return DONE


def _explained(table: Table) -> str:
    lines = [f"{table.name}: {table.meaning}{_unless_default(table)}"]
    for column in table.columns:
        unit = f" ({column.unit})" if column.unit else ""
        lines.append(hanging(f"  {column.name}", column.meaning + unit))
    return "\n".join([*lines, "\n"])


def _unless_default(table: Table) -> str:
    """Say of a table that is not made by default how it is made."""
    if _is_default(table):
        return ""
    if table.is_made_by_analyze:
        return f"\n  not made by default: newskit tables PATH -o DIR --only {table.name}"
    return "\n  not made by newskit tables: it needs more than the articles, or none of them"


def _writable() -> list[Table]:
    """Return the tables that can be written: what was read, and what can be made of it."""
    return [t for t in registry.TABLES.values() if t.name == "articles" or t.is_made_by_analyze]


def _is_default(table: Table) -> bool:
    return table.by_default or table.name == "articles"


def _listed(tables: Iterable[Table]) -> str:
    lines = [
        hanging(f"  {'*' if _is_default(table) else ' '} {table.name}", table.meaning)
        for table in tables
    ]
    return "\n".join(["tables (* made by default):", *lines])
