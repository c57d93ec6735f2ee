"""Datasets: the tables of a collection part by part, the same as `analyze` makes, and the same bytes every time."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import newskit as nk
from newskit import registry
from newskit.errors import (
    EngineError,
    InputError,
    MissingExtraError,
    NotMadeError,
    ReadError,
    UnknownNameError,
    WriteError,
)
from newskit.scaling import part_task, whole_files
from tests.scaling_sources import CHUNK, bytes_of, harbor

pytest.importorskip("pyarrow")
ALL = [t.name for t in registry.TABLES.values() if t.is_made_by_analyze]


def made(source: object, out: Path, **options: object) -> nk.Dataset:
    return nk.analyze_dataset(source, out, **({"workers": 1, "chunk": CHUNK, "progress": False} | options))


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> nk.Dataset:
    return made(harbor(), tmp_path_factory.mktemp("reference") / "out")


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> tuple[nk.Dataset, nk.Analysis]:
    dataset = made(harbor(), tmp_path_factory.mktemp("every") / "out", only=ALL)
    return dataset, nk.analyze(nk.read_articles(harbor(), progress=False), only=ALL, progress=False)


def test_every_table_is_what_analyze_makes(every: tuple[nk.Dataset, nk.Analysis]) -> None:
    dataset, analysis = every
    assert set(dataset.tables) == set(analysis.tables())
    for name, table in analysis.tables().items():
        pd.testing.assert_frame_equal(dataset.table(name), table)
        assert dataset.tables[name] == len(table)


def test_two_runs_in_other_folders_are_the_same_bytes(reference: nk.Dataset, tmp_path: Path) -> None:
    made(harbor(), tmp_path / "elsewhere")
    assert bytes_of(tmp_path / "elsewhere") == bytes_of(reference.folder)


def test_a_finished_dataset_is_not_made_again(
    reference: nk.Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bytes_of(reference.folder)
    monkeypatch.setattr(part_task, "analyze", None)
    made(harbor(), reference.folder)
    assert bytes_of(reference.folder) == before


def test_a_missing_or_cut_file_is_made_again(tmp_path: Path) -> None:
    before = bytes_of(made(harbor(), tmp_path).folder)
    gone, cut = sorted((tmp_path / "quotes").iterdir())[:2]
    gone.unlink()
    cut.write_bytes(cut.read_bytes()[:-1])
    made(harbor(), tmp_path)
    assert bytes_of(tmp_path) == before


def test_tables_are_read_lazily(reference: nk.Dataset) -> None:
    import pyarrow.compute as pc

    dataset = nk.open_dataset(reference.folder)
    assert len(dataset) == 24
    assert list(dataset.parts["n_articles"]) == [8, 8, 8]
    assert repr(dataset).startswith("<newskit.Dataset of 24 articles in 3 parts, 0 errors; rows: articles 24")
    direct = dataset.table("quotes", columns=["article_id", "kind"], filter=pc.field("kind") == "direct")
    assert set(direct["kind"]) == {"direct"}
    assert list(direct.columns) == ["article_id", "kind"]
    parts = list(dataset.iter_parts("quotes", columns=["article_id"]))
    assert [len(p) for p in parts] == [len(p) for p in dataset.iter_parts("quotes")]
    assert sum(map(len, parts)) == dataset.tables["quotes"] == dataset.arrow("quotes").count_rows()
    with pytest.raises(UnknownNameError, match="Did you mean 'quotes'"):
        dataset.table("quots")
    with pytest.raises(UnknownNameError, match="Did you mean 'speaker'"):
        dataset.table("quotes", columns=["speakr"])


def newest_first(articles: pd.DataFrame) -> pd.Series:
    return articles["published"].dt.day > 8


@pytest.mark.parametrize("interval", [False, True])
@pytest.mark.parametrize("by", ["publisher", ["language", "day"], newest_first])
def test_by_group_is_that_of_the_analysis(every: tuple[nk.Dataset, nk.Analysis], by: Any, interval: bool) -> None:
    dataset, analysis = every
    # Whether a text occurs twice is not known where no text is read.
    whole = analysis.by(by, interval=interval).tables()
    parts = dataset.by(by, interval=interval).tables()
    assert len(parts) > 20
    for name, table in parts.items():
        expected = whole[name]
        if "caveats" in expected.columns:
            assert not expected["caveats"].str.contains("repeated").any()
        pd.testing.assert_frame_equal(table, expected, obj=name)


def test_keyness_part_by_part(reference: nk.Dataset) -> None:
    articles = nk.read_articles(harbor(), progress=False)
    for options in ({}, {"reference": "Daily Whistle", "n": 5}):
        expected = nk.keyness(articles, "publisher", **options)
        pd.testing.assert_frame_equal(reference.keyness("publisher", **options), expected)


def test_groups_keep_their_order(reference: nk.Dataset) -> None:
    articles = nk.read_articles(harbor(), progress=False)
    expected = nk.analyze(articles, only="readability", progress=False).by(["weekday", "publisher"])
    found = reference.by(["weekday", "publisher"])
    pd.testing.assert_frame_equal(found.articles, expected.articles)
    pd.testing.assert_frame_equal(found.readability, expected.readability)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"chunk": 9}, "chunk is 8 there, and 9 is asked for"),
        ({"timezone": "UTC"}, "timezone is null there, and \"UTC\" is asked for"),
        ({"only": ["counts"]}, "tables is"),
        ({"only": ["duplicates"]}, "corpus_tables is [] there, and [ \"duplicates\" ] is asked for"),
    ],
)
def test_other_settings_are_refused(reference: nk.Dataset, options: dict[str, object], named: str) -> None:
    before = bytes_of(reference.folder)
    with pytest.raises(InputError, match="holds a dataset with other settings") as caught:
        made(harbor(), reference.folder, **options)
    assert named in str(caught.value)
    assert bytes_of(reference.folder) == before


def test_other_versions_are_refused(reference: nk.Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nk, "__version__", "9.9")
    with pytest.raises(InputError, match=r'newskit is "0.2.0" there, and "9.9" is asked for'):
        made(harbor(), reference.folder)


def test_another_corpus_is_refused(reference: nk.Dataset) -> None:
    before = bytes_of(reference.folder)
    for other in (harbor()[::-1], harbor().head(16), harbor().assign(headline="Ferry")):
        with pytest.raises(InputError, match="holds the tables of another corpus"):
            made(other, reference.folder)
    with pytest.raises(InputError, match=r"resume=True \(--resume\) goes on with it"):
        made(harbor(), reference.folder, resume=False)
    assert bytes_of(reference.folder) == before


def test_a_corpus_that_has_grown_goes_on(reference: nk.Dataset, tmp_path: Path) -> None:
    made(harbor().head(16), tmp_path)
    made(harbor(), tmp_path)
    assert bytes_of(tmp_path) == bytes_of(reference.folder)


def test_a_folder_with_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("chapter one")
    with pytest.raises(InputError, match=r"holds 'thesis.docx' and no dataset"):
        made(harbor(), tmp_path)
    with pytest.raises(InputError, match="is a file; a dataset is a folder"):
        made(harbor(), tmp_path / "thesis.docx")
    (tmp_path / "thesis.docx").rename(tmp_path / "manifest.json")
    with pytest.raises(InputError, match="is not the manifest of a dataset"):
        made(harbor(), tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_without_a_finished_dataset_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no dataset"):
        nk.open_dataset(tmp_path)
    whole = made(harbor(), tmp_path / "out").folder / "manifest.json"
    whole.write_text(json.dumps(json.loads(whole.read_text()) | {"finished": False}))
    with pytest.raises(InputError, match="is not finished"):
        nk.open_dataset(tmp_path / "out")


def test_tables_are_not_written_among_the_articles(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text("The ferry sailed.")
    for out in (tmp_path, tmp_path / "out"):
        with pytest.raises(InputError, match="lies in the folder of the articles"):
            made([tmp_path], out)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_source_that_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        made(tmp_path / "no such folder/", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"engine": "spark"}, "expected 'local' or 'dask'"),
        ({"client": object()}, "say engine='dask', too"),
        ({"workers": 0}, "workers is 0"),
        ({"chunk": 2.5}, r"chunk is 2\.5"),
    ],
)
def test_wrong_arguments(tmp_path: Path, options: dict[str, object], says: str) -> None:
    with pytest.raises(InputError, match=says):
        made(harbor(), tmp_path, **options)
    with pytest.raises(UnknownNameError, match="Did you mean 'quotes'"):
        made(harbor(), tmp_path, only=["quots"])
    assert list(tmp_path.iterdir()) == []


def test_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = harbor()  # pandas 3 reads a CSV with pyarrow where it is there
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match="A dataset needs the package 'pyarrow'"):
        made(articles, tmp_path)


def test_files_that_cannot_be_read_are_rows_with_error(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text("The ferry sailed. Nobody cheered.")
    (folder / "page.docx").write_bytes(b"PK\x03\x04 cut off")
    dataset = made(folder, tmp_path / "out")
    assert dataset.manifest["n_errors"] == 1
    errors = dataset.table("errors")
    assert list(errors["source"]) == ["page.docx"]
    assert errors["error"].notna().all()
    assert set(dataset.table("counts")["article_id"]) == {"good", "page"}


def test_three_broken_lines_of_many(tmp_path: Path) -> None:
    lines = [json.dumps({"id": n, "body": f"Ferry {n} sailed."}) for n in range(60)]
    for n in (0, 17, 59):
        lines[n] = '{"id": 17, "body": "Ferry'
    (tmp_path / "wire.jsonl").write_text("\n".join(lines))
    dataset = made(tmp_path / "wire.jsonl", tmp_path / "out")
    assert len(dataset.parts) > 5
    assert (len(dataset), dataset.manifest["n_errors"]) == (60, 3)
    assert dataset.table("errors")["error"].str.contains("ine").all()
    assert dataset.table("counts")["n_words"].sum() == 57 * 3
    assert dataset.table("articles")["article_id"].is_unique


def test_paths_that_come_one_by_one(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"Ferry {n} sailed.")
    dataset = made((path for path in sorted(tmp_path.glob("*.txt"))), tmp_path / "out", chunk=2, progress=True)
    assert list(dataset.parts["n_articles"]) == [2, 1]


def test_a_worker_with_other_versions_is_refused(tmp_path: Path) -> None:
    task = part_task.PartTask(tmp_path, (), (), "", {"newskit": "9.9"}, None)
    with pytest.raises(EngineError, match="A worker has other versions than the process that called it"):
        task(None)


def test_lists_numbers_surrogates_and_mixed_columns(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            # Of a list with half a character pandas 3 makes no frame.
            "text": pd.Series(["One.", "Two \ud800.", None], dtype=object),
            "score": [1, 2, 3],
            "mixed": [1, "x\ud800", [2]],
            "when": pd.to_datetime(["2024-01-01", None, "2024-01-02"]),
            "nothing": [None] * 3,
        }
    )
    one, two = made(frame, tmp_path / "one"), made(frame, tmp_path / "two", chunk=1)
    for dataset in (one, two):
        articles = dataset.table("articles")
        assert articles["score"].tolist() == [1, 2, 3]
        assert list(articles["mixed"].map(str)) == ["1", "x�", "[2]"]
        assert articles["when"].notna().tolist() == [True, False, True]
        assert articles["nothing"].isna().all()
        assert articles["tags"].tolist() == [[], [], []]


def test_an_article_that_breaks_the_analysis_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyze = part_task.analyze

    def fragile(articles: pd.DataFrame, **options: object) -> nk.Analysis:
        if articles["text"].str.contains("dragon", na=False).any():
            raise ZeroDivisionError("by dragons")
        return analyze(articles, **options)

    monkeypatch.setattr(part_task, "analyze", fragile)
    dataset = made(pd.DataFrame({"text": ["A ferry.", "A dragon.", "A quay."]}), tmp_path)
    assert dataset.table("errors")["article_id"].tolist() == ["1"]
    assert "ZeroDivisionError: by dragons" in dataset.table("errors")["error"][0]
    assert dataset.table("articles")["text"].tolist() == ["A ferry.", "A dragon.", "A quay."]
    assert dataset.table("counts")["n_words"].tolist() == [2, 0, 2]


def test_articles_that_share_an_id_are_all_kept(tmp_path: Path) -> None:
    rows = pd.DataFrame({"article_id": ["a", "a", "b"], "text": ["One.", "Two.", "Three."]})
    articles = made(rows, tmp_path).table("articles")
    assert articles["article_id"].tolist() == ["a", "a-2", "b"]
    assert articles["warnings"].tolist() == [[], ["'a' is the article_id of another one, too"], []]


def test_no_articles(tmp_path: Path) -> None:
    dataset = made(harbor().head(0), tmp_path)
    assert len(dataset) == 0
    assert list(dataset.table("quotes").columns) == list(registry.empty("quotes").columns)


def test_a_full_disk_leaves_no_half_file(
    reference: nk.Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, room = whole_files._write, [20]

    def small_disk(path: Path, content: bytes) -> None:
        room[0] -= 1
        if room[0] < 0:
            path.write_bytes(bytes(content)[:10])
            raise OSError(28, "No space left on device")
        write(path, content)

    monkeypatch.setattr(whole_files, "_write", small_disk)
    with pytest.raises(WriteError, match=r"No space left on device\. What is finished is kept: make room"):
        made(harbor(), tmp_path)
    whole = bytes_of(reference.folder)
    for name, content in bytes_of(tmp_path).items():
        assert name == "manifest.json" or content == whole[name]
    monkeypatch.undo()
    made(harbor(), tmp_path)
    assert bytes_of(tmp_path) == whole


def test_report_without_texts(every: tuple[nk.Dataset, nk.Analysis], tmp_path: Path) -> None:
    """Its numbers are those of the report on the analysis; what needs texts is left out."""
    dataset, _ = every
    texts = [nk.report(one, tmp_path / "page.html", full=0, progress=False).read_text() for one in every]
    sections = [re.findall(r'<h[23] id="(c-[\w-]+)"', text) for text in texts]
    assert [name for name in sections[1] if name not in sections[0]] == ["c-corpus_words"]
    for part in ("warnings", "corpus_readability", "corpus_sentiment", "corpus_voices", "corpus_times"):
        of_dataset, of_analysis = (_section(text, part) for text in texts)
        assert of_dataset == of_analysis
    assert "SHA-256 of the dataset" in texts[0]
    assert dataset.manifest["sha256_of_parts"] in texts[0]
    assert "over the records of all parts of the dataset" in texts[0]
    with pytest.raises(InputError, match="made without its texts"):
        nk.report(dataset, tmp_path / "page.html", full=3)


def _section(page: str, name: str) -> str:
    begin = page.index(f'id="c-{name}"')
    return page[begin : page.index("</section>", begin)]


def test_report_needs_the_tables_that_it_shows(tmp_path: Path) -> None:
    dataset = made(harbor(), tmp_path / "out", only=["counts"])
    with pytest.raises(NotMadeError, match="without only= makes all that it shows"):
        nk.report(dataset, tmp_path / "page.html")


def test_an_id_of_two_articles_in_two_parts_is_told(tmp_path: Path) -> None:
    rows = "".join(f'{n % 2_100},Ferry,"It rained {n} days."\n' for n in range(2_200))
    source = tmp_path / "a.csv"
    source.write_text("article_id,headline,text\n" + rows, encoding="utf-8")
    with pytest.warns(UserWarning, match="100 article_ids stand for more than one article each"):
        dataset = nk.analyze_dataset(source, tmp_path / "out", only="counts", workers=1, chunk=500, progress=False)
    assert len(dataset.table("articles")) == 2_200
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["n_repeated_ids"] == 100
