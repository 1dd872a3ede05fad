"""What is read as a target, as a table: negatives beside positives."""

import pytest

from compare.undertakings.indicators import known
from compare.undertakings.model import Period
from compare.undertakings.statements import clauses_of, statements_of
from compare.undertakings.targets import targets_of
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport


def report_of(*texts, role=Role.REQUIREMENTS, year=2025, heading=None):
    """A report of one section with a measure for each text."""
    units, position = [], 0
    if heading:
        units.append(
            Unit(
                "s1",
                Level.SECTION,
                role,
                "",
                None,
                heading,
                None,
                Span(0, len(heading)),
                len(heading),
                heading,
            )
        )
        position = len(heading)
    for number, text in enumerate(texts, start=1):
        span = Span(position, position + len(text))
        parent = "s1" if heading else None
        units.append(Unit(f"m{number}", Level.MEASURE, role, "", None, None, parent, span, span.start, text))
        position = span.end
    whole = (heading or "") + "".join(texts)
    source = Source("t.txt", "", "txt", "utf-8", whole)
    return WorkReport(
        f"甲市:{year}", "甲市", year, "政府工作报告", TextKind.FULL, Edition.UNKNOWN, "zh", source, whole,
        Origin((0,), (0,)), tuple(units),
    )  # fmt: skip


def read(text, **kind):
    report = report_of(text, **kind)
    return [
        (each.indicator, each.value and (each.value[0] if each.value[0] == each.value[1] else each.value),
         each.unit, each.qualifier)
        for each in targets_of(report)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "城镇调查失业率、居民消费价格涨幅分别控制在5%和3%以内。",
            [("城镇调查失业率", 5, "以内"), ("居民消费价格涨幅", 3, "以内")],
        ),
        (
            "城镇、农村居民人均可支配收入分别增长5%、6.5%左右。",
            [("城镇居民收入", 5, "左右"), ("农村居民收入", 6.5, "左右")],
        ),
        (
            "城乡居民人均可支配收入分别增长8%和10%。",
            [("城镇居民收入", 8, None), ("农村居民收入", 10, None)],
        ),
        (
            "单位地区生产总值能耗和二氧化碳排放分别降低3%和4%。",
            [("单位生产总值能耗", 3, None), ("单位生产总值二氧化碳排放", 4, None)],
        ),
        (
            "规模以上工业增加值、固定资产投资分别增长不低于6%和7%。",
            [("规模以上工业增加值", 6, "不低于"), ("固定资产投资", 7, "不低于")],
        ),
        (
            "城镇调查失业率、居民消费价格涨幅均控制在3%以内。",
            [("城镇调查失业率", 3, "以内"), ("居民消费价格涨幅", 3, "以内")],
        ),
        ("规模以上工业增加值、固定资产投资、粮食产量分别增长6%和7%。", []),
        ("居民人均可支配收入增长6%。", [("居民收入增长", 6, None)]),
    ],
)
def test_figures_of_a_list_go_with_the_names_of_a_list(text, expected):
    known_ones = [(name, value, qualifier) for name, value, _, qualifier in read(text) if known(name)]
    assert known_ones == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规模以上工业增加值增长6%。", ["规模以上工业增加值"]),
        ("开发区规上工业增加值增长6%。", []),
        ("规上工业企业研发经费投入增长13%。", []),
        ("全社会研发经费投入增长10%。", ["研发经费投入"]),
        ("民间固定资产投资增长5%。", []),
        ("农村居民人均可支配收入增长6%。", ["农村居民收入"]),
    ],
)
def test_a_figure_of_a_part_is_none_of_the_whole(text, expected):
    assert [name for name, *_ in read(text) if known(name)] == expected


