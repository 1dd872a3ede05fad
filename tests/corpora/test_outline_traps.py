"""The forms in which governments build their reports, each a trap for a reader of outlines."""

import pytest
from opencc import OpenCC

from corpora.language.traditional import is_traditional, simplified
from corpora.model import Edition

HEAD = (
    "2025年澜川市政府工作报告",
    "——2025年1月9日在澜川市第五届人民代表大会第四次会议上",
    "市长 章明",
    "各位代表：",
    "现在，我代表市人民政府，向大会报告政府工作，请予审议，并请市政协委员和列席人员提出意见。",
)
DONE = "过去一年，全市地区生产总值增长5.2%，粮食总产量达到36.5万吨，城镇新增就业4.1万人，居民收入与经济同步增长，生态环境继续改善。"
FIVE = "五年来，全市地区生产总值年均增长6.1%，连续跨上三个千亿元台阶，城乡居民收入比缩小到2.1，森林覆盖率提高四个百分点。"
LACKS = "同时，我们也清醒看到，经济社会发展还面临不少困难和问题：产业结构不够优，部分企业经营困难，公共服务还有短板。"
AIMS = "今年主要预期目标是：地区生产总值增长5%左右，城镇新增就业4万人以上，居民消费价格涨幅2%左右。"
NEXT = "今后五年主要预期目标是：地区生产总值年均增长6%左右，城镇化率达到70%以上，居民收入与经济同步增长。"
DEMAND = "实施消费提振行动，支持汽车、家电以旧换新，发展夜间经济、首发经济，办好澜川美食节，让群众能消费、敢消费、愿消费。"
TRADES = (
    "改造提升传统产业，培育新兴产业，推动数字经济和实体经济融合，建设三个中试基地，新增规模以上工业企业60家。"
)
OFFICE = "做好今年工作，必须加强政府自身建设。各级政府及其工作人员要依法行政，勤政廉政，自觉接受监督。"
CLOSE = "各位代表！让我们团结一心、奋发有为，为建设美丽富裕的新澜川而努力奋斗！"
REVIEW, PLAN = "一、2024年工作回顾", "二、2025年工作安排"

