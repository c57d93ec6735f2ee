"""The columns of sentiment: scores, their working, toward whom, by speaker, and lists compared."""

from __future__ import annotations

from newskit.tables import (
    ARTICLE_ID,
    END,
    FLAG,
    FLOAT,
    N_SENTENCES,
    N_WORDS,
    SENTENCE,
    START,
    STRING,
    WHOLE,
    Column,
)

SENTIMENT = (
    Column("lexicon", STRING, "", "word list that was used", True),
    N_SENTENCES,
    N_WORDS,
    Column("compound", FLOAT, "-1 to 1", "mean over the sentences; higher is more positive"),
    Column("compound_std", FLOAT, "0 to 1", "standard deviation over the sentences; NA below two"),
    Column("positive", FLOAT, "0 to 1", "mean share of positive words in a sentence"),
    Column("neutral", FLOAT, "0 to 1", "mean share of neutral words in a sentence"),
    Column("negative", FLOAT, "0 to 1", "mean share of negative words in a sentence"),
    Column("n_hits", WHOLE, "words", "words that are in the lexicon"),
    Column("n_negated", WHOLE, "words", "lexicon words under a negation"),
    Column("hits_per_100_words", FLOAT, "per 100 words", "lexicon words in a hundred words"),
)

SENTIMENT_HITS = (
    ARTICLE_ID,
    Column("hit", WHOLE, "number", "listed word of the article, counted from 0", True),
    SENTENCE._replace(key=False),
    START,
    END,
    Column("text", STRING, "", "the word as printed"),
    Column("lexicon", STRING, "", "word list that was used"),
    Column("valence", FLOAT, "VADER: -4 to 4", "valence in the list; higher is more positive"),
    Column("boost", FLOAT, "valence", "what boosters and dampeners added, before negation"),
    Column("negated", FLAG, "", "whether a negation held"),
    Column("but", FLOAT, "factor", "0.5 before the sentence's first 'but', 1.5 after it, else 1"),
    Column("contribution", FLOAT, "valence", "what it adds to the sentence's sum, after all rules"),
    Column("rule", STRING, "", "listed, or why it does not count"),
    Column("emphasis", FLOAT, "valence", "what the sentence's ! and ? add to its sum"),
    Column("sentence_sum", FLOAT, "valence", "sum of the sentence's contributions and emphasis"),
    Column("alpha", FLOAT, "", "constant of the sentence: compound = sum / sqrt(sum ** 2 + alpha)"),
    Column("compound", FLOAT, "-1 to 1", "score of the sentence; higher is more positive"),
)

SENTIMENT_TOWARD = (
    ARTICLE_ID,
    Column("target", STRING, "", "who or what is meant, as printed"),
    START._replace(key=True),
    END._replace(key=True),
    SENTENCE._replace(key=False),
    Column("score", FLOAT, "-1 to 1", "positive minus negative; higher is more favorable"),
    Column("label", STRING, "", "positive, neutral or negative: the likeliest; NA when not judged"),
    Column("negative", FLOAT, "0 to 1", "chance that the sentence is against the target"),
    Column("neutral", FLOAT, "0 to 1", "chance that it is neither"),
    Column("positive", FLOAT, "0 to 1", "chance that it is for the target"),
    Column("words", STRING, "", "at most five that spoke for the label, separated by '; '"),
    Column("rule", STRING, "", "model, or why there is no score"),
)

SENTIMENT_BY_SPEAKER = (
    ARTICLE_ID,
    Column("speaker", STRING, "", "resolved name; NA: all without a known speaker", True),
    Column("n_quotes", WHOLE, "quotations", "marked quotations, scare quotes left out"),
    *SENTIMENT,
)

LEXICON_COMPARISON = (
    Column("word", STRING, "", "word of either list", True),
    Column("valence_one", FLOAT, "valence", "its valence in the first list; NA when not there"),
    Column("valence_other", FLOAT, "valence", "its valence in the second list; NA when not there"),
    Column("difference", FLOAT, "valence", "other minus one; a missing one counts as 0"),
    Column("change", STRING, "", "same, added, dropped, damped, stronger or turned"),
)
