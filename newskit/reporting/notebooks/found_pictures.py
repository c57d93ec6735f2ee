"""Pictures that a cell names: in the notebook or beside it; from elsewhere nothing is fetched."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import html

from newskit.html import safe_url
from newskit.reporting.notebooks import pictures

_SVG = "data:image/svg+xml"
NOT_DESCRIBED = "Picture without a description"


def found_picture(
    element: Any, folder: Path, attachments: Mapping[str, Any], made: set[str]
) -> None:
    """Put the picture itself into an `img`, or say in its place why it is not shown.

    What SVG was cleaned is added to `made`: no other passes the gate.
    """
    told = (element.get("src") or "").strip()
    address, why = _look(told, folder, attachments)
    if address is None:
        _say(element, told, why)
        return
    made.add(address)
    element.set("src", address)
    if element.get("alt") is None:
        named = "" if told.startswith(("data:", "attachment:")) else f": {told}"
        element.set("alt", f"{NOT_DESCRIBED}{named}")


def _look(told: str, folder: Path, attachments: Mapping[str, Any]) -> tuple[str | None, str]:
    """Return the data address of a picture, or None and why there is none."""
    if told.startswith("attachment:"):
        name = unquote(told.partition(":")[2])
        return _attached(attachments.get(name)), "not in the notebook, or no picture"
    if told.startswith(_SVG):
        return _inline_svg(told), "it is no SVG that can be read"
    if told.startswith("data:"):
        return pictures.address_of_base64(told.partition(",")[2]), "it is no picture"
    if safe_url(told) or told.startswith("//"):
        return None, "it lies on the web, and this page fetches nothing"
    if not told or ":" in told.partition("/")[0]:
        return None, "it has no address"
    return _beside(unquote(told), folder)


def _attached(bundle: Any) -> str | None:
    if not isinstance(bundle, dict):
        return None
    for kind, data in bundle.items():
        text = "".join(data) if isinstance(data, list) else str(data)
        found = pictures.address_of_base64(text)
        if found is None and kind == "image/svg+xml":
            found = pictures.svg_address(text)
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


def _beside(name: str, folder: Path) -> tuple[str | None, str]:
    # Whoever gets a page must not find in it what lies elsewhere on the disk of its maker.
    try:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            return None, "it lies outside the notebook's folder"
        if not path.is_file():
            return None, "there is no such file"
        if path.stat().st_size > pictures.MOST_BYTES:
            return None, f"it has more than {pictures.MOST_BYTES / 1e6:.0f} MB"
        return pictures.address(path.read_bytes()), "it is no picture"
    except (OSError, ValueError) as error:  # a name that no disk can hold
        return None, f"it cannot be read: {type(error).__name__}"


def _say(element: Any, told: str, why: str) -> None:
    said = html.Element("span")
    said.set("class", "missing")
    shown = element.get("alt") or (told if len(told) < 100 else "")
    said.text = f"[Picture not shown: {shown}; {why}]" if shown else f"[Picture not shown: {why}]"
    said.tail = element.tail
    element.getparent().replace(element, said)
