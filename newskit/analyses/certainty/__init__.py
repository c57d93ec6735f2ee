"""Certainty: hedges, modals, boosters and commitments, where they stand and how often."""

from newskit.analyses.certainty.by_group import EXPRESSIONS_BY_GROUP, RATES_BY_GROUP
from newskit.analyses.certainty.certainty import certainty, certainty_of
from newskit.analyses.certainty.certainty_rates import certainty_rates, certainty_rates_of
from newskit.analyses.certainty.columns import CERTAINTY, CERTAINTY_RATES
from newskit.grouping import grouped
from newskit.tables import Table

TABLES = (
    Table(
        "certainty",
        CERTAINTY,
        "one row per hedge, modal, booster or commitment",
        from_batch=certainty_of,
        grouped=grouped(EXPRESSIONS_BY_GROUP, "certainty"),
    ),
    Table(
        "certainty_rates",
        CERTAINTY_RATES,
        "one row per article, part and voice: how often it hedges and boosts",
        from_batch=certainty_rates_of,
        grouped=grouped(RATES_BY_GROUP, "certainty_rates"),
    ),
)

__all__ = ["TABLES", "certainty", "certainty_rates"]
