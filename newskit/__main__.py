"""Lets `python -m newskit` do what the command `newskit` does."""

from __future__ import annotations

import sys

from newskit.cli import main

sys.exit(main())
