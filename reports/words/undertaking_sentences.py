"""Sentences for findings on targets and undertakings; called by `reports.words.sentences`."""

import re

from compare.model import ChangeReport, Finding, FindingKind
from compare.undertakings.model import Period, TargetChangeKind
from reports.rows.undertakings import difference_text, target_difference
from reports.words.counts import Count
from reports.words.indicator_names import indicator_name
from reports.words.language import Language
from reports.words.pairs import is_through_time, pair_word, text_names
from reports.words.quoting import nested, quoted

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")
# Templates in Chinese and English; `note` and `gap` bring their own separators and may be empty.
_TEMPLATES = {
    FindingKind.TARGET_CHANGED: (
        "目标“{name}”：{one}变为{other}{note}。",
        "Target, {name}: {one} becomes {other}{note}.",
    ),
    FindingKind.TARGET_NOT_QUANTIFIED: (
        "目标“{name}”不再提数值：{one}变为{other}。",
        "Target, {name}: {one} has no number any more and reads {other}.",
    ),
    FindingKind.TARGET_NEW: (
        "{later}新提目标“{name}”：{other}，{earlier}文本未见。",
        "New target in {later}, {name}: {other}; none was found in the {earlier} text.",
    ),
    FindingKind.TARGET_DROPPED: (
        "{earlier}的目标“{name}”（{one}）在{later}文本中未见。",
        "The {earlier} target for {name}, {one}, is not found in the {later} text.",
    ),
    FindingKind.TARGET_MISSED: (
        "{earlier}的目标{one}，{later}回顾为{report}{gap}。",
        "The {earlier} target {one} was not met: the {later} review tells {report}{gap}.",
    ),
    FindingKind.PROMISES_SILENT: (
        "{earlier}的 {promises} 条承诺中，{silent} 条在{later}回顾中未见回应。",
        (
            "Of {promises} {promises:undertaking|undertakings} of {earlier}, {silent} {silent:has|have} no "
            "answer found in the {later} review."
        ),
    ),
}
# Of two texts side by side: which of them has the target, and how both differ.
_ASIDE = {
    FindingKind.TARGET_CHANGED: (
        "目标“{name}”：{earlier}为{one}，{later}为{other}{note}。",
        "Target, {name}: {one} in the {earlier} text, {other} in the {later} text{note}.",
    ),
    FindingKind.TARGET_NOT_QUANTIFIED: (
        "目标“{name}”只有{earlier}提数值：{earlier}为{one}，{later}为{other}。",
        "Target, {name}: {one} in the {earlier} text; the {later} text has no number and reads {other}.",
    ),
    FindingKind.TARGET_NEW: (
        "目标“{name}”只见于{later}文本：{other}。",
        "Target, {name}: found only in the {later} text, {other}.",
    ),
    FindingKind.TARGET_DROPPED: (
        "目标“{name}”只见于{earlier}文本：{one}。",
        "Target, {name}: found only in the {earlier} text, {one}.",
    ),
}
UNDERTAKING_KINDS = frozenset(_TEMPLATES)


def undertaking_sentence(finding: Finding, change_report: ChangeReport, language: str) -> str:
    """One sentence that says what changed in a target, what came of it, or how much was not answered.

    Args:
        finding: of one of `UNDERTAKING_KINDS`.
        change_report: the pair it belongs to.
        language: `zh` or `en`.
    """
    zh, names = language == Language.ZH, text_names(change_report, language)
    difference, how = _difference(finding, change_report, language), _how(finding, change_report, language)
    if zh:
        note = f"（{how}{'，' + difference if difference else ''}）"
        gap = f"，相差 {difference}" if difference else ""
    else:
        note = f" ({how}{', ' + difference if difference else ''})"
        gap = f", {difference}" if difference else ""
    templates = _TEMPLATES if is_through_time(change_report) else _TEMPLATES | _ASIDE
    return templates[finding.kind][0 if zh else 1].format(
        earlier=names[0],
        later=names[1],
        name=_name(finding, language),
        one=_quoted(finding, "earlier_target"),
        other=_quoted(finding, "later_target"),
        report=_quoted(finding, "report"),
        note=note,
        gap=gap,
        promises=Count.of(finding.value("promises")),
        silent=Count.of(finding.value("silent")),
    )


def _name(finding: Finding, language: str) -> str:
    name = nested(indicator_name(finding.value("indicator") or "…", language))
    if finding.value("period") != Period.SEVERAL_YEARS:
        return name
    return f"{name}（多年）" if language == Language.ZH else f"{name} (for several years)"


def _quoted(finding: Finding, value: str) -> str:
    return quoted(finding.value(value) or "…")


def _how(finding: Finding, change_report: ChangeReport, language: str) -> str:
    kind = finding.value("change")
    if kind not in set(TargetChangeKind):
        return "…"
    return pair_word(TargetChangeKind(kind), change_report).label(language)


def _difference(finding: Finding, change_report: ChangeReport, language: str) -> str:
    """The difference with its unit; of a range, that its middle is meant."""
    spans = finding.earlier, finding.later
    for change in change_report.targets if finding.kind is FindingKind.TARGET_CHANGED else ():
        if change.earlier and change.later and (change.earlier.span, change.later.span) == spans:
            return target_difference(change, language)
    number = finding.value("difference")
    if not _NUMBER.fullmatch(number):
        return ""
    return difference_text(float(number), finding.value("unit"), language)
