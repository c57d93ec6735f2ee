"""Plots draw the table they are handed, say so when it is empty, and take article text as plain text."""

from __future__ import annotations

import io
import subprocess
import sys
from importlib import import_module
from inspect import signature
from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

import newskit as nk
from newskit import plots, registry
from newskit.errors import InputError
from newskit.html import COLORS, plural
from newskit.plots.canvas import label
from newskit.plots.quotes import height as quotes_height
from newskit.plots.readability import height as readability_height
from newskit.plots.time_scale import place
from tests.test_html import HOSTILE

T = pd.Timestamp


def new_axes(height=3.0):
    return Figure(figsize=(7, height), layout="constrained").subplots()


def draw(ax):
    """Render, so that layout and text errors come out."""
    ax.get_figure().savefig(io.BytesIO(), format="svg")
    return ax


def words(ax):
    return [t.get_text() for t in ax.texts] + [t.get_text() for t in ax.get_yticklabels()]


def event(number, kind, text, a, b, precision="day", **more):
    row = {"article_id": "a", "event_id": number, "kind": kind, "field": "text", "text": text, "precision": precision}
    return {**row, "time_from": T(a) if a else None, "time_to": T(b) if b else None, **more}


TIMESTAMPS = [
    event(0, "published", "Published", "2024-11-30 07:53", "2024-11-30 07:54", "minute"),
    event(1, "updated", "Updated", "2024-11-30 19:19", "2024-11-30 19:20", "minute"),
]


def timeline(*events, timestamps=True):
    return registry.from_rows("timeline", [*(TIMESTAMPS if timestamps else []), *events])


def quote(number, start, end, speaker, kind="direct", field="text", article_id="a"):
    return {"article_id": article_id, "quote_id": number, "field": field, "kind": kind, "start": start, "end": end,
            "speaker": speaker, "n_words": 5}  # fmt: skip


def quotes(*rows):
    return registry.from_rows("quotes", rows)


def speaker(name, words, share, first, article_id="a"):
    return {
        "article_id": article_id,
        "speaker": name,
        "n_quotes": 2,
        "n_words": words,
        "share": share,
        "first_start": first,
    }


def measure(name, said, unit, low, high, direction="higher is harder"):
    return {
        "measure": name,
        "name": said,
        "unit": unit,
        "low": low,
        "high": high,
        "direction": direction,
    }


MEASURES = registry.from_rows(
    "measures",
    [
        measure("ease", "Ease", "points", 0, 100, "higher is easier"),
        measure("flesch_kincaid", "One", "US school grade", 0, 18),
        measure("smog", "Two", "US school grade", 6, 20),
        measure("own", "Own", "points", 20, 60),
    ],
)
SCORES = pd.DataFrame(
    {"article_id": ["a"], "ease": [75.0], "flesch_kincaid": [5.0], "smog": [10.0], "own": [70.0]}
)


def dots(ax):
    return [
        tuple(map(float, c.get_offsets()[0]))
        for c in ax.collections
        if len(c.get_offsets()) == 1 and c.get_sizes().size
    ]


EMPTY = [
    (plots.timeline, "timeline", "no times found"),
    (plots.quotes, "quotes", "no quotations in the text"),
    (plots.speakers, "speakers", "no one is quoted"),
    (plots.cue_verbs, "cue_verbs", "no verbs of speech"),
]


@pytest.mark.parametrize(("plot", "table", "message"), EMPTY)
def test_an_empty_table_is_said_to_be_empty(plot, table, message):
    ax = draw(plot(registry.empty(table), ax=new_axes()))
    assert message in words(ax)
    assert ax.get_title(loc="left")


def test_empty_scores_are_said_to_be_empty():
    assert "no article scored" in words(draw(plots.readability(SCORES.iloc[:0], measures=MEASURES, ax=new_axes())))
    nothing = pd.DataFrame({"sentence": pd.Series([], dtype="Int64"), "compound": pd.Series([], dtype="float64")})
    assert "no sentence scored" in words(draw(plots.sentiment(nothing, ax=new_axes())))
    unscored = pd.DataFrame({"sentence": [0, 1], "compound": [np.nan, np.nan]})
    assert "no sentence scored" in words(draw(plots.sentiment(unscored, ax=new_axes())))


