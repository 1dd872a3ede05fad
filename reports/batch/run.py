"""The whole story of a batch: list the corpus, plan the pairs, compare what is missing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec import Struct

from corpora.errors import UsageError
from corpora.listing import Listed
from corpora.manifest import Line, read_manifest
from corpora.store import files_of
from reports.batch.engine import Engine
from reports.batch.plan import Failure, Job, Plan, Selection, plan_pairs
from reports.batch.work import Done, Rooms, is_finished, list_files, run_jobs


class Keyed(Protocol):
    """A task whose result is found by its key."""

    @property
    def key(self) -> str:
        """Under which it is kept."""
        ...


Item = TypeVar("Item")
Task = TypeVar("Task", bound=Keyed)

_FILES_AT_ONCE = 16  # a task must be worth more than sending it
_FILES_TOLD = 3  # of a folder without a report
_TASKS_AT_ONCE = 4  # neighbours share texts, which a worker then reads once


class Watcher(Protocol):
    """Who is told how far it is."""

    def begin(self, stage: str, total: int) -> None:
        """A stage begins: `reading`, `measuring`, `comparing`, `showing` or `writing`."""
        ...

    def step(self, count: int, failures: int) -> None:
        """So many more are done, and so many of them failed."""
        ...


class Batch(Struct, frozen=True):
    """A batch whose pairs are all compared, or told why not.

    Attributes:
        plan: the pairs and what was left out.
        failures: what is told in the table of failures, in its order.
        failed: keys of the jobs that have no result.
        fresh: how many pairs this run compared; the others were there.
        faults: traces of faults of the program.
    """

    plan: Plan
    failures: tuple[Failure, ...]
    failed: frozenset[str]
    fresh: int
    faults: tuple[str, ...]


def run_batch(rooms: Rooms, selection: Selection, engine: Engine, watcher: Watcher) -> Batch:
    """Compare all pairs that are asked for and not there yet.

    Args:
        rooms: the corpus and the folder of results.
        selection: which pairs.
        engine: where the work is done.
        watcher: is told how far it is.

    Returns:
        What was compared; the results are kept under the keys of the jobs.

    Raises:
        UsageError: there is no such folder, place or report, no report at all, or no result can be kept.
        SourceError: the corpus's manifest cannot be understood.
    """
    plan = plan_pairs(list_corpus(rooms, engine, watcher), selection)
    missing = [job for job in plan.jobs if not is_finished(rooms, job)]
    watcher.begin("comparing", len(missing))
    done = {each.key: each for each in work_through(partial(run_jobs, rooms), missing, engine, watcher)}
    return _batch(plan, done)


def _batch(plan: Plan, done: dict[str, Done]) -> Batch:
    failed = {key: each for key, each in done.items() if each.problem}
    failures = tuple(failed_pair(job, failed[job.key]) for job in plan.jobs if job.key in failed)
    faults = tuple(each.trace for each in failed.values() if each.trace)
    return Batch(plan, (*plan.failures, *failures), frozenset(failed), len(done) - len(failed), faults)


def list_corpus(rooms: Rooms, engine: Engine, watcher: Watcher) -> tuple[Listed, ...]:
    """The facts of every file of the corpus, in the order of their names.

    Raises:
        UsageError: there is no such folder, or no report can be read there.
        SourceError: the corpus's manifest cannot be understood.
    """
    if not rooms.corpus.is_dir():
        raise UsageError(f"{rooms.corpus}: there is no such folder", _NO_FILE)
    told = read_manifest(rooms.corpus)
    files = [(file, told.get(file, Line())) for file in files_of(rooms.corpus)]
    watcher.begin("reading", len(files))
    found: dict[str, Listed] = {}
    lost: list[tuple[str, Line]] = []
    for task, listed in engine.run(partial(list_files, rooms), _packets(files, _FILES_AT_ONCE)):
        if listed is None:
            lost += task
            continue
        found |= {each.file: each for each in listed}
        watcher.step(len(task), sum(each.has_failed for each in listed))
    for task, listed in engine.run(partial(list_files, rooms), _packets(lost, 1)):
        ((file, line),) = task
        found[file] = listed[0] if listed else Listed(file, line, "", problem=_DIED)
        watcher.step(1, found[file].has_failed)
    missing = [Listed(file, told[file], "", problem=_NOT_THERE) for file in told.keys() - found.keys()]
    everything = tuple(sorted((*found.values(), *missing), key=lambda each: each.file))
    _check_reports(rooms.corpus, everything)
    return everything


def _check_reports(corpus: Path, listed: Sequence[Listed]) -> None:
    """Refuse a folder without a single report: unattended, a wrong one would pass for one without a pair."""
    if all(each.problem for each in listed):
        some = listed[:_FILES_TOLD]
        reasons = "".join(f"\n  {each.file}: {each.problem}" for each in some)
        hint = f"Why ({len(some)} of {len(listed):,} files):{reasons}" if some else _NO_FILE
        raise UsageError(f"{corpus}: no report can be read there", hint)


_DIED = "the process that worked on it died, twice: perhaps it takes more memory than there is"
_NO_FILE = "Name a folder that holds reports"
_NOT_THERE = "named in the manifest, but not there"


def work_through(
    work: Callable[[Sequence[Task]], tuple[Done, ...]],
    tasks: Sequence[Task],
    engine: Engine,
    watcher: Watcher,
) -> Iterator[Done]:
    """Have all tasks done, some neighbours at a time; one that its process dies of is told as failed.

    Args:
        work: does some tasks and keeps what it finds, in whatever process it is called.
        tasks: what is missing.
        engine: where the work is done.
        watcher: is told how far it is.

    Yields:
        What became of each task, in any order.

    Raises:
        UsageError: no result can be kept.
    """
    lost: list[Task] = []
    for packet, done in engine.run(work, _shares(tasks, engine.workers)):
        if done is None:
            lost += packet
        else:
            yield from _told(done, watcher)
    for packet, done in engine.run(work, _packets(lost, 1)):
        yield from _told(done or (Done(packet[0].key, _DIED),), watcher)


def _shares(tasks: Sequence[Task], workers: int) -> Iterator[tuple[Task, ...]]:
    """Neighbours together, fewer and fewer towards the end, so that no worker waits long for the last one.

    Guided self-scheduling (Polychronopoulos & Kuck 1987): each share is a part of what is left.
    """
    start = 0
    while start < len(tasks):
        size = max(1, min(_TASKS_AT_ONCE, (len(tasks) - start) // (2 * workers)))
        yield tuple(tasks[start : start + size])
        start += size


def _told(done: Sequence[Done], watcher: Watcher) -> Iterator[Done]:
    full = next((each.full for each in done if each.full), "")
    if full:
        raise UsageError(full, "What was found so far is kept: make room and run it again")
    watcher.step(len(done), sum(bool(each.problem) for each in done))
    yield from done


def failed_pair(job: Job, done: Done) -> Failure:
    """How a pair that could not be compared is told."""
    later, earlier = job.later, job.earlier
    return Failure("comparing", later.file, earlier.file, later.place, later.year, done.problem)


def _packets(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    rest = iter(items)
    while packet := tuple(islice(rest, size)):
        yield packet
