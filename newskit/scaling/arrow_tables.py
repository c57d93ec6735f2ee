"""Tables as Parquet and back: every part of a table has the same columns, whatever it holds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pandas as pd

from newskit import registry
from newskit.errors import import_extra
from newskit.tables import CLOCK, FLAG, FLOAT, INSTANT, LIST, STRING, TEXT, WHOLE, Column

_NUMBERS = "list of numbers"
"""The unit of lists that hold numbers; all others hold texts."""


def _arrow() -> Any:
    return import_extra("pyarrow", "parquet", "A dataset")


def to_parquet(name: str, frame: pd.DataFrame) -> Any:
    """Return a table as the bytes of a Parquet file: the same table is the same bytes."""
    return _as_bytes(to_arrow(name, frame))


def reduced_to_parquet(frame: pd.DataFrame) -> Any:
    """Return what is kept of a part for a table of the whole corpus."""
    made = _arrow().Table.from_pandas(frame, preserve_index=False)
    # What pandas notes there holds its version, and nothing that is needed.
    return _as_bytes(made.replace_schema_metadata(None))


def _as_bytes(made: Any) -> Any:
    pq = import_extra("pyarrow.parquet", "parquet", "A dataset")
    sink = _arrow().BufferOutputStream()
    # One group of rows: a part is what is read at once.
    pq.write_table(made, sink, compression="zstd", row_group_size=max(1, len(made)))
    return sink.getvalue()


def to_arrow(name: str, frame: pd.DataFrame) -> Any:
    """Return a table of pandas as one of Arrow."""
    stated = {column.name: column for column in registry.table(name).columns}
    arrays = [_array(frame[column], stated.get(str(column))) for column in frame.columns]
    return _arrow().Table.from_arrays(arrays, names=list(map(str, frame.columns)))


def _array(cells: pd.Series, column: Column | None) -> Any:
    """Return a column as Arrow has it; one that no table states keeps its own type, if it can."""
    pa = _arrow()
    try:
        array = pa.array(cells, type=_type(column), from_pandas=True)
        # Lists of one part and numbers of another could not be one column.
        is_of_one_kind = column is not None or not pa.types.is_nested(array.type)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, UnicodeEncodeError):
        is_of_one_kind = False

    if is_of_one_kind:
        return array

    return pa.array(list(map(_as_text, cells)), type=pa.large_string())


def _as_text(cell: Any) -> str | None:
    """Return what Arrow takes of a cell that is of no one type, or that holds lone surrogates."""
    if pd.api.types.is_scalar(cell) and pd.isna(cell):
        return None

    text = cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False, default=str)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _type(column: Column | None) -> Any:
    pa = _arrow()
    if column is None:
        return None

    # Without a size, texts of a part may have no more than 2 GB.
    texts = pa.large_string()
    numbers_in_lists = column.unit == _NUMBERS
    return {
        STRING: texts,
        WHOLE: pa.int64(),
        FLOAT: pa.float64(),
        FLAG: pa.bool_(),
        INSTANT: pa.timestamp("us", tz="UTC"),
        CLOCK: pa.timestamp("us"),
        LIST: pa.list_(pa.int64() if numbers_in_lists else texts),
    }[column.dtype]


def schema_of(name: str, schemas: Iterable[Any]) -> Any:
    """Return one schema for all parts of a table: columns that no table states may differ."""
    pa = _arrow()
    stated = {column.name: _type(column) for column in registry.table(name).columns}
    types: dict[str, Any] = {}
    for schema in schemas:
        for field in schema:
            types[field.name] = _common(types.get(field.name), field.type)

    fields = [(column, stated.get(column, kind)) for column, kind in types.items()]
    return pa.schema(fields)


def _common(one: Any, other: Any) -> Any:
    pa = _arrow()
    if one is None or one == other:
        return other

    fields = (pa.schema([("", kind)]) for kind in (one, other))
    try:
        return pa.unify_schemas(list(fields), promote_options="permissive").field(0).type
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return pa.large_string()


def to_frame(name: str, made: Any) -> pd.DataFrame:
    """Return what Arrow holds as `analyze` returns it: the same columns and dtypes."""
    stated = {column.name: column.dtype for column in registry.table(name).columns}
    cells = {name: _cells(made.column(name), stated.get(name)) for name in made.column_names}
    return pd.DataFrame(cells, index=pd.RangeIndex(len(made)), copy=False)


def _cells(column: Any, dtype: str | None) -> Any:
    pa = _arrow()
    is_text = pa.types.is_large_string(column.type) or pa.types.is_string(column.type)
    if is_text:
        # A text that stands in many rows is one object in memory.
        return pd.array(column.to_pandas().to_numpy(), dtype=TEXT)

    if dtype == LIST:
        lists = [[] if cell is None else cell.tolist() for cell in column.to_pandas()]
        return pd.Series(lists, dtype="object").array

    nullable = {WHOLE: pd.Int64Dtype(), FLAG: pd.BooleanDtype()}.get(dtype or "")
    return column.to_pandas(types_mapper=lambda _: nullable).array
