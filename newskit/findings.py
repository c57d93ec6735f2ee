"""What an analysis found, in a few words: for its repr, and for the head of a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from newskit.analyses.readability.grades import grades
from newskit.grouping.own_clock import own_clock
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
    if len(articles) == 1:
        return _own_times(articles)

    days = own_clock(articles)
    known = days.dropna()
    if known.empty:
        return ""

    first, last = _day(known.min()), _day(known.max())
    until = "" if first == last else f" to {last}"
    n_undated = len(days) - len(known)
    undated = f", {n_undated:,} without a day" if n_undated else ""
    return f"published {first}{until}{undated}"


def _own_times(articles: pd.DataFrame) -> str:
    """Say the timestamps of the only article."""
    said = {kind: _moment(articles.iloc[0], kind) for kind in ("published", "updated")}
    if not said["published"]:
        [instant] = own_clock(articles)
        # Without the clock of its outlet the day is nearly always right, the hour not.
        said["published"] = "" if pd.isna(instant) else _day(instant)
    return ", ".join(f"{kind} {moment}" for kind, moment in said.items() if moment)


def _moment(article: pd.Series, kind: str) -> str:
    """Say a timestamp, claiming no more than was printed; nothing where it is no time."""
    moment = article.get(f"{kind}_local")
    if not isinstance(moment, pd.Timestamp) or pd.isna(moment):
        return ""
    precision = article.get(f"{kind}_precision")
    is_day = isinstance(precision, str) and precision == "day"
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
