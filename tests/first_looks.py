"""Invented articles, labeled by somebody who had not seen the rules: is the speaker of a quotation right?"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

TITLES = frozenset(
    "mr mrs ms miss dr prof sir dame lord lady father rev cllr cr pc di sgt lt capt captain rep sen gov governor "
    "mayor judge justice sheriff chief president minister det insp supt".split()
)
SMALL = frozenset(
    "a an the of for to on in at by and or who was not be is from his her its their one s he she it they".split()
)


def words(name: str | None) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", (name or "").casefold()).replace("’", "'")
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return frozenset(re.findall(r"\w+", re.sub(r"'s\b", "", letters).replace("'", "")))


def person(name: str | None) -> frozenset[str]:
    return words(name) - TITLES or words(name)


def is_right(label: dict[str, Any], row: dict[str, Any], others: set[str]) -> bool:
    """Say whether a row names the person labeled, and no other; or leaves open who has no name."""
    answer = row["speaker"]
    if label["family"] is None:
        return _is_right_without_name(label, row)
    truth, given = person(label["speaker"]), person(answer)
    if given == truth:
        return True
    fits = bool(answer) and (given <= truth or given >= truth) and bool(person(label["family"]) & given)
    return fits and not any(given <= person(other) for other in others)


def _is_right_without_name(label: dict[str, Any], row: dict[str, Any]) -> bool:
    said = words(label["speaker"]) | (words(label["mention"]) if label["form"] in ("role", "unnamed") else frozenset())
    if row["speaker"]:
        return bool((said - SMALL) & words(row["speaker"]))
    # Nobody names a spokesman, or a guest from Leeds.
    first, *others = label["speaker"].split()
    is_described = first.casefold() in SMALL and others[:1] != [] and others[0].islower()
    is_named = label["speaker"].split()[-1][:1].isupper() and "spokes" not in label["speaker"] and not is_described
    if is_named:
        return False
    if ((said | words(label["mention"])) - SMALL) & words(row["speaker_mention"]):
        return True
    is_open = not words(label["mention"]) - SMALL or label["form"] == "unnamed"
    return is_open and row["speaker_type"] in ("organization", "document", "unnamed")
