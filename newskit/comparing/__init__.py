"""Articles side by side: words that set groups apart, words in context, one event told twice."""

from newskit.comparing.columns import CONCORDANCE, KEYNESS
from newskit.comparing.concordance import concordance
from newskit.comparing.keyness import keyness
from newskit.tables import Table

TABLES = (
    Table("keyness", KEYNESS, "one row per group and word that it uses more or less than others"),
    Table("concordance", CONCORDANCE, "one row per place where a word or phrase stands"),
)

__all__ = ["TABLES", "concordance", "keyness"]
