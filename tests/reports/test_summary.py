"""Counts add up to the texts, rows come in the order in which they are read."""

import pytest
from msgspec.structs import replace

from compare.model import Channel, Direction, LinkKind, PhraseStatus, PriorityStatus
from corpora.model import Level, Role, Span
from reports.rows.rows import OUTSIDE_ROLES, ROLE_READING_ORDER, PartlyTally
from reports.rows.summary import summarize, summarize_overview
from reports.words.vocabulary import Outcome


def span_of(work_report, quote):
    start = work_report.text.index(quote)
    return Span(start, start + len(quote))


@pytest.fixture
def summary(change_report):
    return summarize(change_report)


def counts(level_tally):
    return {
        tally.outcome: (tally.links, tally.earlier_units, tally.later_units) for tally in level_tally.tallies
    }


def test_measures_are_counted_by_outcome(summary):
    assert counts(summary.level(Level.MEASURE)) == {
        Outcome.KEPT: (2, 2, 2),
        Outcome.REWORDED: (3, 3, 3),
        Outcome.SPLIT: (1, 1, 2),
        Outcome.MERGED: (1, 2, 1),
        Outcome.REGROUPED: (0, 0, 0),
        Outcome.NEW: (0, 0, 2),
        Outcome.DROPPED: (0, 1, 0),
    }
    assert summary.level(Level.MEASURE).moved == 1


def test_sections_are_counted_by_outcome(summary):
    sections = summary.level(Level.SECTION)
    assert counts(sections)[Outcome.KEPT] == (2, 2, 2)
    assert counts(sections)[Outcome.NEW] == (0, 0, 1)
    assert counts(sections)[Outcome.DROPPED] == (0, 1, 0)
    assert sections.moved == 1


def test_shares_of_the_text_add_up_to_the_compared_text(summary, earlier, later):
    assert sum(tally.earlier_characters for tally in summary.whole) == summary.earlier_characters
    assert sum(tally.later_characters for tally in summary.whole) == summary.later_characters
    frame = sum(len(unit.span) for unit in earlier.units if unit.role in OUTSIDE_ROLES)
    assert frame
    assert summary.earlier_characters == sum(len(unit.span) for unit in earlier.units) - frame
    assert summary.later_characters == sum(len(unit.span) for unit in later.units)


def test_a_partial_link_is_counted_nowhere_and_listed(change_report, summary):
    extra = replace(change_report.links[6], earlier=("m4",), partial=True)
    again = summarize(replace(change_report, links=(*change_report.links, extra)))
    assert again.levels == summary.levels
    assert len(again.measure_links) == len(summary.measure_links) + 1


def test_every_role_has_its_place_in_the_reading_order():
    assert sorted(ROLE_READING_ORDER) == sorted(Role)


def test_priorities_stand_in_the_later_order_then_those_no_longer_listed(summary):
    assert [(row.change.earlier_rank, row.change.later_rank, row.status) for row in summary.priorities] == [
        (2, 1, PriorityStatus.MOVED),
        (1, 2, PriorityStatus.DISPLACED),
        (3, 3, PriorityStatus.KEPT),
        (None, 4, PriorityStatus.NEW),
        (4, None, PriorityStatus.DROPPED),
    ]
    assert summary.priorities[0].earlier_heading == "扩大内需"
    assert summary.priorities[0].later_heading == "全力扩大内需"
    assert summary.priorities[-1].later_heading is None


def test_units_without_partner_know_what_comes_nearest_to_them(summary):
    (new,) = summary.new_sections
    (dropped,) = summary.dropped_sections
    # Both have the id s5 and are told apart by their side.
    assert (new.unit.id, new.label, new.nearest, new.nearest_score) == ("s5", "建设数字政府", "整治河道", 0.1)
    assert (dropped.unit.id, dropped.label, dropped.nearest) == ("s5", "整治河道", "改善民生")
    assert [(row.section, row.nearest) for row in summary.new_measures] == [
        ("改善民生", "清淤十公里"),
        ("建设数字政府", None),
    ]
    assert summary.dropped_measures[0].nearest_score == pytest.approx(0.004)


