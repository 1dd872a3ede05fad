"""Results as documents made of dicts and lists, for JSON."""
