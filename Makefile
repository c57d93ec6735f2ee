# What a contributor runs. `make setup` first, inside a virtual environment (python -m venv .venv).
PYTHON ?= python

.PHONY: setup check test docs notebooks report

setup:      ## install newskit and everything needed to work on it
	$(PYTHON) -m pip install --upgrade "pip>=25.1"
	$(PYTHON) -m pip install --editable . --group dev

check:      ## lint, types, import layers
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	lint-imports

test:       ## tests, doctests, the README
	$(PYTHON) -m pytest

docs:       ## the documentation, warnings are errors
	$(PYTHON) -m sphinx -W --keep-going -b html docs docs/_build/html

notebooks:  ## run the notebooks (the docs then reuse what came out)
	$(PYTHON) -m pytest tests/test_notebooks.py

report:     ## the report on the sample article
	newskit report data/zelenskyy-nato-2024-11-30.txt -o report.html
