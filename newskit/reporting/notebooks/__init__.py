"""A notebook as one safe HTML file: run, cleaned, the same bytes for the same input."""

from newskit.reporting.notebooks.export import export
from newskit.reporting.notebooks.need import SECONDS_A_CELL, need_running
from newskit.reporting.notebooks.notebook_file import NotebookFile, read_notebook
from newskit.reporting.notebooks.parameters import tags_of

__all__ = ["SECONDS_A_CELL", "NotebookFile", "export", "need_running", "read_notebook", "tags_of"]
