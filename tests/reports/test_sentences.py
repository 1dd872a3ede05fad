"""Each finding is one sentence; claims of "first" name their years."""

import pytest
from msgspec.structs import replace

from compare.model import FindingKind
from reports.words.sentences import (
    clipped,
    finding_sentence,
    looked_at,
    missing_years,
    text_names,
    year_ranges,
    years_looked_at,
)


def sentence(change_report, kind, language):
    (found,) = [each for each in change_report.findings if each.kind is kind]
    return finding_sentence(found, change_report, language)


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        (
            FindingKind.PRIORITY_NEW,
            "2024年新列第1项任务“扩大内需”，2023年文本未见对应任务。",
            "New in 2024, priority 1: “扩大内需”; no such priority was found in the 2023 text.",
        ),
        (
            FindingKind.PRIORITY_DROPPED,
            "2023年的第2项任务“扩大内需”在2024年文本中未见单列。",
            "“扩大内需”, priority 2 in 2023, is not found as a priority in the 2024 text.",
        ),
        (
            FindingKind.PRIORITY_MOVED,
            "“全力扩大内需”由2023年的第2项升至2024年的第1项。",
            "“全力扩大内需” rises from priority 2 in 2023 to 1 in 2024.",
        ),
        (
            FindingKind.PRIORITY_REWORDED,
            "任务“扩大内需”改为“全力扩大内需”。",
            "The priority “扩大内需” now reads “全力扩大内需”.",
        ),
        (
            FindingKind.TARGET_CHANGED,
            "目标“生产总值增速”：“地区生产总值增长6%左右”变为“地区生产总值增长5.5%左右”（数值降低，-0.5 个百分点）。",
            "Target, GDP growth: “地区生产总值增长6%左右” becomes “地区生产总值增长5.5%左右” (lowered, -0.5 points).",
        ),
        (
            FindingKind.TARGET_NOT_QUANTIFIED,
            "目标“生产总值增速”不再提数值：“地区生产总值增长6%左右”变为“地区生产总值增长5.5%左右”。",
            "Target, GDP growth: “地区生产总值增长6%左右” has no number any more and reads “地区生产总值增长5.5%左右”.",
        ),
        (
            FindingKind.TARGET_NEW,
            "2024年新提目标“生产总值增速”：“地区生产总值增长5.5%左右”，2023年文本未见。",
            "New target in 2024, GDP growth: “地区生产总值增长5.5%左右”; none was found in the 2023 text.",
        ),
        (
            FindingKind.TARGET_DROPPED,
            "2023年的目标“生产总值增速”（“地区生产总值增长6%左右”）在2024年文本中未见。",
            "The 2023 target for GDP growth, “地区生产总值增长6%左右”, is not found in the 2024 text.",
        ),
        (
            FindingKind.TARGET_MISSED,
            "2023年的目标“地区生产总值增长6%左右”，2024年回顾为“地区生产总值增长5%”，相差 -0.5 个百分点。",
            "The 2023 target “地区生产总值增长6%左右” was not met: the 2024 review tells “地区生产总值增长5%”, -0.5 points.",
        ),
        (
            FindingKind.PROMISES_SILENT,
            "2023年的 40 条承诺中，12 条在2024年回顾中未见回应。",
            "Of 40 undertakings of 2023, 12 have no answer found in the 2024 review.",
        ),
        (
            FindingKind.MEASURE_NEW,
            "新举措“扩大内需”，2023年文本未见。",
            "New measure “扩大内需”, not found in the 2023 text.",
        ),
        (
            FindingKind.MEASURE_DROPPED,
            "2023年的举措“扩大内需”在2024年文本中未见。",
            "The 2023 measure “扩大内需” is not found in the 2024 text.",
        ),
        (
            FindingKind.MEASURE_MOVED,
            "举措“扩大内需”由“扩大内需”移到“全力扩大内需”。",
            "The measure “扩大内需” moves from “扩大内需” to “全力扩大内需”.",
        ),
        (
            FindingKind.PHRASE_NEW,
            "新提法“低空经济”，此前文本未见（所查年份：2019—2020、2023年，缺2021—2022年）。",
            (
                "New formulation “低空经济”, not found in the texts before "
                "(years looked at: 2019-2020, 2023; missing: 2021-2022)."
            ),
        ),
        (
            FindingKind.PHRASE_DROPPED,
            "2023年的提法“低空经济”在2024年文本中未见。",
            "The 2023 formulation “低空经济” is not found in the 2024 text.",
        ),
        (
            FindingKind.PHRASE_RETURNING,
            "提法“低空经济”重新出现：2023年文本未见，此前最近见于2020年（所查年份：2019—2020、2023年，缺2021—2022年）。",
            (
                "The formulation “低空经济” is back: not found in the 2023 text, last found in 2020 "
                "(years looked at: 2019-2020, 2023; missing: 2021-2022)."
            ),
        ),
        (
            FindingKind.PHRASE_REWORDED,
            "提法“扩大内需”改为“全力扩大内需”。",
            "The formulation “扩大内需” now reads “全力扩大内需”.",
        ),
        (
            FindingKind.NUMBER_CHANGED,
            "“发放消费券”由“五百万元”变为“八百万元”。",
            "The number in “发放消费券” goes from “五百万元” to “八百万元”.",
        ),
        (
            FindingKind.NEGATION_CHANGED,
            "否定有变：“不搞大水漫灌”变为“搞大水漫灌”。",
            "A negation changes: “不搞大水漫灌” becomes “搞大水漫灌”.",
        ),
    ],
)
def test_sentences(change_report, kind, zh, en):
    assert sentence(change_report, kind, "zh") == zh
    assert sentence(change_report, kind, "en") == en


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_a_sentence_without_holes(change_report, kind):
    for language, stop in (("zh", "。"), ("en", ".")):
        told = sentence(change_report, kind, language)
        assert told.endswith(stop)
        assert "“…”" not in told
        assert "None" not in told


