"""The shortest way from one clause to another over what a reader takes as one thing."""

import re
from collections.abc import Iterator, Sequence

from compare.formulations.lexicon import ADVERBS, VERBS
from compare.matching import bare_form, matching_form
from compare.model import Edit, EditKind
from compare.similarity import opcodes
from compare.wording.ladders import LADDERS, MANNER
from compare.wording.meaning import ClausePair
from corpora.model import Span

# Amounts and ranges with their signs, names in quotation marks, Latin words; nobody reads half of them.
_AMOUNT = r"\d+(?:[.,]\d+)*(?:%|个百分点|万亿|亿|万|千|百)?"
_TOKEN = re.compile(
    rf"[A-Za-z\d]*[A-Za-z][A-Za-z\d]*|{_AMOUNT}(?:[-~至]{_AMOUNT})?|“[^“”]{{1,12}}”|《[^《》]{{1,20}}》|.",
    re.DOTALL,
)
_LADDER_WORDS = tuple(word for ladder in LADDERS for rung in ladder.rungs for word in rung)
_LENGTHS = (4, 3, 2)
_WORDS = frozenset(word for word in (*VERBS, *ADVERBS, *MANNER, *_LADDER_WORDS) if len(word) in _LENGTHS)
_LEAST_RUN = 2  # characters: a single shared one between changes is chance
_ITEM = re.compile(r"[^、]+")
_FEWEST_ITEMS = 2

Token = tuple[str, int, int]


def clause_edits(pair: ClausePair) -> Iterator[Edit]:
    """The edits of two aligned clauses; together they cover both.

    Args:
        pair: the clauses.
    """
    if matching_form(pair.earlier_text) == matching_form(pair.later_text):
        yield Edit(EditKind.EQUAL, pair.earlier, pair.later)
        return
    wholes = reordered_items(pair)
    sides = tuple(
        _tokens(matching_form(text), span.start, [item[side] for item in wholes])
        for side, (text, span) in enumerate(
            ((pair.earlier_text, pair.earlier), (pair.later_text, pair.later))
        )
    )
    ends = tuple(
        [start for _, start, _ in side] + [span.end]
        for side, span in zip(sides, (pair.earlier, pair.later), strict=True)
    )
    steps = opcodes(*([token for token, _, _ in side] for side in sides))
    for place, (tag, start, end, later_start, later_end) in enumerate(steps):
        one, other = Span(ends[0][start], ends[0][end]), Span(ends[1][later_start], ends[1][later_end])
        is_equal = tag == "equal" and (
            len(one) >= _LEAST_RUN or _is_kept_alone(sides[0][start][0], place, steps)
        )
        yield Edit(EditKind.EQUAL if is_equal else EditKind.REPLACED, one, other)


def _is_kept_alone(token: str, place: int, steps: Sequence[tuple[str, int, int, int, int]]) -> bool:
    """Whether one shared character at a clause's border is kept: half a word that was exchanged is not."""
    if 0 < place < len(steps) - 1:
        return False
    if not token.isalpha():
        return True
    beside = steps[1:3] if place == 0 else steps[-3:-1]
    return {tag for tag, *_ in beside} != {"insert", "delete"}


def _tokens(form: str, offset: int, wholes: Sequence[Span]) -> list[Token]:
    """What a reader takes as one: items of a list that changed places, amounts, names, words, characters."""
    items = {span.start - offset: span.end - offset for span in wholes}
    found: list[Token] = []
    place = 0
    while place < len(form):
        end = items.get(place) or _word_end(form, place)
        found.append((form[place:end], offset + place, offset + end))
        place = end
    return found


def _word_end(form: str, place: int) -> int:
    for length in _LENGTHS:
        if form[place : place + length] in _WORDS:
            return place + length
    found = _TOKEN.match(form, place)
    return found.end() if found else place + 1


def reordered_items(pair: ClausePair) -> list[tuple[Span, Span]]:
    """Items of a list (智慧、韧性) that stand in both clauses in another order.

    Args:
        pair: the clauses.
    """
    sides = [
        _items(text, span.start)
        for text, span in ((pair.earlier_text, pair.earlier), (pair.later_text, pair.later))
    ]
    if min(map(len, sides)) < _FEWEST_ITEMS:
        return []
    gone: dict[str, Span] = {}
    come: dict[str, Span] = {}
    for tag, start, end, later_start, later_end in opcodes(*([form for form, _ in side] for side in sides)):
        if tag == "delete":
            gone.update(sides[0][start:end])
        elif tag == "insert":
            come.update(sides[1][later_start:later_end])
    return [(span, come[form]) for form, span in gone.items() if form in come]


def _items(text: str, offset: int) -> list[tuple[str, Span]]:
    if "、" not in text:
        return []
    found = []
    for match in _ITEM.finditer(text):
        words = match.group().rstrip("，。；！？,;!? \n")
        form = bare_form(words)
        if len(form) >= _LEAST_RUN:
            found.append((form, Span(offset + match.start(), offset + match.start() + len(words))))
    return found
