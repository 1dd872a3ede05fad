"""What the command line lets one choose from; apart, so that --help loads nothing else."""

from enum import StrEnum


class Pairs(StrEnum):
    """Which pairs of a place's reports are compared."""

    CONSECUTIVE = "consecutive"
    FIRST = "first"
    ALL = "all"


class BatchFormat(StrEnum):
    """The formats of the tables."""

    PARQUET = "parquet"
    CSV = "csv"
    XLSX = "xlsx"
