"""Who says what without marks, around one verb of speech: one named rule per form of it.

The pier, Ann Lee said, was closed.  The pier was closed, said Ann Lee.  According to Ann Lee, ...
Ann Lee said (that) it was closed, warned of ..., vowed to ..., told them that ...
"""

from __future__ import annotations

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.quotes.noun_phrases import PHRASE, NounPhrase, subject_after
from newskit.analyses.quotes.quote_place import Reported
from newskit.analyses.quotes.rule_book import rule
from newskit.analyses.quotes.said_start import TAIL, start_of_said
from newskit.analyses.quotes.speech_verb import Verb, skip
from newskit.text.forms import fold

_LEAD = 10  # tags: fewer of them before "according to" are not what was said

_SAID = pattern("[auxiliary says acts past base quote]")
_DESCRIBED = pattern("[^comma semicolon stop paragraph quote]* quote?")
_AROUND_ENDS = one_of("stop comma paragraph open_end semicolon close dash")
_BEHIND_INVERTED = one_of("comma stop paragraph preposition who open nothing")
_SETS_OFF, _BEFORE_SUBJECT = one_of("comma open_end"), one_of("comma open_end dash")
# What follows a comma behind "he said" and is not what he said: adding, who, and, “...”, when
_NOT_SAID = one_of("ing who and quote when stop paragraph nothing")
_SAYS, _COMMA, _THAT = map(one_of, ("says", "comma", "that"))
_ING, _WHEN = one_of("ing"), one_of("when")
_TIME, _QUESTION = pattern("([adverb time] | preposition [time number]+)*"), one_of("when who")
_SURE = one_of("that pronoun")
_QUOTED = pattern(r"quote [comma open_end]? [comma dash]? \Z")
_THEN_QUOTE = pattern("comma quote")

@rule("indirect: according to", sure=.9, example="According to Ann Lee, the pier was closed.")
def according(verb: Verb) -> Reported | None:
    """According to Ann Lee, the pier was closed. The pier was closed, according to Ann Lee."""
    tags, low, at = verb.tagged.tags, verb.low, verb.at
    subject = subject_after(tags, at + 2, verb.high)
    if subject is None:
        return None

    # At the head of a sentence, what was said is behind it; elsewhere before it.
    cue = NounPhrase(at, at + 2)
    near_head = at - low < _LEAD and not _SAID.search(tags, low, at)
    if at - low > 1 and not near_head:
        return Reported(
            low=low,
            high=at,
            speaker=subject,
            cue=cue,
        )

    comma = tags.find(",", subject.high, verb.high)
    return Reported(comma + 1, verb.high, subject, cue) if comma > 0 else None


@rule("indirect: verb subject", sure=.9, example="The pier was closed, said Ann Lee, the mayor.")
def inverted(verb: Verb) -> Reported | None:
    """Read the words before: the pier was closed, said Ann Lee, the mayor."""
    tags, at = verb.tagged.tags, verb.at
    behind_comma = at - 1 > verb.low and tags[at - 1] in _SETS_OFF
    if tags[at] not in _SAYS or not behind_comma:
        return None

    subject = subject_after(tags, at + 1, verb.high)
    if subject is None or verb.tag(subject.high) not in _BEHIND_INVERTED:
        return None
    # A longtime official, Bo Ek, said the group in Lund ...: without a verb it is who speaks.
    is_over = subject.high >= verb.high or tags[subject.high] in _SETS_OFF
    if not is_over and not _SAID.search(tags, verb.low, at):
        return None
    return Reported(
        low=verb.low,
        high=at - 1,
        speaker=subject,
        cue=verb.cue,
    )


@rule(
    "indirect: was asked", sure=.6, example="Bo Ek was asked by Ann Lee whether the pier was safe."
)
def was_asked(verb: Verb) -> Reported | None:
    """Read a question: Ek was asked about the pier; of the one who asks, if that is printed."""
    tags, start = verb.tagged.tags, verb.at + 1
    asker = _behind_word(verb, "by", start)
    if asker is not None:
        start = asker.high
    start = skip(_TIME, tags, start, verb.high)

    # “...,” he said when asked about it: when he said it, and no question.
    is_aside = opens(verb) and verb.at - 1 > verb.low
    is_about = _printed(verb, start) == "about" and not is_aside
    is_question = verb.tag(start) in _QUESTION or is_about
    if not is_question or start >= verb.high:
        return None
    return Reported(
        low=start,
        high=_comma_behind(verb, start) if opens(verb) else verb.high,
        speaker=asker or _interviewer(verb),
        cue=verb.cue,
    )


