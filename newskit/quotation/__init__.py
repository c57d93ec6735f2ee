"""Quotations: who said what, in whose words, with what verb."""

from newskit.quotation.cues import cue_verbs, name_variants
from newskit.quotation.ledger import attribution, attribution_from
from newskit.quotation.repeated import repeated_quotes
from newskit.quotation.table import quotes, quotes_of
from newskit.quotation.voices import speakers

__all__ = [
    "attribution",
    "attribution_from",
    "cue_verbs",
    "name_variants",
    "quotes",
    "quotes_of",
    "repeated_quotes",
    "speakers",
]
