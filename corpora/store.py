"""A corpus: a folder of the user's own files; each is an entry, whether it can be read as a report or not."""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from corpora.cache import FOLDER as CACHE_FOLDER
from corpora.cache import Cache
from corpora.errors import CrossyearError, SourceError, UsageError
from corpora.manifest import LEFT_OUT, Line, read_manifest
from corpora.model import Doubt, TextKind, WorkReport
from corpora.places import (
    asked_place_and_year,
    is_same_place,
    place_and_year,
    place_key,
    spellings,
    what_is_near,
)
from corpora.reading.archive import SEPARATOR, members
from corpora.reading.cached import read_cached

# What a folder of reports holds besides them (tables, pictures, programs) is not listed.
SUFFIXES = frozenset(
    {
        ".txt",
        ".md",
        ".docx",
        ".doc",
        ".wps",
        ".pdf",
        ".ofd",
        ".html",
        ".htm",
        ".shtml",
        ".mht",
        ".rtf",
        ".zip",
    }
)


class Entry(Struct, frozen=True):
    """One file of a corpus.

    Attributes:
        file: its path inside the folder, with forward slashes; `archive.zip!name` inside an archive.
        work_report: the report, or None when it cannot be read as one, or is not to be read.
        problem: why not.
        doubts: what a reader should check, duplicates and editions among it.
    """

    file: str
    work_report: WorkReport | None = None
    problem: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_left_out(self) -> bool:
        """Whether it is not read because the manifest says so, not because it cannot be."""
        return self.problem == LEFT_OUT


class Corpus(Struct, frozen=True):
    """A folder's entries, by place, year and file, and the cache for what is worked out from them."""

    folder: Path
    entries: tuple[Entry, ...]
    cache: Cache | None = None

    @property
    def work_reports(self) -> tuple[WorkReport, ...]:
        """All reports that could be read."""
        return tuple(entry.work_report for entry in self.entries if entry.work_report)

    def before(self, later: WorkReport) -> tuple[WorkReport, ...]:
        """The reports of the same place and earlier years, each text once, by year."""
        place = place_key(later.place)
        found = {
            each.source.sha256: each
            for each in self.work_reports
            if place_key(each.place) == place and each.year < later.year
        }
        return tuple(found.values())

    def named(self, name: str) -> WorkReport:
        """The report that `PLACE:YEAR` names.

        Raises:
            UsageError: there is none, or there are several texts of it.
        """
        place, year = asked_place_and_year(name)
        found = [each for each in self.work_reports if each.year == year and is_same_place(place, each.place)]
        if not found:
            known = (
                (f"{word}:{each.year}", each.id)
                for each in self.work_reports
                for word in spellings(each.place)
            )
            # in quotes: the folder may be called . and the sentence ends with one
            problem = f'{name}: there is no such report in "{self.folder}"'
            raise UsageError(problem, what_is_near(name, known, str(self.folder)))
        return _only_text(name, found)


def is_named(name: str) -> bool:
    """Whether a SOURCE is written as `PLACE:YEAR`."""
    return place_and_year(name) is not None


def _only_text(name: str, found: list[WorkReport]) -> WorkReport:
    """The full report before digests of it; of equal texts the first."""
    full = [each for each in found if each.kind is TextKind.FULL] or found
    texts = {"".join(each.text.split()): each for each in reversed(full)}
    if len(texts) == 1:
        return full[0]
    files = "\n  ".join(each.source.name for each in full)
    raise UsageError(f"{name}: there are several texts of it", f"Name one of the files:\n  {files}")


def read_corpus(folder: Path, *, fresh: bool = False) -> Corpus:
    """Read all files of a folder and its subfolders that may be reports.

    What was read before is taken from the cache in the folder, and what is read now is kept there.

    Args:
        folder: where they are; a manifest in it tells what reading cannot know.
        fresh: read every file, whatever was kept.

    Returns:
        An entry for each file, also for those that cannot be read and those a manifest names in vain.

    Raises:
        UsageError: there is no such folder.
        SourceError: its manifest cannot be understood.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder", "Name a folder that holds reports")
    told = read_manifest(folder)
    cache = Cache(folder, is_fresh=fresh)
    entries = [_entry(folder, file, told.get(file, Line()), cache) for file in files_of(folder)]
    missing = told.keys() - {entry.file for entry in entries}
    entries += [Entry(file, None, "named in the manifest, but not there") for file in missing]
    return Corpus(folder, tuple(sorted(_related(entries), key=_order)), cache)


def read_entries(path: Path, cache: Cache) -> tuple[Entry, ...]:
    """The entries that a file would be in a corpus: one, or those inside an archive.

    Args:
        path: the file, wherever it is.
        cache: that of the corpus; what is read is kept there.
    """
    is_archive = path.suffix.lower() == ".zip"
    files = _files_in_archive(path, path.name) if is_archive else (path.name,)
    return tuple(_entry(path.parent, file, Line(), cache) for file in files)


def _order(entry: Entry) -> tuple[bool, str, int, str]:
    report = entry.work_report
    return (report is None, report.place if report else "", report.year if report else 0, entry.file)


def files_of(folder: Path) -> Iterator[str]:
    """The files of a corpus that may be reports, as paths inside it, those inside archives too.

    Folders that are not looked into, because they cannot be opened or are links, are among them: reading one
    tells why.
    """
    for path in sorted(_all_files(folder)):
        if path.name.startswith((".", "~$")) or (path.suffix.lower() not in SUFFIXES and not path.is_dir()):
            continue
        file = path.relative_to(folder).as_posix()
        if path.suffix.lower() == ".zip" and path.is_file():
            yield from _files_in_archive(path, file)
        else:
            yield file


def _all_files(folder: Path) -> Iterator[Path]:
    closed: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=closed.append):
        if CACHE_FOLDER in folders:
            folders.remove(CACHE_FOLDER)
        yield from (path for name in names if (path := Path(root, name)).is_file() or path.is_symlink())
        yield from (path for name in folders if (path := Path(root, name)).is_symlink())
    yield from (Path(each.filename) for each in closed)


def _files_in_archive(path: Path, file: str) -> Iterator[str]:
    try:
        inside = members(file, path.read_bytes())
    except (SourceError, OSError):
        inside = ()
    if not inside:
        yield file  # reading it tells what is wrong
    yield from (f"{file}{SEPARATOR}{member.name}" for member in inside)


def _entry(folder: Path, file: str, told: Line, cache: Cache) -> Entry:
    if told.skip:
        return Entry(file, None, LEFT_OUT)
    try:
        report = read_cached(folder, file, told, cache)
    except CrossyearError as error:
        problem = error.problem if isinstance(error, SourceError) else error.message
        return Entry(file, None, problem)
    return Entry(file, report, "", report.doubts)


def _related(entries: list[Entry]) -> list[Entry]:
    """Entries of one place and year know of each other: the same text, or another text of the report."""
    groups: Mapping[tuple[str, int], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.work_report:
            groups[place_key(entry.work_report.place), entry.work_report.year].append(entry)
    related: dict[str, tuple[Doubt, ...]] = {}
    for group in groups.values():
        if len(group) == 1:
            continue
        texts = {entry.file: "".join(entry.work_report.text.split()) for entry in group if entry.work_report}
        for file, text in texts.items():
            related[file] = tuple(
                Doubt("same-text" if text == other_text else "another-text", other)
                for other, other_text in texts.items()
                if other != file
            )
    return [replace(entry, doubts=entry.doubts + related.get(entry.file, ())) for entry in entries]