def test_the_plan_is_read_before_the_review(summary):
    roles = [row.role for row in summary.measure_links]
    assert roles == sorted(roles, key=ROLE_READING_ORDER.index)
    assert roles[0] is Role.PLAN
    assert roles[-1] is Role.REVIEW


def test_links_know_their_sections(summary):
    rows = {row.link.later: row for row in summary.measure_links}
    moved = rows["m10",]
    assert (moved.earlier_section, moved.later_section) == ("改善民生", "建设数字政府")
    assert not moved.same_section
    assert rows["m5",].same_section
    assert rows["m3", "m4"].later_labels == ("建设夜市", "开放公园")


@pytest.mark.parametrize(("unit", "alike"), [("m6", 10 / 13), ("m5", None)])
def test_how_much_of_the_text_stays_is_told_from_the_edits(summary, unit, alike):
    (row,) = [row for row in summary.measure_links if row.link.later == (unit,)]
    assert row.alike == (pytest.approx(alike) if alike else None)


def test_numbers_of_one_clause_make_one_row(change_report):
    link = change_report.links[7]
    twice = replace(link, changes=(*link.changes, *link.changes))
    links = tuple(twice if each is link else each for each in change_report.links)
    rows = summarize(replace(change_report, links=links)).meaning_changes
    assert [(row.later_unit, row.channel, row.pairs) for row in rows] == [
        ("m2", Channel.NUMBER, (("五百万元", "八百万元"), ("五百万元", "八百万元"))),
        ("m6", Channel.NEGATION, (("不搞", "搞"),)),
        ("m6", Channel.STRENGTH, (("不搞", "搞"),)),
    ]
    assert [row.direction for row in rows] == [None, None, Direction.WEAKER]


def test_clauses_without_counterpart_are_counted_by_measures(change_report, earlier, later):
    link = change_report.links[6]
    clauses = (span_of(earlier, "大水漫灌"),), (span_of(later, "搞大水漫灌"),)
    partly = replace(link, earlier_only=clauses[0], later_only=clauses[1])
    links = tuple(partly if each is link else each for each in change_report.links)
    summary = summarize(replace(change_report, links=links))

    assert summary.partly_new == PartlyTally(units=1, clauses=1, characters=5)
    assert summary.partly_gone == PartlyTally(units=1, clauses=1, characters=4)
    assert summarize(change_report).partly_new == PartlyTally(0, 0, 0)


def test_phrases_are_grouped_and_the_weightiest_comes_first(summary):
    assert [phrase.text for phrase in summary.group(PhraseStatus.NEW)] == ["低空经济", "轻"]
    assert {group.status for group in summary.phrases} == set(PhraseStatus)


def test_findings_keep_their_quotes_and_come_by_importance(change_report, summary):
    assert [row.rank for row in summary.findings] == list(range(1, len(change_report.findings) + 1))
    importance = [row.finding.importance for row in summary.findings]
    assert importance == sorted(importance, reverse=True)
    assert summary.findings[0].earlier_quote == "发放消费券五百万元。"


def test_what_has_no_content_gives_empty_rows(change_report):
    empty = replace(
        change_report,
        links=(),
        new_units=(),
        dropped_units=(),
        priorities=(),
        phrases=(),
        findings=(),
        nearest=(),
    )
    summary = summarize(empty)
    assert (summary.findings, summary.priorities, summary.new_measures, summary.meaning_changes) == (
        (),
        (),
        (),
        (),
    )
    assert all(tally.later_units == 0 for level in summary.levels for tally in level.tallies)


def test_every_kind_of_link_is_an_outcome():
    assert {kind.value for kind in LinkKind} | {"new", "dropped"} == {outcome.value for outcome in Outcome}


def test_the_overview_names_ranks_and_what_was_found_where(comparison_of_many):
    rows = summarize_overview(comparison_of_many)
    assert (rows.years, rows.missing_years) == ((2021, 2023), (2022,))
    first, second = rows.priorities
    assert (first.rank, first.label, first.first_year) == (1, "全力扩大内需", 2021)
    assert first.found_in == ((2021, ("扩大内需",)), (2023, ("扩大内需",)))
    assert (second.rank, second.label, second.first_year, second.found_in) == (4, "建设数字政府", None, ())
    assert [row.section for row in rows.measures] == ["全力扩大内需", "改善民生"]
