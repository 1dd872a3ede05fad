"""The rules file: the initial one is the built-in rules, and mistakes are told with line, key and nearest name."""

import json
import tomllib
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpora.errors import UsageError
from corpora.model import Role
from reports.gate.defaults import DEFAULT_RULE_SET
from reports.gate.rules import DOUBT_CODES, SETTINGS, RuleKind, Scope, Severity, Situation, Years
from reports.gate.rules_file import FAIL_ON, SCHEMA_FILE, initial_rules_file, read_fail_on, read_rules

RULE = '[[rule]]\nid = "number-changed"\n'


@pytest.fixture(scope="module")
def schema():
    return json.loads(files("reports.gate").joinpath(SCHEMA_FILE).read_text(encoding="utf-8"))


def test_the_initial_file_is_the_built_in_rules():
    assert read_rules(initial_rules_file(), "x.toml") == DEFAULT_RULE_SET


def test_what_the_initial_file_leaves_to_fill_in_can_be_filled_in():
    told = initial_rules_file().partition("# Rules that need words of your own:")[2]
    lines = [line.removeprefix("# ") for line in told.splitlines() if "=" in line or "[[" in line]
    rules = read_rules("\n".join(lines), "x.toml").rules
    assert [rule.kind for rule in rules] == [RuleKind.FORMULATION_FORBIDDEN, RuleKind.FORMULATION_REQUIRED]


def test_every_setting_is_read():
    text = """
        fail_on = ["warning", "text-changed"]
        [reading]
        years = "consecutive"
        same_place = false
        [reading.doubts]
        numbering-gap = 3
        [[rule]]
        id = "target-lowered"
        severity = "warning"
        when = ["draft"]
        more_than = 0.5
        parts = ["requirements", "plan"]
        sections = "目标"
        indicators = ["生产总值*"]
        matching = ["增长"]
        [[rule]]
        id = "formulation-required"
        phrases = ["稳中求进"]
        [[rule]]
        id = "text-changed"
        severity = "off"
    """
    found = read_rules(text, "x.toml")
    assert found.fail_on == ("warning", "text-changed")
    assert (found.reading.years, found.reading.same_place) == (Years.CONSECUTIVE, False)
    assert found.reading.doubts["numbering-gap"] == 3
    lowered, required, added = found.rules
    scope = Scope((Role.REQUIREMENTS, Role.PLAN), ("目标",), ("生产总值*",), ("增长",))
    assert (lowered.severity, lowered.scope, lowered.more_than) == (Severity.WARNING, scope, 0.5)
    assert lowered.when == (Situation.DRAFT,)
    assert (required.severity, required.phrases) == (Severity.ERROR, ("稳中求进",))
    assert added.kind is RuleKind.TEXT_CHANGED  # switched off, but named as what fails


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("fail_on = [", 1, "no valid TOML"),
        (f'{RULE}severity = "error\n', 3, "no valid TOML"),
        (f"{RULE}\nid = 1\n", 4, "no valid TOML"),
        (f"failon = 1\n{RULE}", 1, "failon: there is no such key. Did you mean fail_on?"),
        (f'fail_on = ["eror"]\n{RULE}', 1, "fail_on: there is no 'eror'. Did you mean error?"),
        (f"fail_on = [1]\n{RULE}", 1, "fail_on: is no list of texts"),
        (f"fail_on = []\n{RULE}", 1, "fail_on: names nothing"),
        ("# nothing\n", 1, "the file has no rule"),
        (f"{RULE}\n[[rules]]\nid = 1\n", 4, "rules: there is no such key. Did you mean rule?"),
        ('\n[[rule]]\nseverity = "error"\n', 2, "rule 1, id: the rule has no id"),
        (f'{RULE}\n[[rule]]\nid = "number-chnged"\n', 5, "'number-chnged'. Did you mean number-changed?"),
        (f'{RULE}severty = "error"\n', 3, "severty: there is no such key. Did you mean severity?"),
        (f'{RULE}severity = "fatal"\n', 3, "severity: there is no 'fatal'. Valid: error, warning, note, off"),
        (f"{RULE}severity = 3\n", 3, "severity: is no text"),
        (f'{RULE}parts = ["plans"]\n', 3, "parts: there is no 'plans'. Did you mean plan?"),
        (f'{RULE}parts = ["frame"]\n', 3, "parts: there is no 'frame'"),
        (f'{RULE}when = ["drafts"]\n', 3, "when: there is no 'drafts'. Did you mean draft?"),
        (f"{RULE}more_than = 3\n", 3, "more_than: means nothing to number-changed"),
        (f'{RULE}matching = ["("]\n', 3, "matching: '(' is no regular expression"),
        ('[[rule]]\nid = "priority-moved"\nmore_than = "2"\n', 3, "more_than: is not a number of 0 or more"),
        ('[[rule]]\nid = "priority-moved"\nmore_than = -1\n', 3, "more_than: is not a number of 0 or more"),
        ('[[rule]]\nid = "priority-moved"\nmore_than = true\n', 3, "more_than: is not a number"),
        ('[[rule]]\nid = "priority-moved"\nmore_than = nan\n', 3, "more_than: is not a number"),
        ('[[rule]]\nid = "promises-silent"\nmore_than = 101\n', 3, "is not a number from 0 to 100"),
        ('[[rule]]\nid = "formulation-required"\n', 1, "phrases: formulation-required names no phrases"),
        (f'[reading]\nyears = "any year"\n{RULE}', 2, "years: there is no 'any year'"),
        (f"[reading]\nsame_place = 1\n{RULE}", 2, "same_place: is neither true nor false"),
        (f"[reading.doubts]\nbad-character = 1\n{RULE}", 2, "Did you mean bad-characters?"),
        (f"[reading.doubts]\nno-headings = 1.5\n{RULE}", 2, "no-headings: is not a whole number"),
        ("rule = 3\n", 1, "rule: is no table"),
        ('"""\n[[rule]]\n"""\n', 1, "no valid TOML"),
        (f'note = """\n[[rule]]\nid = 1\n"""\n{RULE}', 1, "note: there is no such key"),
    ],
)
def test_a_mistake_is_told_with_line_key_and_nearest_name(text, line, said):
    with pytest.raises(UsageError) as error:
        read_rules(text, "my.toml")
    message = str(error.value)
    assert message.startswith(f"my.toml: line {line}: ")
    assert said in message


