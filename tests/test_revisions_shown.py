"""Versions as people see them: plots, two versions side by side, the report, the command."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle

import newskit as nk
from newskit.cli import main
from newskit.errors import InputError
from newskit.plots.changes import height
from newskit.plots.sentence_columns import LOOKS

OLD = 'Two people died at the port. The crane fell at noon. "We ran," a vendor said. It rained. The port is closed.'
NEW = 'The port is closed. Nine people died at the port. The crane fell at noon. "We all ran," said Omar Haddad.' \
      " Correction: An earlier version of this article gave a wrong toll."
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> </del></style> {{ 7*7 }} $x$ \x00\u202e"
STORY = nk.revisions.versions(pd.DataFrame({
    "article_id": ["crane", "crane"],
    "captured": ["2024-06-04T15:20Z", "2024-06-04T19:05Z"],
    "headline": ["Crane kills two", "Crane kills nine"],
    "updated": ["2024-06-04T15:02Z", "2024-06-04T15:02Z"],
    "text": [OLD, NEW],
}))
CHANGES = nk.revisions.changes(STORY)
HARBOR = nk.revisions.versions(nk.load_example("harbor-versions"))


class Page(HTMLParser):
    """Gathers the elements and attributes of a page, and what is left out and put in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.attributes, self.words = [], [], {"del": [], "ins": []}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data):
        if self.tags and self.tags[-1] in self.words and data.strip():
            self.words[self.tags[-1]].append(data)


def new_axes():
    return Figure(figsize=(7, 5), layout="constrained").subplots()


def is_safe(page: Page) -> bool:
    names = [name for _, name, _ in page.attributes]
    places = [value for _, name, value in page.attributes if name in ("src", "srcset", "href")]
    return (
        "script" not in page.tags
        and not any(name.startswith("on") for name in names)
        and all(place.startswith(("data:image/svg+xml;base64,", "#")) for place in places)
    )


# Plots


def test_a_bar_for_each_sentence_of_both_versions_and_a_ribbon_for_each_link():
    ax = nk.plots.changes(CHANGES, versions=STORY, ax=new_axes())
    bars = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    ribbons = [patch for patch in ax.patches if isinstance(patch, PathPatch)]
    assert len(bars) == CHANGES["old_sentence"].notna().sum() + CHANGES["new_sentence"].notna().sum()
    assert len(ribbons) == (CHANGES["old_sentence"].notna() & CHANGES["new_sentence"].notna()).sum()
    said = [text.get_text() for text in ax.get_legend().get_texts()]
    counts = CHANGES["operation"].value_counts()
    assert {f"{n} {name}" for name, n in counts.items()} <= set(said)
    assert "correction" in [text.get_text() for text in ax.texts]
    assert "15:20 UTC" in ax.get_xticklabels()[0].get_text()


def test_no_two_operations_look_alike_in_print():
    looks = [(look.hatch, look.fill in ("#ffffff", "#ececec")) for look in LOOKS.values()]
    assert len(set(looks)) == len(looks)


def test_versions_between_share_a_column():
    ax = nk.plots.changes(nk.revisions.changes(HARBOR), ax=new_axes())
    assert len(ax.get_xticks()) == 5
    first_last = nk.plots.changes(nk.revisions.changes(HARBOR, pairs="first_last"), ax=new_axes())
    assert [label.get_text().split("\n")[0] for label in first_last.get_xticklabels()] == ["version 1", "version 5"]


def test_the_height_follows_the_longest_version_and_has_a_limit():
    long = nk.revisions.changes(["Rain fell here today. " * 900, "Rain fell there today. " * 900])
    assert height(CHANGES) <= height(nk.revisions.changes(HARBOR)) < height(long) < 9


@pytest.mark.parametrize(("plot", "table"), [("changes", "changes"), ("deltas", "deltas"), ("versions", "versions")])
def test_plots_refuse_what_is_no_table_of_theirs_and_several_articles(plot, table):
    draw = getattr(nk.plots, plot)
    with pytest.raises(InputError, match=r"nk\.revisions"):
        draw(pd.DataFrame({"other": [1]}), ax=new_axes())
    made = {"changes": CHANGES, "deltas": nk.revisions.deltas(STORY), "versions": STORY}[table]
    both = pd.concat([made, made.assign(article_id="b")])
    with pytest.raises(InputError, match="article_id='crane'"):
        draw(both, ax=new_axes())
    assert draw(both, article_id="b", ax=new_axes()).get_title("left") != ""


def test_deltas_are_drawn_from_the_first_version_to_the_last():
    table = nk.revisions.deltas(HARBOR)
    ax = nk.plots.deltas(table, ax=new_axes())
    n_words = table[(table["field"] == "text") & (table["measure"] == "n_words")]
    first, last = n_words["before"].iloc[0], n_words["after"].iloc[-1]
    assert f"{first:g} → {last:g}" in [text.get_text() for text in ax.texts]


def test_a_version_without_a_time_has_a_row():
    ax = nk.plots.versions(STORY.assign(captured=pd.NaT, last_seen=pd.NaT), ax=new_axes())
    assert len(ax.get_yticklabels()) == 2
    ax = nk.plots.versions(STORY.iloc[:0], ax=new_axes())
    assert ax.texts[0].get_text() == "no version has a time"


def test_plots_of_hostile_text_are_written():
    versions = nk.revisions.versions([HOSTILE + " One. Two.", HOSTILE + " Two. Three."])
    nk.plots.changes(nk.revisions.changes(versions), versions=versions)
    plt.gcf().canvas.draw()
    plt.close("all")


