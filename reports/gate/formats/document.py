"""A check as a JSON document; every finding is in it, whatever other formats had to cut."""

from typing import Any

from corpora.model import WorkReport
from reports.documents.comparison import SCHEMA_VERSION, generator, render_json
from reports.gate.acknowledgements import Acknowledgement
from reports.gate.lines import Line, Told
from reports.gate.rules import Severity
from reports.gate.verdict import Check

Json = dict[str, Any]


def render_check_json(told: Told) -> str:
    """A check as JSON; it is also what `--baseline` reads."""
    return render_json(check_document(told))


def check_document(told: Told) -> Json:
    """A check as a document: verdict, what was compared, findings, acknowledgements."""
    check, texts = told.check, told.check.texts
    return {
        "schema_version": SCHEMA_VERSION,
        "generator": generator(),
        "verdict": check.state.value,
        "exit_code": check.exit_code,
        "problems": [
            {"code": problem.code, "side": problem.side, "text": text}
            for problem, text in zip(check.problems, told.problems, strict=True)
        ],
        "situation": check.situation.value if check.situation else None,
        "earlier": _side(check.names[0], texts.earlier.work_report if texts else None),
        "later": _side(check.names[1], texts.later.work_report if texts else None),
        "rules": {
            "file": check.terms.rules_name or None,
            "fail_on": list(check.terms.rules.fail_on),
            "applied": list(dict.fromkeys(rule.kind.value for rule in check.rules)),
        },
        "counts": _counts(check),
        "findings": [_finding(line) for line in told.lines],
        "acknowledgements": {
            "expired": [_entry(entry) for entry in check.expired],
            "unused": [_entry(entry) for entry in check.unused],
        },
        "not_compared": [
            {"what": entry.what, "side": entry.side, "reason": entry.reason, "detail": entry.detail}
            for entry in (texts.change_report.not_compared if texts else ())
        ],
    }


def _side(name: str, work_report: WorkReport | None) -> Json:
    if work_report is None:
        return {"source": name, "id": None, "sha256": None, "characters": None}
    return {
        "source": name,
        "id": work_report.id,
        "sha256": work_report.source.sha256,
        "characters": len(work_report.text),
    }


def _counts(check: Check) -> Json:
    return {
        "failing": len(check.failing),
        **{severity.value: check.count(severity) for severity in Severity},
        "acknowledged": sum(violation.status == "acknowledged" for violation in check.violations),
        "known": sum(violation.status == "known" for violation in check.violations),
    }


def _finding(line: Line) -> Json:
    observation = line.violation.observation
    acknowledged = line.violation.acknowledged
    return {
        "fingerprint": line.fingerprint,
        "rule": line.rule.value,
        "severity": line.severity.value,
        "status": line.status,
        "fails": line.fails,
        "text": line.sentence,
        "earlier_quote": line.earlier,
        "later_quote": line.later,
        "section": line.section,
        "file": line.location.path,
        "line": line.location.line,
        "column": line.location.column,
        "earlier": [observation.earlier.start, observation.earlier.end] if observation.earlier else None,
        "later": [observation.later.start, observation.later.end] if observation.later else None,
        "earlier_unit": observation.earlier_unit,
        "later_unit": observation.later_unit,
        "values": dict(observation.values),
        "acknowledged": _entry(acknowledged) if acknowledged else None,
    }


def _entry(entry: Acknowledgement) -> Json:
    return {
        "id": entry.id,
        "reason": entry.reason,
        "who": entry.who,
        "until": entry.until.isoformat() if entry.until else None,
    }
