"""Whether newskit finds what the data card of the class corpus says: one check for each kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

import pandas as pd

import newskit as nk

CHECKS: dict[str, Callable[[Corpus, pd.Series], bool]] = {}
_FORMAL = re.compile(r"^(?:the|a|an|mr|ms|mrs|dr|mayor|capt)\.? ", re.IGNORECASE)


class Corpus:
    """The tables of the corpus, each made once."""

    def __init__(self, name: str) -> None:
        self.articles = nk.load_example(name).set_index("article_id", drop=False)
        self._pairs: dict[frozenset[str], nk.Comparison] = {}

    @cached_property
    def quotes(self) -> pd.DataFrame:
        return nk.quotes(self._plain)

    @cached_property
    def notices(self) -> pd.DataFrame:
        return nk.revisions.notices(self._plain)

    @cached_property
    def timeline(self) -> pd.DataFrame:
        return nk.timeline(self._plain)

    @cached_property
    def certainty(self) -> pd.DataFrame:
        return nk.certainty(self._plain)

    @cached_property
    def names(self) -> pd.DataFrame:
        return nk.names(self._plain, link=True)

    def compared(self, fact: pd.Series) -> nk.Comparison:
        """Set the article of a fact beside the other article that it names."""
        pair = frozenset([fact.article, fact.what.partition(": ")[0]])
        if pair not in self._pairs:
            articles = self._plain
            self._pairs[pair] = nk.compare(articles[articles["article_id"].isin(pair)])
        return self._pairs[pair]

    @cached_property
    def duplicates(self) -> pd.DataFrame:
        return nk.duplicates(self._plain).set_index("article_id")

    @cached_property
    def repetitions(self) -> pd.DataFrame:
        return nk.repetitions(self._plain)

    @property
    def _plain(self) -> pd.DataFrame:
        return self.articles.reset_index(drop=True)

    def places(self, fact: pd.Series, fields: tuple[str, ...] = ("text", "headline", "standfirst")) -> list:
        """Return (field, start, end) of each occurrence of the words of a fact."""
        row = self.articles.loc[fact.article]
        found = []
        for field in fields:
            text = row[field] if isinstance(row[field], str) else ""
            found += [(field, m.start(), m.end()) for m in re.finditer(re.escape(fact["where"]), text)]
        return found

    def touching(self, table: pd.DataFrame, fact: pd.Series) -> pd.DataFrame:
        """Return the rows of the article that overlap the words of a fact."""
        rows = table[table["article_id"] == fact.article]
        field = rows["field"] if "field" in rows else pd.Series("text", rows.index)
        hit = pd.Series(False, rows.index)
        for where, start, end in self.places(fact):
            hit |= (field == where) & (rows["start"] < end) & (rows["end"] > start)
        return rows[hit]


def check(*kinds: str) -> Callable:
    def register(function: Callable) -> Callable:
        CHECKS.update(dict.fromkeys(kinds, function))
        return function

    return register


def plain(name: object) -> str:
    return _FORMAL.sub("", str(name)).casefold()


def listed(what: str) -> list[str]:
    return [part.strip() for part in what.split(";")]


@check("published", "updated")
def stamp(corpus: Corpus, fact: pd.Series) -> bool:
    row = corpus.articles.loc[fact.article]
    if fact.what.endswith("Z"):
        return row[fact.kind] == pd.Timestamp(fact.what)
    return row[f"{fact.kind}_local"] == pd.Timestamp(fact.what)


@check("author")
def author(corpus: Corpus, fact: pd.Series) -> bool:
    return list(corpus.articles.loc[fact.article, "authors"]) == listed(fact.what)


@check("tags")
def tags(corpus: Corpus, fact: pd.Series) -> bool:
    return list(corpus.articles.loc[fact.article, "tags"]) == listed(fact.what)


@check("standfirst", "section", "place")
def cell(corpus: Corpus, fact: pd.Series) -> bool:
    column = {"place": "dateline"}.get(fact.kind, fact.kind)
    value = corpus.articles.loc[fact.article, column]
    return isinstance(value, str) and value.startswith(fact.what if fact.kind == "place" else fact["where"])


@check("subhead")
def subhead(corpus: Corpus, fact: pd.Series) -> bool:
    return fact["where"] in list(corpus.articles.loc[fact.article, "subheads"])


@check("caption")
def caption(corpus: Corpus, fact: pd.Series) -> bool:
    row = corpus.articles.loc[fact.article]
    is_in_text = bool(corpus.places(fact, ("text",)))
    return fact["where"] in str(row["caption"]) and fact.what in str(row["credit"]) and not is_in_text


@check("furniture")
def furniture(corpus: Corpus, fact: pd.Series) -> bool:
    return not corpus.places(fact, ("text",))


@check("quote")
def quote(corpus: Corpus, fact: pd.Series) -> bool:
    rows = corpus.touching(corpus.quotes, fact)
    return _is_said_by(rows[rows["kind"] != "indirect"], fact.what)


def _is_said_by(rows: pd.DataFrame, who: str) -> bool:
    """Return whether one is theirs: by the resolved name, else, of those without one, as printed."""
    speakers = rows["speaker"].fillna(rows["speaker_mention"])
    return bool((speakers.map(plain) == plain(who)).any())


@check("indirect")
def indirect(corpus: Corpus, fact: pd.Series) -> bool:
    return _is_said_by(corpus.touching(corpus.quotes, fact), fact.what)


@check("unnamed")
def unnamed(corpus: Corpus, fact: pd.Series) -> bool:
    return bool((corpus.touching(corpus.quotes, fact)["speaker_type"] == "unnamed").any())


@check("named_source")
def named_source(corpus: Corpus, fact: pd.Series) -> bool:
    rows = corpus.quotes[(corpus.quotes["article_id"] == fact.article) & (corpus.quotes["speaker"] == fact.what)]
    return bool((rows["speaker_type"] == "person").any())


@check("scare")
def scare(corpus: Corpus, fact: pd.Series) -> bool:
    return bool((corpus.touching(corpus.quotes, fact)["kind"] == "scare").any())


@check("via")
def via(corpus: Corpus, fact: pd.Series) -> bool:
    rows = corpus.quotes[corpus.quotes["article_id"] == fact.article]
    return bool((rows["via_type"] == fact.what).any())


@check("age")
def age(corpus: Corpus, fact: pd.Series) -> bool:
    name = re.split(r", \d", fact["where"])[0]
    rows = corpus.names[corpus.names["article_id"] == fact.article]
    return bool(((rows["name"] == name) & (rows["age"] == int(fact.what))).any())


@check("time")
def time(corpus: Corpus, fact: pd.Series) -> bool:
    rows = corpus.touching(corpus.timeline, fact)
    return any(str(start.isoformat()).startswith(fact.what) for start in rows["time_from"].dropna())


@check("hedge")
def hedge(corpus: Corpus, fact: pd.Series) -> bool:
    rows = corpus.touching(corpus.certainty, fact)
    kinds = rows["kind"].isin(["hedge", "modal"])
    return bool((kinds & rows["text"].str.casefold().str.contains(fact.what.casefold())).any())


@check("firm_headline")
def firm_headline(corpus: Corpus, fact: pd.Series) -> bool:
    """The headline is told without a hedge, the sentence of the body with one or on one unnamed source."""
    hits = corpus.certainty[corpus.certainty["article_id"] == fact.article]
    in_headline = hits[(hits["field"] == "headline") & hits["kind"].isin(["hedge", "modal"])]
    unnamed_only = corpus.touching(corpus.quotes, fact)["speaker_type"].eq("unnamed").any()
    return in_headline.empty and (hedge(corpus, fact) or bool(unnamed_only))


def _together(corpus: Corpus, fact: pd.Series, table: pd.DataFrame) -> pd.DataFrame:
    """Return what stands in one group with the words of a fact, in the article that it names."""
    other, _, words = fact.what.partition(": ")
    groups = corpus.touching(table, fact)["group"].dropna()
    rows = table[table["group"].isin(groups) & (table["article_id"] == other)]
    return rows[rows["text"].map(lambda text: plain(text) in words.casefold() or words in text).astype(bool)]


@check("same_quote", "part_quote", "altered_quote")
def shared_quote(corpus: Corpus, fact: pd.Series) -> bool:
    rows = _together(corpus, fact, corpus.compared(fact).quotes)
    if fact.kind != "altered_quote":
        return not rows.empty
    here = corpus.touching(corpus.compared(fact).quotes, fact)
    return not rows.empty and "altered" in {*rows["relation"], *here["relation"]}


@check("other_speaker")
def other_speaker(corpus: Corpus, fact: pd.Series) -> bool:
    rows = _together(corpus, fact, corpus.compared(fact).quotes)
    here = corpus.touching(corpus.compared(fact).quotes, fact)["speaker"]
    return not rows.empty and set(rows["speaker"]).isdisjoint(set(here))


@check("number")
def number(corpus: Corpus, fact: pd.Series) -> bool:
    rows = _together(corpus, fact, corpus.compared(fact).numbers)
    return bool(rows["relation"].isin(["differs", "rounded"]).any())


@check("time_differs")
def time_differs(corpus: Corpus, fact: pd.Series) -> bool:
    return bool((_together(corpus, fact, corpus.compared(fact).times)["relation"] == "differs").any())


@check("name_variant")
def name_variant(corpus: Corpus, fact: pd.Series) -> bool:
    """Both forms stand under one name of those compared."""
    other = fact.what.partition(": ")[0]
    people = corpus.compared(fact).people
    own = people[people["article_id"] == fact.article]
    here = own.loc[own["as_named"].map(lambda form: plain(form) in plain(fact["where"])), "name"]
    return bool((people["name"].isin(here) & (people["article_id"] == other)).any())


@check("copy")
def copy(corpus: Corpus, fact: pd.Series) -> bool:
    groups = corpus.duplicates["group"]
    return pd.notna(groups[fact.article]) and groups[fact.article] == groups[fact.what]


@check("copied_sentence")
def copied_sentence(corpus: Corpus, fact: pd.Series) -> bool:
    rows = corpus.repetitions[corpus.repetitions["where"] == "across"]
    texts = pd.concat([rows["text"], rows["first_text"]])
    return bool(texts.str.contains(fact["where"], regex=False).any())


@check("live")
def live(corpus: Corpus, fact: pd.Series) -> bool:
    return any("live" in warning for warning in corpus.articles.loc[fact.article, "warnings"])


@check("correction")
def correction(corpus: Corpus, fact: pd.Series) -> bool:
    return not corpus.touching(corpus.notices, fact).empty
