"""The extra `lab`: a notebook of the lesson can be opened and turned into HTML."""

import jupyterlab
import nbconvert
import nbformat
import nh3

import newskit as nk

notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# A lesson")])
html, _ = nbconvert.HTMLExporter().from_notebook_node(notebook)
assert "A lesson" in nh3.clean(html)
assert jupyterlab.__version__
assert "article" in nk.highlight(nk.load_example())._repr_html_()
