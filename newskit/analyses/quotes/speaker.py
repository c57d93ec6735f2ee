"""Who speaks: a name or none, what kind of speaker, and how sure the reading is."""

from __future__ import annotations

from typing import NamedTuple

from newskit.analyses.names.linker import Named

# By how much a reading lowers confidence.
CLEAR, LIKELY, DOUBTFUL = .95, .85, .6  # of pronouns, by the margin to the next candidate
NONE_FITS = .6
ONE_OF_NAME = .7  # Lee, one of two
BEARER = .9  # the mayor
ONE_OF_BEARERS = .6
BEARER_LATER = .7  # the man beside me, who turns out to be Bo Ek
BEARER_BEHIND = .9  # his deputy, Anna Rudnik
EPITHET = .55  # the veteran, after a sentence on Bo Ek
TWO_PEOPLE, FIRM = .9, .8  # Ann Lee and Bo Ek; Tarn & Gale


class Speaker(NamedTuple):
    """Who speaks: resolved name (None: not known), kind, and a factor of confidence."""

    name: str | None
    kind: str
    factor: float
    also: str | None = None  # who else it may be


UNKNOWN = Speaker(None, "unknown", 1.0)


class Earlier(NamedTuple):
    """The speaker of an earlier quotation, and the tag where that stands."""

    speaker: Speaker
    at: int
    asks: bool = False  # its words are a question


NOBODY = Earlier(UNKNOWN, -1)


def of_name(named: Named) -> Speaker:
    """Read a printed name."""
    if named.also is None:
        return Speaker(named.who.name, named.who.kind, 1.0)
    return Speaker(named.who.name, named.who.kind, ONE_OF_NAME, named.also.name)
