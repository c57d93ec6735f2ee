"""Pasted text, rule by rule. All articles here were written for these tests."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newskit as nk
from newskit.errors import InputError
from newskit.reading.shared.bylines import names
from newskit.reading.shared.dateline import dateline
from newskit.reading.text import read_plain
from newskit.reading.text.pictures import picture_of
from newskit.reading.text.split_lines import split_lines
from tests.growth import assert_linear

HEAD = "Council Talks About the Bridge"
ONE = "The council met on Monday and talked about the bridge for three hours."
TWO = "Nobody could say how much it would cost, and nobody seemed to want to know."
THREE = "A decision is expected in the spring, when the river is low and tempers are too."
FOUR = "Until then, the ferry will cross every hour, as it has since the old bridge fell."
BODY = [ONE, TWO, THREE, FOUR]


def paste(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


def paragraphs(text: str) -> list[str]:
    return str(read_plain(text)["text"]).split("\n\n")


def test_the_plainest_article() -> None:
    row = read_plain(paste(HEAD, *BODY))
    assert row["headline"] == HEAD
    assert row["text"].split("\n\n") == BODY
    assert "byline" not in row
    assert "standfirst" not in row
    assert "published_local" not in row
    assert row["timezone_source"] == "none"


def test_lines_without_blank_lines_between() -> None:
    row = read_plain("\n".join([HEAD, "By Ana Reyes", "5 May 2024", *BODY]))
    assert (row["headline"], row["authors"]) == (HEAD, ["Ana Reyes"])
    assert row["text"].split("\n\n") == BODY


def test_a_body_alone_has_no_headline() -> None:
    assert "headline" not in read_plain(paste(*BODY))
    assert paragraphs(paste(*BODY)) == BODY


def test_lines_cut_at_a_fixed_width_are_joined() -> None:
    cut = ("The council met on Monday and talked about the bridge for three hours,\n"
           "which is longer than it has ever talked about anything, and then went\n"
           "home without a vote.")  # fmt: skip
    assert paragraphs(paste(HEAD, cut, TWO))[0] == cut.replace("\n", " ")


def test_headline_printed_twice_is_no_body() -> None:
    row = read_plain(
        paste(
            "• Council Talks About Bridge",
            "Published 5 May 2024",
            "Council talks about Bridge",
            *BODY,
        )
    )
    assert row["headline"] == "Council talks about Bridge"
    assert json.loads(row["provenance"])["headline"].startswith("model:headline")
    assert row["text"].split("\n\n") == BODY


def test_section_kicker_and_standfirst() -> None:
    row = read_plain(
        paste(
            "Local",
            "Council talks about the old bridge again",
            "Nobody is happy",
            "By Ana Reyes",
            *BODY,
        )
    )
    assert (row["section"], row["headline"]) == (
        "Local",
        "Council talks about the old bridge again",
    )
    assert "standfirst" not in row  # three words may be anything
    row = read_plain(paste("The river desk reports", "Council talks about the old bridge again",
                           "And nobody is happy with what was said", "By Ana Reyes",
                           *BODY))  # fmt: skip
    assert row["headline"] == "Council talks about the old bridge again"
    assert row["standfirst"] == "And nobody is happy with what was said"


def test_points_as_a_standfirst() -> None:
    points = "• The council met for three hours.\n• It decided nothing at all."
    row = read_plain(paste(HEAD, "By Ana Reyes\n5 May 2024\n" + points, *BODY))
    assert row["standfirst"] == "The council met for three hours. It decided nothing at all."


@pytest.mark.parametrize(
    "headline", ["<script>alert(1)</script>", "Rain", "Is this it?", "“We will not go”"]
)
def test_odd_headlines(headline: str) -> None:
    row = read_plain(paste(headline, *BODY))
    assert row["headline"] == headline
    assert row["text"].split("\n\n") == BODY


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Ana Reyes", ["Ana Reyes"]),
        ("Reported by: Digital Desk", ["Digital Desk"]),
        ("By Ana Reyes and Tom O'Dell", ["Ana Reyes", "Tom O'Dell"]),
        ("By Ana Reyes, Tom Dell & Li Wei", ["Ana Reyes", "Tom Dell", "Li Wei"]),
        ("By Ana Reyes Political Correspondent", ["Ana Reyes"]),
        ("By Ana ReyesTravel News Reporter", ["Ana Reyes"]),
        ("By Ana Reyes Film Critic", ["Ana Reyes"]),
        ("By Ana Reyes, Associated Press", ["Ana Reyes"]),
        ("Associated Press in Lisbon", ["Associated Press"]),
        ("By Ana de la Cruz", ["Ana de la Cruz"]),
        ("By J. R. Smith-Jones", ["J. R. Smith-Jones"]),
        ("Ana Reyes@anareyes", ["Ana Reyes"]),
        ("By Ana Reyes Follow", ["Ana Reyes"]),
        ("BBC News", []),
        ("By the river", []),
        ("", []),
    ],
)
def test_names_in_a_byline(byline: str, authors: list[str]) -> None:
    assert names(byline) == authors


@pytest.mark.parametrize(
    "head",
    ["By Ana Reyes\n5 May 2024", "Ana Reyes\n5 May 2024", "5 May 2024\nAna Reyes",
     "Author of the article:\nAna Reyes", "Ana Reyes 5 hours ago",
     "Ana Reyes · River News · Posted: May 5, 2024 4:00 AM EDT", "5 May 2024 by Ana Reyes",
     "Written by Ana Reyes"],
)  # fmt: skip
def test_where_a_byline_stands(head: str) -> None:
    row = read_plain(paste(HEAD, head, *BODY))
    assert row["authors"] == ["Ana Reyes"]
    assert row["text"].split("\n\n") == BODY


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    body = ["By the time the council met, the river had risen over both banks.", *BODY]
    row = read_plain(paste(HEAD, *body))
    assert "authors" not in row
    assert row["text"].split("\n\n") == body


def test_stamps_at_both_ends() -> None:
    row = read_plain(paste(HEAD, "Published 07:53 GMT, May 5th 2024", *BODY,
                           "Updated 09:10 GMT, May 6th 2024"))  # fmt: skip
    assert row["published_local"].isoformat() == "2024-05-05T07:53:00"
    assert row["updated_local"].isoformat() == "2024-05-06T09:10:00"
    assert row["updated_text"] == "Updated 09:10 GMT, May 6th 2024"
    assert row["text"].split("\n\n") == BODY


def test_titles_below_related_end_the_body() -> None:
    other = "The mayor of another town has said that nobody there wants a bridge at all."
    tail = [
        "Related",
        "Mayor Says No",
        "5 May 2024",
        other,
        "River Is Low",
        "6 May 2024",
        "Ferry Sails",
    ]
    assert paragraphs(paste(HEAD, *BODY, *tail)) == BODY
    # within the body, "Related" is a promo only
    more = [f"On Tuesday it went on. {line}" for line in BODY]
    assert paragraphs(paste(HEAD, *BODY, "Related", "Mayor Says No", *more)) == [*BODY, *more]


def test_a_line_between_all_paragraphs_ends_nothing() -> None:
    more = [
        f"On Tuesday the council went on to talk about it, for three hours again. {line}"
        for line in BODY
    ]
    parted = [line for paragraph in more for line in ("Article content", paragraph)]
    promos = ["Read more", "Mayor Says No", "River Is Low", "Ferry Sails"]
    assert paragraphs(paste(HEAD, *BODY, *promos, *parted)) == [*BODY, *more]
    free = "This story is free to read."
    assert paragraphs(paste(HEAD, *BODY, free, *parted)) == [*BODY, free, *more]
    assert paragraphs(paste(HEAD, *BODY, free)) == BODY


def test_a_menu_above_the_headline_is_none() -> None:
    menu = [
        "Markets",
        "Boats",
        "Weather and tides",
        "Help for boats in the harbor",
        *(f"Pier {i}" for i in range(9)),
    ]
    assert read_plain(paste(*menu, HEAD, "By Ana Reyes", *BODY))["headline"] == HEAD
    short = paste(*(f"Pier {i}" for i in range(9)), "Bridge shut", "By Ana Reyes", *BODY)
    assert read_plain(short)["headline"] == "Bridge shut"


def test_a_line_of_links_above_the_headline_is_none() -> None:
    assert (
        read_plain(paste("Home » News » Council", HEAD, "By Ana Reyes", *BODY))["headline"] == HEAD
    )
    assert (
        read_plain(paste("Subscribe   Newsletters", HEAD, "By Ana Reyes", *BODY))["headline"]
        == HEAD
    )


@pytest.mark.parametrize(
    "pitch",
    [
        "Registering costs nothing and helps us to fund our reporters.",
        "Bookmark this story for later: you need a subscription.",
        "Your own personalized feed of stories, wherever you are.",
        "We may earn a commission on what readers buy.",
    ],
)
def test_what_is_asked_of_readers_is_no_body(pitch: str) -> None:
    assert paragraphs(paste(HEAD, "By Ana Reyes", pitch, *BODY)) == BODY
    assert paragraphs(paste(HEAD, "By Ana Reyes", *BODY, pitch)) == BODY


def test_who_the_author_is_is_no_body() -> None:
    about = "Ana Reyes is a reporter who covers the council and the river."
    assert paragraphs(paste(HEAD, "By Ana Reyes", *BODY, about)) == BODY
    assert paragraphs(paste(HEAD, "By Tom Hill", *BODY, about)) == BODY
    assert paragraphs(paste(HEAD, "By Tom Hill", ONE, about, *BODY[1:]))[1] == about


def test_a_day_and_a_clock_on_two_lines() -> None:
    row = read_plain(paste(HEAD, "5 May 2024", "03:26 pm", *BODY))
    assert row["published_local"].isoformat() == "2024-05-05T15:26:00"
    assert row["published_precision"] == "minute"


def test_a_day_in_a_sentence_is_no_stamp() -> None:
    body = [*BODY, "The old bridge fell on 5 May 2024."]
    row = read_plain(paste(HEAD, *body))
    assert "published_local" not in row
    assert row["text"].split("\n\n") == body


def test_stamps_of_other_articles_behind_the_body_do_not_count() -> None:
    row = read_plain(paste(HEAD, *BODY, "Most read", "Cat found in tree", "May 7, 2024"))
    assert "published_local" not in row
    assert "updated_local" not in row


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The bridge in April | Image: AP", "The bridge in April", "AP"),
        ("The bridge in April. Photo: Ana Reyes", "The bridge in April.", "Ana Reyes"),
        ("The bridge in April (AP Photo/Ana Reyes)", "The bridge in April", "AP Photo/Ana Reyes"),
        ("The bridge in April / Reuters", "The bridge in April", "Reuters"),
        ("Illustration by Ana Reyes", None, "Ana Reyes"),
        ("Getty Images", None, "Getty Images"),
    ],
)
def test_captions_with_a_credit(line: str, caption: str | None, credit: str) -> None:
    assert picture_of(split_lines(line)[0]) == (caption, credit)
    row = read_plain(paste(HEAD, "By Ana Reyes", line, *BODY))
    assert (row.get("caption"), row["credit"]) == (caption, credit)
    assert row["text"].split("\n\n") == BODY


def test_the_line_above_a_credit_is_its_caption() -> None:
    row = read_plain(paste(HEAD, "The bridge in April\nGetty Images\nAna Reyes 2 hours ago", *BODY))
    assert (row["caption"], row["credit"]) == ("The bridge in April", "Getty Images")


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("Kyiv: The council met on Monday.", "Kyiv"),
        ("MEXICO CITY (AP) — The council met.", "MEXICO CITY"),
        ("PELL HARBOR, Maine — The council met.", "PELL HARBOR, Maine"),
        ("London – The council met.", "London"),
        ("New Delhi (Reuters) - The council met.", "New Delhi"),
        ("PELL HARBOR, Nov 5 (AP) - The council met.", "PELL HARBOR"),
        ("PELL HARBOR, Maine, Nov. 5, 2024 (AP) — The council met.", "PELL HARBOR, Maine"),
        ("Lund, 10 June – The council met.", "Lund"),
        ("LUND, Friday: The council met.", "LUND"),
        ("Lund, May: The council met.", "Lund, May"),
        ("Note: The council met on Monday.", None),
        ("Nato - the alliance of thirty states - met.", None),
        ("The council said: “No.”", None),
        ("Watch: The council meets.", None),
        ("The council met on Monday — and left.", None),
        ("5 May: The council met.", None),
        ("", None),
    ],
)
def test_datelines(paragraph: str, place: str | None) -> None:
    assert dateline(paragraph) == place


def test_the_dateline_stays_in_the_text() -> None:
    row = read_plain(paste(HEAD, "Kyiv: " + ONE, TWO))
    assert (row["dateline"], row["text"][:9]) == ("Kyiv", "Kyiv: The")


def test_subheads_keep_their_places() -> None:
    row = read_plain(paste(HEAD, ONE, "A bridge too far", TWO, THREE, "What happens next?", FOUR))
    assert row["subheads"] == ["A bridge too far", "What happens next?"]
    assert row["subhead_before"] == [1, 3]
    assert row["text"].split("\n\n") == BODY


def test_promos_are_neither_subheads_nor_body() -> None:
    row = read_plain(paste(HEAD, ONE, "Read more", "Cat found in tree", "Dog finds cat!", TWO,
                           "• Ten bridges to see\n• Five rivers to cross",
                           THREE, FOUR))  # fmt: skip
    assert row["subheads"] == []
    assert row["text"].split("\n\n") == BODY


def test_a_question_that_is_answered_is_a_paragraph() -> None:
    row = read_plain(paste(HEAD, ONE, "Will it fall?", "“Not while I live,” he said.", TWO))
    assert row["subheads"] == []
    assert "Will it fall?" in row["text"]


def test_boilerplate_is_dropped() -> None:
    long = [f"{one} {other}" for one, other in zip(BODY, BODY[1:] + BODY[:1], strict=True)]
    row = read_plain(
        paste(
            HEAD, "By Ana Reyes", "Facebook Twitter WhatsApp Copy link", "4 min read", long[0], long[1],
            "Advertisement",
            "Story continues below advertisement", long[2], "2:05 The bridge on video", long[3],
            "Sign up for our newsletter.", "Comments", "I never liked that bridge, to be honest.",
            "© 2024 The River News",
        )
    )  # fmt: skip
    assert row["text"].split("\n\n") == long
    assert row["subheads"] == []


def test_editors_notes_and_author_boxes_end_the_body() -> None:
    for note in ("Additional reporting by Tom Dell", "Tom Dell contributed to this report."):
        assert paragraphs(paste(HEAD, *BODY, note)) == BODY
    box = paste(HEAD, "By Ana Reyes", *BODY, "Ana Reyes", "She writes about rivers and bridges.")
    assert paragraphs(box) == BODY


def test_an_end_mark_in_the_middle_does_not_end_the_body() -> None:
    assert paragraphs(paste(HEAD, ONE, "Most read", TWO * 2, THREE * 2, FOUR * 2))[0] == ONE
    assert len(paragraphs(paste(HEAD, ONE, "Most read", TWO * 2, THREE * 2, FOUR * 2))) == 4


@pytest.mark.parametrize(
    ("tail", "tags"),
    [
        ("Tags: Bridges, Rivers", ["Bridges", "Rivers"]),
        ("Related Topics\n• Bridges,\n• Rivers", ["Bridges", "Rivers"]),
        ("Topics\n\nBridges\nRivers", ["Bridges", "Rivers"]),
        ("Published under: Bridges , Rivers", ["Bridges", "Rivers"]),
        ("Bridges\nRivers", ["Bridges", "Rivers"]),
        ("Ana Reyes Tom Dell", ["Ana Reyes", "Tom Dell"]),
    ],
)
def test_tags(tail: str, tags: list[str]) -> None:
    body = [*BODY, "Mayor Ana Reyes and her rival Tom Dell did not speak of the bridge, people in the hall said."]
    row = read_plain(paste(HEAD, *body, tail))
    assert row["tags"] == tags
    assert row["text"].split("\n\n") == body


def test_no_tags_are_no_tags() -> None:
    assert "tags" not in read_plain(paste(HEAD, *BODY))


def test_provenance_names_a_rule_for_every_field() -> None:
    row = read_plain(paste(HEAD, "By Ana Reyes", "Published 07:53 IST, May 5th 2024", *BODY))
    how = json.loads(row["provenance"])
    assert set(how) == {"headline", "byline", "authors", "published", "text", "timezone"}
    assert all(rule.startswith(("rule:", "stamp:", "model:")) for rule in how.values())


@pytest.mark.parametrize(
    "text",
    [
        "!!! ???",
        "word",
        "😀 😀",
        "no end of a sentence in sight",
        "مرحبا بالعالم",
        "今日は雨です。",
        "…",
        "\ud800",
    ],
)
def test_a_text_of_one_odd_line_is_the_text(text: str) -> None:
    row = read_plain(text)
    assert row["text"] == text.replace("\ud800", "\ufffd")
    assert "headline" not in row


def test_right_to_left() -> None:
    first = "قال رئيس البلدية يوم الاثنين إن الجسر القديم سيبقى مغلقا حتى الربيع المقبل."
    second = "وأضاف أن العبارة ستستمر في العمل كل ساعة حتى ذلك الحين."
    row = read_plain(paste("الجسر يبقى مغلقا", first, second))
    assert (row["headline"], row["text"]) == ("الجسر يبقى مغلقا", f"{first}\n\n{second}")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\n\u200b"])
def test_nothing_is_nothing(text: str) -> None:
    row = read_plain(text)
    assert "text" not in row
    assert row["provenance"] is None


HOSTILE = {
    "one long line": "a " * 10**6,
    "words": "word\n" * 10**5,
    "paragraphs": "This is a sentence, number nothing.\n\n" * 10**5,
    "stamps": "5 May 2024 07:53 IST\n" * 10**5,
    "clauses": ("x" * 120 + "\n\n") * 10**4,
    "end marks": "Tags\n\n" * 10**5,
    "credits": (ONE + "\n\nPhoto: AP\n\n") * 10**4,
    "bullets": "• Point number one of many\n" * 10**5,
    "brackets": "(" * 10**6,
    "photos": "Photo: " * 10**6,
    "names": "Ana Reyes\n" * 10**5,
    "bylines": "By Ana Reyes\n\n" * 10**5,
    "mojibake": "â€œ" * 10**6,
    "blanks": "\u00a0" * 10**6,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.slow
def test_time_grows_with_the_text_only(name: str) -> None:
    """Quadratic rules would need minutes for 10^5 lines; linear ones need seconds."""
    assert_linear(read_plain, HOSTILE[name])


@given(
    st.lists(
        st.sampled_from(
            [
                *BODY,
                "",
                "Tags",
                "By Ana Reyes",
                "5 May 2024",
                "Short line",
                "• Point",
                "Comments",
                "?",
            ]
        )
    )
)
def test_no_order_of_lines_breaks_it(lines: list[str]) -> None:
    row = read_plain("\n".join(lines))
    places, text = row.get("subhead_before", []), row.get("text", "")
    assert len(places) == len(row.get("subheads", []))
    assert all(0 < place < len(text.split("\n\n")) for place in places)


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    read_plain(text)


@pytest.mark.parametrize(
    ("place", "zone", "source"),
    [
        ("Dublin", "Europe/Dublin", "place"),
        ("Tel Aviv", "Asia/Jerusalem", "place"),
        ("Mumbai", "Asia/Kolkata", "place"),
        ("Kyiv", "Asia/Kolkata", "abbreviation"),  # IST is not Kyiv's: the most common meaning
        ("Harbor City", "Asia/Kolkata", "abbreviation"),
    ],
)
def test_the_dateline_says_what_an_abbreviation_means(place: str, zone: str, source: str) -> None:
    text = (
        "Port shuts ferry line\n\nPublished 07:53 IST, June 30th 2024\n\n"
        f"{place}: The ferry line closed on Monday after its owners ran out of money, "
        "the port authority said.\n\n"
        "Nobody could say when the boats would sail again, "
        "and the town council will meet on Thursday to discuss it."
    )
    row = read_plain(text)
    assert (row["dateline"], row["timezone"], row["timezone_source"]) == (place, zone, source)


def test_outlets_of_ones_own(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    body = "The ferry closed on Monday. " * 8
    page.write_text(f"A headline here\n\nPublished 30 June 2024 07:53\n\n{body}", encoding="utf-8")
    mine = pd.concat(
        [
            nk.times.outlets(),
            pd.DataFrame({"domain": ["x.test"], "name": ["X"], "zone": ["Asia/Tokyo"]}),
        ]
    )
    row = nk.read_articles(page, publisher="x.test", outlets=mine).iloc[0]
    assert (row["timezone"], row["timezone_source"]) == ("Asia/Tokyo", "outlet")


def test_dropped_lines_slice_out_of_the_pasted_text() -> None:
    menu = "News\nSport\nWeather\nBusiness"
    text = f"{menu}\r\n\r\n  {HEAD}\n\nBy Ana Reyes\n\n" + paste(*BODY, "Share", "© 2024 The River News")
    lines = nk.dropped(nk.read_articles(text))
    assert list(lines["text"]) == ["News", "Sport", "Weather", "Business", "Share", "© 2024 The River News"]
    assert all(text[row.start : row.end] == row.text for row in lines.itertuples())
    assert set(lines["place"]) == {"above", "below"}
    assert list(lines["kind"])[-2:] == ["share", "boilerplate"]
    assert lines["sure"].between(0, 1).all()


def test_the_headline_printed_twice_is_a_dropped_line() -> None:
    lines = nk.dropped(nk.read_articles(paste(f"• {HEAD}", "Published 5 May 2024", HEAD, *BODY)))
    assert list(lines["kind"]) == ["repeated"]
    assert list(lines["line"]) == [1]


@pytest.mark.parametrize("noted", ["{", "{}", "[1]", '[["a"]]'])
def test_dropped_lines_that_nobody_wrote(noted: str) -> None:
    with pytest.raises(InputError, match="dropped of article 'a'"):
        nk.dropped(pd.DataFrame({"article_id": ["a"], "dropped": [noted]}))


def test_nothing_was_dropped() -> None:
    assert nk.dropped(nk.read_articles(pd.DataFrame({"text": [ONE]}))).empty


def test_two_articles_in_one_paste_are_a_warning() -> None:
    long = [f"{one} {other}" for one, other in zip(BODY, BODY[1:] + BODY[:1], strict=True)]
    two = paste(HEAD, "By Ana Reyes", *long, "Ferry sails again", "By Tom Dell", *long)
    assert any("another article" in warning for warning in read_plain(two)["warnings"])
    one = read_plain(paste(HEAD, "By Ana Reyes", *long))
    assert not any("another article" in warning for warning in one["warnings"])


def test_a_paste_of_menus_is_a_warning() -> None:
    row = read_plain("\n".join(["News", "Sport", "Weather", "Help and contact", "Sign in", "Jobs", "Shop"]))
    assert any("may be no article" in warning for warning in row["warnings"])


def test_long_pastes_take_time_linear_in_their_lines() -> None:
    assert_linear(read_plain, f"short line\n{ONE}\n" * 2_000)


@pytest.mark.parametrize(("label", "name"), [("Published", "published_local"), ("Last updated:", "updated_local")])
def test_a_label_on_a_line_of_its_own(label: str, name: str) -> None:
    body = "A fire broke out in the old town on Monday, and everybody was brought to safety, the brigade said."
    text = f"Fire in the old town\n\n{label}\n10:30 BST, 6 May 2024\n\n{body}\n\nIt was put out by noon."
    row = nk.read_articles(text.encode(), progress=False).iloc[0]
    assert str(row[name]) == "2024-05-06 10:30:00"


@pytest.mark.parametrize("head", [HEAD, f"{HEAD}\nBy Ana Reyes\n5 May 2024", f"{HEAD}\n\nBy Ana Reyes\n"])
@pytest.mark.parametrize("tail", ["", "\n\nShare"])
def test_a_text_of_nothing_but_bullets_has_a_body(head: str, tail: str) -> None:
    row = read_plain("\n".join([head, *(f"• {one}" for one in BODY)]) + tail)
    assert row["text"]


def test_a_day_is_read_that_is_glued_to_the_author_and_to_counts() -> None:
    body = "The ferry sails again after nine years, the harbor board said on Friday in a long statement."
    pasted = f"Ferry sails again\nby Harbor TimesNovember 21, 202501747\n\n{body}\n\n{body} Nobody had asked."
    read = nk.read_articles(pasted).iloc[0]
    assert str(read["published"])[:10] == "2025-11-21" or str(read["published_local"])[:10] == "2025-11-21"
