"""A comparison and rules → a verdict: passed, failed, or could not compare, with every finding behind it."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from compare.model import ChangeReport
from corpora.model import Span
from reports.gate.acknowledgements import Acknowledgement
from reports.gate.aims import observe_figures, observe_targets
from reports.gate.defaults import DEFAULT_RULE_SET
from reports.gate.fingerprints import fingerprints
from reports.gate.meanings import observe_meanings, observe_phrases
from reports.gate.observations import Observation
from reports.gate.readings import Problem, reading_problems, situation_of
from reports.gate.rules import Rule, RuleKind, RuleSet, Severity, Situation
from reports.gate.scopes import is_in_scope
from reports.gate.tasks import observe_tasks, observe_units, observe_wording
from reports.gate.texts import Texts, texts_of
from reports.gate.whole import observe_whole


class State(StrEnum):
    """What a check says. There is no fourth answer, and silence is none of them."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_COMPARED = "could not compare"


EXIT_CODES = {State.PASSED: 0, State.FAILED: 1, State.NOT_COMPARED: 2}


class Violation(Struct, frozen=True):
    """An observation on which a rule fires.

    Attributes:
        observation: what was observed.
        rule: the gravest rule that fires on it.
        fingerprint: its stable name.
        acknowledged: the entry that says it is wanted, or None.
        known: the baseline has it.
        fails: it fails the check.
    """

    observation: Observation
    rule: Rule
    fingerprint: str
    acknowledged: Acknowledgement | None = None
    known: bool = False
    fails: bool = False

    @property
    def status(self) -> str:
        """`open`, or why it cannot fail: `acknowledged`, `known`."""
        if self.acknowledged is not None:
            return "acknowledged"
        return "known" if self.known else "open"


class Terms(Struct, frozen=True):
    """What a check goes by besides the two reports.

    Attributes:
        rules: the rules.
        acknowledgements: the entries of the file.
        baseline: fingerprints of an earlier check, or None when there is none.
        today: the day on which entries may have expired.
        rules_name: the rules file, or empty for the built-in rules.
    """

    rules: RuleSet = DEFAULT_RULE_SET
    acknowledgements: tuple[Acknowledgement, ...] = ()
    baseline: frozenset[str] | None = None
    today: date = date.min
    rules_name: str = ""


