"""What a lower level of government has of a higher level's formulations: the values only.

`compare.formulations.levels` makes them. No sentence for people stands in here.
"""

from enum import StrEnum

from msgspec import Struct

from corpora.model import Span


class UptakeKind(StrEnum):
    """What a lower level's report has of a higher level's formulation."""

    VERBATIM = "verbatim"
    ADAPTED = "adapted"
    BEFORE = "before"
    ABSENT = "absent"


class Uptake(Struct, frozen=True):
    """A formulation of a higher level's report and what the lower level's report has of it.

    Attributes:
        text: as it stands in the higher report.
        side: `earlier` or `later`: which of the two the higher report is.
        kind: in the same words, in other ones, standing there before the higher report, or not found.
        local_text: the lower report's words, or None.
        spans: where it stands in the higher report.
        local_spans: where the words stand in the lower report.
        weight: how much an analyst would want to see it; compare only within one kind.
        since: the first year before the higher report in which a report of the place has it, if one has.
    """

    text: str
    side: str
    kind: UptakeKind
    local_text: str | None
    spans: tuple[Span, ...]
    local_spans: tuple[Span, ...]
    weight: float
    since: int | None
