"""Strings that try to run or to fetch something, and a notebook that has each in every place that holds text."""

from __future__ import annotations

import base64
from typing import Any

RUNS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script/x>alert(1)</script/y>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script>alert(1)",
    "<<script>alert(1);//<</script>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "</pre></code></div></main><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    '<img src="x` `<script>alert(1)</script>"` `>',
    "<img/src=x/onerror=alert(1)>",
    "<img src=javascript:alert(1)>",
    "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text y=20>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><set attributeName=href to=javascript:alert(1) />",
    "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext></p><script>alert(1)</script></mtext></math>",
    "<math href=javascript:alert(1)>x</math>",
    "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
    "<listing>&lt;img onerror=alert(1) src=x&gt;</listing>",
    "<select><template shadowrootmode=open><script>alert(1)</script></template></select>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href=\"java\nscript:alert(1)\">x</a>",
    "<a href=\"&#x6A;avascript:alert(1)\">x</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<a href=vbscript:msgbox(1)>x</a>",
    "[x](javascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "![x](javascript:alert(1))",
    "![x\" onerror=\"alert(1)](y.png)",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "`<script>alert(1)</script>`",
    "```<script>\n</code></pre><script>alert(1)</script>\n```",
    "$</code><script>alert(1)</script>$",
    r"$\text{<script>alert(1)</script>}$",
    r"$\href{javascript:alert(1)}{x} \unicode{<img src=x onerror=alert(1)>}$",
    r"$$\style{background:url(//evil.example)}{x}$$",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<isindex action=javascript:alert(1) type=image>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<div style=\"width:expression(alert(1))\">x</div>",
    "<p onclick=alert(1) onmouseover=alert(1) ONFOCUS=alert(1) autofocus tabindex=1>x</p>",
    "<x onclick=alert(1)>x</x>",
    "{{ 7*7 }}{% for x in y %}",
    "\ud800<script>alert(1)</script>\x00<b onmouseover=alert(1)>",
    "\x1b]8;;javascript:alert(1)\x07x\x1b]8;;\x07",
)
FETCHES = (
    "<img src=https://evil.example/a.png>",
    "<img src=//evil.example/a.png>",
    "<img srcset='https://evil.example/a.png 2x'>",
    "<picture><source srcset=https://evil.example/a.png><img src=https://evil.example/b.png></picture>",
    "![x](https://evil.example/a.png)",
    "![x](//evil.example/a.png)",
    "![x](../../../../../../etc/passwd)",
    "![x](file:///etc/passwd)",
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "<link rel=prefetch href=//evil.example><meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=https://evil.example/>",
    "<style>@import url(https://evil.example/a.css);</style>",
    "<style>*{background:url(//evil.example)}</style>",
    "<div style=\"background:url(https://evil.example/a.png)\">x</div>",
    "<div style=\"background-color:red;background-image:u\\72l(https://evil.example)\">x</div>",
    "<div style='color:red;content:\"</style>\";list-style:image(//evil.example)'>x</div>",
    "<table background=https://evil.example/a.png><tr><td background=//evil.example>x</td></tr></table>",
    "<body background=//evil.example>",
    "<video src=https://evil.example/a.mp4 poster=//evil.example autoplay></video>",
    "<audio src=//evil.example autoplay></audio>",
    "<iframe src=https://evil.example></iframe>",
    "<object data=//evil.example></object>",
    "<form action=//evil.example><input type=image src=//evil.example/a.png></form>",
    "<a href=/x ping=https://evil.example>x</a>",
    "<svg><image href=https://evil.example/a.png /></svg>",
    "<svg><use href=https://evil.example/a.svg#x /></svg>",
    "<blockquote cite=https://evil.example>x</blockquote>",
)
STRINGS = RUNS + FETCHES


def svg(text: str) -> str:
    """Return an SVG picture that has the string in it, and more of its kind around."""
    return (
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="alert(1)">'
        '<script>alert(1)</script><image xlink:href="https://evil.example/a.png"/>'
        '<style>@import "//evil.example";</style>'
        '<use href="//evil.example/a.svg#x"/><rect id="r" onclick="alert(1)" fill="url(https://evil.example/#x)"/>'
        f'<a xlink:href="javascript:alert(1)"><text>x</text></a><foreignObject>{text}</foreignObject></svg>'
    )


def bundles(text: str) -> list[dict[str, Any]]:
    """Return outputs that have the string in each kind of data."""
    kinds = [
        {"text/html": text, "text/plain": text},
        {"text/html": f"<table class='dataframe'><tr><th>{text}</th></tr></table>"},
        {"text/markdown": text},
        {"text/latex": text},
        {"text/latex": f"$${text}$$"},
        {"text/plain": text},
        {"image/svg+xml": svg(text), "text/plain": "x"},
        {"image/svg+xml": text, "text/plain": "x"},
        {"image/png": text, "text/plain": "x"},
        {"image/png": base64.b64encode(text.encode("utf-8", "replace")).decode(), "text/plain": "x"},
        {"application/javascript": text, "text/plain": "<IPython.core.display.Javascript object>"},
        {"application/json": {text: text}, "text/plain": text},
        {"application/vnd.jupyter.widget-view+json": {"model_id": text, "version_major": 2}, "text/plain": text},
        {"application/vnd.plotly.v1+json": {"data": text}, "text/html": f"<div><script>{text}</script></div>"},
        {text or "x": text},
    ]
    metadata = {"newskit": {"alt": text, "invert": text}, "image/png": {"width": text}, text: text}
    return [
        {"output_type": "display_data", "data": data, "metadata": metadata} for data in kinds
    ]


def notebook(text: str) -> dict[str, Any]:
    """Return a notebook that has the string everywhere."""
    markdown = [
        f"# {text}",
        text,
        f"## {text}\n\n- {text}\n- [ ] {text}\n\n> {text}\n\n| a |\n|---|\n| {text} |",
        f"<div>\n\n{text}\n\n</div>\n\n[{text}]({text} \"{text}\")\n\n![{text}](attachment:a.svg)",
        f"```{text}\n{text}\n```\n\n$${text}$$ and ${text}$",
    ]
    data = "data:image/svg+xml;base64," + base64.b64encode(svg(text).encode("utf-8", "replace")).decode()
    markdown.append(f"![x]({data})\n\n<img src=\"{data}\">")
    error = {"output_type": "error", "ename": text, "evalue": text, "traceback": [text, "\x1b[31m" + text]}
    streams = [{"output_type": "stream", "name": name, "text": text} for name in ("stdout", "stderr")]
    code = {
        "cell_type": "code",
        "id": "code",
        "source": text,
        "execution_count": 1,
        "outputs": [*streams, error, *bundles(text)],
        "metadata": {"tags": [text.replace(",", " ")], "title": text},
    }
    as_html = {"format": "text/html", "raw_mimetype": "text/html"}
    raw = {"cell_type": "raw", "id": "raw", "source": text, "metadata": as_html}
    cells: list[dict[str, Any]] = [
        {"cell_type": "markdown", "id": f"m{n}", "source": source, "metadata": {"a": text},
         "attachments": {"a.svg": {"image/svg+xml": svg(text)}}}
        for n, source in enumerate(markdown)
    ]  # fmt: skip
    about = {"title": text, "authors": [{"name": text}], "language_info": {"name": "python", "mimetype": text}}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": about, "cells": [*cells, code, raw]}
