"""Tell speech from titles, nicknames and words held at arm's length (scare quotes).

Only short spans and spans in title case are doubted, and only the words right beside them are read: a verb of
saying or calling, a colon, "according to". Without any of these a doubted span is scare.
"""

from __future__ import annotations

import re
from functools import cache

from newskit.text.forms import fold
from newskit.word_lists import rows

SHORT = 3  # words: longer spans are speech, save titles of works
LONGEST_TITLE = 8  # words
LONGEST = 120  # characters: a longer span is speech
BEFORE, AFTER = 90, 70  # characters that are read on either side
NEAR = 11  # words between a verb of saying and a short span
NEAR_HEADLINE = 2  # the same in a headline, where marks often hold a label: to End 'Hot Stage' of War
NEAR_CALLING = 12  # words between a verb of calling and a short span

_TITLE = r"\b(?:Mrs?|Ms|Dr|Rep|Sen|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Prof|St|[A-Z])\.(?= )"
_TOKEN = re.compile(rf"{_TITLE}|[^\W_]+(?:['’.-][^\W_]+)*|[.;:!?,()—–]")
_SENTENCES = re.compile(r"[.!?] [A-Z]\w{3}")  # two sentences are no title
_BY = re.compile(r",?[”\"’'»]? by (?:the )?[A-Z]")  # “Pier Closes at Dusk,” by the Post’s Ann Lee
_OWNERS = ("'s ", "’s ", "s' ", "s’ ")
_NAMED = ("called ", "named ", "dubbed ", "titled ")
_SMALL = frozenset("a an the of and in for to at on by with from or is de la el vs as".split())
_NAMING = frozenset(
    "titled entitled named nicknamed dubbed headlined book film movie song album show series novel".split()
)
_TOLD = ("told ", "tells ", "telling ")
_A_NAMED = re.compile(r"\b[Aa]n? (?:[a-z-]+ ){0,4}?[a-z]+,? (?:called|named|dubbed|titled|entitled|nicknamed) \Z")
# What is called these is words of someone: the phrase “...”, his “...” comment
WORDS_BEFORE = frozenset("phrase phrases words slogan slogans motto mantra adage refrain chant chants".split())
WORDS_BEHIND = frozenset(
    "comment comments remark remarks promise pledge chant chants quip slogan mantra refrain tweet claim line".split()
)
_STOPS = frozenset(".;!?")


@cache
def reporting() -> dict[str, tuple[str, str, str, str]]:
    """Return the reporting verbs: form -> verb, inflection (base, third, past, participle, gerund), class, use."""
    names = ("base", "third", "past", "participle", "gerund")
    forms: dict[str, tuple[str, str, str, str]] = {}
    for *inflected, kind, use in rows("reporting_verbs.csv"):
        for name, form in sorted(zip(names, inflected, strict=True), key=lambda f: f[0] == "base"):
            forms.setdefault(form, (inflected[0], name, kind, use))  # "read", "put": the past before the base form
    return forms


def is_scare(text: str, low: int, high: int, start: int, end: int) -> bool:
    """Say whether text[start:end], marks included, is a title, a nickname or a scare quote rather than speech.

    `low` and `high` are the ends of its paragraph.

    >>> is_scare("The “smart” meters", 0, 18, 4, 11), is_scare("He called it “smart”", 0, 20, 13, 20)
    (True, False)
    """
    if end - start > LONGEST:
        return False
    if text[end - 2 : end - 1] == "," and _BY.match(text, end - 1):
        return True  # the headline of an article that is named
    if start > low and text[start - 1] == "=":
        return True  # debris of a web page: <a href="...">
    inner = text[start + 1 : end - 1]
    words = inner.split()
    if len(words) > LONGEST_TITLE:
        return False
    if _is_title(text[max(low, start - BEFORE) : start], words):
        return True
    titled = len(words) > 1 and _in_title_case(words) and not _SENTENCES.search(inner)
    if len(words) > SHORT and not titled:
        return False
    before = _TOKEN.findall(text[max(low, start - BEFORE) : start])
    after = _TOKEN.findall(text[end : min(high, end + AFTER)])
    headline = titled and _in_title_case([w for w in (*before, *after) if w[0].isalpha()] or ["x"])
    near = NEAR_HEADLINE if titled else NEAR
    if _says_before(before, titled and not headline, len(words) <= SHORT, near) or _says_after(inner, after):
        return False
    if _stands_alone(inner, before, after):
        return False
    return (titled and not headline) or len(words) <= SHORT


def _is_title(before: str, words: list[str]) -> bool:
    """Whether what stands right before says so: told “Fox and Friends”; NBC’s “Today”; a play called “Brokers”."""
    before = before.replace("\xa0", " ")
    if before.endswith(_TOLD):
        return len(words) > 1 and _in_title_case(words)
    if before.endswith(_OWNERS):
        return before.split()[-1][:1].isupper() and _in_title_case(words)
    return before.endswith(_NAMED) and _A_NAMED.search(before) is not None


def _in_title_case(words: list[str]) -> bool:
    kept = [w.strip(".,!?:;'’‘()") for w in words]
    big = [w for w in kept if w.lower() not in _SMALL and w]
    return bool(big) and all(not w[0].islower() for w in big) and not kept[-1].islower()


def _says_before(before: list[str], titled: bool, short: bool, near: int) -> bool:
    """Whether a colon or a verb of saying or calling stands before the span."""
    if before[-1:] == [":"] or any(fold(word) in WORDS_BEFORE for word in before[-2:]):
        return True
    verbs = reporting()
    for distance, token in enumerate(reversed(before[-NEAR_CALLING:]), 1):
        if token in _STOPS:
            return False
        word = fold(token)
        if titled and word in _NAMING:
            return False
        use = verbs[word][3] if word in verbs else ""
        if use == "describe" and short and (near == NEAR or distance <= near):
            return True
        if use and distance <= (NEAR_HEADLINE if use == "act" else near):
            return True
    return False


def _says_after(inner: str, after: list[str]) -> bool:
    """Whether a verb of saying, or "according to", follows the span in its sentence."""
    verbs = reporting()
    if after and after[0] in WORDS_BEHIND:
        return True
    spoken = inner.rstrip()[-1:] in ",!?" or after[:1] == [","]
    for distance, token in enumerate(after[:8]):
        if token in _STOPS:
            return False
        word = fold(token)
        if word == "according":
            return True
        if word in verbs and verbs[word][1] in ("past", "third") and verbs[word][3] != "act":
            return spoken or distance == 0
    # “This is fantastic!” beamed Ann Lee: any past form between an exclamation and a name
    vivid = len(after) > 1 and after[0].endswith("ed") and after[1][0].isupper()
    return vivid and inner.rstrip()[-1:] in ",!?"


def _stands_alone(inner: str, before: list[str], after: list[str]) -> bool:
    """Whether the span is a sentence of its own: “Never.”."""
    if inner.rstrip()[-1:] not in (".", "!", "?"):
        return False
    opens = not before or before[-1] in _STOPS
    return opens and inner[:1].isupper() and (not after or after[0][0].isupper())
