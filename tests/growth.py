"""How long things take, as ratios to something measured in the same run: a machine may be slow, or busy."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable
from functools import cache

EIGHTH = 8
# Linear work takes 8 times as long for the whole as for an eighth of it, quadratic work 64 times.
LIMIT = 28
AGAIN = 2
GRAIN = 0.02  # seconds: less than this is noise of the clock


def spent(work: Callable[[], object]) -> float:
    """Return the processor time of one run, without the collector: it goes through all that other tests have left."""
    is_on = gc.isenabled()
    gc.disable()
    begin = time.process_time()
    try:
        work()
        return time.process_time() - begin
    finally:
        if is_on:
            gc.enable()


def assert_linear(work: Callable[[str], object], text: str) -> None:
    """Fail if a text takes much more than eight times as long as its first eighth."""
    part = text[: len(text) // EIGHTH]
    work(part)
    small = max(spent(lambda: work(part)), GRAIN)
    large = spent(lambda: work(text))
    # A busy machine, or the collector in a large process, makes one run slow; what is quadratic is slow each time.
    for _ in range(AGAIN):
        if large < LIMIT * small:
            return
        large = min(large, spent(lambda: work(text)))
    assert large < LIMIT * small, f"{len(part):,} characters took {small:.3f} s, {len(text):,} took {large:.3f} s"


@cache
def yardstick() -> float:
    """Return what this machine needs to find two million words: about a third of a second on a laptop."""
    text = "word " * 2_000_000
    return min(spent(lambda: re.findall(r"\w+", text)) for _ in range(3))
