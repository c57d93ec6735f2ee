"""What a verb of speech may be followed by when the words themselves are not quoted.

Verbs of thought (believe, hope, fear) and of deed (block, hire) are left out on purpose: what they are followed by was
not said. Assigned by hand, from the grammar of each verb.
"""

from __future__ import annotations

from functools import cache, lru_cache

from newskit.text.forms import fold
from newskit.text.reporting_verbs import reporting_verbs

CLAUSE, OBJECT, INFINITIVE, OF, NOUN = 1, 2, 4, 8, 16

# say (that) it rains
_CLAUSE = """say add admit acknowledge agree allege announce answer argue assert attest boast brag caution claim
clarify comment complain conclude confess confide confirm contend counter concede declare demand deny
disclose divulge echo elaborate emphasise emphasize estimate exclaim explain forecast hint imply
indicate insist interject joke lament maintain mention moan muse note object observe opine pledge point
posit predict proclaim profess promise pronounce prophesy propose protest quip reason reassert rebut
recall recommend recount reflect reiterate remark repeat reply report request respond retort reveal
scoff shout signal speculate state stipulate stress suggest surmise swear testify theorize threaten
tweet underline underscore vow warn whisper wonder write yell ask inquire enquire question hypothesize
specify urge gripe grumble post announce release read email text cite""".split()
# tell them (that) it rains
_OBJECT = "tell assure inform notify reassure remind warn advise ask caution instruct promise".split()
# vow to stay; urge them to stay
_INFINITIVE = """vow promise pledge urge ask tell order advise instruct warn encourage invite implore beg demand propose
swear call appeal recommend plead command exhort challenge claim profess""".split()
# warn of rain; accuse them of it; call for it
_OF = """warn accuse complain boast brag apologize apologise call insist hint blame criticize criticise condemn
denounce refer allude point appeal plead push chide scold advocate decry rebuke""".split()
# announce a strike; deny it; call it a strike
_NOUN = """announce deny criticize criticise condemn denounce reject dismiss describe call predict demand propose
recommend suggest promise pledge dispute refute decry deplore defend reiterate stress emphasize
emphasise brand label term dub characterize characterise portray acknowledge admit concede reveal
disclose confirm cite blame rebuke explain tell note urge allege advocate disavow lament bemoan""".split()
# Verbs of other deeds too (wrote a letter, released a tape): speech only where a clause follows.
_NEEDS_CLAUSE = """write post release respond comment reflect remark email text read maintain recall state protest echo
mention question answer joke reply signal point indicate observe object repeat counter charge request
report share assure inform notify reassure remind speculate agree""".split()
# The plural of a noun is spelled like them: claims, states, reports, questions.
_ALSO_NOUNS = """state report comment claim question challenge tweet post call demand promise offer vow pledge answer
reply request name term text email label quote joke release estimate forecast note dispute protest
object reason query point remark mention boast appeal caution threat blast charge""".split()
_INVERTED = """say add write report note announce declare explain argue warn claim state insist recall joke reply
answer ask tweet observe""".split()
STRICT, INVERTS, ALSO_NOUN, DESCRIBES = 32, 64, 128, 256
SPEECH = CLAUSE | OBJECT | INFINITIVE | OF | NOUN
_LISTS = ((CLAUSE, _CLAUSE), (OBJECT, _OBJECT), (INFINITIVE, _INFINITIVE), (OF, _OF), (NOUN, _NOUN))
_MARKS = ((STRICT, _NEEDS_CLAUSE), (INVERTS, _INVERTED), (ALSO_NOUN, _ALSO_NOUNS))


@cache
def _frames() -> dict[str, int]:
    flags: dict[str, int] = {}
    for flag, verbs in _LISTS:
        for verb in verbs:
            flags[verb] = flags.get(verb, 0) | flag
    for flag, verbs in _MARKS:
        for verb in verbs:
            flags[verb] = flags.get(verb, 0) | flag
    known = {form: flags[verb] for form, (verb, *_) in reporting_verbs().items() if flags.get(verb, 0) & SPEECH}
    for form, (_, inflection, _, use) in reporting_verbs().items():
        if form in known:
            known[form] &= -1 if inflection in ("third", "base") else ~ALSO_NOUN
            known[form] |= DESCRIBES if use == "describe" else 0
    return known


@lru_cache(maxsize=5_000)
def frames_of(printed: str) -> int:
    """Return what may follow a printed verb, as flags; 0 for a verb that reports no speech.

    >>> frames_of("said") & CLAUSE > 0, frames_of("believed")
    (True, 0)
    """
    return _frames().get(fold(printed), 0)


def verb_of(printed: str) -> str:
    """Return the base form of a reporting verb."""
    return reporting_verbs()[fold(printed)][0]


def is_base(printed: str) -> bool:
    """Whether a form of a reporting verb is its base form (they say), not a participle."""
    return reporting_verbs()[fold(printed)][1] == "base"
