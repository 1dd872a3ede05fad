"""What moved on its own account, and what was only displaced by another's move.

Among siblings that have partners, those on a longest chain of unbroken order stay; the others moved (Schensted
1961; as `git` and document comparers tell moves). Where several chains are equally long, only what stands in all of
them is sure to have stayed: two neighbours that change places both moved. A sibling that stayed but whose printed
rank changed was displaced.
"""

from collections.abc import Sequence


def moved_positions(order: Sequence[int]) -> tuple[bool, ...]:
    """Which elements of a sequence left its order.

    Args:
        order: later positions of siblings, listed in their earlier order; all different.

    Returns:
        For each element, whether it stands outside some longest increasing subsequence.
    """
    upto = _chain_lengths(order)
    onward = _chain_lengths([-value for value in reversed(order)])[::-1]
    longest = max(upto, default=0)
    on_some = [before + after - 1 == longest for before, after in zip(upto, onward, strict=True)]
    holders: dict[int, int] = {}
    for position, length in enumerate(upto):
        if on_some[position]:
            holders[length] = holders.get(length, 0) + 1
    return tuple(not (on and holders[length] == 1) for on, length in zip(on_some, upto, strict=True))


def _chain_lengths(order: Sequence[int]) -> list[int]:
    """For each element, the length of the longest increasing subsequence that ends with it."""
    lengths: list[int] = []
    for position, value in enumerate(order):
        before = [lengths[i] for i in range(position) if order[i] < value]
        lengths.append(1 + max(before, default=0))
    return lengths
