"""Texts in traditional characters, read by their simplified form and quoted as they stand."""

from functools import cache
from typing import TYPE_CHECKING

from corpora.language.chinese import TRADITIONAL_ONLY

if TYPE_CHECKING:
    from opencc import OpenCC

_SAMPLE = 20_000  # characters that are looked at
_LEAST_SHARE = 0.01  # of them that exist in traditional writing only; a name or a quotation has fewer


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters."""
    sample = text[:_SAMPLE]
    return sum(character in TRADITIONAL_ONLY for character in sample) > _LEAST_SHARE * len(sample)


def simplified(text: str) -> str:
    """A text in simplified characters, one for one, so that offsets hold in both.

    Only characters are exchanged (`t2s`), not words: 資訊 becomes 资讯, not 信息.

    Args:
        text: in traditional characters.

    Returns:
        A text of the same length; the same text where that cannot be had.
    """
    converted = str(_converter().convert(text))
    return converted if len(converted) == len(text) else text


@cache
def _converter() -> "OpenCC":
    """Loading its tables takes a tenth of a second."""
    from opencc import OpenCC

    return OpenCC("t2s")
