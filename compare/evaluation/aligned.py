"""Alignment against a standard: links of sections and measures, what moved, what stands alone.

A unit of the standard is found by its anchor, so that figures depend neither on how units are counted nor on
where exactly their borders are drawn. Links many to many are judged pair by pair.
"""

from collections.abc import Sequence

from msgspec import Struct

from compare.evaluation.figures import Figure, Share, counted, squeezed
from compare.evaluation.gold import AlignmentGold, GoldLink, GoldUnit
from compare.model import ChangeReport
from corpora.model import Level, Unit, WorkReport

_NEAR_START = 4  # an anchor this near to a unit's start marks its start
_PairOfIds = tuple[str, str]


class FoundAlignment(Struct, frozen=True):
    """What is judged of a comparison.

    Attributes:
        links: (earlier ids, later ids, moved).
        new: ids of later units without a partner.
        dropped: ids of earlier units without a partner.
    """

    links: tuple[tuple[tuple[str, ...], tuple[str, ...], bool], ...]
    new: tuple[str, ...]
    dropped: tuple[str, ...]


def alignment_of(found: ChangeReport) -> FoundAlignment:
    """The part of a change report that is judged here."""
    links = tuple((link.earlier, link.later, link.moved) for link in found.links)
    return FoundAlignment(links, found.new_units, found.dropped_units)


def alignment_figures(
    gold: AlignmentGold, earlier: WorkReport, later: WorkReport, found: FoundAlignment
) -> dict[str, Figure]:
    """Measure an alignment.

    Args:
        gold: the standard.
        earlier: the earlier report as it was read.
        later: the later report.
        found: what a comparison, or a plainer method, found.

    Returns:
        Counts for `section`, `measure`, `moved`, `new`, `dropped`; shares of the standard's units for
        `units` (found), `starts` and `roles` (right).
    """
    sides = _Located.of(gold.earlier, earlier.units), _Located.of(gold.later, later.units)
    level = {unit.id: unit.level for unit in (*gold.earlier, *gold.later)}
    moved = _moved_by_pair(found, sides, level)
    weak = {pair for link in gold.links if link.weak for pair in _pairs(link)}
    wanted = {pair: link for link in gold.links if not link.weak for pair in _pairs(link)}
    figures: dict[str, Figure] = {}
    for each in Level:
        figures[each.value] = counted(
            {pair for pair in moved if level[pair[0]] is each},
            {pair for pair in wanted if level[pair[0]] is each},
            weak,
        )
    both = [pair for pair, link in wanted.items() if not link.displaced and pair in moved]
    figures["moved"] = counted(
        {pair for pair in both if moved[pair]}, {pair for pair in both if wanted[pair].moved}
    )
    linked = {end for pair in moved for end in pair}
    doubtful = {end for pair in weak for end in pair}
    for name, right, listed in (
        ("new", gold.new, sides[1].golds(found.new)),
        ("dropped", gold.dropped, sides[0].golds(found.dropped)),
    ):
        figures[name] = counted(listed - linked, right, doubtful - right)
    return figures | _outline_figures(sides)


def _pairs(link: GoldLink) -> set[_PairOfIds]:
    return {(one, other) for one in link.earlier for other in link.later}


def _moved_by_pair(
    found: FoundAlignment, sides: "tuple[_Located, _Located]", level: dict[str, Level]
) -> dict[_PairOfIds, bool]:
    """Every linked pair of the standard's units, and whether it was said to have moved."""
    return {
        (one, other): moved
        for earlier, later, moved in found.links
        for one in sides[0].golds(earlier)
        for other in sides[1].golds(later)
        if level[one] is level[other]
    }


def _outline_figures(sides: "tuple[_Located, _Located]") -> dict[str, Figure]:
    total = sum(len(side.gold) for side in sides)
    right = {
        "units": sum(len(side.unit_of) for side in sides),
        "starts": sum(len(side.starts) for side in sides),
        "roles": sum(
            side.unit_of[unit.id].role is unit.role
            for side in sides
            for unit in side.gold
            if unit.id in side.unit_of
        ),
    }
    return {name: Share(count, total) for name, count in right.items()}


class _Located(Struct, frozen=True):
    """The standard's units of one side and the units of the report in which they stand.

    Attributes:
        gold: the standard's units.
        unit_of: id in the standard → the report's unit.
        starts: ids in the standard whose unit starts where it should.
        gold_of: the report's unit id → ids in the standard.
    """

    gold: tuple[GoldUnit, ...]
    unit_of: dict[str, Unit]
    starts: frozenset[str]
    gold_of: dict[str, frozenset[str]]

    @classmethod
    def of(cls, gold: tuple[GoldUnit, ...], units: Sequence[Unit]) -> "_Located":
        faces = {unit.id: squeezed(_face(unit)) for unit in units}
        unit_of: dict[str, Unit] = {}
        starts = set()
        for each in gold:
            anchor = squeezed(each.anchor)
            holders = [unit for unit in units if unit.level is each.level and anchor in faces[unit.id]]
            if not holders:
                continue
            best = min(holders, key=lambda unit: faces[unit.id].index(anchor))
            unit_of[each.id] = best
            if each.inside or faces[best.id].index(anchor) <= _NEAR_START:
                starts.add(each.id)
        return cls(gold, unit_of, frozenset(starts), _shared_out(unit_of, units))

    def golds(self, unit_ids: Sequence[str]) -> set[str]:
        """The standard's units that stand in these units of the report."""
        return {each for unit_id in unit_ids for each in self.gold_of.get(unit_id, ())}


def _shared_out(unit_of: dict[str, Unit], units: Sequence[Unit]) -> dict[str, frozenset[str]]:
    """Which units of the standard each unit holds; one may be cut into several, up to the next section."""
    held: dict[str, set[str]] = {}
    for gold_id, unit in unit_of.items():
        held.setdefault(unit.id, set()).add(gold_id)
    result: dict[str, frozenset[str]] = {}
    current: frozenset[str] = frozenset()
    for unit in units:
        own = frozenset(held.get(unit.id, ()))
        if unit.level is Level.SECTION:
            current = frozenset()
            if own:
                result[unit.id] = own
            continue
        current = own or current
        if current:
            result[unit.id] = current
    return result


def _face(unit: Unit) -> str:
    """What a reader sees of a unit: number, heading and text."""
    front = (unit.number or "") + (unit.heading or "")
    return unit.text if squeezed(unit.text).startswith(squeezed(front)) else front + unit.text
