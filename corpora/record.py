"""What a corpus held when it was last verified, so that a file that changed or went is noticed."""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from corpora.cache import Cache
from corpora.store import Corpus, Entry, read_corpus

_KIND, _KEY = "files", "last"


class Status(StrEnum):
    """What verifying says of a file."""

    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    MISREAD = "misread"


class Checked(Struct, frozen=True):
    """One file of a corpus as verified.

    Attributes:
        file: its path inside the folder.
        status: what became of it since the last time.
        entry: how it is read now; None when it is gone.
        before: its digest or problem the last time, empty when it was not there.
    """

    file: str
    status: Status
    entry: Entry | None
    before: str = ""


class Verification(Struct, frozen=True):
    """A corpus read anew and held against what was recorded.

    Attributes:
        corpus: as read now.
        files: every file that is or was there, by name.
        is_first: whether nothing had been recorded before.
        removed: entries of the cache that no present file needs, which were removed.
    """

    corpus: Corpus
    files: tuple[Checked, ...]
    is_first: bool
    removed: int

    @property
    def to_check(self) -> tuple[Checked, ...]:
        """The files that are not what they were."""
        return tuple(each for each in self.files if each.status not in {Status.SAME, Status.NEW})


def verify_corpus(folder: Path) -> Verification:
    """Read all files of a corpus anew, compare digests with the last time, and record how they are now.

    A file with the same bytes that now reads as another report than was kept is told as misread; what was
    kept is replaced.

    Args:
        folder: the corpus.

    Returns:
        What changed since it was last verified, or added to.

    Raises:
        UsageError: there is no such folder.
        SourceError: its manifest cannot be understood.
    """
    kept = {entry.file: entry for entry in read_corpus(folder).entries}
    corpus = read_corpus(folder, fresh=True)
    before = _recorded(folder)
    found = {entry.file: entry for entry in corpus.entries}
    files = [_checked(entry, kept.get(file), before) for file, entry in found.items()]
    gone = [file for file in before if file not in found]
    files += [Checked(file, Status.GONE, None, before[file]) for file in gone]
    removed = corpus.cache.prune() if corpus.cache else 0
    record(folder, corpus.entries, dropped=gone)
    return Verification(corpus, tuple(sorted(files, key=lambda each: each.file)), not before, removed)


def record(folder: Path, entries: Iterable[Entry], *, dropped: Iterable[str] = ()) -> None:
    """Record how some files of a corpus are now; of the others what was recorded stays.

    Args:
        folder: the corpus.
        entries: the files as read.
        dropped: files that do not belong to it any more.
    """
    known = {file: state for file, state in _recorded(folder).items() if file not in set(dropped)}
    known |= {entry.file: state_of(entry) for entry in entries}
    content = json.dumps(known, ensure_ascii=False).encode("utf-8", "surrogatepass")
    Cache(folder, ()).save_bytes(_KIND, _KEY, content)


def state_of(entry: Entry) -> str:
    """The digest of an entry's file; of one that cannot be read, why."""
    return entry.work_report.source.sha256 if entry.work_report else entry.problem


def _recorded(folder: Path) -> Mapping[str, str]:
    content = Cache(folder, ()).load_bytes(_KIND, _KEY)
    found: Mapping[str, str] = json.loads(content.decode("utf-8", "surrogatepass")) if content else {}
    return found


def _checked(entry: Entry, kept: Entry | None, before: Mapping[str, str]) -> Checked:
    was = before.get(entry.file, "")
    if entry.file not in before:
        return Checked(entry.file, Status.NEW, entry)
    if was != state_of(entry):
        return Checked(entry.file, Status.CHANGED, entry, was)
    is_same = kept is None or kept.work_report == entry.work_report
    return Checked(entry.file, Status.SAME if is_same else Status.MISREAD, entry, was)
