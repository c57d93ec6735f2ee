"""Indirect speech: what is reported without marks. Which verbs report, and how much is theirs.

Only verbs of speech count, as complements.csv lists them; the rules are in reported.py.
"""

from __future__ import annotations

from bisect import bisect_left

from newskit.analyses.names.tag_patterns import one_of, pattern
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.analyses.names.tags import WORDS
from newskit.analyses.quotes import reported
from newskit.analyses.quotes.complements import frames_of, is_base
from newskit.analyses.quotes.cues import base_form
from newskit.analyses.quotes.noun_phrases import (
    NounPhrase,
    first_subject,
    noun_phrases,
    subject_before,
)
from newskit.analyses.quotes.quote_place import Reported
from newskit.analyses.quotes.quoted_as import quoted_as_saying
from newskit.analyses.quotes.reported import Verb
from newskit.text.forms import fold

_LEAST = 2  # words that a content must have
_FAR = 400  # tags of a sentence that are read on either side of a cue
_NEAR_HEAD = 20  # tags in which the least number of words is looked for

# A set of tags is looked for many times faster than what may stand before each.
_MAY_BE_CUE = pattern("[says acts ing base according]")
_CUE = pattern(
    """(?<![determiner owner_noun owner number])
    ( (?<!preposition) [says acts]
    | (?<=[comma pronoun noun adverb auxiliary preposition and when time number dash]) ing
    | (?<=[auxiliary adverb noun name pronoun comma preposition who time dash]) base
    )
    | according (?=preposition)"""
)
_FEW = pattern(
    r"""(\A | (?<=[stop paragraph comma and when])) ([determiner noun] preposition)?
    determiner{1,2} \Z"""
)
_LONGEST_FEW = 4  # tags: the two said; majorities in all five say
# Behind the cue, the next verb is another's: Lee said it was closed and left.
_STOP = pattern(
    r"""comma? and [auxiliary adverb]{0,2} [says acts] (?=[^stop comma paragraph])
    | comma ing | semicolon | comma who (?![^comma stop]{1,40} comma) | comma past | comma and past
    | dash (?![noun preposition ing and when base])
    | comma (pronoun | determiner? [noun name number owner owner_noun]{1,6})
      says [adverb time]{0,3} \Z"""
)
# Ferries - the old ones - were late: what two dashes hold ends nothing.
_HELD = pattern("dash [^dash stop]{1,40} dash")
_TWO_WORDS = pattern(
    """( [quote stop comma semicolon colon paragraph open_end open close dash]*
         [^quote stop comma semicolon colon paragraph open_end open close dash]
    ){2}"""
)
_CONTENT = pattern(
    """[stop comma semicolon colon paragraph open_end open close and dash]*+
    (?P<SAID> .* [^stop comma semicolon colon paragraph open_end open close and dash])"""
)
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
_BEHIND_AUXILIARY = pattern("(?<=auxiliary) [says acts base according]")
_ALONE = pattern("(?<![auxiliary adverb]) base")
_LIKE_NOUN = pattern("(?<![name pronoun quote adverb]) (?<=.) . (?!that)")
_ACCORDING, _ING, _PRONOUN = one_of("according"), one_of("ing"), one_of("pronoun")
_MAY_SAY = one_of("says base")
_THAT = one_of("that")
_COMMA, _JOINS = one_of("comma"), one_of("comma and")
# “...,” said Ann Lee: what is said stands before the verb, and all of it in marks.
_ONLY_QUOTED = frozenset(("Q", "Q,", "Q?"))


def indirect(tagged: TagSequence, direct: list[int]) -> list[Reported]:
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
            cut = [_cut(tagged.tags, part, direct) for part in parts if part]
            found += [part for part in cut if part]
    return _nested(tagged.tags, found)


def _cues(tagged: TagSequence) -> list[int]:
    """Return where there is a verb that may report something: some said, but not the claims."""
    tags = tagged.tags
    candidates = [m.start() for m in _MAY_BE_CUE.finditer(tags)]
    return [at for at in candidates if _CUE.match(tags, at) or _behind_few(tagged, at)]


