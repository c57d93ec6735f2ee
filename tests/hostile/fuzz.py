"""Articles that nobody would write, read and analyzed: exceptions, rows lost, offsets wrong.

    python -m tests.hostile.fuzz [articles] [seed] [first]

Each article is a mutation of an invented one, and is made of the seed and its own number alone, so that one that fails
can be made again: `article(seed, number)`. A third goes through `read_articles`, a third through `iter_articles`, a
third straight into `analyze`. Counted are

- exceptions (the batch is halved until the article is found);
- rows lost: an article that is missing, or stands elsewhere, in what is read or in a table of one row per article;
- offsets wrong: a start and end in any row of any table that are no place of the column it was found in, or where
  something else is printed than the row says.
"""

from __future__ import annotations

import random
import re
import sys
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pandas as pd

import newskit as nk
from newskit import registry
from tests.benchmarks.newslike import Writer

Cells = dict[str, Any]
BATCH = 500
ONE_ROW_EACH = ("counts", "readability", "sentiment", "lexical_diversity")
# What a pair of offsets delimits: column of the printed words -> columns of its offsets.
PRINTED = {
    "text": ("start", "end"),
    "speaker_mention": ("speaker_start", "speaker_end"),
    "cue": ("cue_start", "cue_end"),
    "verb": ("verb_start", "verb_end"),
    "words": ("words_start", "words_end"),
    "first_text": ("first_start", "first_end"),
}
FIELDS = ("headline", "standfirst", "caption", "text")

SCRIPTS = [
    (0x0391, 0x03C9), (0x0410, 0x044F), (0x0531, 0x0556), (0x05D0, 0x05EA), (0x0621, 0x064A), (0x0712, 0x072C),
    (0x0905, 0x0939), (0x0985, 0x09B9), (0x0B85, 0x0BB9), (0x0E01, 0x0E2E), (0x1000, 0x1021), (0x10A0, 0x10F0),
    (0x1200, 0x1248), (0x13A0, 0x13F5), (0x1780, 0x17A2), (0x1E00, 0x1EFF), (0x3041, 0x3096), (0x30A1, 0x30FA),
    (0x4E00, 0x4FFF), (0xAC00, 0xAFFF), (0xFF21, 0xFF5A), (0x10400, 0x1044F), (0x1D400, 0x1D4FF), (0x1F130, 0x1F149),
    (0x0250, 0x02AF), (0x2C80, 0x2CE3), (0x118A0, 0x118DF), (0x1E900, 0x1E943),
]  # fmt: skip
CHARACTERS = [
    *map(chr, range(0x20)), *map(chr, range(0x7F, 0xA1)), *"\ud800\udbff\udc00\udfff\ufeff\ufffe\uffff\ufffd",
    *"\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\u061c\u00ad\u034f",
    *"\u0300\u0301\u0308\u0323\u20dd\u0345\u05b0\u064e\u0e31\u1161\u3099\ufe0f\ufe0e\u180e\u115f\u3164\uffa0",
    *"\u2028\u2029\u2000\u2009\u202f\u3000\x85\x0b\x0c", *"İıŉßẞﬃǅΐſKÅΩ", *"²³¹①⑴⅓½៣٣۴๕Ⅻ〇零億",
    *"😀👩\U0001f1fa\U0001f1f8\U000e0061\U0010ffff\ue000", *"“”„‟«»‹›‘’‚‛\"'`´′″「」『』〝〞＂＇",
    *"—–―-‑−_…․·•‥¡¿؟。！？।՞",
]  # fmt: skip
SHARDS = [
    "<b", "</div>", "<p>", "<!--", "-->", "]]>", "<script>alert(1)</script>", "&amp;", "&#xD800;", "&#0;", "&nbsp;",
    '{"a": [', "\\ud800", "\\x00", "%00", "%s{0}", "=1+1", "@SUM(A1)", "$x^2$", "```", "| a | b |", "[x](javascript:y)",
    "\r\n\r\n", "\n\n\n", "\t", "http://[::1", "https://a.b/c?d=“e”", "www.", "a@b", "#tag", "@user", "1/2/3/4/5",
    "31 February 2023", "99/99/9999", "12:61 pm", "25:00", "00:00", "the year 99999", "0000-00-00", "Jan 0", "Feb 30",
    "2024-W99", "0900 GMT+99", "1 January 0001", "31 December 9999", "9999-12-31T23:59:60Z", "in 2 million years",
    "999999999999 days ago", "9999 years from now", "10000 centuries ago", "the 99th century", "1e999", "next Monday",
    "two days after the day before yesterday", "½ an hour ago", "² days ago", "٣ days ago", "①st of May", "Q9 2024",
    "FY00", "the 0s", "at 7.99", "24:00 on 31 December 9999", "from 5 to", "between and", "Mon. Tue. Wed.", "13 h",
    "Mr. Mrs. Dr.", "U.S.A.", "a.m. p.m.", "St. St. St.", "said", "said said", "he said she said", "according to",
    "told the told the told", ", who said,", "Q: A: Q:", "Lee: Lee: Lee:", "By By By", "REUTERS/", "(AP) -", "— AFP",
    "not not not", "very very", "but but", "!!!!!!!", "?!?!?!", "......", "----", "“““", "”””", "''''", '""""', "‘’‘’",
    "«‹›»", "“‘", "’”", "’s", "s’", "'90s", "’tis", "O’", "d’", "10’ 6”", "5'11\"",
]  # fmt: skip


