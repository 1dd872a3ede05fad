"""What the index page shows of a pair, read off the rows of its tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from compare.model import PriorityStatus
from compare.undertakings.model import PromiseStatus, TargetChangeKind
from corpora.places import is_same_place, place_key
from reports.batch.plan import Job
from reports.tables.catalogue import TABLES, columns
from reports.tables.model import Cells, Value

_UNCHANGED = frozenset({TargetChangeKind.KEPT.value, TargetChangeKind.NEW.value})
_COLUMNS = {
    table.name: {column.name: at for at, column in enumerate(columns(table))}
    for table in TABLES
    if table.name in {"pairs", "priorities", "targets", "promises"}
}


class Gist(Struct, frozen=True):
    """A pair in figures.

    Attributes:
        key: the job's.
        places: the place, or both where they differ, as the reports of the pair name them.
        earlier: the earlier year.
        later: the later year.
        new: share of the later text that is new, 0 to 1.
        kept: share of the later text that is kept word for word.
        changed: what is left of the later text: reworded, split, merged, regrouped.
        dropped: share of the earlier text that is no longer found.
        moved: how many links moved.
        findings: how many findings there are.
        targets: of the earlier targets how many changed or are no longer found, and how many there are.
        promises: how many undertakings are answered, and how many there are.
        new_priorities: headings of the tasks that only the later plan has, in its order.
        dropped_priorities: those that only the earlier plan has, in its order.
    """

    key: str
    places: tuple[str, ...]
    earlier: int
    later: int
    new: float
    kept: float
    changed: float
    dropped: float
    moved: int
    findings: int
    targets: tuple[int, int]
    promises: tuple[int, int]
    new_priorities: tuple[str, ...]
    dropped_priorities: tuple[str, ...]

    @property
    def panel(self) -> tuple[str, ...]:
        """Which panel the pair is in: that of its places, however they are spelled."""
        return tuple(place_key(place) for place in self.places)

    @property
    def turnover(self) -> float:
        """How much changed hands: what is new and what is gone."""
        return self.new + self.dropped


def gist_of(job: Job, rows: Mapping[str, Sequence[Cells]]) -> Gist:
    """A pair in figures.

    Args:
        job: the pair.
        rows: the rows of its tables, by the names of the tables.
    """
    (pair,) = _told(rows, "pairs")
    new, kept = (_number(pair[f"later_share_{name}"]) for name in ("new", "kept"))
    earlier, later = job.earlier.place, job.later.place
    targets = [row["change"] for row in _told(rows, "targets") if row["change"] != TargetChangeKind.NEW.value]
    promises = [row["status"] for row in _told(rows, "promises")]
    return Gist(
        key=job.key,
        places=(later,) if is_same_place(earlier, later) else (earlier, later),
        earlier=job.earlier.year,
        later=job.later.year,
        new=new,
        kept=kept,
        changed=max(1 - new - kept, 0.0) if pair["later_characters"] else 0.0,
        dropped=_number(pair["earlier_share_dropped"]),
        moved=int(_number(pair["moved"])),
        findings=int(_number(pair["findings"])),
        targets=(sum(change not in _UNCHANGED for change in targets), len(targets)),
        promises=(promises.count(PromiseStatus.REPORTED.value), len(promises)),
        new_priorities=_headings(rows, PriorityStatus.NEW, "later_heading"),
        dropped_priorities=_headings(rows, PriorityStatus.DROPPED, "earlier_heading"),
    )


def _told(rows: Mapping[str, Sequence[Cells]], table: str) -> list[dict[str, Value]]:
    """The rows of a table by the names of their columns."""
    places = _COLUMNS[table]
    return [{name: row[at] for name, at in places.items()} for row in rows[table]]


def _headings(rows: Mapping[str, Sequence[Cells]], status: PriorityStatus, column: str) -> tuple[str, ...]:
    found: Iterable[Any] = (row[column] for row in _told(rows, "priorities") if row["status"] == status.value)
    return tuple(str(heading) for heading in found if heading)


def _number(value: Value) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
