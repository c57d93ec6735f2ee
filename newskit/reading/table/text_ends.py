"""What a program has left around a text: buttons and promos at its end, the mark of a cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newskit.reading.shared.boilerplate import effect_of
from newskit.reading.shared.bylines import is_about, tells_of_a_journalist
from newskit.reading.shared.lines import TextLine

# How a news API ends a text that it does not give whole: "… [+1204 chars]"
_CUT = re.compile(r"\s*\[\+\d+ chars\]\s*$")
_ENDS_CUT = "chars]"
# "The post Ferry sails appeared first on Harbor Post.", "Related: Another story", "Click to share
# on X (Opens in new window)", "Continue reading...": WordPress and the Guardian
_LEFT = re.compile(
    r"(?:The post\b.{1,300}\bappeared first on\b|Related: |Click to (?:share|email|print)\b"
    r"|Like this:|Share this:|Like Loading\b|Continue reading\b|\(Opens in new window\))",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:is (?:an?|the|our)|covers|writes|reports)\b")
_LONGEST_NOTE = 200  # characters of a note on an author
_LONGEST = 400  # characters of such a line
_MOST = 12  # lines that are looked at


def without_cut_mark(text: str) -> tuple[str, bool]:
    """Return a text without the mark of its source that it is cut, and whether there was one.

    >>> without_cut_mark("The ferry sailed at … [+282 chars]")
    ('The ferry sailed at …', True)
    """
    # To look for it in all of the text takes longer than to read the article.
    if not text.rstrip().endswith(_ENDS_CUT):
        return text, False

    plain = _CUT.sub("", text)
    return plain, plain != text


def without_ends(text: str, people: Sequence[str] | None = None) -> tuple[str, list[str]]:
    r"""Return a text without the lines at its end that are none of the article's, and these.

    Parameters
    ----------
    text : str
        The text.
    people : sequence of str, optional
        Its authors, where a note that tells who they are is none of the text; None leaves it.

    Examples
    --------
    >>> without_ends("It rained.\nShare this:\nClick to share on X (Opens in new window)")
    ('It rained.', ['Share this:', 'Click to share on X (Opens in new window)'])
    """
    left_out: list[str] = []
    rest, _, last = text.rstrip().rpartition("\n")
    while rest and len(left_out) < _MOST and _is_left(last.strip(), people):
        left_out.insert(0, last.strip())
        text = rest.rstrip()
        rest, _, last = text.rpartition("\n")

    return text, left_out


def _is_left(line: str, people: Sequence[str] | None) -> bool:
    if len(line) > _LONGEST:
        return False

    is_note = people is not None and _is_note(line, people)
    if is_note or _LEFT.match(line):
        return True

    return effect_of(TextLine(line, 0, True, False, 0, False)) is not None


def _is_note(line: str, people: Sequence[str]) -> bool:
    """Say whether a line tells who wrote the article; what somebody was stands in obituaries."""
    if is_about(line, list(people)):
        return True

    is_short = len(line) <= _LONGEST_NOTE
    return is_short and bool(_NOW.search(line)) and tells_of_a_journalist(line) > 1
