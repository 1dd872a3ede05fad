"""Figures that do not agree: sums and two values, negatives beside positives."""

import json
from importlib.resources import files

import pytest

from compare.undertakings.consistency import doubtful_figures
from compare.undertakings.targets import targets_of
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport
from corpora.reading import read_work_report

DATA = files("corpora") / "data"
KEY = json.loads((DATA / "answer-key.json").read_text(encoding="utf-8"))


def report_of(*texts):
    units, position = [], 0
    for number, text in enumerate(texts, start=1):
        span = Span(position, position + len(text))
        units.append(
            Unit(f"m{number}", Level.MEASURE, Role.REQUIREMENTS, "", None, None, None, span, span.start, text)
        )
        position = span.end
    whole = "".join(texts)
    source = Source("t.txt", "", "txt", "utf-8", whole)
    return WorkReport(
        "甲市:2025", "甲市", 2025, "政府工作报告", TextKind.FULL, Edition.UNKNOWN, "zh", source, whole,
        Origin((0,), (0,)), tuple(units),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("实施项目216个，其中甲128个、乙57个、丙29个。", [(216, 214)]),
        ("实施项目214个，其中甲128个、乙57个、丙29个。", []),
        ("实施项目200个，其中甲128个、乙57个、丙29个。", [(200, 214)]),
        ("实施项目216个，其中甲28个、乙57个。", []),
        ("实施项目300多个，其中甲128个、乙57个、丙129个。", []),
        ("财政支出2万亿元，其中中央8000亿元、地方1.3万亿元。", []),
        ("引进300人（其中甲200人、乙100人）、技师1000人。", []),
        ("投资216亿元，其中甲增长128%、乙增长88%。", []),
    ],
)
def test_sums(text, doubts):
    report = report_of(text)
    found = doubtful_figures(report, (), "later")

    assert [(each.stated_value, each.other_value) for each in found] == doubts
    assert all(each.kind == "sum_differs" and each.side == "later" for each in found)


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (("今年地区生产总值增长5%左右。", "经济增长预期目标为6%左右。"), [(5, 6)]),
        (("今年地区生产总值增长5%左右。", "经济增长预期目标为5%左右。"), []),
        (("今年地区生产总值增长5%左右。", "今后五年地区生产总值增长6%左右。"), []),
        (("规模以上工业增加值增长5%左右。", "开发区规模以上工业增加值增长9%。"), []),
    ],
)
def test_one_indicator_with_two_values(texts, values):
    report = report_of(*texts)
    found = doubtful_figures(report, targets_of(report), "earlier")

    assert [(each.stated_value, each.other_value) for each in found] == values


def test_the_only_figure_of_the_sample_that_does_not_add_up():
    found = []
    for entry in KEY["reports"]:
        report = read_work_report(str(DATA / entry["file"]))
        found += [
            (report.year, each.stated_value, each.other_value, report.quote(each.stated))
            for each in doubtful_figures(report, targets_of(report), "later")
        ]

    assert found == [(row["year"], row["stated"], row["sum"], row["quote"]) for row in KEY["inconsistencies"]]
