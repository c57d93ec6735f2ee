"""What stands around an article on a page: share rows, advertisements, promos, sign-up boxes."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources

from newskit.reading.shared.lines import OPENERS, TextLine

_SHARE = frozenset(
    "facebook twitter x email e-mail whatsapp linkedin reddit telegram pinterest tumblr copy link print share save "
    "saved tweet pin messenger bookmark instagram flipboard threads bluesky cancel close this item on via send page "
    "to someone article read in app listen comment comments follow subscribe newsletter newsletters download "
    "pdf".split()
)
_DURATION = re.compile(r"(?:video\s*)?\d{1,2}:\d{2}\b|duration\b", re.IGNORECASE)
_READING_TIME = re.compile(
    r"\d{1,3}[ -]min(?:ute)?s?\.?(?: read)?|reading time\b.{0,20}", re.IGNORECASE
)
_COUNT = re.compile(
    r"[\d\s.,|/•·_¯\u200c\u200d-]+|\d+\s+(?:comments?|shares?|likes?|views?)", re.IGNORECASE
)
# A box that sells or asks something of the reader: two of these words, and "you", "your", "our" or "us".
_PITCH = re.compile(
    r"\b(?:subscri\w+|sign(?:ing)? (?:up|in)|newsletters?|accounts?|log(?:ged)? in|regist\w+|e-?mails?|inbox|"
    r"bookmarks?|personali[sz]ed|feeds?|(?:support|fund) (?:our|us)|"
    r"privacy|cookies?|sponsor\w*|unlimited|facebook|instagram|google|app|ads|advert\w*|comments|password)\b"
)
_READER = re.compile(r"\b(?:you|your|you'll|our|us|we)\b")
_CRUMBS = re.compile(r"(?:home|homepage|start)\s{0,3}[»›>/|→]\s{0,3}\S.{0,100}")
_HANDLE = re.compile(r"[—–-]\s.{1,60}\(@\w{1,30}\)")


@cache
def _phrases() -> dict[str, list[tuple[str, str]]]:
    """Return match -> [(phrase, effect)]."""
    table: dict[str, list[tuple[str, str]]] = {"whole": [], "start": [], "part": []}
    lines = (
        (resources.files(__package__) / "boilerplate.csv").read_text(encoding="utf-8").splitlines()
    )
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


def effect_of(line: TextLine) -> str | None:
    """Say what a line does to the body; None if nothing.

    "drop": it is no part of the body; "share": the same, and the head of the article goes on until here;
    "skip": promos follow; "end": the body is over.
    """
    raw = line.text.casefold().replace("’", "'")
    known = _whole().get(raw.strip(" :.…»>|!"))
    if known:
        return "share" if known == "drop" and raw in _SHARE else known
    for effect, beginnings in _starts().items():
        label = effect == "drop" or ":" in raw[:40]
        if raw.startswith(beginnings) and len(raw) < 400 and (line.words <= 12 or label):
            return effect
    if _is_share_row(line, raw):
        return "share"
    return "drop" if _looks_like_furniture(line, raw) else None


def is_handle(line: TextLine) -> bool:
    """Say whether a line names the account of an embedded post: "— Name (@name) September 15"."""
    return len(line.text) < 150 and bool(_HANDLE.match(line.text))


def _is_share_row(line: TextLine, raw: str) -> bool:
    words = raw.replace("|", " ").split()
    return 1 < line.words <= 60 and bool(words) and all(w in _SHARE for w in words)


def _looks_like_furniture(line: TextLine, raw: str) -> bool:
    if len(raw) < 300 and any(phrase in raw for phrase, _ in _phrases()["part"]):
        return True
    if line.words <= 12 and (_DURATION.match(raw) or _CRUMBS.fullmatch(raw)):
        return True
    if (
        len(raw) < 250
        and _READER.search(raw)
        and len(set(_PITCH.findall(raw))) >= 2
        and raw[0] not in OPENERS
    ):
        return True
    short = len(raw) <= 40 and (_READING_TIME.fullmatch(raw) or _COUNT.fullmatch(raw))
    return bool(short) or is_handle(line)
