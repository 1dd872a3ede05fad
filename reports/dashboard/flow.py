"""Where the text of each part of the earlier report went: a matrix of parts, counted in characters."""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from compare.model import ChangeReport, Link
from corpora.model import Role
from reports.dashboard.anchors import Side
from reports.dashboard.ground import Ground
from reports.dashboard.quotes import language_tag
from reports.dashboard.themes import Parts
from reports.dashboard.views import PairViews
from reports.rows.rows import ROLE_READING_ORDER
from reports.views.context import percent
from reports.words.quoting import clipped
from reports.words.vocabulary import ROLES

# A heading at the head of a column is a pointer; the whole one stands at its row and in the text.
HEAD_CHARACTERS = 14
# Shares from which a cell is tinted more strongly; the number in it says the same.
_TINTS = (0.6, 0.25, 0.0)


class PartHead(Struct, frozen=True):
    """A part of one text at the head of a row or a column; `rank` is empty outside the priorities."""

    name: str
    rank: str
    anchor: str
    language: str


class FlowCell(Struct, frozen=True):
    """How much of a part went to another; empty `share` for nothing.

    Attributes:
        share: of the row's characters, as told.
        tint: 0 for nothing, 1 to 3 for ever more.
        anchor: the passage that carries most of it.
        title: what the cell says, for those who do not see its row and column.
    """

    share: str = ""
    tint: int = 0
    anchor: str = ""
    title: str = ""


class FlowRow(Struct, frozen=True):
    """A part of the earlier text, its characters, and how they went; `gone` is what is not found."""

    head: PartHead
    characters: str
    cells: tuple[FlowCell, ...]
    gone: FlowCell


class FlowView(Struct, frozen=True):
    """The matrix; `new` tells for each column what share of it only the later text has."""

    columns: tuple[PartHead, ...]
    rows: tuple[FlowRow, ...]
    new: tuple[FlowCell, ...]


class _Flow(Struct, frozen=True):
    """Characters that went from part to part, and by which passage most."""

    counts: dict[tuple[str, str], float] = field(default_factory=dict)
    most: dict[tuple[str, str], tuple[float, str]] = field(default_factory=dict)

    def add(self, source: str, target: str, characters: float, unit: str) -> None:
        place = source, target
        self.counts[place] = self.counts.get(place, 0.0) + characters
        if characters > self.most.get(place, (0.0, ""))[0]:
            self.most[place] = characters, unit


# What stands for the other text where it has nothing.
_NOWHERE = ""


def flow_view(views: PairViews, ground: Ground) -> FlowView | None:
    """The matrix of a pair, or None where a text has only one part.

    Args:
        views: the pair.
        ground: the pair laid out.

    Returns:
        Rows and columns in reading order. The characters of an earlier passage that several later ones
        carry on are divided among them by their length.
    """
    change_report = views.summary.change_report
    parts = ground.parts
    if min(len(parts[side].keys) for side in Side) < 2:  # noqa: PLR2004 - one part is no matrix
        return None
    sizes = {side: _sizes(parts[side]) for side in Side}
    flow = _flow(change_report, parts)
    keys = {side: ordered_parts(parts[side], side, change_report) for side in Side}
    heads = {side: [part_head(views, side, key) for key in keys[side]] for side in Side}
    maker = _CellMaker(views, flow)
    rows = tuple(
        FlowRow(
            head=head,
            characters=f"{sizes[Side.EARLIER][key]:,}",
            cells=tuple(
                maker.cell((key, other), sizes[Side.EARLIER][key], Side.LATER, head, column)
                for other, column in zip(keys[Side.LATER], heads[Side.LATER], strict=True)
            ),
            gone=maker.cell((key, _NOWHERE), sizes[Side.EARLIER][key], Side.EARLIER, head, None),
        )
        for key, head in zip(keys[Side.EARLIER], heads[Side.EARLIER], strict=True)
    )
    new = tuple(
        maker.cell((_NOWHERE, key), sizes[Side.LATER][key], Side.LATER, None, head)
        for key, head in zip(keys[Side.LATER], heads[Side.LATER], strict=True)
    )
    return FlowView(tuple(heads[Side.LATER]), rows, new)


