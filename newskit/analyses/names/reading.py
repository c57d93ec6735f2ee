"""All mentions of an article: names in its text, headline and quotations, nouns and pronouns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from newskit.analyses.names.antecedents import Antecedents
from newskit.analyses.names.bearers import Bearers
from newskit.analyses.names.entity import Entity
from newskit.analyses.names.linker import Named
from newskit.analyses.names.name_forms import bare_name, name_key
from newskit.analyses.names.phrases import Phrase
from newskit.analyses.names.register import Register, register_of
from newskit.analyses.names.runs import Run, all_capitals, name_runs
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.text.forms import fold
from newskit.text.quoted_spans import QuotedSpan

_OPENS = (*"“”‘’\"'.!?…\n", "")  # before a word that has a capital for opening a sentence
_TOLD_BY_FORM = 2  # words: so many with a capital are a name wherever they stand
_PRONOUNS = ("he", "she", "it", "they")
# The mayor, the ferry company: a definite noun phrase.
_NOUN = re.compile(r"[Dz](?:n|e|j){0,3}n(?![nN])")
_LONGEST = 4  # words of a name that are looked for in a headline in capitals
_SHARED = .6  # Lee, one of two
_BY_NOUN = .8
_CLEAR, _LIKELY, _DOUBTFUL = .95, .85, .6  # of pronouns, by the margin to the next candidate
_CLEAR_MARGIN, _LIKELY_MARGIN = .8, .4


class Mention(NamedTuple):
    """Where an article means someone or something, and how it prints it."""

    who: Entity
    field: str
    paragraph: int
    start: int
    end: int
    form: str
    quoted: bool
    confidence: float = 1.0
    also: Entity | None = None


class ArticleNames(NamedTuple):
    """Who an article names, and where."""

    register: Register
    bearers: Bearers
    mentions: list[Mention]


def read_names(fields: dict[str, tuple[TagSequence, TagSequence]]) -> ArticleNames:
    """Read all fields of an article; of each its tags, with and without quotations folded."""
    text, whole = fields["text"]
    register = register_of(text)
    bearers = Bearers(register)
    found = [_of_name(named, "text", text, quoted=False) for named in register.named]
    found += _in_quotes(register, whole)
    found += _by_reference(register, bearers)
    found += _in_capitals(register, text, "text")
    for field, (_, tagged) in fields.items():
        if field != "text":
            found += _in_field(register, tagged, field)
    found.sort(key=lambda mention: (mention.field != "headline", mention.field, mention.start))
    return ArticleNames(register, bearers, found)


def _of_name(
    named: Named,
    field: str,
    tagged: TagSequence,
    quoted: bool,
) -> Mention:
    run = named.run
    start, end = tagged.starts[run.low], tagged.ends[run.high - 1]
    sure = _SHARED if named.also is not None else 1.0
    return Mention(
        named.who, field, tagged.paragraph[run.low], start, end,
        _form(run, named.who), quoted, sure, named.also,
    )  # fmt: skip


def _form(
    run: Run,
    who: Entity,
) -> str:
    if len(run.name.keys) == len(who.keys):
        return "full"
    return "acronym" if run.name.words[0].isupper() and len(run.name.words[0]) > 1 else "short"


def _in_quotes(
    register: Register,
    whole: TagSequence,
) -> Iterator[Mention]:
    """Yield the names inside quotation marks, of whom the text around them may tell."""
    spoken = [span for span in register.tagged.spans if span.kind != "scare"]
    if not spoken:
        return
    for run in name_runs(whole):
        at = whole.starts[run.begin]
        is_known = register.linker.known(run.name.keys) is not None
        opens = whole.text[max(at - 2, 0) : at].strip(" ") in _OPENS
        if opens and not is_known and len(run.name.words) < _TOLD_BY_FORM:
            continue
        if _is_inside(spoken, at) and register.linker.is_name(whole, run):
            yield _of_name(register.linker.named(whole, run), "text", whole, quoted=True)


def _is_inside(
    spans: list[QuotedSpan],
    at: int,
) -> bool:
    k = bisect_right(spans, at, key=lambda span: span.start) - 1
    return k >= 0 and at < spans[k].end


def _in_field(
    register: Register,
    tagged: TagSequence,
    field: str,
) -> Iterator[Mention]:
    """Yield the names of a headline, a standfirst or a caption."""
    if all_capitals(tagged):
        yield from _in_capitals(register, tagged, field)
        return
    for run in name_runs(tagged):
        if register.linker.is_name(tagged, run):
            yield _of_name(register.linker.named(tagged, run), field, tagged, quoted=False)


def _in_capitals(
    register: Register,
    tagged: TagSequence,
    field: str,
) -> Iterator[Mention]:
    """Yield the names that the text knows, where every word has a capital: Mayor Lee Quits Post."""
    shown = all_capitals(tagged)
    for run in name_runs(tagged) if shown else ():
        if tagged.paragraph[run.low] not in shown:
            continue
        at = run.begin
        words = (tagged.printed(k, k + 1) for k in range(run.begin, run.high))
        keys = tuple(name_key(bare_name(word)) for word in words)
        while at < run.high:
            who, n = _known_at(register, keys[at - run.begin :])
            if who is not None:
                start, end = tagged.starts[at], tagged.ends[at + n - 1]
                form = "full" if n == len(who.keys) else "short"
                yield Mention(who, field, tagged.paragraph[at], start, end, form, quoted=False)
            at += n


def _known_at(
    register: Register,
    keys: tuple[str, ...],
) -> tuple[Entity | None, int]:
    """Return who the longest known name at the head of some words is, and how long that is."""
    for n in range(min(_LONGEST, len(keys)), 0, -1):
        who = register.linker.known(keys[:n])
        if who is not None:
            return who, n
    return None, 1


def _by_reference(
    register: Register,
    bearers: Bearers,
) -> Iterator[Mention]:
    """Yield pronouns, and nouns such as the mayor and the company, that mean a name."""
    antecedents, tagged = Antecedents(register, bearers), register.tagged
    references = antecedents.references
    for at, tag in enumerate(tagged.tags):
        if tag == "P" and fold(tagged.printed(at, at + 1)) in _PRONOUNS:
            found = antecedents.of(at)
            if found.who is not None:
                yield _referring(tagged, found.who, (at, at + 1), "pronoun", _sure(found.margin))

    for match in _NOUN.finditer(tagged.tags):
        phrase = Phrase(*match.span())
        if fold(tagged.printed(phrase.low, phrase.low + 1)) in ("the", "this"):
            words = references.words(phrase)
            who = references.bearer(words, phrase.low) or references.epithet(words, phrase.low)
            if who is not None:
                yield _referring(tagged, who, phrase, "noun", _BY_NOUN)


def _referring(
    tagged: TagSequence,
    who: Entity,
    tags: tuple[int, int],
    form: str,
    sure: float,
) -> Mention:
    start, end = tagged.offsets(*tags)
    return Mention(who, "text", tagged.paragraph[tags[0]], start, end, form, False, sure)


def _sure(margin: float) -> float:
    if margin >= _CLEAR_MARGIN:
        return _CLEAR
    return _LIKELY if margin >= _LIKELY_MARGIN else _DOUBTFUL
