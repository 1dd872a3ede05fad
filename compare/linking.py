"""From aligned pairs to links: groups, what moved, the way from one wording to the other."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from compare.alignment import Alignment
from compare.grouping import Group, group_pairs
from compare.matching import bare_form
from compare.model import EditKind, Link, LinkKind
from compare.moves import moved_positions
from compare.options import CompareOptions
from compare.wording import compare_wording
from corpora.model import Level, Unit, WorkReport


def make_links(
    earlier: WorkReport, later: WorkReport, alignment: Alignment, options: CompareOptions
) -> tuple[Link, ...]:
    """Make the links of a comparison, in reading order of the later report; sections before measures at one place.

    Args:
        earlier: the earlier report.
        later: the later report.
        alignment: the pairs of their units.
        options: thresholds.
    """
    sides = ({unit.id: unit for unit in earlier.units}, {unit.id: unit for unit in later.units})
    links = [
        _link(group, sides, options)
        for pairs in (alignment.sections, alignment.measures)
        for group in group_pairs(pairs)
    ]
    links = _with_moves(links, sides)
    return tuple(sorted(links, key=lambda link: _place(link, sides)))


def _place(link: Link, sides: tuple[dict[str, Unit], dict[str, Unit]]) -> tuple[int, int, bool]:
    return sides[1][link.later[0]].span.start, sides[0][link.earlier[0]].span.start, link.partial


# -- one link -------------------------------------------------------------------------------------------------


def _link(group: Group, sides: tuple[dict[str, Unit], dict[str, Unit]], options: CompareOptions) -> Link:
    earlier, later = (
        tuple(sorted((side[unit_id] for unit_id in ids), key=lambda unit: unit.span.start))
        for side, ids in zip(sides, (group.earlier, group.later), strict=True)
    )
    strongest = group.pairs[0]
    ids = tuple(unit.id for unit in earlier), tuple(unit.id for unit in later)
    score = sum(pair.score for pair in group.pairs) / len(group.pairs)
    if group.partial:
        return Link(*ids, LinkKind.REWORDED, moved=False, displaced=False, score=round(score, 4),
                    matched_by=strongest.matched_by, partial=True)  # fmt: skip
    wording = compare_wording(earlier, later, options.clause_pair)
    kind = _kind(
        earlier, later, likeness=wording.likeness, meaning_changed=bool(wording.changes), kept=options.kept
    )
    return Link(*ids, kind, moved=False, displaced=False, score=round(score, 4), matched_by=strongest.matched_by,
                edits=wording.edits, changes=wording.changes)  # fmt: skip


def _kind(
    earlier: Sequence[Unit], later: Sequence[Unit], *, likeness: float, meaning_changed: bool, kept: float
) -> LinkKind:
    if len(earlier) > 1 or len(later) > 1:
        if len(earlier) == 1:
            return LinkKind.SPLIT
        return LinkKind.MERGED if len(later) == 1 else LinkKind.REGROUPED
    if earlier[0].level is Level.SECTION:
        # a chapter's heading names its year; what else is in it decides
        same = _undated(earlier[0].heading) == _undated(later[0].heading)
        return LinkKind.KEPT if same else LinkKind.REWORDED
    return LinkKind.KEPT if likeness >= kept and not meaning_changed else LinkKind.REWORDED


def _undated(heading: str | None) -> str:
    return "".join(character for character in bare_form(heading or "") if not character.isdigit())


def is_unchanged(link: Link) -> bool:
    """Whether every character of a link's units was kept."""
    return not link.partial and all(edit.kind is EditKind.EQUAL for edit in link.edits)


# -- moves ----------------------------------------------------------------------------------------------------


def _with_moves(links: Sequence[Link], sides: tuple[dict[str, Unit], dict[str, Unit]]) -> list[Link]:
    """Mark links whose content went elsewhere, or changed its rank among its siblings on its own account."""
    partners = _section_partners(links)
    elsewhere = [_went_elsewhere(link, sides, partners) for link in links]
    result = [
        replace(link, moved=True) if gone else link for link, gone in zip(links, elsewhere, strict=True)
    ]
    families: dict[tuple[Level, str | None, str | None], list[int]] = {}
    for index, link in enumerate(links):
        if elsewhere[index] or link.partial:
            continue
        one, other = sides[0][link.earlier[0]], sides[1][link.later[0]]
        families.setdefault((one.level, one.parent, other.parent), []).append(index)
    for family in families.values():
        for index, (moved, displaced) in zip(
            family, _rank_changes([links[i] for i in family], sides), strict=True
        ):
            result[index] = replace(result[index], moved=moved, displaced=displaced)
    return result


def _section_partners(links: Iterable[Link]) -> set[tuple[str, str]]:
    """All pairs of sections that some link holds."""
    return {
        (one, other)
        for link in links
        for one in link.earlier
        for other in link.later
        if one[0] == other[0] == "s"
    }


def _went_elsewhere(
    link: Link, sides: tuple[dict[str, Unit], dict[str, Unit]], partners: set[tuple[str, str]]
) -> bool:
    """Whether none of the sections that held the earlier units is linked with one that holds the later units."""
    pairs = {(sides[0][one].parent, sides[1][other].parent) for one in link.earlier for other in link.later}
    units = [sides[0][one] for one in link.earlier] + [sides[1][other] for other in link.later]
    if all(unit.level is Level.SECTION for unit in units):
        return False
    for one, other in pairs:
        if one is None or other is None:
            # outside all sections on one side: the part tells whether it is still in the same place
            if len({unit.role for unit in units}) == 1:
                return False
        elif (one, other) in partners:
            return False
    return True


def _rank_changes(
    family: Sequence[Link], sides: tuple[dict[str, Unit], dict[str, Unit]]
) -> list[tuple[bool, bool]]:
    """(moved, displaced) of links that stay under one pair of parents."""
    order = sorted(range(len(family)), key=lambda i: sides[0][family[i].earlier[0]].span.start)
    later_rank = {
        index: rank
        for rank, index in enumerate(
            sorted(range(len(family)), key=lambda i: sides[1][family[i].later[0]].span.start)
        )
    }
    moved = dict(zip(order, moved_positions([later_rank[index] for index in order]), strict=True))
    return [
        (moved[index], not moved[index] and _printed_rank_changed(link, sides))
        for index, link in enumerate(family)
    ]


def _printed_rank_changed(link: Link, sides: tuple[dict[str, Unit], dict[str, Unit]]) -> bool:
    numbers = sides[0][link.earlier[0]].number, sides[1][link.later[0]].number
    return None not in numbers and bare_form(numbers[0] or "") != bare_form(numbers[1] or "")
