"""The table of formulations."""

from collections.abc import Iterable

from compare.model import FormulationChange
from corpora.model import Span
from reports.rows.passages import passage_around
from reports.rows.rows import Summary
from reports.tables.model import (
    EARLIER,
    LATER,
    UNIT_ID,
    Both,
    Column,
    Entry,
    Kind,
    Table,
    entries,
    span_columns,
)
from reports.words.vocabulary import PHRASE_STATUSES

PASSAGE_CHARACTERS = 160  # of the sentence around a formulation: enough to see what is said of it


def _phrases(summary: Summary) -> Iterable[Entry[FormulationChange]]:
    everything = (phrase for group in summary.phrases for phrase in group.phrases)
    return entries(summary.change_report, everything)


def _first_use(side: str, zh: str, en: str) -> tuple[Column[Entry[FormulationChange]], ...]:
    """The sentence and the unit of a formulation's first use in one text, and where it stands."""

    def spans(entry: Entry[FormulationChange]) -> tuple[Span, ...]:
        return entry.thing.earlier_spans if side == "earlier" else entry.thing.later_spans

    def first(entry: Entry[FormulationChange]) -> Span | None:
        return next(iter(spans(entry)), None)

    def passage(entry: Entry[FormulationChange]) -> str | None:
        work_report, span = entry.texts.side(side).work_report, first(entry)
        return passage_around(work_report, span, PASSAGE_CHARACTERS) if span else None

    return (
        Column(
            f"{side}_passage",
            Kind.PASSAGE,
            Both(f"{zh}原句", f"{en} passage"),
            passage,
            Both("首次使用处的原句", "the sentence of its first use"),
        ),
        Column(
            f"{side}_unit",
            Kind.UNIT,
            Both(f"{zh}单元", f"{en} unit"),
            lambda e: e.texts.side(side).unit_at(first(e)),
            UNIT_ID,
            side=side,
        ),
        *span_columns(side, Both(zh, en), first),
    )


PHRASES: Table[Entry[FormulationChange]] = Table(
    "phrases",
    Both("提法", "Formulations"),
    Both(
        "一行是一个提法，同类中权重高的在前",
        "one row is a policy formulation, the weightiest of its status first",
    ),
    _phrases,
    (
        Column("text", Kind.TEXT, Both("提法", "formulation"), lambda e: e.thing.text),
        Column(
            "status", Kind.WORD, Both("变化", "change"), lambda e: e.thing.status.value, words=PHRASE_STATUSES
        ),
        Column("earlier_text", Kind.TEXT, Both("原说法", "earlier form"), lambda e: e.thing.earlier_text),
        Column("later_text", Kind.TEXT, Both("现说法", "later form"), lambda e: e.thing.later_text),
        Column(
            "earlier_count",
            Kind.INTEGER,
            Both("前一文本次数", "earlier uses"),
            lambda e: e.thing.earlier_count,
        ),
        Column(
            "later_count", Kind.INTEGER, Both("后一文本次数", "later uses"), lambda e: e.thing.later_count
        ),
        Column(
            "weight",
            Kind.NUMBER,
            Both("权重", "weight"),
            lambda e: round(e.thing.weight, 4),
            Both("只在同类之间比较", "compare it within one status only"),
        ),
        Column(
            "first_year",
            Kind.YEAR,
            Both("最早见于", "first found"),
            lambda e: e.thing.first_year,
            Both("只在所查年份之中", "among the reports looked at only"),
        ),
        Column(
            "last_year",
            Kind.YEAR,
            Both("上次见于", "last found"),
            lambda e: e.thing.last_year,
            Both("只在所查年份之中", "before the later report, among the reports looked at only"),
        ),
        Column(
            "emphasis",
            Kind.NUMBER,
            Both("使用增减倍数", "emphasis"),
            lambda e: round(e.thing.emphasis.ratio, 4) if e.thing.emphasis else None,
            Both(
                "沿用提法的次数与按篇幅推算之比；大于 1 为提得更多",
                "of a carried one, later uses to those expected by length; above 1 it is used more",
            ),
        ),
        *_first_use("earlier", EARLIER.zh, EARLIER.en),
        *_first_use("later", LATER.zh, LATER.en),
        Column(
            "reason",
            Kind.TEXT,
            Both("依据", "reason"),
            lambda e: e.thing.reason,
            Both("认作提法的依据，固定用词", "why it was taken for a formulation, in stable words"),
        ),
    ),
)
