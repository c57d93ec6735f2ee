"""Errors that say what was wrong, what was received, and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

__all__ = [
    "EngineError",
    "InputError",
    "MissingExtraError",
    "NewskitError",
    "NotMadeError",
    "NotebookError",
    "ReadError",
    "UnknownAttributeError",
    "UnknownNameError",
    "WriteError",
]

ALIKE = 0.6  # difflib's ratio: "speakrs" has .93 with speakers, "text" .4 with sentences


class NewskitError(Exception):
    """Every error that newskit raises on purpose."""


class InputError(NewskitError, ValueError):
    """A value, a column or a frame is not what the function needs."""


class ReadError(NewskitError, OSError):
    """A file or folder could not be read."""


class WriteError(NewskitError, OSError):
    """A file could not be written, and nothing of it is there."""


class EngineError(NewskitError, RuntimeError):
    """Worker processes, or the cluster that work was given to, do not answer any more."""


class UnknownNameError(NewskitError, LookupError):
    """A measure, table, lexicon or example of that name does not exist."""


class NotebookError(NewskitError):
    """A cell of a notebook raised an error, ran too long or ended its kernel."""


class NotMadeError(NewskitError, AttributeError):
    """A table of an analysis was not asked for; the message says how to make it."""


class UnknownAttributeError(NewskitError, AttributeError):
    """An attribute of that name does not exist; the message names the nearest.

    The nearest name is looked for when the message is read: Python asks modules for many names
    that they do not have, while they are being imported.
    """

    def __init__(self, owner: str, name: str, known: Callable[[], Iterable[str]]) -> None:
        """Keep the names as a function that gives them."""
        super().__init__(name)
        self._owner, self._missing, self._known = owner, name, known

    def __str__(self) -> str:
        """Say what is missing, and what may be meant."""
        hint = did_you_mean(self._missing, self._known())
        return f"{self._owner} has no attribute {self._missing!r}.{hint}"


class MissingExtraError(NewskitError, ImportError):
    """An optional package is needed; the message names the command that installs it."""


def nearest(name: object, known: Iterable[str]) -> str | None:
    """Return the name of `known` that is most like `name`, if one is.

    Capitals do not count, and of a dotted name (times.outlets) the last part is enough.

    >>> nearest("Speakr", ["quotes", "speaker"]), nearest("outlets", ["times.outlets"])
    ('speaker', 'times.outlets')
    """
    spelled: dict[str, str] = {}
    for full in known:
        for spelling in (full.lower(), full.lower().rpartition(".")[2]):
            spelled.setdefault(spelling, full)

    close = difflib.get_close_matches(str(name).lower(), spelled, n=1, cutoff=ALIKE)
    return spelled[close[0]] if close else None


def did_you_mean(name: object, known: Iterable[str]) -> str:
    """Return the question that follows a name that is not known, or nothing.

    >>> did_you_mean("speakrs", ["quotes", "speakers"])
    " Did you mean 'speakers'?"
    """
    near = nearest(name, known)
    return f" Did you mean {near!r}?" if near else ""


def unknown_name(
    kind: str,
    name: object,
    known: Iterable[str],
) -> UnknownNameError:
    """Make the error for a name that is not in `known`, with the nearest one that is."""
    names = sorted(known)
    hint = did_you_mean(name, names)
    return UnknownNameError(f"There is no {kind} named {name!r}.{hint} Known: {', '.join(names)}.")


def only_has(owner: str, names: Iterable[str]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a module that has these public names and no other."""

    def missing(name: str) -> NoReturn:
        raise UnknownAttributeError(owner, name, lambda: names)

    return missing


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
