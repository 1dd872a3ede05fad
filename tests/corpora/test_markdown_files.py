"""Markdown files: the marks are left out and listed, the words stay."""

import pytest

from corpora.cleaning import clean
from corpora.reading.report import as_work_report
from corpora.reading.source import as_source


def read(text, name="a.md"):
    return as_source(name, ("政府工作报告的文字。\n\n" + text).encode())


def kept(text, name="a.md"):
    source = read(text, name)
    return clean(source.text, source.outside).text.split("\n")[1:]


CASES = [
    # (what it is about, Markdown, lines)
    ("headings", "## 一、回顾 ##\n\n过去一年。", ["一、回顾", "过去一年。"]),
    ("underlined headings", "一、回顾\n====\n过去一年。", ["一、回顾", "过去一年。"]),
    ("bold and italic", "**扩大内需**。*加快*发展，__着力推进__。", ["扩大内需。加快发展，着力推进。"]),
    ("asterisks of a formula stay", "共5*3*2间。", ["共5*3*2间。"]),
    ("names with underscores stay", "文件a_b_c已发布。", ["文件a_b_c已发布。"]),
    ("quotes", "> 过去一年。\n> > 今年。", ["过去一年。", "今年。"]),
    ("bullets", "- 扩大内需，促进消费。\n* 发展产业，增强动力。", ["扩大内需，促进消费。", "发展产业，增强动力。"]),
    ("numbers of a list stay", "1. 扩大内需。\n2. 发展产业。", ["1. 扩大内需。", "2. 发展产业。"]),
    ("dashes of a report stay", "——扩大内需。\n—发展产业。", ["——扩大内需。", "—发展产业。"]),
    ("a rule", "过去一年。\n\n---\n\n今年。", ["过去一年。", "今年。"]),
    ("links and pictures", "见[附件](a.html)。\n\n![会场](a.png)\n\n今年。", ["见附件。", "今年。"]),
    ("brackets without an address stay", "[注]见附件。", ["[注]见附件。"]),
    ("a table", "| 指标 | 增长 |\n|:---|---:|\n| 产值 | 5.2% |\n\n今年。", ["指标  增长", "产值5.2%", "今年。"]),
    ("bars without a table stay", "甲|乙。", ["甲|乙。"]),
    ("comments", "过去<!-- 待核\n -->一年。", ["过去一年。"]),
    ("escapes", r"增长5\*左右。", ["增长5*左右。"]),
    ("code", "代码`a1`已启用。", ["代码a1已启用。"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_marks_go_and_words_stay(text, lines, all_words):
    assert kept(text) == lines
    there, told = all_words(read(text))
    assert told == there


def test_what_two_steps_take_from_one_line_is_listed_once():
    source = as_source("a.md", "政府工作报告的文字。\n\n|---|-|\n|---|---|\n| 产值 | 5.2% |\n".encode())
    told = "".join(piece.text for piece in clean(source.text, source.outside).left_out)

    assert sorted("".join(told.split())) == sorted("|---|-|" + "|---|---|" + "|||")


def test_the_head_of_a_site_generator_is_left_out():
    source = as_source("a.md", "---\ntitle: 报告\n---\n过去一年，政府工作取得成绩。".encode())

    assert clean(source.text, source.outside).text == "过去一年，政府工作取得成绩。"
    assert source.outside[0].text.startswith("---\ntitle")


def test_only_files_of_that_name_have_the_marks():
    assert kept("**扩大内需**。", "a.txt") == ["**扩大内需**。"]


def test_a_report_in_markdown_reads_like_its_plain_text(paragraphs):
    marked = [paragraphs[0], *(f"**{each}**" if each[0] in "一二（" else each for each in paragraphs[1:])]
    report = as_work_report(as_source("a.md", "\n\n".join(marked).encode()))

    assert tuple(report.text.split("\n")) == paragraphs
    assert {piece.reason for piece in report.left_out} == {"markdown"}
