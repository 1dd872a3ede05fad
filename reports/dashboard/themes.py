"""Both texts cut by theme: the plan's priorities, and for the rest the parts that reports are made of.

What an earlier and a later priority have in common is one theme, however they were split or merged. Nothing
in here is worded in a language.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from compare.model import ChangeReport, PriorityChange, PriorityStatus
from corpora.model import Role, Span, WorkReport
from reports.dashboard.anchors import Side
from reports.rows.rows import OUTSIDE_ROLES, ROLE_READING_ORDER

# Of the statuses of a theme's priorities the one that says most.
_TELLING = (
    PriorityStatus.NEW,
    PriorityStatus.DROPPED,
    PriorityStatus.MOVED,
    PriorityStatus.SPLIT,
    PriorityStatus.MERGED,
    PriorityStatus.REGROUPED,
    PriorityStatus.REWORDED,
    PriorityStatus.DISPLACED,
    PriorityStatus.KEPT,
)


class Theme(Struct, frozen=True):
    """A theme of the plan, or a part of the reports outside the plan's priorities.

    Attributes:
        earlier: ids of the earlier priorities, in the order of their ranks.
        later: the same for the later ones.
        status: what became of the priority; None for a part outside the priorities.
        role: the part; None for priorities.
    """

    earlier: tuple[str, ...]
    later: tuple[str, ...]
    status: PriorityStatus | None = None
    role: Role | None = None


class Parts(Struct, frozen=True):
    """One text cut by priorities and roles.

    Attributes:
        keys: the parts in reading order: ids of priorities, values of roles.
        of_unit: the part that each compared unit belongs to.
    """

    work_report: WorkReport
    keys: tuple[str, ...]
    of_unit: Mapping[str, str]

    @classmethod
    def of(cls, work_report: WorkReport, priorities: Iterable[str]) -> "Parts":
        """Cuts a text; frame and appendix are in no part."""
        units = {unit.id: unit for unit in work_report.units}
        chosen, found = set(priorities), {}
        for unit in work_report.units:
            if unit.role in OUTSIDE_ROLES:
                continue
            above, key = unit.id, unit.role.value
            while above in units:
                if above in chosen:
                    key = above
                    break
                above = units[above].parent or ""
            found[unit.id] = key
        return cls(work_report, tuple(dict.fromkeys(found.values())), found)

    def at(self, span: Span) -> str | None:
        """The part that a span begins in."""
        for unit in self.work_report.units:
            if unit.span.start <= span.start < unit.span.end:
                return self.of_unit.get(unit.id)
        return None


def parts_of(change_report: ChangeReport) -> dict[Side, Parts]:
    """Both texts of a pair, cut by its priorities."""
    changes = change_report.priorities
    return {
        Side.EARLIER: Parts.of(change_report.earlier, (c.earlier_unit for c in changes if c.earlier_unit)),
        Side.LATER: Parts.of(change_report.later, (c.later_unit for c in changes if c.later_unit)),
    }


def themes_of(change_report: ChangeReport, parts: Mapping[Side, Parts]) -> tuple[Theme, ...]:
    """The themes of a pair.

    Args:
        change_report: what the comparison found.
        parts: both texts cut into parts.

    Returns:
        Priorities in the order of the later ranks, then those that only the earlier text has, then the other
        parts in the order in which changes are read. Every part of both texts is in exactly one theme.
    """
    present = {key for side in Side for key in parts[side].keys}
    roles = tuple(Theme((), (), role=role) for role in ROLE_READING_ORDER if role.value in present)
    return (*_priority_themes(change_report.priorities), *roles)


def _priority_themes(changes: Iterable[PriorityChange]) -> list[Theme]:
    groups: list[list[PriorityChange]] = []
    for change in changes:
        ends = _ends([change])
        touching = [group for group in groups if ends & _ends(group)]
        groups = [group for group in groups if group not in touching]
        groups.append([*(each for group in touching for each in group), change])
    themes = sorted(groups, key=_rank)
    return [_theme(group) for group in themes]


def _ends(group: Iterable[PriorityChange]) -> set[tuple[Side, str]]:
    earlier = {(Side.EARLIER, change.earlier_unit) for change in group if change.earlier_unit}
    return earlier | {(Side.LATER, change.later_unit) for change in group if change.later_unit}


def _rank(group: Iterable[PriorityChange]) -> tuple[bool, int]:
    later = [change.later_rank for change in group if change.later_rank]
    earlier = [change.earlier_rank for change in group if change.earlier_rank]
    return (False, min(later)) if later else (True, min(earlier, default=0))


def _theme(group: Iterable[PriorityChange]) -> Theme:
    earlier = {change.earlier_unit: change.earlier_rank or 0 for change in group if change.earlier_unit}
    later = {change.later_unit: change.later_rank or 0 for change in group if change.later_unit}
    statuses = {change.status for change in group}
    return Theme(
        earlier=tuple(sorted(earlier, key=earlier.__getitem__)),
        later=tuple(sorted(later, key=later.__getitem__)),
        status=next(status for status in _TELLING if status in statuses),
    )
