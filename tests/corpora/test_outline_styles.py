"""Whole reports of an invented county, each in another office's style, as a careful reader would read them."""

import pytest

HEAD = (
    "政府工作报告",
    "——2025年1月16日在青岭县第十八届人民代表大会第五次会议上",
    "青岭县人民政府县长 周远",
    "各位代表：",
    "现在，我代表县人民政府，向大会报告工作，请予审议，并请县政协委员和列席人员提出意见。",
)
DONE = (
    "过去一年，全县地区生产总值增长5.8%，规模以上工业增加值增长7.1%，城镇新增就业3200人，居民收入稳步提高。"
)
BUILT = "完成老旧小区改造26个，新建农村公路84公里，县医院新院区投入使用，群众看病更加方便，社会大局保持稳定。"
LACKS = (
    "在肯定成绩的同时，我们也清醒看到，产业结构还不优，财政收支矛盾突出，少数干部作风不实，这些问题需要解决。"
)
AIMS = "今年经济社会发展的主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长4%，城镇新增就业3000人以上。"
TRADE = "聚焦主导产业补链强链，新引进亿元以上项目12个，改造提升开发区道路和管网，推动食品加工企业扩能增效。"
FARMS = "建设高标准农田4万亩，发展设施蔬菜6000亩，培育家庭农场80家，让农民从产业链中得到更多收益。"
LIVES = "新建改建幼儿园5所，改造县乡道路120公里，实施城乡供水一体化工程，办好人民满意的教育和医疗。"
OFFICE = (
    "全面落实依法行政各项部署，主动接受人大监督和政协民主监督，压减一般性支出，驰而不息纠治“四风”，狠抓落实。"
)
ARMY = "全力支持国防和军队现代化建设，做好双拥工作和退役军人服务保障，巩固军政军民团结。"
BYE = "各位代表！实干成就梦想，奋斗赢得未来。让我们紧密团结起来，为建设现代化新青岭而努力奋斗！"
REVIEW, PLAN = "一、2024年工作回顾", "二、2025年工作安排"

