"""What moved on its own account, and what was only displaced by another's move.

Among siblings that have partners, those on a longest chain of unbroken order stay, the others moved
(Schensted 1961; as document comparers tell moves). Where several chains are equally long, only what stands
in all of them is sure to have stayed: two neighbours that change places both moved. A sibling that stayed
but whose printed rank changed was displaced. A measure that no longer stands in the section that carries
its old section on moved, too.
"""

import re
from collections.abc import Container, Iterable, Sequence
from enum import Enum

from compare.alignment.grouping import Group
from compare.matching import matching_form
from corpora.model import Level, Unit

Sides = tuple[dict[str, Unit], dict[str, Unit]]
Sections = tuple[str | None, str | None]
Carried = tuple[Container[str | None], Container[str | None]]

_NUMERAL = re.compile("[0-9一二三四五六七八九十百]")
_MAIN_WEIGHT = 2  # a section and its main heir say more about the order than a part that went elsewhere


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
    left = _parted_sections(groups, sides)
    carried = _carried(left)
    moves = [Move.STAYED] * len(groups)
    families: dict[Sections, list[int]] = {}
    for index, group in enumerate(groups):
        one, other = _main_units(group, sides)
        homes: Sections = ("", "")
        if one.level is Level.MEASURE:
            homes = _home(one, sides[0], carried[0]), _home(other, sides[1], carried[1])
        if one.level is Level.MEASURE and _went_elsewhere(one, other, homes, left):
            moves[index] = Move.MOVED
        elif not group.partial:
            families.setdefault(homes, []).append(index)
    for siblings in families.values():
        for index, move in zip(siblings, _rank_changes([groups[i] for i in siblings], sides), strict=True):
            moves[index] = move
    return moves


def _main_units(group: Group, sides: Sides) -> tuple[Unit, Unit]:
    """The units of the group's strongest pair; they stand for its place."""
    return sides[0][group.pairs[0].earlier], sides[1][group.pairs[0].later]


def _parted_sections(groups: Sequence[Group], sides: Sides) -> dict[Sections, bool]:
    """For each pair of linked sections, whether measures that went from one to the other moved.

    A section's main heir carries its measures on, wherever it stands. What went to another heir moved when
    that one does not stand in order with the others; all of it moved when most of the section went where no
    link leads, or to another part of the report.
    """
    pairs = sorted(
        (pair for group in groups for pair in group.pairs if sides[0][pair.earlier].level is Level.SECTION),
        key=lambda pair: (sides[0][pair.earlier].span.start, sides[1][pair.later].span.start),
    )
    best: dict[str, float] = {}
    for pair in pairs:
        for unit in (f"earlier {pair.earlier}", f"later {pair.later}"):
            best[unit] = max(best.get(unit, 0.0), pair.score)
    main = [
        pair.score == best[f"earlier {pair.earlier}"] and pair.score == best[f"later {pair.later}"]
        for pair in pairs
    ]
    out_of_order = moved_positions(
        [sides[1][pair.later].span.start for pair in pairs], [_MAIN_WEIGHT if first else 1 for first in main]
    )
    linked = {(pair.earlier, pair.later) for pair in pairs}
    heirs = _heirs(groups, sides, _carried(linked))
    dissolved = {section for section, heir in heirs.items() if (section, heir) not in linked}
    return {
        (pair.earlier, pair.later): pair.earlier in dissolved
        or (moved and not first)
        or sides[0][pair.earlier].role is not sides[1][pair.later].role
        for pair, moved, first in zip(pairs, out_of_order, main, strict=True)
    }


def _carried(linked: Iterable[Sections]) -> Carried:
    """The sections of either side that a link holds."""
    pairs = list(linked)
    return {one for one, _ in pairs}, {other for _, other in pairs}


