"""From a user's file to a `WorkReport`: `read_work_report` is the door, one module per format behind it."""

from corpora.reading.report import read_work_report
from corpora.reading.source import read_source

__all__ = ["read_source", "read_work_report"]
