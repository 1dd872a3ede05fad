"""Reads a file of a corpus, or takes what was read of the same bytes before."""

from pathlib import Path

from msgspec.structs import replace

from corpora.cache import Cache, digest_of
from corpora.errors import SourceError
from corpora.manifest import Line
from corpora.model import WorkReport
from corpora.packing import pack_work_report, unpack_work_report
from corpora.reading.report import as_work_report
from corpora.reading.source import as_source, content_of, parts_of

KIND = "readings"
_REPORT, _PROBLEM = b"R", b"P"


def read_cached(folder: Path, file: str, told: Line, cache: Cache, *, key: str | None = None) -> WorkReport:
    """Read a file of a corpus as a work report.

    Args:
        folder: the corpus.
        file: the path in it; `archive.zip!inner name` inside an archive.
        told: what the manifest tells of it.
        cache: where readings are kept.
        key: what `reading_key` gave, where the file must be as it was then.

    Raises:
        SourceError: it cannot be read as a report, or is not as it was.
        UsageError: its charset is told wrongly.
    """
    name = str(folder / file)
    container, inner = parts_of(name)
    content = content_of(container)
    found_key = reading_key(file, content, told)
    if key not in {None, found_key}:
        raise SourceError(name, "changed under way", "Run it again")
    key = found_key
    kept = cache.load_bytes(KIND, key)
    found = None if kept is None else _unpacked(kept, name)
    if found is not None:
        return found
    try:
        report = as_work_report(
            as_source(container, content, inner=inner, encoding=told.encoding), told.facts
        )
    except SourceError as error:
        if error.source == name:  # another name in it would be a path of today
            cache.save_bytes(KIND, key, _PROBLEM + error.problem.encode("utf-8", "surrogatepass"))
        raise
    if report.source.name == name:
        kept_report = replace(report, source=replace(report.source, name=file))
        cache.save_bytes(KIND, key, _REPORT + pack_work_report(kept_report))
    return report


def reading_key(file: str, content: bytes, told: Line) -> str:
    """What a reading is found by: the bytes, the name, which can tell place and year, and the user's word."""
    return digest_of(file, content, repr(told))


def _unpacked(kept: bytes, name: str) -> WorkReport | None:
    """What was kept, under the name that the file has today.

    Raises:
        SourceError: it was kept that the file is no report.
    """
    kind, body = kept[:1], kept[1:]
    if kind == _PROBLEM:
        raise SourceError(name, body.decode("utf-8", "surrogatepass"))
    try:
        report = unpack_work_report(body)
    except ValueError:
        return None
    return replace(report, source=replace(report.source, name=name))
