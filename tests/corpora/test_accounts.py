"""News reports of a session and accounts by field: invented ones, as different newspapers make them."""

import re

import pytest

from corpora.model import Role, TextKind
from corpora.outline.build import outline

PEOPLE = "大会执行主席章明、李平在主席台前排就座。"
SESSION = "1月16日上午，青岭县第十八届人民代表大会第五次会议在县会堂开幕。"
LONG = "会场内灯光璀璨、气氛热烈，来自全县各条战线的人大代表肩负重托、豪情满怀，共商发展大计。"

RETOLD = (
    "青岭县第十八届人民代表大会第五次会议隆重开幕",
    f"本报讯（记者 林一 通讯员 方舟）{SESSION}",
    LONG,
    PEOPLE,
    "周远代表县人民政府作政府工作报告。",
    "他在报告中回顾了2024年工作。过去一年，全县地区生产总值增长5.8%，城镇新增就业3200人，",
    "大会现场。 本报记者 江北 摄",
    "粮食总产量达到18.6万吨，群众生活进一步改善。",
    "周远在报告中坦言，产业结构还不优、财政收支矛盾突出等困难和问题仍然存在。",
    "报告提出，2025年全县经济社会发展的主要预期目标是：地区生产总值增长6%左右，新增就业3000人以上。",
    "报告明确了今年的重点任务：一是壮大实体经济。新引进亿元以上项目12个；改造提升开发区道路管网。二是推进乡村振兴。建设高标准农田4万亩；发展设施蔬菜6000亩。",
    "报告对加强政府自身建设提出要求，强调要依法行政、过紧日子。",
    "会议还审查了计划报告和预算报告。",
    "县人大代表、列席人员参加会议。",
)
BY_TITLE = (
    "春和景明启新程",
    "——青岭市九届人大四次会议侧记",
    "青岭日报讯（记者林一）2025年1月16日，青岭市第九届人民代表大会第四次会议开幕，市长周远作政府工作报告。",
    "周远市长指出，过去一年，全市地区生产总值增长5.8%，城镇新增就业3200人，",
    "（下转第2版）",
    "（上接第1版）粮食总产量达到18.6万吨，群众生活进一步改善。",
    "周远市长说，我们也清醒看到，产业结构还不优，财政收支矛盾突出，少数干部作风不实。",
    "周远市长强调，今年要围绕建设现代化新青岭，着力抓好三个方面工作：",
    "——壮大实体经济。聚焦主导产业补链强链，新引进亿元以上项目12个。",
    "——推进乡村振兴。建设高标准农田4万亩，发展设施蔬菜6000亩。",
    "——增进民生福祉。新建改建幼儿园5所，改造县乡道路120公里。",
    "最后，周远市长说，让我们团结奋斗，为建设现代化新青岭作出新的贡献！",
    "市委书记李平参加代表团审议时指出，要把报告确定的任务落实好。",
)
BY_FIELD = (
    "数读2025年青岭县政府工作报告",
    "来源：青岭日报",
    "2024年成绩单",
    "◆ 地区生产总值增长5.8%",
    "◆ 城镇新增就业3200人，粮食总产量达到18.6万吨，居民收入稳步提高，群众看病更加方便",
    "2025年目标",
    "◆ 地区生产总值增长6%左右",
    "◆ 城镇新增就业3000人以上，一般公共预算收入增长4%，居民收入增长与经济增长同步",
    "2025年重点任务",
    "扩大内需",
    "◆ 新引进亿元以上项目12个，改造提升开发区道路和管网，推动食品加工企业扩能增效",
    "民生保障",
    "● 新建改建幼儿园5所，改造县乡道路120公里，实施城乡供水一体化工程",
    "● 老旧小区改造26个，加装电梯60部，让群众生活得更加舒心更加安心",
    "（记者 林一 整理）",
)
BY_KEYWORD = (
    "（全媒体记者 林一）1月16日，县长周远代表县人民政府向大会作政府工作报告。记者梳理报告中的新提法新任务，看看新的一年县里要办哪些大事、群众能得到哪些实惠。",
    "关键词一：稳增长",
    "【回顾】2024年，全县地区生产总值增长5.8%，规模以上工业增加值增长7.1%，城镇新增就业3200人，居民收入稳步提高，经济运行稳中向好、质效齐升。",
    "【展望】2025年，新引进亿元以上项目12个，改造提升开发区道路和管网，推动食品加工企业扩能增效。",
    "关键词二：惠民生",
    "【回顾】2024年，完成老旧小区改造26个，新建农村公路84公里，县医院新院区投入使用，群众看病更加方便。",
    "【展望】2025年，新建改建幼儿园5所，改造县乡道路120公里，办好人民满意的教育和医疗，让群众放心，把实事办到群众心坎上。",
)
ACCOUNTS = {
    "retold, with photo, people and frame": (RETOLD, "a.txt", "r p q m P m m P m m g", "青岭县"),
    "the mayor by title, jump lines, dashes for tasks": (BY_TITLE, "a.txt", "r p m P m P m P m c", "青岭市"),
    "by field with ◆ and ●": (BY_FIELD, "a.txt", "R r r Q q q P P m P m m", "青岭县"),
    "by keyword with 回顾 and 展望": (BY_KEYWORD, "2025年青岭县政府工作报告.txt", "R r m P r m", "青岭县"),
}


