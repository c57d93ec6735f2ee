"""The tense of the verb beside a time: simple lists and suffixes, one class per distinct form."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newskit.text.forms import fold, word

FUTURE, PAST, PRESENT, PLAN, PLANNED, MODAL, PERFECT, SET, TO, AS, BE = b"fpregmhstab"
_CLASSES: Final = {
    FUTURE: "will shall 'll he'll she'll we'll they'll it'll i'll you'll won't",
    PAST: """was were had did wasn't weren't hadn't didn't said told came went took made began became got gave saw knew
        thought left felt kept held brought met ran sat stood lost paid sent built fell rose grew spoke broke chose
        drove wrote won found led spent sold bought caught fought taught sought flew drew threw wore tore swore struck
        shot sank swam sang rang drank hid lay laid slept swept wept fled fed bled bred dealt meant heard lent bent
        slid stuck swung stole froze woke ate forgot forgave shook mistook undertook overcame withdrew""",
    PRESENT: """is are am says say does do isn't aren't doesn't don't 's thinks believes wants remains knows comes goes
        takes makes shows faces continues works lives""",
    PERFECT: "has have hasn't haven't having",
    PLAN: "expects expect plans plan aims aim hopes hope intends intend",
    PLANNED: "going expected planned scheduled poised likely planning hoping aiming",
    SET: "set due ready slated about",
    TO: "to",
    AS: "as",
    BE: "be",
    MODAL: "would might should wouldn't shouldn't",
}
_BY_WORD: Final = {w: code for code, words in _CLASSES.items() for w in words.split()}
# Words in -ed that are no verbs in the past tense.
_NO_VERBS: Final = frozenset(
    """need speed seed deed feed indeed hundred breed greed weed united unprecedented alleged wounded naked sacred
    wicked rugged aged bleed exceed proceed succeed embed limited unspecified undisclosed unidentified unrelated
    unexpected unarmed""".split()
)


def verb(form: str) -> int:
    """Say which kind of verb a form is, as the code of a letter; 0 for none."""
    found = word(form)
    if found is None:
        return 0
    folded = fold(found.text)
    code = _BY_WORD.get(folded)
    if code is not None:
        return code
    if folded.endswith("ed") and len(folded) > 4 and found.text.islower() and folded not in _NO_VERBS:
        return PAST if "-" not in folded else 0
    return 0


# as (previously) planned · will · is (not) (yet) expected · was planned · would have been · would · has been · was · is
_CLUSTER = re.compile(
    rb"a\x00?g|f[\x00b]{0,2}p?|[prh][\x00b]{0,2}g|[eg]|s?tb[pg]|st|m[\x00b]?h[\x00b]?p?|m[\x00b]{1,2}p|h[\x00b]{0,2}p?|m|r\x00?p"
    rb"|pp?|r"
)


def comma(form: str) -> bool:
    """Whether a comma or its like stands after a form: verbs beyond it count as further away."""
    return form.rstrip("\"'”’»)")[-1:] in ",;:—–"


AS_PLANNED = b"a"
CUT = 4  # how many tokens a comma counts for


class Verb(NamedTuple):
    """The verb beside a time: its tense, and the tokens of the sentence that it was read from."""

    tense: str
    first: int
    last: int
    """The last token; for one that opens an infinitive (will, to), the verb itself is still to come."""
    open: bool


def nearest(verbs: bytes, commas: bytes, at: int, until: int) -> Verb | None:
    """Return the verb nearest to the tokens at to until of a sentence; None if no form is known to be one."""
    best: tuple[int, re.Match[bytes]] | None = None
    for cluster in _CLUSTER.finditer(verbs):
        if cluster.group()[:1] == AS_PLANNED:
            continue
        begin, end = cluster.span()
        if begin < at:
            distance = at - end + CUT * commas.count(1, end - 1, at)
        else:
            distance = begin - until + CUT * commas.count(1, until, begin)
        if best is None or distance < best[0]:
            best = distance, cluster
    if best is None:
        return None
    kinds, first = best[1].group().rstrip(b"\x00b"), best[1].start()
    return Verb(_name(kinds), first, first + len(kinds) - 1, kinds[-1:] in _OPEN)


_OPEN = (b"f", b"m", b"t", b"h")


def _name(cluster: bytes) -> str:
    if cluster[-1:] in (b"g", b"e", b"t") or b"t" in cluster:
        return "planned"  # set to, to be held
    if cluster[:1] == b"f":
        return "future"
    if cluster[:1] == b"m":
        return "past" if b"h" in cluster else "future"
    if cluster[-1:] == b"p" and cluster[:1] != b"r":
        return "past"
    return "present"
