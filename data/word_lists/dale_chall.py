"""Build dale_chall.csv from the word list that textstat ships (MIT).

python dale_chall.py > ../../newskit/word_lists/dale_chall.csv
"""

from __future__ import annotations

import sys
from importlib.resources import files


def main() -> None:
    """Write the list in lower case, sorted, one word a line."""
    file = files("textstat") / "resources" / "en" / "easy_words.txt"
    lines = file.read_text(encoding="utf-8").split("\n")
    words = sorted({line.strip().lower() for line in lines} - {""})
    sys.stdout.write("\n".join(["word", *words]) + "\n")


if __name__ == "__main__":
    main()
