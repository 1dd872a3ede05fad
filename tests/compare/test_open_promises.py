"""Undertakings of older years that no review at hand answers."""

import pytest
from msgspec.structs import replace

from compare.comparison import compare_with_many
from compare.undertakings.open_promises import open_promises
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport


def report_of(year, review="", plan="", place="甲市"):
    units, position = [], 0
    for number, (role, text) in enumerate(((Role.REVIEW, review), (Role.PLAN, plan)), start=1):
        span = Span(position, position + len(text))
        units.append(Unit(f"m{number}", Level.MEASURE, role, "", None, None, None, span, span.start, text))
        position = span.end
    whole = review + plan
    source = Source(f"{year}.txt", f"{year}", "txt", "utf-8", whole)
    return WorkReport(
        f"{place}:{year}", place, year, "政府工作报告", TextKind.FULL, Edition.UNKNOWN, "zh", source, whole,
        Origin((0,), (0,)), tuple(units),
    )  # fmt: skip


PLAN = "新建高标准农田12万亩。改造老旧小区30个。进一步优化营商环境。"
SILENT = "城镇新增就业3万人。生态环境持续改善。"
FIELDS = "新建高标准农田12.5万亩。"
HOUSES = "改造老旧小区32个。"


def told(reports, later):
    return [(each.year, each.text, each.looked_at) for each in open_promises(reports, later)]


@pytest.mark.parametrize(
    ("reviews", "still_open"),
    [
        # both are passed over twice; what has no figure cannot be asked for
        ({2022: SILENT, 2023: SILENT}, ["新建高标准农田12万亩", "改造老旧小区30个"]),
        # answered in time, or a year late
        ({2022: FIELDS + HOUSES, 2023: SILENT}, []),
        ({2022: FIELDS, 2023: SILENT}, ["改造老旧小区30个"]),
        ({2022: SILENT, 2023: FIELDS + SILENT}, ["改造老旧小区30个"]),
        ({2022: SILENT, 2023: FIELDS + HOUSES}, []),
    ],
)
def test_what_stays_open(reviews, still_open):
    reports = [report_of(2021, plan=PLAN), report_of(2022, review=reviews[2022])]
    later = report_of(2023, review=reviews[2023])

    assert told(reports, later) == [(2021, text, (2022, 2023)) for text in still_open]


@pytest.mark.parametrize(
    "reports",
    [
        [report_of(2022, plan=PLAN)],  # the later report itself reviews that year
        [report_of(2021, plan=PLAN)],  # the next year's review is not at hand
        [report_of(2021, plan=PLAN, place="乙市"), report_of(2022, SILENT, place="乙市")],
        [report_of(2016, plan=PLAN), report_of(2017, review=SILENT)],  # another government's term
        [],
    ],
)
def test_what_is_not_looked_at(reports):
    assert told(reports, report_of(2023, review=SILENT)) == []


def test_what_is_promised_again_stands_under_the_first_year():
    reports = [report_of(2020, plan=PLAN), report_of(2021, SILENT, PLAN), report_of(2022, SILENT)]
    found = told(reports, report_of(2023, review=SILENT))

    assert [year for year, _, _ in found] == [2020, 2020]


def test_a_comparison_keeps_them_in_view_with_the_nearest_passage():
    reports = [report_of(2021, plan=PLAN), report_of(2022, SILENT, PLAN)]
    later = report_of(2023, review="治理农田灌溉渠道。生态环境持续改善。")
    first = compare_with_many(reports, later).open_promises[0]

    assert (first.year, first.text) == (2021, "新建高标准农田12万亩")
    assert first.nearest_text == later.quote(first.nearest)
    assert compare_with_many(reports[1:], later, history=reports[:1]).open_promises[0] == first


def test_of_two_texts_of_a_year_the_first_given_counts():
    twice = [report_of(2021, plan=PLAN), report_of(2022, SILENT), report_of(2022, FIELDS + HOUSES)]
    later = report_of(2023, review=SILENT)

    assert len(told(twice, later)) == 2
    assert told([twice[0], replace(twice[2], id="甲市:2022b"), twice[1]], later) == []
