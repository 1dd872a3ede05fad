"""Figures, negations and words of strength, scope and time are compared on their own."""

import pytest

from compare.matching import matching_form
from compare.wording.ladders import LADDERS, MANNER
from compare.wording.meaning import ClausePair, meaning_changes, prohibition_in
from compare.wording.whole_words import NOT_AFTER, NOT_BEFORE
from corpora.model import Span

TABLE = [
    # (earlier clause, later clause, channel and what changed)
    ("国内生产总值增长5%左右", "国内生产总值增长4.5%左右", ["number 5% > 4.5%"]),
    ("国内生产总值增长5%左右", "国内生产总值增长5%左右", []),
    ("国内生产总值增长５％左右", "国内生产总值增长5%左右", []),  # only the width differs
    ("增长6.5%-7%", "增长6.5%左右", ["number 6.5%-7% > 6.5%"]),  # a range becomes a point
    (
        "粮食产量1.3万亿斤以上",
        "粮食产量1.4万亿斤左右",
        ["number 1.3万亿 > 1.4万亿", "qualifier 以上 > 左右"],
    ),
    ("粮食产量1.3万亿斤", "粮食产量6.5亿吨", []),  # the same amount in another unit
    ("实际使用外资1263亿美元", "实际使用外资1300多亿美元", ["number 1263亿 > 1300多亿"]),
    ("新增耕地5万亩", "新增耕地5万公顷", ["unit 5万亩 > 5万公顷"]),
    ("失业率下降5%", "失业率下降5个百分点", ["unit 5% > 5个百分点"]),
    ("新建学校12所", "新建学校12座", []),  # both count
    ("推进5G网络建设", "推进6G网络建设", []),  # the number in a name
    ("提高1个百分点", "提高2个百分点", ["number 1个百分点 > 2个百分点"]),
    ("到2025年全部完成改造任务", "到2027年全部完成改造任务", ["time 到2025年 > 到2027年"]),
    ("新建学校12所", "新建学校15所、医院3所", ["number 12 > 15"]),  # the words before tell which
    ("新建学校12所", "改造12所、新建15所", []),  # which number stands for which cannot be told
    ("不搞大水漫灌", "搞大水漫灌", ["negation 不搞 > "]),
    ("不搞大拆大建", "不搞大拆大建", []),
    ("坚持不懈抓好农业", "坚持抓好农业", []),  # 不懈 denies nothing
    ("不断提高收入", "提高收入", []),
    ("坚决制止铺张浪费", "严禁铺张浪费", ["strength 制止 > 严禁"]),  # both forbid, one more sternly
    ("决不允许占着位子不干事", "允许占着位子干事", ["negation 决不 > "]),
    ("严禁新增隐性债务", "管控新增隐性债务", ["negation 严禁 > "]),
    ("坚决淘汰落后产能", "坚决淘汰不达标的落后产能", []),  # 不达标 denies nothing of the clause
    ("积极稳妥推进体制改革", "没有体制改革", []),
    ("没有发生重大事故", "发生重大事故", ["negation 没有 > "]),
    ("大力发展旅游", "粮食产量不低于1.3万亿斤", []),  # clauses that speak of different things
    ("改造农村危房800户", "改造农村户厕1.6万座", []),  # figures of different things
    ("每亩补贴5到7元", "每亩补贴8元", ["number 5到7 > 8"]),  # one range, not two figures
    ("每亩补贴5到7元", "早稻、晚稻每亩分别补贴6元和8元", []),
    ("每20公斤补贴5元", "早稻、晚稻每20公斤分别补贴6元和8元", []),
    ("失业率由5%到6%", "失业率由5%到7%", ["number 6% > 7%"]),  # … and where it went from and to
    # several years together, and one year
    ("五年新建学校60所", "全年新建学校12所", []),
    ("累计新建学校60所", "新建学校12所", []),
    ("学生人数年均增长6%", "学生人数增长8%", []),
    ("累计新建学校60所", "年均新建学校15所", []),  # a sum and an average
    ("年均新建学校12所", "年均新建学校15所", ["number 12 > 15"]),
    ("五年来学校增加到60所", "学校增加到72所", ["number 60 > 72"]),  # what was reached can be compared
    ("五年总产值达到60亿元", "总产值72亿元", ["number 60亿 > 72亿"]),
    # qualifiers
    ("总产值增长3%", "总产值超过120亿元", []),  # a growth and a level
    ("服务业比重提高3个百分点", "服务业比重达到60%以上", []),
    ("失业率5.5%以内", "失业率5.5%左右", ["qualifier 以内 > 左右"]),
    ("新增就业5万人", "新增就业5万人以上", ["qualifier  > 以上"]),
    ("新增就业5万人以上", "新增就业不少于5万人", []),  # the same floor
    ("投资约300亿元", "投资300亿元左右", []),
    ("投资不超过300亿元", "投资超过300亿元", ["negation 不超过 > "]),
    ("完成投资80亿元以上、公路20亿元", "完成投资80亿元、公路20亿元", ["qualifier 以上 > "]),
    ("最近5年共建成学校", "5年共建成学校", []),
    ("力争完成改造任务", "确保完成改造任务", ["qualifier 力争 > 确保"]),
    ("居民收入和经济增长同步", "居民收入和经济增长基本同步", ["qualifier  > 基本"]),
    ("提高基本医疗保障水平", "提高医疗保障水平", []),  # 基本医疗 is a name
    ("保持流动性合理充裕", "保持流动性充裕", ["qualifier 合理 > "]),
    # strength
    ("鼓励秸秆资源化利用", "加快秸秆资源化利用", ["strength 鼓励 > 加快"]),
    ("加快发展绿色经济", "大力发展绿色经济", ["strength 加快 > 大力"]),
    ("大力支持精深加工", "支持精深加工", ["strength 大力支持 > 支持"]),
    ("大力支持精深加工", "推动精深加工", []),  # acts itself, but with less force: neither more nor less
    ("大力优化支出结构", "持续优化支出结构", ["strength 大力 > 持续"]),
    ("加快市场建设", "纵深推进市场建设", []),  # pressed otherwise, not less
    ("加大力度支持创新", "支持创新", []),  # 大力 is half of 加大 and 力度
    ("形成推动发展的强大力量", "形成推动发展的力量", []),
    ("完善支持政策", "完善政策", []),  # 支持政策 is a noun
    ("支持发展设施农业", "发展设施农业", []),
    ("加强信用体系建设", "加快信用体系建设", []),  # another verb, not more of it
    ("推动民族地区加快现代化建设", "加快民族地区现代化建设", []),  # 加快 only changed its place
    ("稳妥推进房地产税立法", "稳步推进房地产税立法", ["strength 稳妥推进 > 稳步推进"]),
    ("稳步提高低保标准", "适当提高低保标准", ["strength  > 适当"]),
    ("启动土地延包试点", "有序推进土地延包试点", ["strength 启动 > 推进"]),
    ("开展公立医院改革试点", "推广公立医院改革", ["strength 试点 > 推广"]),
    ("增加基础研究投入", "增加基础制定投入", []),  # 基础研究 is no stage of work
    ("维护海洋权益", "坚决维护海洋权益", ["strength  > 坚决"]),
    ("坚决整肃懒政行为", "严厉整肃懒政行为", []),
    ("认真执行责任制", "严格执行责任制", ["strength 认真 > 严格"]),
    ("稳步开展环境整治", "因地制宜开展环境整治", []),  # another manner took the place
    ("广泛开展健身活动", "大力开展健身活动", []),
    ("广泛开展健身活动", "广泛大力开展健身活动", ["strength 开展 > 大力开展"]),
    ("合理调整分配关系", "积极调整分配关系", ["qualifier 合理 > "]),  # pace is none of it
    # scope
    ("河湖保护全面推进", "河湖保护取得新成效", []),  # 全面 went with what it speaks of
    ("全面落实支持集体林场改革政策", "鼓励、引导集体林场改革", []),
    ("全面落实支持集体林场改革政策", "落实支持集体林场改革政策", ["scope 全面 > "]),
    ("全面推广单一窗口", "推广单一窗口", ["scope 全面 > "]),
    ("整治部分行业乱象", "整治所有行业乱象", ["scope 部分 > 所有"]),
    ("开展重点行业排查", "开展行业排查", ["scope 重点 > "]),
    ("建设重点实验室", "建设实验室", []),  # 重点 belongs to the name
    ("保护国家所有权", "保护国家权", []),
    ("促进人的全面发展", "促进人的发展", []),
    ("全面推行扫码检查制度", "规范扫码检查制度", []),  # what was done is gone, too
    ("全面推行双随机监管", "实现双随机监管全覆盖", []),  # the whole field either way
    # time
    ("年内完成老旧小区改造", "到2027年完成老旧小区改造", ["time 年内 > 到2027年"]),
    ("年内完成老旧小区改造", "三年内完成老旧小区改造", ["time 年内 > 三年内"]),
    ("两年内实现供水全覆盖", "实现供水全覆盖", ["time 两年内 > "]),
    ("上半年开工建设机场", "年底前开工建设机场", ["time 上半年 > 年底前"]),
    ("开展安全生产三年行动", "开展安全生产五年行动", ["time 三年 > 五年"]),
    ("逐步提高补助标准", "尽快提高补助标准", ["time 逐步 > 尽快"]),
    ("年内完成改造", "今年底完成改造", []),  # the same date
    ("到2025年完成改造", "到2025年完成改造任务", []),
]


