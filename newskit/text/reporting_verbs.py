"""The verbs that report what someone says (word_lists/reporting_verbs.csv), by their forms."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newskit.word_lists import rows

# The base form last: "read" and "put" are the past of themselves, and news reports in the past.
_INFLECTIONS = ("third", "past", "participle", "gerund", "base")


class ReportingVerb(NamedTuple):
    """What a form of a reporting verb is."""

    verb: str  # its base form
    inflection: str  # base, third, past, participle, gerund
    kind: str
    use: str


@cache
def reporting_verbs() -> dict[str, ReportingVerb]:
    """Return the reporting verbs by form.

    >>> reporting_verbs()["said"][:2], reporting_verbs()["put"].inflection
    (('say', 'past'), 'past')
    """
    forms: dict[str, ReportingVerb] = {}
    for base, *inflected, kind, use in rows("reporting_verbs.csv"):
        for inflection, form in zip(_INFLECTIONS, (*inflected, base), strict=True):
            forms.setdefault(form, ReportingVerb(base, inflection, kind, use))
    return forms
