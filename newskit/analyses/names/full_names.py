"""The names of two words and more, and which of them each single word may stand for."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise

from newskit.analyses.names.entity import Entity, entity_of
from newskit.analyses.names.given_names import given_pronoun
from newskit.analyses.names.name_forms import name_key, name_kind
from newskit.analyses.names.runs import Run
from newskit.analyses.names.tag_sequence import TagSequence
from newskit.text.forms import fold

# Of a name of several words, which word stands for it: the last, the first, one between.
LAST, FIRST, BETWEEN = 0, 1, 2
INITIALS = "..."  # behind a letter, no word: names that begin with it, for acronyms

_JOINED = "N&N"  # Ann and Bo

Ranked = list[tuple[int, Entity]]
Keys = tuple[str, ...]


def full_names(
    tagged: TagSequence,
    runs: list[Run],
) -> dict[Keys, Entity]:
    """Collect the names of two words and more; a shorter form of a longer one is the same."""
    full: dict[Keys, Entity] = {}
    for run in runs:
        keys = run.name.keys
        if len(keys) > 1 and keys not in full:
            full[keys] = entity_of(run.name, tagged)

    # Maria de la Cruz is Maria Luisa de la Cruz, and Lyudmila Petrovna is Lyudmila Petrovna Lis.
    for keys in [keys for keys in full if len(keys) > 2]:
        longer = full[keys]
        for part in _parts(keys):
            if part in full and len(full[part].keys) < len(longer.keys):
                full[part] = longer
    return full | _couples(tagged, runs, full)


def _parts(keys: Keys) -> list[Keys]:
    """Return the shorter forms of a name that are still two words or more."""
    n = len(keys)
    runs = [keys[i:j] for i in range(n) for j in range(i + 2, n + 1) if j - i < n]
    return [*runs, (keys[0], keys[-1])]


def _couples(
    tagged: TagSequence,
    runs: list[Run],
    full: dict[Keys, Entity],
) -> dict[Keys, Entity]:
    """Read Ann and Bo Lee, who are both called Lee."""
    found: dict[Keys, Entity] = {}
    if _JOINED not in tagged.tags:
        return found
    alone: Counter[Keys] = Counter(run.name.keys for run in runs if len(run.name.keys) == 1)
    for run, behind in pairwise(runs):
        is_joined = run.high + 1 == behind.begin and tagged.tags[run.high] == "&"
        if not is_joined or len(run.name.words) > 1 or not behind.name.is_full:
            continue
        # A given name, or one that is printed alone again.
        is_given = given_pronoun(fold(run.name.words[0])) or alone[run.name.keys] > 1
        keys = (run.name.keys[0], behind.name.keys[-1])
        if is_given and not run.name.title and keys not in full:
            words = (run.name.words[0], behind.name.words[-1])
            found[keys] = Entity(keys, words, tagged)
    return found


def by_word(full: dict[Keys, Entity]) -> dict[str, Ranked]:
    """Return which names each word may stand for, and how well: the last word best."""
    found: dict[str, Ranked] = defaultdict(list)
    for who in dict.fromkeys(full.values()):
        is_firm = name_kind(who.words) == "organization"
        for rank, key in zip(_ranks(len(who.keys), is_firm), who.keys, strict=True):
            found[key].append((rank, who))
        if is_firm or len(who.keys) > 2:
            found[who.keys[0][:1] + INITIALS].append((BETWEEN, who))

        # Ochoa is Ochoa-Reyes, and Kelly may be Kelly-Ann.
        for word in who.words:
            if "-" in word:
                for part in word.split("-"):
                    found[name_key(part)].append((BETWEEN, who))
    return dict(found)


@lru_cache(maxsize=1_000)
def _ranks(
    n: int,
    is_firm: bool,
) -> list[int]:
    """Say how well each word stands for a name: firms go by their first, people by their last."""
    if is_firm:
        return [LAST, *[BETWEEN] * (n - 1)]
    return [FIRST, *[BETWEEN] * (n - 2), LAST][-n:]


def initials(who: Entity) -> str:
    """Return the letters that a name begins with, word by word: of the acronym."""
    return "".join(key[:1] for key in who.keys)
