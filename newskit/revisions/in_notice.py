"""Whether a note tells of a change: whether both have a word in common that says something."""

from __future__ import annotations

from collections import Counter

from newskit.aligning import Step
from newskit.revisions.notices import Notice
from newskit.revisions.steps import Aligned
from newskit.text.word_counts import FUNCTION_WORDS


def is_in_notice(aligned: Aligned, step: Step, new: list[Notice]) -> bool | None:
    """Say whether a new note shares a word with what changed; None where there is nothing to ask.

    The words of the note that any note has (this article was corrected) do not count.
    """
    number, is_note = step.new, False
    if number is not None:
        start, field = aligned.new[number].start, aligned.field
        is_note = any(n.field == field and n.start <= start < n.end for n in new)
    changed = _changed_words(aligned, step)
    if not new or is_note or not changed:
        return None

    told = set().union(*(notice.told for notice in new))
    return not changed.isdisjoint(told)


def _changed_words(aligned: Aligned, step: Step) -> set[str]:
    """Return the words that only one version has in a sentence, without function words."""
    old = Counter(aligned.old[step.old].words if step.old is not None else ())
    new = Counter(aligned.new[step.new].words if step.new is not None else ())
    if step.operation == "split":
        new &= new - old
        old = Counter()
    if step.operation == "merged":
        old &= old - new
        new = Counter()
    return {*(old - new), *(new - old)} - FUNCTION_WORDS
