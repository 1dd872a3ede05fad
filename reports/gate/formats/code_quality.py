"""GitLab's code quality report: a JSON list that merge requests show as a widget and in the changed lines."""

import json
from typing import Any

from reports.gate.formats.view import verdict_sentence
from reports.gate.lines import Line, Told
from reports.gate.rules import Severity
from reports.gate.verdict import State

MOST = 5_000  # findings; the widget shows the worst first and does not need more
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render_code_quality(told: Told) -> str:
    """A check as GitLab's code quality report. Acknowledged and known findings are not in it.

    What could not be compared is a finding of the gravest kind: an empty list would read as "no changes".
    """
    if told.check.state is State.NOT_COMPARED:
        entries = [_problem(told)]
    else:
        shown = told.open[:MOST]
        entries = [_entry(line) for line in shown]
        if left := len(told.open) - len(shown):
            entries.append(_more(told, left))
    body = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f"[\n{body}\n]\n" if entries else "[]\n"


def _entry(line: Line) -> dict[str, Any]:
    return {
        "description": line.sentence,
        "check_name": line.rule.value,
        "fingerprint": line.fingerprint,
        "severity": "critical" if line.fails else _SEVERITIES[line.severity],
        "location": {"path": line.location.path, "lines": {"begin": line.location.line or 1}},
    }


def _problem(told: Told) -> dict[str, Any]:
    return {
        "description": " ".join((verdict_sentence(told), *told.problems)),
        "check_name": "could-not-compare",
        "fingerprint": "could-not-compare",
        "severity": "blocker",
        "location": {"path": told.check.names[1], "lines": {"begin": 1}},
    }


def _more(told: Told, left: int) -> dict[str, Any]:
    return {
        "description": f"… +{left}",
        "check_name": "more-findings",
        "fingerprint": "more-findings",
        "severity": "info",
        "location": {"path": told.check.names[1], "lines": {"begin": 1}},
    }
