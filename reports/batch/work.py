"""What a worker does: reads files and compares pairs, each result kept where the next run finds it.

Workers are told names and keys, never texts; they read from the corpus's cache what they need. All that they
hand back is whether it worked.
"""

import traceback
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from corpora.cache import Cache
from corpora.errors import CrossyearError, SourceError, UsageError
from corpora.listing import Listed, list_file, read_listed
from corpora.manifest import Line
from corpora.model import WorkReport
from corpora.packing import pack, unpack
from reports.batch.plan import Job
from reports.tables.catalogue import TABLES
from reports.tables.whole import OPEN_PROMISES

if TYPE_CHECKING:
    from reports.tables.model import Cells, Table

Task = TypeVar("Task")
Result = TypeVar("Result")

_KIND = "pairs"
CODE = ("corpora", "compare", "reports")
_MOST_REPORTS = 64  # that a worker keeps in memory: all years of a place, half a megabyte each


class Rooms(Struct, frozen=True):
    """Where a batch reads and writes.

    Attributes:
        corpus: the user's folder.
        out: the folder of the results; what is finished of them is kept inside it.
    """

    corpus: Path
    out: Path


class Done(Struct, frozen=True):
    """What became of a job.

    Attributes:
        key: the job's.
        problem: why it failed, or empty.
        trace: where, when it is a fault of the program.
        full: why no result can be kept at all, or empty.
    """

    key: str
    problem: str = ""
    trace: str = ""
    full: str = ""


def list_files(rooms: Rooms, files: Sequence[tuple[str, Line]]) -> tuple[Listed, ...]:
    """The facts of some files of the corpus; what is read for it is kept in the corpus's cache."""
    cache = Cache(rooms.corpus)
    return tuple(_list_file(rooms.corpus, file, told, cache) for file, told in files)


def _list_file(corpus: Path, file: str, told: Line, cache: Cache) -> Listed:
    try:
        return list_file(corpus, file, told, cache)
    except Exception as error:  # noqa: BLE001 - one bad file never stops a batch
        return Listed(file, told, "", problem=_fault(error))


def run_jobs(rooms: Rooms, jobs: Sequence[Job]) -> tuple[Done, ...]:
    """Compare some pairs and keep each result at once; one that fails is told and does not stop the rest."""
    results = Cache(rooms.out, CODE)
    return tuple(keep(results, _KIND, job.key, partial(_compared, rooms, job)) for job in jobs)


def keep(results: Cache, kind: str, key: str, work: Callable[[], bytes]) -> Done:
    """Do some work and keep what it gives; what goes wrong is told and stops nothing else.

    Args:
        results: where it is kept.
        kind: a short word for what it is.
        key: what it is found by.
        work: gives the result.
    """
    try:
        content = work()
    except SourceError as error:
        return Done(key, f"{Path(error.source).name}: {error.problem}")
    except CrossyearError as error:
        return Done(key, str(error))
    except Exception as error:  # noqa: BLE001 - it is told as the fault that it is, and the others go on
        return Done(key, _fault(error), traceback.format_exc())
    results.save_bytes(kind, key, content)
    return Done(key, full=results.problem)


def _fault(error: Exception) -> str:
    return f"this is a bug ({type(error).__name__}: {error})"


def _compared(rooms: Rooms, job: Job) -> bytes:
    return pack(compare_job(rooms, job))


def compare_job(rooms: Rooms, job: Job) -> "dict[str, list[Cells]]":
    """The rows of every table for one pair.

    Raises:
        SourceError: a file is not as it was when the batch began.
    """
    from compare.comparison import compare_reports
    from compare.undertakings.open_promises import open_promises
    from reports.rows.summary import summarize
    from reports.tables.catalogue import rows, rows_of

    earlier, later, *history = (recall(rooms.corpus, each) for each in (job.earlier, job.later, *job.history))
    change_report = compare_reports(earlier, later, history=history)
    summary = summarize(change_report)
    still_open = open_promises((earlier, *history), later)
    found = {table.name: list(rows(table, summary)) for table in pair_tables()}
    return found | {OPEN_PROMISES.name: list(rows_of(OPEN_PROMISES, change_report, still_open))}


# Both texts whole, since every report would be written twice; and what is only told between levels.
_LEFT_OUT = frozenset({"units", "uptakes"})


def pair_tables() -> "tuple[Table[Any], ...]":
    """The tables that are made of a pair alone."""
    return tuple(table for table in TABLES if table.name not in _LEFT_OUT)


def batch_tables() -> "tuple[Table[Any], ...]":
    """Every table of a batch but those of its own: of a pair, and what older years left open at its end."""
    return (*pair_tables(), OPEN_PROMISES)


@lru_cache(maxsize=_MOST_REPORTS)
def recall(corpus: Path, listed: Listed) -> WorkReport:
    """A report, called as the corpus calls it: tables are the same wherever the folder lies."""
    report = read_listed(corpus, listed, Cache(corpus))
    return replace(report, source=replace(report.source, name=listed.file))


def finished(rooms: Rooms, job: Job) -> "dict[str, list[Cells]] | None":
    """What is kept of a job, or None where nothing is, or something damaged."""
    return kept(rooms, _KIND, job.key, dict[str, list[tuple[Any, ...]]])


def is_finished(rooms: Rooms, job: Job) -> bool:
    """Whether something is kept of a job; it is looked into when the tables are made."""
    return Cache(rooms.out, CODE).has(_KIND, job.key)


def kept(rooms: Rooms, kind: str, key: str, of: type[Result]) -> Result | None:
    """What was packed and kept, or None where nothing was; the cache vouches that it is whole and ours.

    Args:
        rooms: the corpus and the folder of results.
        kind: the short word under which it is kept.
        key: what it is found by.
        of: its class.
    """
    content = Cache(rooms.out, CODE).load_bytes(kind, key)
    return None if content is None else unpack(of, content)


def remade(
    rooms: Rooms,
    task: Task,
    load: Callable[[Rooms, Task], Result | None],
    work: Callable[[Rooms, Sequence[Task]], tuple[Done, ...]],
) -> Result:
    """What is kept of a task; it is worked out again when that is damaged.

    Args:
        rooms: the corpus and the folder of results.
        task: whose result is wanted.
        load: gives what is kept, or None.
        work: makes it anew.

    Raises:
        UsageError: that did not help.
    """
    found = load(rooms, task)
    if found is None:
        (done,) = work(rooms, [task])
        found = load(rooms, task)
        if found is None:
            raise UsageError(f"{rooms.out}: {done.problem or done.full}", "Run it again")
    return found
