"""Features of how a line stands to the rest of the text: what is near, repeated, said again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from newskit.reading.text.levels import level
from newskit.reading.text.line_facts import BOILERPLATE, LineFacts, TextFacts

Column = list[str]

_RUN = 5  # words that two lines have to share in a row to be the same sentence
_PLACES = 3  # of which so many are remembered: a linear text costs linear time
_LONGER = 3  # words
_REACH = 9  # lines up and down in which the next stamp, byline or paragraph is looked for
_SHORT_TITLE, _MENU_WORDS = 4, 6  # words
_LABEL_REACH = 5  # lines below "Key points" that are under it
_HEADLINE = 200  # characters: longer lines are no headline
_TELLING = 4  # words of content that a line needs to be like another
_NEXT = 12  # lines
_NAMED = 500  # characters: notes on authors are not longer
_OVERLAPS = (0.01, 0.12, 0.25, 0.4, 0.6)


def places(facts: TextFacts) -> dict[str, Column]:
    """Return the columns of a text: name of the feature -> its value on every line."""
    return {name: [str(value) for value in make(facts)] for name, make in _COLUMNS.items()}


def _zone(facts: TextFacts) -> Iterator[str]:
    first, last = facts.prose
    for i in range(len(facts.lines)):
        yield "i" if first <= i <= last else "b" if i < first else "a"


def _position(facts: TextFacts) -> Iterator[str]:
    first, last = facts.prose
    for i, zone in enumerate(_zone(facts)):
        away = level(first - i, (2, 3, 4, 6, 9, 14, 25)), level(i - last, (2, 3, 4, 6, 10, 20))
        yield "in" if zone == "i" else f"b{away[0]}" if zone == "b" else f"a{away[1]}"


def _blanks(facts: TextFacts) -> Iterator[str]:
    above = [line.blank_above for line in facts.lines]
    for i, blank in enumerate(above):
        below = i + 1 == len(above) or above[i + 1]
        yield f"{int(blank)}{int(below)}"


def _blocks(facts: TextFacts) -> list[tuple[int, int]]:
    """Return for every line its place in its block, and the size of the block."""
    sizes = Counter(line.marked.line.block for line in facts.lines)
    met: Counter[int] = Counter()
    out = []
    for line in facts.lines:
        block = line.marked.line.block
        out.append((met[block], sizes[block]))
        met[block] += 1
    return out


def _block_size(facts: TextFacts) -> Iterator[int | str]:
    for _, size in _blocks(facts):
        yield "n" if facts.without_blanks else level(size, (2, 3, 4, 7, 15))


def _block_place(facts: TextFacts) -> Iterator[str]:
    for place, size in _blocks(facts):
        alone = facts.without_blanks or size == 1
        inside = "f" if place == 0 else "l" if place == size - 1 else "m"
        yield "n" if alone else inside


def _copies(facts: TextFacts) -> Iterator[str]:
    met: set[str] = set()
    for line in facts.lines:
        copied = facts.copies[line.folded] > 1
        yield "0" if not copied else "r" if line.folded in met else "f"
        met.add(line.folded)


def _same_opening(facts: TextFacts) -> Iterator[str]:
    """Say whether the opening of a line stands in another line: a crumb, a pull quote, a teaser."""
    split = [line.folded.split() for line in facts.lines]
    runs = _places_of_openings(split)

    for i, words in enumerate(split):
        others = runs.get(tuple(words[:_RUN]), []) if len(words) >= _RUN else []
        other = next((j for j in others if facts.lines[j].folded != facts.lines[i].folded), None)
        yield "0" if other is None else _relation(facts, i, other, len(split[other]) - len(words))


def _places_of_openings(split: list[list[str]]) -> dict[tuple[str, ...], list[int]]:
    """Return for the first words of every line the first few lines that have them anywhere."""
    runs: dict[tuple[str, ...], list[int]] = {
        tuple(words[:_RUN]): [] for words in split if len(words) >= _RUN
    }
    beginnings = {run[0] for run in runs}
    for i, words in enumerate(split):
        for k in range(len(words) - _RUN + 1):
            if words[k] not in beginnings:
                continue

            met = runs.get(tuple(words[k : k + _RUN]))
            if met is not None and len(met) < _PLACES:
                met.append(i)

    return runs


def _relation(facts: TextFacts, i: int, other: int, longer: int) -> str:
    how = "in" if longer > _LONGER else "has" if longer < -_LONGER else "near"
    where = "u" if other < i else "d"
    return how + where + ("p" if facts.lines[other].prose else "")


def _run_of_short(facts: TextFacts) -> Iterator[int]:
    short = [line.tokens <= _MENU_WORDS and not line.closed for line in facts.lines]
    run, runs = 0, []
    for here in short:
        run = run + 1 if here else 0
        runs.append(run)
    longest = 0
    lengths = []
    for here, run in zip(reversed(short), reversed(runs), strict=True):
        longest = max(longest, run) if here else 0
        lengths.append(longest)
    return (level(length, (1, 2, 3, 5, 9, 20)) for length in reversed(lengths))


def _rank(facts: TextFacts) -> list[int | str]:
    """Rank the lines above the prose by the words that they share with it."""
    ranks = {i: rank for rank, i in enumerate(_by_shared(facts))}
    return [level(ranks[i], (1, 2, 4)) if i in ranks else "n" for i in range(len(facts.lines))]


def _by_shared(facts: TextFacts) -> list[int]:
    above = [
        i
        for i in range(min(facts.prose[0], len(facts.lines)))
        if len(facts.lines[i].words) >= 4 and facts.lines[i].length < _HEADLINE
    ]
    ordered = sorted(above, key=lambda i: (-facts.lines[i].shared, -i))
    return [i for i in ordered if facts.lines[i].shared]


def _of_best(facts: TextFacts) -> list[int | str]:
    best = _by_shared(facts)
    most = facts.lines[best[0]].shared if best else 0
    parts = (0.01, 0.3, 0.5, 0.75, 1)
    first = facts.prose[0] if most else 0
    out: list[int | str] = ["n"] * len(facts.lines)
    out[:first] = [level(line.shared / most, parts) for line in facts.lines[:first]]
    return out


def _shared_with_lead(facts: TextFacts) -> Iterator[int]:
    first, last = facts.prose
    inside = [line for line in facts.lines[first : last + 1] if line.prose][:3]
    lead = set().union(*(line.content for line in inside))
    return (level(len(line.content & lead), (1, 2, 3, 4)) for line in facts.lines)


def _like_next(facts: TextFacts) -> list[int | str]:
    lines = facts.lines[::-1]
    return _like_one_before(lines)[::-1]


def _like_last(facts: TextFacts) -> list[int | str]:
    return _like_one_before(facts.lines)


def _like_one_before(lines: list[LineFacts]) -> list[int | str]:
    """Return how much of a line's content the last longer line had."""
    out: list[int | str] = []
    last = None
    for i, line in enumerate(lines):
        near = last is not None and i - last <= _NEXT and len(line.content) >= _TELLING
        had = len(line.content & lines[last].content) if near and last is not None else 0
        out.append(level(had / len(line.content), _OVERLAPS) if near else "n")
        last = i if line.length >= 60 else last
    return out


