"""The frames of task clauses: connective + adverbs + verbs + what they govern.

`要 | 进一步 | 完善 | 社会保障体系`: the formulation is what is governed, alone or with its verb. Only the
closed classes of `lexicon` are used; quoted text is masked first, so that nothing inside a slogan is taken
for a frame.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from compare.formulations.lexicon import (
    ADVERBS,
    ADVERBS_BEFORE_VERBS,
    LEADS,
    NOUN_VERBS,
    NOUNS_WITH_EARTH,
    QUANTITIES,
    VERBS,
)

UNSTRIPPED = 4  # expressions of up to four characters are set as they stand (系统集成, 协同配合)
_SHORTEST_REST = 3  # what a stripped word leaves behind is at least this long, or the word stays
_SHORTEST_OBJECT = 2
_MOST_VERBS = 2  # 推动建设, 支持和鼓励
_LONGEST_QUOTE = 24  # a quotation longer than this is speech and not a slogan
_AFTER_VERBS = frozenset({"好", "起"})  # 落实好, 凝聚起
_EDGES = " 　、-"  # before a clause: an indent, a rest of a list, -- for ——
_MASK = "\x00"

QUOTATION = re.compile(
    rf"“[^“”\n]{{1,{_LONGEST_QUOTE}}}”|《[^《》\n]{{1,{_LONGEST_QUOTE}}}》|‘[^‘’\n]{{1,{_LONGEST_QUOTE}}}’"
)
# A comma between digits is part of the number; some texts have Western punctuation throughout.
_BORDERS = r"，。；：！？!?;:,\n…—（）()●◆■"
_CLAUSE = re.compile(rf"[^{_BORDERS}]+(?:(?<=\d),(?=\d)[^{_BORDERS}]+)*")
_HALF = re.compile("性(?![能别质价命])|侧(?!重)")  # what stands before it is half of a word: 保障性, 供给侧
_ENUMERATION = re.compile(r"[一二三四五六七八九十\d]+[.、．]|[一二三四五六七八九十]+(?:是|要)(?!否)")
_SHORT_LEADS = frozenset(word for word in LEADS if len(word) == 1)
_ByFirst = dict[str, tuple[str, ...]]  # the words that begin with a character, the longest first


def _by_first(words: frozenset[str]) -> _ByFirst:
    return {
        first: tuple(
            sorted((word for word in words if word[0] == first), key=lambda word: (-len(word), word))
        )
        for first in {word[0] for word in words}
    }


_LEADS, _ADVERBS = _by_first(LEADS), _by_first(ADVERBS)
_QUANTITY_FIRSTS = frozenset(word[0] for word in QUANTITIES)


class Frame(Struct, frozen=True, gc=False):
    """What stands before what a clause is about.

    Attributes:
        start: offset after connectives and adverbs, where the verbs begin.
        verbs: the one or two verbs.
        core: offset of what they govern.
    """

    start: int
    verbs: tuple[str, ...]
    core: int


class Clause(Struct, frozen=True, gc=False):
    """A clause without its connectives.

    Attributes:
        start: offset after the connectives, where adverbs and verbs begin.
        core: offset of what its verbs govern.
        end: offset after its last character.
    """

    start: int
    core: int
    end: int


def masked(text: str) -> str:
    """The text with the inside of its short quotations made unreadable; same length."""
    return QUOTATION.sub(
        lambda found: found.group()[0] + _MASK * (len(found.group()) - 2) + found.group()[-1], text
    )


def clause_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each clause of a masked text, without the punctuation between them."""
    for found in _CLAUSE.finditer(text):
        yield found.span()


