"""The formats of histories and searches, and where each result goes."""

from enum import StrEnum
from typing import TYPE_CHECKING

from reports.formats import TableFormat
from reports.output import STANDARD_OUTPUT, suffix_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reports.blocks import Block
    from reports.tables.history import TidyTable


class FindFormat(StrEnum):
    """What a search can be printed as."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"
    CSV = "csv"


class HistoryFormat(StrEnum):
    """What a history can be printed as."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


SUFFIXES = {".txt": "text", ".md": "md", ".json": "json", ".csv": "csv", ".parquet": "parquet"}
HISTORY_SUFFIXES = {**SUFFIXES, ".xlsx": "xlsx", ".html": "html", ".htm": "html"}


def placed(
    outputs: list[str] | None, chosen: StrEnum | None, suffixes: dict[str, str]
) -> list[tuple[str, str]]:
    """(path, format) pairs: the files named, and standard output when asked for or nothing is named.

    Args:
        outputs: what --output says.
        chosen: what --format says.
        suffixes: the format that each suffix chooses.

    Raises:
        UsageError: a suffix chooses none.
    """
    files = [path for path in outputs or [] if path != STANDARD_OUTPUT]
    found = [(path, suffixes[suffix_of(path, suffixes)]) for path in files]
    if chosen is not None or not files or STANDARD_OUTPUT in (outputs or []):
        found.append((STANDARD_OUTPUT, chosen.value if chosen else HistoryFormat.TEXT.value))
    return found


def as_prose(
    view: "Callable[[int | None], Sequence[Block]]", target: str, path: str, width: int | None, on_screen: int
) -> str:
    """A result in words, as Markdown or text.

    Args:
        view: makes the blocks; it is told how many of each to list, None for all.
        target: the format.
        path: where it goes.
        width: columns of the text, or None.
        on_screen: how many of each a terminal lists.
    """
    from reports.cli.console import as_text
    from reports.markdown import render_markdown

    if target == HistoryFormat.MARKDOWN:
        return render_markdown(view(None))
    return as_text(tuple(view(on_screen if path == STANDARD_OUTPUT else None)), path, width)


def as_table(table: "TidyTable", target: str) -> bytes:
    """A tidy table as the bytes of a CSV or Parquet file."""
    from reports.tables.files import table_bytes
    from reports.tables.history import frame_of

    return table_bytes(frame_of(table), TableFormat(target))
