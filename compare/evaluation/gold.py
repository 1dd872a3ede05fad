"""A standard made by reading two reports, as values; docs/evaluation.md tells the files they come from."""

from collections.abc import Mapping

from msgspec import Struct

from corpora.model import Level, Role


class GoldUnit(Struct, frozen=True):
    """A unit that a reader sees.

    Attributes:
        id: its name inside the standard.
        anchor: the first characters of its text.
        level: section or measure.
        role: what the part is for.
        inside: the anchor need not stand at the start of a unit.
    """

    id: str
    anchor: str
    level: Level
    role: Role
    inside: bool = False


class GoldLink(Struct, frozen=True):
    """Units that carry each other on.

    Attributes:
        earlier: ids of earlier units.
        later: ids of later units.
        moved: the content changed its place on its own account.
        weak: a reader may see it or not; counts neither for nor against.
        displaced: only its rank changed; whether a tool calls it moved is not judged.
    """

    earlier: tuple[str, ...]
    later: tuple[str, ...]
    moved: bool = False
    weak: bool = False
    displaced: bool = False


class AlignmentGold(Struct, frozen=True):
    """The units of two reports, which of them carry each other on, and which stand alone."""

    earlier: tuple[GoldUnit, ...]
    later: tuple[GoldUnit, ...]
    links: tuple[GoldLink, ...]
    new: frozenset[str]
    dropped: frozenset[str]


class PhrasesGold(Struct, frozen=True):
    """Formulations that an analyst would name; not exhaustive. Reworded are (earlier, later) forms."""

    new: tuple[str, ...]
    dropped: tuple[str, ...]
    reworded: tuple[tuple[str, str], ...]
    carried: tuple[str, ...]


class TermsGold(Struct, frozen=True):
    """Terms that others named as new in the later year, and such as were in use before."""

    terms: tuple[str, ...]
    not_new: tuple[str, ...]


class PromiseGold(Struct, frozen=True):
    """An undertaking of the earlier report and the clause of the later review that answers it, or None."""

    promise: str
    answer: str | None

    @property
    def is_silent(self) -> bool:
        """Whether the later review does not answer it."""
        return self.answer is None


class TargetGold(Struct, frozen=True):
    """An aim of a report as printed: its clause, the number or range, unit and qualifier."""

    text: str
    value: tuple[float, ...] | None
    unit: str | None
    qualifier: str | None


class TargetsGold(Struct, frozen=True):
    """The aims of both reports."""

    earlier: tuple[TargetGold, ...]
    later: tuple[TargetGold, ...]


Judgements = Mapping[str, bool]


class JudgedGold(Struct, frozen=True):
    """What a reader said, one by one, of what a comparison lists.

    Attributes:
        new: of formulations told as new, without punctuation: whether an analyst would name them.
        dropped: likewise of those told as no longer found.
        targets: of targets, by indicator and number: whether a reader would call them one.
    """

    new: Judgements
    dropped: Judgements
    targets: Judgements


Gold = AlignmentGold | PhrasesGold | TermsGold | TargetsGold | JudgedGold | tuple[PromiseGold, ...]
