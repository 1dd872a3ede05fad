"""The rules file: TOML in, `RuleSet` out, and a commented one to begin with.

`rules.schema.json` beside this module describes the same for editors. What is wrong is told with its line,
its key and the nearest valid name.
"""

import re
from collections.abc import Iterable, Iterator

from corpora.model import Role
from reports.gate.defaults import DEFAULT_RULE_SET
from reports.gate.rules import (
    ANY,
    DOUBT_CODES,
    DOUBT_LIMITS,
    EVERYWHERE,
    NEEDS_PHRASES,
    NONE,
    SETTINGS,
    ReadingLimits,
    Rule,
    RuleKind,
    RuleSet,
    Scope,
    Setting,
    Severity,
    Situation,
    Years,
)
from reports.gate.toml_text import Located, nearest, read_toml
from reports.gate.words import RULES

SCHEMA_FILE = "rules.schema.json"
OFF = "off"
_TOP = ("fail_on", "reading", "rule")
_OF_EVERY_RULE = ("id", "severity", "when")
_MOST_PER_CENT = 100.0
FAIL_ON = (ANY, NONE, *(severity.value for severity in Severity), *(kind.value for kind in RuleKind))


def read_rules(text: str, name: str) -> RuleSet:
    """The rules of a file. What it does not name is not looked at; `severity = "off"` says so aloud.

    Args:
        text: the file's text.
        name: the file, for messages.

    Raises:
        UsageError: it is no rules file; the message names line, key and the nearest valid name.
    """
    top = read_toml(text, name)
    top.only_keys(_TOP)
    rules = tuple(rule for table in top.tables("rule") if (rule := _rule(table)) is not None)
    fail_on = top.choices("fail_on", FAIL_ON) if "fail_on" in top.values else DEFAULT_RULE_SET.fail_on
    if not rules:
        top.refuse("rule", "the file has no rule", "crossyear check --init writes a file to begin with")
    if not fail_on:
        top.refuse("fail_on", "names nothing", 'Write fail_on = ["none"] where nothing shall fail')
    rule_set = RuleSet(rules, DEFAULT_RULE_SET.fail_on, _reading(top))
    return rule_set.failing_on(fail_on)


def read_fail_on(words: str) -> tuple[str, ...]:
    """What `--fail-on` says: names separated by commas.

    Raises:
        ValueError: one of them is none of ours; the message has the nearest valid name.
    """
    names = tuple(word.strip() for word in words.split(",") if word.strip())
    for name in names:
        if name not in FAIL_ON:
            raise ValueError(f"there is no {name!r}. {nearest(name, FAIL_ON)}")
    if not names:
        raise ValueError(f"it names nothing. Valid: {', '.join(FAIL_ON)}")
    return names


def _reading(top: Located) -> ReadingLimits:
    found = top.tables("reading")
    if not found:
        return ReadingLimits()
    table, *others = found
    if others:
        top.refuse("reading", "stands there twice", "Write one [reading], without a second pair of brackets")
    table.only_keys(("years", "same_place", "doubts"))
    years = Years(table.choice("years", Years.ORDERED.value, [each.value for each in Years]))
    same_place = table.values.get("same_place", True)
    if not isinstance(same_place, bool):
        table.refuse("same_place", "is neither true nor false", "Write same_place = true, or = false")
    limits = dict(DOUBT_LIMITS)
    doubts = table.values.get("doubts", {})
    if not isinstance(doubts, dict):
        table.refuse("doubts", "is no table", "Write [reading.doubts] and below it bad-characters = 20")
    places = top.inner.get("reading.doubts", (table,))
    for code, most in doubts.items():
        if code not in DOUBT_CODES:
            places[0].refuse(code, "there is no such doubt", nearest(code, DOUBT_CODES))
        if isinstance(most, bool) or not isinstance(most, int) or most < 0:
            places[0].refuse(code, "is not a whole number of 0 or more", f"Write {code} = 0")
        limits[code] = most
    return ReadingLimits(years, bool(same_place), limits)


