"""Draws the layers of newskit from what import-linter checks and what each module says of itself."""

from __future__ import annotations

import ast
import textwrap
import tomllib
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "newskit"

WIDTH, MARGIN, GAP = 920, 20, 8
TITLE, BOX, ROOM = 64, 52, 74  # heights: the head of the picture, a layer, a layer that holds rooms
FILLS = ("#f3ead9", "#e2edf7", "#d5e8df", "#ece5f2")
HEAD = "a layer may import those below it; never one above, never one beside it"


def layers() -> list[list[str]]:
    """Return the layers from the top down, each with the modules that stand side by side in it."""
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(c for c in stated["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    return [[name.strip() for name in layer.split("|")] for layer in contract["layers"]]


def rooms(module: str) -> list[str]:
    """Return the packages inside a package that is a house of its own, such as `analyses`."""
    if module != "analyses":
        return []
    return sorted(folder.name for folder in (PACKAGE / module).iterdir() if (folder / "__init__.py").exists())


def says(module: str) -> str:
    """Return what a module says of itself: the first line of its docstring, up to a colon."""
    path = PACKAGE / module.replace(".", "/")
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    docstring = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    return docstring.splitlines()[0].partition(":")[0].rstrip(".")


def svg() -> str:
    """Return the picture."""
    parts: list[str] = []
    y = TITLE
    for number, layer in enumerate(layers()):
        height = ROOM if any(map(rooms, layer)) else BOX
        fill = FILLS[number * len(FILLS) // len(layers())]
        parts += _layer(layer, y, height, fill)
        y += height + GAP
    names = "; ".join(" beside ".join([m, *rooms(m)]) for layer in layers() for m in layer)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y + 4}" role="img" aria-labelledby="t d"'
            ' font-family="Helvetica, Arial, sans-serif" fill="#111">',
            '<title id="t">The house: the layers of newskit</title>',
            f'<desc id="d">From top to bottom: {escape(names)}. {HEAD}.</desc>',
            f'<rect width="{WIDTH}" height="{y + 4}" fill="#ffffff"/>',
            _text(MARGIN, 28, "The house", 'font-size="18" font-weight="bold"'),
            _text(MARGIN, 48, HEAD, 'font-size="12.5" fill="#333"'),
            *parts,
            "</svg>",
            "",
        ]
    )


def _layer(modules: list[str], y: int, height: int, fill: str) -> list[str]:
    """Draw the boxes of one layer; a box that holds rooms takes most of it."""
    weights = [4 if rooms(m) else 1 for m in modules]
    unit = (WIDTH - 2 * MARGIN - GAP * (len(modules) - 1)) / sum(weights)
    parts, x = [], float(MARGIN)
    for module, weight in zip(modules, weights, strict=True):
        width = unit * weight
        parts += _box(x, y, width, height, fill)
        parts += _label(module, x, y, width, says(module))
        parts += _rooms(module, x, y, width)
        x += width + GAP
    return parts


def _rooms(module: str, x: float, y: int, width: float) -> list[str]:
    inside = rooms(module)
    if not inside:
        return []
    each = (width - GAP) / len(inside)
    parts = []
    for n, room in enumerate(inside):
        left = x + GAP + n * each
        parts += _box(left, y + 46, each - GAP, 22, "#ffffff")
        parts.append(_text(left + (each - GAP) / 2, y + 61, room, 'font-size="12" text-anchor="middle"'))
    return parts


def _box(x: float, y: int, width: float, height: int, fill: str) -> list[str]:
    shape = f'x="{x:.1f}" y="{y}" width="{width:.1f}" height="{height}" rx="5"'
    return [f'<rect {shape} fill="{fill}" stroke="#444" stroke-width="1"/>']


def _label(name: str, x: float, y: int, width: float, told: str) -> list[str]:
    """Write a name, and what it says of itself as far as the box has room."""
    shown = textwrap.shorten(told, int(width / 5.6), placeholder=" ...")
    middle = x + width / 2
    return [
        _text(middle, y + 20, name, 'font-size="14" font-weight="bold" text-anchor="middle"'),
        _text(middle, y + 38, shown, 'font-size="11" fill="#333" text-anchor="middle"'),
    ]


def _text(x: float, y: float, text: str, style: str) -> str:
    return f'<text x="{x:.1f}" y="{y}" {style}>{escape(text)}</text>'
