"""Makes what scrolls reachable by the keyboard, and gives headings of the sidebar a level; the theme does neither."""

from __future__ import annotations

from pathlib import Path
from typing import Any

MENDED = {
    '<p class="caption" role="heading">': '<p class="caption" role="heading" aria-level="2">',
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
    '<div class="output text_html">': '<div class="output text_html" tabindex="0">',
}


def mend(app: Any, exception: Exception | None) -> None:
    """Mend the pages that were written."""
    if exception is not None or app.builder.format != "html":
        return

    for path in Path(app.outdir).rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        mended = page
        for written, better in MENDED.items():
            mended = mended.replace(written, better)
        if mended != page:
            path.write_text(mended, encoding="utf-8")


def setup(app: Any) -> dict[str, bool]:
    """Register it with Sphinx."""
    app.connect("build-finished", mend)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
