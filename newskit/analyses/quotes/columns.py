"""The columns of quotations, of who speaks, and of the verbs that say so."""

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
SPEAKER = Column("speaker", STRING, "", "resolved name of the speaker; NA when none is to be known")

QUOTES = (
    ARTICLE_ID,
    QUOTE_ID,
    FIELD,
    PARAGRAPH._replace(key=False),
    Column("utterance_id", WHOLE, "number", "the same for parts of a split quotation, and for marks in a paraphrase"),
    Column("kind", STRING, "", "direct, mixed (marked words inside a paraphrase), turn, indirect or scare"),
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
    Column("cue_class", STRING, "", "class of the cue verb: neutral, claim, argue, ...; NA when not classed"),
    N_WORDS,
    Column("mark", STRING, "", "opening mark; : in a transcript, > in a block quote; NA for indirect speech"),
    Column("closed", FLAG, "", "whether the closing mark is there; NA for indirect speech"),
    Column("confidence", FLOAT, "0 to 1", "how sure the rule is of the speaker; higher is surer"),
    Column("rule", STRING, "", "rule that decided"),
)

ATTRIBUTION = (
    ARTICLE_ID,
    SENTENCE,
    PARAGRAPH._replace(key=False),
    START,
    END,
    Column("attribution", STRING, "", "whose word it is: direct, mixed, indirect, institution or unattributed"),
    Column("share", FLOAT, "0 to 1", "share of the sentence's characters that are quoted or reported"),
    Column("speaker", STRING, "", "resolved name of whose word most of it is; NA when none is to be known"),
    Column("speaker_type", STRING, "", "person, organization, place, document, unnamed or unknown"),
    Column("words", STRING, "", "what decided, as printed: the cue, or the speaker where there is no cue"),
    Column("words_start", WHOLE, "characters", "where these words begin; they may stand in another sentence"),
    Column("words_end", WHOLE, "characters", "where these words end"),
    Column("rule", STRING, "", "rule that decided"),
)

CUE_VERBS = (
    Column("verb", STRING, "", "base form of the verb, or the phrase in lower case", True),
    Column("cue_class", STRING, "", "class of the verb: neutral, claim, argue, ...; NA when not classed"),
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
    Column("speaker", STRING, "", "resolved name; NA gathers the quotations without a known speaker", True),
    Column("speaker_type", STRING, "", "person, organization, unnamed or unknown"),
    Column("named", FLAG, "", "whether the row has a name"),
    Column("n_quotes", WHOLE, "quotations", "marked quotations, scare quotes left out"),
    N_WORDS,
    Column("share", FLOAT, "0 to 1", "share of the article's quoted words"),
    Column("concentration", FLOAT, "0 to 1", "of the article: Herfindahl index of the named voices; 1 is one voice"),
    Column("mean_words", FLOAT, "words", "mean length of a quotation"),
    Column("first_start", WHOLE, "characters", "where the first quotation begins in the text"),
    Column("cues", STRING, "", "cue verbs used, in order of first use, separated by '; '"),
)
