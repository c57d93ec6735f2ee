"""Notebooks as pages: what is shown, what is left out, the same bytes, and how it fails."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

import newskit as nk
from newskit.cli import main
from newskit.errors import InputError, MissingExtraError, NotebookError, ReadError, UnknownNameError
from newskit.reporting.notebooks import pictures, steady
from newskit.reporting.notebooks.fragments import Room
from newskit.reporting.notebooks.headings import Headings
from newskit.reporting.notebooks.in_kernel import describe
from newskit.reporting.notebooks.parameters import told
from newskit.reporting.notebooks.prose import markdown_html
from tests.audit import Audit, svg_acts
from tests.growth import assert_linear
from tests.hostile.notebooks import STRINGS, notebook, svg

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def code(source: str, *outputs: dict[str, Any], tags: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "outputs": list(outputs), "execution_count": None,
            "metadata": {"tags": list(tags)}}  # fmt: skip


def text(source: str, **more: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "source": source, "metadata": {}, **more}


def shown(**data: Any) -> dict[str, Any]:
    kinds = {name.replace("_", "/", 1): value for name, value in data.items()}
    return {"output_type": "display_data", "data": kinds, "metadata": {}}


def write(path: Path, *cells: dict[str, Any], **metadata: Any) -> Path:
    numbered = [{"id": f"c{n}", **cell} for n, cell in enumerate(cells)]
    told = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": numbered}
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def page_of(folder: Path, *cells: dict[str, Any], **options: Any) -> str:
    """Export without running and return the page, audited."""
    html = nk.export(write(folder / "n.ipynb", *cells), run=False, **options).read_text(encoding="utf-8")
    assert Audit(html).found == []
    return html


# What is safe.


@pytest.mark.parametrize("number", range(len(STRINGS)))
def test_hostile_text_in_every_place_neither_runs_nor_loads(number: int, tmp_path: Path) -> None:
    path = tmp_path / "n.ipynb"
    path.write_text(json.dumps(notebook(STRINGS[number])), encoding="utf-8")
    html = nk.export(path, run=False, title=STRINGS[number]).read_text(encoding="utf-8")
    audit = Audit(html)
    assert audit.found == []
    assert all("alt" in image for image in audit.images)
    assert len(audit.ids) == len(set(audit.ids))
    assert audit.tags.count("h1") == audit.tags.count("main") == audit.tags.count("body") == 1
    # What opens in a cell closes in it: the footer is still the last child of the body.
    assert html.rstrip().endswith("</footer>\n</body>\n</html>")


def test_there_are_enough_hostile_strings() -> None:
    assert len(set(STRINGS)) >= 60


@pytest.mark.parametrize("inner", ["", *STRINGS[20:27], "<text>x</text>"])
def test_svg_keeps_its_drawing_and_loses_what_acts(inner: str) -> None:
    clean = pictures.clean_svg(svg(inner))
    if clean is not None:
        assert svg_acts(clean) == []
        assert b"<rect" in clean
        assert b"passwd" not in clean


def test_svg_refers_to_its_own_parts_by_the_same_names() -> None:
    parts = '<defs><path id="m{0}"/></defs><use href="#m{0}"/><g clip-path="url(#m{0})"/>'
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg">{parts}</svg>'
    one, two = (pictures.clean_svg(drawn.format(name)) for name in ("a81f", "77c2"))
    assert one == two
    assert one.count(b"#i0") == 2


def test_pictures_outside_the_folder_and_on_the_web_are_not_taken(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    folder.mkdir()
    for path in (tmp_path / "secret.png", folder / "own.png"):
        path.write_bytes(PNG)
    (folder / "no.png").write_text("root:x:0:0")
    cell = text("![a](own.png) ![b](../secret.png) ![c](no.png) ![d](https://e.example/x.png) ![e](att.png)")
    html = page_of(folder, cell)
    assert len(Audit(html).images) == 1
    for why in ("b; it lies outside", "c; it is no picture", "d; it lies on the web", "e; there is no such file"):
        assert f"[Picture not shown: {why}" in html


def test_attachments_are_shown(tmp_path: Path) -> None:
    cell = text("![a dot](attachment:a.png)", attachments={"a.png": {"image/png": base64.b64encode(PNG).decode()}})
    (image,) = Audit(page_of(tmp_path, cell)).images
    assert (image["alt"], image["src"][:15]) == ("a dot", "data:image/png;")


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["# a\n", "[", "![a](", "`` ` ", "> ", "**a _b ", "<a ", "<div>\n", "<li>", "$a", "- a\n", "[a]: b\n", "~~a", "|a"],
)
def test_long_hostile_text_takes_linear_time(piece: str, tmp_path: Path) -> None:
    rewrite = steady.steady_in(tmp_path).text

    def work(source: str) -> None:
        Room(tmp_path, Headings()).fit(markdown_html(rewrite(source)), 1)

    assert_linear(work, piece * 20_000)


def test_html_that_is_nested_too_deep_is_not_shown(tmp_path: Path) -> None:
    deep = code("x", shown(text_html="<div></i>" * 200_000))
    html = page_of(tmp_path, text("<b>" * 1_000), deep, text("<ul><li>a</ul>" * 500 + "end"))
    assert html.count("nested too deep") == 2
    assert "end" in html


# What is shown.


def test_headings_tables_formulas_code_and_lists(tmp_path: Path) -> None:
    source = (
        "# Snow *today*\n\nHello, [down](#The-Numbers).\n\n## The Numbers\n\n| a | b |\n|---|---|\n| x | 1 |\n\n"
        "$$\\frac{W}{S}$$ costs $5 and $6\n\n```python\nx = 'a<b'\n```\n\n- [x] done\n\n## Two\n\n## Three"
    )
    html = page_of(tmp_path, text(source))
    assert "<title>Snow today</title>" in html
    assert html.count("Snow today</h1>") == 1
    assert '<a href="#s-the-numbers"' in html
    assert '<h2 id="s-the-numbers">The Numbers</h2>' in html
    assert '<th scope="col">a</th>' in html
    assert "<mfrac>" in html
    assert "$5 and $6" in html
    assert '<span class="s">&#x27;a&lt;b&#x27;</span>' in html or "a&lt;b" in html
    assert "☑ done" in html
    assert '<nav class="contents"' in html


def test_a_second_heading_of_the_first_level_is_below_the_title(tmp_path: Path) -> None:
    html = page_of(tmp_path, text("# One"), text("# Two\n\n## Three"))
    assert '<h2 id="s-two">Two</h2>' in html
    assert '<h3 id="s-three">Three</h3>' in html
    assert Audit(page_of(tmp_path, text("# One"), title="Zero")).tags.count("h1") == 1


def test_the_richest_safe_form_is_shown(tmp_path: Path) -> None:
    html = page_of(
        tmp_path,
        code("a", shown(**{"text_html": "<b>rich</b>", "text_plain": "poor"})),
        code("b", shown(**{"text_html": "<script>x</script>", "text_plain": "<Plot at 0x7f12ab34cd>"})),
        code("c", shown(**{"text_html": "<script>x</script>", "image_png": base64.b64encode(PNG).decode()})),
        code("d", shown(**{"application_javascript": "x", "text_plain": "<Javascript object>"})),
        code("e", shown(**{"text_markdown": "**bold**"})),
        code("f", shown(**{"text_plain": "plain <&>"})),
    )
    assert "<b>rich</b>" in html
    assert "poor" not in html
    assert html.count("Something interactive is not shown here") == 2
    assert len(Audit(html).images) == 1
    assert "<strong>bold</strong>" in html
    assert "plain &lt;&amp;&gt;" in html
    assert "0x7f12ab34cd" not in html


def test_tables_of_pandas_get_scopes_and_numbers_to_the_right(tmp_path: Path) -> None:
    import pandas as pd

    made = pd.DataFrame({"who": ["<b>", "y"], "n": [1, -2.5]}).to_html()
    html = page_of(tmp_path, code("t", shown(text_html=made)))
    assert '<td class="num">-2.5</td>' in html
    assert '<th scope="row" class="num">0</th>' in html
    assert "&lt;b&gt;" in html
    assert 'aria-label="Table (cell 1)"' in html


def test_tables_and_marked_articles_of_newskit_are_intact(tmp_path: Path) -> None:
    article = nk.load_example()
    quotes = nk.quotes(article)
    marked, table = nk.highlight(article, quotes=quotes), nk.show(quotes)
    html = page_of(tmp_path, code("a", shown(text_html=marked.html)), code("b", shown(text_html=table.html)))
    assert 'class="nk-q nk-k0" title="direct: words of Ada Quill" tabindex="0"' in html
    assert html.count("nk-scroll") >= 2
    assert ".nk-k0{" in html


def test_code_can_be_left_out_and_cells_hidden(tmp_path: Path) -> None:
    out = {"output_type": "stream", "name": "stdout", "text": "printed"}
    cells = [code("x = 'seen'", out), code("y = 'gone'", out, tags=("remove-cell",))]
    cells.append(code("z = 1", tags=("remove-input",)))
    assert "seen" in page_of(tmp_path, *cells)
    html = page_of(tmp_path, *cells, show_code=False)
    assert "seen" not in html
    assert html.count("printed</pre>") == 1
    assert "gone" not in html


def test_a_color_is_read_on_light_and_dark(tmp_path: Path) -> None:
    html = page_of(tmp_path, text(
        '<span style="color:black">a</span> <i style="background-color:#ffffcc">b</i>'
        ' <u style="background-color: rgb(0,0,40)">c</u><div class="alert alert-info">d</div>'
    ))  # fmt: skip
    assert "color:black" not in html
    assert 'class="light"' in html
    assert 'class="dark"' in html
    assert '<div class="note">d</div>' in html


@pytest.mark.slow
def test_long_output_is_cut_and_said(tmp_path: Path) -> None:
    stream = {"output_type": "stream", "name": "stdout", "text": ["0123456789\n"] * 10_000_000}
    path = write(tmp_path / "n.ipynb", code("p", stream), code("t", shown(text_html="<b>x</b>" * 400_000)))
    assert path.stat().st_size > 100_000_000
    html = nk.export(path, run=False).read_text(encoding="utf-8")
    assert len(html) < 300_000
    assert "109,900,000 more characters are not shown." in html
    assert "A result of cell 2 is not shown: it has 3,200,000 characters of HTML. Show fewer rows." in html


# The same bytes.


def test_text_is_steady() -> None:
    rewrite = steady.steady_in(Path("/home/ann/course/lessons")).text
    assert rewrite("<Figure object at 0x7f3a2b1c4d50>") == "<Figure object at 0x…>"
    assert rewrite("/home/ann/course/data/a.txt") == "../data/a.txt"
    assert rewrite("'/home/ann/course/lessons/a.txt'") == "'./a.txt'"
    assert rewrite("/home/ann/course2/a.txt") == "/home/ann/course2/a.txt".replace("/home/ann", "../..")
    assert rewrite("/tmp/ipykernel_12345/987654.py:3: UserWarning: no") == "this cell:3: UserWarning: no"
    assert rewrite("\x1b[31mred\x1b[0m") == "red"
    assert rewrite("10%\r20%\rdone\n") == "done\n"
    assert rewrite("quotes:  40%|████      | 4/10 [00:01<00:02,  2.9it/s]\nend") == "end"
    assert rewrite("12it [00:00, 123.45it/s]\nend") == "end"
    assert rewrite("[1, 2] 50% | a table | [x]") == "[1, 2] 50% | a table | [x]"


EVERYTHING = r"""
import os, warnings, datetime
import matplotlib.pyplot as plt
from tqdm import tqdm
print({"a", "b", "c", "d"}, object(), os.getcwd(), os.path.abspath("../x.csv"))
warnings.warn("mind the gap")
for _ in tqdm(range(3), disable=False): pass
print(datetime.datetime.fromtimestamp(0), word, n + 1)
plt.plot([1, 2], label="snow"); plt.title("Depth"); plt.xlabel("day"); plt.legend();
"""


def test_the_same_bytes_in_other_folders_zones_and_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cells = [code("word, n = 'ice', 1", tags=("parameters",)), code(EVERYTHING)]
    one, two = tmp_path / "here" / "lessons", tmp_path / "over there" / "b" / "lessons"
    for folder in (one, two):
        folder.mkdir(parents=True)
        write(folder / "n.ipynb", *cells)
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    first = nk.export(one / "n.ipynb", parameters={"word": 'snow"\n', "n": 2}, progress=False).read_bytes()
    before = (two / "n.ipynb").read_bytes()
    monkeypatch.setenv("TZ", "America/New_York")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    command = [sys.executable, "-m", "newskit", "export", str(two / "n.ipynb"), "-p", "word", 'snow"\n', "-p", "n", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (two / "n.html").read_bytes() == first
    assert (two / "n.ipynb").read_bytes() == before
    html = first.decode()
    assert Audit(html).found == []
    assert "1970-01-01 00:00:00 snow&quot;\n 3" in html
    assert "this cell:5: UserWarning: mind the gap" in html
    assert 'alt="Plot: “Depth”; across: day; key: snow"' in html
    assert "<td dir=\"auto\">&#x27;snow&quot;\\n&#x27;</td>" in html


# How it fails.


def fails(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    exit_code = main(["export", *map(str, arguments)])
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert len(said.splitlines()) <= 1
    return exit_code, said


def test_a_cell_that_fails_is_named_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = "def f():\n    return 1 / 0\n\nprint('so far')\nf()"
    path = write(tmp_path / "n.ipynb", text("# Hi"), code("open('made.txt', 'w').close()"), code(source))
    out = tmp_path / "new" / "out.html"
    exit_code, said = fails(capsys, path, "-o", out)
    assert exit_code == 1
    hint = "(nothing was written; --no-run exports the notebook as it stands)"
    assert said == f"newskit: n.ipynb, cell 3, line 5 (f()): ZeroDivisionError: division by zero {hint}\n"
    assert list(out.parent.iterdir()) == []
    assert (tmp_path / "made.txt").exists()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("\n\nx = 1\nx = = 2", r"cell 1, line 4 \(x = = 2\): SyntaxError"),
        ("while True: pass", r"cell 1 \(while True: pass\) took longer than 2 seconds"),
        ("import os; os._exit(3)", r"cell 1 \(import os; os._exit\(3\)\) ended the kernel"),
        ("input('?')", "StdinNotImplementedError"),
    ],
)
def test_cells_that_do_not_end_well(source: str, message: str, tmp_path: Path) -> None:
    path, out = write(tmp_path / "n.ipynb", code(source)), tmp_path / "out.html"
    out.write_text("the page from before")
    with pytest.raises(NotebookError, match=message):
        nk.export(path, out, timeout=2, progress=False)
    assert out.read_text() == "the page from before"


def test_a_cell_that_prints_without_end_is_cut_while_it_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = "for _ in range(30): print('x' * 1_000_000)\nopen('log.txt', 'w').close()"
    path = write(tmp_path / "n.ipynb", code(source))
    exit_code, said = fails(capsys, path)
    assert (exit_code, said) == (0, "newskit: note: the notebook wrote into its folder: log.txt\n")
    html = (tmp_path / "n.html").read_text()
    assert len(html) < 300_000
    assert "more characters that cell 1 put out were not kept" in html


def test_parameters_that_cannot_be_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = write(tmp_path / "plain.ipynb", code("x = 1"))
    tagged = write(tmp_path / "tagged.ipynb", code("city = 'Oslo'\nn: int = 1", tags=("parameters",)))
    with pytest.raises(InputError, match="none of its code cells has the tag 'parameters'"):
        nk.export(plain, parameters={"x": 2})
    with pytest.raises(UnknownNameError, match=r"no parameter of tagged.ipynb named 'ctiy'. Did you mean 'city'"):
        nk.export(tagged, parameters={"ctiy": "Bergen"})
    with pytest.raises(InputError, match="'city' is a PurePosixPath"):
        nk.export(tagged, parameters={"city": PurePosixPath("x")})
    with pytest.raises(InputError, match=r"'n' is a float \(nan\)"):
        nk.export(tagged, parameters={"n": [float("nan")]})
    with pytest.raises(InputError, match="Parameters need the notebook to be run"):
        nk.export(tagged, run=False, parameters={"city": "x"})
    assert fails(capsys, plain, "-p", "x", "2")[0] == 2
    assert [told(v) for v in ("True", "-1", "1e3", "", "nan")][:4] == [True, -1, 1000.0, ""]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "it is not JSON"),
        ("[]", "no field 'nbformat'"),
        ('{"nbformat": 4, "nbformat_minor": 5, "cells": 3, "metadata": {}}', "no valid notebook"),
        ('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "x"}]}', "no valid notebook"),
        ('{"nbformat": "four"}', "no valid notebook"),
        ("[" * 100_000, "it is not JSON"),
    ],
)
def test_what_is_no_notebook(data: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "n.ipynb"
    path.write_text(data)
    with pytest.raises(ReadError, match=message):
        nk.export(path)


def test_notebooks_of_old_versions_are_read(tmp_path: Path) -> None:
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"metadata": {}, "cells": [
        {"cell_type": "heading", "level": 1, "metadata": {}, "source": "Old"},
        {"cell_type": "code", "collapsed": False, "input": "x", "language": "python", "metadata": {}, "outputs": []},
    ]}]}  # fmt: skip
    path = tmp_path / "n.ipynb"
    path.write_text(json.dumps(old))
    assert "Old</h1>" in nk.export(path, run=False).read_text()


def test_wishes_that_cannot_be(tmp_path: Path) -> None:
    path = write(tmp_path / "n.ipynb", code("1"))
    other = write(tmp_path / "r.ipynb", code("1"), kernelspec={"name": "ir", "display_name": "R", "language": "R"})
    with pytest.raises(InputError, match="is the notebook itself"):
        nk.export(path, path)
    with pytest.raises(InputError, match="timeout=0"):
        nk.export(path, timeout=0)
    with pytest.raises(InputError, match="language='<b>'"):
        nk.export(path, language="<b>")
    with pytest.raises(InputError, match=r"r\.ipynb is in r; newskit runs Python"):
        nk.export(other)
    with pytest.raises(ReadError, match="there is no folder"):
        nk.export(path, tmp_path / "no" / "x.html")
    with pytest.raises(ReadError, match="No such file"):
        nk.export(tmp_path / "no.ipynb")
    with pytest.raises(ReadError, match="is a folder"):
        nk.export(path, tmp_path)


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "n.ipynb", code("1"))
    monkeypatch.setitem(sys.modules, "nh3", None)
    with pytest.raises(MissingExtraError, match=r"pip install nh3 \(newskit's extra 'lab' has it\)"):
        nk.export(path)


def test_a_page_that_cannot_be_finished_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "n.ipynb", text("x"))

    def full(self: Path, data: bytes) -> int:
        self.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ReadError, match="No space left"):
        nk.export(path, run=False)
    assert [p.name for p in tmp_path.iterdir()] == ["n.ipynb"]


def test_figures_say_what_they_show() -> None:
    from matplotlib.figure import Figure

    figure = Figure()
    ax = figure.subplots()
    assert describe(figure) == {"alt": "", "invert": True}
    ax.bar(["snow", "rain"], [1, 2])
    ax.set(title="Days", ylabel="days")
    assert describe(figure)["alt"] == "Plot: “Days”; across: snow, rain; up: days"
    ax.imshow([[1]])
    assert describe(figure)["invert"] is False


def test_newskits_own_plots_say_what_they_show() -> None:
    from matplotlib.figure import Figure

    ax = nk.plots.quotes(nk.quotes(nk.load_example()), ax=Figure().subplots())
    assert "Whose words are they?" in describe(ax.figure)["alt"]
    assert "Ada Quill" in describe(ax.figure)["alt"]
