"""The table of what a lower level's report has of a higher level's formulations."""

from collections.abc import Iterable

from compare.uptakes import Uptake
from reports.rows.rows import Summary
from reports.tables.model import UNIT_ID, Both, Column, Entry, Kind, Side, Table, entries, span_columns
from reports.words.reasons import SIDES
from reports.words.vocabulary import UPTAKE_KINDS


def _uptakes(summary: Summary) -> Iterable[Entry[Uptake]]:
    return entries(summary.change_report, summary.change_report.uptakes)


def _higher(entry: Entry[Uptake]) -> Side:
    return entry.texts.side(entry.thing.side)


def _lower(entry: Entry[Uptake]) -> Side:
    return entry.texts.later if entry.thing.side == "earlier" else entry.texts.earlier


UPTAKES: Table[Entry[Uptake]] = Table(
    "uptakes",
    Both("上下级提法", "Uptake"),
    Both(
        "一行是上级报告的一个提法及本地报告的写法；两级政府对比时才有",
        "one row is a formulation of a higher level's report and what the lower level's has of it; only "
        "between levels",
    ),
    _uptakes,
    (
        Column("text", Kind.TEXT, Both("上级提法", "formulation"), lambda e: e.thing.text),
        Column("kind", Kind.WORD, Both("写法", "kind"), lambda e: e.thing.kind.value, words=UPTAKE_KINDS),
        Column("local_text", Kind.TEXT, Both("本地写法", "local form"), lambda e: e.thing.local_text),
        Column(
            "since",
            Kind.YEAR,
            Both("本地最早见于", "there since"),
            lambda e: e.thing.since,
            Both("只在所查年份之中", "among the reports looked at only"),
        ),
        Column(
            "weight",
            Kind.NUMBER,
            Both("权重", "weight"),
            lambda e: round(e.thing.weight, 4),
            Both("只在同类之间比较", "compare it within one kind only"),
        ),
        Column("side", Kind.WORD, Both("上级文本", "higher text"), lambda e: e.thing.side, words=SIDES),
        Column(
            "unit",
            Kind.UNIT,
            Both("上级单元", "unit"),
            lambda e: _higher(e).unit_at(next(iter(e.thing.spans), None)),
            UNIT_ID,
        ),
        Column(
            "local_unit",
            Kind.UNIT,
            Both("本地单元", "local unit"),
            lambda e: _lower(e).unit_at(next(iter(e.thing.local_spans), None)),
            UNIT_ID,
        ),
        *span_columns("higher", Both("上级", "higher"), lambda e: next(iter(e.thing.spans), None)),
        *span_columns("local", Both("本地", "local"), lambda e: next(iter(e.thing.local_spans), None)),
    ),
    always=False,
)
