"""The tables of promises, and of figures that do not agree."""

from collections.abc import Iterable

from compare.undertakings.model import Inconsistency
from reports.rows.rows import Summary
from reports.rows.undertakings import PromiseRow, promise_groups
from reports.tables.model import UNIT_ID, Both, Column, Entry, Kind, Table, entries, span_columns
from reports.tables.targets import INDICATOR, plain
from reports.words.indicator_names import INDICATOR_WORDS
from reports.words.reasons import INCONSISTENCY_KINDS, PROMISE_REASONS, SIDES
from reports.words.vocabulary import PROMISE_STATUSES

# -- promises --------------------------------------------------------------------------------------


def _promises(summary: Summary) -> Iterable[Entry[tuple[str, PromiseRow]]]:
    groups = promise_groups(summary.change_report)
    rows = ((group.section, row) for group in groups for row in group.rows)
    return entries(summary.change_report, rows)


PROMISES: Table[Entry[tuple[str, PromiseRow]]] = Table(
    "promises",
    Both("承诺", "Promises"),
    Both(
        "一行是前一文本的一条承诺及后一文本的回应", "one row is an undertaking and the later review's answer"
    ),
    _promises,
    (
        Column("section", Kind.PASSAGE, Both("所在章节", "section"), lambda e: e.thing[0] or None),
        Column("promise_text", Kind.PASSAGE, Both("承诺原文", "promise"), lambda e: e.thing[1].text),
        Column(
            "status",
            Kind.WORD,
            Both("回应", "status"),
            lambda e: e.thing[1].promise.status.value,
            words=PROMISE_STATUSES,
        ),
        Column(
            "with_number",
            Kind.FLAG,
            Both("给出数据", "with number"),
            lambda e: e.thing[1].promise.with_number,
            Both("回应给出了所承诺的数据", "the answer states a number of what was promised"),
        ),
        Column(
            "report_text",
            Kind.PASSAGE,
            Both("回顾中的回应", "answer in the review"),
            lambda e: e.thing[1].answer or None,
        ),
        Column(
            "nearest_text",
            Kind.PASSAGE,
            Both("回顾中最接近处", "nearest passage"),
            lambda e: e.thing[1].nearest or None,
        ),
        Column("score", Kind.SHARE, Both("把握", "score"), lambda e: round(e.thing[1].promise.score, 4)),
        Column(
            "reason",
            Kind.WORD,
            Both("依据", "reason"),
            lambda e: e.thing[1].promise.reason,
            words=PROMISE_REASONS,
        ),
        Column(
            "promise_unit",
            Kind.UNIT,
            Both("承诺单元", "promise unit"),
            lambda e: e.thing[1].promise.promise_unit,
            UNIT_ID,
            side="earlier",
        ),
        Column(
            "report_unit",
            Kind.UNIT,
            Both("回应单元", "answer unit"),
            lambda e: e.thing[1].promise.answer_unit,
            UNIT_ID,
            side="later",
        ),
        *span_columns("promise", Both("承诺", "promise"), lambda e: e.thing[1].promise.promise),
        *span_columns("report", Both("回应", "answer"), lambda e: e.thing[1].promise.answer),
    ),
)


# -- figures to check ------------------------------------------------------------------------------


def _inconsistencies(summary: Summary) -> Iterable[Entry[Inconsistency]]:
    return entries(summary.change_report, summary.change_report.inconsistencies)


INCONSISTENCIES: Table[Entry[Inconsistency]] = Table(
    "inconsistencies",
    Both("请核对的数据", "Figures to check"),
    Both("一行是同一文本中不一致的两个数据", "one row is two figures of one text that do not agree"),
    _inconsistencies,
    (
        Column("side", Kind.WORD, Both("文本", "text"), lambda e: e.thing.side, words=SIDES),
        Column(
            "kind", Kind.WORD, Both("问题", "question"), lambda e: e.thing.kind, words=INCONSISTENCY_KINDS
        ),
        Column(
            "indicator",
            Kind.WORD,
            Both("指标", "indicator"),
            lambda e: e.thing.indicator or None,
            INDICATOR,
            words=INDICATOR_WORDS,
        ),
        Column(
            "stated_value", Kind.NUMBER, Both("所述数值", "stated"), lambda e: plain(e.thing.stated_value)
        ),
        Column(
            "other_value",
            Kind.NUMBER,
            Both("另一数值", "other value"),
            lambda e: plain(e.thing.other_value),
            Both("分项之和，或另一处的数值", "sum of the parts, or the other figure"),
        ),
        Column(
            "stated_text",
            Kind.PASSAGE,
            Both("原文", "passage"),
            lambda e: e.texts.side(e.thing.side).quote(e.thing.stated),
        ),
        Column(
            "other_text",
            Kind.PASSAGE,
            Both("另一处原文", "other passage"),
            lambda e: e.texts.side(e.thing.side).quote(e.thing.other),
        ),
        Column("unit", Kind.UNIT, Both("单元", "unit"), lambda e: e.thing.unit_id, UNIT_ID),
        *span_columns("stated", Both("原文", "passage"), lambda e: e.thing.stated),
        *span_columns("other", Both("另一处", "other passage"), lambda e: e.thing.other),
    ),
)
