"""Roles of an article: that Ann Lee is the mayor, and Tarn & Gale the bank, so that "the mayor said" has a name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newskit.analyses.quotes.names import Names, Run, kind_of
from newskit.analyses.quotes.tag_sequence import Tape
from newskit.text.forms import fold

SHORT_FORMS = {
    "sen": "senator", "gov": "governor", "rep": "representative", "dr": "doctor", "prof": "professor", "gen": "general",
    "sgt": "sergeant", "capt": "captain", "lt": "lieutenant", "col": "colonel", "rev": "reverend",
    "supt": "superintendent",
}  # fmt: skip
DOCUMENTS = frozenset(
    """report study statement ruling letter article paper survey poll document documents filing lawsuit memo
    email complaint indictment review analysis book editorial tweet post transcript bill law order
    release text dossier audit petition affidavit suit column essay website site page""".split()
)
INSTITUTIONS = frozenset(
    """company firm bank ministry police department agency council board club union group regulator government
    administration campaign committee commission court hospital university school college party army
    military newspaper organization organisation network association federation institute office team
    authority airline foundation charity parliament senate congress city state church business
    manufacturer maker publisher station""".split()
)
_BEFORE = re.compile(r"[DZz]?((?:n|e|G){1,5}),\Z")
_BEHIND = re.compile(r",(?:#,)?D?[Zz]?((?:n|e|j|B){0,3}n)(?=[,.ow|&])")
_REACH = 6


class Bearer(NamedTuple):
    """Who bears a role: the name, its type, the letter where the role is printed, and the words of the role."""

    name: str
    kind: str
    at: int
    words: frozenset[str]


def bearer_name(names: Names, run: Run) -> tuple[str, str]:
    """Return the full name and the type of whom a run of capitalized words names."""
    person = names.known.get(run.key)
    if person is not None:
        return person.name, "person"
    kind = kind_of(run.words)
    return run.printed, "person" if kind == "unknown" and run.titled else kind


def roles_of(tape: Tape, names: Names) -> dict[str, list[Bearer]]:
    """Collect the roles that are printed beside names, by their last word."""
    roles: dict[str, list[Bearer]] = {}
    letters = tape.letters + "|"  # so that each run has a letter behind it
    for run in names.runs:
        begin = run.low - len(run.title)
        before = letters[begin - 1]
        phrases = _titles(tape, run) if run.title or before == "n" else []
        if before == "," or letters[run.high] == ",":
            phrases += _beside(tape, run)
        phrases += institutions_of(run.words)
        if not phrases or not run.words:
            continue
        name, kind = bearer_name(names, run)
        for words in phrases:
            role = SHORT_FORMS.get(words[-1], words[-1])
            roles.setdefault(role, []).append(Bearer(name, kind, run.low, frozenset(words)))
    return roles


@lru_cache(maxsize=50_000)
def institutions_of(words: tuple[str, ...]) -> list[list[str]]:
    """Return the words of an organization that say what it is: the bank, of Harbor Bank."""
    return [[w] for w in map(fold, words) if w in INSTITUTIONS] if kind_of(words) == "organization" else []


def _titles(tape: Tape, run: Run) -> list[list[str]]:
    """Read Mayor Ann Lee, Fire Chief Bill Oko, chief engineer Ada Brandt, the ferry company Norrland Line."""
    begin = run.low - len(run.title)
    low = begin
    while low > 0 and begin - low < _REACH and tape.letters[low - 1] == "n":
        low -= 1
    words = [fold(tape.printed(k, k + 1)).rstrip(".") for k in range(low, begin)] + list(run.title)
    return [words] if words else []


def _beside(tape: Tape, run: Run) -> list[list[str]]:
    """Read his deputy, Anna Rudnik; Simon Tesfaye, the chief executive."""
    letters = tape.letters
    found: list[list[str]] = []
    begin = run.low - len(run.title)
    before = _BEFORE.search(letters, max(0, begin - 8), begin)
    if before:
        found.append(_folded(tape, *before.span(1)))
    behind = _BEHIND.match(letters, run.high, run.high + 12)
    if behind:
        found.append(_folded(tape, *behind.span(1)))
    return found


def _folded(tape: Tape, low: int, high: int) -> list[str]:
    return [fold(tape.printed(k, k + 1)) for k in range(low, high)]
