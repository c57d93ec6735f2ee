"""Benchmarks: ratios against a peer measured in the same run. Run them by hand; no test is timed."""
