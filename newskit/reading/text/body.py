"""The body: its paragraphs, and the subheads between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from newskit.reading.shared.lines import ends_sentence


@dataclass
class TextBody:
    """The paragraphs, and the subheads with the number of the paragraph that follows each."""

    parts: list[list[str]] = field(default_factory=list)
    """Paragraphs, each in the lines it was printed in."""
    subheads: list[str] = field(default_factory=list)
    subhead_before: list[int] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[str]:
        """Return the paragraphs."""
        return [" ".join(lines) for lines in self.parts]


def read_body(lines: list[tuple[str, str]]) -> TextBody:
    """Return the body of lines (kind, text)."""
    body = TextBody()
    for kind, text in lines:
        if kind == "paragraph":
            _add(body, text)
        elif kind == "subhead":
            body.subheads.append(text)
            body.subhead_before.append(len(body.parts))
    return body


def _add(body: TextBody, text: str) -> None:
    """Add a paragraph; one that goes on in small letters belongs to the one before."""
    if body.parts and text[0].islower() and not ends_sentence(body.parts[-1][-1]):
        body.parts[-1].append(text)
    else:
        body.parts.append([text])
