"""Says in words what a figure shows: its text is run in the kernel, before the first cell.

It imports nothing heavy: a notebook that draws nothing pays nothing.
"""

from __future__ import annotations

from typing import Any

MOST_NAMES, LONGEST = 12, 600  # an alternative text is heard, not skimmed
_LIGHT = 2.4  # of 3: the sum of red, green and blue
_NUMBER = "0123456789.,−-+$\\{}^"


def describe(figure: Any) -> dict[str, Any]:
    """Return the words for a figure, and whether it may be shown inverted on a dark page."""
    parts = list(filter(None, map(_axes, figure.axes)))
    if figure._suptitle:
        parts.insert(0, figure._suptitle.get_text())

    said = f"Plot: {'. '.join(parts)}" if parts else ""
    return {"alt": said[:LONGEST], "invert": _is_drawn_on_light(figure)}


def _is_drawn_on_light(figure: Any) -> bool:
    red, green, blue, opacity = figure.get_facecolor()
    is_light = opacity == 0 or red + green + blue > _LIGHT
    # A photograph or a map of colors means what its colors mean.
    return is_light and not any(map(_has_picture, figure.axes))


def _has_picture(ax: Any) -> bool:
    kinds = [type(drawn).__name__ for drawn in ax.collections]
    return bool(ax.images) or any("Mesh" in kind for kind in kinds)


def _axes(ax: Any) -> str:
    title = " ".join(filter(None, map(ax.get_title, ("left", "center", "right"))))
    legend = ax.get_legend()
    told = {
        "": f"“{title}”" if title else "",
        "across: ": _axis(ax.xaxis),
        "up: ": _axis(ax.yaxis),
        "key: ": ", ".join(_words(legend.get_texts())) if legend else "",
        "words in it: ": "; ".join(_words(ax.texts)),
    }
    return "; ".join(name + said for name, said in told.items() if said)


def _axis(axis: Any) -> str:
    label = " ".join(axis.get_label().get_text().split())
    names = ", ".join(_words(axis.get_ticklabels()))
    return ": ".join(filter(None, (label, names)))


def _words(texts: Any) -> list[str]:
    said = (" ".join(text.get_text().split()) for text in texts)
    return list(dict.fromkeys(text for text in said if text.strip(_NUMBER)))[:MOST_NAMES]


def install(shell: Any) -> None:
    """Let every figure that is displayed say what it shows."""
    plain = shell.display_formatter.format

    def format_figure(
        shown: Any,
        include: Any = None,
        exclude: Any = None,
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = plain(shown, include=include, exclude=exclude)
        if type(shown).__module__ == "matplotlib.figure":
            metadata["newskit"] = describe(shown)
        return data, metadata

    shell.display_formatter.format = format_figure