class Check(Struct, frozen=True):
    """The result of a check; every output reads only this.

    Attributes:
        state: the verdict.
        terms: what it went by.
        names: the two sources as the user named them.
        problems: why there is no verdict; empty for a verdict.
        texts: both texts, or None when they could not be compared.
        situation: what was compared, likewise.
        violations: every finding, the worst first.
        expired: acknowledgements whose last day is over.
        unused: acknowledgements that no finding needs.
    """

    state: State
    terms: Terms
    names: tuple[str, str]
    problems: tuple[Problem, ...] = ()
    texts: Texts | None = None
    situation: Situation | None = None
    violations: tuple[Violation, ...] = ()
    expired: tuple[Acknowledgement, ...] = ()
    unused: tuple[Acknowledgement, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 passed, 1 failed, 2 could not compare."""
        return EXIT_CODES[self.state]

    @property
    def failing(self) -> tuple[Violation, ...]:
        """The findings that fail the check."""
        return tuple(violation for violation in self.violations if violation.fails)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that were held against what was compared; none without a comparison."""
        if self.situation is None:
            return ()
        return tuple(rule for rule in self.terms.rules.rules if rule.holds_in(self.situation))

    def count(self, severity: Severity) -> int:
        """How many open findings are this grave."""
        return sum(
            violation.rule.severity is severity and violation.status == "open"
            for violation in self.violations
        )


def not_compared(names: tuple[str, str], problems: Iterable[Problem], terms: Terms) -> Check:
    """The result of a check that could not compare."""
    return Check(State.NOT_COMPARED, terms, names, tuple(problems))


def judge(change_report: ChangeReport, terms: Terms, names: tuple[str, str] | None = None) -> Check:
    """Hold rules against a comparison.

    Args:
        change_report: what was found.
        terms: rules, acknowledgements, baseline, the day.
        names: the two sources as the user named them; those of the reports when None.

    Returns:
        The verdict; `could not compare` when the reading was too doubtful for one.
    """
    earlier, later = change_report.earlier, change_report.later
    names = names or (earlier.source.name, later.source.name)
    problems = reading_problems(earlier, later, terms.rules.reading)
    if problems:
        return not_compared(names, problems, terms)
    situation, texts = situation_of(earlier, later), texts_of(change_report)
    rules = [rule for rule in terms.rules.rules if rule.holds_in(situation)]
    violations = _violations(rules, texts, terms)
    used = {violation.fingerprint for violation in violations}
    expired = [entry for entry in terms.acknowledgements if entry.has_expired(terms.today)]
    unused = [entry for entry in terms.acknowledgements if entry not in expired and entry.id not in used]
    state = State.FAILED if any(violation.fails for violation in violations) else State.PASSED
    return Check(
        state, terms, names, (), texts, situation, violations, tuple(expired), tuple(unused)
    )  # fmt: skip


def observe(texts: Texts) -> list[Observation]:
    """Every change of a comparison, in reading order of the later text."""
    found = [
        *observe_tasks(texts),
        *observe_units(texts),
        *observe_wording(texts),
        *observe_meanings(texts),
        *observe_phrases(texts),
        *observe_targets(texts),
        *observe_figures(texts),
    ]
    return sorted(found, key=_reading_order)


def _reading_order(observation: Observation) -> tuple[Span, Span]:
    last = Span(1 << 62, 1 << 62)
    return observation.later or last, observation.earlier or last


def _violations(rules: Sequence[Rule], texts: Texts, terms: Terms) -> tuple[Violation, ...]:
    ordered = sorted(rules, key=lambda rule: (not terms.rules.fails_on(rule), rule.severity.rank))
    by_kind: dict[RuleKind, list[Rule]] = {}
    fired: dict[Observation, Rule] = {}
    for rule in ordered:
        by_kind.setdefault(rule.kind, []).append(rule)
        for observation in observe_whole(rule, texts):
            if not observation.size or observation.size > rule.more_than:
                fired.setdefault(observation, rule)
    observed = [each for each in observe(texts) if each.kind in by_kind]
    for observation in observed:
        firing = [rule for rule in by_kind[observation.kind] if _fires(rule, observation, texts)]
        if firing:
            fired.setdefault(observation, firing[0])
    # Those on which no rule fires are counted too: a limit that is changed must not rename its neighbours.
    everything = sorted(dict.fromkeys((*observed, *fired)), key=_reading_order)
    named = dict(zip(everything, fingerprints(everything), strict=True))
    found = [_violation(observation, rule, named[observation], terms) for observation, rule in fired.items()]
    return tuple(sorted(found, key=_worst_first))


def _fires(rule: Rule, observation: Observation, texts: Texts) -> bool:
    if rule.more_than and observation.size <= rule.more_than:
        return False
    return observation.weight >= rule.weight_at_least and is_in_scope(rule.scope, observation, texts)


def _violation(observation: Observation, rule: Rule, fingerprint: str, terms: Terms) -> Violation:
    entry = next(
        (
            each
            for each in terms.acknowledgements
            if each.id == fingerprint and not each.has_expired(terms.today)
        ),
        None,
    )
    known = terms.baseline is not None and fingerprint in terms.baseline
    fails = entry is None and not known and terms.rules.fails_on(rule)
    return Violation(observation, rule, fingerprint, entry, known, fails)


_KIND_ORDER = {kind: place for place, kind in enumerate(RuleKind)}


def _worst_first(violation: Violation) -> tuple[bool, bool, int, int, float, float, tuple[Span, Span]]:
    """What fails first, then by gravity, by rule, by size, in reading order."""
    return (
        not violation.fails,
        violation.status != "open",
        violation.rule.severity.rank,
        _KIND_ORDER[violation.rule.kind],
        -violation.observation.weight,
        -violation.observation.size,
        _reading_order(violation.observation),
    )
