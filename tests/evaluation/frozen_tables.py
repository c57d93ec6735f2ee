"""Prove that a refactor of newskit changes no number: dump every table of a frozen corpus, compare.

    cd REPO && python frozen_tables.py dump OUT_DIR --article data/zelenskyy-nato-2024-11-30.txt
        [--pages pages.jsonl.gz] [--generated OLD_DIR/generated.json]
    python frozen_tables.py compare OLD_DIR NEW_DIR [--renames renames.json] [--ignore PATTERN ...]

`dump` imports the newskit of the current folder, old API or new. A table is a pickle of plain
Python values (see `freeze`), so that a dump can be read whatever pandas is installed. Its name is
corpus/table.options, the same under both APIs: the old name. What cannot be made is written down
as missing in manifest.json and makes both commands exit with 1.

renames.json, all parts optional:
    {"tables": {old: new}, "columns": {table: {old: new}}, "values": {table: {column: {old: new}}}}
`table` is a full name of a dump (real/counts.sentence), its kind (counts), by old name or new, or
"*" for all. `column` is the old name. Values are whole cells, parts of a cell that "; " parts,
items of lists, and keys and values of JSON.
"""

from __future__ import annotations

import argparse
import datetime as dt
import fnmatch
import gzip
import importlib.util
import inspect
import json
import math
import pickle
import platform
import re
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from importlib import import_module, metadata
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import pandas as pd

Frozen: TypeAlias = dict[str, Any]
Made: TypeAlias = "pd.DataFrame | dict[str, pd.DataFrame]"

# --- What differs between the old API and the new: all of it is here. -----------------------

# Table of the old API -> of the new. Applied where the new dump has such a table.
TABLES_RENAMED = {"time_reach": "time_horizon", "publication_rhythm": "publishing_schedule"}
# The new API makes these with fewer measures: the columns that both have are compared.
SHARED_COLUMNS_ONLY = ("*/analysis/readability", "*/analysis/readability_by_voice")
LEAST_SHARED = 5


class NotThereError(Exception):
    """newskit has no such function, neither by its old name nor by its new one."""


def api(old: str, new: str | None = None) -> Callable[..., Any]:
    """Return a function of newskit by its new path if that exists, else by its old one."""
    for path in filter(None, (new, old)):
        found = look_up(path)
        if callable(found):
            return found  # type: ignore[no-any-return]
    raise NotThereError(f"newskit has no {' nor '.join(filter(None, (old, new)))}")


def look_up(path: str) -> Any:
    """Return newskit.PATH, importing modules where needed; None if it is not there."""
    value: Any = import_module("newskit")
    for part in path.split("."):
        found = getattr(value, part, None)
        if found is None and hasattr(value, "__path__"):  # a package: perhaps not imported yet
            name = f"{value.__name__}.{part}"
            found = import_module(name) if importlib.util.find_spec(name) else None
        value = found
        if value is None:
            return None
    return value


def scope(function: Callable[..., Any], value: str) -> dict[str, str]:
    """Name what one row stands for: `unit=` in the new API, `by=` in the old."""
    return {"unit" if "unit" in inspect.signature(function).parameters else "by": value}


@cache
def knows_all(name: str) -> bool:
    """Whether readability or score takes measures="all", as the new API does."""
    text = "One short sentence."
    try:
        api(name)(text if name == "readability" else api("counts")(text), measures="all")
    except Exception:
        return False
    return True


def every_measure(name: str) -> dict[str, Any]:
    """Ask for all measures: measures="all", or the old API's default."""
    return {"measures": "all" if knows_all(name) else None}


def classic_measures() -> dict[str, Any]:
    """Ask for the nine classic measures: the new API's default."""
    return {} if knows_all("readability") else {"measures": "classic"}


def codebook() -> dict[str, pd.DataFrame]:
    """Return what newskit says of the columns of each table.

    The old API does not list its tables; the new one does, and names the table in each row.
    """
    explain = api("columns", "codebook")
    names = look_up("tables.TABLES") or explain()["table"].unique().tolist()
    drop = partial(pd.DataFrame.drop, columns="table", errors="ignore")
    return {name: drop(explain(name)).reset_index(drop=True) for name in names}


def time_checks(corpus: Corpus) -> pd.DataFrame:
    """Check the times of articles: the old API takes articles as well, the new a timeline only."""
    check = api("time_checks", "times.time_checks")
    takes_timeline = "timeline" in inspect.signature(check).parameters
    found: pd.DataFrame = check(corpus.timeline if takes_timeline else corpus.articles)
    return found


