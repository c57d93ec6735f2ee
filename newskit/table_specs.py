"""The columns of articles, words, times, outlets, sentiment in detail; `tables.py` has the others and names all."""

from __future__ import annotations

from newskit.column import (
    ARTICLE_ID,
    CLOCK,
    END,
    FIELD,
    FLAG,
    FLOAT,
    INSTANT,
    LIST,
    N_SENTENCES,
    N_WORDS,
    PARAGRAPH,
    SENTENCE,
    START,
    STRING,
    VOICE,
    WHOLE,
    Column,
)

ARTICLES = (
    ARTICLE_ID,
    Column("source", STRING, "", "file or name the article was read from"),
    Column("format", STRING, "", "form it was read as: text, table, ..."),
    Column("url", STRING, "", "address of the article, where the source states one"),
    Column("publisher", STRING, "", "outlet, as given or as the source states it"),
    Column("section", STRING, "", "desk or section of the outlet, as printed"),
    Column("headline", STRING, "", "headline of the article, as printed"),
    Column("standfirst", STRING, "", "standfirst (dek): the line or lines between headline and body"),
    Column("byline", STRING, "", "who wrote it, as printed"),
    Column("authors", LIST, "list of names", "who wrote it, cleaned and split"),
    Column("dateline", STRING, "", "place the body opens with"),
    Column("published", INSTANT, "UTC", "instant of publication; NaT when its zone or clock is not known"),
    Column("updated", INSTANT, "UTC", "instant of the last update; NaT when its zone or clock is not known"),
    Column("published_local", CLOCK, "wall clock", "publication as printed, without a zone"),
    Column("updated_local", CLOCK, "wall clock", "last update as printed, without a zone"),
    Column("published_text", STRING, "", "the printed line that `published` was read from"),
    Column("updated_text", STRING, "", "the printed line that `updated` was read from"),
    Column("published_precision", STRING, "", "minute or day: how much of the publication time was printed"),
    Column("updated_precision", STRING, "", "minute or day: how much of the update time was printed"),
    Column("timezone", STRING, "", "zone of the wall clocks: an IANA name or an offset"),
    Column("timezone_source", STRING, "", "how the zone is known: stated, given, outlet, abbreviation, place or none"),
    Column("zone_conflict", FLAG, "", "whether the printed zone is not in force on that day (EST in June)"),
    Column("text", STRING, "", "body paragraphs with a blank line between, without subheads"),
    Column("subheads", LIST, "list of strings", "subheads of the body"),
    Column("subhead_before", LIST, "list of numbers", "for each subhead the number of the paragraph after it"),
    Column("caption", STRING, "", "caption of the picture"),
    Column("credit", STRING, "", "credit of the picture"),
    Column("tags", LIST, "list of strings", "tags or topics, as printed"),
    Column("language", STRING, "", "language code, where it is known"),
    Column("provenance", STRING, "JSON", "field -> how it was found"),
    Column("warnings", LIST, "list of strings", "what a reader should know before trusting the row"),
    Column("error", STRING, "", "why the article could not be read; NA when it could"),
)

SENTENCES = (
    ARTICLE_ID,
    SENTENCE,
    PARAGRAPH._replace(key=False),
    START,
    END,
    Column("text", STRING, "", "the sentence as printed"),
    N_WORDS,
)

WORDS = (
    ARTICLE_ID,
    Column("word", WHOLE, "number", "word of the article, counted from 0", True),
    SENTENCE._replace(key=False),
    PARAGRAPH._replace(key=False),
    START,
    END,
    Column("text", STRING, "", "the word without the punctuation around it"),
    Column("n_letters", WHOLE, "letters", "letters in the word"),
    Column("n_syllables", WHOLE, "syllables", "syllables as spoken in American English"),
    Column("syllables_source", STRING, "", "dictionary, rule, model or number: how the syllables are known"),
    Column("familiar", FLAG, "", "on the Dale-Chall list of words that 4 in 5 fourth-graders know"),
    Column("complex", FLAG, "", "a hard word by Gunning's rules (fog)"),
    Column("voice", STRING, "", "own or quoted"),
)

