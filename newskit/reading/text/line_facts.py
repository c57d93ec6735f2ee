"""What the line model sees of a line: its shape, and how it stands to the rest of the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from newskit.csv_files import rule_words
from newskit.reading.shared.bylines import names
from newskit.reading.text.kinds import Marked
from newskit.reading.text.levels import level

BOILERPLATE = ("drop", "share", "skip", "end")
_COMMON = rule_words(__package__)["common_word"]
_LABELS = {
    title: name
    for name, titles in rule_words(__package__).items()
    if name in ("list_title", "video_title")
    for title in titles
}
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CONTENT = 4  # letters: shorter words say little of what a text is about
_SHARES = (2, 3, 4, 5, 6)  # levels: a fifth of the words and more
_PROSE, _LONG_PROSE = 80, 160  # characters: a sentence that long, or any line
_SENTENCE = 60  # characters of a sentence that may be a paragraph
NOTE = 500  # characters of a note on the author, or on the article
_SEEN = 2_000  # characters of a line that are looked at: no headline, byline or caption is longer
_GAIN, _COST = 400, 60  # what a paragraph adds to the longest run of prose, and another line takes
_FEW_BLANKS = 0.03  # share of lines below a blank one in a text that was copied without blank lines
_MOST_PEOPLE = 20  # whose names are looked for in every line
_LONG_BYLINE = 120  # characters


@dataclass
class LineFacts:
    """One line and what is known of it before anyone asks what it is."""

    marked: Marked
    blank_above: bool
    words: list[str] = field(init=False)
    """Its words as printed."""
    folded: str = field(init=False)
    """Its words in small letters, joined by blanks."""
    content: set[str] = field(init=False)
    """Its words that are not among the most common ones, in small letters."""
    shared: int = 0
    """How many content words it shares with the prose of the text."""

    def __post_init__(self) -> None:
        """Look at the line once."""
        self.text = self.marked.text[:_SEEN]
        self.small = self.text.casefold()
        self.opening = self.small[:NOTE]
        self.words = WORD.findall(self.text)
        self.folded = " ".join(self.words).casefold()
        small = self.folded.split(" ")
        self.vocabulary = set(small)
        self.content = {w for w in self.vocabulary - _COMMON if len(w) >= _CONTENT}
        self.common = sum(map(_COMMON.__contains__, small))
        self.kind = self.marked.kind
        self.closed = self.marked.line.closed
        self.length = len(self.marked.text)
        self.tokens = self.text.count(" ") + 1
        self.prose = self._is_prose()
        self.sentence = self.length >= _SENTENCE and self.closed

    def _is_prose(self) -> bool:
        """Say whether it reads like a paragraph."""
        return self.length >= _PROSE and (self.closed or self.length >= _LONG_PROSE)

    @property
    def shared_level(self) -> int | str:
        """How large a part of its content it shares, as a level; "n" for a line without any."""
        if not self.content:
            return "n"
        return level(self.shared / len(self.content), (0.001, 0.2, 0.4, 0.6, 0.8, 0.999))

@dataclass
class TextFacts:
    """All lines of a text, and what only the whole of it tells."""

    lines: list[LineFacts]

    @cached_property
    def prose(self) -> tuple[int, int]:
        """First and last line of the longest run of prose."""
        return _longest_run([line.length if line.prose else 0 for line in self.lines])

    @cached_property
    def sentences(self) -> list[int]:
        """The lines of the longest run of sentences that may be paragraphs."""
        lengths = [line.length if line.sentence else 0 for line in self.lines]
        first, last = _longest_run(lengths)
        return [i for i in range(first, last + 1) if lengths[i]]

    @cached_property
    def good(self) -> list[bool]:
        """Which lines are sentences that share words with the prose."""
        return [
            line.sentence and line.kind not in BOILERPLATE and line.shared_level in _SHARES
            for line in self.lines
        ]

    @cached_property
    def labels(self) -> list[str | None]:
        """Which lines are labels ("Key points", "Video"), and of what."""
        return [_LABELS.get(line.text.casefold().strip(" :")) for line in self.lines]

    @cached_property
    def copies(self) -> Counter[str]:
        """How often each line is printed."""
        return Counter(line.folded for line in self.lines)

    @cached_property
    def without_blanks(self) -> bool:
        """Whether the text was copied without blank lines."""
        blanks = sum(line.blank_above for line in self.lines)
        return blanks <= max(2, _FEW_BLANKS * len(self.lines))

    @cached_property
    def people(self) -> list[str]:
        """The names that stand behind a byline label or beside a timestamp above the prose."""
        found: dict[str, None] = {}
        for i in range(min(len(self.lines), self.prose[0] + 4)):
            if self._is_byline_place(i):
                found |= dict.fromkeys(_folded_names(self.lines[i]))
        return list(found)[:_MOST_PEOPLE]

    def _is_byline_place(self, i: int) -> bool:
        near = self.lines[max(i - 2, 0) : i + 3]
        beside = any(line.kind == "stamp" or line.marked.byline == "" for line in near)
        return (beside or bool(self.lines[i].marked.byline)) and self.lines[i].length < _LONG_BYLINE


def facts_of(marked: list[Marked]) -> TextFacts:
    """Return the facts on the lines of a text."""
    blocks = [here.line.block for here in marked]
    blank = [i == 0 or blocks[i] != blocks[i - 1] for i in range(len(blocks))]
    facts = TextFacts([LineFacts(here, above) for here, above in zip(marked, blank, strict=True)])
    _count_shared(facts)
    return facts


def _count_shared(facts: TextFacts) -> None:
    """Count for every line the content words that the prose has, apart from the line itself."""
    first, last = facts.prose
    inside = [line for line in facts.lines[first : last + 1] if line.prose]
    times = Counter(word for line in inside for word in line.content)
    for i, line in enumerate(facts.lines):
        own = first <= i <= last and line.prose
        line.shared = sum(times[word] > own for word in line.content)


def _longest_run(lengths: list[int]) -> tuple[int, int]:
    """Return the first and the last line of the run in which paragraphs outweigh other lines."""
    best, ends = 0, (0, 0)
    current, start = 0, 0
    for i, length in enumerate(lengths):
        if current <= 0:
            current, start = 0, i
        current += min(length, _GAIN) if length else -_COST
        if current > best:
            best, ends = current, (start, i)
    return ends


def _folded_names(line: LineFacts) -> list[str]:
    stamp = line.marked.stamp
    printed = (stamp.before if stamp else None) or line.marked.byline or line.text
    return [" ".join(WORD.findall(name.casefold())) for name in names(printed)]
