"""The tidy tables as CSV and Parquet files."""

import io
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from compare.model import Comparison
from reports.formats import TableFormat
from reports.rows.summary import summarize
from reports.tables.catalogue import TABLES, frame
from reports.tables.dictionary import Entry, dictionary, whole_dictionary
from reports.tables.model import Table
from reports.tables.whole import WHOLE_TABLES, whole_frame
from reports.words.language import Language

if TYPE_CHECKING:
    import polars as pl

# Without it a spreadsheet takes UTF-8 for the charset of the machine.
_BYTE_ORDER_MARK = "\ufeff".encode()
# What a spreadsheet would run. Parquet holds such texts as they stand.
_FORMULA = r"^[=+\-@\t\r]"
DICTIONARY = "dictionary"


def render_table(table: Table[Any], comparison: Comparison, target: TableFormat) -> bytes:
    """One table over all pairs of a comparison as a file."""
    return table_bytes(frame(table, [summarize(pair) for pair in comparison.pairs]), target)


def render_tables(comparison: Comparison, target: TableFormat) -> dict[str, bytes]:
    """Every table, and the data dictionary, by the names of their files.

    Args:
        comparison: a later report against one or more earlier ones.
        target: the format of the files.

    Returns:
        File name → content. CSV is UTF-8 with a byte order mark, its lines end as RFC 4180 has them, and a
        text that a spreadsheet would take for a formula has an apostrophe in front.
    """
    summaries = [summarize(pair) for pair in comparison.pairs]
    frames = {table.name: frame(table, summaries) for table in TABLES}
    frames |= {table.name: whole_frame(table, comparison) for table in WHOLE_TABLES}
    frames[DICTIONARY] = dictionary_frame(whole_dictionary)
    return {f"{name}.{target}": table_bytes(each, target) for name, each in frames.items()}


def dictionary_frame(entries: Callable[[str], Iterable[Entry]] = dictionary) -> "pl.DataFrame":
    """The data dictionary as a table: one row for each column of each table, in both languages.

    Args:
        entries: gives the columns, worded in a language.
    """
    import polars as pl

    rows = [
        (
            *(zh.table, zh.column, zh.kind.value, zh.label, en.label, zh.description, en.description),
            "; ".join(
                f"{key} = {label}/{other}"
                for (key, label), (_, other) in zip(zh.words, en.words, strict=True)
            ),
        )
        for zh, en in zip(entries(Language.ZH), entries(Language.EN), strict=True)
    ]
    heads = ("table", "column", "kind", "label_zh", "label_en", "about_zh", "about_en", "words")
    return pl.DataFrame(rows, schema=dict.fromkeys(heads, pl.String), orient="row")


def table_bytes(rows: "pl.DataFrame", target: TableFormat, *, for_spreadsheets: bool = True) -> bytes:
    """A frame as a file; see `render_tables`.

    Args:
        rows: the frame.
        target: the format.
        for_spreadsheets: whether CSV begins with a byte order mark and has apostrophes before formulas;
            without, it holds what Parquet holds, for statistics packages.
    """
    import polars as pl
    import polars.selectors as cs

    if target is TableFormat.PARQUET:
        written = io.BytesIO()
        rows.write_parquet(written, compression="zstd")
        return written.getvalue()
    mark = b""
    if for_spreadsheets:
        mark, text = _BYTE_ORDER_MARK, cs.string()
        rows = rows.with_columns(
            pl.when(text.str.contains(_FORMULA)).then("'" + text).otherwise(text).name.keep()
        )
    return mark + rows.write_csv(line_terminator="\r\n").encode()
