"""Sentences for findings on the channels that have an order; called by `reports.words.sentences`."""

from compare.model import Direction, Finding, FindingKind
from reports.words.language import Language
from reports.words.reasons import LADDER_NAMES, reason_label

_Head = tuple[str, str]
# What is said first, in Chinese and English, by kind and direction; `{ladder}` names the field of the words.
_HEADS: dict[FindingKind, dict[Direction | None, _Head]] = {
    FindingKind.UNIT_CHANGED: {None: ("计量单位有变", "Measured in another unit")},
    FindingKind.QUALIFIER_CHANGED: {
        Direction.STRONGER: ("限定趋严", "A firmer qualifier"),
        Direction.WEAKER: ("限定放宽", "A looser qualifier"),
        None: ("限定词有变", "Another qualifier"),
    },
    FindingKind.STRENGTH_CHANGED: {
        Direction.STRONGER: ("{ladder}增强", "Stronger wording ({ladder})"),
        Direction.WEAKER: ("{ladder}减弱", "Weaker wording ({ladder})"),
        None: ("力度有变", "The strength of the wording changes"),
    },
    FindingKind.SCOPE_CHANGED: {
        Direction.WIDER: ("范围扩大", "Wider scope"),
        Direction.NARROWER: ("范围收窄", "Narrower scope"),
        None: ("范围有变", "Another scope"),
    },
    FindingKind.TIME_CHANGED: {
        Direction.EARLIER: ("时限提前", "Sooner"),
        Direction.LATER: ("时限推后", "Later"),
        None: ("时限有变", "The time limit changes"),
    },
}
CHANNEL_SENTENCE_KINDS = frozenset(_HEADS)
# A piece of work goes on or back; it does not grow stronger.
_STAGES: dict[Direction | None, _Head] = {
    Direction.STRONGER: ("工作阶段推进", "A further stage of the work"),
    Direction.WEAKER: ("工作阶段后退", "An earlier stage of the work"),
}
# Behind the head: one word for another, a word that came, a word that went.
_CHANGED = ("：{one}变为{other}，见{later}。", ": {one} becomes {other} in {later}.")
_CAME = (
    "：加上{other}，见{later}（原文为{earlier}）。",
    ": {other} is added in {later} (it read {earlier}).",
)
_WENT = (
    "：未再写{one}，见{later}（原文为{earlier}）。",
    ": {one} is not found any more in {later} (it read {earlier}).",
)
_NOTHING_QUOTED = ("。", ".")


def channel_sentence(finding: Finding, quotes: dict[str, str], language: str) -> str:
    """One sentence that says what became stronger, weaker, wider, narrower, sooner or later.

    Args:
        finding: of one of `CHANNEL_SENTENCE_KINDS`.
        quotes: `one`, `other`, `earlier`, `later`: the words and the clauses in quotation marks, empty
            where the finding has none.
        language: `zh` or `en`.
    """
    side = 0 if language == Language.ZH else 1
    value = finding.value("direction")
    direction = Direction(value) if value else None
    heads = _HEADS[finding.kind]
    if finding.value("ladder") == "stage" and direction in _STAGES:
        heads = _STAGES
    ladder = reason_label(LADDER_NAMES, finding.value("ladder"), language)
    head = heads.get(direction, heads.get(None, _NOTHING_QUOTED))[side].format(ladder=ladder)
    if quotes["one"] and quotes["other"]:
        tail = _CHANGED
    elif quotes["other"]:
        tail = _CAME
    elif quotes["one"]:
        tail = _WENT
    else:
        tail = _NOTHING_QUOTED
    return head + tail[side].format(**quotes)
