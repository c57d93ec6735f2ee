from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.text.quoted_spans import QuotedSpan, find_quoted_spans
from newskit.text.tokens import encode
from tests.growth import assert_linear


def quoted_spans(text: str) -> list[QuotedSpan]:
    return encode([text]).quoted_spans(0)


def spans(text: str) -> list[str]:
    return [text[m.start : m.end] for m in quoted_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We left at dawn,” he said.", ["“We left at dawn,”"]),
        ('"We left at dawn," he said.', ['"We left at dawn,"']),
        ("‘We left at dawn,’ he said.", ["‘We left at dawn,’"]),
        ("'We left at dawn,' he said.", ["'We left at dawn,'"]),
        ("„We left at dawn“, he said.", ["„We left at dawn“"]),
        ("«We left at dawn», he said.", ["«We left at dawn»"]),
        ("»We left at dawn«, he said.", ["»We left at dawn«"]),
        ("‹We left at dawn›, he said.", ["‹We left at dawn›"]),
        ("「We left at dawn」 he said.", ["「We left at dawn」"]),
        ("”We left at dawn”, he said.", ["”We left at dawn”"]),
        ('“We left at dawn," he said.', ['“We left at dawn,"']),
    ],
)
def test_kinds_of_marks(text: str, expected: list[str]) -> None:
    assert spans(text) == expected
    found = quoted_spans(text)[0]
    assert found.mark == text[found.start]
    assert found.closed
    assert text[found.inner_start : found.inner_end].startswith("We left at dawn")


@pytest.mark.parametrize(
    "text",
    [
        "It isn't the dogs' fault that the '90s ended.",
        "It isn’t the dogs’ fault that the ’90s ended.",
        "Rock 'n' roll, 'tis said, was goin' strong.",
        "A board of 12\" by 6\" and nothing else.",
        "The workers' union met the teachers' union.",
        "No marks at all.",
        "",
        "\" ' ” “ » «",
        "“” \"\" ‘’ «»",
    ],
)
def test_what_is_no_span(text: str) -> None:
    assert [m for m in quoted_spans(text) if m.closed] == []


def test_apostrophes_inside_single_marks() -> None:
    text = "‘The workers’ union won’t sign,’ said Ada Moss. ‘It’s the bosses’ turn.’"
    assert spans(text) == ["‘The workers’ union won’t sign,’", "‘It’s the bosses’ turn.’"]


def test_single_marks_are_decided_for_the_whole_text() -> None:
    double = "“He said ‘never’ to me,” she said. “And ‘not ever’ to her,” she said. “Believe me.”"
    assert spans(double) == ["“He said ‘never’ to me,”", "“And ‘not ever’ to her,”", "“Believe me.”"]
    single = "‘He said “never” to me,’ she said. ‘Believe me, he did.’"
    assert spans(single) == ["‘He said “never” to me,’", "‘Believe me, he did.’"]


def test_nested_marks_of_one_kind() -> None:
    assert spans("“He called it “a shame” and left,” she said.") == ["“He called it “a shame” and left,”"]


def test_unclosed_mark_ends_with_its_paragraph() -> None:
    text = "Ada Moss said: “The doctors never called.\n\nNobody knew “the reason why it all went wrong” then."
    first, second = quoted_spans(text)
    assert (text[first.start : first.end], first.closed) == ("“The doctors never called.", False)
    assert first.inner_end == first.end
    assert second.closed
    assert second.paragraph == 1


def test_multi_paragraph_quotation_is_one_span() -> None:
    text = "“We left at dawn.\n\n“The engine failed.\n\n“We walked,” she said.\n\nIt rained."
    assert spans(text) == [text[: text.index(" she")]]
    assert [(m.paragraph, m.closed) for m in quoted_spans(text)] == [(0, True)]


def test_unclosed_marks_are_joined_only_with_the_paragraph_right_behind() -> None:
    text = "“We left at dawn.\n\nIt rained.\n\n“We walked,” she said."
    assert spans(text) == ["“We left at dawn.", "“We walked,”"]
    assert spans("“We left at dawn.\n\n«We walked», she said.") == ["“We left at dawn.", "«We walked»"]


def test_two_single_marks_in_a_row_do_not_make_a_text_of_single_marks() -> None:
    assert spans("''We left,'' he said. ''They say 'go home' to us,'' she said.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The so-called “smart” meters were installed.", "scare"),
        ("Antonio “Shorty” Varela scored twice.", "scare"),
        ("Her second film, “The Quiet Harbor,” opened in March.", "scare"),
        ("Mayor Hints at Deal With Unions to End 'Dark Days' of Strike in Exchange for Cash", "scare"),
        ("He called the plan “reckless” on Monday.", "quote"),
        ("“No,” said Ivan Brandt.", "quote"),
        ("He shouted: “Fire!”", "quote"),
        ("They predicted that it “will end sooner.”", "quote"),
        ("The deal was “dead,” according to aides.", "quote"),
        ('<a href="page">here</a>', "scare"),
        ("He told NBC’s “Today” that he was tired.", "scare"),
        ("On Radio Norr's \"This Weekend,\" Lorn said that he was tired.", "scare"),
        ("She told “Fish and Friends” that she was tired.", "scare"),
        ("It is based on a popular play called “Ferry Folk.”", "scare"),
        ("Each of them used the phrase “clean harbor” twice.", "quote"),
        ("Nobody forgot Lorn’s “two percent” remark.", "quote"),
        ("Oslo was first. “Ann Lee and Bo Ek.”", "quote"),
    ],
)
def test_scare_quotes(text: str, kind: str) -> None:
    assert [m.kind for m in quoted_spans(text)] == [kind]


