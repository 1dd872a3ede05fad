"""A growth that the levels of two years contradict, with what must not be asked about beside it."""

import pytest

from compare.comparison import compare_reports
from compare.undertakings.growth_doubts import doubtful_growth
from compare.undertakings.outcomes import figures_of
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport


def report_of(year, text):
    span = Span(0, len(text))
    unit = Unit("m1", Level.MEASURE, Role.REVIEW, "", None, None, None, span, 0, text)
    source = Source(f"{year}.txt", f"{year}", "txt", "utf-8", text)
    return WorkReport(
        f"甲市:{year}", "甲市", year, "政府工作报告", TextKind.FULL, Edition.UNKNOWN, "zh", source, text,
        Origin((0,), (0,)), (unit,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("earlier", "later", "asked"),
    [
        ("粮食产量50亿斤。", "粮食产量51亿斤、增长6%。", [(6.0, 2.0)]),
        ("粮食产量50亿斤。", "粮食产量51亿斤，下降2%。", [(-2.0, 2.0)]),
        ("粮食产量50亿斤。", "粮食产量51亿斤、增长2%。", []),
        ("粮食产量5亿斤。", "粮食产量5亿斤、增长6%。", []),  # rounded: 4.5 may have become 5.5
        ("粮食产量250万吨。", "粮食产量51亿斤、增长6%。", [(6.0, 2.0)]),  # one dimension, two units
        ("粮食产量50亿斤左右。", "粮食产量51亿斤、增长6%。", []),
        ("粮食产量50亿斤。", "粮食产量51亿斤、增长6%左右。", []),
        ("粮食产量50亿斤。", "粮食产量51亿斤。财政收入增长6%。", []),  # another thing grows
        ("粮食产量50亿斤。", "粮食产量51亿斤、年均增长6%。", []),
        ("生产总值1700亿元。", "生产总值1720亿元、增长6%。", []),  # in real terms
        ("城镇居民人均可支配收入40000元。", "城镇居民人均可支配收入41000元、增长6%。", []),
        ("一般公共预算收入90亿元。", "一般公共预算收入99亿元、增长4%。", [(4.0, 10.0)]),
        ("一般公共预算收入90亿元。", "一般公共预算收入99亿元、同口径增长4%。", []),
        ("一般公共预算收入90亿元。", "一般公共预算收入93亿元、增长5%。", []),  # last year's was revised
        ("", "粮食产量51亿斤、增长6%。", []),
    ],
)  # fmt: skip
def test_growth_against_levels(earlier, later, asked):
    found = doubtful_growth(figures_of(report_of(2024, earlier)), figures_of(report_of(2025, later)))

    assert [(each.stated_value, each.other_value) for each in found] == asked


def test_the_question_names_three_places():
    earlier, later = report_of(2024, "粮食产量50亿斤。"), report_of(2025, "粮食产量51亿斤、增长6%。")
    doubt = compare_reports(earlier, later).inconsistencies[0]

    assert doubt.kind == "growth_differs"
    assert "50亿斤" in earlier.quote(doubt.before)
    assert "51亿斤" in later.quote(doubt.other)
    assert "增长6%" in later.quote(doubt.stated)


def test_only_the_year_before_tells_the_level():
    earlier, later = report_of(2023, "粮食产量50亿斤。"), report_of(2025, "粮食产量51亿斤、增长6%。")

    assert compare_reports(earlier, later).inconsistencies == ()
