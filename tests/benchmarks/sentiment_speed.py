"""Sentence scores over NLTK's VADER on the same sentences: python -m tests.benchmarks.sentiment_speed [articles].

The one side goes from texts to the table of sentences, with cutting and counting; the other is handed the sentences
that newskit found, and only scores them. "encoded": newskit, too, is handed sentences, as it is in `analyze`, where one
encoding serves all tables. Processor time of one run each.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pandas as pd

import newskit as nk
from newskit.analyses.sentiment import sentiment_of
from newskit.analyses.sentiment.nltk_engine import analyzer
from newskit.inputs import as_articles, batches
from newskit.text.batch import Batch
from newskit.text.vocabulary import forget
from tests.benchmarks.newslike import Writer


def spent(work: Callable[[], object]) -> float:
    """Return the processor time of one run, in seconds."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> None:
    """Print the ratios: with a vocabulary that knows nothing, and with one that knows the words."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    frame = pd.DataFrame({"text": Writer(1).articles(n)})
    table = nk.sentiment(frame, unit="sentence")
    rows = zip(table["article_id"].astype(int), table["start"], table["end"], strict=True)
    sentences = [frame["text"].iloc[i][a:b] for i, a, b in rows]
    vader = analyzer()
    slow = spent(lambda: [vader.polarity_scores(sentence) for sentence in sentences])
    lines = [f"{n:,} articles, {len(sentences):,} sentences; NLTK {slow:.1f} s"]
    for lexicon in ("vader", "news"):
        nk.sentiment("The word lists are loaded before, as NLTK's is.", lexicon=lexicon)
        forget()
        cold = spent(lambda lexicon=lexicon: nk.sentiment(frame, unit="sentence", lexicon=lexicon))
        warm = spent(lambda lexicon=lexicon: nk.sentiment(frame, unit="sentence", lexicon=lexicon))
        ready = [Batch(part) for part in batches(as_articles(frame))]
        for batch in ready:
            batch.tokens()
        scored = spent(lambda r=ready, name=lexicon: [sentiment_of(b, "sentence", lexicon=name) for b in r])
        for what, seconds in (("cold", cold), ("warm", warm), ("warm, encoded", scored)):
            lines.append(f"{lexicon}, {what}: {seconds:.2f} s, {slow / seconds:.0f} times")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
