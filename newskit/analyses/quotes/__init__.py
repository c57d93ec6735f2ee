"""Quotations: who said what, in whose words, with what verb."""

from newskit.analyses.quotes.attribution import attribution, attribution_from
from newskit.analyses.quotes.by_group import (
    ATTRIBUTION_BY_GROUP,
    CUE_VERBS_BY_GROUP,
    QUOTES_BY_GROUP,
    REPEATED_BY_GROUP,
    SPEAKERS_BY_GROUP,
    VARIANTS_BY_GROUP,
)
from newskit.analyses.quotes.columns import (
    ATTRIBUTION,
    CORPUS_SPEAKERS,
    CUE_VERBS,
    NAME_VARIANTS,
    QUOTES,
    REPEATED_QUOTES,
    RULES,
    SPEAKERS,
)
from newskit.analyses.quotes.corpus_speakers import (
    corpus_speakers,
    merge_corpus_speakers,
    reduce_corpus_speakers,
)
from newskit.analyses.quotes.cue_verbs import cue_verbs, merge_cue_verbs, reduce_cue_verbs
from newskit.analyses.quotes.name_variants import name_variants
from newskit.analyses.quotes.quotes import quotes, quotes_of
from newskit.analyses.quotes.repeated_in_parts import (
    merge_repeated_quotes,
    reduce_repeated_quotes,
)
from newskit.analyses.quotes.repeated_quotes import repeated_quotes
from newskit.analyses.quotes.rule_book import rules_table
from newskit.analyses.quotes.speakers import speakers
from newskit.grouping import grouped
from newskit.tables import InParts, Table

TABLES = (
    Table(
        "quotes",
        QUOTES,
        "one row per quotation or paraphrase",
        from_batch=quotes_of,
        by_default=True,
        grouped=grouped(QUOTES_BY_GROUP, "quotes"),
    ),
    Table(
        "speakers",
        SPEAKERS,
        "one row per article and speaker",
        from_tables=("quotes",),
        make=speakers,
        by_default=True,
        grouped=grouped(SPEAKERS_BY_GROUP, "speakers"),
    ),
    Table(
        "corpus_speakers",
        CORPUS_SPEAKERS,
        "one row per speaker of all articles",
        from_tables=("speakers",),
        make=corpus_speakers,
        scope="corpus",
        in_parts=InParts("speakers", reduce_corpus_speakers, merge_corpus_speakers),
    ),
    Table(
        "attribution",
        ATTRIBUTION,
        "one row per sentence: whose word it is",
        from_tables=("sentences", "quotes"),
        make=attribution_from,
        by_default=True,
        grouped=grouped(ATTRIBUTION_BY_GROUP, "attribution"),
    ),
    Table(
        "cue_verbs",
        CUE_VERBS,
        "one row per verb that reports speech",
        from_tables=("quotes",),
        make=cue_verbs,
        scope="corpus",
        grouped=grouped(CUE_VERBS_BY_GROUP, "quotes", cue_verbs),
        in_parts=InParts("quotes", reduce_cue_verbs, merge_cue_verbs),
    ),
    Table(
        "repeated_quotes",
        REPEATED_QUOTES,
        "one row per quotation that several articles have",
        from_tables=("quotes",),
        make=repeated_quotes,
        scope="corpus",
        grouped=grouped(REPEATED_BY_GROUP, "quotes", repeated_quotes),
        in_parts=InParts("quotes", reduce_repeated_quotes, merge_repeated_quotes),
    ),
    Table(
        "name_variants",
        NAME_VARIANTS,
        "one row per spelling of a name that has several",
        from_tables=("articles",),
        make=name_variants,
        grouped=grouped(VARIANTS_BY_GROUP, "name_variants"),
    ),
    Table("rules", RULES, "one row per rule that finds who speaks"),
)

__all__ = [
    "TABLES",
    "attribution",
    "cue_verbs",
    "name_variants",
    "quotes",
    "repeated_quotes",
    "rules_table",
    "speakers",
]
