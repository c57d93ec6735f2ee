"""A property that is worked out once: as functools.cached_property, without its lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """Keeps what a method returns under its name in the object, which is found first from then on.

    In Python 3.11 the lock of cached_property costs more than most of what an entity is asked.
    """

    def __init__(
        self,
        work: Callable[[Any], T],
    ) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    def __get__(
        self,
        thing: Any,
        kind: type | None = None,
    ) -> T:
        """Work the value out and keep it."""
        value = thing.__dict__[self._name] = self._work(thing)
        return value
