"""What a file is taken for, why, and what was found in it: the forms, and `describe_source`."""
