"""A dataset: tables in a folder, read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from newskit.comparing.keyness_in_parts import merge_keyness, reduce_keyness
from newskit.errors import InputError
from newskit.grouping import By
from newskit.pipeline import GroupedAnalysis
from newskit.scaling.by_group import by_group
from newskit.scaling.manifest import read_manifest, records
from newskit.scaling.part_files import PartFiles


class Dataset:
    """The tables of a collection in a folder, as `newskit.analyze_dataset` has written them.

    Nothing is read before it is asked for, and of a table only the columns and rows that are.

    Attributes
    ----------
    folder : pathlib.Path
        Where it is.
    manifest : dict
        What it was made with and what it holds: settings, versions, counts, hashes.
    """

    def __init__(self, folder: Path, manifest: Mapping[str, Any]) -> None:
        self.folder = folder
        self.manifest = dict(manifest)

    @cached_property
    def _files(self) -> PartFiles:
        files = PartFiles.of_parts(self.folder, self.manifest["settings"]["tables"])
        corpus = self.manifest["corpus_files"]
        return files.with_files({name: [told["file"]] for name, told in corpus.items()})

    def __len__(self) -> int:
        """Return the number of articles."""
        return int(self.manifest["n_articles"])

    @property
    def tables(self) -> dict[str, int]:
        """The tables there are, each with its number of rows."""
        return dict(self.manifest["rows"])

    @property
    def parts(self) -> pd.DataFrame:
        """One row per part of the source: number, name, n_articles, n_errors, fingerprint."""
        columns = ("number", "name", "n_articles", "n_errors", "fingerprint")
        rows = [[getattr(record, name) for name in columns] for record in records(self.folder)]
        return pd.DataFrame(rows, columns=list(columns))

    def table(
        self, name: str, columns: Sequence[str] | None = None, filter: Any = None
    ) -> pd.DataFrame:
        """Return a table as `newskit.analyze` returns it.

        Parameters
        ----------
        name : str
            Name of the table: `tables` has them.
        columns : list of str, optional
            Columns to read; all without it. Texts are most of what there is to read.
        filter : pyarrow.compute.Expression, optional
            Rows to read: ``pyarrow.compute.field("kind") == "direct"``.

        Raises
        ------
        UnknownNameError
            If there is no such table or column.
        """
        return self._files.frame(name, columns, filter)

    def iter_parts(self, name: str, columns: Sequence[str] | None = None) -> Iterator[pd.DataFrame]:
        """Yield a table part by part, so that no more than one is held."""
        return self._files.frames(name, columns)

    def arrow(self, name: str) -> Any:
        """Return a table as a `pyarrow.dataset.Dataset`: for DuckDB, Polars, Dask, ..."""
        return self._files.arrow(name)

    def by(self, by: By, *, interval: bool = False) -> GroupedAnalysis:
        """Sum the tables up by group, as `newskit.Analysis.by` does, without reading the texts.

        Parts are added up one by one, so that memory grows with the groups and not with the
        articles. Tables that are made anew of texts for each group (`readability_by_voice`,
        `names`, ...) are left out.

        Parameters
        ----------
        by : str, callable or list of these
            What makes a group: see `newskit.groups`. A function takes the articles of a part.
        interval : bool
            Intervals of 95 % over the articles of each group: a few numbers of every article are
            held for them.

        Raises
        ------
        UnknownNameError
            If `by` is neither a column nor a part of the time of publication.
        """
        return by_group(self._files, by, interval)

    def keyness(
        self,
        by: By,
        *,
        reference: str | None = None,
        n: int | None = 50,
        min_count: int = 3,
        cells: int = 4,
    ) -> pd.DataFrame:
        """Find the words that set each group of articles apart: `newskit.keyness`, part by part.

        The texts are read, a part at a time; what is held grows with the different words of each
        group.

        Parameters
        ----------
        by : str, callable or list of these
            What makes a group: see `newskit.groups`.
        reference : str, optional
            Name of the group that the others are held against.
        n, min_count, cells
            As `newskit.keyness` takes them.
        """

        def counted(*columns: str) -> Iterator[pd.DataFrame]:
            return (reduce_keyness(part, by) for part in self.iter_parts("articles"))

        return merge_keyness(counted, reference=reference, n=n, min_count=min_count, cells=cells)

    def __repr__(self) -> str:
        """Say how large it is, and name its tables."""
        told = self.manifest
        rows = ", ".join(f"{name} {n:,}" for name, n in self.tables.items())
        return (
            f"<newskit.Dataset of {told['n_articles']:,} articles in {told['n_parts']:,} parts, "
            f"{told['n_errors']:,} errors; rows: {rows}>"
        )


def open_dataset(out: str | Path) -> Dataset:
    """Open the tables that `analyze_dataset` has written into a folder.

    Parameters
    ----------
    out : str or pathlib.Path
        The folder.

    Returns
    -------
    Dataset
        `tables` names them with their numbers of rows; ``table("quotes", columns=[...])`` reads
        one as a DataFrame, the same as `newskit.analyze` makes; ``iter_parts("quotes")`` yields it
        part by part; ``arrow("quotes")`` is a `pyarrow.dataset.Dataset`; `parts` says what
        was read.

    Raises
    ------
    InputError
        If the folder holds no dataset, or one that is not finished.
    MissingExtraError
        If pyarrow is not installed.

    Examples
    --------
    >>> import tempfile
    >>> import newskit as nk
    >>> out = tempfile.mkdtemp()
    >>> made = nk.analyze_dataset(nk.load_example(), out, workers=1, progress=False)
    >>> nk.open_dataset(out).table("counts", columns=["n_sentences"])["n_sentences"].to_list()
    [19]
    """
    folder = Path(out).absolute()
    manifest = read_manifest(folder)
    if manifest is None:
        raise InputError(
            f"{str(folder)!r} holds no dataset: newskit.analyze_dataset(source, {str(out)!r}) "
            "makes one."
        )

    if not manifest["finished"]:
        raise InputError(
            f"The dataset in {str(folder)!r} is not finished: call newskit.analyze_dataset again "
            "with the same arguments, and it goes on where it was."
        )

    return Dataset(folder, manifest)
