"""The pages that are looked at, of friendly and of hostile articles."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pandas as pd

import newskit as nk
from newskit import registry
from tests.browser.hostile import STRINGS
from tests.hostile import notebooks

ROOT = Path(__file__).resolve().parents[2]
LESSON = "01_one_article.ipynb"

FERRY = (
    "SEAHAM - The mayor of Seaham, Ann Lee, said on Friday: \"We will pay for the harbor, and we will do it this "
    "year.\"\n\nThe work begins next year, according to the port office. “It is a good day,” Lee added. The harbor was "
    "lost in a terrible storm on November 17.\n\nTom Reyes, who runs the ferry, may sue. “Nobody asked us,” he told "
    "The Post on Thursday. His company lost some $2.4 million, and 212 people lost their jobs."
)
RIVAL = (
    "SEAHAM - Boats hooted when Mayor Ann Lee said “we will pay for the harbor” on Friday.\n\nThe work could begin "
    "in March. Tom Reyes, owner of the ferry, was furious: “Nobody asked us, nobody ever does,” he said. He has lost "
    "about $2 million. Analysts believe that it will probably take three years."
)


def row(number: int = 0, **more: Any) -> dict[str, Any]:
    """Return an article with every field that a page shows."""
    day = pd.Timestamp("2024-09-02 07:53") + pd.Timedelta(hours=19 * number)
    return {
        "article_id": f"harbor-{number}", "source": f"harbor-{number}.txt", "format": "text",
        "headline": f"Seaham pays for 'new' harbor ({number})", "standfirst": "A small town decides.",
        "byline": "By Bo Cy", "authors": ["Bo Cy"], "dateline": "Seaham", "section": "Local",
        "publisher": ("The Seaham Post", "Coast Today", "The Agency")[number % 3], "text": (FERRY, RIVAL)[number % 2],
        "published": day.tz_localize("UTC"), "updated": (day + pd.Timedelta(hours=4)).tz_localize("UTC"),
        "published_local": day, "updated_local": day + pd.Timedelta(hours=4),
        "published_text": "Published 07:53 UTC", "updated_text": "Updated 11:53 UTC",
        "published_precision": "minute", "updated_precision": "minute",
        "timezone": "UTC", "timezone_source": "stated", "language": "en", "tags": ["harbor", "money"],
        "warnings": ["The zone was read as UTC."], "subheads": ["A harbor"], "subhead_before": [1],
        "caption": "The harbor", "credit": "AP", "url": "https://example.org/harbor?a=1&b=2", **more,
    }  # fmt: skip


def hostile(text: str, number: int = 0) -> dict[str, Any]:
    """Return an article that has the text in each of its fields, in quotations and beside them."""
    words = (
        "headline standfirst byline dateline section publisher published_text updated_text timezone_source "
        "language caption credit url source"
    )
    said = (
        f"Mayor Ann {text} Lee said on Friday: \"We {text} will pay.\"\n\n“{text}” is what Tom Reyes of {text} "
        f"called it on May 3. {text}\n\nIt may {text} rain."
    )
    fields: dict[str, Any] = dict.fromkeys(words.split(), text)
    lists = {name: [text] for name in ("authors", "tags", "warnings", "subheads")}
    return row(number, text=said, article_id=f"{number} {text}", **fields, **lists)


def articles(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """Return the rows as the table of articles."""
    return registry.from_rows("articles", list(rows))


def friendly() -> dict[str, Callable[[Path], Path]]:
    """Return what makes each kind of page, of articles as they are."""
    many = articles(map(row, range(24)))
    pair = articles([row(0), row(1)])
    return {
        "report": lambda path: nk.report(pair.head(1), path),
        "corpus": lambda path: nk.report(many, path, full=1, progress=False),
        "comparison": lambda path: nk.report(nk.compare(pair), path),
        "worksheet": lambda path: nk.worksheet(pair.head(1), path),
        "revisions": lambda path: nk.report(nk.revisions.versions(nk.load_example("harbor-versions")), path),
        "notebook": _exported,
    }


def _exported(path: Path) -> Path:
    """Export the first notebook: as the other tests have run it, or else in a process that has no browser."""
    ran = ROOT / "docs" / "_executed" / LESSON
    if ran.exists():
        return nk.export(ran, path, run=False)
    command = [sys.executable, "-m", "newskit", "export", str(ROOT / "notebooks" / LESSON), "-o", str(path)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return path


def _hostile_notebook(path: Path, texts: Iterable[str]) -> Path:
    """Export a notebook that has each text in every place that holds one."""
    told = [notebooks.notebook(text) for text in texts]
    cells = [{**cell, "id": f"c{n}"} for n, cell in enumerate(cell for one in told for cell in one["cells"])]
    source = path.with_name("n.ipynb")
    source.write_text(json.dumps({**told[0], "cells": cells}), encoding="utf-8")
    return nk.export(source, path, run=False, title=path.name)


def attacked() -> dict[str, Callable[[Path], Path]]:
    """Return what makes each kind of page with every hostile string in every field.

    An article that is shown in full has sixteen of them in each field, a row of a corpus has one.
    """
    rows = [hostile(text, number) for number, text in enumerate(STRINGS)]
    made: dict[str, Callable[[Path], Path]] = {}
    for n, text in enumerate(" ".join(STRINGS[n::5]) for n in range(5)):
        one = articles([hostile(text)])
        made[f"report {n}"] = lambda path, one=one: nk.report(one, path)
        made[f"worksheet {n}"] = lambda path, one=one, text=text: nk.worksheet(one, path, title=text)
        later = one.assign(headline=f"{text} once more", text=one["text"] + f" {text}")
        both = pd.concat([one, later]).assign(version=[1, 2])
        made[f"revisions {n}"] = lambda path, both=both: nk.report(nk.revisions.versions(both), path)
    for n in range(0, len(rows), 12):
        # Names of groups, and of what groups them, are somebody's text, too.
        some, by = articles(rows[n : n + 12]), STRINGS[n]
        made[f"corpus {n}"] = lambda path, some=some, by=by: nk.report(
            some.assign(**{by: some["publisher"]}), path, full=0, by=by, title=by, progress=False
        )
        made[f"comparison {n}"] = lambda path, some=some: nk.report(nk.compare(some), path)
    for n, every in enumerate((STRINGS[::2], STRINGS[1::2], notebooks.STRINGS[::2], notebooks.STRINGS[1::2])):
        made[f"notebook {n}"] = lambda path, every=every: _hostile_notebook(path, every)
    return made
