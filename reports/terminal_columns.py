"""How many terminal cells each column of a table takes, so that no figure is cut.

Columns that do not fit as wide as they are share the width, none narrower than what stays readable in it. A
table that cannot have even that is no table at this width.
"""

import re

from rich.cells import cell_len

from reports.blocks import Table
from reports.wrapping import FIGURE

COMFORTABLE = 20  # cells: what a wrapping column should have before the other columns must wrap as well
_LEAST_FLEXIBLE = 12  # six Han characters a line: below, a sentence runs down the page
_LEAST_TEXT = 8  # labels such as 仅序号变 and `reworded`
_LONGEST_WORD = 12  # Latin words up to here stay whole; in titles as well
_NO_WORDS = re.compile(r"[\W\d_]*")
_WORD = re.compile(r"[A-Za-z]+")


def column_widths(block: Table, room: int) -> list[int] | None:
    """The cells of each column.

    Args:
        block: a table.
        room: cells for all columns, the gaps between them not counted.

    Returns:
        A width for each column, none narrower than its widest figure, and no more than `room` together; None
        when they cannot stand side by side.
    """
    natural = [max(map(_widest_line, cells)) for cells in _cells_by_column(block)]
    least = [min(wanted, width) for wanted, width in zip(_least_widths(block), natural, strict=True)]
    flexible = [index for index, column in enumerate(block.columns) if column.flexible]
    fixed = sum(width for index, width in enumerate(natural) if index not in flexible)
    wanted = sum(max(least[index], min(natural[index], COMFORTABLE)) for index in flexible)
    if fixed + wanted <= room:
        return _shared(natural, least, flexible, room - fixed)
    if sum(least) <= room:
        return _shared(natural, least, list(range(len(natural))), room)
    return None


def _shared(natural: list[int], least: list[int], sharing: list[int], room: int) -> list[int]:
    """Columns that share a room: narrower ones come first, what they leave over goes to the wider ones."""
    widths = list(natural)
    order = sorted(sharing, key=lambda index: natural[index])
    for position, index in enumerate(order):
        kept = sum(least[other] for other in order[position + 1 :])
        share = max(room // (len(order) - position), least[index])
        widths[index] = min(natural[index], share, room - kept)
        room -= widths[index]
    return widths


def _cells_by_column(block: Table) -> list[tuple[str, ...]]:
    titles = (column.title for column in block.columns)
    return list(zip(titles, *(row.cells for row in block.rows), strict=True))


def _least_widths(block: Table) -> list[int]:
    found = []
    for column, (title, *cells) in zip(block.columns, _cells_by_column(block), strict=True):
        is_figures = column.right or all(map(_NO_WORDS.fullmatch, cells))
        body = (
            [_widest_line(cell) for cell in cells] if is_figures else [_least_of_text(cell) for cell in cells]
        )
        least = 0 if is_figures else _LEAST_FLEXIBLE if column.flexible else _LEAST_TEXT
        found.append(max(least, _least_of_text(title), *body, 2 * len(title[:2])))
    return found


def _least_of_text(text: str) -> int:
    figures = (cell_len(found) for found in FIGURE.findall(text))
    words = (min(len(word), _LONGEST_WORD) for word in _WORD.findall(text))
    return max((*figures, *words), default=0)


def _widest_line(text: str) -> int:
    return max(map(cell_len, text.split("\n")))
