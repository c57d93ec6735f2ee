"""Coding by hand: a sheet to fill in, how well people agree, and whether newskit says the same.

tone = {"tone": ["negative", "neutral", "positive"]}
nk.coding.sheet(articles, "tone.xlsx", codes=tone, coders=["ann", "ben"])
sheets = ["tone_ann.xlsx", "tone_ben.xlsx"]         # filled in by two people
nk.coding.agreement(sheets)                         # percent, kappas, Krippendorff's alpha
nk.coding.disagreements(sheets)                     # the units to talk about
found = nk.sentiment(articles, unit="sentence")
nk.coding.validate(sheets, found, column="compound")
"""

from newskit.coding.agreement import agreement
from newskit.coding.columns import (
    AGREEMENT,
    CODING_SHEET,
    DISAGREEMENTS,
    VALIDATION_AGREEMENT,
    VALIDATION_ANSWERS,
    VALIDATION_CONFUSION,
    VALIDATION_SCORES,
)
from newskit.coding.disagreements import disagreements
from newskit.coding.sheet import sheet
from newskit.coding.validate import validate
from newskit.errors import only_has
from newskit.tables import Table

# Each needs what people have coded, which `analyze` does not have.
TABLES = (
    Table("coding_sheet", CODING_SHEET, "one row per unit to be coded by hand"),
    Table("agreement", AGREEMENT, "one row per variable and measure: how well coders agree"),
    Table("disagreements", DISAGREEMENTS, "one row per unit on which coders do not agree"),
    Table("validation_scores", VALIDATION_SCORES, "validate: one row per code"),
    Table("validation_confusion", VALIDATION_CONFUSION, "validate: one row per pair of codes"),
    Table(
        "validation_agreement",
        VALIDATION_AGREEMENT,
        "validate: one row per two and measure",
    ),
    Table("validation_answers", VALIDATION_ANSWERS, "validate: one row per unit"),
)

__all__ = ["agreement", "disagreements", "sheet", "validate"]

__getattr__ = only_has(__name__, __all__)
