"""What speaks against taking the numbers of this corpus at their word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import pandas as pd

from newskit.analyses.readability.caveats import CAVEATS
from newskit.html import plural, safe_language
from newskit.tables import QUOTED_KINDS

Made = Mapping[str, pd.DataFrame]
MOST_OF_IT = 0.5  # of the articles from one outlet: the whole then tells of that outlet
UNNAMED = 0.1  # of the quoted words, from which a share of speakers may be another one


def corpus_caveats(made: Made) -> list[str]:
    """Say what speaks against the numbers, one reason an entry; only what applies is said."""
    return [caveat for say in _CAVEATS for caveat in say(made)]


def of_all(n: int, total: int) -> str:
    """Say how many of all articles: '3 of 20 articles'."""
    return plural(n, "article") if total == 1 else f"{n:,} of {plural(total, 'article')}"


def _unread(made: Made) -> Iterator[str]:
    articles = made["articles"]
    n = int(articles["error"].notna().sum()) if "error" in articles.columns else 0
    if n:
        yield f"{of_all(n, len(articles))} could not be read and count for nothing."


def _short(made: Made) -> Iterator[str]:
    if "readability" not in made or "caveats" not in made["readability"].columns:
        return
    stated = made["readability"]["caveats"].dropna().str.split("; ").explode().value_counts()
    for code in filter(stated.index.__contains__, CAVEATS):
        n = of_all(int(stated[code]), len(made["readability"]))
        yield f"{n} with {CAVEATS[code].meaning}."


def _undated(made: Made) -> Iterator[str]:
    articles = made["articles"]
    if "timeline" not in made:
        return
    dated = made["timeline"].loc[made["timeline"]["kind"] == "published", "article_id"]
    n = len(articles) - dated.nunique()
    if n:
        yield (
            f"{of_all(n, len(articles))} without a day of publication: "
            "“Friday” and “last week” are not resolved there."
        )


def _languages(made: Made) -> Iterator[str]:
    stated = made["articles"].get("language")
    if stated is None:
        return
    known = filter(None, map(safe_language, stated.tolist()))
    codes = [code.partition("-")[0].lower() for code in known]
    others = pd.Series(codes, dtype="object").value_counts().drop("en", errors="ignore")
    if len(others):
        told = ", ".join(f"{code} {n:,}" for code, n in others.items())
        yield f"Articles in other languages than English ({told}): rules and lists are English."


def _one_outlet(made: Made) -> Iterator[str]:
    stated = made["articles"].get("publisher")
    counted = pd.Series(dtype=int) if stated is None else stated.value_counts()
    if len(counted) > 1 and counted.iloc[0] > MOST_OF_IT * len(made["articles"]):
        share = f"{counted.iloc[0] / len(made['articles']):.0%}".replace("%", " %")
        yield f"{share} of the articles are from one outlet, {counted.index[0]}: compare by outlet."


def _unnamed(made: Made) -> Iterator[str]:
    if "quotes" not in made:
        return
    said = made["quotes"][made["quotes"]["kind"].isin(QUOTED_KINDS)]
    total = int(said["n_words"].sum())
    unnamed = int(said.loc[said["speaker"].isna(), "n_words"].sum())
    if total and unnamed > UNNAMED * total:
        share = f"{unnamed / total:.0%}".replace("%", " %")
        yield f"{share} of the quoted words have no named speaker."


def _copies(made: Made) -> Iterator[str]:
    if "duplicates" not in made:
        return
    n = int((~made["duplicates"]["keep"].astype(bool)).sum())
    if n:
        yield f"{of_all(n, len(made['articles']))} say nearly the same as another and count twice."


def _flagged(made: Made, column: str, says: str) -> Iterator[str]:
    """Count articles whose column of warnings or flags holds something."""
    articles = made["articles"]
    if column not in articles.columns:
        return
    cells = articles[column]
    held = cells.map(len) if cells.dtype == object else cells.fillna(False)
    n = int(held.astype(bool).sum())
    if n:
        yield f"{of_all(n, len(articles))} {says}."


_CAVEATS: tuple[Callable[[Made], Iterator[str]], ...] = (
    _unread,
    _copies,
    _one_outlet,
    _languages,
    _short,
    _undated,
    partial(_flagged, column="zone_conflict", says="print a time zone that cannot be right"),
    partial(_flagged, column="warnings", says="were read with a warning (column warnings)"),
    _unnamed,
)
