"""Direct or mixed: whether quoted words stand by themselves, or inside a paraphrase."""

from __future__ import annotations

import re
from functools import lru_cache

from newskit.analyses.quotes.quote_place import Attribution, QuotePlace
from newskit.analyses.quotes.rules import noun_behind
from newskit.analyses.quotes.tags import word_tag
from newskit.text.forms import fold, word
from newskit.text.scare import WORDS_BEFORE
from newskit.text.turns import TURN

MOSTLY = .8  # of the words reported: with fewer of them inside the marks a quotation is mixed
_LONG_ENOUGH = 40  # characters: a label or a title is shorter
_CLAUSE = 4  # words that a clause has at least
_HEAD = 9  # words of a quotation that are looked at
# Characters that are looked at: enough for a head of long words, and for 60 words of a long speech.
_HEAD_CHARACTERS, _CHARACTERS = 120, 400
_REST = re.compile(r"[^.,;|Q?]{0,60}")
# A pronoun and any word, or a noun phrase and a finite verb: we lost; the pier is shut; there are two
_OWN_CLAUSE = re.compile(r"[&sh]?s?(?:P[^,]|D[aVX]|ja|D?[nNjZz#&]{0,5}[nN]j{0,2}[aVX])")
_CLITIC = re.compile(
    r"(i|we|he|she|it|they|you|there|that|this)['’](?:s|re|m|d|ll|ve)\Z", re.IGNORECASE
)
_OPENS = ",:;-(h"  # what may stand before words that are a clause of their own
# Behind the quotation no more of what was said: the end, another clause, when and where.
_CLOSES = ".,|?;:)-o&s"
_NO_WORDS = ".,;:-()?hj"  # signs, "that" and adverbs: not counted as words of a paraphrase


def quotation_kind(place: QuotePlace, attribution: Attribution | None) -> str:
    """Tell direct speech, which stands by itself, from mixed, which is part of a paraphrase."""
    if place.span.mark == TURN:
        return "turn"
    if attribution is not None and _goes_on(attribution):
        return "direct"

    previous = place.tagged.tags[place.at - 1] if place.at > place.low else ""
    is_direct = (
        _is_named(place)
        or _stands_alone(place, previous, attribution)
        or _is_all_reported(place, attribution)
        or _is_clause(place, previous)
    )
    if is_direct:
        return "direct"
    return "mixed" if attribution is None else _by_share(place, attribution, previous)


def _goes_on(attribution: Attribution) -> bool:
    """Whether it continues speech, or follows a colon: Lee: “...”."""
    behind_colon = attribution.position == "before" and attribution.pattern == "colon"
    return attribution.continues or behind_colon


def _stands_alone(place: QuotePlace, previous: str, attribution: Attribution | None) -> bool:
    """Whether marks, and what stands before them, set the words off from their sentence."""
    if attribution is None:
        set_off = not previous or (previous in ",:" and _is_sentence(place))
        return place.opens and set_off

    is_after, pattern = attribution.position == "after", attribution.pattern
    if attribution.position == "before" and place.opens and previous in ("V", ","):
        if _is_sentence(place):
            return True  # whatever follows it: he yelled “You lie!” at the chair

    if is_after and pattern in ("subject verb", "verb subject") and previous in ("-", "(", "V", "G"):
        return True
    behind_comma = previous == "," and is_after and pattern in ("subject verb", "signature")
    return previous == ":" or behind_comma


def _is_all_reported(place: QuotePlace, attribution: Attribution | None) -> bool:
    """Whether all that is reported stands in the marks, right behind the verb: some chanted “Out!”."""
    tags, at = place.tagged.tags, place.at
    cue = attribution.cue if attribution else None
    if cue is None or tags[cue.low] not in "VG":
        return False
    if tags[cue.low + 1 : at + 1] not in ("Q", ",Q"):
        return False

    behind = tags[at + 1 : at + 2]
    # those saying “no” are fewer
    ends_phrase = tags[cue.low] == "G" and behind in "eVXa"
    return ends_phrase or behind in _CLOSES


def _is_named(place: QuotePlace) -> bool:
    """Whether a noun beside the marks says that they hold words: the phrase “...”, his “...” promise."""
    tagged, at = place.tagged, place.at
    before = at - 1 - (tagged.tags[at - 1 : at] in (",", "a"))
    if before >= place.low and fold(tagged.printed(before, before + 1)) in WORDS_BEFORE:
        return True
    return noun_behind(place) is not None


def _is_clause(place: QuotePlace, previous: str) -> bool:
    """Whether the words are a clause of their own, set off: that “we are shut” today."""
    opens_sentence = not previous or (previous == "&" and place.at == place.low + 1)
    if not opens_sentence and previous not in _OPENS:
        return False

    words = place.inner_text(_HEAD_CHARACTERS).split()[:_HEAD]
    if len(words) < _CLAUSE:
        return False
    return _OWN_CLAUSE.match("".join(map(_tags_of_word, words))) is not None


@lru_cache(maxsize=20_000)
def _tags_of_word(token: str) -> str:
    """Return the tag of a word and of the comma behind it; we’re and it’s are pronoun and verb."""
    found = word(token)
    if found is None:
        return "-"

    comma = "," if token[-1] in ",;:." else ""
    clitic = _CLITIC.match(found.text)
    if clitic:
        return word_tag(clitic.group(1)) + "a" + comma
    return word_tag(found.text) + comma


def _by_share(place: QuotePlace, attribution: Attribution, previous: str) -> str:
    """Compare the quoted words with all that is reported."""
    tags, at = place.tagged.tags, place.at
    before = tags[_content_start(place, attribution) : at]
    if previous == "," and _has_subject_before(attribution):
        before = ""  # told reporters in Lund, “we ...”: whom, where and when are not what was said

    rest = _REST.match(tags, at + 1)
    behind = rest.group() if rest and not _ends_sentence(attribution) else ""
    n_around = sum(tag not in _NO_WORDS for tag in before + behind)
    n_quoted = len(place.inner_text(_CHARACTERS).split())
    return "direct" if n_quoted >= MOSTLY * (n_quoted + n_around) else "mixed"


def _is_sentence(place: QuotePlace) -> bool:
    """Whether the quoted words end as a sentence or a clause does, inside the marks."""
    span = place.span
    ends = place.tagged.text[span.inner_end - 1] in ".!?,"
    return ends or span.inner_end - span.inner_start > _LONG_ENOUGH


def _content_start(place: QuotePlace, attribution: Attribution) -> int:
    """Where what is reported begins: behind the cue, if that stands before the quotation."""
    cue = attribution.cue
    return cue.high if cue is not None and place.low <= cue.high <= place.at else place.low


def _has_subject_before(attribution: Attribution) -> bool:
    """Whether subject and verb stand before the quotation: Lee said; Lee praised them and said."""
    patterns = ("subject verb", "shared subject")
    return attribution.position == "before" and attribution.pattern in patterns


def _ends_sentence(attribution: Attribution) -> bool:
    """Whether the attribution stands right behind the quotation: no more is reported."""
    in_sentence = attribution.pattern in ("clause", "according to")
    return attribution.position == "after" and not in_sentence
