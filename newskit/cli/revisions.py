"""What changed between versions: `newskit revisions`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import pandas as pd

import newskit as nk
from newskit.cli.command import add_command
from newskit.cli.inputs import add_input
from newskit.cli.printing import DONE, UNREADABLE, complain, say
from newskit.html import plural
from newskit.spreadsheets import write_csv

_TABLES = ("updates", "changes", "word_changes", "speaker_changes", "quote_changes", "deltas")


def add(commands: Any) -> None:
    """Add the command of this file."""
    command = add_command(commands, "revisions", _revisions)
    add_input(command)
    add = command.add_argument
    page, default = Path("revisions.html"), "default: revisions.html"
    add("-o", "--output", type=Path, default=page, metavar="FILE", help=default)
    add("--title", help="title of the page; default: the headline")
    add("--layout", metavar="NAME", help="how the versions are kept, where it is not known: git")
    add("--tables", type=Path, metavar="DIR", help="folder for the tables as CSV; made if needed")


def _revisions(arguments: argparse.Namespace) -> int:
    """Write one HTML file about what changed between versions of articles.

    PATH is a folder of snapshots whose names say when they were captured
    (20240601173000.html), a table with a column of capture times, an index of the
    Wayback Machine (CDX) with the files beside it, WARC or WACZ, diffengine.db, a
    database of NewsDiffs (with --timezone), an export of MediaWiki, or a file in git.
    """
    paths = list(map(Path, arguments.path))
    versions = nk.revisions.read(
        paths[0] if len(paths) == 1 else paths,
        layout=arguments.layout,
        columns=dict(arguments.columns),
        timezone=arguments.timezone,
        publisher=arguments.publisher,
        progress=sys.stderr.isatty(),
    )
    code = _complained(versions)
    if not versions["capture_ok"].any():
        complain(f"no version with a text in {' '.join(arguments.path)}")
        return UNREADABLE

    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    path = nk.report(versions, arguments.output, title=arguments.title)
    n_articles = versions["article_id"].nunique()
    say(f"{path}: {plural(len(versions), 'version')} of {plural(n_articles, 'article')}")
    if arguments.tables:
        _write(versions, arguments.tables)
    return code


def _complained(versions: pd.DataFrame) -> int:
    """Say which captures hold no text, and which warnings there are; return the exit code."""
    failed = versions[~versions["capture_ok"]]
    columns = (failed["article_id"], failed["captured"], failed["error"])
    for name, time, error in zip(*columns, strict=True):
        complain(f"{name}, captured {time}: {error}")

    warnings = [warning for told in versions["warnings"] for warning in told]
    for warning in dict.fromkeys(warnings):
        complain(f"note: {warning}")
    return UNREADABLE if len(failed) else DONE


def _write(versions: pd.DataFrame, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    made = {name: getattr(nk.revisions, name)(versions) for name in _TABLES}
    for name, table in {"versions": versions, **made}.items():
        path = folder / f"{name}.csv"
        write_csv(table, path)
        say(f"{path}: {plural(len(table), 'row')}")
