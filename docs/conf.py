"""Sphinx configuration. Nothing here, and nothing it calls, uses the network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "_ext"))

import architecture_picture  # noqa: E402
import executed  # noqa: E402
import gallery  # noqa: E402
import generated_pages  # noqa: E402
from numpydoc.docscrape import NumpyDocString  # noqa: E402

import newskit  # noqa: E402

# Before Sphinx looks for files: the pages that are made from the code, and the notebooks with their outputs.
generated_pages.write(HERE / "generated")
(HERE / "generated" / "architecture.svg").write_text(architecture_picture.svg(), encoding="utf-8")
(HERE / "generated" / "gallery.md").write_text(gallery.write(HERE / "generated" / "gallery"), encoding="utf-8")
for notebook in sorted((HERE.parent / "notebooks").glob("*.ipynb")):
    executed.executed(notebook)

project = "newskit"
author = "newskit contributors"
copyright = "newskit contributors"
version = release = newskit.__version__

extensions = ["sphinx.ext.autodoc", "numpydoc", "myst_nb", "folded", "reachable"]
# The paper is set by its journal, whose citations Sphinx does not know.
exclude_patterns = ["_build", "_ext", "generated", "paper.md"]
source_suffix = {".md": "myst-nb", ".ipynb": "myst-nb"}
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "off"  # executed.py has run them, or the tests have

autodoc_typehints = "none"  # numpydoc's Parameters say it
autodoc_member_order = "bysource"
numpydoc_show_class_members = False
NumpyDocString.sections["Source"] = ""  # where a formula or a rule is from; see setup()
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = f"newskit {release}"
html_static_path = ["_static"]
html_css_files = ["tables.css"]
html_js_files = ["filter.js"]
html_show_sphinx = False
html_copy_source = False


def _source_is_a_reference(app: object, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Show a section Source as numpydoc shows References."""
    for i in range(len(lines) - 1):
        if lines[i].strip() == "Source" and set(lines[i + 1].strip()) == {"-"}:
            lines[i : i + 2] = ["References", "----------"]


def setup(app: Any) -> None:
    """Let the docstrings pass through before numpydoc (500) reads them."""
    app.connect("autodoc-process-docstring", _source_is_a_reference, priority=400)
