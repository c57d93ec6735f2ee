"""Who wrote it: byline labels, bare names, and the names in them."""

from __future__ import annotations

import re

from newskit.csv_files import rule_words
from newskit.reading.shared.lines import TextLine

_WORDS = rule_words(__package__)
_PARTICLES, _ROLE_MODIFIERS = _WORDS["name_particle"], _WORDS["role_modifier"]
_AGENCIES = rule_words(__package__, "agencies.csv")
_NOT_PEOPLE = _AGENCIES["byline"] | _AGENCIES["desk"]
_NOT_IN_NAMES = _WORDS["not_in_names"]
_TAILS = "|".join(sorted(_AGENCIES["byline_tail"]))

_LABEL = re.compile(
    r"(?:(?:reported|written|words|story|report|posted|text|compiled)\s+by|by|"
    r"authors?(?: of the article)?|reporter)\b\s*:?\s*",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[Bb]y(?=[A-Z][a-z])")  # "ByAna Reyes": the blank was a margin on the page
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_]{1,3}[’'`]?[^\W\d_]*(?:[-’'][^\W\d_]+)*\.?")
_ROLE = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS['role']))})\b", re.IGNORECASE)
_GLUED_ROLE = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{4})")  # "Ana ReyesTravel Reporter"
_AGENCY_TAIL = re.compile(rf"(?:,|\s)\s*(?:the )?(?:{_TAILS})$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_BUTTON = re.compile(r"\s+(?:Follow|Email|Twitter|X)$")
_MAIL = re.compile(r"\S{1,60}@\S{1,60}\.\S{1,20}")
_HANDLE = re.compile(r"@\w+.*$")
_DAY_WORDS = (" on", " at")
_DAY_FOLLOWS = re.compile(r"\s+(?:on|at)$")  # "By Ana Reyes on July 5": the day was cut off
_ICON = re.compile(r"(?:icon|headshot of|photo of|by-?line)\s+", re.IGNORECASE)
_ICON_WORDS = ("icon", "headshot of", "photo of", "byline", "by-line")
_ABOUT = re.compile(
    r",? (?:is (?:an?|the|our)|writes|covers|reports|has been|(?:can|may) be reached"
    r"|ist|schreibt|berichtet|arbeitet)\b"
)
_NOTE_ON_SOMEBODY = re.compile(
    r"[A-Z][\w.'’-]+(?: [\w.'’-]+){0,3}(?:,[^.]{0,60},?)? "
    r"(?:is|was|has|covers?|writes?|reports?|joined|works?|worked|started)\b"
)
_FOR_OUTLET = re.compile(r"\s+for\s+.+$", re.IGNORECASE)  # "Dolores Reyes For Gazette.Com"
_GLUED_WORD = re.compile(
    r"(?<=[a-z])(?:Twitter|Facebook|Instagram|Follow|Email|Share|Contributor|The [A-Z]).*$"
)  # "Sarah ReyesTwitter": the button stood beside the name
_IN_PLACE = re.compile(r"\s+in\s+[A-Z][^,]{1,40}$")
_SPLIT = re.compile(r"\s*(?:,|;|/|&|\||·|•|\band\b|\bwith\b|\s[-–—]\s)\s*")
_OUTLET = re.compile(
    r"\b(?:news|times|post|press|media|tribune|herald|daily|magazine|tv|radio|com|network|"
    r"ledger|chronicle|gazette|courier|echo|argus|bulletin|weekly|journal)\b",
    re.IGNORECASE,
)

_AROUND = " -–—|·•,:"
_LONG_BYLINE = 200  # characters
_LONG_ABOUT = 400  # characters of a paragraph on who the author is
_SENTENCE_WORDS = 12  # names of four authors have no more
_LABEL_WORDS = 4  # "Author of the article:" has its name on the next line
_ROLE_WORDS = 6  # "Chief political correspondent in Lisbon"
_NAME_WORDS = range(2, 6)  # "Ana Reyes" to "Maria de la Cruz Lopez"
_NAME_CAPITALS = range(2, 5)


def labeled_byline(line: TextLine) -> str | None:
    """Return what follows a byline label ("Reported by: X" -> "X"); "" if that is the next line."""
    if len(line.text) > _LONG_BYLINE or line.bullet:
        return None

    match = _GLUED.match(line.text) or _LABEL.match(line.text)
    if match is None:
        return None

    rest = line.text[match.end() :].strip()
    if not rest:
        return "" if line.words <= _LABEL_WORDS else None

    # "By the time the council met, the river had risen ..." has no byline in it.
    is_sentence = line.closed and line.words > _SENTENCE_WORDS
    return rest if not is_sentence and names(rest) else None


def is_role(line: TextLine) -> bool:
    """Say whether a line is an author's role: "Freelance sports writer"."""
    if line.words > _ROLE_WORDS or line.closed:
        return False

    return line.text[:1].isupper() and bool(_ROLE.search(line.text))


def names(byline: str) -> list[str]:
    """Return the names in a byline, without roles, places, handles and outlets."""
    plain = byline
    if "@" in byline:
        plain = _HANDLE.sub("", _MAIL.sub("", byline))
    plain = _without_icon(plain.strip(_AROUND))
    if plain.endswith(_DAY_WORDS):
        plain = _DAY_FOLLOWS.sub("", plain)
    label = _LABEL.match(plain)
    if label:
        plain = plain[label.end() :]

    found = map(_name, _SPLIT.split(plain))
    listed = list(dict.fromkeys(filter(None, found)))

    # An agency is the author where no person is: "Ana Reyes, Associated Press" is Ana Reyes.
    people = [name for name in listed if name.casefold() not in _NOT_PEOPLE]
    return people or listed


def _without_icon(text: str) -> str:
    small = text.casefold()
    if any(map(small.__contains__, _ICON_WORDS)):
        return _ICON.sub("", text, count=1)

    return text


def is_name(text: str) -> bool:
    """Say whether a text could be a person's name: two to four capitalized words."""
    words = text.split()
    if len(words) not in _NAME_WORDS or _DIGIT.search(text):
        return False

    capitals = sum(word[:1].isupper() for word in words)
    if capitals not in _NAME_CAPITALS:
        return False

    return all(map(_is_in_names, words))


def is_about(text: str, people: list[str]) -> bool:
    """Say whether a paragraph tells who an author is: "Ann Lee is a reporter who covers ..."."""
    if len(text) >= _LONG_ABOUT:
        return False

    for name in people:
        if text.casefold().startswith(name.casefold()) and _ABOUT.match(text[len(name) :]):
            return True

    return False


def tells_of_a_journalist(text: str) -> int:
    """Say whether a paragraph opens like a note on an author: 0 no, 1 perhaps, 2 with a role."""
    if not _NOTE_ON_SOMEBODY.match(text):
        return 0

    return 2 if _ROLE.search(text) else 1


def _is_in_names(word: str) -> bool:
    in_place = word[:1].isupper() or word in _PARTICLES
    return in_place and bool(_NAME_WORD.fullmatch(word))


def _name(piece: str) -> str | None:
    """Return the name in one piece of a byline, or None where there is none."""
    piece = _GLUED_WORD.sub("", _without_outlet(piece))
    piece = piece.strip(_AROUND + ".")
    if " in " in piece:
        piece = _IN_PLACE.sub("", piece)
    if piece.casefold().removeprefix("the ") in _NOT_PEOPLE:
        return piece

    # What follows takes words away, and a name has two.
    if " " not in piece:
        return None

    piece = _AGENCY_TAIL.sub("", piece)
    piece = _BUTTON.sub("", piece)
    if _ROLE.search(piece):
        piece = _without_role(piece)

    # "Harbor News" has two capitalized words too.
    could_be = is_name(piece) and not _OUTLET.search(piece)
    return piece if could_be and not _is_no_name(piece) else None


def _without_outlet(piece: str) -> str:
    return _FOR_OUTLET.sub("", piece) if " for " in piece.casefold() else piece


def _is_no_name(piece: str) -> bool:
    """Say whether a word of a piece is one of timestamps or credits: "Published Fri"."""
    words = set(piece.casefold().split())
    return bool(words & _NOT_IN_NAMES) or piece.casefold() in _AGENCIES["credit"]


def _without_role(piece: str) -> str:
    """Cut "Political Correspondent" off behind the name; also a role that is glued to the name."""
    kept: list[str] = []
    for word in _GLUED_ROLE.sub(" ", piece).split():
        is_of_role = word.casefold() in _ROLE_MODIFIERS or _ROLE.fullmatch(word)
        # The first word stays: somebody may be called Chief.
        if kept and is_of_role:
            break

        kept.append(word)

    return " ".join(kept)
