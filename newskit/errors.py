"""Errors that say what was wrong, what was received, and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = [
    "InputError",
    "MissingExtraError",
    "NewskitError",
    "NotMadeError",
    "ReadError",
    "UnknownNameError",
]


class NewskitError(Exception):
    """Every error that newskit raises on purpose."""


class InputError(NewskitError, ValueError):
    """A value, a column or a frame is not what the function needs."""


class ReadError(NewskitError, OSError):
    """A file or folder could not be read."""


class UnknownNameError(NewskitError, LookupError):
    """A measure, table, lexicon or example of that name does not exist."""


class NotMadeError(NewskitError, AttributeError):
    """A table of an analysis was not asked for; the message says how to make it."""


class MissingExtraError(NewskitError, ImportError):
    """An optional package is needed; the message names the command that installs it."""


def unknown_name(kind: str, name: object, known: Iterable[str]) -> UnknownNameError:
    """Make the error for a name that is not in `known`, with the nearest one that is."""
    names = sorted(known)
    close = difflib.get_close_matches(str(name), names, n=1, cutoff=0.5)
    hint = f" Did you mean {close[0]!r}?" if close else ""
    return UnknownNameError(f"There is no {kind} named {name!r}.{hint} Known: {', '.join(names)}.")


def missing_extra(package: str, extra: str, what: str) -> MissingExtraError:
    """Make the error for an optional package that is not installed."""
    return MissingExtraError(
        f"{what} needs the package {package!r}. "
        f"Install it with: python -m pip install 'newskit[{extra}]'"
    )
