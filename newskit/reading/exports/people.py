"""The people in the bylines of archives, which print them in more ways than outlets do."""

from __future__ import annotations

import re

from newskit.csv_files import rule_words
from newskit.reading.shared.bylines import is_name
from newskit.reading.table.cells import names_of

_WORDS = rule_words(__package__)
_AGENCIES = rule_words("newskit.reading.shared", "agencies.csv")
_KNOWN_AGENCIES = _AGENCIES["byline"] | _AGENCIES["signature"] | _WORDS["agency"]
_NOBODY = _WORDS["nobody"] | _AGENCIES["desk"]
_LABEL = re.compile(
    rf"^(?:and\s+)?(?:{'|'.join(sorted(_WORDS['by'], key=len, reverse=True))})\b\s*:?\s+"
    r"(?:(?:unser\w{0,2}|onze)\s+\w+\s+)?(?=\S)",
    re.IGNORECASE,
)
# "(now)", "(Reuter)": of when a name stood there, or an agency
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)|\s*--.*$")
# An address that was taken out is "[email protected]".
_MAIL_AND_NAME = re.compile(r"(?:\S{1,64}@\S{1,100}|\[email.protected\])\s*\((?P<name>[^()]*)\)")
_MAIL = re.compile(r"\S{1,64}@\S{1,100}|\[email.protected\]")
# "E" and "Y" in capitals are somebody's initials.
_AND = re.compile(
    rf"\s+(?:(?i:{'|'.join(sorted(_WORDS['and']))})|[ey&])\s+"
    r"|\s*/\s*(?=[^\W\d_]{2})|\s*[;|]\s*"
)
# "Bell, Ann", "van der Moor, Karl J.", "Bell, Ann, Jr": the given name behind the first comma
_FAMILY_FIRST = re.compile(
    r"(?P<family>(?:[a-z]{2,4}[ '’])*[^\W\d_][\w'’-]*), "
    r"(?P<given>[^\W\d_][\w'’.-]*(?: [^\W\d_]\.?)?(?: (?:van|von|der|den|de|la|du|di|da))*)"
    r"(?:,? (?P<suffix>(?:Jr|Sr)\.?|I{2,3}|IV))?"
)
_SINGLE = re.compile(r"[^\W\d_a-z][^\W\d_]{2,}")
_INITIALS = re.compile(r"[A-Z]{2,4}|[a-zäöü]{2,5}")
_PLACE = re.compile(rf"\s*,?\s+(?:{'|'.join(_WORDS['in'])})\s+[A-ZÀ-Ý].*$")
_REPORTER = re.compile(r"\s*(?:기자|특파원|記者|记者)\s*$")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,4}|[\u4e00-\u9fff]{2,4}")
_PARTICLES = rule_words("newskit.reading.shared")["name_particle"]
_LETTER = re.compile(r"(?<![^\W\d_])[^\W\d_]+")
_ROMAN = frozenset(("II", "III", "IV", "JR", "SR"))
_ARTICLE = re.compile(r"\b(?:(?:al|el|as|ad|an|ar|at)-|[dl]['’])(?=[A-ZÀ-Ý])")
_ABBREVIATION = 5  # letters: "ANSA"; "REUTERS" is a name in capitals
_OF_OUTLET = re.compile(r"\s+(?:of|for|at|von|vom|du|de)\s*,")
_LONG = 400  # characters of a byline; what is longer is a note on the authors
_SCOTS = re.compile(r"\b(Mc|O['’])([a-z])")


