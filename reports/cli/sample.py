"""The bundled sample corpus: reports of an invented city, read from inside the package."""

import csv
from importlib import resources

from msgspec.structs import replace

from corpora.model import TextKind, WorkReport
from corpora.reading.report import as_work_report
from corpora.reading.source import read_source

MANIFEST = "manifest.csv"


def read_sample() -> tuple[WorkReport, ...]:
    """The sample's full reports, by year; its newspaper digest is left to `crossyear outline`."""
    folder = resources.files("corpora") / "data"
    rows = csv.DictReader((folder / MANIFEST).read_text(encoding="utf-8").splitlines())
    reports = []
    for row in rows:
        if row["kind"] != TextKind.FULL:
            continue
        with resources.as_file(folder / row["file"]) as path:
            source = read_source(path)
        # Where the package is installed is nobody's business: the same sample gives the same bytes anywhere.
        reports.append(as_work_report(replace(source, name=row["file"])))
    return tuple(sorted(reports, key=lambda work_report: work_report.year))
