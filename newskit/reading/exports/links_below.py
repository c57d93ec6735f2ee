"""What stands below a text where it was copied from a page: its address, other articles."""

from __future__ import annotations

import re

from newskit.csv_files import rule_words
from newskit.reading.exports.exported import Exported

_OPENS = "|".join(sorted(rule_words(__package__)["leads_on"], key=len, reverse=True))
_PAGE = r"(?:seite|page|página|pagina|p\.|s\.) ?\w{1,4}\.?"
# "-30-", the end of wires; "►Seite 2", "Lire aussi page 7", "Lire aussi: …[https://…]", "Seguir leyendo[https://…]"
_LEADS_ON = re.compile(
    rf"https?://\S+|[^\[\]]{{1,200}}\[https?://[^\s\]]+\]|-30-|# ?# ?#|[►>→]?\s*(?:siehe )?{_PAGE}"
    rf"|(?:{_OPENS})\b(?:[^.]{{0,200}}\[https?://\S+\]| {_PAGE})",
    re.IGNORECASE,
)


def put_links(record: Exported) -> None:
    """Take the lines that lead to other places out of the end of a body."""
    body = record.paragraphs
    while len(body) > 1 and _LEADS_ON.fullmatch(body[-1].strip()):
        line = body.pop().strip()
        name = "url" if line.startswith("http") else "leads_on"
        record.put(name, line, "layout")
