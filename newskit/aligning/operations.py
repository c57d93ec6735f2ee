"""What became of each sentence: unchanged, edited, added, deleted, moved, split or merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from newskit.aligning.order import moved_links
from newskit.aligning.sides import Link, Side

Operation = Literal["unchanged", "edited", "added", "deleted", "moved", "split", "merged"]


class Step(NamedTuple):
    """What became of a sentence: its numbers (None where there is none), and the link."""

    operation: Operation
    old: int | None
    new: int | None
    link: Link | None = None
    direction: str | None = None


def operations(
    old: Side,
    new: Side,
    links: Sequence[Link],
) -> list[Step]:
    """Return one step per link, and one per sentence without a link, in order of the new version.

    What was deleted stands behind what it followed.
    """
    moved = moved_links(old, links)
    n_old, n_new = (
        Counter(link.old for link in links),
        Counter(link.new for link in links),
    )
    steps = [
        _linked(old, new, link, n_old[link.old], n_new[link.new], moved.get(n))
        for n, link in enumerate(links)
    ]
    added = [
        Step("added", None, n) for n in range(len(new)) if not n_new[n]
    ]
    deleted = [
        Step("deleted", n, None)
        for n in range(len(old))
        if not n_old[n]
    ]
    return _in_order([*steps, *added], deleted)


def _linked(
    old: Side,
    new: Side,
    link: Link,
    n_old: int,
    n_new: int,
    direction: str | None,
) -> Step:
    if n_old > 1:
        return Step("split", link.old, link.new, link)

    if n_new > 1:
        return Step("merged", link.old, link.new, link)

    if direction:
        return Step("moved", link.old, link.new, link, direction)

    is_same = old.keys[link.old] == new.keys[link.new]
    return Step("unchanged" if is_same else "edited", link.old, link.new, link)


def _in_order(steps: list[Step], deleted: list[Step]) -> list[Step]:
    """Put the steps in the order of the new version, and what was deleted where it stood."""
    place = {
        step.old: step.new for step in steps if step.old is not None
    }
    keyed = [
        ((step.new or 0, 0, step.old or 0), step) for step in steps
    ]
    last = -1
    for step in deleted:
        n = step.old or 0
        behind = place.get(n - 1)
        # Several in a row stand behind what the first of them followed.
        last = last if behind is None else behind
        keyed.append(((last, 1, n), step))

    return [step for _, step in sorted(keyed, key=lambda pair: pair[0])]
