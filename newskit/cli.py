"""The command newskit measures news articles on your own disk, without a network.

It says when they were published and updated, how hard they are to read, how they
sound, and whom they quote.

for example:
  newskit report article.txt                   the report on one article, in report.html
  newskit report article.txt -o out/snow.html  the same, somewhere else
  newskit report article.txt --timezone Asia/Kolkata
                                               its "IST" is Indian time
  newskit compare courier.html ledger.html     two articles on one event side by side,
                                               in comparison.html
  newskit tables articles/ -o tables           the tables of every article, as CSV
  newskit tables articles/ -o tables --only quotes words
                                               these two tables only
  newskit tables "2024-*.txt" -o tables --format parquet
  newskit tables notes.csv -o tables --columns corpo=text --format xlsx
                                               its column "corpo" holds the texts
  newskit codebook quotes                      what the columns of a table mean

exit codes:
  0  done
  1  an article could not be read, or there was none; the others are in the result
  2  the command was wrong: usage, a path that does not exist, a result that cannot
     be written

"newskit report --help" says more about a command.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence
from inspect import cleandoc
from pathlib import Path
from typing import Any

import pandas as pd

import newskit as nk
from newskit import registry
from newskit.errors import NewskitError
from newskit.html import plural
from newskit.places import is_pasted
from newskit.spreadsheets import write_csv, write_parquet, write_xlsx
from newskit.tables import Table

DONE, UNREADABLE, USAGE, STOPPED = 0, 1, 2, 130
WIDTH = 80  # characters of a line: what every terminal shows
NAME_WIDTH = 24  # of them for the name of a table or a column
LAYOUT = argparse.RawDescriptionHelpFormatter

Command = Callable[[argparse.Namespace], int]

# What this file says of itself is the help of the command.
ABOUT, _, EXAMPLES = (__doc__ or "").partition("for example:\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Parameters
    ----------
    argv : sequence of str, optional
        The arguments; by default those of the process.

    Returns
    -------
    int
        0 done; 1 an article could not be read, or there was none; 2 the command was wrong.

    Examples
    --------
    >>> from newskit.cli import main
    >>> main(["tables", "no-such-file.txt", "-o", "tables"])
    2
    """
    arguments = parser().parse_args(argv)
    run: Command = arguments.run
    try:
        return run(arguments)
    except NewskitError as error:
        return _complain(str(error))
    except BrokenPipeError:  # newskit codebook | head: it has read enough
        return DONE
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _complain(f"{where}{error.strerror or error}")
    except KeyboardInterrupt:  # Ctrl-C is not a crash: no traceback
        _complain("stopped")
        return STOPPED


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line; the docs print its help."""
    top = argparse.ArgumentParser(
        "newskit", description=ABOUT, epilog=f"examples:\n{EXAMPLES}", formatter_class=LAYOUT
    )
    top.add_argument("--version", action="version", version=f"newskit {nk.__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    page = _add_page(commands, "report", _report, "report.html", "the headline")
    page.add_argument("--by", metavar="COLUMN", help="groups of articles: publisher, month, ...")
    _add_page(commands, "compare", _compare, "comparison.html", "the outlets")
    _add_tables(commands)
    _add_codebook(commands)
    return top


def _add_command(
    commands: Any,
    name: str,
    run: Command,
    **texts: str,
) -> Any:
    """Add a command; what its function says of itself is its help."""
    told = cleandoc(run.__doc__ or "")
    does = told.partition(".")[0]
    texts |= {"help": does[0].lower() + does[1:], "description": told}
    command = commands.add_parser(name, formatter_class=LAYOUT, **texts)
    command.set_defaults(run=run)
    return command


def _add_page(commands: Any, name: str, run: Command, default: str, title: str) -> Any:
    command = _add_command(commands, name, run)
    _add_input(command)
    add, file = command.add_argument, Path(default)
    add("-o", "--output", type=Path, default=file, metavar="FILE", help=f"default: {default}")
    add("--title", help=f"title of the page; default: {title}")
    return command


def _add_tables(commands: Any) -> None:
    # PATH first: behind --only it would be taken for the name of a table.
    usage = "newskit tables PATH [PATH ...] -o DIR [--only NAME ...] [options]"
    command = _add_command(commands, "tables", _tables, usage=usage, epilog=_listed(_writable()))
    _add_input(command)
    names = [table.name for table in _writable()]
    add, which = command.add_argument, "tables to write; default: those marked * below"
    add("-o", "--output", type=Path, required=True, metavar="DIR", help="folder; made if needed")
    add("--only", nargs="+", choices=names, metavar="NAME", help=which)
    add("--format", choices=tuple(_WRITERS), default="csv", help="default: csv")


def _add_codebook(commands: Any) -> None:
    every = _listed(registry.TABLES.values())
    command = _add_command(commands, "codebook", _codebook, epilog=every)
    # Without choices: the error of the registry knows what was meant, "quotes" for "quots".
    command.add_argument("table", metavar="TABLE", nargs="?", help="default: all")


def _add_input(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("path", metavar="PATH", nargs="+", help="a file, a folder, or a pattern: 'news/*.txt'")
    where = "zone of times that are printed without one: Asia/Kolkata, +05:30"
    add("--timezone", metavar="ZONE", help=where)
    add("--publisher", metavar="NAME", help="outlet that published the articles")
    which = "for tables: their columns, and what they are: lid=standfirst corpo=text"
    add("--columns", nargs="+", type=_column, metavar="NAME=FIELD", default=(), help=which)


def _column(told: str) -> tuple[str, str]:
    """Return the column of a table, whose name may hold "=", and what it is."""
    name, mark, field = told.rpartition("=")
    if not mark:
        raise argparse.ArgumentTypeError(f"{told!r} is not NAME=FIELD, such as body=text")
    return name, field


def _writable() -> list[Table]:
    """Return the tables that can be written: what was read, and what can be made of it."""
    return [t for t in registry.TABLES.values() if t.name == "articles" or t.is_made_by_analyze]


def _is_default(table: Table) -> bool:
    return table.by_default or table.name == "articles"


def _listed(tables: Iterable[Table]) -> str:
    lines = [
        _hanging(f"  {'*' if _is_default(table) else ' '} {table.name}", table.meaning)
        for table in tables
    ]
    return "\n".join(["tables (* made by default):", *lines])


def _hanging(name: str, meaning: str) -> str:
    """Write a meaning beside a name, each further line below the first."""
    left = f"{name:<{NAME_WIDTH}} "
    return textwrap.fill(left + meaning, WIDTH, subsequent_indent=" " * len(left))


def _report(arguments: argparse.Namespace) -> int:
    """Write one HTML file about articles.

    It says what an article is and what was found in it or, of several, compares the
    outlets. The file opens in any browser, without a network.
    """
    articles, code = _read(arguments)
    if not _readable(articles):
        return code

    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    path = nk.report(articles, arguments.output, title=arguments.title, by=arguments.by)
    _say(f"{path}: {plural(len(articles), 'article')}")
    return code


def _compare(arguments: argparse.Namespace) -> int:
    """Write one HTML file that shows two or more articles on one event side by side.

    It says who speaks where, which quotations, numbers and times agree or differ, and
    what only one of them reports. An article that could not be read is left out.
    """
    articles, code = _read(arguments)
    if not _readable(articles):
        return code

    found = nk.compare(articles[articles["error"].isna()])
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    path = nk.report(found, arguments.output, title=arguments.title)
    for told in (*found.findings, f"{path}: {plural(len(found.articles), 'article')}"):
        _say(told)
    return code


def _tables(arguments: argparse.Namespace) -> int:
    """Write one file per table of articles into a folder.

    "newskit codebook" says what the columns of a table mean.

    A CSV is UTF-8. Lists (authors, tags, ...) are written as JSON. A text cell that
    begins with = + - @ (or a tab) gets an apostrophe in front, because a spreadsheet
    would run it as a formula. In an Excel file (xlsx) no text runs; instants are
    text in UTC. A Parquet file holds every value exactly as it is.
    """
    articles, code = _read(arguments)
    if not _readable(articles):
        return code

    # Made before the folder is: a name that is wrong leaves nothing behind.
    write = _WRITERS[arguments.format]
    made = _made(articles, arguments.only)
    arguments.output.mkdir(parents=True, exist_ok=True)
    for name, table in made.items():
        path = arguments.output / f"{name}.{arguments.format}"
        write(table, path)
        _say(f"{path}: {plural(len(table), 'row')}")
    return code


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
            _say(line)
    return DONE


def _explained(table: Table) -> str:
    lines = [f"{table.name}: {table.meaning}{_unless_default(table)}"]
    for column in table.columns:
        unit = f" ({column.unit})" if column.unit else ""
        lines.append(_hanging(f"  {column.name}", column.meaning + unit))
    return "\n".join([*lines, "\n"])


def _unless_default(table: Table) -> str:
    """Say of a table that is not made by default how it is made."""
    if _is_default(table):
        return ""
    if table.is_made_by_analyze:
        return f"\n  not made by default: newskit tables PATH -o DIR --only {table.name}"
    return "\n  not made by newskit tables: it needs more than the articles, or none of them"


def _read(arguments: argparse.Namespace) -> tuple[pd.DataFrame, int]:
    """Read the articles, say what is wrong with them, and return them and the exit code so far."""
    articles = nk.read_articles(
        list(map(_path, arguments.path)),
        timezone=arguments.timezone,
        publisher=arguments.publisher,
        columns=dict(arguments.columns),
        on_error="row",  # a bad file is a line and an exit code
        progress=sys.stderr.isatty(),
    )
    failed = articles[articles["error"].notna()]
    for name, error in zip(failed["article_id"], failed["error"], strict=True):
        _complain(f"{name}: {error}")

    for warning, names in _noted(articles).items():
        others = f" and {plural(len(names) - 1, 'other')}" if len(names) > 1 else ""
        _complain(f"{names[0]}{others}: note: {warning}")

    if articles.empty:
        _complain(f"no article in {' '.join(arguments.path)}")
    return articles, UNREADABLE if articles.empty or len(failed) else DONE


def _noted(articles: pd.DataFrame) -> dict[str, list[str]]:
    """Return each warning with the articles that have it: those of a table often share one."""
    noted: dict[str, list[str]] = {}
    for name, warnings in zip(articles["article_id"], articles["warnings"], strict=True):
        for warning in warnings:
            noted.setdefault(warning, []).append(name)
    return noted


def _path(written: str) -> str | Path:
    # Nobody pastes an article into a command: a newline belongs to the name of a file.
    return Path(written) if is_pasted(written) else written


def _readable(articles: pd.DataFrame) -> bool:
    return bool(articles["error"].isna().any())


_WRITERS: dict[str, Callable[[pd.DataFrame, Path], None]] = {
    "csv": write_csv,
    "parquet": write_parquet,
    "xlsx": write_xlsx,
}


def _say(message: str) -> None:
    sys.stdout.write(_printable(message, sys.stdout.encoding) + "\n")


def _complain(message: str) -> int:
    sys.stderr.write(f"newskit: {_printable(message, sys.stderr.encoding)}\n")
    return USAGE


def _printable(message: str, encoding: str | None) -> str:
    """Keep a message to one line that the terminal can show: names of files can hold anything."""
    # A control sequence in a name could write anything to the terminal.
    shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in message)
    return shown.encode(encoding or "ascii", "backslashreplace").decode(encoding or "ascii")
