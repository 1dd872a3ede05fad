"""Opens a file and hands its bytes to the reader of its format, told by its first bytes."""

import hashlib
from pathlib import Path

from corpora.errors import SourceError
from corpora.model import Source
from corpora.reading.decoding import decode
from corpora.reading.docx import read_docx

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode(
    "utf-16-le"
)  # the stream in which Office keeps a password-protected document
_AS_DOCX = "Open it and save it as .docx or .txt"
_LARGEST_FILE = 100_000_000  # bytes; the longest report known has under 300,000


def read_source(path: str | Path) -> Source:
    """Read a file's text without any interpretation.

    Args:
        path: a .txt, .md or .docx file.

    Returns:
        The source with its decoded text.

    Raises:
        SourceError: the file is missing, empty, broken or of a kind that cannot be read.
    """
    name = str(path)
    content = _content(Path(path), name)
    text, form, encoding = _text(name, content)
    if not text.strip():
        raise SourceError(name, "there is no text in it", "Check that you saved the report's text into it")
    return Source(name, hashlib.sha256(content).hexdigest(), form, encoding, text)


def _content(path: Path, name: str) -> bytes:
    if path.is_dir():
        raise SourceError(name, "is a folder, not a file", "Name one report inside it")
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise SourceError(name, "is larger than 100 MB", "Is it really a report?")
        content = path.read_bytes()
    except FileNotFoundError:
        raise SourceError(name, "there is no such file", "Check the spelling and the folder") from None
    except OSError as error:
        raise SourceError(
            name, f"cannot be opened ({error.strerror})", "Check the file's permissions"
        ) from None
    if not content:
        raise SourceError(name, "the file is empty", "Download or save it again")
    return content


def _text(name: str, content: bytes) -> tuple[str, str, str | None]:
    """Text, format and encoding."""
    if content.startswith(_ZIP):
        if b"word/" not in content:
            raise SourceError(
                name, "is an archive without a Word document", "Unpack it and name a file inside"
            )
        return read_docx(name, content), "docx", None
    _refuse_known_kinds(name, content)
    decoded = decode(content)
    if decoded is None:
        raise SourceError(
            name, "is not a text file in a charset that can be told", "Save it as UTF-8 text or as .docx"
        )
    suffix = Path(name).suffix.lower().lstrip(".")
    return decoded[0], "md" if suffix in {"md", "markdown"} else "txt", decoded[1]


def _refuse_known_kinds(name: str, content: bytes) -> None:
    """Say what a file is that we recognise but do not read."""
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise SourceError(name, "is protected by a password", "Remove the password and save it again")
        raise SourceError(name, "is a document of the old Office formats (.doc, .wps, .xls)", _AS_DOCX)
    if content.startswith(b"%PDF-"):
        raise SourceError(
            name, "is a PDF, which this version does not read", "Copy its text into a .txt file"
        )
    if content[:1024].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        raise SourceError(
            name, "is a web page, which this version does not read", "Copy its text into a .txt file"
        )
    if Path(name).suffix.lower() == ".docx":
        raise SourceError(name, "the Word document is broken and cannot be opened", _AS_DOCX)