STYLES = {
    "no number anywhere": (
        ("过去一年的主要工作", DONE, "项目建设提速增效", BUILT, "民生福祉持续增进", BUILT, LACKS, "今年的工作安排", AIMS, "壮大实体经济", TRADE, "推进乡村振兴", FARMS, "加强政府自身建设", OFFICE, BYE),
        "o R r R r R r p P q P m P m G g c",
    ),
    "第一部分 to 第四部分, 一、 begins again in each": (
        ("第一部分 2024年工作回顾", DONE, "一、项目建设提速增效", BUILT, "二、民生福祉持续增进", BUILT, LACKS, "第二部分 2025年总体要求和目标", AIMS, "第三部分 2025年主要任务", "一、壮大实体经济", TRADE, "二、推进乡村振兴", FARMS, "第四部分 切实加强政府自身建设", OFFICE, BYE),
        "o R r R r R r p Q q P P m P m G g c",
    ),
    "第一章 with 第一节": (
        ("第一章 2024年工作回顾", DONE, "第一节 项目建设提速增效", BUILT, LACKS, "第二章 2025年工作安排", AIMS, "第一节 壮大实体经济", TRADE, "第二节 推进乡村振兴", FARMS, BYE),
        "o R r R r p P q P m P m c",
    ),
    "half-width brackets with 1. below": (
        (REVIEW, DONE, f"(一)项目建设提速增效。{BUILT}", f"(二)民生福祉持续增进。{BUILT}", LACKS, PLAN, AIMS, f"(一)壮大实体经济。{TRADE}", f"1.做强园区。{TRADE}", f"2.做优企业。{TRADE}", f"(二)推进乡村振兴。{FARMS}", "三、加强政府自身建设", OFFICE, BYE),
        "o R r R R p P q P m m P G g c",
    ),
    "1. and 1.1 as in a technical paper": (
        ("1. 2024年工作回顾", DONE, "1.1 项目建设提速增效", BUILT, "1.2 民生福祉持续增进", BUILT, LACKS, "2. 2025年工作安排", AIMS, "2.1 壮大实体经济", TRADE, "2.2 推进乡村振兴", FARMS, "3. 加强政府自身建设", OFFICE, BYE),
        "o R r R r R r p P q P m P m G g c",
    ),
    "seven parts, the tasks without a year": (
        ("一、过去一年工作回顾", DONE, LACKS, "二、今年工作的总体要求和主要目标", AIMS, "三、突出产业强县，做大经济总量", TRADE, "四、突出乡村振兴，促进共同富裕", FARMS, "五、突出生态优先，建设美丽青岭", FARMS, "六、突出民生为本，办好群众实事", LIVES, "七、突出自身建设，提升治理效能", OFFICE, BYE),
        "o R r p Q q P m P m P m P m G g c",
    ),
    "five years and last year in one review, tasks as 一要": (
        ("一、本届政府工作回顾", "五年来，我们跨过一道道难关，全县经济总量翻了近一番，城乡面貌发生了深刻变化。", f"（一）综合实力实现新跨越。{BUILT}", f"（二）城乡面貌发生新变化。{BUILT}", f"刚刚过去的2024年，{DONE}", LACKS, "二、今后五年的目标任务", "未来五年，要努力实现经济总量再上新台阶，群众生活更富足。", "三、2025年工作建议", AIMS, f"一要壮大实体经济。{TRADE}", f"二要推进乡村振兴。{FARMS}", BYE),
        "o R r R R r p Q q P q m m c",
    ),
    "rhetorical headings, the last part about the government": (
        ("一、凝心聚力谋发展，交出沉甸甸的答卷", DONE, f"——抓项目，发展后劲更足。{BUILT}", f"——惠民生，群众更有盼头。{BUILT}", LACKS, "二、砥砺前行开新局，奏响新时代的强音", AIMS, "重点抓好以下两个方面工作：", f"第一，壮大实体经济。{TRADE}", f"第二，推进乡村振兴。{FARMS}", "三、不忘初心再出发，扛起沉甸甸的责任", OFFICE, BYE),
        "o R r r r p P q m m m G g c",
    ),
    "plain chapters above 一、 that begins again": (
        ("2024年工作回顾", DONE, "一、项目建设提速增效", BUILT, "二、民生福祉持续增进", BUILT, LACKS, "2025年工作安排", AIMS, "一、壮大实体经济", TRADE, "二、推进乡村振兴", FARMS, "三、加强政府自身建设", OFFICE, BYE),
        "o R r R r R r p P q P m P m G g c",
    ),
    "plain headings inside numbered chapters": (
        (REVIEW, DONE, "回顾五年来的奋斗", BUILT, LACKS, PLAN, AIMS, "（一）壮大实体经济", TRADE, BYE),
        "o R r R r p P q P m c",
    ),
    "the army, then the government, then the farewell": (
        (REVIEW, DONE, LACKS, PLAN, AIMS, "（一）壮大实体经济", TRADE, "（二）推进乡村振兴", FARMS, ARMY, "各位代表！", f"做好政府工作，必须加强自身建设。{OFFICE}", BYE),
        "o R r p P q P m P m c g c",
    ),
    "a measure about unity among those of the last task": (
        (REVIEW, DONE, LACKS, PLAN, AIMS, "（一）维护社会稳定", f"促进民族团结。{LIVES}", f"守牢安全底线。{FARMS}", f"推进依法治理。{LIVES}", BYE),
        "o R r p P q P m m m c",
    ),
    "shortcomings as a list with a resolve": (
        (REVIEW, DONE, "我们也清醒认识到，工作中还存在不少问题。", "一是经济总量还不大，产业结构还不优，带动力强的项目不多。", "二是民生欠账较多，教育医疗与群众期盼还有距离。", "对这些问题，我们一定高度重视，采取有力措施加以解决。", PLAN, AIMS, "（一）壮大实体经济", TRADE, BYE),
        "o R r p p p p P q P m c",
    ),
    "shortcomings that are only called so at the end": (
        (REVIEW, DONE, "当前，青岭正处在爬坡过坎的关口，传统产业承压，企业盈利下滑，少数干部不敢担当。对这些问题，我们将认真加以解决。", PLAN, AIMS, "（一）壮大实体经济", TRADE, BYE),
        "o R r p P q P m c",
    ),
    "a national report of the old style": (
        ("首先报告２００２年的工作", DONE, BUILT, LACKS, "一、扩大国内需求", TRADE, "二、加强农业", FARMS, "三、进一步转变政府职能，加强政风建设", OFFICE, "四、关于外交工作", "我们坚持独立自主的和平外交政策，同各国发展友好合作，为建设创造良好的外部环境。", "结束语", BYE),
        "o R r r p P m P m G g C c C c",
    ),
    "第一， by itself as a heading of tasks": (
        (REVIEW, DONE, LACKS, PLAN, AIMS, "第一，进一步壮大实体经济", TRADE, LIVES, "第二，扎实推进乡村振兴", FARMS, "三、加强政府自身建设", OFFICE, BYE),
        "o R r p P q P m m P m G g c",
    ),
    "第一， below （一）": (
        (REVIEW, DONE, LACKS, PLAN, AIMS, "（一）壮大实体经济", "第一，做强园区", TRADE, "第二，做优企业", TRADE, "（二）推进乡村振兴", FARMS, BYE),
        "o R r p P q P P m P m P m c",
    ),
    "dashes whose text stands in the next paragraph": (
        (REVIEW, DONE, "——经济平稳增长。", BUILT, "——民生持续改善。", BUILT, LACKS, PLAN, AIMS, "（一）壮大实体经济", TRADE, BYE),
        "o R r r r p P q P m c",
    ),
    "projects below a lead-in and in an annex": (
        (REVIEW, DONE, LACKS, PLAN, AIMS, "（一）壮大实体经济", TRADE, "（二）增进民生福祉", LIVES, "各位代表！我们将办好以下3件民生实事：", "1.新建幼儿园5所。", "2.改造道路120公里。", "3.加装电梯60部。", BYE, "附件1：2025年青岭县3件民生实事", "一、教育", "新建幼儿园5所，增加学位1200个。", "二、交通", "改造道路120公里，惠及群众3万人。", "附件2：名词解释", "1．规上企业：规模以上工业企业。"),
        "o R r p P q P m P m m m m m c A A a A a A a",
    ),
}  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_a_report_in_the_style(style, report_of, notation):
    body, expected = STYLES[style]
    head = tuple(line.replace("2025年", "2003年") for line in HEAD) if "old style" in style else HEAD
    report = report_of(*head, *body)

    # The opening paragraph has a letter of its own here: what is put before the first chapter shows.
    opening = "".join("o " for unit in report.units if unit.role == "opening")
    assert opening + notation(report) == expected
    assert (report.place, report.year) == ("青岭县", 2003 if "old style" in style else 2025)
    assert report.doubts == ()


