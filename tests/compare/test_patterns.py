"""Patterns of many words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.patterns import any_of

LETTERS = "甲乙丙"


@pytest.mark.parametrize(
    ("patterns", "text", "found"),
    [
        (["甲乙", "甲"], "甲乙甲", ["甲乙", "甲"]),
        (["甲", "甲乙"], "甲乙甲", ["甲", "甲"]),  # the first that fits, not the longest
        (["甲(?!乙)", "甲乙丙"], "甲乙丙甲丙", ["甲乙丙", "甲"]),
        (["乙地?", "丙"], "乙地丙乙", ["乙地", "丙", "乙"]),
        (["甲"], "乙", []),
    ],
)
def test_the_first_that_fits_is_found(patterns, text, found):
    assert re.findall(any_of(patterns), text) == found


@given(
    st.lists(st.text(LETTERS, min_size=1, max_size=3), min_size=1, max_size=8),
    st.text(LETTERS, max_size=12),
)
def test_it_finds_what_one_list_of_all_finds(words, text):
    assert re.findall(any_of(words), text) == re.findall("|".join(words), text)