# Two versions side by side


def test_words_that_were_left_out_and_put_in_are_marked():
    page = Page(nk.revisions.highlight(STORY).body)
    assert {"Two", "two"} <= set(page.words["del"])
    assert {"Nine", "nine", "all"} <= set(page.words["ins"])
    assert "It rained." in page.words["del"]


def test_all_of_both_texts_is_there():
    body = nk.revisions.highlight(HARBOR, pair=(2, 3)).body
    plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", body)).replace("&#x27;", "'")
    for number in (2, 3):
        text = HARBOR.loc[HARBOR["version"] == number, "text"].iloc[0]
        assert all(sentence in plain for sentence in nk.sentences(text)["text"])


def test_what_was_deleted_stands_where_it_was():
    body = nk.revisions.highlight(STORY).body
    assert body.index("We ") < body.index("It rained.") < body.index("An earlier version")


def test_hostile_text_in_every_field_is_shown_as_text():
    cells = {name: [HOSTILE, f"{HOSTILE} more"] for name in ("headline", "standfirst", "text", "url", "article_id")}
    frame = pd.DataFrame(cells | {"version": [1, 2], "article_id": [HOSTILE] * 2})
    versions = nk.revisions.versions(frame)
    body = nk.revisions.highlight(versions).body
    assert is_safe(Page(body))
    assert "&lt;script&gt;" in body
    assert "\x00" not in body


def test_what_cannot_be_shown_side_by_side_says_why():
    with pytest.raises(InputError, match="1 version"):
        nk.revisions.highlight(STORY.iloc[:1])
    with pytest.raises(InputError, match="expected two of the versions"):
        nk.revisions.highlight(STORY, pair=(1, 7))
    with pytest.raises(InputError, match="no row from version 1 to version 5"):
        nk.revisions.highlight(HARBOR, nk.revisions.changes(HARBOR))


# The report


def test_the_report_says_what_changed_and_what_cannot_be_concluded(tmp_path):
    html = nk.report(STORY, tmp_path / "r.html").read_text(encoding="utf-8")
    page = Page(html)
    assert is_safe(page)
    for told in ("What changed", "What cannot be concluded", "Between Tue 4 Jun 2024, 15:20 and", "correction"):
        assert told in html
    assert len(re.findall("<picture>", html)) == 3
    assert html == nk.report(STORY, tmp_path / "again.html").read_text(encoding="utf-8")


def test_a_quiet_change_is_said_in_the_report(tmp_path):
    html = nk.report(HARBOR, tmp_path / "r.html").read_text(encoding="utf-8")
    assert html.count('<span class="quiet">unannounced</span>') == 1
    assert "stood still" in html


def test_reports_on_a_failed_capture_and_on_several_articles(tmp_path):
    gap = pd.DataFrame({"article_id": ["a"] * 3, "text": [OLD, "", NEW]})
    failed = nk.report(nk.revisions.versions(gap), tmp_path / "gap.html").read_text(encoding="utf-8")
    assert "passed over, no deletion" in failed
    both = pd.concat([STORY.iloc[:1], STORY.assign(article_id="b"), STORY.iloc[:1].assign(article_id="c")])
    several = nk.report(both, tmp_path / "both.html").read_text(encoding="utf-8")
    assert "3 articles; steps from a version to the next: 1" in several


def test_a_report_on_one_version_says_that_nothing_can_be_said(tmp_path):
    one = nk.report(STORY.iloc[:1], tmp_path / "one.html").read_text(encoding="utf-8")
    assert "There is one version" in one


def test_a_report_of_hostile_text_is_safe(tmp_path):
    fields = ("headline", "standfirst", "text", "url", "byline")
    cells = {name: [HOSTILE, f"Nine. {HOSTILE}", HOSTILE] for name in fields}
    frame = pd.DataFrame(cells | {"article_id": [HOSTILE] * 3, "captured": ["2024-06-04T15:20Z", HOSTILE, None]})
    html = nk.report(nk.revisions.versions(frame), tmp_path / "r.html", title=HOSTILE).read_text(encoding="utf-8")
    assert is_safe(Page(html))
    assert "{{ 7*7 }}" in html


# The command


def test_the_command_writes_report_and_tables(tmp_path, capsys):
    for number, text in ((1, OLD), (2, NEW)):
        (tmp_path / f"crane-2024060{number}120000.txt").write_text(f"Crane falls at port\n\n{text}", encoding="utf-8")
    out, tables = tmp_path / "out" / "r.html", tmp_path / "tables"
    assert main(["revisions", str(tmp_path), "-o", str(out), "--tables", str(tables)]) == 0
    assert out.is_file()
    assert {path.stem for path in tables.iterdir()} >= {"versions", "changes", "updates", "deltas"}
    assert "2 versions of 1 article" in capsys.readouterr().out


def test_the_command_says_what_failed(tmp_path, capsys):
    (tmp_path / "a-20240601.txt").write_text("", encoding="utf-8")
    assert main(["revisions", str(tmp_path), "-o", str(tmp_path / "r.html")]) == 1
    assert "empty" in capsys.readouterr().err
    assert main(["revisions", str(tmp_path / "nothing")]) == 2


def test_articles_seen_twice_are_versions(tmp_path: Path) -> None:
    """No step is left out by hand: what `load_example` or `read` returns is reported as it is."""
    page = nk.report(nk.load_example("harbor-versions"), tmp_path / "changed.html").read_text(encoding="utf-8")
    assert "What cannot be concluded" in page
