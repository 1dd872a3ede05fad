"""The formats of what fills a folder; apart from what writes them, so that --help need not load that."""

from enum import StrEnum


class TableFormat(StrEnum):
    """The formats of a folder of tables."""

    CSV = "csv"
    PARQUET = "parquet"