def changes(earlier, later, years=(2024, 2025)):
    forms = matching_form(earlier), matching_form(later)
    pair = ClausePair(Span(0, len(earlier)), Span(0, len(later)), *forms, years)
    return list(meaning_changes(pair))


def told(earlier, later):
    return [
        f"{change.channel} {earlier[change.earlier.start : change.earlier.end]}"
        f" > {later[change.later.start : change.later.end]}"
        for change in changes(earlier, later)
    ]


@pytest.mark.parametrize(("earlier", "later", "expected"), TABLE)
def test_meaning_changes(earlier, later, expected):
    assert told(earlier, later) == expected


@pytest.mark.parametrize(("earlier", "later", "expected"), TABLE)
def test_as_many_changes_when_the_sides_are_swapped(earlier, later, expected):
    assert len(told(later, earlier)) == len(expected)


DIRECTIONS = [
    ("增长5%左右", "增长4.5%左右", "lower"),
    ("增长6%-7%", "增长6.5%左右", "narrower"),
    ("增长6%-7%", "增长5%-8%", "wider"),
    ("增长6%-7%", "增长6.5%-7.5%", "higher"),
    ("新增就业5万人以上", "新增就业5万人左右", "weaker"),
    ("价格涨幅3%左右", "价格涨幅3%以内", "stronger"),
    ("鼓励秸秆资源化利用", "支持秸秆资源化利用", "stronger"),
    ("大力发展绿色经济", "积极发展绿色经济", "weaker"),
    ("推广单一窗口", "全面推广单一窗口", "wider"),
    ("年内完成老旧小区改造", "三年内完成老旧小区改造", "later"),
    ("到2027年完成老旧小区改造", "年内完成老旧小区改造", "earlier"),
    ("逐步提高补助标准", "尽快提高补助标准", "earlier"),
    ("保持流动性合理充裕", "保持流动性充裕", "weaker"),
    ("基本实现供水全覆盖", "实现供水全覆盖", "stronger"),
    ("不搞大水漫灌", "搞大水漫灌", None),
    ("比上年低0.4个百分点", "比上年高0.2个百分点", None),  # neither more nor less of one thing
    ("比上年低0.4个百分点", "比上年低0.2个百分点", "lower"),
    ("两年内实现供水全覆盖", "实现供水全覆盖", None),
]
OPPOSITE = {
    "higher": "lower", "stronger": "weaker", "wider": "narrower", "earlier": "later",
}  # fmt: skip
OPPOSITE |= {other: one for one, other in OPPOSITE.items()} | {None: None}


