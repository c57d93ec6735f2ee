"""Numbers and clocks that several lexemes make together: two and a half, half past three, 0900 GMT."""

from __future__ import annotations

from typing import Final

from newskit.analyses.timeline.lexer import NOTHING, Lexeme

# How many lexemes belong together, and the one that they make.
Joined = tuple[int, Lexeme]

_COUNTS: Final = ("small", "number", "worded")
_HALF: Final = (["and", "a", "half"], ["and", "half"], ["&", "a", "half"])
# Behind four digits, or 7.30, they say that it is a clock.
_TELL: Final = ("ampm", "zone")
_DAYS: Final = ("weekday", "shortday", "today", "this", "month", "small")
_HOURS: Final = ("hrs", "h", "hours")
_LAST_HOUR, _LAST_MINUTE = 23, 59
# Half past three, quarter to six: minutes of what is said before the hour.
_SAID: Final = {"half": 30, "quarter": 15}
_BEFORE_TEN_TO_FIVE: Final = ("at", "about", "before")
_LAST_SPOKEN_HOUR, _LAST_SPOKEN_MINUTE = 12, 29


def _join(lexemes: list[Lexeme], kind: str, value: int | float, word: str = "") -> Lexeme:
    first, last = lexemes[0], lexemes[-1]
    return Lexeme(kind, value, first.start, last.end, word or first.word)


def with_half(whole: Lexeme, lexemes: list[Lexeme], at: int) -> Joined | None:
    """Read what follows a number as its half: two and a half, two-and-a-half, 2½."""
    place, words = at, list[str]()
    while place < len(lexemes) and len(words) < len(_HALF[0]):
        # Hyphens may stand between them.
        lexeme = lexemes[place]
        place += 1
        if lexeme.kind != "hyphen":
            words.append(lexeme.word)
        if words in _HALF:
            # "Two and half of them": a unit follows.
            return place - at, _join([whole, lexeme], "number", float(whole.number()) + 0.5)

    return None


def glued_half(lexemes: list[Lexeme], at: int) -> Joined | None:
    """Read "2 ½" as 2.5."""
    follows = lexemes[at + 1] if at + 1 < len(lexemes) else NOTHING
    if follows.word != "½":
        return None

    return 2, _join(lexemes[at : at + 2], "number", lexemes[at].number() + 0.5)


def digits_clock(lexemes: list[Lexeme], at: int) -> Joined | None:
    """Read 0900 GMT, 1830 hrs, 7.30 pm, 7.30 on Friday: a number that the next word makes a clock."""
    first = lexemes[at]
    follows, then = (*lexemes[at + 1 : at + 3], NOTHING, NOTHING)[:2]
    in_hours = follows.word in _HOURS and (first.kind == "padded" or _is_led(lexemes, at))
    on_a_day = follows.kind == "on" and then.kind in _DAYS
    if "." in first.word:
        hour, _, minute = first.word.partition(".")
        tells = follows.kind in _TELL or (on_a_day and _is_led(lexemes, at))
    else:
        hour, minute = first.word[:2], first.word[2:]
        tells = in_hours or follows.kind == "zone"

    is_clock = len(minute) == 2 and len(hour) <= 2 and tells
    if not is_clock or int(hour) > _LAST_HOUR or int(minute) > _LAST_MINUTE:
        return None

    n = 2 if in_hours else 1
    return n, _join(lexemes[at : at + n], "clock", 0, f"{hour}:{minute}")


def _is_led(lexemes: list[Lexeme], at: int) -> bool:
    return at > 0 and lexemes[at - 1].kind in ("at", "in", "about")


def spoken_clock(lexemes: list[Lexeme], at: int) -> Joined | None:
    """Read half past three, quarter to six, ten past nine; "at ten to five", as ten to five is a vote."""
    place = at + 1
    first = lexemes[at]
    minutes = _SAID.get(first.word)
    if minutes is None and first.kind in ("small", "worded"):
        minutes = first.number()

    side, hour = (*lexemes[place : place + 2], NOTHING, NOTHING)[:2]
    if minutes is None or side.word not in ("past", "to") or hour.kind not in ("small", "worded"):
        return None

    is_to = side.word == "to"
    is_led = at > 0 and lexemes[at - 1].kind in _BEFORE_TEN_TO_FIVE
    is_vote = is_to and first.word not in _SAID and not is_led
    is_hour = 1 <= hour.number() <= _LAST_SPOKEN_HOUR
    # "Half to six" is said by nobody.
    is_minute = 0 < minutes <= _LAST_SPOKEN_MINUTE + (first.word == "half" and not is_to)
    if is_vote or not is_hour or not is_minute:
        return None

    on_the_clock = hour.number() * 60 + (-minutes if is_to else minutes)
    printed = f"{on_the_clock // 60 or 12}:{on_the_clock % 60:02d}"
    return 3, _join(lexemes[at : at + 3], "clock", 0, printed)


def year_pair(lexemes: list[Lexeme], at: int) -> Joined | None:
    """Read 2024-25, 2024/25, 2024-2025 before a season as a pair of years that follow each other."""
    first, mark, second = (*lexemes[at : at + 3], NOTHING, NOTHING)[:3]
    is_glued = (first.end, mark.end) == (mark.start, second.start)
    if mark.word not in ("-", "–", "/") or not is_glued:
        return None

    is_short = second.end - second.start == 2 and second.kind in _COUNTS
    if not (is_short or second.kind == "year"):
        return None

    follows_on = (second.number() - first.number()) % 100 == 1
    after = lexemes[at + 3] if at + 3 < len(lexemes) else NOTHING
    named = after.kind in ("season_word", "fiscal")
    # "2019-2020" alone is a range of two years.
    if not follows_on or not (is_short or named):
        return None

    return 3, _join([first, second], "year_pair", first.number())