TASKS = ("着力壮大实体经济", "着力推进乡村振兴", "着力建设美丽青岭", "着力增进民生福祉")
NUMERALS = "一二三四五六七"


@pytest.mark.parametrize("parts", range(2, 8))
def test_forms_of_two_to_seven_parts(parts, report_of, notation):
    """Two and three keep the tasks in one part, more of them make parts of the tasks or of the aims."""
    aims = [("2025年总体要求和主要目标", (AIMS,))] if parts > 3 else []
    office = [("加强政府自身建设", (OFFICE,))] if parts > 2 else []
    count = parts - 1 - len(aims) - len(office)
    tasks = [(heading, (TRADE, FARMS)) for heading in TASKS[:count]]
    if count == 1:
        tasks = [("2025年工作任务", ("（一）壮大实体经济", TRADE, "（二）推进乡村振兴", FARMS))]
    chapters = [("2024年工作回顾", (DONE, LACKS)), *aims, *tasks, *office]
    body = [
        line
        for number, (heading, lines) in zip(NUMERALS, chapters, strict=False)
        for line in (f"{number}、{heading}", *lines)
    ]
    report = report_of(*HEAD, *body, BYE)

    expected = ["R r p", *(["Q q"] if aims else []), *(["P P m P m"] if count == 1 else ["P m m"] * count)]
    assert notation(report) == " ".join([*expected, *(["G g"] if office else []), "c"])
    assert report.doubts == ()


def parent_of(report, start):
    (unit,) = (unit for unit in report.units if unit.text.startswith(start))
    return report.unit(unit.parent).heading if unit.parent else None


ENDS = (
    REVIEW, f"（一）项目建设提速增效。{BUILT}", f"（二）民生福祉持续增进。{BUILT}", "一年来，我们支持群团工作，妇女儿童事业取得进步。", "各位代表！", "成绩的取得离不开全县人民的奋斗，我代表县政府致以崇高敬意。", LACKS,
    PLAN, AIMS, "（一）壮大实体经济", TRADE, "（二）推进乡村振兴", FARMS, "各位代表！", "兵地融合发展是全县发展的重要力量，我们要予以支持。", "三、加强政府自身建设", OFFICE, BYE,
)  # fmt: skip


