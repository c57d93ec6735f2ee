"""Errors that say what was wrong, what was received, and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from importlib import import_module
from types import ModuleType

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


def unknown_name(
    kind: str,
    name: object,
    known: Iterable[str],
) -> UnknownNameError:
    """Make the error for a name that is not in `known`, with the nearest one that is."""
    names = sorted(known)
    close = difflib.get_close_matches(str(name), names, n=1, cutoff=0.5)
    hint = f" Did you mean {close[0]!r}?" if close else ""
    return UnknownNameError(f"There is no {kind} named {name!r}.{hint} Known: {', '.join(names)}.")


def missing_extra(
    package: str, extra: str | None, what: str, cause: Exception | None = None
) -> MissingExtraError:
    """Make the error for a package that is not installed, or that cannot be imported.

    The command names the package, not newskit's extra: newskit may not come from an index.
    """
    is_missing = cause is None or isinstance(cause, ModuleNotFoundError)
    if is_missing:
        missing = getattr(cause, "name", None) or package
        package = missing.partition(".")[0]
        why, command = "", f"Install it with: python -m pip install {package}"
    else:
        why = f", but importing it fails ({type(cause).__name__}: {cause})"
        command = f"Install it again with: python -m pip install --force-reinstall {package}"

    home = f" (newskit's extra {extra!r} has it)" if extra else ""
    return MissingExtraError(f"{what} needs the package {package!r}{why}. {command}{home}")


def import_extra(package: str, extra: str | None, what: str) -> ModuleType:
    """Import a package that not everybody has.

    Raises
    ------
    MissingExtraError
        If it, or what it imports itself, is not installed or is broken.
    """
    try:
        return import_module(package)
    except Exception as err:  # a broken package raises whatever it likes
        raise missing_extra(package, extra, what, err) from err
