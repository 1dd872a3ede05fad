"""SARIF 2.1.0 (OASIS 2020), which GitHub's code scanning and many editors read.

Every finding is a result with its fingerprint, so that a platform knows it again; what is acknowledged
or known from a baseline is a suppressed or unchanged result rather than none. What could not be compared is a
run that says `executionSuccessful: false` and why.
"""

import json
from importlib import metadata
from typing import Any
from urllib.parse import quote

from reports.gate.formats.view import verdict_sentence, verdict_title
from reports.gate.lines import Line, Told
from reports.gate.rules import RuleKind, Severity
from reports.gate.verdict import State
from reports.gate.words import RULES

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "crossyear/v1"
MOST = 5_000  # results; GitHub refuses a file with more, and one of more than 10 MB packed
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}

Json = dict[str, Any]


def render_sarif(told: Told) -> str:
    """A check as a SARIF log with one run."""
    kinds = list(RuleKind)
    shown = told.lines[:MOST]
    run = {
        "tool": {"driver": _driver(kinds, told.language)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(told, len(told.lines) - len(shown))],
        "results": [_result(line, kinds.index(line.rule), told) for line in shown],
        "properties": {"verdict": told.check.state.value, "resultsCut": len(told.lines) - len(shown)},
    }
    if told.check.state is State.NOT_COMPARED:
        run["results"] = []
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _driver(kinds: list[RuleKind], language: str) -> Json:
    return {
        "name": "crossyear",
        "version": metadata.version("crossyear"),
        "language": "zh-CN" if language == "zh" else "en-US",
        "rules": [
            {
                "id": kind.value,
                "name": "".join(word.capitalize() for word in kind.value.split("-")),
                "shortDescription": {"text": RULES[kind].name(language)},
                "fullDescription": {"text": RULES[kind].help},
            }
            for kind in kinds
        ],
    }


def _invocation(told: Told, cut: int) -> Json:
    """What the run came to. A failed check ran well; one that could not compare did not."""
    compared = told.check.state is not State.NOT_COMPARED
    texts = [(("none" if compared else "error"), f"{verdict_title(told)}. {verdict_sentence(told)}")]
    texts += [("error", problem) for problem in told.problems]
    texts += [("warning", f"… +{cut}")] if cut else []
    return {
        "executionSuccessful": compared,
        "exitCode": told.check.exit_code,
        "toolExecutionNotifications": [{"level": level, "message": {"text": text}} for level, text in texts],
    }


def _result(line: Line, index: int, told: Told) -> Json:
    result: Json = {
        "ruleId": line.rule.value,
        "ruleIndex": index,
        "level": _LEVELS[line.severity],
        "message": {"text": line.sentence},
        "locations": [_location(line)],
        "partialFingerprints": {FINGERPRINT: line.fingerprint},
        "properties": {
            "fails": line.fails,
            "status": line.status,
            "earlier": line.earlier,
            "later": line.later,
        },
    }
    if told.check.terms.baseline is not None:
        result["baselineState"] = "unchanged" if line.violation.known else "new"
    if line.violation.acknowledged is not None:
        entry = line.violation.acknowledged
        result["suppressions"] = [{"kind": "external", "justification": f"{entry.reason} ({entry.who})"}]
    return result


def _location(line: Line) -> Json:
    place: Json = {"artifactLocation": {"uri": quote(line.location.path.replace("\\", "/"))}}
    if line.location.line is not None:
        place["region"] = {"startLine": line.location.line, "startColumn": line.location.column}
    location: Json = {"physicalLocation": place}
    if line.section:
        location["logicalLocations"] = [{"name": line.section, "fullyQualifiedName": line.section}]
    return location
