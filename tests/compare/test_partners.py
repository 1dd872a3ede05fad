"""Which targets are of one thing: the same pairs as by looking at all of them, in a fraction of the time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.matching import bare_form
from compare.similarity import ratio
from compare.undertakings.indicators import known
from compare.undertakings.model import Aim, Period, Target
from compare.undertakings.partners import is_one_thing, partners, same_measure
from corpora.model import Span

WORDS = st.text("甲乙丙丁新建道桥", min_size=1, max_size=7)
TARGETS = st.builds(
    lambda name, value, period: Target(
        name, Span(0, 1), "m1", value and (value[0], value[0]), value and value[1], None, period, Aim.MORE
    ),
    st.sampled_from(["粮食产量", "进城落户", "新建道路", "新建道桥", "改建道路", "新建、道路"]) | WORDS,
    st.none() | st.tuples(st.sampled_from([1.0, 2.0]), st.sampled_from(["%", "公里", "亿斤", "万吨"])),
    st.sampled_from(Period),
)


def by_all_pairs(earlier, later):
    """The same question answered by looking at each pair."""

    def sureness(one, other):
        alike = one.is_quantified == other.is_quantified
        if one.period is not other.period:
            return 0
        if one.indicator == other.indicator:
            return 3 + alike + same_measure(one, other)
        are_known = known(one.indicator) is not None and known(other.indicator) is not None
        if not (alike and one.is_quantified and same_measure(one, other)) or are_known:
            return 0
        likeness = ratio(bare_form(one.indicator), bare_form(other.indicator))
        return likeness if likeness >= 0.7 and is_one_thing(one.indicator, other.indicator) else 0

    pairs = [
        (-sureness(one, other), j, i)
        for i, one in enumerate(earlier)
        for j, other in enumerate(later)
        if sureness(one, other)
    ]
    found = {}
    for _, j, i in sorted(pairs):
        if j not in found and i not in found.values():
            found[j] = i
    return found


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("改造老旧小区", "改造提升老旧小区", True),
        ("新建渔港码头", "改建渔港码头", True),
        ("新推出渔业服务事项", "拓展渔业服务事项", True),
        ("市级财政渔业发展资金", "市级财政扶持渔业发展专项资金", True),
        ("县域渔业补助", "市域渔业补助", False),
        ("完成铁路投资", "完成公路投资", False),
        ("市级财政拟安排专项资金", "市级财政拟安排渔港码头专项资金", False),
    ],
)
def test_another_word_in_the_same_place_makes_another_thing(one, other, is_one):
    assert is_one_thing(one, other) is is_one


@given(st.lists(TARGETS, max_size=12), st.lists(TARGETS, max_size=12))
def test_the_same_pairs_as_by_looking_at_all(earlier, later):
    assert partners(earlier, later) == by_all_pairs(earlier, later)
