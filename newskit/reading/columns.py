"""The columns of articles, of where their fields were found, and of near-duplicates."""

from __future__ import annotations

from newskit.tables import ARTICLE_ID, CLOCK, FLAG, FLOAT, INSTANT, LIST, STRING, WHOLE, Column

ARTICLES = (
    ARTICLE_ID,
    Column("source", STRING, "", "file or name the article was read from"),
    Column("format", STRING, "", "form it was read as: text, table, ..."),
    Column("url", STRING, "", "address of the article, where the source states one"),
    Column("publisher", STRING, "", "outlet, as given or as the source states it"),
    Column("section", STRING, "", "desk or section of the outlet, as printed"),
    Column("headline", STRING, "", "headline of the article, as printed"),
    Column("standfirst", STRING, "",
           "standfirst (dek): the line or lines between headline and body"),
    Column("byline", STRING, "", "who wrote it, as printed"),
    Column("authors", LIST, "list of names", "who wrote it, cleaned and split"),
    Column("dateline", STRING, "", "place the body opens with"),
    Column("published", INSTANT, "UTC",
           "instant of publication; NaT when its zone or clock is not known"),
    Column("updated", INSTANT, "UTC",
           "instant of the last update; NaT when its zone or clock is not known"),
    Column("published_local", CLOCK, "wall clock", "publication as printed, without a zone"),
    Column("updated_local", CLOCK, "wall clock", "last update as printed, without a zone"),
    Column("published_text", STRING, "", "the printed line that `published` was read from"),
    Column("updated_text", STRING, "", "the printed line that `updated` was read from"),
    Column("published_precision", STRING, "",
           "minute or day: how much of the publication time was printed"),
    Column("updated_precision", STRING, "",
           "minute or day: how much of the update time was printed"),
    Column("timezone", STRING, "", "zone of the wall clocks: an IANA name or an offset"),
    Column("timezone_source", STRING, "",
           "how the zone is known: stated, given, outlet, abbreviation, place or none"),
    Column("zone_conflict", FLAG, "",
           "whether the printed zone is not in force on that day (EST in June)"),
    Column("text", STRING, "", "body paragraphs with a blank line between, without subheads"),
    Column("subheads", LIST, "list of strings", "subheads of the body"),
    Column("subhead_before", LIST, "list of numbers",
           "for each subhead the number of the paragraph after it"),
    Column("caption", STRING, "", "caption of the picture"),
    Column("credit", STRING, "", "credit of the picture"),
    Column("tags", LIST, "list of strings", "tags or topics, as printed"),
    Column("language", STRING, "", "language code, where it is known"),
    Column("provenance", STRING, "JSON", "field -> how it was found"),
    Column("warnings", LIST, "list of strings",
           "what a reader should know before trusting the row"),
    Column("error", STRING, "", "why the article could not be read; NA when it could"),
)  # fmt: skip

PROVENANCE = (
    ARTICLE_ID,
    Column("field", STRING, "", "column of `articles`", True),
    Column("found", STRING, "",
           "where it was found: json-ld:..., meta:..., rule:..., trafilatura, htmldate, ..."),
    Column("value", STRING, "", "what was found; lists as JSON"),
)  # fmt: skip

DUPLICATES = (
    ARTICLE_ID,
    Column("group", WHOLE, "number",
           "the same for copies of each other; NA for an article without copies"),
    Column("keep", FLAG, "",
           "whether to keep it: one of each group, and every article without copies"),
    Column("similarity", FLOAT, "0 to 1",
           "share of three-word runs in common with the kept one; NA without copies"),
    Column("kind", STRING, "", "single, kept, exact (same words) or near"),
)  # fmt: skip
