"""Edits between two editions: exact, whole, where a reader finds them; typesetting is none."""

import re
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from compare.editions.comparison import LEAST_IN_COMMON, compare_editions, words_in_common
from compare.editions.model import Extent, RevisionKind
from compare.editions.typesetting import line_form
from compare.model import Channel, EditKind
from corpora.reading.report import as_work_report
from reports.cli.sample import read_sample

ADDED, DELETED, CHANGED, MOVED = RevisionKind


@cache
def delivered():
    return read_sample()[-1]


def edition(text):
    return as_work_report(replace(delivered().source, text=text))


def revised(*pairs):
    """The comparison with a text in which words were replaced by others."""
    text = delivered().text
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return compare_editions(delivered(), edition(text))


def told(comparison):
    """(kind, after, before, old, new) of each revision."""
    earlier, later = comparison.earlier, comparison.later
    return [
        (
            each.kind,
            earlier.quote(each.after),
            earlier.quote(each.before),
            earlier.quote(each.earlier),
            later.quote(each.later),
        )
        for each in comparison.revisions
    ]


def applied(comparison):
    """The delivered text with the steps of all revisions applied, without white space."""
    steps = sorted(step for each in comparison.revisions for step in map(order, each.steps))
    made, reached = "", 0
    for start, end, later_start, later_end in steps:
        assert start >= reached
        made += comparison.earlier.text[reached:start] + comparison.later.text[later_start:later_end]
        reached = end
    return made + comparison.earlier.text[reached:]


def order(step):
    return step.earlier.start, step.earlier.end, step.later.start, step.later.end


def form(text):
    return "".join(map(line_form, text.split("\n")))


SHOPS = "新增限额以上商贸企业"
QUOTED = [
    # an edit: what it is of, kind, after, before, old, new
    ((f"{SHOPS}60家", f"{SHOPS}65家"), CHANGED, "", "", f"{SHOPS}60家", f"{SHOPS}65家"),
    (
        ("增长5%左右；社会", "增长5.5%左右；社会"),
        CHANGED,
        "",
        "",
        "固定资产投资增长5%左右",
        "固定资产投资增长5.5%左右",
    ),
    (("大力发展夜间经济，", "发展夜间经济，"), DELETED, "", "发展夜间经济", "大力", ""),
    (("稳步发展分布式光伏", "稳步有序发展分布式光伏"), ADDED, "探索建设零碳园区，稳步", "", "", "有序"),
    (("探索建设零碳园区，", "率先探索建设零碳园区，"), ADDED, "", "探索建设零碳园区", "", "率先"),
    (("建设零碳园区，", "建设零碳园区和近零碳社区，"), ADDED, "探索建设零碳园区", "", "", "和近零碳社区"),
    (("启动玄武岩纤维产业园二期建设，", ""), DELETED, "", "", "启动玄武岩纤维产业园二期建设，", ""),
    (("建成3家中试基地，", "建成3家中试基地、1家体验馆，"), ADDED, "建成3家中试基地", "", "", "、1家体验馆"),
    (("建成3家中试基地，", "建成3家中试基地，办好夜校，"), ADDED, "建成3家中试基地，", "", "", "办好夜校，"),
    (("发展”城市格局", "发展”城市空间格局"), ADDED, "“一江两岸、拥河发展”城市", "", "", "空间"),
    (("“澜才归巢”计划", "“澜才归巢”行动"), CHANGED, "", "", "“澜才归巢”计划", "“澜才归巢”行动"),
    (("（五）推进高水平", "（六）推进高水平"), CHANGED, "", "", "（五）", "（六）"),
    (("提升平台创新能力。支持", "用好老厂房。提升平台创新能力。支持"), ADDED, "", "", "", "用好老厂房。"),
]


@pytest.mark.parametrize("case", QUOTED, ids=lambda case: case[0][1] or case[0][0])
def test_an_edit_is_told_with_the_words_by_which_it_is_found(case):
    edit, *expected = case
    assert told(revised(edit)) == [tuple(expected)]


