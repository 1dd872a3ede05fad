"""What a report undertakes and what came of it: targets, outcomes, promises, figures to check."""
