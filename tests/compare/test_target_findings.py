"""Which targets make headlines, and that no number is told twice."""

import json
from importlib.resources import files

import pytest

from compare.comparison import compare_reports
from compare.findings.subjects import subject_of
from compare.matching import clauses
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


@pytest.mark.parametrize(
    ("text", "later_year", "told"),
    [
        ("今后五年，粮食产量达到30亿斤。", 2025, []),
        ("今后五年，粮食产量达到30亿斤。", 2024, [FindingKind.TARGET_DROPPED]),  # a draft of the same year
        ("今年粮食产量达到30亿斤。", 2025, [FindingKind.TARGET_DROPPED]),
    ],
)
def test_a_target_for_several_years_holds_on(text, later_year, told):
    rest = "稳步推进各项工作。"
    found = compare_reports(report_of(text + rest, year=2024), report_of(rest, year=later_year))

    assert [each.kind for each in found.findings if each.kind.startswith("target")] == told


def test_a_target_for_several_years_says_so():
    rest = "稳步推进各项工作。"
    found = compare_reports(
        report_of(rest, year=2024), report_of("今后五年，粮食产量达到30亿斤。" + rest, year=2025)
    )
    (new,) = of_kind(found, FindingKind.TARGET_NEW)

    assert new.value("period") == "several_years"


@pytest.mark.parametrize(
    ("text", "number", "subject"),
    [
        ("安排渔港资金40亿元，比上年增加4亿元。", "4亿元。", "安排渔港资金40亿元，比上年增加"),
        ("实施三年行动；再开工15项水库工程。", "15", "再开工…水库工程"),
        ("重点是：今年市级财政拟投入20亿元用于渔港。", "20", "今年市级财政拟投入…用于渔港"),
        ("发展渔业，拟投入20亿元，新建渔港3座。", "20", "发展渔业，拟投入"),
        ("新建渔港3座。", "3", "新建渔港"),
        ("渔业补助资金，将由去年的18亿元增加到40亿元。", "18", "渔业补助资金，将由去年的"),
        ("用于“三农”的投入9亿元。", "9", "用于“三农”的投入"),
        ("比上年增加4亿元。", "4", "比上年增加"),
    ],
)
def test_what_a_number_is_about(text, number, subject):
    report = report_of(text, year=2024)
    start = text.index(number)
    clause = next(each for each in clauses(text) if each.start <= start < each.end)

    assert subject_of(report, clause, Span(start, start + len(number))) == subject


def test_a_target_is_not_told_as_a_changed_number_too(found):
    targets = {each.later for each in of_kind(found, FindingKind.TARGET_CHANGED)}
    numbers = [each.later for each in of_kind(found, FindingKind.NUMBER_CHANGED)]

    assert all(span.end <= target.start or target.end <= span.start for span in numbers for target in targets)