@pytest.mark.parametrize(
    ("plot", "column"),
    [(plots.timeline, "kind"), (plots.quotes, "speaker"), (plots.speakers, "share"), (plots.sentiment, "compound")],
)
def test_a_missing_column_is_named(plot, column):
    frame = pd.DataFrame({"other": [1], "sentence": [1], "start": [0]})
    with pytest.raises(InputError, match=f"has no column .*'{column}'.*Its columns: other, sentence, start"):
        plot(frame, ax=new_axes())


def test_readability_names_what_it_lacks():
    with pytest.raises(InputError, match="The table 'readability' has no column 'own'"):
        plots.readability(SCORES.drop(columns="own"), measures=MEASURES, ax=new_axes())
    with pytest.raises(InputError, match=r"'readability' has no column 'flesch_.*Its columns: other"):
        plots.readability(pd.DataFrame({"other": [1]}), ax=new_axes())
    with pytest.raises(InputError, match="'measures' has no column 'low'"):
        plots.readability(SCORES, measures=MEASURES.drop(columns="low"), ax=new_axes())


@pytest.mark.parametrize(
    ("plot", "table"),
    [
        (plots.timeline, pd.concat([timeline(), timeline().assign(article_id="b")])),
        (plots.quotes, quotes(quote(0, 0, 5, "Ann"), quote(0, 0, 5, "Bo", article_id="b"))),
        (plots.speakers, registry.from_rows("speakers", [speaker("Ann", 1, 1, 0), speaker("Bo", 1, 1, 0, "b")])),
        (plots.sentiment, pd.DataFrame({"article_id": ["a", "b"], "sentence": [0, 0], "compound": [0.5, 0.5]})),
    ],
)
def test_one_of_several_articles_must_be_chosen(plot, table):
    with pytest.raises(InputError, match=r"holds 2 articles .*Choose one: article_id='a'"):
        plot(table, ax=new_axes())
    assert isinstance(draw(plot(table, article_id="b", ax=new_axes())), Axes)


def test_the_timeline_tells_past_from_future_and_cuts_at_publication():
    week = event(2, "mention", "this week", "2024-11-25", "2024-12-02", "week")
    ax = draw(plots.timeline(timeline(week), ax=new_axes()))
    past, future = (p for p in ax.patches if isinstance(p, Rectangle) and p.get_height() == 0.56)
    assert past.get_x() + past.get_width() == pytest.approx(0)
    assert future.get_x() == 0
    assert (past.get_hatch() or "", future.get_hatch()) == ("", "////")
    assert "25 Nov – 1 Dec 2024" in words(ax)
    assert "“this week”" in words(ax)


def test_the_timeline_places_a_day_where_it_lies():
    friday = event(2, "mention", "Friday", "2024-11-29", "2024-11-30")
    ax = plots.timeline(timeline(friday), ax=new_axes())
    (bar,) = (p for p in ax.patches if isinstance(p, Rectangle) and p.get_height() == 0.56)
    hours = 7 + 53 / 60
    assert bar.get_x() == pytest.approx(place(-1 - hours / 24))
    assert bar.get_x() + bar.get_width() == pytest.approx(place(-hours / 24))


def test_the_timeline_shows_both_timestamps_with_their_clock_times():
    ax = draw(plots.timeline(timeline(), ax=new_axes()))
    assert "published\nSat 30 Nov 2024, 07:53" in words(ax)
    assert "updated\nSat 30 Nov 2024, 19:19" in words(ax)
    assert "no other time named" in words(ax)
    assert float(ax.lines[0].get_xdata()[0]) == 0
    assert float(ax.lines[1].get_xdata()[0]) == pytest.approx(place(686 / 1440))


def test_the_timeline_shows_a_time_that_was_not_resolved_without_a_place():
    ax = draw(plots.timeline(timeline(event(2, "mention", "soon", None, None, "vague")), ax=new_axes()))
    assert "not resolved" in words(ax)
    assert "?" in words(ax)
    assert not [p for p in ax.patches if isinstance(p, Rectangle) and p.get_height() == 0.56]


def test_a_length_of_time_has_no_place_on_the_timeline():
    ax = draw(
        plots.timeline(
            timeline(event(2, "mention", "three weeks", None, None, None, timex_type="DURATION")), ax=new_axes()
        )
    )
    assert {"a length of time", "↔"} <= set(words(ax))