@pytest.mark.parametrize("kind", FindingKind)
def test_two_drafts_are_called_texts_once(change_report, kind):
    drafts = replace(change_report, earlier=replace(change_report.earlier, year=change_report.later.year))
    assert "文本文本" not in sentence(drafts, kind, "zh")


@pytest.mark.parametrize("kind", FindingKind)
def test_a_finding_without_values_is_still_told(change_report, kind):
    (found,) = [each for each in change_report.findings if each.kind is kind]
    for language in ("zh", "en"):
        assert finding_sentence(replace(found, values=()), change_report, language)


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        (
            FindingKind.PRIORITY_SPLIT,
            "2023年的任务“甲”在2024年分为“乙”和“丙”。",
            "The 2023 priority “甲” is split in 2024 into “乙” and “丙”.",
        ),
        (
            FindingKind.PRIORITY_MERGED,
            "2023年的任务“甲”在2024年并为“乙”、“丙”。",
            "The 2023 priorities “甲” are merged in 2024 into “乙”, “丙”.",
        ),
    ],
)
def test_each_of_several_headings_has_its_own_marks(change_report, kind, zh, en):
    values = (("earlier_heading", "甲"), ("later_heading", "乙；丙"))
    found = replace(change_report.findings[0], kind=kind, values=values)
    assert finding_sentence(found, change_report, "zh") == zh
    assert finding_sentence(found, change_report, "en") == en


def test_a_number_may_have_no_subject(change_report):
    values = (("earlier_number", "3%"), ("later_number", "2%"))
    found = replace(change_report.findings[0], kind=FindingKind.NUMBER_CHANGED, values=values)
    assert finding_sentence(found, change_report, "zh") == "数字由“3%”变为“2%”。"
    assert finding_sentence(found, change_report, "en") == "A number goes from “3%” to “2%”."


@pytest.mark.parametrize(
    ("clause", "zh", "en"),
    [
        (
            "earlier_clause",
            "2023年的“严禁铺张”在2024年文本中未见。",
            "What 2023 ruled out is not found in the 2024 text: “严禁铺张”.",
        ),
        (
            "later_clause",
            "2024年写明“严禁铺张”，2023年文本未见。",
            "The 2024 text rules out what is not ruled out in the 2023 text: “严禁铺张”.",
        ),
    ],
)
def test_a_prohibition_may_come_or_go_whole(change_report, clause, zh, en):
    values = ((clause, "严禁铺张，"),)
    found = replace(change_report.findings[0], kind=FindingKind.NEGATION_CHANGED, values=values)
    assert finding_sentence(found, change_report, "zh") == zh
    assert finding_sentence(found, change_report, "en") == en


@pytest.mark.parametrize(
    ("ranks", "zh", "en"),
    [
        (("3", "1"), "升至", "rises"),
        (("1", "3"), "降至", "falls"),
        (("2", "10"), "降至", "falls"),
        (("2", "2"), "先后次序有变", "changes its order"),
    ],
)
def test_a_priority_rises_towards_the_first_rank(change_report, ranks, zh, en):
    values = (("heading", "甲"), ("earlier_rank", ranks[0]), ("later_rank", ranks[1]))
    found = replace(change_report.findings[0], kind=FindingKind.PRIORITY_MOVED, values=values)
    assert zh in finding_sentence(found, change_report, "zh")
    assert en in finding_sentence(found, change_report, "en")


