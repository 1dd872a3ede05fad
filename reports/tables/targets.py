"""The tables of targets and of what came of them."""

from collections.abc import Callable

from compare.undertakings.model import Target
from corpora.model import Span
from reports.rows.undertakings import (
    OutcomeRow,
    TargetRow,
    outcome_rows,
    target_rows,
)
from reports.tables.model import (
    EARLIER,
    LATER,
    UNIT_ID,
    Both,
    Column,
    Entry,
    Kind,
    Row,
    Table,
    Value,
    entries,
    span_columns,
)
from reports.words.indicator_names import INDICATOR_WORDS
from reports.words.vocabulary import AIMS, BEARINGS, PERIODS, TARGET_CHANGES, VERDICTS

TARGET = Both("目标", "target")
INDICATOR = Both("未列入指标表的用原文", "words of the text where the indicator is not a known one")


def _target_columns(
    side: str, name: Both, target: Callable[[Row], Target | None], text: Callable[[Row], str]
) -> tuple[Column[Row], ...]:
    """What is told of one target: its words, value, unit, qualifier, period and place."""

    def read(get: Callable[[Target], Value]) -> Callable[[Row], Value]:
        def value(row: Row) -> Value:
            found = target(row)
            return None if found is None else get(found)

        return value

    def label(zh: str, en: str) -> Both:
        return Both(f"{name.zh}{zh}", f"{name.en} {en}")

    def words(row: Row) -> Value:
        return text(row) or None

    def span(row: Row) -> Span | None:
        found = target(row)
        return found.span if found else None

    return (
        Column(f"{side}_text", Kind.PASSAGE, label("原文", "text"), words),
        Column(
            f"{side}_low",
            Kind.NUMBER,
            label("数值", "value"),
            read(lambda t: t.value[0] if t.value else None),
            Both(
                "区间的低端；没有区间时与高端相同", "low end of a range; without a range the same as the high"
            ),
        ),
        Column(
            f"{side}_high",
            Kind.NUMBER,
            label("数值高端", "high end"),
            read(lambda t: t.value[1] if t.value else None),
        ),
        Column(f"{side}_measured_in", Kind.TEXT, label("单位", "measured in"), read(lambda t: t.unit)),
        Column(f"{side}_qualifier", Kind.TEXT, label("限定词", "qualifier"), read(lambda t: t.qualifier)),
        Column(
            f"{side}_period",
            Kind.WORD,
            label("期限", "period"),
            read(lambda t: t.period.value),
            words=PERIODS,
        ),
        Column(
            f"{side}_unit",
            Kind.UNIT,
            label("单元", "unit"),
            read(lambda t: t.unit_id),
            UNIT_ID,
            side="later" if side == "later" else "earlier",
        ),
        *span_columns(side, name, span),
    )


# -- targets ---------------------------------------------------------------------------------------

TARGETS: Table[Entry[TargetRow]] = Table(
    "targets",
    Both("预期目标", "Targets"),
    Both("一行是一项指标在前后文本中的目标", "one row is an indicator's target on both sides"),
    lambda summary: entries(summary.change_report, target_rows(summary.change_report)),
    (
        Column(
            "indicator",
            Kind.WORD,
            Both("指标", "indicator"),
            lambda e: e.thing.change.indicator,
            INDICATOR,
            words=INDICATOR_WORDS,
        ),
        Column(
            "change",
            Kind.WORD,
            Both("变化", "change"),
            lambda e: e.thing.change.change.value,
            words=TARGET_CHANGES,
        ),
        Column(
            "difference",
            Kind.NUMBER,
            Both("变动", "difference"),
            lambda e: plain(e.thing.change.difference),
            Both(
                "后减前，按后一文本单位；百分数为百分点",
                "later minus earlier in the later unit; percentage points",
            ),
        ),
        Column(
            "bearing",
            Kind.WORD,
            Both("要求", "bearing"),
            lambda e: e.thing.change.bearing.value,
            Both("按指标含义，变化意味着什么", "what the change means by the indicator's sense"),
            words=BEARINGS,
        ),
        *_target_columns(
            "earlier", EARLIER, lambda e: e.thing.change.earlier, lambda e: e.thing.earlier_text
        ),
        *_target_columns("later", LATER, lambda e: e.thing.change.later, lambda e: e.thing.later_text),
    ),
)


# -- what came of them -----------------------------------------------------------------------------

OUTCOMES: Table[Entry[OutcomeRow]] = Table(
    "outcomes",
    Both("目标完成情况", "Outcomes of targets"),
    Both(
        "一行是前一文本的一项目标及后一文本回顾的数据",
        "one row is an earlier target and the later review's figure",
    ),
    lambda summary: entries(summary.change_report, outcome_rows(summary.change_report)),
    (
        Column(
            "indicator",
            Kind.WORD,
            Both("指标", "indicator"),
            lambda e: e.thing.outcome.target.indicator,
            INDICATOR,
            words=INDICATOR_WORDS,
        ),
        Column(
            "verdict",
            Kind.WORD,
            Both("结果", "outcome"),
            lambda e: e.thing.outcome.verdict.value,
            words=VERDICTS,
        ),
        Column(
            "difference",
            Kind.NUMBER,
            Both("与目标相差", "difference"),
            lambda e: plain(e.thing.outcome.difference),
            Both("数据减目标，按目标单位", "figure minus target in the target's unit"),
        ),
        *_target_columns("target", TARGET, lambda e: e.thing.outcome.target, lambda e: e.thing.target_text),
        Column(
            "target_aim",
            Kind.WORD,
            Both("取向", "aim"),
            lambda e: e.thing.outcome.target.aim.value,
            words=AIMS,
        ),
        Column(
            "report_text",
            Kind.PASSAGE,
            Both("回顾原文", "review text"),
            lambda e: e.thing.report_text or None,
        ),
        Column(
            "report_value",
            Kind.NUMBER,
            Both("回顾数据", "review figure"),
            lambda e: plain(e.thing.outcome.value),
        ),
        Column(
            "report_measured_in", Kind.TEXT, Both("数据单位", "measured in"), lambda e: e.thing.outcome.unit
        ),
        Column(
            "report_unit",
            Kind.UNIT,
            Both("回顾单元", "review unit"),
            lambda e: e.thing.outcome.unit_id,
            UNIT_ID,
            side="later",
        ),
        *span_columns("report", Both("回顾", "review"), lambda e: e.thing.outcome.span),
    ),
)


def plain(figure: float | None) -> float | None:
    """A figure without the noise of binary arithmetic."""
    return None if figure is None else round(figure, 6)
