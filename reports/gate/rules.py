"""The rules of a check: what they look at, how grave it is, and which part of a report they hold for.

Nothing in here is worded for people (see `reports.gate.words`), and nothing is read from a file
(see `reports.gate.rules_file`).
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from corpora.model import Role


class Severity(StrEnum):
    """How grave a finding is; the order of the members is that of gravity, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Situation(StrEnum):
    """What is compared: reports of two years, or two drafts of one year's report."""

    YEARLY = "yearly"
    DRAFT = "draft"


class RuleKind(StrEnum):
    """The stable ids of the rules. The order is that in which findings of equal gravity are told."""

    PART_MISSING = "part-missing"
    FORMULATION_FORBIDDEN = "formulation-forbidden"
    FORMULATION_REQUIRED = "formulation-required"
    NEGATION_CHANGED = "negation-changed"
    TARGET_DROPPED = "target-dropped"
    TARGET_NOT_QUANTIFIED = "target-not-quantified"
    TARGET_LOWERED = "target-lowered"
    TARGET_RAISED = "target-raised"
    TARGET_REQUALIFIED = "target-requalified"
    TARGET_RESTATED = "target-restated"
    TARGET_NEW = "target-new"
    FIGURES_INCONSISTENT = "figures-inconsistent"
    PRIORITY_DROPPED = "priority-dropped"
    PRIORITY_NEW = "priority-new"
    PRIORITY_MOVED = "priority-moved"
    PRIORITY_REGROUPED = "priority-regrouped"
    PRIORITY_REWORDED = "priority-reworded"
    SECTION_UNMATCHED = "section-unmatched"
    NUMBER_CHANGED = "number-changed"
    UNIT_CHANGED = "unit-changed"
    QUALIFIER_CHANGED = "qualifier-changed"
    STRENGTH_CHANGED = "strength-changed"
    SCOPE_CHANGED = "scope-changed"
    TIME_CHANGED = "time-changed"
    FORMULATION_DROPPED = "formulation-dropped"
    FORMULATION_RETURNING = "formulation-returning"
    FORMULATION_REWORDED = "formulation-reworded"
    FORMULATION_EMPHASIS = "formulation-emphasis"
    FORMULATION_NEW = "formulation-new"
    TARGET_MISSED = "target-missed"
    PROMISES_SILENT = "promises-silent"
    LENGTH_CHANGED = "length-changed"
    MEASURE_DROPPED = "measure-dropped"
    MEASURE_NEW = "measure-new"
    MEASURE_MOVED = "measure-moved"
    TEXT_CHANGED = "text-changed"


class Setting(StrEnum):
    """What a rule can be told besides its severity; the values are the keys of a rules file."""

    MORE_THAN = "more_than"
    WEIGHT_AT_LEAST = "weight_at_least"
    PHRASES = "phrases"
    INDICATORS = "indicators"
    PARTS = "parts"
    SECTIONS = "sections"
    MATCHING = "matching"


_PLACED = frozenset({Setting.PARTS, Setting.SECTIONS, Setting.MATCHING})
_TARGETS = _PLACED | {Setting.INDICATORS}
_PHRASES = _PLACED | {Setting.WEIGHT_AT_LEAST}
_RANKED = _PLACED - {Setting.PARTS}  # priorities are sections of the plan

# What each rule can be told; a key that means nothing to a rule is an error, not an idle wish.
SETTINGS: Mapping[RuleKind, frozenset[Setting]] = MappingProxyType(
    {
        RuleKind.PART_MISSING: frozenset({Setting.PARTS}),
        RuleKind.FORMULATION_FORBIDDEN: frozenset({Setting.PHRASES, Setting.PARTS, Setting.SECTIONS}),
        RuleKind.FORMULATION_REQUIRED: frozenset({Setting.PHRASES, Setting.PARTS, Setting.SECTIONS}),
        RuleKind.NEGATION_CHANGED: _PLACED,
        RuleKind.TARGET_DROPPED: _TARGETS,
        RuleKind.TARGET_NOT_QUANTIFIED: _TARGETS,
        RuleKind.TARGET_LOWERED: _TARGETS | {Setting.MORE_THAN},
        RuleKind.TARGET_RAISED: _TARGETS | {Setting.MORE_THAN},
        RuleKind.TARGET_REQUALIFIED: _TARGETS,
        RuleKind.TARGET_RESTATED: _TARGETS,
        RuleKind.TARGET_NEW: _TARGETS,
        RuleKind.FIGURES_INCONSISTENT: _PLACED,
        RuleKind.PRIORITY_DROPPED: _RANKED,
        RuleKind.PRIORITY_NEW: _RANKED,
        RuleKind.PRIORITY_MOVED: _RANKED | {Setting.MORE_THAN},
        RuleKind.PRIORITY_REGROUPED: _RANKED,
        RuleKind.PRIORITY_REWORDED: _RANKED,
        RuleKind.SECTION_UNMATCHED: _PLACED,
        RuleKind.NUMBER_CHANGED: _PLACED,
        RuleKind.UNIT_CHANGED: _PLACED,
        RuleKind.QUALIFIER_CHANGED: _PLACED,
        RuleKind.STRENGTH_CHANGED: _PLACED,
        RuleKind.SCOPE_CHANGED: _PLACED,
        RuleKind.TIME_CHANGED: _PLACED,
        RuleKind.FORMULATION_DROPPED: _PHRASES,
        RuleKind.FORMULATION_RETURNING: _PHRASES,
        RuleKind.FORMULATION_REWORDED: _PHRASES,
        RuleKind.FORMULATION_EMPHASIS: _PHRASES,
        RuleKind.FORMULATION_NEW: _PHRASES,
        RuleKind.TARGET_MISSED: _TARGETS,
        RuleKind.PROMISES_SILENT: frozenset({Setting.MORE_THAN, Setting.SECTIONS}),
        RuleKind.LENGTH_CHANGED: frozenset({Setting.MORE_THAN, Setting.PARTS, Setting.SECTIONS}),
        RuleKind.MEASURE_DROPPED: _PLACED,
        RuleKind.MEASURE_NEW: _PLACED,
        RuleKind.MEASURE_MOVED: _PLACED,
        RuleKind.TEXT_CHANGED: _PLACED,
    }
)
# Rules that say nothing without the phrases they are about.
NEEDS_PHRASES = frozenset({RuleKind.FORMULATION_FORBIDDEN, RuleKind.FORMULATION_REQUIRED})


