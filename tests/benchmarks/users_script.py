"""`analyze`, all tables, over the script that a user would write: python -m tests.benchmarks.users_script [articles].

The script measures each text with ten measures of textstat, cuts it into sentences with NLTK's Punkt and scores each of
them with NLTK's VADER; it finds no quotations, no speakers and no times. If spaCy is installed with a model, its parse,
which a finder of quotations would need, is timed beside it. The script is slow, so it runs on the first articles only,
and its time an article is used. Processor time; each is run several times in turn, and the shortest run counts.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable

import pandas as pd
from nltk.tokenize.punkt import PunktSentenceTokenizer

import newskit as nk
from newskit.analyses.readability.textstat_engine import offline
from newskit.analyses.sentiment.nltk_engine import analyzer
from newskit.text import vocabulary
from tests.benchmarks.newslike import Writer
from tests.benchmarks.readability_speed import TEN
from tests.benchmarks.timing import seconds, shortest, table

N_PEER, N_PARSED, REPEAT = 200, 30, 3
SPACY = "en_core_web_sm"


def readability(texts: pd.Series) -> pd.DataFrame:
    """Apply ten measures of textstat to a column."""
    with offline() as textstat:
        return pd.DataFrame({name: texts.apply(getattr(textstat, name)) for name in TEN})


def tone(texts: pd.Series) -> pd.DataFrame:
    """Score each sentence with NLTK."""
    punkt, vader = PunktSentenceTokenizer(), analyzer()
    sentences = texts.apply(punkt.tokenize).explode()
    return pd.DataFrame(list(sentences.apply(vader.polarity_scores)))


def main() -> None:
    """Print milliseconds an article and how many times the script takes."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    texts = Writer(1).articles(n)
    frame = pd.DataFrame({"text": texts}).assign(published=pd.Timestamp("2024-11-30T10:00Z"))
    sample = frame["text"].head(N_PEER)
    nk.analyze("The dictionaries are loaded once, says Zelchi.", progress=False)
    vocabulary.forget()
    spent = {"analyze, cold": seconds(lambda: nk.analyze(frame, progress=False), repeat=1)}

    works: dict[str, Callable[[], object]] = {
        "textstat": lambda: readability(sample),
        "NLTK": lambda: tone(sample),
        "analyze, warm": lambda: nk.analyze(frame, progress=False),
    }
    sizes = {"textstat": len(sample), "NLTK": len(sample)}
    if importlib.util.find_spec(SPACY):
        parse = importlib.import_module(SPACY).load()
        works["spaCy"] = lambda: list(parse.pipe(sample.head(N_PARSED)))
        sizes["spaCy"] = N_PARSED
    spent |= shortest(works, REPEAT)

    of_all = {what: took * n / sizes.get(what, n) for what, took in spent.items()}
    script = of_all["textstat"] + of_all["NLTK"]
    rows = [(what, took, script / took) for what, took in [("the script", script), *of_all.items()]]
    sys.stdout.write(table("The user's own script", rows, n, "as fast as the script") + "\n")


if __name__ == "__main__":
    main()