def _heirs(groups: Iterable[Group], sides: Sides, carried: Carried) -> dict[str, str | None]:
    """For each earlier section, the later section to which most of its measures' text went."""
    text: dict[str, dict[str | None, float]] = {}
    for group in groups:
        for pair in group.pairs:
            one, other = sides[0][pair.earlier], sides[1][pair.later]
            if one.level is Level.MEASURE and one.parent is not None:
                flow = text.setdefault(_home(one, sides[0], carried[0]) or one.parent, {})
                home = _home(other, sides[1], carried[1])
                flow[home] = flow.get(home, 0.0) + len(one.text) * pair.score
    return {section: max(flow, key=lambda parent: flow[parent]) for section, flow in text.items()}


def _home(unit: Unit, units: dict[str, Unit], carried: Container[str | None]) -> str | None:
    """The section that tells a measure's place: its own, or the nearest one above that is carried on.

    Where the other report has a chapter without sections, what stood in a section that nothing carries on
    still stands in its chapter.
    """
    above = unit.parent
    while above is not None and above not in carried:
        above = units[above].parent
    return above if above is not None else unit.parent


def _went_elsewhere(one: Unit, other: Unit, homes: Sections, left: dict[Sections, bool]) -> bool:
    """Whether a measure stands outside the section that carries its old section on."""
    if homes[0] is None or homes[1] is None:
        # outside all sections on one side: the part tells whether it is still in the same place
        return one.role is not other.role
    return left.get((homes[0], homes[1]), True)


def _rank_changes(family: Sequence[Group], sides: Sides) -> list[Move]:
    """Moves among groups that stay under one pair of parents.

    What has the same place among those that stayed together did not move, whatever changed around it.
    """
    starts = [tuple(unit.span.start for unit in _main_units(group, sides)) for group in family]
    order = sorted(range(len(family)), key=lambda index: starts[index])
    later_order = sorted(order, key=lambda index: starts[index][1])
    left = dict(zip(order, moved_positions([starts[index][1] for index in order]), strict=True))
    return [
        Move.MOVED
        if left[index] and order.index(index) != later_order.index(index)
        else Move.DISPLACED
        if _printed_rank_changed(group, sides)
        else Move.STAYED
        for index, group in enumerate(family)
    ]


def _printed_rank_changed(group: Group, sides: Sides) -> bool:
    """Whether the printed ordinal differs, brackets aside: （一） and 一是 are both first."""
    one, other = (_ordinal(unit.number) for unit in _main_units(group, sides))
    return one is not None and other is not None and one != other


def _ordinal(mark: str | None) -> str | None:
    """The numeral of an enumeration mark, or None when there is none."""
    return "".join(_NUMERAL.findall(matching_form(mark or ""))) or None


def moved_positions(order: Sequence[int], weights: Sequence[int] = ()) -> tuple[bool, ...]:
    """Which elements of a sequence left its order.

    Args:
        order: later positions of siblings, listed in their earlier order.
        weights: how much each of them counts for what the order is, whole numbers; all the same if empty.

    Returns:
        For each element, whether it stands outside some heaviest chain that is in order.
    """
    weights = weights or [1] * len(order)
    upto = _chain_weights(order, weights)
    onward = _chain_weights([-value for value in reversed(order)], weights[::-1])[::-1]
    heaviest = max(upto, default=0)
    on_some = [
        before + after - weight == heaviest
        for before, after, weight in zip(upto, onward, weights, strict=True)
    ]
    # an element of a heaviest chain takes up the stretch from (upto - weight) to upto: sharers are rivals
    rivals = [0] * heaviest
    for on, end, weight in zip(on_some, upto, weights, strict=True):
        for step in range(end - weight, end) if on else ():
            rivals[step] += 1
    return tuple(
        not on or any(rivals[step] > 1 for step in range(end - weight, end))
        for on, end, weight in zip(on_some, upto, weights, strict=True)
    )


def _chain_weights(order: Sequence[int], weights: Sequence[int]) -> list[int]:
    """For each element, the weight of the heaviest chain in order that ends with it."""
    ending: list[int] = []
    for position, value in enumerate(order):
        before = [ending[i] for i in range(position) if order[i] <= value]
        ending.append(weights[position] + max(before, default=0))
    return ending
