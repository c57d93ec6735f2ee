"""What stands around an article on a page: share rows, advertisements, promos, sign-up boxes."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources

from newskit.reading.plain.lines import Line

_SHARE = set("facebook twitter x email e-mail whatsapp linkedin reddit telegram pinterest tumblr copy link print share save "
             "saved tweet pin messenger bookmark instagram flipboard threads bluesky cancel close this item on via send page "
             "to someone article read in app listen comment comments follow".split())  # fmt: skip
_DURATION = re.compile(r"(?:video\s*)?\d{1,2}:\d{2}\b|duration\b", re.IGNORECASE)
_READING_TIME = re.compile(r"\d{1,3}[ -]min(?:ute)?s?\.?(?: read)?|reading time\b.{0,20}", re.IGNORECASE)
_COUNT = re.compile(r"[\d\s.,|/•·_¯‌-]+|\d+\s+(?:comments?|shares?|likes?|views?)", re.IGNORECASE)
_HANDLE = re.compile(r"[—–-]\s.{1,60}\(@\w{1,30}\)")


@cache
def _phrases() -> dict[str, list[tuple[str, str]]]:
    """Return match -> [(phrase, effect)]."""
    table: dict[str, list[tuple[str, str]]] = {"whole": [], "start": [], "part": []}
    lines = (resources.files(__package__) / "furniture.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        table[row["match"]].append((row["phrase"], row["effect"]))
    return table


@cache
def _whole() -> dict[str, str]:
    return dict(_phrases()["whole"])


@cache
def _starts() -> dict[str, tuple[str, ...]]:
    """Return effect -> beginnings."""
    effects = ("end", "skip", "drop")
    return {effect: tuple(p for p, e in _phrases()["start"] if e == effect) for effect in effects}


def effect_of(line: Line) -> str | None:
    """Say what a line does to the body: "drop" itself, "skip" the promos behind it, "end" it; None if nothing."""
    text = line.text.casefold().replace("’", "'").strip(" :.…»>|")
    if text in _whole():
        return _whole()[text]
    raw = line.text.casefold().replace("’", "'")
    for effect, beginnings in _starts().items():
        if raw.startswith(beginnings) and (line.words <= 12 or effect == "drop") and len(raw) < 300:
            return effect
    return "drop" if _looks_like_furniture(line, raw) else None


def _looks_like_furniture(line: Line, raw: str) -> bool:
    if len(raw) < 300 and any(phrase in raw for phrase, _ in _phrases()["part"]):
        return True
    if line.words <= 12 and _DURATION.match(raw):
        return True
    short = len(raw) <= 40 and (_READING_TIME.fullmatch(raw) or _COUNT.fullmatch(raw))
    words = raw.replace("|", " ").split()
    shares = line.words <= 60 and bool(words) and all(w in _SHARE for w in words)
    return bool(short) or shares or bool(len(raw) < 150 and _HANDLE.match(line.text))
