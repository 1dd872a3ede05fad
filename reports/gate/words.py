"""What the gate says, in Chinese and English: names of rules, states, sentences."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from reports.gate.rules import RuleKind, Severity, Situation
from reports.words.language import Language


class RuleWords(Struct, frozen=True):
    """A rule's name in both languages, and what it looks at (for the rules file and SARIF)."""

    zh: str
    en: str
    help: str

    def name(self, language: str) -> str:
        """The name in a language."""
        return self.zh if language == Language.ZH else self.en


RULES: Mapping[RuleKind, RuleWords] = MappingProxyType(
    {
        RuleKind.PART_MISSING: RuleWords(
            "缺少部分",
            "part missing",
            "A part that the earlier text has (review, plan …) is not in the later one.",
        ),
        RuleKind.FORMULATION_FORBIDDEN: RuleWords(
            "禁用提法", "forbidden formulation", "One of the phrases stands in the later text."
        ),
        RuleKind.FORMULATION_REQUIRED: RuleWords(
            "必有提法缺失",
            "required formulation missing",
            "One of the phrases does not stand in the later text.",
        ),
        RuleKind.NEGATION_CHANGED: RuleWords(
            "否定有变", "negation changed", "A negation or prohibition came, went or turned in a clause."
        ),
        RuleKind.TARGET_DROPPED: RuleWords(
            "目标未再出现", "target no longer found", "An indicator's target is not found in the later text."
        ),
        RuleKind.TARGET_NOT_QUANTIFIED: RuleWords(
            "目标不再量化", "target no longer quantified", "A target that was a number is words now."
        ),
        RuleKind.TARGET_LOWERED: RuleWords(
            "目标调低",
            "target lowered",
            "A target's number is lower; more_than: by more than so much, in its unit.",
        ),
        RuleKind.TARGET_RAISED: RuleWords(
            "目标调高",
            "target raised",
            "A target's number is higher; more_than: by more than so much, in its unit.",
        ),
        RuleKind.TARGET_REQUALIFIED: RuleWords(
            "目标限定词变化",
            "target requalified",
            "A target has the same number and another qualifier: 左右, 以上 …",
        ),
        RuleKind.TARGET_RESTATED: RuleWords(
            "目标表述变化",
            "target restated",
            "A target became a number, a narrower or wider range, or has another unit.",
        ),
        RuleKind.TARGET_NEW: RuleWords(
            "新目标", "new target", "A target that the earlier text does not have."
        ),
        RuleKind.FIGURES_INCONSISTENT: RuleWords(
            "数据不一致",
            "figures do not agree",
            "Figures of the later text that do not agree, where the earlier text had no such doubt.",
        ),
        RuleKind.PRIORITY_DROPPED: RuleWords(
            "任务未再单列",
            "priority no longer found",
            "A task of the plan has no counterpart in the later plan.",
        ),
        RuleKind.PRIORITY_NEW: RuleWords(
            "新列任务", "new priority", "A task of the plan that the earlier plan does not have."
        ),
        RuleKind.PRIORITY_MOVED: RuleWords(
            "任务次序变化",
            "priority moved",
            "A task changed its place on its own account; more_than: by more than so many ranks.",
        ),
        RuleKind.PRIORITY_REGROUPED: RuleWords(
            "任务拆并", "priority split or merged", "A task was split, merged or regrouped with others."
        ),
        RuleKind.PRIORITY_REWORDED: RuleWords(
            "任务标题改动",
            "priority reworded",
            "The heading of a task, or the words that run on from it, changed.",
        ),
        RuleKind.SECTION_UNMATCHED: RuleWords(
            "标题无对应",
            "section without counterpart",
            "A section outside the tasks stands in one of the texts only.",
        ),
        RuleKind.NUMBER_CHANGED: RuleWords(
            "数字变化", "number changed", "A number changed in clauses that belong together, targets aside."
        ),
        RuleKind.UNIT_CHANGED: RuleWords(
            "计量单位变化",
            "unit changed",
            "A figure is given in another unit in clauses that belong together.",
        ),
        RuleKind.QUALIFIER_CHANGED: RuleWords(
            "限定词变化",
            "qualifier changed",
            "A figure has another qualifier: 左右, 以上, 力争 … targets aside.",
        ),
        RuleKind.STRENGTH_CHANGED: RuleWords(
            "力度变化",
            "strength changed",
            "A word of strength came, went or was exchanged: 鼓励, 支持, 大力 …",
        ),
        RuleKind.SCOPE_CHANGED: RuleWords(
            "范围变化", "scope changed", "A word of scope came, went or was exchanged: 全面, 部分, 重点 …"
        ),
        RuleKind.TIME_CHANGED: RuleWords(
            "时限变化", "time changed", "A deadline or time came, went or was exchanged: 年底前, 三年内 …"
        ),
        RuleKind.FORMULATION_DROPPED: RuleWords(
            "提法未再出现",
            "formulation no longer found",
            "A formulation is not found in the later text; weight_at_least: only weighty ones, 0 to 100.",
        ),
        RuleKind.FORMULATION_RETURNING: RuleWords(
            "提法重新出现",
            "formulation returning",
            "A formulation of older years (see --corpus) is back; weight_at_least as above.",
        ),
        RuleKind.FORMULATION_REWORDED: RuleWords(
            "提法变化", "formulation reworded", "A formulation reads otherwise; weight_at_least as above."
        ),
        RuleKind.FORMULATION_EMPHASIS: RuleWords(
            "提法强调变化",
            "emphasis changed",
            "A formulation is used clearly more or less than the lengths of the parts explain.",
        ),
        RuleKind.FORMULATION_NEW: RuleWords(
            "新提法",
            "new formulation",
            "A formulation that the earlier text does not have; weight_at_least as above.",
        ),
        RuleKind.TARGET_MISSED: RuleWords(
            "目标未达到", "target missed", "The later review gives a figure below the earlier target."
        ),
        RuleKind.PROMISES_SILENT: RuleWords(
            "承诺未见回应",
            "undertakings without an answer",
            "more_than: more than so many per cent of a section's undertakings have no answer found.",
        ),
        RuleKind.LENGTH_CHANGED: RuleWords(
            "篇幅变化",
            "length changed",
            "more_than: the text, or the parts or sections named, changed by more than so many per cent.",
        ),
        RuleKind.MEASURE_DROPPED: RuleWords(
            "段落未再出现", "measure no longer found", "A paragraph has no counterpart in the later text."
        ),
        RuleKind.MEASURE_NEW: RuleWords(
            "新段落", "new measure", "A paragraph that has no counterpart in the earlier text."
        ),
        RuleKind.MEASURE_MOVED: RuleWords(
            "段落移位", "measure moved", "A paragraph, or a section that is no task, stands elsewhere."
        ),
        RuleKind.TEXT_CHANGED: RuleWords(
            "文字改动", "text changed", "Text that corresponds does not read the same, whatever it means."
        ),
    }
)

SEVERITIES = MappingProxyType(
    {
        Severity.ERROR: ("错误", "error"),
        Severity.WARNING: ("警告", "warning"),
        Severity.NOTE: ("提示", "note"),
    }
)
SITUATIONS = MappingProxyType(
    {
        Situation.YEARLY: ("不同年份的报告", "reports of two years"),
        Situation.DRAFT: ("同一年份的两份文本", "two texts of one year"),
    }
)


def in_language(words: tuple[str, str], language: str) -> str:
    """One of a pair of words in Chinese and English."""
    return words[0] if language == Language.ZH else words[1]
