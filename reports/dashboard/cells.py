"""Tables of the page as cells, which one macro shows."""

from msgspec import Struct

from reports.dashboard.quotes import Quote
from reports.dashboard.views import Badge


class Cell(Struct, frozen=True):
    """A cell: a badge, a quote that leads to its place, or words of ours; a dash when all are empty.

    Attributes:
        text: words of ours; with a quote, what is shown instead of its words.
        language: tag of the text's language where it is quoted from a text that is not on the page.
        bar: (tone, count) of the pieces of a bar that shows what the numbers beside it say.
    """

    text: str = ""
    badge: Badge | None = None
    quote: Quote | None = None
    number: bool = False
    bar: tuple[tuple[str, int], ...] = ()
    language: str = ""


class CellTable(Struct, frozen=True):
    """A table; `title` is the summary it folds under, or empty for one that stands open.

    Attributes:
        kinds: for each row the filters that show it; empty for a table that is not filtered.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kinds: tuple[str, ...] = ()
