"""Pairs that share a unit become one link, if the group is tight."""

import pytest

from compare.alignment.grouping import group_pairs
from compare.alignment.pairs import Pair


def pairs(text):
    """`1-a .9, 2-a .5` as pairs."""
    rows = [row.split() for row in text.split(",") if row.strip()]
    return [Pair(*ends.split("-"), float(score), "content") for ends, score in rows]


def shown(groups):
    return sorted(
        f"{'+'.join(sorted(group.earlier))}>{'+'.join(sorted(group.later))}{'?' if group.partial else ''}"
        for group in groups
    )


TABLE = [
    ("", []),
    ("1-a .9", ["1>a"]),
    ("1-a .9, 2-b .8", ["1>a", "2>b"]),
    ("1-a .9, 1-b .8", ["1>a+b"]),  # a split
    ("1-a .9, 2-a .8", ["1+2>a"]),  # a merge
    ("1-a .9, 1-b .8, 2-a .7, 2-b .6", ["1+2>a+b"]),  # regrouped
    ("1-a .9, 2-b .8, 1-b .6", ["1>a", "1>b?", "2>b"]),  # a trickle between two links
    ("1-a .9, 2-b .8, 1-b .4", ["1>a", "2>b"]),  # … that is less probable than not
    ("1-a .9, 1-b .8, 2-b .6, 2-c .9", ["1>a+b", "2>b?", "2>c"]),
    ("1-a .9, 1-b .8, 2-b .4, 2-c .9", ["1>a+b", "2>c"]),
    ("1-a .9, 1-b .7, 2-b .6, 3-b .5, 3-c .9", ["1>a+b", "2>b?", "3>b?", "3>c"]),
    ("1-a .9, 1-b .7, 2-b .4, 3-b .3, 3-c .9", ["1>a+b", "3>c"]),
]


@pytest.mark.parametrize(("given", "expected"), TABLE)
def test_group_pairs(given, expected):
    assert shown(group_pairs(pairs(given))) == expected


@pytest.mark.parametrize(("given", "expected"), TABLE)
def test_every_pair_is_in_one_group_but_for_improbable_trickles(given, expected):
    del expected
    inside = [pair for group in group_pairs(pairs(given)) for pair in group.pairs]
    left_out = set(pairs(given)) - set(inside)

    assert len(inside) == len(set(inside))
    assert all(pair.score < 0.5 for pair in left_out)


ACROSS = [
    # (pairs, those that lead to another part, groups)
    ("1-a .9, 1-b .8", "1-b", ["1>a", "1>b?"]),  # carried on, and reported on: no split
    ("1-a .9, 1-b .8, 1-c .9", "1-c", ["1>a+b", "1>c?"]),
    ("1-a .9, 1-b .4", "1-b", ["1>a", "1>b?"]),  # b has nothing else
    ("1-a .9, 2-b .9, 1-b .4", "1-b", ["1>a", "2>b"]),  # b has
    ("1-a .9, 1-b .8", "1-a, 1-b", ["1>a+b"]),  # both are reports on one task
    ("1-a .9, 2-b .8", "1-a", ["1>a", "2>b"]),
]


@pytest.mark.parametrize(("given", "across", "expected"), ACROSS)
def test_what_looks_another_way_is_no_part_of_a_link(given, across, expected):
    ends = {each.strip() for each in across.split(",")}
    turned = [pair for pair in pairs(given) if f"{pair.earlier}-{pair.later}" in ends]

    assert shown(group_pairs(pairs(given), turned)) == expected
