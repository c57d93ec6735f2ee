"""Numbers and clocks that several lexemes make: two and a half, half past three, 0900 GMT."""

from __future__ import annotations

from typing import Final

from newskit.analyses.timeline.lexer import NOTHING, Lexeme
from newskit.analyses.timeline.words import PHRASES

# How many lexemes belong together, and the one that they make.
Joined = tuple[int, Lexeme]

_COUNTS: Final = ("small", "number", "worded")
_HALF: Final = (["and", "a", "half"], ["and", "half"])
# Behind 0900 they say that it is a clock; behind 7.30 "pm" does, too.
_HOURS: Final = ("hrs", "h", "hours")
# 2150 local time, 0900 Moscow time: no words behind a number have been put together yet.
_ZONES: Final = {words for words, meant in PHRASES.items() if meant.kind == "zone"}
_DAYS: Final = ("weekday", "shortday", "today", "this", "month", "small")
_LEADS: Final = ("at", "in", "between", "about")
_LAST_HOUR, _LAST_MINUTE = 23, 59
_SIDES: Final = {"past": 1, "to": -1}
# Half past three, quarter to six: minutes of what is said before the hour.
_SAID: Final = {"half": 30, "quarter": 15}
# "Ten to five" is a vote, "at ten to five" a clock.
_NO_VOTE: Final = ("at", "about", "before")
# Minutes of a day.
_DAY: Final = 24 * 60
_LAST_SPOKEN_HOUR, _LAST_SPOKEN_MINUTE = 12, 30
# Hours of the afternoon and evening, where nothing says which half of the day is meant.
_AFTERNOON: Final = range(1, 8)
_LEAD_HALF_FOUR: Final = (*_LEADS, "and", "to")
# Half four of them, half four hours.
_NO_HALF_FOUR: Final = ("units", "unit", "of", "worded")


def _join(
    lexemes: list[Lexeme],
    kind: str,
    value: int | float,
    word: str = "",
) -> Lexeme:
    first, last = lexemes[0], lexemes[-1]
    return Lexeme(kind, value, first.start, last.end, word or first.word)


def _after(lexemes: list[Lexeme], at: int) -> tuple[Lexeme, Lexeme]:
    """Return the two lexemes after one; NOTHING where the run ends."""
    second, third = (*lexemes[at + 1 : at + 3], NOTHING, NOTHING)[:2]
    return second, third


def _is_led(
    lexemes: list[Lexeme],
    at: int,
    kinds: tuple[str, ...],
) -> bool:
    return at > 0 and lexemes[at - 1].kind in kinds


def with_half(
    whole: Lexeme,
    lexemes: list[Lexeme],
    at: int,
) -> Joined | None:
    """Read what follows a number as its half: two and a half, two-and-a-half."""
    words: list[str] = []
    for n, lexeme in enumerate(lexemes[at : at + 6], start=1):
        # Hyphens may stand between them.
        if lexeme.kind != "hyphen":
            words.append(lexeme.word)
        if words in _HALF:
            return n, _join([whole, lexeme], "number", float(whole.number()) + 0.5)

    return None


def glued_half(lexemes: list[Lexeme], at: int) -> Joined | None:
    """Read "2 ½" as 2.5."""
    follows, _ = _after(lexemes, at)
    if follows.word != "½":
        return None

    return 2, _join(lexemes[at : at + 2], "number", lexemes[at].number() + 0.5)


def digits_clock(lexemes: list[Lexeme], at: int) -> Joined | None:
    """Read 0900 GMT, 1830 hrs, 7.30 pm, 7.30 on Friday: the next word makes a number a clock."""
    first = lexemes[at]
    hour, point, minute = first.word.partition(".")
    if not point:
        hour, minute = first.word[:2], first.word[2:]

    # "2½00" is a number, too.
    is_digits = len(minute) == 2 and f"{hour}{minute}".isdecimal()
    is_shown = is_digits and int(hour[:3]) <= _LAST_HOUR and int(minute) <= _LAST_MINUTE
    n = _tell_a_clock(lexemes, at) if is_shown else 0
    if n == 0:
        return None

    return n, _join(lexemes[at : at + n], "clock", 0, f"{hour}:{minute}")


def _tell_a_clock(lexemes: list[Lexeme], at: int) -> int:
    """Return how many lexemes a clock has that the words beside a number tell; 0 if none do."""
    follows, then = _after(lexemes, at)
    on_a_day = follows.kind == "on" and then.kind in _DAYS
    if follows.kind == "zone" or (follows.word, then.word) in _ZONES:
        return 1

    # 7.30 pm, at 7.30 on Friday.
    if "." in lexemes[at].word:
        is_told = on_a_day and _is_led(lexemes, at, _LEADS)
        return int(is_told or follows.kind == "ampm")

    if _in_hours(lexemes, at):
        return 2

    # By 0400: nothing else is written with a nought.
    if lexemes[at].kind == "padded" and _is_led(lexemes, at, _LEADS):
        return 1

    # At 1815 on Wednesday; "in 1815 on Friday" would be a year.
    return int(on_a_day and _is_led(lexemes, at, ("at",)))


