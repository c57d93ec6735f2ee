"""Who wrote it: byline labels, bare names, and the names in them."""

from __future__ import annotations

import re

from newskit.reading.shared.lines import TextLine

_LABEL = re.compile(
    r"(?:(?:reported|written|words|story|report|posted|text|compiled)\s+by|by|authors?(?: of the article)?|reporter)\b"
    r"\s*:?\s*",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[Bb]y(?=[A-Z][a-z])")
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_]{1,3}[’'`]?[^\W\d_]*(?:[-’'][^\W\d_]+)*\.?")
_PARTICLES = frozenset(
    "de da di du del della der van von den ter le la el al bin bint ibn abu st san dos das e y zu".split()
)
_ROLE = re.compile(
    r"\b(?:correspondents?|editors?|reporters?|writers?|journalists?|columnists?|producers?|photographers?|analysts?|"
    r"bureau chiefs?|contributors?|critics?|commentators?|freelance|chief)\b",
    re.IGNORECASE,
)
_ROLE_WORDS = frozenset(
    "political senior chief sports sport health science business economics education royal foreign home media "
    "environment technology tech national world deputy assistant associate digital crime legal defence defense "
    "diplomatic consumer culture arts news staff special investigations social affairs europe africa asia us uk "
    "lifestyle features showbiz tv transport data religious security local government managing executive night our "
    "freelance contributing former head international multimedia travel food film music theatre property style fashion "
    "beauty football cricket rugby gaming motoring weather climate energy housing markets gear parenting video "
    "audience".split()
)
_AGENCIES = frozenset({
    "associated press", "reuters", "agence france-presse", "afp", "ap", "pa media", "press association", "bloomberg",
    "bloomberg news", "canadian press", "dpa", "efe", "ansa", "xinhua", "pti", "ani", "ians", "tass", "kyodo", "aap",
    "upi", "digital desk", "web desk", "news desk", "online desk", "staff reporter", "staff writer", "editorial board",
    "agencies",
})  # fmt: skip
_AGENCY_TAIL = re.compile(
    r"(?:,|\s)\s*(?:the )?(?:associated press|canadian press|reuters|afp|bloomberg)$", re.IGNORECASE
)
_ABOUT = re.compile(r",? (?:is (?:an?|the|our)|writes|covers|reports|has been)\b")
_IN_PLACE = re.compile(r"\s+in\s+[A-Z][^,]{1,40}$")
_SPLIT = re.compile(r"\s*(?:,|;|/|&|\||·|•|\band\b|\bwith\b)\s*")
_OUTLET = re.compile(
    r"\b(?:news|times|post|press|media|tribune|herald|daily|magazine|tv|radio|com|network)\b",
    re.IGNORECASE,
)


def labelled(line: TextLine) -> str | None:
    """Return what stands behind a byline label ("Reported by: X" -> "X"); "" if it is on the next line."""
    if len(line.text) > 200 or line.bullet:
        return None
    glued = _GLUED.match(line.text)
    match = glued or _LABEL.match(line.text)
    if not match:
        return None
    rest = line.text[match.end() :].strip()
    if not rest:
        return "" if line.words <= 4 else None
    return rest if names(rest) and not (line.closed and line.words > 12) else None


def is_role(line: TextLine) -> bool:
    """Say whether a line is an author's role: "Freelance sports writer"."""
    return (
        line.words <= 6
        and not line.closed
        and bool(_ROLE.search(line.text))
        and line.text[:1].isupper()
    )


def names(byline: str) -> list[str]:
    """Return the names in a byline, without roles, places, handles and outlets."""
    out: list[str] = []
    plain = re.sub(r"@\w+.*$", "", byline).strip(" -–—|·•,:")
    plain = _LABEL.sub("", plain, count=1) if _LABEL.match(plain) else plain
    for piece in _SPLIT.split(plain):
        name = _name(piece)
        if name and name not in out:
            out.append(name)
    people = [n for n in out if n.casefold() not in _AGENCIES]
    return people or out


def is_name(text: str) -> bool:
    """Say whether a text could be a person's name: two to four capitalized words."""
    words = text.split()
    capital = [w for w in words if w[:1].isupper()]
    if not 2 <= len(words) <= 5 or not 2 <= len(capital) <= 4 or any(c.isdigit() for c in text):
        return False
    return all(_NAME_WORD.fullmatch(w) and (w[:1].isupper() or w in _PARTICLES) for w in words)


def is_about(text: str, people: list[str]) -> bool:
    """Say whether a paragraph tells who an author is: "Ann Lee is a reporter who covers the harbor."."""
    return len(text) < 400 and any(
        text.startswith(name) and _ABOUT.match(text[len(name) :]) for name in people
    )


def _name(piece: str) -> str | None:
    piece = _IN_PLACE.sub("", piece.strip(" -–—|·•,:."))
    if piece.casefold().removeprefix("the ") in _AGENCIES:
        return piece
    piece = _AGENCY_TAIL.sub("", piece)
    piece = re.sub(r"\s+(?:Follow|Email|Twitter|X)$", "", piece)
    if _ROLE.search(piece):
        piece = _without_role(piece)
    if _OUTLET.search(piece) or not is_name(piece):
        return None
    return piece


def _without_role(piece: str) -> str:
    """Cut "Amy Gibbons Political Correspondent" behind the name; a role glued to the name is cut too."""
    kept: list[str] = []
    for word in re.sub(r"(?<=[a-z])(?=[A-Z][a-z]{4})", " ", piece).split():
        if kept and (word.casefold() in _ROLE_WORDS or _ROLE.fullmatch(word)):
            break
        kept.append(word)
    return " ".join(kept)
