"""What a worker does for a panel: counts a report, and what a comparison found; each kept at once.

Comparisons are those of a batch, kept where a batch keeps them: in the folder of its results a panel finds
every pair compared, and the other way round.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from corpora.cache import Cache
from corpora.listing import Listed
from corpora.packing import pack
from reports.batch.plan import Job
from reports.batch.work import CODE, Done, Rooms, finished, keep, kept, recall, run_jobs
from reports.panel.model import Change

if TYPE_CHECKING:
    from compare.history.measures import ReportMeasures, WordingMeasures
    from reports.tables.model import Cells

_REPORTS, _CHANGES = "measures", "changes"
# The tables whose rows are counted by one of their columns of stable words.
COUNTED = {
    "priorities": "status",
    "targets": "change",
    "outcomes": "verdict",
    "promises": "status",
}


class Reading(Struct, frozen=True):
    """A report to count; its key goes by content, file name and manifest line."""

    listed: Listed

    @property
    def key(self) -> str:
        """What its measures are found by."""
        return self.listed.key


# -- one report ------------------------------------------------------------------------------------


def measure_reports(rooms: Rooms, readings: Sequence[Reading]) -> tuple[Done, ...]:
    """Count some reports and keep each result at once; one that fails is told and does not stop the rest."""
    results = Cache(rooms.out, CODE)
    return tuple(keep(results, _REPORTS, each.key, partial(measured, rooms, each)) for each in readings)


def measured(rooms: Rooms, reading: Reading) -> bytes:
    """What is kept of a report.

    Raises:
        SourceError: the file is not as it was when it was listed.
    """
    from compare.history.measures import measure_report

    return pack(measure_report(recall(rooms.corpus, reading.listed)))


def is_measured(rooms: Rooms, reading: Reading) -> bool:
    """Whether something is kept of a report; it is looked into when the tables are made."""
    return Cache(rooms.out, CODE).has(_REPORTS, reading.key)


def kept_measures(rooms: Rooms, reading: Reading) -> "ReportMeasures | None":
    """What was counted of a report, or None where nothing is kept, or something damaged."""
    from compare.history.measures import ReportMeasures

    return kept(rooms, _REPORTS, reading.key, ReportMeasures)


# -- a report and the one before it ----------------------------------------------------------------


def count_changes(rooms: Rooms, jobs: Sequence[Job]) -> tuple[Done, ...]:
    """Count what comparisons found, which are made where a batch has not; see `measure_reports`."""
    results = Cache(rooms.out, CODE)
    return tuple(_count(rooms, job, results) for job in jobs)


def _count(rooms: Rooms, job: Job, results: Cache) -> Done:
    tables = finished(rooms, job)
    if tables is None:
        (done,) = run_jobs(rooms, [job])
        tables = None if done.problem or done.full else finished(rooms, job)
        if tables is None:
            return done
    return keep(results, _CHANGES, job.key, partial(_changed, rooms, job, tables))


def _changed(rooms: Rooms, job: Job, tables: "Mapping[str, Sequence[Cells]]") -> bytes:
    from compare.history.measures import measure_wording

    earlier, later = recall(rooms.corpus, job.earlier), recall(rooms.corpus, job.later)
    return pack(change_of(tables, measure_wording(earlier, later)))


def change_of(tables: "Mapping[str, Sequence[Cells]]", wording: "WordingMeasures") -> Change:
    """What is counted of a pair.

    Args:
        tables: the rows of every table for the pair, as a batch keeps them.
        wording: how much of the words is found in one of the two only.
    """
    from reports.tables.catalogue import TABLES, columns

    heads = {table.name: [column.name for column in columns(table)] for table in TABLES}
    counts = {}
    for name, head in COUNTED.items():
        place = heads[name].index(head)
        counts[name] = dict(sorted(Counter(str(row[place]) for row in tables[name]).items()))
    (of_pair,) = (dict(zip(heads["pairs"], row, strict=True)) for row in tables["pairs"])
    numbers = {name: value for name, value in of_pair.items() if isinstance(value, int | float)}
    place = heads["promises"].index("with_number")
    return Change(numbers, counts, sum(bool(row[place]) for row in tables["promises"]), wording)


def is_counted(rooms: Rooms, job: Job) -> bool:
    """Whether something is kept of what a comparison found; see `is_measured`."""
    return Cache(rooms.out, CODE).has(_CHANGES, job.key)


def kept_change(rooms: Rooms, job: Job) -> Change | None:
    """What was counted of a pair, or None where nothing is kept, or something damaged."""
    return kept(rooms, _CHANGES, job.key, Change)
