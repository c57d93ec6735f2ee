"""Pages, ZIPs and texts made to hurt a reader: name -> how to make the bytes, and what must become of them.

Everything is generated; nothing is stored. "limit" means a row whose `error` names a limit, "read" a row with or
without text, "warned" a row without text that says so in a warning, "error" a row with any error.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from typing import NamedTuple

PARAGRAPH = "<p>The ferry left the old harbor before dawn, and nobody on the quay had heard why it sailed alone.</p>"
BODY = PARAGRAPH * 12


class Case(NamedTuple):
    """A file that is made, and what must become of it."""

    make: Callable[[], bytes]
    outcome: str
    ending: str = ".html"


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>Ferry</title>{head}</head><body>{body}</body></html>".encode()


def ld(text: str) -> bytes:
    return page(f"<article>{BODY}</article>", f'<script type="application/ld+json">{text}</script>')


def zipped(entries: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


BOMB = '<!DOCTYPE html [<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
) + "]>"  # fmt: skip
FIELDS = '"><script>alert(1)</script><b onmouseover=alert(1)>'
LD_TEXTS = ("headline", "description", "alternativeHeadline", "articleSection", "inLanguage", "datePublished",
            "dateModified", "articleBody", "url", "isAccessibleForFree")  # fmt: skip
METAS = ("og:title", "og:description", "og:site_name", "og:url", "og:locale", "author", "article:section",
         "article:tag", "article:published_time", "article:modified_time")  # fmt: skip


def words(n: int) -> str:
    """Return words that are all different."""
    return " ".join(f"w{i}" for i in range(n))


CASES: dict[str, Case] = {
    "nested-div": Case(lambda: page("<div>" * 100_000 + "deep" + "</div>" * 100_000), "limit"),
    "nested-b": Case(lambda: page("<b>" * 1_000_000), "limit"),
    "nested-at-the-limit": Case(lambda: page("<div>" * 250 + BODY + "</div>" * 250), "read"),
    "unclosed-p": Case(lambda: page("<p>" * 1_000_000), "limit"),
    "unclosed-p-below-the-limit": Case(lambda: page("<p>x" * 45_000), "read"),
    "attributes": Case(lambda: page("<div " + " ".join(f'a{i}="1"' for i in range(200_000)) + ">x</div>"), "limit"),
    "attributes-bare": Case(lambda: page("<div " + " ".join(f"a{i}" for i in range(200_000)) + ">x</div>"), "limit"),
    "attributes-quoted-gt": Case(
        lambda: page("<div " + " ".join(f'a{i}=">"' for i in range(200_000)) + ">x</div>"), "limit"
    ),
    "text-node": Case(lambda: page("<p>" + "a " * 4_900_000 + "</p>"), "limit"),
    "too-large": Case(lambda: page("<p>" + "a" * 50_000_000 + "</p>"), "limit"),
    "ld-nested": Case(lambda: ld("[" * 100_000), "read"),
    "ld-nested-closed": Case(lambda: ld('{"a":' * 100_000 + "1" + "}" * 100_000), "read"),
    "ld-broken": Case(lambda: ld('{"@type": "NewsArticle", "headline": "Ferry'), "read"),
    "ld-wrong-types": Case(
        lambda: ld('{"@type": ["NewsArticle", 3], "headline": {"x": 1}, "author": [[["A"]], 5, null, '
                   '{"name": {"y": 2}}],'
                   '"datePublished": 7, "publisher": [], "keywords": {"a": 1}, "mainEntityOfPage": [1]}'),
        "read",
    ),
    "ld-cycle": Case(lambda: ld('{"@id": "#a", "@type": "NewsArticle", "author": {"@id": "#a"}}'), "read"),
    "entity-bomb": Case(lambda: BOMB.encode() + page(f"<p>&j;</p>{BODY}"), "read"),
    "xxe": Case(
        lambda: b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page(f"<p>&x;</p>{BODY}"), "read"
    ),
    "nul": Case(lambda: page(BODY).replace(b" ", b"\0 "), "read"),
    "surrogates": Case(lambda: page(BODY + "<p>&#xD800;&#xDFFF; \\ud800</p>"), "read"),
    "surrogate-bytes": Case(lambda: page(BODY).replace(b"harbor", b"har\xed\xa0\x80bor"), "read"),
    "ld-surrogates": Case(lambda: ld('{"@type": "NewsArticle", "headline": "Ferry \\ud800 sails"}'), "read"),
    "truncated-tag": Case(lambda: page(BODY)[:-30] + b"<div class='x", "read"),
    "truncated-script": Case(lambda: page(BODY) + b"<script>" + b"a<b" * 100_000, "read"),
    "truncated-comment": Case(lambda: page(BODY) + b"<!-- " + b"<p>x" * 100_000, "read"),
    "truncated-character": Case(lambda: (page(BODY) + "é".encode())[:-1], "read"),
    "lt": Case(lambda: page(BODY + "<" * 1_000_000), "read"),
    "quotes": Case(lambda: page(BODY + "<a b='" * 90_000), "read"),
    "wrong-encoding": Case(
        lambda: b'<meta charset="utf-16">' + page(BODY).replace(b"old", "älte".encode("cp1252")), "read"
    ),
    "unknown-encoding": Case(lambda: b'<meta charset="klingon">' + page(BODY + "<p>caf\u00e9</p>"), "read"),
    "ld-body-huge": Case(lambda: ld('{"@type": "Article", "articleBody": "' + words(1_500_000) + '"}'), "read"),
    "ld-body-deep": Case(
        lambda: page(
            "<div>" * 250 + words(100_000).replace(" w9", " <p>w9") + "</div><p>Buy it</p>" * 250,
            f'<script type="application/ld+json">{{"@type": "Article", "articleBody": "{words(90_000)}"}}</script>',
        ),
        "read",
    ),
    "boxes": Case(
        lambda: page("".join(
            f'<div class="a{i % 3 // 2}"><p>{words(i % 7 + 20).replace("w", f"w{i}")}</p></div>' for i in range(9000))),
        "read",
    ),
    "dates-printed": Case(lambda: page(BODY + "<li>Datum 28.04.2023 04.05" * 20_000), "read"),
    "bylines-printed": Case(lambda: page("<li>By <b>Ann Lee</b>, Tom Reyes</li>" * 9_000 + BODY), "read"),
    "html-in-every-field": Case(
        lambda: ld(json.dumps({"@type": "NewsArticle"} | {name: FIELDS for name in LD_TEXTS} | {
            "author": {"name": FIELDS}, "publisher": {"name": FIELDS}, "keywords": [FIELDS]})),
        "read",
    ),
    "html-in-every-meta": Case(
        lambda: page(BODY, "".join(f"<meta property='{name}' content='{FIELDS}'>" for name in METAS)
                     + f"<title>{FIELDS}</title>"),
        "read",
    ),
    "digits": Case(lambda: page("<p>" + "01/01/" * 50_000 + "</p>"), "read"),
    "blanks": Case(lambda: page("<p>" + " " * 1_000_000 + "</p>"), "read"),
    "dots": Case(lambda: page("<p>" + "." * 1_000_000 + "</p>"), "read"),
    "long-title": Case(lambda: page(BODY, f"<title>{'| ' * 300_000}</title>"), "read"),
    "long-author": Case(lambda: page(BODY, f'<meta name="author" content="{"By and " * 100_000}">'), "read"),
    "long-date": Case(lambda: page(BODY, f'<meta name="date" content="{"2024-" * 100_000}">'), "read"),
    "many-metas": Case(lambda: page(BODY, '<meta name="keywords" content="a,b">' * 45_000), "read"),
    "many-times": Case(lambda: page(BODY + '<time datetime="x">x</time>' * 20_000), "read"),
    "many-headings": Case(lambda: page("<h1>Ferry sails</h1>" * 20_000 + BODY), "read"),
    "many-captions": Case(lambda: page(BODY + "<figure><figcaption>x y z</figcaption></figure>" * 10_000), "read"),
    "text-lines": Case(lambda: b"word\n" * 1_000_000, "limit", ".txt"),
    "text-lines-old-mac": Case(lambda: b"Word.\r" * 1_000_000, "limit", ".txt"),
    "text-lines-below-the-limit": Case(lambda: b"".join(b"W%d is here\n" % i for i in range(49_000)), "read", ".txt"),
    "text-one-line": Case(lambda: b"word " * 1_900_000, "read", ".txt"),
    "text-brackets": Case(lambda: b"([{<" * 2_000_000, "read", ".txt"),
    "text-stamps": Case(lambda: b"Published 07:53 IST, November 30th 2024 | Updated " * 100_000, "read", ".txt"),
    "text-bylines": Case(lambda: b"By Ann Lee and Tom Reyes\n" * 49_000, "read", ".txt"),
    "text-html-in-every-field": Case(
        lambda: (f"{FIELDS}\n\nBy {FIELDS}\n\nPublished {FIELDS}\n\n" + f"The bay is {FIELDS} shut.\n\n" * 9).encode(),
        "read", ".txt",
    ),
    "text-nul": Case(lambda: b"The harbor\0 is shut. " * 1000, "error", ".txt"),
    "text-wrong-bom": Case(lambda: b"\xff\xfeThe harbor is shut.", "error", ".txt"),
    "nothing": Case(lambda: page("<nav>Home</nav>"), "warned"),
    "binary": Case(lambda: bytes(range(256)) * 2000, "read"),
    "mhtml-many-parts": Case(
        lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
        + b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n" * 20_000 + b"--b--\r\n",
        "limit", ".mhtml",
    ),
    "mhtml-nested": Case(
        lambda: b"MIME-Version: 1.0\r\n"
        + b"".join(f"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n".encode() for i in range(3000)),
        "error", ".mhtml",
    ),
    "zip-bomb": Case(lambda: zipped({"a.html": b"<p>" + b"0" * 300_000_000}), "limit", ".zip"),
    "zip-names": Case(
        lambda: zipped({"../../evil.html": page(BODY), "/abs.html": page(BODY), "C:\\x\\..\\y.html": page(BODY)}),
        "read", ".zip",
    ),
    "zip-many": Case(lambda: zipped({f"{i}.txt": b"x" for i in range(20_001)}, zipfile.ZIP_STORED), "limit", ".zip"),
    "zip-truncated": Case(lambda: zipped({"a.html": page(BODY)})[:-40], "error", ".zip"),
    "zip-in-zip": Case(lambda: zipped({"a.zip": zipped({"b.html": page(BODY)})}), "read", ".zip"),
}  # fmt: skip
