"""Files, folders, patterns, encodings and everything that can be wrong with them."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pandas as pd
import pytest

from newskit import registry
from newskit.errors import InputError, ReadError, UnknownNameError
from newskit.reading import load_example, provenance, read_articles
from newskit.reading.cleaning import clean
from newskit.reading.limits import MAX_ARTICLE

ARTICLE = """Lighthouse Lamp Stolen

By Ana Reyes
Published 07:53 IST, June 30th 2024

The lamp of the old lighthouse was stolen on Friday night, the harbor office said.

Nobody saw the thieves, who must have carried it down two hundred steps.
"""


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one(frame: pd.DataFrame) -> pd.Series:
    assert list(frame.columns) == [c.name for c in registry.table("articles").columns]
    assert len(frame) == 1
    return frame.iloc[0]


def test_a_text_file_is_one_article(tmp_path: Path) -> None:
    row = one(read_articles(put(tmp_path, "lamp.txt", ARTICLE)))
    assert (row["article_id"], row["source"], row["format"]) == ("lamp", "lamp.txt", "text")
    assert row["headline"] == "Lighthouse Lamp Stolen"
    assert row["authors"] == ["Ana Reyes"]
    assert row["published"] == pd.Timestamp("2024-06-30 02:23", tz="UTC")
    assert row["text"].split("\n\n")[1].startswith("Nobody saw")
    assert pd.isna(row["error"])


def test_str_and_path_are_the_same(tmp_path: Path) -> None:
    path = put(tmp_path, "lamp.txt", ARTICLE)
    pd.testing.assert_frame_equal(read_articles(str(path)), read_articles(path))


def test_dtypes_are_those_of_the_table(tmp_path: Path) -> None:
    frame = read_articles(put(tmp_path, "lamp.txt", ARTICLE))
    assert frame.dtypes.equals(registry.empty("articles").dtypes)


@pytest.mark.parametrize(
    ("hint", "zone", "source", "instant"),
    [
        ({}, "Asia/Kolkata", "abbreviation", "2024-06-30 02:23"),
        ({"timezone": "Europe/Dublin"}, "Europe/Dublin", "given", "2024-06-30 06:53"),
        ({"publisher": "The Irish Times"}, "Europe/Dublin", "outlet", "2024-06-30 06:53"),
        ({"publisher": "The Hindu"}, "Asia/Kolkata", "outlet", "2024-06-30 02:23"),
        ({"publisher": "Nobody's Gazette"}, "Asia/Kolkata", "abbreviation", "2024-06-30 02:23"),
    ],
)
def test_zones(tmp_path: Path, hint: dict[str, str], zone: str, source: str, instant: str) -> None:
    row = one(read_articles(put(tmp_path, "lamp.txt", ARTICLE), **hint))  # type: ignore[arg-type]
    assert (row["timezone"], row["timezone_source"]) == (zone, source)
    assert row["published"] == pd.Timestamp(instant, tz="UTC")
    assert any("several meanings" in w for w in row["warnings"]) == (source == "abbreviation")
    assert (
        row["publisher"] == hint["publisher"] if "publisher" in hint else pd.isna(row["publisher"])
    )


def test_a_clock_without_a_zone_has_no_instant(tmp_path: Path) -> None:
    row = one(read_articles(put(tmp_path, "a.txt", ARTICLE.replace(" IST", ""))))
    assert pd.isna(row["published"])
    assert row["published_local"] == pd.Timestamp("2024-06-30 07:53")
    assert (row["timezone_source"], row["published_precision"]) == ("none", "minute")
    assert any("no zone" in w for w in row["warnings"])


def test_only_a_day(tmp_path: Path) -> None:
    row = one(read_articles(put(tmp_path, "a.txt", ARTICLE.replace("07:53 IST, ", ""))))
    assert pd.isna(row["published"])
    assert (row["published_local"], row["published_precision"]) == (
        pd.Timestamp("2024-06-30"),
        "day",
    )


def test_folder_pattern_and_list(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt", "notes.md", ".hidden.txt"):
        put(tmp_path, name, ARTICLE)
    assert read_articles(tmp_path, progress=False)["source"].to_list() == [
        "a.txt",
        "b.txt",
        "deep/c.txt",
    ]
    assert read_articles(f"{tmp_path}/*.txt", progress=False)["article_id"].to_list() == ["a", "b"]
    listed = read_articles([tmp_path / "b.txt", tmp_path / "a.txt"], progress=False)
    assert listed["article_id"].to_list() == ["b", "a"]


def test_files_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    put(tmp_path, "x/a.txt", ARTICLE)
    put(tmp_path, "y/a.txt", ARTICLE)
    assert read_articles(tmp_path, progress=False)["article_id"].to_list() == ["x/a.txt", "y/a.txt"]
    twice = read_articles([tmp_path / "x/a.txt", tmp_path / "x/a.txt"], progress=False)
    assert twice["article_id"].is_unique


def test_progress_goes_to_stderr_and_can_be_silenced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "a.txt", ARTICLE)
    put(tmp_path, "b.txt", ARTICLE)
    read_articles(tmp_path, progress=False)
    assert capsys.readouterr() == ("", "")
    read_articles(tmp_path)
    out, err = capsys.readouterr()
    assert out == ""
    assert "reading" in err


BAD = {
    "empty.txt": (b"", "The file is empty."),
    "blanks.txt": (b" \n\t \xc2\xa0 \n", "The file is empty."),
    "nul.txt": (b"PK\x03\x04\x00\x00", "The file holds NUL bytes: it is not text."),
    "control.txt": (
        bytes(range(1, 9)) * 50,
        "The file is full of control characters: it is not text.",
    ),
    "broken16.txt": (b"\xff\xfea", "The bytes of the file are not text in utf-16"),
    "huge.txt": (
        b"a" * (MAX_ARTICLE + 1),
        "The file has 10,000,001 bytes; the limit for one article is 10,000,000.",
    ),
    "page.html": (b" \n", "The file is empty."),
    "page.docx": (b"PK", "The file is not a Word document that can be read"),
    "pages.zip": (b"PK", "The file is not a ZIP that can be read"),
    "none.csv": (b"", "The file is not a CSV table"),
    "wide.csv": (b"text,headline\na,b,c\nd,e,f,g\n", "Line 2 of the file could not be read as a row"),
    "columns.csv": (
        b"rating\nHello there.\n",
        "The table 'articles' has no column 'text'. Its columns: rating.",
    ),
    "lines.jsonl": (b'{"text": \n{"text": ', "Line 1 is not JSON"),
    "deep.jsonl": (b"[" * 200_000, "Line 1 is not JSON"),
    "list.jsonl": (b"[1, 2]", "Line 1 holds list; expected one JSON object per line."),
    "no.parquet": (b"PAR1", "The file is not a Parquet table"),
    "date.txt": (b"5 May 2024", "The file holds no text of an article."),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_row(tmp_path: Path, name: str) -> None:
    content, why = BAD[name]
    path = put(tmp_path, name, content)
    row = one(read_articles(path, on_error="row"))
    assert why in row["error"]
    assert pd.isna(row["text"])
    assert row["article_id"] == path.stem
    assert row["source"] == name


@pytest.mark.parametrize("name", BAD)
def test_or_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    content, why = BAD[name]
    path = put(tmp_path, name, content)
    with pytest.raises(ReadError) as caught:
        read_articles(path, on_error="raise")
    assert why in str(caught.value)
    assert name in str(caught.value)


def test_one_bad_file_costs_one_row_of_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", ARTICLE)
    put(tmp_path, "b.txt", b"\0")
    put(tmp_path, "c.html", b"\n")
    put(tmp_path, "d.csv", b"text,headline\nIt rained.,Rain\n")
    put(tmp_path, "e.txt", ARTICLE)
    frame = read_articles(tmp_path, progress=False)
    assert frame["article_id"].to_list() == ["a", "b", "c", "d-0", "e"]
    assert frame["error"].isna().to_list() == [True, False, False, True, True]


@pytest.mark.parametrize(
    ("source", "error", "message"),
    [
        ("no/such/file.txt", ReadError, r"There is no file or folder 'no/such/file\.txt'"),
        ("no/such/*.txt", ReadError, r"No file matches 'no/such/\*\.txt'"),
        ("a\0b.txt", ReadError, "not a path|no file or folder"),
        ([], ReadError, "empty list"),
        (5, InputError, "source holds int 5; expected a path"),
        ([None], InputError, "source holds NoneType None"),
        ([bytearray(b"a")], InputError, "source holds bytearray"),
    ],
)
@pytest.mark.parametrize("on_error", ["row", "raise"])
def test_what_is_not_there_is_an_error(
    source: object, error: type[Exception], message: str, on_error: str
) -> None:
    with pytest.raises(error, match=message):
        read_articles(source, on_error=on_error)  # type: ignore[arg-type]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="holds no file that newskit can read"):
        read_articles(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"format": "pdf"}, UnknownNameError, "There is no format named 'pdf'"),
        ({"on_error": "ignore"}, InputError, "on_error is 'ignore'; expected 'row' or 'raise'"),
        ({"timezone": "Kyiv"}, InputError, "timezone 'Kyiv' is not known"),
    ],
)
def test_bad_arguments(
    tmp_path: Path, arguments: dict[str, str], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        read_articles(put(tmp_path, "a.txt", ARTICLE), **arguments)  # type: ignore[arg-type]


def test_format_overrules_the_ending(tmp_path: Path) -> None:
    assert (
        one(read_articles(put(tmp_path, "a.dump", ARTICLE), format="text"))["headline"]
        == "Lighthouse Lamp Stolen"
    )
    with pytest.raises(ReadError, match=r"'\.dump' are not supported"):
        read_articles(tmp_path / "a.dump")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1", "cp1251"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    words = (
        "Мэр города сказал, что мост будет открыт."
        if encoding == "cp1251"
        else "Le café du théâtre a été fermé à Orléans."
    )
    text = " ".join([words] * 12)
    row = one(read_articles(put(tmp_path, "a.txt", text.encode(encoding))))
    assert row["text"] == text
    assert bool(row["warnings"]) == (encoding in ("cp1252", "latin-1", "cp1251"))
    assert all("which is a guess" in warning for warning in row["warnings"])


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("five\u00a0a.m.\u202fsharp", "five a.m. sharp"),
        ("cafe\u0301", "café"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("pair \ud83d\ude00", "pair 😀"),
        ("â€œI donâ€™t know,â€\u009d she said", "“I don’t know,” she said"),
        ("“curly ‘quotes’ stay”", "“curly ‘quotes’ stay”"),
        ("ﬁne ＡＢ &amp; co", "ﬁne ＡＢ &amp; co"),
        ("zero\u200bwidth\ufeff and soft\u00adhyphen\x07", "zerowidth and softhyphen"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_cleaning(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize("name", ["ferry", "school"])
def test_samples_state_everything(name: str) -> None:
    row = one(load_example(name))
    assert row["article_id"] == name
    for column in ("headline", "standfirst", "byline", "dateline", "text", "timezone"):
        assert not pd.isna(row[column]), column
    assert row["published"] < row["updated"]
    assert len(row["subheads"]) == len(row["subhead_before"]) == 2
    assert len(row["tags"]) == 3
    assert pd.isna(row["error"])


def test_unknown_sample() -> None:
    with pytest.raises(
        UnknownNameError, match=r"There is no example named 'fery'\. Did you mean 'ferry'"
    ):
        load_example("fery")


def test_the_article_newskit_began_with(root: Path) -> None:
    """Expected values: read off the file by eye."""
    path = root / "data" / "zelenskyy-nato-2024-11-30.txt"
    if not path.exists():
        pytest.skip("the article is in the repository only")
    row = one(read_articles(path))
    assert row["headline"] == (
        "Zelenskyy Hints at Peace Deal With Russia to End 'Hot Stage' of War "
        "in Exchange For NATO Cover"
    )
    assert row["standfirst"].startswith("Zelenskyy highlighted that this proposal")
    assert row["authors"] == ["Digital Desk"]
    assert row["caption"].startswith("Zelenskyy Agrees on Ceasefire")
    assert (row["credit"], row["dateline"]) == ("AP", "Kyiv")
    assert row["published"] == pd.Timestamp("2024-11-30 02:23", tz="UTC")
    assert row["updated"] == pd.Timestamp("2024-11-30 13:49", tz="UTC")
    assert (row["timezone"], row["timezone_source"]) == ("Asia/Kolkata", "abbreviation")
    paragraphs = row["text"].split("\n\n")
    assert len(paragraphs) == 7
    assert paragraphs[0].startswith("Kyiv: Ukrainian President")
    assert all(p == p.strip() and "\u00a0" not in p for p in paragraphs)
    assert row["subhead_before"] == [1, 3, 6]
    assert row["subheads"][1] == "Focus on Ending Conflict"
    assert row["tags"] == ["Volodymyr Zelenskyy", "Donald Trump"]


ENGLISH = (
    "The ferry left the harbor before dawn, and nobody who was on the quay had heard "
    "why it sailed alone. " * 3
)
GERMAN = (
    "Die Fähre verließ den Hafen vor dem Morgengrauen, und niemand am Kai hatte gehört, "
    "warum sie fuhr. " * 3
)


def language(tmp_path: Path, text: str) -> tuple[object, object]:
    articles = read_articles(put(tmp_path, "a.txt", text))
    how = provenance(articles)
    return articles["language"].iloc[0], how.loc[how["field"] == "language", "found"].tolist()


def test_english_is_known_by_its_function_words(tmp_path: Path) -> None:
    assert language(tmp_path, ENGLISH) == ("en", ["rule:function-words"])


def test_other_languages_are_not_known_without_a_detector(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)  # as if it were not installed
    found, how = language(tmp_path, GERMAN)
    assert pd.isna(found)
    assert how == []


def test_a_detector_is_believed_where_both_halves_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def classify(text: str) -> tuple[str, float]:
        return ("de" if "Hafen" in text else "fr"), -1.0

    monkeypatch.setitem(sys.modules, "py3langid", types.SimpleNamespace(classify=classify))
    assert language(tmp_path, GERMAN) == ("de", ["py3langid"])
    assert pd.isna(language(tmp_path, GERMAN + "Le bateau a quitté le port avant l'aube. " * 9)[0])
    assert pd.isna(language(tmp_path, "Die Fähre fuhr allein.")[0])


def test_py3langid_itself(tmp_path: Path) -> None:
    pytest.importorskip("py3langid")
    assert language(tmp_path, GERMAN) == ("de", ["py3langid"])