def _author(facts: TextFacts) -> Iterator[str]:
    for line in facts.lines:
        found = (name for name in facts.people if name and name in line.folded)
        name = next(found, None) if line.length < _NAMED else None
        yield "0" if name is None else _author_place(line.folded, name)


def _author_place(folded: str, name: str) -> str:
    return "is" if folded == name else "s" if folded.startswith(name) else "c"


def _stamp_number(facts: TextFacts) -> Iterator[int]:
    seen = 0
    for line in facts.lines:
        seen += line.kind == "stamp"
        yield min(seen, 3) if line.kind == "stamp" else 0


def _label_above(facts: TextFacts) -> Iterator[str]:
    """Say what kind of label stands shortly above, and how far."""
    label, since = "0", _LABEL_REACH + 1
    for i, line in enumerate(facts.lines):
        yield f"{label}{min(since, 4)}"
        if line.tokens <= _SHORT_TITLE and not line.closed:
            kind = line.kind if line.kind in BOILERPLATE else "0"
            label, since = facts.labels[i] or kind, 0
        since += 1
        label = label if since <= _LABEL_REACH else "0"


def _distance(flags: list[bool]) -> list[int]:
    """Return how far above the last marked line is, as a level; 0 if it is not within reach."""
    out, last = [], -_REACH
    for i, flag in enumerate(flags):
        away = i - last
        out.append(level(away, (1, 2, 3, 5)) if away <= _REACH else 0)
        last = i if flag else last
    return out


