"""Quoted slogans and titles, each with the noun that it names: “内卷式”竞争, “三北”工程标志性战役."""

import re
from collections.abc import Iterator

from compare.formulations.frames import QUOTATION, is_plain_verb
from compare.formulations.lexicon import ADVERBS, ADVERBS_BEFORE_VERBS, HEADS, NOUN_VERBS, PERIODS

_LONGEST_TAIL = 8  # of the noun
_REST = re.compile(r"[^，。；：！？,;:!?\n（）()]*")
_TAIL = re.compile(rf"[^、的，在和与及并是为到从向以\x00等]{{1,{_LONGEST_TAIL}}}(?=[、的和与及并等]|$)")


def quotations(text: str) -> Iterator[tuple[int, int, int]]:
    """Start and end of each quotation of a masked text, and the end of the noun it names, if any."""
    for found in QUOTATION.finditer(text):
        start, end = found.span()
        rest = _REST.match(text, end)
        tail = _TAIL.match(rest.group()) if rest else None
        following = text[end + tail.end() : end + tail.end() + 1] if tail else ""
        yield start, end, end + (_noun_length(tail.group(), following) if tail else 0)


def _noun_length(tail: str, following: str) -> int:
    """How much of what follows a quotation belongs to its noun: up to the first verb, adverb or quotation.

    Before 的 only a noun that is known to close names counts: in 时期新的 the last word belongs to what
    follows.
    """
    length = len(tail)
    for position in range(len(tail)):
        word = tail[position : position + 2]
        if (
            tail[position] in "“《‘"
            or is_plain_verb(word)
            or (word in ADVERBS and word not in ADVERBS_BEFORE_VERBS)
        ):
            length = position
            break
    if following == "的" and length == len(tail) and tail[-2:] not in HEADS | NOUN_VERBS:
        return 0
    return 0 if tail.startswith(PERIODS) else length
