"""Tables of targets, outcomes and promises: rows, differences, words in both languages."""

import pytest

from compare.comparison import compare_with_many
from compare.undertakings.indicators import INDICATORS
from reports.cli.sample import read_sample
from reports.markdown import render_markdown
from reports.rows.undertakings import (
    change_counts,
    difference_text,
    outcome_rows,
    promise_groups,
    target_rows,
    verdict_counts,
    with_figures_first,
)
from reports.views.change import view_comparison
from reports.views.context import EVERYTHING, SCREEN
from reports.words.indicator_names import ENGLISH, indicator_name
from reports.words.reasons import INCONSISTENCY_KINDS, PROMISE_REASONS
from reports.words.undertaking_captions import EN, ZH


@pytest.fixture(scope="module")
def comparison():
    *_, earlier, later = read_sample()
    return compare_with_many([earlier], later)


def test_every_known_indicator_has_an_english_name():
    assert {each.name for each in INDICATORS} <= set(ENGLISH)
    assert len(set(ENGLISH.values())) == len(ENGLISH)
    assert indicator_name("新建公路", "en") == "新建公路"


@pytest.mark.parametrize(
    ("difference", "unit", "zh", "en"),
    [
        (0.5, "%", "+0.5 个百分点", "+0.5 points"),
        (-100.0, "万人", "-100 万人", "-100 万人"),
        (0.1 + 0.2 - 0.3, "%", "", ""),
        (None, "%", "", ""),
        (1.0, None, "+1", "+1"),
    ],
)
def test_a_difference_with_its_unit(difference, unit, zh, en):
    assert (difference_text(difference, unit, "zh"), difference_text(difference, unit, "en")) == (zh, en)


def test_rows_hold_every_target_outcome_and_promise_once(comparison):
    (pair,) = comparison.pairs
    assert len(target_rows(pair)) == len(pair.targets) == sum(change_counts(pair).values())
    assert len(outcome_rows(pair)) == len(pair.outcomes) == sum(verdict_counts(pair).values())
    groups = promise_groups(pair)
    assert sum(len(group.rows) for group in groups) == len(pair.promises)
    assert all(group.reported + group.silent == len(group.rows) for group in groups)
    assert all(group.with_number <= group.reported for group in groups)


def test_known_indicators_stand_first(comparison):
    names = [row.change.indicator for row in target_rows(comparison.pairs[0])]
    known = [name in ENGLISH for name in names]
    assert known == sorted(known, reverse=True)


def test_promises_with_figures_stand_first(comparison):
    rows = with_figures_first(row for group in promise_groups(comparison.pairs[0]) for row in group.rows)
    has = [any(character.isdigit() for character in row.text) for row in rows]
    assert has == sorted(has, reverse=True)


@pytest.mark.parametrize(("language", "words"), [("zh", ZH), ("en", EN)])
def test_the_tables_are_shown(comparison, language, words):
    shown = render_markdown(view_comparison(comparison, language, EVERYTHING))
    for heading in (words.targets, words.unanswered, words.answers, words.doubts):
        assert heading in shown
    assert "地区生产总值增长5.5%左右" in shown
    assert "216" in shown


def test_a_screen_says_how_much_it_leaves_out(comparison):
    shown = render_markdown(view_comparison(comparison, "en", SCREEN))
    assert len(comparison.pairs[0].targets) > SCREEN.measures
    assert f"{len(comparison.pairs[0].targets) - SCREEN.measures} more" in shown


def test_every_stable_word_is_worded(comparison):
    (pair,) = comparison.pairs
    assert {each.reason for each in pair.promises} <= set(PROMISE_REASONS)
    assert {each.kind for each in pair.inconsistencies} <= set(INCONSISTENCY_KINDS)
