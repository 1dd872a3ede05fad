"""Lineages: the forms of one formulation through the years, each with the year and sentence that show it.

Forms are joined where the slot shows that one took the other's place (`relations`): the same head with
another modifier, a word inserted, a list in another order, a long name and its abbreviation before the same
noun, one word exchanged under the same verb right after the other was given up. What only stands in the same
reports is never joined.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from compare.formulations.folding import FoldedReport
from compare.history.model import Lineage, Member, VariantKind
from compare.history.relations import Edge
from compare.history.shelf import Shelved
from compare.history.uses import Contexts, crosses_word, find_stretches

_MOST_MEMBERS = 8  # the most used; more is a family of things rather than one of words

Stretches = tuple[tuple[tuple[int, int], ...], ...]  # of one form, for each report


def find_lineages(shelved: Shelved, edges: Sequence[Edge], order: Iterable[str]) -> tuple[Lineage, ...]:
    """The lineages of a history.

    Args:
        shelved: the reports.
        edges: which forms belong together, and why.
        order: forms in the order in which their lineages are told; others follow.

    Returns:
        Each group of forms that has at least two of them, in different years.
    """
    contexts = [Contexts(side) for side in shelved.folded]
    found = [
        _lineage(shelved.folded, contexts, group, edges)
        for group in _groups(edges, [*order, *(edge.one for edge in edges)])
    ]
    return tuple(lineage for lineage in found if lineage is not None)


def _groups(edges: Sequence[Edge], order: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The forms that edges lead to from each form, the form itself first; each form once."""
    beside: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        beside[edge.one].append(edge.other)
        beside[edge.other].append(edge.one)
    seen: set[str] = set()
    for form in order:
        if form in seen or form not in beside:
            continue
        seen.add(form)
        group = [form]
        for each in group:
            fresh = [other for other in dict.fromkeys(beside[each]) if other not in seen]
            seen.update(fresh)
            group += fresh
        yield tuple(group)


def separate(sides: Sequence[FoldedReport], forms: Collection[str]) -> dict[str, Stretches]:
    """Where each form stands on its own, for each report: not where a longer one of the forms stands.

    Args:
        sides: the reports.
        forms: presence forms; one may stand inside another (积极的财政政策, 更加积极的财政政策).
    """
    found: dict[str, list[tuple[tuple[int, int], ...]]] = {form: [] for form in forms}
    for side in sides:
        taken: list[tuple[int, int]] = []
        for form in sorted(forms, key=lambda one: (-len(one), one)):
            own = tuple(
                (start, end)
                for start, end in find_stretches(side, form)
                if not crosses_word(side, start, end)
                and not any(start < other_end and other_start < end for other_start, other_end in taken)
            )
            taken += own
            found[form].append(own)
    return {form: tuple(stretches) for form, stretches in found.items()}


def _lineage(
    sides: Sequence[FoldedReport], contexts: Sequence[Contexts], group: Sequence[str], edges: Sequence[Edge]
) -> Lineage | None:
    stretches = separate(sides, group)
    counts = {form: tuple(map(len, stretches[form])) for form in group}
    used = [form for form in group if any(counts[form])]
    most = sorted(used, key=lambda form: (-sum(map(bool, counts[form])), -sum(counts[form]), form))
    kept = set(most[:_MOST_MEMBERS])
    if len(kept) < 2 or len({_used_years(counts[form]) for form in kept}) < 2:  # noqa: PLR2004 - two forms
        return None
    ordered = sorted(kept, key=lambda form: (_first(counts[form]), -sum(counts[form]), form))
    members = []
    for position, form in enumerate(ordered):
        uses = tuple(
            context.use(*own[0]) for context, own in zip(contexts, stretches[form], strict=True) if own
        )
        kind, of = _origin(form, ordered[:position], edges) if position else (None, "")
        members.append(Member(uses[-1].printed, kind, of, counts[form], uses))
    return Lineage(tuple(members))


def _used_years(counts: Sequence[int]) -> tuple[bool, ...]:
    """In which reports there is a use."""
    return tuple(count > 0 for count in counts)


def _first(counts: Sequence[int]) -> int:
    return next(at for at, count in enumerate(counts) if count)


def _origin(form: str, before: Sequence[str], edges: Sequence[Edge]) -> tuple[VariantKind | None, str]:
    """How a form follows from one that was there before it; from the latest of several."""
    for other in reversed(before):
        for edge in edges:
            if {edge.one, edge.other} == {form, other}:
                return edge.kind, other
    linked = (edge for edge in edges if form in (edge.one, edge.other))
    return next((edge.kind for edge in linked), None), ""
