"""Cutting running text into pieces that could be named: the objects and list items of its task clauses.

Short clauses stay whole, long ones are cut at 、, at 和 与 及, at 的 and before inner verbs, until a piece
is short enough to be quoted as a formulation.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from compare.formulations.frames import (
    UNSTRIPPED,
    Frame,
    is_plain_verb,
    open_clauses,
    read_frame,
    read_frames,
)
from compare.formulations.lexicon import CLASS_NOUNS, MODALS, SAYING_WORDS, WORDS_WITH_DENG
from compare.formulations.quotations import quotations

LONGEST_PIECE = 14  # characters a reader takes in as one name; longer pieces are cut where they can be
_SHORTEST_PART = 4  # a cut leaves no part shorter than this: 的 and 和 inside short names are part of them
_SHORTEST_PIECE = 2
_SHORTEST_TITLE = 5

# 和 与 及 并 join two parts unless they are part of a word (平和, 参与, 普及, 兼并).
_JOINT = re.compile(
    "以及|(?<![共谐平温饱柔缓祥总])和(?![谐平解气睦])|(?<![参赋])与(?![会时])"
    "|(?<![普涉波惠触危以提顾遍])及(?!时)|(?<![兼合吞])并(?![购重存举行网轨])"
)
_OF = re.compile("的")
_ITEM = re.compile("[^、]+")
_NOT_IN_TOPICS = "的、把使让以为是在对和与及从向由被给就都也不"
_SAYING = "|".join(sorted(MODALS | SAYING_WORDS, key=lambda word: (-len(word), word)))
_TOPIC = re.compile(rf"[^{_NOT_IN_TOPICS}]{{{_SHORTEST_PART},}}?(?=(?![{_NOT_IN_TOPICS}])(?:{_SAYING}))")
_SHORTEST_SAID = 3  # characters that say something of a topic
_NOT_COUNTED = re.compile("[“”‘’《》 ]")
_EDGE = "、 　”’》等的"


class Form(StrEnum):
    """How a piece stands in its clause: the reason for taking it as a formulation, the most telling first."""

    QUOTED = "quoted"
    TITLE = "title"
    RECURRING = "recurring"
    ITEM = "list item"
    VERB_OBJECT = "verb-object"
    OBJECT = "object"
    HEAD = "head"
    TOPIC = "topic"
    CLAUSE = "clause"
    MODIFIER = "modifier"
    PART = "part of a clause"


class Piece(Struct, frozen=True, gc=False):
    """A stretch of a text that could be named.

    Attributes:
        start: offset at which the piece with its verbs begins.
        core: offset at which it begins without its verbs; `start` when there are none.
        end: offset after its last character.
        form: how it stands in its clause.
        verbs: the verbs that govern it.
    """

    start: int
    core: int
    end: int
    form: Form
    verbs: tuple[str, ...]


@lru_cache(maxsize=4096)  # units, as in `frames.open_clauses`
def cut_pieces(text: str) -> tuple[Piece, ...]:
    """All pieces of a text in reading order; a quoted slogan comes also on its own, with the noun it names.

    Args:
        text: a unit's text, as it stands.
    """
    hidden, opened = open_clauses(text)
    pieces = [
        piece
        for (start, end), frame in zip(opened, read_frames(text), strict=True)
        for piece in _clause_pieces(hidden, start, end, frame)
    ]
    for start, end, named in quotations(hidden):
        form = Form.TITLE if hidden[start] == "《" else Form.QUOTED
        if form is Form.TITLE and end - start - 2 < _SHORTEST_TITLE:
            continue  # 《建议》 is known from its context only
        pieces += [Piece(start, start, closing, form, ()) for closing in dict.fromkeys((named, end))]
    fitting = (piece for piece in pieces if piece.end - piece.core >= _SHORTEST_PIECE)
    return tuple(sorted(fitting, key=lambda piece: (piece.start, piece.end)))


def name_length(text: str) -> int:
    """Characters of a name, quotes not counted."""
    if text.isalnum():
        return len(text)  # as most are
    return len(text) - len(_NOT_COUNTED.findall(text))


# -- clauses ---------------------------------------------------------------------------------------


def _clause_pieces(text: str, start: int, end: int, frame: Frame) -> Iterator[Piece]:
    for piece in _frame_pieces(text, start, end, frame):
        yield piece
        topic = _topic_end(text, piece.core, piece.end)
        if topic is not None:
            yield Piece(piece.core, piece.core, topic, Form.TOPIC, piece.verbs)


def _topic_end(text: str, start: int, end: int) -> int | None:
    """Where the topic ends in a stretch that says something of it (网络提速降费 | 要迈出更大步伐)."""
    last = end - _SHORTEST_SAID - 1
    found = _TOPIC.match(text, start, end) if last - start >= _SHORTEST_PART else None
    return found.end() if found and found.end() <= last else None


def _frame_pieces(text: str, start: int, end: int, frame: Frame) -> Iterator[Piece]:
    first_item = text.find("、", start, end)
    if first_item > 0:  # what colours the verb stands before it
        frame = read_frame(text, start, first_item, end)
    begin, verbs, core = frame.start, frame.verbs, frame.core
    has_items = first_item >= core or text.find("、", core, end) >= 0
    if not has_items and _is_short(text, begin, end):
        yield Piece(begin, core, end, Form.VERB_OBJECT if verbs else Form.CLAUSE, verbs)
        return
    items = [item.span() for item in _ITEM.finditer(text, core, end)] if has_items else [(core, end)]
    form = Form.ITEM if len(items) > 1 else Form.OBJECT
    for index, (item_start, item_end) in enumerate(items):
        for part_start, part_end, part_form in _shorten(text, item_start, item_end, form):
            if part_start == core and _is_short(text, begin, part_end):
                yield Piece(begin, core, part_end, part_form, verbs)
                continue
            own = _own_frame(text, part_start, part_end, part_form)
            governing = own.verbs or (verbs if index == 0 or form is Form.ITEM else ())
            yield Piece(own.start, own.core, part_end, part_form, governing)


def _own_frame(text: str, start: int, end: int, form: Form) -> Frame:
    """The frame of a part that may have one of its own."""
    if form in {Form.HEAD, Form.MODIFIER} or end - start <= UNSTRIPPED:
        return Frame(start, (), start)
    return read_frame(text, start, end, end)


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether a stretch is no longer than a reader takes in as one name."""
    return end - start <= LONGEST_PIECE or name_length(text[start:end]) <= LONGEST_PIECE


