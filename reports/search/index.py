"""The table of a corpus's passages, kept beside it and brought up to date before each search.

Whether a file is as it was is told by its size and the times of its last changes, as version control does it:
a file that changed in the seconds before it was read may change once more without another time, so its bytes
are looked at again (the "racily clean" entries of Git's index). Nothing is trusted beyond that: the table is
made anew from the files whenever it is missing, damaged, or made by other code.
"""

import contextlib
import io
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import astuple, fields, replace

from corpora.cache import Cache
from corpora.listing import Listed, list_file, read_listed
from corpora.manifest import Line, read_manifest
from corpora.reading.source import parts_of
from corpora.store import files_of
from reports.search.passages import Cell, passages_of, schema

if TYPE_CHECKING:
    import polars as pl

_CODE = ("corpora", "compare", "reports")
_KIND, _KEY = "search", "passages"
_RACY = 2_000_000_000  # nanoseconds: some file systems tell times in steps of two seconds
_MOST_ROWS = 20_000  # that are held as rows
_GROUP = 8_192  # that are packed together: what a search does not need is not unpacked
_LENGTH = 8  # bytes that tell how long the first of the two tables is

Rows = Sequence[tuple[Cell, ...]]


class Indexed(Struct, frozen=True):
    """One file of the corpus, as it was when it was read.

    Attributes:
        file: its path inside the folder.
        told: what the manifest tells of it.
        size: of the file, or of the archive that holds it.
        changed: time of the last change of its content, in nanoseconds.
        altered: likewise of what the file system keeps of it.
        looked: when its bytes were last looked at.
        key: what its reading is found by.
        problem: why it cannot be read as a report, or empty.
        place: of the report.
        year: likewise.
        title: likewise.
        kind: full report or digest.
        edition: as delivered, as adopted, or not told.
        language: of the text.
        format: of the file.
        sha256: digest of the file's bytes.
        characters: of the compared text in presence form.
    """

    file: str
    told: str
    size: int
    changed: int
    altered: int
    looked: int
    key: str
    problem: str = ""
    place: str = ""
    year: int = 0
    title: str = ""
    kind: str = ""
    edition: str = ""
    language: str = ""
    format: str = ""
    sha256: str = ""
    characters: int = 0

    def is_as(self, other: "Indexed") -> bool:
        """Whether the file system tells the same of both, and no change can have been overlooked."""
        same = (self.told, self.size, self.changed, self.altered) == (
            other.told, other.size, other.changed, other.altered,
        )  # fmt: skip
        return same and self.looked - max(self.changed, self.altered) > _RACY

    def seen_again(self, now: "Indexed") -> "Indexed":
        """The same reading of the file under the times it has now."""
        return replace(self, size=now.size, changed=now.changed, altered=now.altered, looked=now.looked)


class Index(Struct, frozen=True):
    """A corpus as a search sees it.

    Attributes:
        files: its files; the number of one in the table is its place here.
        table: their passages.
        problem: why the table could not be kept, or empty.
    """

    files: tuple[Indexed, ...]
    table: "pl.LazyFrame"
    problem: str = ""


def open_index(folder: Path) -> Index:
    """The index of a corpus as its files are now.

    Args:
        folder: the corpus; files that are new or changed are read.

    Raises:
        SourceError: its manifest cannot be understood, or a file changes while it is read.
    """
    import polars as pl

    cache = Cache(folder, _CODE)
    before, passages = _kept(cache)
    known = {each.file: (row, each) for row, each in enumerate(before)}
    readings = Cache(folder)
    files: list[Indexed] = []
    moved: list[tuple[int, int]] = []  # numbers of files that are as they were, then and now
    fresh = _Rows()
    for now, line in _files_now(folder):
        row, then = known.get(now.file, (-1, None))
        if then is None or not then.is_as(now):
            listed = list_file(folder, now.file, line, readings)
            if then is None or not listed.key or listed.key != then.key:
                read, rows = _read(folder, listed, now, readings, len(files))
                fresh.add(rows)
                files.append(read)
                continue
            then = then.seen_again(now)  # it was touched, and holds what it held
        moved.append((row, len(files)))
        files.append(then)
    if tuple(files) == before and passages is not None:
        return Index(before, passages, readings.problem)
    numbers = pl.DataFrame(moved, schema={"row": pl.UInt32, "now": pl.UInt32}, orient="row")
    table = fresh.frame()
    if passages is not None:
        kept = passages.join(numbers.lazy(), on="row", how="inner", maintain_order="left")
        table = pl.concat([kept.with_columns(row=pl.col("now")).drop("now").collect(), table])
    _keep(cache, files, table)
    return Index(tuple(files), table.lazy(), cache.problem or readings.problem)