@pytest.mark.parametrize(
    ("clause", "indicator", "value", "unit", "qualifier"),
    [
        ("地区生产总值增长5%左右", "生产总值增速", 5, "%", "左右"),
        ("地区生产总值增长６．５％－７％", "生产总值增速", (6.5, 7), "%", None),
        ("地区生产总值突破2000亿元", "生产总值", 2000, "亿元", "突破"),
        ("经济增长预期目标为7%左右", "生产总值增速", 7, "%", "左右"),
        ("单位地区生产总值能耗降低2.5%左右", "单位生产总值能耗", 2.5, "%", "左右"),
        ("城镇新增就业不低于9万人", "城镇新增就业", 9, "万人", "不低于"),
        ("再减少农村贫困人口3万以上", "农村贫困人口减少", 3, "万人", "以上"),
        ("城镇调查失业率控制在5.5%以内", "城镇调查失业率", 5.5, "%", "以内"),
        ("粮食产量1.3万亿斤以上", "粮食产量", 1.3, "万亿斤", "以上"),
        ("赤字率从去年的2.1%提高到2.3%", "赤字率", 2.3, "%", None),
        ("赤字规模5.66万亿元、比上年增加1.6万亿元", "赤字规模", 5.66, "万亿元", None),
        ("常住人口城镇化率提高1个百分点左右", "常住人口城镇化率", 1, "个百分点", "左右"),
        ("力争税收收入增长4%", "税收收入", 4, "%", "力争"),
        ("全年为企业减税8000多万元", "为企业减税", 8000, "万元", "多"),
        ("新建高标准农田12万亩", "新建高标准农田", 12, "万亩", None),
        ("再开工20项重大水利工程", "开工重大水利工程", 20, "项", None),
        ("企业开办时间压缩至1个工作日", "企业开办时间压缩", 1, "个工作日", None),
        ("65岁及以上老年人服务率超过40%", "65岁及以上老年人服务率", 40, "%", "超过"),
        ("我市海带产量必须争取达到30万吨", "海带产量", 30, "万吨", "力争"),
        ("使全市渔船总数减为900艘", "渔船总数", 900, "艘", None),
        ("国家再安排30亿元渔港建设资金", "安排渔港建设资金", 30, "亿元", None),
        ("发行长期国债500亿元", "长期建设国债", 500, "亿元", None),
    ],
)
def test_aims_in_figures(clause, indicator, value, unit, qualifier):
    assert read(f"今年{clause}。") == [(indicator, value, unit, qualifier)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("五年内使海带加工能力达到20万吨。", ["海带加工能力"]),
        ("在三年内把出海渔船数降到900艘以下。", ["出海渔船数"]),
        ("为了实现在本世纪末把渔民人口控制在20万左右的目标。", ["渔民人口"]),
        ("“十五五”年均增长7.5%。", []),
        ("新增退耕还林6万亩，造林60万亩。", ["新增退耕还林", "造林"]),
        ("遴选打造3个渔业产业集群。", ["遴选打造渔业产业集群"]),
        ("实现所有渔村和90%以上岛屿通航。", ["实现所有渔村和岛屿通航"]),
        ("渔民补助标准提高到人均1200元。", ["渔民补助标准"]),
        ("新建渔港40个，完成投资20亿元。", ["新建渔港", "新建渔港完成投资"]),
        ("力争渔区亩均工业增加值增长10%。", ["渔区亩均工业增加值"]),
        ("推进“三大战役9个专项”行动。", []),
        ("建立年用电5000万吨标准煤及以上企业名录。", []),
        ("渔民收入都有增加，高的达到5.5%。", []),
        (
            "推进渔港建设，在保证质量的前提下，建成60个，新开工20个。",
            ["推进渔港建设建成", "推进渔港建设新开工"],
        ),
    ],
)
def test_a_name_says_what_the_amount_is_of(text, names):
    assert [name for name, *_ in read(text)] == names


@pytest.mark.parametrize(
    "clause",
    [
        "去年地区生产总值增长5%",
        "我国有13亿人口、9亿劳动力资源",
        "6.5%左右的增速可以实现比较充分的就业",
        "一般公共预算支出比上年增加1.2万亿元",
        "在36个大城市开展试点",
        "解决40万渔民的饮水问题始终是头等大事",
        "建成渔港3座的意义十分重要",
        "税率由17%降至16%",
        "对年应纳税所得额低于100万元的企业减半征税",
        "支持80%以上的县建设医院",
        "已建成高标准农田12万亩",
        "科技进步对经济增长的贡献率有了提高",
        "大力实施“3个一”行动",
        "高校毕业生将达700万人",
        "五年来，人民生活明显改善。城镇新增就业42万人",
        "两年来发行专项债券20亿元，新增公路20公里",
        "2005年与2000年相比，地区生产总值增长57.3%",
        "增长9.6%",
    ],
)
def test_amounts_that_are_no_aims(clause):
    assert read(f"{clause}。") == []


def test_the_review_sets_no_targets():
    assert read("新建高标准农田12万亩。", role=Role.REVIEW) == []


