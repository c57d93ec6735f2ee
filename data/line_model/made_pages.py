"""Make pages whose lines are known: invented articles in the layouts of `layouts/`.

A layout is what is copied from one kind of news page, a line for each line: `kind|blank lines
above|text`, with slots for what an article fills in; `kind:0.5` is there on half of the pages,
`kind:0.5a` together with the other lines of group a. Articles, names and outlets are invented.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from labels import Page, marked_lines  # beside this file

_HERE = Path(__file__).parent
_LINE = re.compile(
    r"(?P<kind>\w+)(?::(?P<chance>[\d.]+)(?P<group>\w)?)?\|(?P<blanks>\d)\|(?P<text>.*)"
)
_SLOT = re.compile(r"\{([^{}]+)\}")
_PLAIN, _PLAIN_EVERY = "plain", 5  # short articles that somebody copied by hand: one page in five
_LEFT_OUT = 0.06  # of lines that a page may as well not have
_FORMS = {"browser": 0.55, "blocks": 0.3, "flat": 0.07, "loose": 0.08}
_ROLES = (
    *("Political correspondent", "Reporter", "Senior reporter", "Health editor", "Staff writer"),
    *("Business correspondent", "Sports writer", "Crime reporter", "Local democracy reporter"),
    *("Data editor", "News editor", "Digital journalist", "Freelance writer", "Deputy editor"),
)
_AGENCIES = ("Reuters", "AP", "AFP", "PA", "dpa", "Xinhua", "ANI", "PTI", "Bernama", "NAN")


@dataclass(frozen=True)
class Line:
    """A line of a layout."""

    kind: str
    chance: float | None
    group: str | None
    blanks: int
    text: str


@cache
def layouts() -> dict[str, list[Line]]:
    """Return the layouts by name."""
    return {path.stem: _layout(path) for path in sorted((_HERE / "layouts").glob("*.txt"))}


def _layout(path: Path) -> list[Line]:
    lines = []
    for row in path.read_text(encoding="utf-8").splitlines():
        if not row.strip() or row.startswith("#"):
            continue
        match = _LINE.fullmatch(row)
        if match is None:
            raise ValueError(f"{path.name}: no line of a layout: {row!r}")
        chance = float(match["chance"]) if match["chance"] else None
        blanks = int(match["blanks"])
        lines.append(Line(match["kind"], chance, match["group"], blanks, match["text"]))
    return lines


def made_pages(number: int, seed: int = 1) -> Iterator[Page]:
    """Make pages of all layouts in turn, the same ones every time."""
    content = json.loads((_HERE / "content.json").read_text(encoding="utf-8"))
    plain = [name for name in layouts() if name.startswith(_PLAIN)]
    copied = [name for name in layouts() if not name.startswith(_PLAIN)]
    for i in range(number):
        names = copied if i % _PLAIN_EVERY else plain
        name = names[i // (1 if names is copied else _PLAIN_EVERY) % len(names)]
        dice = random.Random(seed * 100_003 + i)
        form = dice.choices(list(_FORMS), list(_FORMS.values()))[0]
        printed = _Maker(content, dice).page(layouts()[name])
        text = "\n".join("\n" * blanks + line for _, line, blanks in _in_form(printed, form, dice))
        marked = marked_lines(text)
        if len(marked) == len(printed):  # else a line was joined to the one above it
            kinds = [kind for kind, _, _ in printed]
            yield Page(f"layout {name}", str(i), "made", marked, kinds, {})


def _in_form(
    printed: list[tuple[str, str, int]], form: str, dice: random.Random
) -> list[tuple[str, str, int]]:
    if form in ("flat", "loose"):
        return [(kind, line, int(form == "loose")) for kind, line, _ in printed]
    if form == "browser":
        return printed
    out: list[tuple[str, str, int]] = []
    for kind, line, blanks in printed:  # blank lines around every block, as a converter writes
        lists = kind in ("before", "head", "after", "tag", "between") and blanks == 0
        tight = bool(out) and out[-1][0] == kind and lists and dice.random() < 0.6
        bullet = tight and dice.random() < 0.5 and not line.startswith("•")
        out.append((kind, f"  • {line}" if bullet else line, int(not tight)))
    return out


class _Maker:
    """Fills layouts with one article."""

    def __init__(self, content: dict[str, Any], dice: random.Random) -> None:
        self.dice = dice
        self.article = dice.choice(content["articles"])
        self.paragraphs = self._paragraphs()
        self.subheads = list(self.article["subheads"])
        day = (dice.randint(2014, 2026), dice.randint(1, 12), dice.randint(1, 28))
        self.published = dt.datetime(*day, dice.randint(0, 23), dice.randint(0, 59))
        self.updated = self.published + dt.timedelta(minutes=dice.randint(5, 2000))
        self.slots = self._slots(content)
        self.coins: dict[str, float] = {}
        self.at = 0  # the next paragraph

    def _paragraphs(self) -> list[str]:
        whole = list(self.article["paragraphs"])
        sizes = (2, 6) if self.dice.random() < 0.2 else (max(5, len(whole) * 2 // 3), len(whole))
        kept = whole[: self.dice.randint(*sizes)]
        if self.dice.random() > 0.25:
            return kept
        return [part for p in kept for part in _sentences(p)]

    def _slots(self, content: dict[str, Any]) -> dict[str, str]:
        dice, article = self.dice, self.article
        people, outlet = dice.sample(content["people"], 5), dice.choice(content["outlets"])
        address = f"{people[0].split()[0]}@{re.sub(r'[^a-z]', '', outlet.lower())}.example"
        others = dice.sample(content["headlines"], 12)
        captions = [article["caption"], dice.choice([dice.choice(others), article["standfirst"]])]
        slots = {
            **{key: article[key] for key in ("headline", "standfirst")},
            **dict(zip(("caption", "caption2"), captions, strict=True)),
            **dict(zip(("credit", "credit2"), dice.sample(content["credits"], 2), strict=True)),
            **dict(zip(("author", "author2", "author3", "person"), people, strict=False)),
            **{f"point{i + 1}": point for i, point in enumerate(article["points"][:3])},
            **{f"other{i + 1 if i else ''}": other for i, other in enumerate(others)},
            **{f"tag{i + 1}": tag for i, tag in enumerate(article["tags"])},
            "kicker": article["kicker"] or "News",
            "section": article["kicker"] or "News",
            "first_name": people[0].split()[0],
            "role": dice.choice(_ROLES),
            "place": dice.choice(content["places"]),
            "email": address.lower(),
            "O": outlet,
            "O_UPPER": outlet.upper(),
            "agency": dice.choice(_AGENCIES),
            "year": str(self.published.year),
        }
        return {key.upper(): text.upper() for key, text in slots.items()} | slots

    def page(self, layout: list[Line]) -> list[tuple[str, str, int]]:
        """Return the lines of a page: kind, text, blank lines above."""
        lines = [made for line in layout if self._is_there(line) for made in self._made(line)]
        lines = self._cut(lines)
        kinds = _kinds_in_place([kind for kind, _, _ in lines])
        return [(kind, text, blanks) for kind, (_, text, blanks) in zip(kinds, lines, strict=True)]

    def _is_there(self, line: Line) -> bool:
        if line.chance is None:
            optional = line.kind in ("head", "between", "after", "before", "caption")
            standfirst = line.kind == "standfirst" and self._coin("standfirst") < 0.15
            return not standfirst and not (optional and self.dice.random() < _LEFT_OUT)
        key = f"{line.group}{line.chance}" if line.group else ""
        return (self._coin(key) if key else self.dice.random()) < line.chance

    def _coin(self, key: str) -> float:
        """Throw one coin for all the lines of a group."""
        return self.coins.setdefault(key, self.dice.random())

    def _made(self, line: Line) -> Iterator[tuple[str, str, int]]:
        wanted = re.fullmatch(r"\{paragraphs (\w+)\}", line.text.strip())
        if wanted:
            left = len(self.paragraphs) - self.at
            number = left if wanted[1] == "rest" else max(0, min(int(wanted[1]), left - 1))
            for _ in range(number):
                yield "paragraph", self._next(), line.blanks
            return
        subhead = "{subhead}" in line.text
        if subhead and (not self.subheads or self.at >= len(self.paragraphs)):
            return
        text = re.sub(r"(?<!\.)\.\.(?!\.)", ".", _SLOT.sub(self._fill, line.text)).strip()
        text = re.sub(r"(?:\s*[,|·•#/])+$", "", text) if line.kind == "tag" else text
        if re.search(r"\w", text):
            yield line.kind, text, line.blanks

    def _next(self) -> str:
        self.at += 1
        return self.paragraphs[self.at - 1]

    def _fill(self, match: re.Match[str]) -> str:
        slot = match[1]
        if slot.startswith("~"):
            moment = self.updated if slot.startswith("~u:") else self.published
            return moment.strftime(slot.removeprefix("~").removeprefix("u:"))
        made: dict[str, Callable[[], str]] = {
            "n": lambda: str(self.dice.choice((7, 42, 318))),
            "min": lambda: str(self.dice.randint(1, 59)),
            "quote": lambda: self.dice.choice(_sentences(self.dice.choice(self.paragraphs))),
            "half": lambda: " ".join(self.dice.choice(self.paragraphs).split()[:8]),
            "lead": self._next,
            "subhead": lambda: self.subheads.pop(0),
        }
        return made[slot]() if slot in made else self.slots.get(slot, "")

    def _cut(self, lines: list[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
        """Copy some of the pages not from their top, and some not to their end."""
        headline = next(i for i, line in enumerate(lines) if line[0] == "headline")
        last = max(i for i, line in enumerate(lines) if line[0] == "paragraph")
        end = last + 1 if self.dice.random() < 0.05 else len(lines)
        chance = self.dice.random()
        if chance < 0.04:  # the headline was not copied
            return lines[headline + 1 : end]
        return lines[self.dice.randint(0, headline) if chance < 0.16 else 0 : end]


def _sentences(paragraph: str) -> list[str]:
    quoted = any(mark in paragraph for mark in '"“')
    return [paragraph] if quoted else re.split(r"(?<=[.!?])\s+(?=[A-Z])", paragraph)


def _kinds_in_place(kinds: list[str]) -> list[str]:
    """Name lines by where they stand: a stamp between paragraphs is no stamp of the article."""
    headline = kinds.index("headline") if "headline" in kinds else -1
    body = [i for i, kind in enumerate(kinds) if kind == "paragraph"]
    first, last = body[0], body[-1]
    above = {"byline": "byline above", "stamp": "stamp above"}
    head = {"before": "head", "between": "head", "after": "head", "tag": "head", "subhead": "head"}
    inside = {"paragraph": "paragraph", "subhead": "subhead", "caption": "caption inside"}
    out = []
    for i, kind in enumerate(kinds):
        if i < headline:
            out.append(above.get(kind, "before"))
        elif i < first:
            out.append(head.get(kind, kind))
        elif i <= last:
            out.append(inside.get(kind, "between"))
        else:
            out.append("tag" if kind == "tag" else "after")
    return out
