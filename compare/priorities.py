"""Priorities: the sections of the plan with their ranks on both sides."""

from collections.abc import Iterator, Sequence

from compare.model import Link, LinkKind, PriorityChange, PriorityStatus
from corpora.model import Level, Role, Unit, WorkReport

_BY_KIND = {
    LinkKind.KEPT: PriorityStatus.KEPT,
    LinkKind.REWORDED: PriorityStatus.REWORDED,
    LinkKind.SPLIT: PriorityStatus.SPLIT,
    LinkKind.MERGED: PriorityStatus.MERGED,
    LinkKind.REGROUPED: PriorityStatus.REGROUPED,
}


def priority_ranks(side: WorkReport) -> dict[str, int]:
    """The plan's tasks, by id, with their rank: 1 for the first.

    The tasks are the sections of the plan that hold no further section; the chapter around them is none.
    """
    holders = {unit.parent for unit in side.units if unit.level is Level.SECTION}
    tasks = [unit for unit in side.units if _is_task(unit, holders)]
    return {unit.id: rank for rank, unit in enumerate(tasks, start=1)}


def _is_task(unit: Unit, holders: set[str | None]) -> bool:
    return unit.level is Level.SECTION and unit.role is Role.PLAN and unit.id not in holders


def compare_priorities(
    earlier: WorkReport, later: WorkReport, links: Sequence[Link]
) -> tuple[PriorityChange, ...]:
    """What became of each priority, in the later order, dropped ones at their earlier rank's place.

    Args:
        earlier: the earlier report.
        later: the later report.
        links: all links; those of sections are read.
    """
    ranks = priority_ranks(earlier), priority_ranks(later)
    rows = list(_linked(links, ranks))
    told = {row.earlier_unit for row in rows}, {row.later_unit for row in rows}
    rows += [
        PriorityChange(None, rank, None, unit, PriorityStatus.NEW)
        for unit, rank in ranks[1].items()
        if unit not in told[1]
    ]
    rows += [
        PriorityChange(rank, None, unit, None, PriorityStatus.DROPPED)
        for unit, rank in ranks[0].items()
        if unit not in told[0]
    ]
    return tuple(sorted(rows, key=_reading_order))


def _linked(links: Sequence[Link], ranks: tuple[dict[str, int], dict[str, int]]) -> Iterator[PriorityChange]:
    """Rows of linked tasks. A partial link counts where a task has no other: its content went there."""
    main = [link for link in links if not link.partial]
    placed = {unit for link in main for unit in link.earlier}, {unit for link in main for unit in link.later}
    for link in links:
        for one in link.earlier:
            for other in link.later:
                if one not in ranks[0] or other not in ranks[1]:
                    continue
                if not link.partial:
                    same_rank = ranks[0][one] == ranks[1][other]
                    status = _status(link, same_rank=same_rank)
                    yield PriorityChange(ranks[0][one], ranks[1][other], one, other, status)
                elif one not in placed[0]:
                    yield PriorityChange(ranks[0][one], ranks[1][other], one, other, PriorityStatus.MERGED)
                elif other not in placed[1]:
                    yield PriorityChange(ranks[0][one], ranks[1][other], one, other, PriorityStatus.SPLIT)


def _status(link: Link, *, same_rank: bool) -> PriorityStatus:
    """A task with the same rank on both sides did not move, whatever changed places around it."""
    if link.kind in {LinkKind.SPLIT, LinkKind.MERGED, LinkKind.REGROUPED} or same_rank:
        return _BY_KIND[link.kind]
    return PriorityStatus.MOVED if link.moved else PriorityStatus.DISPLACED


def _reading_order(row: PriorityChange) -> tuple[float, int]:
    later = row.later_rank if row.later_rank is not None else (row.earlier_rank or 0) + 0.5
    return later, row.earlier_rank or 0
