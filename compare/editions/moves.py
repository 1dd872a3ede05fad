"""What stands elsewhere in the other edition: paragraphs, even reworded on the way, and single sentences."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from compare.matching import bare_form
from compare.similarity import Opcode, ratios
from corpora.model import Span

MOVED = 0.8  # likeness from which what went here and came there is one thing that moved
SHORTEST = 6  # characters of words: a shorter passage may come and go by chance

Passage = tuple[range, range]  # places of its sentences in both texts


class Sentences(Struct, frozen=True):
    """The sentences of both texts.

    Attributes:
        spans: where they stand.
        forms: their words.
        borders: where the lines begin that count as such, ascending.
    """

    spans: tuple[Sequence[Span], Sequence[Span]]
    forms: tuple[Sequence[str], Sequence[str]]
    borders: tuple[Sequence[int], Sequence[int]]


def moved_passages(sentences: Sentences, steps: Sequence[Opcode]) -> tuple[Passage, ...]:
    """Passages without partner in order that stand elsewhere, in the order of the earlier text.

    Args:
        sentences: of both texts.
        steps: the way from one sequence of sentences to the other.
    """
    gaps = _gaps(steps)
    passages = _crossing(_alike_lines(sentences, gaps), gaps)
    taken = [{place for passage in passages for place in passage[side]} for side in (0, 1)]
    for one, other in _same_sentences(sentences, gaps):
        if one not in taken[0] and other not in taken[1]:
            passages.append((range(one, one + 1), range(other, other + 1)))
    return tuple(_joined(sorted(passages, key=lambda passage: passage[0].start)))


def _gaps(steps: Sequence[Opcode]) -> tuple[dict[int, int], dict[int, int]]:
    """Of each side the sentences without partner, with the number of the gap between kept ones."""
    found: tuple[dict[int, int], dict[int, int]] = ({}, {})
    gap = 0
    for tag, first, last, other_first, other_last in steps:
        gap += tag == "equal"
        if tag == "delete":
            found[0].update(dict.fromkeys(range(first, last), gap))
        elif tag == "insert":
            found[1].update(dict.fromkeys(range(other_first, other_last), gap))
    return found


def _alike_lines(sentences: Sentences, gaps: tuple[dict[int, int], dict[int, int]]) -> list[Passage]:
    """Lines without a kept sentence, each with the likest such line of the other text."""
    lines = [list(_free_lines(sentences, gaps[side], side)) for side in (0, 1)]
    forms = [
        [bare_form("".join(sentences.forms[side][place] for place in line)) for line in lines[side]]
        for side in (0, 1)
    ]
    likeness = ratios(forms[0], forms[1])
    near = sorted(
        (-float(likeness[i, j]), i, j)
        for i, one in enumerate(forms[0])
        for j, other in enumerate(forms[1])
        if likeness[i, j] >= MOVED and min(len(one), len(other)) >= SHORTEST
    )
    pairs: dict[int, int] = {}
    for _, i, j in near:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(lines[0][i], lines[1][j]) for i, j in sorted(pairs.items())]


def _free_lines(sentences: Sentences, gap: dict[int, int], side: int) -> Iterator[range]:
    spans, borders = sentences.spans[side], sentences.borders[side]
    start = 0
    for place, span in enumerate(spans):
        is_last = place + 1 == len(spans) or bisect_right(borders, span.start) != bisect_right(
            borders, spans[place + 1].start
        )
        if is_last:
            line = range(start, place + 1)
            start = place + 1
            if all(each in gap for each in line):
                yield line


def _crossing(passages: Sequence[Passage], gaps: tuple[dict[int, int], dict[int, int]]) -> list[Passage]:
    """Those that stand in another gap, or cross longer ones of their gap: the others are merely reworded."""
    stay: set[Passage] = set()
    inside: dict[int, list[Passage]] = {}
    for passage in passages:
        gap = gaps[0][passage[0].start]
        if gap == gaps[1][passage[1].start]:
            inside.setdefault(gap, []).append(passage)
    for group in inside.values():
        stay.update(_in_order(group))
    return [passage for passage in passages if passage not in stay]


def _in_order(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The most sentences that stand in the same order on both sides; the passages are in earlier order."""
    best: list[tuple[int, tuple[Passage, ...]]] = []
    for passage in passages:
        before = [each for each in best if each[1][-1][1].start < passage[1].start]
        weight, chain = max(before, key=lambda each: each[0], default=(0, ()))
        best.append((weight + len(passage[0]), (*chain, passage)))
    return max(best, key=lambda each: each[0])[1]


def _same_sentences(
    sentences: Sentences, gaps: tuple[dict[int, int], dict[int, int]]
) -> Iterator[tuple[int, int]]:
    """Sentences without partner that stand elsewhere word for word, once on each side."""
    places: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
    for side in (0, 1):
        for place in gaps[side]:
            places[side].setdefault(sentences.forms[side][place], []).append(place)
    for form, here in places[0].items():
        there = places[1].get(form, [])
        if len(here) == len(there) == 1 and len(bare_form(form)) >= SHORTEST:
            yield here[0], there[0]


def _joined(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Passages that follow each other on both sides as one."""
    last: Passage | None = None
    for one, other in passages:
        if last and last[0].stop == one.start and last[1].stop == other.start:
            last = range(last[0].start, one.stop), range(last[1].start, other.stop)
            continue
        if last:
            yield last
        last = one, other
    if last:
        yield last
