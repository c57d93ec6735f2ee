"""Names: who and what an article names, and every mention of them."""