@cache
def _bases() -> list[Cells]:
    """Return invented articles: the samples, made ones, and the example of each rule."""
    kept = ["text", "headline", "standfirst", "caption", "byline"]
    samples = [
        {name: row[name] for name in kept if isinstance(row.get(name), str)}
        for corpus in ("harbor", "ferry")
        for row in nk.load_example(corpus).to_dict("records")
    ]
    samples += [{"text": text} for text in Writer(5).articles(30, 120)]
    examples = [*nk.rules("quotes")["example"].dropna(), *nk.rules("timeline")["example"].dropna()]
    pick = random.Random(9)
    samples += [{"text": " ".join(pick.sample(examples, 12)), "headline": pick.choice(examples)} for _ in range(60)]
    return [row for row in samples if row.get("text")]


def article(seed: int, number: int) -> Cells:
    """Return the cells of one article."""
    pick = random.Random(f"{seed}:{number}")
    base = pick.choice(_bases())
    cells: Cells = {"text": _mutated(_piece(base["text"], pick), pick)}
    for name in ("headline", "standfirst", "caption", "byline"):
        if pick.random() < 0.3:
            source = base.get(name) or pick.choice(_bases())["text"][:80]
            cells[name] = _mutated(source, pick)
    if pick.random() < 0.02:
        cells["text"] = pick.choice([None, "", " ", "\n\n", ".", "“”", '"', "—", "\u202e", "\ud800", "\x00", "a", "1"])
    cells["published"] = pick.choice(
        [None, "", "2024-05-06", "2024-05-06T10:00:00+05:30", "6 May 2024, 10:00 BST", "yesterday", "99/99/99", "²"]
    )
    return cells


def _piece(text: str, pick: random.Random) -> str:
    """Return some paragraphs: whole ones, or cut anywhere."""
    at = pick.randrange(len(text))
    piece = text[at : at + pick.randint(1, 500)]
    return piece if pick.random() < 0.5 else text[: pick.randint(1, 500)]


def _mutated(text: str, pick: random.Random) -> str:
    for _ in range(pick.choice((0, 1, 1, 2, 3, 5))):
        text = pick.choice(MUTATIONS)(text, pick)[:2_500]
    return text


