"""Tell speech from titles, nicknames and words held at arm's length (scare quotes).

Only short spans and spans in title case are doubted, and only the words right beside them are read:
a verb of saying or calling, a colon, "according to". Without any of these a doubted span is a scare
quote.
"""

from __future__ import annotations

import re

from newskit.csv_files import rule_words
from newskit.text.forms import fold
from newskit.text.reporting_verbs import reporting_verbs

# Words: a longer span is speech, unless it is the title of a work, which has eight at most.
SHORT, LONGEST_TITLE = 3, 8
# Tokens of a subject between a comma and its verb: ..., the Fed said.
_SUBJECT = 4
# Characters of a span, and characters that are read on either side of it.
LONGEST, BEFORE, AFTER = 120, 90, 70
# Words between a short span and a verb of saying before it, of calling before it, of saying behind
# it.
NEAR, NEAR_CALLING, NEAR_BEHIND = 11, 12, 8
# The same before a span in title case, where marks often hold a label: to End 'Hot Stage' of War.
NEAR_HEADLINE = 2

_WORDS = rule_words(__package__)
# What is called these is words of someone: the phrase “...”, his “...” comment.
WORDS_BEFORE = _WORDS["before someone's words"] | _WORDS["beside someone's words"]
WORDS_BEHIND = _WORDS["behind someone's words"] | _WORDS["beside someone's words"]
_NAMES_A_WORK = _WORDS["names a work"]
# What is left of a dash without its marks says nothing of capitals, either.
_ANSWERS = _WORDS["answer"]
_SMALL_IN_TITLES = _WORDS["small in a title"] | {""}

# A title before a name keeps its point, so that this is not taken for the end of a sentence.
_TITLE = r"\b(?:Mrs?|Ms|Dr|Rep|Sen|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Prof|St|[A-Z])\.(?= )"
_TOKEN = re.compile(rf"{_TITLE}|[^\W_]+(?:['’.-][^\W_]+)*|[.;:!?,()—–]")
# Two sentences are not a title.
_SENTENCES = re.compile(r"[.!?] [A-Z]\w{3}")
_BY = re.compile(r",?[”\"’'»]? by (?:the )?[A-Z]")
_STOPS, _SPOKEN_ENDS, _ENDS_CLAUSE = frozenset(".;!?"), frozenset(",!?"), frozenset(".,;:!?)")
_NAME_BEHIND = re.compile(r" [A-Z][\w’'-]+(?:[,.;]|’s|'s| [a-z(]|$)")
_LONGEST_NICKNAME = 3  # words: “The Black Pearl”
_OWNERS = ("'s ", "’s ", "s' ", "s’ ")
_TOLD = ("told ", "tells ", "telling ")
_NAMED = ("called ", "named ", "dubbed ", "titled ")
_A_NAMED = re.compile(
    r"\b[Aa]n? (?:[a-z-]+ ){0,4}?[a-z]+,? (?:called|named|dubbed|titled|entitled|nicknamed) \Z"
)


def is_scare_quote(
    text: str,
    low: int,
    high: int,
    start: int,
    end: int,
) -> bool:
    """Say whether a span, marks included, is a title, a nickname or a scare quote, not speech.

    It is text[start:end]; `low` and `high` are the ends of its paragraph.

    >>> is_scare_quote("The “smart” meters", 0, 18, 4, 11)
    True
    >>> is_scare_quote("He called it “smart”", 0, 20, 13, 20)
    False
    """
    if end - start > LONGEST:
        return False

    # “Pier Closes at Dusk,” by the Post’s Ann Lee: the headline of an article that is named.
    if text[end - 2 : end - 1] == "," and _BY.match(text, end - 1):
        return True

    # <a href="...">: left over from a web page.
    if start > low and text[start - 1] == "=":
        return True

    inner = text[start + 1 : end - 1]
    words = inner.split()
    if len(words) > LONGEST_TITLE:
        return False

    before = text[max(low, start - BEFORE) : start]
    if len(words) <= _LONGEST_NICKNAME and _is_nickname(before, inner, text[end : end + AFTER]):
        return True
    capitals = _is_title_case(words)
    if _is_named_work(before, words, capitals):
        return True

    # What is neither short nor in title case is speech.
    short = len(words) <= SHORT
    in_title_case = capitals and len(words) > 1 and not _SENTENCES.search(inner)
    if not (short or in_title_case):
        return False
    after = text[end : min(high, end + AFTER)]
    return _is_doubted(inner, _TOKEN.findall(before), _TOKEN.findall(after), short, in_title_case)


def _is_doubted(
    inner: str, before: list[str], after: list[str], short: bool, in_title_case: bool
) -> bool:
    """Decide on a span that is short or in title case, from the tokens on either side."""
    # In a headline everything is in title case, so that this says nothing of the span.
    around = [token for token in (*before, *after) if token[0].isalpha()]
    is_title = in_title_case and not _is_title_case(around)

    # The words around it may say that someone says it.
    near = NEAR_HEADLINE if in_title_case else NEAR
    if _says_before(before, is_title, short, near) or _says_after(inner, after):
        return False
    if _stands_alone(inner, before, after):
        return False

    # What is left: a label, a name, a word that the writer does not stand by.
    return is_title or short


