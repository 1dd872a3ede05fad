"""The rules that hold without a rules file, each limit with its reason."""

from corpora.model import Role
from reports.gate.rules import Rule, RuleKind, RuleSet, Scope, Severity, Situation

_FORWARD = (Role.REQUIREMENTS, Role.PLAN, Role.GOVERNANCE)
_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE
_YEARLY, _DRAFT = (Situation.YEARLY,), (Situation.DRAFT,)

# What is looked at without a rules file. Between two years nearly everything is rewritten: only what a reader
# must not miss is an error. Between two drafts of one report every figure is meant to stay unless somebody
# decided otherwise. The limits are where consecutive reports of one government become unusual: a task moves
# by one rank when another is added; of the undertakings of a section three in four have no answer that can be
# found; half of the formulations listed weigh less than 80.
DEFAULT_RULES: tuple[Rule, ...] = (
    Rule(RuleKind.PART_MISSING, _E),
    Rule(RuleKind.NEGATION_CHANGED, _E),
    Rule(RuleKind.TARGET_DROPPED, _E),
    Rule(RuleKind.TARGET_NOT_QUANTIFIED, _E),
    Rule(RuleKind.TARGET_LOWERED, _W, when=_YEARLY),
    Rule(RuleKind.TARGET_LOWERED, _E, when=_DRAFT),
    Rule(RuleKind.TARGET_RAISED, _N, when=_YEARLY),
    Rule(RuleKind.TARGET_RAISED, _E, when=_DRAFT),
    Rule(RuleKind.TARGET_REQUALIFIED, _W, when=_YEARLY),
    Rule(RuleKind.TARGET_REQUALIFIED, _E, when=_DRAFT),
    Rule(RuleKind.TARGET_RESTATED, _W),
    Rule(RuleKind.TARGET_NEW, _N, when=_YEARLY),
    Rule(RuleKind.TARGET_NEW, _W, when=_DRAFT),
    Rule(RuleKind.FIGURES_INCONSISTENT, _E),
    Rule(RuleKind.PRIORITY_DROPPED, _E),
    Rule(RuleKind.PRIORITY_NEW, _W),
    Rule(RuleKind.PRIORITY_MOVED, _W, more_than=1),
    Rule(RuleKind.PRIORITY_REGROUPED, _W),
    Rule(RuleKind.PRIORITY_REWORDED, _N, when=_YEARLY),
    Rule(RuleKind.PRIORITY_REWORDED, _W, when=_DRAFT),
    Rule(RuleKind.SECTION_UNMATCHED, _N, when=_YEARLY),
    Rule(RuleKind.SECTION_UNMATCHED, _W, when=_DRAFT),
    Rule(RuleKind.NUMBER_CHANGED, _N, Scope(_FORWARD), when=_YEARLY),
    Rule(RuleKind.NUMBER_CHANGED, _E, when=_DRAFT),
    Rule(RuleKind.UNIT_CHANGED, _N, Scope(_FORWARD), when=_YEARLY),
    Rule(RuleKind.UNIT_CHANGED, _E, when=_DRAFT),
    Rule(RuleKind.QUALIFIER_CHANGED, _N, Scope(_FORWARD), when=_YEARLY),
    Rule(RuleKind.QUALIFIER_CHANGED, _E, when=_DRAFT),
    Rule(RuleKind.STRENGTH_CHANGED, _N, Scope(_FORWARD), when=_YEARLY),
    Rule(RuleKind.STRENGTH_CHANGED, _W, when=_DRAFT),
    Rule(RuleKind.SCOPE_CHANGED, _N, Scope(_FORWARD), when=_YEARLY),
    Rule(RuleKind.SCOPE_CHANGED, _W, when=_DRAFT),
    Rule(RuleKind.TIME_CHANGED, _N, Scope(_FORWARD), when=_YEARLY),
    Rule(RuleKind.TIME_CHANGED, _E, when=_DRAFT),
    Rule(RuleKind.FORMULATION_DROPPED, _N, weight_at_least=85, when=_YEARLY),
    Rule(RuleKind.FORMULATION_DROPPED, _W, when=_DRAFT),
    Rule(RuleKind.FORMULATION_RETURNING, _N),
    Rule(RuleKind.FORMULATION_REWORDED, _N, weight_at_least=85, when=_YEARLY),
    Rule(RuleKind.FORMULATION_REWORDED, _W, when=_DRAFT),
    Rule(RuleKind.FORMULATION_EMPHASIS, _N),
    Rule(RuleKind.TARGET_MISSED, _N),
    Rule(RuleKind.PROMISES_SILENT, _W, more_than=90),
    Rule(RuleKind.LENGTH_CHANGED, _W, more_than=20, when=_YEARLY),
    Rule(RuleKind.LENGTH_CHANGED, _W, more_than=10, when=_DRAFT),
    Rule(RuleKind.MEASURE_DROPPED, _W, when=_DRAFT),
    Rule(RuleKind.MEASURE_NEW, _N, when=_DRAFT),
    Rule(RuleKind.MEASURE_MOVED, _N, when=_DRAFT),
    Rule(RuleKind.TEXT_CHANGED, _N, when=_DRAFT),
)
DEFAULT_RULE_SET = RuleSet(DEFAULT_RULES)
