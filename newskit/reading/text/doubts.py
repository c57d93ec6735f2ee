"""Warnings about a pasted page that is perhaps not read rightly, or perhaps no article."""

from __future__ import annotations

from newskit.reading.shared.filled_row import FilledRow
from newskit.reading.text.pasted_page import PastedPage

_LOW = 0.5  # probability below which a field is more likely wrong than right
_FEW_WORDS = 40  # of all paragraphs: menus have sentences, too
_ENOUGH = 3  # paragraphs in a row that are an article
_REACH = 8  # lines in which they begin below a byline or timestamp


def warn_of_doubts(row: FilledRow, page: PastedPage) -> None:
    """Say in the row's warnings what a reader of it should look at."""
    for field, sure in _doubtful(page):
        where = "compare it with the page; nk.dropped(articles) has what was left out"
        row.warn(f"{field} is not sure ({sure:.0%}): {where}")
    if len(row.cells["text"].split()) < _FEW_WORDS and len(page.marked) > _ENOUGH:
        row.warn("there are hardly any sentences in this text: it may be no article")
    second = _second_article(page)
    if second is not None:
        line = page.marked[second].text[:60]
        row.warn(f"another article seems to begin near {line!r}: paste one article at a time")


def _doubtful(page: PastedPage) -> list[tuple[str, float]]:
    fields = [
        ("headline", page.read.headline_sure if page.headline is not None else 1.0),
        ("standfirst", page.sure_of(page.of("standfirst"))),
        ("the first paragraph", page.sure_of(page.ends[:1])),
        ("the last paragraph", page.sure_of(page.ends[1:])),
    ]
    return [(field, sure) for field, sure in fields if sure < _LOW]


def _second_article(page: PastedPage) -> int | None:
    """Return the byline or timestamp below the first paragraphs that an article follows."""
    kinds = [here.kind for here in page.marked]
    long = [here.line.closed and len(here.text) >= 80 for here in page.marked]
    begin = page.start + _ENOUGH
    for i in range(begin, len(kinds)):
        if kinds[i] not in ("stamp", "byline"):
            continue
        behind = long[i + 1 : i + 1 + _REACH]
        if any(all(behind[k : k + _ENOUGH]) for k in range(len(behind) - _ENOUGH + 1)):
            return i
    return None
