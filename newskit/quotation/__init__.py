"""Quotations: who said what, in whose words, with what verb."""

from newskit.quotation.table import quotes, quotes_of
from newskit.quotation.voices import speakers

__all__ = ["quotes", "quotes_of", "speakers"]
