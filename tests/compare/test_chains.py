"""The heaviest chain against all chains there are."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.wording.chains import heaviest_chain

CELLS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), unique=True, max_size=9).flatmap(
    lambda cells: st.tuples(st.just(sorted(cells)), st.lists(st.integers(1, 5), min_size=9, max_size=9))
)


def is_chain(cells):
    return all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(cells))


@given(CELLS)
def test_no_chain_weighs_more(drawn):
    cells, weights = drawn
    weight_of = dict(zip(cells, map(float, weights), strict=False))
    rows, columns = ([cell[side] for cell in cells] for side in (0, 1))
    found = heaviest_chain(rows, columns, [weight_of[cell] for cell in cells])
    assert is_chain(found)
    chains = [few for size in range(len(cells) + 1) for few in combinations(cells, size) if is_chain(few)]
    assert sum(weight_of[cell] for cell in found) == max(
        sum(weight_of[cell] for cell in few) for few in chains
    )


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([], []),
        ([(0, 0), (1, 1)], [(0, 0), (1, 1)]),
        ([(0, 1), (1, 0)], [(0, 1)]),  # as heavy as the other, and comes first
        ([(0, 0), (0, 1), (1, 1)], [(0, 0), (1, 1)]),
        ([(0, 2), (1, 0), (2, 1)], [(1, 0), (2, 1)]),
    ],
)
def test_of_pairs_that_weigh_the_same_the_most_are_taken_and_the_first(cells, expected):
    assert (
        heaviest_chain([row for row, _ in cells], [column for _, column in cells], [1.0] * len(cells))
        == expected
    )
