"""Certainty: hedges, modals, boosters and commitments, where they stand and how often."""

from newskit.analyses.certainty.certainty import certainty, certainty_of
from newskit.analyses.certainty.certainty_rates import certainty_rates, certainty_rates_of
from newskit.analyses.certainty.columns import CERTAINTY, CERTAINTY_RATES
from newskit.tables import Table

TABLES = (
    Table("certainty", CERTAINTY, "one row per hedge, modal, booster or commitment", certainty_of),
    Table(
        "certainty_rates",
        CERTAINTY_RATES,
        "one row per article, part and voice: how often it hedges and boosts",
        certainty_rates_of,
    ),
)

__all__ = ["TABLES", "certainty", "certainty_rates"]