def _is_nickname(before: str, inner: str, after: str) -> bool:
    """Say whether a span stands inside a name: Robert “Bobby” Quill, but not: Lee said “No” Monday.

    Where every word of a line has a capital, this says nothing.
    """
    last = before.split(" ")[-2:-1] if before.endswith(" ") else []
    if not last or not last[0].istitle() or not _NAME_BEHIND.match(after):
        return False
    is_verb = fold(last[0]) in reporting_verbs()
    return inner[-1:].isalpha() and inner.istitle() and not is_verb


def _is_named_work(before: str, words: list[str], capitals: bool) -> bool:
    """Say whether what stands right before a span makes it the name of a work."""
    before = before.replace("\xa0", " ")

    # She told “Fox and Friends” that: a program, and not what she told.
    if before.endswith(_TOLD):
        return capitals and len(words) > 1

    # NBC’s “Today”, but not: the mayor’s “Never”.
    if before.endswith(_OWNERS):
        return capitals and before.split()[-1][:1].isupper()

    # A popular play called “Brokers”.
    return before.endswith(_NAMED) and _A_NAMED.search(before) is not None


def _is_title_case(words: list[str]) -> bool:
    bare = [word.strip(".,!?:;'’‘()") for word in words]
    telling = [word for word in bare if word.lower() not in _SMALL_IN_TITLES]

    # A title does not end in a small word: “Back to the” is the beginning of something said.
    if not telling or bare[-1].islower():
        return False
    return not any(word[0].islower() for word in telling)


def _says_before(
    before: list[str],
    is_title: bool,
    short: bool,
    near: int,
) -> bool:
    """Say whether a colon or a verb of saying or calling stands before the span."""
    # She wrote: “Never”; the phrase “clean harbor”.
    if before[-1:] == [":"] or not WORDS_BEFORE.isdisjoint(map(fold, before[-2:])):
        return True

    # He called the plan of the council, drawn up in May, “reckless”: rare in a headline. Verbs of
    # acting (accuse, accept) report words only right beside them.
    calling = NEAR_CALLING if short and near == NEAR else near
    # The council was accused last night of “vandalism”.
    act = min(NEAR, near) if before[-1:] == ["of"] else NEAR_HEADLINE
    nearest = {"act": act, "describe": calling, "speech": near}

    verbs = reporting_verbs()
    for distance, token in enumerate(reversed(before[-NEAR_CALLING:]), 1):
        # The verb must stand in the same sentence, and a film, book or song “Called Home” has none.
        word = fold(token)
        if token in _STOPS or (is_title and word in _NAMES_A_WORK):
            return False

        if word in verbs and distance <= nearest[verbs[word].use]:
            return True
        # According to Ann Lee, the pier is “shut”.
        if word == "according" and distance <= near:
            return "," in before[-distance:]
    return False


def _says_after(inner: str, after: list[str]) -> bool:
    """Say whether a verb of saying, or "according to", follows the span in its sentence."""
    # His “two percent” remark; “We won’t go”: Ann Lee on the cup.
    if after and after[0] in WORDS_BEHIND:
        return True
    is_clause = " " in inner and not _is_title_case(inner.split())
    if is_clause and after[:1] == [":"] and after[1:2] and after[1][0].isupper():
        return True

    # “This is fantastic!” beamed Ann Lee: any past form between an exclamation and a name. There
    # are too many of these verbs to list them.
    last = inner.rstrip()[-1:]
    vivid = len(after) > 1 and after[0].endswith("ed") and after[1][0].isupper()
    if vivid and last in _SPOKEN_ENDS:
        return True

    # What ends in a comma, or with ! or ?, is said.
    for distance, token in enumerate(after[:NEAR_BEHIND]):
        if token in _STOPS:
            return False

        # The deal was “dead,” according to aides.
        word = fold(token)
        if word == "according":
            return True

        # “No,” said Ann Lee; “No” said Ann Lee. Farther on only what a comma closes is said.
        if _can_say(word):
            ends = distance == 0 or last in _SPOKEN_ENDS or after[0] == ","
            several = " " in inner and inner[:1].islower()
            return ends or (several and _closes_clause(after, distance))
    return False


def _closes_clause(after: list[str], verb: int) -> bool:
    """Say whether a verb has its subject behind a comma, and nothing behind: ..., the Fed said."""
    behind = after[verb + 1 : verb + 2]
    is_last = not behind or behind[0] in _ENDS_CLAUSE
    return is_last and "," in after[max(0, verb - _SUBJECT) : verb]


def _can_say(word: str) -> bool:
    """Say whether a word can be the verb behind what is said: said, says, not saying."""
    # “No,” saying that he was tired, she left: here it is not the verb of what stands before.
    found = reporting_verbs().get(word)
    if found is None or found.use == "act":
        return False
    return found.inflection in ("past", "third")


def _stands_alone(inner: str, before: list[str], after: list[str]) -> bool:
    """Say whether the span is a sentence of its own: “Never.”."""
    opens = not before or before[-1] in _STOPS
    if not opens or not inner[:1].isupper():
        return False

    # “She learned nothing,” one of them told Tom; “No,” comes the answer.
    words = inner.rstrip(" ,").split()
    if inner.rstrip().endswith(",") and (len(words) > 1 or fold(words[0]) in _ANSWERS):
        return not _is_title_case(words) or fold(words[0]) in _ANSWERS

    # Nothing of its paragraph stands before it, or a sentence that has ended; the same behind.
    ends = inner.rstrip().endswith((".", "!", "?"))
    return ends and (not after or after[0][0].isupper())
