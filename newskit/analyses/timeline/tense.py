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
from newskit.text.reporting_verbs import reporting_verbs
from newskit.timestamps.calendar_words import SHORT_WEEKDAYS

_NAMES: Final = (
    "other", "future", "past", "present", "plan", "planned", "modal", "perfect", "set", "to", "as",
    "be", "was", "is", "unchanged", "article", "timetable", "saying",
    "bare", "and", "did", "foretold",
)  # fmt: skip
LETTERS: Final = dict(zip(_NAMES, "\0fpregmhstabwicdkvonjq", strict=True))
_CODES: Final = {name: ord(letter) for name, letter in LETTERS.items()}
OTHER, PAST, IS, UNCHANGED, SAYING, AND = (
    _CODES[name] for name in ("other", "past", "is", "unchanged", "saying", "and")
)
# What may stand behind "will" before its verb.
_FILLERS: Final = bytes(_CODES[name] for name in ("other", "be", "article"))
# Classes that open an infinitive: will leave, would leave, to leave, have left.
_OPENING: Final = [_CODES[name] for name in ("future", "modal", "to", "perfect")]

_LISTED: Final = csv_rows(__package__, "verbs.csv")
_BY_WORD: Final = {row["word"]: _CODES[row["class"]] for row in _LISTED if row["class"] in _CODES}
# What somebody said may lie ahead, whatever the tense of "said".
_OF_SAYING: Final = frozenset(row["word"] for row in _LISTED if row["class"] == "of_saying").union(
    form
    for form, said in reporting_verbs().items()
    if (said.inflection, said.use) == ("past", "speech")
)
_NOT_VERBS: Final = frozenset(row["word"] for row in _LISTED if row["class"] == "not_a_verb")
_NO_CAPITAL: Final = (_CODES["timetable"], _CODES["bare"], _CODES["unchanged"])
# "ended", but not "bed", "shed".
_SHORTEST_PAST: Final = 5

_MACROS: Final = {
    "filler": "(other|be|article)",
    "told": "(past|was|saying|did)",
    "now": "(present|is)",
    "done": "(past|unchanged|saying)",
}
# Forms that make one verb together, and its tense; the first pattern that matches wins.
_CLUSTERS: Final = (
    # As (previously) planned; a cut, to cut, to open: not the verb of the sentence.
    ("as other? planned", ""),
    ("(article|to) (unchanged|bare)", ""),
    # Will, will (not yet) be held.
    ("future filler{0,2} (done|bare)?", "future"),
    # Did (not) open.
    ("did filler{0,2} (bare|unchanged)", "past"),
    # Is (not yet) expected.
    ("(told|now|perfect) filler{0,2} planned", "planned"),
    ("(plan|planned)", "planned"),  # plans
    # To be held.
    ("set? to be (done|planned)", "planned"),
    ("set to (unchanged|bare)?", "planned"),
    # Is due, was set.
    ("(told|now) other? set", "planned"),
    ("(is|was) other? foretold", "planned"),
    # Is to visit, were to meet.
    ("(is|was) to (?!be (done|planned)) (unchanged|bare)?", "planned"),
    # Would have been held.
    ("modal filler? perfect filler? done?", "past"),
    # Would be held, would quit.
    ("modal filler{1,2} done", "future"),
    ("modal filler? unchanged", "future"),
    # Has (not) been held.
    ("perfect filler{0,2} done", "past"),
    ("perfect filler{0,2}", "present"),
    ("modal", "future"),
    # Is (now) held, is open; was held, was open, held.
    ("now other? (done|bare)", "present"),
    ("told (done|bare)?", "past"),
    ("unchanged", "past"),
    # Doors open, the trial resumes: a timetable says when.
    ("(timetable|bare)", "planned"),
    ("now", "present"),
)
_PATTERNS: Final = [translate(pattern, LETTERS, _MACROS) for pattern, _ in _CLUSTERS]
# Passed over without trying the patterns one by one.
_BEGIN_NOTHING: Final = "".join(re.escape(LETTERS[name]) for name in ("other", "be", "and"))
_CLUSTER: Final = re.compile(f"(?![{_BEGIN_NOTHING}])(?:{'|'.join(_PATTERNS)})".encode())


