"""How new a stretch of text is: against another text, or against all texts of a history.

The measure is a cross parsing (Ziv & Merhav 1993, "A measure of relative entropy between individual
sequences"): a stretch is told with the fewest pieces of the reference, each as long as the reference
allows. Known phrases need one piece, a new compound of known words two, a new word about one for each
character.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.codes import code_points
from compare.formulations.lexicon import JOINTS

LONGEST_TOLD = 40  # no formulation and no clause that is compared is longer
_TABLE_FOR = 4  # entries to a value that is looked up
TELLING = 4  # two words: shorter stretches are known by chance
_SENTENCE_END = re.compile("[。;!?]")
SEPARATOR = "\x01"  # between the texts of a reference: no phrase runs from one into the next


def longest_known(text: str, reference: str) -> NDArray[np.int64]:
    """For each position of a text the length of the longest stretch from there that stands in the reference.

    A stretch `text[i:j]` of up to `LONGEST_TOLD` characters stands in the reference exactly when `j - i` is
    at most the figure at `i`; longer ones are told as that long. Both texts go down the trie of the text's
    n-grams together, one character a step, and only positions still on a common path go on; the work
    shrinks as fast as the common n-grams do.

    Args:
        text: any text.
        reference: the text or, joined with `SEPARATOR`, the texts to look in.
    """
    found = np.zeros(len(text), dtype=np.int64)
    if not text or not reference:
        return found
    symbols, own = np.unique(code_points(text), return_inverse=True)
    other = _places_in(symbols, code_points(reference))
    places, paths = np.arange(len(text)), np.zeros(len(text), dtype=np.int64)
    others, other_paths = np.arange(len(other)), np.zeros(len(other), dtype=np.int64)
    length = 0
    while len(places) and len(others) and length < LONGEST_TOLD:
        places, paths = _with_room(places, paths, len(text) - length)
        others, other_paths = _with_room(others, other_paths, len(other) - length)
        following = other[others + length]
        fits = following >= 0
        others, other_steps = others[fits], other_paths[fits] * len(symbols) + following[fits]
        paths, other_paths, count = _common_paths(paths * len(symbols) + own[places + length], other_steps)
        fits = other_paths >= 0
        others, other_paths = others[fits], other_paths[fits]
        alive = np.zeros(count, dtype=bool)
        alive[other_paths] = True
        places, paths = places[alive[paths]], paths[alive[paths]]
        length += 1
        found[places] = length
    return found


def _common_paths(
    steps: NDArray[np.int64], others: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """Numbers from 0 on for steps, the same for equal ones; others that are none of the steps have -1.

    Returns:
        The numbers of the steps, those of the others, and how many numbers there are.
    """
    if not len(steps):
        return steps, np.full(len(others), -1), 0
    if int(steps.max()) < _TABLE_FOR * len(others):
        known, numbers = np.unique(steps, return_inverse=True)
        return numbers, _places_in(known, others), len(known)
    # of long tables little is looked at, and a search for each is slower than to sort all together
    known, numbers = np.unique(np.concatenate((steps, others)), return_inverse=True)
    numbers, other_numbers = numbers[: len(steps)], numbers[len(steps) :]
    told = np.zeros(len(known), dtype=bool)
    told[numbers] = True
    return numbers, np.where(told[other_numbers], other_numbers, -1), len(known)


def _with_room(
    places: NDArray[np.int64], paths: NDArray[np.int64], end: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    fits = places < end
    return places[fits], paths[fits]


def _places_in(known: NDArray[np.int64], values: NDArray[np.int64]) -> NDArray[np.int64]:
    """The index of each value among ascending known ones, -1 for those that are none of them."""
    top = int(known[-1])
    if top < _TABLE_FOR * len(values):  # one look each instead of a search pays for making the table
        table = np.full(top + 2, -1, dtype=np.int64)
        table[known] = np.arange(len(known))
        return table[np.minimum(values, top + 1)]
    nearest = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return np.where(known[nearest] == values, nearest, -1)


class Breaks(NamedTuple):
    """Where a stretch cannot be told with longer pieces of the reference; a tuple, since thousands are made.

    Attributes:
        words: breaks inside or beside a single character: marks of a word the reference does not have.
        compounds: breaks between known pieces of two and more characters: known words, newly joined.
        strange: characters the reference does not have at all.
        longest: share of the stretch that its longest known piece covers.
    """

    words: float
    compounds: float
    strange: int
    longest: float


@dataclass(frozen=True, slots=True)
class Novelty:
    """A text and what of it stands in a reference.

    Attributes:
        form: the text in presence form.
        known: `longest_known` of the text in the reference.
        unknown_before: at each offset the number of positions before it at which no known stretch of
            `TELLING` characters begins.
        sentence_ends: offsets of the characters that end sentences, and the end of the text.
    """

    form: str = field(repr=False)
    known: tuple[int, ...] = field(repr=False)
    unknown_before: tuple[int, ...] = field(repr=False)
    sentence_ends: tuple[int, ...] = field(repr=False)

    def stands(self, start: int, end: int) -> bool:
        """Whether the stretch stands in the reference; an empty one does."""
        return end <= start or self.known[start] >= end - start

    def breaks(self, start: int, end: int) -> Breaks:
        """The breaks of a stretch; a break beside a joint character (的, 和 …) hardly counts."""
        known, form = self.known, self.form
        strange = 0
        words = compounds = 0.0
        longest = before = 0  # of the pieces told so far; length of the piece before
        position = start
        while position < end:
            length = known[position]
            if not length:
                strange += 1
                length = 1
            length = min(length, end - position)
            if position > start:
                if form[position - 1] in JOINTS or form[position] in JOINTS:
                    compounds += 0.2
                elif known[position - 1] > 1:  # the two characters stand side by side somewhere
                    compounds += 0.5
                elif before == 1 or length == 1:
                    words += 1
                else:
                    compounds += 1
            longest = max(longest, length)
            before = length
            position += length
        return Breaks(words, compounds, strange, longest / (end - start))

    def shortest_new(self, start: int, end: int) -> set[str]:
        """The shortest stretches inside a stretch that the reference does not have."""
        found = set()
        for position in range(start, end - 1):
            length = max(self.known[position] + 1, 2)
            if position + length <= end:
                found.add(self.form[position : position + length])
        return found

    def shares(self, start: int, end: int) -> tuple[float, float]:
        """How much of a stretch, and of the rest of its sentence, is new: shares of positions, 0 to 1."""
        after = bisect_left(self.sentence_ends, start)
        opening = self.sentence_ends[after - 1] + 1 if after else 0
        closing = max(self.sentence_ends[after], end)
        inside = self.unknown_before[end] - self.unknown_before[start]
        around = self.unknown_before[closing] - self.unknown_before[opening] - inside
        return inside / (end - start), around / max(closing - opening - (end - start), 1)


def novelty(form: str, references: Sequence[str]) -> Novelty:
    """Measure a text against one or more reference texts, all in presence form."""
    known = longest_known(form, SEPARATOR.join(references))
    unknown = np.concatenate(([0], np.cumsum(known < TELLING)))
    ends = [found.start() for found in _SENTENCE_END.finditer(form)]
    return Novelty(form, tuple(known.tolist()), tuple(unknown.tolist()), (*ends, len(form)))
