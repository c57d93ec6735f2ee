"""The manifest of a dataset: settings and versions at first, counts and hashes when it is done."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from newskit.errors import InputError
from newskit.scaling.part_record import FOLDER, PartRecord, is_reduced, read_record, record_file
from newskit.scaling.settings import DatasetSettings, differences
from newskit.scaling.whole_files import UNFINISHED, write_json

FILE = "manifest.json"
FORM = 1
"""Of the files of a dataset: a newer newskit may lay them out in another way."""


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """Return the manifest of a folder, or None where there is none.

    Raises
    ------
    InputError
        If it is no manifest of this form.
    """
    path = folder / FILE
    if not path.exists():
        return None

    try:
        told = json.loads(path.read_bytes())
        form = told["newskit_dataset"]
    except (ValueError, TypeError, KeyError):
        form = None

    if form != FORM:
        raise InputError(f"{str(path)!r} is not the manifest of a dataset that this newskit reads.")

    return dict(told)


def begin(folder: Path, settings: DatasetSettings, resume: bool) -> None:
    """Make the folder a dataset of these settings, or see that it is one.

    Raises
    ------
    InputError
        If it holds something else, or a dataset with other settings.
    """
    there = read_manifest(folder)
    told = settings.told()
    if there is None:
        _need_empty(folder)
        write_json(folder, FILE, {"newskit_dataset": FORM, "finished": False, "settings": told})
        return

    if not resume:
        raise InputError(
            f"{str(folder)!r} holds a dataset already: resume=True (--resume) goes on with it; or "
            "give a folder that is empty or not there."
        )

    different = "; ".join(differences(there["settings"], told))
    if different:
        raise InputError(
            f"{str(folder)!r} holds a dataset with other settings: {different}. Ask for the same, "
            "or give a folder that is empty or not there."
        )


def _need_empty(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{str(folder)!r} is a file; a dataset is a folder.")

    held = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    foreign = [name for name in held if name != UNFINISHED]
    if foreign:
        raise InputError(
            f"{str(folder)!r} holds {foreign[0]!r} and no dataset: give a folder that is empty or "
            "not there."
        )


def finish(
    folder: Path,
    settings: DatasetSettings,
    corpus: Mapping[str, Mapping[str, Any]],
    n_repeated_ids: int = 0,
) -> None:
    """Write what the dataset holds, now that it is all there."""
    counts: Counter[str] = Counter()
    rows: Counter[str] = Counter()
    for record in records(folder):
        counts.update(parts=1, articles=record.n_articles, errors=record.n_errors)
        tables = (name for name in record.files if not is_reduced(name))
        rows.update({name: record.files[name]["rows"] for name in tables})

    told = {
        "newskit_dataset": FORM,
        "finished": True,
        "settings": settings.told(),
        "n_parts": counts["parts"],
        "n_articles": counts["articles"],
        "n_errors": counts["errors"],
        "n_repeated_ids": n_repeated_ids,
        "rows": {**rows, **{name: told["rows"] for name, told in corpus.items()}},
        "corpus_files": dict(corpus),
        "sha256_of_parts": hash_of_records(folder),
    }
    write_json(folder, FILE, told)


def records(folder: Path) -> Iterator[PartRecord]:
    """Return the records of the parts, in their order."""
    for number in count():
        record = read_record(folder, number)
        if record is None:
            return

        yield record


def hash_of_records(folder: Path) -> str:
    """Return one hash of all parts: their records hold the hashes of their files."""
    found = hashlib.sha256()
    for record in records(folder):
        found.update((folder / record_file(record.number)).read_bytes())

    return found.hexdigest()


def numbers_there(folder: Path) -> frozenset[int]:
    """Return the numbers of the parts that have a record."""
    return frozenset(int(path.stem) for path in (folder / FOLDER).glob("*.json"))
