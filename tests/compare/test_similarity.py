"""Likeness of strings."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.similarity import close_pairs, ratios

# Few characters, so that strings are alike, and more than there are bytes.
FEW = st.text("甲乙丙丁a", max_size=8)
MANY = st.text(st.integers(0x4E00, 0x4E00 + 400).map(chr), max_size=12)
LISTS = st.lists(st.one_of(FEW, MANY), max_size=8)


@given(LISTS, LISTS, st.sampled_from([0.1, 0.3, 0.5, 1.0]))
def test_close_pairs_are_those_of_all_pairs(earlier, later, least):
    rows, columns, found = close_pairs(earlier, later, least)

    every = ratios(earlier, later)
    assert np.stack((rows, columns), axis=1).tolist() == np.argwhere(every >= least).tolist()
    assert found.tolist() == every[rows, columns].tolist()


@pytest.mark.parametrize("size", [255, 256, 257, 700])
def test_more_characters_than_bytes_are_told_apart(size):
    strings = [chr(0x4E00 + number) * 2 for number in range(size)]

    rows, columns, found = close_pairs(strings, strings, 0.5)

    assert rows.tolist() == columns.tolist() == list(range(size))
    assert set(found.tolist()) == {1.0}
