"""What the reader of a format hands on."""

from msgspec import Struct

from corpora.model import LeftOut


class DecodedText(Struct, frozen=True):
    r"""The text of a file, before any cleaning.

    Attributes:
        text: paragraphs as lines with `\n` ends, in reading order.
        encoding: the charset it was decoded with, None where the format says it itself.
        outside: stretches of `text` that the layout shows to be no text of the report (running heads, the
            frame of a web page), with the reason, ascending.
    """

    text: str
    encoding: str | None = None
    outside: tuple[LeftOut, ...] = ()
