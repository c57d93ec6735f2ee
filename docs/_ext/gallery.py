"""Draws every plot from the code that stands beside it on the page."""

from __future__ import annotations

from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

import newskit as nk

# One article, and the paragraphs of two as a corpus of two outlets: enough to draw every plot.
BEFORE = """
article = nk.load_example("ferry")
quotes = nk.quotes(article)
timeline = nk.timeline(article)
codes = {"tone": ["negative", "neutral", "positive"]}
sentiment = nk.sentiment(nk.load_example("harbor"), unit="sentence")
validation = nk.coding.validate(sheets, sentiment, codes=codes, column="compound")
versions = nk.revisions.versions(nk.load_example("harbor-versions"))
changes = nk.revisions.changes(versions)
"""
CODE = {
    "readability": "nk.plots.readability(nk.readability(article))",
    "sentiment": 'nk.plots.sentiment(nk.sentiment(article, unit="sentence"))',
    "timeline": "nk.plots.timeline(timeline)",
    "quotes": "nk.plots.quotes(quotes)",
    "speakers": "nk.plots.speakers(nk.speakers(quotes))",
    "cue_verbs": "nk.plots.cue_verbs(nk.cue_verbs(quotes))",
    "time_horizon": "nk.plots.time_horizon(nk.times.time_horizon(timeline))",
    "publishing_schedule": "nk.plots.publishing_schedule(nk.times.publishing_schedule(articles))",
    "groups": 'nk.plots.groups(nk.quotes(articles, by="publisher", interval=True), "quoted_share")',
    "differences": 'nk.plots.differences(nk.differences(articles, "readability", by="publisher"))',
    "keyness": 'nk.plots.keyness(nk.keyness(articles, by="publisher"))',
    "compared_people": "nk.plots.compared_people(nk.compare(both).people)",
    "agreement": "nk.plots.agreement(nk.coding.agreement(sheets, codes=codes))",
    "validation_confusion": "nk.plots.validation_confusion(validation.confusion)",
    "versions": "nk.plots.versions(versions)",
    "changes": "nk.plots.changes(changes, versions=versions)",
    "deltas": "nk.plots.deltas(nk.revisions.deltas(versions))",
    "lexicon_comparison": 'nk.plots.lexicon_comparison(nk.lexicons.compare("vader", "news"))',
}
BY_GROUP = {
    "readability by outlet": 'nk.plots.readability(nk.readability(articles, by="publisher", interval=True))',
    "sentiment by outlet": 'nk.plots.sentiment(nk.sentiment(articles, by="publisher", interval=True))',
}


def corpus() -> pd.DataFrame:
    """Return the paragraphs of the two examples as articles of two outlets, a few hours from each other."""
    parts = []
    for name, outlet in (("ferry", "The Pell Tribune"), ("school", "The Orrin Review")):
        texts = nk.load_example(name)["text"].iloc[0].split("\n\n")
        parts.append(pd.DataFrame({"text": texts, "publisher": outlet}))
    articles = pd.concat(parts, ignore_index=True)
    hours = pd.to_timedelta([17 * n for n in range(len(articles))], unit="h")
    return articles.assign(published_local=pd.Timestamp("2024-09-02 06:40") + hours)


def write(folder: Path) -> str:
    """Draw every plot into the folder, and return the page that shows them."""
    folder.mkdir(parents=True, exist_ok=True)
    both = pd.concat([nk.load_example("ferry"), nk.load_example("school")])
    sheets = sorted((Path(__file__).parents[1] / "_static" / "coding").glob("tone_*.csv"))
    known = {"nk": nk, "articles": corpus(), "both": both, "sheets": sheets}
    exec(BEFORE, known)
    parts = [f"Before all of them:\n\n```python\nimport newskit as nk\n{BEFORE}```"]
    with plt.style.context("default"), plt.rc_context({"svg.hashsalt": "newskit"}):
        for name, code in {**CODE, **BY_GROUP}.items():
            ax = eval(code, known)
            _save(ax.get_figure(), folder / f"{name.replace(' ', '_')}.svg")
            parts.append(_entry(name, code))
    return "\n\n".join(parts) + "\n"


def _save(figure: Figure, path: Path) -> None:
    # Seven thousand points are two megabytes as drawings, and forty kilobytes as a picture.
    for ax in figure.axes:
        for points in ax.collections:
            points.set_rasterized(len(points.get_offsets()) > 1_000)
    figure.savefig(path, format="svg", dpi=110, metadata={"Date": None, "Creator": None})
    plt.close(figure)


def _entry(name: str, code: str) -> str:
    function = getattr(nk.plots, name, None)
    meaning = (function.__doc__ or "").splitlines()[0] if function else "The same plot of a table by group."
    file = f"generated/gallery/{name.replace(' ', '_')}.svg"
    picture = f"```{{image}} {file}\n:alt: {name}: {meaning}\n:width: 100%\n```"
    return f"## {name.replace('_', ' ').capitalize()}\n\n{meaning}\n\n```python\n{code}\n```\n\n{picture}"
