"""Sentences for findings between two texts side by side: which of them has it, and how they differ.

Nothing came, went or changed between a province and the nation in one year, or between two texts of one
report; called by `reports.words.sentences`.
"""

from collections.abc import Callable

from compare.model import ChangeReport, Direction, FindingKind
from reports.words.counts import Count
from reports.words.language import Language
from reports.words.pairs import pair_word
from reports.words.reasons import LADDER_NAMES, reason_label
from reports.words.told import Facts
from reports.words.years import looked_at, missing_years


def side_sentence(facts: Facts, change_report: ChangeReport, language: str) -> str:
    """One sentence that says what only one text has, or in what both differ.

    Args:
        facts: of the finding.
        change_report: the pair it belongs to.
        language: `zh` or `en`.
    """
    zh = language == Language.ZH
    if facts.finding.kind in _CHANNEL_HEADS:
        return _channel(facts, change_report, language)
    return (_ZH if zh else _EN)[facts.finding.kind](facts)


# -- channels --------------------------------------------------------------------------------------

_CHANNEL_HEADS = {
    FindingKind.UNIT_CHANGED: ("计量单位不同", "Measured in another unit"),
    FindingKind.QUALIFIER_CHANGED: ("限定词不同", "The qualifiers differ"),
    FindingKind.STRENGTH_CHANGED: ("{ladder}不同", "The wording differs in strength ({ladder})"),
    FindingKind.SCOPE_CHANGED: ("范围不同", "The scope differs"),
    FindingKind.TIME_CHANGED: ("时限不同", "The time limits differ"),
}


def _channel(facts: Facts, change_report: ChangeReport, language: str) -> str:
    """Which words differ, in which text they are stronger, wider or sooner, and where they stand."""
    zh, value = language == Language.ZH, facts.plain("direction")
    ladder = reason_label(LADDER_NAMES, facts.plain("ladder"), language) or ("力度" if zh else "strength")
    head = _CHANNEL_HEADS[facts.finding.kind][0 if zh else 1].format(ladder=ladder)
    if value and facts.plain("ladder") != "stage":
        way = pair_word(Direction(value), change_report).label(language)
        head += f"，{way}" if zh else f", {way}"
    quotes, names = facts.channel_quotes(), (facts.earlier, facts.later)
    words = (quotes["one"], quotes["other"])
    if not any(words):
        return f"{head}。" if zh else f"{head}."
    if zh:
        told = "，".join(
            f"{name}为{word}" if word else f"{name}对应处未写"
            for name, word in zip(names, words, strict=True)
        )
    else:
        told = ", ".join(
            f"{word} in the {name} text" if word else f"no such word in the {name} text"
            for name, word in zip(names, words, strict=True)
        )
    return f"{head}：{told}，见{quotes['later']}。" if zh else f"{head}: {told}; see {quotes['later']}."


# -- the rest --------------------------------------------------------------------------------------


def _searched_zh(facts: Facts) -> str:
    told = looked_at(facts.years, missing_years(facts.years, facts.later_year), Language.ZH)
    return f"，{facts.place}此前文本也未见（{told}）" if facts.years else ""


def _searched_en(facts: Facts) -> str:
    told = looked_at(facts.years, missing_years(facts.years, facts.later_year), Language.EN)
    return f", nor in earlier texts of {facts.place} ({told})" if facts.years else ""


def _moved_zh(facts: Facts) -> str:
    earlier, later = facts.quoted("earlier_heading", "heading"), facts.quoted("later_heading", "heading")
    ranks = facts.plain("earlier_rank"), facts.plain("later_rank")
    same = earlier == later
    second = f"{facts.later}列第{ranks[1]}项" if same else f"{facts.later}的{later}列第{ranks[1]}项"
    return f"任务先后不同：{facts.earlier}的{earlier}列第{ranks[0]}项，{second}。"


def _moved_en(facts: Facts) -> str:
    earlier, later = facts.quoted("earlier_heading", "heading"), facts.quoted("later_heading", "heading")
    ranks = facts.plain("earlier_rank"), facts.plain("later_rank")
    second = "" if earlier == later else f"{later} is "
    return (
        f"The order of priorities differs: {earlier} is priority {ranks[0]} in the {facts.earlier} text, "
        f"{second}priority {ranks[1]} in the {facts.later} text."
    )


