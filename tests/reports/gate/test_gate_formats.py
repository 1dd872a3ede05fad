"""The formats of a check: read back, held against their schemas, inside their budgets."""

import json
import re
from datetime import date
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from corpora.model import Span
from reports.gate.acknowledgements import Acknowledgement
from reports.gate.defaults import DEFAULT_RULE_SET
from reports.gate.formats.annotations import escaped_message, escaped_property, render_annotations
from reports.gate.formats.code_quality import render_code_quality
from reports.gate.formats.document import check_document, render_check_json
from reports.gate.formats.junit import render_junit
from reports.gate.formats.page import render_check_page
from reports.gate.formats.sarif import render_sarif
from reports.gate.formats.view import COMMENT_BYTES, SUMMARY_BYTES, render_check_markdown, view_check
from reports.gate.lines import tell
from reports.gate.readings import Problem
from reports.gate.rules import RuleKind, Severity
from reports.gate.verdict import State, Terms, judge, not_compared
from reports.markdown import render_markdown
from reports.words.language import Language

SARIF = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
CHECK = json.loads(files("reports").joinpath("schema", "check.schema.json").read_text(encoding="utf-8"))
CHANGES = [("146公里", "164公里"), ("不搞大水漫灌", "搞大水漫灌"), ("落到实处", "落在实处")]
NASTY = "100%,:\r\n::error::x <b>&\x00\x0b\ufffe|`*_[a](b)"


@pytest.fixture(scope="module")
def failed(gate):
    return gate.check(gate.base, gate.edit(*CHANGES), gate.everything())


@pytest.fixture(scope="module")
def broken():
    return not_compared((f"{NASTY}.txt", "b.txt"), [Problem("input", NASTY, "earlier", hint=NASTY)], Terms())


@pytest.fixture(scope="module", params=["failed", "passed", "some", "broken"])
def told(request, gate, failed, broken):
    """A check of each answer, and one with acknowledged, known, expired and unused entries."""
    checks = {
        "failed": lambda: failed,
        "passed": lambda: gate.check(gate.base, gate.base),
        "some": lambda: judge(failed.texts.change_report, _partly_known(failed)),
        "broken": lambda: broken,
    }
    return tell(checks[request.param](), "zh")


def _partly_known(check):
    first, second, *_ = (violation.fingerprint for violation in check.violations)
    entries = (
        Acknowledgement(first, "谈妥了", "李娜", date(2031, 1, 31)),
        Acknowledgement("0" * 12, "gone", "x"),
        Acknowledgement("1" * 12, "over", "x", date(2030, 1, 1)),
    )
    return Terms(DEFAULT_RULE_SET.failing_on(("any",)), entries, frozenset({second}), date(2031, 1, 1))


def test_sarif_validates_against_the_schema_of_oasis(told):
    log = json.loads(render_sarif(told))
    found = [
        f"{error.json_path}: {error.message}" for error in jsonschema.Draft7Validator(SARIF).iter_errors(log)
    ]
    assert found == []
    (run,) = log["runs"]
    assert run["properties"]["verdict"] == told.check.state.value
    assert run["invocations"][0]["executionSuccessful"] is (told.check.state is not State.NOT_COMPARED)
    assert len(run["results"]) == len(told.lines)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result, line in zip(run["results"], told.lines, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == line.rule.value
        assert result["partialFingerprints"] == {"crossyear/v1": line.fingerprint}
        assert ("suppressions" in result) is (line.status == "acknowledged")


def test_the_schema_of_oasis_refuses_what_is_no_sarif(failed):
    log = json.loads(render_sarif(tell(failed, "zh")))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not jsonschema.Draft7Validator(SARIF).is_valid(log)


def test_the_document_validates_against_its_schema(told):
    jsonschema.Draft202012Validator.check_schema(CHECK)
    document = json.loads(render_check_json(told))
    found = [error.message for error in jsonschema.Draft202012Validator(CHECK).iter_errors(document)]
    assert found == []
    assert document["exit_code"] == told.check.exit_code


@pytest.mark.parametrize(
    "damage",
    [
        lambda d: d.update(verdict="clean"),
        lambda d: d.pop("problems"),
        lambda d: d["findings"][0].update(fingerprint="x"),
        lambda d: d["findings"][0].update(rule="number"),
        lambda d: d.update(verdict="could not compare"),
    ],
)
def test_the_schema_of_the_document_refuses_what_breaks_it(failed, damage):
    document = json.loads(json.dumps(check_document(tell(failed, "en"))))
    damage(document)
    assert not jsonschema.Draft202012Validator(CHECK).is_valid(document)


def test_junit_is_read_back(told):
    suites = ET.fromstring(render_junit(told).encode())  # noqa: S314 - our own file
    (suite,) = suites
    cases = suite.findall("testcase")
    for element in (suites, suite):
        assert int(element.get("tests")) == len(cases)
        assert int(element.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(element.get("errors")) == len(suite.findall("testcase/error"))
        assert int(element.get("skipped")) == len(suite.findall("testcase/skipped"))
    failing = {line.rule.value for line in told.lines if line.fails}
    assert {failure.get("type") for failure in suite.iter("failure")} == failing
    could_not = told.check.state is State.NOT_COMPARED
    assert (cases[0].find("error") is not None) is could_not
    assert all((case.find("skipped") is not None) is could_not for case in cases[1:])
    assert len({case.get("name") for case in cases}) == len(cases)


def test_code_quality_has_what_gitlab_asks_for(told):
    entries = json.loads(render_code_quality(told))
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["lines"]["begin"] >= 1
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    if told.check.state is State.NOT_COMPARED:
        assert [entry["severity"] for entry in entries] == ["blocker"]
    else:
        assert [entry["fingerprint"] for entry in entries] == [line.fingerprint for line in told.open]


COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\r\n]*)(?:,\w+=[^,:\r\n]*)*)::([^\r\n]*)")


