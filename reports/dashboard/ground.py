"""What the views of a pair are made from in either language: laid out once, worded twice."""

from collections.abc import Mapping

from msgspec import Struct

from compare.model import ChangeReport
from reports.dashboard.anchors import Side
from reports.dashboard.side_by_side import Row, aligned_rows
from reports.dashboard.stretches import Stretch, stretches_of
from reports.dashboard.themes import Parts, parts_of


class Ground(Struct, frozen=True):
    """A pair laid out.

    Attributes:
        rows: both texts side by side.
        parts: each text cut by priorities and roles.
        stretches: the sentences of each text.
    """

    rows: tuple[Row, ...]
    parts: Mapping[Side, Parts]
    stretches: Mapping[Side, tuple[Stretch, ...]]

    @classmethod
    def of(cls, change_report: ChangeReport, pair: str, language: str) -> "Ground":
        """Lays a pair out; `pair` is its name on a page that opens in this language."""
        return cls(
            aligned_rows(change_report, pair, language),
            parts_of(change_report),
            {side: stretches_of(change_report, side) for side in Side},
        )
