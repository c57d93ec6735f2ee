"""Names of an article: who is printed in full, in which spellings, and what kind of name it is."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from newskit.analyses.quotes.given_names import pronoun_of
from newskit.analyses.quotes.tag_sequence import Tape
from newskit.text.forms import fold, word

TITLES = frozenset(
    """mr mrs ms mx miss dr prof professor sir dame lord lady baron president vice chairman chairwoman chair
    chairperson prime minister premier chancellor king queen prince princess pope bishop archbishop cardinal
    rabbi imam father sister brother reverend rev senator sen representative rep congressman congresswoman
    governor gov mayor councilman councilwoman councillor councilor alderman delegate ambassador secretary
    undersecretary attorney solicitor judge justice magistrate sheriff general gen colonel col major maj captain
    capt lieutenant lt sergeant sgt corporal admiral adm commander officer detective inspector superintendent
    chief constable coach manager director editor reporter correspondent author writer novelist poet critic
    historian economist analyst scientist researcher engineer farmer volunteer activist lawyer barrister doctor
    nurse teacher student principal spokesman spokeswoman spokesperson candidate nominee leader founder
    executive ceo cfo coo strategist pollster adviser advisor aide deputy former acting foreign interior finance
    defense defence health education state speaker majority minority whip auditor artist actor actress singer
    producer host anchor commissioner first republican democratic democrat president-elect then-president
    ex-president rapper comedian pastor businessman businesswoman billionaire us u.s ukrainian russian american
    british french german israeli chinese""".split()
)
ORGANIZATIONS = frozenset(
    """house court nations union party news times post bank ministry council committee commission university institute
    college school company airlines airways group inc corp ltd llc agency press television tv radio department office
    senate congress parliament assembly league club team association federation foundation service services
    board bureau administration campaign government police army navy force forces fund trust center centre hospital
    museum church journal herald tribune gazette guardian telegraph network media authority alliance organization
    organisation society coalition project network exchange industries systems holdings motors energy oil
    kremlin pentagon white treasury watch international global""".split()
)
PLACES = frozenset(
    """states kingdom street avenue road city county island islands north south east west new york los angeles san
    washington hill square park river lake mount mountain sea ocean bay beach valley hong kong republic america
    europe africa asia britain england scotland wales ireland france germany russia ukraine china india japan
    israel iran iraq syria moscow london paris berlin kyiv kiev brussels beijing gaza strip crimea donbas peninsula
    province region district borough village town gulf cape fort""".split()
)
# Words of titles that begin or join the names of organizations too.
_PARTS = frozenset(
    "health state education interior foreign defense defence finance us u.s ukrainian russian american british french "
    "german israeli chinese republican democratic first".split()
)
_ROLE_ENDINGS = ("er", "or", "ian", "ist", "man", "woman", "ant", "ess")
_RUN = re.compile(r"N(?:[Nv]{0,8}[NZ])?|Z")
_LOWER = re.compile("[nejVXGBzQ]")
_HEADLINE = 3  # capitalized words without one in lower case but particles
_MANY = 100


@dataclass(eq=False)
class Person:
    """Someone whose full name is printed, with every spelling of it; `pronoun` is he, she or empty."""

    key: str
    spellings: dict[str, int] = field(default_factory=dict)
    pronoun: str = ""

    @property
    def name(self) -> str:
        """The spelling printed most; of equals the first."""
        return max(self.spellings, key=self.spellings.__getitem__)


class Name(NamedTuple):
    """What a run of capitalized words says by itself."""

    cut: int  # how many of the words are titles
    words: tuple[str, ...]
    size: int  # how many words, with the titles
    title: tuple[str, ...]  # the titles before it, in lower case
    printed: str  # with the points of St. and J., and the & of a firm
    full_key: str  # empty unless it looks like the full name of a person
    pronoun: str
    key: str  # of first and last name, or of the only word


class Run(NamedTuple):
    """A run of capitalized words, without titles before it: letters[low:high] of the tape."""

    low: int
    high: int
    words: tuple[str, ...]
    titled: bool
    title: tuple[str, ...]
    printed: str
    full_key: str
    pronoun: str
    key: str


@dataclass(frozen=True)
class Names:
    """Who is named in an article."""

    people: dict[str, Person]  # key of the full name -> person
    by_part: dict[str, list[str]]  # key of a first or last name -> keys of full names
    known: dict[str, Person]  # key of a full name, or of a first or last name that leads to just one -> person
    runs: list[Run]
    places: list[int] = field(default_factory=list)  # where a person is named on the tape, in order
    who: list[Person] = field(default_factory=list)  # and which one

    def between(self, low: int, high: int) -> set[Person]:
        """Return who is named in letters[low:high]; of very many names only the last count."""
        k = bisect_left(self.places, high)
        return set(self.who[max(bisect_left(self.places, low), k - _MANY) : k])


@lru_cache(maxsize=50_000)
def key(name: str) -> str:
    """Spell a name in a way that Zelensky, Zelenskyy and Zelenskiy share."""
    plain = unicodedata.normalize("NFKD", fold(name))
    letters = "".join(c for c in plain if not unicodedata.combining(c) and (c.isalnum() or c == " "))
    letters = re.sub(r"(?:iy|yy|yi|ij|iĭ|y|i)\b", "i", letters).replace("ck", "k")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"c(?=[aou])", "k", letters))


def bare(printed: str) -> str:
    """Take the possessive off a name."""
    return re.sub(r"['’]s?\Z", "", printed)


def name_runs(tape: Tape, low: int = 0, high: int | None = None) -> list[Run]:
    """Return the runs of capitalized words of letters[low:high], with the titles before them taken off."""
    found: list[Run] = []
    starts, ends, text, letters = tape.starts, tape.ends, tape.text, tape.letters
    for m in _RUN.finditer(letters, low, len(letters) if high is None else high):
        begin, end = m.span()
        initial = begin == 0 or letters[begin - 1] in ".|?"
        printed, count = text[starts[begin] : ends[end - 1]], end - begin
        name = _read(printed, initial)
        if name.size != count:  # words that no blank parts: Lee/Ek
            name = _named(printed, _parted(printed, [ends[k] - starts[k] for k in range(begin, end)]), initial)
        titled = name.cut > 0 or (begin > 0 and letters[begin - 1] == "n" and _is_title(tape, begin - 1))
        found.append(Run(begin + name.cut, end, name.words, titled, *name[3:]))
    return found


@lru_cache(maxsize=50_000)
def _read(printed: str, initial: bool) -> Name:
    """Read a run of capitalized words that blanks part."""
    words = [found.text for found in map(word, printed.split()) if found]
    return _named(printed, (*words[:-1], bare(words[-1])), initial)


def _named(printed: str, words: tuple[str, ...], initial: bool) -> Name:
    """Part the titles before a name from it and say whose it may be."""
    folded = [fold(w).rstrip(".") for w in words]
    cut = 1 + max((k for k, w in enumerate(folded[:-1]) if w in TITLES), default=-1)
    if cut and folded[cut - 1] in _PARTS and folded[-1] in ORGANIZATIONS:
        cut = 0  # World Health Organization, Foreign Office
    if cut == 0 and initial and len(words) > 2 and _is_role(folded[0]):
        cut = 1  # Librarian Paul Quist, at the head of a sentence
    name, title = words[cut:], tuple(folded[:cut])
    at = printed.find(name[0], sum(map(len, words[:cut]))) if cut else 0
    own_key = _full_key(name) if len(name) > 1 else key("".join(name))
    full_key = own_key if is_full_name(name) else ""
    told = [p for p in map(pronoun_of, title) if p]
    pronoun = told[0] if told else pronoun_of(folded[cut]) if len(name) > 1 else ""
    return Name(cut, name, len(words), title, " ".join(bare(printed[at:]).split()), full_key, pronoun, own_key)


def _parted(printed: str, lengths: list[int]) -> tuple[str, ...]:
    """Cut a run into its words: each is as long as told, and begins at the next letter or digit."""
    words: list[str] = []
    at = 0
    for length in lengths:
        while not printed[at].isalnum():
            at += 1
        words.append(printed[at : at + length])
        at += length
    return (*words[:-1], bare(words[-1]))


def _is_role(word: str) -> bool:
    return not pronoun_of(word) and (word.endswith(_ROLE_ENDINGS) or "-year-old" in word)


def _is_title(tape: Tape, at: int) -> bool:
    """Whether a word in lower case is a role: chief engineer Ada Brandt."""
    return fold(tape.printed(at, at + 1)) in TITLES


@lru_cache(maxsize=50_000)
def is_full_name(words: tuple[str, ...]) -> bool:
    """Whether words look like first and last name of a person, not like an organization or a place."""
    acronym = (words[0].isupper() and len(words[0]) > 2) or (words[-1].isupper() and len(words[-1]) > 1)
    if acronym or not 2 <= len(words) <= 5:
        return False
    known = {fold(w).rstrip(".") for w in words}
    return not (known & ORGANIZATIONS or known & PLACES or known <= TITLES)


@lru_cache(maxsize=50_000)
def kind_of(words: tuple[str, ...]) -> str:
    """Tell an organization by its words; anything else is unknown."""
    known = {fold(w).rstrip(".") for w in words}
    acronym = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
    return "organization" if known & ORGANIZATIONS or known & PLACES or acronym else "unknown"


def names_of(tape: Tape) -> Names:
    """Collect the people of an article from its words outside quotation marks."""
    runs = _prose_runs(tape)
    people: dict[str, Person] = {}
    for run in runs:
        if run.full_key:
            if run.full_key not in people:
                people[run.full_key] = Person(run.full_key)
            spellings = people[run.full_key].spellings
            spellings[run.printed] = spellings.get(run.printed, 0) + 1
    by_part = _by_part(people)
    known = people | {part: people[fitting[0]] for part, fitting in by_part.items() if part and len(fitting) == 1}
    names = Names(people, by_part, known, runs)
    for run in runs:
        person = known.get(run.key)
        if person is not None:
            names.places.append(run.low)
            names.who.append(person)
            person.pronoun = run.pronoun or person.pronoun
            if len(run.words) == 1:
                _count_surname(person, run.words[0])
    return names


def _by_part(people: dict[str, Person]) -> dict[str, list[str]]:
    """Return the full names that a last name leads to, or a first name that is no one's last name."""
    by_part: dict[str, list[str]] = {}
    for full in people:
        by_part.setdefault(full.split(" ", 1)[1], []).append(full)
    last_names = frozenset(by_part)
    for full in people:  # a first name leads to someone only if it is no one's last name
        first = full.split(" ", 1)[0]
        if first not in last_names:
            by_part.setdefault(first, []).append(full)
    return by_part


