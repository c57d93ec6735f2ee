"""Sphinx configuration. Nothing here, and nothing it calls, uses the network."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "_ext"))

import executed  # noqa: E402
import generated_pages  # noqa: E402

import newskit  # noqa: E402

# Before Sphinx looks for files: the pages that are made from the code, and the notebooks with their outputs.
generated_pages.write(HERE / "generated")
for notebook in sorted((HERE.parent / "notebooks").glob("*.ipynb")):
    executed.executed(notebook)

project = "newskit"
author = "newskit contributors"
copyright = "newskit contributors"
version = release = newskit.__version__

extensions = ["sphinx.ext.autodoc", "numpydoc", "myst_nb"]
exclude_patterns = ["_build", "_ext", "generated"]
source_suffix = {".md": "myst-nb", ".ipynb": "myst-nb"}
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "off"  # executed.py has run them, or the tests have

autodoc_typehints = "none"  # numpydoc's Parameters say it
autodoc_member_order = "bysource"
numpydoc_show_class_members = False
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = f"newskit {release}"
html_static_path = ["_static"]
html_show_sphinx = False
html_copy_source = False
