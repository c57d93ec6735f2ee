"""What pasted text and web pages share: lines, bylines, datelines, boilerplate, timestamp lines."""
