"""What became of a target, and what came of it, as tables."""

import pytest

from compare.undertakings.model import Bearing, TargetChangeKind, Verdict
from compare.undertakings.outcomes import figures_of, target_outcomes
from compare.undertakings.target_changes import compare_targets
from compare.undertakings.targets import targets_of
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport

Kind = TargetChangeKind


def report_of(text, role, year):
    unit = Unit("m1", Level.MEASURE, role, "", None, None, None, Span(0, len(text)), 0, text)
    source = Source("t.txt", "", "txt", "utf-8", text)
    return WorkReport(
        f"甲市:{year}", "甲市", year, "政府工作报告", TextKind.FULL, Edition.UNKNOWN, "zh", source, text,
        Origin((0,), (0,)), (unit,),
    )  # fmt: skip


def aims(text):
    return targets_of(
        report_of(f"今年发展主要预期目标是：{text}。" if text else "。", Role.REQUIREMENTS, 2024)
    )


@pytest.mark.parametrize(
    ("earlier", "later", "change", "bearing", "difference"),
    [
        ("地区生产总值增长5%左右", "地区生产总值增长5.5%左右", Kind.RAISED, Bearing.MORE_DEMANDING, 0.5),
        ("地区生产总值增长6.5%－7%", "地区生产总值增长6.5%左右", Kind.LOWERED, Bearing.LESS_DEMANDING, -0.25),
        ("地区生产总值增长6%－7%", "地区生产总值增长6.2%－6.8%", Kind.NARROWED, Bearing.OPEN, 0),
        ("地区生产总值增长6.2%－6.8%", "地区生产总值增长6%－7%", Kind.WIDENED, Bearing.OPEN, 0),
        ("居民消费价格涨幅3%左右", "居民消费价格涨幅2%左右", Kind.LOWERED, Bearing.MORE_DEMANDING, -1),
        ("城镇调查失业率5.5%以内", "城镇调查失业率5.5%左右", Kind.REQUALIFIED, Bearing.LESS_DEMANDING, 0),
        ("地区生产总值增长7%左右", "地区生产总值增长7%以上", Kind.REQUALIFIED, Bearing.MORE_DEMANDING, 0),
        ("粮食产量1300万吨以上", "粮食产量260亿斤以上", Kind.KEPT, Bearing.OPEN, 0),
        ("进出口总额增长8%左右", "进出口稳中提质", Kind.NOT_QUANTIFIED, Bearing.OPEN, None),
        ("进出口稳中提质", "进出口总额增长8%左右", Kind.QUANTIFIED, Bearing.OPEN, None),
        ("研发经费投入增长8%", "研发经费投入300亿元", Kind.UNIT_CHANGED, Bearing.OPEN, None),
        ("居民收入增长与经济增长基本同步", "居民收入增长和经济增长同步", Kind.KEPT, Bearing.OPEN, None),
        ("赤字率3%", "赤字率4%", Kind.RAISED, Bearing.OPEN, 1),
        ("", "粮食产量26亿斤", Kind.NEW, Bearing.OPEN, None),
        ("粮食产量26亿斤", "", Kind.DROPPED, Bearing.OPEN, None),
        ("改造老旧小区60个", "改造提升老旧小区50个", Kind.LOWERED, Bearing.LESS_DEMANDING, -10),
    ],
)
def test_one_target(earlier, later, change, bearing, difference):
    (found,) = compare_targets(aims(earlier), aims(later))

    assert (found.change, found.bearing) == (change, bearing)
    assert found.difference == (None if difference is None else pytest.approx(difference))


TWICE, ONE = (
    "地区生产总值增长5.5%左右，服务业增加值增长7%，经济增长5%左右",
    "地区生产总值增长5%左右，服务业增加值增长7%",
)


@pytest.mark.parametrize(
    ("earlier", "later", "changes"),
    [
        (ONE, TWICE, [Kind.RAISED, Kind.KEPT, Kind.KEPT]),
        (TWICE, ONE, [Kind.LOWERED, Kind.KEPT, Kind.KEPT]),
        (ONE, ONE.replace("7%", "8%") + "，经济增长6%左右", [Kind.KEPT, Kind.RAISED, Kind.NEW]),
    ],
)
def test_a_figure_that_the_other_text_has_is_neither_new_nor_gone(earlier, later, changes):
    assert [each.change for each in compare_targets(aims(earlier), aims(later))] == changes


