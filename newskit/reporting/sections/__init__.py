"""The sections on one article: a plot, the table behind it, and what the numbers do not mean.

Each file has `TABLES`, what it needs, and `section(row, mine)`, which makes the section from an
article and its part of each table.
"""

from types import ModuleType

from newskit.reporting.sections import quotes, readability, sentiment, timeline

# In the order of the page.
SECTIONS: tuple[ModuleType, ...] = (readability, sentiment, timeline, quotes)
NEEDED = frozenset(name for module in SECTIONS for name in module.TABLES)

__all__ = ["NEEDED", "SECTIONS"]
