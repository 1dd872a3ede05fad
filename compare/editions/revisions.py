"""From stretches that differ to numbered revisions: their kind, what is quoted, where they stand."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from compare.editions.alignment import way_between
from compare.editions.extents import changes_of, extent_of
from compare.editions.model import MINOR, Extent, Revision, RevisionKind
from compare.editions.moves import MOVED, SHORTEST
from compare.editions.quoting import (
    anchor,
    context_after,
    context_before,
    stands_alone,
    stands_once,
    words_behind,
)
from compare.editions.stretches import Stretch
from compare.editions.telling import Sides, Telling
from compare.matching import bare_form
from compare.model import Edit, EditKind
from compare.similarity import ratio
from corpora.model import Span

_SHORTEST_NEAR = 4  # characters: shorter words may come and go by chance even in one paragraph


def printed_steps(found: Sequence[Stretch], sides: Sides) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
    """The way from one text to the other.

    Args:
        found: what differs, in order.
        sides: the words of both texts.

    Returns:
        All steps with spans in the texts, and those that keep words with spans in the forms.
    """
    steps: list[Edit] = []
    kept: list[Edit] = []
    reached = 0, 0
    for stretch in (*found, None):
        ends = (
            (stretch.earlier, stretch.later)
            if stretch
            else tuple(Span(len(s.form), len(s.form)) for s in sides)
        )
        if ends[0].start > reached[0]:
            same = Edit(EditKind.EQUAL, Span(reached[0], ends[0].start), Span(reached[1], ends[1].start))
            kept.append(same)
            steps.append(_printed(same, sides))
        if stretch:
            steps.append(_step(stretch, sides))
            reached = stretch.earlier.end, stretch.later.end
    return tuple(steps), tuple(kept)


def _printed(step: Edit, sides: Sides) -> Edit:
    return Edit(step.kind, sides[0].printed(step.earlier), sides[1].printed(step.later))


def _step(stretch: Stretch, sides: Sides) -> Edit:
    kind = EditKind.REPLACED
    if not len(stretch.earlier) or not len(stretch.later):
        kind = EditKind.DELETED if len(stretch.earlier) else EditKind.INSERTED
    return _printed(Edit(kind, stretch.earlier, stretch.later), sides)


def breaks_beside(found: Sequence[Stretch], sides: Sides) -> int:
    """How many paragraph breaks beside an edit only one text has; those of whole paragraphs are none.

    Args:
        found: what differs, in order.
        sides: the words of both texts.
    """
    starts = tuple(frozenset(side.lines) for side in sides)
    count = 0
    for stretch in _touching(found):
        here, there = (
            sum(place in begin for place in range(span.start, span.end + 1))
            for span, begin in zip((stretch.earlier, stretch.later), starts, strict=True)
        )
        count += abs(there - here - stretch.lines)
    return count


def _touching(found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches with nothing between them as one, with the lines that it has more."""
    last: Stretch | None = None
    for each in found:
        more = each.lines if len(each.later) else -each.lines
        if last and last.earlier.end == each.earlier.start and last.later.end == each.later.start:
            both = Span(last.earlier.start, each.earlier.end), Span(last.later.start, each.later.end)
            last = Stretch(*both, last.lines + more)
            continue
        if last:
            yield last
        last = Stretch(each.earlier, each.later, more)
    if last:
        yield last


def revisions_of(telling: Telling) -> tuple[Revision, ...]:
    """The edits as they are told.

    Args:
        telling: what differs, and where it stands.

    Returns:
        In the order of the delivered text; marks and numbers of headings behind all others.
    """
    moves = _moves(telling)
    arrived = set(moves.values())
    told = [
        (
            moves.get(place, place),
            _moved(telling, place, moves[place]) if place in moves else _plain(telling, place),
        )
        for place in range(len(telling.found))
        if place not in arrived
    ]
    told.sort(key=lambda each: each[1].extent in MINOR)
    numbers = {
        place: number for number, (place, each) in enumerate(told, start=1) if each.extent not in MINOR
    }
    return tuple(
        replace(each, number=number, follows=_followed(telling, place, numbers) if place in numbers else 0)
        for number, (place, each) in enumerate(told, start=1)
    )


def _followed(telling: Telling, place: int, numbers: dict[int, int]) -> int:
    """The number of the revision that put in at the same place what stands right before; 0 where none did."""
    if not place:
        return 0
    last, this = telling.found[place - 1], telling.found[place]
    is_one_place = last.earlier == this.earlier and not len(this.earlier)
    is_next = is_one_place and last.later.end == this.later.start and bool(last.lines) is bool(this.lines)
    return numbers.get(place - 1, 0) if is_next else 0


def _moves(telling: Telling) -> dict[int, int]:
    """Which deletion and which addition are one thing that moved, the likest first."""
    gone = [place for place, each in enumerate(telling.found) if len(each.earlier) and not len(each.later)]
    come = [place for place, each in enumerate(telling.found) if len(each.later) and not len(each.earlier)]
    forms = {place: bare_form(telling.words(telling.found[place])[0]) for place in gone}
    forms |= {place: bare_form(telling.words(telling.found[place])[1]) for place in come}
    near: list[tuple[float, int, int]] = []
    for i in gone:
        for j in come:
            shorter, longer = sorted((len(forms[i]), len(forms[j])))
            if shorter < _SHORTEST_NEAR or shorter * 2 < longer:
                continue
            likeness = ratio(forms[i], forms[j])
            is_long = shorter >= SHORTEST and _is_found(telling, i)
            if likeness >= MOVED and (is_long or (likeness == 1 and _are_near(telling, i, j))):
                near.append((-likeness, i, j))
    moves: dict[int, int] = {}
    for _, i, j in sorted(near):
        if i not in moves and j not in moves.values():
            moves[i] = j
    return moves


