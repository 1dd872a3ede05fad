"""Which targets make headlines, and that no number is told twice."""

import json
from importlib.resources import files

import pytest

from compare.comparison import compare_reports
from compare.model import FindingKind
from compare.undertakings.indicators import known
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport
from corpora.reading import read_work_report

DATA = files("corpora") / "data"
KEY = json.loads((DATA / "answer-key.json").read_text(encoding="utf-8"))
FILES = {entry["year"]: entry["file"] for entry in KEY["reports"]}


@pytest.fixture(scope="module")
def found():
    return compare_reports(*(read_work_report(str(DATA / FILES[year])) for year in (2024, 2025)))


def of_kind(found, kind):
    return [each for each in found.findings if each.kind is kind]


def test_the_growth_target_comes_first(found):
    first = of_kind(found, FindingKind.TARGET_CHANGED)[0]

    assert first.value("indicator") == "生产总值增速"
    assert (first.value("difference"), first.value("unit")) == ("-0.5", "%")
    assert found.later.quote(first.later) == "地区生产总值增长5.5%左右"


def test_a_target_without_number_and_one_that_is_gone(found):
    assert [each.value("indicator") for each in of_kind(found, FindingKind.TARGET_NOT_QUANTIFIED)] == [
        "进出口总额增长"
    ]
    assert [each.value("indicator") for each in of_kind(found, FindingKind.TARGET_DROPPED)] == [
        "常住人口城镇化率"
    ]


def test_missed_targets(found):
    told = {each.value("earlier_target") for each in of_kind(found, FindingKind.TARGET_MISSED)}

    assert told == {"固定资产投资增长7%左右", "社会消费品零售总额增长7.5%左右", "一般公共预算收入增长6%左右"}


def test_silence_is_one_finding_with_its_share(found):
    (silence,) = of_kind(found, FindingKind.PROMISES_SILENT)

    assert int(silence.value("promises")) == len(found.promises)
    assert int(silence.value("silent")) == sum(each.status.value == "silent" for each in found.promises)


def test_only_known_indicators_make_headlines(found):
    kinds = {FindingKind.TARGET_CHANGED, FindingKind.TARGET_NEW, FindingKind.TARGET_DROPPED}
    told = [each.value("indicator") for each in found.findings if each.kind in kinds]

    assert all(known(name) for name in told)


def report_of(*texts, year):
    """A report with a measure of requirements for each text."""
    units, position = [], 0
    for number, text in enumerate(texts, start=1):
        span = Span(position, position + len(text))
        role = Role.REQUIREMENTS
        units.append(Unit(f"m{number}", Level.MEASURE, role, "", None, None, None, span, span.start, text))
        position = span.end
    whole = "".join(texts)
    source = Source(f"{year}.txt", "", "txt", "utf-8", whole)
    return WorkReport(
        f"甲市:{year}", "甲市", year, "政府工作报告", TextKind.FULL, Edition.UNKNOWN, "zh", source, whole,
        Origin((0,), (0,)), tuple(units),
    )  # fmt: skip


def test_a_target_that_is_stated_twice_is_told_once():
    earlier, later = (
        report_of(
            f"今年发展主要预期目标是：地区生产总值增长{figure}%左右。",
            f"市委提出今年地区生产总值增长{figure}%左右，综合考虑了就业和民生的需要。",
            year=year,
        )
        for year, figure in ((2024, 6), (2025, 5))
    )
    found = compare_reports(earlier, later)

    kinds = [each.kind for each in found.findings]
    assert kinds.count(FindingKind.TARGET_CHANGED) == 1
    assert FindingKind.NUMBER_CHANGED not in kinds


def test_a_statement_that_differs_from_the_kept_target_is_told():
    earlier, later = (
        report_of(
            "今年发展主要预期目标是：地区生产总值增长5%左右。",
            f"力求今年地区生产总值增长5%{word}。",
            year=year,
        )
        for year, word in ((2024, "左右"), (2025, "以上"))
    )
    found = compare_reports(earlier, later)

    assert FindingKind.QUALIFIER_CHANGED in [each.kind for each in found.findings]


def test_a_target_is_not_told_as_a_changed_number_too(found):
    targets = {each.later for each in of_kind(found, FindingKind.TARGET_CHANGED)}
    numbers = [each.later for each in of_kind(found, FindingKind.NUMBER_CHANGED)]

    assert all(span.end <= target.start or target.end <= span.start for span in numbers for target in targets)