@pytest.mark.parametrize("account", ACCOUNTS)
def test_an_account_of_the_kind(account, report_of, notation):
    paragraphs, name, expected, place = ACCOUNTS[account]
    report = report_of(*paragraphs, name=name)

    assert notation(report) == expected
    assert (report.kind, report.place, report.year) == ("digest", place, 2025)


def texts_of(report, *roles):
    return [unit.text for unit in report.units if unit.role in roles]


def test_what_surrounds_the_account_stands_outside(report_of):
    report = report_of(*RETOLD)

    assert texts_of(report, "frame") == [*RETOLD[:5], *RETOLD[-2:]]
    assert [(piece.reason, piece.text) for piece in report.left_out] == [("caption", RETOLD[6])]


def test_a_sentence_that_a_photo_or_a_jump_line_interrupts_is_joined(report_of):
    assert "".join((RETOLD[5], RETOLD[7])) in texts_of(report_of(*RETOLD), "review")
    by_title = report_of(*BY_TITLE)
    assert any(
        text.endswith("3200人，粮食总产量达到18.6万吨，群众生活进一步改善。")
        for text in texts_of(by_title, "review")
    )
    assert {piece.reason for piece in by_title.left_out} == {"page-jump"}


def test_other_speeches_of_the_session_are_not_the_report(report_of):
    assert BY_TITLE[-1] in texts_of(report_of(*BY_TITLE), "frame")


def test_who_made_the_page_is_not_the_report(report_of):
    assert BY_FIELD[-1] in texts_of(report_of(*BY_FIELD), "frame")


REPORTERS_OWN = [
    "周远从三个方面总结了去年全县的主要工作：",
    "报告从四个方面回顾了过去一年取得的成绩。",
    "在报告中，周远从五个方面总结了过去一年的主要工作:",
    "周远县长从两个大方面梳理了一年来的亮点、难点。",
    "他分六个部分介绍了一年来办成的实事：",
]
THE_GOVERNMENTS = [
    "我们从三个方面发力：",
    "周远指出，要从五个方面加强政府自身建设：",
    "周远要求从三个方面总结经验：",
    "全县上下从三个方面总结了抗洪的经验：",
    "报告从三个方面强调，要深化改革：",
    "周远从严从实总结了去年工作：",
    "报告从两个方面对今年工作作出安排，强调抓落实：",  # a comma: what follows is what is said
    "今年从两个方面提出补链强链的办法：",
]
ITEMS = "一是工业持续向好，规模以上工业增加值增长7.1%。二是民生持续改善，十件实事全部办结。"


def cut_in_review(sentence):
    """What the paragraph with the sentence is cut into: what the report says, and what the reporter."""
    opening = "周远在报告中指出，过去一年成绩来之不易。"
    lines = (*RETOLD[:5], f"{opening}{sentence}{ITEMS}", *RETOLD[-2:])
    units = outline("\n".join(lines), TextKind.DIGEST, 2025)
    return tuple(
        [unit.text for unit in units if (unit.role is Role.FRAME) is is_frame] for is_frame in (False, True)
    )


@pytest.mark.parametrize("sentence", REPORTERS_OWN)
def test_how_many_sides_the_speaker_summed_up_is_the_reporters_own_sentence(sentence):
    told, frame = cut_in_review(sentence)

    assert sentence in frame
    assert told == ["周远在报告中指出，过去一年成绩来之不易。", *re.findall("[一二]是[^。]+。", ITEMS)]


@pytest.mark.parametrize("sentence", THE_GOVERNMENTS)
def test_a_sentence_of_the_government_about_sides_stays_in_the_report(sentence):
    told, frame = cut_in_review(sentence)

    assert sentence not in frame
    assert any(sentence in text for text in told)


def test_tasks_behind_the_reporters_own_sentence_are_tasks(report_of, notation):
    report = report_of(*RETOLD[:9], f"报告从两个方面部署了今年的重点工作：{ITEMS}", *RETOLD[11:])

    assert notation(report) == "r p P P g"
    assert "报告从两个方面部署了今年的重点工作：" in texts_of(report, "frame")


LABELS = [
    ("周远指出，过去一年很不平凡，成绩来之不易。", None, "过去一年很不平凡"),
    ("周远在报告中指出：要突出重点。", None, "要突出重点"),
    ("报告提出，地区生产总值增长6%左右。", None, "地区生产总值增长6%左右"),
    ("四是一些群众的困难没有缓解，公共服务有短板。", "四是", "一些群众的困难没有缓解"),
    ("——面对压力加大的复杂形势，我们保持定力。", "——", "面对压力加大的复杂形势"),
    ("周远指出，", None, "周远指出"),
    ("各项工作有序推进", None, "各项工作有序推进"),
]


@pytest.mark.parametrize(("text", "number", "label"), LABELS)
def test_a_measure_is_called_by_what_it_says_not_by_who_says_it(text, number, label):
    from corpora.model import Level, Role, Span, Unit

    unit = Unit("m1", Level.MEASURE, Role.REVIEW, "", number, None, None, Span(0, len(text)), 0, text)
    assert unit.label == label


def test_no_label_of_an_account_is_an_attribution(report_of):
    for paragraphs in (RETOLD, BY_TITLE):
        assert not [
            unit.label
            for unit in report_of(*paragraphs).units
            if unit.label.endswith(("指出", "说", "强调", "坦言"))
        ]
