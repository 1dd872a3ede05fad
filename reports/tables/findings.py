"""The tables that a reader opens first: findings, priorities, and what was not compared."""

from collections.abc import Iterable

from compare.model import NotCompared
from reports.rows.rows import FindingRow, PriorityRow, Summary
from reports.tables.model import (
    EARLIER,
    LATER,
    UNIT_ID,
    Both,
    Column,
    Entry,
    Kind,
    Table,
    by_contents_column,
    entries,
    span_columns,
)
from reports.words.reasons import NOT_COMPARED_REASONS, NOT_COMPARED_THINGS, SIDES
from reports.words.sentences import finding_sentence
from reports.words.vocabulary import FINDING_KINDS, PRIORITY_STATUSES

# -- findings --------------------------------------------------------------------------------------


def _sentence(language: str) -> Column[Entry[FindingRow]]:
    return Column(
        f"sentence_{language}",
        Kind.PASSAGE,
        Both("要点", "finding"),
        lambda e: finding_sentence(e.thing.finding, e.texts.change_report, language),
        Both(f"一句话说明（{language}）", f"the finding as a sentence ({language})"),
        language=language,
    )


FINDINGS: Table[Entry[FindingRow]] = Table(
    "findings",
    Both("要点", "Findings"),
    Both("一行是一个要点，重要的在前", "one row is a finding, what matters first at the head"),
    lambda summary: entries(summary.change_report, summary.findings),
    (
        Column("rank", Kind.INTEGER, Both("序号", "rank"), lambda e: e.thing.rank),
        Column(
            "kind",
            Kind.WORD,
            Both("类别", "kind"),
            lambda e: e.thing.finding.kind.value,
            words=FINDING_KINDS,
        ),
        _sentence("zh"),
        _sentence("en"),
        Column(
            "earlier_quote",
            Kind.PASSAGE,
            Both("前一文本原文", "earlier quote"),
            lambda e: e.thing.earlier_quote or None,
        ),
        Column(
            "later_quote",
            Kind.PASSAGE,
            Both("后一文本原文", "later quote"),
            lambda e: e.thing.later_quote or None,
        ),
        Column(
            "importance",
            Kind.NUMBER,
            Both("重要程度", "importance"),
            lambda e: round(e.thing.finding.importance, 4),
            Both("排序依据，0 到 100", "orders the findings, 0 to 100"),
        ),
        Column(
            "earlier_unit",
            Kind.UNIT,
            Both("前一文本单元", "earlier unit"),
            lambda e: e.thing.finding.earlier_unit,
            UNIT_ID,
            side="earlier",
        ),
        Column(
            "later_unit",
            Kind.UNIT,
            Both("后一文本单元", "later unit"),
            lambda e: e.thing.finding.later_unit,
            UNIT_ID,
            side="later",
        ),
        *span_columns("earlier", EARLIER, lambda e: e.thing.finding.earlier),
        *span_columns("later", LATER, lambda e: e.thing.finding.later),
        Column(
            "reason",
            Kind.TEXT,
            Both("依据", "reason"),
            lambda e: e.thing.finding.reason,
            Both("列为要点的依据，固定用词", "why it ranks where it does, in stable words"),
        ),
    ),
)


# -- priorities ------------------------------------------------------------------------------------

PRIORITIES: Table[Entry[PriorityRow]] = Table(
    "priorities",
    Both("工作任务", "Priorities"),
    Both(
        "一行是工作任务的一处变化或保持，按后一文本位次",
        "one row is a section of the plan and what became of it, in the later order",
    ),
    lambda summary: entries(summary.change_report, summary.priorities),
    (
        Column(
            "earlier_rank",
            Kind.INTEGER,
            Both("前一文本位次", "earlier rank"),
            lambda e: e.thing.change.earlier_rank,
            Both("在工作任务中列第几项，1 为首项", "its place among the priorities, 1 is the first"),
        ),
        Column(
            "later_rank",
            Kind.INTEGER,
            Both("后一文本位次", "later rank"),
            lambda e: e.thing.change.later_rank,
            Both("在工作任务中列第几项，1 为首项", "its place among the priorities, 1 is the first"),
        ),
        Column(
            "status",
            Kind.WORD,
            Both("变化", "change"),
            lambda e: e.thing.status.value,
            words=PRIORITY_STATUSES,
        ),
        by_contents_column(lambda e: e.thing.by_contents),
        Column(
            "earlier_heading",
            Kind.PASSAGE,
            Both("前一文本标题", "earlier heading"),
            lambda e: e.thing.earlier_heading,
        ),
        Column(
            "later_heading",
            Kind.PASSAGE,
            Both("后一文本标题", "later heading"),
            lambda e: e.thing.later_heading,
        ),
        Column(
            "earlier_unit",
            Kind.UNIT,
            Both("前一文本单元", "earlier unit"),
            lambda e: e.thing.change.earlier_unit,
            UNIT_ID,
            side="earlier",
        ),
        Column(
            "later_unit",
            Kind.UNIT,
            Both("后一文本单元", "later unit"),
            lambda e: e.thing.change.later_unit,
            UNIT_ID,
            side="later",
        ),
    ),
)


# -- what was not compared -------------------------------------------------------------------------


def _not_compared(summary: Summary) -> Iterable[NotCompared]:
    return summary.change_report.not_compared


NOT_COMPARED: Table[NotCompared] = Table(
    "not_compared",
    Both("未作比较", "Not compared"),
    Both("一行是一处未作比较的内容及原因", "one row is something that was not compared, with the reason"),
    _not_compared,
    (
        Column("what", Kind.WORD, Both("内容", "what"), lambda e: e.what, words=NOT_COMPARED_THINGS),
        Column("side", Kind.WORD, Both("文本", "text"), lambda e: e.side, words=SIDES),
        Column("reason", Kind.WORD, Both("原因", "why"), lambda e: e.reason, words=NOT_COMPARED_REASONS),
        Column(
            "detail",
            Kind.PASSAGE,
            Both("原文或说明", "excerpt or detail"),
            lambda e: e.detail,
            Both(
                "原文摘录；附件和报道文字为字数", "an excerpt; of appendix and frame the number of characters"
            ),
        ),
    ),
)
