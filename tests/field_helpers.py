"""The words that the checks of `evaluation/field_cases.jsonl` are written in."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd

import newskit as nk

WEDNESDAY = "2024-04-17T15:00:00Z"  # the day of publication in cases about times, unless they give another


def texts(frame: pd.DataFrame) -> list[str]:
    """The texts of a table; "" where a row has none."""
    return ["" if pd.isna(t) else str(t) for t in frame["text"]]


def explained(frame: pd.DataFrame) -> bool:
    """Whether a table says that something is wrong with the file; that a row has no text is not an explanation."""
    errors = [e for e in frame["error"].dropna() if e != "The row has no text."]
    return bool(errors) or any(len(w) for w in frame["warnings"])


def page(text: str, **given: Any) -> dict[str, Any]:
    """The fields of one web page; what is missing is None."""
    row = nk.read_articles(text.encode("utf-8"), progress=False, **given).iloc[0]
    return {str(k): (v if isinstance(v, list) else None if pd.isna(v) else v) for k, v in row.items()}


def stamp(row: dict[str, Any], name: str = "published") -> str:
    """The instant of a page in UTC, to the minute; else its day, where only a day is stated; else ""."""
    if row[name] is not None:
        return pd.Timestamp(row[name]).strftime("%Y-%m-%dT%H:%M")
    local = row[name + "_local"]
    if local is None:
        return ""
    if row[name + "_precision"] == "day":
        return str(local)[:10]
    return pd.Timestamp(local).strftime("%Y-%m-%dT%H:%M local")


def day_of(row: dict[str, Any], name: str = "published") -> str:
    """The day on the wall clock, or ""."""
    return "" if row[name + "_local"] is None else str(row[name + "_local"])[:10]


def warned(row: dict[str, Any]) -> bool:
    """Whether a page has a warning."""
    return bool(row["warnings"])


def times(text: str, published: str = WEDNESDAY, timezone: str | None = None) -> pd.DataFrame:
    """The times that a text names."""
    frame = pd.DataFrame({"text": [text], "published": [published]})
    found = nk.timeline(nk.read_articles(frame, timezone=timezone))
    return found[found["field"] == "text"]


def starts(text: str, published: str = WEDNESDAY, timezone: str | None = None) -> list[str]:
    """The days on which the times begin that a text names."""
    return [str(t)[:10] for t in times(text, published, timezone)["time_from"] if not pd.isna(t)]


def spans(text: str, published: str = WEDNESDAY, timezone: str | None = None) -> list[tuple[str, str]]:
    """Begin and end of the times, to the minute; the end is exclusive."""
    found = times(text, published, timezone)
    pairs = zip(found["time_from"], found["time_to"], strict=True)
    return [(str(a)[:16], str(b)[:16]) for a, b in pairs if not pd.isna(a)]


def values(text: str, published: str = WEDNESDAY) -> list[str]:
    """The TIMEX3 values of the times."""
    return [str(v) for v in times(text, published)["timex_value"]]


def covers(text: str, first: str, last: str, published: str = WEDNESDAY) -> bool:
    """Whether the times reach from the day `first` to the day `last`, in one row or in two."""
    found = spans(text, published)
    ends = {str(pd.Timestamp(b) - pd.Timedelta(minutes=1))[:10] for _, b in found}
    return first in {a[:10] for a, _ in found} and last in ends


def said(text: str) -> pd.DataFrame:
    """Quotations in marks that are somebody's words."""
    found = nk.quotes(text)
    return found[found["kind"].isin(["direct", "mixed", "turn"])]


def who(text: str, words: str) -> str:
    """Who says the quotation that holds `words`: name, else mention, else ""; "?" where it was not found."""
    found = said(text)
    found = found[found["text"].str.contains(words, regex=False)]
    if found.empty:
        return "?"
    known = [found.iloc[0][name] for name in ("speaker", "speaker_mention")]
    return next((str(name) for name in known if not pd.isna(name)), "")


def named(text: str, words: str) -> str:
    """The resolved name only; "" where it is not resolved, "?" where the quotation was not found."""
    found = said(text)
    found = found[found["text"].str.contains(words, regex=False)]
    if found.empty:
        return "?"
    return "" if pd.isna(found.iloc[0]["speaker"]) else str(found.iloc[0]["speaker"])


def kind_of(text: str, words: str) -> str:
    """The kind of the marked words that hold `words`."""
    found = nk.quotes(text)
    found = found[(found["kind"] != "indirect") & found["text"].str.contains(words, regex=False)]
    return "" if found.empty else str(found.iloc[0]["kind"])


def indirect(text: str) -> list[str]:
    """The paraphrases of a text."""
    found = nk.quotes(text)
    return found.loc[found["kind"] == "indirect", "text"].tolist()


def indirect_by(text: str, words: str) -> str:
    """Whose paraphrase holds `words`; "?" where there is none."""
    found = nk.quotes(text)
    found = found[(found["kind"] == "indirect") & found["text"].str.contains(words, regex=False)]
    if found.empty:
        return "?"
    return "" if pd.isna(found.iloc[0]["speaker"]) else str(found.iloc[0]["speaker"])


def tone(text: str, lexicon: str = "news") -> float:
    """The compound score of a text."""
    return float(nk.sentiment(text, lexicon=lexicon)["compound"].iloc[0])


def sents(text: str) -> list[str]:
    """The sentences of a text."""
    return nk.sentences(text)["text"].tolist()


def syllables(word: str) -> int:
    """The syllables of the words of a text."""
    return int(nk.words(word)["n_syllables"].sum())


def names_for(folder: Path, x: str) -> dict[str, Any]:
    """Return what a check may use: newskit, pandas, the input `x`, these helpers, and files in a folder."""

    def as_file(text: str | bytes, name: str = "table.csv") -> Path:
        path = folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def table(text: str, name: str = "table.csv", **given: Any) -> pd.DataFrame:
        return nk.read_articles(as_file(text, name), progress=False, **given)

    helpers = (
        texts, explained, page, stamp, day_of, warned, times, starts, spans, values, covers, said, who, named, kind_of,
        indirect, indirect_by, tone, sents, syllables, as_file, table,
    )  # fmt: skip
    return {helper.__name__: helper for helper in helpers} | {"nk": nk, "pd": pd, "re": re, "json": json, "x": x}
