"""Livelihood projects by count word and number, and glossaries as a dictionary."""

import pytest

from corpora.annexes import as_number, find_glossary, find_livelihood
from corpora.model import Role, Source
from corpora.reading.report import as_work_report


def report_with(paragraphs, *more):
    text = "\n".join((*paragraphs[:-1], *more))
    return as_work_report(Source("a.txt", "0", "txt", "utf-8", text))


COUNTS = [
    ("办好15件民生实事。", (15, "件", None, None)),
    ("实施10大类55项民生实事，涵盖就业。", (10, "大类", 55, "项")),
    ("办好12类45件民生实事。", (12, "类", 45, "件")),
    ("谋划实施好十方面民生实事。", (10, "方面", None, None)),
    ("保质保量完成30项省委省政府为民办实事项目。", (30, "项", None, None)),
    ("实施民生实事28项，不断增强获得感。", (28, "项", None, None)),
    ("办好二十项民生工程。", (20, "项", None, None)),
    ("办好２０件惠民实事。", (20, "件", None, None)),
    ("用心办好每一件民生实事。", None),
    ("把民生实事办到群众心坎上。", None),
    ("实施20个项目，改善民生。", None),
]


@pytest.mark.parametrize(("sentence", "expected"), COUNTS)
def test_counts(sentence, expected, paragraphs):
    found = find_livelihood(report_with(paragraphs, sentence + "坚持在发展中保障和改善民生，增进人民福祉。"))

    assert [(each.number, each.word, each.parts, each.part_word) for each in found] == (
        [expected] if expected else []
    )
    assert all(each.planned for each in found)


def test_done_and_promised_are_told_apart(paragraphs):
    review = "民生保障有力。全面完成25项民生实事，群众获得感增强。"
    found = find_livelihood(
        report_with((*paragraphs[:8], review, *paragraphs[8:]), "今年办好20件民生实事，增进人民福祉。")
    )

    assert [(each.number, each.word, each.planned) for each in found] == [(25, "项", False), (20, "件", True)]


def test_projects_inside_a_paragraph(paragraphs):
    report = report_with(paragraphs, "今年办好3件民生实事。一是新建社区食堂。二是加装电梯。三是改造管网。")
    (found,) = find_livelihood(report)

    assert [report.quote(item) for item in found.items] == [
        "一是新建社区食堂。",
        "二是加装电梯。",
        "三是改造管网。",
    ]


def test_projects_of_an_annex_whose_numbers_begin_again(paragraphs):
    closing = "各位代表！让我们团结奋斗，为建设美丽的新澜川作出贡献！"
    annex = (
        "附件1",
        "2025年市4件民生实事",
        "1. 社区食堂：新建20个。",
        "2. 电梯：加装100部。",
        "3. 管网：改造50公里。",
        "4. 学位：增加800个。",
    )
    report = report_with(paragraphs, closing, *annex)
    found = [each for each in find_livelihood(report) if each.items]

    assert {unit.role for unit in report.units if unit.text in annex} == {Role.APPENDIX}
    assert [len(each.items) for each in found] == [4]


GLOSSARY = (
    "各位代表！让我们团结奋斗，为建设美丽的新澜川作出贡献！",
    "附件2",
    "名词解释",
    "1.“两重”：重大战略实施和重点领域安全能力建设。",
    "2. 规上企业：规模以上工业企业。",
    "3．10种有色金属：铜、铅、锌等。",
    "（4）“一图四清单”：场景图谱，数据要素清单等。",
)


def test_a_glossary_is_a_dictionary(paragraphs):
    entries = find_glossary(report_with(paragraphs, *GLOSSARY))

    assert [(entry.term, entry.meaning[:6]) for entry in entries] == [
        ("“两重”", "重大战略实施"), ("规上企业", "规模以上工业"), ("10种有色金属", "铜、铅、锌等"), ("“一图四清单”", "场景图谱，数"),
    ]  # fmt: skip


def test_entries_of_a_glossary_are_no_headings_and_not_compared(paragraphs):
    report = report_with(paragraphs, *GLOSSARY)
    entries = {entry.unit for entry in find_glossary(report)}

    assert {report.unit(unit).role for unit in entries} == {Role.APPENDIX}
    assert {report.unit(unit).level.value for unit in entries} == {"measure"}


def test_numbered_paragraphs_elsewhere_are_no_glossary(paragraphs):
    assert find_glossary(report_with(paragraphs, "1.数字经济：加快发展，建设园区。")) == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [("15", 15), ("１５", 15), ("十", 10), ("十五", 15), ("二十", 20), ("三十一", 31), ("一百二十", 120), ("百", 100), ("一百零五", 105), ("九", 9)],
)  # fmt: skip
def test_numbers(words, number):
    assert as_number(words) == number


def test_glossaries_of_the_real_reports(shared):
    """Counted by hand: 50, 44, 18 and 17 entries, the last of 云南 with a full-width stop."""
    from corpora.reading import read_work_report

    folder = shared / "corpus" / "provinces"
    counts = {
        place: len(find_glossary(read_work_report(folder / f"2025年{place}政府工作报告.docx")))
        for place in ("四川省", "云南省", "广东省", "江西省", "山西省")
    }
    assert counts == {"四川省": 50, "云南省": 44, "广东省": 18, "江西省": 17, "山西省": 0}
