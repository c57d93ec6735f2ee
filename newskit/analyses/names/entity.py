"""Someone or something that an article names, and what it tells of them."""

from __future__ import annotations

from newskit.analyses.names.beside import nouns_beside
from newskit.analyses.names.evidence import SURE, Evidence, evidence
from newskit.analyses.names.given_names import role_pronoun
from newskit.analyses.names.name_forms import (
    Name,
    has_surname,
    is_full_name,
    is_place,
    name_hint,
    name_kind,
)
from newskit.analyses.names.once import Once
from newskit.analyses.names.runs import Run
from newskit.analyses.names.tag_sequence import TagSequence


class Entity:
    """A name with every place where it is printed; what it is, is worked out when it is asked for.

    `learned` is the pronoun that the article used where no one else could be meant; `hint` the one
    that a given name makes likely, which is never stated.
    """

    learned = owned = ""  # owned: by his or her in the same sentence, which may be another's
    family = ""  # of his widow, Noreen, who is Mrs Thornaby later

    def __init__(
        self,
        keys: tuple[str, ...],
        words: tuple[str, ...],
        tagged: TagSequence,
    ) -> None:
        self.keys = keys
        self.words = words
        self.tagged = tagged
        self.runs: list[Run] = []

    @Once
    def hint(self) -> str:
        """Return the pronoun of a given name; a name of one word may be one, too."""
        return name_hint(self.words)

    @Once
    def spellings(self) -> dict[str, int]:
        """Count each full form, with the last name alone where it ends so."""
        full = [run.name for run in self.runs if len(run.name.keys) > 1 or len(self.keys) == 1]
        counted = dict.fromkeys((name.printed for name in full), 0)
        for name in full:
            counted[name.printed] += 1
        for name in (run.name for run in self.runs if len(run.name.keys) == 1 < len(self.keys)):
            for spelled in counted:
                counted[spelled] += spelled.endswith(" " + name.words[0])
        return counted

    @Once
    def name(self) -> str:
        """Return the spelling printed most of those with most words; of equals the first."""
        if self.family:
            return " ".join((*self.words, self.family))
        forms = {run.name.printed for run in self.runs if len(run.name.keys) == len(self.keys)}
        if len(forms) == 1:
            return forms.pop()
        if not self.spellings:
            return " ".join(self.words)
        longest = max(spelled.count(" ") for spelled in self.spellings)
        full = [spelled for spelled in self.spellings if spelled.count(" ") == longest]
        return max(full, key=self.spellings.__getitem__)

    @Once
    def weighed(self) -> Evidence:
        """Weigh what stands around the name, all places together."""
        found = [evidence(self.tagged, run) for run in self.runs]
        if len(found) == 1:
            return found[0]
        return Evidence(*map(sum, zip(*found, strict=True))) if found else Evidence(0, 0, 0)

    @Once
    def kind(self) -> str:
        """Tell person, organization, place or unknown, by its words and what stands around it."""
        is_titled = any(run.name.title for run in self.runs)
        by_words = name_kind(self.words) == "organization"
        if not by_words:
            is_clear = is_titled and len(self.words) > 1
            return "person" if is_clear else self._kind_by_evidence()
        # Mayor Ann Banks; Park Ji-won, a Korean scholar.
        weighed = self.weighed
        is_shown = has_surname(self.words) and weighed.person >= SURE
        if (is_titled or is_shown) and weighed.person >= weighed.organization:
            return self._kind_by_evidence()
        return self._kind_by_words()

    def _kind_by_words(self) -> str:
        """Tell an organization from a place: Polar Bank, Mill Road, and one word of a dateline."""
        weighed = self.weighed
        is_dateline = len(self.words) == 1 and weighed.place > weighed.organization
        return "place" if is_dateline or is_place(self.words) else "organization"

    def _kind_by_evidence(self) -> str:
        weighed = self.weighed
        if is_place(self.words) and weighed.organization < SURE and not weighed.person:
            return "place"
        person = weighed.person + self._given
        if weighed.organization > person and weighed.organization >= weighed.place:
            return "organization"
        if weighed.place > person:
            return "place"

        # Two words are a person if nothing speaks against it; one is, if a good deal speaks for it.
        return "person" if is_full_name(self.words) or person >= SURE else "unknown"

    @property
    def _given(self) -> float:
        """Weigh a given name, which is evidence like any other; alone it may be a family name."""
        if not self.hint:
            return 0
        return SURE if len(self.words) > 1 else SURE / 2

    @Once
    def is_doubtful(self) -> bool:
        """Say whether it may be no name: a word that only opens sentences, or leads nouns."""
        if len(self.words) > 1 or self.kind != "unknown":
            return False
        tags = self.tagged.tags
        alone = any(tags[run.high : run.high + 1] not in ("n", "N", "e") for run in self.runs)
        return self.only_opens or not alone

    @Once
    def only_opens(self) -> bool:
        """Return whether it is a word that only opens sentences, and perhaps no name."""
        if len(self.words) > 1 or self.kind != "unknown":
            return False
        if any(map(str.isupper, self.words[0][1:])):
            return False  # ScotRail
        tags = self.tagged.tags
        return not any(run.begin and tags[run.begin - 1] not in ".|?" for run in self.runs)

    @property
    def is_likely_person(self) -> bool:
        """Return whether something speaks for a person, be it a given name only."""
        return bool(self.weighed.person or self.hint or self.learned or self.owned)

    @Once
    def titled(self) -> str:
        """Return the pronoun that its last title tells: Mrs. Lee."""
        told = [run.name.pronoun for run in self.runs if run.name.pronoun]
        return told[-1] if told else ""

    @property
    def told(self) -> str:
        """Return the pronoun that the article tells."""
        return self.titled or self.learned

    @Once
    def called(self) -> str:
        """Return the pronoun of the roles beside it: her son, Luc; the actress Ann Lee."""
        roles = (words[-1] for run in self.runs for words in nouns_beside(self.tagged, run))
        return next(filter(None, map(role_pronoun, roles)), "")

    @property
    def he_or_she(self) -> str:
        """Return what the article tells, else what the given name makes likely."""
        return self.told or self.called or self.hint or self.owned


def entity_of(
    name: Name,
    tagged: TagSequence,
) -> Entity:
    """Return a new entity of that name."""
    return Entity(name.keys, name.words, tagged)
