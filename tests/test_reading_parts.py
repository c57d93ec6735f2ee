"""Sources in parts: the same articles as in one piece, whatever is cut."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import newskit as nk
from newskit.errors import InputError, ReadError
from newskit.reading import iter_articles, read_articles, write_articles
from newskit.reading.parts import Part, parts_of
from newskit.reading.read_articles import task_of


def rows_of(n: int, first: int = 0) -> list[dict[str, Any]]:
    return [
        {
            "Title": f"Ferry {i} sails, again",
            "body": f'The ferry {i} sailed.\n\n"Nobody cheered," Ann Lee said, and left; then it rained.',
            "date": f"{i % 28 + 1:02}/03/2026 10:05",
            "outlet": ["The Bay Post", "The Quay Times"][i % 2],
            "rating": i,
        }
        for i in range(first, first + n)
    ]


def csv_of(rows: list[dict[str, Any]], **how: Any) -> str:
    return str(pd.DataFrame(rows).to_csv(index=False, **how))


def jsonl_of(rows: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def whole(source: Any, chunk: int, **given: Any) -> pd.DataFrame:
    """Return the frames of iter_articles, put under each other."""
    frames = list(iter_articles(source, chunk=chunk, progress=False, **given))
    return pd.concat(frames, ignore_index=True)


def check(source: Any, chunk: int = 7, **given: Any) -> pd.DataFrame:
    expected = read_articles(source, progress=False, **given)
    found = whole(source, chunk, **given)
    pd.testing.assert_frame_equal(found, expected)
    return found


@pytest.mark.parametrize("chunk", [1, 7, 50, 1_000])
@pytest.mark.parametrize("sep", [",", ";", "\t"])
def test_csv_is_cut_between_records(tmp_path: Path, chunk: int, sep: str) -> None:
    path = tmp_path / "wire.csv"
    path.write_text(csv_of(rows_of(50), sep=sep), encoding="utf-8")
    found = check(path, chunk)
    assert found["article_id"].to_list() == [f"wire-{i}" for i in range(50)]


@pytest.mark.parametrize("chunk", [1, 7, 1_000])
def test_jsonl_is_cut_between_lines(tmp_path: Path, chunk: int) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(jsonl_of(rows_of(30)).replace("\n", "\n\n", 3), encoding="utf-8")
    check(path, chunk)


def test_what_the_opening_says_holds_for_all(tmp_path: Path) -> None:
    """Which column is the text, and whether the day comes first, is not asked of each piece."""
    rows = rows_of(30)
    for row in rows[20:]:
        row["date"] = "05/03/2026 10:05"  # by itself it may be the third of May
        del row["body"]

    path = tmp_path / "wire.jsonl"
    path.write_text(jsonl_of(rows), encoding="utf-8")
    found = check(path, 15)
    assert found["published_local"].dt.month.eq(3).all()
    assert found.loc[20:, "error"].eq("The row has no text.").all()


@pytest.mark.parametrize("made", [csv_of, jsonl_of])
def test_a_bad_line_is_a_row_in_its_place(tmp_path: Path, made: Any) -> None:
    text = made(rows_of(40))
    lines = text.splitlines(keepends=True)
    lines.insert(len(lines) // 2 // 3 * 3 + 1, '{"x": broken "\n')
    path = tmp_path / ("wire.jsonl" if made is jsonl_of else "wire.csv")
    path.write_text("".join(lines), encoding="utf-8")
    expected, found = read_articles(path), whole(path, 9)
    assert found["error"].dropna().to_list() == expected["error"].dropna().to_list()
    assert found["headline"].to_list() == expected["headline"].to_list()
    assert found["article_id"].is_unique


def test_a_mark_that_nobody_closed_costs_its_record(tmp_path: Path) -> None:
    rows = rows_of(2_000)
    text = csv_of(rows, quoting=1)
    path = tmp_path / "wire.csv"
    path.write_text(text.replace('"Ferry 3 sails', '"Ferry" 3 "sails', 1), encoding="utf-8")
    found = whole(path, 100)
    assert found["article_id"].is_unique
    assert found["text"].notna().sum() >= 1_998
    assert found["text"].dropna().str.len().max() < 200


def test_a_folder_keeps_its_order(tmp_path: Path) -> None:
    for i in range(23):
        (tmp_path / f"a{i:02}.txt").write_text(f"Ferry {i} sails\n\nThe ferry {i} sailed at dawn.", encoding="utf-8")

    (tmp_path / "b.csv").write_text(csv_of(rows_of(20)), encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"\0\1\2")
    check(tmp_path)


def test_ids_of_tables_get_the_name_of_the_file(tmp_path: Path) -> None:
    for name in "ab":
        rows = [{"id": i} | row for i, row in enumerate(rows_of(10))]
        (tmp_path / f"{name}.jsonl").write_text(jsonl_of(rows), encoding="utf-8")

    check(tmp_path, 4)


@pytest.mark.parametrize("chunk", [1, 4, 100])
def test_frames_and_lists(chunk: int) -> None:
    frame = pd.DataFrame(rows_of(10), index=list("abcdefghij"))
    check(frame, chunk)
    check(frame.iloc[:0].assign(text="x"), chunk)
    check(["Ferry sails\n\nThe ferry sailed at dawn.", b"<html><body><p>It rained.</p></body></html>"], chunk)


def test_what_newskit_wrote_comes_back_in_parts(tmp_path: Path) -> None:
    articles = nk.load_example("harbor")
    for ending in ("csv", "jsonl"):
        path = write_articles(articles, tmp_path / f"harbor.{ending}")
        pd.testing.assert_frame_equal(whole(path, 5), articles)


def parts(source: Any, chunk: int = 7) -> list[Part]:
    return list(parts_of(source, chunk=chunk, task=task_of(source)))


def test_a_part_travels_and_knows_its_content(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(jsonl_of(rows_of(30)), encoding="utf-8")
    (tmp_path / "a.txt").write_text("Ferry sails\n\nThe ferry sailed.", encoding="utf-8")
    first = parts(tmp_path)
    prints = [part.fingerprint() for part in first]
    assert [part.number for part in first] == list(range(len(first)))
    assert len(set(prints)) == len(prints) == 6
    assert first[1].name.startswith("wire.jsonl, bytes 0 to ")

    task = task_of(tmp_path)
    for part in first:
        sent = pickle.loads(pickle.dumps(part))
        assert sent.fingerprint() == part.fingerprint()
        pd.testing.assert_frame_equal(sent.read(task), part.read(task))

    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Ferry 29", "Ferry 30"), encoding="utf-8")
    changed = [part.fingerprint() for part in parts(tmp_path)]
    assert [a == b for a, b in zip(prints, changed, strict=True)] == [True] * 5 + [False]


def test_parts_of_a_frame_travel() -> None:
    for part in parts(pd.DataFrame(rows_of(10)), 4):
        sent = pickle.loads(pickle.dumps(part))
        assert sent.fingerprint() == part.fingerprint()


def test_what_is_not_there_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="There is no file"):
        iter_articles(tmp_path / "nothing.csv")

    for chunk in (0, "many"):
        with pytest.raises(InputError, match="chunk is"):
            iter_articles("a.csv", chunk=chunk)  # type: ignore[arg-type]


def test_an_id_that_comes_again_later_is_told_apart(tmp_path: Path) -> None:
    """Nobody knows that before the whole file is read; an `article_id` is a promise."""
    rows = [{"id": f"x{i % 2_500}"} | row for i, row in enumerate(rows_of(2_600))]
    path = tmp_path / "wire.jsonl"
    path.write_text(jsonl_of(rows), encoding="utf-8")
    found = whole(path, 900)
    assert found["article_id"].is_unique
    assert found["article_id"].iloc[[0, 2_499, 2_500, 2_599]].to_list() == ["x0", "x2499", "x0-2500", "x99-2599"]

    path.write_text(jsonl_of(rows).replace('"id"', '"article_id"'), encoding="utf-8")
    with pytest.raises(InputError, match="article_id 'x0' stands for more than one"):
        whole(path, 900)
