"""One sentence for each finding of a check and for each reason why there is none, in Chinese and English."""

from compare.model import Finding
from corpora.model import Role
from reports.gate.observations import Observation
from reports.gate.readings import Problem
from reports.gate.rules import RuleKind
from reports.gate.texts import Texts
from reports.views.undertakings import doubt_template
from reports.words.counts import Count
from reports.words.doubts import doubt_sentence
from reports.words.indicator_names import indicator_name
from reports.words.language import Language
from reports.words.pairs import text_names
from reports.words.problems import reading_message
from reports.words.quoting import QUOTED_CHARACTERS, TRAILING, clipped, nested
from reports.words.sentences import finding_sentence
from reports.words.vocabulary import label

# Kinds that no finding of a comparison tells. What a text lacks is "not found in this text".
_TEMPLATES = {
    "part": (
        "{earlier}的“{part}”部分在{later}文本中未见。",
        "The part {part} of the {earlier} text is not found in the {later} text.",
    ),
    "forbidden": ("{later}文本中有“{phrase}”。", "The {later} text says “{phrase}”."),
    "required": (
        "{later}文本{where}中未见“{phrase}”。",
        "“{phrase}” is not found in the {later} text{where}.",
    ),
    "section-dropped": (
        "{earlier}的标题“{heading}”在{later}文本中未见对应。",
        "The {earlier} section “{heading}” has no counterpart found in the {later} text.",
    ),
    "section-new": (
        "{later}的标题“{heading}”在{earlier}文本中未见对应。",
        "The {later} section “{heading}” has no counterpart found in the {earlier} text.",
    ),
    "silent": (
        "{earlier}“{heading}”的 {promises} 条承诺中，{silent} 条在{later}回顾中未见回应。",
        (
            "Of {promises} {promises:undertaking|undertakings} of the {earlier} text under “{heading}”, "
            "{silent} {silent:has|have} no answer in the {later} text."
        ),
    ),
    "silent-no-section": (
        "{earlier}标题之外的 {promises} 条承诺中，{silent} 条在{later}回顾中未见回应。",
        "Of {promises} undertakings of {earlier} under no heading, {silent} have no answer in {later}.",
    ),
    "length": (
        "{where}篇幅由 {earlier_characters} 字变为 {later_characters} 字（{per_cent}%）。",
        "{where}: {earlier_characters} characters become {later_characters} ({per_cent} %).",
    ),
    "moved": ("“{heading}”移到别处。", "“{heading}” stands elsewhere."),
    "text": (
        "“{heading}”：“{earlier_words}”改为“{later_words}”。",
        "“{heading}”: “{earlier_words}” becomes “{later_words}”.",
    ),
    "text-added": ("“{heading}”：增加“{later_words}”。", "“{heading}”: “{later_words}” is added."),
    "text-gone": (
        "“{heading}”：“{earlier_words}”未再出现。",
        "“{heading}”: “{earlier_words}” is not found any more.",
    ),
    "text-regrouped": ("“{heading}”的文字拆并。", "The text of “{heading}” is split or merged."),
}


# Values that are counts and may need a noun in the singular.
_COUNTS = frozenset({"promises", "silent"})


def observation_sentence(observation: Observation, texts: Texts, language: str) -> str:
    """One sentence that says what was observed; quotes are clipped to a line.

    Args:
        observation: what a rule fired on.
        texts: both texts, for what they are called.
        language: `zh` or `en`.
    """
    if observation.told_as is not None:
        finding = Finding(
            observation.told_as, 0.0, observation.earlier, observation.later, observation.earlier_unit,
            observation.later_unit, observation.values, observation.kind.value,
        )  # fmt: skip
        return finding_sentence(finding, texts.change_report, language)
    earlier, later = text_names(texts.change_report, language)
    words: dict[str, str | int] = {
        name: Count.of(value)
        if name in _COUNTS
        else nested(clipped(value.rstrip(TRAILING), QUOTED_CHARACTERS))
        for name, value in observation.values
    }
    if "part" in words:
        words["part"] = label(Role(observation.value("part")), language)
    if observation.kind is RuleKind.LENGTH_CHANGED:
        words["where"] = _where(observation.value("where"), language)
    if observation.kind is RuleKind.FORMULATION_REQUIRED and words["where"]:
        marks = "（{}）" if language == Language.ZH else " ({})"
        words["where"] = marks.format(_where(observation.value("where"), language))
    if "indicator" in words:
        words["indicator"] = indicator_name(observation.value("indicator"), language)
    if observation.kind is RuleKind.FIGURES_INCONSISTENT:
        return doubt_template(observation.value("kind"), language).format(side=later, **words)
    template = _TEMPLATES[_template(observation)][0 if language == Language.ZH else 1]
    return template.format(earlier=earlier, later=later, **words)