def test_annotations_are_commands_of_one_line_each(told):
    lines = render_annotations(told).splitlines()
    assert len(lines) <= 10
    assert all(COMMAND.fullmatch(line) for line in lines)
    if told.check.state is State.FAILED and told.open:
        assert lines[0].startswith("::error file=")
        assert "line=" in lines[0]


@given(st.text())
def test_what_is_escaped_is_undone_by_the_runner(text):
    """The runner's own rules: https://github.com/actions/toolkit, core/src/command.ts."""
    message, value = escaped_message(text), escaped_property(text)
    assert not set(message) & set("\r\n")
    assert not set(value) & set("\r\n:,")
    undone = message.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    assert undone == text
    value = value.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",")
    assert value.replace("%25", "%") == text


@pytest.mark.parametrize(
    ("text", "message", "value"),
    [("5%", "5%25", "5%25"), ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"), ("a:b,c", "a:b,c", "a%3Ab%2Cc")],
)
def test_escapes(text, message, value):
    assert (escaped_message(text), escaped_property(text)) == (message, value)


@pytest.mark.parametrize("language", list(Language))
def test_every_answer_is_worded_in_both_languages(gate, failed, broken, language):
    words = {"zh": ("未通过", "通过", "无法比较"), "en": ("failed", "passed", "could not compare")}[language]
    for check, word in zip((failed, gate.check(gate.base, gate.base), broken), words, strict=True):
        told = tell(check, language)
        assert word in render_markdown(view_check(told)).splitlines()[0]
        assert word in render_check_page(told, None if check.texts is None else _comparison(check))


def _comparison(check):
    from compare.comparison import compare_with_many

    return compare_with_many([check.texts.earlier.work_report], check.texts.later.work_report)


def test_nothing_of_a_file_is_markup_on_the_page(broken):
    page = render_check_page(tell(broken, "en"), None)
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    assert "<script" not in page


# -- budgets ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def huge(failed):
    """A check with more than a million characters in its findings."""
    report = failed.texts.change_report.later
    text = report.text + "甲" * 600
    long = Span(len(report.text), len(text))
    later = replace(failed.texts.later, work_report=replace(report, text=text))
    first = failed.violations[0]
    words = "乙丙丁，" * 40
    violations = tuple(
        replace(
            first,
            fingerprint=f"{number:012x}",
            observation=replace(
                first.observation,
                later=long,
                values=(*first.observation.values, ("heading", words), ("earlier_clause", words)),
            ),
        )
        for number in range(6_000)
    )
    check = replace(failed, texts=replace(failed.texts, later=later), violations=violations)
    assert sum(len(str(each.observation.values)) for each in violations) > 1_000_000
    return tell(check, "zh")


def test_a_million_characters_of_findings_stay_under_every_budget(huge):
    comment, summary = render_check_markdown(huge), render_check_markdown(huge, SUMMARY_BYTES)
    assert COMMENT_BYTES * 0.9 < len(comment.encode()) <= COMMENT_BYTES < 65_536
    assert SUMMARY_BYTES * 0.5 < len(summary.encode()) <= SUMMARY_BYTES < 1 << 20
    for text in (comment, summary):
        shown = len(re.findall(r"^\d+\. ", text, flags=re.MULTILINE))
        assert f"另有 {6_000 - shown} 项未列出" in text
    assert len(render_annotations(huge).splitlines()) == 10
    assert "5991" in render_annotations(huge)
    log = json.loads(render_sarif(huge))["runs"][0]
    assert (len(log["results"]), log["properties"]["resultsCut"]) == (5_000, 1_000)
    assert len(json.loads(render_code_quality(huge))) == 5_001
    assert "+5900" in render_junit(huge)
    assert len(render_junit(huge)) < 200_000


def test_the_worst_is_kept(failed):
    told = tell(failed, "zh")
    mixed = replace(told, lines=tuple(replace(line, severity=Severity.NOTE) for line in told.lines))
    small = render_check_markdown(mixed, 1_500)
    shown = re.findall(r"- ([0-9a-f]{12}): ", small)
    assert shown == [line.fingerprint for line in mixed.open][: len(shown)]
    assert 0 < len(shown) < len(mixed.open)


@pytest.mark.parametrize("budget", [0, 100, 700, 1_500, 5_000])
def test_a_budget_of_any_size_holds_the_answer(huge, budget):
    text = render_check_markdown(huge, budget)
    assert "未通过" in text
    assert len(text.encode()) <= max(budget, 300)


def test_a_summary_of_long_problems_is_cut():
    problems = [Problem("input", "x" * 5_000, hint="y")] * 3
    told = tell(not_compared(("a" * 5_000, "b" * 5_000), problems, Terms()), "en")
    assert len(render_check_markdown(told).encode()) < 10_000


def test_findings_point_at_lines_of_the_source(gate, failed):
    later = gate.edit(*CHANGES)
    for line in tell(failed, "zh").lines:
        if line.rule is RuleKind.NUMBER_CHANGED:
            source = later.splitlines()[line.location.line - 1]
            assert source[line.location.column - 1 :].startswith("新建改建农村公路164公里")


def test_what_is_gone_is_shown_beside_what_stood_before_it(gate):
    festival = "办好梧桐文化旅游节，开通旅游专线8条，把游客留在云梧。\n\n"
    later = gate.edit((festival, ""))
    check = gate.check(gate.base, later, gate.everything())
    places = {line.rule: line.location.line for line in tell(check, "zh").lines}
    assert "扩大城乡消费" in later.splitlines()[places[RuleKind.MEASURE_DROPPED] - 1]
