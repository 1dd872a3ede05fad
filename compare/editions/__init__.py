"""Two texts of one report, as delivered and as adopted: every edit in order."""
