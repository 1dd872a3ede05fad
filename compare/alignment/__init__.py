"""Which units carry each other on: sections, then measures, by several signs together."""
