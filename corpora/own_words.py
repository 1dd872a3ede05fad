"""The small files in which users tell what reading cannot know: manifests, aliases."""

from pathlib import Path

from corpora.errors import SourceError
from corpora.reading.decoding import decode


def read_own_words(path: Path, hint: str) -> str:
    """The text of such a file, in whatever charset an office program saved it.

    Args:
        path: where it is.
        hint: what such a file says, for the error.

    Raises:
        SourceError: it cannot be opened, or is no text.
    """
    try:
        decoded = decode(path.read_bytes())
    except OSError as error:
        raise SourceError(str(path), f"cannot be opened ({error.strerror})", hint) from None
    if decoded is None:
        raise SourceError(str(path), "is no text in a charset that can be told", "Save it as UTF-8")
    return decoded.text