@lru_cache(maxsize=4096)  # units: a report is the later one of a pair, then the earlier one of the next
def open_clauses(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text masked, and of each clause the offset after its connectives and the one after its end.

    Args:
        text: a unit's text, as it stands.
    """
    hidden = masked(text)
    return hidden, tuple((skip_leads(hidden, start, end), end) for start, end in clause_spans(hidden))


@lru_cache(maxsize=4096)  # as above
def read_frames(text: str) -> tuple[Frame, ...]:
    """The frame of each of the open clauses of a text."""
    hidden, opened = open_clauses(text)
    return tuple(read_frame(hidden, start, end, end) for start, end in opened)


@lru_cache(maxsize=4096)  # as above
def read_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a text in reading order, each with the offset of what its verbs govern."""
    hidden, opened = open_clauses(text)
    found: list[Clause] = []
    for (start, closing), frame in zip(opened, read_frames(text), strict=True):
        end = closing
        while end > start and hidden[end - 1] in " 　":
            end -= 1
        if end - start > 1:
            core = frame.core if end == closing else read_frame(hidden, start, end, end).core
            found.append(Clause(start, core, end))
    return tuple(found)


def read_frame(text: str, start: int, adverbs_end: int, end: int) -> Frame:
    """The frame at the start of a clause.

    Args:
        text: a masked text.
        start: where the clause begins, after its connectives.
        adverbs_end: where its adverbs end at the latest.
        end: where it ends.
    """
    begin = skip_adverbs(text, start, adverbs_end)
    return Frame(begin, *read_verbs(text, begin, end))


def skip_leads(text: str, start: int, end: int) -> int:
    """The offset after enumeration marks, connectives and modals."""
    while start < end and text[start] in _EDGES:
        start += 1
    found = _ENUMERATION.match(text, start, end)
    position = found.end() if found else start
    while (word := _word_at(_LEADS, text, position, end)) and not _word_at(_ADVERBS, text, position, end):
        position += len(word)
    while position < end and text[position] in _EDGES:
        position += 1
    return position


def skip_adverbs(text: str, start: int, end: int) -> int:
    """The offset after the adverbs that colour the verb, with their 地."""
    position = start
    while end - position > UNSTRIPPED and (word := _word_at(_ADVERBS, text, position, end)):
        after = position + len(word)
        if (
            text[after] == "的"
            or _HALF.match(text, after)
            or (word in ADVERBS_BEFORE_VERBS and not is_plain_verb(text[after : after + 2]))
        ):
            break  # 科学的评估体系, 系统性风险, 优化服务改革: no adverb there
        position = after
        if text[position] == "地" and text[position + 1] not in NOUNS_WITH_EARTH:
            position += 1
    return position


def read_verbs(text: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """The one or two verbs at an offset, and the offset of what they govern."""
    verbs: list[str] = []
    position, joined = start, False
    while len(verbs) < _MOST_VERBS and end - position - 2 >= _SHORTEST_OBJECT:
        word = text[position : position + 2]
        if (
            word not in VERBS
            or _HALF.match(text, position + 2)
            or (word in NOUN_VERBS and not joined and (verbs or _is_noun(text, position)))
        ):
            break
        verbs.append(word)
        position += 2
        joined = (
            text[position] in "和并、与"
            and text[position + 1 : position + 3] in VERBS
            and end - position > UNSTRIPPED
        )
        position += joined
    if verbs and text[position : position + 1] in _AFTER_VERBS and end - position > _SHORTEST_REST:
        position += 1
    if text[position : position + 1] in _QUANTITY_FIRSTS:
        position = _skip_quantity(text, position, end)
    return tuple(verbs), position


def is_plain_verb(word: str) -> bool:
    """Whether a word is a frame verb that does not also name things."""
    return word in VERBS and word not in NOUN_VERBS


def _is_noun(text: str, position: int) -> bool:
    """Whether a word that is verb and noun is a noun there (规划的重大工程, 监管和执法)."""
    following = text[position + 2 : position + 3]
    return following == "的" or (following in "、和与" and text[position + 3 : position + 5] not in VERBS)


def _skip_quantity(text: str, position: int, end: int) -> int:
    for length in (3, 2):
        if text[position : position + length] in QUANTITIES and end - position - length >= _SHORTEST_REST:
            return position + length
    return position


def _word_at(words: _ByFirst, text: str, position: int, end: int) -> str | None:
    """The longest of the words at the position that leaves enough behind it."""
    known = words.get(text[position]) if position < end else None
    if known is None:
        return None  # as at most places
    room = end - position - _SHORTEST_REST
    for word in known:
        if len(word) <= room and text.startswith(word, position):
            return word if len(word) > 1 or frame_follows(text, position + 1, end) else None
    return None


def frame_follows(text: str, position: int, end: int) -> bool:
    """Whether a verb or an adverb begins at the position, or a verb after one more short lead (要再压减)."""
    if text[position : position + 2] in VERBS:
        return True
    if text[position] in _SHORT_LEADS and text[position + 1 : position + 3] in VERBS:
        return True
    room = end - position - _SHORTEST_REST
    return any(
        1 < len(word) <= room and text.startswith(word, position) for word in _ADVERBS.get(text[position], ())
    )
