"""What the template shows of a corpus."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit.grouping import own_clock
from newskit.html import plural
from newskit.reporting.corpus.corpus import Corpus, Made, corpus_of
from newskit.reporting.corpus.listing import listing
from newskit.reporting.corpus.sections import quoted_shares, sections
from newskit.reporting.corpus_caveats import corpus_caveats
from newskit.tables import QUOTED_KINDS


def corpus_view(made: Made, by: Any) -> dict[str, Any]:
    """Gather it: tiles, what speaks against the numbers, sections, the list."""
    corpus = corpus_of(made, by)
    return {
        "glance": _glance(corpus),
        "caveats": [*corpus_caveats(made), *_left_out(corpus)],
        "sections": sections(corpus),
        "listing": listing(corpus, quoted_shares(corpus)),
    }


def _left_out(corpus: Corpus) -> list[str]:
    n_more = corpus.n_groups - len(corpus.names)
    if n_more <= 0:
        return []
    shown = len(corpus.names) - 1
    return [
        f"Of {corpus.n_groups:,} groups by {corpus.key} the {shown} with most articles have a row "
        "of their own; all others are one row together."
    ]


def _glance(corpus: Corpus) -> list[dict[str, str]]:
    """Return the few numbers that stand at the top."""
    made = corpus.made
    said = made["quotes"][made["quotes"]["kind"].isin(QUOTED_KINDS)]
    counts = made["counts"]
    numbers = {
        "articles": len(corpus.articles),
        f"groups by {corpus.key}": corpus.n_groups,
        "words": int(counts["n_words"].sum()),
        "sentences": int(counts["n_sentences"].sum()),
        f"quotations, {plural(said['speaker'].nunique(), 'named speaker')}": len(said),
    }
    told = [{"value": f"{value:,}", "name": name} for name, value in numbers.items()]
    return [*told, *_days(corpus.articles)]


def _days(articles: pd.DataFrame) -> list[dict[str, str]]:
    days = own_clock(articles).dropna()
    if days.empty:
        return []
    first, last = days.min(), days.max()
    n_days = (last.normalize() - first.normalize()).days + 1
    return [{"value": f"{n_days:,}", "name": f"days, {first:%Y-%m-%d} to {last:%Y-%m-%d}"}]
