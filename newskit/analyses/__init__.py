"""The analyses: one room each, of like shape; none knows another."""
