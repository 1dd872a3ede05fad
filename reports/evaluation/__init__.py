"""Measured quality: standards and floors are read, figures shown; `compare.evaluation` measures."""
