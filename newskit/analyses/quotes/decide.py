"""Which rule says who speaks: they are tried in order, and the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable

from newskit.analyses.quotes import after, before, carried_over
from newskit.analyses.quotes.quote_place import UNATTRIBUTED, Attribution, QuotePlace

# Words right around the quotation go before those farther off, and reading on comes last.
ORDER: tuple[Callable[[QuotePlace], Attribution | None], ...] = (
    after.after_subject_verb, after.after_verb_subject, after.after_according,
    after.after_is_how, after.after_signature, before.by_owner, carried_over.continued,
    before.before_verb, after.after_unlisted, before.before_unlisted,
    before.before_colon, after.in_clause_behind, carried_over.same_sentence,
    carried_over.carried_over,
)  # fmt: skip


def _first(place: QuotePlace) -> Attribution | None:
    for reads in ORDER:
        if found := reads(place):
            return found
    return None


def decide(place: QuotePlace) -> Attribution:
    """Return what the first fitting rule says; a span left open before goes before most of them."""
    attribution = _first(place) or UNATTRIBUTED

    # Whose speech goes on is surer than any reading but that of words right behind it.
    if attribution.position == "after":
        return attribution
    return carried_over.multi_paragraph(place) or attribution
