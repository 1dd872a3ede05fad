"""Results as counts and ordered rows, computed once for every renderer."""