def _in_hours(lexemes: list[Lexeme], at: int) -> bool:
    """Say whether four digits are hours: 1900 hrs, at 1900 hours; 2000 hours may be a length."""
    follows, _ = _after(lexemes, at)
    if follows.word == "hrs":
        return True

    is_clock = lexemes[at].kind == "padded" or _is_led(lexemes, at, _LEADS)
    return is_clock and follows.word in _HOURS


def spoken_clock(lexemes: list[Lexeme], at: int) -> Joined | None:
    """Read half past three, quarter to six, at ten to five, two minutes to midnight, half four."""
    first = lexemes[at]
    minutes = _minutes(first)
    if minutes is None:
        return None

    side, hour = _after(lexemes, at)
    if side.kind == "worded" and first.word == "half":
        return _half_four(lexemes, at)

    # Two minutes to midnight.
    n = 3
    if side.value == "TM":
        n = 4
        side, hour = _after(lexemes, at + 1)

    sign = _SIDES.get(side.word, 0)
    if sign == 0 or _is_a_share(lexemes, at):
        return None

    minute = hour.whole() * 60 + sign * minutes
    if hour.kind == "noon":
        return n, _clock_at(lexemes, at, n, minute)
    if not _is_hour(hour) or not _is_said(lexemes, at, sign):
        return None
    return n, _clock(lexemes, at, n, minute)


def _is_said(lexemes: list[Lexeme], at: int, sign: int) -> bool:
    """Say whether somebody says so: ten past five, quarter to five, at ten to five."""
    word = lexemes[at].word
    if sign > 0 or word == "quarter":
        return True

    # "Half to six" is said by nobody.
    return word != "half" and _is_led(lexemes, at, _NO_VOTE)


def _clock_at(
    lexemes: list[Lexeme],
    at: int,
    n: int,
    minutes: int,
) -> Lexeme:
    """Return the clock of a minute of the day; one past midnight is in the night that begins."""
    hour, minute = divmod(minutes % _DAY, 60)
    return _join(lexemes[at : at + n], "clock", 0, f"{hour}:{minute:02d}")


def _is_a_share(lexemes: list[Lexeme], at: int) -> bool:
    """Say whether it is "one-quarter to one-third"."""
    around = [*lexemes[max(at - 1, 0) : at], *lexemes[at + 3 : at + 4]]
    return "hyphen" in [lexeme.kind for lexeme in around]


def _minutes(lexeme: Lexeme) -> int | None:
    """Return the minutes that a word before "past" says; None for what is no minute."""
    said = _SAID.get(lexeme.word)
    if said is not None or lexeme.kind not in ("small", "worded"):
        return said

    n = lexeme.number()
    return n if 0 < n < _LAST_SPOKEN_MINUTE else None


def _is_hour(lexeme: Lexeme) -> bool:
    return lexeme.kind in ("small", "worded") and 1 <= lexeme.number() <= _LAST_SPOKEN_HOUR


def _half_four(lexemes: list[Lexeme], at: int) -> Joined | None:
    """Read "at half four" as 4.30, as it is said in Britain and Ireland."""
    hour, follows = _after(lexemes, at)
    is_led = _is_led(lexemes, at, _LEAD_HALF_FOUR)
    if not is_led or not _is_hour(hour) or follows.kind in _NO_HALF_FOUR:
        return None

    return 2, _clock(lexemes, at, 2, hour.number() * 60 + 30)


def _clock(
    lexemes: list[Lexeme],
    at: int,
    n: int,
    minutes: int,
) -> Lexeme:
    """Return what a digital clock shows: half past five is in the afternoon, unless it is said."""
    hour, minute = minutes // 60 or 12, minutes % 60
    after = [lexeme.kind for lexeme in lexemes[at + n : at + n + 4]]
    is_said = "ampm" in after or "part" in after
    if hour in _AFTERNOON and not is_said:
        hour += 12

    return _join(lexemes[at : at + n], "clock", 0, f"{hour}:{minute:02d}")


def year_pair(lexemes: list[Lexeme], at: int) -> Joined | None:
    """Read 2024-25, 2024/25, 2024-2025 before a season: years that follow each other."""
    first = lexemes[at]
    mark, second = _after(lexemes, at)
    is_glued = (first.end, mark.end) == (mark.start, second.start)
    if mark.word not in ("-", "–", "/") or not is_glued:
        return None

    is_short = second.end - second.start == 2 and second.kind in _COUNTS
    # "2019-2020" alone is a range of two years.
    named = [lexeme.kind for lexeme in lexemes[at + 3 : at + 4]]
    is_long = second.kind == "year" and named in (["season_word"], ["fiscal"])
    if not (is_short or is_long) or (second.number() - first.number()) % 100 != 1:
        return None

    return 3, _join([first, second], "year_pair", first.number())
