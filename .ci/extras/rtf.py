"""The extra `rtf`: a document is read as a pasted article."""

from pathlib import Path

import newskit as nk

Path("a.rtf").write_text(
    r"{\rtf1\ansi Ferry Sails Again\par By Ann Lee\par "
    r"The ferry sailed at dawn on Friday, and nobody on the quay cheered for it.\par}"
)
assert nk.read_articles("a.rtf")["text"][0].startswith("The ferry sailed at dawn")
