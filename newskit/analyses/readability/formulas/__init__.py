"""The formulas: one entry is one measure."""
