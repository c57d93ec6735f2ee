"""What the words around a name tell of it: a person, an organization or a place; age; roles."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newskit.analyses.names.name_forms import ONLY_TITLES
from newskit.analyses.names.runs import Run
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.csv_files import csv_rows, rule_words
from newskit.text.forms import fold

_WORDS = rule_words(__package__, "roles.csv")
_OF_NAMES = rule_words(__package__, "names.csv")
_ORGANIZATIONS = rule_words(__package__, "organizations.csv")
_FULL = {row["word"]: row["full"] for row in csv_rows(__package__, "short_titles.csv")}
# What a lawyer does in court, and what that makes him: prosecuting
_COURT: dict[str, list[tuple[str, ...]]] = {
    row["word"]: [(role,) for role in row["note"].split()]
    for row in csv_rows(__package__, "roles.csv")
    if row["class"] == "in_court"
}
_FOR_SOMEONE = re.compile("o[NZ]{1,3},")
KIN = _WORDS["kin"]
INSTITUTIONS = _WORDS["institution"] | _WORDS["any_institution"]
_NO_PERSON = INSTITUTIONS | _WORDS["document"] | frozenset().union(*_ORGANIZATIONS.values())
_TITLES = ONLY_TITLES | _OF_NAMES["title_or_name"]
_PEOPLE = (_TITLES | KIN | _WORDS["he"] | _WORDS["she"] | _WORDS["someone"]) - _WORDS["plural"]
_FROM = ("ian", "ean", "ese", "ish")  # endings of demonyms: the Italian
_ALSO_SURNAMES = _OF_NAMES["title_or_name"] | _OF_NAMES["also_surname"]
_PLURAL = _WORDS["plural"]
_ROLE_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "year-old")
_AT_PLACE = frozenset(("in", "near", "across", "outside", "throughout", "around", "inside"))
_IN_FIRMS = frozenset(("shares", "stake", "investors", "investment", "stakes", "share"))
_NAMES = frozenset(("name", "names"))
_OF_PEOPLE, _OF_THINGS = frozenset(("who", "whose", "whom")), frozenset(("which",))

# Ann Lee, 34, the mayor of Lund, said; Ann Lee (34); Ann Lee, aged 34: the age.
_AGE_BEHIND = re.compile(r"(?:,e?|\()(#)(?:[,.)|]|\Z)")
_AGES = range(1, 121)
# Ann Lee, who has died aged 93
_AGED = re.compile(r",?w[^,.|;:QN]{1,8}?(#)(?=[,.)|]|\Z)")
_YEARS_OLD = re.compile(r"(\d{1,3})-year-old")
# His deputy, Anna Rudnik; the chair of the jury, Tove Lind; Simon Tesfaye, 41, the chief executive
_BEFORE = re.compile(r"((?:n|e|G|j){1,5}|N{1,5}),\Z")
_COMPLEMENT = re.compile(r"((?:n|e|G|j){1,5})o[DZz]?[nNjZz]{1,6},\Z")
_BEHIND = re.compile(r"[,(](?:e?#[,)])?D?[Zz]?((?:n|e|j|B|#){0,4}n)(?=[,.owh|&)]|\Z)")
# Tove Lind is the chair; she became a nurse
_IS = re.compile(r"(?:,#,)?[ae]a?D((?:n|e|j){0,3}n)(?=[,.ow|&]|\Z)")
_LONGEST = 6  # words: former deputy assistant secretary Ada Brandt
# Tags that _BEFORE and _BEHIND read at most.
_FAR_BEFORE, _FAR_BEHIND = 12, 14

SURE, LIKELY = 4, 1  # weights of evidence: an age, a title; a verb of saying beside it


class Evidence(NamedTuple):
    """How much speaks for a person, an organization and a place."""

    person: int
    organization: int
    place: int


NONE = Evidence(0, 0, 0)


def evidence(tagged: TagSequence, run: Run) -> Evidence:
    """Weigh what stands right before and behind a name."""
    if run.name.title:
        return Evidence(SURE, 0, 0)
    tags = tagged.tags
    before = tags[run.begin - 1] if run.begin else "|"
    behind = tags[run.high] if run.high < len(tags) else "|"
    if before == "|" and behind in ",(-" and run.name.words[0].isupper():
        return Evidence(0, 0, SURE)  # BERGVIK, March 3 (CNA) -

    weighed = _BEFORE_NAME[before](tagged, run) if before in _BEFORE_NAME else NONE
    # Born in Lund, the daughter of a baker: what is behind says nothing of a place.
    if behind in _BEHIND_NAME and not weighed.place:
        more = _BEHIND_NAME[behind](tagged, run)
        weighed = Evidence(*map(sum, zip(weighed, more, strict=True)))
    return weighed


def _behind_determiner(tagged: TagSequence, run: Run) -> Evidence:
    # The Lanternworks Trust, but not her Tom; one Ann Lee.
    is_the = fold(tagged.printed(run.begin - 1, run.begin)) in ("the", "this", "a", "an")
    is_adjective = tagged.tags[run.high : run.high + 1] in ("n", "N", "e")  # the Polish designer
    return Evidence(0, SURE, 0) if is_the and not is_adjective else NONE


def _behind_preposition(tagged: TagSequence, run: Run) -> Evidence:
    word = fold(tagged.printed(run.begin - 1, run.begin))
    if word in _AT_PLACE:
        # Shares in Harbor; in Lund.
        owned = fold(tagged.printed(run.begin - 2, run.begin - 1)) if run.begin > 1 else ""
        return Evidence(0, SURE, 0) if owned in _IN_FIRMS else Evidence(0, 0, SURE)
    if word == "at":
        return Evidence(0, LIKELY, 0)
    return Evidence(0, 0, LIKELY) if word in ("from", "via", "of") else NONE


def _behind_noun(tagged: TagSequence, run: Run) -> Evidence:
    word = fold(tagged.printed(run.begin - 1, run.begin)).rstrip(".")
    return _of_noun(word)


@lru_cache(maxsize=20_000)
def _of_noun(word: str) -> Evidence:
    """Tell by the noun beside a name what it is: the striker Bo Ek, the lender Harbor."""
    if word in _PEOPLE or word in _NAMES:
        return Evidence(SURE, 0, 0)
    if word in _NO_PERSON:
        return Evidence(0, SURE, 0)
    return Evidence(LIKELY * 2, 0, 0) if word.endswith(_ROLE_ENDINGS) else NONE


def _behind_comma(tagged: TagSequence, run: Run) -> Evidence:
    # His widow, Noreen, said.
    if tagged.tags[max(run.begin - 3, 0) : run.begin - 1] not in ("Dn", "nn", "Zn", "zn"):
        return NONE
    # Opening the campaign, Ann Lee: the noun belongs to a verb.
    opens = run.begin > 3 and tagged.printed(run.begin - 4, run.begin - 3).endswith("ing")
    if opens:
        return NONE
    is_closed = tagged.tags[run.high : run.high + 1] in (",", ".", "|", "", "(")
    return _of_noun(fold(tagged.printed(run.begin - 2, run.begin - 1))) if is_closed else NONE


def _behind_as(tagged: TagSequence, run: Run) -> Evidence:
    # Who gave her name only as Nonie.
    before = tagged.printed(max(run.begin - 4, 0), run.begin).casefold().split()
    is_name = before[-1:] == ["as"] and not _NAMES.isdisjoint(before)
    return Evidence(SURE, 0, 0) if is_name else NONE


def _beside_verb(tagged: TagSequence, run: Run) -> Evidence:
    return Evidence(LIKELY, 0, 0)


def _before_comma(tagged: TagSequence, run: Run) -> Evidence:
    tags = tagged.tags
    if age_behind(tagged, run) is not None:
        return Evidence(SURE, 0, 0)
    if tags[run.high + 1 : run.high + 2] == "w":
        return _before_relative(tagged, run, run.high + 1)

    found = _BEHIND.match(tags, run.high, run.high + _FAR_BEHIND)
    return _of_noun(fold(tagged.printed(found.end(1) - 1, found.end(1)))) if found else NONE


def _before_who(tagged: TagSequence, run: Run) -> Evidence:
    return _before_relative(tagged, run, run.high)


def _before_relative(tagged: TagSequence, run: Run, at: int) -> Evidence:
    word = fold(tagged.printed(at, at + 1))
    if word in _OF_PEOPLE:
        # A physiologist at Harbor College who was not involved: who is the physiologist.
        hangs = "o" in tagged.tags[max(run.begin - 2, 0) : run.begin]
        return Evidence(LIKELY if hangs else SURE, 0, 0)
    return Evidence(0, SURE, 0) if word in _OF_THINGS else NONE


def _before_bracket(tagged: TagSequence, run: Run) -> Evidence:
    return Evidence(SURE, 0, 0) if age_behind(tagged, run) is not None else NONE


_BEFORE_NAME = {
    "D": _behind_determiner, "o": _behind_preposition, "n": _behind_noun, "V": _beside_verb,
    ",": _behind_comma, "s": _behind_as,
}  # fmt: skip
_BEHIND_NAME = {
    ",": _before_comma, "w": _before_who, "V": _beside_verb, "(": _before_bracket,
}  # fmt: skip


@lru_cache(maxsize=20_000)
def is_demonym(word: str) -> bool:
    """Return whether a word tells from where someone is: the Italian, the Dane."""
    return word in _WORDS["demonym"] or (len(word) > 5 and word.endswith(_FROM))


@lru_cache(maxsize=20_000)
def is_someone(word: str) -> bool:
    """Return whether a noun is of one person: a neighbour, a driver; not residents."""
    if word in _PEOPLE or "-of-" in word or is_demonym(word):
        return True
    is_other = word in _NO_PERSON or word in _PLURAL
    return not is_other and word.endswith(_ROLE_ENDINGS[2:])


def is_office(word: str) -> bool:
    """Return whether the last word of several with capitals says that they are an office."""
    return word in ONLY_TITLES


def is_role_word(word: str) -> bool:
    """Return whether a word is a role or a common noun, whatever capital it is printed with."""
    if word in _ALSO_SURNAMES:
        return False
    return word in _PEOPLE or word in _NO_PERSON or word in _PLURAL


def age_behind(tagged: TagSequence, run: Run) -> int | None:
    """Return the age behind a name: Ann Lee, 34, said."""
    found = _AGE_BEHIND.match(tagged.tags, run.high) if _may_be_age(tagged, run) else None
    found = found or _aged(tagged, run)
    printed = tagged.printed(*found.span(1)) if found else ""
    is_age = printed.isdecimal() and len(printed) <= 3 and int(printed) in _AGES
    return int(printed) if is_age else None


def _aged(tagged: TagSequence, run: Run) -> re.Match[str] | None:
    found = _AGED.match(tagged.tags, run.high)
    is_aged = found and fold(tagged.printed(found.end(1) - 2, found.end(1) - 1)) == "aged"
    return found if is_aged else None


def _may_be_age(tagged: TagSequence, run: Run) -> bool:
    return "#" in tagged.tags[run.high + 1 : run.high + 3]


def age_of(tagged: TagSequence, run: Run) -> int | None:
    """Return the age that is printed beside a name, if any: 34-year-old Ann Lee, too."""
    behind = age_behind(tagged, run)
    if behind is not None or tagged.tags[run.begin - 1 : run.begin] != "n":
        return behind
    before = tagged.printed(max(run.begin - 3, 0), run.begin)
    found = _YEARS_OLD.search(before)
    return int(found.group(1)) if found else None


def nouns_beside(tagged: TagSequence, run: Run) -> list[tuple[str, ...]]:
    """Return the roles printed beside a name, each as its words; the last one is its head.

    Mayor Ann Lee; the ferry company Norrland Line; his deputy, Anna Rudnik; Tesfaye, the chief
    executive; Lind is the chair.
    """
    before = tagged.tags[run.begin - 1] if run.begin else "|"
    found: list[tuple[str, ...]] = []
    if before == "n" or run.name.title:
        found.append(_titles(tagged, run))

    matches = (_role_before(tagged, run) if before == "," else None, _role_behind(tagged, run))
    found += [_folded(tagged, *match.span(1)) for match in filter(None, matches)]
    return [*filter(None, found), *_in_court(tagged, run)]


def _in_court(tagged: TagSequence, run: Run) -> list[tuple[str, ...]]:
    """Read Ann Lee, prosecuting, and Bo Ek, for Tull, who are lawyers."""
    tags, at = tagged.tags, run.high + 1
    if tags[run.high : at] != ",":
        return []
    if tags[at + 1 : at + 2] in (",", "."):
        return _COURT.get(fold(tagged.printed(at, at + 1)), [])
    is_for = _FOR_SOMEONE.match(tags, at) and fold(tagged.printed(at, at + 1)) == "for"
    return _COURT["for"] if is_for else []


def _role_behind(tagged: TagSequence, run: Run) -> re.Match[str] | None:
    """Find the role behind a name: Lind, the chair; Lind is the chair."""
    behind, far = tagged.tags[run.high : run.high + 1], run.high + _FAR_BEHIND
    found = _BEHIND.match(tagged.tags, run.high, far) if behind in (",", "(") else None
    if found is not None:
        return found

    # Lee, 61, has been a vet.
    at = run.high + (3 if tagged.tags.startswith(",#,", run.high) else 0)
    is_verb = at < len(tagged.tags) and fold(tagged.printed(at, at + 1)) in _COPULAS
    return _IS.match(tagged.tags, run.high, far) if is_verb else None


def _role_before(tagged: TagSequence, run: Run) -> re.Match[str] | None:
    """Find the role before a name and its comma: the chair of the jury, but not by his sister."""
    tags, low = tagged.tags, max(0, run.begin - _FAR_BEFORE)
    nearest = _BEFORE.search(tags, low, run.begin)
    if nearest and is_someone(fold(tagged.printed(run.begin - 2, run.begin - 1))):
        return nearest
    found = _COMPLEMENT.search(tags, low, run.begin)
    is_of = found and fold(tagged.printed(found.end(1), found.end(1) + 1)) in ("of", "for")
    if is_of:
        return found
    # Under subpoena, Bo Ek: a noun behind a preposition is nobody.
    hangs = nearest and tags[nearest.start() - 1 : nearest.start()] == "o"
    return None if hangs else nearest


_COPULAS = frozenset(("is", "was", "became", "remains", "has", "had"))


def _titles(tagged: TagSequence, run: Run) -> tuple[str, ...]:
    """Read Mayor Ann Lee, Fire Chief Bill Oko, the ferry company Norrland Line."""
    # Titles in lower case, if any, and those with a capital, which the name has lost.
    before = tagged.tags[max(0, run.begin - _LONGEST) : run.begin]
    n_nouns = len(before) - len(before.rstrip("n"))
    if before[: -n_nouns or None].endswith((".N", "|N")) or before[: -n_nouns or None] == "N":
        n_nouns += 1 if n_nouns else 0  # Former mayor Ann Lee: it opens the sentence
    titles = tuple(_FULL.get(word, word) for word in run.name.title)
    return _folded(tagged, run.begin - n_nouns, run.begin) + titles


def _folded(tagged: TagSequence, low: int, high: int) -> tuple[str, ...]:
    words = (fold(tagged.printed(k, k + 1)).rstrip(".") for k in range(low, high))
    return tuple(_FULL.get(word, word) for word in words)
