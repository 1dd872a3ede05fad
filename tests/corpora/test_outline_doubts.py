"""What `crossyear outline --check` lists."""

import pytest

from corpora.model import Level, Role, Span, TextKind, Unit
from corpora.outline.doubts import find_outline_doubts


def section(number, *, role=Role.PLAN, parent="s0", heading="标题"):
    return Unit(f"s{number}", Level.SECTION, role, "", number, heading, parent, Span(0, 1), 1, "x")


REVIEW = section("一、", role=Role.REVIEW, parent=None)
PLAN = section("二、", parent=None)

GAPS = [
    (["（一）", "（二）", "（三）"], []),
    (["（一）", "（二）", "（四）"], ["（二） … （四）标题"]),
    (["（二）"], ["（二）标题"]),
    (["(一)", "（二）"], []),  # half-width brackets are the same style
    (["1.", "2．", "3."], []),
    (["（一）", "（二）", "（一）", "（二）"], []),  # numbers may begin again
    (["（九）", "（十）", "（十一）"], ["（九）标题"]),
    (["（一）", "（一）"], []),
    (["（一）", "（二）", "（二）"], ["（二） … （二）标题"]),
]


@pytest.mark.parametrize(("numbers", "details"), GAPS)
def test_gaps_in_numbering(numbers, details):
    doubts = find_outline_doubts([REVIEW, PLAN, *map(section, numbers)])

    assert [(doubt.code, doubt.detail) for doubt in doubts] == [
        ("numbering-gap", detail) for detail in details
    ]


def test_annexes_may_be_numbered_as_they_like():
    annex = section("五、", role=Role.APPENDIX, parent=None)

    assert find_outline_doubts([REVIEW, PLAN, annex]) == ()


def test_missing_parts_and_headings():
    measure = Unit("m1", Level.MEASURE, Role.PLAN, "", None, None, None, Span(0, 1), 0, "x")

    assert [doubt.code for doubt in find_outline_doubts([measure])] == ["part-missing", "no-headings"]
    assert [(d.code, d.detail) for d in find_outline_doubts([REVIEW, measure])] == [
        ("part-without-heading", "plan")
    ]


def test_an_account_need_not_have_the_headings_of_the_report():
    measure = Unit("m1", Level.MEASURE, Role.REVIEW, "", None, None, None, Span(0, 1), 0, "x")

    assert find_outline_doubts([measure, section("一是")], TextKind.DIGEST) == ()
    assert [doubt.code for doubt in find_outline_doubts([measure], TextKind.DIGEST)] == ["part-missing"]


def test_nearly_all_real_reports_have_a_review_and_a_plan(shared):
    """All 46 but two is asked for; 1954, in traditional characters and without a heading, is one."""
    from corpora.store import read_corpus

    found = [
        entry for part in ("national", "provinces") for entry in read_corpus(shared / "corpus" / part).entries
    ]
    without = [entry.file for entry in found if any(doubt.code == "part-missing" for doubt in entry.doubts)]
    assert len(found) == 46
    assert len(without) <= 2
