"""Runs of capitalized words: where an article prints a name, and what the name says by itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import methodcaller
from typing import NamedTuple

from newskit.analyses.names.name_forms import (
    ORGANIZATION_HEADS,
    ORGANIZATION_WORDS,
    TITLES,
    Name,
    bare_name,
    name_in,
    name_key,
    name_of_words,
)
from newskit.analyses.names.offices import behind_office, office_before
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.text.forms import fold

# Capitalized words, with particles between them (Ursula von der Leyen), to the first possessive.
_RUN = re.compile(r"N(?:[Nv]{0,8}[NZ])?|Z")
# A word that opens a sentence, without what behind it speaks for a name: a sign, who, says; Ann
# and Bo Lee. And all the other runs.
_OPENING = re.compile(r"N(?<![^.|?]N)(?![Nv]{0,8}[NZ]|[,(wV:]|&NN)")
_TOLD = re.compile(r"N(?:[Nv]{0,8}[NZ]|(?=[,(wV:]|&NN)|(?<=[^.|?]N))|Z")
# A nickname may stand in brackets: William (Bill) Oko. Not the Drivers’ Front (PTDF), Ada Brandt.
_NICKNAME = "N(N)N"
_WITH_NICKNAME = re.compile(r"N{1,2}\(N\)[Nv]{0,3}[NZ]|N(?:[Nv]{0,8}[NZ])?|Z")
_BREAK = re.compile(r"\)\W*[,;:.]|\(\W*[A-Z]{2,}\W*\)")
_SPAN = methodcaller("span")
_LOWER_CASE = re.compile("[nejVXGBzQ]")
_IN_HEADLINE = re.compile("[nejVXGBz]")  # the first paragraph may quote: Lee Says Pier “Is Shut”
_LONGEST = 12  # tags of a name with of: Institute for the Study of the Polar Seas and Coasts
_LONGEST_GAP = 2  # tags: of the
_HEADLINE = 3  # capitalized words, and none in lower case but particles


class Run(NamedTuple):
    """A run of capitalized words in the text: tags[low:high], without the titles before it."""

    begin: int  # the tag at which its titles begin
    low: int
    high: int
    is_titled: bool  # by a word in lower case, too: chief engineer Ada Brandt
    name: Name


def name_runs(
    tagged: TagSequence,
    low: int = 0,
    high: int | None = None,
) -> list[Run]:
    """Return the runs of capitalized words of tags[low:high]."""
    high = len(tagged.tags) if high is None else high
    return _parsed(tagged, _spans(tagged, low, high))


def _parsed(
    tagged: TagSequence,
    spans: Iterable[tuple[int, int]],
) -> list[Run]:
    """Read the words of each run."""
    tags, text, starts, ends = tagged.tags, tagged.text, tagged.starts, tagged.ends
    found: list[Run] = []
    for begin, end in spans:
        before = tags[begin - 1] if begin else "|"
        printed = text[starts[begin] : ends[end - 1]]

        # A word that opens a sentence has its capital from that, and may be a role.
        name = name_in(printed, before in ".|?")

        # A blank separates the words nearly always; in Lee/Ek, the tags tell them apart.
        if len(name.title) + len(name.words) != end - begin:
            words = _words_of_tags(tagged, begin, end)
            name = name_of_words(printed, words, before in ".|?")

        office = office_before(tagged, begin) if before in "oD" else None
        if office is not None:
            begin, name = office, behind_office(name, fold(tagged.printed(office, office + 1)))
        is_titled = bool(name.title) or (before == "n" and _is_title(tagged, begin - 1))
        low = end - len(name.words) if office is not None else begin + len(name.title)
        found.append(Run(begin, low, end, is_titled, name))
    return found


def _spans(
    tagged: TagSequence,
    low: int,
    high: int,
) -> Iterable[tuple[int, int]]:
    """Return where the runs of tags[low:high] begin and end."""
    if _NICKNAME in tagged.tags:
        return _with_nicknames(tagged, low, high)
    return map(_SPAN, _RUN.finditer(tagged.tags, low, high))


def _with_nicknames(
    tagged: TagSequence,
    low: int,
    high: int,
) -> Iterator[tuple[int, int]]:
    """Yield the runs where a nickname may stand in brackets."""
    for found in _WITH_NICKNAME.finditer(tagged.tags, low, high):
        # What is a sign behind the bracket has no tag.
        if "(" in found.group() and _BREAK.search(tagged.printed(*found.span())):
            yield from (part.span() for part in _RUN.finditer(tagged.tags, *found.span()))
        else:
            yield found.span()


def _words_of_tags(
    tagged: TagSequence,
    begin: int,
    end: int,
) -> list[str]:
    """Cut a run into the words of its tags, each from its first letter or digit on."""
    words = [tagged.printed(k, k + 1) for k in range(begin, end) if tagged.tags[k] not in "()"]
    return [word for word in words if word[:1].isalnum()]


def _is_title(
    tagged: TagSequence,
    at: int,
) -> bool:
    """Whether a word in lower case is a role: chief engineer Ada Brandt."""
    return fold(tagged.printed(at, at + 1)) in TITLES


def _with_of(
    tagged: TagSequence,
    runs: list[Run],
) -> list[Run]:
    """Join the names of organizations across of and for: Institute for the Study of Seas."""
    joined = runs[:1]
    for run in runs[1:]:
        last = joined[-1]
        if run.begin - last.high <= _LONGEST_GAP and _belongs(tagged, last, run):
            words = [tagged.printed(k, k + 1) for k in range(last.low, run.high)]
            printed = tagged.printed(last.low, run.high)
            name = _of_several(printed, tuple(words))
            joined[-1] = Run(last.begin, last.low, run.high, last.is_titled, name)
        else:
            joined.append(run)
    return joined


def _belongs(
    tagged: TagSequence,
    last: Run,
    run: Run,
) -> bool:
    """Whether a name goes on with that of an organization: Ministry | of Health."""
    gap = tagged.tags[last.high : run.begin]
    if not gap:
        return _is_of_several(tagged, last, run)
    is_long = run.high - last.low > _LONGEST
    if is_long or gap not in ("o", "oD") or tagged.tags[last.high - 1] == "Z":
        return False
    is_organization = fold(last.name.words[-1]) in ORGANIZATION_HEADS
    return is_organization and fold(tagged.printed(last.high, last.high + 1)) in ("of", "for")


def _is_of_several(
    tagged: TagSequence,
    last: Run,
    run: Run,
) -> bool:
    """Whether it is the organization of several people: Market Traders’ | Association."""
    owners = tagged.printed(last.high - 1, last.high)
    is_plural = owners.endswith(("s’", "s'"))
    return is_plural and fold(run.name.words[0]) in ORGANIZATION_WORDS


def _of_several(
    printed: str,
    words: tuple[str, ...],
) -> Name:
    """Return the name of an organization; its small words are left out of its keys."""
    bare = (*words[:-1], bare_name(words[-1]))
    keys = tuple(name_key(word) for word in bare if word[0].isupper())
    return Name((), bare, bare_name(" ".join(printed.split())), keys, False, "")


def prose_runs(tagged: TagSequence) -> list[Run]:
    """Return the runs of names, without those of headlines and tag lines."""
    headlines = all_capitals(tagged)
    telling, opening = _told_apart(tagged)
    found = _parsed(tagged, telling)
    known = {word for run in found for word in run.name.words}

    # Lee left: a word that opens a sentence is read if it is a name elsewhere.
    more = [(at, at + 1) for at, word in opening if word in known]
    if more:
        found = sorted([*found, *_parsed(tagged, more)])
    found = _with_of(tagged, _outside_titles(tagged, found))
    if not headlines:
        return found
    return [run for run in found if tagged.paragraph[run.low] not in headlines]


def _told_apart(tagged: TagSequence) -> tuple[list[tuple[int, int]], list[tuple[int, str]]]:
    """Return the runs, and apart from them the single words that only open a sentence.

    These are more than half of all runs, and in most articles none of them is a name.
    """
    tags, text, starts, ends = tagged.tags, tagged.text, tagged.starts, tagged.ends
    opening: list[tuple[int, str]] = []
    by_form: list[tuple[int, int]] = []
    for at in [found.start() for found in _OPENING.finditer(tags)]:
        word = text[starts[at] : ends[at]]
        if word[1:].islower() or not _has_inner_capital(word):
            opening.append((at, word))
        else:
            by_form.append((at, at + 1))

    if _NICKNAME in tags:
        only_open = {at for at, _ in opening}
        every = _with_nicknames(tagged, 0, len(tags))
        return [span for span in every if span[0] not in only_open], opening
    told = list(map(_SPAN, _TOLD.finditer(tags)))
    return sorted([*told, *by_form]) if by_form else told, opening


def _has_inner_capital(word: str) -> bool:
    """Whether a word is a name by its form: ScotRail."""
    return not word.isupper() and not word[1:].islower() and "-" not in word


def _outside_titles(
    tagged: TagSequence,
    runs: list[Run],
) -> list[Run]:
    """Leave out what stands in marks as a title: the bench “Long Goodbye”, but not Bo “Biff” Ek."""
    marked = [span for span in tagged.spans if span.kind == "scare"]
    if not marked:
        return runs
    starts, ends = [span.start for span in marked], [span.end for span in marked]
    kept: list[Run] = []
    for run in runs:
        begin, end = tagged.offsets(run.begin, run.high)
        k = bisect_right(starts, begin) - 1
        if k < 0 or end > ends[k]:
            kept.append(run)
    return kept


def all_capitals(tagged: TagSequence) -> set[int]:
    """Return the paragraphs in which every word has a capital: there it makes no name."""
    tags, low = tagged.tags, 0
    found: set[int] = set()
    for high in (*tagged.breaks, len(tags)):
        # Two words may be a subheading or a byline, which do name people.
        enough = tags.count("N", low, high) >= _HEADLINE
        lower_case = _LOWER_CASE if low else _IN_HEADLINE
        if enough and not lower_case.search(tags, low, high):
            found.add(tagged.paragraph[low])
        low = high + 1
    return found