@pytest.mark.parametrize(
    ("start", "parent"),
    [
        ("（二）民生福祉", "2024年工作回顾"),
        ("一年来，我们支持", "2024年工作回顾"),
        ("成绩的取得", "2024年工作回顾"),
        ("在肯定成绩", "2024年工作回顾"),
        ("建设高标准农田", "推进乡村振兴"),
        ("兵地融合发展", "2025年工作安排"),
        ("全面落实依法行政", "加强政府自身建设"),
        ("实干成就梦想", None),
    ],
)
def test_what_closes_a_chapter_belongs_to_the_chapter_and_not_to_its_last_section(start, parent, report_of):
    assert parent_of(report_of(*HEAD, *ENDS), start) == parent


def test_what_is_called_out_behind_each_task_belongs_to_the_task(report_of):
    call = "各位代表！"
    body = (REVIEW, DONE, PLAN, AIMS, "（一）壮大实体经济", TRADE, call, "产业兴则青岭兴，我们要久久为功。", "（二）推进乡村振兴", FARMS, call, "乡村美则青岭美，我们要善作善成。", "三、加强政府自身建设", OFFICE, BYE)  # fmt: skip
    report = report_of(*HEAD, *body)

    assert parent_of(report, "产业兴则") == "壮大实体经济"
    assert parent_of(report, "乡村美则") == "推进乡村振兴"


FRONT = [
    ("2025年1月14日在青岭市第九届人民代表大会第三次会议上青岭市市长 周远同志作政府工作报告。", True),
    ("（2025年1月14日在青岭市第九届人民代表大会第三次会议上）", True),
    ("2025年1月14日，全市发展大会召开，吹响了高质量发展的号角，各项工作由此全面铺开，成效十分显著。", False),
]


@pytest.mark.parametrize(("line", "is_front"), FRONT)
def test_a_line_that_says_when_and_where_is_no_text_of_the_report(line, is_front, report_of):
    report = report_of(
        "2025年青岭市政府工作报告", line, *HEAD[3:], REVIEW, DONE, PLAN, AIMS, TRADE, FARMS, BYE
    )

    assert (report.units[1].role == "frame") is is_front


def test_a_report_without_salutation_begins_with_its_first_heading(report_of, notation):
    report = report_of("2025年青岭县政府工作报告", "2024年工作回顾", DONE, BUILT, LACKS, "2025年工作安排", AIMS, TRADE, FARMS, LIVES, BYE)  # fmt: skip

    assert notation(report) == "R r r p P q m m m c"


LINES = [
    ("主办单位：县司法局，各乡镇政府", False),
    ("我们一定要解放思想、走活这盘棋!", False),
    ("'", False),
    ("——", False),
    ("让人民更有获得感", True),
]


@pytest.mark.parametrize(("line", "is_heading"), LINES)
def test_a_line_by_itself_is_a_heading_only_when_it_names_something(line, is_heading, report_of):
    report = report_of(*HEAD, REVIEW, DONE, PLAN, AIMS, "（一）壮大实体经济", TRADE, line, FARMS, BYE)

    assert any(unit.heading == line and unit.level == "section" for unit in report.units) is is_heading


@pytest.mark.parametrize(
    "heading", ["名词解释", "附件2名词解释", "《政府工作报告》有关内容名词注释", "附：名词说明"]
)
def test_headings_of_glossaries(heading, report_of, notation):
    entries = (
        "1．规上企业：规模以上工业企业。",
        "（2）两新：设备更新和消费品以旧换新。",
        "③一图四清单：场景图谱等。",
    )
    report = report_of(
        *HEAD, REVIEW, DONE, LACKS, PLAN, AIMS, "（一）壮大实体经济", TRADE, BYE, heading, *entries
    )

    assert notation(report).endswith("c A a a a")


def test_a_text_of_sixty_thousand_characters_is_read_whole(report_of):
    tasks = [part for number in range(300) for part in (f"第{number}项工作扎实推进。{TRADE}{FARMS}{LIVES}",)]
    report = report_of(*HEAD, REVIEW, DONE, LACKS, PLAN, AIMS, "（一）壮大实体经济", *tasks, BYE)

    assert sum(len("".join(unit.text.split())) for unit in report.units) == len("".join(report.text.split()))
    assert len(report.text) > 30_000


def test_errors_of_copies_are_quoted_as_they_stand(report_of):
    report = report_of(
        *HEAD, REVIEW, DONE, LACKS, PLAN, AIMS, "（一）抉贫攻坚", TRADE.replace("推动", "推功"), FARMS, BYE
    )

    assert "抉贫攻坚" in [unit.heading for unit in report.units]
    assert "推功食品加工" in report.text
