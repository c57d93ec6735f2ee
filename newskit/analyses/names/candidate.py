"""Who may be meant by a pronoun, and who is; and the weights of what speaks for a candidate."""

from __future__ import annotations

from typing import NamedTuple

from newskit.analyses.names.entity import Entity

# Weights, set by hand on development articles.
SUBJECT = 1.0  # of its sentence, or who speaks in it
OWNER = .75  # Lee’s voice broke. “...,” he said
INNER = .4  # a pronoun that is no subject: she asked whether he had reported it
OTHER = .3  # an object, a name in a clause, the owner of someone else
PHRASE = .2  # behind a preposition
ASIDE = .1  # Ann Lee, who defeated Tom Dorn last year: Dorn
TOPIC = .2  # more for names, if the subject is no one: for Ada Brandt, the point is
FRONTED = .7  # off, before the comma that a pronoun follows: inspired by Tom Dorn, she
KNOWN = .55  # a pronoun that the article or a given name tells
SAME = .3  # she before: a pronoun that goes on
NAMED = .01  # more for a name than for a noun that is as well placed
DISTANCE = .7  # off, for every sentence back
PARAGRAPH = .15  # off, for every paragraph back
DOUBTFUL = .5  # off, for a name that may be no person's
MISLED = 1.3  # off, for a given name that goes with the other pronoun
OF_OTHERS = .6  # off, for an unnamed noun of the paragraph before
BEST = SUBJECT + KNOWN + SAME  # what a candidate can have at most


class PossibleReferent(NamedTuple):
    """Who may be meant in a sentence: someone named, or an unnamed noun; and how well placed."""

    who: Entity | None
    noun: str  # of someone unnamed: neighbour, court
    place: float
    pronoun: str = ""  # it is one itself
    other: Entity | None = None  # Ann Lee and Bo Ek


class Antecedent(NamedTuple):
    """Who a pronoun is: someone named, or an unnamed noun; who else it may be; and the margin."""

    who: Entity | None
    noun: str
    margin: float
    score: float = -9.0
    also: Entity | None = None
    other: Entity | None = None


NOBODY = Antecedent(None, "", 0.0)
OWNERS = {"his": "he", "her": "she"}
