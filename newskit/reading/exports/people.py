"""The people in the bylines of archives, which print them in more ways than outlets do."""

from __future__ import annotations

import re

from newskit.csv_files import rule_words
from newskit.reading.shared.bylines import is_name
from newskit.reading.table.cells import names_of

_WORDS = rule_words(__package__)
_AGENCIES = rule_words("newskit.reading.shared", "agencies.csv")
_KNOWN_AGENCIES = _AGENCIES["byline"] | _AGENCIES["signature"] | _WORDS["agency"]
_NOBODY = _WORDS["nobody"] | _AGENCIES["desk"] | _KNOWN_AGENCIES


def _any(kind: str) -> str:
    return "|".join(map(re.escape, sorted(_WORDS[kind], key=len, reverse=True)))


GOES_ON = re.compile(rf"(?:{_any('and')}|&)\s+", re.IGNORECASE)
"""Opens what goes on from a line of names: "und Karl Moor"."""
_LABEL = re.compile(
    rf"^(?:(?:{_any('and')})\s+)?(?:{_any('by')})\b\s*:?\s+"
    r"(?:(?:unser\w{0,2}|onze)\s+\w+\s+)?(?=\S)"
    rf"|^(?:{_any('and')})\s+|^(?:{_any('reporter')})",
    re.IGNORECASE,
)
# "(now)", "(Reuter)": of when a name stood there, or an agency; another name may follow
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)")
_REMARK = re.compile(r"\s*--.*$")
_MAIL = re.compile(r"\S{1,64}@\S{1,100}|\[email.protected\]")
# An address that was taken out is "[email protected]".
_MAIL_AND_NAME = re.compile(rf"(?:{_MAIL.pattern})\s*\((?P<name>[^()]*)\)")
# "E" and "Y" in capitals are somebody's initials, but for two whole names around them.
_AND = re.compile(
    rf"\s+(?:(?i:{_any('and')})|[ey&])\s+"
    r"|\s*/\s*(?=[^\W\d_]{2})|\s*[;|·、，／]\s*"
)
_CAPITAL = r"(?![a-zß-ÿ])[^\W\d_]"
# "LAGADEC Soizic": capitals tell the family name
_FAMILY_IN_CAPITALS = re.compile(
    r"^(?P<family>[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?: [A-ZÀ-Þ'’-]{2,})*) (?P<given>[A-ZÀ-Þ][a-zß-ÿ-]+)$"
)
_WHOLE_NAMES = re.compile(r"\b([^\W\d_]{2,} [^\W\d_]{3,}) [EY] (?=[^\W\d_]{3,} [^\W\d_]{3})")
# "Bell, Ann", "van der Moor, Karl J.", "Bell, Ann, Jr": the given name behind the first comma
_FAMILY_FIRST = re.compile(
    rf"(?P<family>(?:(?:[a-z]{{2,4}}|St\.?)[ '’])*{_CAPITAL}[\w'’-]*), "
    rf"(?P<given>{_CAPITAL}[\w'’.-]*(?: (?!(?:Jr|Sr|II|III|IV)\b){_CAPITAL}[\w'’.-]*)?"
    r"(?: (?:van|von|der|den|de|la|du|di|da))*)"
    r"(?:,? (?P<suffix>(?:Jr|Sr)\.?|I{2,3}|IV))?"
)
_INITIALS = re.compile(r"[A-Z]{2,4}|[a-zäöü]{2,4}")
_SINGLE = re.compile(r"[^\W\d_a-z][^\W\d_]*[a-zß-ÿ][^\W\d_]*|[^\W\d_a-z]{6,}")
_PLACE = re.compile(rf"\s*,?\s+(?:{_any('in')})\s+[A-ZÀ-Ý][^,]*")
_SUFFIX = re.compile(r",\s*(?=(?:Jr|Sr|I{2,3}|IV)\b)")
_NOTE = re.compile(rf"\s+(?:{_any('note')})\b.*$", re.IGNORECASE)
_HONORIFIC = re.compile(rf"^(?:{_any('honorific')})\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_PICTURES = re.compile(rf"\s+(?:{_any('pictures')})\s*(?::|by\b|von\b|par\b).*$", re.IGNORECASE)
_REPORTER = re.compile(rf"\s*(?:{_any('reporter')})\s*$")
_CJK = re.compile(r"[\u4e00-\u9fff\uac00-\ud7a3]")
_CJK_NAME = re.compile(rf"(?!.*(?:{_any('no_name')}))[\u4e00-\u9fff\uac00-\ud7a3]{{2,4}}")
_PARTICLES = rule_words("newskit.reading.shared")["name_particle"]
_LETTER = re.compile(r"(?<![^\W\d_])[^\W\d_]+")
_LIKE_OUTLET = re.compile(r"The .*|(?:L[ae]s?|D(?:er|ie|as)|El|Los|Il) \S+")
_LONGER_THAN_INITIAL = re.compile(r"[^\W\d_]{2}")
_ROMAN = frozenset(("II", "III", "IV", "JR", "SR"))
_ARTICLE = re.compile(r"\b(?:(?:al|el|as|ad|an|ar|at)-|[dl]['’])(?=[A-ZÀ-Ý])")
_OF_OUTLET = re.compile(r"\s+(?:of|for|at|von|vom|du|de)\s*,")
_ROLES = r"(?=(?:staff|special|chief|senior|news|sports?|political|city)?\s*(?:writer|reporter|"
_ROLES += r"correspondent|editor|columnist|critic|staff)s?\b)"
_LONG = 400  # characters of a byline; what is longer is a note on the authors
_SCOTS = re.compile(r"\b(Mc|O['’])([a-z])")


def people_in(byline: str, publisher: str = "") -> list[str]:
    """Return the people in a byline; agencies, desks and initials are nobody's names.

    The name of the outlet, which may stand behind somebody's name without a comma, is no part.

    Examples
    --------
    >>> people_in("By ANN BELL and KARL MOOR; Ann Bell reported from Dullport")
    ['Ann Bell', 'Karl Moor']
    >>> people_in("Bell, Ann; Moor, Karl"), people_in("VON BERND MÜLLER  UND EVA MAI")
    (['Ann Bell', 'Karl Moor'], ['Bernd Müller', 'Eva Mai'])
    >>> people_in("Ann Bell (now), Karl Moor (earlier)"), people_in("By ANN BELL, --(Reuter)")
    (['Ann Bell', 'Karl Moor'], ['Ann Bell'])
    >>> people_in("avec Reuters"), people_in("Letters"), people_in("abm/dpa")
    ([], [], [])
    >>> people_in("홍길동 기자")
    ['홍길동']
    """
    signed = _MAIL_AND_NAME.fullmatch(byline[:_LONG])
    printed = signed["name"] if signed else byline[:_LONG]
    printed = _PICTURES.sub("", _REMARK.sub("", printed))
    plain = _BRACKETS.sub("; ", _MAIL.sub(" ", printed))
    plain = _without_outlet(plain, publisher).strip(" ,;/-")
    people: dict[str, None] = {}
    for piece in _AND.split(_WHOLE_NAMES.sub(r"\1; ", _LABEL.sub("", plain))):
        people |= dict.fromkeys(_names(piece.strip(" ,.-")))

    return list(people)


def signs(line: str) -> bool:
    """Say whether a line is what stands in the place of a byline: people, agencies or initials.

    >>> signs("Ann Bell"), signs("AFP"), signs("abm/dpa"), signs("Ferry sails at noon")
    (True, True, True, False)
    >>> signs("Letters")  # may be a headline
    False
    """
    pieces = (piece.strip(" ,.-()") for piece in _AND.split(_LABEL.sub("", line)))
    return all(map(_signs, filter(None, pieces)))


def _signs(piece: str) -> bool:
    is_agency = piece.casefold() in _KNOWN_AGENCIES
    return is_agency or bool(_INITIALS.fullmatch(piece) or _names(piece))


def _without_outlet(byline: str, publisher: str) -> str:
    """Put a comma in the place of the outlet; of its last word, where a role follows."""
    outlet = publisher.removeprefix("The ")
    if not outlet:
        return byline

    last = outlet.split()[-1]
    names = rf"(?:{re.escape(outlet)}\b|{re.escape(last)}\s+{_ROLES})"
    plain = re.sub(rf"\s*(?:\bthe )?\b{names}", ", ", byline, flags=re.IGNORECASE)
    return _OF_OUTLET.sub(",", plain)


def _names(piece: str) -> list[str]:
    """Return the people of a part of a byline between "and" or ";"."""
    reporter = _REPORTER.sub("", _LABEL.sub("", _SUFFIX.sub(" ", piece)))
    if _CJK.match(reporter):
        return [name for name in reporter.split() if _CJK_NAME.fullmatch(name)]

    printed = _HONORIFIC.sub("", _PLACE.sub("", _NOTE.sub("", reporter)))
    printed = _FAMILY_IN_CAPITALS.sub(r"\g<given> \g<family>", printed)
    named = folded_capitals(printed)
    if _is_nobody(named):
        return []

    # One word is what somebody signs with, "Zapiro"; "ABM" and "abm" are initials.
    if _SINGLE.fullmatch(printed) and named.casefold() not in _WORDS["not_in_names"]:
        return [named]

    inverted = _FAMILY_FIRST.fullmatch(named)
    words = set(named.casefold().replace(",", "").split())
    is_inverted = words.isdisjoint(_WORDS["not_in_names"])
    if inverted and is_inverted and not _is_nobody(inverted["family"]):
        suffix = inverted["suffix"] or ""
        return [f"{inverted['given']} {inverted['family']} {suffix}".rstrip()]

    found = list(filter(_is_person, names_of(named)))
    return found or list(filter(_is_person, map(str.strip, named.split(","))))


def _is_nobody(name: str) -> bool:
    return name.casefold().removeprefix("the ") in _NOBODY


def _is_person(name: str) -> bool:
    is_word = _LONGER_THAN_INITIAL.search(name)
    if _is_nobody(name) or _LIKE_OUTLET.fullmatch(name) or not is_word:
        return False

    # "Special to The Harbor Post", "Staff reports": words of no name. "al-Rahman" is one.
    words = set(name.casefold().split())
    if name.partition(" ")[0].casefold() in _KNOWN_AGENCIES:  # "PA Political"
        return False

    return is_name(_ARTICLE.sub("", name)) and words.isdisjoint(_WORDS["not_in_names"])


def folded_capitals(text: str) -> str:
    """Return names that are printed in capitals as they are written: "ANN O'BELL" is Ann O'Bell.

    >>> folded_capitals("ANN B. VAN DER BELL"), folded_capitals("Ann BELL"), folded_capitals("Ann")
    ('Ann B. van der Bell', 'Ann Bell', 'Ann')
    """
    return _LETTER.sub(_folded, text)


def _folded(match: re.Match[str]) -> str:
    word = match[0]
    is_capitals = word.removeprefix("Mc").isupper() and len(word) > 1
    if not is_capitals or word in _ROMAN or word.casefold() in _KNOWN_AGENCIES:
        return word

    small = word.lower()
    is_particle = small in _PARTICLES and match.start() > 0
    return small if is_particle else _SCOTS.sub(_scots, small.capitalize())


def _scots(match: re.Match[str]) -> str:
    return match[1] + match[2].upper()
