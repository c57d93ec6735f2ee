"""The extra `archives`: exports of archives are read, those in RTF, too."""

from pathlib import Path

import newskit as nk

LINES = [
    "1 of 1 DOCUMENT", "Copyright 2004 Harbor Press", "All Rights Reserved", "The Harbor Post",
    "March 2, 2004, Tuesday", "SECTION: BUSINESS; Pg. B3", "LENGTH: 512 words",
    "HEADLINE: Ferry sails again", "BYLINE: ANN BELL", "BODY:",
    "The ferry sailed at noon, and nobody cheered.", "LANGUAGE: ENGLISH",
    "LOAD-DATE: March 3, 2004",
]  # fmt: skip

Path("a.rtf").write_text(r"{\rtf1\ansi " + r"\par ".join(LINES) + "}")
Path("a.txt").write_text("\n\n".join(LINES))
for name in ("a.rtf", "a.txt"):
    [article] = nk.read_articles(name).itertuples()
    assert (article.headline, article.publisher) == ("Ferry sails again", "The Harbor Post")
    assert article.authors == ["Ann Bell"]
    assert article.text == "The ferry sailed at noon, and nobody cheered."