CHANNEL_SENTENCES = [
    (
        FindingKind.STRENGTH_CHANGED,
        {"earlier_strength": "鼓励", "later_strength": "加快", "direction": "stronger", "ladder": "drive"},
        "推进力度增强：“鼓励”变为“加快”，见“加快建设”。",
        "Stronger wording (drive): “鼓励” becomes “加快” in “加快建设”.",
    ),
    (
        FindingKind.STRENGTH_CHANGED,
        {"earlier_strength": "启动", "later_strength": "实施", "direction": "stronger", "ladder": "stage"},
        "工作阶段推进：“启动”变为“实施”，见“加快建设”。",
        "A further stage of the work: “启动” becomes “实施” in “加快建设”.",
    ),
    (
        FindingKind.SCOPE_CHANGED,
        {"earlier_scope": "", "later_scope": "全面", "direction": "wider", "ladder": "scope"},
        "范围扩大：加上“全面”，见“加快建设”（原文为“建设”）。",
        "Wider scope: “全面” is added in “加快建设” (it read “建设”).",
    ),
    (
        FindingKind.QUALIFIER_CHANGED,
        {"earlier_qualifier": "以上", "later_qualifier": "", "direction": "weaker"},
        "限定放宽：未再写“以上”，见“加快建设”（原文为“建设”）。",
        "A looser qualifier: “以上” is not found any more in “加快建设” (it read “建设”).",
    ),
    (
        FindingKind.TIME_CHANGED,
        {"earlier_time": "年内", "later_time": "到2027年", "direction": "later"},
        "时限推后：“年内”变为“到2027年”，见“加快建设”。",
        "Later: “年内” becomes “到2027年” in “加快建设”.",
    ),
    (
        FindingKind.UNIT_CHANGED,
        {"earlier_unit": "5万亩", "later_unit": "5万公顷"},
        "计量单位有变：“5万亩”变为“5万公顷”，见“加快建设”。",
        "Measured in another unit: “5万亩” becomes “5万公顷” in “加快建设”.",
    ),
]


@pytest.mark.parametrize(("kind", "values", "zh", "en"), CHANNEL_SENTENCES)
def test_what_became_stronger_wider_or_later(change_report, kind, values, zh, en):
    clauses = {"earlier_clause": "建设，", "later_clause": "加快建设，"}
    found = replace(change_report.findings[0], kind=kind, values=tuple((values | clauses).items()))
    assert finding_sentence(found, change_report, "zh") == zh
    assert finding_sentence(found, change_report, "en") == en


def test_without_history_nothing_is_called_first(change_report):
    pair = replace(change_report, history_years=())
    assert sentence(pair, FindingKind.PHRASE_NEW, "zh") == "新提法“低空经济”，2023年文本未见。"
    assert sentence(pair, FindingKind.PHRASE_NEW, "en") == (
        "New formulation “低空经济”, not found in the 2023 text."
    )


def test_years_looked_at_are_those_before_the_later_report(change_report):
    pair = replace(change_report, history_years=(2020, 2024, 2019))
    assert years_looked_at(pair) == (2019, 2020, 2023)


@pytest.mark.parametrize(
    ("one", "other", "zh", "en"),
    [
        ((2023, "甲市"), (2024, "甲市"), ("2023年", "2024年"), ("2023", "2024")),
        ((2023, "乙省"), (2024, "甲市"), ("乙省2023年", "甲市2024年"), ("乙省 2023", "甲市 2024")),
        ((2024, "乙省"), (2024, "甲市"), ("乙省2024年", "甲市2024年"), ("乙省 2024", "甲市 2024")),
        ((2024, "甲市"), (2024, "甲市"), ("前一份", "后一份"), ("earlier", "later")),
    ],
)
def test_texts_are_called_by_what_tells_them_apart(change_report, one, other, zh, en):
    pair = replace(
        change_report,
        earlier=replace(change_report.earlier, year=one[0], place=one[1]),
        later=replace(change_report.later, year=other[0], place=other[1]),
    )
    assert text_names(pair, "zh") == zh
    assert text_names(pair, "en") == en


@pytest.mark.parametrize(
    ("years", "zh", "en"),
    [
        ([], "", ""),
        ([2020], "2020年", "2020"),
        ([2020, 2021], "2020—2021年", "2020-2021"),
        ([2023, 2015, 2016, 2017], "2015—2017、2023年", "2015-2017, 2023"),
        ([2020, 2020], "2020年", "2020"),
    ],
)
def test_years_are_told_as_ranges(years, zh, en):
    assert year_ranges(years, "zh") == zh
    assert year_ranges(years, "en") == en


@pytest.mark.parametrize(
    ("years", "later", "missing"),
    [
        ([], 2025, ()),
        ([2024], 2025, ()),
        ([2020], 2025, (2021, 2022, 2023, 2024)),
        ([2022, 2024], 2025, (2023,)),
    ],
)
def test_missing_years(years, later, missing):
    assert missing_years(years, later) == missing


def test_what_was_looked_at_names_gaps_only_where_there_are_some():
    assert looked_at([2024], [], "zh") == "所查年份：2024年"
    assert looked_at([2022, 2024], [2023], "en") == "years looked at: 2022, 2024; missing: 2023"


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [("甲乙丙", 3, "甲乙丙"), ("甲乙丙丁", 3, "甲乙…"), ("甲\n 乙", 5, "甲 乙"), ("", 3, "")],
)
def test_clipped(text, limit, shown):
    assert clipped(text, limit) == shown
