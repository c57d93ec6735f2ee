"""The command line: newskit report, newskit tables."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

import newskit as nk
from newskit.errors import NewskitError, missing_extra

DONE, UNREADABLE, USAGE, STOPPED = 0, 1, 2, 130

ABOUT = """\
newskit measures news articles: when they were published and updated, how hard
they are to read, how they sound, and whom they quote.

It never uses the network: articles are files on your own disk.
"""

ENDING = """\
examples:
  newskit report article.txt                     the report on one article, in report.html
  newskit report article.txt -o out/snow.html    the same, somewhere else
  newskit report article.txt --timezone Asia/Kolkata
                                                 its "IST" is Indian time
  newskit tables articles/ -o tables             every table of every article, as CSV
  newskit tables "2024-*.txt" -o tables --format parquet

exit codes:
  0  done
  1  an article could not be read, or there was none; the others are in the result
  2  the command was wrong: usage, a path that is not there, a result that cannot be written

"newskit report --help" and "newskit tables --help" say more about each.
"""

REPORT = """\
Reads articles and writes one HTML file: what each article is, when it was
published and updated, readability, sentiment, times, quotations and speakers,
the text itself marked up, and how all of it was made.

The file opens in any browser, without a network.
"""

TABLES = """\
Reads articles and writes one file per table into a folder: articles, sentences,
counts, readability, sentiment, quotes, speakers, timeline, and both scores by
voice (the outlet's own words, or quoted words). In Python,
nk.codebook("quotes") says what the columns of a table mean.

A CSV is UTF-8. Lists (authors, tags, ...) are written as JSON. A text cell that
begins with = + - @ (or a tab) gets an apostrophe in front, because a spreadsheet
would run it as a formula. A Parquet file holds every value exactly as it is.
"""


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
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
    except NewskitError as error:
        return _complain(str(error))
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _complain(f"{where}{error.strerror or error}")
    except KeyboardInterrupt:
        _complain("stopped")
        return STOPPED


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line; the docs print its help."""
    layout = argparse.RawDescriptionHelpFormatter
    top = argparse.ArgumentParser(
        prog="newskit", description=ABOUT, epilog=ENDING, formatter_class=layout
    )
    top.add_argument("--version", action="version", version=f"newskit {nk.__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    report = commands.add_parser(
        "report", help="one HTML file", description=REPORT, formatter_class=layout
    )
    _add_input(report)
    report.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("report.html"),
        metavar="FILE",
        help="default: report.html",
    )
    report.add_argument("--title", help="title of the report; default: the headline")
    report.set_defaults(run=_report)

    tables = commands.add_parser(
        "tables", help="one file per table", description=TABLES, formatter_class=layout
    )
    _add_input(tables)
    tables.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="folder; made if need be"
    )
    tables.add_argument("--format", choices=("csv", "parquet"), default="csv", help="default: csv")
    tables.set_defaults(run=_tables)
    return top


def _add_input(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "path",
        metavar="PATH",
        nargs="+",
        help="a file, a folder, or a pattern such as 'news/*.txt'",
    )
    command.add_argument(
        "--timezone",
        metavar="ZONE",
        help="zone of clocks that are printed without one: Asia/Kolkata, +05:30",
    )
    command.add_argument("--publisher", metavar="NAME", help="outlet that published the articles")


def _report(arguments: argparse.Namespace) -> int:
    articles, code = _read(arguments)
    if not _readable(articles):
        return code
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    path = nk.report(articles, arguments.output, title=arguments.title)
    _say(f"{path}: {_count(len(articles), 'article')}")
    return code


def _tables(arguments: argparse.Namespace) -> int:
    articles, code = _read(arguments)
    if not _readable(articles):
        return code
    write = _write_csv if arguments.format == "csv" else _write_parquet
    analysis = nk.analyze(articles, progress=sys.stderr.isatty())
    arguments.output.mkdir(parents=True, exist_ok=True)
    for name, table in analysis.tables().items():
        path = arguments.output / f"{name}.{arguments.format}"
        write(table, path)
        _say(f"{path}: {_count(len(table), 'row')}")
    return code


def _read(arguments: argparse.Namespace) -> tuple[pd.DataFrame, int]:
    """Read the articles, say on stderr what is wrong with them, and return them with the exit code so far."""
    articles = nk.read_articles(
        arguments.path if len(arguments.path) > 1 else arguments.path[0],
        timezone=arguments.timezone,
        publisher=arguments.publisher,
        progress=sys.stderr.isatty(),
    )
    bad = articles["error"].notna()
    for name, error in zip(
        articles.loc[bad, "article_id"], articles.loc[bad, "error"], strict=True
    ):
        _complain(f"{name}: {error}")
    for name, warnings in zip(articles["article_id"], articles["warnings"], strict=True):
        for warning in warnings:
            _complain(f"{name}: note: {warning}")
    if articles.empty:
        _complain(f"no article in {' '.join(arguments.path)}")
    return articles, UNREADABLE if articles.empty or bad.any() else DONE


def _readable(articles: pd.DataFrame) -> bool:
    return bool(articles["error"].isna().any())


def _write_parquet(table: pd.DataFrame, path: Path) -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise missing_extra("pyarrow", "parquet", "--format parquet") from error
    table.to_parquet(path, index=False)


def _write_csv(table: pd.DataFrame, path: Path) -> None:
    table.apply(_for_csv).to_csv(path, index=False, encoding="utf-8", lineterminator="\n")


def _for_csv(column: pd.Series) -> pd.Series:
    if isinstance(column.dtype, pd.StringDtype):
        # What OWASP lists as able to start a formula; only text can come from an article, so numbers stay numbers.
        return column.where(
            ~column.str.startswith(("=", "+", "-", "@", "\t", "\r"), na=False), "'" + column
        )
    if column.dtype == object:
        return column.map(
            lambda value: (
                json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
            )
        )
    return column


def _count(n: int, thing: str) -> str:
    return f"{n} {thing}{'' if n == 1 else 's'}"


def _say(message: str) -> None:
    sys.stdout.write(_printable(message, sys.stdout.encoding) + "\n")


def _complain(message: str) -> int:
    sys.stderr.write(f"newskit: {_printable(message, sys.stderr.encoding)}\n")
    return USAGE


def _printable(message: str, encoding: str | None) -> str:
    """Keep a message to one line that the terminal can show; names of files are not ours to trust."""
    shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in message)
    return shown.encode(encoding or "ascii", "backslashreplace").decode(encoding or "ascii")
