"""The tense of the verb beside a time: simple lists and suffixes, one class per distinct form.

The verbs of a sentence become a string with one letter per form, as time words do in the grammar;
`verbs.csv` says which form is of which class.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newskit.analyses.timeline.patterns import translate
from newskit.csv_files import rows_of
from newskit.text.forms import fold, word

CLASSES: Final = {
    "other": "\0",
    "future": "f",
    "past": "p",
    "present": "r",
    "plan": "e",
    "planned": "g",
    "modal": "m",
    "perfect": "h",
    "set": "s",
    "to": "t",
    "as": "a",
    "be": "b",
}
_CODES: Final = {name: ord(letter) for name, letter in CLASSES.items()}
OTHER, FUTURE, PAST, PRESENT, PLAN, PLANNED, MODAL, PERFECT, _, TO, AS, BE = _CODES.values()

_LISTED: Final = rows_of(__package__, "verbs.csv")
_BY_WORD: Final = {row["word"]: _CODES[row["class"]] for row in _LISTED if row["class"] in _CODES}
_NOT_VERBS: Final = frozenset(row["word"] for row in _LISTED if row["class"] == "not_a_verb")
_SHORTEST_PAST = 5  # "ended", but not "bed", "shed"

# Forms that make one verb together, longest readings first.
_CLUSTER: Final = re.compile(
    translate(
        "as other? planned"  # as (previously) planned
        "| future filler{0,2} past?"  # will, will (not yet) be held
        "| (past|present|perfect) filler{0,2} planned"  # is (not yet) expected, was planned
        "| (plan|planned)"  # plans
        "| set? to be (past|planned)"  # to be held
        "| set to"
        "| modal filler? perfect filler? past?"  # would have been held
        "| modal filler{1,2} past"  # would be held
        "| perfect filler{0,2} past?"  # has (not) been held
        "| modal"
        "| present other? past"  # is (now) held
        "| past past?"  # was held, held
        "| present",
        CLASSES,
        {"filler": "(other|be)"},
    ).encode()
)


def verb_class(form: str) -> int:
    """Say which class of verb a form is, as the code of a letter; 0 for none."""
    found = word(form)
    if found is None:
        return OTHER

    folded = fold(found.text)
    listed = _BY_WORD.get(folded)
    if listed is not None:
        return listed
    if not folded.endswith("ed") or len(folded) < _SHORTEST_PAST:
        return OTHER

    # "Wounded" with a capital may open a headline; "red-roofed" describes.
    is_verb = found.text.islower() and "-" not in folded and folded not in _NOT_VERBS
    return PAST if is_verb else OTHER


def ends_clause(form: str) -> bool:
    """Say whether a comma or its like stands after a form: a verb beyond it is further away."""
    return form.rstrip("\"'”’»)")[-1:] in ",;:—–"


CUT = 4  # forms a comma counts for: "The mayor, who left in May, said" is about leaving


class Verb(NamedTuple):
    """The verb beside a time: its tense, and the tokens of the sentence that it was read from."""

    tense: str
    first: int
    last: int
    """The last token; for one that opens an infinitive, the verb itself is still to come."""
    open: bool
    """Whether it opens an infinitive: will, would, to, have."""


def nearest_verb(verbs: bytes, commas: bytes, at: int, until: int) -> Verb | None:
    """Return the verb nearest to the tokens at to until of a sentence; None if none is known."""
    clusters = [c for c in _CLUSTER.finditer(verbs) if c.group()[0] != AS]

    def distance(cluster: re.Match[bytes]) -> int:
        begin, end = cluster.span()
        if begin < at:
            return at - end + CUT * commas.count(1, end - 1, at)
        return begin - until + CUT * commas.count(1, until, begin)

    best = min(clusters, key=distance, default=None)
    if best is None:
        return None
    kinds = best.group().rstrip(bytes((OTHER, BE)))
    last = best.start() + len(kinds) - 1
    return Verb(_tense(kinds), best.start(), last, kinds[-1] in _OPENING)


_OPENING: Final = (FUTURE, MODAL, TO, PERFECT)


def _tense(kinds: bytes) -> str:
    """Name the tense of a cluster by its first and its last form."""
    first, last = kinds[0], kinds[-1]
    if last in (PLAN, PLANNED) or TO in kinds:
        return "planned"  # set to, to be held
    if first == FUTURE:
        return "future"
    if first == MODAL:
        return "past" if PERFECT in kinds else "future"

    is_held = first == PRESENT
    return "past" if last == PAST and not is_held else "present"
