"""What a page would do: every element, attribute and address of it, as a parser sees them."""

from __future__ import annotations

import base64
import re
from html.parser import HTMLParser

from lxml import etree

ACTS = {"script", "iframe", "object", "embed", "svg", "link", "base", "form", "input", "button", "template", "video",
        "audio", "noscript", "frame", "frameset", "applet", "portal", "textarea", "select", "use", "image"}  # fmt: skip
ADDRESSES = {"src", "href", "srcset", "action", "formaction", "data", "poster", "background", "ping", "xlink:href",
             "cite", "longdesc", "usemap", "manifest", "archive", "code", "codebase", "srcdoc", "dynsrc"}  # fmt: skip
LOADS = re.compile(r"url\(|@import|image\(|image-set|expression\(", re.I)


class Audit(HTMLParser):
    """Finds what runs or loads in a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.found: list[str] = []
        self.images: list[dict[str, str]] = []
        self.ids: list[str] = []
        self.styles: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = {name: value or "" for name, value in attrs}
        if tag in ACTS:
            self.found.append(f"<{tag}>")
        if tag == "meta" and "http-equiv" in values and values["http-equiv"] != "Content-Security-Policy":
            self.found.append(f"<meta {values}>")
        for name, value in values.items():
            self._attribute(tag, name, value)
        if tag == "img":
            self.images.append(values)
        if "id" in values:
            self.ids.append(values["id"])

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on"):
            self.found.append(f"{tag} {name}")
        if name == "style" and LOADS.search(value):
            self.found.append(f"{tag} style={value}")
        if name not in ADDRESSES:
            return
        is_link = tag == "a" and name == "href" and re.match(r"https?://|mailto:|#", value)
        is_picture = tag == "img" and name == "src" and value.startswith("data:image/")
        if not (is_link or is_picture):
            self.found.append(f"{tag} {name}={value[:80]}")
        if is_picture and value.startswith("data:image/svg"):
            self.found += svg_acts(base64.b64decode(value.partition(",")[2]))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "style" and not self.styles:
            self.styles.append(data)


def svg_acts(svg: bytes) -> list[str]:
    """Return what runs or loads in an SVG picture."""
    found = ["<!"] if b"<!" in svg else []
    for node in etree.fromstring(svg).iter():
        tag = etree.QName(node).localname
        if tag in ("script", "foreignObject", "iframe", "a", "set", "animate", "image") and tag != "image":
            found.append(f"svg <{tag}>")
        if LOADS.search(re.sub(r"url\(#", "", node.text or "")) and tag == "style":
            found.append("svg style")
        for name, value in node.attrib.items():
            local = etree.QName(name).localname.lower()
            loads = LOADS.search(re.sub(r"url\(\s*#", "", value))
            is_away = local in ("href", "src") and not value.startswith(("#", "data:image/png", "data:image/jpeg"))
            if local.startswith("on") or loads or is_away:
                found.append(f"svg {local}={value[:60]}")
    return found
