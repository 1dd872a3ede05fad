"""The way from one wording to the other rebuilds both sides and respects what readers take as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import EditKind
from compare.wording import compare_wording
from corpora.model import Level, Role, Span, Unit

ALPHABET = "经济发展增长改革不5.％3，。；、\n”“年"


def units(*texts):
    """Units one after another in a text, with a line end between them."""
    found, start = [], 0
    for number, text in enumerate(texts):
        span = Span(start, start + len(text))
        found.append(Unit(f"m{number}", Level.MEASURE, Role.PLAN, "", None, None, None, span, start, text))
        start += len(text) + 1
    return found


def marked(earlier, later):
    """`同[-删-]{+增+}` for the way from one to the other text."""
    steps = compare_wording(units(earlier), units(later), clause_pair=0.45).edits
    pieces = []
    for step in steps:
        gone, come = earlier[step.earlier.start : step.earlier.end], later[step.later.start : step.later.end]
        if step.kind is EditKind.EQUAL:
            pieces.append(come)
        else:
            pieces.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return "".join(pieces)


TABLE = [
    ("国内生产总值增长5%左右；", "国内生产总值增长4.5%左右；", "国内生产总值增长[-5%-]{+4.5%+}左右；"),
    ("实施稳健的货币政策。", "实施适度宽松的货币政策。", "实施[-稳健-]{+适度宽松+}的货币政策。"),
    ("不搞大水漫灌，", "搞大水漫灌，", "[-不-]搞大水漫灌，"),
    ("扩大内需，", "扩大内需，", "扩大内需，"),
    ("互联网＋行动", "互联网+行动", "互联网+行动"),  # only the width differs
    ("发展旅游业。加强环境保护。", "加强环境保护。", "[-发展旅游业。-]加强环境保护。"),
    ("加强环境保护。", "加强环境保护。办好教育。", "加强环境保护。{+办好教育。+}"),
]


@pytest.mark.parametrize(("earlier", "later", "expected"), TABLE)
def test_wording(earlier, later, expected):
    assert marked(earlier, later) == expected


texts = st.lists(st.text(ALPHABET, min_size=1, max_size=40), min_size=1, max_size=3)


@given(texts, texts)
def test_edits_rebuild_both_sides(earlier, later):
    earlier, later = (
        ["".join(text.split("\n")) or "。" for text in earlier],
        ["".join(text.split("\n")) or "。" for text in later],
    )
    edits = compare_wording(units(*earlier), units(*later), clause_pair=0.45).edits
    whole = "\n".join(earlier), "\n".join(later)

    assert "".join(whole[0][e.earlier.start : e.earlier.end] for e in edits) == "".join(earlier)
    assert "".join(whole[1][e.later.start : e.later.end] for e in edits) == "".join(later)


@given(texts)
def test_the_same_text_has_no_change(earlier):
    earlier = ["".join(text.split("\n")) or "。" for text in earlier]
    wording = compare_wording(units(*earlier), units(*earlier), clause_pair=0.45)

    assert {edit.kind for edit in wording.edits} == {EditKind.EQUAL}
    assert wording.likeness == 1.0
    assert wording.changes == ()


def test_no_edit_crosses_the_border_of_two_units():
    earlier = units("新建学校。", "新建医院。")
    later = units("建成车站。", "建成机场。")
    edits = compare_wording(earlier, later, clause_pair=0.9).edits

    borders = [unit.span for unit in earlier]
    for edit in edits:
        assert any(span.start <= edit.earlier.start and edit.earlier.end <= span.end for span in borders)
