"""A report read for formulations: each unit with its pieces and clauses, and the way to the folded text."""

from msgspec import Struct

from compare.formulations.folding import FoldedReport
from compare.formulations.frames import Clause, read_clauses
from compare.formulations.novelty import Novelty, novelties
from compare.formulations.segmentation import Piece, cut_pieces
from corpora.model import Unit

_OPENING_WORDS = 6  # characters of connectives and adverbs that may stand before the first name of a unit


class ReadUnit(Struct, frozen=True):
    """A unit of a report.

    Attributes:
        unit: the unit.
        places: for each offset of its text, the end included, the offset in the folded report.
        pieces: what of it could be named.
        clauses: its clauses.
    """

    unit: Unit
    places: list[int]
    pieces: tuple[Piece, ...]
    clauses: tuple[Clause, ...]

    @property
    def head(self) -> int:
        """The last offset of the text at which what begins there stands at the head of the unit."""
        return min(self.unit.body - self.unit.span.start, _OPENING_WORDS) + _OPENING_WORDS


class Side(Struct, frozen=True):
    """One report of a comparison.

    Attributes:
        folded: the report in presence form.
        units: its compared units, read.
        new: its text measured against the other report.
    """

    folded: FoldedReport
    units: tuple[ReadUnit, ...]
    new: Novelty


def read_sides(earlier: FoldedReport, later: FoldedReport) -> tuple[Side, Side]:
    """Read two reports and measure them against each other."""
    new = novelties(earlier.form, earlier.whole, later.form, later.whole)
    return _side(earlier, new[0]), _side(later, new[1])


def _side(folded: FoldedReport, new: Novelty) -> Side:
    units = tuple(
        ReadUnit(unit, folded.places(index), cut_pieces(unit.text), read_clauses(unit.text))
        for index, unit in enumerate(folded.units)
    )
    return Side(folded, units, new)
