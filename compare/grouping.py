"""Pairs that share a unit become one link: a split, a merge or a regrouping.

Content that trickles on (one sentence of a long measure) would chain half a report together. So a group
must be
tight: most of its earlier units must be paired with most of its later ones. Where a chain is not, its
weakest pairs are taken out until it is; they stay as partial links of their own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.pairs import Pair

# share of all possible pairs of a group that must be there: three of four are two links and a trickle
_TIGHT = 0.8


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs that make one link.

    Attributes:
        pairs: the pairs, strongest first.
        partial: the units' main links are others; this pair only shares some clauses.
    """

    pairs: tuple[Pair, ...]
    partial: bool = False

    @property
    def earlier(self) -> frozenset[str]:
        """Ids of the earlier units."""
        return frozenset(pair.earlier for pair in self.pairs)

    @property
    def later(self) -> frozenset[str]:
        """Ids of the later units."""
        return frozenset(pair.later for pair in self.pairs)


def group_pairs(pairs: Sequence[Pair]) -> tuple[Group, ...]:
    """Group pairs of one level into links.

    Args:
        pairs: all pairs, no pair twice.

    Returns:
        Tight groups in which every unit stands once, then the partial ones. Every pair is in exactly one
        group.
    """
    groups: list[Group] = []
    partial: list[Pair] = []
    waiting = [list(component) for component in _components(pairs)]
    while waiting:
        component = waiting.pop()
        if _is_tight(component):
            groups.append(Group(tuple(sorted(component, key=_strongest_first))))
            continue
        weakest = max(component, key=_strongest_first)
        partial.append(weakest)
        component.remove(weakest)
        waiting.extend(list(part) for part in _components(component))
    return tuple(groups) + tuple(Group((pair,), partial=True) for pair in _not_alone(partial, groups, groups))


def _strongest_first(pair: Pair) -> tuple[float, str, str]:
    return -pair.score, pair.earlier, pair.later


def _not_alone(partial: list[Pair], groups: list[Group], result: list[Group]) -> Iterable[Pair]:
    """A pair taken out whose units have no other link is their main link after all: it joins as a group."""
    earlier = set().union(*(group.earlier for group in groups)) if groups else set()
    later = set().union(*(group.later for group in groups)) if groups else set()
    for pair in sorted(partial, key=_strongest_first):
        if pair.earlier in earlier or pair.later in later:
            yield pair
        else:
            result.append(Group((pair,)))
            earlier.add(pair.earlier)
            later.add(pair.later)


def _is_tight(pairs: Sequence[Pair]) -> bool:
    earlier = {pair.earlier for pair in pairs}
    later = {pair.later for pair in pairs}
    return len(pairs) >= _TIGHT * len(earlier) * len(later)


def _components(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Connected components, in the order of their first pairs."""
    root: dict[tuple[str, str], tuple[str, str]] = {}

    def find(node: tuple[str, str]) -> tuple[str, str]:
        root.setdefault(node, node)
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for pair in pairs:
        root[find(("earlier", pair.earlier))] = find(("later", pair.later))
    components: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        components.setdefault(find(("earlier", pair.earlier)), []).append(pair)
    return list(components.values())
