"""Blocks → text for a terminal, 80 columns wide unless told otherwise.

Report text is never read as markup. Columns are measured in terminal cells, and no box-drawing character is
used: terminals with Chinese fonts draw those two cells wide, which would bend every table.
"""

from collections.abc import Iterable
from io import StringIO

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from reports.blocks import Block, Heading, Items, Paragraph, Table, Tree
from reports.terminal_columns import COMFORTABLE, column_widths
from reports.words.vocabulary import Tone
from reports.wrapping import wrap

DEFAULT_WIDTH = 80
NARROWEST = 40
_INDENT = 2
_GAP = 2

# Blue and yellow rather than green and red: in China red is not "bad", and colour-blind readers see the pair.
_STYLES = {
    Tone.NEW: "blue",
    Tone.GONE: "yellow",
    Tone.CHANGED: "cyan",
    Tone.MOVED: "magenta",
    Tone.RETURNING: "bright_blue",
    Tone.SAME: "dim",
    Tone.QUIET: "",
}
_RULE_UNDER_HEAD = Box(
    "    \n    \n -- \n    \n    \n    \n    \n    \n",
    ascii=True,
)


def render_terminal(blocks: Iterable[Block], *, width: int = DEFAULT_WIDTH, colour: bool = False) -> str:
    """Lay blocks out for a terminal.

    Args:
        blocks: what to show.
        width: columns of the terminal; narrower ones than 40 are taken as 40.
        colour: whether to write colour and weight as ANSI codes; plain text otherwise.

    Returns:
        The text, with a final line end; no line is wider than `width` and none ends with a blank.
    """
    width = max(width, NARROWEST)
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        for position, block in enumerate(blocks):
            if isinstance(block, Heading) and position:
                console.print("\n" if block.level == 1 else "")
            _print(console, block, width)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _print(console: Console, block: Block, width: int) -> None:
    match block:
        case Heading():
            _print_heading(console, block, width)
        case Paragraph():
            _print_lines(console, wrap(block.text, width - _INDENT), _STYLES[block.tone])
        case Items():
            _print_items(console, block, width)
        case Table():
            _print_table(console, block, width)
        case Tree():
            _print_tree(console, block, width)


def _print_lines(console: Console, lines: Iterable[str], style: str = "", indent: int = _INDENT) -> None:
    for line in lines:
        console.print(Padding(Text(line, style=style, no_wrap=True, overflow="ignore"), (0, 0, 0, indent)))


def _print_heading(console: Console, heading: Heading, width: int) -> None:
    lines = wrap(heading.text, width)
    _print_lines(console, lines, "bold", indent=0)
    if heading.level == 1:
        _print_lines(console, ("=" * min(width, max(map(cell_len, lines))),), indent=0)


def _print_items(console: Console, block: Items, width: int) -> None:
    digits = len(str(block.start - 1 + len(block.items)))
    for number, item in enumerate(block.items, start=block.start):
        mark = f"{number:>{digits}} {item.symbol} "
        first, *others = wrap(item.text, width - _INDENT - len(mark))
        text = Text(mark, style=_STYLES[item.tone])
        text.append(first, style="default")
        console.print(Padding(text, (0, 0, 0, _INDENT)))
        _print_lines(console, others, indent=_INDENT + len(mark))
        for side, quote in item.quotes:
            _print_labelled(console, side, quote, _INDENT + len(mark), "dim")


def _print_table(console: Console, block: Table, width: int) -> None:
    room = width - _INDENT
    widths = column_widths(block, room - _GAP * (len(block.columns) - 1))
    if widths:
        console.print(Padding(_side_by_side(block, widths), (0, 0, 0, _INDENT)))
    else:
        _print_rows_one_by_one(console, block)
    if block.more:
        _print_lines(console, wrap(block.more, room), "dim")


def _side_by_side(block: Table, widths: list[int]) -> RichTable:
    table = RichTable(
        box=_RULE_UNDER_HEAD,
        show_edge=False,
        padding=(0, _GAP - 1, 0, 0),  # the box's invisible divider is the rest of the gap
        pad_edge=False,
        header_style="bold",
    )
    for column, cells in zip(block.columns, widths, strict=True):
        table.add_column(
            _cell(column.title, cells), width=cells, justify="right" if column.right else "left", no_wrap=True
        )
    for row in block.rows:
        table.add_row(
            *(_cell(cell, cells) for cell, cells in zip(row.cells, widths, strict=True)),
            style=_STYLES[row.tone],
        )
    return table


def _print_rows_one_by_one(console: Console, block: Table) -> None:
    """Each row as a small block, a line for each cell that holds something, its column's title before it."""
    for position, row in enumerate(block.rows):
        if position:
            console.print("")
        for column, cell in zip(block.columns, row.cells, strict=True):
            if text := cell.strip():
                _print_labelled(console, column.title, text, _INDENT, _STYLES[row.tone])


def _print_labelled(console: Console, title: str, text: str, indent: int, style: str) -> None:
    """A text behind its label, or below it where too little room would be left beside."""
    width, inner = console.width, indent + cell_len(title) + _GAP
    if width - inner >= min(COMFORTABLE, cell_len(text)):
        first, *others = wrap(text, width - inner)
        _print_lines(console, (title + " " * _GAP + first,), style, indent)
        _print_lines(console, others, style, inner)
        return
    _print_lines(console, wrap(title, width - indent), style, indent)
    _print_lines(console, wrap(text, width - indent - _GAP), style, indent + _GAP)


def _cell(text: str, cells: int) -> Text:
    return Text("\n".join(wrap(text, cells)), no_wrap=True, overflow="fold")


def _print_tree(console: Console, block: Tree, width: int) -> None:
    note_cells = max((cell_len(node.note) for node in block.nodes), default=0)
    text_cells = width - _INDENT - note_cells - _GAP
    table = RichTable.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    table.add_column(width=text_cells, no_wrap=True)
    table.add_column(width=note_cells, no_wrap=True, justify="right")
    for node in block.nodes:
        indent = " " * _INDENT * node.depth
        lines = wrap(node.text, max(text_cells - len(indent), 2))
        text = Text("\n".join(indent + line for line in lines), style="bold" if node.strong else "")
        table.add_row(text, Text(node.note, style="dim"))
    console.print(Padding(table, (0, 0, 0, _INDENT)))
