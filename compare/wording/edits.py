"""The shortest way from one clause to another over what a reader takes as one thing."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from compare.formulations.lexicon import ADVERBS, VERBS
from compare.matching import bare_words
from compare.patterns import any_of
from compare.similarity import opcodes
from compare.wording.ladders import LADDERS, MANNER
from compare.wording.meaning import ClausePair
from corpora.model import Span

_LADDER_WORDS = tuple(word for ladder in LADDERS for rung in ladder.rungs for word in rung)
_LENGTHS = (4, 3, 2)
_WORDS = sorted(
    {word for word in (*VERBS, *ADVERBS, *MANNER, *_LADDER_WORDS) if len(word) in _LENGTHS},
    key=lambda word: (-len(word), word),
)
# Amounts and ranges with their signs, names in quotation marks, Latin words; nobody reads half of them.
_AMOUNT = r"\d+(?:[.,]\d+)*(?:%|个百分点|万亿|亿|万|千|百)?"
_TOKEN = re.compile(
    rf"(?=[{''.join(sorted({word[0] for word in _WORDS}))}]){any_of(_WORDS)}"
    rf"|[A-Za-z\d]*[A-Za-z][A-Za-z\d]*|{_AMOUNT}(?:[-~至]{_AMOUNT})?|“[^“”]{{1,12}}”|《[^《》]{{1,20}}》|.",
    re.DOTALL,
)
_LEAST_RUN = 2  # characters: a single shared one between changes is chance
_ITEM = re.compile(r"[^、]+")
_FEWEST_ITEMS = 2

Reordered = list[tuple[Span, Span]]
Step = tuple[bool, int, int, int, int]  # whether both sides are equal; start and end there, and later


def clause_steps(pair: ClausePair, wholes: Reordered) -> Iterator[Step]:
    """The way from one of two aligned clauses to the other; together the steps cover both.

    Args:
        pair: the clauses, which differ.
        wholes: items of theirs that changed places, each of which is taken as one.
    """
    sides = (
        _tokens(pair.earlier_form, pair.earlier.start, [item[0] for item in wholes]),
        _tokens(pair.later_form, pair.later.start, [item[1] for item in wholes]),
    )
    borders = [
        tuple(accumulate(map(len, side), initial=clause.start))
        for side, clause in zip(sides, (pair.earlier, pair.later), strict=True)
    ]
    steps = opcodes(*sides)
    for place, (tag, first, last, later_first, later_last) in enumerate(steps):
        start, end = borders[0][first], borders[0][last]
        is_equal = tag == "equal" and (
            end - start >= _LEAST_RUN or _is_kept_alone(sides[0][first], place, steps)
        )
        yield is_equal, start, end, borders[1][later_first], borders[1][later_last]


def _is_kept_alone(token: str, place: int, steps: Sequence[tuple[str, int, int, int, int]]) -> bool:
    """Whether one shared character at a clause's border is kept: half a word that was exchanged is not."""
    if 0 < place < len(steps) - 1:
        return False
    if not token.isalpha():
        return True
    beside = steps[1:3] if place == 0 else steps[-3:-1]
    return {tag for tag, *_ in beside} != {"insert", "delete"}


@lru_cache(maxsize=1 << 14)  # clauses: a report is the later one of a pair, then the earlier one of the next
def _words(form: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(form))


def _tokens(form: str, offset: int, wholes: Sequence[Span]) -> Sequence[str]:
    """What a reader takes as one: items of a list that changed places, amounts, names, words, characters."""
    if not wholes:
        return _words(form)
    items = {span.start - offset: span.end - offset for span in wholes}
    found: list[str] = []
    place = 0
    while place < len(form):
        token = _TOKEN.match(form, place)
        end = items.get(place) or (token.end() if token else place + 1)
        found.append(form[place:end])
        place = end
    return found


def reordered_items(pair: ClausePair) -> Reordered:
    """Items of a list (智慧、韧性) that stand in both clauses in another order.

    Args:
        pair: the clauses.
    """
    sides = [
        _items(text, span.start)
        for text, span in ((pair.earlier_form, pair.earlier), (pair.later_form, pair.later))
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
        form = bare_words(words)
        if len(form) >= _LEAST_RUN:
            found.append((form, Span(offset + match.start(), offset + match.start() + len(words))))
    return found