def _rule(table: Located) -> Rule | None:
    if "id" not in table.values:
        table.refuse("id", "the rule has no id", f"Valid: {', '.join(kind.value for kind in RuleKind)}")
    kind = RuleKind(table.choice("id", "", [each.value for each in RuleKind]))
    settings = [each.value for each in Setting if each in SETTINGS[kind]]
    known = (*_OF_EVERY_RULE, *settings)
    for key in table.values:
        if key not in known and key in set(Setting):
            table.refuse(key, f"means nothing to {kind.value}", f"Valid there: {', '.join(known)}")
    table.only_keys(known)
    severity = table.choice("severity", Severity.ERROR.value, [*(each.value for each in Severity), OFF])
    when = table.choices("when", [each.value for each in Situation])
    most = _MOST_PER_CENT if kind is RuleKind.PROMISES_SILENT else float("inf")
    if kind in NEEDS_PHRASES and not table.texts("phrases"):
        table.refuse("phrases", f"{kind.value} names no phrases", 'Write phrases = ["…", "…"]')
    rule = Rule(
        kind,
        Severity.NOTE if severity == OFF else Severity(severity),
        _scope(table),
        table.number("more_than", 0, most),
        table.number("weight_at_least", 0, 100),
        table.texts("phrases"),
        tuple(Situation(each) for each in when),
    )
    return None if severity == OFF else rule


def _scope(table: Located) -> Scope:
    matching = table.texts("matching")
    for pattern in matching:
        try:
            re.compile(pattern)
        except re.error as error:
            table.refuse(
                "matching", f"{pattern!r} is no regular expression ({error})", "Escape ( ) [ ] with \\"
            )
    parts = table.choices("parts", [each.value for each in Role if each not in {Role.APPENDIX, Role.FRAME}])
    return Scope(
        tuple(Role(each) for each in parts), table.texts("sections"), table.texts("indicators"), matching
    )


# -- a file to begin with --------------------------------------------------------------------------

_OPENING = """\
# Rules of `crossyear check EARLIER LATER --rules FILE`.
#
# Each [[rule]] has an id and a severity: "error", "warning", "note" or "off". Rules that are not in this file
# are not looked at. A rule may stand here several times with different scopes; where two fire on one place,
# the graver one counts. What a rule can be told besides:
#
#   when      = ["yearly"]   only between reports of two years; ["draft"]: between two texts of one year
#   parts     = ["plan"]     opening, review, problems, requirements, plan, governance, closing
#   sections  = ["内需"]     under headings with these words; with *, ? or [ the whole heading must match
#   matching  = ["高铁|机场"]  regular expressions, one of which must be found in the words concerned
#   indicators = ["*"]       targets: of these indicators; without it those that reports set everywhere
#   more_than, weight_at_least, phrases: see the rules that have them

# What fails the check (exit code 1): severities, ids of rules, "any" change at all, or "none".
fail_on = ["error"]

# When there can be no verdict ("could not compare", exit code 2).
[reading]
years = "ordered"      # the later year is not before the earlier one; or "consecutive", "same", "any"
same_place = true

# How many doubts of reading a check may bear; bad-characters counts characters. Kinds that are not named here
# (part-missing, part-without-heading, numbering-gap) may be any number.
[reading.doubts]
"""
_TO_FILL_IN = """
# Rules that need words of your own:

# What must not stand in the later text.
# [[rule]]
# id = "formulation-forbidden"
# severity = "error"
# phrases = ["大拆大建"]

# What must stand in it; here in the part on targets and policy stance.
# [[rule]]
# id = "formulation-required"
# severity = "error"
# phrases = ["稳中求进工作总基调"]
# parts = ["requirements"]
"""


def initial_rules_file() -> str:
    """The built-in rules as a commented file; reading it gives the built-in rules."""
    doubts = "".join(f"{code} = {most}\n" for code, most in DOUBT_LIMITS.items())
    return _OPENING + doubts + "".join(_blocks(DEFAULT_RULE_SET.rules)) + _TO_FILL_IN


def _blocks(rules: Iterable[Rule]) -> Iterator[str]:
    told: set[RuleKind] = set()
    for rule in rules:
        lines = [""] if rule.kind in told else ["", f"# {RULES[rule.kind].help}"]
        told.add(rule.kind)
        lines += ["[[rule]]", f'id = "{rule.kind.value}"', f'severity = "{rule.severity.value}"']
        lines += [f"when = {_list(each.value for each in rule.when)}"] if rule.when else []
        lines += [f"more_than = {rule.more_than:g}"] if rule.more_than else []
        lines += [f"weight_at_least = {rule.weight_at_least:g}"] if rule.weight_at_least else []
        if rule.scope != EVERYWHERE:
            lines.append(f"parts = {_list(each.value for each in rule.scope.parts)}")
        yield "\n".join(lines) + "\n"


def _list(words: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"
