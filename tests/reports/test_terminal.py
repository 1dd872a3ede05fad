"""Text for terminals: no line too wide, no character lost, nothing taken for markup, plain unless told."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reports.blocks import Column, Heading, Item, Items, Node, Paragraph, Row, Table, Tree
from reports.terminal import render_terminal
from reports.views.change import view_comparison
from reports.views.context import EVERYTHING, SCREEN
from reports.views.outline import view_outline
from reports.words.vocabulary import Tone
from reports.wrapping import NEVER_FIRST, NEVER_LAST, wrap

HAN = "政府工作报告全面推进乡村振兴"
MIXED = st.text(alphabet=HAN + "ab1 .，。、（）“”《》%％—", max_size=120)
WIDTHS = st.integers(min_value=4, max_value=60)


def squeezed(text):
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, ("",)),
        ("政府工作", 8, ("政府工作",)),
        ("政府工作", 4, ("政府", "工作")),
        ("政府，工作", 4, ("政", "府，", "工作")),
        ("政府工作，", 8, ("政府工", "作，")),
        ("（政府）", 6, ("（政", "府）")),
        ("增长5.5%左右", 7, ("增长", "5.5%左", "右")),
        ("the later text", 9, ("the later", "text")),
        ("abcdefgh", 4, ("abcd", "efgh")),
        ("政府\n工作", 8, ("政府", "工作")),
        ("a 政府工作报告", 8, ("a 政府工", "作报告")),
    ],
)
def test_wrap(text, width, lines):
    assert wrap(text, width) == lines


@given(MIXED, WIDTHS)
def test_wrapped_lines_fit_and_hold_every_character(text, width):
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert squeezed("".join(lines)) == squeezed(text)


@given(
    st.text(alphabet=HAN + "，。、（）", max_size=80).map(lambda text: re.sub("[，。、（）]{2,}", "，", text))
)
def test_no_line_begins_or_ends_with_the_wrong_mark(text):
    lines = wrap(text, 12)
    assert [line for line in lines[1:] if line[:1] in NEVER_FIRST] == []
    assert [line for line in lines[:-1] if line[-1:] in NEVER_LAST] == []


def table(*rows, **columns):
    flexible = columns.get("flexible", {1})
    count = len(rows[0])
    return Table(
        tuple(Column(f"c{index}", flexible=index in flexible) for index in range(count)),
        tuple(Row(tuple(row)) for row in rows),
    )


CELLS = st.text(alphabet=HAN + "ab1，。（）", min_size=1, max_size=60)


@given(st.lists(st.tuples(CELLS.map(lambda text: text[:8]), CELLS, CELLS), min_size=1, max_size=4), WIDTHS)
def test_tables_fit_and_lose_nothing(rows, width):
    width = max(width, 40)
    text = render_terminal([table(*rows, flexible={1, 2})], width=width)
    assert max(map(cell_len, text.splitlines())) <= width
    for row in rows:
        for cell in row:
            for character in set(cell):
                assert character in text
    body = squeezed("".join(text.splitlines()[2:]))
    assert sorted(body) == sorted(squeezed("".join("".join(row) for row in rows)))


def test_a_table_is_laid_out_in_cells():
    block = table(("新列", "全力扩大内需，增强经济增长拉动力。"), ("a", "b"))
    assert render_terminal([block], width=40) == (
        "  c0    c1\n"
        "  --------------------------------------\n"
        "  新列  全力扩大内需，增强经济增长拉动\n"
        "        力。\n"
        "  a     b\n"
    )


def test_items_are_numbered_and_quotes_stand_below():
    items = Items((Item("+", "一句话。", Tone.NEW, (("2023年", "引文"),)),) * 10)
    lines = render_terminal([items], width=40).splitlines()
    assert lines[:2] == ["   1 + 一句话。", "       2023年  引文"]
    assert lines[-2] == "  10 + 一句话。"


def test_a_tree_is_indented_and_keeps_its_notes_to_the_right():
    tree = Tree((Node(0, "一、回顾", "9 字", strong=True), Node(1, "一段", "12 字")))
    assert render_terminal([tree], width=40) == (
        "  一、回顾                          9 字\n    一段                           12 字\n"
    )


def test_headings_and_paragraphs():
    blocks = [Heading("题目", level=1), Paragraph("一段话"), Heading("部分")]
    assert render_terminal(blocks, width=40) == "题目\n====\n  一段话\n\n部分\n"


@pytest.mark.parametrize("text", ["[bold]b[/bold]", "[/d]", ":smile:", "\\[x]", "<b>"])
def test_nothing_is_taken_for_markup(text):
    blocks = [
        Heading(text),
        Paragraph(text),
        Items((Item("+", text, quotes=(("q", text),)),)),
        table((text, text)),
    ]
    for colour in (False, True):
        shown = render_terminal([*blocks, Tree((Node(0, text),))], width=80, colour=colour)
        assert re.sub(r"\x1b\[[0-9;]*m", "", shown).count(text) == 7


def test_colour_only_when_told():
    blocks = [Items((Item("+", "新", Tone.NEW),)), Heading("题")]
    assert "\x1b[" not in render_terminal(blocks)
    assert "\x1b[34m" in render_terminal(blocks, colour=True)


def test_narrow_terminals_are_taken_as_40_columns():
    block = Paragraph(HAN * 5)
    assert render_terminal([block], width=10) == render_terminal([block], width=40)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_whole_views_fit_their_width(comparison, comparison_of_many, earlier, language, width):
    views = [
        view_comparison(comparison, language, SCREEN),
        view_comparison(comparison_of_many, language, EVERYTHING),
        view_outline(earlier, language),
    ]
    for view in views:
        lines = render_terminal(view, width=width).splitlines()
        assert [line for line in lines if cell_len(line) > width] == []
        assert [line for line in lines if line != line.rstrip()] == []


# Box-drawing characters are two cells wide in terminals with Chinese fonts.
def test_no_box_drawing_characters(comparison):
    text = render_terminal(view_comparison(comparison, "zh", EVERYTHING))
    assert re.findall("[\u2500-\u259f]", text) == []