def _is_found(telling: Telling, gone: int) -> bool:
    """Whether what went is found without the words beside it, which are not quoted of a move."""
    here = telling.found[gone]
    return here.lines > 0 or stands_alone(telling.sides[0], here.earlier)


def _are_near(telling: Telling, gone: int, come: int) -> bool:
    """Whether the same few words left a paragraph and came into it, found there, and meant the same."""
    here, there = telling.found[gone], telling.found[come]
    return (
        telling.position(0, here.earlier.start) == telling.earlier_position(there)
        and _is_found(telling, gone)
        and not changes_of(telling, (here, there))
    )


def _plain(telling: Telling, place: int) -> Revision:
    """An addition, a deletion or a change."""
    stretch, sides = telling.found[place], telling.sides
    kind, shown = RevisionKind.CHANGED, (stretch.earlier, stretch.later)
    after = before = Span(stretch.earlier.start, stretch.earlier.start)
    extent = extent_of(telling, stretch)
    marks = telling.mark(0, stretch.earlier.start), telling.mark(1, stretch.later.start)
    if extent is Extent.NUMBERING and all(map(len, marks)):
        shown = marks  # （七）, not 七
    elif len(stretch.earlier) and len(stretch.later):
        shown = _with_context(telling, place)
    else:
        kind = RevisionKind.DELETED if len(stretch.earlier) else RevisionKind.ADDED
        after, before = _found_by(telling, stretch)
    return Revision(
        0, kind, extent, (_step(stretch, sides),), sides[0].printed(shown[0]),
        sides[1].printed(shown[1]), sides[0].printed(after), sides[0].printed(before),
        telling.earlier_position(stretch), telling.later_position(stretch), stretch.lines,
        kind is RevisionKind.ADDED and _at_start(telling, stretch, after, before),
        changes=() if extent is Extent.NUMBERING else changes_of(telling, (stretch,)),
    )  # fmt: skip


def _found_by(telling: Telling, stretch: Stretch) -> tuple[Span, Span]:
    """The words after which, or else before which, something comes or goes."""
    side = 0 if len(stretch.earlier) else 1
    span, words = (stretch.earlier, stretch.later)[side], telling.sides[0]
    nothing = Span(stretch.earlier.end, stretch.earlier.end)
    if side == 0 and (stretch.lines or stands_alone(words, span)):
        return nothing, nothing
    opens = telling.opens(0, stretch.earlier.start) if side == 0 else telling.opens_both(stretch)
    after = anchor(words, stretch.earlier.start, opens=opens)
    closes = side == 1 and not opens and telling.opens(0, stretch.earlier.start)
    if stretch.lines or closes:
        return after, nothing
    behind = words_behind(telling.sides[side], span, stretch.earlier.end)
    if len(behind):
        return nothing, behind
    if len(after) and not stands_once(words, after):
        behind = words_behind(telling.sides[side], span, stretch.earlier.end, anywhere=True)
        if len(behind) and stands_once(words, behind):
            return nothing, behind
    return after, nothing


def _at_start(telling: Telling, stretch: Stretch, after: Span, before: Span) -> bool:
    """Whether what is put in is told as coming first: in its paragraph, or before it."""
    if stretch.lines:
        return telling.precedes(stretch)
    return not len(after) and not len(before)


def _moved(telling: Telling, gone: int, come: int) -> Revision:
    here, there = telling.found[gone], telling.found[come]
    sides = telling.sides
    after = anchor(sides[0], there.earlier.start, opens=telling.opens_both(there))
    within: tuple[Edit, ...] = ()
    if not telling.same_words(here.earlier, there.later):
        way = way_between(sides, (here.earlier, there.later), telling.clause_pair)
        within = tuple(_printed(step, sides) for step in way)
    lines = here.lines if here.lines == there.lines else 0
    destination = Span(there.earlier.start, there.earlier.start)
    return Revision(
        0, RevisionKind.MOVED, Extent.PARAGRAPHS if lines else Extent.WORDS,
        (_step(here, sides), _step(there, sides)), sides[0].printed(here.earlier),
        sides[1].printed(there.later), sides[0].printed(after), sides[0].printed(destination),
        telling.earlier_position(here), telling.later_position(there), lines,
        _at_start(telling, there, after, destination), 0 if lines else there.lines, within=within,
        target=telling.earlier_position(there), changes=changes_of(telling, (here, there)),
    )  # fmt: skip


def _with_context(telling: Telling, place: int) -> tuple[Span, Span]:
    """What was changed with the rest of its phrase on both sides, which are the same there."""
    stretch, (words, _) = telling.found[place], telling.sides
    before = telling.found[place - 1].earlier.end if place else 0
    after = telling.found[place + 1].earlier.start if place + 1 < len(telling.found) else len(words.form)
    left = context_before(words, stretch.earlier.start, before)
    right = context_after(words, stretch.earlier.end, after)
    return (
        Span(stretch.earlier.start - left, stretch.earlier.end + right),
        Span(stretch.later.start - left, stretch.later.end + right),
    )
