"""Headings of a notebook below the title of the page, each with an id to be linked to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MOST_ID = 60  # characters
OF_OUTPUT = 3  # levels: what a cell puts out stands below the heading that it is under
_BETWEEN_WORDS = re.compile(r"[^\w]+")


class Heading(NamedTuple):
    """A heading of the notebook, for the list of contents."""

    level: int
    id: str
    text: str


@dataclass
class Headings:
    """The headings of a page so far; `lift` is how many levels they go down."""

    lift: int = 0
    told: list[Heading] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)

    @property
    def last(self) -> str:
        """The heading under which we are."""
        return self.told[-1].text if self.told else "of the page"

    def fit(self, root: Any, is_output: bool) -> None:
        """Put the headings of a fragment onto their levels, and note those of prose."""
        for element in list(root.iter(*TAGS)):
            level = TAGS.index(element.tag) + (OF_OUTPUT if is_output else self.lift)
            element.tag = TAGS[min(level, len(TAGS) - 1)]
            said = " ".join(element.text_content().split())
            if not said:
                element.tag = "div"  # an empty heading is none
            elif not is_output:
                self._note(element, said)

    def _note(self, element: Any, said: str) -> None:
        heading = Heading(TAGS.index(element.tag) + 1, self._free(heading_id(said)), said)
        element.set("id", heading.id)
        self.told.append(heading)

    def _free(self, name: str) -> str:
        if name not in self.ids:
            self.ids[name] = 1
            return name
        # "a-2" may be the name of a heading itself.
        self.ids[name] += 1
        return self._free(f"{name}-{self.ids[name]}")


def heading_id(said: str) -> str:
    """Return the id of a heading: what Jupyter makes of it, in lower case, after "s-"."""
    words = _BETWEEN_WORDS.sub("-", said.lower()).strip("-")
    return f"s-{words[:MOST_ID] or 'heading'}"
