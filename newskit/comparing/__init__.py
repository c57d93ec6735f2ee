"""Articles side by side: words that set groups apart, words in context, one event told twice."""

from newskit.comparing.by_group import MATCHES_BY_GROUP
from newskit.comparing.columns import (
    COMPARED_HEADLINES,
    COMPARED_NUMBERS,
    COMPARED_PEOPLE,
    COMPARED_QUOTES,
    COMPARED_SENTENCES,
    COMPARED_TIMES,
    CONCORDANCE,
    KEYNESS,
    ONLY_HERE,
)
from newskit.comparing.compare import compare
from newskit.comparing.comparison import Comparison
from newskit.comparing.concordance import concordance
from newskit.comparing.keyness import keyness
from newskit.grouping import grouped
from newskit.tables import Table

# Each needs more than `analyze` has: groups, a pattern, articles on one event.
TABLES = (
    Table("keyness", KEYNESS, "one row per group and word that it uses more or less than others"),
    Table(
        "concordance",
        CONCORDANCE,
        "one row per place where a word or phrase stands",
        grouped=grouped(MATCHES_BY_GROUP, "concordance"),
    ),
    Table("compared_headlines", COMPARED_HEADLINES, "compare: one row per article, side by side"),
    Table("compared_people", COMPARED_PEOPLE, "compare: one row per name and article that has it"),
    Table("compared_quotes", COMPARED_QUOTES, "compare: one row per quotation, the same together"),
    Table("compared_sentences", COMPARED_SENTENCES, "compare: one row per sentence, likewise"),
    Table("compared_numbers", COMPARED_NUMBERS, "compare: one row per number, of a thing together"),
    Table("compared_times", COMPARED_TIMES, "compare: one row per time, of one thing together"),
    Table("only_here", ONLY_HERE, "compare: one row per thing that one article alone reports"),
)

__all__ = ["TABLES", "Comparison", "compare", "concordance", "keyness"]
