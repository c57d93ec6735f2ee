"""The list of forms: each has a fixture that is read field by field, and is known for what it is."""

# ruff: noqa: E501

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

import newskit as nk
from newskit.reading.describing.forms import forms
from newskit.reading.exports import EXPORTS
from newskit.reading.formats import FORMATS
from tests.datasets.test_datasets import check
from tests.exports import test_proquest_xml
from tests.form_fixtures import FIXTURES, written

FORMS = {form.form: form for form in forms()}
AT_LEAST = 35
PAGE = Path(__file__).resolve().parent.parent / "docs" / "forms.md"


def test_every_form_in_the_list_has_a_fixture_and_every_format_is_in_the_list() -> None:
    assert set(FIXTURES) == set(FORMS)
    listed = {form.format for form in FORMS.values()}
    read = {form.name for form in FORMATS if form.is_read}
    assert listed == read
    assert {export.name for export in EXPORTS} <= listed


def test_there_are_as_many_as_promised() -> None:
    of_services = [form for form in FORMS.values() if form.service != "any"]
    assert len(of_services) >= AT_LEAST
    assert len({(form.service, form.layout) for form in of_services}) == len(of_services)
    assert f"{len(of_services)} of services and programs, {len(FORMS) - len(of_services)} of any origin" in PAGE.read_text("utf-8")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_read_field_by_field(name: str, tmp_path: Path) -> None:
    fixture = FIXTURES[name]
    articles = nk.read_articles(written(fixture, tmp_path))
    assert set(articles["format"]) == {FORMS[name].format} or FORMS[name].columns
    check(articles, fixture.expected)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_known_for_what_it_is(name: str, tmp_path: Path) -> None:
    found = nk.describe_source(written(FIXTURES[name], tmp_path))
    told = found.files.iloc[0]
    same_format = [form.title for form in FORMS.values() if form.format == FORMS[name].format and not form.columns]
    assert told["form"] in ([FORMS[name].title] if FORMS[name].columns else same_format)
    assert told["mark"]
    assert told["n_all"] == sum(row.get("error") is None for row in FIXTURES[name].expected)
    assert "headline" in set(found.fields["field"]) or name == "cnn-dailymail"
    assert max(map(len, str(found).split("\n"))) <= 80


def test_historical_newspapers_as_zips_in_a_zip(tmp_path: Path) -> None:
    def packed(**members: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name.replace("_", "."), data)
        return out.getvalue()

    def record(title: str) -> bytes:
        return test_proquest_xml.HISTORICAL.format(title=title).encode()

    first = packed(**{"98765_xml": record("FERRY SAILS"), "98766_xml": record("STORM")})
    second = packed(**{"98767_xml": record("FOG"), "98768_xml": record("CUT")[:-150]})
    (tmp_path / "delivery.zip").write_bytes(packed(**{"1901_zip": first, "1902_zip": second}))
    articles = nk.read_articles(tmp_path / "delivery.zip", progress=False)
    assert articles["headline"].dropna().tolist() == ["FERRY SAILS", "STORM", "FOG", "CUT"]
    assert set(articles["publisher"].dropna()) == {"The Harbor Post"}
    assert articles["error"].notna().sum() == 1
    assert "breaks off" in articles["error"].dropna().iloc[0]
