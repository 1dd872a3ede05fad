"""What moved on its own account, and what was only displaced by another's move.

Among siblings that have partners, those on a longest chain of unbroken order stay, the others moved
(Schensted 1961; as document comparers tell moves). Where several chains are equally long, only what stands
in all of them is sure to have stayed: two neighbours that change places both moved. A sibling that stayed
but whose printed rank changed was displaced. A measure that no longer stands in the section that carries
its old section on moved, too.
"""

from collections.abc import Iterable, Sequence
from enum import Enum

from compare.grouping import Group
from compare.matching import bare_form
from corpora.model import Level, Unit

Sides = tuple[dict[str, Unit], dict[str, Unit]]
Sections = tuple[str | None, str | None]


class Move(Enum):
    """Whether the content of a link changed its place."""

    STAYED = "stayed"
    DISPLACED = "displaced"
    MOVED = "moved"


def tell_moves(groups: Sequence[Group], sides: Sides) -> list[Move]:
    """Tell for each group whether it moved.

    Args:
        groups: sections' and measures' groups.
        sides: the units of both reports by id.
    """
    linked = {(pair.earlier, pair.later) for group in groups for pair in group.pairs}
    carried_on = _carried_on(groups, sides)
    moves = [Move.STAYED] * len(groups)
    families: dict[Sections, list[int]] = {}
    for index, group in enumerate(groups):
        one, other = _main_units(group, sides)
        if _went_elsewhere(one, other, linked, carried_on):
            moves[index] = Move.MOVED
        elif not group.partial:
            families.setdefault(
                (one.parent, other.parent) if one.level is Level.MEASURE else ("", ""), []
            ).append(index)
    for family in families.values():
        for index, move in zip(family, _rank_changes([groups[i] for i in family], sides), strict=True):
            moves[index] = move
    return moves


def _main_units(group: Group, sides: Sides) -> tuple[Unit, Unit]:
    """The units of the group's strongest pair; they stand for its place."""
    return sides[0][group.pairs[0].earlier], sides[1][group.pairs[0].later]


def _carried_on(groups: Iterable[Group], sides: Sides) -> dict[str, str | None]:
    """For each earlier section, the later section to which most of its measures' text went."""
    text: dict[str, dict[str | None, float]] = {}
    for group in groups:
        for pair in group.pairs:
            one, other = sides[0][pair.earlier], sides[1][pair.later]
            if one.level is Level.MEASURE and one.parent is not None:
                flow = text.setdefault(one.parent, {})
                flow[other.parent] = flow.get(other.parent, 0.0) + len(one.text) * pair.score
    return {section: max(flow, key=lambda parent: flow[parent]) for section, flow in text.items()}


def _went_elsewhere(
    one: Unit, other: Unit, linked: set[tuple[str, str]], carried_on: dict[str, str | None]
) -> bool:
    """Whether a measure stands outside the section that carries its old section on."""
    if one.level is Level.SECTION:
        return False
    if one.parent is None or other.parent is None:
        # outside all sections on one side: the part tells whether it is still in the same place
        return one.role is not other.role
    return (one.parent, other.parent) not in linked or carried_on.get(one.parent) != other.parent


def _rank_changes(family: Sequence[Group], sides: Sides) -> list[Move]:
    """Moves among groups that stay under one pair of parents."""
    starts = [tuple(unit.span.start for unit in _main_units(group, sides)) for group in family]
    order = sorted(range(len(family)), key=lambda index: starts[index])
    moved = dict(zip(order, moved_positions([starts[index][1] for index in order]), strict=True))
    return [
        Move.MOVED if moved[index] else Move.DISPLACED if _printed_rank_changed(group, sides) else Move.STAYED
        for index, group in enumerate(family)
    ]


def _printed_rank_changed(group: Group, sides: Sides) -> bool:
    numbers = [unit.number for unit in _main_units(group, sides)]
    return None not in numbers and bare_form(numbers[0] or "") != bare_form(numbers[1] or "")


def moved_positions(order: Sequence[int]) -> tuple[bool, ...]:
    """Which elements of a sequence left its order.

    Args:
        order: later positions of siblings, listed in their earlier order.

    Returns:
        For each element, whether it stands outside some longest increasing subsequence.
    """
    upto = _chain_lengths(order)
    onward = _chain_lengths([-value for value in reversed(order)])[::-1]
    longest = max(upto, default=0)
    on_some = [before + after - 1 == longest for before, after in zip(upto, onward, strict=True)]
    holders: dict[int, int] = {}
    for length, on in zip(upto, on_some, strict=True):
        holders[length] = holders.get(length, 0) + on
    return tuple(not (on and holders[length] == 1) for on, length in zip(on_some, upto, strict=True))


def _chain_lengths(order: Sequence[int]) -> list[int]:
    """For each element, the length of the longest increasing subsequence that ends with it."""
    lengths: list[int] = []
    for position, value in enumerate(order):
        before = [lengths[i] for i in range(position) if order[i] <= value]
        lengths.append(1 + max(before, default=0))
    return lengths
