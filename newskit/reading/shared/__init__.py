"""What pasted text and web pages have in common: lines, bylines, datelines, boilerplate, printed times."""
