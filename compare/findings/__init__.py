"""What matters first, as a ranked list with the quotes that show it."""
