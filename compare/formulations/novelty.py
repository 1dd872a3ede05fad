"""How new a stretch of text is: against another text, or against all texts of a history.

The measure is a cross parsing (Ziv & Merhav 1993, "A measure of relative entropy between individual
sequences"): a stretch is told with the fewest pieces of the reference, each as long as the reference
allows. Known phrases need one piece, a new compound of known words two, a new word about one for each
character.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from compare.formulations.lexicon import JOINTS

LONGEST_TOLD = 40  # no formulation and no clause that is compared is longer
_TABLE_FOR = 4  # entries to a value that is looked up
_TELLING = 4  # two words: shorter stretches are known by chance
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
        others, steps = others[fits], other_paths[fits] * len(symbols) + following[fits]
        known, paths = np.unique(paths * len(symbols) + own[places + length], return_inverse=True)
        if not len(known):
            break
        numbers = _places_in(known, steps)
        fits = numbers >= 0
        others, other_paths = others[fits], numbers[fits]
        alive = np.zeros(len(known), dtype=bool)
        alive[other_paths] = True
        places, paths = places[alive[paths]], paths[alive[paths]]
        length += 1
        found[places] = length
    return found


def _with_room(
    places: NDArray[np.int64], paths: NDArray[np.int64], end: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    fits = places < end
    return places[fits], paths[fits]


def code_points(text: str) -> NDArray[np.int64]:
    """The text as an array of its code points."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)


def _places_in(known: NDArray[np.int64], values: NDArray[np.int64]) -> NDArray[np.int64]:
    """The index of each value among ascending known ones, -1 for those that are none of them."""
    top = int(known[-1])
    if top < _TABLE_FOR * len(values):  # one look each instead of a search pays for making the table
        table = np.full(top + 2, -1, dtype=np.int64)
        table[known] = np.arange(len(known))
        return table[np.minimum(values, top + 1)]
    nearest = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return np.where(known[nearest] == values, nearest, -1)


@dataclass(frozen=True, slots=True)
class Breaks:
    """Where a stretch cannot be told with longer pieces of the reference.

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
            `_TELLING` characters begins.
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
        pieces: list[tuple[int, int]] = []
        strange, position = 0, start
        while position < end:
            length = self.known[position]
            strange += length == 0
            pieces.append((position, min(end, position + max(length, 1))))
            position = pieces[-1][1]
        words = compounds = 0.0
        for (first, middle), (_, last) in pairwise(pieces):
            before, after = self.form[middle - 1], self.form[middle]
            if before in JOINTS or after in JOINTS:
                compounds += 0.2
            elif self.known[middle - 1] > 1:  # the two characters stand side by side somewhere
                compounds += 0.5
            elif middle - first == 1 or last - middle == 1:
                words += 1
            else:
                compounds += 1
        longest = max(piece_end - piece_start for piece_start, piece_end in pieces) / (end - start)
        return Breaks(words, compounds, strange, longest)

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
    unknown = np.concatenate(([0], np.cumsum(known < _TELLING)))
    ends = [at for at, character in enumerate(form) if character in "。;!?"]
    return Novelty(form, tuple(known.tolist()), tuple(unknown.tolist()), (*ends, len(form)))
