"""Sections, measures and roles by the grammar of enumeration and cues."""

from itertools import pairwise

import pytest

from corpora.model import Level, TextKind
from corpora.outline import outline
from corpora.outline.grammar import mark_of

MARKS = [
    ("一、2024年工作回顾", "一、", 1),
    ("（三）扩大内需。", "（三）", 2),
    ("(七)扩大开放", "(七)", 2),
    ("（六） 更加注重民生", "（六）", 2),
    ("1．办好教育", "1．", 3),
    ("12.提升医疗", "12.", 3),
    ("（1）建成学校", "（1）", 4),
    ("第一部分 去年工作", "第一部分", 0),
    ("二是坚持改革。", "二是", 9),
    ("一要稳就业。", "一要", 9),
    ("第一，稳住预期。", "第一，", 9),
    ("——经济向好。", "——", 9),
    ("●增长5%", "●", 9),
    ("③完善制度", "③", 9),
    ("12.5%的增长", None, None),  # a number, no mark
    ("一季度开局良好。", None, None),
    ("一是一，二是二", "一是", 9),
    ("过去一年，成绩显著。", None, None),
]


@pytest.mark.parametrize(("paragraph", "text", "rank"), MARKS)
def test_mark_of(paragraph, text, rank):
    mark = mark_of(paragraph)

    assert (mark.text if mark else None, mark.rank if mark else None) == (text, rank)


FULL = """2025年澜川市政府工作报告
——2025年1月8日在澜川市第五届人民代表大会第五次会议上
各位代表：
现在，我代表市人民政府，向大会报告政府工作，请予审议。
一、2024年工作回顾
过去一年，面对严峻复杂形势，全市上下团结一心，经济社会发展取得新的成绩。
一是稳增长取得新成效。
全年地区生产总值增长5.6%，主要指标好于预期，工业经济持续向好。
二是抓改革释放新活力。完成机构改革，推出惠企政策一百余项，营商环境持续优化。
在肯定成绩的同时，我们也清醒看到，发展中还存在不少困难和问题。
二、2025年总体要求和主要目标
今年发展主要预期目标是：地区生产总值增长5.5%左右。
三、2025年重点工作
今年要抓好以下工作：
（一）全方位扩大内需。把恢复和扩大消费摆在优先位置，增强发展拉动力。
大力提振消费。实施提振消费专项行动，举办促消费活动一百场。
（二）培育壮大优势产业
做强主导产业。壮大装备制造、新材料、绿色食品、电子信息产业集群。
1.建设产业园区。新建标准厂房三十万平方米，引进项目五十个。
今年将编制“十五五”规划。深入开展前期研究，科学谋划发展目标。
做好今年工作，对政府自身建设提出了更高要求。各级政府要坚持依法行政。
各位代表！让我们团结奋斗，谱写现代化建设新篇章！
名词解释
1.新质生产力：由技术革命性突破催生的先进生产力。"""

EXPECTED = [
    # (level, role, number, heading, begins with)
    ("measure", "frame", None, None, "2025年澜川市政府工作报告"),
    ("measure", "frame", "——", None, "——2025年1月8日"),
    ("measure", "frame", None, None, "各位代表："),
    ("measure", "opening", None, None, "现在，我代表市人民政府"),
    ("section", "review", "一、", "2024年工作回顾", "一、"),
    ("measure", "review", None, None, "过去一年，"),
    ("measure", "review", "一是", "稳增长取得新成效", "一是稳增长取得新成效。\n全年"),
    ("measure", "review", "二是", "抓改革释放新活力", "二是"),
    ("measure", "problems", None, None, "在肯定成绩的同时"),
    ("section", "requirements", "二、", "2025年总体要求和主要目标", "二、"),
    ("measure", "requirements", None, None, "今年发展主要预期目标"),
    ("section", "plan", "三、", "2025年重点工作", "三、"),
    ("measure", "plan", None, None, "今年要抓好以下工作"),
    ("section", "plan", "（一）", "全方位扩大内需", "（一）全方位扩大内需。把恢复"),
    ("measure", "plan", None, "大力提振消费", "大力提振消费。"),
    ("section", "plan", "（二）", "培育壮大优势产业", "（二）培育"),
    ("measure", "plan", None, "做强主导产业", "做强主导产业。"),
    ("measure", "plan", "1.", "建设产业园区", "1.建设"),
    ("measure", "plan", None, "今年将编制“十五五”规划", "今年将编制"),
    ("measure", "governance", None, "做好今年工作，对政府自身建设提出了更高要求", "做好今年工作"),
    ("measure", "frame", None, None, "各位代表！"),
    ("measure", "closing", None, None, "让我们团结奋斗"),
    ("section", "appendix", None, "名词解释", "名词解释"),
    ("measure", "appendix", "1.", "新质生产力", "1.新质生产力"),
]


