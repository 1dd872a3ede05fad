"""The fixed words of the tables of targets, outcomes, promises and doubtful figures."""

from msgspec import Struct

from reports.words.language import Language


class UndertakingCaptions(Struct, frozen=True):
    """Fixed words; those with braces are templates for `str.format`."""

    targets: str
    targets_line: str
    no_targets: str
    indicator: str
    difference: str
    by_middle: str
    outcomes: str
    outcomes_line: str
    target: str
    outcome: str
    figure: str
    promises: str
    promises_line: str
    silence_means: str
    section: str
    promised: str
    answered: str
    with_number: str
    silent: str
    promise: str
    nearest: str
    unanswered: str
    answers: str
    answer: str
    outcomes_short: str
    promises_short: str
    doubts: str
    sum_differs: str
    two_values: str
    growth_differs: str
    point: str
    points: str
    without_section: str
    open_promises: str
    open_promises_short: str
    open_promises_line: str
    promised_in: str
    reviews_of: str


ZH = UndertakingCaptions(
    targets="预期目标",
    targets_line="目标：{list}。",
    no_targets="两个文本都没有读出目标。",
    indicator="指标",
    difference="变动",
    by_middle="（区间按中点）",
    outcomes="{earlier}目标在{later}回顾中的完成情况",
    outcomes_line="按{later}回顾部分给出的数据：{list}。",
    target="目标",
    outcome="结果",
    figure="回顾中的数据",
    promises="{earlier}承诺在{later}回顾中的回应",
    promises_line=(
        "承诺 {count} 条，有回应 {reported} 条（其中给出数据 {numbered} 条），本文本未见回应 {silent} 条。"
    ),
    silence_means="“未见回应”只说{later}文本的回顾部分没有找到，不等于没有做。",
    section="所在章节",
    promised="承诺",
    answered="有回应",
    with_number="给出数据",
    silent="未见回应",
    promise="承诺原文",
    nearest="回顾中最接近处",
    unanswered="未见回应的承诺，带数字的在前",
    answers="有回应的承诺",
    answer="回顾中的回应",
    outcomes_short="完成情况",
    promises_short="承诺",
    doubts="请核对的数据",
    sum_differs="{side}：“{stated}”分项相加为 {other}，与 {value} 不符，是否另有口径？",
    two_values=(
        "{side}：{indicator}有 {value} 和 {other} 两个数值，分别见“{stated}”和“{second}”，是否口径不同？"
    ),
    growth_differs=(
        "{side}：{indicator}“{stated}”，而按上一年“{before}”和本年“{second}”推算为 {other}%，"
        "是否口径或基数有变？"
    ),
    point="个百分点",
    points="个百分点",
    without_section="（未分节）",
    open_promises="往年承诺仍未见回应",
    open_promises_short="往年承诺",
    open_promises_line=(
        "更早年份给出数据的承诺中，有 {count} 条在所列各年报告的回顾部分都没有找到回应；"
        "只说这些文本，不等于没有做。"
    ),
    promised_in="年份",
    reviews_of="所查回顾",
)

EN = UndertakingCaptions(
    targets="Targets",
    targets_line="Targets: {list}.",
    no_targets="No targets were read in either text.",
    indicator="Indicator",
    difference="Change by",
    by_middle=" (middle of the range)",
    outcomes="What came of the {earlier} targets in the {later} review",
    outcomes_line="By the figures that the {later} review gives: {list}.",
    target="Target",
    outcome="Outcome",
    figure="Figure in the review",
    promises="Undertakings of {earlier} and their answers in the {later} review",
    promises_line=(
        "{count} {count:undertaking|undertakings}, {reported} answered ({numbered} with a figure), "
        "{silent} without an answer found in this text."
    ),
    silence_means='"No answer found" speaks of the review in the {later} text only, not of what was done.',
    section="Section",
    promised="Promised",
    answered="Answered",
    with_number="With figure",
    silent="No answer found",
    promise="Undertaking",
    nearest="Nearest passage of the review",
    unanswered="Undertakings without an answer found, those with figures first",
    answers="Undertakings answered",
    answer="Answer in the review",
    outcomes_short="Outcomes",
    promises_short="Undertakings",
    doubts="Figures to check",
    sum_differs='{side}: the parts in "{stated}" add up to {other}, not {value}; is something counted apart?',
    two_values=(
        '{side}: {indicator} has two values, {value} and {other}, in "{stated}" and "{second}"; '
        "are they reckoned differently?"
    ),
    growth_differs=(
        '{side}: {indicator}, "{stated}", but from "{before}" the year before to "{second}" it makes '
        "{other}%; has the scope or the base changed?"
    ),
    point="point",
    points="points",
    without_section="(no section)",
    open_promises="Undertakings of older years still without an answer",
    open_promises_short="Older years",
    open_promises_line=(
        "{count} {count:undertaking|undertakings} with a figure that no review of the years listed "
        "answers. That speaks of these "
        "texts alone; it does not mean that nothing was done."
    ),
    promised_in="year",
    reviews_of="reviews read",
)


def undertaking_captions(language: str) -> UndertakingCaptions:
    """The captions in a language; English for every language but Chinese."""
    return ZH if language == Language.ZH else EN
