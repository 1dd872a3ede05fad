"""The comparison as a gate: rules are held against a `ChangeReport`, and what fails is told.

Pure, like `compare`: no file, no clock, no console. `reports.cli.check`
reads, writes and says what day it is.
"""
