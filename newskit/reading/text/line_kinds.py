"""What a line of a pasted text may be."""

from __future__ import annotations

from dataclasses import dataclass

ZONES = {
    **dict.fromkeys(("before", "stamp above", "byline above"), 0),
    **dict.fromkeys(("headline", "standfirst", "byline", "stamp", "head", "caption"), 1),
    **dict.fromkeys(("paragraph", "subhead", "between", "caption inside"), 2),
    **dict.fromkeys(("tag", "after"), 3),
}
"""What a line may be, and in which order such lines follow: above the headline, head, body, end."""


@dataclass(frozen=True)
class ReadLines:
    """What the lines of a text are, and how sure the model is of it."""

    kinds: list[str]
    sure: list[float]
    """Probability of each line's kind, given the headline."""
    subhead: list[float]
    """Probability that each line is a subhead."""
    headline: int | None
    headline_sure: float
    """Probability that this line is the headline."""
