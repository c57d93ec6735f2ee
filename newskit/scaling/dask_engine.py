"""Parts on a cluster of Dask: whatever client is given, on one machine or on many."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from newskit.errors import EngineError, InputError, NewskitError, import_extra
from newskit.scaling.local_engine import died

AHEAD = 2
"""Parts for each thread of the cluster: one is done, one waits, so that no worker is idle."""
_LOST = (
    "The Dask cluster does not answer any more ({why}). What is finished is kept: connect to a "
    "cluster, and call analyze_dataset again with the same arguments."
)


def in_dask(
    task: Callable[[Any], Any], parts: Iterable[Any], client: Any, workers: int
) -> Iterator[Any]:
    """Do a task with every part on a cluster, and return what it answers, as it comes.

    Raises
    ------
    EngineError
        If the cluster is lost, or a part ends several of its workers.
    """
    distributed = import_extra("distributed", "dask", "engine='dask'")
    with _client(distributed, client, workers) as used:
        yield from _answers(distributed, task, iter(parts), used)


@contextmanager
def _client(distributed: Any, client: Any, workers: int) -> Iterator[Any]:
    """Use the client that was given, or a cluster of processes on this machine."""
    if client is not None:
        if not isinstance(client, distributed.Client):
            got = type(client).__name__
            raise InputError(
                f"client is {got}; expected a distributed.Client: Client('tcp://...')."
            )

        yield client
        return

    own = distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None
    )
    with own as cluster, distributed.Client(cluster) as made:
        yield made


def _answers(
    distributed: Any, task: Callable[[Any], Any], parts: Iterator[Any], client: Any
) -> Iterator[Any]:
    # Its own loop: the client need not be the default one.
    done = distributed.as_completed(loop=client.loop)
    names: dict[str, str] = {}
    run = uuid.uuid4().hex  # another dataset may be made on the same cluster
    try:
        while True:
            if client.status != "running":
                raise EngineError(_LOST.format(why=f"the client is {client.status}"))

            # Asked each time: an adaptive cluster grows and shrinks.
            wanted = AHEAD * max(1, sum(client.nthreads().values())) - done.count()
            for part in islice(parts, max(0, wanted)):
                future = client.submit(task, part, key=f"newskit-{run}-{part.number}", pure=False)
                names[future.key] = part.name
                done.add(future)

            if not done.count():
                return

            future = next(done)
            yield _answer(distributed, future, names.pop(future.key))
    except NewskitError:
        raise
    except (OSError, TimeoutError, RuntimeError) as err:
        raise EngineError(_LOST.format(why=f"{type(err).__name__}: {err}")) from err
    finally:
        done.clear()


def _answer(distributed: Any, future: Any, name: str) -> Any:
    if future.cancelled():
        raise EngineError(_LOST.format(why="the work was cancelled"))

    try:
        return future.result()
    except distributed.KilledWorker as err:
        raise EngineError(died(name)) from err