def test_the_timeline_without_timestamps_counts_from_the_first_time_named():
    named = (
        event(0, "mention", "1991", "1991-01-01", "1992-01-01", "year"),
        event(1, "mention", "2001", "2001-01-01", None, "year"),
    )
    ax = draw(plots.timeline(timeline(*named, timestamps=False), ax=new_axes()))
    assert ax.get_xlabel().startswith("time from the first time named")
    vague = event(0, "mention", "soon", None, None, "vague")
    assert "no time could be resolved" in words(plots.timeline(timeline(vague, timestamps=False), ax=new_axes()))


@pytest.mark.parametrize(
    ("far", "end"),
    [
        ("2024-11-30 08:00", "2024-11-30 09:00"),
        ("2024-12-24", "2024-12-25"),
        ("1066-10-14", "1066-10-15"),
        ("2300-01-01", "2301-01-01"),
    ],
)
def test_the_ticks_of_the_timeline_never_collide(far, end):
    ax = plots.timeline(timeline(event(2, "mention", "then", far, end)), ax=new_axes())
    draw(ax)
    boxes = [t.get_window_extent() for t in ax.get_xticklabels() if t.get_text()]
    boxes = sorted((b for b in boxes if b.width), key=lambda b: b.x0)
    assert len(boxes) >= 3
    assert all(left.x1 <= right.x0 for left, right in pairwise(boxes))


def test_a_long_list_of_times_says_what_it_leaves_out():
    many = [event(i + 2, "mention", f"day {i}", "2024-11-29", "2024-11-30") for i in range(60)]
    ax = plots.timeline(timeline(*many), ax=new_axes(9))
    assert ax.get_title(loc="left") == "When does it happen? (first 40 of 60)"


def test_readability_runs_from_easy_to_hard_whatever_the_direction():
    ax = draw(plots.readability(SCORES, measures=MEASURES, ax=new_axes()))
    places = [x for x, _ in dots(ax)]
    # ease 75 of 100..0; grades share the scale 0..20; 70 lies beyond 60 and is set at the end
    assert places == pytest.approx([0.25, 0.25, 0.5, 1.0])
    assert {"75.0", "5.0", "10.0", "70.0"} <= set(words(ax))
    assert "2 formulas: grades 5.0 to 10.0" in words(ax)


def said_range(ax):
    return [text for text in words(ax) if " formulas: grades " in text]


@pytest.mark.parametrize("which", ["classic", "all", ["flesch_kincaid", "forcast", "lix"]])
@pytest.mark.parametrize("name", ["ferry", "school"])
def test_the_range_of_grades_is_the_one_that_grades_gives(name, which):
    """Plot and function say one range for one table, whichever measures it has."""
    table = nk.readability(nk.load_example(name), measures=which)
    (row,) = nk.grades(table).itertuples()
    ax = draw(plots.readability(table, ax=new_axes(5)))
    low, high = row.grade_low, row.grade_high
    told = f"{row.n_measures} formulas: grades {low:.1f} to {high:.1f}"
    assert said_range(ax) == [told]


def test_without_two_grades_there_is_no_range():
    text = "The sun set. The boat came home."
    for which in (["flesch_kincaid", "lix"], ["lix", "rix"], ["flesch_kincaid_simplified"]):
        if set(which) <= set(nk.measures()["measure"]):
            table = nk.readability(text, measures=which)
            assert said_range(draw(plots.readability(table, ax=new_axes()))) == []
    two = nk.readability([text, text])
    assert said_range(draw(plots.readability(two, ax=new_axes()))) == []


def test_the_nine_classic_measures_are_drawn_of_a_table_that_has_all():
    text = "The sun set. The boat came home."
    classic = plots.readability(nk.readability(text), ax=new_axes())
    every = plots.readability(nk.readability(text, measures="all"), ax=new_axes())
    assert len(dots(classic)) == len(dots(every)) == 9


@pytest.mark.parametrize("name", plots.__all__)
def test_each_file_has_the_plot_of_its_name_and_its_height(name):
    """So that a report can loop: the module of a plot is found by name."""
    module = import_module(f"newskit.plots.{name}")
    assert getattr(module, name) is getattr(plots, name)
    # `plots.sentiment` draws the sentences of an article, whose table has a longer name.
    table = registry.empty("sentence_sentiment" if name == "sentiment" else name)
    inches = module.height(table)
    assert 1 < inches < 10
    assert next(iter(signature(module.height).parameters)) == "table"
    assert module.TITLE in getattr(plots, name)(table, ax=new_axes(inches)).get_title(loc="left")


