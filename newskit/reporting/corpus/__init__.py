"""The report on a corpus: one page that could be printed, by outlet or month, with intervals.

`corpus.py` sorts the articles into groups and sums their tables up, `sections/` has a file for each
section, `strips.py` draws, `listing.py` lists the articles.
"""
