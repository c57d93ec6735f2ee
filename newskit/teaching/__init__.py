"""Material for a class, made from notebooks and articles."""
