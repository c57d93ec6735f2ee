"""The command newskit measures news articles on your own disk, without a network.

It says when they were published and updated, how hard they are to read, how they
sound, and whom they quote.

for example:
  newskit look downloads/                      what the files there are taken for, how
                                               many articles, which fields
  newskit report article.txt                   the report on one article, in report.html
  newskit report article.txt -o out/snow.html  the same, somewhere else
  newskit report article.txt --timezone Asia/Kolkata
                                               its "IST" is Indian time
  newskit compare courier.html ledger.html     two articles on one event side by side,
                                               in comparison.html
  newskit worksheet article.txt -o sheet.html  the article to be marked by pen, and the key
  newskit revisions snapshots/ -o report.html  what changed between versions of an article
  newskit tables articles/ -o tables           the tables of every article, as CSV
  newskit tables articles/ -o tables --only quotes words
                                               these two tables only
  newskit tables "2024-*.txt" -o tables --format parquet
  newskit tables notes.csv -o tables --columns corpo=text --format xlsx
                                               its column "corpo" holds the texts
  newskit tables archive.jsonl -o tables --workers 8
                                               a large collection, on 8 cores; with
                                               --resume it goes on where it was stopped
  newskit codebook quotes                      what the columns of a table mean
  newskit export lesson.ipynb -o lesson.html   a notebook, run, as one safe page
  newskit lesson source.ipynb -o lesson        the same for students and with solutions

exit codes:
  0  done
  1  an article could not be read, or there was none; the others are in the result;
     or a cell of a notebook failed
  2  the command was wrong: usage, a path that does not exist, a result that cannot
     be written

"newskit report --help" says more about a command.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module

import newskit as nk
from newskit.cli.command import LAYOUT, Command
from newskit.cli.printing import DONE, STOPPED, complain
from newskit.errors import NewskitError

# Each file has `add(commands)`; the help lists the commands in this order.
MODULES = {
    "look": ("look",),
    "pages": ("report", "compare", "worksheet"),
    "revisions": ("revisions",),
    "tables": ("tables", "codebook"),
    "notebooks": ("export", "lesson"),
}
# New objects between two looks for garbage: Python's 700 cost a tenth of the time of a report,
# since hundreds of modules load, and nothing of them is garbage.
ALLOCATIONS = 50_000

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
    usual = gc.get_threshold()
    gc.set_threshold(ALLOCATIONS, *usual[1:])
    try:
        told = sys.argv[1:] if argv is None else list(argv)
        return _run(parser(told[:1]).parse_args(told))
    finally:
        gc.set_threshold(*usual)


def _run(arguments: argparse.Namespace) -> int:
    command: Command = arguments.command
    try:
        return command(arguments)
    except NewskitError as error:
        return complain(str(error))
    except BrokenPipeError:  # newskit codebook | head: it has read enough
        return DONE
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return complain(f"{where}{error.strerror or error}")
    except KeyboardInterrupt:  # Ctrl-C is not a crash: no traceback
        complain("stopped")
        return STOPPED


def parser(asked: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser of the command line; the docs print its help.

    Where a command is asked for, its file is all that is loaded.
    """
    top = argparse.ArgumentParser(
        "newskit", description=ABOUT, epilog=f"examples:\n{EXAMPLES}", formatter_class=LAYOUT
    )
    top.add_argument("--version", action="version", version=f"newskit {nk.__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    is_known = any(asked[0] in names for names in MODULES.values()) if asked else False
    for name, listed in MODULES.items():
        if not is_known or asked[0] in listed:
            import_module(f"newskit.cli.{name}").add(commands)
    return top
