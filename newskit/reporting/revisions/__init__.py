"""The report on versions: what changed from one to the next, and what cannot be concluded."""

from newskit.reporting.revisions.page import are_versions, versions_html

__all__ = ["are_versions", "versions_html"]
