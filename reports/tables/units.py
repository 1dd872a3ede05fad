"""The table of units: every section and measure of both texts, with what became of it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from compare.model import ChangeReport, Nearest
from corpora.model import Unit
from reports.rows.rows import Summary
from reports.tables.model import Both, Column, Kind, Side, Table, texts_of
from reports.words.reasons import ROLE_REASONS, SIDES
from reports.words.vocabulary import LEVELS, OUTCOMES, ROLES, Outcome


class _UnitEntry(Struct, frozen=True):
    """A unit of one text.

    Attributes:
        side: `earlier` or `later`.
        unit: the unit.
        text: the text it stands in.
        outcome: what became of it, or None where it was not compared.
        moved: whether its main link is moved.
        links: numbers of its links, as the table of links has them.
        nearest: what comes nearest to a unit without partner.
        nearest_label: how that unit is called.
    """

    side: str
    unit: Unit
    text: Side
    outcome: Outcome | None
    moved: bool
    links: tuple[int, ...]
    nearest: Nearest | None
    nearest_label: str | None


def _units(summary: Summary) -> Iterable[_UnitEntry]:
    """The units of the earlier text, then those of the later, in reading order."""
    texts = texts_of(summary.change_report)
    yield from _of_side(summary.change_report, "earlier", texts.earlier, texts.later)
    yield from _of_side(summary.change_report, "later", texts.later, texts.earlier)


def _of_side(change_report: ChangeReport, side: str, text: Side, other: Side) -> Iterator[_UnitEntry]:
    outcomes: dict[str, Outcome] = {}
    moved: set[str] = set()
    links: dict[str, list[int]] = {}
    for number, link in enumerate(change_report.links, start=1):
        for unit_id in link.earlier if side == "earlier" else link.later:
            links.setdefault(unit_id, []).append(number)
            if not link.partial:
                outcomes[unit_id] = Outcome(link.kind.value)
                moved.update({unit_id} if link.moved else ())
    alone, outcome = (
        (change_report.dropped_units, Outcome.DROPPED)
        if side == "earlier"
        else (change_report.new_units, Outcome.NEW)
    )
    outcomes.update(dict.fromkeys(alone, outcome))
    nearest = {near.unit: near for near in change_report.nearest if near.side == side}
    for unit in text.work_report.units:
        near = nearest.get(unit.id)
        yield _UnitEntry(
            side=side,
            unit=unit,
            text=text,
            outcome=outcomes.get(unit.id),
            moved=unit.id in moved,
            links=tuple(links.get(unit.id, ())),
            nearest=near,
            nearest_label=other.label(near.other) if near else None,
        )


UNITS: Table[_UnitEntry] = Table(
    "units",
    Both("单元", "Units"),
    Both(
        "一行是一个章节或举措，前一文本在前，按阅读顺序",
        "one row is a section or measure, the earlier text's first, in reading order",
    ),
    _units,
    (
        Column("side", Kind.WORD, Both("文本", "text"), lambda e: e.side, words=SIDES),
        Column("unit", Kind.UNIT, Both("单元", "unit"), lambda e: e.unit.id),
        Column("level", Kind.WORD, Both("层级", "level"), lambda e: e.unit.level.value, words=LEVELS),
        Column("role", Kind.WORD, Both("部分", "part"), lambda e: e.unit.role.value, words=ROLES),
        Column("number", Kind.TEXT, Both("编号", "number"), lambda e: e.unit.number),
        Column("heading", Kind.PASSAGE, Both("标题", "heading"), lambda e: e.unit.heading),
        Column(
            "outcome",
            Kind.WORD,
            Both("变化", "change"),
            lambda e: e.outcome.value if e.outcome else None,
            Both("空白表示未作比较", "empty where it was not compared"),
            words=OUTCOMES,
        ),
        Column("moved", Kind.FLAG, Both("移位", "moved"), lambda e: e.moved),
        Column("text", Kind.PASSAGE, Both("全文", "full text"), lambda e: e.unit.text),
        Column(
            "nearest",
            Kind.PASSAGE,
            Both("另一文本中最接近处", "nearest in the other text"),
            lambda e: e.nearest_label,
        ),
        Column(
            "nearest_unit",
            Kind.UNIT,
            Both("最接近单元", "nearest unit"),
            lambda e: e.nearest.other if e.nearest else None,
        ),
        Column(
            "nearest_score",
            Kind.SHARE,
            Both("接近程度", "nearness"),
            lambda e: round(e.nearest.score, 4) if e.nearest else None,
        ),
        Column(
            "links",
            Kind.TEXT,
            Both("对应编号", "links"),
            lambda e: " ".join(map(str, e.links)) or None,
            Both("对应关系表中的编号", "numbers in the table of links"),
        ),
        Column("section", Kind.PASSAGE, Both("所在章节", "section"), lambda e: e.text.section(e.unit.id)),
        Column("parent", Kind.UNIT, Both("所在章节单元", "unit of the section"), lambda e: e.unit.parent),
        Column("depth", Kind.INTEGER, Both("层次", "depth"), lambda e: e.unit.depth),
        Column("characters", Kind.INTEGER, Both("字数", "characters"), lambda e: len(e.unit.span)),
        Column(
            "start",
            Kind.OFFSET,
            Both("起点", "start"),
            lambda e: e.unit.span.start,
            Both("在清理后文本中的字符位置，自 0 起", "offset in the cleaned text, in characters from 0"),
        ),
        Column(
            "end",
            Kind.OFFSET,
            Both("终点", "end"),
            lambda e: e.unit.span.end,
            Both("在清理后文本中的字符位置，不含", "offset in the cleaned text, exclusive"),
        ),
        Column(
            "role_reason",
            Kind.WORD,
            Both("部分的判断依据", "how the part was told"),
            lambda e: e.unit.role_reason,
            words=ROLE_REASONS,
        ),
    ),
)