@pytest.mark.parametrize("name", plots.__all__)
def test_a_new_figure_has_the_height_that_the_table_needs(name):
    module = import_module(f"newskit.plots.{name}")
    table = registry.empty("sentence_sentiment" if name == "sentiment" else name)
    figure = getattr(plots, name)(table).get_figure()
    assert figure.get_size_inches()[1] == pytest.approx(module.height(table))
    plt.close(figure)


def test_readability_of_many_articles_is_a_dot_each():
    ax = draw(plots.readability(pd.concat([SCORES] * 5), measures=MEASURES, ax=new_axes()))
    assert len(dots(ax)) == 20
    assert ax.get_title(loc="left") == "How hard is it to read? (5 rows)"


def test_a_measure_that_is_missing_is_said_not_to_be_scored():
    ax = draw(plots.readability(SCORES.assign(flesch_kincaid=np.nan), measures=MEASURES, ax=new_axes()))
    assert "not scored" in words(ax)
    assert readability_height(SCORES, measures=MEASURES) > readability_height(SCORES, measures=MEASURES[:2])


def test_sentiment_has_a_bar_for_each_sentence_and_a_line_from_eight_on():
    scores = [0.5, -0.5, 0.0, 0.2, -0.1, 0.3, -0.7, np.nan]
    table = pd.DataFrame({"sentence": range(8), "paragraph": [0, 0, 1, 1, 2, 2, 3, 3], "compound": scores})
    ax = draw(plots.sentiment(table, ax=new_axes()))
    bars = {round(p.get_x() + p.get_width() / 2): p.get_height() for c in ax.containers for p in c}
    assert bars == {1: 0.5, 2: -0.5, 4: 0.2, 5: -0.1, 6: 0.3, 7: -0.7}
    assert ax.get_ylabel() == "compound score"
    mean = ax.lines[0].get_ydata()
    assert mean[2] == pytest.approx(np.mean(scores[:5]))
    fewer = plots.sentiment(table.iloc[:7], ax=new_axes())
    assert len(fewer.lines) == 1  # the zero line only


def test_quotes_have_a_lane_for_each_speaker_in_order_of_speaking():
    table = quotes(
        quote(0, 0, 9, None, "scare", "headline"),
        quote(1, 50, 90, "Bo"),
        quote(2, 10, 20, "Ann"),
        quote(3, 30, 40, None),
        quote(4, 95, 99, None, "scare"),
        quote(5, 60, 70, "Ann", "indirect"),
    )
    ax = draw(plots.quotes(table, text_length=200, ax=new_axes()))
    assert [t.get_text() for t in ax.get_yticklabels()] == [
        "whole text",
        "Ann",
        "Bo",
        "speaker not known",
        "scare quotes",
    ]
    assert "1 more quotation in headline, standfirst or caption, not drawn" in ax.get_xlabel()
    assert "5 words in 1 quotation,\n5 words in 1 paraphrase" in words(ax)
    assert ax.get_xlim() == (0, 200)
    assert quotes_height(table) > quotes_height(table.iloc[:2])


def test_a_text_that_is_too_short_for_its_quotations_is_an_error():
    with pytest.raises(InputError, match="text_length is 10, but a quotation ends at 90"):
        plots.quotes(quotes(quote(0, 50, 90, "Bo")), text_length=10, ax=new_axes())


def test_a_speaker_has_one_color_in_quotes_and_speakers():
    told = quotes(quote(0, 0, 10, "Ann"), quote(1, 20, 90, "Bo"))
    table = registry.from_rows(
        "speakers", [speaker("Bo", 30, 0.75, 20), speaker("Ann", 10, 0.25, 0), speaker(None, 0, 0, None)]
    )
    quotes_ax, speakers_ax = plots.quotes(told, ax=new_axes()), plots.speakers(table, ax=new_axes())
    assert [t.get_text() for t in speakers_ax.get_yticklabels()] == ["Bo", "Ann", "speaker not known"]
    draw(speakers_ax)

    colors = {c.lower() for c in COLORS}

    def colors_of(ax):
        return [to_hex(p.get_facecolor()) for p in ax.patches if to_hex(p.get_facecolor()) in colors]

    assert colors_of(speakers_ax) == [COLORS[1].lower(), COLORS[0].lower()]
    assert set(colors_of(quotes_ax)) == {COLORS[0].lower(), COLORS[1].lower()}