def _inserted(shards: list[str]) -> Callable[[str, random.Random], str]:
    def insert(text: str, pick: random.Random) -> str:
        for _ in range(pick.randint(1, 12)):
            at = pick.randint(0, len(text))
            text = text[:at] + pick.choice(shards) + text[at:]
        return text

    return insert


def _said(text: str, pick: random.Random) -> str:
    """Put shards where rules look: between words, with blanks around."""
    words = text.split(" ")
    for _ in range(pick.randint(1, 6)):
        words.insert(pick.randint(0, len(words)), pick.choice(SHARDS))
    return " ".join(words)


def _deleted(text: str, pick: random.Random) -> str:
    at = pick.randint(0, len(text))
    return text[:at] + text[at + pick.randint(1, 60) :]


def _doubled(text: str, pick: random.Random) -> str:
    at = pick.randint(0, len(text))
    return text[:at] + text[at : at + pick.randint(1, 80)] * pick.randint(2, 12) + text[at:]


def _shuffled(text: str, pick: random.Random) -> str:
    words = text.split(" ")
    pick.shuffle(words)
    return " ".join(words)


def _in_script(text: str, pick: random.Random) -> str:
    """Write it, or one word in three, in letters of another script."""
    low, high = pick.choice(SCRIPTS)
    share = pick.choice((0.3, 1.0))

    def word(match: re.Match[str]) -> str:
        if pick.random() > share:
            return match[0]
        return "".join(chr(low + ord(letter) % (high - low + 1)) for letter in match[0])

    return re.sub(r"\w+", word, text)


def _marked(text: str, pick: random.Random) -> str:
    """Put other quotation marks for those that are there, the wrong way round, too."""
    return re.sub("[“”\"'‘’]", lambda _: pick.choice("“”„«»‹›‘’‚\"'「」``''"), text)


def _cased(text: str, pick: random.Random) -> str:
    return pick.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _normal(text: str, pick: random.Random) -> str:
    return unicodedata.normalize(pick.choice(("NFD", "NFKC", "NFKD")), text)


def _combined(text: str, pick: random.Random) -> str:
    """Put combining marks on every letter."""
    marks = pick.sample("\u0300\u0301\u0308\u0323\u0345\u20dd\u0489", pick.randint(1, 3))
    return re.sub(r"\w", lambda match: match[0] + "".join(marks), text[:1_500])


def _glued(text: str, pick: random.Random) -> str:
    return text.replace(pick.choice((" ", ".", "\n", ", ")), pick.choice(("", "\u00a0", "\t", "\n", "  ", "\u3000")))