FORMS = {
    "plain headings": (
        ("2024年工作回顾", DONE, LACKS, "2025年工作安排", AIMS, "着力扩大有效需求", DEMAND, "加快建设现代产业体系", TRADES, CLOSE),
        "R r p / P q / P m / P m / c",
    ),
    "two parts": ((REVIEW, DONE, LACKS, PLAN, AIMS, "（一）扩大有效需求", DEMAND, CLOSE), "R r p / P q / P m / c"),
    "five parts": (
        (REVIEW, DONE, LACKS, "二、2025年总体要求和主要目标", AIMS, "三、着力推动经济高质量发展", DEMAND, "四、着力保障和改善民生", TRADES, "五、加强政府自身建设", OFFICE, CLOSE),
        "R r p / Q q / P m / P m / G g / c",
    ),
    "seven parts": (
        (REVIEW, DONE, "二、2025年工作总体部署", AIMS, "三、纵深推进改革开放", DEMAND, "四、推动经济稳定增长", TRADES, "五、促进社会和谐", DEMAND, "六、建设生态文明", TRADES, "七、加强政府自身建设", OFFICE, CLOSE),
        "R r / Q q / P m / P m / P m / P m / G g / c",
    ),
    "a review of five years and one of last year": (
        ("一、过去五年工作回顾", FIVE, "二、2024年工作回顾", DONE, LACKS, "三、今后五年的目标任务", NEXT, "四、2025年重点工作", AIMS, "（一）扩大有效需求", DEMAND, CLOSE),
        "R r / R r p / Q q / P q / P m / c",
    ),
    "rhetorical headings without a year": (
        ("一、牢记殷殷嘱托，在接续奋斗中书写新的答卷", DONE, LACKS, "二、勇担时代使命，在奋楫扬帆中再创新的辉煌", AIMS, "（一）扩大有效需求", DEMAND, CLOSE),
        "R r p / P q / P m / c",
    ),
    "parts numbered 第一部分, with chapters inside": (
        ("第一部分 2024年工作回顾", "一、经济运行稳中有进", DONE, "二、创新能力稳步提升", FIVE, "第二部分 2025年工作安排", AIMS, "一、扩大有效需求", DEMAND, CLOSE),
        "R / R r / R r / P q / P m / c",
    ),
    "half-width brackets, headings run into their paragraphs": (
        (REVIEW, DONE, PLAN, AIMS, f"(一)扩大有效需求。{DEMAND}", f"(二)建设现代产业体系。{TRADES}", CLOSE),
        "R r / P q / P / P / c",
    ),
    "every part in one paragraph": (
        (f"{REVIEW}。{DONE}", f"{PLAN}。今年任务繁重。", f"（一）扩大有效需求。{DEMAND}", CLOSE),
        "R / P / P / c",
    ),
    "dashes of three kinds": (
        (REVIEW, DONE, f"--经济稳。{DONE}", f"－－创新强。{DONE}", f"——民生好。{DONE}", PLAN, AIMS, "（一）扩大需求", DEMAND, CLOSE),
        "R r r r r / P q / P m / c",
    ),
    "circled numbers": ((REVIEW, DONE, PLAN, AIMS, f"①扩大需求。{DEMAND}", f"②建设产业体系。{TRADES}", CLOSE), "R r / P q m m / c"),
    "第一，第二，": ((REVIEW, DONE, PLAN, AIMS, f"第一，扩大需求。{DEMAND}", f"第二，建设产业体系。{TRADES}", CLOSE), "R r / P q m m / c"),
    "一是 二是": ((REVIEW, DONE, PLAN, AIMS, f"一是扩大需求。{DEMAND}", f"二是建设产业体系。{TRADES}", CLOSE), "R r / P q m m / c"),
    "no headings, parts told by the salutation": (
        (DONE, LACKS, "各位代表！", AIMS, DEMAND, TRADES, OFFICE, CLOSE),
        "r p q m m g c",
    ),
    "numbers that begin again in an annex": (
        (REVIEW, DONE, PLAN, AIMS, "（一）扩大有效需求", DEMAND, CLOSE, "附件", "一、社区养老", "新建20个社区食堂，改造30个养老服务中心。", "二、电梯加装", "为老旧小区加装电梯600部，惠及群众两万人。"),
        "R r / P q / P m / c / A / A a / A a",
    ),
    "a table of contents": ((REVIEW, DONE, PLAN, AIMS, "（一）扩大有效需求", DEMAND, CLOSE), "R r / P q / P m / c"),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_the_parts_of_a_form(form, report_of, notation):
    body, expected = FORMS[form]
    contents = ("目 录", f"{REVIEW}……1", f"{PLAN}……5") if "contents" in form else ()

    assert notation(report_of(HEAD[0], *contents, *HEAD[1:], *body)) == expected.replace("/ ", "")


def test_numbers_inside_a_paragraph_are_no_headings(report_of):
    inside = "建设三个中心：（1）算力中心，（2）物流中心，（3）创新中心，力争年内全部建成并投入使用。"
    report = report_of(*HEAD, REVIEW, DONE, PLAN, AIMS, "（一）扩大有效需求", inside, CLOSE)

    assert [unit.text for unit in report.units if "算力中心" in unit.text] == [inside]


def test_what_is_printed_full_width_is_quoted_so(report_of):
    report = report_of(
        *HEAD,
        REVIEW,
        DONE,
        PLAN,
        "今年主要预期目标是：增长６．５％－７％，推进“互联网＋”行动。",
        "（一）扩大需求",
        DEMAND,
        CLOSE,
    )

    assert "６．５％－７％，推进“互联网＋”" in report.text


EDITIONS = [
    (HEAD, (), Edition.DELIVERED),
    ((HEAD[0], *HEAD[3:]), (), Edition.UNKNOWN),
    ((*HEAD[:2], "（2025年1月12日澜川市第五届人民代表大会第四次会议通过）", *HEAD[2:]), (), Edition.ADOPTED),
    (HEAD, ("（本报告根据代表审议意见作了修改）",), Edition.ADOPTED),
]


@pytest.mark.parametrize(("head", "tail", "edition"), EDITIONS)
def test_the_edition_is_told(head, tail, edition, report_of):
    assert (
        report_of(*head, REVIEW, DONE, FIVE, LACKS, PLAN, AIMS, DEMAND, TRADES, CLOSE, *tail).edition
        is edition
    )


FACTS = [
    (HEAD, {"level": "city", "session date": "2025-01-09", "script": "simplified"}),
    (
        ("政府工作报告", "（二〇二五年三月五日在第十四届全国人民代表大会第三次会议上）", "各位代表：", "现在，我代表国务院，向大会报告政府工作，请予审议。"),
        {"level": "national", "session date": "2025-03-05"},
    ),
    (("2025年澜川市政府工作报告", "——2025年13月49日在澜川市第五届人民代表大会会议上", *HEAD[3:]), {"session date": None}),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), FACTS)
def test_more_facts(head, expected, report_of):
    found = {
        fact.name: fact.value
        for fact in report_of(*head, REVIEW, DONE, FIVE, LACKS, PLAN, AIMS, DEMAND, CLOSE).facts
    }

    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize("form", FORMS)
def test_traditional_texts_are_read_by_their_simplified_form_and_quoted_as_printed(form, report_of, notation):
    body, expected = FORMS[form]
    printed = OpenCC("s2t").convert("\n".join((*HEAD, *body))).split("\n")
    report = report_of(*printed)

    assert notation(report) == expected.replace("/ ", "")
    assert report.text.replace(" ", "") == "\n".join(printed).replace(" ", "")
    assert all(unit.text == report.quote(unit.span) for unit in report.units)
    assert all((unit.heading or "") in unit.text for unit in report.units)
    assert (report.id, report.title) == ("澜川市:2025", "2025年瀾川市政府工作報告")
    assert ("script", "traditional") in {(fact.name, fact.value) for fact in report.facts}


def test_simplified_texts_are_left_alone():
    text = "一國兩制" + DONE * 20

    assert not is_traditional(text)
    assert len(simplified("過去一年，瀾川發展")) == len("過去一年，瀾川發展")
