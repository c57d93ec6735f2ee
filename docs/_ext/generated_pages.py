"""Writes the parts of the docs that the code states: tables, measures, word lists. Stated once, in the code."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pandas as pd
from babel import Locale

import newskit as nk
from newskit import cli
from newskit.analyses.readability.caveats import CAVEATS
from newskit.analyses.readability.formulas import english
from newskit.csv_files import csv_rows
from newskit.reading.describing.forms import ANY, Form, forms
from newskit.registry import TABLES

COUNTRIES = Locale("en").territories


def write(folder: Path) -> None:
    """Write every generated page."""
    folder.mkdir(exist_ok=True)
    pages = {"tables": tables_page, "measures": _measures, "lexicons": _lexicons, "outlets": _outlets, "help": _help}
    pages |= {"accuracy": _accuracy, "planted": _planted, "planted_versions": _planted_versions}
    pages |= {"forms": _forms}
    for name, make in pages.items():
        (folder / f"{name}.md").write_text(make(), encoding="utf-8")


def tables_page() -> str:
    """Every table of the registry, with its columns."""
    parts = []
    for name, table in TABLES.items():
        columns = nk.codebook(name)
        key = ", ".join(f"`{c}`" for c in columns.loc[columns["key"].fillna(False).astype(bool), "column"])
        rows = ((f"`{c.column}`", f"`{c.dtype}`", c.unit, c.meaning) for c in columns.itertuples())
        parts += [f"## {name}", f"{table.meaning[0].upper()}{table.meaning[1:]}. Key: {key or 'none'}."]
        parts.append(_grid(("column", "dtype", "unit", "meaning"), rows))
    return "\n\n".join(parts) + "\n"


def _measures() -> str:
    parts = []
    index = ((_link(m), f"`{m.measure}`", m.direction, f"{m.low:g} to {m.high:g}") for m in nk.measures().itertuples())
    listed = _grid(("measure", "column", "direction", "usual range"), index)
    for m in nk.measures().itertuples():
        facts = [
            ("Formula", f"`{m.formula}`"),
            ("Unit", m.unit),
            ("Usual range", f"{m.low:g} to {m.high:g}, {m.direction}"),
            ("Fitted to", m.calibrated_on),
            ("Source", m.source),
            ("Mind", m.note),
        ]
        stated = [f"{what}\n: {_text(fact)}" for what, fact in facts if not _missing(fact)]
        name = f"<details class='folded' id='measure-{m.measure}'><summary>{_text(m.name)} <code>{m.measure}</code>"
        name += "</summary>"
        parts += [name, *stated, "</details>"]
    letters = (english.__doc__ or "").partition("Abbreviations in the formulas:")[2].strip()
    caveats = ((f"`{code}`", meaning) for code, (_, _, meaning) in CAVEATS.items())
    left = csv_rows("newskit.analyses.readability.formulas", "left_out.csv")
    left_out = _grid(("measure", "why"), ((row["measure"], row["why"]) for row in left))
    end = ["## Left out", "Measures that other programs have and newskit does not:", left_out]
    end += ["## Caveats", "Codes in the column `caveats`:", _grid(("code", "meaning"), caveats)]
    told = [listed, "## One by one", f"In the formulas: {letters}", *parts, *end]
    return "\n\n".join(told) + "\n"


def _link(measure: Any) -> Markup:
    return Markup(f'<a href="#measure-{measure.measure}">{measure.name}</a>')


def _lexicons() -> str:
    shown = nk.lexicons.catalog()
    rows = (
        (f"`{x.lexicon}`", x.meaning, x.n_rows, x.source, x.licence, f"`{str(x.sha256)[:12]}`")
        for x in shown.itertuples()
    )
    return _grid(("word list", "what it says of a word", "rows", "source", "terms", "SHA-256 (first 12)"), rows) + "\n"


def _accuracy() -> str:
    told = ("what", "figure", "value", "set", "size", "kind")
    rows = (
        (f"[{row['table']}]({row['page']}.md)", *(row[name] for name in told))
        for row in csv_rows("newskit.reporting", "accuracy.csv")
    )
    return _grid(("table", *told), rows) + "\n"


def _planted() -> str:
    """Return the data card of the class corpus: what is planted, by kind and by article."""
    card = pd.read_csv(files("newskit") / "samples" / "harbor" / "planted.csv", keep_default_na=False)
    left = card["expect"] == "not looked for"
    found = card["expect"] == "found"
    kinds = card[~left].assign(found=found).groupby(["kind", "found_by"], sort=False)["found"].agg(["sum", "size"])
    rows = ((_words(kind), f"`{call}`" if call else "", *counts) for (kind, call), *counts in kinds.itertuples())
    looked_for = len(card) - left.sum()
    summary = (
        f"Of {looked_for} planted facts newskit finds {found.sum()} ({found.sum() / looked_for:.1%}). It does not look "
        f"for {left.sum()} more: lines that are no article, in tables. Of a text in a table only the last lines are "
        "looked at."
    )
    parts = [summary, _grid(("kind", "found by", "found", "planted"), rows)]

    articles = nk.load_example("harbor").set_index("article_id")
    for article, own in card.groupby("article"):
        row = articles.loc[str(article)]
        printed = f"{row['published_local']:%A %d %B %Y, %H:%M}"
        told = f"{row['publisher']}, {printed}, from `{row['source']}` ({row['format']})."
        opening = f"<details class='folded'><summary><code>{article}</code> {_text(row['headline'])}</summary>"
        heads = ("kind", "exact words", "what", "", "note")
        facts = ((_words(f.kind), f.where, f.what, f.expect, f.note) for f in own.itertuples())
        parts += [opening, told, _grid(heads, facts), "</details>"]
    return "\n\n".join(parts) + "\n"


def _planted_versions() -> str:
    card = pd.read_csv(files("newskit") / "samples" / "harbor-versions" / "planted.csv", keep_default_na=False)
    heads = ("versions", "kind", "before", "after, or what", "found by", "note")
    rows = (
        (f"{start} to {end}", _words(kind), before, after, f"`{call.removeprefix('revisions.')}`", note)
        for start, end, kind, before, after, call, _, note in card.itertuples(index=False)
    )
    found = (card["expect"] == "found").sum()
    opening = f"<details class='folded'><summary>Planted in the versions: {found} of {len(card)} found</summary>"
    return "\n\n".join([opening, _grid(heads, rows), "</details>"]) + "\n"


def _words(name: object) -> str:
    return str(name).replace("_", " ")


def _outlets() -> str:
    first = {True: "day", False: "month"}
    shown = nk.times.outlets().astype(object)
    shown = shown.where(shown.notna(), "")
    heads, parts = ("domain", "outlet", "zone", "comes first"), []
    for country, own in shown.groupby("country", sort=True):
        rows = ((f"`{o.domain}`", o.name, o.zone, first.get(o.day_first, "")) for o in own.itertuples())
        told = COUNTRIES.get(str(country), "of no one country")
        opening = f"<details class='folded'><summary>{told} <span>({len(own)})</span></summary>"
        parts += [opening, _grid(heads, rows), "</details>"]
    return "\n\n".join(parts) + "\n"


def _grid(heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(_text(cell) for cell in line) + " |" for line in lines)


class Markup(str):
    """A cell that is HTML already."""


def _text(cell: object) -> str:
    if isinstance(cell, Markup):
        return cell
    return "" if _missing(cell) else str(cell).replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def _missing(cell: object) -> bool:
    return cell == "" or bool(pd.isna(cell))


def _forms() -> str:
    """The list of forms, as newskit has it."""
    listed = forms()
    rows = ((form.service, form.layout, f"`{form.format}`", _mark(form)) for form in listed if form.service != ANY)
    of_any = ((form.layout, f"`{form.format}`", form.mark) for form in listed if form.service == ANY)
    heads = ("layout", "`format`", "known by")
    of_services = _grid(("service or program", *heads), rows)
    return f"## Of services and programs\n\n{of_services}\n\n## Of any origin\n\n{_grid(heads, of_any)}\n"


def _mark(form: Form) -> str:
    columns = ", ".join(f"`{name}`" for name in sorted(form.columns))
    return f"columns {columns}" if columns else form.mark


def _help() -> str:
    top = cli.parser()
    (commands,) = (a.choices for a in top._actions if isinstance(a, argparse._SubParsersAction))
    return "\n\n".join(f"```text\n{p.format_help()}```" for p in (top, *commands.values())) + "\n"
