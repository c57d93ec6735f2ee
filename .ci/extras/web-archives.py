"""The extra `web-archives`: a captured page is an article."""

from pathlib import Path

import newskit as nk

TEXT = "The ferry sailed from the harbor at dawn on Friday, and nobody on the quay cheered for it."
PAGE = f"<html lang='en'><body><article><h1>Ferry sails</h1><p>{TEXT}</p></article></body></html>"
answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}"
head = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://bay.example/1\r\n"
    "WARC-Date: 2026-03-09T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
)
record = f"{head}Content-Length: {len(answer)}\r\n\r\n{answer}\r\n\r\n"
Path("page.warc").write_bytes(record.encode())
article = nk.read_articles("page.warc").loc[0]
assert (article["headline"], article["url"]) == ("Ferry sails", "https://bay.example/1")
assert str(article["captured"]).startswith("2026-03-09 12:00")
