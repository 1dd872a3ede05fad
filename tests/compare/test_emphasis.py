"""What of a changed number of uses is emphasis, and what longer texts and other parts explain."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.formulations.emphasis import emphasis
from corpora.model import Role

REVIEW, PLAN = Role.REVIEW, Role.PLAN


def told(earlier, later, earlier_lengths, later_lengths):
    return emphasis((earlier, later), (earlier_lengths, later_lengths))


@pytest.mark.parametrize(
    ("uses", "lengths", "expected"),
    [
        # the text is twice as long: twice the uses are no emphasis
        (({PLAN: 4}, {PLAN: 8}), ({PLAN: 5000}, {PLAN: 10000}), (8, 8)),
        # the review, which holds the words of results, shrank; the plan grew
        (({REVIEW: 6}, {REVIEW: 3}), ({REVIEW: 6000, PLAN: 4000}, {REVIEW: 3000, PLAN: 7000}), (6, 3)),
        # it stood in the plan alone, and the plan is half as long in a text of the same length
        (({PLAN: 6}, {PLAN: 6}), ({REVIEW: 4000, PLAN: 6000}, {REVIEW: 7000, PLAN: 3000}), (6, 3)),
        # a part that the earlier text does not have is expected to have the rate of the whole
        (({PLAN: 5}, {PLAN: 5}), ({PLAN: 5000}, {PLAN: 5000, REVIEW: 2000}), (7, 7)),
    ],
)  # fmt: skip
def test_what_lengths_explain(uses, lengths, expected):
    found = emphasis(uses, lengths)

    assert (found.expected_by_length, found.expected_by_parts) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("uses", "more", "is_clear"),
    [
        ((1, 2), True, False),  # one more use is chance
        ((1, 4), True, False),
        ((3, 9), True, False),
        ((3, 20), True, True),
        ((30, 9), False, True),
        ((12, 9), False, False),
        ((2, 1), False, False),
    ],
)
def test_only_what_chance_does_not_explain_is_clear(uses, more, is_clear):
    found = told({PLAN: uses[0]}, {PLAN: uses[1]}, {PLAN: 10000}, {PLAN: 10000})

    assert (found.ratio > 1) is more
    assert found.is_clear is is_clear


def test_rates_are_told_for_ten_thousand_characters_and_uses_by_part():
    found = told({REVIEW: 1, PLAN: 3}, {PLAN: 2}, {REVIEW: 5000, PLAN: 15000}, {REVIEW: 4000, PLAN: 4000})

    assert (found.earlier_rate, found.later_rate) == (2.0, 2.5)
    assert [(use.role, use.earlier, use.later) for use in found.parts] == [(REVIEW, 1, 0), (PLAN, 3, 2)]


COUNTS = st.dictionaries(st.sampled_from([REVIEW, PLAN, Role.REQUIREMENTS]), st.integers(0, 40), min_size=1)
LENGTHS = st.fixed_dictionaries({role: st.integers(200, 20000) for role in (REVIEW, PLAN, Role.REQUIREMENTS)})


@given(COUNTS, COUNTS, LENGTHS, LENGTHS)
def test_the_interval_holds_the_ratio_and_what_is_clear_leaves_out_one(one, other, before, after):
    found = told(one, other, before, after)

    assert 0 < found.low <= found.ratio <= found.high < math.inf
    assert not (found.is_clear and found.low <= 1 <= found.high)


@given(COUNTS, LENGTHS)
def test_the_same_text_twice_has_no_emphasis(uses, lengths):
    found = told(uses, uses, lengths, lengths)

    assert found.ratio == pytest.approx(1)
    assert not found.is_clear
