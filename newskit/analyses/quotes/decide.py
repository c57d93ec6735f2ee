"""Which rule says who speaks: they are tried in order, and the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable

from newskit.analyses.quotes import carried_over, rules
from newskit.analyses.quotes.quote_place import UNATTRIBUTED, Attribution, QuotePlace

# Words right around the quotation go before those farther off, and reading on comes last.
RULES: tuple[Callable[[QuotePlace], Attribution | None], ...] = (
    rules.after_subject_verb, rules.after_verb_subject, rules.after_according,
    rules.after_signature, rules.by_owner, carried_over.continued,
    rules.before_verb, rules.after_unlisted, rules.before_unlisted,
    rules.before_colon, rules.after_clause, carried_over.carried_over,
)  # fmt: skip


def decide(place: QuotePlace) -> Attribution:
    """Return what the first fitting rule says; a span left open before goes before most of them."""
    attribution = UNATTRIBUTED
    for rule in RULES:
        found = rule(place)
        if found is not None:
            attribution = found
            break

    # Whose speech goes on is surer than any reading but that of words right behind it.
    if attribution.position == "after":
        return attribution
    return carried_over.multi_paragraph(place) or attribution