COUNTED = (
    N_WORDS,
    N_SENTENCES,
    Column("n_syllables", WHOLE, "syllables", "syllables, from CMU's dictionary, a rule or a model"),
    Column("n_letters", WHOLE, "letters", "letters in words"),
    Column("n_characters", WHOLE, "characters", "letters and digits in words"),
    Column("n_monosyllables", WHOLE, "words", "words of one syllable"),
    Column("n_polysyllables", WHOLE, "words", "words of three or more syllables"),
    Column(
        "n_complex_words",
        WHOLE,
        "words",
        "hard words by Gunning's rules: three or more syllables, no names, "
        "no compounds of short words, no -es or -ed as third syllable",
    ),
    Column("n_long_words", WHOLE, "words", "words of seven or more letters"),
    Column(
        "n_function_words",
        WHOLE,
        "words",
        "English function words (the, of, and, ...): few of them in a text that is not English",
    ),
    Column(
        "n_unfamiliar_words",
        WHOLE,
        "words",
        "words not on the Dale-Chall list, inflections allowed, names and numbers counted as familiar",
    ),
    Column("n_unlisted_words", WHOLE, "words", "words not on the Dale-Chall list as printed, names and numbers too"),
    Column("n_unlisted_2_syllables", WHOLE, "words", "those of them with two or more syllables"),
    Column("n_unlisted_3_syllables", WHOLE, "words", "those of them with three or more syllables"),
    Column("n_mini_words", WHOLE, "words", "words of three letters or digits or fewer"),
    Column("n_scrabble_points", WHOLE, "points", "what the letters are worth as English Scrabble tiles"),
)

TIMELINE = (
    ARTICLE_ID,
    Column("event_id", WHOLE, "number", "row of the article, counted from 0", True),
    Column("kind", STRING, "", "published, updated or mention"),
    FIELD,
    Column("text", STRING, "", "the words that state the time"),
    START,
    END,
    SENTENCE._replace(key=False),
    Column("time_from", CLOCK, "wall clock", "first moment meant, in the article's own zone; NaT when not resolved"),
    Column("time_to", CLOCK, "wall clock", "first moment after it (half-open)"),
    Column("instant", INSTANT, "UTC", "instant of a stamp; NaT for mentions"),
    Column(
        "precision",
        STRING,
        "",
        "minute, hour, part-of-day, day, week, weekend, month, quarter, season, half-year, year, decade, century, or "
        "vague; NA without a stretch of time",
    ),
    Column("timex_type", STRING, "", "TIMEX3 type: DATE, TIME, DURATION or SET"),
    Column("timex_value", STRING, "", "TIMEX3 value (ISO 8601 and its extensions)"),
    Column("relative", FLAG, "", "whether it is counted from the publication day or another time"),
    Column("tense", STRING, "", "past, present, future or planned, as the verb beside it says; NA when unclear"),
    Column("verb", STRING, "", "the words of that verb"),
    Column("verb_start", WHOLE, "characters", "where the verb begins in the field"),
    Column("verb_end", WHOLE, "characters", "where it ends there (exclusive)"),
    VOICE._replace(key=False, meaning="own (the outlet tells it) or quoted; NA before `analyze`"),
    Column("speaker", STRING, "", "whose quotation or paraphrase it stands in; NA where the outlet speaks for itself"),
    Column("zone_conflict", FLAG, "", "whether the printed zone cannot be right on that day"),
    Column("rule", STRING, "", "rule that decided"),
)

TIME_CHECKS = (
    ARTICLE_ID,
    Column("check_id", WHOLE, "number", "finding of the article, counted from 0", True),
    Column("check", STRING, "", "which check: updated_before_published, past_after_publication, ..."),
    Column("event_id", WHOLE, "number", "row of the article's timeline"),
    FIELD,
    Column("text", STRING, "", "the words that state the time"),
    START,
    END,
    Column("message", STRING, "", "what disagrees, in words"),
)

PUBLISHER = Column("publisher", STRING, "", "outlet, as `articles` names it")

PUBLICATION_RHYTHM = (
    PUBLISHER._replace(key=True),
    Column("weekday", WHOLE, "0 to 6", "weekday in the outlet's own zone, 0 is Monday; NA without the stamp", True),
    Column("weekday_name", STRING, "", "its English name"),
    Column("hour", WHOLE, "0 to 23", "hour in the outlet's own zone; NA where no clock is known", True),
    Column("n_articles", WHOLE, "articles", "articles with that stamp"),
)

