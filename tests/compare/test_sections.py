"""Headings of sections: alike by their strings or by the fields of policy they name."""

import pytest

from compare.alignment.sections import heading_likeness

OTHERS = ["扎实办好学校教育", "加快建设铁路公路", "防治大气污染", "提升文化服务"]


@pytest.mark.parametrize(
    ("earlier", "later", "other"),
    [
        ("着力治理环境污染", "加强大气环保工作", "办好学校教育"),  # one field, other words
        ("加快外贸转型", "稳住出口", "办好医院"),
        ("扩大就业", "扩大就业", "扩大投资"),  # the same words before the same verb
    ],
)
def test_a_heading_is_nearest_to_the_one_of_its_field(earlier, later, other):
    row = heading_likeness([earlier], [later, other, *OTHERS[1:2]])[0]

    assert row[0] > row[1:].max()


def test_the_same_words_count_more_than_the_same_field():
    row = heading_likeness(["防治大气污染"], ["防治大气污染", "治污排放要达标", *OTHERS[:2]])[0]

    assert row[0] == pytest.approx(1.0)
    assert 0.0 < row[1] <= 0.5


def test_headings_without_common_string_or_field_are_not_alike():
    assert heading_likeness(["防治大气污染"], ["扎实办好学校教育"])[0, 0] == 0.0


def test_no_headings():
    assert heading_likeness([], []).shape == (0, 0)
