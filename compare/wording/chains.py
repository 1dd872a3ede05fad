"""The heaviest chain of pairs that go on in both of two orders."""

from collections.abc import Sequence

_NONE = (0.0, 0)  # no pair before


def heaviest_chain(
    rows: Sequence[int], columns: Sequence[int], weights: Sequence[float]
) -> list[tuple[int, int]]:
    """Choose pairs of a row and a column, each behind the one before in both, that weigh most together.

    The best chain that ends in a pair is looked up in a tree of the best ones by column (Fenwick 1994), so
    that n pairs take n log n steps (as for the heaviest increasing subsequence, Jacobson & Vo 1992).

    Args:
        rows: of n pairs, ascending.
        columns: of the same pairs, ascending within a row.
        weights: of the same pairs, above 0.

    Returns:
        The chain in order; of chains that weigh the same the one whose last pairs come first.
    """
    tree = [_NONE] * (max(columns, default=-1) + 2)
    before: list[int] = []  # for each pair the number of the one before it in the best chain, from 1 on
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and rows[end] == rows[start]:
            end += 1
        reached = [_best(tree, columns[place]) for place in range(start, end)]
        for place, (weight, number) in zip(range(start, end), reached, strict=True):
            before.append(-number)
            _put(tree, columns[place] + 1, (weight + weights[place], -(place + 1)))
        start = end
    chain: list[tuple[int, int]] = []
    number = -_best(tree, len(tree) - 1)[1]
    while number:
        chain.append((rows[number - 1], columns[number - 1]))
        number = before[number - 1]
    return chain[::-1]


def _best(tree: list[tuple[float, int]], place: int) -> tuple[float, int]:
    """The heaviest chain that ends in one of the columns before the place."""
    found = _NONE
    while place > 0:
        found = max(found, tree[place])
        place &= place - 1
    return found


def _put(tree: list[tuple[float, int]], place: int, chain: tuple[float, int]) -> None:
    while place < len(tree):
        tree[place] = max(tree[place], chain)
        place += place & -place