def analysis_tables(articles: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return every table of `analyze`."""
    tables = api("analyze")(articles).tables
    return dict(tables() if callable(tables) else tables)


# --- The corpus ------------------------------------------------------------------------------

SCOPES = ("article", "headline", "paragraph", "sentence")
PUBLISHERS = ("The Hindu", "bbc.co.uk", None, "The Invented Post", "USA Today")
ZONES = (None, "America/New_York", "Europe/London", "Asia/Kolkata", "+05:30")
N_PAGES = 40


@dataclass
class Corpus:
    """Articles, and the tables of them that other tables are made of."""

    name: str
    articles: pd.DataFrame
    was_read: bool = False  # whether read_articles made the frame; else it is one of our own
    other_engines: bool = False  # whether textstat and NLTK score it too

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Counts by article."""
        made: pd.DataFrame = api("counts")(self.articles)
        return made

    @cached_property
    def quotes(self) -> pd.DataFrame:
        """Quotations."""
        made: pd.DataFrame = api("quotes")(self.articles)
        return made

    @cached_property
    def timeline(self) -> pd.DataFrame:
        """Times."""
        made: pd.DataFrame = api("timeline")(self.articles)
        return made

    @cached_property
    def texts(self) -> list[tuple[str, str]]:
        """Return the id and the text of each article that has one."""
        pairs = zip(self.articles["article_id"], self.articles["text"], strict=True)
        return [(str(i), text) for i, text in pairs if isinstance(text, str)]


def real_articles(article: Path) -> pd.DataFrame:
    """Return the two articles in the package and the user's."""
    example = api("sample", "load_example")
    parts = [example("ferry"), example("school"), api("read_articles")(str(article))]
    table: pd.DataFrame = pd.concat(parts, ignore_index=True)
    return table


def generated_texts(saved: Path | None) -> list[str]:
    """Return 200 made-up articles: those of another dump, or written by the benchmark's writer."""
    if saved:
        texts: list[str] = json.loads(saved.read_text(encoding="utf-8"))
        return texts
    path = Path.cwd() / "tests" / "benchmarks" / "newslike.py"
    path = path if path.exists() else next(Path.cwd().rglob("newslike.py"))
    spec = importlib.util.spec_from_file_location("newslike", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return list(module.Writer(1).articles(200))


def framed(texts: list[str | None], stem: str) -> pd.DataFrame:
    """Put texts into a frame with headlines, outlets, zones and stamps, some of them missing."""
    n = len(texts)
    published = pd.date_range("2024-01-31 22:40", periods=n, freq="29h17min", tz="UTC")
    published = published.as_unit("us")
    gaps = pd.to_timedelta([47 * (i % 90) - 60 for i in range(n)], unit="min")
    headlines = [None if not text or i % 7 == 6 else shout(text, i) for i, text in enumerate(texts)]
    frame = pd.DataFrame(
        {
            "article_id": pd.Series([f"{stem}-{i:03d}" for i in range(n)], dtype="object"),
            "publisher": pd.Series([PUBLISHERS[i % 5] for i in range(n)], dtype="object"),
            "headline": pd.Series(headlines, dtype="object"),
            "published": pd.Series(published),
            "updated": pd.Series(published + gaps).where(pd.Series(range(n)) % 3 != 0),
            "timezone": pd.Series([ZONES[i % 4] for i in range(n)], dtype="object"),
            "text": pd.Series(texts, dtype="object"),
        }
    )
    frame["updated"] = frame["updated"].astype("datetime64[us, UTC]")
    return frame


def shout(text: str, i: int) -> str:
    """Make a headline of the first words of a text; every second one in title case."""
    words = " ".join(text.split()[:9]).rstrip(".,")
    return words.title() if i % 2 else words


def short_texts(texts: list[str]) -> list[str]:
    """Return 600 short articles: more than the 500 that newskit takes at once."""
    return [p for text in texts for p in text.split("\n\n")[:3]][:600]


def copied_articles(texts: list[str]) -> pd.DataFrame:
    """Return articles, exact copies, near copies, and articles that share quotations only."""
    kept = texts[:6]
    near = [f"{text}\n\nReporting by Ann Lee; editing by Bo Ek." for text in kept[:4]]
    halves = ["\n\n".join(text.split("\n\n")[::2]) for text in kept[:5]]
    speech = "“We will not close the pier this year,” Ann Lee said."
    spoken = [f"{speech}\n\n{texts[10]}", f"It rained. {speech} Nobody cheered.\n\n{texts[11]}"]
    spoken.append("“We will not close the pier,” said Lee, “this year or the next.”")
    return framed([*kept, *(t.upper() for t in kept[:3]), *near, *halves, *spoken], "copy")


def clock_articles() -> pd.DataFrame:
    """Return articles whose stamps are wall clocks or days, or conflict with one another."""
    local = ["2024-06-03 09:12", "2024-06-03 00:00", "2024-03-31 02:30", None, "1850-01-01 00:00"]
    later = ["2024-06-03 11:00", "2024-06-02 00:00", None, "2024-06-03 08:00", "1850-01-03 00:00"]
    said = "It began on Monday, June 4, 2024, and goes on for two weeks. Last month it was closed."
    precision = ["minute", "day", "minute", None, "day"]
    return pd.DataFrame(
        {
            "article_id": [f"clock-{i}" for i in range(5)],
            "published_local": pd.DatetimeIndex(local).as_unit("us"),
            "updated_local": pd.DatetimeIndex(later).as_unit("us"),
            "published_text": ["9:12 AM EST", "3 June 2024", None, None, "1 January 1850"],
            "published_precision": precision,
            "updated_precision": precision,
            "timezone": ["America/New_York", None, "Europe/Berlin", None, None],
            "zone_conflict": pd.array([True, False, None, None, None], dtype="boolean"),
            "text": [said] * 5,
        }
    )


def pages(path: Path) -> pd.DataFrame:
    """Read the first pages of a collection, each handed over as bytes in a file page.html."""
    read, rows = api("read_articles"), []
    with tempfile.TemporaryDirectory() as folder, gzip.open(path, "rt", encoding="utf-8") as lines:
        page = Path(folder) / "page.html"
        for number, line in enumerate(islice(lines, N_PAGES)):
            page.write_text(json.loads(line)["html"], encoding="utf-8", errors="replace")
            row = read(str(page))
            rows.append(row.assign(article_id=row["article_id"] + f"-{number:02d}"))
    table: pd.DataFrame = pd.concat(rows, ignore_index=True)
    return table


# Written for this check: what real articles seldom have. Numbers rest on none of it being true.
INVENTED: list[str | None] = [
    "The harbour board voted 7-4 on Tuesday to close the pier, officials said.\n\nMayor Ann Lee "
    "was blunt. “The pier isn’t safe,” she said, “and it won’t be safe by Christmas.” Her deputy, "
    "Bo Ek, called it a “sad day”. According to the report, repairs will cost "
    "$14.3 million by 2027.",
    "'It is a mess,' said Dr Cyril Oake, 54, who teaches chemistry. He added that pupils had been "
    "moved twice. 'We asked for help in March 2023; nobody came.'\n\nThe council denied that it "
    "had known. “This is absolutely not true!” a spokeswoman insisted. “We are VERY sorry.”",
    "Oleh Petrenkyy spoke on Monday, November 17, 2024. Oleh Petrenky smiled. Oleh Petrenky left. "
    "The talks ended on 5 March 2031. The next round opens next Friday at 9:30 a.m. EST, two days "
    "after the strike; the last one was in the third quarter of 2019, during the 1990s crisis.",
    "MODERATOR: Thank you for coming.\n\nSEN. HALL: I did not vote for this bill, and I never "
    "will.\n\nMODERATOR: Why not?\n\nSEN. HALL: Because it is a terrible, dishonest piece of work.",
    "> We regret the error.\n> It will not happen again.\n\nSo wrote the editors on 1 April.\n\n"
    "“First paragraph of a long speech.\n\n“Second paragraph of the same speech,” Ms Quill warned.",
    "Great news 😀! The plan is not very good, but people love it. Hardly anyone hates it :) The "
    "so-called “experts” weren't happy. The Liberal Party won; the Green Alliance lost badly!!!",
    "Der Hafen bleibt geschlossen. „Das ist nicht gut“, sagte die Bürgermeisterin am Dienstag. Die "
    "Stadt will im nächsten Jahr wieder öffnen, aber niemand weiß, ob das Geld dafür reicht.",
    "“Pourquoi ?” asked Zoë. « Parce que c'est ainsi », replied Łukasz Nowak-Żak. 「終わり」 "
    "wrote Ito.",
    "Police said a man had been arrested. Prosecutors allege he lied. The U.S. Department of "
    "Health and Human Services announced that 38,000 people, about a third more than in 2022, ail.",
    "Updated at noon. At 10:45 p.m. on Dec. 24, 2023, e-mails of the C.I.A. leaked: 1,000,000th of "
    "them cost €2.5bn. Mr. and Mrs. St. John-Smythe (née O’Brien) didn’t comment. example.org/x",
    "Shares rose 3.2% in the year to 30 September; since the end of last month they have lost "
    "half. In early 2020 the firm predicted growth within 18 months. Yesterday it was sold.",
    "one line without a capital or a stop",
    "... — !!! 2024",
    "",
    None,
]

# Printed lines, and what is told beside them.
LINES: list[tuple[str, dict[str, Any]]] = [
    ("Published: 15:56 BST, 27 April 2024 | Updated: 16:10", {}),
    ("Published 3:04 PM EDT, Sat November 30, 2024", {}),
    ("Updated 9:12 AM EST, Mon June 3, 2024", {}),
    ("Posted on April 29, 2022", {}),
    ("30 Nov 2024, 9:40 pm", {}),
    ("30 Nov 2024, 9:40 pm", {"timezone": "America/Lima"}),
    ("Sat 30 Nov 2024 12.42 CET", {"timezone": "Europe/London"}),
    ("Last modified on Sun 1 Dec 2024 08.15 GMT", {}),
    ("6/1/2026, 9:05 pm", {}),
    ("6/1/2026, 9:05 pm", {"day_first": True}),
    ("6/1/2026, 9:05 pm", {"day_first": False}),
    ("6/1/2026, 9:05 pm", {"publisher": "The Hindu"}),
    ("6/1/2026, 9:05 pm", {"publisher": "USA Today"}),
    ("6/1/2026, 9:05 pm", {"publisher": "The Hindu", "timezone": "Asia/Dubai", "day_first": False}),
    ("06.01.2026 21:05", {"timezone": "Europe/Berlin"}),
    ("13/08/2023 07:00 IST", {"timezone": "Asia/Kolkata"}),
    ("13/08/2023 07:00 IST", {"timezone": "Europe/Dublin"}),
    ("August 13, 2023 07:00 IST", {}),
    ("2024-11-30T07:53:11Z", {}),
    ("2024-11-30 07:53:11+05:30", {}),
    ("First published on Mon 2 Sep 2024 06.00 BST; updated 2 hours ago", {}),
    ("2 hours ago", {"reference": dt.datetime(2024, 11, 30, 12, 0)}),
    ("Updated 3 days ago", {"reference": dt.datetime(2024, 11, 30, 12, 0)}),
    ("an hour ago", {"reference": dt.datetime(2024, 11, 30, 0, 30)}),
    ("5 months ago", {"reference": dt.datetime(2024, 11, 30, 12, 0)}),
    ("Dec 24, 3:20 PM", {"reference": dt.date(2024, 11, 30)}),
    ("Nov 2, 3:20 PM ET", {"reference": dt.date(2024, 11, 30)}),
    ("July 24, 2014 -- Updated 1207 GMT (2007 HKT)", {}),
    ("Published Dec. 31, 2023 11:50 p.m. PT | Updated Jan. 1 12:10 a.m. PT", {}),
    ("Jun 12, 2020 9:49 am EST", {}),
    ("Jun 12, 2020 9:49 am ET", {}),
    ("31 February 2024 10:00 UTC", {}),
    ("February 29, 2024 at 00:00 CST", {}),
    ("29 February 2023", {}),
    ("By ANN LEE, 5 min read, Wednesday, 4th September 2024 at 5.07am AEST", {}),
    ("Issued on: 17/03/2025 - 12:01 Modified: 18/03/2025 - 09:30", {"timezone": "Europe/Paris"}),
    ("12:30 | 9 May 2021", {"timezone": "+02:00"}),
    ("Thursday 9 May 2021 25:30", {}),
    ("Updated: May 9th, 2021", {"timezone": "Asia/Tokyo"}),
    ("no time at all", {}),
    ("", {}),
    ("10:15 PM · Mar 3, 2022", {"publisher": "nytimes.com"}),
    ("Published - March 03, 2022 10:15 pm IST - New Delhi", {}),
    ("2022년 3월 3일 10:15", {}),
]


# --- The tables ------------------------------------------------------------------------------


@dataclass
class Case:
    """A table to make, or several of them by name."""

    name: str  # of the dump: corpus/table.options
    make: Callable[[], Made]


def corpus_cases(corpus: Corpus) -> Iterator[Case]:
    """Give every table that newskit makes of articles."""
    for group in (reading, counting, scoring, toning, quoting, timing):
        for name, make in group(corpus):
            yield Case(f"{corpus.name}/{name}", make)
    yield Case(f"{corpus.name}/analysis", partial(analysis_tables, corpus.articles))


Named: TypeAlias = Iterator[tuple[str, Callable[[], Made]]]


def call(old: str, *args: Any, new: str | None = None, **options: Any) -> Callable[[], Any]:
    """Return a call for later, so that a missing function costs no more than its own table."""
    return lambda: api(old, new)(*args, **options)


def reading(corpus: Corpus) -> Named:
    """Articles as they are read, copies, sentences, words and lexical tables."""
    articles = corpus.articles
    yield "input", lambda: articles
    if corpus.was_read:
        yield "provenance", call("provenance", articles)
    yield "articles", call("read_articles", articles)
    for form in ("csv", "jsonl", "parquet"):
        yield f"articles.{form}", partial(written_and_read, articles, form)
    for threshold in (0.2, 0.5):
        yield f"duplicates.{threshold}", call("duplicates", articles, threshold=threshold)
    yield "sentences", call("sentences", articles)
    yield "words", call("words", articles)
    for window in (20, 100):
        yield f"lexical_diversity.{window}", call("lexical_diversity", articles, window=window)
    for n in (5, 20):
        yield f"frequent_words.{n}", call("frequent_words", articles, n=n)
    for of in ("words", "sentences"):
        yield f"length_distribution.{of}", call("length_distribution", articles, of=of)


def written_and_read(articles: pd.DataFrame, form: str) -> pd.DataFrame:
    """Write articles to a file and read them back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"articles.{form}"
        api("write_articles")(articles, path)
        found: pd.DataFrame = api("read_articles")(path)
        return found


def scoped(name: str, corpus: Corpus, unit: str, **options: Any) -> Callable[[], Any]:
    """Return a call of counts, readability or sentiment at one scope."""

    def make() -> Any:
        function, given = api(name), dict(options)
        if given.pop("every", False):
            given |= every_measure(name)
        return function(corpus.articles, **scope(function, unit), **given)

    return make


def counting(corpus: Corpus) -> Named:
    """Counts at every scope, all words and by voice."""
    for unit in SCOPES:
        yield f"counts.{unit}", scoped("counts", corpus, unit)
        yield f"counts.{unit}.voice", scoped("counts", corpus, unit, voice=True)


def scoring(corpus: Corpus) -> Named:
    """Readability at every scope, scores and grades of counts."""
    for unit in SCOPES:
        yield f"readability.{unit}", scoped("readability", corpus, unit, every=True)
        by_voice = scoped("readability", corpus, unit, every=True, voice=True)
        yield f"readability.{unit}.voice", by_voice
        if corpus.other_engines:
            other = scoped("readability", corpus, unit, every=True, engine="textstat")
            yield f"readability.{unit}.textstat", other
    yield "readability.classic", lambda: api("readability")(corpus.articles, **classic_measures())
    yield "score", lambda: score(corpus.counts)
    yield "score.sum", lambda: score(corpus.counts.sum(numeric_only=True)).to_frame("score").T
    yield "score.paragraphs_summed", lambda: score(summed_paragraphs(corpus))
    yield "grades.counts", lambda: api("grades")(corpus.counts)
    yield "grades.paragraphs_summed", lambda: api("grades")(summed_paragraphs(corpus))
    yield "grades.scores", lambda: api("grades")(score(corpus.counts))


def score(counts: Any) -> Any:
    """Score counts with every measure."""
    return api("score")(counts, **every_measure("score"))


def summed_paragraphs(corpus: Corpus) -> pd.DataFrame:
    """Count paragraphs and add them up, article by article."""
    counts: pd.DataFrame = scoped("counts", corpus, "paragraph")()
    return counts.groupby("article_id", sort=False).sum(numeric_only=True)


def own_lexicon() -> pd.DataFrame:
    """Return a word list such as a user might bring."""
    valences = {"good": 2.0, "bad": -1.5, "war": -3.1, "peace": 2.7, "safe": 1.25, "said": 0.1}
    return pd.DataFrame({"word": list(valences), "valence": list(valences.values())})


def toning(corpus: Corpus) -> Named:
    """Sentiment with every word list, its working, toward targets and by speaker."""
    articles = corpus.articles
    lists: dict[str, Any] = {"news": "news", "vader": "vader", "own": own_lexicon()}
    for name, lexicon in lists.items():
        for unit in SCOPES:
            for voice in (False, True):
                label = f"sentiment.{unit}.{name}" + ".voice" * voice
                yield label, scoped("sentiment", corpus, unit, voice=voice, lexicon=lexicon)
        yield f"sentiment_hits.{name}", call("sentiment_hits", articles, lexicon=lexicon)
        yield f"sentiment_by_speaker.{name}", partial(of_quotes, corpus, lexicon)
    if corpus.other_engines:
        for unit in SCOPES:
            yield f"sentiment.{unit}.nltk", scoped("sentiment", corpus, unit, engine="nltk")
    yield "sentiment.default", call("sentiment", articles)
    yield "sentiment_toward.names", lambda: api("sentiment_toward")(articles, target_names(corpus))
    toward = lambda: api("sentiment_toward")(articles, target_places(corpus))  # noqa: E731
    yield "sentiment_toward.places", toward


def of_quotes(corpus: Corpus, lexicon: Any) -> pd.DataFrame:
    """Score the quotations of each speaker."""
    scored: pd.DataFrame = api("sentiment_by_speaker")(corpus.quotes, lexicon=lexicon)
    return scored


FULL_NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")


def target_names(corpus: Corpus) -> list[str]:
    """Return names to look for: one from each of the first articles, and some of the real ones."""
    found = [FULL_NAME.search(text) for _, text in corpus.texts[:12]]
    return ["Zelenskyy", "NATO", "Ukraine", "Lee", *(match[0] for match in found if match)]


def target_places(corpus: Corpus) -> pd.DataFrame:
    """Return mentions by place, found here and not by newskit; the last four cannot be judged."""
    rows: list[dict[str, Any]] = []
    for article_id, text in corpus.texts:
        for match in islice(FULL_NAME.finditer(text), 4):
            place = {"start": match.start(), "end": match.end()}
            rows.append({"article_id": article_id, "target": match[0], **place})
    first = corpus.texts[0][0] if corpus.texts else "none"
    for article_id, start, end in ((first, 3, 9), (first, 0, 10**7), (first, None, 4), ("-", 0, 4)):
        rows.append({"article_id": article_id, "target": "Qq", "start": start, "end": end})
    frame = pd.DataFrame(rows, columns=["article_id", "target", "start", "end"])
    return frame.astype({"start": "Int64", "end": "Int64"})


def quoting(corpus: Corpus) -> Named:
    """Quotations and what is made of them."""
    yield "quotes", lambda: corpus.quotes
    yield "speakers", lambda: api("speakers")(corpus.quotes)
    for threshold in (0.2, 0.5):
        yield f"repeated_quotes.{threshold}", partial(repeated_quotes, corpus, threshold)
    yield "cue_verbs", lambda: api("cue_verbs")(corpus.quotes)
    yield "attribution", call("attribution", corpus.articles)
    yield "name_variants", call("name_variants", corpus.articles)


def repeated_quotes(corpus: Corpus, threshold: float) -> pd.DataFrame:
    """Find quotations that several articles have."""
    found: pd.DataFrame = api("repeated_quotes")(corpus.quotes, threshold=threshold)
    return found


def timing(corpus: Corpus) -> Named:
    """Times, and the corpus by the clock."""
    articles = corpus.articles
    yield "timeline", lambda: corpus.timeline
    yield "time_checks", lambda: time_checks(corpus)
    checks = lambda: api("time_checks", "times.time_checks")(corpus.timeline)  # noqa: E731
    yield "time_checks.timeline", checks
    yield "time_reach", lambda: api("time_reach", "times.time_horizon")(corpus.timeline)
    for kind in ("published", "updated"):
        name = f"publication_rhythm.{kind}"
        yield name, call("publication_rhythm", articles, kind, new="times.publishing_schedule")
    yield "update_gaps", call("update_gaps", articles, new="times.update_gaps")


def general_cases() -> Iterator[Case]:
    """Give the tables that need no articles."""
    yield Case("general/measures", call("measures"))
    yield Case("general/outlets", call("outlets", new="times.outlets"))
    yield Case("general/lexicons", call("lexicons", new="lexicons.catalog"))
    yield Case("lexicon", every_lexicon)
    for one, other in (("vader", "news"), ("news", "vader")):
        make = call("compare_lexicons", one, other, new="lexicons.compare")
        yield Case(f"general/lexicon_comparison.{one}", make)
    mine = call("compare_lexicons", own_lexicon(), "news", new="lexicons.compare")
    yield Case("general/lexicon_comparison.own", mine)
    yield Case("general/parse_timestamps", parsed_lines)
    yield Case("codebook", codebook)


def every_lexicon() -> dict[str, pd.DataFrame]:
    """Return every word list."""
    names = api("lexicons", "lexicons.catalog")()["lexicon"].tolist()
    load = api("lexicon", "lexicons.load")
    return {name: load(name) for name in names}


def parsed_lines() -> pd.DataFrame:
    """Return what newskit reads from printed lines."""
    parse = api("parse_timestamps")
    rows = [
        {"line": line, "told": repr(told), **parse(line, **told)._asdict()} for line, told in LINES
    ]
    return pd.DataFrame(rows, dtype="object")


def reading_cases(article: Path) -> Iterator[Case]:
    """Give the user's article as it is read when more is told of it."""
    read = partial(call, "read_articles")
    yield Case("reading/articles.zone", read(str(article), timezone="Europe/Kyiv"))
    yield Case("reading/articles.publisher", read(str(article), publisher="The Hindu"))
    yield Case("reading/articles.bytes", read(article.read_bytes()))
    yield Case("reading/articles.text", read(article.read_bytes(), format="text"))
    yield Case("reading/articles.folder", partial(read_folder, article))
    yield Case("reading/articles.mapped", partial(read_folder, article, "table.csv"))


TABLE = (
    "id,title,body,date,desk\n"
    "a,Ferry sails again,The ferry sailed. Nobody cheered.,2024-11-30T07:53:00Z,City\n"
    "b,,,31/11/2024,\n"
)
HEADS = {"id": "article_id", "title": "headline", "body": "text", "date": "published"}


def read_folder(article: Path, name: str = "") -> pd.DataFrame:
    """Read a folder of files good and bad, or the table in it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "files"
        (root / "deeper").mkdir(parents=True)
        (root / "article.txt").write_bytes(article.read_bytes())
        (root / "deeper" / "latin.txt").write_bytes("A café.\n\nIt’s shut.".encode("cp1252"))
        (root / "empty.txt").write_text("")
        (root / "nothing.html").write_text("<html><body></body></html>")
        (root / "table.csv").write_text(TABLE)
        columns = {"columns": HEADS} if name else {}
        found: pd.DataFrame = api("read_articles")(root / name, progress=False, **columns)
        return found


# --- Dump ------------------------------------------------------------------------------------


def plain(value: Any) -> Any:
    """Turn a cell into plain Python: whatever is missing into None, times into ISO 8601."""
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if hasattr(value, "item") and hasattr(value, "dtype") and getattr(value, "ndim", 1) == 0:
        value = value.item()
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    kind = type(value).__name__
    raise TypeError(f"a cell holds {kind} {value!r}: say in plain() what to make of it")


def dtype_name(dtype: Any) -> str:
    """Name a dtype, strings with how they are kept."""
    return repr(dtype) if isinstance(dtype, pd.StringDtype) else str(dtype)


def freeze(table: pd.DataFrame) -> Frozen:
    """Turn a table into plain Python values, column by column."""
    if not isinstance(table, pd.DataFrame):
        raise TypeError(f"got {type(table).__name__}, not a table")
    if not table.columns.is_unique:
        raise ValueError("a column stands twice")
    numbered = table.index.equals(pd.RangeIndex(len(table))) and table.index.name is None
    return {
        "rows": len(table),
        "dtypes": {str(name): dtype_name(table[name].dtype) for name in table.columns},
        "cells": {str(name): [plain(v) for v in table[name].tolist()] for name in table.columns},
        "index": None if numbered else [plain(v) for v in table.index.tolist()],
    }


class Dump:
    """Writes tables into a folder; keeps the list of them, and of what could not be made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tables: list[dict[str, Any]] = []
        self.missing: list[dict[str, str]] = []

    def add(self, case: Case) -> None:
        """Make the tables of a case and write them."""
        try:
            made = case.make()
            named = made.items() if isinstance(made, dict) else [(None, made)]
            for name, table in named:
                self.write(f"{case.name}/{name}" if name else case.name, freeze(table))
        except Exception as error:  # whatever goes wrong is one missing table, and is said
            self.miss(case.name, error)

    def miss(self, name: str, error: Exception) -> None:
        """Write down that a table could not be made."""
        why = f"{type(error).__name__}: {error}"
        self.missing.append({"table": name, "error": why})
        print(f"NOT MADE {name}: {why[:300]}", flush=True)

    def write(self, name: str, frozen: Frozen) -> None:
        """Write one table."""
        path = self.folder / f"{name}.pickle"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(frozen, protocol=5))
        columns = list(frozen["cells"])
        self.tables.append({"table": name, "rows": frozen["rows"], "columns": columns})

    def close(self, seconds: float) -> None:
        """Write the manifest."""
        manifest = {
            "newskit": str(Path(import_module("newskit").__file__ or "").parent),
            "python": platform.python_version(),
            "packages": {name: version(name) for name in PACKAGES},
            "seconds": round(seconds, 1),
            "missing": self.missing,
            "tables": self.tables,
        }
        text = json.dumps(manifest, indent=1, ensure_ascii=False)
        (self.folder / "manifest.json").write_text(text, encoding="utf-8")


PACKAGES = (
    "pandas", "numpy", "pyarrow", "trafilatura", "htmldate", "py3langid", "textstat", "nltk",
)  # fmt: skip


def version(package: str) -> str | None:
    """Return the version of a package; None if it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def makers(
    options: argparse.Namespace, texts: list[str]
) -> Iterator[tuple[str, Callable[[], Corpus]]]:
    """Give every corpus, to be made when its turn comes."""
    real = partial(real_articles, options.article)
    yield "real", lambda: Corpus("real", real(), was_read=True, other_engines=True)
    yield "invented", lambda: Corpus("invented", framed(INVENTED, "invented"))
    yield "clocks", lambda: Corpus("clocks", clock_articles())
    yield "empty", lambda: Corpus("empty", framed([], "empty"))
    yield "copies", lambda: Corpus("copies", copied_articles(texts))
    yield "short", lambda: Corpus("short", framed(list(short_texts(texts)), "short"))
    yield "generated", lambda: Corpus("generated", framed(list(texts), "generated"))
    if options.pages:
        yield "pages", lambda: Corpus("pages", pages(options.pages), was_read=True)


def use_repo() -> None:
    """Import newskit from the current folder, whatever is installed; leave no files there."""
    sys.dont_write_bytecode = True
    root = Path.cwd()
    sys.path.insert(0, str(root))
    where = Path(import_module("newskit").__file__ or "").resolve()
    if not where.is_relative_to(root.resolve()):
        raise SystemExit(f"newskit comes from {where}, not from {root}: start this in the repo")


def dump(options: argparse.Namespace) -> int:
    """Write every table; 1 if one is missing."""
    options.out = options.out.resolve()
    if options.out.exists() and any(options.out.iterdir()):
        raise SystemExit(f"{options.out} is not empty: take a new folder")
    use_repo()
    options.out.mkdir(parents=True, exist_ok=True)
    begin = time.perf_counter()
    texts = generated_texts(options.generated)
    saved = json.dumps(texts, ensure_ascii=False)
    (options.out / "generated.json").write_text(saved, encoding="utf-8")
    written = Dump(options.out)
    for case in (*general_cases(), *reading_cases(options.article)):
        written.add(case)
    for name, make in makers(options, texts):
        add_corpus(written, name, make)
    written.close(time.perf_counter() - begin)
    print(f"{len(written.tables)} tables, {len(written.missing)} missing, in {options.out}")
    return 1 if written.missing else 0


def add_corpus(written: Dump, name: str, make: Callable[[], Corpus]) -> None:
    """Write every table of one corpus."""
    begin = time.perf_counter()
    try:
        corpus = make()
    except Exception as error:  # no corpus, none of its tables: compare names each of them
        written.miss(name, error)
        return
    for case in corpus_cases(corpus):
        written.add(case)
    seconds = time.perf_counter() - begin
    print(f"{name}: {len(corpus.articles)} articles, {seconds:.1f} s", flush=True)


# --- Compare ---------------------------------------------------------------------------------

SHOWN = 5


class Renames:
    """What is called otherwise in the new dump."""

    def __init__(self, stated: Mapping[str, Any]) -> None:
        unknown = set(stated) - {"tables", "columns", "values"}
        if unknown:
            raise SystemExit(f"renames: unknown part {sorted(unknown)[0]!r}")
        self.tables: dict[str, str] = TABLES_RENAMED | dict(stated.get("tables", {}))
        self.stated_columns = stated.get("columns", {})
        self.stated_values = stated.get("values", {})

    def table(self, name: str, known: Mapping[str, Any]) -> str:
        """Return what the new dump calls a table; its old name where no other is there."""
        parts = [self._part(part) for part in name.split("/")]
        renamed = self.tables.get(name, "/".join(parts))
        return renamed if renamed in known else name

    def _part(self, part: str) -> str:
        kind, dot, options = part.partition(".")
        return self.tables.get(kind, kind) + dot + options

    def columns(self, name: str) -> dict[str, str]:
        """Return old column -> new column of a table."""
        out: dict[str, str] = {}
        for key in self._keys(name):
            out |= self.stated_columns.get(key, {})
        return out

    def values(self, name: str) -> dict[str, dict[str, str]]:
        """Return old column -> old value -> new value of a table."""
        out: dict[str, dict[str, str]] = {}
        for key in self._keys(name):
            for column, values in self.stated_values.get(key, {}).items():
                out[column] = out.get(column, {}) | values
        return out

    def _keys(self, name: str) -> list[str]:
        """Return what a table may be called in renames.json, the most general first."""
        kind = name.rpartition("/")[2].partition(".")[0]
        return list(dict.fromkeys(["*", self.tables.get(kind, kind), kind, name]))


def renamed_value(value: Any, values: Mapping[str, str]) -> Any:
    """Say an old cell in the words of the new API."""
    if isinstance(value, list):
        return [renamed_value(item, values) for item in value]
    if isinstance(value, dict):
        pairs = value.items()
        return {renamed_value(k, values): renamed_value(v, values) for k, v in pairs}
    if not isinstance(value, str) or value in values:
        return values.get(value, value) if isinstance(value, str) else value
    if value.startswith("{"):
        return renamed_json(value, values)
    return "; ".join(values.get(part, part) for part in value.split("; "))


def renamed_json(value: str, values: Mapping[str, str]) -> str:
    """Rename inside JSON, as newskit writes it: keys sorted."""
    try:
        inside = json.loads(value)
    except json.JSONDecodeError:
        return value
    return json.dumps(renamed_value(inside, values), ensure_ascii=False, sort_keys=True)


def same(old: Any, new: Any) -> bool:
    """Whether two cells are equal: of one type, floats bit for bit."""
    if type(old) is not type(new):
        return False
    if isinstance(old, float):
        return struct.pack("d", old) == struct.pack("d", new)
    if isinstance(old, list):
        return len(old) == len(new) and all(map(same, old, new))
    if isinstance(old, dict):
        return old.keys() == new.keys() and all(same(old[key], new[key]) for key in old)
    return bool(old == new)


@dataclass
class Comparison:
    """What was found of one table."""

    differences: list[str]
    notes: list[str]


def compare_tables(name: str, old: Frozen, new: Frozen, renames: Renames) -> Comparison:
    """Compare a table of the old dump with that of the new one."""
    names = renames.columns(name)
    to_new = {column: names.get(column, column) for column in old["cells"]}
    found = Comparison([], [])
    twice = sorted({n for n in to_new.values() if list(to_new.values()).count(n) > 1})
    if twice:
        found.differences.append(f"renames make two columns one: {', '.join(twice)}")
    if old["rows"] != new["rows"]:
        found.differences.append(f"rows: {old['rows']} before, {new['rows']} now")
    if old["index"] != new["index"]:
        found.differences.append("the index differs")
    compare_columns(name, to_new, new, found)
    shared = {o: n for o, n in to_new.items() if n in new["cells"]}
    for o, n in shared.items():
        if old["dtypes"][o] != new["dtypes"][n]:
            change = f"{old['dtypes'][o]} before, {new['dtypes'][n]} now"
            found.differences.append(f"dtype of {n}: {change}")
    compare_cells(shared, old, new, renames.values(name), found)
    return found


def compare_columns(name: str, to_new: dict[str, str], new: Frozen, found: Comparison) -> None:
    """Say which columns only one side has. Another order is no difference, but is said."""
    gone = [n for n in to_new.values() if n not in new["cells"]]
    more = [n for n in new["cells"] if n not in to_new.values()]
    shared = len(to_new) - len(gone)
    only_shared = any(fnmatch.fnmatchcase(name, pattern) for pattern in SHARED_COLUMNS_ONLY)
    enough = shared >= min(LEAST_SHARED, len(to_new))
    out = found.notes if only_shared and enough else found.differences
    if gone:
        out.append(f"{len(gone)} columns are gone: {', '.join(gone[:SHOWN])}")
    if more:
        out.append(f"{len(more)} columns are new: {', '.join(more[:SHOWN])}")
    order = [n for n in to_new.values() if n in new["cells"]]
    if order != [n for n in new["cells"] if n in order]:
        found.notes.append("columns in another order")


def compare_cells(
    shared: dict[str, str],
    old: Frozen,
    new: Frozen,
    values: dict[str, dict[str, str]],
    found: Comparison,
) -> None:
    """Compare cell by cell; show the first that differ, row by row, and count them all."""
    different: list[tuple[int, str, Any, Any]] = []
    for o, n in shared.items():
        mapping = values.get(o)
        cells = old["cells"][o]
        cells = [renamed_value(cell, mapping) for cell in cells] if mapping else cells
        for row, (a, b) in enumerate(zip(cells, new["cells"][n], strict=False)):
            if not same(a, b):
                different.append((row, n, a, b))
    if not different:
        return
    columns = list(dict.fromkeys(column for _, column, _, _ in different))
    found.differences.append(f"{len(different)} cells differ, in {', '.join(columns)}")
    for row, column, a, b in sorted(different, key=lambda cell: cell[0])[:SHOWN]:
        found.differences.append(f"  row {row}, {column}: {brief(a)} before, {brief(b)} now")


def brief(value: Any) -> str:
    """Show a cell, cut short."""
    shown = repr(value)
    return shown if len(shown) <= 120 else f"{shown[:117]}..."


def load_manifest(folder: Path) -> dict[str, Any]:
    """Read what a dump holds: table -> its entry under `tables`."""
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return manifest | {"tables": {entry["table"]: entry for entry in manifest["tables"]}}


def load_table(folder: Path, name: str) -> Frozen:
    """Read one table of a dump."""
    frozen: Frozen = pickle.loads((folder / f"{name}.pickle").read_bytes())
    return frozen


def compare(options: argparse.Namespace) -> int:
    """Compare two dumps; 1 if a table differs or is missing."""
    stated = json.loads(options.renames.read_text(encoding="utf-8")) if options.renames else {}
    renames = Renames(stated)
    old, new = load_manifest(options.old), load_manifest(options.new)
    not_made = tell_not_made("old", old) + tell_not_made("new", new)
    counts = {"equal": 0, "differ": 0, "missing": 0, "not made": not_made, "ignored": 0}
    seen = set()
    for name in old["tables"]:
        there = renames.table(name, new["tables"])
        seen.add(there)
        counts[compare_one(name, there, options, new, renames)] += 1
    for name in new["tables"]:
        if name not in seen:
            verdict = "ignored" if is_ignored(name, options) else "missing"
            print(f"{verdict.upper()} {name}: only in {options.new}")
            counts[verdict] += 1
    print(", ".join(f"{n} {verdict}" for verdict, n in counts.items()))
    return 1 if counts["differ"] + counts["missing"] + counts["not made"] else 0


def tell_not_made(which: str, manifest: Mapping[str, Any]) -> int:
    """Say what a dump could not make, and how many these are."""
    for entry in manifest["missing"]:
        print(f"NOT MADE {entry['table']}, in the {which} dump: {entry['error'][:200]}")
    return len(manifest["missing"])


def is_ignored(name: str, options: argparse.Namespace) -> bool:
    """Whether the user asked to leave a table out."""
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in options.ignore)


def compare_one(
    name: str, there: str, options: argparse.Namespace, new: Mapping[str, Any], renames: Renames
) -> str:
    """Compare one table of the old dump, print what was found and return the verdict."""
    title = name if there == name else f"{name} -> {there}"
    if is_ignored(name, options):
        print(f"IGNORED {title}")
        return "ignored"
    if there not in new["tables"]:
        print(f"MISSING {title}: only in {options.old}")
        return "missing"
    before, now = load_table(options.old, name), load_table(options.new, there)
    found = compare_tables(name, before, now, renames)
    notes = f" ({'; '.join(found.notes)})" if found.notes else ""
    if not found.differences:
        print(f"equal {title}: {before['rows']} rows, {len(before['cells'])} columns{notes}")
        return "equal"
    print(f"DIFFERS {title}{notes}")
    for line in found.differences:
        print(f"    {line}")
    return "differ"


def main() -> int:
    """Run a command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("dump", help="write every table of the newskit in this folder")
    make.add_argument("out", type=Path)
    make.add_argument("--article", type=Path, required=True, help="the user's article")
    make.add_argument("--pages", type=Path, help="JSON lines with `html`, gzipped")
    make.add_argument("--generated", type=Path, help="generated.json of another dump")
    make.set_defaults(run=dump)
    check = commands.add_parser("compare", help="compare two dumps")
    check.add_argument("old", type=Path)
    check.add_argument("new", type=Path)
    check.add_argument("--renames", type=Path)
    check.add_argument("--ignore", nargs="*", default=[], help="tables to leave out: codebook/*")
    check.set_defaults(run=compare)
    options = parser.parse_args()
    code: int = options.run(options)
    return code


if __name__ == "__main__":
    sys.exit(main())
