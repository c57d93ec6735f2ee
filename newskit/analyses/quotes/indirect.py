"""Indirect speech: what is reported without marks. Which verbs report, and how much is theirs.

Only verbs of speech count, as complements.csv lists them; the rules are in reported.py.
"""

from __future__ import annotations

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.names.tags import WORDS
from newskit.analyses.quotes import reported
from newskit.analyses.quotes.complements import frames_of, is_base
from newskit.analyses.quotes.cues import base_form
from newskit.analyses.quotes.indirect_span import cut, in_order
from newskit.analyses.quotes.indirect_subject import reporting_subject, speaks_alone
from newskit.analyses.quotes.noun_phrases import NounPhrase
from newskit.analyses.quotes.quote_place import Reported
from newskit.analyses.quotes.speech_verb import CLAUSES, Verb
from newskit.text.forms import fold

_FAR = 400  # tags of a sentence that are read on either side of a cue

# A set of tags is looked for many times faster than what may stand before each.
_CUE = pattern(
    """[says acts ing base according pronoun]
    ( (?<![determiner owner_noun owner number].)
      ( (?<=[says acts]) (?<!preposition.)
      | (?<=[comma pronoun noun adverb auxiliary preposition and when time number dash] ing)
      | (?<=[auxiliary adverb noun name pronoun comma preposition who time dash] base)
      )
    | (?<=according) (?=preposition)
    | (?<=pronoun) noun (?=[that pronoun])
    | (?P<FEW> (?<=determiner [says base]))
    )"""
)
_BEHIND_AUXILIARY = pattern("(?<=auxiliary) [says acts base according]")
_ALONE = pattern("(?<![auxiliary adverb]) base")
_LIKE_NOUN = pattern("(?<![name pronoun quote adverb]) (?<=.) . (?!that)")
_ACCORDING, _ING, _COMMA = map(one_of, ("according", "ing", "comma"))
# “...,” said Ann Lee: what is said stands before the verb, and all of it in marks.
_ONLY_QUOTED = frozenset(("Q", "Q,", "Q?"))


def indirect(
    tagged: TagSequence,
    direct: list[int],
) -> list[Reported]:
    """Find the indirect speech of a text, in order.

    `direct` holds the tags of its direct quotations, in order.
    """
    found: list[Reported] = []
    shared: NounPhrase | None = None  # the subject of the verb before, in the same sentence
    low = high = -1
    for at in _cues(tagged):
        if at >= high:
            low, high, shared = tagged.sentence_start(at), tagged.sentence_end(at), None
        if tagged.tags[low:at] in _ONLY_QUOTED and tagged.tags[at] not in _ACCORDING:
            continue

        verb = _verb(tagged, max(low, at - _FAR), at, min(high, at + _FAR))
        if verb is not None:
            parts, shared = _parts(verb, shared)
            left = (cut(tagged.tags, part, direct) for part in parts if part)
            found += filter(None, left)
    return in_order(tagged.tags, found)


def _cues(tagged: TagSequence) -> list[int]:
    """Return where there is a verb that may report something: some said, but not the claims.

    They note that it: some verbs have the tag of the noun that they mostly are.
    """
    found = [(m.end() - 1, m.lastgroup) for m in _CUE.finditer(tagged.tags)]
    return [at for at, few in found if few is None or speaks_alone(tagged, at)]


def _verb(
    tagged: TagSequence,
    low: int,
    at: int,
    high: int,
) -> Verb | None:
    """Return the verb of a cue with what may follow it; None if it reports no speech."""
    if tagged.tags[at] in _ACCORDING:
        return Verb(tagged, low, at, high, frozenset())

    verb = Verb(tagged, low, at, high, frames_of(tagged.printed(at, at + 1)))
    if not verb.frames:
        return None
    return None if _is_no_speech(verb) and not _is_asked(verb) else verb


def _is_asked(verb: Verb) -> bool:
    """Whether it is a question, by whomever: Lee was asked; asked whether it was safe, Lee ..."""
    is_participle = reported.opens(verb) or _is_passive(verb)
    return is_participle and base_form(verb.tagged.printed(*verb.cue)) == "ask"


def _parts(
    verb: Verb,
    shared: NounPhrase | None,
) -> tuple[list[Reported | None], NounPhrase | None]:
    """Ask the rules what a verb reports; also return the subject that a later verb may share."""
    if verb.tagged.tags[verb.at] in _ACCORDING:
        return [reported.according(verb)], shared
    if _is_asked(verb):
        return [reported.was_asked(verb)], shared

    # The subject behind the verb, then before it; said Lee, then Lee said.
    before = reported.inverted(verb) if "inverts" in verb.frames else None
    if before is not None:
        return [before], shared

    subject = reporting_subject(verb, shared)
    if subject is None:
        return [], shared
    may_stand_between = not verb.frames.isdisjoint(CLAUSES)
    if may_stand_between and reported.stands_between(verb, subject):
        return [reported.said_before(verb, subject), reported.said_on(verb, subject)], subject
    return [reported.said_behind(verb, subject)], subject


def _is_no_speech(verb: Verb) -> bool:
    """Whether the verb is passive, or a noun spelled like it: was told, campaign reports."""
    for is_other in _OTHERS:
        if is_other(verb):
            return True
    return False


def _is_passive(verb: Verb) -> bool:
    """Has questions; was told."""
    if not _BEHIND_AUXILIARY.match(verb.tagged.tags, verb.at):
        return False
    auxiliary = fold(verb.tagged.printed(verb.at - 1, verb.at))
    return "also_noun" in verb.frames or auxiliary in WORDS["passive_auxiliary"]


def _is_deed(verb: Verb) -> bool:
    """Whether nothing said can follow its -ing form: calling, defending."""
    return verb.tag(verb.at) in _ING and verb.frames.isdisjoint(CLAUSES)


def _is_participle(verb: Verb) -> bool:
    """Whether it goes with a noun: the words spoken."""
    if not _ALONE.match(verb.tagged.tags, verb.at):
        return False
    return not is_base(verb.tagged.printed(*verb.cue))


def _is_name_given(verb: Verb) -> bool:
    """Whether it says how something is called: a blog, called the Feed."""
    return "describes" in verb.frames and verb.tag(verb.at - 1) in _COMMA


def _is_noun(verb: Verb) -> bool:
    """Whether it is a noun spelled like the verb: campaign reports."""
    may_be_noun = "also_noun" in verb.frames
    return may_be_noun and _LIKE_NOUN.match(verb.tagged.tags, verb.at) is not None


_OTHERS = (_is_passive, _is_deed, _is_participle, _is_name_given, _is_noun)
