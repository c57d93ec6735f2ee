"""What a comparison found, in words: the sentences that its repr and its report begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from newskit.html import known, plural, records

_SHOWN = 3
"""Names, numbers and quotations of a finding that are shown; the tables have all."""
_AGREE = ("agrees", "rounded")
_NAMES = ("publisher", "headline")
_LABEL, _QUOTE = 60, 160  # characters
_FEW_WORDS = 150
"""Words of an article, below which shares and keyness say little."""
_Made = Mapping[str, pd.DataFrame]


def labels(articles: pd.DataFrame) -> dict[str, str]:
    """Return a short name for each article, no two alike."""
    rows = records(articles)
    for column in _NAMES:
        names = {row["article_id"]: _short(row.get(column), _LABEL) for row in rows}
        told = set(names.values())
        if "" not in told and len(told) == len(names):
            return names

    return {row["article_id"]: _labeled(row) for row in rows}


def _labeled(row: Mapping[str, Any]) -> str:
    own = str(row["article_id"])
    name = next(filter(None, map(row.get, _NAMES)), None)
    return f"{_short(name, _LABEL)} ({own})" if name else own


def findings(made: _Made, names: Mapping[str, str]) -> list[str]:
    """Return what is most telling, each a sentence."""
    found = (_speakers, _quotations, _values, _sentences)
    return [told for tell in found for told in tell(made, names)]


def wordings(made: _Made, names: Mapping[str, str]) -> list[str]:
    """Return altered quotations, each on a line that marks what was left out and put in."""
    return list(_wordings(made, names))


def _speakers(made: _Made, names: Mapping[str, str]) -> Iterator[str]:
    people = made["compared_people"]
    speak = people[people["n_quotes"] > 0]
    n_articles = speak.groupby("name", sort=False)["article_id"].nunique()
    both = n_articles[n_articles > 1].index.tolist()
    if both:
        where = "in both" if len(names) == 2 else "in several"
        yield f"Quoted {where}: {_listed(both)}."

    alone = speak[speak["name"].map(n_articles) == 1]
    for article_id, name in names.items():
        own = alone.loc[alone["article_id"] == article_id, "name"].tolist()
        if own:
            yield f"Quoted in {name} only: {_listed(own)}."

    if speak.empty:
        yield "No one with a name is quoted in any of them."


def _quotations(made: _Made, names: Mapping[str, str]) -> Iterator[str]:
    quotes = made["compared_quotes"]
    first = quotes.drop_duplicates("group")
    n = first["relation"].value_counts()
    if quotes.empty:
        yield "No quotations."
        return

    told = [
        f"{n.get('same', 0)} word for word",
        f"{n.get('part', 0)} shortened",
        f"{n.get('altered', 0)} altered",
        f"{n.get('only', 0)} in one article only",
    ]
    yield f"Quotations: {', '.join(told)}."


def _wordings(made: _Made, names: Mapping[str, str]) -> Iterator[str]:
    quotes = made["compared_quotes"]
    altered = quotes[quotes["relation"] == "altered"]
    for _, own in list(altered.groupby("group", sort=False))[:_SHOWN]:
        yield _worded_differently(own, names)


def _worded_differently(own: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Show the first change of a quotation that another article has."""
    base = own.loc[own["changes"].isna(), "article_id"].iloc[0]
    others = records(own[own["changes"].notna() & (own["article_id"] != base)])
    first = names[base]
    other = names[others[0]["article_id"]]
    line = _short(others[0]["changes"], _QUOTE)
    return f"Worded differently, [-{first}-] and {{+{other}+}}: {line}"


def _values(made: _Made, names: Mapping[str, str]) -> Iterator[str]:
    yield from _of_kind(made["compared_numbers"], "number", names)
    yield from _of_kind(made["compared_times"], "time", names)


def _of_kind(
    rows: pd.DataFrame,
    noun: str,
    names: Mapping[str, str],
) -> Iterator[str]:
    """Say which numbers or times differ, and how many agree."""
    differ = rows[rows["relation"] == "differs"]
    groups = [own for _, own in differ.groupby("group", sort=False)]
    for own in groups[:_SHOWN]:
        printed = zip(own["text"], own["article_id"], strict=True)
        sides = ", ".join(
            f"{text} ({names[article_id]})" for text, article_id in printed
        )
        yield f"A {noun} differs ({_about(own)}): {sides}."

    more = len(groups) - _SHOWN
    if more > 0:
        yield f"{plural(more, f'more {noun}')} that differ."

    agree = rows[rows["relation"].isin(_AGREE)]["group"].nunique()
    if agree:
        verb = "agrees" if agree == 1 else "agree"
        yield f"{plural(agree, noun)} {verb}."


def _about(rows: pd.DataFrame) -> str:
    told = rows["about"].dropna()
    return _short(told.iloc[0], _LABEL) if len(told) else "no words near it"


def _sentences(made: _Made, names: Mapping[str, str]) -> Iterator[str]:
    first = made["compared_sentences"].drop_duplicates("group")
    n = first["relation"].value_counts()
    n_same, n_near = int(n.get("same", 0)), int(n.get("altered", 0) + n.get("part", 0))
    if n_same or n_near:
        n_only = n.get("only", 0)
        yield f"Sentences: {n_same} word for word, {n_near} nearly, {n_only} in one article only."


def caveats(articles: pd.DataFrame, made: _Made) -> list[str]:
    """Return what to keep in mind."""
    told = [*_languages(articles)]
    n_words = made["compared_headlines"]["n_words"]
    if n_words.min() < _FEW_WORDS:
        told.append(f"Short texts ({n_words.min()} to {n_words.max()} words): keyness says little.")

    texts = articles["text"].fillna("")
    if (texts == texts.iloc[0]).all():
        told.append("The texts are the same, letter by letter.")
    return told


def _languages(articles: pd.DataFrame) -> Iterator[str]:
    stated = articles.get("language", pd.Series(dtype="object"))
    languages = sorted(map(str, stated.dropna().unique()))
    # British and American English are one.
    if len({language[:2] for language in languages}) > 1:
        yield (
            f"Several languages ({', '.join(languages)}): quotations and sentences are "
            "compared as printed, and the rules of speech are English."
        )


def _listed(names: list[str]) -> str:
    more = len(names) - _SHOWN * 2
    shown = ", ".join(_short(name, _LABEL) for name in names[: _SHOWN * 2])
    return f"{shown}, and {more} more" if more > 0 else shown


def _short(text: Any, length: int) -> str:
    line = " ".join(str(text).split()) if known(text) else ""
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
