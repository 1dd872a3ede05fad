"""Markdown shows report text as it stands, without HTML."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.blocks import Column, Heading, Item, Items, Node, Paragraph, Row, Table, Tree
from reports.markdown import escaped, render_markdown
from reports.views.change import view_comparison
from reports.views.context import EVERYTHING


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("扩大内需", "扩大内需"),
        ("a|b", "a\\|b"),
        ("a\nb", "a b"),
        ("*重点*_x_", "\\*重点\\*\\_x\\_"),
        ("<b>&", "\\<b\\>&"),
        ("[x](y)", "\\[x\\](y)"),
        ("a\\b `c` #d ~e", "a\\\\b \\`c\\` \\#d \\~e"),
    ],
)
def test_escaped(text, shown):
    assert escaped(text) == shown


@given(st.text())
def test_escaping_only_ever_adds_backslashes(text):
    assert re.sub(r"\\(.)", r"\1", escaped(text)) == " ".join(text.split())


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Heading("题 #1", level=2), ["## 题 \\#1"]),
        (Paragraph("- 不是列表"), ["\\- 不是列表"]),
        (Paragraph("1. 不是列表"), ["1\\. 不是列表"]),
        (
            Items((Item("+", "甲"), Item("-", "乙", quotes=(("2023年", "引|文"),)))),
            ["1. 甲", "2. 乙", "   - 2023年: 引\\|文"],
        ),
        (
            Table((Column("a"), Column("b", right=True)), (Row(("甲|乙", "1\n2")),), more="另有 3 项"),
            ["| a | b |", "| --- | ---: |", "| 甲\\|乙 | 1 / 2 |", "", "另有 3 项"],
        ),
        (
            Tree((Node(0, "一、甲", "9 字", strong=True), Node(1, "乙"))),
            ["- **一、甲** (9 字)", "  - 乙"],
        ),
    ],
)
def test_blocks(block, lines):
    assert render_markdown([block]) == "\n".join(lines) + "\n"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tables_of_a_whole_view_have_rows_of_one_length(comparison, language):
    text = render_markdown(view_comparison(comparison, language, EVERYTHING))
    tables = re.findall(r"(?:^\|.*\n?)+", text, flags=re.MULTILINE)
    assert len(tables) > 8
    for table in tables:
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.strip().splitlines()}
        assert len(widths) == 1, table


def test_there_is_no_html(comparison):
    text = render_markdown(view_comparison(comparison, "zh", EVERYTHING))
    assert re.findall(r"(?<!\\)<\w", text) == []
    assert "\\<b\\>f" in text  # it stood in the report
