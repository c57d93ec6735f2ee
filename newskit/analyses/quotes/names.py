"""Names of an article: who is printed in full, and in which spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from newskit.analyses.names.name_forms import TITLES, Name, name_in, name_of_words
from newskit.analyses.quotes.tag_sequence import TagSequence
from newskit.text.forms import fold

# Capitalized words, with particles between them (Ursula von der Leyen), to the first possessive.
_RUN = re.compile(r"N(?:[Nv]{0,8}[NZ])?|Z")
_LOWER_CASE = re.compile("[nejVXGBzQ]")
_HEADLINE = 3  # capitalized words, and none in lower case but particles


@dataclass(eq=False)
class Person:
    """Someone whose full name is printed, with every spelling; `pronoun` is he, she or empty."""

    key: str
    spellings: dict[str, int] = field(default_factory=dict)
    pronoun: str = ""

    @property
    def name(self) -> str:
        """The spelling printed most; of equals the first."""
        return max(self.spellings, key=self.spellings.__getitem__)

    def count_last_name(self, printed: str) -> None:
        """Count a last name printed alone for the full names that are spelled with it."""
        for spelling in self.spellings:
            if spelling.endswith(" " + printed):
                self.spellings[spelling] += 1


class Run(NamedTuple):
    """A run of capitalized words in the text: tags[low:high], without the titles before it."""

    begin: int  # the tag at which its titles begin
    low: int
    high: int
    is_titled: bool  # by a word in lower case, too: chief engineer Ada Brandt
    name: Name


@dataclass(frozen=True)
class Names:
    """Who is named in an article."""

    people: dict[str, Person]  # by key of the full name
    by_part: dict[str, list[str]]  # keys of full names, by key of a first or last name
    known: dict[str, Person]  # by key of a full name, or of a part of just one
    runs: list[Run]
    places: list[int]  # tags at which a person is named, in order
    who: list[Person]  # and which one


def name_runs(
    tagged: TagSequence,
    low: int = 0,
    high: int | None = None,
) -> list[Run]:
    """Return the runs of capitalized words of tags[low:high]."""
    tags, text, starts, ends = tagged.tags, tagged.text, tagged.starts, tagged.ends
    found: list[Run] = []
    for match in _RUN.finditer(tags, low, len(tags) if high is None else high):
        begin, end = match.span()
        before = tags[begin - 1] if begin else "|"
        printed = text[starts[begin] : ends[end - 1]]

        # A word that opens a sentence has its capital from that, and may be a role.
        name = name_in(printed, before in ".|?")

        # A blank separates the words nearly always; in Lee/Ek, the tags tell them apart.
        if len(name.title) + len(name.words) != end - begin:
            words = _words_of_tags(tagged, begin, end)
            name = name_of_words(printed, words, before in ".|?")

        is_titled = bool(name.title) or (before == "n" and _is_title(tagged, begin - 1))
        found.append(Run(begin, begin + len(name.title), end, is_titled, name))
    return found


def _words_of_tags(tagged: TagSequence, begin: int, end: int) -> list[str]:
    """Cut a run into the words of its tags, each from its first letter or digit on."""
    printed = tagged.printed(begin, end)
    words: list[str] = []
    at = 0
    for k in range(begin, end):
        # Signs between two words belong to neither.
        while not printed[at].isalnum():
            at += 1
        length = tagged.ends[k] - tagged.starts[k]
        words.append(printed[at : at + length])
        at += length
    return words


def _is_title(tagged: TagSequence, at: int) -> bool:
    """Whether a word in lower case is a role: chief engineer Ada Brandt."""
    return fold(tagged.printed(at, at + 1)) in TITLES


def names_of(tagged: TagSequence) -> Names:
    """Collect the people of an article from its words outside quotation marks."""
    runs = _prose_runs(tagged)
    people = _people_in(runs)
    by_part = _by_part(people)

    # A part of two names leads to no one here; the mention decides (see resolve.py).
    known = dict(people)
    for part, keys in by_part.items():
        if part and len(keys) == 1:
            known[part] = people[keys[0]]

    # Who is never printed in full is not known: a last name alone, a nickname.
    places: list[int] = []
    who: list[Person] = []
    for run in runs:
        person = known.get(run.name.key)
        if person is None:
            continue
        places.append(run.low)
        who.append(person)

        # The last hint wins; a last name alone gives none.
        person.pronoun = run.name.pronoun or person.pronoun
        if len(run.name.words) == 1:
            person.count_last_name(run.name.words[0])
    return Names(people, by_part, known, runs, places, who)


def _people_in(runs: list[Run]) -> dict[str, Person]:
    """Collect who is printed in full, with all spellings."""
    people: dict[str, Person] = {}
    for name in (run.name for run in runs):
        if not name.is_full:
            continue
        if name.key not in people:
            people[name.key] = Person(name.key)
        spellings = people[name.key].spellings
        spellings[name.printed] = spellings.get(name.printed, 0) + 1
    return people


def _by_part(people: dict[str, Person]) -> dict[str, list[str]]:
    """Return the full names that a last name leads to, or a first name that is not one of them."""
    by_part: dict[str, list[str]] = defaultdict(list)
    for full in people:
        by_part[full.split(" ", 1)[1]].append(full)

    # News calls people by their last name: in an article on Ann Lee and Paul Ann, Ann is Paul.
    last_names = frozenset(by_part)
    for full in people:
        first = full.split(" ", 1)[0]
        if first not in last_names:
            by_part[first].append(full)
    return dict(by_part)


def _prose_runs(tagged: TagSequence) -> list[Run]:
    """Return the runs of names, without those of headlines and tag lines."""
    headlines = _headlines(tagged)
    found = name_runs(tagged)
    if not headlines:
        return found
    return [run for run in found if tagged.paragraph[run.low] not in headlines]


def _headlines(tagged: TagSequence) -> set[int]:
    """Return the paragraphs in which every word has a capital: there it makes no name."""
    tags, low = tagged.tags, 0
    headlines: set[int] = set()
    for high in (*tagged.breaks, len(tags)):
        # Two words may be a subheading or a byline, which do name people.
        enough = tags.count("N", low, high) >= _HEADLINE
        if enough and not _LOWER_CASE.search(tags, low, high):
            headlines.add(tagged.paragraph[low])
        low = high + 1
    return headlines
