"""Who and what an article names: one row per person, organization or place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.names.beside import age_of, nouns_beside
from newskit.analyses.names.by_group import NAMES_BY_GROUP
from newskit.analyses.names.columns import NAMES
from newskit.analyses.names.entity import Entity
from newskit.analyses.names.epithets import YEARS_OLD
from newskit.analyses.names.name_forms import bare_name, name_key
from newskit.analyses.names.reading import ArticleNames, Mention, read_names
from newskit.analyses.names.role_words import is_demonym
from newskit.analyses.names.tag_sequence import TagSequence, tag_sequences
from newskit.grouping import By, by_group
from newskit.text.batch import Batch, over_batches
from newskit.text.familiar_words import inflected_words, listed_words
from newskit.text.forms import fold
from newskit.timestamps.calendar_words import WEEKDAYS

_CLITICS = ("'d", "'m", "'ll", "'ve", "'re")
FIELDS = ("headline", "standfirst", "text", "caption")


def names(
    articles: Any,
    link: bool = False,
    *,
    by: By | None = None,
    interval: bool = False,
) -> pd.DataFrame:
    """List the people, organizations and places that each article names.

    Parameters
    ----------
    articles : str, list of str, pandas.Series or pandas.DataFrame
        Texts, or a frame with a column `text`; `headline`, `standfirst` and `caption` are read
        where present.
    link : bool, default False
        Whether to say which names of several articles are the same: those with the same words, of
        the same type; a name of one word is linked if it is an organization's.
    by : str, callable, list of these or DataFrame, optional
        One row per group: see `newskit.groups`; names of its articles are linked.
    interval : bool
        Intervals of 95 % over the articles of each group; see `newskit.groups`.

    Returns
    -------
    pandas.DataFrame
        One row per name and article, in the order in which they are first named in the text:
        `article_id`; `name_id` (from 0 in each article); `name` (fullest form printed); `type`
        (person, organization, place, or unknown); `variants` (other forms printed); `title` and
        `role` (printed beside it, in lower case); `age` (years, as printed); `pronouns` (that the
        article uses for it: never guessed from a name) and `evidence` (the first of them and its
        paragraph, counted from 1); `field` and `start` (characters) of the first mention;
        `n_mentions` (mentions: names, nouns and pronouns), `n_named` (names alone), `n_headline`,
        `n_own` (in the outlet's words) and `n_quoted` (inside quotation marks); `linked_name` (the
        form that all articles with this name share) and `n_articles` (articles that name it), both
        NA without `link`.

        With `by`, one row per group and name, the most mentioned first: the keys, `rank`, `name`,
        `type`, `n_articles` and `n_words` (of the group), `n_mentions`, `mentions_per_1000` (words
        of the group), `n_named`, `n_headline`, `n_own`, `n_quoted`, `n_articles_with` (articles
        that name it) and `articles_share` (0 to 1, of the articles of the group), and `caveats`.

    Raises
    ------
    InputError
        If there is no column `text`, or a text is not a string.

    Examples
    --------
    >>> from newskit.analyses.names import names
    >>> table = names("Mayor Ann Lee, 52, met Bo Ek. She told Ek that the pier is closed.")
    >>> table[["name", "type", "title", "age", "pronouns"]].values.tolist()
    [['Ann Lee', 'person', 'mayor', 52, 'she'], ['Bo Ek', 'person', <NA>, <NA>, <NA>]]
    """
    table = over_batches(articles, names_of)
    linked = _linked(table) if link or by is not None else table
    return by_group(NAMES_BY_GROUP, linked, articles, by, interval)


def names_of(batch: Batch) -> pd.DataFrame:
    """Return the table of names of a batch; see `names`."""
    rows: list[dict[str, Any]] = []
    for article_id, read in articles_of(batch):
        mentions: dict[Entity, list[Mention]] = defaultdict(list)
        for mention in read.mentions:
            mentions[mention.who].append(mention)
        for name_id, who in enumerate(entities_of(read)):
            told = {"article_id": article_id, "name_id": name_id}
            rows.append(told | _row(read, who, mentions[who]))
    return tables.from_rows(NAMES, rows)


def articles_of(batch: Batch) -> Iterator[tuple[str, ArticleNames]]:
    """Read the names of each article of a batch, in all its fields."""
    fields = [name for name in FIELDS if name == "text" or batch.has(name)]
    folded = {name: tag_sequences(batch.tokens(name)) for name in fields}
    whole = {name: tag_sequences(batch.tokens(name), folds=False) for name in fields}
    for article_id in batch.ids:
        own: dict[str, tuple[TagSequence, TagSequence]] = {
            name: (next(folded[name]), next(whole[name])) for name in fields
        }
        yield article_id, read_names(own)


def entities_of(read: ArticleNames) -> list[Entity]:
    """Return who is named: no words that have a capital for another reason."""
    found = [*read.register.entities, *(mention.who for mention in read.mentions)]
    return [who for who in dict.fromkeys(found) if _is_listed(who)]


def _is_listed(who: Entity) -> bool:
    """Whether it is a name: not I’d, the Polish designer, a FURIOUS gran."""
    if len(who.words) > 1:
        return True
    word = fold(who.words[0])
    is_shouted = who.words[0].isupper() and word in listed_words() | inflected_words()
    is_time = word.removesuffix("s") in WEEKDAYS or any(sign.isdigit() for sign in word)
    is_other = word.endswith(_CLITICS) or is_demonym(word) or who.only_opens
    return not (is_other or is_shouted or is_time)


def _row(
    read: ArticleNames,
    who: Entity,
    mentions: list[Mention],
) -> dict[str, Any]:
    """Return the columns of a name from `name` on."""
    first = min(mentions, key=lambda m: (m.field != "text", m.start))
    named = [m for m in mentions if m.form in ("full", "short", "acronym")]
    in_headline = [m for m in mentions if m.field == "headline"]
    quoted = [m for m in mentions if m.quoted]
    return {
        "name": who.name,
        "type": who.kind,
        **_printed(read, who, named),
        "age": _age(read, who, mentions),
        **_pronouns(read, who, mentions),
        "field": first.field,
        "start": first.start,
        "n_mentions": len(mentions),
        "n_named": len(named),
        "n_headline": len(in_headline),
        "n_own": len(mentions) - len(in_headline) - len(quoted),
        "n_quoted": len(quoted),
    }


def _printed(
    read: ArticleNames,
    who: Entity,
    named: list[Mention],
) -> dict[str, Any]:
    """Return the other forms of a name, and the titles, roles and age printed beside it."""
    tagged = read.register.tagged
    runs = who.runs if who.tagged is tagged else []
    titles = dict.fromkeys(word for run in runs for word in run.name.title)
    beside = [words for run in runs for words in nouns_beside(tagged, run)]
    roles = dict.fromkeys(" ".join(words) for words in beside if not titles.keys() >= set(words))
    in_text = (tagged.text[m.start : m.end] for m in named if m.field == "text")
    printed = (bare_name(" ".join(text.split())) for text in in_text)
    variants = dict.fromkeys((*who.spellings, *printed))
    return {
        "variants": _joined(v for v in variants if v != who.name),
        "title": _joined(titles),
        "role": _joined(roles),
    }


def _age(
    read: ArticleNames,
    who: Entity,
    mentions: list[Mention],
) -> int | None:
    """Return the age printed beside a name, or in an epithet: the 34-year-old."""
    tagged = read.register.tagged
    ages = (age_of(tagged, run) for run in who.runs if who.tagged is tagged)
    beside = next((age for age in ages if age is not None), None)
    if beside is not None:
        return beside
    nouns = (tagged.text[m.start : m.end] for m in mentions if m.form == "noun")
    aged = next(filter(None, map(YEARS_OLD.search, nouns)), None)
    return int(aged.group(1)) if aged else None


def _pronouns(
    read: ArticleNames,
    who: Entity,
    mentions: list[Mention],
) -> dict[str, Any]:
    """Return the pronouns that an article uses, and where the first one stands."""
    text = read.register.tagged.text
    said = [m for m in mentions if m.form == "pronoun"]
    told = dict.fromkeys(text[m.start : m.end].casefold() for m in said)
    evidence = None
    if said:
        first = min(said, key=lambda m: m.start)
        evidence = f"{text[first.start : first.end].casefold()}, paragraph {first.paragraph + 1}"
    return {"pronouns": _joined(told), "evidence": evidence}


def _joined(words: Any) -> str | None:
    return "; ".join(words) or None


# --- the same name in several articles


def _linked(table: pd.DataFrame) -> pd.DataFrame:
    """Say which names are the same in several articles."""
    keys = [_link_key(*row) for row in table[["name", "type"]].itertuples(index=False)]
    forms: dict[Any, Counter[str]] = defaultdict(Counter)
    articles: dict[Any, set[str]] = defaultdict(set)
    for key, name, article_id in zip(keys, table["name"], table["article_id"], strict=True):
        forms[key][name] += 1
        articles[key].add(article_id)

    linked = [forms[key].most_common(1)[0][0] if key else None for key in keys]
    counts = [len(articles[key]) if key else 1 for key in keys]
    return table.assign(
        linked_name=pd.Series(linked, index=table.index, dtype=table["linked_name"].dtype),
        n_articles=pd.Series(counts, index=table.index, dtype=table["n_articles"].dtype),
    )


def _link_key(
    name: str,
    kind: str,
) -> tuple[str, ...] | None:
    """Return what names of several articles are compared by; None if one word says too little."""
    words = [name_key(word) for word in name.split()]
    if len(words) == 1 and kind == "person":
        return None
    middle = () if kind == "person" else words[1:-1]
    return (kind, words[0], *middle, words[-1])
