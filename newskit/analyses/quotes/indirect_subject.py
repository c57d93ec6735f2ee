"""Who says what is reported without marks: the subject of its verb, or one that verbs share."""

from __future__ import annotations

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.names.tags import WORDS
from newskit.analyses.quotes.noun_phrases import (
    NounPhrase,
    first_subject,
    noun_phrases,
    subject_before,
)
from newskit.analyses.quotes.quoted_as import quoted_as_saying
from newskit.analyses.quotes.speech_verb import Verb
from newskit.text.forms import fold

_NEAR = 20  # tags before a verb in which its conjunction or its noun stands

_FEW = pattern(
    r"""(\A | (?<=[stop paragraph comma and when])) ([determiner noun] preposition)?
    determiner{1,2} \Z"""
)
_LONGEST_FEW = 4  # tags: the two said; majorities in all five say
_CONJOINED = pattern(
    r"""preposition
    (?P<SUBJECT> [determiner owner owner_noun number]? [noun name number past and]{0,7} [noun name])
    [auxiliary adverb]{0,3} \Z"""
)
# She praised them, adding; by saying; went on to say: the subject is that of the verb before.
_SHARES = pattern("(?<=[comma preposition and]) ing | (?<=preposition) base")
_BEHIND_AS, _BEHIND_TO = pattern("(?<=when) ing"), pattern("(?<=preposition) base")
# Hugged them and said.
_JOINED = pattern("((?<=comma) | (?<=and) | (?<=and.)) [says acts]")
_RELATIVE = pattern(r"comma? who [auxiliary adverb time]{0,3} \Z")
_REPORTING = pattern("ing that")
_PRONOUN, _DETERMINER, _MAY_SAY = map(one_of, ("pronoun", "determiner", "says base"))


def speaks_alone(
    tagged: TagSequence,
    at: int,
) -> bool:
    """Whether a determiner that opens a clause speaks: some said, the two said."""
    tags = tagged.tags
    if tags[at] not in _MAY_SAY or tags[at - 1 : at] not in _DETERMINER:
        return False
    few = _FEW.search(tags, max(at - _LONGEST_FEW, 0), at)
    return few is not None and fold(tagged.printed(at - 1, at)) in WORDS["speaks_alone"]


def reporting_subject(
    verb: Verb,
    shared: NounPhrase | None,
) -> NounPhrase | None:
    """Find who says it; `shared` is the subject of the verb before, in the same sentence."""
    tags, low, at = verb.tagged.tags, verb.low, verb.at
    if at > low and tags[at - 1] in _PRONOUN:
        return NounPhrase(at - 1, at)
    if few := _FEW.search(tags, max(at - _LONGEST_FEW, low), at):
        return NounPhrase(*few.span())
    if _BEHIND_AS.match(tags, at):
        return quoted_as_saying(verb.tagged, low, at)
    if _BEHIND_TO.match(tags, at) and not _goes_on_to(verb):
        return None
    if _SHARES.match(tags, at):
        return shared or first_subject(tags, low, at)
    if relative := _RELATIVE.search(tags, low, at):
        return subject_before(tags, low, relative.start())  # the mayor, who has said
    return _behind_conjunction(verb) or subject_before(tags, low, at) or _farther(verb, shared)


def _farther(
    verb: Verb,
    shared: NounPhrase | None,
) -> NounPhrase | None:
    """Hugged them and said; in a report suggesting that."""
    tags, low, at = verb.tagged.tags, verb.low, verb.at
    if _JOINED.match(tags, at):
        return shared or first_subject(tags, low, at)
    if not _REPORTING.match(tags, at):
        return None
    near = noun_phrases(tags, max(low, at - _NEAR), at)
    return near[-1] if near and near[-1].high == at else None


def _goes_on_to(verb: Verb) -> bool:
    """Went on to say; but not: refused to say, wanted to say."""
    printed = verb.tagged.printed
    if verb.at < 2 or fold(printed(verb.at - 1, verb.at)) != "to":
        return False
    return fold(printed(verb.at - 2, verb.at - 1)) in WORDS["goes_on_to"]


def _behind_conjunction(verb: Verb) -> NounPhrase | None:
    """After engineers warned of it: a word that is a preposition elsewhere."""
    tagged, at = verb.tagged, verb.at
    found = _CONJOINED.search(tagged.tags, max(verb.low, at - _NEAR), at)
    if found is None:
        return None

    begin = found.start()
    if fold(tagged.printed(begin, begin + 1)) not in WORDS["also_conjunction"]:
        return None
    return NounPhrase(*found.span("SUBJECT"))
