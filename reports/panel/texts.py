"""The variables of one report alone: how long it is, and what it speaks of."""

from collections.abc import Callable, Iterator
from functools import partial

from compare.alignment.fields import FIELDS
from compare.history.measures import COMPARED_ROLES, ReportMeasures
from reports.panel.keys import variable_name
from reports.panel.model import PlaceYear, Variable, Why, why_column
from reports.tables.model import Both, Kind, Value
from reports.words.fields import FIELD_WORDS
from reports.words.vocabulary import ROLES

_REPORT, _PLAN = "why_report", "why_plan"
_SIZES = (
    ("chars", "characters", Both("字数", "characters"), Both("字", "characters")),
    ("sections", "sections", Both("章节数", "sections"), None),
    ("measures", "measures", Both("举措数", "measures"), None),
)


def _on(read: Callable[[ReportMeasures], Value]) -> Callable[[PlaceYear], Value]:
    """A value of what was counted of a row's report; none where nothing was."""
    return lambda row: None if row.measures is None else read(row.measures)


# -- how long it is --------------------------------------------------------------------------------


def _sum(name: str, measures: ReportMeasures) -> int:
    return sum(getattr(part, name) for part in measures.parts)


def _of_part(place: int, name: str, measures: ReportMeasures) -> int:
    return int(getattr(measures.parts[place], name))


def _sizes() -> Iterator[Variable[PlaceYear]]:
    """Lengths and numbers of units, of the whole compared text and of each part."""
    for name, attribute, label, unit in _SIZES:
        about = Both("不含附件和报道文字", "appendix and news frame aside")
        whole = _on(partial(_sum, attribute))
        yield Variable(name, Kind.INTEGER, label, whole, about, measured_in=unit, missing=_REPORT)
        for place, role in enumerate(COMPARED_ROLES):
            part = Both(f"{ROLES[role].zh}{label.zh}", f"{label.en}, {ROLES[role].en}")
            read = _on(partial(_of_part, place, attribute))
            yield Variable(
                f"{name}_{role.value}", Kind.INTEGER, part, read, measured_in=unit, missing=_REPORT
            )


def _counts() -> Iterator[Variable[PlaceYear]]:
    for name, label, read, about in (
        (
            "tasks",
            Both("任务数", "priorities"),
            lambda m: m.tasks,
            Both("工作任务部分的章节", "sections of the plan"),
        ),
        (
            "aims",
            Both("目标数", "aims"),
            lambda m: m.aims,
            Both("有数值和无数值的", "with and without a number"),
        ),
        (
            "aims_with_number",
            Both("有数值的目标数", "aims with a number"),
            lambda m: m.aims_with_number,
            None,
        ),
    ):
        yield Variable(name, Kind.INTEGER, label, _on(read), about, missing=_REPORT)


# -- what it speaks of -----------------------------------------------------------------------------


def _share_of_field(place: int, measures: ReportMeasures) -> float:
    return measures.fields[place] if measures.fields else 0.0


def _share_of_no_field(measures: ReportMeasures) -> float:
    return round(1.0 - sum(measures.fields), 6)


def _share_in_plan(place: int, measures: ReportMeasures) -> float | None:
    return measures.plan_fields[place] if measures.plan_fields else None


def _share_of_no_field_in_plan(measures: ReportMeasures) -> float | None:
    return round(1.0 - sum(measures.plan_fields), 6) if measures.plan_fields else None


def _why_plan(row: PlaceYear) -> Why | None:
    if row.measures is None:
        return row.why_report
    return None if row.measures.plan_fields else Why.NO_PLAN


_HOW = Both(
    "每段字数按其提及的领域分摊，各领域与“未提及领域”合计为 1",
    "a paragraph counts for the fields that it names; with those that name none they add to 1",
)


def _themes() -> Iterator[Variable[PlaceYear]]:
    """Shares of the text, and of the plan, by the fields of policy that they speak of."""
    for place, field in enumerate(FIELDS):
        words = FIELD_WORDS[field]
        yield Variable(
            f"field_{variable_name(field)}",
            Kind.SHARE,
            Both(f"全文·{words.zh}", f"text on {words.en}"),
            _on(partial(_share_of_field, place)),
            Both(f"全文中{words.zh}的份额；{_HOW.zh}", f"share of the text on {words.en}; {_HOW.en}"),
            missing=_REPORT,
        )
    yield Variable(
        "field_none",
        Kind.SHARE,
        Both("全文·未提及领域", "text on no field"),
        _on(_share_of_no_field),
        Both("未提及任何领域的段落在全文中的份额", "share of the text in paragraphs that name no field"),
        missing=_REPORT,
    )
    for place, field in enumerate(FIELDS):
        words = FIELD_WORDS[field]
        yield Variable(
            f"plan_field_{variable_name(field)}",
            Kind.SHARE,
            Both(f"任务·{words.zh}", f"plan on {words.en}"),
            _on(partial(_share_in_plan, place)),
            Both(f"工作任务部分中{words.zh}的份额，算法相同", f"share of the plan on {words.en}, likewise"),
            missing=_PLAN,
        )
    yield Variable(
        "plan_field_none",
        Kind.SHARE,
        Both("任务·未提及领域", "plan on no field"),
        _on(_share_of_no_field_in_plan),
        Both(
            "未提及任何领域的段落在工作任务部分中的份额", "share of the plan in paragraphs that name no field"
        ),
        missing=_PLAN,
    )


TEXTS: tuple[Variable[PlaceYear], ...] = (
    *_sizes(),
    *_counts(),
    *_themes(),
    why_column(_REPORT, Both("报告数据", "what is counted of the report is"), lambda row: row.why_report),
    why_column(_PLAN, Both("任务份额", "shares of the plan are"), _why_plan),
)
