"""The extra `parquet`: articles are written and read."""

import newskit as nk

path = nk.write_articles(nk.load_example(), "articles.parquet")
assert nk.read_articles(path)["headline"].equals(nk.load_example()["headline"])
