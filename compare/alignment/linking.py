"""From aligned pairs to links: groups, what moved, the way from one wording to the other."""

from collections.abc import Sequence

from msgspec.structs import replace

from compare.alignment.alignment import Alignment
from compare.alignment.grouping import Group, group_pairs
from compare.alignment.moves import Move, tell_moves
from compare.findings.channels import FORWARD
from compare.matching import bare_form, neighbours, pairs_of
from compare.model import Confidence, Link, LinkKind, MeaningChange, Turn
from compare.options import CompareOptions
from compare.wording.meaning import what_is_forbidden
from compare.wording.wording import Alone, compare_wording
from corpora.model import Level, Role, Span, Unit, WorkReport

Sides = tuple[dict[str, Unit], dict[str, Unit]]
Reports = tuple[WorkReport, WorkReport]

_BACKWARD = frozenset({Role.REVIEW, Role.PROBLEMS})


def make_links(
    earlier: WorkReport, later: WorkReport, alignment: Alignment, options: CompareOptions
) -> tuple[Link, ...]:
    """Make the links of a comparison, in reading order of the later report.

    Args:
        earlier: the earlier report.
        later: the later report.
        alignment: the pairs of their units.
        options: thresholds.
    """
    sides = ({unit.id: unit for unit in earlier.units}, {unit.id: unit for unit in later.units})
    turned = [p for p in alignment.measures if _turn(sides[0][p.earlier], sides[1][p.later]) is not None]
    groups = [*group_pairs(alignment.sections), *group_pairs(alignment.measures, turned)]
    moves = tell_moves(groups, sides)
    reports = earlier, later
    links = [_link(group, move, sides, options, reports) for group, move in zip(groups, moves, strict=True)]
    return tuple(sorted(links, key=lambda link: _place(link, sides)))


def _place(link: Link, sides: Sides) -> tuple[int, int, bool]:
    return sides[1][link.later[0]].span.start, sides[0][link.earlier[0]].span.start, link.partial


# -- one link --------------------------------------------------------------------------------------


def _link(group: Group, move: Move, sides: Sides, options: CompareOptions, reports: Reports) -> Link:
    earlier, later = (
        tuple(sorted((side[unit_id] for unit_id in ids), key=lambda unit: unit.span.start))
        for side, ids in zip(sides, (group.earlier, group.later), strict=True)
    )
    link = Link(
        tuple(unit.id for unit in earlier),
        tuple(unit.id for unit in later),
        LinkKind.REWORDED,
        moved=move is Move.MOVED,
        displaced=move is Move.DISPLACED,
        score=round(sum(pair.score for pair in group.pairs) / len(group.pairs), 4),
        matched_by=group.pairs[0].matched_by,
        partial=group.partial,
        turn=_turn(earlier[0], later[0]),
    )
    link = replace(link, confidence=_confidence(link.score, options))
    if group.partial:
        return link
    years = reports[0].year, reports[1].year
    wording = compare_wording(earlier, later, options.clause_pair, years)
    likeness = wording.likeness if not wording.changes else 0.0
    return replace(
        link,
        kind=_kind(earlier, later, likeness=likeness, kept=options.kept),
        edits=wording.edits,
        changes=tuple(change for change in wording.changes if not _is_echo(change, reports)),
        earlier_only=_only_there(wording.earlier_only, reports[1]),
        later_only=_only_there(wording.later_only, reports[0]),
        reordered=wording.reordered,
    )


def _is_echo(change: MeaningChange, reports: Reports) -> bool:
    """Whether what is told as forbidden or allowed in one report alone stands in the other, too."""
    if not len(change.later_clause):
        return _stands(what_is_forbidden(reports[0].quote(change.earlier_clause)), reports[1])
    if not len(change.earlier_clause):
        return _stands(what_is_forbidden(reports[1].quote(change.later_clause)), reports[0])
    return False


def _only_there(clauses: Sequence[Alone], other: WorkReport) -> tuple[Span, ...]:
    """The clauses without those that the other report has elsewhere, word for word."""
    return tuple(span for span, form in clauses if not _stands(form, other))


def _confidence(score: float, options: CompareOptions) -> Confidence:
    if score >= options.sure:
        return Confidence.SURE
    return Confidence.LIKELY if score >= options.likely else Confidence.WEAK


def _turn(earlier: Unit, later: Unit) -> Turn | None:
    """Whether a link leads from what is to be done to what was done, or the other way."""
    if earlier.role in FORWARD and later.role in _BACKWARD:
        return Turn.REPORTED
    return Turn.RESUMED if earlier.role in _BACKWARD and later.role in FORWARD else None


def _stands(form: str, side: WorkReport) -> bool:
    """Whether a bare form stands anywhere in a report."""
    whole = bare_form(side.text)
    return pairs_of(whole).issuperset(neighbours(form)) and form in whole


def _kind(earlier: Sequence[Unit], later: Sequence[Unit], *, likeness: float, kept: float) -> LinkKind:
    if len(earlier) > 1 or len(later) > 1:
        if len(earlier) == 1:
            return LinkKind.SPLIT
        return LinkKind.MERGED if len(later) == 1 else LinkKind.REGROUPED
    if earlier[0].level is Level.SECTION:
        # a chapter's heading names its year; what else is in it decides
        same = _undated(earlier[0].heading) == _undated(later[0].heading)
        return LinkKind.KEPT if same else LinkKind.REWORDED
    return LinkKind.KEPT if likeness >= kept else LinkKind.REWORDED


def _undated(heading: str | None) -> str:
    return "".join(character for character in bare_form(heading or "") if not character.isdigit())