class Scope(Struct, frozen=True):
    """For which places of a report a rule holds; an empty field holds for all.

    Attributes:
        parts: roles of the part that holds the place.
        sections: patterns of headings (`*` stands for anything); one of the headings above must match, in
            whole or, for a pattern without `*`, in part.
        indicators: patterns of names of indicators, in the same manner. Without any, a rule on targets holds
            for the indicators that reports set targets for everywhere (`compare.undertakings.indicators`).
        matching: regular expressions; one of them must be found in what is quoted or named.
    """

    parts: tuple[Role, ...] = ()
    sections: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    matching: tuple[str, ...] = ()


EVERYWHERE = Scope()


class Rule(Struct, frozen=True):
    """One rule.

    Attributes:
        kind: what it looks at.
        severity: how grave a finding of it is.
        scope: for which places it holds.
        more_than: the size above which it fires: ranks (priority-moved), per cent (promises-silent,
            length-changed), the target's own unit (target-lowered and -raised).
        weight_at_least: for formulations, the least weight (0 to 100) that counts.
        phrases: what formulation-forbidden and formulation-required are about.
        when: for which situations it holds; empty for both.
    """

    kind: RuleKind
    severity: Severity
    scope: Scope = EVERYWHERE
    more_than: float = 0.0
    weight_at_least: float = 0.0
    phrases: tuple[str, ...] = ()
    when: tuple[Situation, ...] = ()

    def holds_in(self, situation: Situation) -> bool:
        """Whether the rule is meant for what is compared."""
        return not self.when or situation in self.when


class Years(StrEnum):
    """Which years of the two reports can be compared at all."""

    ORDERED = "ordered"
    CONSECUTIVE = "consecutive"
    SAME = "same"
    ANY = "any"


# Doubts of reading (see `corpora`) and how many of each a check may bear. What is not named may be any
# number: gaps in numbering and unheaded parts are the text's own manner more often than a fault of reading.
DOUBT_LIMITS: Mapping[str, int] = MappingProxyType(
    {"bad-characters": 20, "merge-conflict": 0, "no-headings": 0, "year-disagrees": 0, "place-disagrees": 0}
)
DOUBT_CODES = (
    *("bad-characters", "merge-conflict", "no-headings", "year-disagrees", "place-disagrees"),
    *("part-missing", "part-without-heading", "numbering-gap"),
)


class ReadingLimits(Struct, frozen=True):
    """What must hold of the reading for a verdict; else the answer is "could not compare".

    Attributes:
        years: how the two years must stand to each other.
        same_place: both reports must be of one place.
        doubts: most doubts of a kind, by code; for `bad-characters` the characters.
    """

    years: Years = Years.ORDERED
    same_place: bool = True
    doubts: Mapping[str, int] = field(default_factory=lambda: DOUBT_LIMITS)


ANY, NONE = "any", "none"


class RuleSet(Struct, frozen=True):
    """What a check goes by.

    Attributes:
        rules: in the order of the file.
        fail_on: severities, ids of rules, `any`, or `none`: a finding of these fails the check.
        reading: what must hold of the reading.
    """

    rules: tuple[Rule, ...]
    fail_on: tuple[str, ...] = (Severity.ERROR.value,)
    reading: ReadingLimits = field(default_factory=ReadingLimits)

    def failing_on(self, names: tuple[str, ...]) -> "RuleSet":
        """The same rules, failing on other findings; what is failed on is looked for in any case.

        With `any`, every rule is added as a note without limits, so that no change goes unseen; a rule that
        is named and that the set lacks is added likewise.
        """
        known = {rule.kind for rule in self.rules}
        added = [
            rule
            for rule in catch_all()
            if ANY in names or (rule.kind.value in names and rule.kind not in known)
        ]
        return replace(self, rules=(*self.rules, *added), fail_on=names)

    def fails_on(self, rule: Rule) -> bool:
        """Whether a finding of this rule fails the check."""
        if NONE in self.fail_on:
            return False
        return bool({ANY, rule.kind.value, rule.severity.value} & set(self.fail_on))


def catch_all() -> tuple[Rule, ...]:
    """Every rule that needs no phrases, as a note that holds everywhere and from the smallest change on."""
    every = Scope(indicators=("*",))
    return tuple(
        Rule(kind, Severity.NOTE, every if Setting.INDICATORS in SETTINGS[kind] else EVERYWHERE)
        for kind in RuleKind
        if kind not in NEEDS_PHRASES
    )
