"""What an analysis found, in a few words: for its repr, and for the head of a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from newskit.analyses.readability.grades import grades
from newskit.html import MINUS, clock_text, plural
from newskit.tables import QUOTED_KINDS

Made = Mapping[str, pd.DataFrame]


def findings(made: Made) -> list[str]:
    """Say what was found, one finding an entry; what was not measured is left out.

    Counts are summed over the articles first and scored then.
    """
    told = (tell(made) for tell in _TELLERS)
    return [finding for finding in told if finding]


def _unread(made: Made) -> str:
    errors = made["articles"].get("error")
    n = 0 if errors is None else int(errors.notna().sum())
    return f"{plural(n, 'article')} could not be read" if n else ""


def _outlets(made: Made) -> str:
    publishers = made["articles"].get("publisher")
    n = 0 if publishers is None else publishers.nunique()
    return plural(n, "outlet") if n > 1 else ""


def _length(made: Made) -> str:
    counts = _counts(made)
    if counts is None:
        return ""
    n_words, n_sentences = (int(counts[name].sum()) for name in ("n_words", "n_sentences"))
    return f"{plural(n_words, 'word')} in {plural(n_sentences, 'sentence')}"


def _counts(made: Made) -> pd.DataFrame | None:
    for name in ("counts", "readability"):
        if name in made and {"n_words", "n_sentences"} <= set(made[name].columns):
            return made[name]
    return None


def _grades(made: Made) -> str:
    if "counts" not in made:
        return ""
    total = made["counts"].sum(numeric_only=True).to_frame().T
    said = grades(total).iloc[0]
    if not said["n_measures"]:
        return ""
    low, high = (f"{said[end]:.1f}".replace("-", MINUS) for end in ("grade_low", "grade_high"))
    return f"school grades {low} to {high} by {plural(int(said['n_measures']), 'formula')}"


def _quotations(made: Made) -> str:
    if "quotes" not in made:
        return ""
    said = made["quotes"][made["quotes"]["kind"].isin(QUOTED_KINDS)]
    speakers = plural(said["speaker"].nunique(), "named speaker")
    return f"{plural(len(said), 'quotation')}, {speakers}"


def _timestamps(made: Made) -> str:
    articles = made["articles"]
    stamps = {kind: articles.get(f"{kind}_local") for kind in ("published", "updated")}
    known = {
        kind: times.dropna()
        for kind, times in stamps.items()
        if times is not None and pd.api.types.is_datetime64_any_dtype(times.dtype)
    }
    known = {kind: times for kind, times in known.items() if len(times)}
    if len(articles) == 1:
        return ", ".join(f"{kind} {_moment(articles, kind)}" for kind in known)
    if "published" not in known:
        return ""
    first, last = known["published"].min(), known["published"].max()
    without = len(articles) - len(known["published"])
    undated = f", {without:,} without a day" if without else ""
    until = "" if _day(first) == _day(last) else f" to {_day(last)}"
    return f"published {_day(first)}{until}{undated}"


def _moment(articles: pd.DataFrame, kind: str) -> str:
    """Say the timestamp of the only article, claiming no more than was printed."""
    moment = articles[f"{kind}_local"].iloc[0]
    precision = articles.get(f"{kind}_precision")
    is_day = precision is not None and precision.iloc[0] == "day"
    return _day(moment) if is_day else clock_text(moment)


def _day(moment: pd.Timestamp) -> str:
    return clock_text(moment).split(",")[0]


_TELLERS: tuple[Callable[[Made], str], ...] = (
    _outlets,
    _length,
    _grades,
    _quotations,
    _timestamps,
    _unread,
)