def _prose_runs(tape: Tape) -> list[Run]:
    """Return the runs of names, save in headlines and tag lines, where every word has a capital."""
    headlines: list[tuple[int, int]] = []
    low = 0
    for high in (*tape.breaks, len(tape.letters)):
        if tape.letters.count("N", low, high) >= _HEADLINE and not _LOWER.search(tape.letters, low, high):
            headlines.append((low, high))
        low = high + 1
    found = name_runs(tape)
    if not headlines:
        return found
    lows = [low for low, _ in headlines]
    return [r for r in found if not _inside(r.low, lows, headlines)]


def _inside(at: int, lows: list[int], spans: list[tuple[int, int]]) -> bool:
    k = bisect_right(lows, at) - 1
    return k >= 0 and at < spans[k][1]


def _full_key(words: tuple[str, ...]) -> str:
    """First and last name; middle names and initials do not part a person from themselves."""
    last = words[-2] if fold(words[-1]).rstrip(".") in ("jr", "sr", "ii", "iii") and len(words) > 2 else words[-1]
    return f"{key(words[0])} {key(last)}"


def _count_surname(person: Person, printed: str) -> None:
    """Count a last name printed alone for the full names that are spelled with it."""
    for spelling in person.spellings:
        if spelling.endswith(" " + printed):
            person.spellings[spelling] += 1