def test_two_indicators_of_one_figure():
    found = read("广义货币M2和社会融资规模余额预期增长均为12%左右。")

    assert found == [("广义货币M2", 12, "%", "左右"), ("社会融资规模", 12, "%", "左右")]


def test_the_sentence_of_targets_holds_aims_in_words():
    found = read(
        "今年发展主要预期目标是：地区生产总值增长6%左右；在实际工作中争取更好结果；居民收入增长和经济增长同步；"
        "国际收支基本平衡；生态环境质量持续改善。提出上述目标，考虑了需要和可能。"
    )

    assert found == [
        ("生产总值增速", 6, "%", "左右"),
        ("居民收入增长", None, None, "同步"),
        ("国际收支", None, None, None),
        ("生态环境质量", None, None, None),
    ]


def test_aims_in_words_stand_elsewhere_only_where_the_words_aim():
    assert read("使社会融资规模同经济增长相匹配。") == [("社会融资规模", None, None, None)]
    assert read("完善社会融资规模统计。") == []
    assert read("社会融资规模增速同名义经济增速基本匹配。", role=Role.PLAN)[0][0] == "社会融资规模"
    assert read("力争粮食生产再上台阶。", role=Role.PLAN) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("广义货币M2和社会融资规模增速要与地区生产总值增速相匹配。", ["广义货币M2", "社会融资规模"]),
        ("广义货币M2与社会融资规模增速同经济增长基本匹配。", ["广义货币M2", "社会融资规模"]),
        ("社会融资规模同经济增长和价格水平预期目标相匹配。", ["社会融资规模"]),
        ("今年主要预期目标是：居民收入增长和经济增长基本同步。", ["居民收入增长"]),
    ],
)
def test_what_keeps_step_is_the_aim(text, names):
    assert [name for name, *_ in read(text)] == names


def test_an_aim_told_again_stands_once():
    assert len(read("地区生产总值增长5%左右。提出地区生产总值增长5%左右，是考虑了需要。")) == 1


def test_a_target_knows_where_it_is_told_again():
    report = report_of(
        "地区生产总值增长5%左右，新建公路20公里。", "地区生产总值预期增长5%左右。新建公路20公里。"
    )

    assert [[report.quote(span) for span in each.again] for each in targets_of(report)] == [
        ["地区生产总值预期增长5%左右"], ["新建公路20公里"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年新建公路20公里。", Period.YEAR),
        ("到2030年，新建公路20公里。", Period.SEVERAL_YEARS),
        ("今后五年，新建公路20公里。", Period.SEVERAL_YEARS),
        ("2028年新建公路达到20公里。", Period.SEVERAL_YEARS),
        ("用三年左右时间，新建公路20公里。", Period.SEVERAL_YEARS),
        ("五年新建公路20公里。", Period.SEVERAL_YEARS),
        ("本世纪末建成公路20公里。", Period.SEVERAL_YEARS),
        ("按照2026—2030年规划，新建公路20公里。", Period.YEAR),
        ("今后五年发展主要目标是：渔民生活显著改善。", Period.SEVERAL_YEARS),
        ("到2025年底，新建公路20公里。", Period.YEAR),
    ],
)
def test_for_which_time(text, period):
    assert [each.period for each in targets_of(report_of(text))] == [period]


def test_a_chapter_on_the_five_year_plan_sets_targets_for_its_years():
    (found,) = targets_of(report_of("新建公路20公里。", heading="“十五五”时期主要目标任务"))

    assert found.period is Period.SEVERAL_YEARS


def test_targets_stand_where_they_say():
    report = report_of("坚持稳中求进。", "今年粮食产量26亿斤以上，新建公路20公里。")

    assert [report.quote(each.span) for each in targets_of(report)] == [
        "今年粮食产量26亿斤以上",
        "新建公路20公里",
    ]
    assert {each.unit_id for each in targets_of(report)} == {"m2"}


def test_statements_tell_levels_and_changes_apart():
    report = report_of("赤字规模5.66万亿元、比上年增加1.6万亿元，赤字率从3%提高到4%。")
    (clauses,) = clauses_of(report).values()
    found = [each for clause in clauses for each in statements_of(clause)]

    assert [(each.is_change, each.is_origin) for each in found] == [
        (False, False), (True, False), (False, True), (False, False),
    ]  # fmt: skip