def _up(test: Callable[[LineFacts], bool]) -> Callable[[TextFacts], list[int]]:
    return lambda facts: _distance([test(line) for line in facts.lines])


def _down(test: Callable[[LineFacts], bool]) -> Callable[[TextFacts], list[int]]:
    return lambda facts: _distance([test(line) for line in facts.lines[::-1]])[::-1]


def _count_above(flags: list[bool], reach: int | None) -> list[int]:
    """Count the marked lines among the `reach` lines above each; all of them for None."""
    sums = [0]
    for flag in flags:
        sums.append(sums[-1] + flag)
    starts = (0 if reach is None else max(0, i - reach) for i in range(len(flags)))
    return [sums[i] - sums[start] for i, start in enumerate(starts)]


def _above(
    test: Callable[[LineFacts], bool], reach: int | None, edges: tuple[float, ...]
) -> Callable[[TextFacts], Iterable[int]]:
    def make(facts: TextFacts) -> list[int]:
        counts = _count_above([test(line) for line in facts.lines], reach)
        return [level(count, edges) for count in counts]

    return make


def _below(
    test: Callable[[LineFacts], bool], reach: int | None, edges: tuple[float, ...]
) -> Callable[[TextFacts], Iterable[int]]:
    def make(facts: TextFacts) -> list[int]:
        counts = _count_above([test(line) for line in facts.lines[::-1]], reach)
        return [level(count, edges) for count in counts[::-1]]

    return make


def _good_above(facts: TextFacts) -> list[int]:
    return [level(count, (1, 2, 3, 6)) for count in _count_above(facts.good, None)]


def _good_below(facts: TextFacts) -> list[int]:
    counts = _count_above(facts.good[::-1], None)[::-1]
    return [level(count, (1, 2, 3, 6)) for count in counts]


def _is_stamp(line: LineFacts) -> bool:
    return line.kind == "stamp"


def _is_byline(line: LineFacts) -> bool:
    return line.marked.byline is not None


def _is_prose(line: LineFacts) -> bool:
    return line.prose


def _is_short(line: LineFacts) -> bool:
    return line.tokens < 3


def _is_open(line: LineFacts) -> bool:
    return line.tokens < 5 and not line.closed


def _ends_body(line: LineFacts) -> bool:
    return line.kind in ("end", "skip")


_SHORTS = (1, 3, 6, 8)
_COLUMNS: dict[str, Callable[[TextFacts], Iterable[int | str | bool]]] = {
    "zone": _zone,
    "position": _position,
    "blanks": _blanks,
    "block_size": _block_size,
    "block_place": _block_place,
    "copies": _copies,
    "same_opening": _same_opening,
    "run_of_short": _run_of_short,
    "shared": lambda facts: [line.shared_level for line in facts.lines],
    "n_shared": lambda facts: [level(line.shared, (1, 2, 3, 4, 6)) for line in facts.lines],
    "shared_with_lead": _shared_with_lead,
    "rank": _rank,
    "of_best": _of_best,
    "like_next": _like_next,
    "like_last": _like_last,
    "author": _author,
    "stamp_number": _stamp_number,
    "label_above": _label_above,
    "good": lambda facts: map(int, facts.good),
    "good_above": _good_above,
    "good_below": _good_below,
    "prose_above": _above(_is_prose, None, (1, 2, 3, 5)),
    "prose_below": _below(_is_prose, None, (1, 2, 3, 5, 9)),
    "prose_up": _above(_is_prose, 6, (1, 2, 3, 4, 5, 6)),
    "prose_down": _below(_is_prose, 6, (1, 2, 3, 4, 5, 6)),
    "short_up": _above(_is_open, 8, _SHORTS),
    "short_down": _below(_is_open, 8, _SHORTS),
    "stamp_up": _up(_is_stamp),
    "stamp_down": _down(_is_stamp),
    "byline_up": _up(_is_byline),
    "byline_down": _down(_is_byline),
    "paragraph_up": _up(_is_prose),
    "paragraph_down": _down(_is_prose),
    "word_up": _up(_is_short),
    "word_down": _down(_is_short),
    "end_up": _up(_ends_body),
    "end_down": _down(_ends_body),
}
