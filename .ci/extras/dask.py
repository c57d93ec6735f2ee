"""The extra `dask`: the tables of a dataset, made on a cluster of processes."""

from pathlib import Path

import newskit as nk

if __name__ == "__main__":
    articles = nk.load_example("harbor")
    one = nk.analyze_dataset(articles, "one", workers=1, chunk=12, progress=False)
    two = nk.analyze_dataset(articles, "two", engine="dask", workers=2, chunk=12, progress=False)
    assert two.table("quotes").equals(one.table("quotes"))
    assert Path("one/manifest.json").read_bytes() == Path("two/manifest.json").read_bytes()
