"""What speaks for a pair of measures, sign by sign, and how the signs are put together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from msgspec.structs import replace

from compare.alignment.contents import compare_contents
from compare.alignment.pairing import in_order, pair_up
from compare.evaluation.ablation import signs
from compare.options import Weights
from corpora.model import Level, Role, Span, Unit


def unit(index, text, **facts):
    told = {"number": None, "heading": None, "parent": None, "role": Role.PLAN} | facts
    return Unit(
        id=f"m{index}",
        level=Level.MEASURE,
        role_reason="",
        span=Span(0, len(text)),
        body=0,
        text=text,
        **told,
    )


def section(index, text):
    return replace(unit(index, text), id=f"s{index}", level=Level.SECTION)


class Side:
    """What `compare_contents` reads of a report."""

    def __init__(self, *units):
        self.units = units
        self.sections = [each for each in units if each.level is Level.SECTION]
        self.measures = [each for each in units if each.level is Level.MEASURE]


def probability(earlier, later, weights):
    sides = Side(*earlier), Side(*later)
    sections = sides[0].sections, sides[1].sections
    measures = sides[0].measures, sides[1].measures
    likeness = compare_contents(sides, sections, measures)
    return pair_up(measures, likeness, sections, weights).probability


def log_odds(earlier, later, weights):
    found = probability(earlier, later, weights)
    return np.log(found) - np.log1p(-found)


OTHER = [unit(8, "扩建砚湖水厂。"), unit(9, "整修古城墙西段。")]
PORT = "建成北港二期码头，开通至南湖航线。"
# sign, earlier units, later units, whether the sign speaks for the first pair or against it
SIGNS = [
    ("content", [unit(1, PORT)], [unit(1, "推进北港二期码头收尾。")], True),
    (
        "heading",
        [unit(1, PORT, heading="建设航运中心")],
        [unit(1, "改造粮库。", heading="打造航运中心")],
        True,
    ),
    (
        "context",
        [
            section(1, "发展航运物流，建设港口枢纽"),
            section(2, "环境"),
            unit(1, PORT, parent="s1"),
            unit(2, "办好书市。"),
        ],
        [
            section(1, "发展航运物流，建设港口枢纽"),
            section(2, "文化"),
            unit(1, "清淤河道。", parent="s1"),
            unit(2, "修桥。"),
        ],
        True,
    ),
    ("order", [unit(1, "修桥。"), unit(2, PORT)], [unit(1, "栽树。"), unit(2, PORT)], True),
    ("role", [unit(1, PORT)], [unit(1, "栽树。")], True),
    ("across_review", [unit(1, PORT)], [unit(1, PORT, role=Role.REVIEW)], False),
    ("other_marks", [unit(1, PORT, number="——")], [unit(1, PORT, number="一是")], False),
    ("best_content", [unit(1, PORT)], [unit(1, "推进北港二期码头收尾。")], True),
    ("best_subject", [unit(1, "改善医疗服务。")], [unit(1, "扩建三家医院。")], True),
    (
        "sentences",
        [unit(1, "修桥。" + PORT)],
        [unit(1, "办好书市。建成北港二期码头，开通至南湖和东港航线。")],
        True,
    ),
]


@pytest.mark.parametrize(("sign", "earlier", "later", "speaks_for"), SIGNS, ids=[each[0] for each in SIGNS])
def test_each_sign_speaks_for_or_against_the_pair_that_bears_it(sign, earlier, later, speaks_for):
    sides = [*earlier, *OTHER], [*later, *OTHER]
    without = replace(Weights(), **{sign: 0.0})
    difference = (log_odds(*sides, Weights()) - log_odds(*sides, without))[0, 0]
    assert difference > 0.1 if speaks_for else difference < -0.1


def test_every_sign_has_its_case():
    assert [each[0] for each in SIGNS] == list(signs())


def test_swapping_the_sides_turns_the_table():
    earlier = [unit(1, PORT), unit(2, "改善医疗服务。", heading="健康"), *OTHER]
    later = [unit(1, "推进北港二期码头收尾。"), unit(2, "扩建三家医院。"), OTHER[1]]
    forth, back = probability(earlier, later, Weights()), probability(later, earlier, Weights())
    np.testing.assert_allclose(forth, back.T)


# -- order -----------------------------------------------------------------------------------------


def plain_order(likeness):
    """The share of nearby sure pairs that a pair does not cross, written for reading, not for speed."""
    count, width = likeness.shape
    sure = [
        (i, int(likeness[i].argmax()))
        for i in range(count)
        if likeness[:, int(likeness[i].argmax())].argmax() == i and likeness[i].max() >= 0.25
    ]
    result = np.full((count, width), 0.5)
    for row in range(count):
        for column in range(width):
            voices = [
                (np.exp(-abs(row - i) / 4.0) + np.exp(-abs(column - j) / 4.0), (row - i) * (column - j) >= 0)
                for i, j in sure
                if (i, j) != (row, column)
            ]
            if voices:
                heard = sum(weight for weight, _ in voices)
                result[row, column] = sum(weight for weight, agrees in voices if agrees) / heard
    return result


@settings(deadline=None, max_examples=50)
@given(
    st.tuples(st.integers(1, 7), st.integers(1, 7)).flatmap(
        lambda shape: arrays(float, shape, elements=st.floats(0, 1))
    )
)
def test_the_fast_way_to_tell_order_agrees_with_the_plain_one(likeness):
    np.testing.assert_allclose(in_order(likeness), plain_order(likeness), atol=1e-9)


def test_without_units_there_is_no_order():
    assert in_order(np.zeros((0, 3))).shape == (0, 3)
