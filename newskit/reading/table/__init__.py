"""Tables of articles: CSV, JSON, Excel, Parquet and data frames, with names of their own."""

from __future__ import annotations

from newskit.reading.table.articles_of_frame import articles_of_frame
from newskit.reading.table.csv_layout import looks_like_csv
from newskit.reading.table.csv_tables import read_csv
from newskit.reading.table.json_tables import looks_like_json, read_json, read_jsonl
from newskit.reading.table.parquet_tables import looks_like_parquet, read_parquet
from newskit.reading.table.sqlite_tables import looks_like_sqlite, read_sqlite
from newskit.reading.table.xlsx_tables import looks_like_xlsx, read_xlsx

__all__ = [
    "articles_of_frame",
    "looks_like_csv",
    "looks_like_json",
    "looks_like_parquet",
    "looks_like_sqlite",
    "looks_like_xlsx",
    "read_csv",
    "read_json",
    "read_jsonl",
    "read_parquet",
    "read_sqlite",
    "read_xlsx",
]
