"""One HTML file out of an analysis: no script, no network, the same bytes for the same input."""