def test_the_schema_knows_what_the_parser_knows(schema):
    jsonschema.Draft202012Validator.check_schema(schema)
    rule = schema["$defs"]["rule"]
    assert set(rule["properties"]["id"]["enum"]) == {kind.value for kind in RuleKind}
    settings = {setting.value for each in SETTINGS.values() for setting in each}
    assert set(rule["properties"]) == {"id", "severity", "when"} | settings
    assert set(schema["properties"]["fail_on"]["oneOf"][0]["enum"]) == set(FAIL_ON)
    assert set(schema["$defs"]["reading"]["properties"]["doubts"]["properties"]) == set(DOUBT_CODES)
    own = {clause["if"]["properties"]["id"]["const"]: clause["then"] for clause in rule["allOf"]}
    for kind in RuleKind:
        wanted = {"id", "severity", "when"} | {setting.value for setting in SETTINGS[kind]}
        assert set(own[kind.value]["propertyNames"]["enum"]) == wanted, kind


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        (initial_rules_file(), True),
        (RULE, True),
        ("failon = 1\n" + RULE, False),
        (f'fail_on = "any"\n{RULE}', True),
        (f"fail_on = []\n{RULE}", False),
        (RULE + "more_than = 1\n", False),
        (RULE + 'severity = "fatal"\n', False),
        ('[[rule]]\nid = "number"\n', False),
        ('[[rule]]\nid = "formulation-required"\n', False),
        ('[[rule]]\nid = "formulation-required"\nphrases = ["甲"]\n', True),
        ('[reading.doubts]\nno-headings = "x"\n' + RULE, False),
    ],
)
def test_schema_and_parser_agree(schema, text, valid):
    assert jsonschema.Draft202012Validator(schema).is_valid(tomllib.loads(text)) is valid
    if valid:
        read_rules(text, "x.toml")
    else:
        with pytest.raises(UsageError):
            read_rules(text, "x.toml")


@pytest.mark.parametrize(
    ("words", "found"),
    [("any", ("any",)), ("error, text-changed", ("error", "text-changed")), ("none,", ("none",))],
)
def test_fail_on_is_read(words, found):
    assert read_fail_on(words) == found


@pytest.mark.parametrize(
    ("words", "said"),
    [("textchanged", "Did you mean text-changed"), ("", "names nothing"), (",", "Valid: any")],
)
def test_fail_on_is_refused_with_the_nearest_name(words, said):
    with pytest.raises(ValueError, match=said):
        read_fail_on(words)


PIECES = st.sampled_from(
    [
        *(
            "[[rule]]",
            "[reading]",
            "[reading.doubts]",
            "[rule.x]",
            "id",
            "severity",
            "parts",
            "years",
            "phrases",
        ),
        *("more_than", "fail_on", '"number-changed"', '"formulation-required"', '["plan"]', "[[", "1", "nan"),
        *(
            "true",
            "2026-01-01",
            "{a = 1}",
            '"""',
            "\n",
            "\r\n",
            "# x",
            "no-headings",
            '"any"',
            "\x00",
            "甲",
            "=",
        ),
    ]
)


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60))
@example("x = " + "[" * 5_000)
@example('rule = [{id = "number-changed"}]\n')
@example('rule = {id = "number-changed"}\n')
@example("reading = 3\n" + RULE)
@example("[[reading]]\n[[reading]]\n" + RULE)
@example("reading = []\n" + RULE)
@example("reading.doubts = 3\n" + RULE)
def test_any_text_is_rules_or_an_error_that_names_the_file(text):
    try:
        assert read_rules(text, "x.toml").rules
    except UsageError as error:
        message = str(error)
    else:
        message = "x.toml: "
    assert message.startswith("x.toml: ")
