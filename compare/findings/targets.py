"""What matters first among targets, outcomes and undertakings, as findings.

Only indicators that reports set targets for everywhere (`compare.undertakings.indicators`) make headlines;
the amounts of single works are in the tables. Silence is one finding with its share, never hundreds.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from compare.model import Finding, FindingKind
from compare.undertakings.indicators import known
from compare.undertakings.model import (
    Bearing,
    Period,
    PromiseAnswer,
    PromiseStatus,
    Target,
    TargetChange,
    TargetChangeKind,
    TargetOutcome,
    Verdict,
)
from corpora.model import Span, WorkReport

_KINDS = {
    TargetChangeKind.RAISED: FindingKind.TARGET_CHANGED,
    TargetChangeKind.LOWERED: FindingKind.TARGET_CHANGED,
    TargetChangeKind.REQUALIFIED: FindingKind.TARGET_CHANGED,
    TargetChangeKind.NARROWED: FindingKind.TARGET_CHANGED,
    TargetChangeKind.WIDENED: FindingKind.TARGET_CHANGED,
    TargetChangeKind.UNIT_CHANGED: FindingKind.TARGET_CHANGED,
    TargetChangeKind.QUANTIFIED: FindingKind.TARGET_CHANGED,
    TargetChangeKind.NOT_QUANTIFIED: FindingKind.TARGET_NOT_QUANTIFIED,
    TargetChangeKind.NEW: FindingKind.TARGET_NEW,
    TargetChangeKind.DROPPED: FindingKind.TARGET_DROPPED,
}
# Growth leads every report's targets; what asks for less or more comes before what is a matter of policy.
_LEADING = "生产总值增速"
_LEADS, _DEMANDS, _OTHERS = 3.0, 2.0, 1.0


class Undertakings(Struct, frozen=True):
    """Targets, outcomes and undertakings of a comparison."""

    targets: tuple[TargetChange, ...] = ()
    outcomes: tuple[TargetOutcome, ...] = ()
    promises: tuple[PromiseAnswer, ...] = ()

    def tells(self, earlier: Span, later: Span) -> bool:
        """Whether a pair of clauses is told as a change of a known target already.

        Where a target is kept, a statement of it that differs all the same is told for itself.
        """
        return any(
            any(map(earlier.meets, _told(each.earlier, each)))
            and any(map(later.meets, _told(each.later, each)))
            for each in self.targets
            if known(each.indicator) is not None
        )


def _told(target: Target | None, change: TargetChange) -> tuple[Span, ...]:
    if target is None:
        return ()
    return (target.span,) if change.change is TargetChangeKind.KEPT else target.statements


def undertaking_findings(found: Undertakings, earlier: WorkReport, later: WorkReport) -> Iterator[Finding]:
    """Findings whose importance so far only orders them among their own kind.

    Args:
        found: targets, outcomes and undertakings.
        earlier: the earlier report, for quotes.
        later: the later report, for quotes.
    """
    for change in found.targets:
        is_told = change.change in _KINDS and known(change.indicator) is not None
        if is_told and not holds_on(change, earlier, later):
            yield target_finding(change, earlier, later)
    for outcome in found.outcomes:
        if outcome.verdict is Verdict.MISSED and known(outcome.target.indicator) is not None:
            yield missed_finding(outcome, earlier, later)
    if found.promises:
        yield _silence(found.promises)


def holds_on(change: TargetChange, earlier: WorkReport, later: WorkReport) -> bool:
    """Whether a target that is not found any more is one for several years: the next report need not set it.

    Args:
        change: any change of a target.
        earlier: the report that sets it.
        later: the report that is looked at.
    """
    target = change.earlier
    is_gone = target is not None and change.later is None and target.period is Period.SEVERAL_YEARS
    return is_gone and earlier.year < later.year


def target_finding(change: TargetChange, earlier: WorkReport, later: WorkReport) -> Finding:
    """A changed target as a finding; its importance only orders it among its own kind.

    Args:
        change: any but a kept one.
        earlier: the earlier report, for quotes.
        later: the later report, for quotes.
    """
    weight = _OTHERS if change.bearing is Bearing.OPEN else _DEMANDS
    one, other = change.earlier, change.later
    values = [("indicator", change.indicator), ("change", change.change.value)]
    if (other or one) and (other or one).period is Period.SEVERAL_YEARS:  # type: ignore[union-attr]
        values.append(("period", Period.SEVERAL_YEARS.value))
    values += [("earlier_target", earlier.quote(one.span))] if one else []
    values += [("later_target", later.quote(other.span))] if other else []
    if change.difference:
        values += [("difference", f"{change.difference:.6g}"), ("unit", _unit(other or one))]
    return Finding(
        _KINDS[change.change], _LEADS if change.indicator == _LEADING else weight,
        one.span if one else None, other.span if other else None,
        one.unit_id if one else None, other.unit_id if other else None, tuple(values), "target-differs",
    )  # fmt: skip


def missed_finding(outcome: TargetOutcome, earlier: WorkReport, later: WorkReport) -> Finding:
    """A target that the later review does not reach, as a finding; arguments as of `target_finding`."""
    target = outcome.target
    values = [("indicator", target.indicator), ("earlier_target", earlier.quote(target.span))]
    values += [("report", later.quote(outcome.span))] if outcome.span else []
    if outcome.difference:
        values += [("difference", f"{outcome.difference:.6g}"), ("unit", _unit(target))]
    return Finding(
        FindingKind.TARGET_MISSED, _LEADS if target.indicator == _LEADING else _OTHERS,
        target.span, outcome.span, target.unit_id, outcome.unit_id, tuple(values), "figure-below-target",
    )  # fmt: skip


def _silence(promises: Sequence[PromiseAnswer]) -> Finding:
    silent = [each for each in promises if each.status is PromiseStatus.SILENT]
    values = (("promises", str(len(promises))), ("silent", str(len(silent))))
    share = len(silent) / len(promises)
    return Finding(FindingKind.PROMISES_SILENT, share, None, None, None, None, values, "no-answer-found")


def _unit(target: Target | None) -> str:
    return (target.unit or "") if target else ""
