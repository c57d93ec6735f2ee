"""What the columns of the tables of quotations mean."""

from __future__ import annotations

from newskit.tables import (
    ARTICLE_ID,
    END,
    FIELD,
    FLAG,
    FLOAT,
    N_WORDS,
    PARAGRAPH,
    SENTENCE,
    START,
    STRING,
    WHOLE,
    Column,
)

QUOTE_ID = Column("quote_id", WHOLE, "number", "quotation of the article, counted from 0", True)
SPEAKER = Column("speaker", STRING, "", "resolved name of the speaker; NA if not known")

QUOTES = (
    ARTICLE_ID,
    QUOTE_ID,
    FIELD,
    PARAGRAPH._replace(key=False),
    Column("utterance_id", WHOLE, "number", "one for all parts of a quotation, and its paraphrase"),
    Column("kind", STRING, "", "direct, mixed (words in a paraphrase), turn, indirect, scare"),
    Column("text", STRING, "", "the quotation with its marks"),
    START,
    END,
    SPEAKER,
    Column("speaker_type", STRING, "", "person, organization, place, document, unnamed or unknown"),
    Column("speaker_mention", STRING, "", "the speaker as printed beside the quotation"),
    Column("speaker_start", WHOLE, "characters", "where the mention begins"),
    Column("speaker_end", WHOLE, "characters", "where the mention ends"),
    Column("cue", STRING, "", "cue verb or phrase as printed"),
    Column("cue_start", WHOLE, "characters", "where the cue begins"),
    Column("cue_end", WHOLE, "characters", "where the cue ends"),
    Column("cue_class", STRING, "", "class of the cue: neutral, claim, ...; NA if not classed"),
    N_WORDS,
    Column("mark", STRING, "", "opening mark; : of a turn, > of a block quote; NA if indirect"),
    Column("closed", FLAG, "", "whether the closing mark is there; NA if indirect"),
    Column("confidence", FLOAT, "0 to 1", "how sure the rule is of the speaker; higher is surer"),
    Column("rule", STRING, "", "rule that decided"),
)

ATTRIBUTION = (
    ARTICLE_ID,
    SENTENCE,
    PARAGRAPH._replace(key=False),
    START,
    END,
    Column("attribution", STRING, "", "direct, mixed, indirect, institution or unattributed"),
    Column("share", FLOAT, "0 to 1", "of its characters: share quoted or reported"),
    Column("speaker", STRING, "", "resolved name of whose word most of it is; NA if not known"),
    Column("speaker_type", STRING, "", "person, organization, place, document, unnamed or unknown"),
    Column("words", STRING, "", "what decided, as printed: the cue, else the speaker"),
    Column("words_start", WHOLE, "characters", "where they begin, perhaps in another sentence"),
    Column("words_end", WHOLE, "characters", "where they end"),
    Column("rule", STRING, "", "rule that decided"),
)

CUE_VERBS = (
    Column("verb", STRING, "", "base form of the verb, or the phrase in lower case", True),
    Column("cue_class", STRING, "", "class of the verb: neutral, claim, ...; NA if not classed"),
    Column("n", WHOLE, "utterances", "utterances that it reports"),
    Column("share", FLOAT, "0 to 1", "share of the utterances that have a cue"),
    Column("n_speakers", WHOLE, "speakers", "different resolved names"),
    Column("n_articles", WHOLE, "articles", "articles it is used in"),
)

NAME_VARIANTS = (
    ARTICLE_ID,
    Column("name", STRING, "", "spelling printed most", True),
    Column("variant", STRING, "", "a spelling that counts as the same person", True),
    Column("n", WHOLE, "times", "times it is printed"),
)

REPEATED_QUOTES = (
    Column("group", WHOLE, "number", "the same quotations share it, counted from 0"),
    ARTICLE_ID,
    QUOTE_ID,
    SPEAKER,
    Column("text", STRING, "", "the quotation with its marks"),
    Column("n_articles", WHOLE, "articles", "articles that have it"),
    Column("similarity", FLOAT, "0 to 1", "two-word runs in common with the longest of the group"),
)

SPEAKERS = (
    ARTICLE_ID,
    Column("speaker", STRING, "", "resolved name; NA gathers those without one", True),
    Column("speaker_type", STRING, "", "person, organization, unnamed or unknown"),
    Column("named", FLAG, "", "whether the row has a name"),
    Column("n_quotes", WHOLE, "quotations", "quotations; without scare quotes and indirect speech"),
    N_WORDS,
    Column("share", FLOAT, "0 to 1", "share of the article's quoted words"),
    Column("concentration", FLOAT, "0 to 1", "Herfindahl index of the named speakers; 1: one"),
    Column("mean_words", FLOAT, "words", "mean length of a quotation"),
    Column("first_start", WHOLE, "characters", "where the first quotation begins in the text"),
    Column("cues", STRING, "", "cue verbs used, in order of first use, separated by '; '"),
)
