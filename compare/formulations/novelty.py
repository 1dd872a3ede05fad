"""How new a stretch of text is: against another text, or against all texts of a history.

The measure is a cross parsing (Ziv & Merhav 1993, "A measure of relative entropy between individual
sequences"): a stretch is told with the fewest pieces of the reference, each as long as the reference
allows. Known phrases need one piece, a new compound of known words two, a new word about one for each
character.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from compare.codes import code_points
from compare.formulations.lexicon import JOINTS

LONGEST_TOLD = 40  # no formulation and no clause that is compared is longer
_TABLE_FOR = 4  # entries to a value that is looked up
TELLING = 4  # two words: shorter stretches are known by chance
_SENTENCE_END = re.compile("[。;!?]")
_JOINTS = code_points("".join(sorted(JOINTS)))
SEPARATOR = "\x01"  # between the texts of a reference: no phrase runs from one into the next

Places = NDArray[np.int64]
Figures = NDArray[np.float64]


def longest_known(text: str, reference: str) -> NDArray[np.int64]:
    """For each position of a text the length of the longest stretch from there that stands in the reference.

    A stretch `text[i:j]` of up to `LONGEST_TOLD` characters stands in the reference exactly when `j - i` is
    at most the figure at `i`; longer ones are told as that long.

    Args:
        text: any text.
        reference: the text or, joined with `SEPARATOR`, the texts to look in.
    """
    return known_in_each_other(text, reference)[0]


def known_in_each_other(text: str, other: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """`longest_known` of each of two texts in the other.

    Both go down the trie of the n-grams that they share together, one character a step, and only positions
    still on a common path go on; the work shrinks as fast as the common n-grams do.

    Args:
        text: any text; the shorter one, where it matters how long it takes.
        other: any text.
    """
    found, known = np.zeros(len(text), dtype=np.int64), np.zeros(len(other), dtype=np.int64)
    if not text or not other:
        return found, known
    symbols, own = np.unique(code_points(text), return_inverse=True)
    kinds = len(symbols) + 1  # the last one for all that the text does not have: no path goes over it
    theirs = _places_in(symbols, code_points(other)) % kinds
    places, paths = np.arange(len(text)), np.zeros(len(text), dtype=np.int64)
    others, other_paths = np.arange(len(other)), np.zeros(len(other), dtype=np.int64)
    length = 0
    while len(places) and len(others) and length < LONGEST_TOLD:
        places, paths = _with_room(places, paths, len(text) - length)
        others, other_paths = _with_room(others, other_paths, len(other) - length)
        paths, other_paths, count = _common_paths(
            paths * kinds + own[places + length], other_paths * kinds + theirs[others + length]
        )
        fits = other_paths >= 0
        others, other_paths = others[fits], other_paths[fits]
        alive = np.zeros(count, dtype=bool)
        alive[other_paths] = True
        places, paths = places[alive[paths]], paths[alive[paths]]
        length += 1
        found[places], known[others] = length, length
    return found, known


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
    ends = int(np.searchsorted(places, end))  # places ascend
    return places[:ends], paths[:ends]


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
    """Where stretches cannot be told with longer pieces of the reference: for each stretch a figure.

    Attributes:
        words: breaks inside or beside a single character: marks of a word the reference does not have.
        compounds: breaks between known pieces of two and more characters: known words, newly joined.
        strange: characters the reference does not have at all.
        longest: share of the stretch that its longest known piece covers.
    """

    words: Figures
    compounds: Figures
    strange: Figures
    longest: Figures


class Novelty(Struct, frozen=True):
    """A text and what of it stands in a reference.

    Attributes:
        form: the text in presence form.
        known: `longest_known` of the text in the reference.
        lengths: the same to be looked up one by one.
    """

    form: str
    known: NDArray[np.int64]
    lengths: tuple[int, ...]

    def stands(self, start: int, end: int) -> bool:
        """Whether the stretch stands in the reference; an empty one does."""
        return end <= start or self.lengths[start] >= end - start

    def shortest_new(self, start: int, end: int) -> set[str]:
        """The shortest stretches inside a stretch that the reference does not have."""
        found = set()
        for position in range(start, end - 1):
            length = max(self.lengths[position] + 1, 2)
            if position + length <= end:
                found.add(self.form[position : position + length])
        return found

    def breaks(self, starts: Places, ends: Places) -> Breaks:
        """The breaks of stretches; a break beside a joint character (的, 和 …) hardly counts.

        All stretches are gone through together, a piece of each at a time.

        Args:
            starts: where n stretches begin.
            ends: where they end, each behind its start.

        Returns:
            n figures of each kind.
        """
        joint = np.isin(code_points(self.form), _JOINTS)
        position, active = starts.copy(), np.arange(len(starts))
        words, compounds = np.zeros(len(starts)), np.zeros(len(starts))
        strange, longest, before = (np.zeros(len(starts), dtype=np.int64) for _ in range(3))
        while len(active):
            here = position[active]
            length = self.known[here]
            strange[active] += length == 0
            length = np.minimum(np.maximum(length, 1), ends[active] - here)
            if before[active[0]]:  # all are behind their first piece
                joined = joint[here - 1] | joint[here]
                # the two characters stand side by side somewhere
                met = self.known[here - 1] > 1
                single = (before[active] == 1) | (length == 1)
                compounds[active] += np.where(joined, 0.2, np.where(met, 0.5, ~single))
                words[active] += ~joined & ~met & single
            longest[active] = np.maximum(longest[active], length)
            before[active] = length
            position[active] = here + length
            active = active[position[active] < ends[active]]
        return Breaks(words, compounds, strange.astype(float), longest / (ends - starts))

    def shares(self, starts: Places, ends: Places) -> tuple[Figures, Figures]:
        """How much of stretches, and of the rest of their sentences, is new.

        Args:
            starts: where n stretches begin.
            ends: where they end.

        Returns:
            For each stretch the share of its positions at which no known stretch of `TELLING` characters
            begins, and the same share of the rest of its sentence: 0 to 1.
        """
        unknown = np.concatenate(([0], np.cumsum(self.known < TELLING)))
        closings = np.array([*(found.start() for found in _SENTENCE_END.finditer(self.form)), len(self.form)])
        after = np.searchsorted(closings, starts)
        opening = np.where(after > 0, closings[after - 1] + 1, 0)
        closing = np.maximum(closings[after], ends)
        inside = unknown[ends] - unknown[starts]
        around = unknown[closing] - unknown[opening] - inside
        length = ends - starts
        return inside / length, around / np.maximum(closing - opening - length, 1)


def novelty(form: str, references: Sequence[str]) -> Novelty:
    """Measure a text against one or more reference texts, all in presence form."""
    return _novelty(form, longest_known(form, SEPARATOR.join(references)))


def novelties(form: str, whole: str, other_form: str, other_whole: str) -> tuple[Novelty, Novelty]:
    """Measure two texts, each against the whole that begins with the other.

    Args:
        form: a text in presence form.
        whole: the same, and what else stands in it.
        other_form: another text.
        other_whole: the same, and what else stands in it.
    """
    known, other_known = known_in_each_other(whole, other_whole)
    return _beginning(form, known), _beginning(other_form, other_known)


def _beginning(form: str, known: NDArray[np.int64]) -> Novelty:
    """What is known of a text that stands at the beginning of a longer one."""
    room = np.arange(len(form), 0, -1)  # no stretch runs over its end
    return _novelty(form, np.minimum(known[: len(form)], room))


def _novelty(form: str, known: NDArray[np.int64]) -> Novelty:
    return Novelty(form, known, tuple(known.tolist()))
