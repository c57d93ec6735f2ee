"""Text becomes HTML in one place, and stays text there."""

from __future__ import annotations

import html
import re
import time
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newskit as nk
from newskit import registry
from newskit.errors import InputError
from newskit.html import (
    STYLE,
    MarkedSpan,
    cell_text,
    escape,
    highlight,
    mark,
    paragraphs,
    replace_unprintable,
    safe_language,
    safe_url,
    speaker_order,
    table_html,
    when_text,
)
from newskit.text.tokens import encode

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></title></textarea><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "]]><!--",
    "$\\frac{1}{0}$ and `x`",
    "\x00\x08\x1b[31m",
    "\ud800 alone",
    "\u202egnp.exe",
    "&lt;b&gt; &amp; &#x3c;",
    "🙂 עברית العربية 中文",
]
TEXT = 'The mayor said: "We will pay." On Friday she left.'


class Audit(HTMLParser):
    """Collect what is in a page, and what should not be."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.bad: list[str] = []
        self.text = ""
        self.titles: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.open.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ("src", "href", "srcset", "action"):
                self.bad.append(f"{tag} {name}={value}")
            if name == "title":
                self.titles.append(value)
        if tag in ("script", "iframe", "object", "svg", "img", "link", "base", "form"):
            self.bad.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def quotes_of(text, *spans, **more):
    rows = []
    for i, (part, kind, speaker) in enumerate(spans):
        start = text.index(part)
        row = {"article_id": "0", "quote_id": i, "field": "text", "kind": kind, "text": part, "speaker": speaker}
        rows.append({**row, "start": start, "end": start + len(part), "n_words": len(part.split()), **more})
    return registry.from_rows("quotes", rows)


def mention(text, words, a="2024-11-29", b="2024-11-30", **more):
    start = text.index(words)
    row = {"article_id": "0", "event_id": 0, "kind": "mention", "field": "text", "text": words, "precision": "day"}
    times = {"time_from": pd.Timestamp(a) if a else None, "time_to": pd.Timestamp(b) if b else None}
    return registry.from_rows("timeline", [{**row, **times, "start": start, "end": start + len(words), **more}])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    seen = Audit(f'<p title="{escape(text)}">{escape(text)}</p>')
    assert seen.bad == []
    assert seen.tags == ["p"]
    assert seen.text == replace_unprintable(text)
    assert seen.titles == [replace_unprintable(text)]
    escape(text).encode("utf-8")


def test_clean_replaces_one_for_one_and_keeps_line_ends():
    assert replace_unprintable("a\x00b\ud800c\nd\te") == "a\ufffdb\ufffdc\nd\te"
    assert all(len(replace_unprintable(text)) == len(text) for text in HOSTILE)


@pytest.mark.parametrize("url", ["https://example.org/a?b=c&d=1", "http://example.org"])
def test_plain_links_pass(url):
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
     "javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://a.b", "java\nscript:alert(1)", "data:text/html,x",
     "//a.b/c",
     "file:///etc/passwd", "https://", "http://[", "vbscript:x", "", None, 3, "https://a.b/\x00"],
)  # fmt: skip
def test_other_addresses_are_no_links(url):
    assert safe_url(url) is None


def test_languages():
    assert [safe_language(c) for c in ("en", "pt-BR", "zh-Hant-TW")] == ["en", "pt-BR", "zh-Hant-TW"]
    assert [safe_language(c) for c in ('en" onload="x', "", None, "english language", "e")] == [None] * 5


def test_crossing_spans_are_cut_where_they_cross():
    assert mark("abcdef", [MarkedSpan(0, 4, "x"), MarkedSpan(2, 6, "y")]) == (
        '<span class="x">ab<span class="y">cd</span></span><span class="y">ef</span>'
    )


def test_a_wider_rank_stands_outside_and_empty_spans_leave_no_trace():
    spans = [MarkedSpan(0, 2, "inner", layer=1), MarkedSpan(0, 2, "outer", layer=0), MarkedSpan(1, 1, "nothing")]
    assert mark("a<", spans) == '<span class="outer"><span class="inner">a&lt;</span></span>'


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 3)), max_size=8))
def test_marking_changes_no_text_and_always_nests(text, spans):
    made = [MarkedSpan(min(a, b, len(text)), min(max(a, b), len(text)), "x", layer=r) for a, b, r in spans]
    seen = Audit("<p>" + mark(text, made).replace("\r", "") + "</p>")
    assert seen.text == html.unescape(escape(text)).replace("\r", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "One.",
        "One.\n\nTwo.",
        "One\ntwo goes on.\nThree.",
        "\n\nA.\n \n\nB.\n",
        "A.\n\n\n\nb after blanks.\nc.",
    ],
)
def test_paragraphs_are_those_of_the_text_core(text):
    assert [text[a:b] for a, b in paragraphs(text)] == [text[a:b] for a, b in encode([text]).paragraphs(0)]


def seconds(run):
    """Return the best time of three, which is the one that others disturbed least."""
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        run()
        times.append(time.perf_counter() - begin)
    return min(times)


@pytest.mark.slow
def test_many_spans_and_paragraphs_take_linear_time():
    def marked(n):
        text = "He said. \n\n" * n
        starts = range(0, len(text), 11)
        ends = [start + 8 for start in starts]
        sentiment = pd.DataFrame({"start": starts, "end": ends, "compound": 0.6})
        body = highlight(text, sentiment=sentiment).body
        assert body.count('class="nk-pos nk-strong nk-first"') == n

    # Four times as much: 4 in linear time, 16 in quadratic.
    assert seconds(lambda: marked(4000)) < 10 * seconds(lambda: marked(1000))


@pytest.mark.parametrize("layers", [1, 3])
def test_spans_that_all_cross_each_other_are_cut_once(layers):
    n = 3000
    spans = [MarkedSpan(i, n + i, "x", layer=i % layers) for i in range(n)]
    made = mark("a" * 2 * n, spans)
    assert made.count("<span") == made.count("</span>") <= 2 * n


def test_the_style_has_a_rule_for_every_class_that_is_used():
    text = "The infrastructure bureau met on Friday. It rained."
    tables = nk.analyze(text, only=["words", "sentences", "quotes", "timeline"], progress=False)
    told = {name: table for name, table in tables.tables().items() if name != "articles"}
    body = highlight(text, **told).body
    names = {name for css in re.findall(r'class="([^"]*)"', body) for name in css.split()}
    ours = {name for name in names if name.startswith("nk-")}
    assert {"nk-article", "nk-key", "nk-time", "nk-long", "nk-sentence"} <= ours
    assert [name for name in sorted(ours) if f".{name}" not in STYLE] == []
    assert STYLE.count("{") == STYLE.count("}")


@pytest.mark.parametrize(
    ("a", "b", "precision", "words"),
    [
        ("2024-11-29", "2024-11-30", "day", "Fri 29 Nov 2024"),
        ("2024-11-01", "2024-12-01", "month", "Nov 2024"),
        ("2025-01-01", "2026-01-01", "year", "2025"),
        ("2010-01-01", "2020-01-01", "decade", "2010–2019"),
        ("2024-10-01", "2025-01-01", "quarter", "Oct – Dec 2024"),
        ("2024-11-25", "2024-12-02", "week", "25 Nov – 1 Dec 2024"),
        ("2024-11-04", "2024-11-11", "week", "4–10 Nov 2024"),
        ("2024-12-30", "2025-01-06", "week", "30 Dec 2024 – 5 Jan 2025"),
        ("2024-11-23", "2024-11-30", "vague", "about 23–29 Nov 2024"),
        ("2024-11-30 07:53", "2024-11-30 07:54", "minute", "Sat 30 Nov 2024, 07:53"),
        ("2024-11-30 06:00", "2024-11-30 12:00", "part-of-day", "Sat 30 Nov 2024, 06:00–12:00"),
        ("2024-11-30 18:00", "2024-12-01 06:00", "part-of-day", "Sat 30 Nov 2024, 18:00 – Sun 1 Dec 2024, 06:00"),
        ("2024-11-30", None, "day", "Sat 30 Nov 2024"),
        ("1066-10-14", "1066-10-15", "day", "14 Oct 1066"),
        (None, None, "day", "not resolved"),
    ],
)
def test_times_are_said_without_claiming_more_than_is_known(a, b, precision, words):
    assert when_text(pd.Timestamp(a) if a else pd.NaT, pd.Timestamp(b) if b else pd.NaT, precision) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, "–"), (pd.NA, "–"), (float("nan"), "–"), ("", "–"), ([], "–"), (["a", "b"], "a, b"),
     (True, "yes"), (3, "3"), (0.5, "0.5"), (-0.25, "\u22120.25"), (-0.001, "0"),
     (pd.Timestamp("2024-11-29"), "Fri 29 Nov 2024")],
)  # fmt: skip
def test_cells(value, words):
    assert cell_text(value) == words


def test_tables_have_a_caption_and_a_header_for_every_row_and_column():
    frame = pd.DataFrame({"who": pd.Series(HOSTILE, dtype="object"), "<i>": 1.5, "n": range(len(HOSTILE))})
    made = table_html(frame, "Who & <what>", headings={"n": '"><script>'})
    seen = Audit(made)
    assert seen.bad == []
    assert set(seen.tags) == {"div", "table", "caption", "thead", "tbody", "tr", "th", "td"}
    assert made.count('<th scope="col"') == 3
    assert made.count('<th scope="row"') == len(HOSTILE)
    assert "<caption>Who &amp; &lt;what&gt;</caption>" in made
    assert seen.titles == ['"><script>']


def test_an_empty_table_keeps_its_head():
    made = table_html(registry.empty("quotes"), "Quotations")
    assert made.count('<th scope="col"') == len(registry.table("quotes").columns)
    assert "<tbody></tbody>" in made


def test_a_column_of_numbers_has_one_number_of_decimals():
    made = table_html(pd.DataFrame({"m": ["a", "b", "c"], "v": [13.0, 12.8, None]}), "v")
    assert '<td class="num">13.0</td>' in made
    assert '<td class="num">–</td>' in made


def test_nothing_given_nothing_marked():
    body = highlight(TEXT).body
    assert Audit(body).tags == ["div", "p"]
    assert Audit(body).text == TEXT


def test_quotes_speakers_cues_and_times_are_marked_where_they_stand():
    who = {"speaker_start": 0, "speaker_end": 9, "cue": "said", "cue_start": 10, "cue_end": 14, "cue_class": "neutral"}
    quotes = quotes_of(TEXT, ('"We will pay."', "direct", "Mayor <Ann>"), **who)
    body = highlight(TEXT, quotes=quotes, timeline=mention(TEXT, "Friday")).body
    seen = Audit(body)
    assert seen.bad == []
    assert '<span class="nk-q nk-k0" title="direct: words of Mayor &lt;Ann&gt;" tabindex="0">&quot;We will pay.&quot;</span>' in body  # noqa: E501
    assert '<span class="nk-who nk-k0" title="speaker: Mayor &lt;Ann&gt;" tabindex="0">The mayor</span>' in body
    assert '<span class="nk-cue nk-k0" title="cue: said (neutral)" tabindex="0">said</span>' in body
    assert 'title="time: Fri 29 Nov 2024" data-value="Fri 29 Nov 2024" tabindex="0">Friday</span>' in body


def test_a_time_that_was_not_resolved_says_so():
    body = highlight(TEXT, timeline=mention(TEXT, "Friday", None, None)).body
    assert '<span class="nk-time nk-open" title="time: not resolved" data-value="not resolved" tabindex="0">Friday</span>' in body  # noqa: E501


def test_sentences_are_colored_by_sign_and_strength():
    sentiment = pd.DataFrame({"start": [0, 31], "end": [30, len(TEXT)], "compound": [0.7, -0.1]})
    body = highlight(TEXT, sentiment=sentiment).body
    assert 'class="nk-pos nk-strong nk-first" title="positive sentence: compound +0.70 of -1 to 1"' in body
    assert 'class="nk-neg nk-first" title="negative sentence: compound -0.10 of -1 to 1"' in body


def test_scare_quotes_belong_to_no_one():
    body = highlight(TEXT, quotes=quotes_of(TEXT, ('"We will pay."', "scare", None))).body
    assert '<span class="nk-q nk-scare" title="scare quotes: no one is quoted" tabindex="0">' in body


def test_a_quotation_over_two_paragraphs_is_marked_in_both():
    text = "“One.\n\n“Two.” He left."
    body = highlight(text, quotes=quotes_of(text, ("“One.\n\n“Two.”", "direct", "Ann"))).body
    assert body.count('<span class="nk-q nk-k0" title=') == 2
    assert Audit(body).text == "Ann quoted“One.“Two.” He left."


def test_a_row_shows_headline_standfirst_subheads_and_caption_all_escaped():
    row = {"article_id": "0", "headline": "<script>x</script>", "standfirst": "<b>", "text": "A.\n\nB.",
           "caption": "<i>", "subheads": ["<u>", "last"], "subhead_before": [1, 9],
           "language": 'en"><script>'}  # fmt: skip
    body = highlight(registry.from_rows("articles", [row])).body
    seen = Audit(body)
    assert seen.bad == []
    assert seen.text == "<script>x</script><b>A.<u>B.last<i>"
    assert " lang=" not in body


def test_it_shows_itself_and_tells_mathjax_to_stay_away():
    made = highlight("It cost $5 and $6.")
    assert made.html == made._repr_html_() == str(made)
    assert made.html.startswith("<style>")
    assert 'class="nk-article tex2jax_ignore mathjax_ignore"' in made.body
    assert "$5" not in repr(made)


def test_speakers_are_ordered_by_first_speaking():
    text = "'a' 'b' 'c' 'd'"
    spans = [("'b'", "direct", "Bo"), ("'a'", "scare", "Scare"), ("'c'", "direct", "Cy"), ("'d'", "direct", None)]
    assert speaker_order(quotes_of(text, *spans)) == ["Bo", "Cy", "Scare"]


@pytest.mark.parametrize(
    ("article", "tables_", "message"),
    [
        (3, {}, "Expected a text or one row of articles; got int."),
        (pd.DataFrame({"text": ["a", "b"]}), {}, "the frame has 2 rows"),
        (pd.Series({"body": "a"}), {}, "The row has no 'text'. It has: body."),
        ("short", {"quotes": quotes_of(TEXT, ("On Friday", "direct", None))}, r"marks text\[31:40\].*has 5 characters"),
        ("short", {"timeline": pd.DataFrame({"kind": ["mention"]})}, "'timeline' has no column 'field', 'start'"),
        ("short", {"sentiment": pd.DataFrame({"article_id": ["a", "b"]})}, "'sentiment' holds 2 articles"),
    ],
)
def test_errors_say_what_is_wrong(article, tables_, message):
    with pytest.raises(InputError, match=message):
        highlight(article, **tables_)


def test_nothing_given_is_changed():
    quotes, timeline = quotes_of(TEXT, ('"We will pay."', "direct", "Ann")), mention(TEXT, "Friday")
    before = quotes.copy(), timeline.copy()
    highlight(TEXT, quotes=quotes, timeline=timeline)
    pd.testing.assert_frame_equal(quotes, before[0])
    pd.testing.assert_frame_equal(timeline, before[1])


def test_the_working_is_marked() -> None:
    text = "The infrastructure bureau met. It rained."
    shown = highlight(text, words=nk.words(text), sentences=nk.sentences(text)).body
    assert '<span class="nk-long nk-many nk-hard nk-unfamiliar" title="4 syllables (dictionary), 14 letters' in shown
    assert shown.count('class="nk-sentence"') == 2 + 1  # and one in the key
    assert 'data-words="4"' in shown
    assert "dots below" in shown
    assert shown.count("nk-unfamiliar") == 1 + int(nk.counts(text)["n_unfamiliar_words"].iloc[0])


def test_the_working_of_hostile_words_is_escaped() -> None:
    text = '<script>alert("infrastructure")</script> O"Brien\'s'
    shown = highlight(text, words=nk.words(text), sentences=nk.sentences(text)).body
    assert "<script" not in shown
