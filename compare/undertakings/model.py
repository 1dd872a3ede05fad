"""What a report undertakes and what came of it: targets, outcomes, promises, figures that do not agree.

The values only; the other modules of this room make them. No sentence for people stands in here.
"""

from enum import StrEnum

from msgspec import Struct

from corpora.model import Span


class Period(StrEnum):
    """For which time a target holds."""

    YEAR = "year"
    SEVERAL_YEARS = "several_years"


class Aim(StrEnum):
    """Which way of an indicator is wanted; what a raised or lowered number means follows from it."""

    MORE = "more"
    LESS = "less"
    OPEN = "open"


class TargetChangeKind(StrEnum):
    """What became of a target. `raised` and `lowered` speak of the number, whatever is better."""

    RAISED = "raised"
    LOWERED = "lowered"
    KEPT = "kept"
    REQUALIFIED = "requalified"
    NARROWED = "narrowed"
    WIDENED = "widened"
    UNIT_CHANGED = "unit_changed"
    QUANTIFIED = "quantified"
    NOT_QUANTIFIED = "not_quantified"
    NEW = "new"
    DROPPED = "dropped"


class Bearing(StrEnum):
    """What a changed target means by the sense of its indicator."""

    MORE_DEMANDING = "more_demanding"
    LESS_DEMANDING = "less_demanding"
    OPEN = "open"


class Verdict(StrEnum):
    """What came of a target, by the number that the next report gives."""

    MET = "met"
    EXCEEDED = "exceeded"
    MISSED = "missed"
    REPORTED = "reported"
    NOT_REPORTED = "not_reported"


class PromiseStatus(StrEnum):
    """Whether the next report answers an undertaking."""

    REPORTED = "reported"
    SILENT = "silent"


class Target(Struct, frozen=True):
    """An aim of a report's requirements or plan.

    Attributes:
        indicator: the canonical name where the indicator is known, else the words of the text.
        span: where the words of the aim stand.
        unit_id: the unit of the outline that holds it.
        value: both ends of the aim in the printed unit (equal without a range), or None without a number.
        unit: magnitude and unit as printed (`万亿斤`); 万人 for `1000万以上农村贫困人口`. None without one.
        qualifier: 左右, 以上, 以内, 同步 …, or None.
        period: for this year or for several years.
        aim: which way is wanted, by the sense of the indicator.
        again: where the report states the same aim in the same figures again, in reading order.
    """

    indicator: str
    span: Span
    unit_id: str
    value: tuple[float, float] | None
    unit: str | None
    qualifier: str | None
    period: Period
    aim: Aim
    again: tuple[Span, ...] = ()

    @property
    def statements(self) -> tuple[Span, ...]:
        """All places at which the report states the aim."""
        return self.span, *self.again

    @property
    def is_quantified(self) -> bool:
        """Whether the aim is a number."""
        return self.value is not None


class TargetChange(Struct, frozen=True):
    """An indicator's target on both sides.

    Attributes:
        indicator: the name of both sides; the later words where they differ.
        earlier: the earlier target, or None.
        later: the later target, or None.
        change: what became of it.
        bearing: what that means by the indicator's sense.
        difference: later minus earlier in the later unit (per cent: in percentage points), mean of a range;
            None where the two cannot be subtracted.
    """

    indicator: str
    earlier: Target | None
    later: Target | None
    change: TargetChangeKind
    bearing: Bearing
    difference: float | None


class TargetOutcome(Struct, frozen=True):
    """An earlier target and what the later report's review says of it.

    Attributes:
        target: the earlier target.
        verdict: what came of it.
        span: the clause of the later review with the figure, or None.
        unit_id: the unit that holds it, or None.
        value: the figure in its printed unit, or None.
        unit: its unit as printed, or None.
        difference: figure minus target in the target's unit, the nearer end of a range; None where the two
            cannot be subtracted.
        level_before: where the earlier report gives the level from which the later one's was reckoned, for
            a target in percentage points that the review answers with a level.
    """

    target: Target
    verdict: Verdict
    span: Span | None
    unit_id: str | None
    value: float | None
    unit: str | None
    difference: float | None
    level_before: Span | None = None


class PromiseAnswer(Struct, frozen=True, gc=False):
    """An undertaking of the earlier report and the later review's answer.

    Attributes:
        promise: span of the undertaking in the earlier text.
        promise_unit: the unit that holds it.
        status: reported, or silent: no answer was found in this text.
        answer: span of the answer in the later review; None when silent.
        answer_unit: the unit that holds the answer.
        with_number: the answer states a number of what was promised.
        score: how sure the answer speaks of the undertaking, 0 to 1.
        reason: stable word for why it was taken or not.
        nearest: span of the review's passage that comes nearest; the answer itself when reported.
        nearest_unit: the unit that holds it.
    """

    promise: Span
    promise_unit: str
    status: PromiseStatus
    answer: Span | None
    answer_unit: str | None
    with_number: bool
    score: float
    reason: str
    nearest: Span | None
    nearest_unit: str | None


class OpenPromise(Struct, frozen=True):
    """An undertaking of an older plan that no review at hand answers.

    Attributes:
        year: the year of the report that undertakes.
        text: its words as printed; that report is not part of the comparison.
        promise: span of the words in that report's text.
        promise_unit: id of the unit that holds them there.
        looked_at: the years whose reviews were searched, ascending; the last is the later report's.
        nearest: span of the later report's passage that comes nearest, if anything is shared.
        nearest_unit: id of the unit that holds it.
        nearest_text: its words.
    """

    year: int
    text: str
    promise: Span
    promise_unit: str
    looked_at: tuple[int, ...]
    nearest: Span | None
    nearest_unit: str | None
    nearest_text: str


class Inconsistency(Struct, frozen=True):
    """Figures of one report that do not agree, told as a question.

    Attributes:
        side: `earlier` or `later`.
        kind: stable word: `sum_differs`, `two_values`, `growth_differs`.
        indicator: what the figures are about.
        stated: span of the figure's clause.
        other: span of the clause or clauses it disagrees with; the same clause for a sum inside it.
        unit_id: unit of the first clause.
        stated_value: the figure as stated.
        other_value: the sum of the parts, the other figure in the same unit, or the growth that the levels
            of two years make.
        before: for a growth, span of the level in the earlier report.
    """

    side: str
    kind: str
    indicator: str
    stated: Span
    other: Span
    unit_id: str
    stated_value: float
    other_value: float
    before: Span | None = None
