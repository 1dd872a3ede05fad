"""Pairs that share a unit become one link: a split, a merge or a regrouping.

Content that trickles on (one sentence of a long measure) would chain half a report together. So a group must
be tight: most of its earlier units must be paired with most of its later ones. Where a chain is not, its
weakest pairs are taken out until it is; they stay as partial links of their own where they are probable.
"""

from collections.abc import Sequence

from msgspec import Struct

from compare.alignment.pairs import Pair

# share of all possible pairs of a group that must be there: three of four are two links and a trickle
_TIGHT = 0.8
# A pair whose units go on elsewhere must be more probable than not to be told beside that. The lower bar of
# `CompareOptions.least_probability` is there for units that have nothing else.
_LEAST_TRICKLE = 0.5


class Group(Struct, frozen=True):
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


def group_pairs(pairs: Sequence[Pair], turned: Sequence[Pair] = ()) -> tuple[Group, ...]:
    """Group pairs of one level into links.

    Args:
        pairs: all pairs, no pair twice.
        turned: those of them that lead from a part that looks ahead to one that looks back, or the other way.
            What a task is carried on by and what reports on it are two stories, and never one link.

    Returns:
        Tight groups in which every unit stands once, then the partial ones. No pair is in two groups; pairs
        in none are trickles that are not more probable than not.
    """
    if not turned:
        return _grouped(pairs)
    aside = set(turned)
    main = _grouped([pair for pair in pairs if pair not in aside])
    earlier = {unit for group in main for unit in group.earlier}
    later = {unit for group in main for unit in group.later}
    free = [pair for pair in turned if pair.earlier not in earlier and pair.later not in later]
    beside = [
        Group((pair,), partial=True)
        for pair in sorted(aside.difference(free), key=_strongest_first)
        if pair.score >= _LEAST_TRICKLE or not (pair.earlier in earlier and pair.later in later)
    ]
    groups = (*main, *_grouped(free), *beside)
    return tuple(sorted(groups, key=lambda group: group.partial))


def _grouped(pairs: Sequence[Pair]) -> tuple[Group, ...]:
    """Groups of pairs that look the same way; see `group_pairs`."""
    groups: list[Group] = []
    partial: list[Pair] = []
    waiting = [list(component) for component in _components(pairs)]
    while waiting:
        component = waiting.pop()
        if _is_tight(component):
            groups.append(_group(component))
            continue
        least = min(pair.score for pair in component)
        partial += [pair for pair in component if pair.score == least]
        waiting.extend(_components([pair for pair in component if pair.score > least]))
    alone = _main_after_all(partial, groups)
    told = {pair for group in alone for pair in group.pairs}
    rest = sorted(
        (pair for pair in partial if pair not in told and pair.score >= _LEAST_TRICKLE), key=_strongest_first
    )
    return (*groups, *alone, *(Group((pair,), partial=True) for pair in rest))


def _group(component: Sequence[Pair]) -> Group:
    return Group(tuple(sorted(component, key=_strongest_first)))


def _strongest_first(pair: Pair) -> tuple[float, str, str]:
    return -pair.score, pair.earlier, pair.later


def _main_after_all(partial: Sequence[Pair], groups: Sequence[Group]) -> list[Group]:
    """Pairs taken out whose units have no other link: they are their units' main links.

    Equally strong pairs are taken together, so that the outcome does not hang on the order of the units.
    """
    earlier = {unit for group in groups for unit in group.earlier}
    later = {unit for group in groups for unit in group.later}
    found: list[Group] = []
    for score in sorted({pair.score for pair in partial}, reverse=True):
        free = [p for p in partial if p.score == score and p.earlier not in earlier and p.later not in later]
        found += [_group(component) for component in _components(free) if _is_tight(component)]
        earlier |= {unit for group in found for unit in group.earlier}
        later |= {unit for group in found for unit in group.later}
    return found


def _is_tight(pairs: Sequence[Pair]) -> bool:
    earlier = {pair.earlier for pair in pairs}
    later = {pair.later for pair in pairs}
    return len(pairs) / (len(earlier) * len(later)) >= _TIGHT


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
