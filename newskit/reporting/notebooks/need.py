"""Say which package is missing before anything runs: the notebooks stand on the extra `lab`."""

from __future__ import annotations

from newskit.errors import InputError, import_extra

SHOWS = ("nbformat", "nh3", "mistune", "pygments", "latex2mathml")
RUNS = ("nbformat", "nbclient", "ipykernel")
SECONDS_A_CELL = 300.0


def need_showing() -> None:
    """Raise the error for a package that shows a notebook, if one is missing."""
    for package in SHOWS:
        import_extra(package, "lab", "Exporting a notebook")


def need_running(timeout: float) -> None:
    """Raise the error for a package that runs a notebook, or for a time that cannot be kept."""
    for package in RUNS:
        import_extra(package, "lab", "Running a notebook")

    if not timeout > 0:
        raise InputError(f"timeout={timeout!r}: the seconds that a cell may take are more than 0.")
