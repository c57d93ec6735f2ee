"""The verbs that report speech, counted; and spellings of one name."""

from __future__ import annotations

from typing import Any

import pandas as pd

from newskit import tables
from newskit.analyses.quotes.columns import CUE_VERBS, NAME_VARIANTS
from newskit.analyses.quotes.names import names_of
from newskit.analyses.quotes.tag_sequence import tapes
from newskit.errors import InputError
from newskit.inputs import as_articles, batches
from newskit.text.batch import Batch
from newskit.text.forms import fold
from newskit.text.reporting_verbs import reporting_verbs

_NEEDED = ("article_id", "utterance_id", "kind", "cue", "cue_class", "speaker", "n_words")


def cue_verbs(quotes: pd.DataFrame) -> pd.DataFrame:
    """Count the verbs and phrases that report speech, with the class of each.

    The classes (neutral, claim, argue, concede, accuse, deny, warn, demand, ask, answer, add, announce, predict,
    praise, describe, manner, write) were assigned by hand, verb by verb, for newskit. They follow the idea that a
    reporting verb can carry the writer's stance on what is reported, and are not the scheme of any one study.

    Parameters
    ----------
    quotes : pandas.DataFrame
        A table of quotations, as `newskit.quotes` returns it. Scare quotes are left out; a paraphrase and the marked
        words in it count as one utterance.

    Returns
    -------
    pandas.DataFrame
        One row per verb, most used first: `verb` (base form; "according to" and verbs that are not listed as printed,
        in lower case), `cue_class` (NA when not classed), `n` (utterances that it reports), `share` (0 to 1, of all
        utterances with a cue), `n_speakers` (different resolved names), `n_articles`.

    Raises
    ------
    InputError
        If a column of the table of quotations is missing.

    Notes
    -----
    On reporting verbs and stance: Thompson, G. and Ye, Y. (1991), Evaluation in the reporting verbs used in academic
    papers, Applied Linguistics 12(4).

    Examples
    --------
    >>> from newskit.analyses.quotes import cue_verbs, quotes
    >>> table = cue_verbs(quotes('"We won," said Ann Lee. "It rained," said Bo Ek. Ann Lee claimed it was close.'))
    >>> table[["verb", "cue_class", "n"]].values.tolist()
    [['say', 'neutral', 2], ['claim', 'claim', 1]]
    """
    missing = [c for c in _NEEDED if c not in quotes.columns]
    if missing:
        raise InputError(f"The table of quotations has no column {missing[0]!r}; it needs: {', '.join(_NEEDED)}.")
    kept = quotes[(quotes["kind"] != "scare") & quotes["cue"].notna()]
    kept = kept.drop_duplicates(["article_id", "utterance_id"])
    groups: dict[str, list[dict[Any, Any]]] = {}
    for row in kept.to_dict("records"):
        groups.setdefault(_base(row["cue"]), []).append(row)
    order = sorted(groups, key=lambda verb: (-len(groups[verb]), verb))
    return tables.from_rows(CUE_VERBS, [_row(verb, groups[verb], len(kept)) for verb in order])


def _base(cue: str) -> str:
    folded = fold(cue)
    return reporting_verbs()[folded][0] if folded in reporting_verbs() else folded


def _row(verb: str, own: list[dict[Any, Any]], total: int) -> dict[str, Any]:
    classes = [row["cue_class"] for row in own if not pd.isna(row["cue_class"])]
    return {
        "verb": verb,
        "cue_class": classes[0] if classes else None,
        "n": len(own),
        "share": len(own) / total,
        "n_speakers": len({row["speaker"] for row in own if not pd.isna(row["speaker"])}),
        "n_articles": len({row["article_id"] for row in own}),
    }


def name_variants(articles: Any) -> pd.DataFrame:
    """List the spellings of full names that count as one person, article by article.

    Parameters
    ----------
    articles : str, list of str, pandas.Series or pandas.DataFrame
        Texts, or a frame with a column `text`.

    Returns
    -------
    pandas.DataFrame
        One row per spelling of a person whose full name is printed in more than one way: `article_id`, `name` (the
        spelling printed most, which is what `speaker` says), `variant` (as printed), `n` (times it is printed in full,
        or its last name alone).

    Raises
    ------
    InputError
        If there is no column `text`, or a text is not a string.

    Examples
    --------
    >>> from newskit.analyses.quotes import name_variants
    >>> table = name_variants("Oleh Petrenkyy spoke. Oleh Petrenky smiled. Oleh Petrenky left.")
    >>> table[["name", "variant", "n"]].values.tolist()
    [['Oleh Petrenky', 'Oleh Petrenkyy', 1], ['Oleh Petrenky', 'Oleh Petrenky', 2]]
    """
    rows: list[dict[str, Any]] = []
    for part in batches(as_articles(articles)):
        batch = Batch(part)
        for article_id, written in zip(batch.ids, tapes(batch.tokens()), strict=True):
            for person in names_of(written).people.values():
                if len(person.spellings) > 1:
                    spelled = person.spellings.items()
                    rows.extend(
                        {"article_id": article_id, "name": person.name, "variant": v, "n": n} for v, n in spelled
                    )
    return tables.from_rows(NAME_VARIANTS, rows)
