"""Blocks → Markdown (GitHub's flavour: tables), without any HTML.

Report text is escaped, so that a bar or an asterisk in a report stays a bar or an asterisk.
"""

import re
from collections.abc import Iterable

from reports.blocks import Block, Heading, Items, Paragraph, Row, Table, Tree

_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]<>|#~]")
# At the start of a line `+`, `-` and `1.` would open a list, `=` would underline a heading.
_OPENS_A_BLOCK = re.compile(r"^(\d*)([-+=]|(?<=\d)[.)])")


def render_markdown(blocks: Iterable[Block]) -> str:
    """Lay blocks out as Markdown.

    Args:
        blocks: what to show.

    Returns:
        The document, with a final line end.
    """
    return "\n\n".join(_render(block) for block in blocks) + "\n"


def escaped(text: str) -> str:
    """Report text as one line of Markdown that shows it as it stands."""
    return _MEANS_SOMETHING.sub(r"\\\g<0>", " ".join(text.split()))


def _render(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {escaped(block.text)}"
        case Paragraph():
            return _OPENS_A_BLOCK.sub(r"\1\\\2", escaped(block.text))
        case Items():
            return "\n".join(_item_lines(block))
        case Table():
            return _table(block)
        case Tree():
            return "\n".join(
                f"{'  ' * node.depth}- {_strong(escaped(node.text), on=node.strong)}"
                + (f" ({escaped(node.note)})" if node.note else "")
                for node in block.nodes
            )


def _strong(text: str, *, on: bool) -> str:
    return f"**{text}**" if on and text else text


def _item_lines(block: Items) -> Iterable[str]:
    for number, item in enumerate(block.items, start=block.start):
        mark = f"{number}. "
        yield f"{mark}{escaped(item.text)}"
        for side, quote in item.quotes:
            yield f"{' ' * len(mark)}- {escaped(side)}: {escaped(quote)}"


def _table(block: Table) -> str:
    head = Row(tuple(column.title for column in block.columns))
    rule = "| " + " | ".join("---:" if column.right else "---" for column in block.columns) + " |"
    lines = [_line(head), rule, *(_line(row) for row in block.rows)]
    return "\n".join(lines) + (f"\n\n{escaped(block.more)}" if block.more else "")


def _line(row: Row) -> str:
    # Several headings in one cell stand on one line each in a terminal; a Markdown cell has only one line.
    return "| " + " | ".join(" / ".join(map(escaped, cell.split("\n"))) for cell in row.cells) + " |"
