"""What is counted of one report, on invented texts."""

import pytest

from compare.alignment.fields import FIELDS
from compare.history.measures import COMPARED_ROLES, measure_report, measure_wording
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport


def report_of(*parts):
    """A report of (role, text) measures; (role, text, heading) has its section in front."""
    units, texts, position = [], [], 0

    def add(level, role, text, parent):
        nonlocal position
        span, heading = Span(position, position + len(text)), text if level is Level.SECTION else None
        body = span.end if heading else span.start
        units.append(Unit(f"u{len(units)}", level, role, "", None, heading, parent, span, body, text))
        texts.append(text)
        position = span.end + 1
        return units[-1].id

    for role, text, *heading in parts:
        parent = add(Level.SECTION, role, heading[0], None) if heading else None
        add(Level.MEASURE, role, text, parent)
    whole = "\n".join(texts)
    return WorkReport(
        "甲市:2025", "甲市", 2025, "政府工作报告", TextKind.FULL, Edition.UNKNOWN, "zh",
        Source("t.txt", "", "txt", "utf-8", whole), whole, Origin((0,), (0,)), tuple(units),
    )  # fmt: skip


def shares(values):
    return {field: share for field, share in zip(FIELDS, values, strict=True) if share}


def test_each_part_is_counted_and_what_is_no_part_of_the_report_is_not():
    measures = measure_report(
        report_of(
            (Role.REVIEW, "扩建了医院。"),
            (Role.PLAN, "修建公路。", "改善交通"),
            (Role.PLAN, "新建学校。", "办好教育"),
            (Role.APPENDIX, "名词解释：公路。"),
            (Role.FRAME, "本报记者报道。"),
        )
    )
    told = {part.role: (part.characters, part.sections, part.measures) for part in measures.parts}
    assert tuple(told) == COMPARED_ROLES
    assert {role: each for role, each in told.items() if any(each)} == {
        Role.REVIEW: (6, 0, 1),
        Role.PLAN: (18, 2, 2),
    }
    assert (measures.characters, measures.tasks) == (24, 2)


def test_fields_are_shares_of_characters():
    measures = measure_report(
        report_of((Role.REVIEW, "医院扩建了吗"), (Role.PLAN, "公路修了"), (Role.CLOSING, "加油干了")),
    )
    assert shares(measures.fields) == pytest.approx({"health": 6 / 14, "transport": 4 / 14}, abs=1e-6)
    assert shares(measures.plan_fields) == {"transport": 1.0}


def test_a_report_without_a_plan_has_no_shares_of_it():
    assert measure_report(report_of((Role.REVIEW, "扩建了医院。"))).plan_fields == ()
    assert measure_report(report_of((Role.FRAME, "本报记者报道医院。"))).fields == ()


TARGETS = [
    ("主要预期目标是：地区生产总值增长5%左右。", [("生产总值增速", 5.0, 5.0, "%", "左右", "%")]),
    ("主要预期目标是：地区生产总值增长5%－6%。", [("生产总值增速", 5.0, 6.0, "%", None, "%")]),
    # words only where there is no number
    ("主要预期目标是：居民收入增长与经济增长同步。", [("居民收入增长", None, None, None, "同步", None)]),
    ("主要预期目标是：居民收入增长与经济增长同步，居民收入增长6%。", [("居民收入增长", 6.0, 6.0, "%", None, "%")]),
    # one indicator in two measures
    (
        "主要预期目标是：一般公共预算收入增长3%，一般公共预算收入达到90亿元。",
        [("一般公共预算收入", 3.0, 3.0, "%", None, "%"), ("一般公共预算收入", 90.0, 90.0, "亿元", None, "yuan")],
    ),
    # what is not in the table of indicators is counted as an aim, and no more
    ("主要预期目标是：新建水库3座。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), TARGETS)
def test_a_known_target_is_told_once_for_each_measure(text, targets):
    measures = measure_report(report_of((Role.REQUIREMENTS, text)))
    told = [(t.indicator, t.low, t.high, t.unit, t.qualifier, t.dimension) for t in measures.targets]
    assert told == targets
    assert measures.aims >= len(targets)
    assert measures.aims >= measures.aims_with_number >= sum(low is not None for _, low, *_ in targets)


def test_of_several_aims_for_one_time_the_one_of_the_requirements_counts():
    plan, requirements = (
        (Role.PLAN, "力争地区生产总值增长7%。"),
        (Role.REQUIREMENTS, "预期目标是：地区生产总值增长5%。"),
    )
    for parts in ((plan, requirements), (requirements, plan)):
        (target,) = measure_report(report_of(*parts)).targets
        assert target.low == 5


# The shares that are new and dropped; how many names are in marks, new and dropped.
WORDINGS = [
    ("坚持稳中求进工作总基调", "坚持稳中求进工作总基调", (0, 0), (0, 0, 0)),
    ("坚持稳中求进工作总基调", "扩建三家医院", (1, 1), (0, 0, 0)),
    # three characters may be the same by chance
    ("坚持稳中求进", "稳中求先", (1, 1), (0, 0, 0)),
    ("坚持稳中求进。", "坚持稳中求进，扩建医院", (5 / 11, 1 / 7), (0, 0, 0)),
    ("整治“内卷式”竞争", "整治内卷式竞争和“躺平”", (3 / 10, 0), (1, 1, 0)),
    ("实施《某某规划》", "实施某某规划", (0, 0), (0, 0, 0)),
    ("实施《某某规划》", "实施“别的计划”和“别的计划”", (1, 1), (1, 1, 1)),
    ("", "扩建医院", (1, 0), (0, 0, 0)),
]


@pytest.mark.parametrize(("earlier", "later", "shares", "marked"), WORDINGS)
def test_words_are_counted_that_one_text_has_alone(earlier, later, shares, marked):
    found = measure_wording(report_of((Role.PLAN, earlier)), report_of((Role.PLAN, later)))
    assert (found.new, found.dropped) == pytest.approx(shares, abs=1e-5)
    assert (found.quoted, found.quoted_new, found.quoted_dropped) == marked