def people_in(byline: str, publisher: str = "") -> list[str]:
    """Return the names in a byline; an agency only where no person is named.

    The name of the outlet, which may stand behind somebody's name without a comma, is no part.

    Examples
    --------
    >>> people_in("By ANN BELL and KARL MOOR; Ann Bell reported from Dullport")
    ['Ann Bell', 'Karl Moor']
    >>> people_in("Bell, Ann; Moor, Karl"), people_in("VON BERND MÜLLER  UND EVA MAI")
    (['Ann Bell', 'Karl Moor'], ['Bernd Müller', 'Eva Mai'])
    >>> people_in("Ann Bell (now), Karl Moor (earlier)"), people_in("By ANN BELL, --(Reuter)")
    (['Ann Bell', 'Karl Moor'], ['Ann Bell'])
    >>> people_in("avec Reuters"), people_in("Letters"), people_in("홍길동 기자")
    (['Reuters'], [], ['홍길동'])
    """
    signed = _MAIL_AND_NAME.fullmatch(byline[:_LONG])
    printed = signed["name"] if signed else byline[:_LONG]
    plain = _BRACKETS.sub("", _MAIL.sub(" ", printed)).strip(" ,;/-")
    outlet = publisher.removeprefix("The ")
    if outlet:
        plain = re.sub(rf"\s*(?:\bthe )?\b{re.escape(outlet)}\b", ",", plain, flags=re.IGNORECASE)
        plain = _OF_OUTLET.sub(",", plain)

    people: dict[str, None] = {}
    agencies: dict[str, None] = {}
    for piece in _AND.split(_LABEL.sub("", plain)):
        names, agency = _of_piece(_LABEL.sub("", piece.strip(" ,.-")))
        people |= dict.fromkeys(names)
        agencies |= dict.fromkeys(agency)

    return list(people or agencies)


def _of_piece(piece: str) -> tuple[list[str], list[str]]:
    """Return the people and the agencies of a part of a byline between "and" or ";"."""
    folded = piece.casefold().removeprefix("the ")
    if not piece or folded in _NOBODY:
        return [], []

    reporter = _REPORTER.sub("", piece)
    if _HANGUL.fullmatch(reporter):
        return [reporter], []

    # One word is what somebody signs with, or an agency that is in no list.
    signs = _INITIALS.fullmatch(piece) or _SINGLE.fullmatch(piece)
    if signs or folded in _KNOWN_AGENCIES:
        return [], [_signature(piece)]

    named = folded_capitals(_PLACE.sub("", piece))
    inverted = _FAMILY_FIRST.fullmatch(named)
    if inverted and inverted["family"].casefold() not in _KNOWN_AGENCIES:
        suffix = inverted["suffix"] or ""
        return [f"{inverted['given']} {inverted['family']} {suffix}".rstrip()], []

    return _listed(named)


def _signature(piece: str) -> str:
    """Return an agency or initials as they are written: "REUTERS" is a name in capitals."""
    is_name = piece.isupper() and len(piece) > _ABBREVIATION
    return piece.title() if is_name else piece


def _listed(text: str) -> tuple[list[str], list[str]]:
    found = names_of(text)
    if not any(map(_is_person, found)):
        found = [*found, *map(str.strip, text.split(","))]

    people = [name for name in found if _is_person(name)]
    agencies = [name for name in found if name.casefold() in _KNOWN_AGENCIES]
    return people, agencies


def _is_person(name: str) -> bool:
    small = name.casefold()
    if small in _KNOWN_AGENCIES or small in _NOBODY:
        return False

    # "Special to The Harbor Post", "Staff reports": words of no name. "al-Rahman" is one.
    return is_name(_ARTICLE.sub("", name)) and not set(small.split()) & _WORDS["not_in_names"]


def folded_capitals(text: str) -> str:
    """Return names that are printed in capitals as they are written: "ANN O'BELL" is Ann O'Bell.

    >>> folded_capitals("ANN B. VAN DER BELL"), folded_capitals("Ann BELL"), folded_capitals("Ann")
    ('Ann B. van der Bell', 'Ann Bell', 'Ann')
    """
    return _LETTER.sub(_folded, text)


def _folded(match: re.Match[str]) -> str:
    word = match[0]
    is_short = len(word) == 1 or word in _ROMAN
    if is_short or not word.isupper() or word.casefold() in _KNOWN_AGENCIES:
        return word

    small = word.lower()
    is_particle = small in _PARTICLES and match.start() > 0
    return small if is_particle else _SCOTS.sub(_scots, small.capitalize())


def _scots(match: re.Match[str]) -> str:
    return match[1] + match[2].upper()