def opens(verb: Verb) -> bool:
    """Whether a verb opens its clause: asked about it; when asked about it."""
    return verb.at == verb.low or verb.tag(verb.at - 1) in _WHEN


def _interviewer(verb: Verb) -> NounPhrase | None:
    """In an interview with Sky News, Lee was asked about it: by Sky News."""
    for at in range(verb.low, verb.at - 2):
        if _printed(verb, at) == "interview":
            return _behind_word(verb, "with", at + 1)
    return None


def _behind_word(
    verb: Verb,
    word: str,
    at: int,
) -> NounPhrase | None:
    """Return the phrase behind a word that stands at a tag."""
    if _printed(verb, at) != word:
        return None
    return subject_after(verb.tagged.tags, at + 1, verb.high)


def _printed(
    verb: Verb,
    at: int,
) -> str:
    """Return the word at a tag, in lower case."""
    return fold(verb.tagged.printed(at, at + 1)) if at < verb.high else ""


def stands_between(
    verb: Verb,
    subject: NounPhrase,
) -> bool:
    """Whether commas set "Ann Lee said on Monday" off from what she said."""
    if subject.low <= verb.low or verb.tag(verb.at) in _ING:
        return False
    before = subject.low - 1
    if verb.tag(before) not in _BEFORE_SUBJECT and _printed(verb, before) != "as":
        return False  # as Ann Lee said on Monday, ...

    tags, end = verb.tagged.tags, _behind_tail(verb)
    if "object" in verb.frames and end < verb.high and tags[end] in _THAT:
        return False
    if end >= verb.high:
        return True
    return tags[end] in _AROUND_ENDS and not _THEN_QUOTE.match(tags, end)


def _behind_tail(verb: Verb) -> int:
    """Return the tag behind a verb, and behind where, when and to whom it was said."""
    tags, at = verb.tagged.tags, verb.at + 1
    if "object" in verb.frames:
        at = skip(PHRASE, tags, at, verb.high)
    return skip(TAIL, tags, at, verb.high)


@rule(
    "indirect: subject verb behind", sure=.9, example="The pier was closed, Ann Lee said on Monday."
)
def said_before(
    verb: Verb,
    subject: NounPhrase,
) -> Reported | None:
    """Read the words before: the pier was closed, Ann Lee said."""
    return Reported(
        low=verb.low,
        high=subject.low - 1,
        speaker=subject,
        cue=verb.cue,
    )


@rule(
    "indirect: subject verb between", sure=.8, example="The old pier, Ann Lee said, was closed."
)
def said_on(
    verb: Verb,
    subject: NounPhrase,
) -> Reported | None:
    """Go on with the words behind: the pier, Ann Lee said on Monday, was closed."""
    # Unless another clause begins there.
    end = _behind_tail(verb)
    if verb.tag(end) not in _COMMA or verb.tag(end + 1) in _NOT_SAID:
        return None
    if _is_quoted(verb, subject):
        return None
    return Reported(
        low=end + 1,
        high=verb.high,
        speaker=subject,
        cue=verb.cue,
    )


@rule("indirect: subject verb", sure=.9, example="Ann Lee told them that the pier was closed.")
def said_behind(
    verb: Verb,
    subject: NounPhrase,
) -> Reported | None:
    """Read the words behind: Ann Lee said that it was closed, told them that, warned of it."""
    tags, start = verb.tagged.tags, start_of_said(verb)
    if start is None:
        return None
    if _is_quoted(verb, subject) and tags[start] not in _THAT:
        return None  # “...,” Ann Lee said when asked about it

    high = verb.high
    if _is_subordinate(verb, subject):
        high = _comma_behind(verb, start)  # as Lee said it would, it rained
    if "describes" in verb.frames:
        high = skip(_DESCRIBED, tags, start, high)  # called it a shame, and left

    sure = .9 if tags[start] in _SURE else .75
    return Reported(
        low=start,
        high=high,
        speaker=subject,
        cue=verb.cue,
        confidence=sure,
    )


def _is_subordinate(
    verb: Verb,
    subject: NounPhrase,
) -> bool:
    """Whether the clause of the verb opens the sentence of another: as Lee said, when Lee said."""
    opens = subject.low - 1 <= verb.low + 1
    return opens and subject.low > verb.low and verb.tag(subject.low - 1) in _WHEN


def _comma_behind(
    verb: Verb,
    start: int,
) -> int:
    at = verb.tagged.tags.find(",", start, verb.high)
    return at if at > 0 else verb.high


def _is_quoted(
    verb: Verb,
    subject: NounPhrase,
) -> bool:
    """Whether the words before are a quotation, so that the verb has what was said already."""
    return _QUOTED.search(verb.tagged.tags, verb.low, subject.low) is not None