def test_shares_are_percent_and_many_speakers_are_cut():
    many = registry.from_rows("speakers", [speaker(f"S{i}", 1, 0.05, i) for i in range(20)])
    ax = draw(plots.speakers(many, ax=new_axes(8)))
    assert ax.get_title(loc="left").endswith("(first 15 of 20)")
    assert [p.get_width() for c in ax.containers for p in c][1] == pytest.approx(5)


def test_verbs_of_a_stance_stand_out():
    told = [("say", "neutral", 9), ("claim", "claim", 4), ("cry out", None, 1)]
    rows = [{"verb": v, "cue_class": c, "n": n, "n_speakers": 1} for v, c, n in told]
    ax = draw(plots.cue_verbs(registry.from_rows("cue_verbs", rows), ax=new_axes()))
    assert [t.get_text() for t in ax.get_yticklabels()] == ["say", "claim", "cry out"]
    assert [p.get_width() for p in ax.patches] == [9, 4, 1]
    assert len({to_hex(p.get_facecolor()) for p in ax.patches}) == 3
    assert "4: claim, 1 named speaker" in [t.get_text() for t in ax.texts]
    many = registry.from_rows("cue_verbs", [{**rows[0], "verb": f"v{i}"} for i in range(30)])
    assert plots.cue_verbs(many, ax=new_axes(8)).get_title(loc="left").endswith("(first 20 of 30)")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.filterwarnings("ignore:Glyph", "ignore:Matplotlib currently does not support")
@pytest.mark.slow
def test_hostile_text_is_drawn_as_text(text):
    verb = {"verb": text, "cue_class": text, "n": 3, "n_speakers": 1}
    draw(plots.cue_verbs(registry.from_rows("cue_verbs", [verb]), ax=new_axes()))
    draw(plots.timeline(timeline(event(2, "mention", text, "2024-11-29", "2024-11-30")), ax=new_axes()))
    draw(plots.quotes(quotes(quote(0, 0, 9, text)), ax=new_axes()))
    draw(plots.speakers(registry.from_rows("speakers", [speaker(text, 3, 1, 0)]), ax=new_axes()))
    draw(plots.readability(SCORES, measures=MEASURES.assign(name=pd.Series([text] * 4, dtype="object")), ax=new_axes()))


def test_a_dollar_sign_is_no_formula():
    ax = draw(plots.speakers(registry.from_rows("speakers", [speaker("$x^2$ and $y$", 3, 1, 0)]), ax=new_axes()))
    assert not any(t.get_parse_math() for t in ax.get_yticklabels())


def test_labels_are_one_short_line():
    assert label("a\n b\x00\t c") == "a b\ufffd c"
    assert label("x" * 100, 10) == "x" * 9 + "…"
    assert len(label("word " * 100_000, 20)) <= 20
    assert (plural(1, "word"), plural(2000, "word")) == ("1 word", "2,000 words")


def test_nothing_given_is_changed():
    table = timeline(event(2, "mention", "Friday", "2024-11-29", "2024-11-30"))
    before = table.copy()
    plots.timeline(table, ax=new_axes())
    pd.testing.assert_frame_equal(table, before)


def test_without_ax_a_figure_is_made_and_with_ax_pyplot_is_left_alone():
    code = (
        "import sys, pandas as pd\n"
        "from newskit import plots\n"
        "assert 'matplotlib' not in sys.modules\n"
        "table = pd.DataFrame({'sentence': [0, 1], 'compound': [0.1, -0.2]})\n"
        "from matplotlib.figure import Figure\n"
        "plots.sentiment(table, ax=Figure().subplots())\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
        "import matplotlib; matplotlib.use('Agg')\n"
        "import matplotlib.pyplot as plt\n"
        "ax = plots.sentiment(table)\n"
        "assert plt.gcf() is ax.get_figure() and len(plt.get_fignums()) == 1\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