def _behind_few(tagged: TagSequence, at: int) -> bool:
    """Whether a determiner that opens a clause speaks: some said, the two said."""
    few = _FEW.search(tagged.tags, max(at - _LONGEST_FEW, 0), at)
    if few is None or tagged.tags[at] not in _MAY_SAY:
        return False
    return fold(tagged.printed(at - 1, at)) in WORDS["speaks_alone"]


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
    verb: Verb, shared: NounPhrase | None
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

    subject = _subject(verb, shared)
    if subject is None:
        return [], shared
    may_stand_between = not verb.frames.isdisjoint(reported.CLAUSES)
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
    return verb.tag(verb.at) in _ING and verb.frames.isdisjoint(reported.CLAUSES)


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


def _subject(verb: Verb, shared: NounPhrase | None) -> NounPhrase | None:
    """Find who says it: the subject of the cue, or the one that it shares with the verb before."""
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

    relative = _RELATIVE.search(tags, low, at)
    if relative:  # the mayor, who has said
        return subject_before(tags, low, relative.start())

    found = _behind_conjunction(verb) or subject_before(tags, low, at)
    if found is None and _JOINED.match(tags, at):
        return shared or first_subject(tags, low, at)
    if found is None and tags[at] in _ING and verb.tag(at + 1) in _THAT:
        return _phrase_ending(tags, low, at)  # in a report suggesting that
    return found


def _phrase_ending(tags: str, low: int, at: int) -> NounPhrase | None:
    """Return the noun phrase right before a tag, of whatever preposition."""
    near = noun_phrases(tags, max(low, at - _NEAR_HEAD), at)
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
    found = _CONJOINED.search(tagged.tags, max(verb.low, at - _NEAR_HEAD), at)
    if found is None:
        return None

    begin = found.start()
    if fold(tagged.printed(begin, begin + 1)) not in WORDS["also_conjunction"]:
        return None
    return NounPhrase(*found.span("SUBJECT"))


def _cut(
    tags: str,
    part: Reported,
    direct: list[int],
) -> Reported | None:
    """Take off what is quoted, or reported by another verb; None if too little is left."""
    low, high = part.low, part.high

    # A direct quotation ends the paraphrase before it: Lee said it was closed: “We ...”
    k = bisect_left(direct, low)
    if k < len(direct) and direct[k] < high:
        high = direct[k]

    if part.low > part.cue.low:
        high = _stop(tags, low, high)

    content = _CONTENT.match(tags, low, high)
    if content is None:
        return None
    low, high = content.span("SAID")
    words = _TWO_WORDS.match(tags, low, min(high, low + _NEAR_HEAD))
    return part._replace(low=low, high=high) if words else None


def _stop(
    tags: str,
    low: int,
    high: int,
) -> int:
    """Return where what is said behind a verb ends in its sentence."""
    at = low
    while found := _STOP.search(tags, at, high):
        held = _HELD.match(tags, found.start(), high)
        if held is None:
            return found.start()
        at = held.end()
    return high


def _nested(tags: str, found: list[Reported]) -> list[Reported]:
    """Put them in order; of two that overlap, and neither holds the other, the later is dropped."""
    kept: list[Reported] = []
    open_ends: list[int] = []
    for part in sorted(found, key=lambda p: (p.low, -p.high)):
        begin = _speaker_inside(part, kept[-1]) if kept else -1
        if begin >= 0:
            behind_cue = kept[-1].low > kept[-1].cue.low
            # Lee said it rained, and Ek said it snowed.
            if behind_cue and tags[begin - 1] in _JOINS:
                kept[-1] = kept[-1]._replace(high=begin - 1 - (tags[begin - 2] in _COMMA))
                open_ends[-1] = kept[-1].high

        while open_ends and open_ends[-1] <= part.low:
            open_ends.pop()
        fits = not open_ends or part.high <= open_ends[-1]
        is_twice = bool(kept) and kept[-1][:2] == part[:2]  # by two verbs
        if fits and not is_twice:
            kept.append(part)
            open_ends.append(part.high)
    return kept


def _speaker_inside(part: Reported, last: Reported) -> int:
    """Return where the speaker of a part begins, if that is among the words of the last; else -1.

    It stands before the words of the part.
    """
    if part.speaker is None or part.low < part.cue.low:
        return -1
    begin = part.speaker.low
    return begin if last.low + _LEAST < begin < last.high else -1