def test_different_known_indicators_are_never_one():
    found = compare_targets(aims("城镇登记失业率4.5%以内"), aims("城镇调查失业率5.5%以内"))

    assert [each.change for each in found] == [Kind.NEW, Kind.DROPPED]


@pytest.mark.parametrize(
    ("earlier", "later", "changes"),
    [
        ("新建公路20公里", "新建公路30公里，新建公路20公里", [Kind.RAISED, Kind.KEPT]),
        ("新建公路30公里，新建公路20公里", "新建公路20公里", [Kind.LOWERED, Kind.KEPT]),
        ("粮食产量26亿斤", "粮食产量27亿斤，粮食产量130万吨", [Kind.RAISED, Kind.KEPT]),
        ("粮食产量26亿斤", "粮食产量27亿斤，粮食产量26亿斤以上", [Kind.RAISED, Kind.REQUALIFIED]),
        ("新建公路20公里", "新建公路30公里，新建公路40公里", [Kind.RAISED, Kind.NEW]),
        ("新建公路20公里", "新建公路30公里，新建桥梁20座", [Kind.RAISED, Kind.NEW]),
        ("新建公路30公里，新建公路40公里", "新建公路20公里", [Kind.LOWERED, Kind.DROPPED]),
    ],
)
def test_a_target_with_the_figure_of_another_statement_is_not_new(earlier, later, changes):
    assert [each.change for each in compare_targets(aims(earlier), aims(later))] == changes


@pytest.mark.parametrize(
    ("target", "review", "verdict", "difference"),
    [
        ("地区生产总值增长5%左右", "地区生产总值达到1000亿元、增长5%", Verdict.MET, 0),
        ("地区生产总值增长7.5%左右", "地区生产总值比上年增长7.4%", Verdict.MET, -0.1),
        ("地区生产总值增长7.5%左右", "地区生产总值增长6%", Verdict.MISSED, -1.5),
        ("地区生产总值增长6.5%－7%", "地区生产总值增长6.7%", Verdict.MET, 0),
        ("社会消费品零售总额增长9%左右", "社会消费品零售总额下降1.7%", Verdict.MISSED, -10.7),
        ("城镇新增就业2.2万人以上", "城镇新增就业2.31万人", Verdict.EXCEEDED, 0.11),
        ("城镇调查失业率5.5%以内", "城镇调查失业率5.1%", Verdict.MET, -0.4),
        ("城镇调查失业率5.5%以内", "城镇调查失业率5.8%", Verdict.MISSED, 0.3),
        ("居民消费价格涨幅3%左右", "居民消费价格上涨0.2%", Verdict.REPORTED, -2.8),
        ("单位地区生产总值能耗降低2.5%左右", "单位地区生产总值能耗下降2.6%", Verdict.MET, 0.1),
        ("粮食产量26亿斤以上", "粮食总产27.1亿斤", Verdict.EXCEEDED, 1.1),
        ("粮食产量26亿斤以上", "蔬菜总产27.1亿斤", Verdict.NOT_REPORTED, None),
        ("居民收入增长与经济增长同步", "居民人均可支配收入增长5.6%", Verdict.REPORTED, None),
        ("改造老旧小区86个", "改造老旧小区92个", Verdict.EXCEEDED, 6),
        ("地区生产总值增长5%左右", "五年来地区生产总值年均增长5%", Verdict.REPORTED, None),
    ],
)
def test_what_came_of_a_target(target, review, verdict, difference):
    figures = figures_of(report_of(f"{review}。", Role.REVIEW, 2025))
    (found,) = target_outcomes(aims(target), figures, ())

    assert found.verdict is verdict
    assert found.difference == (None if difference is None else pytest.approx(difference))


def test_a_target_in_points_is_reckoned_from_the_level_before():
    before = figures_of(report_of("常住人口城镇化率达到60.2%。", Role.REVIEW, 2024))
    figures = figures_of(report_of("常住人口城镇化率达到61.3%。", Role.REVIEW, 2025))
    (found,) = target_outcomes(aims("常住人口城镇化率提高1个百分点左右"), figures, before)

    assert found.verdict is not Verdict.MISSED
    assert found.difference == pytest.approx(0.1)
    assert found.level_before == Span(0, 15)
