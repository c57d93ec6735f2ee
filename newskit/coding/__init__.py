"""Coding by hand: how well people agree, and where they do not.

nk.coding.agreement(["ann.csv", "ben.csv"])         # percent, kappas, Krippendorff's alpha
nk.coding.disagreements(["ann.csv", "ben.csv"])     # the units to talk about
"""

from newskit.coding.agreement import agreement
from newskit.coding.columns import AGREEMENT, DISAGREEMENTS
from newskit.coding.disagreements import disagreements
from newskit.errors import only_has
from newskit.tables import Table

# Each needs what people have coded, which `analyze` does not have.
TABLES = (
    Table(
        "agreement",
        AGREEMENT,
        "one row per variable and measure: how well coders agree",
    ),
    Table(
        "disagreements",
        DISAGREEMENTS,
        "one row per unit on which coders do not agree",
    ),
)

__all__ = ["agreement", "disagreements"]

__getattr__ = only_has(__name__, __all__)
