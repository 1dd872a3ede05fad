"""What is measured: counts of right and wrong answers, and shares; both add up over several pairs."""

import unicodedata
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct


class Counts(Struct, frozen=True):
    """Right and wrong answers against what should have been found.

    Attributes:
        hit: answers that are right.
        wrong: answers that are not.
        gold: how many there are to find.
    """

    hit: int
    wrong: int
    gold: int

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.hit + other.hit, self.wrong + other.wrong, self.gold + other.gold)

    @property
    def is_measured(self) -> bool:
        """Whether there was anything to find, or anything was found."""
        return bool(self.gold or self.hit or self.wrong)

    @property
    def is_fault(self) -> bool:
        """Counts are the better, the higher."""
        return False

    @property
    def precision(self) -> float:
        """Share of the answers that are right; 0 without an answer."""
        return self.hit / (self.hit + self.wrong) if self.hit + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Share of what there is that was found; 1 when there is nothing to find."""
        return self.hit / self.gold if self.gold else 1.0

    @property
    def value(self) -> float:
        """F1, the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Share(Struct, frozen=True):
    """So many of so many.

    Attributes:
        hit: how many.
        total: of how many.
        is_fault: the fewer the better.
    """

    hit: int
    total: int
    is_fault: bool = False

    def __add__(self, other: "Share") -> "Share":
        return Share(self.hit + other.hit, self.total + other.total, self.is_fault)

    @property
    def is_measured(self) -> bool:
        """Whether it is a share of anything."""
        return bool(self.total)

    @property
    def value(self) -> float:
        """The share; of nothing it is 0 for a fault and 1 for the rest."""
        return self.hit / self.total if self.total else float(not self.is_fault)


Figure = Counts | Share
Figures = Mapping[str, Figure]


def counted(
    found: AbstractSet[object], right: AbstractSet[object], allowed: AbstractSet[object] = frozenset()
) -> Counts:
    """Count answers.

    Args:
        found: the answers given.
        right: the answers wanted.
        allowed: answers that count neither for nor against.
    """
    return Counts(len(found & right), len(found - right - allowed), len(right))


def pooled(parts: Iterable[Figures]) -> dict[str, Figure]:
    """The figures of several pairs as those of one: counts are summed, not means of means taken."""
    total: dict[str, Figure] = {}
    for part in parts:
        for name, figure in part.items():
            total[name] = _sum(total[name], figure) if name in total else figure
    return total


def _sum(one: Figure, other: Figure) -> Figure:
    if isinstance(one, Counts):
        return one + other if isinstance(other, Counts) else one
    return one + other if isinstance(other, Share) else one


def squeezed(text: str) -> str:
    """A text in one width without white space and invisible characters: standards quote across clean-ups."""
    form = unicodedata.normalize("NFKC", text)
    return "".join(each for each in form if not each.isspace() and unicodedata.category(each) != "Cf")


def words_only(text: str) -> str:
    """`squeezed` without punctuation, save what belongs to numbers and names (+ % . -)."""
    return "".join(each for each in squeezed(text) if each.isalnum() or each in "+%.-")
