"""Sections whose headings have no word in common are told as corresponding by contents, not as reworded."""

import pytest
from msgspec.structs import replace

from compare.model import Comparison, Edit, EditKind, FindingKind, LinkKind, PriorityStatus
from compare.overview import Overview
from corpora.model import Span
from reports.dashboard.page import render_dashboard
from reports.rows.headings import alike, headings_differ
from reports.rows.summary import summarize
from reports.terminal import render_terminal
from reports.views.change import view_comparison
from reports.views.context import SCREEN
from reports.words.pairs import finding_word, priority_word
from reports.words.sentences import finding_sentence


@pytest.fixture
def link(change_report):
    """A link of priorities that both sides have."""
    priorities = [each for each in change_report.priorities if each.earlier_unit and each.later_unit]
    ends = {(each.earlier_unit, each.later_unit) for each in priorities}
    return next(
        each for each in change_report.links if (each.earlier[0], each.later[0]) in ends and not each.partial
    )


def with_edits(link, *kinds):
    edits = tuple(Edit(kind, Span(2 * n, 2 * n + 2), Span(2 * n, 2 * n + 2)) for n, kind in enumerate(kinds))
    return replace(link, kind=LinkKind.REWORDED, edits=edits, matched_by="measures")


@pytest.mark.parametrize(
    ("kinds", "share", "differ"),
    [
        ([EditKind.REPLACED], 0.0, True),
        ([EditKind.REPLACED, EditKind.REPLACED], 0.0, True),
        ([EditKind.REPLACED, EditKind.EQUAL], 0.5, False),
        ([EditKind.EQUAL], 1.0, False),
        ([], None, False),
    ],
)
def test_headings_differ_only_without_a_common_word(link, kinds, share, differ):
    made = with_edits(link, *kinds)
    assert (alike(made), headings_differ(made)) == (share, differ)
    assert not headings_differ(replace(made, kind=LinkKind.KEPT))


def told_by_contents(change_report, link, *kinds):
    made = with_edits(link, *kinds)
    earlier, later = link.earlier[0], link.later[0]
    return replace(
        change_report,
        links=tuple(made if each is link else each for each in change_report.links),
        priorities=tuple(
            replace(each, status=PriorityStatus.REWORDED)
            if (each.earlier_unit, each.later_unit) == (earlier, later)
            else each
            for each in change_report.priorities
        ),
        findings=tuple(
            replace(each, earlier_unit=earlier, later_unit=later)
            for each in change_report.findings
            if each.kind is FindingKind.PRIORITY_REWORDED
        ),
    )


def test_every_word_says_that_the_contents_correspond(change_report, link):
    pair = told_by_contents(change_report, link, EditKind.REPLACED)
    (finding,) = pair.findings
    assert finding_word(finding, pair).zh == "标题不同，内容对应"
    assert finding_sentence(finding, pair, "zh").endswith("标题不同，内容对应。")
    assert "their contents correspond" in finding_sentence(finding, pair, "en")
    (row,) = [each for each in summarize(pair).priorities if each.by_contents]
    assert priority_word(row, pair).en == "headings differ, contents correspond"
    comparison = Comparison((pair,), Overview((), (), (), ()))
    assert "标题不同，内容对应" in render_terminal(view_comparison(comparison, "zh", SCREEN), width=120)
    assert "标题不同，内容对应" in render_dashboard(comparison, "zh")


def test_headings_with_a_common_word_are_reworded(change_report, link):
    pair = told_by_contents(change_report, link, EditKind.REPLACED, EditKind.EQUAL)
    (finding,) = pair.findings
    assert finding_word(finding, pair).zh == "任务换了说法"
    assert "改为" in finding_sentence(finding, pair, "zh")
