"""Which fields of policy a text speaks of."""

import numpy as np
import pytest

from compare.alignment.fields import FIELDS, field_likeness, field_shares

# (text, text of the same field in other words, text of another field)
TABLE = [
    ("加快培育消费增长点，促进养老家政消费", "实施提振消费专项行动", "扩建三家医院"),
    ("改善医疗服务，发展中医", "扩建三家医院，提高医保补助", "加强环境保护，治理大气污染"),
    ("严肃查处腐败案件，改进作风", "力戒形式主义，推进廉政建设", "扩大出口，便利通关"),
    ("多渠道安置下岗职工，帮助他们再就业", "支持高校毕业生就业", "保护耕地，稳定粮食生产"),
]


@pytest.mark.parametrize(("text", "same", "other"), TABLE)
def test_texts_of_one_field_are_alike_whatever_their_words(text, same, other):
    found = field_likeness([text, "修建公路"], [same, other])
    assert found[0, 0] > 0.5
    assert found[0, 1] < 0.2


def test_a_text_that_names_no_field_is_like_none():
    assert field_likeness(["这一点至关重要。"], ["这一点至关重要。", "修建公路"]).tolist() == [[0.0, 0.0]]


def test_no_texts_give_an_empty_table():
    assert field_likeness([], ["修建公路"]).shape == (0, 1)
    assert field_likeness(["修"], []).shape == (1, 0)
    assert field_likeness([], []).shape == (0, 0)


def test_full_width_forms_count_like_others():
    np.testing.assert_array_equal(
        field_likeness(["医院，学校"], ["医院", "公路"]), field_likeness(["医院,学校"], ["医院", "公路"])
    )


# -- shares of a text ------------------------------------------------------------------------------

SHARES = [
    ("扩建三家医院", {"health": 1.0}),
    ("修建公路，扩建医院", {"transport": 0.5, "health": 0.5}),
    ("这一点至关重要。", {}),
]


@pytest.mark.parametrize(("text", "shares"), SHARES)
def test_a_text_is_divided_among_the_fields_it_names(text, shares):
    (found,) = field_shares([text])
    assert {FIELDS[place]: found[place] for place in np.flatnonzero(found)} == pytest.approx(shares)


def test_shares_do_not_depend_on_the_texts_beside():
    alone, beside = field_shares(["扩建医院，修建公路"]), field_shares(["保护耕地", "扩建医院，修建公路"])
    np.testing.assert_array_equal(alone[0], beside[1])
    assert field_shares([]).shape == (0, len(FIELDS))
