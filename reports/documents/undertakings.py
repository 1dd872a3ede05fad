"""Targets, outcomes, promises and doubtful figures as JSON, for the documents of comparisons."""

from collections.abc import Iterable
from typing import Any

from compare.model import ChangeReport
from compare.undertakings.model import (
    Inconsistency,
    OpenPromise,
    PromiseAnswer,
    Target,
    TargetChange,
    TargetOutcome,
)
from corpora.model import Span, WorkReport

Json = dict[str, Any]


def undertakings_document(change_report: ChangeReport) -> Json:
    """The fields `targets`, `outcomes`, `promises` and `inconsistencies` of a comparison.

    Args:
        change_report: what a comparison found.

    Returns:
        Texts stand as printed; numbers in the printed unit.
    """
    earlier, later = change_report.earlier, change_report.later
    return {
        "targets": [_target_change(change, earlier, later) for change in change_report.targets],
        "outcomes": [_outcome(outcome, earlier, later) for outcome in change_report.outcomes],
        "promises": [_promise(promise, earlier, later) for promise in change_report.promises],
        "inconsistencies": [
            _inconsistency(doubt, earlier if doubt.side == "earlier" else later, earlier)
            for doubt in change_report.inconsistencies
        ],
    }


def open_promises_document(promises: Iterable[OpenPromise]) -> list[Json]:
    """What older plans undertook and no review at hand answers; `promise` stands in that year's report."""
    return [
        {
            "year": each.year,
            "promise": {
                "text": each.text,
                "unit": each.promise_unit,
                "span": [each.promise.start, each.promise.end],
            },
            "looked_at": list(each.looked_at),
            "nearest": {
                "text": each.nearest_text,
                "unit": each.nearest_unit,
                "span": [each.nearest.start, each.nearest.end],
            }
            if each.nearest
            else None,
        }
        for each in promises
    ]


def _target_change(change: TargetChange, earlier: WorkReport, later: WorkReport) -> Json:
    return {
        "indicator": change.indicator,
        "earlier": _target(change.earlier, earlier) if change.earlier else None,
        "later": _target(change.later, later) if change.later else None,
        "change": change.change.value,
        "bearing": change.bearing.value,
        "difference": _plain(change.difference),
    }


def _target(target: Target, side: WorkReport) -> Json:
    value: Any = None
    if target.value is not None:
        low, high = (_plain(end) for end in target.value)
        value = low if low == high else [low, high]
    return {
        "text": side.quote(target.span),
        "value": value,
        "unit": target.unit,
        "qualifier": target.qualifier,
        "period": target.period.value,
        "aim": target.aim.value,
        "unit_id": target.unit_id,
        "span": [target.span.start, target.span.end],
    }


def _outcome(outcome: TargetOutcome, earlier: WorkReport, later: WorkReport) -> Json:
    return {
        "indicator": outcome.target.indicator,
        "target": _target(outcome.target, earlier),
        "verdict": outcome.verdict.value,
        "report": _passage(later, outcome.span, outcome.unit_id),
        "value": _plain(outcome.value),
        "unit": outcome.unit,
        "difference": _plain(outcome.difference),
        "level_before": [outcome.level_before.start, outcome.level_before.end]
        if outcome.level_before
        else None,
    }


def _promise(promise: PromiseAnswer, earlier: WorkReport, later: WorkReport) -> Json:
    return {
        "promise": _passage(earlier, promise.promise, promise.promise_unit),
        "report": _passage(later, promise.answer, promise.answer_unit),
        "status": promise.status.value,
        "with_number": promise.with_number,
        "score": round(promise.score, 4),
        "reason": promise.reason,
        "nearest": _passage(later, promise.nearest, promise.nearest_unit),
    }


def _inconsistency(doubt: Inconsistency, side: WorkReport, earlier: WorkReport) -> Json:
    return {
        "side": doubt.side,
        "kind": doubt.kind,
        "indicator": doubt.indicator,
        "stated": _passage(side, doubt.stated, doubt.unit_id),
        "other": _quote(side, doubt.other),
        "before": _quote(earlier, doubt.before) if doubt.before else None,
        "stated_value": _plain(doubt.stated_value),
        "other_value": _plain(doubt.other_value),
    }


def _passage(side: WorkReport, span: Span | None, unit_id: str | None) -> Json | None:
    if span is None:
        return None
    return {"text": side.quote(span), "unit": unit_id, "span": [span.start, span.end]}


def _quote(side: WorkReport, span: Span) -> Json:
    return {"text": side.quote(span), "span": [span.start, span.end]}


def _plain(figure: float | None) -> float | int | None:
    """A figure without the noise of binary arithmetic; whole ones as integers."""
    if figure is None:
        return None
    rounded = round(figure, 6)
    return int(rounded) if rounded == int(rounded) else rounded
