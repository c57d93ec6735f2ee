"""Whether a note tells of a change: whether both have a word in common that says something."""

from __future__ import annotations

from collections import Counter

from newskit.aligning import Step, only_marks_differ
from newskit.revisions.notes_in import Notice
from newskit.revisions.steps import Aligned
from newskit.revisions.version_sentence import VersionSentence
from newskit.text.word_counts import FUNCTION_WORDS

_Side = list[VersionSentence]


def is_in_notice(
    aligned: Aligned,
    step: Step,
    new: list[Notice],
) -> bool | None:
    """Say whether a new note shares a word with what changed; None where there is nothing to ask.

    The words of the note that any note has (this article was corrected) do not count.
    """
    olds = aligned.old[step.old : step.old + 1] if step.old is not None else []
    news = aligned.new[step.new : step.new + 1] if step.new is not None else []
    is_note = any(
        _holds(notice, aligned.field, one)
        for notice in new
        for one in news
    )
    if (
        not new
        or is_note
        or not _has_changed(step.operation, olds, news)
    ):
        return None

    told = frozenset[str]().union(*(notice.told for notice in new))
    return not _changed_words(step.operation, olds, news).isdisjoint(told)


def _holds(
    notice: Notice,
    field: str,
    sentence: VersionSentence,
) -> bool:
    return notice.field == field and notice.sentence_start <= sentence.start < notice.end


def _has_changed(
    operation: str,
    olds: _Side,
    news: _Side,
) -> bool:
    if operation != "edited":
        return operation != "unchanged"
    return not only_marks_differ(olds[0].text, news[0].text)


def _changed_words(
    operation: str,
    olds: _Side,
    news: _Side,
) -> set[str]:
    """Return the words that only one version has in a sentence, without function words."""
    old = Counter(word for one in olds for word in one.words)
    new = Counter(word for one in news for word in one.words)
    gone, added = old - new, new - old
    # The rest of a sentence that was split stands in its other part.
    if operation == "split":
        gone.clear()

    if operation == "merged":
        added.clear()
    return {*gone, *added} - FUNCTION_WORDS
