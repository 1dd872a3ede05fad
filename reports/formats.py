"""What an output can be asked for besides its format; apart from what writes it: --help loads little."""

from enum import StrEnum


class TableFormat(StrEnum):
    """The formats of a folder of tables."""

    CSV = "csv"
    PARQUET = "parquet"


class PictureFormat(StrEnum):
    """The formats of a folder of charts."""

    PNG = "png"
    SVG = "svg"


class PlotlyFrom(StrEnum):
    """Where a page has plotly.js from, which draws its charts."""

    INLINE = "inline"
    CDN = "cdn"
