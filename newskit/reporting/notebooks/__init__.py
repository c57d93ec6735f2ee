"""A notebook as one safe HTML file: run, cleaned, the same bytes for the same input."""

from newskit.reporting.notebooks.export import export

__all__ = ["export"]
