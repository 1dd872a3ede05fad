"""Printed lines of a PDF, and pages set in two columns: what a reader reads first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

_SHARE = 0.25  # of all lines that start in the right half, from which there is a second column
_CROSSING = 0.2  # of the left half's lines that may reach into it: titles
_OFTEN = 0.2  # share of the commonest line start from which a place is a line start, no accident
_NEAR = 3.0  # points within which line starts are the same


class Line(Struct, frozen=True):
    """A printed line: its text and box, in points from the lower left corner of the page.

    Attributes:
        follows: whether it stands behind a wide gap in one line with the piece before it.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    follows: bool = False


def in_reading_order(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines as they are read.

    Args:
        pages: the lines of each page, in the order in which they are drawn, cut at wide gaps.

    Returns:
        Where the text has one column, the same pages with their lines whole again; where it has two, the
        lines of the second as if they stood in the first, on a page of their own.
    """
    columns = _columns([line for page in pages for line in page])
    if columns is None:
        return [_whole_lines(page) for page in pages]
    first, second = columns
    return [list(_page_in_order(page, first, second)) for page in pages]


def _whole_lines(page: Sequence[Line]) -> list[Line]:
    lines: list[Line] = []
    for line in page:
        if line.follows and lines:
            before = lines[-1]
            lines[-1] = replace(before, text=f"{before.text} {line.text}", right=line.right)
        else:
            lines.append(line)
    return lines


def _columns(lines: Sequence[Line]) -> tuple[float, float] | None:
    """Where the lines of two columns start, or None where there is one."""
    if not lines:
        return None
    middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
    right_half = [line for line in lines if line.left > middle]
    left_half = [line for line in lines if line.left <= middle]
    if len(right_half) < _SHARE * len(lines) or not left_half:
        return None
    first, second = _usual_start(left_half), _usual_start(right_half)
    crossing = sum(line.right > second for line in left_half)
    return (first, second) if crossing <= _CROSSING * len(left_half) else None


def _usual_start(lines: Sequence[Line]) -> float:
    starts = Counter(round(line.left) for line in lines)
    often = _OFTEN * max(starts.values())
    return float(min(place for place, count in starts.items() if count >= often))


def _page_in_order(page: Sequence[Line], first: float, second: float) -> Iterator[Line]:
    """Column by column between the lines that go across both."""
    block: list[Line] = []
    for line in sorted(page, key=lambda line: -line.bottom):
        if line.left < second - _NEAR and line.right > second + _NEAR:
            yield from _block_in_order(block, first, second)
            block.clear()
            yield replace(line, page=2 * line.page)
        else:
            block.append(line)
    yield from _block_in_order(block, first, second)


def _block_in_order(block: Sequence[Line], first: float, second: float) -> Iterator[Line]:
    for line in block:
        if line.left < second - _NEAR:
            yield replace(line, page=2 * line.page)
    shift = second - first
    for line in block:
        if line.left >= second - _NEAR:
            yield replace(line, page=2 * line.page + 1, left=line.left - shift, right=line.right - shift)
