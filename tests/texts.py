"""Short news-like passages for tests, written for newskit (CC0)."""

from __future__ import annotations

PASSAGES = [
    "The ferry line will close on Monday, the port said. “We have run out of money,” said Ines Valdez, its director. "
    "She did not say when it would open again.",
    "LOWTOWN — Prices rose 3.5 percent in May, the U.S. office for statistics reported.\n\nRents, fuel and bread were "
    'to blame. "It is hard," one shopper said, "and it will get harder."',
    "Dr. A. B. Moreau, 61, called the plan ‘reckless’. The ministry didn’t comment.",
    "Is it over? Nobody knows! The long-running strike—now in its third month—has cost £4.2m, and talks have stalled.",
    "One short line",
]
