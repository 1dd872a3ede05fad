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
    whole, plan = Both("全文", "text"), Both("任务部分", "plan")
    yield from _fields_of(whole, "field", _share_of_field, _share_of_no_field, _REPORT)
    yield from _fields_of(plan, "plan_field", _share_in_plan, _share_of_no_field_in_plan, _PLAN)


def _fields_of(
    part: Both,
    name: str,
    share: Callable[[int, ReportMeasures], Value],
    rest: Callable[[ReportMeasures], Value],
    missing: str,
) -> Iterator[Variable[PlaceYear]]:
    for place, field in enumerate(FIELDS):
        zh, en = FIELD_WORDS[field].zh, FIELD_WORDS[field].en
        label = Both(f"{part.zh}·{zh}", f"{part.en} on {en}")
        about = Both(f"{part.zh}中{zh}的份额；{_HOW.zh}", f"share of the {part.en} on {en}; {_HOW.en}")
        read = _on(partial(share, place))
        yield Variable(f"{name}_{variable_name(field)}", Kind.SHARE, label, read, about, missing=missing)
    label = Both(f"{part.zh}·未提及领域", f"{part.en} on no field")
    about = Both(
        f"{part.zh}中未提及任何领域的段落的份额", f"share of the {part.en} in paragraphs that name no field"
    )
    yield Variable(f"{name}_none", Kind.SHARE, label, _on(rest), about, missing=missing)


TEXTS: tuple[Variable[PlaceYear], ...] = (
    *_sizes(),
    *_counts(),
    *_themes(),
    why_column(_REPORT, Both("报告数据", "what is counted of the report is"), lambda row: row.why_report),
    why_column(_PLAN, Both("任务份额", "shares of the plan are"), _why_plan),
)