def _huge(text: str, pick: random.Random) -> str:
    unit = pick.choice(["a", "1", '"', "“", "(", ".", "-", "’", "é", "1/", "a-", "A.", "not ", "very ", "he said ",
                        "\n", "\u0301", "\u202e", "\ud800", "😀", "，", "Mr. ", "5 May ", "“a” "])  # fmt: skip
    at = pick.randint(0, len(text))
    return text[:at] + unit * (pick.choice((50, 500, 2_000)) // len(unit)) + text[at:]


def _only_marks(text: str, pick: random.Random) -> str:
    return re.sub(r"\w", "", text)


MUTATIONS = [
    _inserted(CHARACTERS), _inserted(CHARACTERS), _inserted(SHARDS), _said, _said, _deleted, _doubled, _shuffled,
    _in_script, _marked, _marked, _cased, _normal, _combined, _glued, _huge, _only_marks,
]  # fmt: skip


def frame_of(seed: int, numbers: range) -> pd.DataFrame:
    """Return the articles of these numbers."""
    columns = ("text", "headline", "standfirst", "caption", "byline", "published")
    rows = [article(seed, number) for number in numbers]
    made = {name: pd.Series([row.get(name) for row in rows], dtype=object) for name in columns}
    return pd.DataFrame({"article_id": [str(number) for number in numbers], **made})


def read(frame: pd.DataFrame, way: int) -> pd.DataFrame:
    """Read a frame in one of three ways, the last of them not at all."""
    if way == 0:
        return nk.read_articles(frame, progress=False)
    if way == 1:
        return pd.concat(list(nk.iter_articles(frame, chunk=7, progress=False)), ignore_index=True)
    # Nobody has read the times of a frame that says it has been read.
    return frame.drop(columns="published")


def problems(frame: pd.DataFrame, way: int) -> Iterator[str]:
    """Yield what is wrong with what becomes of some articles."""
    articles = read(frame, way)
    ids = frame["article_id"].tolist()
    if articles["article_id"].tolist() != ids:
        yield "rows lost: articles"

    made = nk.analyze(articles, only=TABLES, progress=False).tables()
    for name in ONE_ROW_EACH:
        if made[name]["article_id"].tolist() != ids:
            yield f"rows lost: {name}"

    printed = {name: dict(zip(ids, articles[name], strict=True)) for name in FIELDS if name in articles}
    for name, table in made.items():
        if name != "articles":
            yield from (f"offsets wrong: {name}.{what}" for what in wrong_offsets(table, printed))


def wrong_offsets(table: pd.DataFrame, printed: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield each row of a table whose offsets are not where the thing is printed."""
    for of, (start, end) in PRINTED.items():
        if start not in table or end not in table:
            continue
        first = of.startswith("first_")
        fields = table["first_field" if first else "field"] if "field" in table else ["text"] * len(table)
        whose = table["first_article_id" if first else "article_id"]
        says = table[of] if of in table else [None] * len(table)
        for one, field, begin, stop, words in zip(whose, fields, table[start], table[end], says, strict=True):
            if pd.isna(begin) and pd.isna(stop):
                continue
            text = printed[field][one]
            is_place = isinstance(text, str) and not pd.isna(stop) and 0 <= begin <= stop <= len(text)
            if not is_place or (isinstance(words, str) and text[begin:stop] != words):
                held = text[begin:stop] if is_place else None
                yield f"{of} of article {one}: {field}[{begin}:{stop}] is {held!r:.60}, not {words!r:.60}"


NEED_READING = ("provenance", "dropped")
TABLES = [t.name for t in registry.TABLES.values() if t.is_made_by_analyze and t.name not in NEED_READING]


def found(seed: int, numbers: range, way: int) -> Iterator[str]:
    """Yield what is wrong with the articles of these numbers; an exception is traced to its article."""
    try:
        yield from problems(frame_of(seed, numbers), way)
    except Exception as error:
        if len(numbers) > 1:
            middle = numbers.start + len(numbers) // 2
            halves = [range(numbers.start, middle), range(middle, numbers.stop)]
            both = [one for half in halves for one in found(seed, half, way)]
            yield from both or [f"exception: {error!r:.200} in articles {numbers} together"]
            return
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{where.filename.rpartition('/')[2]}:{where.lineno}"
        yield f"exception: {error!r:.200} at {place}, article {numbers.start}"


def main() -> None:
    """Fuzz, and print what was found; the exit code says whether anything was."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    counted: Counter[str] = Counter()
    for batch, begin in enumerate(range(first, first + n, BATCH)):
        for problem in found(seed, range(begin, min(begin + BATCH, first + n)), batch % 3):
            kind = problem.partition(":")[0]
            counted[kind] += 1
            if counted[kind] <= 200:
                sys.stdout.write(f"{problem.encode('ascii', 'backslashreplace').decode()}\n")
        if batch % 4 == 3:
            sys.stdout.write(f"... up to {begin + BATCH:,}, {dict(counted)}\n")
        sys.stdout.flush()  # it may be stopped
    told = ", ".join(f"{kind} {counted[kind]}" for kind in ("exception", "rows lost", "offsets wrong"))
    sys.stdout.write(f"{n:,} articles from {first:,} on, seed {seed}: {told}\n")
    sys.exit(bool(counted))


if __name__ == "__main__":
    main()
