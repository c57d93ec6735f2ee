"""The names in a byline, in an author tag, in the signature below an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newskit.csv_files import rule_words
from newskit.reading.cleaning import clean
from newskit.reading.page.words import any_phrase
from newskit.reading.shared.bylines import is_name
from newskit.reading.shared.bylines import names as names_in

# What introduces the author: "By", "Von", "Text:", "Kommentar von".
BY = re.compile(
    rf"^(?:{any_phrase('genre')} )?{any_phrase('by', 'byline_label')}\s*:?\s+(?=\S)"
    r"|^(?:by|autor|author|text|von)\s*:\s*",
    re.IGNORECASE,
)
_AND = re.compile(
    r" ?(?:[;|•·]| / |/(?=[A-Z])| (?:and|und) (?=[A-Z\u00c0-\u024f])| & | with | mit (?=[A-Z])) ?"
)
# "y" and "et" join names, and stand in names: Ortega y Gasset is one.
_WEAK_AND = re.compile(r" (?:et|y|e|og|och|en|ve|i|a) (?=[A-Z\u00c0-\u024f])")
_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_COMMA = re.compile(r"\s*[,、]\s*")
_SIGNED = re.compile(r"\s*[/;,]\s*")
# "Ann Lee ann@baycourier.example", "ann@baycourier.example (Ann Lee)", "Ann Lee @annlee"
_MAIL = re.compile(r"\S*@\S+(?:\s*\(([^()]+)\)\s*$)?")
# "Travel By Ann Lee"
_SECTION = re.compile(r"^.{1,30}\b[Bb]y (?=[A-Z])")
# "Ann Lee Staff Writer", "Ann LeeKorrespondent"
_ROLE = re.compile(rf"(?: |(?<=[a-zäöüß])){any_phrase('role')}$")
_DESK = re.compile(any_phrase("desk"), re.IGNORECASE)
_DOMAIN = re.compile(r"\.(?:com|org|net|de|co\.uk)$|\W")
_FINAL = tuple(".!?:…")
_AGENCIES = rule_words("newskit.reading.shared", "agencies.csv")
# In Turkish, "I" is not the capital of "i".
_ASCII = re.IGNORECASE | re.ASCII
_AGENCY = re.compile("|".join(sorted(_AGENCIES["signature"])), _ASCII)
_TAILS = "|".join(sorted(_AGENCIES["byline_tail"] | _AGENCIES["byline"], key=len, reverse=True))
_AGENCY_TAIL = re.compile(rf"(?:,|\s)\s*(?:the )?(?:{_TAILS})$", re.IGNORECASE)
_IN_PLACE = re.compile(r" in [A-Z][^,]{1,30}$")
# "(abc/xyz)", "abc, xyz; Foto: Port Press": initials, as German newsrooms sign.
_INITIALS = re.compile(
    r"\((?P<one>[a-zäöü]{2,5}(?:[/,;] ?[a-zäöü]{2,5})*)\)"
    r"|(?P<two>[a-zäöü]{2,5}(?:[/,] ?[a-zäöü]{2,5})+)(?:;.*)?"
)

# Characters of one stated author that are looked at.
MAX_LENGTH = 1000
# Characters of one name; longer ones are sentences.
MAX_NAME = 80
# Characters of a line of initials, with what is told of the picture.
MAX_LINE = 120
# Characters of a line that signs an article, and the names in it.
MAX_SIGNATURE, MAX_SIGNERS = 60, 3

_SOMEBODY = re.compile(rf"(?!{any_phrase('nobody')}\Z).{{1,{MAX_NAME}}}", _ASCII | re.DOTALL)


def split_names(stated: Iterable[str]) -> list[str]:
    """Return single names: "By A, B and C" is three, "A, Political Editor" is one."""
    names: dict[str, None] = {}
    for text in stated:
        plain = _MAIL.sub(r"\1", clean(text[:MAX_LENGTH]))
        line = BY.sub("", plain.strip())
        for piece in _joined_by_and(line):
            # Brackets hold an outlet; and there may be a second label: "Text: Von Ann Lee".
            bare = BY.sub("", _BRACKETS.sub("", piece).strip())
            stripped = (name.strip(" ,;:|·•-–—.\"'") for name in _by_comma(bare))
            names |= dict.fromkeys(map(_without_role, stripped))

    # Content systems put "admin" where nobody is named.
    return list(filter(_SOMEBODY.fullmatch, names))


def _without_role(name: str) -> str:
    """Cut a role off behind a name, and a section in front of "By"; a name told twice is one."""
    person = _SECTION.sub("", name)
    role = _ROLE.search(person)
    if role:
        # "Political Editor" is cut as a whole, where its words are known.
        bare = [*names_in(person), person[: role.start()].rstrip()]
        person = next(filter(is_name, bare), person)

    # "Ann Lee The Associated Press", in two elements of the page; "Ann Lee in London".
    for behind in (_AGENCY_TAIL, _IN_PLACE):
        shorter = behind.sub("", person)
        person = shorter if is_name(shorter) else person

    # "Ann Lee Ann Lee": once as a picture's label.
    words = person.split()
    half = len(words) // 2
    is_twice = half > 1 and words[:half] == words[half:]
    return " ".join(words[:half]) if is_twice else person


def _joined_by_and(text: str) -> Iterator[str]:
    """Cut at what joins names; at what may be a part of a name, only between whole names."""
    for piece in _AND.split(text):
        parts = _WEAK_AND.split(piece)
        # "Ann Lee, Editor y Tom Reyes": the role behind a comma is not a part of the name.
        are_names = all(is_name(part.split(",")[0]) for part in parts)
        yield from parts if are_names else [piece]


def _by_comma(piece: str) -> list[str]:
    """Split at commas before names; behind the others stands a role or an outlet."""
    # "Ann Lee, Political Editor", "Ann Lee, The Bay Courier"
    parts = list(filter(None, _COMMA.split(piece)))

    # In Japanese, "、" stands between names only.
    if "、" in piece:
        return parts

    return parts[:1] + list(filter(_is_name_or_agency, parts[1:]))


def _is_name_or_agency(text: str) -> bool:
    return is_name(text) or bool(_AGENCY.fullmatch(text))


def outlet_key(name: str) -> str:
    """Return what the name of an outlet and its domain have in common."""
    return _DOMAIN.sub("", name.casefold())


def signature(line: str, publisher: str) -> list[str]:
    """Return who signs an article in the line below its text: "The Courier / Europa Press"."""
    # Sentences, and lines such as "Photo 3 of 4", sign nothing.
    has_digit = any(map(str.isdigit, line))
    if has_digit or line.endswith(_FINAL) or len(line) > MAX_SIGNATURE:
        return []

    # The outlet itself says nothing new.
    signers = list(filter(None, map(str.strip, _SIGNED.split(BY.sub("", line)))))
    if publisher:
        own = outlet_key(publisher)
        signers = [name for name in signers if outlet_key(name) not in own]

    # One part that is none of these, and the line is something else: "Politics / Europe".
    can_sign = all(map(_can_sign, signers))
    return signers if can_sign and len(signers) <= MAX_SIGNERS else []


def initials(line: str) -> list[str]:
    """Return the initials that a line below an article is made of: "(abc/xyz)"."""
    found = _INITIALS.fullmatch(line.strip()) if len(line) <= MAX_LINE else None
    return re.findall(r"[a-zäöü]+", found["one"] or found["two"]) if found else []


def _can_sign(name: str) -> bool:
    return _is_name_or_agency(name) or bool(_DESK.search(name))