@pytest.mark.parametrize(("earlier", "later", "direction"), DIRECTIONS)
def test_directions_and_their_reverse(earlier, later, direction):
    assert {change.direction for change in changes(earlier, later)} == {direction}
    back = changes(later, earlier, years=(2025, 2024))
    assert {change.direction for change in back} == {OPPOSITE[direction]}


def test_a_date_told_by_the_year_needs_the_years_of_the_reports():
    pair = "年内完成老旧小区改造", "到2027年完成老旧小区改造"
    assert [change.direction for change in changes(*pair, years=(0, 0))] == [None]


def test_every_word_of_a_ladder_stands_on_one_rung():
    for ladder in LADDERS:
        words = [word for rung in ladder.rungs for word in rung]
        assert len(words) == len(set(words)), ladder.name
        assert ladder.reason.endswith("."), ladder.name
        assert ladder.bare is None or 0 <= ladder.bare < len(ladder.rungs), ladder.name
        assert (ladder.alone or frozenset()) <= set(words), ladder.name


def test_exceptions_are_of_known_words():
    words = {word for ladder in LADDERS for rung in ladder.rungs for word in rung} | set(MANNER)
    assert set(NOT_AFTER) | set(NOT_BEFORE) <= words


PROHIBITIONS = [
    ("不搞大拆大建，", "不搞"),
    ("严禁铺张浪费。", "严禁"),
    ("决不允许弄虚作假，", "决不"),
    ("不断提高收入，", None),
    ("加快旧城改造，", None),
    ("克服准入不准营现象，", None),
    ("调整加工贸易禁止类目录，", None),
    ("推动7个不准等举措落地，", None),
]


@pytest.mark.parametrize(("clause", "expected"), PROHIBITIONS)
def test_prohibitions(clause, expected):
    found = prohibition_in(clause, Span(100, 100 + len(clause)))

    assert (clause[found.start - 100 : found.end - 100] if found else None) == expected
