"""A report taken to pieces and put together again in another order or with other words."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from corpora.model import Level, Origin, Role, Span, Unit, WorkReport

_FEWEST_SIBLINGS = 4  # sections of the plan; of fewer it is open which one has moved
_FARTHEST = 2  # ranks: a section moved by one could as well have been passed by its neighbour

Below = Callable[[int], int]


class Draft(Struct, frozen=True):
    """A unit of a report to be composed.

    Attributes:
        key: its name among the drafts.
        unit: level, role, number, heading and text; its id, span, body and depth are made anew.
        parent: key of the section it will stand in, or None.
        sources: ids of the original's units whose content it has.
        planted: where in its text a number or negation was changed.
        is_number: whether that was a number.
    """

    key: str
    unit: Unit
    parent: str | None
    sources: tuple[str, ...]
    planted: Span | None = None
    is_number: bool = False


def drafts_of(original: WorkReport) -> Iterator[Draft]:
    """The units of a report as drafts, in reading order."""
    for unit in original.units:
        yield Draft(unit.id, unit, unit.parent, (unit.id,))


def retext(draft: Draft, text: str) -> Draft:
    """A draft with another text; it keeps number and heading as far as the text still begins with them."""
    unit = draft.unit
    front = (unit.number or "") + (unit.heading or "")
    heading = unit.heading if text.startswith(front) else None
    return replace(draft, unit=replace(unit, text=text, heading=heading))


def compose(original: WorkReport, drafts: Sequence[Draft]) -> tuple[WorkReport, dict[str, str]]:
    """Put drafts together to a report.

    Args:
        original: place, year and the other facts are its own.
        drafts: in reading order; sections before what stands in them.

    Returns:
        The report, and its units' ids by key.
    """
    ids: dict[str, str] = {}
    depths: dict[str, int] = {}
    counts = dict.fromkeys(Level, 0)
    units, texts, start = [], [], 0
    for draft in drafts:
        unit = draft.unit
        counts[unit.level] += 1
        ids[draft.key] = f"{unit.level.value[0]}{counts[unit.level]}"
        depths[draft.key] = depths.get(draft.parent, -1) + 1 if draft.parent else 0
        end = start + len(unit.text)
        body = min(start + max(unit.body - unit.span.start, 0), end)
        placed = replace(
            unit,
            id=ids[draft.key],
            parent=ids[draft.parent] if draft.parent else None,
            span=Span(start, end),
            body=body,
            depth=depths[draft.key],
        )
        units.append(placed)
        texts.append(unit.text)
        start = end + 1
    text = "\n".join(texts)
    origin = Origin((0,), (0,))
    return replace(original, text=text, units=tuple(units), origin=origin, left_out=()), ids


def move_section(drafts: list[Draft], below: Below) -> tuple[list[Draft], str | None]:
    """Give a section of the plan another rank, at least two away; the printed numbers stay in order.

    Args:
        drafts: in reading order.
        below: chooses.

    Returns:
        The drafts in their new order, and the key of the section, or None where the plan has too few.
    """
    siblings = _plan_sections(drafts)
    if len(siblings) < _FEWEST_SIBLINGS:
        return drafts, None
    old = below(len(siblings))
    ranks = [rank for rank in range(len(siblings)) if abs(rank - old) >= _FARTHEST]
    new = ranks[below(len(ranks))]
    blocks = [_block(drafts, key) for key in siblings]
    first = drafts.index(blocks[0][0])
    last = drafts.index(blocks[-1][-1])
    numbers = [block[0].unit.number for block in blocks]
    key = siblings[old]
    blocks.insert(new, blocks.pop(old))
    inside = [
        draft
        for block, number in zip(blocks, numbers, strict=True)
        for draft in (_renumbered(block[0], number), *block[1:])
    ]
    return drafts[:first] + inside + drafts[last + 1 :], key


def _plan_sections(drafts: Sequence[Draft]) -> list[str]:
    """The sections of the plan that stand beside each other under one part, most of all parts'."""
    families: dict[str, list[str]] = {}
    for draft in drafts:
        if draft.unit.level is Level.SECTION and draft.unit.role is Role.PLAN and draft.parent:
            families.setdefault(draft.parent, []).append(draft.key)
    largest = max(families.values(), key=len, default=[])
    if not largest:
        return []
    covered = [draft.key for key in largest for draft in _block(drafts, key)]
    keys = [draft.key for draft in drafts]
    first = keys.index(covered[0])
    return largest if keys[first : first + len(covered)] == covered else []


def _block(drafts: Sequence[Draft], key: str) -> list[Draft]:
    """A section and all that stands in it."""
    inside = {key}
    block = []
    for draft in drafts:
        if draft.key == key or draft.parent in inside:
            inside.add(draft.key)
            block.append(draft)
    return block


def _renumbered(draft: Draft, number: str | None) -> Draft:
    old = draft.unit.number
    if not old or not number or not draft.unit.text.startswith(old):
        return draft
    text = number + draft.unit.text[len(old) :]
    return replace(draft, unit=replace(draft.unit, number=number, text=text))
