"""The articles that a command is about: where they lie, and what is said of them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pandas as pd

import newskit as nk
from newskit.cli.printing import DONE, UNREADABLE, complain
from newskit.html import plural
from newskit.places import is_pasted


def add_input(command: argparse.ArgumentParser) -> None:
    """Add the arguments that say which articles."""
    add = command.add_argument
    add("path", metavar="PATH", nargs="+", help="a file, a folder, or a pattern: 'news/*.txt'")
    where = "zone of times that are printed without one: Asia/Kolkata, +05:30"
    add("--timezone", metavar="ZONE", help=where)
    add("--publisher", metavar="NAME", help="outlet that published the articles")
    which = (
        "for tables: their columns, and what they are: lid=standfirst corpo=text; "
        "keywords= leaves that one as it is"
    )
    add("--columns", nargs="+", type=_column, metavar="NAME=FIELD", default=(), help=which)


def _column(told: str) -> tuple[str, str | None]:
    """Return the column of a table, whose name may hold "=", and what it is; nothing is None."""
    name, mark, field = told.rpartition("=")
    if not mark:
        raise argparse.ArgumentTypeError(f"{told!r} is not NAME=FIELD, such as body=text")
    return name, field or None


def read(arguments: argparse.Namespace) -> tuple[pd.DataFrame, int]:
    """Read the articles, say what is wrong with them, and return them and the exit code so far."""
    articles = nk.read_articles(
        places(arguments.path),
        timezone=arguments.timezone,
        publisher=arguments.publisher,
        columns=dict(arguments.columns),
        on_error="row",  # a bad file is a line and an exit code
        progress=sys.stderr.isatty(),
    )
    failed = articles[articles["error"].notna()]
    for name, error in zip(failed["article_id"], failed["error"], strict=True):
        complain(f"{name}: {error}")

    for warning, names in _noted(articles).items():
        others = f" and {plural(len(names) - 1, 'other')}" if len(names) > 1 else ""
        complain(f"{names[0]}{others}: note: {warning}")

    if articles.empty:
        complain(f"no article in {' '.join(arguments.path)}")
    return articles, UNREADABLE if articles.empty or len(failed) else DONE


def places(written: list[str]) -> list[str | Path]:
    """Return the paths of a command; what looks like a text is the name of a file."""
    return list(map(_path, written))


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


def readable(articles: pd.DataFrame) -> bool:
    """Return whether at least one article was read."""
    return bool(articles["error"].isna().any())
