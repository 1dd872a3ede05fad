"""The labels of kinds for two texts that stand side by side: two places, or two texts of one year.

Templates in Chinese and English; `{earlier}` and `{later}` name the texts. A kind that says
nothing of time has no entry: its word of the vocabulary is true of any pair.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from compare.model import Direction, FindingKind, LinkKind, PhraseStatus, PriorityStatus, Turn
from compare.undertakings.model import TargetChangeKind
from reports.words.vocabulary import Outcome

Label = tuple[str, str]

_ONLY_LATER = ("仅见于{later}", "only in {later}")
_ONLY_EARLIER = ("仅见于{earlier}", "only in {earlier}")
_ALIKE = ("一致", "alike")
_WORDED = ("说法不同", "worded differently")
_SPLIT, _MERGED, _REGROUPED = (
    ("一对多", "one to several"),
    ("多对一", "several to one"),
    ("多对多", "several to several"),
)

ASIDE: Mapping[type[StrEnum], Mapping[Any, Label]] = MappingProxyType(
    {
        LinkKind: {
            LinkKind.KEPT: _ALIKE,
            LinkKind.REWORDED: _WORDED,
            LinkKind.SPLIT: _SPLIT,
            LinkKind.MERGED: _MERGED,
            LinkKind.REGROUPED: _REGROUPED,
        },
        Outcome: {
            Outcome.KEPT: _ALIKE,
            Outcome.REWORDED: _WORDED,
            Outcome.SPLIT: _SPLIT,
            Outcome.MERGED: _MERGED,
            Outcome.REGROUPED: _REGROUPED,
            Outcome.NEW: _ONLY_LATER,
            Outcome.DROPPED: _ONLY_EARLIER,
        },
        Turn: {
            Turn.REPORTED: (
                "{earlier}列为任务，{later}列入回顾",
                "a task in {earlier}, reviewed in {later}",
            ),
            Turn.RESUMED: (
                "{earlier}列入回顾，{later}列为任务",
                "reviewed in {earlier}, a task in {later}",
            ),
        },
        Direction: {
            Direction.HIGHER: ("{later}较高", "higher in {later}"),
            Direction.LOWER: ("{later}较低", "lower in {later}"),
            Direction.STRONGER: ("{later}较强", "stronger in {later}"),
            Direction.WEAKER: ("{later}较弱", "weaker in {later}"),
            Direction.WIDER: ("{later}较宽", "wider in {later}"),
            Direction.NARROWER: ("{later}较窄", "narrower in {later}"),
            Direction.EARLIER: ("{later}较早", "sooner in {later}"),
            Direction.LATER: ("{later}较晚", "further off in {later}"),
        },
        PriorityStatus: {
            PriorityStatus.NEW: ("仅{later}单列", "listed only in {later}"),
            PriorityStatus.MOVED: ("位次不同", "ranked differently"),
            PriorityStatus.SPLIT: _SPLIT,
            PriorityStatus.MERGED: _MERGED,
            PriorityStatus.REGROUPED: _REGROUPED,
            PriorityStatus.REWORDED: _WORDED,
            PriorityStatus.DISPLACED: ("仅序号不同", "only numbered differently"),
            PriorityStatus.KEPT: _ALIKE,
            PriorityStatus.DROPPED: ("仅{earlier}单列", "listed only in {earlier}"),
        },
        PhraseStatus: {
            PhraseStatus.NEW: _ONLY_LATER,
            PhraseStatus.DROPPED: _ONLY_EARLIER,
            PhraseStatus.RETURNING: (
                "仅见于{later}，往年也有",
                "only in {later}, and in years before",
            ),
            PhraseStatus.REWORDED: _WORDED,
            PhraseStatus.CARRIED: ("两者都有", "in both"),
        },
        TargetChangeKind: {
            TargetChangeKind.NEW: ("仅{later}提出", "only in {later}"),
            TargetChangeKind.RAISED: ("{later}数值较高", "higher in {later}"),
            TargetChangeKind.LOWERED: ("{later}数值较低", "lower in {later}"),
            TargetChangeKind.REQUALIFIED: ("限定词不同", "qualified differently"),
            TargetChangeKind.NARROWED: ("{later}区间较窄", "narrower in {later}"),
            TargetChangeKind.WIDENED: ("{later}区间较宽", "wider in {later}"),
            TargetChangeKind.UNIT_CHANGED: ("口径不同", "other unit or base"),
            TargetChangeKind.QUANTIFIED: ("仅{later}提数值", "quantified only in {later}"),
            TargetChangeKind.NOT_QUANTIFIED: ("仅{earlier}提数值", "quantified only in {earlier}"),
            TargetChangeKind.KEPT: _ALIKE,
            TargetChangeKind.DROPPED: ("仅{earlier}提出", "only in {earlier}"),
        },
        FindingKind: {
            FindingKind.PRIORITY_NEW: ("仅{later}单列的任务", "priority of {later} only"),
            FindingKind.PRIORITY_DROPPED: ("仅{earlier}单列的任务", "priority of {earlier} only"),
            FindingKind.PRIORITY_MOVED: ("任务位次不同", "priority ranked differently"),
            FindingKind.PRIORITY_SPLIT: ("任务一对多", "one priority to several"),
            FindingKind.PRIORITY_MERGED: ("任务多对一", "several priorities to one"),
            FindingKind.PRIORITY_REWORDED: ("任务说法不同", "priority worded differently"),
            FindingKind.NEGATION_CHANGED: ("否定不同", "negation differs"),
            FindingKind.NUMBER_CHANGED: ("数字不同", "number differs"),
            FindingKind.UNIT_CHANGED: ("计量单位不同", "unit differs"),
            FindingKind.QUALIFIER_CHANGED: ("限定词不同", "qualifier differs"),
            FindingKind.STRENGTH_CHANGED: ("力度不同", "strength differs"),
            FindingKind.SCOPE_CHANGED: ("范围不同", "scope differs"),
            FindingKind.TIME_CHANGED: ("时限不同", "time differs"),
            FindingKind.TARGET_CHANGED: ("目标不同", "target differs"),
            FindingKind.TARGET_NOT_QUANTIFIED: (
                "目标仅{earlier}提数值",
                "target quantified only in {earlier}",
            ),
            FindingKind.TARGET_NEW: ("仅{later}的目标", "target of {later} only"),
            FindingKind.TARGET_DROPPED: ("仅{earlier}的目标", "target of {earlier} only"),
            FindingKind.MEASURE_NEW: ("仅{later}的举措", "measure of {later} only"),
            FindingKind.MEASURE_DROPPED: ("仅{earlier}的举措", "measure of {earlier} only"),
            FindingKind.MEASURE_MOVED: ("举措位置不同", "measure placed differently"),
            FindingKind.PHRASE_NEW: ("仅{later}的提法", "formulation of {later} only"),
            FindingKind.PHRASE_DROPPED: ("仅{earlier}的提法", "formulation of {earlier} only"),
            FindingKind.PHRASE_RETURNING: (
                "仅{later}的提法，往年也有",
                "formulation of {later} and of years before",
            ),
            FindingKind.PHRASE_REWORDED: ("提法不同", "formulation worded differently"),
            FindingKind.PHRASE_EMPHASISED: ("{later}提得更多", "used more in {later}"),
            FindingKind.PHRASE_PLAYED_DOWN: ("{later}提得更少", "used less in {later}"),
        },
    }
)
