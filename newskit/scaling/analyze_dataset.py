"""The tables of a collection that no memory holds: part by part, side by side, to be resumed."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pandas as pd

from newskit.errors import InputError, import_extra
from newskit.places import is_place
from newskit.reading.parts import Part, parts_of
from newskit.reading.read_articles import task_of
from newskit.reading.single import Task
from newskit.scaling.dask_engine import in_dask
from newskit.scaling.dataset import Dataset, open_dataset
from newskit.scaling.local_engine import in_processes, usual_workers
from newskit.scaling.manifest import begin, finish, numbers_there
from newskit.scaling.part_files import PartFiles
from newskit.scaling.part_task import PartTask, more_parts
from newskit.scaling.progress import PartBar
from newskit.scaling.repeated_ids import repeated_ids
from newskit.scaling.second_pass import corpus_tables
from newskit.scaling.settings import DatasetSettings, versions
from newskit.scaling.wanted import tables_wanted
from newskit.scaling.whole_files import clear_unfinished

ENGINES = ("local", "dask")


def analyze_dataset(
    source: Any,
    out: str | Path,
    *,
    only: Iterable[str] | str | None = None,
    engine: Literal["local", "dask"] = "local",
    client: Any = None,
    workers: int | None = None,
    chunk: int = 2_000,
    resume: bool = True,
    progress: bool = True,
    format: str | None = None,
    columns: Mapping[str, str] | None = None,
    timezone: str | None = None,
    publisher: str | None = None,
    outlets: pd.DataFrame | None = None,
) -> Dataset:
    """Make the tables of a collection of any size, on all cores or on a cluster.

    The source is cut into parts of about `chunk` articles. Each part is read, analyzed as `analyze`
    does it, and written: one Parquet file for each table. What is written is there whole or not at
    all, so that a run that was stopped (a crash, a full disk, Ctrl+C) goes on where it was when it
    is called again with the same arguments; the files are the same, byte for byte, as without
    interruption. Memory does not grow with the collection.

    Parameters
    ----------
    source : str, pathlib.Path, list of them, or pandas.DataFrame
        Whatever `newskit.iter_articles` reads.
    out : str or pathlib.Path
        The folder of the dataset, empty or not there; or one to go on with. On a cluster every
        worker has to see it under this name.
    only : str or iterable of str, optional
        Names of the tables, as `analyze` takes them; `articles`, `errors` and `counts` are
        always made.
        Tables of the whole corpus (`duplicates`, `repeated_quotes`, `corpus_speakers`, `cue_verbs`,
        `publishing_schedule`) are made in a second pass of what each part keeps for them;
        `repetitions` in memory, of all articles at once.
    engine : {"local", "dask"}
        "local": processes on this machine. "dask": the cluster of `client`.
    client : distributed.Client, optional
        For "dask": the client of any cluster. Without it, one is started on this machine.
    workers : int, optional
        Processes on this machine; without it one for each core. In a script, call this under
        ``if __name__ == "__main__":``, or with 1, which starts none.
    chunk : int
        Articles of a part, about. A worker holds one part at a time.
    resume : bool
        Go on with a dataset that is there. With False, one that is there is an error.
    progress : bool
        Show how many articles are done, how fast, and how long it will take.
    format, columns, timezone, publisher, outlets
        As `newskit.read_articles` takes them.

    Returns
    -------
    Dataset
        What `newskit.open_dataset` returns: tables by name, read when they are asked for.

    Raises
    ------
    InputError
        If `out` holds another corpus, other settings, or something else; the message names the
        difference. If an argument is not what is expected.
    ReadError
        If the source is not there.
    WriteError
        If a file cannot be written: the disk is full.
    EngineError
        If workers cannot be started, end again and again, or a cluster is lost.
    UnknownNameError
        If `only` names a table that there is not.
    MissingExtraError
        If pyarrow is not installed, or distributed for "dask".

    Warns
    -----
    UserWarning
        If an `article_id` of a table stands for more than one article: parts do not know of each
        other. `n_repeated_ids` in the manifest is their number.

    Examples
    --------
    >>> import tempfile
    >>> import newskit as nk
    >>> out = tempfile.mkdtemp()
    >>> articles = nk.load_example("harbor")
    >>> dataset = nk.analyze_dataset(articles, out, workers=1, progress=False)
    >>> dataset.table("speakers", columns=["article_id", "speaker"]).shape
    (61, 2)
    """
    _check(engine, client, workers, chunk)
    import_extra("pyarrow", "parquet", "A dataset")
    reading: dict[str, Any] = {
        "format": format,
        "columns": columns,
        "timezone": timezone,
        "publisher": publisher,
        "outlets": outlets,
    }
    given = {name: value for name, value in reading.items() if value is not None}
    of_parts, of_corpus = tables_wanted(only)
    settings = DatasetSettings(of_parts, of_corpus, chunk, given)
    folder = Path(out).absolute()
    # What can be gone through once only would be empty when it is gone through again.
    source = list(source) if isinstance(source, Iterator) else source
    _need_apart(folder, source)
    reader = task_of(source, **reading, on_error="row")
    # Before anything is written: a source that is not there leaves no folder.
    ready = [parts_of(source, chunk=chunk, task=reader)]
    begin(folder, settings, resume)
    run = _Run(source, ready, folder, settings, reader, engine, client, workers)
    try:
        run.make(progress)
        corpus = corpus_tables(folder, of_corpus, of_parts)
        repeated = repeated_ids(PartFiles.of_parts(folder, ()))
        finish(folder, settings, corpus, repeated.n)
    finally:
        clear_unfinished(folder)

    if repeated.n:
        warnings.warn(repeated.warning, stacklevel=2)

    return open_dataset(folder)


def _check(engine: str, client: Any, workers: int | None, chunk: int) -> None:
    if engine not in ENGINES:
        raise InputError(f"engine is {engine!r}; expected 'local' or 'dask'.")

    if client is not None and engine != "dask":
        raise InputError("client= is the client of a Dask cluster: say engine='dask', too.")

    for name, value in {"workers": workers, "chunk": chunk}.items():
        is_usual = name == "workers" and value is None
        if not is_usual and (not isinstance(value, int) or value < 1):
            raise InputError(f"{name} is {value!r}; expected a whole number from 1 up.")


def _need_apart(folder: Path, source: Any) -> None:
    """Raise an error where the tables would be written among the articles, and read as such."""
    sources = source if isinstance(source, list | tuple) else [source]
    for path in sources:
        if isinstance(path, str | Path) and is_place(path):
            lies_in_it = Path(path).is_dir() and folder.is_relative_to(Path(path).absolute())
            if lies_in_it:
                raise InputError(
                    f"{str(folder)!r} lies in the folder of the articles, {str(path)!r}, and would "
                    "be read as articles: give a folder beside it."
                )


class _Run(NamedTuple):
    """One call: where the tables go, and who makes them."""

    source: Any
    ready: list[Iterator[Part]]
    """Its parts, whose files have been looked for: to be gone through once."""
    folder: Path
    settings: DatasetSettings
    reader: Task
    engine: str
    client: Any
    workers: int | None

    def make(self, progress: bool) -> None:
        """Make the tables of every part that is not there yet."""
        task = PartTask(
            folder=self.folder,
            tables=self.settings.tables,
            corpus_tables=self.settings.corpus_tables,
            settings_key=self.settings.key(),
            versions=versions(),
            reader=self.reader,
        )
        with PartBar(self.source, progress) as bar:
            kept = self._kept(task, bar)
            new = (part for part in self._parts(bar) if part.number not in kept)
            for record in self._each(task, new):
                bar.update(record)

    def _kept(self, task: PartTask, bar: PartBar) -> set[int]:
        """Return the numbers of the parts that are finished, all of this corpus.

        Looked at before anything is added: it could be the folder of another one.
        """
        there = numbers_there(self.folder)
        kept: set[int] = set()
        if not there:
            return kept

        numbered = count()
        old = (part for part in self._parts(bar) if next(numbered) in there)
        for record in self._each(task.kept, old):
            if record is not None:
                kept.add(record.number)
                bar.update(record)

        n_parts = next(numbered)
        if max(there) >= n_parts:
            raise InputError(more_parts(self.folder, max(there) + 1, n_parts))

        return kept

    def _parts(self, bar: PartBar) -> Iterator[Part]:
        if self.ready:
            return bar.sized(self.ready.pop())

        return bar.sized(parts_of(self.source, chunk=self.settings.chunk, task=self.reader))

    def _each(self, task: Callable[[Any], Any], parts: Iterable[Any]) -> Iterator[Any]:
        n_workers = self.workers or usual_workers()
        if self.engine == "local":
            return in_processes(task, parts, n_workers)

        return in_dask(task, parts, self.client, n_workers)