def _sizes(parts: Parts) -> Counter[str]:
    sizes: Counter[str] = Counter()
    for unit in parts.work_report.units:
        if unit.id in parts.of_unit:
            sizes[parts.of_unit[unit.id]] += len(unit.span)
    return sizes


def ranks_of(change_report: ChangeReport, side: Side) -> dict[str, int]:
    """The ranks of one text's priorities by their ids."""
    ends = (
        (change.earlier_unit, change.earlier_rank)
        if side is Side.EARLIER
        else (change.later_unit, change.later_rank)
        for change in change_report.priorities
    )
    return {unit: rank for unit, rank in ends if unit and rank}


def ordered_parts(parts: Parts, side: Side, change_report: ChangeReport) -> list[str]:
    """The priorities in their order, then the roles; what else the plan says stands after its priorities."""
    ranks = ranks_of(change_report, side)
    roles = [role.value for role in ROLE_READING_ORDER]
    return sorted(parts.keys, key=lambda key: (0, ranks[key]) if key in ranks else (1, roles.index(key)))


def _flow(change_report: ChangeReport, parts: Mapping[Side, Parts]) -> _Flow:
    flow = _Flow()
    before, after = parts[Side.EARLIER].of_unit, parts[Side.LATER].of_unit
    for link in change_report.links:
        if not link.partial:
            for earlier, later, characters in _carried(link, change_report):
                if earlier in before and later in after:
                    flow.add(before[earlier], after[later], characters, later)
    for side, units, own in (
        (Side.EARLIER, change_report.dropped_units, before),
        (Side.LATER, change_report.new_units, after),
    ):
        report = parts[side].work_report
        for unit in units:
            if unit in own:
                place = (own[unit], _NOWHERE) if side is Side.EARLIER else (_NOWHERE, own[unit])
                flow.add(*place, float(len(report.unit(unit).span)), unit)
    return flow


def _carried(link: Link, change_report: ChangeReport) -> Iterator[tuple[str, str, float]]:
    lengths = {unit: len(change_report.later.unit(unit).span) for unit in link.later}
    whole = sum(lengths.values()) or 1
    for earlier in link.earlier:
        characters = len(change_report.earlier.unit(earlier).span)
        for later, length in lengths.items():
            yield earlier, later, characters * length / whole


def part_head(views: PairViews, side: Side, key: str) -> PartHead:
    """A part as the head of a row or a column."""
    roles = {role.value: role for role in Role}
    report = views.anchors[side].report
    if key in roles:
        first = next(unit for unit in report.units if unit.role == key)
        return PartHead(ROLES[roles[key]].label(views.language), "", views.anchors[side].unit(first.id), "")
    rank = ranks_of(views.summary.change_report, side)[key]
    return PartHead(report.unit(key).label, str(rank), views.anchors[side].unit(key), language_tag(report))


class _CellMaker(Struct, frozen=True):
    views: PairViews
    flow: _Flow

    def cell(
        self, place: tuple[str, str], whole: int, side: Side, row: PartHead | None, column: PartHead | None
    ) -> FlowCell:
        characters = self.flow.counts.get(place, 0.0)
        share = characters / max(whole, 1)
        if not characters:
            return FlowCell()
        told = percent(share)
        unit = self.flow.most[place][1]
        names = " → ".join(clipped(head.name, HEAD_CHARACTERS) for head in (row, column) if head)
        return FlowCell(
            share=told,
            tint=3 - next(place for place, least in enumerate(_TINTS) if share >= least),
            anchor=self.views.anchors[side].unit(unit),
            title=f"{names} {told}",
        )
