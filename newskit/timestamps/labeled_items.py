"""Cut a stamp line at its labels: what stands behind "Published", and what behind "Updated"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from newskit.timestamps.grammar import printed_items
from newskit.timestamps.items import Ago, Clock, Day, Item, Label
from newskit.timestamps.scan import scan

Kind = TypeVar("Kind", Day, Clock, Ago)


class LabeledItems(NamedTuple):
    """The first day, the first clock and the first age that stand behind one label."""

    day: Day | None = None
    clock: Clock | None = None
    ago: Ago | None = None


def labeled_items(line: str) -> dict[str, LabeledItems]:
    """Return what a line says of `published` and `updated`, where it says anything."""
    labels: list[str] = ["published"]  # what stands before the first label
    groups: list[list[Item]] = [[]]
    for printed in printed_items(scan(line)):
        if isinstance(printed.item, Label):
            labels.append(printed.item.field)
            groups.append([])
        else:
            groups[-1].append(printed.item)

    parts = [
        LabeledItems(_first(items, Day), _first(items, Clock), _first(items, Ago))
        for items in groups
    ]
    # Only what stands before the first label can belong to the next one.
    if labels[1:2] == ["updated"]:
        parts[:2] = _hand_on_the_day(*parts[:2])

    # A page that prints both times without a label, and was not changed.
    if len(labels) == 1 and _is_said_twice(groups[0]):
        labels, parts = ["published", "updated"], parts * 2

    said = [(label, part) for label, part in zip(labels, parts, strict=True) if any(part)]
    return dict(reversed(said))  # of two parts with the same label, the first counts


def _is_said_twice(items: list[Item]) -> bool:
    """Say whether a line is one day with its clock, and the same once more."""
    n = len(items) // 2
    kinds = [type(item) for item in items[:n]]
    return sorted(kinds, key=str) == [Clock, Day] and items[:n] == items[n:]


def _first(items: Iterable[Item], kind: type[Kind]) -> Kind | None:
    return next((item for item in items if isinstance(item, kind)), None)


def _hand_on_the_day(head: LabeledItems, update: LabeledItems) -> tuple[LabeledItems, LabeledItems]:
    """Give the day before the first label to the update, where the update has a clock only."""
    match head, update:
        # "July 24, 2014 -- Updated 1207 GMT": nothing says when it was published.
        case LabeledItems(day=Day() as day, clock=None), LabeledItems(day=None, clock=Clock()):
            return head._replace(day=None), update._replace(day=day)

    return head, update
