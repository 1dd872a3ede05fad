"""The whole story of a panel: list the corpus, plan the rows, count and compare what is missing."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from reports.batch.engine import Engine
from reports.batch.plan import Failure
from reports.batch.run import Watcher, failed_pair, list_corpus, work_through
from reports.batch.work import Done, Rooms, remade
from reports.panel.model import PlaceYear, Why
from reports.panel.plan import PanelPlan, PanelSelection, PlannedRow, plan_panel
from reports.panel.work import (
    Reading,
    count_changes,
    is_counted,
    is_measured,
    kept_change,
    kept_measures,
    measure_reports,
)


class Panel(Struct, frozen=True):
    """A panel of which all is worked out, or told why not.

    Attributes:
        plan: the rows, and what was left out.
        failures: what is told in the table of failures, in its order.
        failed: keys of the reports and pairs that have no result.
        fresh: how many reports and pairs this run worked out; the others were there.
        faults: traces of faults of the program.
    """

    plan: PanelPlan
    failures: tuple[Failure, ...]
    failed: frozenset[str]
    fresh: int
    faults: tuple[str, ...]


def run_panel(rooms: Rooms, selection: PanelSelection, engine: Engine, watcher: Watcher) -> Panel:
    """Work out all that a panel needs and that is not there yet.

    Args:
        rooms: the corpus and the folder of results.
        selection: which rows.
        engine: where the work is done.
        watcher: is told how far it is.

    Returns:
        What the rows are made of; the results are kept under the keys of reports and pairs.

    Raises:
        UsageError: there is no such folder, place or year, no report at all, or no result can be kept.
        SourceError: the corpus's manifest cannot be understood.
    """
    plan = plan_panel(list_corpus(rooms, engine, watcher), selection)
    readings = [Reading(row.listed) for row in plan.rows if row.listed]
    jobs = [row.job for row in plan.rows if row.job]
    missing = [reading for reading in readings if not is_measured(rooms, reading)]
    watcher.begin("measuring", len(missing))
    done = list(work_through(partial(measure_reports, rooms), missing, engine, watcher))
    uncounted = [job for job in jobs if not is_counted(rooms, job)]
    watcher.begin("comparing", len(uncounted))
    done += work_through(partial(count_changes, rooms), uncounted, engine, watcher)
    return _panel(plan, done)


def _panel(plan: PanelPlan, done: Sequence[Done]) -> Panel:
    failed = {each.key: each for each in done if each.problem}
    return Panel(
        plan,
        (*plan.failures, *_failures(plan.rows, failed)),
        frozenset(failed),
        len(done) - len(failed),
        tuple(each.trace for each in failed.values() if each.trace),
    )


def _failures(rows: Sequence[PlannedRow], failed: dict[str, Done]) -> Iterator[Failure]:
    for row in rows:
        if row.listed and row.listed.key in failed:
            file, problem = row.listed.file, failed[row.listed.key].problem
            yield Failure("measuring", file, None, row.place, row.year, problem)
        if row.job and row.job.key in failed:
            yield failed_pair(row.job, failed[row.job.key])


def rows_of(rooms: Rooms, panel: Panel, planned: Sequence[PlannedRow]) -> list[PlaceYear]:
    """Some rows of a panel with all that was worked out for them.

    Raises:
        UsageError: what was kept is damaged and cannot be made anew.
    """
    return [_row(rooms, panel, each) for each in planned]


def _row(rooms: Rooms, panel: Panel, row: PlannedRow) -> PlaceYear:
    measures = change = None
    why_report, why_change = (None if row.listed else Why.NO_REPORT), row.why_no_job
    if row.listed and row.listed.key in panel.failed:
        why_report = Why.NOT_MEASURED
    elif row.listed:
        measures = remade(rooms, Reading(row.listed), kept_measures, measure_reports)
    if row.job and row.job.key in panel.failed:
        why_change = Why.NOT_COMPARED
    elif row.job:
        change = remade(rooms, row.job, kept_change, count_changes)
    return PlaceYear(row.place, row.year, row.listed, measures, change, why_report, why_change)
