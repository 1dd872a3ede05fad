"""Place, year, title, kind and edition, and where they were found."""

import pytest

from corpora.errors import SourceError
from corpora.facts import Told, as_year, find_facts, is_report
from corpora.model import Edition, TextKind

FORMULA = "现在，我代表市人民政府，向大会报告政府工作，请予审议。"
NATIONAL = "现在，我代表国务院，向大会报告政府工作，请予审议，并请全国政协委员提出意见。"

YEARS = [
    # (file name, paragraphs, year, found in)
    ("a.txt", ["2025年山西省政府工作报告"], 2025, "title"),
    ("a.txt", ["山西省2025年政府工作报告"], 2025, "title"),
    ("a.txt", ["２０２１年澜川市政府工作报告"], 2021, "title"),
    ("a.txt", ["政府工作报告", "——2017年3月5日在第十二届全国人民代表大会第五次会议上"], 2017, "date line"),
    (
        "a.txt",
        ["政府工作报告", "（二〇二四年一月十五日在澜川市第五届人民代表大会第四次会议上）"],
        2024,
        "date line",
    ),
    ("a.txt", [FORMULA, "一、2023年工作回顾"], 2024, "text"),
    ("a.txt", [FORMULA, "二、2024年重点工作"], 2024, "text"),
    ("澜川市2022年报告.txt", [FORMULA], 2022, "file name"),
    ("a.txt", ["青岭县人民政府2025年工作报告"], 2025, "title"),
    ("a.txt", ["关于青岭县2025年政府工作的报告"], 2025, "title"),
    ("a.txt", ["一图读懂2025年青岭县政府工作报告"], 2025, "headline"),
    ("a.txt", [FORMULA, "周远在报告中回顾了2024年的工作。"], 2025, "text"),
    ("a.txt", [FORMULA, "报告提出，2025年全县经济社会发展主要预期目标是增长6%。"], 2025, "text"),
    # the title names the year that is reviewed; two places say so
    (
        "a.txt",
        ["2024年政府工作报告", "2025年1月16日在青岭县人民代表大会会议上", "一、2024年工作回顾"],
        2025,
        "date line",
    ),
    ("a.txt", ["2024年政府工作报告", "2025年1月16日"], 2024, "title"),
    ("2025-digest.txt", ["报告共分三个部分：一、2024年工作回顾；二、2025年工作安排"], 2025, "text"),
]


@pytest.mark.parametrize(("name", "paragraphs", "year", "found_in"), YEARS)
def test_year(name, paragraphs, year, found_in):
    facts = find_facts(name, paragraphs, Told(place="澜川市"))

    assert facts.year == year
    assert [fact.found_in for fact in facts.found if fact.name == "year"] == [found_in]


PLACES = [
    ("a.txt", ["2025年山西省政府工作报告"], "山西省"),
    ("a.txt", ["2025年广西政府工作报告"], "广西"),
    ("a.txt", ["2025年中华人民共和国国务院政府工作报告"], "中华人民共和国"),
    ("a.txt", ["政府工作报告", NATIONAL], "中华人民共和国"),
    ("a.txt", ["政府工作报告", "现在，我代表澜川市人民政府，向大会报告政府工作。"], "澜川市"),
    ("a.txt", ["政府工作报告", "——2024年1月9日在永安县第十八届人民代表大会第三次会议上", FORMULA], "永安县"),
    ("2025年山西省政府工作报告.docx", [FORMULA], "山西省"),
    ("a.txt", ["青岭县人民政府2025年工作报告"], "青岭县"),
    ("a.txt", ["关于青岭县2025年政府工作的报告"], "青岭县"),
    ("a.txt", ["在青岭县第十八届人民代表大会第五次会议上的政府工作报告"], "青岭县"),
    ("a.txt", ["政府工作报告", "青岭县人民政府县长 周远", FORMULA], "青岭县"),
    ("a.txt", ["政府工作报告", "青岭县代县长 周远", FORMULA], "青岭县"),
    ("a.txt", ["数读2025年青岭县政府工作报告", FORMULA], "青岭县"),
    ("a.txt", ["政府工作报告", "（2025年1月16日在青岭镇第十八届人民代表大会第五次会议上）"], "青岭镇"),
    ("青岭县（2025年）.txt", [FORMULA], "青岭县"),
]


@pytest.mark.parametrize(("name", "paragraphs", "place"), PLACES)
def test_place(name, paragraphs, place):
    assert find_facts(name, paragraphs, Told(year=2025)).place == place


def test_the_users_word_wins():
    facts = find_facts("a.txt", ["2025年山西省政府工作报告"], Told("太原市", 2024))

    assert (facts.place, facts.year) == ("太原市", 2024)
    assert {fact.found_in for fact in facts.found if fact.name in {"place", "year"}} == {"command line"}


@pytest.mark.parametrize(
    ("paragraphs", "place", "year", "what"),
    [([FORMULA], "澜川市", None, "no year"), ([FORMULA], None, 2025, "no place")],
)
def test_what_cannot_be_found_is_asked_for(paragraphs, place, year, what):
    with pytest.raises(SourceError, match=rf"a\.txt: {what} can be found.*--{what[3:]}"):
        find_facts("a.txt", paragraphs, Told(place, year))


def test_sources_that_disagree_are_told():
    facts = find_facts("2024.txt", ["2025年山西省政府工作报告"])

    assert facts.year == 2025
    assert [(doubt.code, doubt.detail) for doubt in facts.doubts] == [
        ("year-disagrees", "file name: 2024; title: 2025")
    ]


KINDS = [
    (["2025年澜川市政府工作报告", "各位代表：", FORMULA], TextKind.FULL),
    (
        [
            "澜川晚报讯（记者 闻溪）2月10日，大会开幕。",
            "市长章明作政府工作报告。",
            "章明在报告中指出，过去一年成绩显著。",
        ],
        TextKind.DIGEST,
    ),
    (["章明在报告中指出，过去一年成绩显著。", "报告强调，今年要做好以下工作。"], TextKind.DIGEST),
    (["一、2024年工作回顾", "过去一年，成绩显著。"], TextKind.FULL),
]


@pytest.mark.parametrize(("paragraphs", "kind"), KINDS)
def test_kind(paragraphs, kind):
    assert find_facts("a.txt", paragraphs, Told("澜川市", 2025)).kind is kind


def test_edition():
    session = ["政府工作报告", "——2024年1月9日在澜川市第五届人民代表大会第四次会议上", FORMULA]

    assert find_facts("a.txt", session).edition is Edition.DELIVERED
    assert find_facts("a.txt", [FORMULA], Told("澜川市", 2024)).edition is Edition.UNKNOWN


@pytest.mark.parametrize(
    ("digits", "year"),
    [("2025", 2025), ("２０２５", 2025), ("二〇二五", 2025), ("二○二四", 2024), ("一九五四", 1954)],
)
def test_as_year(digits, year):
    assert as_year(digits) == year


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["2025年澜川市政府工作报告"], True),
        (["向大会报告工作"], True),
        (["一、2024年工作回顾", "三、2025年重点工作"], True),
        (["今年重点工作有三项"], False),
        (["天下大势，分久必合，合久必分。"], False),
    ],
)
def test_is_report(paragraphs, expected):
    assert is_report(paragraphs) is expected
