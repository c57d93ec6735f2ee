"""No extra at all: a saved page and a document are read, and a report is written."""

from pathlib import Path

import newskit as nk

PAGE = """<html lang="en"><head><title>Ferry sails again</title></head><body><article>
<h1>Ferry sails again</h1><p>By Ann Lee</p>
<p>The ferry sailed from the harbor at dawn on Friday, and nobody on the quay cheered for it.</p>
<p>It had been in the yard for a year after its engine broke in a storm, the council said.</p>
</article></body></html>"""
Path("page.html").write_text(PAGE)
article = nk.read_articles("page.html")
assert article["headline"][0] == "Ferry sails again", article.T
assert article["text"][0].startswith("The ferry sailed"), article.T
assert nk.report("page.html", "page-report.html").stat().st_size > 10_000
