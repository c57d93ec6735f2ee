"""How far a run is: articles, how many a second, and how long it will take."""

from __future__ import annotations

from typing import Any

from tqdm import tqdm

from newskit.scaling.part_record import PartRecord


class PartBar:
    """A bar of articles done; what could not be read is counted beside it."""

    def __init__(self, shown: bool) -> None:
        self.bar = tqdm(unit="article", disable=not shown, unit_scale=True)
        self.n_parts = self.n_errors = 0

    def __enter__(self) -> PartBar:
        """Show it."""
        return self

    def __exit__(self, *error: Any) -> None:
        """Leave it as it is."""
        self.bar.close()

    def update(self, record: PartRecord) -> None:
        """Count a part that is finished."""
        self.n_parts += 1
        self.n_errors += record.n_errors
        self.bar.set_postfix(parts=self.n_parts, errors=self.n_errors, refresh=False)
        self.bar.update(record.n_articles)
