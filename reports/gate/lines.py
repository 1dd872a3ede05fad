"""The findings of a check as they are shown, computed once for every format: sentence, quotes, place."""

from collections.abc import Sequence

from msgspec import Struct

from reports.gate.locations import Location, counterparts, later_offset, lines_of
from reports.gate.rules import RuleKind, Severity
from reports.gate.sentences import observation_sentence, problem_sentence
from reports.gate.texts import Texts
from reports.gate.verdict import Check, Violation
from reports.gate.words import RULES
from reports.words.quoting import clipped
from reports.words.vocabulary import label

QUOTE_CHARACTERS = 160


class Line(Struct, frozen=True):
    """One finding, worded.

    Attributes:
        fingerprint: its stable name.
        rule: the rule's kind.
        name: the rule's name in the language.
        severity: how grave it is.
        status: `open`, `acknowledged` or `known`.
        fails: it fails the check.
        sentence: what changed.
        earlier: the words in the earlier text, clipped, or empty.
        later: the words in the later text, clipped, or empty.
        part: name of the part that holds it, or empty.
        section: heading above it, or empty.
        location: where to look in the later file.
        violation: the finding itself.
    """

    fingerprint: str
    rule: RuleKind
    name: str
    severity: Severity
    status: str
    fails: bool
    sentence: str
    earlier: str
    later: str
    part: str
    section: str
    location: Location
    violation: Violation


class Told(Struct, frozen=True):
    """A check as it is shown.

    Attributes:
        check: the check.
        language: `zh` or `en`.
        lines: every finding, the worst first.
        problems: why there is no verdict, one sentence each.
    """

    check: Check
    language: str
    lines: tuple[Line, ...]
    problems: tuple[str, ...]

    @property
    def open(self) -> tuple[Line, ...]:
        """The findings that nobody has acknowledged and no baseline knows."""
        return tuple(line for line in self.lines if line.status == "open")


def tell(check: Check, language: str) -> Told:
    """Word a check.

    Args:
        check: the check.
        language: `zh` or `en`.
    """
    problems = tuple(problem_sentence(problem, check.names, language) for problem in check.problems)
    return Told(check, language, tuple(_lines(check, language)), problems)


def _lines(check: Check, language: str) -> Sequence[Line]:
    texts = check.texts
    if texts is None:
        return ()
    places, linked = lines_of(texts.later, check.names[1]), counterparts(texts)
    return [
        _line(violation, texts, language, places.at(later_offset(violation.observation, texts, linked)))
        for violation in check.violations
    ]


def _line(violation: Violation, texts: Texts, language: str, location: Location) -> Line:
    observation = violation.observation
    unit, text = texts.later.unit(observation.later_unit), texts.later
    if unit is None:
        unit, text = texts.earlier.unit(observation.earlier_unit), texts.earlier
    return Line(
        fingerprint=violation.fingerprint,
        rule=violation.rule.kind,
        name=RULES[violation.rule.kind].name(language),
        severity=violation.rule.severity,
        status=violation.status,
        fails=violation.fails,
        sentence=observation_sentence(observation, texts, language),
        earlier=clipped(texts.earlier.quote(observation.earlier), QUOTE_CHARACTERS),
        later=clipped(texts.later.quote(observation.later), QUOTE_CHARACTERS),
        part=label(unit.role, language) if unit is not None else "",
        section=clipped(text.section(unit), QUOTE_CHARACTERS),
        location=location,
        violation=violation,
    )