def test_a_text_has_no_edits_against_itself():
    assert compare_editions(delivered(), delivered()).revisions == ()


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("城镇新增就业2.53万人，", "城镇新增就业２．５３万人，", "forms"),
        ("建成3家中试基地，", "建成 3 家中试 基地，", "spaces"),
        ("提升平台创新能力。支持", "提升平台创新能力。\n支持", "breaks"),
        ("“先用后转”", '"先用后转"', "forms"),
        ("各位代表！奋斗充满艰辛", "各位代表！\n奋斗充满艰辛", "breaks"),
    ],
)
def test_typesetting_is_counted_and_no_edit(old, new, count):
    comparison = revised((old, new))
    assert comparison.revisions == ()
    assert getattr(comparison.typesetting, count) > 0


def test_a_page_break_inside_a_sentence_is_no_edit():
    comparison = revised(
        ("支持工业大模型在轴承、纤维等行业先行应用", "支持工业大模型在轴承、\n\n— 12 —\n\n纤维等行业先行应用")
    )
    assert comparison.revisions == ()
    assert comparison.typesetting.page_lines == 1


def test_marks_and_numbers_of_headings_are_apart_from_words():
    comparison = revised(
        ("推广“先用后转”模式，", "推广“先用后转”模式；"),
        ("（二）培育壮大优势产业", "（三）培育壮大优势产业"),
        ("固定资产投资增长5%左右；", "固定资产投资增长6%左右；"),
    )
    assert [each.extent for each in comparison.revisions] == [
        Extent.WORDS,
        Extent.NUMBERING,
        Extent.PUNCTUATION,
    ]
    assert [each.number for each in comparison.revisions] == [1, 2, 3]


def test_channels_are_marked_where_they_changed_and_nowhere_else():
    comparison = revised(
        ("固定资产投资增长5%左右；", "固定资产投资增长5%以上；"),
        ("探索建设零碳园区，", "加快建设零碳园区，"),
        ("建成3家中试基地，", "建成3个中试平台，"),
        ("严禁违规新增隐性债务，", "违规新增隐性债务，"),
    )
    channels = [{change.channel for change in each.changes} for each in comparison.revisions]
    assert channels[0] == {Channel.QUALIFIER}
    assert channels[1] == {Channel.STRENGTH}
    assert Channel.STRENGTH not in channels[2]
    assert channels[3] == {Channel.NEGATION}


def test_a_paragraph_that_moved_is_one_move_even_reworded():
    lines = delivered().text.split("\n")
    here = next(place for place, line in enumerate(lines) if line.startswith("加速科技成果转化。"))
    moved = lines.pop(here).replace("15%", "16%")
    lines.insert(next(place for place, line in enumerate(lines) if line.startswith("（五）")), moved)
    comparison = compare_editions(delivered(), edition("\n".join(lines)))
    (only,) = comparison.revisions
    assert (only.kind, only.extent, only.paragraphs, bool(only.within)) == (MOVED, Extent.PARAGRAPHS, 1, True)
    assert [change.channel for change in only.changes] == [Channel.NUMBER]
    assert [step.kind for step in only.steps] == [EditKind.DELETED, EditKind.INSERTED]


def test_a_section_that_moved_is_one_move_and_its_new_number_no_rewording():
    lines = delivered().text.split("\n")
    seven, eight, nine = (
        next(place for place, line in enumerate(lines) if line.startswith(mark))
        for mark in ("（七）", "（八）", "（九）")
    )
    first = [line.replace("（八）", "（七）") for line in lines[eight:nine]]
    lines[seven:nine] = first + [line.replace("（七）", "（八）") for line in lines[seven:eight]]
    comparison = compare_editions(delivered(), edition("\n".join(lines)))
    assert [(each.kind, each.extent) for each in comparison.revisions] == [
        (MOVED, Extent.PARAGRAPHS),
        (CHANGED, Extent.NUMBERING),
    ]
    assert (comparison.revisions[0].paragraphs, bool(comparison.revisions[0].within)) == (3, False)


def test_clauses_that_changed_places_are_one_move():
    one, other = "加快砚湖水厂扩建，", "力争澜川通用机场获批立项。"
    comparison = revised((one + other, other[:-1] + "，" + one[:-1] + "。"))
    assert [(each.kind, bool(each.within)) for each in comparison.revisions] == [(MOVED, False)]


