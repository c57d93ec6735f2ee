"""What stands around an article on a page: share rows, advertisements, promos, sign-up boxes.

The phrases are in boilerplate.csv. A phrase to add there should be one that no article would print
as a sentence of its own: what is dropped by mistake is missed by nobody.
"""

from __future__ import annotations

import re

from newskit.csv_files import rule_words
from newskit.reading.shared.lines import OPENERS, TextLine

_SHARE = rule_words(__package__)["share"]
_PHRASES = rule_words(__package__, "boilerplate.csv")
_LINES = {
    phrase: effect for effect in ("drop", "skip", "end") for phrase in _PHRASES[f"{effect}_line"]
}
_STARTS = {effect: tuple(_PHRASES[f"{effect}_start"]) for effect in ("end", "skip", "drop")}
_PARTS = tuple(_PHRASES["drop_part"])

_AROUND = " :.…»>|!"  # what labels are printed with: "Related:", "More stories »"
_LABEL_WORDS = 12  # "Read more: Ferry Sails Again After Nine Years", but not a longer line
_LABEL_END = 40  # characters in which the colon of a label stands
_LONG_LABEL = 400  # characters: a promo with its standfirst
_LONG_NOTICE = 300  # characters: "© 2024 The Gazette. All rights reserved. ..."
_PITCH_WORDS = 2  # one of them stands in many a sentence
_LONG_PITCH = 250  # characters: a box that sells something; longer ones are stories about selling
_LONG_SHARE_ROW = 60  # words
_SHORT = 40  # characters: "4 min read", "12 comments"
_LONG_HANDLE = 150  # characters

# "Video 2:05 The ferry in the ice"; "Duration 3 minutes"; "Home » News » Council".
_PLAYER_OR_CRUMBS = re.compile(
    r"(?:video\s*)?\d{1,2}:\d{2}\b|duration\b|"
    r"(?:home|homepage|start)\s{0,3}[»›>/|→]\s{0,3}\S.{0,100}\Z",
    re.IGNORECASE,
)
# "4 min read"; "Reading time: 4 minutes"; "12 comments"; "1 | 2 | 3".
_COUNT = re.compile(
    r"\d{1,3}[ -]min(?:ute)?s?\.?(?: read)?|reading time\b.{0,20}|"
    r"[\d\s.,|/•·_¯\u200c\u200d-]+|\d+\s+(?:comments?|shares?|likes?|views?)",
    re.IGNORECASE,
)
# A box that sells or asks something of the reader: two of these, and "you", "your", "our" or "us".
_PITCH = re.compile(
    r"\b(?:subscri\w+|sign(?:ing)? (?:up|in)|newsletters?|accounts?|log(?:ged)? in|regist\w+|"
    r"e-?mails?|inbox|bookmarks?|personali[sz]ed|feeds?|(?:support|fund) (?:our|us)|"
    r"privacy|cookies?|sponsor\w*|unlimited|facebook|instagram|google|app|ads|advert\w*|"
    r"comments|password)\b"
)
_READER = re.compile(r"\b(?:you|your|you'll|our|us|we)\b")
_HANDLE = re.compile(r"[—–-]\s.{1,60}\(@\w{1,30}\)")


def effect_of(line: TextLine) -> str | None:
    """Say what a line does to the body; None if nothing.

    "drop": it is not part of the body; "share": the same, and the head of the article goes on until
    here; "skip": promos follow; "end": the body is over.
    """
    raw = line.text.casefold().replace("’", "'")
    known = _LINES.get(raw.strip(_AROUND))
    if known:
        # "Facebook" on a line of its own is what is left of a share row.
        return "share" if known == "drop" and raw in _SHARE else known

    for effect, beginnings in _STARTS.items():
        if raw.startswith(beginnings) and _is_label(line, raw, effect):
            return effect

    if _is_share_row(line, raw):
        return "share"

    return "drop" if _is_boilerplate(line, raw) else None


def pitch_words(text: str) -> int:
    """Count the different words of a text that sell or ask something: "subscribe", "newsletter"."""
    return len(set(_PITCH.findall(text.casefold())))


def is_handle(line: TextLine) -> bool:
    """Say whether a line names the account of an embedded post: "— Name (@name) September 15"."""
    return len(line.text) < _LONG_HANDLE and bool(_HANDLE.match(line.text))


def _is_label(line: TextLine, raw: str, effect: str) -> bool:
    """Say whether a line that begins as boilerplate does is not a sentence of an article."""
    if len(raw) >= _LONG_LABEL:
        return False

    # "More on" opens sentences too, but those go on; a label is short or ends in a colon.
    if line.words <= _LABEL_WORDS or ":" in raw[:_LABEL_END]:
        return True

    # "By signing up you agree ..." is not a sentence of an article, however long it is.
    return effect == "drop"


def _is_share_row(line: TextLine, raw: str) -> bool:
    """Say whether a line is nothing but buttons: "Facebook Twitter WhatsApp Copy link"."""
    if not 1 < line.words <= _LONG_SHARE_ROW:
        return False

    words = raw.replace("|", " ").split()
    return bool(words) and words[0] in _SHARE and _SHARE.issuperset(words)


def _is_boilerplate(line: TextLine, raw: str) -> bool:
    # "© 2024 The Harbor Gazette. All rights reserved."
    if len(raw) < _LONG_NOTICE and any(phrase in raw for phrase in _PARTS):
        return True

    if line.words <= _LABEL_WORDS and _PLAYER_OR_CRUMBS.match(raw):
        return True

    if len(raw) <= _SHORT and _COUNT.fullmatch(raw):
        return True

    return _is_pitch(raw) or is_handle(line)


def _is_pitch(raw: str) -> bool:
    """Say whether a line asks something of the reader: "Log in to bookmark your stories"."""
    # What somebody says about accounts and cookies is a quotation.
    if len(raw) >= _LONG_PITCH or raw[:1] in OPENERS:
        return False

    if not _READER.search(raw):
        return False

    return pitch_words(raw) >= _PITCH_WORDS
