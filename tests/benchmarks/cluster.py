"""How long a cluster takes for a collection, and what it costs: simulated, with stragglers and failures.

    python -m tests.benchmarks.cluster --articles 1e9 --machines 50

Each worker takes the next part when it has finished one, as `analyze_dataset` hands them out. A part takes its mean
time spread by a lognormal; a few are stragglers. Workers are lost at random (a machine taken away, memory): the part
that one was at is done again by another, from its beginning, and the worker comes back after a while.
"""

from __future__ import annotations

import argparse
import heapq
import math
import random
import sys
from typing import NamedTuple

HOUR = 3_600.0


class Cluster(NamedTuple):
    """What is assumed: change it on the command line."""

    articles: float = 1e8
    chunk: int = 20_000
    ms: float = 4.0  # of one core for an article of 500 words: read, analyzed, written
    kb: float = 3.7  # of an article in the source
    kb_out: float = 5.2  # of its tables
    machines: int = 20
    cores: int = 16
    price: float = 0.40  # dollars an hour of a machine
    price_gb: float = 0.02  # dollars a month of a gigabyte
    spread: float = 0.25  # sigma of the lognormal of a part
    stragglers: float = 0.01  # share of the parts
    slower: float = 8.0  # times, a straggler
    lost_every: float = 24.0  # hours of a worker between two losses
    back_after: float = 300.0  # seconds until it works again
    start: float = 180.0  # seconds until a machine works
    seed: int = 19


class Outcome(NamedTuple):
    """What came of it."""

    hours: float
    lost: int
    wasted: float
    """Share of the time of cores that went into parts which were done again."""
    idle: float
    """Share of it that workers waited for the last parts."""


def simulate(given: Cluster) -> Outcome:
    """Play one run through, from part to part."""
    draw = random.Random(given.seed)
    n_parts = math.ceil(given.articles / given.chunk)
    mean = given.chunk * given.ms / 1_000
    n_workers = given.machines * given.cores
    free = [given.start] * n_workers
    heapq.heapify(free)
    todo, lost, wasted, worked = n_parts, 0, 0.0, 0.0
    finished = given.start
    while todo:
        begin = heapq.heappop(free)
        seconds = mean * draw.lognormvariate(-(given.spread**2) / 2, given.spread)
        seconds *= given.slower if draw.random() < given.stragglers else 1
        survives = draw.expovariate(1 / (given.lost_every * HOUR))
        if survives < seconds:
            lost, wasted = lost + 1, wasted + survives
            heapq.heappush(free, begin + survives + given.back_after)
            continue
        todo -= 1
        worked += seconds
        finished = max(finished, begin + seconds)
        heapq.heappush(free, begin + seconds)
    total = finished * n_workers
    return Outcome(finished / HOUR, lost, wasted / total, 1 - (worked + wasted) / total)


def main() -> None:
    """Print one row of the table in docs/scale.md."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, value in Cluster()._asdict().items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    given = Cluster(**vars(parser.parse_args()))
    done = simulate(given)
    machine_hours = done.hours * given.machines
    stored = given.articles * (given.kb + given.kb_out) / 1e6
    n_parts = math.ceil(given.articles / given.chunk)
    told = [
        f"{given.articles:,.0f} articles in {n_parts:,} parts on {given.machines} machines of {given.cores} cores",
        f"{done.hours:.1f} hours, {machine_hours:,.0f} machine hours, {machine_hours * given.price:,.0f} dollars",
        f"{stored:,.0f} GB, {stored * given.price_gb:,.0f} dollars a month",
        f"{done.lost:,} workers lost, {done.wasted:.2%} done again, {done.idle:.1%} waited",
    ]
    sys.stdout.write("; ".join(told) + "\n")


if __name__ == "__main__":
    main()
