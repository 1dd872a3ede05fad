"""Search in a corpus of any size."""