def test_title_and_date_lines_are_left_out_and_told():
    comparison = revised(("——2025年1月8日在澜川市", "——2025年1月9日在澜川市"))
    assert comparison.revisions == ()
    assert [(each.side, each.reason, len(each.spans)) for each in comparison.not_compared] == [
        ("earlier", "frame", 1),
        ("later", "frame", 1),
    ]


def test_editions_have_much_in_common_and_reports_of_two_years_have_not():
    *_, before, last = read_sample()
    assert words_in_common(last, last) == 1
    assert words_in_common(before, last) < LEAST_IN_COMMON / 2


# -- properties --------------------------------------------------------------------------------------

PIECES = (
    "健全机制，",
    "不搞摊派，",
    "增长6%以上，",
    "“夜话”",
    "和",
    "大力",
    "。",
    "，",
    "３项",
    "办好灯会。",
    "\n",
    "第一、",
    "  ",
)


WORDS = st.sampled_from((*PIECES, ""))
SIZES = st.sampled_from((0, 1, 2, 7, 30, 150))
# (where, how much is taken out, what is put in, where what was taken out is put in again)
AMENDING = st.lists(
    st.tuples(st.integers(0, 3500), SIZES, WORDS, st.none() | st.integers(0, 3500)), min_size=1, max_size=6
)


def amended(amendments):
    """The sample's text with stretches taken out, put in, exchanged and moved."""
    text = delivered().text
    start = text.index("三、2025年重点工作") + 20
    assert len(text) > start + 3200
    for place, length, words, other in amendments:
        at = start + place % 3000
        cut, text = text[at : at + length], text[:at] + words + text[at + length :]
        if other is not None:
            at = start + other % 3000
            text = text[:at] + cut + text[at:]
    return edition(text)


@settings(max_examples=60, deadline=None)
@given(AMENDING)
def test_the_revisions_make_the_adopted_text_of_the_delivered_one(amendments):
    later = amended(amendments)
    comparison = compare_editions(delivered(), later)
    left = {
        side: "".join(
            form(report.quote(span))
            for each in comparison.not_compared
            if each.side == side
            for span in each.spans
        )
        for side, report in (("earlier", comparison.earlier), ("later", later))
    }
    if not any(left.values()):
        assert form(applied(comparison)) == form(later.text)


@settings(max_examples=60, deadline=None)
@given(AMENDING)
@example(
    [(578, 150, "健全机制，", 0), (627, 150, "\n", None)]
)  # a line begins behind the words that are kept
def test_the_steps_cover_both_texts_in_order_and_keep_what_is_the_same(amendments):
    comparison = compare_editions(delivered(), amended(amendments))
    for side in ("earlier", "later"):
        spans = [getattr(step, side) for step in comparison.steps]
        assert all(one.end <= other.start for one, other in pairwise(spans))
    for step in comparison.steps:
        one, other = comparison.earlier.quote(step.earlier), comparison.later.quote(step.later)
        assert (form(one) == form(other)) is (step.kind is EditKind.EQUAL)


@settings(max_examples=60, deadline=None)
@given(AMENDING)
def test_no_edit_begins_or_ends_inside_a_figure(amendments):
    comparison = compare_editions(delivered(), amended(amendments))
    for each in comparison.revisions:
        for step in each.steps:
            for span, report in ((step.earlier, comparison.earlier), (step.later, comparison.later)):
                if step.kind is EditKind.REPLACED:
                    assert not re.fullmatch(r"\d\d", report.text[max(span.start - 1, 0) : span.start + 1])


def test_swapping_the_sides_swaps_added_and_deleted():
    comparison = revised(
        ("启动玄武岩纤维产业园二期建设，", ""), ("建成3家中试基地，", "建成3家中试基地、1家概念验证中心，")
    )
    swapped = compare_editions(comparison.later, comparison.earlier)
    assert [each.kind for each in comparison.revisions] == [DELETED, ADDED]
    assert [each.kind for each in swapped.revisions] == [ADDED, DELETED]
