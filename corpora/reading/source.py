"""Opens a file and hands its bytes to the reader of its format, told by its first bytes."""

import hashlib
import os
import re
from pathlib import Path, PurePath

from corpora.errors import SourceError
from corpora.model import Source
from corpora.reading.archive import SEPARATOR, names_inside, read_member
from corpora.reading.decoded import DecodedText
from corpora.reading.decoding import decode, is_chinese
from corpora.reading.html import declared_charset, looks_like_html, read_html
from corpora.reading.kinds import refuse_known_kind, refuse_known_zip

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WEB_PAGE = re.compile(r"\.s?html?$|\.xhtml$", re.IGNORECASE)
_IN_ARCHIVE = re.compile(rf"(?P<archive>.+?\.zip){SEPARATOR}(?P<inner>.+)", re.IGNORECASE | re.DOTALL)
_DOCUMENTS = {".docx": "the Word document", ".doc": "the Word document", ".pdf": "the PDF"}
_AS_DOCX = "Open it and save it as .docx or .txt"
_LARGEST_FILE = 100_000_000  # bytes; the longest report known has under 300,000
_LONGEST_TEXT = 2_000_000  # characters; the longest report known has 60,000


def read_source(path: str | Path, *, encoding: str | None = None) -> Source:
    """Read a file's text without any interpretation.

    Args:
        path: a .txt, .md, .html, .docx, .doc or .pdf file, a .zip with one of them in it, or one of several
            in an archive as `archive.zip!inner name`.
        encoding: the charset of a text file or web page, where it is told wrongly.

    Returns:
        The source with its decoded text.

    Raises:
        SourceError: the file is missing, empty, broken or of a kind that cannot be read.
        UsageError: there is no such charset, or the file is not in it.
    """
    file, inner = parts_of(str(path))
    return as_source(file, content_of(file), inner=inner, encoding=encoding)


def parts_of(name: str) -> tuple[str, str | None]:
    """The file to open, and the name inside it where it is an archive: `archive.zip!inner name`."""
    inside = _IN_ARCHIVE.fullmatch(name)
    if inside is None or os.path.lexists(name):  # a file may be called so
        return name, None
    return inside["archive"], inside["inner"]


def as_source(name: str, content: bytes, *, inner: str | None = None, encoding: str | None = None) -> Source:
    """A file's bytes as a source; see `read_source`.

    Args:
        name: the file as the user named it.
        content: all of it.
        inner: of an archive, the file inside that is meant.
        encoding: the user's word for the charset.
    """
    if _is_archive(name, content):
        name, content = read_member(name, content, inner)
        if _is_archive(name, content):
            raise SourceError(name, "is an archive inside an archive", "Unpack it yourself")
    elif inner is not None:
        raise SourceError(name, "is no archive", "Name it without what stands behind the !")
    form, decoded = _decoded(name, content, encoding)
    if not decoded.text.strip():
        raise SourceError(name, "there is no text in it", "Check that you saved the report's text into it")
    if len(decoded.text) > _LONGEST_TEXT:
        raise SourceError(name, f"holds more than {_LONGEST_TEXT:,} characters", "Is it really a report?")
    digest = hashlib.sha256(content).hexdigest()
    return Source(name, digest, form, decoded.encoding, decoded.text, decoded.outside)


def content_of(name: str) -> bytes:
    """All bytes of a file.

    Raises:
        SourceError: it is missing, empty, far too large, or cannot be opened.
    """
    path = Path(name)
    try:
        if path.is_dir():
            raise _is_folder(name, path)
        if path.stat().st_size > _LARGEST_FILE:
            raise SourceError(name, "is larger than 100 MB", "Is it really a report?")
        content = path.read_bytes()
    except FileNotFoundError:
        raise SourceError(name, "there is no such file", "Check the spelling and the folder") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise SourceError(name, f"cannot be opened ({reason})", "Check its name and permissions") from None
    if not content:
        raise SourceError(name, "the file is empty", "Download or save it again")
    return content


def _is_folder(name: str, path: Path) -> SourceError:
    if path.is_symlink():
        return SourceError(name, "is a link to a folder, which is not followed", "Name one report inside it")
    if not os.access(path, os.R_OK | os.X_OK):
        return SourceError(name, "is a folder that cannot be opened", "Check its name and permissions")
    return SourceError(name, "is a folder, not a file", "Name one report inside it")


def _is_archive(name: str, content: bytes) -> bool:
    """Whether the content is a zip archive that is no document.

    Raises:
        SourceError: it is a document of a known format that is not read.
    """
    if not content.startswith(_ZIP):
        return False
    inside = names_inside(content)
    refuse_known_zip(name, inside)
    if not inside:
        return PurePath(name).suffix.lower() not in {".docx", ".docm"}
    return "[Content_Types].xml" not in inside and not any(each.startswith("word/") for each in inside)


def _decoded(name: str, content: bytes, encoding: str | None) -> tuple[str, DecodedText]:
    """The format and the text."""
    if content.startswith(_ZIP):
        from corpora.reading.docx import read_docx

        return "docx", DecodedText(read_docx(name, content))
    if content.startswith(_OLE):
        from corpora.reading.doc import read_doc

        return "doc", read_doc(name, content)
    if b"%PDF-" in content[:1024]:
        from corpora.reading.pdf import read_pdf

        return "pdf", read_pdf(name, content)
    refuse_known_kind(name, content)
    decoded = decode(content, encoding=encoding, declared=declared_charset(content))
    suffix = PurePath(name).suffix.lower()
    if suffix in _DOCUMENTS and not (decoded and is_chinese(decoded.text)):
        raise SourceError(name, f"{_DOCUMENTS[suffix]} is broken and cannot be opened", _AS_DOCX)
    if decoded is None:
        raise SourceError(
            name,
            "is not a text file in a charset that can be told",
            "Save it as UTF-8 text or as .docx, or tell the charset with --encoding",
        )
    if looks_like_html(decoded.text) or (_WEB_PAGE.search(name) and "<" in decoded.text):
        return "html", read_html(name, content, encoding)
    if suffix in {".md", ".markdown"}:
        from corpora.reading.markdown import mark_markdown

        return "md", mark_markdown(decoded)
    return "txt", decoded
