"""What one report alone decides is worked out once, for as long as the report lives."""

import copy
import gc
import weakref

from compare.remembered import remembered
from corpora.model import Source, WorkReport
from corpora.reading.report import as_work_report

TEXT = "\n".join(
    [
        "2025年澜川市政府工作报告", "各位代表：", "现在，我代表市政府，向大会报告政府工作，请予审议。",
        "一、2024年工作回顾", "过去一年，全市经济社会发展取得新的成绩，人民生活继续改善。" * 9,
        "二、2025年重点工作", "今年新增就业3万人以上，修桥两座。" * 9,
    ]
)  # fmt: skip


def a_report(text: str = TEXT) -> WorkReport:
    return as_work_report(Source("2025.txt", "0" * 64, "text", "utf-8", text))


def counting():
    asked: list[int] = []

    @remembered
    def length(report: WorkReport) -> int:
        asked.append(len(report.text))
        return len(report.text)

    return length, asked


def test_a_report_is_asked_once():
    length, asked = counting()
    report = a_report()

    assert [length(report), length(report)] == [len(report.text)] * 2
    assert len(asked) == 1


def test_another_report_is_asked_itself_even_with_the_same_text():
    length, asked = counting()
    one, other = a_report(), a_report()

    assert one == other
    assert length(one) == length(other)
    assert len(asked) == 2


def test_nothing_is_kept_of_a_report_that_is_gone():
    length, _ = counting()
    report = a_report()
    length(report)
    gone = weakref.ref(report)
    del report
    gc.collect()

    assert gone() is None
    kept = next(cell.cell_contents for cell in length.__closure__ if isinstance(cell.cell_contents, dict))
    assert kept == {}


def test_a_report_that_was_remembered_can_still_be_copied():
    length, _ = counting()
    report = a_report()
    length(report)

    assert copy.deepcopy(report) == report


def test_two_reports_are_asked_together_until_one_is_gone():
    asked: list[tuple[int, int]] = []

    @remembered
    def lengths(one: WorkReport, other: WorkReport) -> tuple[int, int]:
        asked.append((len(one.text), len(other.text)))
        return asked[-1]

    one, other, third = a_report(), a_report(), a_report()
    found = [lengths(one, other), lengths(one, other), lengths(other, one), lengths(one, third)]

    assert len(asked) == 3
    assert len(set(found)) == 1
    del other
    gc.collect()
    kept = next(cell.cell_contents for cell in lengths.__closure__ if isinstance(cell.cell_contents, dict))
    assert len(kept) == 1
