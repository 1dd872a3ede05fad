"""JUnit XML: one case for the comparison, one for each rule; what CI servers show beside the tests.

The family that Jenkins, GitLab and GitHub's reporters read (testsuites, testsuite, testcase with failure,
error, skipped, system-out).
"""

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from reports.gate.formats.view import listed, place_text, verdict_sentence, verdict_title
from reports.gate.lines import Line, Told
from reports.gate.rules import RuleKind
from reports.gate.verdict import State
from reports.gate.words import RULES

MOST_OF_A_RULE = 100  # findings listed in one case
_NAME = "crossyear check"
# Characters that XML 1.0 cannot hold in any form.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(told: Told) -> str:
    """A check as JUnit XML."""
    check = told.check
    suite = ET.Element("testsuite", name=_NAME)
    cases = [_comparison(told), *(_rule(kind, told) for kind in _kinds(told))]
    suite.extend(cases)
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }
    for name, count in counts.items():
        suite.set(name, str(count))
    suite.set("time", "0")
    root = ET.Element("testsuites", {"name": _text(f"{_NAME}: {check.state.value}")})
    for name, count in counts.items():
        root.set(name, str(count))
    root.append(suite)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _kinds(told: Told) -> Iterator[RuleKind]:
    """The rules of the check, each once, in the order of their gravity among equals."""
    rules = told.check.terms.rules.rules if told.check.state is State.NOT_COMPARED else told.check.rules
    wanted = {rule.kind for rule in rules}
    return (kind for kind in RuleKind if kind in wanted)


def _case(name: str) -> ET.Element:
    return ET.Element("testcase", classname="crossyear.check", name=_text(name), time="0")


def _comparison(told: Told) -> ET.Element:
    case = _case("comparison")
    if told.check.state is State.NOT_COMPARED:
        error = ET.SubElement(case, "error", message=_text(verdict_title(told)), type="could-not-compare")
        error.text = _text("\n".join((verdict_sentence(told), *told.problems)))
    else:
        out = ET.SubElement(case, "system-out")
        out.text = _text(f"{verdict_title(told)}\n{verdict_sentence(told)}")
    return case


def _rule(kind: RuleKind, told: Told) -> ET.Element:
    case = _case(f"{kind.value}: {RULES[kind].name(told.language)}")
    if told.check.state is State.NOT_COMPARED:
        ET.SubElement(case, "skipped", message=_text(verdict_title(told)))
        return case
    found = [line for line in told.lines if line.rule is kind]
    failing = [line for line in found if line.fails]
    others = [line for line in found if not line.fails]
    if failing:
        failure = ET.SubElement(case, "failure", message=_text(_message(failing)), type=kind.value)
        failure.text = _text(_listing(failing))
    if others:
        ET.SubElement(case, "system-out").text = _text(_listing(others))
    return case


def _message(lines: Sequence[Line]) -> str:
    return lines[0].sentence + (f" (+{len(lines) - 1})" if len(lines) > 1 else "")


def _listing(lines: Sequence[Line]) -> str:
    shown, left = listed(lines, MOST_OF_A_RULE)
    rows = [
        f"{line.fingerprint} [{line.severity.value}, {line.status}] {place_text(line.location)}"
        f"\n{line.sentence}"
        for line in shown
    ]
    return "\n".join([*rows, *([f"… +{left}"] if left else [])])


def _text(text: str) -> str:
    """Text that XML can hold; other characters are shown as escapes."""
    return _NOT_IN_XML.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
