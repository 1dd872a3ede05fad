"""What a comparison finds of planted changes, and what it tells that nobody planted."""

from collections.abc import Sequence

from compare.evaluation.figures import Counts, Figure, Share, counted
from compare.evaluation.mutations import Answer, MutatedPair, Planted
from compare.model import Channel, Link, LinkKind
from corpora.model import Level, Span

_CHANNELS = {Planted.NUMBER: Channel.NUMBER, Planted.NEGATION: Channel.NEGATION}
_SHAPES = {Planted.SPLIT: LinkKind.SPLIT, Planted.MERGED: LinkKind.MERGED}


def planted_figures(pair: MutatedPair, links: Sequence[Link]) -> dict[str, Figure]:
    """Measure the links between a report and its changed copy.

    Args:
        pair: the report, the copy, and what was changed.
        links: what a comparison of the two found.

    Returns:
        Counts for `links` (pairs of measures), `moved`, `split`, `merged`, `number`, `negation`: what is
        told and was not planted is wrong. A share for `swapped`: measures told as one that stayed.
    """
    level = {unit.id: unit.level for unit in pair.earlier.units}
    found = {(one, other) for link in links for one in link.earlier for other in link.later}
    answers = {kind: [each for each in pair.answers if each.kind is kind] for kind in Planted}
    moved = {(one, other) for link in links if link.moved for one in link.earlier for other in link.later}
    figures: dict[str, Figure] = {
        "links": counted(
            {each for each in found if level[each[0]] is Level.MEASURE},
            {each for each in pair.pairs if level[each[0]] is Level.MEASURE},
        ),
        "moved": counted(moved, {ends for each in answers[Planted.MOVED] for ends in _ends(each)}),
    }
    for kind, shape in _SHAPES.items():
        figures[kind.value] = _shapes(answers[kind], links, shape, found)
    for kind, channel in _CHANNELS.items():
        figures[kind.value] = _words(answers[kind], links, channel)
    stayed = [ends in found - moved for each in answers[Planted.SWAPPED] for ends in _ends(each)]
    return figures | {"swapped": Share(sum(stayed), len(stayed))}


def _ends(answer: Answer) -> set[tuple[str, str]]:
    return {(one, other) for one in answer.earlier for other in answer.later}


def _shapes(
    answers: Sequence[Answer], links: Sequence[Link], shape: LinkKind, found: set[tuple[str, str]]
) -> Counts:
    """A split or merge is found when all its pairs are linked; wrong is another link told as one."""
    planted = [_ends(each) for each in answers]
    wrong = sum(
        link.kind is shape
        and not any(ends & {(one, other) for one in link.earlier for other in link.later} for ends in planted)
        for link in links
    )
    return Counts(sum(ends <= found for ends in planted), wrong, len(planted))


def _words(answers: Sequence[Answer], links: Sequence[Link], channel: Channel) -> Counts:
    """A number or negation is found when a change on its channel touches the place where it was planted."""
    told = {change.later for link in links for change in link.changes if change.channel is channel}
    clauses = {
        change.later: change.later_clause
        for link in links
        for change in link.changes
        if change.channel is channel
    }
    planted = [each.span for each in answers if each.span is not None]
    hit = sum(any(_touches(place, change, clauses[change]) for change in told) for place in planted)
    wrong = sum(not any(_touches(place, change, clauses[change]) for place in planted) for change in told)
    return Counts(hit, wrong, len(planted))


def _touches(place: Span, change: Span, clause: Span) -> bool:
    """Whether a change is the planted one; a negation taken out has no place of its own but the clause."""
    if len(place) and len(change):
        return place.start < change.end and change.start < place.end
    return clause.start <= place.start <= clause.end
