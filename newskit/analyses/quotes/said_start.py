"""Where what is said begins behind its verb: behind whom and when, at what the verb takes."""

from __future__ import annotations

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.quotes.cues import base_form
from newskit.analyses.quotes.noun_phrases import PHRASE
from newskit.analyses.quotes.speech_verb import CLAUSES, PREPOSITIONAL, Verb, skip
from newskit.text.forms import fold

_NEAR_OF = 8  # tags behind a verb in which the preposition stands that it needs

_ADVERBS = pattern("(adverb | determiner? time number?)*")
# Where, when and to whom it was said: in an interview with the Herald on Monday
TAIL = pattern(
    """[adverb time number]*
    ( preposition [determiner owner owner_noun number time adverb]?
      [noun name particle owner owner_noun time number adverb]{1,7} (and [noun name]{1,3})?
    ){0,4} [adverb time number]*"""
)
_CLAUSE_BEGINS = pattern(
    """determiner? pronoun
    | [determiner owner owner_noun number]? [noun name adverb owner number]{1,5}
      [auxiliary says acts]"""
)
_COMMA_THAT = pattern("comma that")
_ENDS = one_of("stop comma paragraph open_end semicolon close dash")
_OPENS_CLAUSE, _PREPOSITION, _THAT = map(one_of, ("that when", "preposition", "that"))
_PREPOSITIONS = {"call": ("for", "on"), "refer": ("to",), "point": ("to",), "appeal": ("for",)}


def start_of_said(verb: Verb) -> int | None:
    """Return the tag that it begins at; None if nothing that the verb takes follows."""
    tags = verb.tagged.tags
    start = skip(_ADVERBS, tags, verb.at + 1, verb.high)
    if "object" in verb.frames:
        start = _behind_object(verb, start)
    if verb.tag(start) in _PREPOSITION:
        start = _behind_preposition(verb, start)
    elif _COMMA_THAT.match(tags, start):
        start += 1  # he added, that

    is_inside = 0 <= start < verb.high
    return start if is_inside and _may_be_said(verb, start) else None


def _behind_object(
    verb: Verb,
    start: int,
) -> int:
    """Told the council on Monday that ...: whom, where and when come first."""
    tags = verb.tagged.tags
    whom = PHRASE.match(tags, start, verb.high)
    if whom is None:
        return start

    behind = skip(TAIL, tags, whom.end(), verb.high)
    if "clause" in verb.frames and verb.tag(behind) not in _THAT:
        return start
    return behind if verb.tag(behind) in _OPENS_CLAUSE else whom.end()


def _behind_preposition(
    verb: Verb,
    start: int,
) -> int:
    """Return where what is said begins; -1 if the verb does not take the preposition.

    Said on Monday that ... skips the day; warned of, vowed to begin with the preposition.
    """
    that = skip(TAIL, verb.tagged.tags, start, verb.high)
    is_aside = verb.tag(that) in _THAT or verb.frames.isdisjoint(PREPOSITIONAL)
    if "clause" in verb.frames and is_aside:
        return that
    return start if _takes(verb, start) else -1


def _takes(
    verb: Verb,
    start: int,
) -> bool:
    """Whether the preposition leads on to what is said: called for, warned of, vowed to."""
    preposition = fold(verb.tagged.printed(start, start + 1))
    wanted = _PREPOSITIONS.get(base_form(verb.tagged.printed(*verb.cue)))
    if wanted is not None:
        return preposition in wanted

    # Of "to", an infinitive follows; of any other, what the verb is about.
    fitting = {"infinitive"} if preposition == "to" else {"of", "clause"}
    return not verb.frames.isdisjoint(fitting)


def _may_be_said(
    verb: Verb,
    start: int,
) -> bool:
    """Whether the verb takes what begins at `start`: a clause, an object or a preposition."""
    tags, frames = verb.tagged.tags, verb.frames
    first = tags[start]
    if first in _ENDS or (first in _THAT and frames.isdisjoint(CLAUSES)):
        return False

    # Wrote that, wrote she was; but not wrote a letter.
    is_clause = first in _OPENS_CLAUSE or _CLAUSE_BEGINS.match(tags, start, verb.high)
    behind_preposition = verb.tag(verb.at - 1) in _PREPOSITION
    if not is_clause and ("strict" in frames or behind_preposition):
        return first in _PREPOSITION and not frames.isdisjoint(PREPOSITIONAL)
    return frames != {"of"} or "o" in tags[start : start + _NEAR_OF]
