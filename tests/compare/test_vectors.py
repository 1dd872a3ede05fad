"""Similarity by rare character n-grams, against a plain implementation."""

import math
import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import vectors
from compare.vectors import cosines, count_grams, gathered

texts = st.lists(st.text("经济发展增长改革开放，。5%", max_size=25), min_size=1, max_size=5)


def plain_cosine(one, other, all_texts):
    """The same similarity with dictionaries, written for reading, not for speed."""

    def counted(text):
        pieces = re.split(r"[^\w%+.]", text)
        grams = [piece[i : i + n] for piece in pieces for n in (2, 3) for i in range(len(piece) - n + 1)]
        return {gram: grams.count(gram) for gram in grams}

    tables = [counted(text) for text in all_texts]
    holders = {gram: sum(gram in table for table in tables) for table in tables for gram in table}

    def weighted(text):
        return {
            gram: (1 + math.log(count)) * math.log(len(all_texts) / holders[gram])
            for gram, count in counted(text).items()
        }

    first, second = weighted(one), weighted(other)
    norms = [math.sqrt(sum(value**2 for value in side.values())) for side in (first, second)]
    if min(norms) < 1e-9:
        return 0.0
    return sum(first[gram] * second.get(gram, 0.0) for gram in first) / norms[0] / norms[1]


@settings(deadline=None)
@given(texts, texts)
def test_the_fast_way_agrees_with_the_plain_one(earlier, later):
    found = cosines(earlier, later)
    expected = [[plain_cosine(one, other, earlier + later) for other in later] for one in earlier]

    assert np.allclose(found, expected, atol=1e-6)


def test_rare_strings_weigh_more_than_common_ones():
    earlier = ["加快发展低空经济", "加快发展现代农业", "加快发展现代旅游"]
    later = ["培育低空经济", "加快发展现代物流"]

    found = cosines(earlier, later)

    assert found[0, 0] > found[0, 1]


def test_no_texts_give_an_empty_table():
    assert cosines([], ["经济"]).shape == (0, 1)
    assert cosines(["经济"], []).shape == (1, 0)


@settings(deadline=None)
@given(texts, st.integers(1, 3))
def test_the_count_of_a_text_is_the_sum_of_its_sentences(pieces, size):
    wholes = [list(range(start, min(start + size, len(pieces)))) for start in range(0, len(pieces), size)]
    joined = count_grams(["\n".join(pieces[index] for index in whole) for whole in wholes])
    summed = gathered(count_grams(pieces), wholes)
    np.testing.assert_array_equal(joined.owners, summed.owners)
    np.testing.assert_array_equal(joined.numbers, summed.numbers)
    np.testing.assert_array_equal(joined.counts, summed.counts)


def test_portions_change_nothing(monkeypatch):
    sides = ["改革开放增长5%", "经济发展", "，"], ["经济增长5%", "开放经济", "改革"]
    whole = cosines(*sides)
    monkeypatch.setattr(vectors, "_AT_ONCE", 2)
    np.testing.assert_allclose(cosines(*sides), whole)
