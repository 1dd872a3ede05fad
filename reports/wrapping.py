"""Lines of mixed Chinese and Latin text, no wider than a number of terminal cells.

A Han character takes two cells and a line may end after any of them, but a line must not begin with closing
punctuation nor end with opening punctuation (GB/T 15834); a Latin word or a number stays whole while it fits.
Rich breaks at blanks only and folds the rest anywhere.
"""

import re

from rich.cells import cell_len

# A number as it is printed, with its sign and what groups its digits: never cut while it fits into a line.
FIGURE = re.compile(r"[+\u2212-]?[0-9０-９]+(?:[.,．][0-9０-９]+)*[%％]?")
# Runs that stay together: Latin words and numbers with their signs, arrows, and single characters otherwise.
_PIECE = re.compile(
    r"(?:[+\u2212-](?=[0-9０-９]))?[0-9０-９A-Za-z][0-9０-９A-Za-z.,．:/%％+_'-]*|->|\s+|.", re.DOTALL
)
_PART_OF_PIECE = re.compile(rf"{FIGURE.pattern}|.", re.DOTALL)
NEVER_FIRST = frozenset("，。、；：！？）》〉」』】〕”’…—·％%)]},.;:!?")
NEVER_LAST = frozenset("（《〈「『【〔“‘([{")


def wrap(text: str, width: int) -> tuple[str, ...]:
    """Break a text into lines.

    Args:
        text: any text; its own line ends are kept.
        width: cells a line may take, at least 2.

    Returns:
        At least one line; joined, they are the text but for white space at line ends.
    """
    return tuple(line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, width))


def _wrap_paragraph(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for piece in _clusters(paragraph, width):
        cells = cell_len(piece)
        if used + cell_len(piece.rstrip()) > width and line.strip():
            lines.append(line.rstrip())
            piece = piece.lstrip()  # noqa: PLW2901 - a blank at the border is spent by the line end
            line, used, cells = "", 0, cell_len(piece)
        line += piece
        used += cells
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _clusters(paragraph: str, width: int) -> list[str]:
    """Pieces between which a line may end; one wider than a line is cut into figures and characters."""
    clusters: list[str] = []
    for piece in _PIECE.findall(paragraph):
        before = clusters[-1] if clusters else ""
        sticks = bool(before) and (piece[0] in NEVER_FIRST or before[-1] in NEVER_LAST)
        if sticks and cell_len(before + piece) <= width:
            clusters[-1] = before + piece
        elif cell_len(piece) > width:
            clusters.extend(
                part
                for found in _PART_OF_PIECE.findall(piece)
                for part in ((found,) if cell_len(found) <= width else found)
            )
        else:
            clusters.append(piece)
    return clusters
