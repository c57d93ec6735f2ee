"""The tense of the verb beside a time: simple lists and suffixes, one class per distinct form.

The verbs of a sentence become a string with one letter per form, as time words do in the grammar;
`verbs.csv` says which form is of which class.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from newskit.csv_files import csv_rows
from newskit.text.forms import fold, word
from newskit.text.patterns import translate

_NAMES: Final = (
    "other", "future", "past", "present", "plan", "planned", "modal", "perfect", "set", "to", "as",
    "be",
)  # fmt: skip
LETTERS: Final = dict(zip(_NAMES, "\0fpregmhstab", strict=True))
_CODES: Final = {name: ord(letter) for name, letter in LETTERS.items()}
OTHER, PAST, AS, BE = (_CODES[name] for name in ("other", "past", "as", "be"))
# Classes that open an infinitive: will leave, would leave, to leave, have left.
_OPENING: Final = [_CODES[name] for name in ("future", "modal", "to", "perfect")]

_LISTED: Final = csv_rows(__package__, "verbs.csv")
_BY_WORD: Final = {row["word"]: _CODES[row["class"]] for row in _LISTED if row["class"] in _CODES}
_NOT_VERBS: Final = frozenset(row["word"] for row in _LISTED if row["class"] == "not_a_verb")
# "ended", but not "bed", "shed".
_SHORTEST_PAST: Final = 5

# Forms that make one verb together, and its tense; the first pattern that matches wins.
_CLUSTERS: Final = (
    # As (previously) planned: not the verb of the sentence.
    ("as other? planned", ""),
    # Will, will (not yet) be held.
    ("future filler{0,2} past?", "future"),
    # Is (not yet) expected.
    ("(past|present|perfect) filler{0,2} planned", "planned"),
    ("(plan|planned)", "planned"),  # plans
    # To be held.
    ("set? to be (past|planned)", "planned"),
    ("set to", "planned"),
    # Would have been held.
    ("modal filler? perfect filler? past?", "past"),
    # Would be held.
    ("modal filler{1,2} past", "future"),
    # Has (not) been held.
    ("perfect filler{0,2} past", "past"),
    ("perfect filler{0,2}", "present"),
    ("modal", "future"),
    # Is (now) held.
    ("present other? past", "present"),
    # Was held, held.
    ("past past?", "past"),
    ("present", "present"),
)
_PATTERNS: Final = [
    translate(pattern, LETTERS, {"filler": "(other|be)"}) for pattern, _ in _CLUSTERS
]
_CLUSTER: Final = re.compile("|".join(_PATTERNS).encode())


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
    if not is_verb:
        return OTHER
    return PAST


def ends_clause(form: str) -> bool:
    """Say whether a comma or its like stands after a form: a verb beyond it is further away."""
    return form.rstrip("\"'”’»)")[-1:] in ",;:—–"


# Forms a comma counts for: "The mayor, who left in May, said" is about leaving.
CUT = 4


class Verb(NamedTuple):
    """The verb beside a time: its tense, and the tokens of the sentence that it was read from."""

    tense: str
    first: int
    last: int
    """The last token; for one that opens an infinitive, the verb itself is still to come."""
    open: bool
    """Whether it opens an infinitive: will, would, to, have."""


def nearest_verb(
    verbs: bytes,
    commas: bytes,
    at: int,
    until: int,
) -> Verb | None:
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

    # "Will not yet" ends with "will".
    kinds = best.group().rstrip(bytes((OTHER, BE)))
    last = best.start() + len(kinds) - 1
    return Verb(_tense(best.group()), best.start(), last, kinds[-1] in _OPENING)


@cache
def _tense(cluster: bytes) -> str:
    """Name the tense of a verb: that of the first pattern which it is."""
    tenses = [tense for _, tense in _CLUSTERS]
    fits = [re.fullmatch(pattern.encode(), cluster) is not None for pattern in _PATTERNS]
    return tenses[fits.index(True)]
