"""Bytes to text: byte-order mark first, then strict UTF-8, then the likeliest Chinese charset."""

import codecs

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
_GUESSES = ("gb18030", "big5", "utf-16-le", "utf-16-be")
_LEAST_SHARE = 0.05  # below this share of common characters a decoding is no Chinese text


def decode(content: bytes) -> tuple[str, str] | None:
    r"""Decode the bytes of a text file.

    Args:
        content: the whole file.

    Returns:
        The text with `\n` line ends and the name of the charset, or None when the bytes are no text.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _decoded(content, encoding)
    if b"\0" not in content:
        as_utf8 = _decoded(content, "utf-8")
        if as_utf8:
            return as_utf8
    guesses = [found for name in _GUESSES if (found := _decoded(content, name))]
    best = max(guesses, key=lambda found: _share_of_common(found[0]), default=None)
    return best if best and _share_of_common(best[0]) >= _LEAST_SHARE else None


def _decoded(content: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _share_of_common(text: str) -> float:
    sample = [character for character in text[:20_000] if not character.isspace()]
    return sum(character in _COMMON for character in sample) / len(sample) if sample else 0.0
