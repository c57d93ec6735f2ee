"""What is printed right beside a name: an age, and the roles of whoever bears it."""

from __future__ import annotations

import re

from newskit.analyses.names.role_words import is_someone
from newskit.analyses.names.runs import Run
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.csv_files import csv_rows
from newskit.text.forms import fold

_FULL = {row["word"]: row["full"] for row in csv_rows(__package__, "short_titles.csv")}
# What a lawyer does in court, and what that makes him: prosecuting
_COURT: dict[str, list[tuple[str, ...]]] = {
    row["word"]: [(role,) for role in row["note"].split()]
    for row in csv_rows(__package__, "roles.csv")
    if row["class"] == "in_court"
}
_FOR_SOMEONE = re.compile("o[NZ]{1,3},")
# Ann Lee, 34, the mayor of Lund, said; Ann Lee (34); Ann Lee, aged 34: the age.
_AGE_BEHIND = re.compile(r"(?:,e?|\()(#)(?:[,.)|]|\Z)")
_AGES = range(1, 121)
# Ann Lee, who has died aged 93
_AGED = re.compile(r",?w[^,.|;:QN]{1,8}?(#)(?=[,.)|]|\Z)")
_YEARS_OLD = re.compile(r"(\d{1,3})-year-old")
# His deputy, Anna Rudnik; the chair of the jury, Tove Lind; Simon Tesfaye, 41, the chief executive
_BEFORE = re.compile(r"((?:n|e|G|j){1,5}|N{1,5}),\Z")
_COMPLEMENT = re.compile(r"((?:n|e|G|j){1,5}|N{1,3})o[DZz]?[nNjZz]{1,6},\Z")
_BEHIND = re.compile(
    r"[,(](?:e?#[,)])?D?[Zz]?(?:N{1,2}(?=[nejB]))?((?:n|e|j|B|#){0,4}n)(?=[,.owh|&)]|\Z)"
)
# her granddaughter, the film-maker Solveig Bruun
_TWICE = re.compile(r"D((?:n|e|j){0,2}n),D(?:n|e|j){0,3}n\Z")
# Tove Lind is the chair; she became a nurse
_IS = re.compile(r"(?:,#,)?[ae]a?D((?:n|e|j){0,3}n)(?=[,.ow|&]|\Z)")
_LONGEST = 6  # words: former deputy assistant secretary Ada Brandt
# Tags that _BEFORE and _BEHIND read at most.
_FAR_BEFORE, _FAR_BEHIND = 12, 14
_COPULAS = frozenset(("is", "was", "became", "remains", "has", "had"))


def age_behind(
    tagged: TagSequence,
    run: Run,
) -> int | None:
    """Return the age behind a name: Ann Lee, 34, said."""
    found = _AGE_BEHIND.match(tagged.tags, run.high) if _may_be_age(tagged, run) else None
    found = found or _aged(tagged, run)
    printed = tagged.printed(*found.span(1)) if found else ""
    is_age = printed.isdecimal() and len(printed) <= 3 and int(printed) in _AGES
    return int(printed) if is_age else None


def _aged(
    tagged: TagSequence,
    run: Run,
) -> re.Match[str] | None:
    found = _AGED.match(tagged.tags, run.high)
    is_aged = found and fold(tagged.printed(found.end(1) - 2, found.end(1) - 1)) == "aged"
    return found if is_aged else None


def _may_be_age(
    tagged: TagSequence,
    run: Run,
) -> bool:
    return "#" in tagged.tags[run.high + 1 : run.high + 3]


def age_of(
    tagged: TagSequence,
    run: Run,
) -> int | None:
    """Return the age that is printed beside a name, if any: 34-year-old Ann Lee, too."""
    behind = age_behind(tagged, run)
    if behind is not None or tagged.tags[run.begin - 1 : run.begin] != "n":
        return behind
    before = tagged.printed(max(run.begin - 3, 0), run.begin)
    found = _YEARS_OLD.search(before)
    return int(found.group(1)) if found else None


