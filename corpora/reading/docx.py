"""Word documents (.docx): the text of their paragraphs, one line each, in document order."""

import io
import zipfile

from corpora.errors import SourceError
from corpora.reading.kinds import refuse_our_document

_LARGEST_TEXT = 50_000_000  # bytes of all parts unpacked; a report has under one million: a zip bomb
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BROKEN_HINT = "Open it in a word processor and save it again as .docx, or copy its text into a .txt file"


def read_docx(name: str, content: bytes) -> str:
    r"""The text of a Word document.

    Deleted text of tracked changes is skipped, inserted text is kept; tables give one line per paragraph of
    a cell.

    Args:
        name: the file as the user named it, for messages.
        content: the whole file.

    Returns:
        Paragraphs separated by `\n`.

    Raises:
        SourceError: the file is broken, unpacks to an absurd size, or is a result of ours.
    """
    from docx import Document

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked <= _LARGEST_TEXT:
            document = Document(io.BytesIO(content))
            body, author = document.element.body, document.core_properties.author
    except Exception as error:  # a broken package makes python-docx stumble in any way
        raise SourceError(name, "the Word document is broken and cannot be opened", _BROKEN_HINT) from error
    if unpacked > _LARGEST_TEXT:
        raise SourceError(name, "the document unpacks to more than 50 MB", "Is it really a report?")
    refuse_our_document(name, author)
    return "\n".join(_paragraph_text(each) for each in body.iter(f"{_WORD}p"))


def _paragraph_text(paragraph: object) -> str:
    """The text of one `w:p`, without paragraphs nested in text boxes (they come up on their own)."""
    pieces: list[str] = []
    pending = list(reversed(list(paragraph)))  # type: ignore[call-overload]
    while pending:
        node = pending.pop()
        if node.tag in {f"{_WORD}t", f"{_WORD}noBreakHyphen"}:
            pieces.append(node.text or "-")
        elif node.tag == f"{_WORD}tab":
            pieces.append("\t")
        elif node.tag in {f"{_WORD}br", f"{_WORD}cr"}:
            pieces.append("\n")
        elif node.tag not in {f"{_WORD}del", f"{_WORD}p", _FALLBACK}:
            pending.extend(reversed(list(node)))
    return "".join(pieces)
