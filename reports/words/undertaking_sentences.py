"""Sentences for findings on targets and undertakings; called by `reports.words.sentences`."""

import re

from compare.model import Finding, FindingKind
from compare.undertakings.model import Period, TargetChangeKind
from reports.rows.undertakings import difference_text
from reports.words.indicator_names import indicator_name
from reports.words.language import Language
from reports.words.vocabulary import TARGET_CHANGES

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
        "Of {promises} undertakings of {earlier}, {silent} have no answer found in the {later} review.",
    ),
}
UNDERTAKING_KINDS = frozenset(_TEMPLATES)


def undertaking_sentence(finding: Finding, names: tuple[str, str], language: str) -> str:
    """One sentence that says what changed in a target, what came of it, or how much was not answered.

    Args:
        finding: of one of `UNDERTAKING_KINDS`.
        names: what the earlier and the later text are called.
        language: `zh` or `en`.
    """
    zh = language == Language.ZH
    difference, how = _difference(finding, language), _how(finding, language)
    if zh:
        note = f"（{how}{'，' + difference if difference else ''}）"
        gap = f"，相差 {difference}" if difference else ""
    else:
        note = f" ({how}{', ' + difference if difference else ''})"
        gap = f", {difference}" if difference else ""
    return _TEMPLATES[finding.kind][0 if zh else 1].format(
        earlier=names[0],
        later=names[1],
        name=_name(finding, language),
        one=_quoted(finding, "earlier_target"),
        other=_quoted(finding, "later_target"),
        report=_quoted(finding, "report"),
        note=note,
        gap=gap,
        promises=finding.value("promises") or "0",
        silent=finding.value("silent") or "0",
    )


def _name(finding: Finding, language: str) -> str:
    name = indicator_name(finding.value("indicator") or "…", language)
    if finding.value("period") != Period.SEVERAL_YEARS:
        return name
    return f"{name}（多年）" if language == Language.ZH else f"{name} (for several years)"


def _quoted(finding: Finding, value: str) -> str:
    return f"“{finding.value(value) or '…'}”"


def _how(finding: Finding, language: str) -> str:
    kind = finding.value("change")
    return TARGET_CHANGES[TargetChangeKind(kind)].label(language) if kind in set(TargetChangeKind) else "…"


def _difference(finding: Finding, language: str) -> str:
    number = finding.value("difference")
    if not _NUMBER.fullmatch(number):
        return ""
    return difference_text(float(number), finding.value("unit"), language)