class _Rows:
    """Passages as they are read: as rows few at a time, since rows take ten times the room of columns."""

    def __init__(self) -> None:
        """Begin without any."""
        self._rows: list[tuple[Cell, ...]] = []
        self._frames: list[pl.DataFrame] = []

    def add(self, rows: Rows) -> None:
        """Add the passages of a report."""
        self._rows += rows
        if len(self._rows) > _MOST_ROWS:
            self._put()

    def frame(self) -> "pl.DataFrame":
        """All of them as a table."""
        import polars as pl

        self._put()
        return pl.concat(self._frames)

    def _put(self) -> None:
        import polars as pl

        self._frames.append(pl.DataFrame(self._rows, schema=schema(), orient="row"))
        self._rows = []


def _files_now(folder: Path) -> Iterator[tuple[Indexed, Line]]:
    told = read_manifest(folder)
    for file in files_of(folder):
        line = told.get(file, Line())
        container, _ = parts_of(str(folder / file))
        with contextlib.suppress(OSError):  # it went this moment
            stat = Path(container).stat()
            times = stat.st_mtime_ns, stat.st_ctime_ns, time.time_ns()
            yield Indexed(file, repr(line), stat.st_size, *times, ""), line


def _read(folder: Path, listed: Listed, now: Indexed, readings: Cache, row: int) -> tuple[Indexed, Rows]:
    """A file as it is now, and its passages."""
    if listed.problem:
        return replace(now, problem=listed.problem), ()
    report = read_listed(folder, listed, readings)
    rows = tuple(passages_of(report, row))
    read = replace(
        now, key=listed.key, place=report.place, year=report.year, title=report.title,
        kind=report.kind.value, edition=report.edition.value, language=report.language,
        format=report.source.format, sha256=report.source.sha256,
        characters=sum(len(str(cells[-1])) for cells in rows),
    )  # fmt: skip
    return read, rows


# -- what is kept ----------------------------------------------------------------------------------


def _kept(cache: Cache) -> "tuple[tuple[Indexed, ...], pl.LazyFrame | None]":
    """The files and their passages as they were at the last search; nothing on any doubt.

    The passages are not unpacked: a search looks into one column, and takes of the others what it found.
    """
    import polars as pl

    content = cache.load_bytes(_KIND, _KEY)
    if content is None:
        return (), None
    length = int.from_bytes(content[:_LENGTH])
    try:
        files = pl.read_parquet(io.BytesIO(content[_LENGTH : _LENGTH + length]))
        table = pl.scan_parquet(io.BytesIO(content[_LENGTH + length :]))
    except pl.exceptions.PolarsError:  # another polars wrote it
        return (), None
    return tuple(Indexed(*row) for row in files.iter_rows()), table


def _keep(cache: Cache, files: Sequence[Indexed], table: "pl.DataFrame") -> None:
    import polars as pl

    columns = {field.name: pl.Int64 if field.type is int else pl.String for field in fields(Indexed)}
    first, second = io.BytesIO(), io.BytesIO()
    pl.DataFrame([astuple(each) for each in files], schema=columns, orient="row").write_parquet(
        first, compression="zstd"
    )
    table.write_parquet(second, compression="zstd", row_group_size=_GROUP)
    head = len(first.getvalue()).to_bytes(_LENGTH)
    cache.save_bytes(_KIND, _KEY, head + first.getvalue() + second.getvalue())