_BY_KIND = {
    RuleKind.PART_MISSING: "part",
    RuleKind.FORMULATION_FORBIDDEN: "forbidden",
    RuleKind.FORMULATION_REQUIRED: "required",
    RuleKind.PROMISES_SILENT: "silent",
    RuleKind.LENGTH_CHANGED: "length",
    RuleKind.MEASURE_MOVED: "moved",
}


def _template(observation: Observation) -> str:
    if observation.kind is RuleKind.SECTION_UNMATCHED:
        return "section-new" if observation.earlier is None else "section-dropped"
    if observation.kind is RuleKind.PROMISES_SILENT and not observation.value("heading"):
        return "silent-no-section"
    return _BY_KIND.get(observation.kind) or _text_template(observation)


def _text_template(observation: Observation) -> str:
    gone, come = observation.value("earlier_words"), observation.value("later_words")
    if gone and come:
        return "text"
    if come:
        return "text-added"
    return "text-gone" if gone else "text-regrouped"


def _where(where: str, language: str) -> str:
    if not where:
        return "全文" if language == Language.ZH else "The whole text"
    parts = {role.value: label(role, language) for role in Role}
    joined = "、" if language == Language.ZH else ", "
    return joined.join(parts.get(each, each) for each in where.split("、"))


_PROBLEMS = {
    "years": ("年份不合：{detail}", "the years do not fit: {detail}"),
    "places": ("地方不同：{detail}", "the places differ: {detail}"),
    "doubt": (
        "{name} 的读法存疑：{doubt}（容许 {limit}）",
        "the reading of {name} is in doubt: {doubt} (at most {limit})",
    ),
}
_HINTS = {
    "years": (
        "核对次序，或用 --earlier-year、--later-year 说明年份，或改规则文件 [reading] years",
        "Check their order, or tell them with --earlier-year and --later-year, or set years under [reading]",
    ),
    "places": (
        "核对文件，或用 --earlier-place、--later-place 说明地方，或在规则文件中写 same_place = false",
        "Check the files, or tell --earlier-place and --later-place, or set same_place under [reading]",
    ),
    "doubt": (
        "用 crossyear outline 查看读法，或用 --later-year 等说明年份、地方，或改规则文件 [reading.doubts]",
        "Look at it with crossyear outline, tell year or place (--later-year …), or set [reading.doubts]",
    ),
}


def problem_sentence(problem: Problem, names: tuple[str, str], language: str) -> str:
    """Why there is no verdict, and what to try; messages about rules stay as they are told on the console.

    Args:
        problem: the reason.
        names: the two sources.
        language: `zh` or `en`.
    """
    if problem.code in {"input", "rules"}:
        return reading_message(problem.detail, problem.hint, language)
    key = problem.code if problem.code in _PROBLEMS else "doubt"
    place = 0 if language == Language.ZH else 1
    detail = clipped(problem.detail, QUOTED_CHARACTERS)
    told = _PROBLEMS[key][place].format(
        detail=detail,
        name=names[1] if problem.side == "later" else names[0],
        doubt=doubt_sentence(problem.code, detail, language),
        limit=problem.limit,
    )
    return f"{told}{'。' if place == 0 else '. '}{_HINTS[key][place]}"
