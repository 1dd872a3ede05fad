"""Reports of other years from a folder, as history of one report."""

from collections.abc import Collection
from pathlib import Path

from corpora.errors import SourceError, UsageError
from corpora.model import WorkReport
from corpora.reading import read_work_report
from reports.cli.console import note

# What a folder of reports holds besides them (tables, pictures, programs) is not worth a note.
SUFFIXES = frozenset({".txt", ".md", ".docx", ".doc", ".wps", ".pdf", ".html", ".htm"})


def read_history(folder: Path, later: WorkReport, given: Collection[str]) -> tuple[WorkReport, ...]:
    """Every report of a folder and its subfolders that is of the same place and of an earlier year.

    What cannot be read as a report is noted on standard error and left out.

    Args:
        folder: where to look.
        later: the report whose history it is.
        given: digests of files that are compared already.

    Returns:
        The reports by year, then by file name.

    Raises:
        UsageError: there is no such folder.
    """
    if not folder.is_dir():
        raise UsageError(f"--corpus {folder}: there is no such folder", "Name a folder that holds reports")
    found: list[WorkReport] = []
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in SUFFIXES or not path.is_file() or path.name.startswith((".", "~$")):
            continue
        try:
            work_report = read_work_report(path)
        except SourceError as error:
            note(f"not used as history: {error.source}: {error.problem}")
            continue
        same_place = work_report.place == later.place and work_report.year < later.year
        if same_place and work_report.source.sha256 not in given:
            found.append(work_report)
    return tuple(sorted(found, key=lambda each: (each.year, each.source.name)))