def test_a_report_of_three_parts():
    units = outline(FULL, TextKind.FULL, 2025)
    told = [(unit.level.value, unit.role.value, unit.number, unit.heading) for unit in units]
    wanted = [row[:4] for row in EXPECTED]
    # the date line is front matter: its dash is no enumeration
    wanted[1] = ("measure", "frame", None, None)

    assert told == wanted
    assert all(unit.text.startswith(row[4]) for unit, row in zip(units, EXPECTED, strict=True))


def test_spans_cover_all_paragraphs_once():
    units = outline(FULL, TextKind.FULL, 2025)

    assert all(FULL[unit.span.start : unit.span.end] == unit.text for unit in units)
    assert all(before.span.end <= after.span.start for before, after in pairwise(units))
    assert "".join("".join(unit.text for unit in units).split()) == "".join(FULL.split())


def test_parents_are_the_sections_that_hold_the_units():
    units = {unit.id: unit for unit in outline(FULL, TextKind.FULL, 2025)}
    by_start = {unit.text[:6]: unit for unit in units.values()}

    assert units[by_start["大力提振消费"].parent].heading == "全方位扩大内需"
    assert units[units[by_start["大力提振消费"].parent].parent].heading == "2025年重点工作"
    assert units[by_start["今年将编制“"].parent].heading == "2025年重点工作"  # no part of the last task
    assert by_start["让我们团结奋"].parent is None


def test_the_text_after_number_and_heading():
    section = next(u for u in outline(FULL, TextKind.FULL, 2025) if u.number == "（一）")

    assert FULL[section.body : section.span.end] == "把恢复和扩大消费摆在优先位置，增强发展拉动力。"


DIGEST = """市五届人大五次会议开幕
澜川晚报讯（记者 闻溪）2月10日，澜川市第五届人民代表大会第五次会议开幕。
市领导章明、李平出席大会并在主席台就座。
章明代表市人民政府向大会作政府工作报告。报告共分三个部分。
章明在报告中指出，过去一年很不平凡。一是全力稳增长，工业持续向好。二是着力惠民生，十件实事办结。
章明从工业、民生等方面分析了存在的问题和不足。
章明指出，今年是“十四五”规划收官之年。做好政府工作，要坚持稳中求进。
章明指出，要突出重点。一是更好统筹消费和投资，扩大内需。提振大宗消费，培育新型消费；扩大有效投资，抓好重大项目。二是更好统筹改革和开放，增强动力。深化国企改革，优化营商环境。
章明在报告中对提升政府效能作出安排。
大会审查了计划报告。"""


def test_a_news_digest():
    units = outline(DIGEST, TextKind.DIGEST, 2025)
    told = [
        (unit.level, unit.role.value, unit.number, unit.heading)
        for unit in units
        if unit.role.value != "frame"
    ]

    assert [row for row in told if row[0] is Level.SECTION] == [
        (Level.SECTION, "plan", "一是", "更好统筹消费和投资，扩大内需"),
        (Level.SECTION, "plan", "二是", "更好统筹改革和开放，增强动力"),
    ]
    assert [(row[1], row[3]) for row in told if row[2] and row[0] is Level.MEASURE] == [
        ("review", "全力稳增长"), ("review", "着力惠民生"),
    ]  # fmt: skip
    assert [
        unit.role.value for unit in units if unit.text.startswith(("市五届", "澜川", "市领导", "大会审查"))
    ] == ["frame"] * 4
    assert {"problems", "requirements", "governance"} <= {row[1] for row in told}


def test_the_parts_of_a_digests_task_are_its_measures():
    units = outline(DIGEST, TextKind.DIGEST, 2025)
    task = next(unit for unit in units if unit.heading == "更好统筹消费和投资，扩大内需")

    assert [unit.text for unit in units if unit.parent == task.id] == [
        "提振大宗消费，培育新型消费；", "扩大有效投资，抓好重大项目。",
    ]  # fmt: skip
