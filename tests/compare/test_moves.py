"""What moved on its own account."""

import pytest

from compare.alignment.moves import moved_positions

TABLE = [
    # (later positions in the earlier order, who moved)
    ([], []),
    ([1], []),
    ([1, 2, 3, 4], []),
    ([2, 3, 1, 4], [2]),  # the third rises to the top, two are displaced
    ([2, 3, 4, 1], [3]),  # the last rises to the top
    ([4, 1, 2, 3], [0]),  # the first falls to the end
    ([1, 3, 2, 4], [1, 2]),  # neighbours change places: neither stayed for sure
    ([2, 1], [0, 1]),
    ([1, 5, 2, 3, 4], [1]),
]


@pytest.mark.parametrize(("order", "moved"), TABLE)
def test_moved_positions(order, moved):
    assert [index for index, gone in enumerate(moved_positions(order)) if gone] == moved


def test_equal_places_are_in_order():
    assert moved_positions([1, 2, 2, 3]) == (False, False, False, False)
