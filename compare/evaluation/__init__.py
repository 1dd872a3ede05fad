"""How good a comparison is, measured against standards made by reading and against planted changes."""
