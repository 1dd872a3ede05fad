"""Files that are recognised but not read: what they are, and how to make something readable of them."""

import re
from collections.abc import Iterable

from corpora.errors import SourceError

_RECOGNISE = "Run a text recognition (OCR) on it and save the result as .txt or .docx"
_UNPACK = "Unpack it and name a file inside, or pack it as .zip"
_SAVE = "Open it in the program it was made with and save it as .docx or .txt"
# (how the file begins, what it is, what to do)
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "is a picture (.png)", _RECOGNISE),
    (b"\xff\xd8\xff", "is a picture (.jpg)", _RECOGNISE),
    (b"GIF8", "is a picture (.gif)", _RECOGNISE),
    (b"BM", "is a picture (.bmp)", _RECOGNISE),
    (b"II*\x00", "is a picture (.tif)", _RECOGNISE),
    (b"MM\x00*", "is a picture (.tif)", _RECOGNISE),
    (b"AT&TFORM", "is a scan (.djvu)", _RECOGNISE),
    (b"Rar!\x1a\x07", "is an archive (.rar)", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "is an archive (.7z)", _UNPACK),
    (b"\x1f\x8b", "is an archive (.gz)", _UNPACK),
    (b"{\\rtf", "is a document in Rich Text Format (.rtf)", _SAVE),
    (b"From: <Saved by", "is a web page saved as one file (.mht)", "Save it as a complete page (.html)"),
    (b"MIME-Version:", "is a web page saved as one file (.mht)", "Save it as a complete page (.html)"),
    (b"%!PS", "is a PostScript file", "Convert it to PDF"),
    (b"HM", "is an e-book page file of CNKI (.caj)", "Export it as PDF or text"),
    (b"CAJ", "is an e-book page file of CNKI (.caj)", "Export it as PDF or text"),
)
# (how the name of a file inside begins, what the archive is, what to do)
_ZIP_CONTENTS = (
    ("OFD.xml", "is an OFD document (.ofd)", "Open it in an OFD reader and save it as PDF or copy its text"),
    ("xl/workbook", "is an Excel table (.xlsx)", "Copy the report's text into a .txt or .docx file"),
    ("ppt/presentation", "is a presentation (.pptx)", "Copy the report's text into a .txt or .docx file"),
    ("META-INF/manifest.xml", "is an OpenDocument file (.odt)", _SAVE),
    ("META-INF/container.xml", "is an e-book (.epub)", "Convert it to .docx or .txt"),
)
_MAKER = "crossyear"  # as our pages name their generator and our documents their author
_OUR_PAGE = re.compile(rf"<meta\s+name=[\"']?generator[\"']?\s+content=[\"']?{_MAKER}\b", re.IGNORECASE)
_HEAD = 20_000  # characters in which a page names its generator


def refuse_known_kind(name: str, content: bytes) -> None:
    """Say what a file is that is recognised but not read.

    Raises:
        SourceError: it is one of those.
    """
    for beginning, what, hint in _BEGINNINGS:
        if content.startswith(beginning):
            raise SourceError(name, what, hint)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        raise SourceError(name, "is a picture (.webp)", _RECOGNISE)


def refuse_known_zip(name: str, inside: Iterable[str]) -> None:
    """The same for formats that are zip archives, told by the names of the files inside.

    Raises:
        SourceError: it is one of those.
    """
    names = tuple(inside)
    for beginning, what, hint in _ZIP_CONTENTS:
        if any(each.startswith(beginning) for each in names):
            raise SourceError(name, what, hint)


def refuse_our_page(name: str, text: str) -> None:
    """Refuse a page that we wrote: it quotes whole reports and would be counted as one more of them.

    Raises:
        SourceError: it is one.
    """
    if _OUR_PAGE.search(text[:_HEAD]):
        raise _is_ours(name)


def refuse_our_document(name: str, author: str) -> None:
    """The same for a Word document, told by its author.

    Raises:
        SourceError: it is one.
    """
    if author.startswith(f"{_MAKER} "):
        raise _is_ours(name)


def _is_ours(name: str) -> SourceError:
    return SourceError(name, "is a result of crossyear, no report", "Name the reports that it was made of")
