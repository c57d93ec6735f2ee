"""The extra `lab`: a notebook of the lesson can be opened, run and turned into a page."""

import json
from pathlib import Path

import jupyterlab

import newskit as nk

source = "import newskit as nk\nnk.highlight(nk.load_example())"
code = {"cell_type": "code", "id": "b", "source": source, "metadata": {}}
code |= {"outputs": [], "execution_count": None}
prose = {"cell_type": "markdown", "id": "a", "source": "# A lesson\n\n$W/S$", "metadata": {}}
lesson = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [prose, code]}
Path("lesson.ipynb").write_text(json.dumps(lesson))
html = nk.export("lesson.ipynb", progress=False).read_text(encoding="utf-8")
assert all(part in html for part in ("A lesson</h1>", 'class="nk-article', "<math"))
assert jupyterlab.__version__
