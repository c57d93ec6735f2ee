"""Tell speech from titles, nicknames and words held at arm's length (scare quotes).

Only short spans and spans in title case are doubted, and only the words right beside them are read: a verb of
saying or calling, a colon, "according to". Without any of these a doubted span is a scare quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newskit.text.forms import fold
from newskit.text.reporting_verbs import reporting_verbs
from newskit.word_lists import words_of

SHORT = 3  # words: longer spans are speech, save titles of works
LONGEST_TITLE = 8  # words
LONGEST = 120  # characters: a longer span is speech
BEFORE, AFTER = 90, 70  # characters that are read on either side
NEAR = 11  # words between a verb of saying and a short span
NEAR_HEADLINE = (
    2  # the same in a headline, where marks often hold a label: to End 'Hot Stage' of War
)
NEAR_CALLING = 12  # words between a verb of calling and a short span
NEAR_BEHIND = 8  # words between a short span and a verb of saying behind it

_WORDS = words_of(__package__)
# What is called these is words of someone: the phrase “...”, his “...” comment
WORDS_BEFORE = _WORDS["before someone's words"] | _WORDS["beside someone's words"]
WORDS_BEHIND = _WORDS["behind someone's words"] | _WORDS["beside someone's words"]
_SMALL_IN_TITLES, _NAMES_A_WORK = _WORDS["small in a title"], _WORDS["names a work"]

_TITLE = r"\b(?:Mrs?|Ms|Dr|Rep|Sen|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Prof|St|[A-Z])\.(?= )"
_TOKEN = re.compile(rf"{_TITLE}|[^\W_]+(?:['’.-][^\W_]+)*|[.;:!?,()—–]")
_SENTENCES = re.compile(r"[.!?] [A-Z]\w{3}")  # two sentences are not a title
_BY = re.compile(r",?[”\"’'»]? by (?:the )?[A-Z]")  # “Pier Closes at Dusk,” by the Post’s Ann Lee
_STOPS = frozenset(".;!?")
_SPOKEN_ENDS = frozenset(",!?")
_OWNERS = ("'s ", "’s ", "s' ", "s’ ")
_TOLD = ("told ", "tells ", "telling ")
_NAMED = ("called ", "named ", "dubbed ", "titled ")
_A_NAMED = re.compile(
    r"\b[Aa]n? (?:[a-z-]+ ){0,4}?[a-z]+,? (?:called|named|dubbed|titled|entitled|nicknamed) \Z"
)


def is_scare_quote(text: str, low: int, high: int, start: int, end: int) -> bool:
    """Say whether text[start:end], marks included, is a title, a nickname or a scare quote rather than speech.

    `low` and `high` are the ends of its paragraph.

    >>> is_scare_quote("The “smart” meters", 0, 18, 4, 11)
    True
    >>> is_scare_quote("He called it “smart”", 0, 20, 13, 20)
    False
    """
    if end - start > LONGEST:
        return False
    if _is_headline_or_debris(text, low, start, end):
        return True

    inner = text[start + 1 : end - 1]
    words = inner.split()
    if len(words) > LONGEST_TITLE:
        return False
    before = text[max(low, start - BEFORE) : start]
    if _is_named_work(before, words):
        return True

    short = len(words) <= SHORT
    in_title_case = len(words) > 1 and _is_title_case(words) and not _SENTENCES.search(inner)
    if not (short or in_title_case):
        return False
    after = text[end : min(high, end + AFTER)]
    return _is_doubted(inner, _TOKEN.findall(before), _TOKEN.findall(after), short, in_title_case)


def _is_doubted(
    inner: str, before: list[str], after: list[str], short: bool, in_title_case: bool
) -> bool:
    """Decide on a span that is short or in title case, from the tokens on either side."""
    around = [token for token in (*before, *after) if token[0].isalpha()]
    in_headline = in_title_case and _is_title_case(around)
    is_title = in_title_case and not in_headline

    near = NEAR_HEADLINE if in_title_case else NEAR
    if _says_before(before, is_title, short, near) or _says_after(inner, after):
        return False
    if _stands_alone(inner, before, after):
        return False
    return is_title or short


def _is_headline_or_debris(text: str, low: int, start: int, end: int) -> bool:
    names_an_article = text[end - 2 : end - 1] == "," and _BY.match(text, end - 1)
    if names_an_article:
        return True
    return start > low and text[start - 1] == "="  # <a href="...">, left of a web page


def _is_named_work(before: str, words: list[str]) -> bool:
    """Say whether what stands right before makes it one: NBC’s “Today”; a play called “Brokers”."""
    before = before.replace("\xa0", " ")
    if before.endswith(_TOLD):  # told “Fox and Friends”
        return len(words) > 1 and _is_title_case(words)
    if before.endswith(_OWNERS):
        owner = before.split()[-1]
        return owner[:1].isupper() and _is_title_case(words)
    return before.endswith(_NAMED) and _A_NAMED.search(before) is not None


def _is_title_case(words: Iterable[str]) -> bool:
    bare = [word.strip(".,!?:;'’‘()") for word in words]
    telling = [word for word in bare if word and word.lower() not in _SMALL_IN_TITLES]
    if not telling or bare[-1].islower():
        return False
    return not any(word[0].islower() for word in telling)


def _says_before(before: list[str], is_title: bool, short: bool, near: int) -> bool:
    """Say whether a colon or a verb of saying or calling stands before the span."""
    if before[-1:] == [":"] or not WORDS_BEFORE.isdisjoint(map(fold, before[-2:])):
        return True

    verbs = reporting_verbs()
    for distance, token in enumerate(reversed(before[-NEAR_CALLING:]), 1):
        word = fold(token)
        if token in _STOPS or (is_title and word in _NAMES_A_WORK):
            return False
        if word not in verbs:
            continue

        use = verbs[word].use
        # "called the plan “reckless”": what is described may stand between, but in a headline little.
        describes = use == "describe" and short
        if describes and (near == NEAR or distance <= near):
            return True
        nearest = NEAR_HEADLINE if use == "act" else near
        if distance <= nearest:
            return True
    return False


def _says_after(inner: str, after: list[str]) -> bool:
    """Say whether a verb of saying, or "according to", follows the span in its sentence."""
    if after and after[0] in WORDS_BEHIND:
        return True

    last = inner.rstrip()[-1:]
    verbs = reporting_verbs()
    for distance, token in enumerate(after[:NEAR_BEHIND]):
        if token in _STOPS:
            return False
        word = fold(token)
        if word == "according":
            return True
        if word in verbs and _is_finite(word):
            return distance == 0 or last in _SPOKEN_ENDS or after[0] == ","

    # “This is fantastic!” beamed Ann Lee: any past form between an exclamation and a name
    vivid = len(after) > 1 and after[0].endswith("ed") and after[1][0].isupper()
    return vivid and last in _SPOKEN_ENDS


def _is_finite(verb: str) -> bool:
    """Say whether a form of a reporting verb can say who speaks: said, says."""
    found = reporting_verbs()[verb]
    return found.inflection in ("past", "third") and found.use != "act"


def _stands_alone(inner: str, before: list[str], after: list[str]) -> bool:
    """Say whether the span is a sentence of its own: “Never.”."""
    if not inner.rstrip().endswith((".", "!", "?")) or not inner[:1].isupper():
        return False
    opens_sentence = not before or before[-1] in _STOPS
    return opens_sentence and (not after or after[0][0].isupper())
