"""Targets, their outcomes and figures that do not agree, as observations."""

from compare.findings.targets import holds_on, missed_finding, target_finding
from compare.model import Finding
from compare.undertakings.model import Inconsistency, TargetChangeKind, Verdict
from reports.gate.observations import Observation, Observed
from reports.gate.rules import RuleKind
from reports.gate.texts import Texts

TARGETS = {
    TargetChangeKind.RAISED: RuleKind.TARGET_RAISED,
    TargetChangeKind.LOWERED: RuleKind.TARGET_LOWERED,
    TargetChangeKind.REQUALIFIED: RuleKind.TARGET_REQUALIFIED,
    TargetChangeKind.NARROWED: RuleKind.TARGET_RESTATED,
    TargetChangeKind.WIDENED: RuleKind.TARGET_RESTATED,
    TargetChangeKind.UNIT_CHANGED: RuleKind.TARGET_RESTATED,
    TargetChangeKind.QUANTIFIED: RuleKind.TARGET_RESTATED,
    TargetChangeKind.NOT_QUANTIFIED: RuleKind.TARGET_NOT_QUANTIFIED,
    TargetChangeKind.NEW: RuleKind.TARGET_NEW,
    TargetChangeKind.DROPPED: RuleKind.TARGET_DROPPED,
}


def observe_targets(texts: Texts) -> Observed:
    """Targets that differ, and earlier ones that the later review does not reach."""
    earlier, later = texts.earlier.work_report, texts.later.work_report
    for change in texts.change_report.targets:
        if change.change in TARGETS and not holds_on(change, earlier, later):
            finding = target_finding(change, earlier, later)
            yield _of(TARGETS[change.change], finding, change.indicator, abs(change.difference or 0.0))
    for outcome in texts.change_report.outcomes:
        if outcome.verdict is Verdict.MISSED:
            yield _of(
                RuleKind.TARGET_MISSED, missed_finding(outcome, earlier, later), outcome.target.indicator, 0
            )


def observe_figures(texts: Texts) -> Observed:
    """Figures of the later text that do not agree and did not stand in the earlier one."""
    before = {
        _told(each, texts.earlier.quote(each.stated), texts.earlier.quote(each.other))
        for each in texts.change_report.inconsistencies
        if each.side == "earlier"
    }
    for each in texts.change_report.inconsistencies:
        stated, other = texts.later.quote(each.stated), texts.later.quote(each.other)
        if each.side != "later" or (identity := _told(each, stated, other)) in before:
            continue
        values = (
            ("kind", each.kind), ("indicator", each.indicator), ("stated", stated), ("second", other),
            ("before", texts.earlier.quote(each.before)),
            ("value", f"{each.stated_value:g}"), ("other", f"{each.other_value:g}"),
        )  # fmt: skip
        yield Observation(
            RuleKind.FIGURES_INCONSISTENT, each.before, each.stated, None, each.unit_id, identity, values
        )


def _of(kind: RuleKind, finding: Finding, indicator: str, size: float) -> Observation:
    identity = (
        indicator,
        finding.value("earlier_target"),
        finding.value("later_target"),
        finding.value("report"),
    )
    return Observation(
        kind, finding.earlier, finding.later, finding.earlier_unit, finding.later_unit, identity,
        finding.values, finding.kind, size=size, weight=finding.importance, indicator=indicator,
    )  # fmt: skip


def _told(each: Inconsistency, stated: str, other: str) -> tuple[str, ...]:
    return each.kind, each.indicator, stated, other
