"""What the forms of archives do with lists: the first place of something, and dividing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import TypeVar

_Item = TypeVar("_Item")
_Whole = TypeVar("_Whole", str, list[str])


def first_at(
    items: Sequence[_Item],
    is_it: Callable[[_Item], object],
    begin: int = 0,
) -> int | None:
    """Return the first place from `begin` on whose item is it; None for none.

    >>> first_at(["a", "1", "2"], str.isdigit), first_at(["a"], str.isdigit)
    (1, None)
    """
    for place in range(begin, len(items)):
        if is_it(items[place]):
            return place

    return None


def first_of(
    items: Sequence[_Item],
    is_it: Callable[[_Item], object],
) -> _Item | None:
    """Return the first item that is it; None for none."""
    place = first_at(items, is_it)
    return None if place is None else items[place]


def kept(items: Iterable[str]) -> list[str]:
    """Return the lines that are not blank, without the blanks around them."""
    return list(filter(None, map(str.strip, items)))


def n_at_start(
    items: Iterable[_Item],
    is_it: Callable[[_Item], object],
) -> int:
    """Return how many items at the beginning are it.

    >>> n_at_start("12a3", str.isdigit)
    2
    """
    return len(list(takewhile(is_it, items)))


def divided_at(whole: _Whole, begins: Sequence[int]) -> list[_Whole]:
    """Return the parts that begin at these places; what stands before the first is left out.

    >>> divided_at("xabcd", [1, 3])
    ['ab', 'cd']
    """
    ends = [*begins[1:], len(whole)]
    return [whole[begin:end] for begin, end in zip(begins, ends, strict=False)]
