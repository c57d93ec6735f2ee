"""Pack a word list for the wheel: python pack.py < cmu.csv > ../../newskit/word_lists/cmu.csv.xz.

The first column of a sorted list repeats itself: of each entry only the number of letters that it
shares with the one before it, and the rest, are kept. Each column is a line of its own, with tabs
between its values: like stands beside like. Then LZMA makes a third less of it than of the list.
`newskit.word_lists.lexicon_text` undoes both.
"""

from __future__ import annotations

import csv
import io
import lzma
import sys
from itertools import takewhile


def packed(text: str) -> bytes:
    """Return a list of comma-separated values, sorted by its first column, as a packed file."""
    (first, *others), *rows = csv.reader(io.StringIO(text, newline=""))
    table = [["shared", f"rest of {first}", *others]]
    before = ""
    for entry, *values in rows:
        n_shared = sum(1 for _ in takewhile(same, zip(before, entry, strict=False)))
        table.append([str(n_shared), entry[n_shared:], *values])
        before = entry
    data = "\n".join(map("\t".join, zip(*table, strict=True))).encode("utf-8")
    return lzma.compress(data, check=lzma.CHECK_CRC32, preset=9 | lzma.PRESET_EXTREME)


def same(pair: tuple[str, str]) -> bool:
    """Return whether both letters are one."""
    return pair[0] == pair[1]


if __name__ == "__main__":
    sys.stdout.buffer.write(packed(sys.stdin.buffer.read().decode("utf-8")))
