"""Targets, outcomes and promises as ordered rows with their quotes, for every renderer."""

import re
from collections.abc import Iterable

from msgspec import Struct

from compare.model import ChangeReport
from compare.undertakings.indicators import known
from compare.undertakings.model import (
    PromiseAnswer,
    PromiseStatus,
    TargetChange,
    TargetChangeKind,
    TargetOutcome,
    Verdict,
)
from corpora.model import Level, Span, Unit, WorkReport
from reports.words.indicator_names import indicator_name
from reports.words.undertaking_captions import undertaking_captions

_DIGIT = re.compile(r"\d")  # full-width ones, too


class TargetRow(Struct, frozen=True):
    """A target with the words of both sides, empty where a side has none."""

    change: TargetChange
    earlier_text: str
    later_text: str


class OutcomeRow(Struct, frozen=True):
    """An earlier target, and the words of the review that tell its figure, or an empty string."""

    outcome: TargetOutcome
    target_text: str
    report_text: str


class PromiseRow(Struct, frozen=True):
    """An undertaking with its answer, or with the nearest passage."""

    promise: PromiseAnswer
    text: str
    answer: str
    nearest: str


class PromiseGroup(Struct, frozen=True):
    """The undertakings of one section of the earlier report.

    Attributes:
        holder: the section that they stand in, in its lead or below; None where there is none.
        rows: one or more, in reading order.
    """

    holder: Unit | None
    rows: tuple[PromiseRow, ...]

    @property
    def section(self) -> str:
        """The heading of the section, or an empty string."""
        return self.holder.label if self.holder else ""

    @property
    def reported(self) -> int:
        """How many are answered."""
        return sum(row.promise.status is PromiseStatus.REPORTED for row in self.rows)

    @property
    def with_number(self) -> int:
        """How many are answered with a figure."""
        return sum(row.promise.with_number for row in self.rows)

    @property
    def silent(self) -> int:
        """How many have no answer in the later text."""
        return len(self.rows) - self.reported


def target_rows(change_report: ChangeReport) -> tuple[TargetRow, ...]:
    """The targets, known indicators first, each group in reading order."""
    earlier, later = change_report.earlier, change_report.later
    rows = [
        TargetRow(
            change,
            earlier.quote(change.earlier.span) if change.earlier else "",
            later.quote(change.later.span) if change.later else "",
        )
        for change in change_report.targets
    ]
    return tuple(sorted(rows, key=lambda row: known(row.change.indicator) is None))


def outcome_rows(change_report: ChangeReport) -> tuple[OutcomeRow, ...]:
    """The earlier targets with what came of them, known indicators first."""
    earlier, later = change_report.earlier, change_report.later
    rows = [
        OutcomeRow(outcome, earlier.quote(outcome.target.span), _quote(later, outcome.span))
        for outcome in change_report.outcomes
    ]
    return tuple(sorted(rows, key=lambda row: known(row.outcome.target.indicator) is None))


def promise_groups(change_report: ChangeReport) -> tuple[PromiseGroup, ...]:
    """The undertakings by section of the earlier report, in reading order."""
    earlier, later = change_report.earlier, change_report.later
    units = {unit.id: unit for unit in earlier.units}
    groups: dict[str | None, list[PromiseRow]] = {}
    for promise in change_report.promises:
        row = PromiseRow(
            promise,
            earlier.quote(promise.promise),
            _quote(later, promise.answer),
            _quote(later, promise.nearest),
        )
        groups.setdefault(_holder(units[promise.promise_unit]), []).append(row)
    return tuple(
        PromiseGroup(units[holder] if holder else None, tuple(rows)) for holder, rows in groups.items()
    )


def with_figures_first(rows: Iterable[PromiseRow]) -> tuple[PromiseRow, ...]:
    """Undertakings that promise a figure before the others, each in the order given."""
    return tuple(sorted(rows, key=lambda row: _DIGIT.search(row.text) is None))


def change_counts(change_report: ChangeReport) -> dict[TargetChangeKind, int]:
    """How many targets changed in each way; kinds that do not occur are left out."""
    kinds = [change.change for change in change_report.targets]
    return {kind: kinds.count(kind) for kind in TargetChangeKind if kind in kinds}


def verdict_counts(change_report: ChangeReport) -> dict[Verdict, int]:
    """How many targets came out in each way; verdicts that do not occur are left out."""
    verdicts = [outcome.verdict for outcome in change_report.outcomes]
    return {verdict: verdicts.count(verdict) for verdict in Verdict if verdict in verdicts}


def difference_text(difference: float | None, unit: str | None, language: str) -> str:
    """A difference with its sign and unit: `+0.5 个百分点`, `-100 万人`; empty for none or nought."""
    if difference is None or abs(difference) < 1e-9:  # noqa: PLR2004 - binary noise
        return ""
    words = undertaking_captions(language)
    points = words.point if abs(difference) == 1 else words.points
    named = points if unit in ("%", "个百分点", "百分点") else unit or ""
    return f"{difference:+.6g} {named}".strip()


def target_difference(change: TargetChange, language: str) -> str:
    """By how much a target differs from the earlier one; a range counts by its middle, which is told."""
    side = change.later or change.earlier
    told = difference_text(change.difference, side.unit if side else None, language)
    ranged = any(
        target.value[0] != target.value[1]
        for target in (change.earlier, change.later)
        if target and target.value
    )
    return f"{told}{undertaking_captions(language).by_middle}" if told and ranged else told


def row_name(row: TargetRow | OutcomeRow, language: str) -> str:
    """The indicator's name in a language."""
    indicator = row.change.indicator if isinstance(row, TargetRow) else row.outcome.target.indicator
    return indicator_name(indicator, language)


def _quote(side: WorkReport, span: Span | None) -> str:
    return side.quote(span) if span else ""


def _holder(unit: Unit) -> str | None:
    """The id of the section that a unit stands under, or its own when it is one."""
    return unit.id if unit.level is Level.SECTION else unit.parent
