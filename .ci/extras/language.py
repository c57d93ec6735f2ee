"""The extra `language`: a text that states no language, and is not English, has one."""

import newskit as nk

text = "Die Fähre fuhr am Freitag im Morgengrauen los, und niemand am Kai hat gejubelt. "
assert nk.read_articles(f"Die Fähre fährt wieder\n\n{text * 4}")["language"][0] == "de"
