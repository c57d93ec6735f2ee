"""Pages about articles: `newskit report`, `newskit compare`, `newskit worksheet`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import newskit as nk
from newskit.cli.command import Command, add_command
from newskit.cli.inputs import add_input, read, readable
from newskit.cli.printing import say
from newskit.html import plural
from newskit.teaching.tasks import TASKS


def add(commands: Any) -> None:
    """Add the commands of this file."""
    page = _add_page(commands, "report", _report, "report.html", "the headline")
    page.add_argument("--by", metavar="COLUMN", help="groups of articles: publisher, month, ...")
    _add_page(commands, "compare", _compare, "comparison.html", "the outlets")
    sheet = _add_page(commands, "worksheet", _worksheet, "worksheet.html", '"Reading with a pen"')
    which = f"what is to be marked; default: {' '.join(TASKS)}"
    sheet.add_argument("--tasks", nargs="+", metavar="TASK", default=TASKS, help=which)
    sheet.add_argument("--no-key", action="store_true", help="leave the key out")


def _add_page(commands: Any, name: str, run: Command, default: str, title: str) -> Any:
    command = add_command(commands, name, run)
    add_input(command)
    add, file = command.add_argument, Path(default)
    add("-o", "--output", type=Path, default=file, metavar="FILE", help=f"default: {default}")
    add("--title", help=f"title of the page; default: {title}")
    return command


def _report(arguments: argparse.Namespace) -> int:
    """Write one HTML file about articles.

    It says what an article is and what was found in it or, of several, compares the
    outlets. The file opens in any browser, without a network.
    """
    articles, code = read(arguments)
    if not readable(articles):
        return code

    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    path = nk.report(articles, arguments.output, title=arguments.title, by=arguments.by)
    say(f"{path}: {plural(len(articles), 'article')}")
    return code


def _compare(arguments: argparse.Namespace) -> int:
    """Write one HTML file that shows two or more articles on one event side by side.

    It says who speaks where, which quotations, numbers and times agree or differ, and
    what only one of them reports. An article that could not be read is left out.
    """
    articles, code = read(arguments)
    if not readable(articles):
        return code

    found = nk.compare(articles[articles["error"].isna()])
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    path = nk.report(found, arguments.output, title=arguments.title)
    for told in (*found.findings, f"{path}: {plural(len(found.articles), 'article')}"):
        say(told)
    return code


def _worksheet(arguments: argparse.Namespace) -> int:
    """Write a worksheet about one article, to be printed.

    Its lines have numbers, the same for everybody, and room to write beside them. The
    key, on a page of its own, is what newskit found, with what it is not sure of.
    """
    articles, code = read(arguments)
    if not readable(articles):
        return code

    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    chosen, key = arguments.tasks, not arguments.no_key
    path = nk.worksheet(articles, arguments.output, title=arguments.title, tasks=chosen, key=key)
    say(f"{path}: {plural(len(articles), 'article')}")
    return code
