"""From the printed mention of a speaker to who it is: a name, an unnamed source, or not known."""

from __future__ import annotations

from typing import NamedTuple

from newskit.quotation.names import Names, key, kind_of, name_runs, person_of
from newskit.quotation.phrases import Phrase
from newskit.quotation.tape import Tape
from newskit.text.forms import fold

_LOOK_BACK = 3  # paragraphs that a pronoun may look back over


class Speaker(NamedTuple):
    """Who speaks: resolved name (None: not known), type, and how much the reading lowers confidence."""

    name: str | None
    kind: str
    factor: float


UNKNOWN = Speaker(None, "unknown", 1.0)


def resolve(tape: Tape, names: Names, mention: Phrase, earlier: Speaker | None) -> Speaker:
    """Say who a mention is. `earlier` is the speaker of the quotation before it in the same paragraph."""
    if tape.letters[mention.low] == "P":
        return _pronoun(tape, names, mention, earlier)
    return _phrase(tape, names, mention)


def _pronoun(tape: Tape, names: Names, mention: Phrase, earlier: Speaker | None) -> Speaker:
    """He and she are the only person named since the paragraph began or, if none was, in the ones before."""
    if fold(tape.printed(*mention)) not in ("he", "she"):
        return UNKNOWN
    if earlier is not None and earlier.kind == "person":
        return earlier._replace(factor=.85)
    high = mention.low
    for _ in range(_LOOK_BACK):
        low = tape.paragraph_start(high)
        near = names.between(low, high)
        if len(near) == 1:
            return Speaker(near.pop().name, "person", .85)
        if near or low == 0:
            break
        high = low - 1
    return UNKNOWN._replace(factor=.6)


def _phrase(tape: Tape, names: Names, mention: Phrase) -> Speaker:
    head_end = _head_end(tape, mention)
    runs = [r for r in name_runs(tape, mention.low, head_end) if r.words]
    last = runs[-1] if runs else None
    if last is None or last.high < head_end or tape.letters[last.high - 1] == "Z":
        return Speaker(None, "unnamed", 1.0)
    if "&" in tape.letters[mention.low : mention.high] and len(runs) > 1:
        return Speaker(tape.printed(mention.low, mention.high), "unknown", .8)
    person = person_of(names, last.words)
    if person is not None:
        return Speaker(person.name, "person", 1.0)
    if len(last.words) == 1 and len(names.by_part.get(key(last.words[0]), [])) > 1:
        return UNKNOWN._replace(factor=.5)  # two people share this name
    kind = kind_of(last.words)
    return Speaker(" ".join(last.words), "person" if kind == "unknown" and last.titled else kind, 1.0)


def _head_end(tape: Tape, mention: Phrase) -> int:
    """Return where the head of a phrase ends: at its first preposition (a spokesman | for the ministry)."""
    for at in range(mention.low, mention.high):
        if tape.letters[at] == "o":
            return at
    return mention.high
