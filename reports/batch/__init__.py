"""All pairs of a corpus as tidy tables: planned, compared by many processes, resumed where it stopped."""
