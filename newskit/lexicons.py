"""Word lists: which ones newskit has, each as a table, and two of them side by side.

nk.lexicons.catalog()              # the lists, with source and licence
nk.lexicons.load("dale_chall")     # one list, as a table
nk.lexicons.compare()              # VADER's list and newskit's list for news
"""

from newskit.analyses.sentiment.lexicon_comparison import compare
from newskit.errors import only_has
from newskit.word_lists.catalog import catalog, load

__all__ = ["catalog", "compare", "load"]

__getattr__ = only_has(__name__, __all__)