def verb_class(form: str) -> int:
    """Say which class of verb a form is, as the code of a letter; 0 for none."""
    found = word(form)
    if found is None:
        return OTHER

    folded = fold(found.text)
    # Sat 15 March.
    if folded in SHORT_WEEKDAYS and found.text[:1].isupper():
        return OTHER

    listed = _BY_WORD.get(folded)
    # The US Open.
    is_name = listed in _NO_CAPITAL and not found.text.islower()
    is_past = listed in (PAST, UNCHANGED, None)
    if folded in _OF_SAYING and is_past:
        return SAYING
    if listed is not None:
        return OTHER if is_name else listed
    if not folded.endswith("ed") or len(folded) < _SHORTEST_PAST:
        return OTHER

    # "Wounded" with a capital may open a headline; "red-roofed" describes.
    is_verb = found.text.islower() and "-" not in folded and folded not in _NOT_VERBS
    if not is_verb:
        return OTHER
    return PAST


def is_half_of_a_day(form: str) -> bool:
    """Say whether a form is the "am" of a clock, or of "I am": behind a number it is no verb."""
    return form.lower().startswith("am") and form[2:].strip(".,;:!?)”’\"") == ""


def ends_in_a_digit(form: str) -> bool:
    """Say whether a form ends in a digit."""
    return form[-1:].isdigit()


def ends_clause(form: str) -> bool:
    """Say whether a comma or its like stands after a form: a verb beyond it is further away."""
    return form.rstrip("\"'”’»)")[-1:] in ",;:—–"


def opens_quotation(form: str) -> bool:
    """Say whether a quotation begins with a form: what it tells is not when it was said."""
    return form[:1] in "“\"‘"


# Forms a comma counts for: "The mayor, who left in May, said" is about leaving.
CUT = 4
# Forms: "was expected to drop another 8 inches of snow by noon Tuesday, forecasters said".
ATTRIBUTION = 8
OPENING = 2


class TensedVerb(NamedTuple):
    """The verb beside a time: its tense, and the tokens of the sentence that it was read from."""

    tense: str
    first: int
    last: int
    """The last token; for one that opens an infinitive, the verb itself is still to come."""
    open: bool
    """Whether it opens an infinitive: will, would, to, have."""
    says: bool
    """Whether it is a verb of saying."""
    of_being: bool
    """Whether it is no more than is, are."""


def nearest_verb(
    verbs: bytes,
    commas: bytes,
    quotes: bytes,
    at: int,
    until: int,
) -> TensedVerb | None:
    """Return the verb nearest to the tokens at to until of a sentence; None if none is known."""
    clusters = [c for c in _CLUSTER.finditer(verbs) if _tense(c.group())]

    def distance(cluster: re.Match[bytes]) -> int:
        begin, end = cluster.span()
        if begin < at:
            return at - end + CUT * commas.count(1, end - 1, at)
        # "On Friday and expects" is another clause; "on Friday, he said" only says who told it.
        n_cuts = commas.count(1, until, begin) + 2 * quotes.count(1, until + 1, begin + 1)
        # "In September, it announced" opens the sentence.
        is_attribution = n_cuts > 0 and at > OPENING and SAYING in cluster.group()
        cuts = CUT * (n_cuts + verbs.count(AND, until, begin)) + ATTRIBUTION * is_attribution
        return begin - until + cuts

    best = min(clusters, key=distance, default=None)
    if best is None:
        return None

    # "Will not yet" ends with "will".
    kinds = best.group().rstrip(_FILLERS)
    last = best.start() + len(kinds) - 1
    return TensedVerb(
        _tense(best.group()),
        best.start(),
        last,
        open=kinds[-1] in _OPENING,
        says=SAYING in kinds,
        of_being=kinds == bytes((IS,)),
    )


@cache
def _tense(cluster: bytes) -> str:
    """Name the tense of a verb: that of the first pattern which it is."""
    tenses = [tense for _, tense in _CLUSTERS]
    fits = [re.fullmatch(pattern.encode(), cluster) is not None for pattern in _PATTERNS]
    return tenses[fits.index(True)]
