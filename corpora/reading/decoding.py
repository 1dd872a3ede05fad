"""Bytes to text: byte-order mark first, then strict UTF-8, then what the file declares, then a guess.

A label of the GB family is read as GB18030, which holds the others.
"""

import codecs

from corpora.errors import UsageError
from corpora.reading.decoded import DecodedText

# The commonest characters of official Chinese, simplified and traditional. A wrong charset turns Chinese
# into rare characters, so the share of these tells the right one (they make up 15-25 % of any report).
_COMMON = frozenset(
    "的和业发展国人工大政一全经民会在年产社进中建加设农实改行革强济生大業發國經會產進設實強濟"
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# gb18030 holds GB2312 and GBK; listed first so that it wins a tie
_GUESSES = ("gb18030", "big5", "big5hkscs", "utf-16-le", "utf-16-be")
_DAMAGED_GUESSES = ("utf-8", "gb18030")
_LEAST_SHARE = 0.05  # below this share of common characters a decoding is no Chinese text
_MOST_BAD = 0.01  # of a text's characters that may be unreadable: cut downloads and junk, no wrong charset
# What pages and people call them, where Python's codec of that name knows fewer characters.
_WIDER = dict.fromkeys(("gb2312", "gbk", "cp936", "x-gbk", "gb_2312-80"), "gb18030")


def decode(content: bytes, *, encoding: str | None = None, declared: str | None = None) -> DecodedText | None:
    r"""Decode the bytes of a text file.

    Args:
        content: the whole file.
        encoding: the user's word for the charset, which wins.
        declared: what the file itself says, which counts where it is neither marked nor UTF-8.

    Returns:
        The text with `\n` line ends and the name of the charset, or None when the bytes are no text.

    Raises:
        UsageError: no charset is called `encoding`, or the bytes are not in it.
    """
    if encoding is not None:
        return _as_told(content, encoding)
    for mark, name in _BOMS:
        if content.startswith(mark):
            return _decoded(content, name)
    if b"\0" not in content:
        as_utf8 = _decoded(content, "utf-8")
        if as_utf8:
            return as_utf8
    if declared and (as_declared := _decoded(content, _WIDER.get(declared.lower(), declared))):
        return as_declared
    return _likeliest(content, _GUESSES, "strict") or _likeliest(content, _DAMAGED_GUESSES, "replace")


def _likeliest(content: bytes, names: tuple[str, ...], errors: str) -> DecodedText | None:
    guesses = [found for name in names if (found := _decoded(content, name, errors))]
    best = max(guesses, key=lambda found: _share_of_common(found.text), default=None)
    return best if best and is_chinese(best.text) else None


def _as_told(content: bytes, encoding: str) -> DecodedText:
    name = _WIDER.get(encoding.lower(), encoding)
    try:
        b"a\0".decode(name, "ignore")
    except (LookupError, ValueError):
        raise UsageError(
            f"--encoding {encoding}: there is no such charset", "Use utf-8, gb18030, big5 or utf-16"
        ) from None
    found = _decoded(content, name)
    if found is None:
        raise UsageError(f"--encoding {encoding}: the file is not in this charset", "Leave the option out")
    return found


def _decoded(content: bytes, encoding: str, errors: str = "strict") -> DecodedText | None:
    try:
        text = content.decode(encoding, errors)
    except (UnicodeError, LookupError):
        return None
    if "\0" in text or text.count("\ufffd") > _MOST_BAD * len(text):
        return None
    return DecodedText(text.replace("\r\n", "\n").replace("\r", "\n"), encoding)


def is_chinese(text: str) -> bool:
    """Whether a text has the characters that every official Chinese text is made of."""
    return _share_of_common(text) >= _LEAST_SHARE


def _share_of_common(text: str) -> float:
    sample = [character for character in text[:20_000] if not character.isspace()]
    return sum(character in _COMMON for character in sample) / len(sample) if sample else 0.0