UPDATE_GAPS = (
    ARTICLE_ID,
    PUBLISHER,
    Column("minutes", WHOLE, "minutes", "from publication to the last update; NA without two clocks"),
    Column("days", WHOLE, "days", "from the day of publication to the day of the update"),
    Column("basis", STRING, "", "instants, or clocks: two wall clocks whose zone is not known"),
)

TIME_REACH = (
    ARTICLE_ID,
    Column("n_times", WHOLE, "times", "times that the texts name"),
    Column("n_placed", WHOLE, "times", "those that have a place on the calendar"),
    Column("n_before", WHOLE, "times", "those that end before the publication day"),
    Column("n_within", WHOLE, "times", "those that touch the publication day"),
    Column("n_after", WHOLE, "times", "those that begin after the publication day"),
    Column("back_days", WHOLE, "days", "from the publication day back to the first day named"),
    Column("ahead_days", WHOLE, "days", "from the publication day ahead to the last day named"),
)

OUTLETS = (
    Column("domain", STRING, "", "domain of the outlet's site", True),
    Column("name", STRING, "", "name of the outlet; with its country or city where several have the name"),
    Column("country", STRING, "ISO 3166", "country of the desk; NA for desks in several"),
    Column("zone", STRING, "IANA name", "zone it prints its clocks in; NA without one custom"),
    Column("day_first", FLAG, "", "whether 06/01 is 6 January; NA where both are met or the year comes first"),
)

LEXICAL_DIVERSITY = (
    ARTICLE_ID,
    N_WORDS,
    Column("n_types", WHOLE, "words", "different words, capitals aside"),
    Column("type_token_ratio", FLOAT, "0 to 1", "types by words; higher is more varied; falls with length"),
    Column("mattr", FLOAT, "0 to 1", "moving-average type-token ratio; NA for a text shorter than the window"),
    Column("mtld", FLOAT, "words", "measure of textual lexical diversity; higher is more varied"),
    Column("n_hapaxes", WHOLE, "words", "words that stand only once in the text"),
    Column("hapax_share", FLOAT, "0 to 1", "hapaxes by types"),
)

FREQUENT_WORDS = (
    ARTICLE_ID,
    Column("rank", WHOLE, "number", "place by frequency, from 1", True),
    Column("word", STRING, "", "the word in small letters"),
    Column("n", WHOLE, "words", "how often it stands in the text"),
    Column("per_1000", FLOAT, "per 1000 words", "how often in a thousand words of the text"),
)

LENGTH_DISTRIBUTION = (
    ARTICLE_ID,
    Column("length", WHOLE, "characters or words", "letters and digits of words, or words of sentences", True),
    Column("n", WHOLE, "words or sentences", "how many there are of this length"),
    Column("share", FLOAT, "0 to 1", "share of the words or sentences of the text"),
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
    Column("boost", FLOAT, "valence", "what boosters and dampeners before it added, before negation"),
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
    Column("score", FLOAT, "-1 to 1", "chance of positive less chance of negative; higher is more favorable"),
    Column("label", STRING, "", "positive, neutral or negative: the likeliest; NA when not judged"),
    Column("negative", FLOAT, "0 to 1", "chance that the sentence is against the target"),
    Column("neutral", FLOAT, "0 to 1", "chance that it is neither"),
    Column("positive", FLOAT, "0 to 1", "chance that it is for the target"),
    Column("words", STRING, "", "up to five words that spoke most for the label, parted by '; '"),
    Column("rule", STRING, "", "model, or why there is no score"),
)

LEXICON_COMPARISON = (
    Column("word", STRING, "", "word of either list", True),
    Column("valence_one", FLOAT, "valence", "its valence in the one list; NA when it is not there"),
    Column("valence_other", FLOAT, "valence", "its valence in the other list; NA when it is not there"),
    Column("difference", FLOAT, "valence", "other less one, a missing valence counted as 0"),
    Column("change", STRING, "", "same, added, dropped, damped, stronger or turned"),
)
