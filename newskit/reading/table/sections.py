"""Articles in parts: in sections, as fundus writes them; lead and rest, as Dow Jones does."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

import pandas as pd

from newskit.reading.rows import is_missing

_LEAD, _REST = "snippet", "body"
_DOW_JONES = frozenset(("an", "publication_datetime", _LEAD, _REST))


def without_sections(record: Mapping[str, Any]) -> Mapping[str, Any]:
    r"""Return a record with the parts of its body as cells of their own; others as they are.

    `plaintext` has the standfirst and the subheads among the paragraphs.

    Examples
    --------
    >>> sections = [{"headline": ["Shut"], "paragraphs": ["It rained.", "It snowed."]}]
    >>> body = {"summary": ["A storm."], "sections": sections}
    >>> without_sections({"plaintext": "A storm.", "body": body})["body"]
    {'summary': 'A storm.', 'text': 'It rained.\n\nIt snowed.'}
    """
    body = record.get("body")
    body = body if isinstance(body, dict) else {}
    sections = body.get("sections")
    if not isinstance(sections, list) or not all(isinstance(one, dict) for one in sections):
        return record

    paragraphs = [_texts(one.get("paragraphs")) for one in sections]
    subheads = [_texts(one.get("headline")) for one in sections]
    text = "\n\n".join(chain.from_iterable(paragraphs))
    if not text:
        return record

    before = [sum(map(len, paragraphs[:number])) for number in range(len(sections))]
    told = [(head, at) for heads, at in zip(subheads, before, strict=True) for head in heads]
    parts = {"summary": "\n".join(_texts(body.get("summary"))), "text": text}
    found = {"body": parts, "subheads": [head for head, _ in told]}
    others = {name: cell for name, cell in record.items() if name != "plaintext"}
    return others | found | {"subhead_before": [at for _, at in told]}


def _texts(found: Any) -> list[str]:
    listed = found if isinstance(found, list) else []
    return [one for one in listed if isinstance(one, str) and one.strip()]


def with_leads(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table of Dow Jones with the leads before their texts; any other as it is."""
    if not _DOW_JONES.issubset(frame.columns):
        return frame

    parts = zip(frame[_LEAD], frame[_REST], strict=True)
    return frame.assign(**{_REST: [_whole(*pair) for pair in parts]})


def _whole(lead: Any, rest: Any) -> Any:
    is_apart = not is_missing(lead) and not is_missing(rest) and not str(rest).startswith(str(lead))
    return f"{lead}\n\n{rest}".strip() if is_apart else lead if is_missing(rest) else rest
