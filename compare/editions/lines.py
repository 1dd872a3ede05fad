"""The lines of a text that are compared, and where in it each stands."""

from collections.abc import Sequence

from msgspec import Struct

from compare.editions.model import Position, Uncompared
from compare.editions.typesetting import line_form
from corpora.model import Level, Role, Span, Unit, WorkReport


class Line(Struct, frozen=True):
    """One printed line of a text: a paragraph or a heading.

    Attributes:
        span: where it stands.
        role: of the unit that it begins with, a salutation aside; frame where there is none.
        position: how a reader finds it.
        mark: the stretch of the enumeration mark that it opens with; empty when it has none.
        is_heading: nothing but a heading stands on it.
    """

    span: Span
    role: Role
    position: Position
    mark: Span
    is_heading: bool


def lines_of(report: WorkReport) -> tuple[Line, ...]:
    """All lines of a text, in order; each is counted within the section that it stands in.

    Args:
        report: the text.
    """
    sections = {unit.id: unit for unit in report.units if unit.level is Level.SECTION}
    found: list[Line] = []
    counted: dict[tuple[tuple[str, ...], bool], int] = {}
    first = next((unit.span.start for unit in sections.values()), len(report.text))
    start = at = 0
    for number, text in enumerate(report.text.split("\n"), start=1):
        span = Span(start, start + len(text))
        start = span.end + 1
        while at < len(report.units) and report.units[at].span.end <= span.start:
            at += 1
        unit = _unit_of(report.units[at:], span)
        if unit is None:
            nowhere = Position((), 0, number)
            found.append(Line(span, Role.FRAME, nowhere, Span(span.start, span.start), is_heading=False))
            continue
        path = _path(unit, sections)
        is_heading = (
            unit.level is Level.SECTION
            and unit.span.end <= span.end
            and not report.text[unit.body : span.end].strip("。： \u3000")
        )
        closing = not path and span.start > first
        place = counted.get((path, closing), 0) + (not is_heading)
        # a salutation is a line of its own in one setting and opens its paragraph in another
        if unit.role is not Role.FRAME:
            counted[path, closing] = place
        position = Position(path, 0 if is_heading else place, number, closing)
        mark_end = unit.span.start + len(unit.number or "")
        mark = Span(unit.span.start, mark_end if unit.span.start <= span.start + 2 else unit.span.start)
        found.append(Line(span, unit.role, position, mark, is_heading))
    return tuple(found)


def _unit_of(units: Sequence[Unit], line: Span) -> Unit | None:
    """The unit that a line begins with, behind a salutation."""
    first: Unit | None = None
    for unit in units:
        if unit.span.start >= line.end:
            break
        first = first or unit
        if unit.role is not Role.FRAME:
            return unit
    return first


def _path(unit: Unit, sections: dict[str, Unit]) -> tuple[str, ...]:
    """Ids of the sections around a unit, itself included if it is one, the outermost first."""
    path: list[str] = []
    around = unit.id if unit.id in sections else unit.parent
    while around:
        path.append(around)
        around = sections[around].parent if around in sections else None
    return tuple(reversed(path))


def compared_lines(
    earlier: Sequence[Line], later: Sequence[Line], texts: tuple[WorkReport, WorkReport]
) -> tuple[tuple[tuple[Line, ...], tuple[Line, ...]], tuple[Uncompared, ...]]:
    """Which lines are compared, and which are no part of the report.

    What stands before the report's first line and behind its last one is frame: title, date line, captions. A
    salutation between them is compared, since it may be printed as a line or in one; and so is a line of the
    frame that stands in the other report's body, or with which its first line begins: a salutation. Annexes
    are compared where both texts have them: a booklet may come without.

    Args:
        earlier: all lines of the delivered text.
        later: all lines of the adopted text.
        texts: the texts.

    Returns:
        The lines of both sides that are compared, and what is left out, told only where the other text does
        not have the same line.
    """
    sides = earlier, later
    annexed = all(any(line.role is Role.APPENDIX for line in side) for side in sides)
    outside = frozenset({Role.FRAME} if annexed else {Role.FRAME, Role.APPENDIX})
    forms = [
        [line_form(text.quote(line.span)) for line in side] for side, text in zip(sides, texts, strict=True)
    ]
    insides = [_inside(side, outside) for side in sides]
    bodies = [{found[place] for place in inside} for found, inside in zip(forms, insides, strict=True)]
    salutations = [
        _salutations(forms[side], insides[side], forms[1 - side], insides[1 - side]) for side in (0, 1)
    ]
    kept: list[tuple[Line, ...]] = []
    left: list[Uncompared] = []
    for side, name in enumerate(("earlier", "later")):
        lines, found, there = sides[side], forms[side], frozenset(forms[1 - side])
        compared = {
            place
            for place, form in enumerate(found)
            if form and (place in insides[side] or form in bodies[1 - side] or place in salutations[side])
        }
        kept.append(tuple(lines[place] for place in sorted(compared)))
        for role in outside:
            spans = tuple(
                line.span
                for place, (line, form) in enumerate(zip(lines, found, strict=True))
                if form and line.role is role and place not in compared and form not in there
            )
            if spans:
                left.append(Uncompared(name, role.value, spans))
    return (kept[0], kept[1]), tuple(sorted(left, key=lambda each: (each.side, each.reason)))


def _inside(lines: Sequence[Line], outside: frozenset[Role]) -> frozenset[int]:
    """Places of the lines that belong to the report, salutations between them included."""
    body = [place for place, line in enumerate(lines) if line.role not in outside]
    between = range(body[0], body[-1] + 1) if body else range(0)
    return frozenset(body) | {place for place in between if lines[place].role is Role.FRAME}


def _salutations(
    forms: Sequence[str], inside: frozenset[int], other: Sequence[str], other_inside: frozenset[int]
) -> range:
    """Places of lines right before the report's first one with which the other report's first line begins."""
    if not inside or not other_inside:
        return range(0)
    first, line = min(inside), other[min(other_inside)]
    lines = [place for place in range(first) if forms[place]]
    for place in reversed(lines):
        said = "".join(forms[place:first])
        if len(said) < len(line) and line.startswith(said):
            return range(place, first)
    return range(0)
