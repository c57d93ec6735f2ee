"""The README keeps its promises: its links, its commands, its ten lines of Python (those run as a doctest)."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest

from newskit.cli import parser

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_there_is_an_example_and_it_is_short() -> None:
    blocks = re.findall(r"```pycon\n(.*?)```", README, flags=re.S)
    assert blocks
    examples = doctest.DocTestParser().get_examples(blocks[0])
    assert 5 <= len(examples) <= 12
    assert any(example.want for example in examples)


def test_links_within_the_repository_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", README) + re.findall(r'src="([^"]+)"', README)
    local = [link for link in links if "://" not in link]
    assert local
    assert [link for link in local if not (ROOT / link).exists()] == []


def test_newskit_commands_are_real() -> None:
    """Every `newskit ...` line of a console block is one that the command line takes."""
    blocks = re.findall(r"```console\n(.*?)```", README, flags=re.S)
    commands = [part.strip() for block in blocks for line in block.splitlines() for part in line.split("&&")]
    ours = [c for c in commands if re.search(r"(^|/)newskit ", c)]
    assert ours
    for command in ours:
        parser().parse_args(shlex.split(command)[1:])


def test_the_test_command_is_what_ci_runs() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "--group test" in README
    assert "--group test" in ci
    assert "-m pytest" in README
    assert "-m pytest" in ci


@pytest.mark.parametrize("heading", ["Good for", "Not good for", "Licence", "Cite"])
def test_it_says_what_a_reader_asks(heading: str) -> None:
    assert re.search(rf"^#+ {heading}", README, flags=re.M)
