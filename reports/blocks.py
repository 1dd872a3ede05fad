"""The few kinds of block that the text outputs are made of.

`reports.change_view` and `reports.outline_view` word what is shown as blocks; the terminal and Markdown only
lay blocks out. So both show the same facts, and neither knows what a priority is.
"""

from msgspec import Struct

from reports.words.vocabulary import Tone


class Heading(Struct, frozen=True):
    """A heading; level 1 opens a document, 2 a part, 3 a group inside it."""

    text: str
    level: int = 2


class Paragraph(Struct, frozen=True):
    """Running text, worded by us."""

    text: str
    tone: Tone = Tone.QUIET


class Item(Struct, frozen=True):
    """One entry of a numbered list.

    Attributes:
        symbol: one character for its kind.
        text: a sentence.
        tone: what its colour says.
        quotes: (whose text, quote) pairs that show it.
    """

    symbol: str
    text: str
    tone: Tone = Tone.QUIET
    quotes: tuple[tuple[str, str], ...] = ()


class Items(Struct, frozen=True):
    """A numbered list, counted from `start`."""

    items: tuple[Item, ...]
    start: int = 1


class Column(Struct, frozen=True):
    """A column; a flexible one shares the width and wraps, the others are as wide as their cells."""

    title: str
    flexible: bool = False
    right: bool = False


class Row(Struct, frozen=True):
    """One row; `tone` colours its cells."""

    cells: tuple[str, ...]
    tone: Tone = Tone.QUIET


class Table(Struct, frozen=True):
    """A table; `more` is a sentence about rows that are not listed, or empty."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    more: str = ""


class Node(Struct, frozen=True):
    """A line of a tree: a text, indented by its depth, and a short note beside it."""

    depth: int
    text: str
    note: str = ""
    strong: bool = False


class Tree(Struct, frozen=True):
    """Indented lines."""

    nodes: tuple[Node, ...] = ()


Block = Heading | Paragraph | Items | Table | Tree
