"""NewsDiffs: which versions there are stands in a database, what they said in git repositories."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from newskit.errors import InputError, ReadError
from newskit.reading.decoding import decode
from newskit.reading.rows import Hints
from newskit.reading.shared.sqlite_files import is_sqlite, open_sqlite, records_of, table_names
from newskit.revisions.addresses import canonical_url
from newskit.revisions.capture_times import capture_time
from newskit.revisions.reading.capture import table_of_cells
from newskit.revisions.reading.git_store import Contents, Store, open_store, repository_in
from newskit.revisions.reading.sql_dump import Records, dumped_tables

_ARTICLES = ("id", "url", "last_check", "git_dir")
_VERSIONS = ("id", "article_id", "v", "title", "byline", "date", "boring")
_ARTICLE_NAMES, _VERSION_NAMES = ("articles", "website_article"), ("version", "website_version")
_NAMES = (_ARTICLE_NAMES, _VERSION_NAMES)
_FOLDER = re.compile(r"[\w.-]{1,100}(?:/[\w.-]{1,100}){0,3}")
_OLDEST = "old"  # the folder of articles whose row names none
_HEAD_LINES = 3  # date, title and byline, before the body
_LARGEST_DUMP = 2_000_000_000
_BORING = (
    "NewsDiffs calls this version boring: only its blanks, its date line or its encoding differ"
)
_NO_ZONE = (
    "NewsDiffs writes the clock of its server, without a zone. Say which: "
    "timezone='America/New_York', for example."
)


def is_newsdiffs(tables: Collection[str]) -> bool:
    """Say whether a database with these tables is one of NewsDiffs."""
    known = set(map(str.lower, tables))
    return bool(known.intersection(_ARTICLE_NAMES)) and bool(known.intersection(_VERSION_NAMES))


def looks_like_dump(opening: str) -> bool:
    """Say whether a dump begins as one of NewsDiffs may: it names the tables."""
    folded = opening.lower()
    return any(name in folded for name in _ARTICLE_NAMES) and "insert into" in folded


def read_newsdiffs(path: Path, hints: Hints) -> pd.DataFrame:
    """Return the captures of a database of NewsDiffs, or of its dump, and the git beside it.

    Raises
    ------
    InputError
        If nobody says in which zone its clocks are.
    ReadError
        If it cannot be read, or there is no git repository beside it.
    """
    if hints.timezone is None:
        raise InputError(_NO_ZONE)

    articles, versions = _tables(path)
    by_article: dict[str, Records] = {}
    for version in versions:
        by_article.setdefault(str(version["article_id"]), []).append(version)

    by_folder: dict[str, Records] = {}
    for article in articles:
        by_folder.setdefault(str(article["git_dir"] or _OLDEST), []).append(article)

    records: Records = []
    for folder, own in sorted(by_folder.items()):
        with open_store(_repository(path.parent, folder)) as store:
            records += _captures(own, by_article, store, hints)

    return table_of_cells(records, "newsdiffs", path.name, hints)


def _tables(path: Path) -> tuple[Records, Records]:
    """Return the tables of articles and of versions."""
    if is_sqlite(path):
        with open_sqlite(path) as connection:
            names = {name.lower(): name for name in table_names(connection)}
            articles, versions = (names[_one_of(kinds, names)] for kinds in _NAMES)
            return (
                records_of(connection, articles, _ARTICLES, "id"),
                records_of(connection, versions, _VERSIONS, "id"),
            )

    if path.stat().st_size > _LARGEST_DUMP:
        raise ReadError(f"{path.name!r} has more than {_LARGEST_DUMP:,} bytes; that is the limit.")

    dumped = dumped_tables(decode(path.read_bytes()).text, (*_ARTICLE_NAMES, *_VERSION_NAMES))
    articles, versions = (_one_of(kinds, dumped) for kinds in _NAMES)
    return _filled(dumped[articles], _ARTICLES), _filled(dumped[versions], _VERSIONS)


def _filled(rows: Records, columns: Iterable[str]) -> Records:
    lacking = dict.fromkeys(columns)
    return [lacking | row for row in rows]


def _one_of(kinds: Iterable[str], names: Collection[str]) -> str:
    for kind in kinds:
        if kind in names:
            return kind

    raise ReadError(f"It holds no table {'/'.join(kinds)}; NewsDiffs has one.")


def _repository(beside: Path, folder: str) -> Path:
    """Return the repository of a folder that a database names; it never leads elsewhere."""
    if not _FOLDER.fullmatch(folder) or ".." in folder.split("/"):
        raise ReadError(f"git_dir {folder[:100]!r} is no name of a folder.")

    places = (beside / "articles" / folder, beside / folder, beside / "articles", beside)
    for place in places:
        found = repository_in(place)
        if found is not None:
            return found

    raise ReadError(
        f"There is no git repository 'articles/{folder}' beside the database: the texts are in it."
    )


def _captures(
    articles: Records,
    by_article: dict[str, Records],
    store: Store,
    hints: Hints,
) -> Iterator[dict[str, Any]]:
    zone = hints.timezone or "UTC"
    with store.contents() as contents:
        for article in articles:
            url = str(article["url"])
            record: dict[str, Any] = {}
            for version in by_article.get(str(article["id"]), []):
                if record:
                    yield record

                record = _record(version, url, contents, zone)

            if record:
                # Only of the last version it is known until when it stood.
                yield record | {"last_seen": capture_time(article["last_check"], zone)[0]}


def _record(
    version: dict[str, Any],
    url: str,
    contents: Contents,
    zone: str,
) -> dict[str, Any]:
    text, note = _text(contents, str(version["v"]), url)
    captured, problem = capture_time(version["date"], zone)
    is_boring = str(version["boring"]) in ("1", "True")
    notes = [note, problem, _BORING if is_boring else None]
    return {
        "article_id": canonical_url(url),
        "headline": version["title"],
        "byline": version["byline"],
        "text": text,
        "url": url,
        "captured": captured,
        "captured_source": "newsdiffs" if captured else "none",
        "last_seen": None,
        "notes": list(filter(None, notes)),
    }


def _text(
    contents: Contents,
    commit: str,
    url: str,
) -> tuple[str | None, str | None]:
    """Return the body of a version, and what is wrong with it."""
    plain = url.rstrip("/").removeprefix("http://")
    names = (plain, plain.replace("https://", "https:/", 1), plain.removeprefix("https://"))
    try:
        for name in dict.fromkeys(names):
            data = contents.of(commit, name)
            if data is not None:
                lines = decode(data).text.split("\n")
                # Each paragraph is a line.
                return "\n\n".join(filter(str.strip, lines[_HEAD_LINES:])), None
    except ReadError as err:
        return None, str(err)

    return None, "the text of this version is not in the git repository"
