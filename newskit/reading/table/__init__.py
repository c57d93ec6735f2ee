"""Tables of articles: CSV, JSON, Excel, Parquet and data frames, with names of their own."""

from __future__ import annotations

from newskit.reading.table.articles_of_frame import articles_of_frame
from newskit.reading.table.csv_tables import read_csv
from newskit.reading.table.json_tables import read_json, read_jsonl
from newskit.reading.table.parquet_tables import read_parquet
from newskit.reading.table.xlsx_tables import read_xlsx

__all__ = ["articles_of_frame", "read_csv", "read_json", "read_jsonl", "read_parquet", "read_xlsx"]
