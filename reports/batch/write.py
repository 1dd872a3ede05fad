"""The results of a batch as files: tables in the format asked for, their dictionary, the index page."""

import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from corpora.cache import Cache
from reports.batch.choices import BatchFormat
from reports.batch.failures import NAME as FAILURES
from reports.batch.failures import failures_frame
from reports.batch.gist import Gist, gist_of
from reports.batch.index import Found, Written, batch_dictionary, render_index
from reports.batch.pages import PAGES, Pages
from reports.batch.plan import Job
from reports.batch.run import Batch, Watcher
from reports.batch.work import Rooms, batch_tables, finished, remade, run_jobs
from reports.batch.workbook import as_workbook
from reports.formats import TableFormat
from reports.output import write_output
from reports.tables.catalogue import columns, frame_of
from reports.tables.files import DICTIONARY, dictionary_frame, table_bytes

if TYPE_CHECKING:
    import polars as pl

    from reports.tables.model import Cells

# Of so many pairs each table fits into memory with room to spare, and into the rows of a worksheet.
PAIRS_IN_A_FILE = 1000
_PAIRS_AS_ROWS = 25
_RECORD = "outputs"


class Style(Struct, frozen=True):
    """How the results are written.

    Attributes:
        target: the format of the tables.
        shard: which part of the whole this is; its files are called so.
        language: in which the index page opens, and in which a workbook's heads are.
        corpus: what the corpus is called.
    """

    target: BatchFormat
    shard: tuple[int, int] | None
    language: str
    corpus: str

    def name(self, stem: str, number: int | None = None) -> str:
        """The name of a file without its suffix."""
        part = f"-{self.shard[0]:0{len(str(self.shard[1]))}}-of-{self.shard[1]}" if self.shard else ""
        return f"{stem}{part}" + (f"-{number:04}" if number is not None else "")


def write_results(
    rooms: Rooms, batch: Batch, style: Style, watcher: Watcher, pages: Pages | None = None
) -> Path:
    """Write what a batch found; files of an earlier run that are not written again are removed.

    Args:
        rooms: the corpus and the folder of the results.
        batch: what was compared.
        style: how it is written.
        watcher: is told how far it is.
        pages: the pairs' own pages, where they were asked for.

    Returns:
        The index page.

    Raises:
        UsageError: a file cannot be written.
    """
    pages = pages or Pages({})
    batch = replace(batch, failures=(*batch.failures, *pages.failures))
    written: dict[str, Written] = {}
    gists = _write_pairs(rooms, batch, style, watcher, written)
    last = {FAILURES: failures_frame(batch.failures), DICTIONARY: dictionary_frame(batch_dictionary)}
    _write(rooms, style, last, None, written)
    found = Found(batch, gists, pages.files, tuple(written.values()))
    page = f"{style.name('index')}.html"
    write_output(str(rooms.out / page), render_index(found, style.corpus, style.shard, style.language))
    names = {page, *pages.files.values(), *(name for each in written.values() for name, _ in each.files)}
    remove_others(rooms.out, style.name("files"), names)
    return rooms.out / page


def _write_pairs(
    rooms: Rooms, batch: Batch, style: Style, watcher: Watcher, written: dict[str, Written]
) -> tuple[Gist, ...]:
    """Write the tables of the pairs, note it, and give each pair in figures."""
    jobs, gists = batch.plan.jobs, list[Gist]()
    watcher.begin("writing", len(jobs))
    groups = [jobs[at : at + PAIRS_IN_A_FILE] for at in range(0, len(jobs), PAIRS_IN_A_FILE)]
    for number, some in enumerate(groups or [()], start=1):
        frames = _Frames(rooms, some, batch.failed, gists)
        _write(rooms, style, frames, number if len(groups) > 1 else None, written)
        watcher.step(len(some), 0)
    return tuple(gists)


class _Frames(Mapping[str, "pl.DataFrame"]):
    """The tables of some pairs, in their order, each put together when it is asked for.

    Rows take ten times the room of columns, and columns several times that of what is written: of few
    pairs at a time there are rows, of one table at a time columns.
    """

    def __init__(self, rooms: Rooms, jobs: Sequence[Job], failed: frozenset[str], gists: list[Gist]) -> None:
        """Collect the rows of all pairs but those that failed; each pair in figures is added to the gists."""
        self._parts: dict[str, list[bytes]] = {table.name: [] for table in batch_tables()}
        for at in range(0, max(len(jobs), 1), _PAIRS_AS_ROWS):
            rows: dict[str, list[Cells]] = defaultdict(list)
            for job in jobs[at : at + _PAIRS_AS_ROWS]:
                if job.key not in failed:
                    tables = remade(rooms, job, finished, run_jobs)
                    gists.append(gist_of(job, tables))
                    for name, own in tables.items():
                        rows[name] += own
            for table in batch_tables():
                frame = frame_of(columns(table), rows[table.name])
                self._parts[table.name].append(table_bytes(frame, TableFormat.PARQUET))

    def __getitem__(self, name: str) -> "pl.DataFrame":
        import polars as pl

        return pl.concat([pl.read_parquet(io.BytesIO(part)) for part in self._parts[name]])

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


def _write(
    rooms: Rooms,
    style: Style,
    frames: "Mapping[str, pl.DataFrame]",
    number: int | None,
    written: dict[str, Written],
) -> None:
    """Write some tables, and note it."""
    for heights, content in _contents(frames, style.target, style.language):
        stems = tuple(heights)
        file = f"{style.name(stems[0] if len(stems) == 1 else _book(stems), number)}.{style.target.value}"
        write_output(str(rooms.out / file), content)
        for stem, height in heights.items():
            known = written.get(stem, Written(stem, (), 0))
            files = (*known.files, (file, len(content)))
            written[stem] = Written(stem, files, known.rows + height)


def _book(stems: Sequence[str]) -> str:
    return "tables" if FAILURES not in stems else FAILURES


def _contents(
    frames: "Mapping[str, pl.DataFrame]", target: BatchFormat, language: str
) -> Iterator[tuple[dict[str, int], bytes]]:
    """The files for some tables: (rows of the tables that are in it, content)."""
    if target is BatchFormat.XLSX:
        held = dict(frames)
        yield {name: frame.height for name, frame in held.items()}, as_workbook(held, language)
        return
    for name, frame in frames.items():
        yield {name: frame.height}, table_bytes(frame, TableFormat(target.value))


def remove_others(out: Path, key: str, names: set[str]) -> None:
    """Remove the files that an earlier run of this part wrote and this one did not.

    Parts into one folder, and the whole, share the pages of their pairs: one that another part has stays.

    Args:
        out: the folder of the results.
        key: under which the names of the files are kept.
        names: the files that this run wrote.
    """
    record = Cache(out, ())
    before = record.load_bytes(_RECORD, key)
    parts = Counter(name for content in record.every(_RECORD) for name in json.loads(content))
    for name in set(json.loads(before)) - names if before else ():
        is_ours = Path(name).name == name or (PAGES, Path(name).name) == Path(name).parts
        if is_ours and parts[name] == 1:
            with suppress(OSError):
                (out / name).unlink()
    record.save_bytes(_RECORD, key, json.dumps(sorted(names)).encode())
