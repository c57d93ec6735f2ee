"""The columns of the catalog of word lists."""

from __future__ import annotations

from newskit.tables import STRING, WHOLE, Column

LEXICONS = (
    Column("lexicon", STRING, "", "name of the word list", True),
    Column("file", STRING, "", "file in newskit/word_lists"),
    Column("n_rows", WHOLE, "rows", "rows in the file"),
    Column("meaning", STRING, "", "what the list says of a word"),
    Column("source", STRING, "", "where it is from, with version"),
    Column("licence", STRING, "", "terms it is used under"),
    Column("sha256", STRING, "", "SHA-256 of the file"),
)