def test_one_straight_mark_among_curly_pairs_is_no_span() -> None:
    assert spans("\"The mayor said “no ferry” and left the hall.") == ["“no ferry”"]
    assert spans("\"“No ferry will run,” Lorn said in May.\"") == ["“No ferry will run,”"]


def test_straight_mark_that_stays_open_opens_an_excerpt_in_a_text_of_curly_marks() -> None:
    text = "He wrote:\n\n\"The hall was full.\n\n“It never was,” Lorn said.\n\n“It was,” said Ek."
    assert spans(text) == ["“It never was,”", "“It was,”"]
    signed = "“It was,” said Ek.\n\n\"The hall was full.\nAnn Lee, mayor.\""
    assert spans(signed) == ["“It was,”", "\"The hall was full."]


def test_turns_of_a_transcript_and_block_quotes_are_marked_speech() -> None:
    text = "LEE: We had “no choice” at all.\n\nDR. EK (by phone): Why?\n\n> We are sorry.\n\n“It is shut,” she said.”"
    assert spans(text) == ["We had “no choice” at all.", "Why?", "> We are sorry.", "“It is shut,”"]
    assert [m.mark for m in quoted_spans(text)] == [":", ":", ">", "“"]
    assert text[quoted_spans(text)[2].inner_start :].startswith(" We are")


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: The pier “smart gate” is shut.",  # one alone may be a label
        "Lee: We had no ‘choice’ at all.\n\nEk: Why?",
        "LEE: “We are shut.”\n\nEK: “Why?”",
        "10:30: It began, ‘they’ said.\n\n11:30: It ended.",
        ">“arrow”",
    ],
)
def test_what_is_no_turn(text: str) -> None:
    assert not {":", ">"} & {m.mark for m in quoted_spans(text)}


def test_a_turn_inside_speech_that_goes_on_is_no_span_of_its_own() -> None:
    text = "“We begin.\n\n“LEE: No.\n\nEK: Yes.\n\n“We end.”\n\nLEE: No."
    found = quoted_spans(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_scare_quotes_are_not_quoted_voice() -> None:
    text = "The “smart” meters failed. “They never worked at all,” she said."
    tokens = encode([text])
    quoted = [text[s:e] for s, e, q in zip(tokens.start, tokens.end, tokens.quoted, strict=True) if q]
    assert quoted == ["“They", "never", "worked", "at", "all,”"]


def test_offsets_are_those_of_the_text_with_paragraphs_given() -> None:
    assert find_quoted_spans("x “abc def ghi jkl” y", [(0, 21)])[0][:4] == (2, 19, 3, 18)


HOSTILE = {
    "straight marks": '"' * 1_000_000,
    "straight marks with blanks": '" ' * 500_000,
    "opening marks": "“" * 1_000_000,
    "closing marks": "”" * 1_000_000,
    "single marks": "'" * 1_000_000,
    "curly single openings": "‘a " * 300_000,
    "pairs": "“a” " * 250_000,
    "pairs of words": "“yes yes yes yes,” he said. " * 40_000,
    "plural possessives": "‘dogs’ cats’ " * 80_000,
    "mixed": "“\"‘'«»’”„“ x " * 80_000,
    "one long span": "“" + "word " * 1_000_000 + "”",
    "paragraphs": "“a\n\n" * 200_000,
    "right to left": "«שלום לכולם», אמר דוד. " * 40_000,
}


def lines_of(text: str) -> list[tuple[int, int]]:
    ends = [0, *(i + 1 for i, c in enumerate(text) if c == "\n"), len(text)]
    return [(a, b) for a, b in itertools.pairwise(ends) if text[a:b].strip()]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.slow
def test_hostile_text_takes_linear_time(name: str) -> None:
    text = HOSTILE[name]
    _well_formed(text, find_quoted_spans(text, lines_of(text)))
    assert_linear(lambda part: find_quoted_spans(part, lines_of(part)), text)


def _well_formed(text: str, found: list[QuotedSpan]) -> None:
    assert all(0 <= m.start < m.inner_start <= m.inner_end <= m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(text[m.start] == m.mark for m in found)


@given(st.text(alphabet="ab .,s\n“”\"‘’'«»„‚‹›「」", max_size=80))
def test_spans_are_apart_and_slice_back(text: str) -> None:
    _well_formed(text, quoted_spans(text))


WORDS = st.lists(st.sampled_from(["we", "left", "the", "ice", "at", "dawn", "and", "walked"]), min_size=4, max_size=8)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5))
def test_curly_and_straight_give_the_same_spans(parts: list[tuple[list[str], list[str]]]) -> None:
    curly = " ".join(f"{' '.join(own)} said: “{' '.join(quoted)}.”" for own, quoted in parts)
    straight = curly.replace("“", '"').replace("”", '"')
    low_high = curly.replace("”", "“").replace(" “", " „")
    single = curly.replace("“", "‘").replace("”", "’")
    wanted = [m[:4] for m in quoted_spans(curly)]
    assert len(wanted) == len(parts)
    for rewritten in (straight, low_high, single, single.replace("‘", "'").replace("’", "'")):
        assert [m[:4] for m in quoted_spans(rewritten)] == wanted