# -- cutting ---------------------------------------------------------------------------------------


def _shorten(text: str, start: int, end: int, form: Form) -> Iterator[tuple[int, int, Form]]:
    """Cut a stretch until its parts are short enough to be named."""
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in "、 　等":
        end -= 1
    if end - start < _SHORTEST_PIECE:
        return
    closing = _list_end(text, start + 2, end - 1)
    if closing is not None:
        yield from _shorten(text, start, closing, form)
        yield from _shorten(text, _skip_class_noun(text, closing + 1, end), end, Form.HEAD)
        return
    cut = None if _is_short(text, start, end) else _best_cut(text, start, end)
    if cut is None:
        yield start, end, form
        return
    closing, opening, before, after = cut
    yield from _shorten(text, start, closing, before or form)
    yield from _shorten(text, opening, end, after or form)


def _list_end(text: str, start: int, end: int) -> int | None:
    """Where 等 closes a list between the offsets, not where it is part of a word."""
    before, after = WORDS_WITH_DENG
    position = text.find("等", start, end)
    while position >= 0:
        if text[position - 1] not in before and text[position + 1] not in after:
            return position
        position = text.find("等", position + 1, end)
    return None


def _skip_class_noun(text: str, start: int, end: int) -> int:
    for noun in CLASS_NOUNS:
        if text.startswith(noun, start) and end - start - len(noun) >= _SHORTEST_PART:
            return start + len(noun)
    return start


def _best_cut(text: str, start: int, end: int) -> tuple[int, int, Form | None, Form | None] | None:
    """Where to cut: at a conjunction, else at 的, else before a verb, each time nearest to the middle.

    Returns:
        End of the first part, start of the second, and their forms where the cut tells them.
    """
    middle = (start + end) / 2
    for pattern, before, after in ((_JOINT, None, None), (_OF, Form.MODIFIER, Form.HEAD)):
        joints = [
            found.span()
            for found in pattern.finditer(text, start, end)
            if found.start() - start >= _SHORTEST_PART and end - found.end() >= _SHORTEST_PART
        ]
        if joints:
            closing, opening = min(joints, key=lambda joint: (abs(joint[0] - middle), joint))
            return closing, opening, before, after
    verbs = [place for place in range(start + 3, end - 4) if is_plain_verb(text[place : place + 2])]
    if verbs:
        place = min(verbs, key=lambda one: (abs(one - middle), one))
        return place, place, Form.PART, Form.PART
    return None
