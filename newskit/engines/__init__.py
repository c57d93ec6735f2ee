"""Other packages' numbers, offline: textstat's readability and NLTK's VADER, called and not re-implemented."""