def noun_behind(
    tagged: TagSequence,
    run: Run,
) -> str:
    """Return the last word of what stands in apposition behind a name: Ann Lee, the mayor."""
    found = _BEHIND.match(tagged.tags, run.high, run.high + _FAR_BEHIND)
    return fold(tagged.printed(found.end(1) - 1, found.end(1))) if found else ""


def nouns_beside(
    tagged: TagSequence,
    run: Run,
) -> list[tuple[str, ...]]:
    """Return the roles printed beside a name, each as its words; the last one is its head.

    Mayor Ann Lee; the ferry company Norrland Line; his deputy, Anna Rudnik; Tesfaye, the chief
    executive; Lind is the chair.
    """
    before = tagged.tags[run.begin - 1] if run.begin else "|"
    found: list[tuple[str, ...]] = []
    if before == "n" or run.name.title:
        found.append(_titles(tagged, run))
        twice = _TWICE.search(tagged.tags, max(run.begin - _FAR_BEFORE, 0), run.begin)
        found += [_folded(tagged, *twice.span(1))] if twice else []

    matches = (_role_before(tagged, run) if before == "," else None, _role_behind(tagged, run))
    found += [_folded(tagged, *match.span(1)) for match in filter(None, matches)]
    return [*filter(None, found), *_in_court(tagged, run)]


def _in_court(
    tagged: TagSequence,
    run: Run,
) -> list[tuple[str, ...]]:
    """Read Ann Lee, prosecuting, and Bo Ek, for Tull, who are lawyers."""
    tags, at = tagged.tags, run.high + 1
    if tags[run.high : at] != ",":
        return []
    if tags[at + 1 : at + 2] in (",", "."):
        return _COURT.get(fold(tagged.printed(at, at + 1)), [])
    is_for = _FOR_SOMEONE.match(tags, at) and fold(tagged.printed(at, at + 1)) == "for"
    return _COURT["for"] if is_for else []


def _role_behind(
    tagged: TagSequence,
    run: Run,
) -> re.Match[str] | None:
    """Find the role behind a name: Lind, the chair; Lind is the chair."""
    behind, far = tagged.tags[run.high : run.high + 1], run.high + _FAR_BEHIND
    found = _BEHIND.match(tagged.tags, run.high, far) if behind in (",", "(") else None
    if found is not None:
        return found

    # Lee, 61, has been a vet.
    at = run.high + (3 if tagged.tags.startswith(",#,", run.high) else 0)
    is_verb = at < len(tagged.tags) and fold(tagged.printed(at, at + 1)) in _COPULAS
    return _IS.match(tagged.tags, run.high, far) if is_verb else None


def _role_before(
    tagged: TagSequence,
    run: Run,
) -> re.Match[str] | None:
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
    hangs = nearest and tags[nearest.start() - 1 : nearest.start()] in ("o", "Z")
    return None if hangs else nearest


def _titles(
    tagged: TagSequence,
    run: Run,
) -> tuple[str, ...]:
    """Read Mayor Ann Lee, Fire Chief Bill Oko, the ferry company Norrland Line."""
    # Titles in lower case, if any, and those with a capital, which the name has lost.
    before = tagged.tags[max(0, run.begin - _LONGEST) : run.begin]
    n_nouns = len(before) - len(before.rstrip("n"))
    if before[: -n_nouns or None].endswith((".N", "|N")) or before[: -n_nouns or None] == "N":
        n_nouns += 1 if n_nouns else 0  # Former mayor Ann Lee: it opens the sentence
    titles = tuple(_FULL.get(word, word) for word in run.name.title)
    return _folded(tagged, run.begin - n_nouns, run.begin) + titles


def _folded(
    tagged: TagSequence,
    low: int,
    high: int,
) -> tuple[str, ...]:
    words = (fold(tagged.printed(k, k + 1)).rstrip(".") for k in range(low, high))
    return tuple(_FULL.get(word, word) for word in words)
