"""Which rows a panel has, and what must be worked out for them. Pure: facts in, rows out."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from corpora.errors import UsageError
from corpora.listing import Listed
from reports.batch.plan import (
    Failure,
    Job,
    choose_reports,
    failures_of,
    group_by_place,
    is_of_places,
    job_of,
    share_of,
)
from reports.panel.model import Why
from reports.words.years import year_ranges


class PanelSelection(Struct, frozen=True):
    """What of a corpus is asked for.

    Attributes:
        places: only these, all when empty.
        years: only these, all when empty.
        is_balanced: whether each place has a row for each year, with a report or without.
        shard: (number from 1, count): one of so many parts of the rows; None for all.
    """

    places: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()
    is_balanced: bool = False
    shard: tuple[int, int] | None = None


class PlannedRow(Struct, frozen=True):
    """A row of the panel before anything is worked out for it.

    Attributes:
        place: as its last report names it.
        year: of the row.
        listed: the report, or None.
        job: its comparison with the report of the year before, or None.
        why_no_job: why there is none, or None.
    """

    place: str
    year: int
    listed: Listed | None
    job: Job | None
    why_no_job: Why | None


class PanelPlan(Struct, frozen=True):
    """The rows by place and year, and what of the corpus is in none."""

    rows: tuple[PlannedRow, ...]
    failures: tuple[Failure, ...]


def plan_panel(listed: Sequence[Listed], selection: PanelSelection) -> PanelPlan:
    """Which rows there are.

    Args:
        listed: every file of the corpus.
        selection: what is asked for. Years choose rows only: the first one is compared with the year before.

    Returns:
        A balanced panel goes from the first to the last year of any of its places, or over the years that are
        asked for.

    Raises:
        UsageError: a place that is asked for is not there, or no report is of the years.
    """
    reports, failures = choose_reports(listed, selection.places)
    asked = [each for each in reports if is_of_places(each.place, selection.places)]
    years = {each.year for each in asked}
    if selection.years and years and not years & selection.years:
        problem = f"--years {year_ranges(selection.years, 'en')}: there is no report of these years"
        raise UsageError(problem, f"There are those of {year_ranges(years, 'en')}")
    span = selection.years or frozenset(range(min(years, default=0), max(years, default=-1) + 1))
    rows = [
        row
        for of_place in group_by_place(asked).values()
        for row in _rows(of_place, sorted(span), is_balanced=selection.is_balanced)
    ]
    failures = failures_of(failures, selection.places)
    return PanelPlan(share_of(rows, selection.shard), share_of(failures, selection.shard))


def _rows(of_place: Sequence[Listed], years: Sequence[int], *, is_balanced: bool) -> Iterator[PlannedRow]:
    # 山西 and 山西省 are one place, which must have one name: by it the rows of a panel belong together.
    place, by_year = of_place[-1].place, {each.year: each for each in of_place}
    for year in years:
        later, earlier = by_year.get(year), by_year.get(year - 1)
        if later is None:
            if is_balanced:
                yield PlannedRow(place, year, None, None, Why.NO_REPORT)
        elif earlier is None:
            yield PlannedRow(place, year, later, None, Why.NO_PREVIOUS_REPORT)
        elif earlier.kind is not later.kind:
            # What a digest leaves out would stand there as dropped, and as promises without an answer.
            yield PlannedRow(place, year, later, None, Why.KINDS_DIFFER)
        else:
            yield PlannedRow(place, year, later, job_of(earlier, later, of_place), None)
