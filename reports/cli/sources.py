"""What a SOURCE on the command line means: a file, one inside an archive, or `PLACE:YEAR` in a corpus."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from corpora.errors import SourceError, UsageError
from reports.cli.console import note

if TYPE_CHECKING:
    from corpora.model import WorkReport
    from corpora.store import Corpus


class Sources(Struct):
    """Opens sources; the corpus is read when it is first needed, and once.

    Attributes:
        folder: what --corpus names, or None.
        encoding: what --encoding says.
    """

    folder: Path | None = None
    encoding: str | None = None
    _corpus: "Corpus | None" = None

    @property
    def corpus(self) -> "Corpus":
        """The corpus of --corpus.

        Raises:
            UsageError: the option was not given, or names no folder.
        """
        if self.folder is None:
            raise UsageError("PLACE:YEAR names a report in a corpus", "Name its folder with --corpus DIR")
        if not self.folder.is_dir():
            problem = f"--corpus {self.folder}: there is no such folder"
            raise UsageError(problem, "Name a folder that holds reports")
        if self._corpus is None:
            from corpora.store import read_corpus

            self._corpus = read_corpus(self.folder)
            note_cache_problem(self._corpus)
        return self._corpus

    def read(self, source: Path, *, place: str | None = None, year: int | None = None) -> "WorkReport":
        """The report that a SOURCE names.

        Args:
            source: as it was given.
            place: what the user says of it.
            year: likewise.

        Raises:
            SourceError: it cannot be read as a report.
            UsageError: it names no report of the corpus.
        """
        from corpora.reading import read_work_report
        from corpora.store import is_named

        name = str(source)
        if is_named(name) and not os.path.lexists(name) and (self.folder or place_is_no_file(name)):
            return self.corpus.named(name)
        return read_work_report(source, place=place, year=year, encoding=self.encoding)


def check_result(path: str, corpus: Path | None, inputs: Sequence[Path] = ()) -> None:
    """Refuse a destination before any work is done for it; reports of a corpus are inputs whatever is asked.

    Args:
        path: a file to write, or `-`.
        corpus: what --corpus names, or None.
        inputs: further files that are read.

    Raises:
        UsageError: it cannot be written, is one of the inputs, or a report or the manifest of the corpus.
    """
    from corpora.manifest import NAMES
    from reports.output import STANDARD_OUTPUT, check_destination

    check_destination(path, inputs)
    target = Path(os.path.realpath(path))
    if corpus is None or path == STANDARD_OUTPUT or not target.is_file():
        return
    folder = Path(os.path.realpath(corpus))
    if not target.is_relative_to(folder):
        return
    if target.parent == folder and target.name in NAMES:
        raise UsageError(f"{path}: is the manifest of the corpus", "Write to another file")
    if _is_report(target, folder):
        raise UsageError(f"{path}: is one of the reports of the corpus", "Write to another file")


def _is_report(path: Path, folder: Path) -> bool:
    """Whether a file of a corpus is read as a report, so that it is none of our results of another day."""
    from corpora.manifest import Line, read_manifest
    from corpora.reading.report import as_work_report
    from corpora.reading.source import read_source

    told = read_manifest(folder).get(path.relative_to(folder).as_posix(), Line())
    try:
        as_work_report(read_source(path, encoding=told.encoding), told.facts)
    except SourceError:
        return False
    return True


def note_cache_problem(corpus: "Corpus") -> None:
    """Tell once that nothing can be kept beside a corpus: the next run will take as long as this one."""
    if corpus.cache and corpus.cache.problem:
        note(f"{corpus.cache.problem}; it goes on without")


def note_not_read(count: int, folder: Path, left_out: int = 0) -> None:
    """Tell how many files of a corpus could not be looked into: one may be of a year that is missing.

    Args:
        count: files that cannot be read as reports.
        folder: the corpus.
        left_out: files that are not read because the manifest says so.
    """
    from reports.words.counts import Count

    if count:
        files = f"{count} unreadable {Count(count):file|files}"
        note(f"not looked into: {files}; see crossyear corpus list {folder}")
    if left_out:
        note(f"left out, as the manifest says: {left_out} {Count(left_out):file|files}")


def place_is_no_file(name: str) -> bool:
    """Whether what stands before the year cannot be meant as a path: `C:2025` and `a/b:2025` can."""
    place = name.replace("：", ":").rpartition(":")[0]
    return len(place) > 1 and "/" not in place and "\\" not in place


def history_of(
    sources: Sources, earlier: Sequence["WorkReport"], later: "WorkReport"
) -> tuple["WorkReport", ...]:
    """The corpus's earlier reports of the place, save those compared; what cannot be read is noted."""
    for entry in sources.corpus.entries:
        if entry.work_report is None:
            note(f"not used as history: {sources.corpus.folder / entry.file}: {entry.problem}")
    given = {work_report.source.sha256 for work_report in (*earlier, later)}
    return tuple(each for each in sources.corpus.before(later) if each.source.sha256 not in given)
