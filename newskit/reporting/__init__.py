"""One HTML file out of an analysis: no script, no network, the same bytes for the same input."""

from newskit.reporting.page import report

__all__ = ["report"]
