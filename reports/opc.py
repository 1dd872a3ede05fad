"""What .xlsx and .docx have in common: text that XML can hold, and packages that are the same bytes twice.

Both are zip archives of XML parts (Open Packaging Conventions, ECMA-376 part 2).
"""

import io
import re
import zipfile

# Characters that XML 1.0 cannot hold, not even as escapes, lone surrogates among them.
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"
_CORE = "docProps/core.xml"
# When a file was made is no fact about the reports, and would make the same input give other bytes.
_DATES = re.compile(rb"<(dcterms:(?:created|modified))\b[^>]*>[^<]*</\1>")
# The earliest time a zip archive knows.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def xml_text(text: str) -> str:
    """Text with what XML cannot hold replaced by U+FFFD, so that its place is seen."""
    return _NOT_XML.sub(_REPLACEMENT, text)


def repacked(package: bytes) -> bytes:
    """A package without times: no date among its properties, no time stamp on its parts.

    Args:
        package: an .xlsx or .docx as its library wrote it.

    Returns:
        The same parts in the same order; the same parts give the same bytes.
    """
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == _CORE:
                part = _DATES.sub(b"", part)
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.create_system = 0  # otherwise the system it was made on
            new.writestr(entry, part, zipfile.ZIP_DEFLATED, compresslevel=6)
    return result.getvalue()
