"""Priorities through the years: the ranks of one task in consecutive reports, joined by their alignment."""

from collections.abc import Sequence
from itertools import pairwise

from compare.alignment.alignment import align
from compare.alignment.linking import make_links
from compare.history.model import PriorityThread, RankedHeading
from compare.model import Link
from compare.options import CompareOptions
from compare.priorities import priority_ranks
from corpora.model import WorkReport


def find_threads(reports: Sequence[WorkReport]) -> tuple[PriorityThread, ...]:
    """The priorities of the reports, the present ones first, each thread from its first to its last year.

    A task goes on in the one that its link leads to; of several, in the one with the highest score. What a
    report lacks ends its thread, as a task of the same name years later may be another one.

    Args:
        reports: by year; consecutive ones are aligned, whatever years are missing between them.
    """
    options = CompareOptions()
    open_threads: dict[str, list[RankedHeading]] = {}
    closed: list[list[RankedHeading]] = []
    if reports:
        open_threads = {unit: [place] for unit, place in _places(reports[0]).items()}
    for earlier, later in pairwise(reports):
        places, follows = _places(later), {}
        if open_threads and places:
            follows = _carried_on(make_links(earlier, later, align(earlier, later, options), options),
                                  open_threads, places)  # fmt: skip
        went_on = {unit: [*open_threads.pop(before), places[unit]] for unit, before in follows.items()}
        closed += open_threads.values()
        open_threads = {unit: went_on.get(unit, [place]) for unit, place in places.items()}
    closed += open_threads.values()
    threads = [PriorityThread(tuple(places)) for places in closed]
    return tuple(sorted(threads, key=lambda one: (-one.places[-1].year, one.places[-1].rank)))


def _places(report: WorkReport) -> dict[str, RankedHeading]:
    return {
        unit: RankedHeading(report.year, rank, report.unit(unit).label, unit)
        for unit, rank in priority_ranks(report).items()
    }


def _carried_on(
    links: Sequence[Link], earlier: dict[str, list[RankedHeading]], later: dict[str, RankedHeading]
) -> dict[str, str]:
    """For each later task that carries on an earlier one, that one; the surest links first."""
    pairs = sorted(
        (link.partial, -link.score, one, other)
        for link in links
        for one in link.earlier
        for other in link.later
        if one in earlier and other in later
    )
    follows: dict[str, str] = {}
    for _, _, one, other in pairs:
        if other not in follows and one not in follows.values():
            follows[other] = one
    return follows
