"""Word documents of the years before 2007 (.doc), and what WPS Office writes in the same container.

The text lies in pieces of the stream `WordDocument`, in the order that the piece table of the table stream
tells: [MS-DOC] 2.4.1, retrieving text. Fields show their result, not their instruction.
"""

import io
import re
import struct
from typing import TYPE_CHECKING

from corpora.errors import SourceError
from corpora.reading.decoded import DecodedText

if TYPE_CHECKING:
    from olefile import OleFileIO

_HINT = "Open it in a word processor and save it as .docx, or copy its text into a .txt file"
_LENGTH_OF_TEXT, _PIECE_TABLE = 0x4C, 0x1A2  # offsets in the file information block
_ENCRYPTED, _USES_TABLE_1, _IS_WORD = 0x0100, 0x0200, 0xA5EC
_BYTES_AN_ENTRY = 12  # of the piece table: 4 for a position, 8 for a descriptor
_MOST_CHARACTERS = 10_000_000
_LINE_ENDS = str.maketrans({"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x07": "\n", "\x0e": "\n", "\x1e": "-"})
_INSTRUCTION = re.compile(r"\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))")
_NO_TEXT = re.compile(r"[\x00-\x08\x0f-\x1f]")
_PROTECTED = ("is protected by a password", "Remove the password and save it again")
_KINDS = (  # stream that gives the kind away, what to say
    ("EncryptedPackage", *_PROTECTED),
    ("Workbook", "is a table of old Excel (.xls)", "Copy the report's text into a .txt or .docx file"),
    ("Book", "is a table of old Excel (.xls)", "Copy the report's text into a .txt or .docx file"),
    ("PowerPoint Document", "is a presentation (.ppt)", "Copy the report's text into a .txt or .docx file"),
)


def read_doc(name: str, content: bytes) -> DecodedText:
    r"""The text of a Word 97-2003 document.

    Args:
        name: the file as the user named it, for messages.
        content: the whole file.

    Returns:
        Paragraphs separated by `\n`; cells of tables and manual line breaks give lines of their own.

    Raises:
        SourceError: it is broken, protected, or another kind of document in the same container.
    """
    document, table = _streams(name, content)
    try:
        text = _text(document, table)
    except (struct.error, IndexError, ValueError) as error:
        raise SourceError(name, "the Word document (.doc) is broken and cannot be opened", _HINT) from error
    while (shown := _INSTRUCTION.sub("", text)) != text:  # fields stand inside fields
        text = shown
    return DecodedText(_NO_TEXT.sub("", text.translate(_LINE_ENDS)))


def _streams(name: str, content: bytes) -> tuple[bytes, bytes]:
    """The document stream and its table stream."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            return _streams_of(name, container)
    except SourceError:
        raise
    except Exception as error:  # olefile lets through whatever a broken container makes it stumble over
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise SourceError(name, *_PROTECTED) from error
        raise SourceError(name, "the document (.doc) is broken and cannot be opened", _HINT) from error


def _streams_of(name: str, container: "OleFileIO") -> tuple[bytes, bytes]:
    for stream, problem, hint in _KINDS:
        if container.exists(stream):
            raise SourceError(name, problem, hint)
    if not container.exists("WordDocument"):
        kind = "is a WPS or Office document of a kind that cannot be read (.wps, .et, .dps …)"
        raise SourceError(name, kind, "Open it in WPS Office or Word and save it as .docx")
    document = container.openstream("WordDocument").read()
    (flags,) = struct.unpack_from("<H", document, 0x0A)
    if flags & _ENCRYPTED:
        raise SourceError(name, *_PROTECTED)
    return document, container.openstream("1Table" if flags & _USES_TABLE_1 else "0Table").read()


def _text(document: bytes, table: bytes) -> str:
    if struct.unpack_from("<H", document)[0] != _IS_WORD:
        raise ValueError("no Word document")
    (length,) = struct.unpack_from("<I", document, _LENGTH_OF_TEXT)
    start, size = struct.unpack_from("<II", document, _PIECE_TABLE)
    pieces = _piece_table(table[start : start + size])
    count = (len(pieces) - 4) // _BYTES_AN_ENTRY
    borders = struct.unpack_from(f"<{count + 1}I", pieces)
    if length > _MOST_CHARACTERS or list(borders) != sorted(borders):
        raise ValueError("no piece table")
    found: list[str] = []
    for index in range(count):
        (place,) = struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * index + 2)
        characters = min(borders[index + 1], length) - min(borders[index], length)
        found.append(_piece(document, place, characters))
    return "".join(found)


def _piece(document: bytes, place: int, characters: int) -> str:
    """One piece: bit 30 of its place says that it is stored with one byte a character, at half the place."""
    if place & 0x40000000:
        start = (place & 0x3FFFFFFF) // 2
        return document[start : start + characters].decode("cp1252", "replace")
    return document[place : place + 2 * characters].decode("utf-16-le", "replace")


def _piece_table(clx: bytes) -> bytes:
    """The piece table behind any number of property lists (kind 1) in front of it."""
    position = 0
    while clx[position] == 1:
        position += 3 + int(struct.unpack_from("<H", clx, position + 1)[0])
    if clx[position] != 2:  # noqa: PLR2004 - the format's mark of the table itself
        raise ValueError("no piece table")
    (size,) = struct.unpack_from("<I", clx, position + 1)
    return clx[position + 5 : position + 5 + size]
