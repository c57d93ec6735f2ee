"""The extra `excel`: articles are written and read."""

import newskit as nk

path = nk.write_articles(nk.load_example(), "articles.xlsx")
assert nk.read_articles(path).equals(nk.load_example())