def _headings_zh(facts: Facts) -> str:
    earlier, later = facts.quoted("earlier_heading", "heading"), facts.quoted("later_heading")
    how = "标题不同，内容对应" if facts.by_contents else "说法不同"
    return f"{facts.earlier}的任务{earlier}与{facts.later}的{later}{how}。"


def _headings_en(facts: Facts) -> str:
    earlier, later = facts.quoted("earlier_heading", "heading"), facts.quoted("later_heading")
    more = "; the headings differ, the contents correspond" if facts.by_contents else ""
    return (
        f"The priority reads {earlier} in the {facts.earlier} text and {later} in the {facts.later} "
        f"text{more}."
    )


def _negation_zh(facts: Facts) -> str:
    earlier, later = facts.quoted("earlier_clause"), facts.quoted("later_clause")
    if not facts.plain("later_clause"):
        return f"只有{facts.earlier}写明{earlier}。"
    if not facts.plain("earlier_clause"):
        return f"只有{facts.later}写明{later}。"
    return f"否定不同：{facts.earlier}为{earlier}，{facts.later}为{later}。"


def _negation_en(facts: Facts) -> str:
    earlier, later = facts.quoted("earlier_clause"), facts.quoted("later_clause")
    if not facts.plain("later_clause"):
        return f"Ruled out in the {facts.earlier} text only: {earlier}."
    if not facts.plain("earlier_clause"):
        return f"Ruled out in the {facts.later} text only: {later}."
    return f"A negation differs: {earlier} in the {facts.earlier} text, {later} in the {facts.later} text."


def _emphasis_zh(facts: Facts, way: str) -> str:
    earlier, later, expected = map(facts.plain, ("earlier_count", "later_count", "expected_count"))
    return (
        f"提法{facts.quoted('phrase')}在{facts.later}用得更{way}：{facts.earlier}{earlier}次，"
        f"{facts.later}{later}次，按各部分篇幅折算应为{expected}次。"
    )


def _emphasis_en(facts: Facts, way: str) -> str:
    earlier, later, expected = map(facts.plain, ("earlier_count", "later_count", "expected_count"))
    return (
        f"{facts.quoted('phrase')} is used {way} in the {facts.later} text: {later} "
        f"{Count.of(later):time|times}, where the lengths of the parts alone would make it {expected}; "
        f"{earlier} in the {facts.earlier} text."
    )


_Makers = dict[FindingKind, Callable[[Facts], str]]

_ZH: _Makers = {
    FindingKind.PRIORITY_NEW: lambda f: (
        f"只有{f.later}单列任务{f.quoted('heading', 'later_heading')}，{f.earlier}文本未见对应任务。"
    ),
    FindingKind.PRIORITY_DROPPED: lambda f: (
        f"只有{f.earlier}单列任务{f.quoted('heading', 'earlier_heading')}，{f.later}文本未见对应任务。"
    ),
    FindingKind.PRIORITY_MOVED: _moved_zh,
    FindingKind.PRIORITY_SPLIT: lambda f: (
        f"{f.earlier}的任务{f.each('earlier_heading', '、')}对应{f.later}的{f.each('later_heading', '和')}。"
    ),
    FindingKind.PRIORITY_MERGED: lambda f: (
        f"{f.earlier}的任务{f.each('earlier_heading', '和')}对应{f.later}的{f.each('later_heading', '、')}。"
    ),
    FindingKind.PRIORITY_REWORDED: _headings_zh,
    FindingKind.MEASURE_NEW: lambda f: f"举措{f.quoted('heading', 'later_heading')}只见于{f.later}文本。",
    FindingKind.MEASURE_DROPPED: lambda f: (
        f"举措{f.quoted('heading', 'earlier_heading')}只见于{f.earlier}文本。"
    ),
    FindingKind.MEASURE_MOVED: lambda f: (
        f"举措{f.quoted('heading')}所在章节不同：{f.earlier}为{f.quoted('earlier_heading')}，"
        f"{f.later}为{f.quoted('later_heading')}。"
    ),
    FindingKind.PHRASE_NEW: lambda f: f"提法{f.quoted('phrase')}只见于{f.later}文本{_searched_zh(f)}。",
    FindingKind.PHRASE_DROPPED: lambda f: f"提法{f.quoted('phrase')}只见于{f.earlier}文本。",
    FindingKind.PHRASE_RETURNING: lambda f: (
        f"提法{f.quoted('phrase')}见于{f.later}文本，{f.earlier}文本未见；"
        f"{f.place}此前文本已有，最近见于{f.plain('last_year')}年。"
    ),
    FindingKind.PHRASE_REWORDED: lambda f: (
        f"提法不同：{f.earlier}为{f.quoted('earlier_phrase', 'earlier_text')}，"
        f"{f.later}为{f.quoted('later_phrase', 'later_text', 'phrase')}。"
    ),
    FindingKind.PHRASE_EMPHASISED: lambda f: _emphasis_zh(f, "多"),
    FindingKind.PHRASE_PLAYED_DOWN: lambda f: _emphasis_zh(f, "少"),
    FindingKind.NUMBER_CHANGED: lambda f: (
        (f.quoted("subject") if f.plain("subject") else "数字")
        + f"不同：{f.earlier}为{f.quoted('earlier_number')}，{f.later}为{f.quoted('later_number')}。"
    ),
    FindingKind.NEGATION_CHANGED: _negation_zh,
}

