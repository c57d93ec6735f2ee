"""Pictures that a cell names: in the notebook or beside it; from elsewhere nothing is fetched."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import html

from newskit.html import safe_url
from newskit.reporting.notebooks import pictures

_SVG = "data:image/svg+xml"
NOT_DESCRIBED = "Picture without a description"
LONGEST_NAME = 100  # characters of an address that are shown


class _NamedPicture(NamedTuple):
    """The data address of a picture, or None and why there is none."""

    address: str | None
    why: str


def found_picture(
    element: Any,
    folder: Path,
    attachments: Mapping[str, Any],
    made: set[str],
) -> None:
    """Put the picture itself into an `img`, or say in its place why it is not shown.

    What was found is added to `made`: of SVG no other passes the gate.
    """
    told = (element.get("src") or "").strip()
    found = _look(told, folder, attachments)
    if found.address is None:
        _say(element, told, found.why)
        return

    made.add(found.address)
    element.set("src", found.address)
    if element.get("alt") is None:
        is_name = not told.startswith(("data:", "attachment:"))
        element.set("alt", f"{NOT_DESCRIBED}: {told}" if is_name else NOT_DESCRIBED)


def _look(
    told: str,
    folder: Path,
    attachments: Mapping[str, Any],
) -> _NamedPicture:
    scheme, _, rest = told.partition(":")
    if scheme == "attachment":
        attached = _attached(attachments.get(unquote(rest)))
        return _NamedPicture(attached, "the notebook has no such picture")

    if told.startswith(_SVG):
        return _NamedPicture(_inline_svg(rest), "it is no SVG that can be read")

    if scheme == "data":
        return _NamedPicture(pictures.address_of_base64(rest.partition(",")[2]), "it is no picture")

    if safe_url(told) or told.startswith("//"):
        return _NamedPicture(None, "it lies on the web, and this page fetches nothing")

    if not told or ":" in told.partition("/")[0]:
        return _NamedPicture(None, "it has no address")
    return _beside(unquote(told), folder)


def _attached(bundle: Any) -> str | None:
    """Return the first picture of an attachment, which may be stored in several kinds."""
    if not isinstance(bundle, dict):
        return None

    for kind, data in bundle.items():
        text = "".join(data) if isinstance(data, list) else str(data)
        is_markup = kind == "image/svg+xml" and "<" in text
        found = pictures.svg_address(text) if is_markup else pictures.address_of_base64(text)
        if found is not None:
            return found

    return None


def _inline_svg(told: str) -> str | None:
    head, _, data = told.partition(",")
    if not head.endswith(";base64"):
        return pictures.svg_address(unquote(data))

    try:
        return pictures.svg_address(base64.b64decode(data).decode("utf-8", "replace"))
    except (binascii.Error, ValueError):
        return None


def _beside(name: str, folder: Path) -> _NamedPicture:
    try:
        path = (folder / name).resolve()
        # Whoever gets a page must not find in it what lies elsewhere on the disk of its maker.
        if not path.is_relative_to(folder.resolve()):
            return _NamedPicture(None, "it lies outside the notebook's folder")

        if not path.is_file():
            return _NamedPicture(None, "there is no such file")

        if path.stat().st_size > pictures.MOST_BYTES:
            return _NamedPicture(None, f"it has more than {pictures.MOST_BYTES / 1e6:.0f} MB")
        return _NamedPicture(pictures.address(path.read_bytes()), "it is no picture")
    except (OSError, ValueError) as error:  # a name that no disk can hold
        return _NamedPicture(None, f"it cannot be read: {type(error).__name__}")


def _say(element: Any, told: str, why: str) -> None:
    said = html.Element("span")
    said.set("class", "missing")
    name = element.get("alt") or told
    shown = f"{name}; {why}" if len(name) <= LONGEST_NAME else why
    said.text = f"[Picture not shown: {shown}]"
    said.tail = element.tail
    element.getparent().replace(element, said)
