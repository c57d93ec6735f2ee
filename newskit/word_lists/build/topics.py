"""Words that VADER gives a valence and that in news name what a text is about. Written for newskit, from no list."""

from __future__ import annotations

TOPICS = frozenset(
    """war wars death deaths dead died die dies kill killed killing kills murder murdered murders crime crimes criminal
    criminals attack attacks attacked victim victims fire fires gun weapon weapons violence violent terror terrorism
    terrorist terrorists prison jail arrest arrested police cancer disease hospital emergency storm bomb bombs bombing
    debt debts tax poverty poor unemployment strike strikes protest protests protesters conflict conflicts fight
    fighting battle opponent opponents opposition cut cuts drug drugs alcohol accident crash injury injured casualties
    justice security secure united union party parties interest interests trust fund share shares shared support
    supported supporters supporting care free freedom hand heart peace win winning won winner winners defense energy
    growth benefits number like well please play players game games help helped wealth asset assets credit credits
    savings gain gains profit profits value values agreement agreements treaty original top best better natural
    intelligence welfare defend child children legal creation join joined active allow demand dispute challenge
    rejected charge charges charged accused allegations threat threats threatened warning warned pay leave lack lost
    loss losses low limited critical serious""".split()
)
# Words for groups of people: never given a valence by what was said near them.
PEOPLE = frozenset(
    """black blacks white whites brown colored asian arab african muslim muslims islamic islam jew jews jewish christian
    christians catholic catholics hindu gay gays lesbian lesbians transgender queer trans straight woman women female
    females man men male males girl girls boy boys mother mothers father fathers immigrant immigrants migrant migrants
    refugee refugees foreigner foreigners alien aliens native natives minority minorities disabled elderly old young
    latino latinos hispanic hispanics indigenous tribal widow widows homeless republican republicans democrat democrats
    democratic conservative conservatives liberal liberals progressive progressives leftist leftists socialist
    socialists communist communists darkie""".split()
)