_EN: _Makers = {
    FindingKind.PRIORITY_NEW: lambda f: (
        f"Only the {f.later} text lists the priority {f.quoted('heading', 'later_heading')}; "
        f"no such priority was found in the {f.earlier} text."
    ),
    FindingKind.PRIORITY_DROPPED: lambda f: (
        f"Only the {f.earlier} text lists the priority {f.quoted('heading', 'earlier_heading')}; "
        f"no such priority was found in the {f.later} text."
    ),
    FindingKind.PRIORITY_MOVED: _moved_en,
    FindingKind.PRIORITY_SPLIT: lambda f: (
        f"The priority {f.each('earlier_heading', ', ')} of the {f.earlier} text "
        f"corresponds to {f.each('later_heading', ' and ')} in the {f.later} text."
    ),
    FindingKind.PRIORITY_MERGED: lambda f: (
        f"The priorities {f.each('earlier_heading', ' and ')} of the {f.earlier} text "
        f"correspond to {f.each('later_heading', ', ')} in the {f.later} text."
    ),
    FindingKind.PRIORITY_REWORDED: _headings_en,
    FindingKind.MEASURE_NEW: lambda f: (
        f"The measure {f.quoted('heading', 'later_heading')} was found only in the {f.later} text."
    ),
    FindingKind.MEASURE_DROPPED: lambda f: (
        f"The measure {f.quoted('heading', 'earlier_heading')} was found only in the {f.earlier} text."
    ),
    FindingKind.MEASURE_MOVED: lambda f: (
        f"The measure {f.quoted('heading')} stands under {f.quoted('earlier_heading')} in the {f.earlier} "
        f"text and under {f.quoted('later_heading')} in the {f.later} text."
    ),
    FindingKind.PHRASE_NEW: lambda f: (
        f"The formulation {f.quoted('phrase')} was found only in the {f.later} text, not in the {f.earlier} "
        f"text{_searched_en(f)}."
    ),
    FindingKind.PHRASE_DROPPED: lambda f: (
        f"The formulation {f.quoted('phrase')} was found only in the {f.earlier} text."
    ),
    FindingKind.PHRASE_RETURNING: lambda f: (
        f"The formulation {f.quoted('phrase')} is in the {f.later} text and was not found in the {f.earlier} "
        f"text; earlier texts of {f.place} have it, last in {f.plain('last_year')}."
    ),
    FindingKind.PHRASE_REWORDED: lambda f: (
        f"The formulation reads {f.quoted('earlier_phrase', 'earlier_text')} in the {f.earlier} text and "
        f"{f.quoted('later_phrase', 'later_text', 'phrase')} in the {f.later} text."
    ),
    FindingKind.PHRASE_EMPHASISED: lambda f: _emphasis_en(f, "more"),
    FindingKind.PHRASE_PLAYED_DOWN: lambda f: _emphasis_en(f, "less"),
    FindingKind.NUMBER_CHANGED: lambda f: (
        (f"The number in {f.quoted('subject')}" if f.plain("subject") else "A number")
        + f" differs: {f.quoted('earlier_number')} in the {f.earlier} text, "
        f"{f.quoted('later_number')} in the {f.later} text."
    ),
    FindingKind.NEGATION_CHANGED: _negation_en,
}
